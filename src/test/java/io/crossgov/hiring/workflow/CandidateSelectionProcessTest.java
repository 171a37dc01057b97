package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.law.Availability.AVAILABLE;
import static io.crossgov.hiring.law.Availability.COMMITTED;
import static io.crossgov.hiring.law.Availability.HIRED;
import static io.crossgov.hiring.law.Availability.WITHDRAWN;
import static io.crossgov.hiring.selection.SelectionState.DECLINED;
import static io.crossgov.hiring.selection.SelectionState.LOST;
import static io.crossgov.hiring.selection.SelectionState.ONBOARDED;
import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.selection.SelectionState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Steps 5 to 8 of one elected candidate on every way they can take. */
@OnBothDatabases
class CandidateSelectionProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.ofWhole("candidate-selection");

    private static final String REVIEWING = "review-and-interview-candidates";

    private HireScenario scenario;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    private Selectee elected() {
        return scenario.opensCase().until(REVIEWING).elects("A-01", "A-03");
    }

    // --- entry on duty
    // ------------------------------------------------------------------------------------------------

    @Test
    void a_selectee_enters_on_duty_after_verification_offer_and_pre_employment() {
        var selectee = elected();
        selectee.untilTheEnd()
                .endedAs(ONBOARDED)
                .candidateIs(HIRED)
                .hasPassed(
                        "hr-told-of-election",
                        "notify-opm-of-selection",
                        "name-certificate-recipients",
                        "release-application-material",
                        "return-certificate-review",
                        "verify-selection",
                        "extend-tentative-offer",
                        "record-offer-answer",
                        "set-pay",
                        "build-new-hire-record",
                        "extend-final-offer",
                        "record-final-answer",
                        "confirm-entry-on-duty",
                        "onboarded")
                .hasNotPassed("request-sf-75", "correct-selection", "answer-due", "determine-withdrawal-scope");
        assertThat(selectee.file().enteredOnDuty()).contains(scenario.today());
        selectee.hire()
                .hasTold("M6", scenario.hr)
                .hasToldOpm("M7", 1)
                .hasToldOpm("M8", 1)
                .hasTold("M9", scenario.hr, scenario.manager)
                .hasToldOpm("M10", 1)
                .hasTold("M11", scenario.hr, scenario.coordinator)
                .hasToldOpm("M13", 3);
        assertThat(selectee.hire().recipientsOf("M12"))
                .containsExactly(selectee.hire().mailOf("A-01"), selectee.hire().mailOf("A-01"));
    }

    @Test
    void a_federal_employee_brings_an_sf_75_before_the_final_offer() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-02").until("record-offer-answer");
        scenario.hr.completes(selectee, "record-offer-answer");
        selectee.waitsAt("set-pay", "build-new-hire-record", "request-sf-75");
        scenario.hr.completes(selectee, "set-pay");
        scenario.hr.completes(selectee, "build-new-hire-record");
        selectee.waitsAt("request-sf-75").hasNotPassed("complete-pre-employment");
        scenario.hr.completes(selectee, "request-sf-75");
        selectee.waitsAt("extend-final-offer").hasPassed("complete-pre-employment");
    }

    // --- verification
    // -------------------------------------------------------------------------------------------------

    @Test
    void missing_paper_goes_back_to_hr_and_not_to_the_start() {
        var selectee = elected().until("notify-opm-of-selection");
        scenario.hr
                .cannotComplete(selectee, "notify-opm-of-selection", answers("pdNumber", "PD-9999"))
                .at("pdNumber")
                .because("classified as PD-0301-13, not as PD-9999");
        selectee.until("verify-selection");
        scenario.opm.completes(
                selectee,
                "verify-selection",
                answers("decision", "PAPER_MISSING", "comment", "The SF-52 has no number of yours."));
        selectee.waitsAt("correct-selection").candidateIs(AVAILABLE);
        assertThat(scenario.hr
                        .opens(selectee, "correct-selection")
                        .get("missing")
                        .toString())
                .contains("The SF-52 has no number of yours.");
        scenario.hr
                .cannotComplete(selectee, "correct-selection", answers("pdNumber", "PD-8888"))
                .at("pdNumber")
                .because("classified as PD-0301-13, not as PD-8888");
        scenario.hr.completes(selectee, "correct-selection", answers("pdNumber", "pd-0301\u201113 "));
        selectee.waitsAt("verify-selection").hasNotPassed("extend-tentative-offer");
        scenario.opm.completes(selectee, "verify-selection");
        selectee.waitsAt("extend-tentative-offer").is(SelectionState.VERIFIED).candidateIs(COMMITTED);
        assertThat(selectee.hire().recipientsOf("M7")).hasSize(1);
        assertThat(selectee.hire().recipientsOf("M11"))
                .filteredOn(scenario.hr.actor().email()::equals)
                .hasSize(2);
    }

    @Test
    void L8_a_candidate_verified_for_another_agency_is_gone_and_reviewing_goes_on() {
        var pool = scenario.crossGovernmentPool();
        var selectee = elected().until("verify-selection");
        var others = otherAgencyElects(pool, "A-01");
        scenario.asOtherAgency(() -> others.until("verify-selection"));
        scenario.opm.completes(others, "verify-selection");

        selectee.endedAs(LOST).hasPassed("candidate-lost").hasNotPassed("verify-selection", "extend-tentative-offer");
        selectee.hire()
                .isOpen()
                .waitsAt(REVIEWING)
                .hasPassed("reviewing-goes-on")
                .candidateIs("A-01", COMMITTED)
                .hasTold("M16", scenario.hr, scenario.manager);
        others.runs().is(SelectionState.VERIFIED);

        scenario.asOtherAgency(() -> {
            others.until("record-offer-answer");
            scenario.otherHr.completes(
                    others,
                    "record-offer-answer",
                    answers("answer", "DECLINED", "declineReason", "The pay is too low."));
            return null;
        });
        scenario.otherHr.completes(others, "determine-withdrawal-scope");
        selectee.hire().candidateIs("A-01", AVAILABLE).hasTold("M23", scenario.hr, scenario.manager);
        others.hire().hasToldNobody("M23");
        selectee.hire().elects("A-01").waitsAt("notify-opm-of-selection");
    }

    @Test
    void L11_whom_OPM_no_longer_refers_is_verified_with_a_reason_only_or_the_selection_ends() {
        var selectee = elected().until("verify-selection");
        scenario.movesAway(selectee.hire().pool(), "A-01");

        scenario.opm
                .cannotComplete(selectee, "verify-selection", answers("decision", "VERIFIED"))
                .by("L11")
                .because("give your reason in the comment");
        scenario.opm
                .cannotComplete(selectee, "verify-selection", answers("decision", "CANDIDATE_GONE"))
                .by("L8")
                .because("decide that the candidate cannot be selected");
        scenario.opm.completes(selectee, "verify-selection", answers("decision", "CANNOT_BE_SELECTED"));
        selectee.endedAs(LOST).hasPassed("selection-lost-at-verification").hasNotPassed("extend-tentative-offer");
        selectee.hire().isOpen().waitsAt(REVIEWING).hasTold("M11", scenario.hr, scenario.coordinator);
    }

    @Test
    void L11_what_OPM_decides_against_a_finding_is_marked_in_the_audit() {
        var selectee = elected().until("verify-selection");
        scenario.movesAway(selectee.hire().pool(), "A-01");
        scenario.opm.completes(
                selectee,
                "verify-selection",
                answers("decision", "VERIFIED", "comment", "The candidate confirmed Washington by telephone."));

        selectee.waitsAt("extend-tentative-offer").is(SelectionState.VERIFIED);
        assertThat(selectee.hire().decision("verify-selection"))
                .contains("decided against the computed findings")
                .contains("\"againstFindings\":[\"L11\"]");
    }

    @Test
    void a_candidate_is_not_declared_gone_who_is_still_available() {
        var selectee = elected().until("verify-selection");
        scenario.opm
                .cannotComplete(selectee, "verify-selection", answers("decision", "CANDIDATE_GONE"))
                .by("L8")
                .because("still available");
    }

    private Selectee otherAgencyElects(PoolDetails pool, String applicantNumber) {
        return scenario.asOtherAgency(() ->
                scenario.opensCase(scenario.otherManager, pool).until(REVIEWING).elects(applicantNumber));
    }

    // --- tentative offer
    // ------------------------------------------------------------------------------------------------

    @Test
    void L9_who_declines_this_agency_stays_available_to_the_others() {
        var pool = scenario.crossGovernmentPool();
        var selectee = elected().until("record-offer-answer").candidateIs(COMMITTED);
        scenario.hr
                .cannotComplete(selectee, "record-offer-answer", answers("answer", "DECLINED"))
                .at("declineReason");
        scenario.hr.completes(selectee, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Pay."));
        selectee.waitsAt("determine-withdrawal-scope").hasNotPassed("complete-pre-employment");
        scenario.hr
                .cannotComplete(selectee, "determine-withdrawal-scope", answers("scope", null))
                .by("L9")
                .at("scope");
        scenario.hr.completes(selectee, "determine-withdrawal-scope", answers("scope", "THIS_AGENCY"));
        selectee.endedAs(DECLINED)
                .hasPassed("opm-told-withdrawal", "offer-declined")
                .hasNotPassed("offer-declined-everywhere")
                .candidateIs(AVAILABLE);
        selectee.hire()
                .isOpen()
                .waitsAt(REVIEWING)
                .hasToldOpm("M14", 1)
                .hasToldOpm("M13", 1)
                .hasToldNobody("M16");
        selectee.hire().cannotElect("A-01").by("L9").because("declined your agency");
        otherAgencyElects(pool, "A-01").runs();
    }

    @Test
    void L9_who_withdraws_from_all_agencies_is_gone_from_every_open_case_at_once() {
        var pool = scenario.crossGovernmentPool();
        var selectee = elected().until("record-offer-answer");
        var others = scenario.asOtherAgency(
                () -> scenario.opensCase(scenario.otherManager, pool).until(REVIEWING));
        scenario.hr.completes(
                selectee, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Retires."));
        scenario.hr
                .cannotComplete(selectee, "determine-withdrawal-scope", answers("scope", "ALL_AGENCIES"))
                .by("L9")
                .at("documents");
        var letter = scenario.hr.uploads(selectee.hire(), DocumentPurpose.WITHDRAWAL);
        scenario.hr.completes(
                selectee, "determine-withdrawal-scope", answers("scope", "ALL_AGENCIES", "documents", List.of(letter)));
        selectee.endedAs(DECLINED)
                .hasPassed("opm-told-withdrawal", "offer-declined-everywhere")
                .hasNotPassed("offer-declined", "selection-lost")
                .candidateIs(AVAILABLE);
        selectee.hire()
                .isOpen()
                .waitsAt(REVIEWING)
                .hasToldOpm("M14", 1)
                .hasToldOpm("M30", 1)
                .hasToldNobody("M31");

        scenario.opm.posts(selectee.hire().leaving("A-01") + "/confirmation", Map.of());

        selectee.candidateIs(WITHDRAWN);
        assertThat(selectee.hire().recipientsOf("M31"))
                .containsExactly(selectee.hire().mailOf("A-01"));
        scenario.asOtherAgency(() -> others.cannotElect("A-01"));
    }

    private LocalDate startOf(Selectee selectee) {
        return LocalDate.parse(scenario.hr
                .opens(selectee, "confirm-entry-on-duty")
                .path("offeredStart")
                .asText());
    }

    @Test
    void an_offer_stays_open_while_the_candidate_needs_more_information() {
        var selectee = elected().until("record-offer-answer");
        scenario.hr
                .cannotComplete(
                        selectee,
                        "record-offer-answer",
                        answers(
                                "answer", "MORE_INFORMATION",
                                "questions", "Is relocation paid?",
                                "newDueOn", scenario.today().plusDays(1)))
                .at("newDueOn")
                .because("The candidate was told to answer by");
        scenario.onDay(scenario.today().plusDays(4));
        scenario.hr
                .cannotComplete(
                        selectee,
                        "record-offer-answer",
                        answers(
                                "answer", "MORE_INFORMATION",
                                "questions", "Is relocation paid?",
                                "newDueOn", scenario.today().plusDays(1)))
                .at("newDueOn")
                .because("policy gives candidates 5 days to answer");
        scenario.hr.completes(
                selectee,
                "record-offer-answer",
                answers(
                        "answer", "MORE_INFORMATION",
                        "questions", "Is relocation paid?",
                        "newDueOn", scenario.today().plusDays(7)));
        selectee.waitsAt("record-offer-answer").hasNotPassed("complete-pre-employment", "determine-withdrawal-scope");
        assertThat(selectee.hire().recipientsOf("M34"))
                .containsExactly(selectee.hire().mailOf(selectee.applicantNumber()));
        assertThat(selectee.hire().lettersOf("M34"))
                .singleElement()
                .asString()
                .contains(
                        "You now have until " + Dates.onWeekday(scenario.today().plusDays(7)));
        scenario.hr.completes(selectee, "record-offer-answer");
        selectee.waitsAt("set-pay", "build-new-hire-record");
    }

    @Test
    void hr_is_reminded_when_an_answer_is_due_and_may_record_silence_after_that_day() {
        var selectee = elected().until("record-offer-answer");
        var due = scenario.today().plusDays(5);
        scenario.onDay(due);
        scenario.hr
                .cannotComplete(selectee, "record-offer-answer", answers("answer", "NO_ANSWER"))
                .because("may still answer");
        scenario.onDay(due.plusDays(1));
        selectee.timerFires("answer-due")
                .hasPassed("hr-told-answer-due", "hr-reminded")
                .waitsAt("record-offer-answer")
                .runs();
        selectee.hire().hasTold("M17", scenario.hr);
        assertThat(selectee.hire().recipientsOf("M17")).hasSize(1);
        scenario.hr.completes(selectee, "record-offer-answer", answers("answer", "NO_ANSWER"));
        selectee.waitsAt("determine-withdrawal-scope");
    }

    @Test
    void an_offer_needs_a_due_date_that_is_not_past() {
        var selectee = elected().until("extend-tentative-offer");
        scenario.hr
                .cannotComplete(
                        selectee,
                        "extend-tentative-offer",
                        answers("dueOn", scenario.today().minusDays(1)))
                .at("dueOn")
                .because("in the past");
        scenario.hr
                .cannotComplete(
                        selectee,
                        "extend-tentative-offer",
                        answers("dueOn", scenario.today().plusDays(4)))
                .at("dueOn")
                .because("policy gives candidates 5 days to answer");
        scenario.hr
                .cannotComplete(selectee, "extend-tentative-offer", answers("dueOn", null))
                .at("dueOn");
    }

    // --- final offer and entry on duty
    // -----------------------------------------------------------------------------------

    @Test
    void the_final_offer_names_the_pay_and_the_day_of_entry_and_the_tentative_one_neither() {
        var hire = elected().until("record-final-answer").hire();
        assertThat(hire.lettersOf("M12"))
                .filteredOn(letter -> letter.contains("final offer for this position"))
                .singleElement()
                .asString()
                .containsPattern("\\nPay: GS-13, step \\d+, \\$[\\d,]+\\.\\d\\d a year from [A-Z]")
                .containsPattern("\\nEntry on duty: [A-Z][a-z]{2} \\d+, 2026\\. If you need");
        assertThat(hire.lettersOf("M12"))
                .filteredOn(letter -> letter.contains("tentative offer for this position"))
                .singleElement()
                .asString()
                .doesNotContain("Pay:", "Entry on duty:");
    }

    @Test
    void a_declined_final_offer_needs_its_withdrawal_scope_too() {
        var selectee = elected().until("record-final-answer");
        scenario.hr.completes(
                selectee, "record-final-answer", answers("answer", "DECLINED", "declineReason", "Another job."));
        selectee.waitsAt("determine-withdrawal-scope").hasNotPassed("confirm-entry-on-duty");
        scenario.hr.completes(selectee, "determine-withdrawal-scope");
        selectee.endedAs(DECLINED).hasPassed("offer-declined").candidateIs(AVAILABLE);
    }

    @Test
    void who_does_not_enter_on_duty_leaves_the_vacancy_open() {
        var selectee = elected().until("confirm-entry-on-duty");
        scenario.hr
                .cannotComplete(
                        selectee,
                        "confirm-entry-on-duty",
                        answers("entered", "NO", "reason", "Will not come.", "earlierReason", null))
                .at("entered")
                .because("nobody has stayed away before that day");
        scenario.onDay(startOf(selectee));
        scenario.hr
                .cannotComplete(selectee, "confirm-entry-on-duty", answers("entered", "NO", "earlierReason", null))
                .at("reason");
        scenario.hr
                .cannotComplete(
                        selectee,
                        "confirm-entry-on-duty",
                        answers("entered", "NO", "reason", "Did not appear.", "earlierReason", "They agreed."))
                .at("earlierReason")
                .because("Leave this answer out.");
        scenario.hr.completes(
                selectee,
                "confirm-entry-on-duty",
                answers("entered", "NO", "reason", "Did not appear.", "earlierReason", null));
        selectee.waitsAt("determine-withdrawal-scope").hasNotPassed("onboarded", "opm-told-entry");
        scenario.hr.completes(selectee, "determine-withdrawal-scope", answers("scope", "THIS_AGENCY"));
        selectee.endedAs(DECLINED).candidateIs(AVAILABLE);
        selectee.hire().isOpen().waitsAt(REVIEWING);
    }

    // --- the candidate is lost from outside
    // -------------------------------------------------------------------------------

    @Test
    void L9_a_withdrawal_recorded_in_another_agencys_case_stops_a_running_selection_at_once() {
        var pool = scenario.crossGovernmentPool();
        var selectee = elected().until("release-application-material");
        var others = scenario.asOtherAgency(
                () -> scenario.opensCase(scenario.otherManager, pool).until(REVIEWING));
        scenario.asOtherAgency(() -> {
            others.leavesThePool("A-01");
            return others;
        });
        selectee.endedAs(LOST)
                .hasPassed("candidate-withdrawn", "agency-told-candidate-gone", "selection-lost")
                .hasNotPassed("release-application-material")
                .candidateIs(WITHDRAWN);
        selectee.hire().isOpen().waitsAt(REVIEWING).hasTold("M16", scenario.hr, scenario.manager);
        others.isOpen().hasToldOpm("M30", 1).hasToldNobody("M14");
    }

    @Test
    void L9_a_candidate_who_declines_the_agency_while_reviewing_is_lost_to_its_selection_only() {
        var pool = scenario.crossGovernmentPool();
        var selectee = elected();
        var others = otherAgencyElects(pool, "A-01");
        selectee.hire().withdraws("A-01", "THIS_AGENCY");
        selectee.endedAs(LOST).candidateIs(AVAILABLE);
        selectee.hire().isOpen().waitsAt(REVIEWING);
        others.runs().waitsAt("notify-opm-of-selection");
    }
}
