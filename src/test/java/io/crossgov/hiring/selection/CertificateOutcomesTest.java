package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.selection.SelectionScene.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The returned certificate is OPM's record of what became of everybody on it (5 U.S.C. 3319(c), 5 CFR 332.404): what the case knows is
 * proposed, and what it contradicts is refused with the fact named.
 */
@HiringTest
@Import(SelectionScene.class)
class CertificateOutcomesTest {

    @Autowired
    private SelectionScene scene;

    @Autowired
    private JdbcTemplate jdbc;

    private AnnouncementNumber pool;
    private UUID jordan;
    private UUID kim;

    @BeforeEach
    void aCertificate() {
        pool = scene.pool();
        jordan = scene.candidate(pool, "Jordan Lee");
        kim = scene.candidate(pool, "Kim Park");
    }

    @Test
    void L9_who_withdrew_is_proposed_and_returned_so_and_not_otherwise() {
        var number = scene.caseInReview(pool, MANAGER);
        must(scene.record(MANAGER, number, kim, "contact", "sendDetails", false));
        var selection = atReview(number, jordan);
        jdbc.update("update candidate set availability = 'WITHDRAWN' where id = ?", kim);

        assertThat(proposed(selection, kim)).isEqualTo("WITHDRAWN");
        for (var other : new String[] {"NOT_SELECTED", "DECLINED", "ALTERNATE", "NOT_WITHIN_REACH"}) {
            var refused = returned(selection, Map.of(jordan, "SELECTED", kim, other));
            assertThat(refused.detail()).isEqualTo("Kim Park withdrew from all agencies: the decision is Withdrawn.");
            assertThat(refused.rule()).isEqualTo("L9");
        }
        must(returned(selection, Map.of(jordan, "SELECTED", kim, "WITHDRAWN")));
    }

    @Test
    void L15_who_was_passed_over_with_OPMs_agreement_is_proposed_and_returned_so_and_nobody_else_is() {
        scene.preference(kim, "TP");
        var number = scene.caseInReview(pool, MANAGER);
        must(scene.write(MANAGER, Map.of(), "/api/cases/{number}/candidates/{id}/pass-over", number, kim));
        jdbc.update("update pass_over set state = 'SUSTAINED' where candidate_id = ?", kim);
        var sam = scene.candidate(pool, "Sam Ortiz");
        var selection = atReview(number, jordan);

        assertThat(proposed(selection, kim)).isEqualTo("PASSED_OVER");
        assertThat(returned(selection, Map.of(jordan, "SELECTED", kim, "NOT_SELECTED", sam, "NOT_SELECTED"))
                        .detail())
                .isEqualTo("Passing over Kim Park was sustained: the decision is Passed Over.");
        assertThat(returned(selection, Map.of(jordan, "SELECTED", kim, "PASSED_OVER", sam, "PASSED_OVER"))
                        .detail())
                .isEqualTo("Nobody asked to pass over Sam Ortiz.");
        must(returned(selection, Map.of(jordan, "SELECTED", kim, "PASSED_OVER", sam, "NOT_SELECTED")));
        assertThat(scene.form(OPM, selection, "verify-selection").toString())
                .contains("The review has a decision on 3 candidates. Selected: 1, Not Selected: 1, Passed Over: 1.");
    }

    @Test
    void L13_L14_who_comes_after_the_preference_eligible_elected_was_not_within_reach() {
        scene.preference(jordan, "TP");
        var taylor = scene.candidate(pool, "Taylor Teak");
        scene.preference(taylor, "XP");
        var number = scene.caseInReview(pool, MANAGER);
        var selection = atReview(number, jordan);

        assertThat(proposed(selection, kim)).isEqualTo("NOT_WITHIN_REACH");
        assertThat(proposed(selection, taylor)).isEqualTo("null");
        assertThat(returned(selection, Map.of(jordan, "SELECTED", kim, "NOT_WITHIN_REACH", taylor, "NOT_WITHIN_REACH"))
                        .detail())
                .isEqualTo(
                        "Taylor Teak was within reach: fewer people had to be taken first than there are vacancies.");
        must(returned(selection, Map.of(jordan, "SELECTED", kim, "NOT_WITHIN_REACH", taylor, "NOT_SELECTED")));
    }

    @Test
    void L16_who_was_found_not_well_qualified_twice_is_proposed_so_and_nobody_without_the_finding_is() {
        var number = scene.caseInReview(pool, MANAGER);
        var selection = atReview(number, jordan);
        assertThat(returned(selection, Map.of(jordan, "SELECTED", kim, "NOT_WELL_QUALIFIED"))
                        .detail())
                .isEqualTo(
                        "No second review in writing found that Kim Park is not well-qualified (5 CFR 330.605, 330.703).");

        jdbc.update(
                "insert into second_review (id, version, case_number, candidate_id, first_by, first_by_name, first_on, first_reasons,"
                        + " finding, second_by, second_by_name, second_on)"
                        + " values (?, 0, ?, ?, 'a', 'Ann First', ?, 'x', 'NOT_WELL_QUALIFIED', 'b', 'Ben Second', ?)",
                UUID.randomUUID(),
                number.value(),
                kim,
                scene.today(),
                scene.today());

        assertThat(proposed(selection, kim)).isEqualTo("null");
        assertThat(returned(selection, Map.of(jordan, "SELECTED", kim, "NOT_WELL_QUALIFIED"))
                        .detail())
                .startsWith("The result of the second review has not left for Kim Park");
        jdbc.update("update second_review set told_on = second_on, version = 1 where case_number = ?", number.value());
        assertThat(proposed(selection, kim)).isEqualTo("NOT_WELL_QUALIFIED");
        must(returned(selection, Map.of(jordan, "SELECTED", kim, "NOT_WELL_QUALIFIED")));
    }

    @Test
    void who_is_elected_beside_the_selection_is_selected_on_its_certificate_too() {
        var number = scene.caseInReview(pool, MANAGER, 2);
        scene.elected(MANAGER, number, kim);
        var selection = atReview(number, jordan);

        assertThat(proposed(selection, kim)).isEqualTo("SELECTED");
        assertThat(returned(selection, Map.of(jordan, "SELECTED", kim, "NOT_SELECTED"))
                        .detail())
                .startsWith("Kim Park is elected in this case: the decision is Selected.");
        must(returned(selection, Map.of(jordan, "SELECTED", kim, "SELECTED")));
    }

    @Test
    void who_is_an_alternate_is_returned_so_until_the_agency_says_otherwise() {
        var number = scene.caseInReview(pool, MANAGER);
        var selection = atReview(number, jordan, kim);

        assertThat(proposed(selection, kim)).isEqualTo("ALTERNATE");
        for (var other : new String[] {"NOT_SELECTED", "NOT_WITHIN_REACH", "NOT_WELL_QUALIFIED"}) {
            assertThat(returned(selection, Map.of(jordan, "SELECTED", kim, other))
                            .detail())
                    .startsWith("Kim Park is alternate 1 in this case: the decision is Alternate.");
        }
        must(scene.record(MANAGER, number, kim, "not-selected"));
        assertThat(proposed(selection, kim)).isEqualTo("NOT_SELECTED");
        must(returned(selection, Map.of(jordan, "SELECTED", kim, "NOT_SELECTED")));
    }

    private UUID atReview(CaseNumber number, UUID candidate, UUID... alternates) {
        var selection = scene.elected(MANAGER, number, candidate, alternates);
        must(scene.complete(
                HR, selection, "notify-opm-of-selection", Map.of("pdNumber", "PD-1", "sf52Number", "SF-1")));
        must(scene.complete(
                SelectionScene.COORDINATOR,
                selection,
                "name-certificate-recipients",
                Map.of("recipients", java.util.List.of(Map.of("name", "Pat Reader", "email", "pat@agency.example")))));
        must(scene.complete(OPM, selection, "release-application-material", Map.of("releasedOn", scene.today())));
        return selection;
    }

    private String proposed(UUID selection, UUID candidate) {
        for (var row : scene.form(HR, selection, "return-certificate-review").path("rows")) {
            if (row.path("candidateId").asText().equals(candidate.toString())) {
                return row.path("outcome").asText();
            }
        }
        throw new AssertionError("not on the certificate");
    }

    private Answer returned(UUID selection, Map<UUID, String> outcomes) {
        var rows = outcomes.entrySet().stream()
                .map(entry -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("candidateId", entry.getKey());
                    row.put("outcome", entry.getValue());
                    row.put("alternateRank", entry.getValue().equals("ALTERNATE") ? 1 : null);
                    return row;
                })
                .toList();
        return scene.complete(HR, selection, "return-certificate-review", Map.of("rows", rows));
    }
}
