package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.selection.PassOver.State;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Passing over a preference eligible (L15; 5 U.S.C. 3318(c), 5 CFR 332.406), and the gates it opens: A-04 is the preference eligible of
 * these scenarios.
 */
@OnBothDatabases
class PassOverProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.ofWhole("pass-over");

    private static final String REVIEWING = "review-and-interview-candidates";

    private HireScenario scenario;
    private PoolDetails pool;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        pool = scenario.crossGovernmentPool();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    private Hire reviewing(String preference) {
        scenario.is(pool, "A-04", "preference", preference);
        return scenario.opensCase().until(REVIEWING);
    }

    /** A case about another title whose position description has no number yet. */
    private Hire withoutNumber() {
        var hire = scenario.opensCase(scenario.manager, pool, "Another title");
        scenario.manager.completes(
                hire,
                "identify-position-description",
                answers(
                        "pdNumber", null,
                        "classification", "REQUESTED",
                        "classificationRequestedOn", scenario.today(),
                        "classifiedOn", null,
                        "coverSheet", null,
                        "positionDescription", null));
        return hire;
    }

    private PassingOver filed(Hire hire) {
        var request = hire.asksToPassOver("A-04").waitsAt("file-pass-over");
        scenario.manager.completes(request, "file-pass-over");
        return request;
    }

    @Test
    void L15_a_sustained_pass_over_of_a_5_point_eligible_opens_the_list_for_this_position() {
        var hire = reviewing("TP");
        hire.cannotElect("A-01").by("L14").because("Candidate A-04", "ask OPM to pass over");
        var request = filed(hire).waitsAt("decide-pass-over");
        assertThat(scenario.opm.opens(request, "decide-pass-over").toString())
                .contains("Candidate A-04", "several research methods", "/api/documents/");
        hire.cannotElect("A-01").by("L14").because("not decided yet whether to pass over");
        scenario.opm.completes(request, "decide-pass-over");

        request.endedAs(State.SUSTAINED, "passed-over");
        hire.hasToldOpm("M20", 1)
                .hasToldNobody("M18")
                .hasTold("M21", scenario.manager, scenario.hr)
                // 5 U.S.C. 3318(c)(3): others are told when they ask.
                .hasToldNobody("M27")
                .hasPassed("pass-over-settled")
                .elects("A-01")
                .waitsAt("notify-opm-of-selection");
    }

    @Test
    void L15_a_30_percent_disabled_veteran_is_notified_and_heard_before_OPM_may_decide() {
        var hire = reviewing("CPS");
        var request = filed(hire).waitsAt();
        assertThat(hire.recipientsOf("M18")).containsExactly(hire.mailOf("A-04"));
        assertThat(request.file().lastDayToAnswer()).contains(scenario.today().plusDays(15));
        hire.cannotElect("A-01").by("L14");

        scenario.onDay(scenario.today().plusDays(16));
        request.timerFires("time-to-answer").waitsAt("decide-pass-over");
        scenario.opm.completes(
                request,
                "decide-pass-over",
                answers(
                        "decision",
                        "DENIED",
                        "reason",
                        "The answer shows the experience.",
                        "candidateAnswer",
                        "I led three studies."));
        request.endedAs(State.DENIED, "not-passed-over");
        assertThat(request.file().candidateAnswer()).contains("I led three studies.");
        // 5 U.S.C. 3318(c)(2): OPM's findings go to the appointing authority and to the preference eligible.
        hire.hasTold("M21", scenario.manager, scenario.hr);
        assertThat(hire.recipientsOf("M27")).containsExactly(hire.mailOf("A-04"));
        assertThat(hire.lettersOf("M27"))
                .singleElement()
                .asString()
                .contains(
                        "Dear Candidate A-04",
                        "OPM denied the request",
                        "The answer shows the experience.",
                        "The decision is about this position only")
                .doesNotContain("OPM sustained");
        hire.cannotElect("A-01").by("L14").because("The request about Candidate A-04", "was denied");
        hire.elects("A-04").waitsAt("notify-opm-of-selection");
    }

    @Test
    void L15_deciding_early_for_a_30_percent_disabled_veteran_is_impossible_even_around_the_timer() {
        var hire = reviewing("CPS");
        var request = filed(hire).isMovedTo("decide-pass-over");

        scenario.opm
                .cannotComplete(request, "decide-pass-over", Map.of())
                .by("L15")
                .because("may answer until");
    }

    @Test
    void L15_reasons_and_the_form_are_needed_and_only_OPM_decides() {
        var hire = reviewing("XP");
        var request = hire.asksToPassOver("A-04");
        scenario.hr
                .cannotComplete(request, "file-pass-over", answers("reasons", ""))
                .because("Give the reasons");
        scenario.hr
                .cannotComplete(request, "file-pass-over", answers("sf62", null))
                .because("Attach the SF-62");
        scenario.manager
                .cannotPost(hire, hire.candidatePath("A-04") + "/pass-over", Map.of())
                .by("L15");
        scenario.manager
                .cannotPost(hire, hire.candidatePath("A-01") + "/pass-over", Map.of())
                .by("L15");
        scenario.hr.completes(request, "file-pass-over");
        scenario.opm
                .cannotComplete(request, "decide-pass-over", answers("reason", ""))
                .because("Give the reason for your decision");
        scenario.hr.cannotTouch(request, "decide-pass-over", scenario.opm, Map.of());
        scenario.otherManager.cannotTouch(request, "decide-pass-over", scenario.opm, Map.of());
    }

    // 5 CFR 332.406: a request rests on its reasons; other facts are another request.
    @Test
    void L15_what_was_denied_is_asked_again_with_facts_that_were_not_known_then_and_only_so() {
        var hire = reviewing("TP");
        scenario.opm.completes(
                filed(hire), "decide-pass-over", answers("decision", "DENIED", "reason", "Not proper and adequate."));
        var path = hire.candidatePath("A-04") + "/pass-over";
        assertThat(hire.row("A-04").get("needsNewFacts").asBoolean()).isTrue();
        scenario.manager
                .cannotPost(hire, path, Map.of())
                .by("L15")
                .because("was denied for this position", "facts that were not known then");

        var again = hire.asksToPassOver("A-04", "The diploma turned out to be forged.");
        hire.cannotElect("A-01").by("L14").because("not decided yet");
        scenario.manager.completes(again, "file-pass-over", answers("ground", "false-statement"));
        assertThat(scenario.opm.opens(again, "decide-pass-over").toString())
                .contains("An earlier request was denied", "The diploma turned out to be forged.");
        scenario.opm.completes(again, "decide-pass-over");
        again.endedAs(State.SUSTAINED, "passed-over");
        hire.elects("A-01");
    }

    @Test
    void L15_a_request_with_new_facts_that_is_withdrawn_leaves_what_was_denied_denied() {
        var hire = reviewing("TP");
        scenario.opm.completes(
                filed(hire), "decide-pass-over", answers("decision", "DENIED", "reason", "Not proper and adequate."));
        var path = hire.candidatePath("A-04") + "/pass-over";
        hire.asksToPassOver("A-04", "The diploma turned out to be forged.");
        scenario.manager.deletes(path);

        scenario.manager.cannotPost(hire, path, Map.of()).by("L15").because("was denied for this position");
        scenario.manager
                .cannotPost(hire, hire.candidatePath("A-01") + "/objection", answers("newFacts", "Nothing is denied."))
                .because("nothing that was not known then");
    }

    // 5 U.S.C. 3318(c): other preference eligibles are told the reasons when they ask.
    @Test
    void L15_a_preference_eligible_who_asks_is_sent_the_reasons_and_later_the_decision_with_its_own() {
        var hire = reviewing("TP");
        var reasons = hire.candidatePath("A-04") + "/pass-over/reasons";
        var request = hire.asksToPassOver("A-04");
        scenario.hr.cannotPost(hire, reasons, Map.of()).withStatus(409);
        scenario.manager.completes(request, "file-pass-over");
        assertThat(hire.row("A-04").at("/passOver/mayGiveReasons").asBoolean()).isTrue();
        scenario.hr.posts(reasons, Map.of());
        scenario.hr.cannotPost(hire, reasons, Map.of()).withStatus(409).because("today already");
        assertThat(hire.recipientsOf("M33")).containsExactly(hire.mailOf("A-04"));
        assertThat(hire.lettersOf("M33"))
                .singleElement()
                .asString()
                .contains("Dear Candidate A-04", "no work with several research methods", "not been decided yet");

        scenario.opm.completes(request, "decide-pass-over");
        scenario.onDay(scenario.today().plusDays(1));
        scenario.hr.posts(reasons, Map.of());
        assertThat(hire.lettersOf("M33"))
                .hasSize(2)
                .anyMatch(letter -> letter.contains("OPM sustained the request")
                        && letter.contains("The reasons are proper and adequate."));
    }

    // The record is whole for OPM and for the agency (5 U.S.C. 3318(c)).
    @Test
    void L15_who_why_notice_answer_and_decision_stand_together_on_the_cases_page() {
        var hire = reviewing("CPS");
        var request = filed(hire);
        scenario.onDay(scenario.today().plusDays(16));
        request.timerFires("time-to-answer");
        scenario.opm.completes(
                request,
                "decide-pass-over",
                answers("reason", "The reasons hold.", "candidateAnswer", "I led three studies."));

        for (var reader : List.of(scenario.opm, scenario.hr, scenario.manager)) {
            assertThat(reader.looksAt("/cases/" + hire.caseNumber()))
                    .contains(
                            "Pass-over: Candidate A-04, A-04",
                            "Sustained by OPM",
                            "Maria Delgado",
                            "Does not have the qualifications that the position needs",
                            "no work with several research methods",
                            "Last day to answer:",
                            "I led three studies.",
                            "The reasons hold.");
        }
        assertThat(scenario.coordinator.looksAt("/cases/" + hire.caseNumber()))
                .doesNotContain("Pass-overs and objections");
        hire.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null);
        assertThat(scenario.manager.looksAt("/cases/" + hire.caseNumber())).doesNotContain("I led three studies.");
        assertThat(scenario.opm.looksAt("/cases/" + hire.caseNumber())).contains("I led three studies.");
    }

    // 5 U.S.C. 3318(a), 5 CFR 332.102, 332.406: to anybody certified; removed from this certificate, and no other.
    @Test
    void L22_an_objection_that_is_sustained_removes_anybody_from_the_case_and_from_no_other() {
        scenario.is(pool, "A-05", "priority_status", "ICTAP");
        scenario.is(pool, "A-05", "commuting_area", HireScenario.DUTY_LOCATION);
        var hire = scenario.opensCase().until(REVIEWING);
        hire.cannotElect("A-01").by("L16");
        var objection = hire.objectsTo("A-05").waitsAt("file-pass-over");
        scenario.manager
                .cannotComplete(objection, "file-pass-over", answers("ground", null))
                .because("Choose the ground");
        scenario.manager
                .cannotComplete(objection, "file-pass-over", answers("ground", "dislike"))
                .because("no such ground");
        scenario.manager.completes(objection, "file-pass-over", answers("ground", "false-statement"));
        hire.cannotElect("A-01").by("L16");
        assertThat(scenario.opm.opens(objection, "decide-pass-over").toString())
                .contains("objects to this candidate", "false statement");
        scenario.opm.completes(objection, "decide-pass-over");

        objection.endedAs(State.SUSTAINED, "passed-over");
        hire.hasToldOpm("M20", 1).hasTold("M21", scenario.manager, scenario.hr);
        // 5 CFR 330.605, 330.703: whoever loses a priority hears why, whichever form the agency uses.
        assertThat(hire.recipientsOf("M27")).containsExactly(hire.mailOf("A-05"));
        assertThat(hire.lettersOf("M27"))
                .singleElement()
                .asString()
                .contains(
                        "as a displaced federal employee",
                        "OPM sustained the objection",
                        "The reasons are proper and adequate.",
                        "no work with several research methods");
        assertThat(hire.lettersOf("M21"))
                .allMatch(letter -> letter.contains("OPM sustained the objection to applicant A-05"));
        hire.cannotElect("A-05").by("L22").because("removed from your certificate");
        assertThat(findings(hire.elects("A-01"))).contains("A-05: removed by an objection that was sustained");
        hire.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null);

        var next = scenario.opensCase();
        scenario.manager.completes(next, "identify-position-description", answers("pdNumber", "pd\u20110301\u201313 "));
        next.until(REVIEWING).cannotElect("A-01").by("L16").because("Candidate A-05");
    }

    @Test
    void L22_an_objection_that_is_denied_changes_nothing() {
        var hire = scenario.opensCase().until(REVIEWING);
        var objection = hire.objectsTo("A-01");
        scenario.manager.completes(objection, "file-pass-over");
        scenario.opm.completes(
                objection, "decide-pass-over", answers("decision", "DENIED", "reason", "The papers are there."));

        objection.endedAs(State.DENIED, "not-passed-over");
        hire.elects("A-01").waitsAt("notify-opm-of-selection");
    }

    // 74 FR 30459, 5 U.S.C. 3318(a): delegated examining authority, and what stays OPM's alone.
    @Test
    void L22_an_agency_with_delegated_examining_authority_decides_itself_by_somebody_other_than_who_asked() {
        scenario.withDelegatedAuthority();
        var hire = reviewing("TP");
        var passOver = filed(hire).waitsAt("decide-own-pass-over");
        hire.hasToldNobody("M18").hasTold("M20", scenario.hr);
        passOver.is("filed_by", scenario.hr.actor().userId());
        scenario.hr
                .cannotComplete(passOver, "decide-own-pass-over", Map.of())
                .withStatus(403)
                .because("somebody else at your agency decides");
        passOver.is("filed_by", scenario.manager.actor().userId());
        scenario.otherHr.cannotTouch(passOver, "decide-own-pass-over", scenario.hr, Map.of());
        scenario.hr.completes(passOver, "decide-own-pass-over");
        passOver.endedAs(State.SUSTAINED, "passed-over");
        assertThat(hire.lettersOf("M21"))
                .allMatch(letter -> letter.contains("The agency sustained passing over applicant A-04"));
        hire.elects("A-01");
    }

    @Test
    void L15_medical_grounds_and_30_percent_stay_with_OPM_whatever_authority_the_agency_has() {
        scenario.withDelegatedAuthority();
        var hire = reviewing("TP");
        var medical = hire.asksToPassOver("A-04");
        scenario.manager.completes(medical, "file-pass-over", answers("ground", "medical"));
        medical.waitsAt("decide-pass-over");
        scenario.is(pool, "A-02", "preference", "CPS");
        var heard = hire.asksToPassOver("A-02");
        scenario.manager.completes(heard, "file-pass-over");
        heard.waitsAt();
        scenario.onDay(scenario.today().plusDays(16));
        heard.timerFires("time-to-answer").waitsAt("decide-pass-over");
    }

    @Test
    void L21_who_asked_or_filed_for_the_agency_and_is_with_OPM_now_does_not_decide() {
        var request = filed(reviewing("TP"));
        for (var column : List.of("asked_by", "filed_by")) {
            request.is(column, scenario.opm.actor().userId());
            scenario.opm
                    .cannotComplete(request, "decide-pass-over", Map.of())
                    .withStatus(403)
                    .because("both sides", "you worked on this for the agency that asks");
            request.is(column, scenario.manager.actor().userId());
        }
        scenario.opm.completes(request, "decide-pass-over");
    }

    @Test
    void L15_links_lead_to_the_request_they_are_about_when_a_case_has_asked_about_several_people() {
        scenario.is(pool, "A-05", "preference", "TP");
        var hire = reviewing("TP");
        var first = hire.asksToPassOver("A-04");
        var second = hire.asksToPassOver("A-05");
        for (var request : List.of(first, second)) {
            assertThat(scenario.manager.isLedTo("/go/task?case=" + hire.caseNumber() + "&task=file-pass-over&passOver="
                            + request.file().id()))
                    .isEqualTo("/camunda/app/tasklist/default/#/?task=" + request.taskInstance("file-pass-over"));
            scenario.manager.completes(request, "file-pass-over");
        }
        assertThat(hire.lettersOf("M20"))
                .hasSize(2)
                .anyMatch(letter -> letter.contains("passOver=" + first.file().id()))
                .anyMatch(letter -> letter.contains("passOver=" + second.file().id()));
    }

    @Test
    void L15_the_agency_withdraws_its_request_and_may_ask_again() {
        var hire = reviewing("TP");
        var request = filed(hire);
        scenario.hr.deletes(hire.candidatePath("A-04") + "/pass-over");

        request.endedAs(State.WITHDRAWN, "no-decision-needed");
        hire.hasToldOpm("M22", 1).isOpen().waitsAt(REVIEWING);
        scenario.hr
                .refused(hire, () -> scenario.hr.deletes(hire.candidatePath("A-04") + "/pass-over"))
                .withStatus(409);
        hire.cannotElect("A-01").by("L14").because("ask OPM to pass over");
        hire.asksToPassOver("A-04").waitsAt("file-pass-over");
    }

    @Test
    void L9_nobody_is_passed_over_who_withdrew_from_all_agencies() {
        var hire = reviewing("CPS");
        var request = filed(hire);
        hire.leavesThePool("A-04");

        assertThat(request.file().state()).as("it can be undone").isEqualTo(State.FILED);
        scenario.onDay(scenario.today().plusDays(8));
        scenario.settlesWithdrawals();
        request.endedAs(State.MOOT, "no-decision-needed");
        hire.elects("A-01").waitsAt("notify-opm-of-selection");
    }

    @Test
    void L15_who_is_elected_after_all_needs_no_decision() {
        var hire = reviewing("TP");
        var request = filed(hire);
        hire.elects("A-04");

        request.endedAs(State.MOOT, "no-decision-needed");
    }

    @Test
    void a_case_that_ends_takes_its_pass_over_along() {
        var hire = reviewing("TP");
        var request = filed(hire);
        hire.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null)
                .isClosedBecause(ClosingReason.CANCELLED);

        assertThat(request.file().state()).isEqualTo(State.MOOT);
    }

    @Test
    void L15_a_sustained_pass_over_holds_for_the_position_in_the_agencys_next_case_and_for_nobody_else() {
        var hire = reviewing("TP");
        scenario.opm.completes(filed(hire), "decide-pass-over");
        hire.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null);

        var next = scenario.opensCase();
        scenario.manager.completes(next, "identify-position-description", answers("pdNumber", "pd\u20110301\u201313 "));
        next.until(REVIEWING).elects("A-01").waitsAt("notify-opm-of-selection");
        var others = scenario.asOtherAgency(
                () -> scenario.opensCase(scenario.otherManager, pool).until(REVIEWING));
        scenario.asOtherAgency(() -> others.cannotElect("A-02")).by("L14");
    }

    // 5 U.S.C. 3318(c)(1): the appointing authority complies with what was found; another case asks nothing else.
    @Test
    void L15_what_was_denied_is_denied_in_the_agencys_next_case_about_the_position_whatever_it_is_called() {
        scenario.withVacancies(2);
        var hire = reviewing("TP");
        scenario.opm.completes(
                filed(hire), "decide-pass-over", answers("decision", "DENIED", "reason", "Not proper and adequate."));
        hire.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null);

        var next = scenario.opensCase(scenario.manager, pool, "Another title");
        scenario.manager.completes(next, "identify-position-description", answers("pdNumber", "pd\u20110301\u201313 "));
        next.until(REVIEWING).cannotElect("A-01").by("L14").because("The request about Candidate A-04", "was denied");
        var path = next.candidatePath("A-04") + "/pass-over";
        assertThat(next.row("A-04").get("needsNewFacts").asBoolean()).isTrue();
        assertThat(next.row("A-04").at("/passOver/inCase").asText()).isEqualTo(hire.caseNumber());
        scenario.manager.cannotPost(next, path, Map.of()).by("L15").because("facts that were not known then");
        scenario.manager
                .cannotPost(next, next.candidatePath("A-04") + "/objection", Map.of())
                .by("L22")
                .because("was denied");
        scenario.manager
                .cannotPost(
                        next,
                        path,
                        answers(
                                "newFacts",
                                "The resume shows no work with several research methods, which the position needs at entry."))
                .by("L15")
                .at("newFacts")
                .because("were given with the request that was denied");
        scenario.manager
                .refused(next, () -> scenario.manager.puts(next.candidatePath("A-04") + "/held-vacancy"))
                .by("L14");

        var again = next.asksToPassOver("A-04", "The diploma turned out to be forged.");
        assertThat(scenario.manager.opens(again, "file-pass-over").toString())
                .contains("denied on Mar 2, 2026 in case " + hire.caseNumber());
        scenario.manager.completes(again, "file-pass-over", answers("ground", "false-statement"));
        assertThat(scenario.opm.opens(again, "decide-pass-over").toString())
                .contains(
                        "in case " + hire.caseNumber(),
                        "no work with several research methods",
                        "Not proper and adequate.",
                        "The diploma turned out to be forged.");
        scenario.opm.completes(again, "decide-pass-over");
        next.elects("A-01");
    }

    // 5 U.S.C. 3318(c)(1): two requests for one position at once are no way round a denial.
    @Test
    void L15_a_denial_in_one_case_is_not_beaten_by_a_parallel_request_in_another() {
        scenario.withVacancies(2);
        var hire = reviewing("TP");
        var parallel = withoutNumber().until(REVIEWING);
        parallel.hasPdNumber("PD-0301-13");
        var first = filed(hire);
        var second = filed(parallel);
        assertThat(scenario.opm.opens(second, "decide-pass-over").toString())
                .contains("Another request waits for its decision in case " + hire.caseNumber());
        scenario.opm.completes(
                first, "decide-pass-over", answers("decision", "DENIED", "reason", "Not proper and adequate."));

        assertThat(scenario.opm.opens(second, "decide-pass-over").toString())
                .contains(
                        "was denied on Mar 2, 2026 in case " + hire.caseNumber(),
                        "no work with several research methods",
                        "Not proper and adequate.");
        scenario.opm
                .cannotComplete(second, "decide-pass-over", Map.of())
                .by("L15")
                .at("decision")
                .because("was denied on Mar 2, 2026 in case " + hire.caseNumber(), "does not say what was not known");
        assertThat(parallel.row("A-04").at("/passOver/overtaken").asBoolean()).isTrue();
        parallel.cannotElect("A-01").by("L14").because("was denied");
        scenario.manager
                .refused(parallel, () -> scenario.manager.puts(parallel.candidatePath("A-04") + "/held-vacancy"))
                .by("L14");
        scenario.manager
                .cannotPost(parallel, parallel.candidatePath("A-04") + "/pass-over", answers("newFacts", "New."))
                .by("L15")
                .because("the one under way cannot be sustained");
        scenario.manager.deletes(parallel.candidatePath("A-04") + "/pass-over");
        var again = parallel.asksToPassOver("A-04", "The diploma turned out to be forged.");
        scenario.manager.completes(again, "file-pass-over", answers("ground", "false-statement"));
        scenario.opm.completes(again, "decide-pass-over");
        parallel.elects("A-01");
        hire.elects("A-02");
    }

    // 5 U.S.C. 3318(c)(1): one position has one answer.
    @Test
    void L15_what_was_sustained_in_a_parallel_case_for_the_position_is_not_denied_afterwards() {
        var hire = reviewing("TP");
        var parallel = withoutNumber().until(REVIEWING);
        parallel.hasPdNumber("PD-0301-13");
        var first = filed(hire);
        var second = filed(parallel);
        scenario.opm.completes(first, "decide-pass-over");
        scenario.opm
                .cannotComplete(second, "decide-pass-over", answers("decision", "DENIED"))
                .by("L15")
                .because("was sustained on Mar 2, 2026 in case " + hire.caseNumber() + " and stands");
        scenario.opm.completes(second, "decide-pass-over");
    }

    // 5 U.S.C. 3318(c)(1): neither a position without a number nor another part of the agency is a way round a denial.
    @Test
    void L15_a_denial_follows_to_wherever_it_may_be_the_same_position_until_a_number_says_that_it_is_not() {
        var hire = reviewing("TP");
        var path = "/pass-over";
        scenario.opm.completes(
                filed(hire), "decide-pass-over", answers("decision", "DENIED", "reason", "Not proper and adequate."));
        var unnumbered = withoutNumber();
        unnumbered.until(REVIEWING);
        assertThat(unnumbered.row("A-04").get("needsNewFacts").asBoolean()).isTrue();
        assertThat(unnumbered.row("A-04").at("/passOver/unsure").asBoolean()).isTrue();
        scenario.manager
                .cannotPost(unnumbered, unnumbered.candidatePath("A-04") + path, Map.of())
                .by("L15");
        var again = unnumbered.asksToPassOver("A-04", "The diploma turned out to be forged.");
        scenario.manager.completes(again, "file-pass-over", answers("ground", "false-statement"));
        assertThat(scenario.opm.opens(again, "decide-pass-over").toString())
                .contains("in case " + hire.caseNumber(), "It is not sure whether that is the same position");
        scenario.manager.deletes(unnumbered.candidatePath("A-04") + path);

        unnumbered.isOfSubAgency("Office of Lamps");
        unnumbered.hasPdNumber("pd\u20110301\u201313 ");
        assertThat(unnumbered.row("A-04").get("needsNewFacts").asBoolean()).isTrue();
        unnumbered.hasPdNumber("PD-0301-99");
        assertThat(unnumbered.row("A-04").get("needsNewFacts").asBoolean()).isFalse();
        // The position that was denied for gets another number: it is still that position.
        hire.hasPdNumber("PD-0301-98");
        unnumbered.hasPdNumber("PD-0301-13");
        assertThat(unnumbered.row("A-04").get("needsNewFacts").asBoolean()).isTrue();
    }

    @Test
    void L15_what_was_denied_for_one_position_is_not_denied_for_another_nor_for_another_agency() {
        var hire = reviewing("TP");
        scenario.opm.completes(
                filed(hire), "decide-pass-over", answers("decision", "DENIED", "reason", "Not proper and adequate."));
        hire.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null);

        var other = scenario.opensCase();
        scenario.manager.completes(other, "identify-position-description", answers("pdNumber", "PD-0301-99"));
        assertThat(other.until(REVIEWING).row("A-04").get("needsNewFacts").asBoolean())
                .isFalse();
        other.asksToPassOver("A-04");
        scenario.asOtherAgency(() ->
                scenario.opensCase(scenario.otherManager, pool).until(REVIEWING).asksToPassOver("A-04"));
    }

    // 5 CFR 330.605, 330.703: found twice, in writing, and told; an objection is no way round.
    @Test
    void L16_an_objection_to_the_qualifications_of_a_displaced_employee_takes_two_findings_first() {
        scenario.withDelegatedAuthority();
        scenario.is(pool, "A-05", "priority_status", "ICTAP");
        scenario.is(pool, "A-05", "commuting_area", HireScenario.DUTY_LOCATION);
        var hire = scenario.opensCase().until(REVIEWING);
        var objection = hire.objectsTo("A-05");
        for (var ground : List.of("unqualified", "other")) {
            scenario.manager
                    .cannotComplete(objection, "file-pass-over", answers("ground", ground))
                    .by("L16")
                    .at("ground")
                    .because(
                            "Candidate A-05 is a displaced employee with priority", "two people first find in writing");
        }
        var review = hire.candidatePath("A-05") + "/priority-review";
        scenario.manager.posts(review, answers("reasons", "No experience with workshops."));
        scenario.manager.cannotComplete(objection, "file-pass-over", Map.of()).by("L16");
        var paper = scenario.hr.uploads(hire, DocumentPurpose.SECOND_REVIEW);
        scenario.hr.posts(
                review + "/second",
                answers("finding", "NOT_WELL_QUALIFIED", "result", "The resume names no workshop.", "document", paper));
        scenario.manager.completes(objection, "file-pass-over");
        objection.is("filed_by", scenario.manager.actor().userId());
        scenario.hr.completes(objection, "decide-own-pass-over");

        assertThat(hire.recipientsOf("M28")).containsExactly(hire.mailOf("A-05"));
        assertThat(hire.recipientsOf("M27")).containsExactly(hire.mailOf("A-05"));
        assertThat(hire.lettersOf("M27"))
                .singleElement()
                .asString()
                .contains("The agency sustained the objection")
                .doesNotContain("U.S. Office of Personnel Management");
    }

    // 5 U.S.C. 3318(a), 74 FR 30459: an agency decides about somebody without preference, and not by what was on record
    // before.
    @Test
    void L22_an_agency_does_not_decide_its_objection_to_whoever_is_a_preference_eligible_since() {
        scenario.withDelegatedAuthorityOverObjections();
        var hire = scenario.opensCase().until(REVIEWING);
        var objection = hire.objectsTo("A-04");
        scenario.manager.completes(objection, "file-pass-over");
        objection.waitsAt("decide-own-pass-over");
        scenario.is(pool, "A-04", "preference", "TP");

        assertThat(scenario.hr.opens(objection, "decide-own-pass-over").toString())
                .contains("the record of the candidate said: No preference. It says now: 5-point preference.");
        scenario.hr
                .cannotComplete(objection, "decide-own-pass-over", Map.of())
                .by("L15")
                .because("so that OPM decides this request", "withdraw it and ask again");
        scenario.manager.deletes(hire.candidatePath("A-04") + "/pass-over");
        filed(hire).waitsAt("decide-pass-over");
    }

    @Test
    void L22_an_objection_is_filed_by_the_preference_that_is_on_record_then_and_whoever_decides_reads_why() {
        scenario.withDelegatedAuthorityOverObjections();
        var hire = scenario.opensCase().until(REVIEWING);
        var objection = hire.objectsTo("A-04");
        var severe = hire.objectsTo("A-05");
        scenario.is(pool, "A-04", "preference", "TP");
        scenario.is(pool, "A-05", "preference", "CPS");
        scenario.manager.completes(objection, "file-pass-over");
        scenario.manager.completes(severe, "file-pass-over");

        objection.waitsAt("decide-pass-over");
        assertThat(scenario.opm.opens(objection, "decide-pass-over").toString())
                .contains("the record of the candidate said: No preference. It says now: 5-point preference.");
        scenario.opm.completes(objection, "decide-pass-over");
        severe.waitsAt();
        assertThat(hire.recipientsOf("M18")).containsExactly(hire.mailOf("A-05"));
    }

    @Test
    void L15_who_turns_out_to_have_30_percent_after_the_agency_asked_is_heard_all_the_same() {
        var hire = reviewing("TP");
        var request = filed(hire).waitsAt("decide-pass-over");
        scenario.is(pool, "A-04", "preference", "CPS");

        assertThat(scenario.opm.opens(request, "decide-pass-over").toString())
                .contains("is on record since the agency asked, and the candidate was not notified");
        scenario.opm
                .cannotComplete(request, "decide-pass-over", Map.of())
                .by("L15")
                .because("withdraw the request and ask again");
        scenario.manager.deletes(hire.candidatePath("A-04") + "/pass-over");
        filed(hire).waitsAt();
        assertThat(hire.recipientsOf("M18")).containsExactly(hire.mailOf("A-04"));
    }

    // 5 U.S.C. 3318(c): for the position that OPM was asked about.
    @Test
    void L15_a_sustained_pass_over_does_not_hold_for_another_position_of_the_same_title() {
        var hire = reviewing("TP");
        scenario.opm.completes(filed(hire), "decide-pass-over");
        hire.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null);

        var other = scenario.opensCase();
        scenario.manager.completes(other, "identify-position-description", answers("pdNumber", "PD-0301-99"));
        other.until(REVIEWING).cannotElect("A-01").by("L14").because("Candidate A-04");
    }

    // 5 U.S.C. 3318(c): sustained for the position that was read, which no later number makes another one.
    @Test
    void L15_a_sustained_pass_over_is_not_carried_by_a_new_number_to_a_position_that_OPM_never_read() {
        var hire = reviewing("TP");
        scenario.opm.completes(filed(hire), "decide-pass-over");
        hire.hasPdNumber("PD-0301-99");

        var other = scenario.opensCase(scenario.manager, pool, "Another title");
        scenario.manager.completes(other, "identify-position-description", answers("pdNumber", "PD-0301-99"));
        other.until(REVIEWING).cannotElect("A-01").by("L14").because("Candidate A-04");
        var read = withoutNumber().until(REVIEWING);
        read.hasPdNumber("PD-0301-13");
        read.elects("A-01");
    }

    @Test
    void L15_what_was_sustained_counts_by_the_number_that_OPM_read_and_not_by_the_one_when_it_was_asked() {
        var hire = reviewing("TP");
        var request = filed(hire);
        hire.hasPdNumber("PD-0301-99");
        scenario.opm.completes(request, "decide-pass-over");

        var other = withoutNumber().until(REVIEWING);
        other.hasPdNumber("PD-0301-13");
        other.cannotElect("A-01").by("L14").because("Candidate A-04");
        other.hasPdNumber("PD-0301-99");
        other.elects("A-01");
    }

    @Test
    void L14_with_two_vacancies_one_is_held_while_OPM_decides_and_the_other_is_filled() {
        scenario.withVacancies(2);
        var hire = reviewing("TP");
        var held = hire.candidatePath("A-04") + "/held-vacancy";
        scenario.manager
                .refused(hire, () -> scenario.manager.puts(held))
                .by("L14")
                .because("Ask first");
        var request = filed(hire);
        hire.cannotElect("A-01").by("L14").because("hold another vacancy");
        scenario.hr.refused(hire, () -> scenario.hr.puts(held)).withStatus(403);
        scenario.manager.puts(held);

        var selectee = hire.elects("A-01");
        hire.cannotElect("A-02").by("L14").because("is held for Candidate A-04");
        scenario.manager.refused(hire, () -> scenario.manager.deletes(held)).by("L14");
        assertThat(findings(selectee)).contains("A-04: a vacancy is held (pass-over: With OPM)");
        scenario.opm.completes(selectee, "verify-selection");
        scenario.opm.completes(
                request, "decide-pass-over", answers("decision", "DENIED", "reason", "Not proper and adequate."));
        hire.elects("A-04").waitsAt("notify-opm-of-selection");
    }

    @Test
    void L14_a_vacancy_that_a_selection_rests_on_stays_held_after_verification_and_entry_on_duty() {
        scenario.withVacancies(2);
        scenario.is(pool, "A-02", "preference", "XP");
        var hire = reviewing("TP");
        hire.declines("A-02", "Declined by mail.");
        filed(hire);
        var held = hire.candidatePath("A-04") + "/held-vacancy";
        var request = hire.candidatePath("A-04") + "/pass-over";
        scenario.manager.puts(held);
        var selectee = hire.elects("A-01");
        scenario.manager
                .refused(hire, () -> scenario.manager.deletes(request))
                .by("L14")
                .because("stays held");

        // A verified selectee stands on no list: the vacancy is still that of the preference eligible.
        selectee.until("extend-tentative-offer");
        hire.recordsAnswer("A-02", "INTERESTED", "Changed their mind.");
        scenario.manager.refused(hire, () -> scenario.manager.deletes(held)).by("L14");
        scenario.manager.refused(hire, () -> scenario.manager.deletes(request)).by("L14");
        selectee.untilTheEnd();
        scenario.manager.refused(hire, () -> scenario.manager.deletes(held)).by("L14");
        scenario.manager.refused(hire, () -> scenario.manager.deletes(request)).by("L14");
        hire.cannotElect("A-02").by("L14").because("is held for Candidate A-04");
        // Closing the case would pass that person over without OPM, whoever closes it and wherever.
        scenario.hr
                .cannotPost(hire, "/api/cases/" + hire.caseNumber() + "/close", answers("reason", "BUDGET"))
                .by("L14")
                .because("a vacancy was kept for Candidate A-04");
        scenario.manager
                .cannotComplete(hire, REVIEWING, answers("reason", "Nobody else fits.", "confirmed", true))
                .by("L14")
                .because("a vacancy was kept for Candidate A-04");

        hire.declines("A-04", "Took another position.");
        scenario.manager.deletes(held);
        hire.elects("A-02").waitsAt("notify-opm-of-selection");
    }

    // 5 CFR 332.406: who is with another agency for now is still asked about, and the vacancy is still that person's.
    @Test
    void L14_a_vacancy_that_a_selection_rests_on_stays_held_while_another_agency_has_the_preference_eligible() {
        scenario.withVacancies(2);
        var hire = reviewing("TP");
        filed(hire);
        var held = hire.candidatePath("A-04") + "/held-vacancy";
        var request = hire.candidatePath("A-04") + "/pass-over";
        scenario.manager.puts(held);
        hire.elects("A-01").until("extend-tentative-offer");
        var theirs = scenario.asOtherAgency(
                () -> scenario.opensCase(scenario.otherManager, pool).until(REVIEWING));
        scenario.asOtherAgency(() -> theirs.elects("A-04").until("extend-tentative-offer"));

        scenario.manager.refused(hire, () -> scenario.manager.deletes(held)).by("L14");
        scenario.manager
                .refused(hire, () -> scenario.manager.deletes(request))
                .by("L14")
                .because("stays held");
        assertThat(hire.row("A-04").get("vacancyHeld").asBoolean()).isTrue();
    }

    // 5 CFR 332.406: others can be filled meanwhile, so that one is left for them.
    @Test
    void L14_one_vacancy_at_least_is_never_held_and_the_workbench_offers_no_more() {
        scenario.is(pool, "A-05", "preference", "TP");
        scenario.withVacancies(2);
        var hire = reviewing("TP");
        filed(hire);
        scenario.manager.completes(hire.asksToPassOver("A-05"), "file-pass-over");
        assertThat(hire.row("A-05").get("mayHoldVacancy").asBoolean()).isTrue();
        scenario.manager.puts(hire.candidatePath("A-04") + "/held-vacancy");

        assertThat(hire.row("A-05").get("mayHoldVacancy").asBoolean()).isFalse();
        scenario.manager
                .refused(hire, () -> scenario.manager.puts(hire.candidatePath("A-05") + "/held-vacancy"))
                .by("L14")
                .because("held for Candidate A-05: one has to be left that is not held");
    }

    @Test
    void L14_the_record_says_that_the_agency_sustained_it_where_the_agency_decided() {
        scenario.withDelegatedAuthority().withVacancies(2);
        var hire = reviewing("TP");
        var request = filed(hire);
        scenario.manager.puts(hire.candidatePath("A-04") + "/held-vacancy");
        request.is("filed_by", scenario.manager.actor().userId());
        scenario.hr.completes(request, "decide-own-pass-over");

        assertThat(scenario.opm.looksAt("/cases/" + hire.caseNumber()))
                .contains("The vacancy held for a preference eligible is free: the agency sustained the pass-over.");
    }

    // 5 CFR 332.406: held pending OPM's decision, and no longer.
    @Test
    void L14_a_held_vacancy_is_free_by_itself_once_OPM_sustained_the_pass_over() {
        scenario.withVacancies(2);
        var hire = reviewing("TP");
        var request = filed(hire);
        var held = hire.candidatePath("A-04") + "/held-vacancy";
        scenario.manager.puts(held);
        hire.elects("A-01");
        hire.cannotElect("A-02").by("L14").because("is held for Candidate A-04");
        scenario.opm.completes(request, "decide-pass-over");

        assertThat(hire.row("A-04").get("vacancyHeld").asBoolean()).isFalse();
        assertThat(scenario.opm.looksAt("/cases/" + hire.caseNumber()))
                .contains("The vacancy held for a preference eligible is free: OPM sustained the pass-over.");
        scenario.manager
                .refused(hire, () -> scenario.manager.puts(held))
                .by("L14")
                .because("The request about Candidate A-04 was sustained");
        hire.elects("A-02");
    }

    @Test
    void L14_whoever_was_elected_with_a_preference_eligible_does_not_stay_alone_when_the_case_is_closed() {
        scenario.withVacancies(2);
        var hire = reviewing("CPS");
        var first = hire.elects("A-04");
        var alone = hire.elects("A-01");
        scenario.hr.completes(first, "notify-opm-of-selection");
        assertThat(findings(alone)).contains("A-04: elected, too (OPM told)");
        alone.untilTheEnd();
        var close = "/api/cases/" + hire.caseNumber() + "/close";
        scenario.hr
                .cannotPost(hire, close, answers("reason", "BUDGET"))
                .withStatus(409)
                .by("L14")
                .because("a vacancy was kept for Candidate A-04", "has entered on duty too");

        hire.withdraws("A-04", "THIS_AGENCY", "Stays where she is.");
        scenario.hr.posts(close, answers("reason", "BUDGET"));
        hire.isClosedBecause(ClosingReason.CANCELLED);
    }

    // A review that comes with another selection says of whom the agency elected, too, and nothing has to follow from
    // that.
    @Test
    void L14_an_election_for_show_of_which_OPM_is_never_told_lets_nobody_else_be_verified() {
        scenario.withVacancies(2);
        var hire = reviewing("TP");
        var first = hire.elects("A-04");
        var other = hire.elects("A-01").until("verify-selection");
        scenario.opm
                .cannotComplete(other, "verify-selection", answers("decision", "VERIFIED", "comment", "All the same."))
                .by("L14")
                .because("rests on another election, of which OPM has not been told: A-04");
        scenario.hr.completes(first, "notify-opm-of-selection");
        scenario.opm.completes(other, "verify-selection");
    }

    @Test
    void L14_nobody_is_left_behind_by_an_appointment_that_came_before() {
        scenario.withVacancies(2);
        var hire = reviewing("TP");
        hire.declines("A-04", "Declined by mail.");
        hire.elects("A-01").untilTheEnd();
        scenario.onDay(scenario.today().plusDays(1));
        hire.recordsAnswer("A-04", "INTERESTED", "Changed their mind.");
        hire.elects("A-04");

        scenario.hr.posts("/api/cases/" + hire.caseNumber() + "/close", answers("reason", "BUDGET"));
        hire.isClosedBecause(ClosingReason.CANCELLED);
    }

    @Test
    void L15_whoever_was_notified_hears_that_nothing_is_decided_any_more() {
        var hire = reviewing("CPS");
        filed(hire);
        hire.hasToldNobody("M29");
        scenario.manager.deletes(hire.candidatePath("A-04") + "/pass-over");
        assertThat(hire.recipientsOf("M29")).containsExactly(hire.mailOf("A-04"));
        assertThat(hire.lettersOf("M29"))
                .singleElement()
                .asString()
                .contains("OPM does not decide about it, and you need not answer.");

        hire.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null);
        assertThat(hire.recipientsOf("M29")).hasSize(1);
        var closed = reviewing("CPS");
        filed(closed);
        closed.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null);
        assertThat(closed.recipientsOf("M29")).containsExactly(hire.mailOf("A-04"));
    }

    @Test
    void L15_whoever_was_not_notified_of_a_request_hears_nothing_of_its_end() {
        var hire = reviewing("TP");
        filed(hire);
        scenario.manager.deletes(hire.candidatePath("A-04") + "/pass-over");

        hire.hasToldNobody("M29");
    }

    @Test
    void L14_a_held_vacancy_is_free_again_once_the_selection_that_rests_on_it_has_ended() {
        scenario.withVacancies(2);
        var hire = reviewing("TP");
        filed(hire);
        var held = hire.candidatePath("A-04") + "/held-vacancy";
        scenario.manager.puts(held);
        hire.elects("A-01");
        hire.withdraws("A-01", "THIS_AGENCY");

        scenario.manager.deletes(hire.candidatePath("A-04") + "/pass-over");
        assertThat(hire.row("A-04").get("vacancyHeld").asBoolean()).isFalse();
        hire.cannotElect("A-03").by("L14");
    }

    @Test
    void L14_a_documented_answer_of_the_preference_eligible_opens_the_list() {
        var hire = reviewing("SSP");
        hire.contacts("A-04", null);
        hire.cannotRecordThat("A-04", "FAILED_TO_RESPOND", "Did not answer my mail.")
                .by("L14")
                .because("asked on Mar 2, 2026", "may answer until Mon, Mar 9, 2026, Eastern Time");
        scenario.onDay(scenario.today().plusDays(7));
        hire.cannotRecordThat("A-04", "FAILED_TO_RESPOND", "Did not answer my mail.")
                .by("L14");
        scenario.onDay(scenario.today().plusDays(1));
        hire.recordsThat("A-04", "FAILED_TO_RESPOND", null);
        hire.cannotElect("A-01").by("L14");
        hire.recordsThat("A-04", "FAILED_TO_RESPOND", "A mail and two calls, no answer.");

        var selectee = hire.elects("A-01").until("verify-selection");
        assertThat(scenario.opm
                        .opens(selectee, "verify-selection")
                        .get("findings")
                        .toString())
                .contains(
                        "A-04: failed to respond by Mar 10, 2026 as the agency recorded, asked by a message that left on Mar 2, 2026,"
                                + " days to answer over on Mar 9, 2026 (\u201cA mail and two calls, no answer.\u201d)")
                .doesNotContain("Candidate A-04:");
        scenario.opm.completes(selectee, "verify-selection");
    }

    @Test
    void L14_a_preference_eligible_who_is_available_again_stands_in_the_way_of_verification_too() {
        var hire = reviewing("TP");
        hire.declines("A-04", "Declined by mail.");
        var selectee = hire.elects("A-01").until("verify-selection");
        assertThat(findings(selectee))
                .contains(
                        "A-04: not interested, answered on Mar 2, 2026 as the agency recorded, shown by the candidate\u2019s paper that "
                                + scenario.hr.actor().name()
                                + " put on file on Mar 2, 2026 (\u201cDeclined by mail.\u201d)");
        hire.recordsAnswer("A-04", "INTERESTED", "Changed their mind.");

        scenario.opm
                .cannotComplete(
                        selectee, "verify-selection", answers("decision", "VERIFIED", "comment", "All the same."))
                .by("L14")
                .because("A-04");
        scenario.opm.completes(selectee, "verify-selection", answers("decision", "PAPER_MISSING"));
        scenario.hr.cannotComplete(selectee, "correct-selection", Map.of()).because("Still missing", "A-04");
        hire.declines("A-04", "Declined again by mail.");
        scenario.hr.completes(selectee, "correct-selection");
        scenario.opm.completes(selectee, "verify-selection");
    }

    @Test
    void L16_a_displaced_employee_is_taken_first_until_a_second_person_finds_not_well_qualified() {
        scenario.is(pool, "A-05", "priority_status", "ICTAP");
        scenario.is(pool, "A-05", "commuting_area", HireScenario.DUTY_LOCATION);
        var hire = scenario.opensCase().until(REVIEWING);
        var review = hire.candidatePath("A-05") + "/priority-review";
        hire.cannotElect("A-01").by("L16").because("Candidate A-05", "second person");
        assertThat(hire.row("A-05").get("place").asInt()).isOne();

        scenario.manager.cannotPost(hire, review, Map.of()).because("Give the reasons");
        scenario.manager.posts(review, answers("reasons", "No experience with workshops."));
        hire.cannotElect("A-01").by("L16");
        var paper = scenario.manager.uploads(hire, DocumentPurpose.SECOND_REVIEW);
        scenario.manager
                .cannotPost(
                        hire,
                        review + "/second",
                        answers(
                                "finding",
                                "NOT_WELL_QUALIFIED",
                                "result",
                                "The resume names no workshop.",
                                "document",
                                paper))
                .by("L16")
                .because("somebody other than Maria Delgado");
        scenario.hr
                .cannotPost(hire, review + "/second", answers("finding", "NOT_WELL_QUALIFIED"))
                .because("Attach");
        scenario.hr
                .cannotPost(
                        hire,
                        review + "/second",
                        answers("finding", "NOT_WELL_QUALIFIED", "document", paper, "result", ""))
                .by("L16")
                .at("result");
        scenario.hr.posts(
                review + "/second",
                answers("finding", "NOT_WELL_QUALIFIED", "result", "The resume names no workshop.", "document", paper));

        assertThat(findings(hire.elects("A-01")))
                .containsPattern(
                        "A-05: found not well-qualified by Maria Delgado on Mar 2, 2026 and, in a second review,"
                                + " by [A-Z][^,;]+ on Mar 2, 2026, told the candidate in writing on Mar 2, 2026");
        // 5 CFR 330.605(b), 330.703(b): the displaced employee is given the result in writing.
        assertThat(hire.recipientsOf("M28")).containsExactly(hire.mailOf("A-05"));
        assertThat(hire.lettersOf("M28"))
                .singleElement()
                .asString()
                .contains(
                        "Dear Candidate A-05",
                        "No experience with workshops.",
                        "A second person has reviewed this",
                        "The resume names no workshop.");
    }

    /** What OPM reads when it verifies the selection. */
    private String findings(Selectee selectee) {
        return scenario.opm
                .opens(selectee.until("verify-selection"), "verify-selection")
                .get("findings")
                .toString();
    }

    @Test
    void L14_a_declination_counts_with_what_shows_it_and_OPM_reads_that_instead_of_an_older_answer() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        hire.recordsThat("A-04", "INTERESTED", "Would like to come.");
        hire.withdraws("A-04", "THIS_AGENCY");
        hire.cannotElect("A-01").by("L14").because("declined, with what the candidate wrote");
        hire.withdraws("A-04", "THIS_AGENCY", "Wrote that she stays in Denver.");
        // Said once more, without the paper, it stays as proven as it was.
        hire.withdraws("A-04", "THIS_AGENCY");

        assertThat(findings(hire.elects("A-01")))
                .contains(
                        "A-04: declined the agency, recorded by it on Mar 2, 2026, shown by the candidate\u2019s paper that "
                                + scenario.hr.actor().name()
                                + " put on file on Mar 2, 2026")
                .doesNotContain("A-04: interested");
    }

    // 5 U.S.C. 3318(c), 3319(c): an exit that rests on the word of whom it sets free is none.
    @Test
    void L14_what_an_agency_says_alone_of_a_preference_eligible_opens_nothing_whatever_it_is_called() {
        var hire = reviewing("CPS");
        hire.recordsAnswer("A-04", "NOT_INTERESTED", "Told us so on the phone.");
        hire.cannotElect("A-01").by("L14");
        hire.cannotRecordThat("A-04", "FAILED_TO_RESPOND", "Never came back.")
                .by("L14")
                .because("The candidate answered on Mar 2, 2026");
        hire.withdraws("A-04", "THIS_AGENCY");
        hire.cannotElect("A-01").by("L14");
        scenario.onDay(scenario.today().plusDays(30));
        hire.cannotElect("A-01").by("L14");
    }

    @Test
    void L14_silence_overwrites_no_answer_and_no_interview_whatever_is_asked_since() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        hire.recordsThat("A-04", "INTERESTED", "Would like to come.");
        scenario.onDay(scenario.today().plusDays(30));
        hire.cannotRecordThat("A-04", "FAILED_TO_RESPOND", "Nothing came back.")
                .by("L14")
                .at("answer")
                .because("answered on Mar 2, 2026", "whatever was asked since");
        hire.contacts("A-04", null);
        assertThat(hire.row("A-04").get("status").asText()).isEqualTo("INTERESTED");
        scenario.onDay(scenario.today().plusDays(30));
        hire.cannotRecordThat("A-04", "FAILED_TO_RESPOND", "Nothing came back.")
                .by("L14")
                .because("answered on Mar 2, 2026");
        hire.cannotElect("A-01").by("L14");
        hire.declines("A-04", "No longer wants it.");
        hire.elects("A-01");
    }

    @Test
    void L14_a_declination_on_paper_needs_no_note() {
        var hire = reviewing("TP");
        var paper = scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL);
        hire.withdrawsOnPaper("A-04", "THIS_AGENCY", paper);

        assertThat(findings(hire.elects("A-01"))).contains("shown by the candidate\u2019s paper");
    }

    @Test
    void L14_what_one_candidate_wrote_shows_nothing_of_another() {
        var hire = reviewing("TP");
        var paper = scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL);
        hire.withdrawsOnPaper("A-05", "THIS_AGENCY", paper);
        var version = hire.row("A-04").get("version").asLong();

        scenario.hr
                .cannotPost(
                        hire,
                        hire.candidatePath("A-04") + "/withdrawal",
                        answers("version", version, "scope", "THIS_AGENCY", "documents", List.of(paper)))
                .by("L14")
                .at("documents")
                .because("on file as what applicant A-05 wrote, in case " + hire.caseNumber());
        hire.contacts("A-04", null);
        scenario.hr
                .cannotPost(
                        hire,
                        hire.candidatePath("A-04") + "/answer",
                        answers(
                                "version",
                                hire.row("A-04").get("version").asLong(),
                                "answer",
                                "NOT_INTERESTED",
                                "note",
                                "Said no.",
                                "document",
                                paper))
                .by("L14")
                .at("document")
                .because("on file as what applicant A-05 wrote, in case " + hire.caseNumber());
        hire.cannotElect("A-01").by("L14");
    }

    // One letter uploaded again, among several, or in another case of the agency is still one person's word.
    @Test
    void L14_what_one_candidate_wrote_shows_nothing_of_another_however_and_wherever_it_is_attached() {
        var hire = reviewing("TP");
        var letter = SampleFiles.pdf("Dear agency, I decline. A-05");
        var others = List.of(
                scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL),
                scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL, letter));
        hire.withdraws("A-05", "THIS_AGENCY", others);
        // The same file after another one: which was filed last, the day says.
        scenario.onDay(scenario.today().plusDays(1));
        scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL);
        scenario.onDay(scenario.today().plusDays(1));
        var again = scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL, letter);
        assertThat(again).isNotIn(others);
        cannotWithdraw(hire, "A-04", again, hire);
        cannotWithdraw(
                hire, "A-04", List.of(scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL), others.get(1)), hire);
        var elsewhere = withoutNumber().until(REVIEWING);
        cannotWithdraw(elsewhere, "A-04", scenario.hr.uploads(elsewhere, DocumentPurpose.WITHDRAWAL, letter), hire);
        // The candidate's own word is the candidate's everywhere.
        elsewhere.withdraws(
                "A-05", "THIS_AGENCY", List.of(scenario.hr.uploads(elsewhere, DocumentPurpose.WITHDRAWAL, letter)));
        // Another agency has papers of its own, and nobody hears of ours.
        scenario.asOtherAgency(() -> {
            var theirs = scenario.opensCase(scenario.otherManager, pool).until(REVIEWING);
            var paper = scenario.otherHr.uploads(theirs, DocumentPurpose.WITHDRAWAL, letter);
            theirs.withdrawsOnPaper("A-04", "THIS_AGENCY", paper);
            return paper;
        });
        hire.cannotElect("A-01").by("L14");
    }

    @Test
    void L14_a_paper_that_was_filed_with_the_wrong_candidate_is_taken_back_and_filed_with_the_right_one() {
        var hire = reviewing("TP");
        var paper = scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL);
        hire.withdrawsOnPaper("A-05", "THIS_AGENCY", paper);
        cannotWithdraw(hire, "A-04", paper, hire);
        hire.isConsideredAgain("A-05");

        hire.withdrawsOnPaper("A-04", "THIS_AGENCY", paper);
        cannotWithdraw(hire, "A-05", paper, hire);
        hire.elects("A-01");
    }

    private void cannotWithdraw(Hire hire, String applicantNumber, UUID paper, Hire filedIn) {
        cannotWithdraw(hire, applicantNumber, List.of(paper), filedIn);
    }

    private void cannotWithdraw(Hire hire, String applicantNumber, List<UUID> papers, Hire filedIn) {
        scenario.hr
                .cannotPost(
                        hire,
                        hire.candidatePath(applicantNumber) + "/withdrawal",
                        answers(
                                "version",
                                hire.row(applicantNumber).get("version").asLong(),
                                "scope",
                                "THIS_AGENCY",
                                "documents",
                                papers))
                .by("L14")
                .at("documents")
                .because("in case " + filedIn.caseNumber());
    }

    @Test
    void L14_nobody_is_silent_who_is_elected() {
        scenario.withVacancies(2);
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        hire.elects("A-04");
        scenario.onDay(scenario.today().plusDays(30));
        hire.cannotRecordThat("A-04", "FAILED_TO_RESPOND", "Nothing came back.").because("This candidate is elected");
    }

    @Test
    void L14_an_offer_that_was_not_answered_says_nothing_of_another_position() {
        var hire = reviewing("TP");
        var selectee = hire.elects("A-04").until("record-offer-answer");
        var another = scenario.opensCase(scenario.manager, pool, "Customer Experience Analyst")
                .until(REVIEWING);
        scenario.onDay(scenario.today().plusDays(10));
        scenario.hr.completes(selectee, "record-offer-answer", answers("answer", "NO_ANSWER"));
        scenario.hr.completes(selectee, "determine-withdrawal-scope", answers("scope", "THIS_AGENCY"));

        another.cannotElect("A-01").by("L14");
        hire.elects("A-01");
    }

    @Test
    void L14_a_declination_in_another_case_of_the_agency_is_told_with_that_case() {
        var earlier = reviewing("TP");
        earlier.withdraws("A-04", "THIS_AGENCY", "Does not want to work for this agency.");
        earlier.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null);
        var hire = scenario.opensCase().until(REVIEWING);

        assertThat(findings(hire.elects("A-01")))
                .contains("A-04: declined the agency, recorded by it on Mar 2, 2026 in case " + earlier.caseNumber());
    }

    @Test
    void L16_a_second_review_that_finds_the_opposite_keeps_the_priority_and_writes_to_nobody() {
        scenario.is(pool, "A-05", "priority_status", "ICTAP");
        scenario.is(pool, "A-05", "commuting_area", HireScenario.DUTY_LOCATION);
        var hire = scenario.opensCase().until(REVIEWING);
        var review = hire.candidatePath("A-05") + "/priority-review";
        scenario.manager.posts(review, answers("reasons", "No experience with workshops."));
        var paper = scenario.hr.uploads(hire, DocumentPurpose.SECOND_REVIEW);
        scenario.hr.posts(review + "/second", answers("finding", "WELL_QUALIFIED", "document", paper));

        hire.hasToldNobody("M28").cannotElect("A-01").by("L16");
    }

    @Test
    void the_next_alternate_follows_a_lost_selectee_with_one_action_through_the_same_gates() {
        var hire = reviewing("TP");
        var first = hire.elects("A-04", "A-02", "A-03");
        hire.leavesThePool("A-04");
        hire.withdraws("A-02", "THIS_AGENCY");
        var next = "/api/cases/" + hire.caseNumber() + "/selections/" + first.selectionId() + "/next-alternate";
        assertThat(scenario.manager
                        .gets("/api/cases/" + hire.caseNumber() + "/candidates")
                        .at("/nextAlternates/0/alternateName")
                        .asText())
                .isEqualTo("Candidate A-03");
        scenario.hr.cannotPost(hire, next, Map.of()).withStatus(403);

        scenario.manager.posts(next, Map.of());
        hire.waitsAt(REVIEWING, "notify-opm-of-selection");
        assertThat(hire.row("A-03").get("status").asText()).isEqualTo("ELECTED");
        scenario.manager.cannotPost(hire, next, Map.of()).withStatus(409);
    }
}
