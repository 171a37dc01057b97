package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.law.LegalGround;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What OPM reads and signs in step 7 is true of the list as it is, whatever became of it since the election. */
@HiringTest
@Import(SelectionScene.class)
class VerifiedFactsTest {

    private static final Map<String, String> WITH_A_REASON =
            Map.of("decision", "VERIFIED", "comment", "The list was corrected after the election.");

    private static final String CANDIDATE = "/api/cases/{number}/candidates/{id}/";

    @Autowired
    private SelectionScene scene;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void L13_L14_of_somebody_rated_lower_after_the_election_OPM_reads_who_comes_first_and_cannot_verify_by_a_comment() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Corry Cole");
        Stream.of("Ann Ash", "Ben Birch", "Cal Cedar").forEach(name -> scene.candidate(pool, name));
        var heldElsewhere = scene.candidate(pool, "Dana Dogwood");
        scene.preference(heldElsewhere, "TP");
        jdbc.update("update candidate set availability = 'COMMITTED' where id = ?", heldElsewhere);
        var selection = atVerification(pool, elected);

        rated(elected, "WELL_QUALIFIED");
        jdbc.update("update candidate set availability = 'AVAILABLE' where id = ?", heldElsewhere);

        assertThat(finding(selection, "L11").path("holds").asText()).isEqualTo("No");
        assertThat(finding(selection, "L14").path("holds").asText()).isEqualTo("No");
        assertThat(finding(selection, "L14").path("fact").asText())
                .matches("A-\\d+ is a preference eligible and comes first \\(.*");
        assertThat(finding(selection, "L13").path("holds").asText()).isEqualTo("No");
        assertThat(finding(selection, "L13").path("fact").asText())
                .startsWith("Of higher categories 4 candidates can still be selected for Washington, DC");
        var refused = scene.complete(OPM, selection, "verify-selection", WITH_A_REASON);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.rule()).isEqualTo("L14");
    }

    @Test
    void L13_a_higher_category_is_not_passed_over_by_a_comment_either() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Corry Cole");
        Stream.of("Ann Ash", "Ben Birch", "Cal Cedar").forEach(name -> scene.candidate(pool, name));
        var selection = atVerification(pool, elected);

        rated(elected, "QUALIFIED");

        assertThat(finding(selection, "L14").path("holds").asText()).isEqualTo("Yes");
        assertThat(scene.complete(OPM, selection, "verify-selection", WITH_A_REASON)
                        .rule())
                .isEqualTo("L13");
    }

    @Test
    void L11_whoever_is_of_the_same_category_still_and_only_no_longer_for_the_place_is_OPM_s_to_judge() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Corry Cole");
        Stream.of("Ann Ash", "Ben Birch", "Cal Cedar").forEach(name -> scene.candidate(pool, name));
        var selection = atVerification(pool, elected);

        jdbc.update("update candidate_location set location = 'Remote' where candidate_id = ?", elected);

        assertThat(finding(selection, "L13").path("fact").asText())
                .isEqualTo("Nobody of a higher category is left for Washington, DC.");
        must(scene.complete(OPM, selection, "verify-selection", WITH_A_REASON));
    }

    @Test
    void L14_who_comes_first_stands_in_HRs_task_and_not_in_the_message() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Corry Cole");
        var eligible = scene.candidate(pool, "Ann Ash");
        scene.candidate(pool, "Ben Birch");
        var selection = atVerification(pool, elected);
        jdbc.update("update candidate set preference = 'TP' where id = ?", eligible);

        var comesFirst =
                jdbc.queryForObject("select applicant_number from candidate where id = ?", String.class, eligible);
        assertThat(finding(selection, "L14").path("fact").asText()).contains("preference eligible", comesFirst);
        must(scene.complete(OPM, selection, "verify-selection", Map.of("decision", "PAPER_MISSING")));

        assertThat(jdbc.queryForList(
                        "select body from notice where type = 'M11' and selection_id = ?", String.class, selection))
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body)
                        .contains("Does not hold: ", "7 Correct Selection")
                        .doesNotContain("is a preference eligible", comesFirst));
    }

    @Test
    void L13_who_is_left_of_the_category_merged_with_the_elected_candidate_s_is_told() {
        var pool = scene.pool();
        Stream.of("Ann Ash", "Ben Birch").forEach(name -> scene.candidate(pool, name));
        var elected = scene.candidate(pool, "Corry Cole", "WELL_QUALIFIED", true, "Washington, DC");
        var selection = atVerification(pool, elected);

        assertThat(finding(selection, "L13").path("fact").asText())
                .matches(
                        "Of Best qualified are left for Washington, DC: A-\\d+, A-\\d+\\. The category had only 2 candidates when"
                                + " the case was referred and is merged with Well qualified \\(5 U\\.S\\.C\\. 3319\\(c\\)\\(1\\)\\): neither comes"
                                + " before the other\\.");
    }

    @Test
    void L13_of_merged_categories_nobody_is_told_who_is_not_left() {
        var pool = scene.pool();
        var best = scene.candidate(pool, "Ann Ash");
        var elected = scene.candidate(pool, "Corry Cole", "WELL_QUALIFIED", true, "Washington, DC");
        var number = scene.caseInReview(pool, MANAGER);
        scene.classifyPd(number);
        var selection = scene.elected(MANAGER, number, elected);
        scene.leaves(HR, number, best);
        scene.toVerification(selection, HR, COORDINATOR);

        assertThat(finding(selection, "L13").path("fact").asText())
                .startsWith("Nobody of a higher category is left for Washington, DC. Best qualified had ")
                .contains("is merged with Well qualified (5 U.S.C. 3319(c)(1))");
    }

    // 5 U.S.C. 3319(c)(1): whoever signs that nobody is left reads who each was, and what shows it.
    @Test
    void L13_each_one_of_the_higher_category_is_told_with_why_he_or_she_is_not_left_as_the_tables_have_it() {
        var pool = scene.pool();
        var declined = scene.candidate(pool, "Ann Ash");
        var silent = scene.candidate(pool, "Ben Birch");
        var removed = scene.candidate(pool, "Cal Cedar");
        var electedToo = scene.candidate(pool, "Dana Dogwood");
        var withdrew = scene.candidate(pool, "Eve Elm");
        var held = scene.candidate(pool, "Fay Fir");
        var elsewhere = scene.candidate(pool, "Gus Gum", "BEST_QUALIFIED", true, "Denver, CO");
        var elected = scene.candidate(pool, "Corry Cole", "WELL_QUALIFIED", true, "Washington, DC");
        var number = scene.caseInReview(pool, MANAGER, 2);
        scene.classifyPd(number);
        must(scene.declines(HR, number, declined));
        must(scene.record(
                MANAGER,
                number,
                silent,
                "contact",
                "note",
                "By phone",
                "document",
                scene.paper(HR, number, "CONTACT")));
        scene.daysToAnswerAreOver(number, silent);
        must(scene.record(MANAGER, number, silent, "answer", "answer", "FAILED_TO_RESPOND", "note", "Two calls."));
        must(scene.write(MANAGER, Map.of(), CANDIDATE + "objection", number, removed));
        jdbc.update(
                "update pass_over set state = 'SUSTAINED', decided_at = asked_at, ended_at = asked_at, version = version + 1"
                        + " where case_number = ? and candidate_id = ?",
                number.value(),
                removed);
        must(scene.complete(
                HR,
                scene.elected(MANAGER, number, electedToo),
                "notify-opm-of-selection",
                Map.of("pdNumber", "PD-1", "sf52Number", "SF-1")));
        scene.leaves(HR, number, withdrew);
        jdbc.update("update candidate set availability = 'COMMITTED' where id = ?", held);
        jdbc.update("update talent_pool set referred_down_to = 'WELL_QUALIFIED' where announcement = ?", pool.value());
        var selection = scene.elected(MANAGER, number, elected);
        scene.toVerification(selection, HR, COORDINATOR);

        var fact = finding(selection, "L13").path("fact").asText();
        var today = Dates.inWords(scene.today());
        assertThat(fact)
                .startsWith("Nobody of a higher category is left for Washington, DC. Not left of higher categories: ")
                .contains(numberOf(declined) + ": declined the agency, recorded by it on "
                        + inWords("declined_on", number, declined)
                        + ", shown by the candidate\u2019s paper that "
                        + storedBy("decline_document_id", number, declined)
                        + " put on file on " + today)
                .contains(numberOf(silent) + ": failed to respond by " + inWords("answered_on", number, silent)
                        + " as the agency recorded, asked by the agency in another way on ")
                .contains("shown by the paper that " + storedBy("contact_document_id", number, silent))
                .contains("days to answer over on " + inWords("may_answer_until", number, silent))
                .contains(numberOf(removed) + ": removed by an objection that was sustained on " + today)
                .contains(numberOf(electedToo) + ": elected, too (OPM told)")
                .contains(numberOf(withdrew) + ": declined the agency")
                .contains(numberOf(held) + ": selected for another position")
                .contains(numberOf(elsewhere) + ": would not work in Washington, DC")
                .doesNotContain("Ann Ash", "Ben Birch", "Fay Fir");
    }

    private String numberOf(UUID candidate) {
        return jdbc.queryForObject("select applicant_number from candidate where id = ?", String.class, candidate);
    }

    private String inWords(String column, CaseNumber number, UUID candidate) {
        return Dates.inWords(jdbc.queryForObject(
                "select " + column + " from candidate_review where case_number = ? and candidate_id = ?",
                LocalDate.class,
                number.value(),
                candidate));
    }

    private String storedBy(String column, CaseNumber number, UUID candidate) {
        return jdbc.queryForObject(
                "select d.stored_by_name from candidate_review r join document d on d.id = r." + column
                        + " where r.case_number = ? and r.candidate_id = ?",
                String.class,
                number.value(),
                candidate);
    }

    // 5 CFR 330.602, 330.605: an agency that is misspelled, or not named, takes no priority away in silence.
    @Test
    void L16_OPM_reads_of_whom_nobody_can_say_which_agency_displaced_them() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Corry Cole");
        var misspelled = displaced(scene.candidate(pool, "Ann Ash"), "Bureau of Selectons");
        var unnamed = displaced(scene.candidate(pool, "Ben Birch"), null);
        var others = displaced(scene.candidate(pool, "Cal Cedar"), "SELB");
        var selection = atVerification(pool, elected);

        assertThat(finding(selection, "L16").path("fact").asText())
                .contains(
                        numberOf(misspelled)
                                + ": displaced (CTAP) from \u201cBureau of Selectons\u201d, which is no agency on record:"
                                + " to be resolved",
                        numberOf(unnamed)
                                + ": displaced (CTAP) from an agency that the record does not name: to be resolved",
                        numberOf(others)
                                + ": displaced from SELB, whose own plan (CTAP) gives no priority at another agency");
    }

    // 5 CFR 330.602: an agency is all its components.
    @Test
    void L16_a_displaced_employee_of_a_sub_agency_is_the_agencys_own() {
        var pool = scene.pool();
        var other = scene.candidate(pool, "Corry Cole");
        displaced(scene.candidate(pool, "Ann Ash"), "office of  Ships");
        var number = scene.caseInReview(pool, MANAGER);
        jdbc.update("update agency set sub_agencies = 'Office of Ships' where code = 'SELA'");
        try {
            assertThat(scene.elect(MANAGER, number, other).rule()).isEqualTo("L16");
        } finally {
            jdbc.update("update agency set sub_agencies = null where code = 'SELA'");
        }
    }

    private UUID displaced(UUID candidate, String agency) {
        jdbc.update(
                "update candidate set priority_status = 'CTAP', commuting_area = 'Washington, DC', federal_agency = ? where id = ?",
                agency,
                candidate);
        return candidate;
    }

    @Test
    void L14_a_higher_score_below_the_top_is_not_told_as_a_lower_one() {
        var pool = scene.pool("rankingMethod", "NUMERIC");
        var top = scored(pool, "Morgan Maple", "CPS", 75);
        scored(pool, "Taylor Teak", "TP", 95);
        jdbc.update("update talent_pool set cut_off = 70 where announcement = ?", pool.value());
        var selection = atVerification(pool, top);

        assertThat(finding(selection, "L14").path("fact").asText())
                .matches(
                        "1 other preference eligible is on the list\\. A-\\d+: after those with a compensable disability, such as the"
                                + " elected candidate, whatever the score \\(5 CFR 332\\.401\\(b\\)\\)\\.");
    }

    @Test
    void L7_whom_the_exception_from_the_reemployment_list_does_not_cover_is_not_said_to_be_gone() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Corry Cole");
        scene.preference(elected, "XP");
        var selection = atVerification(pool, elected);
        var number = caseOf(selection);
        jdbc.update(
                "update hiring_case set rpl_status = 'EXCEPTION', rpl_exception_ground = 'ten-point-preference-eligible',"
                        + " rpl_demand = 'TEN_POINT_PREFERENCE' where number = ?",
                number);
        scene.preference(elected, "TP");

        var form = scene.form(OPM, selection, "verify-selection");
        assertThat(form.path("conclusion").asText()).isEqualTo("The candidate cannot be selected: decide so.");
        assertThat(form.path("reasons").get(0).asText())
                .isEqualTo(
                        "Does not hold: The Reemployment Priority List allows the appointment (5 CFR 330.210, 330.211).");
        assertThat(scene.verify(OPM, selection, "CANDIDATE_GONE").detail())
                .isEqualTo(
                        "The candidate is still available. What does not hold is something else: decide that the candidate cannot"
                                + " be selected.");
        must(scene.verify(OPM, selection, "CANNOT_BE_SELECTED"));

        assertThat(jdbc.queryForObject("select lost_because from selection where id = ?", String.class, selection))
                .isEqualTo("CANNOT_BE_SELECTED");
        var onFile = scene.read(HR, "/api/cases/{number}", number).json().at("/selections/0");
        assertThat(onFile.path("verification").asText()).isEqualTo("Not verified: the candidate cannot be selected");
        assertThat(onFile.path("verificationMissing").get(0).asText()).contains("Reemployment Priority List");
        assertThat(jdbc.queryForList(
                        "select body from notice where type = 'M11' and case_number = ?", String.class, number))
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body)
                        .contains("is not taken by somebody else, but cannot be selected:")
                        .contains("The Reemployment Priority List allows the appointment")
                        .doesNotContain("no longer available", "preference"));
        assertThat(scene.seen(MANAGER, new CaseNumber(number), elected)
                        .path("available")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void L11_whoever_is_no_longer_on_the_list_cannot_be_selected_and_is_not_gone_either() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Corry Cole");
        var selection = atVerification(pool, elected);
        jdbc.update("update candidate_location set location = 'Remote' where candidate_id = ?", elected);

        assertThat(scene.form(OPM, selection, "verify-selection")
                        .path("conclusion")
                        .asText())
                .startsWith("A finding does not hold: decide that the candidate cannot be selected, or verify");
        must(scene.complete(
                OPM,
                selection,
                "verify-selection",
                Map.of("decision", "CANNOT_BE_SELECTED", "comment", "The application names Remote only.")));

        assertThat(scene.read(HR, "/api/cases/{number}", caseOf(selection))
                        .json()
                        .at("/selections/0/verificationMissing"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "Does not hold: The candidate is referred to the case, and for the duty location (5 U.S.C. 3319(c)).",
                        "The application names Remote only.");
    }

    @Test
    void L8_nobody_cannot_be_selected_whom_the_findings_allow_and_who_is_gone_is_said_to_be_gone() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Corry Cole");
        var selection = atVerification(pool, elected);

        assertThat(scene.verify(OPM, selection, "CANNOT_BE_SELECTED").detail())
                .startsWith("By the findings the candidate can be selected.");
        jdbc.update("update candidate set availability = 'COMMITTED' where id = ?", elected);
        assertThat(scene.form(OPM, selection, "verify-selection")
                        .path("conclusion")
                        .asText())
                .isEqualTo("The candidate is no longer available: decide that the candidate is gone.");
        assertThat(scene.verify(OPM, selection, "CANNOT_BE_SELECTED").detail())
                .isEqualTo("The candidate is no longer available: decide that the candidate is gone.");
    }

    @Test
    void L9_nobody_is_verified_who_said_in_the_same_instant_that_the_position_is_of_no_interest() {
        var pool = scene.pool();
        var elected = scene.candidate(pool, "Corry Cole");
        var selection = atVerification(pool, elected);
        must(scene.record(MANAGER, new CaseNumber(caseOf(selection)), elected, "contact", "note", "By phone"));
        jdbc.update(
                "update candidate_review set answer = 'NOT_INTERESTED', answered_on = contacted_on where candidate_id = ?",
                elected);

        assertThat(finding(selection, "L9").path("holds").asText()).isEqualTo("No");
        assertThat(finding(selection, "L9").path("fact").asText())
                .isEqualTo("The candidate answered that the position is of no interest.");
        assertThat(scene.verify(OPM, selection, "VERIFIED").rule()).isEqualTo("L9");
        must(scene.verify(OPM, selection, "CANDIDATE_GONE"));
    }

    // What OPM may find is not the candidate's word proves nothing to it before.
    @Test
    void L9_L14_nobody_is_verified_by_a_paper_to_leave_the_pool_of_which_OPM_has_not_decided() {
        var pool = scene.pool();
        var eligible = scene.candidate(pool, "Ann Ash");
        scene.preference(eligible, "TP");
        var elected = scene.candidate(pool, "Corry Cole");
        var number = scene.caseInReview(pool, MANAGER);
        scene.classifyPd(number);
        must(scene.asksToLeave(HR, number, eligible));
        var selection = scene.elected(MANAGER, number, elected);
        scene.toVerification(selection, HR, COORDINATOR);
        var who = jdbc.queryForObject("select applicant_number from candidate where id = ?", String.class, eligible);

        assertThat(finding(selection, "L14").path("holds").asText()).isEqualTo("No");
        assertThat(finding(selection, "L14").path("fact").asText())
                .startsWith("This selection rests on a withdrawal from all agencies of which OPM has not decided: "
                        + who + ".")
                .contains("OPM has to decide about it first");
        assertThat(scene.verify(OPM, selection, "VERIFIED").rule()).isEqualTo("L14");

        must(scene.decidesLeaving(
                OPM, eligible, "refusal", Map.of("reason", "It names your agency only.", "ownWord", "YES")));
        assertThat(finding(selection, "L14").path("holds").asText()).isEqualTo("Yes");
        must(scene.verify(OPM, selection, "VERIFIED"));
    }

    @Test
    void L18_after_its_last_day_OPM_reads_until_when_the_pool_was_open() {
        var pool = scene.pool();
        var selection = atVerification(pool, scene.candidate(pool, "Corry Cole"));
        assertThat(finding(selection, "L18").path("fact").asText()).contains("; the pool is open until ");
        var lastDay = scene.today().minusDays(1);
        jdbc.update("update selection set elected_on = ?, notified_on = ? where id = ?", lastDay, lastDay, selection);
        jdbc.update("update talent_pool set open_until = ? where announcement = ?", lastDay, pool.value());

        assertThat(finding(selection, "L18").path("holds").asText()).isEqualTo("Yes");
        assertThat(finding(selection, "L18").path("fact").asText())
                .endsWith("; the pool was open until " + Dates.inWords(lastDay) + ".");
    }

    private String caseOf(UUID selection) {
        return jdbc.queryForObject("select case_number from selection where id = ?", String.class, selection);
    }

    private UUID atVerification(AnnouncementNumber pool, UUID elected) {
        var number = scene.caseInReview(pool, MANAGER);
        scene.classifyPd(number);
        var selection = scene.elected(MANAGER, number, elected);
        scene.toVerification(selection, HR, COORDINATOR);
        return selection;
    }

    private UUID scored(AnnouncementNumber pool, String name, String preference, int score) {
        var id = scene.candidate(pool, name, null, true, "Washington, DC");
        jdbc.update("update candidate set score = ? where id = ?", score, id);
        scene.preference(id, preference);
        return id;
    }

    private void rated(UUID candidate, String rating) {
        jdbc.update("update candidate set rating = ? where id = ?", rating, candidate);
    }

    private JsonNode finding(UUID selection, String rule) {
        for (var finding : scene.form(OPM, selection, "verify-selection").path("findings")) {
            if (finding.path("rule").asText().equals(LegalGround.of(rule))
                    && finding.path("what").asText().equals(ABOUT.get(rule))) {
                return finding;
            }
        }
        throw new AssertionError("no finding of " + rule);
    }

    /** Some rules stand in one section of the law. */
    private static final Map<String, String> ABOUT = Map.of(
            "L9", "Candidate has not withdrawn",
            "L18", "Elected, and told to OPM, while the pool was open",
            "L11", "The candidate is referred to the case, and for the duty location",
            "L13", "No higher category is skipped that is neither exhausted nor merged",
            "L14", "No preference eligible is passed over",
            "L16", "No displaced employee has to be taken first");
}
