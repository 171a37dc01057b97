package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Dana applied under two numbers, for two places, and OPM said that this is one person: what a case has on record about one number it has on
 * record about her (L9, L11, L13 to L16).
 */
@OnBothDatabases
@Import(SelectionScene.class)
class OnePersonTest {

    private static final String WASHINGTON = "Washington, DC";
    private static final String DENVER = "Denver, CO";

    @Autowired
    private SelectionScene scene;

    @Autowired
    private JdbcTemplate jdbc;

    private AnnouncementNumber pool;
    private UUID dana;
    private UUID again;
    private UUID noel;

    @BeforeEach
    void one_person_under_two_numbers_and_somebody_else() {
        pool = scene.pool();
        dana = scene.candidate(pool, "Dana Upton", "BEST_QUALIFIED", true, WASHINGTON);
        again = scene.candidate(pool, "Dana Upton", "BEST_QUALIFIED", true, DENVER);
        noel = scene.candidate(pool, "Noel Else", "BEST_QUALIFIED", true, WASHINGTON, DENVER);
        scene.candidate(pool, "Avery Else", "BEST_QUALIFIED", true, WASHINGTON, DENVER);
        scene.candidate(pool, "Blake Else", "BEST_QUALIFIED", true, WASHINGTON, DENVER);
        onePerson(dana, again);
        scene.preference(dana, "TP");
        scene.preference(again, "TP");
    }

    @Test
    void L11_L14_she_stands_once_comes_first_and_is_elected_at_each_place_she_applied_for() {
        var number = scene.caseInReview(pool, MANAGER);

        var row = row(number, dana);
        assertThat(scene.seen(MANAGER, number, again).isMissingNode()).isTrue();
        assertThat(texts(row.path("locations"))).containsExactly(DENVER, WASHINGTON);
        assertThat(row.path("electing")).hasSize(2).allMatch(place -> place.path("allowed")
                .asBoolean());
        for (var place : List.of(WASHINGTON, DENVER)) {
            var refused = elect(number, noel, place);
            assertThat(refused.rule()).isEqualTo("L14");
            assertThat(refused.detail()).startsWith("Dana Upton is a preference eligible");
        }
        must(elect(number, again, DENVER));
        assertThat(row(number, dana).path("status").asText()).isEqualTo("ELECTED");
        assertThat(elect(number, dana, WASHINGTON).detail())
                .isEqualTo("This candidate is already elected in this case.");
    }

    /** 5 U.S.C. 2108, 3319(c): preference is the person's, whichever application claims it. */
    @Test
    void L14_preference_on_record_under_the_number_that_stands_lower_counts_for_the_one_that_is_listed() {
        scene.preference(dana, "NONE");
        standsLowerNow(again);
        var number = scene.caseInReview(pool, MANAGER);

        var row = row(number, dana);
        assertThat(row.path("preferred").asBoolean()).isTrue();
        for (var place : List.of(WASHINGTON, DENVER)) {
            assertThat(elect(number, noel, place).rule()).isEqualTo("L14");
        }
        must(elect(number, dana, WASHINGTON));
    }

    /** 5 U.S.C. 3318(c)(2): with 30 percent on record under either number the person is heard before OPM decides. */
    @Test
    void L15_who_has_30_percent_on_record_under_the_other_number_is_notified() {
        scene.preference(dana, "NONE");
        scene.preference(again, "CPS");
        var number = scene.caseInReview(pool, MANAGER, 2);

        must(scene.write(MANAGER, Map.of(), "/api/cases/{number}/candidates/{id}/pass-over", number, dana));

        assertThat(jdbc.queryForObject(
                        "select preference from pass_over where case_number = ?", String.class, number.value()))
                .isEqualTo("CPS");
    }

    @Test
    void L9_declining_the_agency_under_one_number_holds_in_its_case_that_lists_the_other() {
        var inWashington = caseIn(WASHINGTON, "Strategist");
        var inDenver = caseIn(DENVER, "Strategist, Denver");
        assertThat(elect(inDenver, noel, DENVER).rule()).isEqualTo("L14");

        must(scene.declines(MANAGER, inWashington, dana));

        var row = rowNamed(inDenver, "Dana Upton");
        assertThat(row.path("status").asText()).isEqualTo("DECLINED_THIS_AGENCY");
        assertThat(row.path("electing"))
                .noneMatch(place -> place.path("allowed").asBoolean());
        for (var record : List.of(dana, again)) {
            assertThat(elect(inDenver, record, DENVER).rule()).isEqualTo("L9");
            assertThat(scene.write(
                                    MANAGER,
                                    Map.of("version", 0),
                                    "/api/cases/{number}/candidates/{id}/contact",
                                    inDenver,
                                    record)
                            .rule())
                    .isEqualTo("L9");
        }
        must(elect(inDenver, noel, DENVER));
    }

    @Test
    void L9_who_declined_under_one_number_is_considered_again_under_the_other() {
        var inWashington = caseIn(WASHINGTON, "Strategist");
        var inDenver = caseIn(DENVER, "Strategist, Denver");
        must(scene.declines(MANAGER, inWashington, dana));

        must(scene.write(
                MANAGER, Map.of("version", 0), "/api/cases/{number}/candidates/{id}/reconsider", inDenver, again));

        assertThat(rowNamed(inWashington, "Dana Upton").path("status").asText()).isEqualTo("REFERRED");
        assertThat(elect(inDenver, noel, DENVER).rule()).isEqualTo("L14");
    }

    @Test
    void L9_declining_ends_the_selection_under_the_other_number() {
        var number = scene.caseInReview(pool, MANAGER);
        var selection = selected(number, again, DENVER);

        must(scene.record(MANAGER, number, dana, "withdrawal", "scope", "THIS_AGENCY", "note", "Told us so."));

        assertThat(scene.stateOf(selection)).isEqualTo("LOST");
    }

    @Test
    void L14_who_was_elected_under_the_number_that_stands_lower_now_is_owed_nothing_and_is_verified() {
        var number = scene.caseInReview(pool, MANAGER, 2);
        scene.classifyPd(number);
        var selection = selected(number, dana, WASHINGTON);
        standsLowerNow(dana);

        assertThat(names(number)).containsOnlyOnce("Dana Upton");
        assertThat(rowNamed(number, "Dana Upton").path("status").asText()).isEqualTo("ELECTED");
        must(elect(number, noel, DENVER));
        scene.toVerification(selection, HR, COORDINATOR);
        var findings = scene.form(OPM, selection, "verify-selection").path("findings");
        assertThat(findings)
                .isNotEmpty()
                .allMatch(finding -> finding.path("holds").asText().equals("Yes"), findings.toString());
        must(scene.verify(OPM, selection, "VERIFIED"));
        assertThat(scene.availabilityOf(again)).isEqualTo("COMMITTED");
        assertThat(rowNamed(number, "Dana Upton").path("id").asText()).isEqualTo(dana.toString());
    }

    @Test
    void on_whom_the_review_has_a_decision_under_one_number_it_has_one_under_the_other() {
        var number = scene.caseInReview(pool, MANAGER, 2);
        scene.classifyPd(number);
        var selection = selected(number, dana, WASHINGTON);
        scene.toVerification(selection, HR, COORDINATOR);
        standsLowerNow(dana);

        assertThat(scene.form(OPM, selection, "verify-selection").path("findings"))
                .extracting(finding -> finding.path("fact").asText())
                .anyMatch(fact -> fact.startsWith(
                        "The review has a decision on " + names(number).size() + " candidates."))
                .noneMatch(fact -> fact.contains("not decided on"));
    }

    @Test
    void L9_what_she_answered_under_one_number_she_answered_under_the_other() {
        var number = scene.caseInReview(pool, MANAGER);
        must(scene.record(MANAGER, number, dana, "contact", "note", "By phone"));
        must(scene.record(MANAGER, number, dana, "answer", "answer", "NOT_INTERESTED", "note", "Stays where she is"));
        standsLowerNow(dana);

        assertThat(elect(number, again, WASHINGTON).rule()).isEqualTo("L9");
        assertThat(elect(number, dana, WASHINGTON).rule()).isEqualTo("L9");
    }

    @Test
    void what_was_recorded_in_reviewing_goes_on_under_the_number_that_stands_higher_now() {
        var number = scene.caseInReview(pool, MANAGER);
        must(scene.record(MANAGER, number, dana, "contact", "note", "By phone"));
        standsLowerNow(dana);

        var row = row(number, again);
        assertThat(row.path("status").asText()).isEqualTo("CONTACTED");
        assertThat(row.path("contactNote").asText()).isEqualTo("By phone");
        must(scene.record(
                MANAGER,
                number,
                again,
                "answer",
                "answer",
                "NOT_INTERESTED",
                "document",
                scene.paper(MANAGER, number, "WITHDRAWAL")));
        assertThat(row(number, again).path("status").asText()).isEqualTo("NOT_INTERESTED");
        assertThat(names(number)).containsOnlyOnce("Dana Upton");
        must(elect(number, noel, DENVER));
    }

    @Test
    void L15_a_request_about_one_number_and_the_vacancy_held_are_hers_under_the_other() {
        var number = scene.caseInReview(pool, MANAGER, 2);
        must(scene.write(MANAGER, Map.of(), "/api/cases/{number}/candidates/{id}/pass-over", number, dana));
        scene.filesReasons(MANAGER, number);
        must(scene.put(MANAGER, "/api/cases/{number}/candidates/{id}/held-vacancy", number, dana));
        standsLowerNow(dana);

        var row = row(number, again);
        assertThat(row.path("passOver").path("state").asText()).isEqualTo("FILED");
        assertThat(row.path("mayAskToPassOver").asBoolean()).isFalse();
        assertThat(row.path("vacancyHeld").asBoolean()).isTrue();
        assertThat(scene.write(MANAGER, Map.of(), "/api/cases/{number}/candidates/{id}/pass-over", number, again)
                        .rule())
                .isEqualTo("L15");
        must(elect(number, noel, DENVER));
        assertThat(scene.delete(MANAGER, "/api/cases/{number}/candidates/{id}/held-vacancy", number, again)
                        .rule())
                .isEqualTo("L14");
        must(elect(number, again, WASHINGTON));
        assertThat(jdbc.queryForObject(
                        "select count(*) from held_vacancy where case_number = ?", Integer.class, number.value()))
                .isZero();
    }

    @Test
    void L16_the_second_review_of_her_is_one_whichever_number_it_names() {
        for (var record : List.of(dana, again)) {
            jdbc.update(
                    "update candidate set priority_status = 'ICTAP', commuting_area = ?, federal_agency = 'EPA' where id = ?",
                    WASHINGTON,
                    record);
        }
        var number = scene.caseInReview(pool, MANAGER);
        assertThat(elect(number, noel, WASHINGTON).rule()).isEqualTo("L16");
        must(scene.write(
                MANAGER,
                Map.of("reasons", "No experience."),
                "/api/cases/{number}/candidates/{id}/priority-review",
                number,
                dana));
        var paper = scene.upload(SECOND_MANAGER, number, "SECOND-REVIEW", "second.pdf");
        must(paper);

        must(scene.write(
                SECOND_MANAGER,
                Map.of(
                        "finding",
                        "NOT_WELL_QUALIFIED",
                        "result",
                        "No workshop is named.",
                        "document",
                        paper.json().path("id").asText()),
                "/api/cases/{number}/candidates/{id}/priority-review/second",
                number,
                again));
        standsLowerNow(dana);

        assertThat(row(number, again).path("secondReview").path("finding").asText())
                .isEqualTo("NOT_WELL_QUALIFIED");
        assertThat(elect(number, noel, WASHINGTON).rule()).isEqualTo("L14");
    }

    // 5 U.S.C. 3319(b), (c)(1): lifted for the disability, both records stand in the highest category, and two people
    // are there.
    @Test
    void L13_under_two_numbers_in_two_categories_she_counts_once_in_the_higher() {
        var few = scene.pool();
        var first = scene.candidate(few, "Dana Upton", "BEST_QUALIFIED", true, WASHINGTON);
        var second = scene.candidate(few, "Dana Upton", "WELL_QUALIFIED", true, DENVER);
        scene.candidate(few, "Avery Else", "BEST_QUALIFIED", true, WASHINGTON);
        scene.candidate(few, "Wells Else", "WELL_QUALIFIED", true, WASHINGTON);
        onePerson(few, first, second);
        scene.preference(first, "CPS");
        scene.preference(second, "CPS");
        var number = scene.caseInReview(few, MANAGER);

        // The two without preference are equals of one merged category.
        assertThat(names(number))
                .startsWith("Dana Upton")
                .containsExactlyInAnyOrder("Dana Upton", "Avery Else", "Wells Else");
        assertThat(scene.list(MANAGER, number)
                        .json()
                        .path("referral")
                        .path("merged")
                        .asText())
                .startsWith("Best qualified had 2 candidates when your access was approved");
    }

    @Test
    void L13_who_applied_for_the_case_s_place_under_the_lower_number_counts_in_the_category_of_the_higher() {
        var few = scene.pool();
        var first = scene.candidate(few, "Dana Upton", "BEST_QUALIFIED", true, "Remote");
        var second = scene.candidate(few, "Dana Upton", "WELL_QUALIFIED", true, DENVER);
        scene.candidate(few, "Wells Else", "WELL_QUALIFIED", true, WASHINGTON);
        onePerson(few, first, second);
        var number = scene.caseInReview(few, MANAGER);

        assertThat(names(number)).containsExactly("Dana Upton", "Wells Else");
        assertThat(scene.list(MANAGER, number)
                        .json()
                        .path("referral")
                        .path("merged")
                        .asText())
                .startsWith("Best qualified had one candidate when your access was approved");
    }

    @Test
    void L11_an_application_she_did_not_agree_to_share_stays_closed_though_the_other_is_referred() {
        jdbc.update("update candidate set opted_in = false where id = ?", again);
        var number = scene.caseInReview(pool, MANAGER);

        assertThat(texts(row(number, dana).path("locations"))).containsExactly(WASHINGTON);
        must(scene.write(MANAGER, Map.of(), "/api/cases/{number}/candidates/{id}/pass-over", number, dana));
        assertThat(scene.write(
                                MANAGER,
                                Map.of("version", 0),
                                "/api/cases/{number}/candidates/{id}/contact",
                                number,
                                again)
                        .status())
                .isEqualTo(404);
        must(elect(number, noel, DENVER));
    }

    private void onePerson(UUID one, UUID other) {
        onePerson(pool, one, other);
    }

    /** OPM says so. */
    private void onePerson(AnnouncementNumber of, UUID one, UUID other) {
        must(scene.write(
                OPM,
                Map.of(
                        "decisions",
                        List.of(Map.of(
                                "applicantNumber",
                                numberOf(one),
                                "otherApplicantNumber",
                                numberOf(other),
                                "same",
                                true))),
                "/api/pools/{announcement}/candidates/doubles",
                of));
    }

    private String numberOf(UUID candidate) {
        return jdbc.queryForObject("select applicant_number from candidate where id = ?", String.class, candidate);
    }

    /** OPM's list has a lower category for this record now: the other one leads. */
    private void standsLowerNow(UUID candidate) {
        jdbc.update("update candidate set rating = 'WELL_QUALIFIED', version = version + 1 where id = ?", candidate);
    }

    private CaseNumber caseIn(String place, String position) {
        var number = scene.caseInReview(pool, MANAGER, 1, position);
        jdbc.update(
                "delete from case_duty_location where case_number = ? and duty_location <> ?", number.value(), place);
        jdbc.update("update case_duty_location set place = 0 where case_number = ?", number.value());
        return number;
    }

    private SelectionScene.Answer elect(CaseNumber number, UUID candidate, String place) {
        return scene.write(
                MANAGER,
                Map.of("candidateId", candidate, "dutyLocation", place, "alternates", List.of()),
                "/api/cases/{number}/elections",
                number);
    }

    private UUID selected(CaseNumber number, UUID candidate, String place) {
        var answer = elect(number, candidate, place);
        must(answer);
        return UUID.fromString(answer.json().path("selectionId").asText());
    }

    private JsonNode row(CaseNumber number, UUID candidate) {
        var row = scene.seen(MANAGER, number, candidate);
        assertThat(row.isMissingNode()).as("a row of " + candidate).isFalse();
        return row;
    }

    private JsonNode rowNamed(CaseNumber number, String name) {
        for (var row : scene.list(MANAGER, number).json().path("candidates")) {
            if (row.path("name").asText().equals(name)) {
                return row(number, UUID.fromString(row.path("id").asText()));
            }
        }
        throw new AssertionError("nobody of that name");
    }

    private List<String> names(CaseNumber number) {
        return scene.list(MANAGER, number).json().path("candidates").findValuesAsText("name").stream()
                .filter(name -> !name.endsWith(".pdf"))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new java.util.ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
