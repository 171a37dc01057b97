package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.AgencyDetails;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.audit.RecordedDecision;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.intake.CandidateImport;
import io.crossgov.hiring.law.MergePolicy;
import io.crossgov.hiring.request.PoolAccessDecided;
import io.crossgov.hiring.selection.SelectionScene.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 5 U.S.C. 3319(c)(1): the highest category may be merged with the next one, and need not be. An agency whose policy is to ask leaves it to
 * the hiring manager; what was decided of an empty field is decided again.
 */
@OnBothDatabases
@Import(SelectionScene.class)
class MergingTest {

    private static final String ASKED = "mrg.manager";
    private static final String ASKED_HR = "mrg.hr";

    @Autowired
    private SelectionScene scene;

    @Autowired
    private Agencies agencies;

    @Autowired
    private DecisionLog audit;

    @Autowired
    private CandidateImport candidateImport;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private AnnouncementNumber pool;

    @BeforeEach
    void anAgencyThatAsks() {
        pool = scene.pool();
        agencies.save(
                Actor.SYSTEM,
                new AgencyDetails(
                        "MRG",
                        "Agency that asks",
                        "Category rating policy 7",
                        LocalDate.of(2020, 1, 1),
                        5,
                        5,
                        MergePolicy.ASK,
                        30,
                        List.of(),
                        false,
                        false));
        scene.person(ASKED, "MRG", Role.HIRING_MANAGER);
        scene.person(ASKED_HR, "MRG", Role.HR_SPECIALIST);
    }

    @Test
    void L13_unmerged_the_two_of_the_highest_category_can_be_elected_and_merged_the_preference_eligible_comes_first() {
        var ann = scene.candidate(pool, "Ann Ash");
        scene.candidate(pool, "Ben Birch");
        var terry = scene.candidate(pool, "Terry Teak", "WELL_QUALIFIED", true, "Washington, DC");
        scene.preference(terry, "TP");
        var number = approved(ASKED);

        assertThat(names(ASKED, number)).containsExactlyInAnyOrder("Ann Ash", "Ben Birch");
        assertThat(referral(ASKED, number).path("merged").isNull()).isTrue();
        assertThat(referral(ASKED, number).path("mayMerge").path("why").asText())
                .isEqualTo(
                        "Best qualified has 2 candidates left, fewer than 3. The hiring manager can elect from it, or first merge it"
                                + " with Well qualified: both then compete as one category, and a preference eligible of either comes"
                                + " first. A merge stays on record and is not taken back (5 U.S.C. 3319(c)).");
        assertThat(decisions(number, "refer-candidates")).singleElement().satisfies(decision -> {
            assertThat(decision.sentence())
                    .isEqualTo(
                            "Referred the category Best qualified with 2 available candidates, unmerged: the hiring manager"
                                    + " decides on that (5 U.S.C. 3319(c)).");
            assertThat(decision.after()).contains("\"policy\":\"ASK\"");
        });
        assertThat(electing(ASKED, number, ann)).isEqualTo("Allowed");

        must(merge(ASKED, number));
        must(merge(ASKED, number));

        assertThat(names(ASKED, number)).startsWith("Terry Teak").contains("Ann Ash", "Ben Birch");
        assertThat(referral(ASKED, number).path("merged").asText())
                .matches(
                        "Best qualified had 2 candidates left, fewer than 3, when Person mrg\\.manager merged it with Well"
                                + " qualified on .* \\(5 U\\.S\\.C\\. 3319\\(c\\)\\)\\.");
        assertThat(referral(ASKED, number).path("mayMerge").isNull()).isTrue();
        assertThat(scene.elect(ASKED, number, ann).rule()).isEqualTo("L14");
        assertThat(decisions(number, "merge-categories")).singleElement().satisfies(decision -> {
            assertThat(decision.userId()).isEqualTo(ASKED);
            assertThat(decision.sentence())
                    .isEqualTo(
                            "Merged Best qualified with Well qualified: 2 candidates of the former could still be selected,"
                                    + " fewer than 3 (5 U.S.C. 3319(c)(1)).");
            assertThat(decision.after()).contains("\"policy\":\"ASK\"", "\"available\":2", "Category rating policy 7");
        });
        must(scene.elect(ASKED, number, terry));
    }

    @Test
    void L13_only_the_hiring_manager_of_the_agency_merges_and_only_while_fewer_than_three_are_left() {
        var best = List.of("Ann Ash", "Ben Birch", "Cal Cedar").stream()
                .map(name -> scene.candidate(pool, name))
                .toList();
        scene.candidate(pool, "Wren Willow", "WELL_QUALIFIED", true, "Washington, DC");
        var number = approved(ASKED);

        assertThat(merge(ASKED_HR, number).status()).isEqualTo(403);
        assertThat(merge(MANAGER, number).status()).isEqualTo(404);
        assertThat(merge(OPM, number).status()).isEqualTo(403);
        assertThat(referral(ASKED, number).path("mayMerge").isNull()).isTrue();
        var refused = merge(ASKED, number);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.rule()).isEqualTo("L13");
        assertThat(refused.detail())
                .isEqualTo(
                        "3 candidates of Best qualified can still be selected. Categories are merged when fewer than three"
                                + " are left (5 U.S.C. 3319(c)(1)); somebody elected is left until OPM has verified it.");
        assertThat(decisions(number, "merge-categories")).isEmpty();

        // Another agency's selection of one of them was verified.
        jdbc.update("update candidate set availability = 'COMMITTED' where id = ?", best.get(0));
        must(merge(ASKED, number));
        assertThat(names(ASKED, number)).contains("Wren Willow");
    }

    // An election can be given up again, a merge cannot.
    @Test
    void L13_whom_the_agency_elected_itself_is_left_until_OPM_has_verified_it() {
        var ann = scene.candidate(pool, "Ann Ash");
        scene.candidate(pool, "Ben Birch");
        scene.candidate(pool, "Cal Cedar");
        scene.candidate(pool, "Wren Willow", "WELL_QUALIFIED", true, "Washington, DC");
        var number = approved(ASKED);
        must(scene.elect(ASKED, number, ann));

        assertThat(merge(ASKED, number).rule()).isEqualTo("L13");
    }

    @Test
    void L18_nothing_is_merged_in_a_pool_that_is_closed() {
        scene.candidate(pool, "Ann Ash");
        scene.candidate(pool, "Wren Willow", "WELL_QUALIFIED", true, "Washington, DC");
        var number = approved(ASKED);
        jdbc.update(
                "update talent_pool set open_until = ? where announcement = ?",
                scene.today().minusDays(1),
                pool.value());

        assertThat(merge(ASKED, number).rule()).isEqualTo("L18");
    }

    @Test
    void L11_L13_what_was_decided_of_an_empty_field_is_decided_again_when_candidates_are_imported() throws IOException {
        var number = approved(MANAGER);
        assertThat(decisions(number, "refer-candidates"))
                .extracting(RecordedDecision::sentence)
                .containsExactly("Nobody of the pool is in the field for this case.");
        assertThat(names(MANAGER, number)).isEmpty();

        imported("B-1,Ann Ash,ann@%s.example,,\"Washington, DC\",BEST_QUALIFIED,,NONE,,,yes,,");
        imported("W-1,Wren Willow,wren@%s.example,,\"Washington, DC\",WELL_QUALIFIED,,NONE,,,yes,,");

        assertThat(names(MANAGER, number)).containsExactlyInAnyOrder("Ann Ash", "Wren Willow");
        assertThat(decisions(number, "refer-candidates"))
                .extracting(RecordedDecision::sentence)
                .containsExactly(
                        "Nobody of the pool is in the field for this case.",
                        "Referred the category Best qualified with one available candidate, merged with Well qualified because"
                                + " there were fewer than 3 (5 U.S.C. 3319(c)).");
        assertThat(decisions(number, "refer-candidates").get(1).userId()).isEqualTo("system");
        assertThat(jdbc.queryForObject(
                        "select highest from case_referral where case_number = ?", String.class, number.value()))
                .isEqualTo("BEST_QUALIFIED");
    }

    @Test
    void L13_who_is_imported_into_a_category_above_comes_first() throws IOException {
        var wells = List.of("Wren Willow", "Wes Walnut", "Wyn Wisteria").stream()
                .map(name -> scene.candidate(pool, name, "WELL_QUALIFIED", true, "Washington, DC"))
                .toList();
        var number = approved(ASKED);
        assertThat(electing(ASKED, number, wells.get(0))).isEqualTo("Allowed");

        imported("B-1,Ann Ash,ann@%s.example,,\"Washington, DC\",BEST_QUALIFIED,,NONE,,,yes,,");

        assertThat(names(ASKED, number)).containsExactly("Ann Ash");
        assertThat(referral(ASKED, number).path("mayMerge").path("button").asText())
                .isEqualTo("Merge with Well qualified");
    }

    private CaseNumber approved(String manager) {
        var number = scene.caseInReview(pool, manager);
        transaction.executeWithoutResult(
                approved -> events.publishEvent(new PoolAccessDecided(number, AccessDecision.APPROVED)));
        return number;
    }

    private void imported(String row) throws IOException {
        candidateImport.take(
                Actor.SYSTEM,
                pool,
                new ByteArrayInputStream(
                        ("applicant_number,name,email,phone,duty_locations,rating,score,preference,priority_status,commuting_area,"
                                        + "opted_in,federal_agency,resume_file\n"
                                        + row.formatted(pool.value().toLowerCase(java.util.Locale.ROOT)) + "\n")
                                .getBytes(StandardCharsets.UTF_8)),
                progress -> {});
    }

    private Answer merge(String person, CaseNumber number) {
        return scene.write(person, Map.of(), "/api/cases/{number}/merge", number);
    }

    private JsonNode referral(String person, CaseNumber number) {
        return scene.list(person, number).json().path("referral");
    }

    private List<String> names(String person, CaseNumber number) {
        return scene.list(person, number).json().path("candidates").findValuesAsText("name");
    }

    /** What the workbench says of electing the candidate in Washington. */
    private String electing(String person, CaseNumber number, UUID candidate) {
        var said = scene.details(person, number, candidate)
                .json()
                .path("candidate")
                .path("electing");
        assertThat(said.isArray()).isTrue();
        for (var place : said) {
            if (place.path("dutyLocation").asText().equals("Washington, DC")) {
                return place.path("refused").isNull() || place.path("refused").isMissingNode() ? "Allowed" : "Refused";
            }
        }
        return "Nowhere";
    }

    private List<RecordedDecision> decisions(CaseNumber number, String kind) {
        return audit.of(number.value()).stream()
                .filter(decision -> decision.kind().equals(kind))
                .toList();
    }
}
