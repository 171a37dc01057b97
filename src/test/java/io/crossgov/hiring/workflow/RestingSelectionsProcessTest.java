package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.selection.SelectionState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Somebody is selected because whoever comes first has been, too, in the same case or in another one of the agency: ways in which that ground
 * could go without ever having been proven (L13, L14, L16; 5 U.S.C. 3318(c), 3319(c); 5 CFR 330.607, 330.705).
 */
@OnBothDatabases
class RestingSelectionsProcessTest {

    private static final String REVIEWING = "review-and-interview-candidates";

    private HireScenario scenario;
    private PoolDetails pool;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application).withVacancies(2);
        pool = scenario.crossGovernmentPool();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    private Hire reviewing() {
        return scenario.opensCase().until(REVIEWING);
    }

    private static String close(Hire hire) {
        return "/api/cases/" + hire.caseNumber() + "/close";
    }

    /** The candidate does not take the offer, and HR says so: without a paper, and then with what the candidate wrote. */
    private Refused cannotSayAlone(Hire hire, Selectee first) {
        first.until("record-offer-answer");
        scenario.hr.completes(first, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Pay."));
        return scenario.hr.cannotComplete(first, "determine-withdrawal-scope", answers("scope", "THIS_AGENCY"));
    }

    private void saysOnPaper(Hire hire, Selectee first) {
        var paper = scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL);
        scenario.hr.completes(
                first, "determine-withdrawal-scope", answers("scope", "THIS_AGENCY", "documents", List.of(paper)));
        first.endedAs(SelectionState.DECLINED);
    }

    // 5 CFR 330.607, 330.705: taken first, unless it is the displaced employee who does not want it.
    @Test
    void L16_a_displaced_employee_on_whose_election_another_selection_rests_does_not_decline_by_the_agency_s_word() {
        scenario.is(pool, "A-05", "priority_status", "ICTAP");
        scenario.is(pool, "A-05", "commuting_area", HireScenario.DUTY_LOCATION);
        var hire = reviewing();
        hire.cannotElect("A-01").by("L16");
        var first = hire.elects("A-05").until("name-certificate-recipients");
        hire.elects("A-01").until("extend-tentative-offer");

        scenario.hr
                .refused(hire, () -> hire.withdraws("A-05", "THIS_AGENCY"))
                .by("L16")
                .at("documents")
                .because("Attach what Candidate A-05 wrote", "5 CFR 330.607, 330.705");
        cannotSayAlone(hire, first).by("L16").at("documents").because("Attach what Candidate A-05 wrote");
        saysOnPaper(hire, first);
    }

    @Test
    void L16_a_case_does_not_end_without_the_displaced_employee_who_was_elected_before_who_entered_on_duty() {
        scenario.is(pool, "A-05", "priority_status", "ICTAP");
        scenario.is(pool, "A-05", "commuting_area", HireScenario.DUTY_LOCATION);
        var hire = reviewing();
        hire.elects("A-05").until("name-certificate-recipients");
        hire.elects("A-01").untilTheEnd();

        scenario.hr
                .cannotPost(hire, close(hire), answers("reason", "BUDGET"))
                .withStatus(409)
                .by("L16")
                .because("a vacancy was kept for Candidate A-05, who comes first (5 CFR 330.607, 330.705)");
        hire.withdraws("A-05", "THIS_AGENCY", "Stays where she is.");
        scenario.hr.posts(close(hire), answers("reason", "BUDGET"));
        hire.isClosedBecause(ClosingReason.CANCELLED);
    }

    // 5 U.S.C. 3319(c)(1): the lower category was open because nobody of the highest was left.
    @Test
    void L13_nor_does_the_last_of_the_highest_category_on_whose_election_a_lower_one_was_opened() {
        for (var lower : List.of("A-04", "A-05", "A-06")) {
            scenario.is(pool, lower, "rating", "WELL_QUALIFIED");
        }
        var hire = reviewing();
        hire.declines("A-01", "Took another position.");
        hire.declines("A-02", "Moves abroad.");
        var first = hire.elects("A-03").until("name-certificate-recipients");
        scenario.opm.posts(
                "/api/pools/" + pool.announcement() + "/referral",
                answers("downTo", "WELL_QUALIFIED", "reason", "The highest category is exhausted."));
        var lower = hire.elects("A-04").until("extend-tentative-offer");

        scenario.hr
                .refused(hire, () -> hire.withdraws("A-03", "THIS_AGENCY"))
                .by("L13")
                .at("documents")
                .because("Attach what Candidate A-03 wrote", "5 U.S.C. 3319(c)");
        lower.untilTheEnd();
        scenario.hr
                .cannotPost(hire, close(hire), answers("reason", "BUDGET"))
                .by("L13")
                .because("a vacancy was kept for Candidate A-03");
        cannotSayAlone(hire, first).by("L13").at("documents");
        saysOnPaper(hire, first);
    }

    // 5 U.S.C. 3318(c), 3319(c): off the list by the agency's own doing, which is undone by its word alone.
    @Test
    void L14_the_agency_s_other_case_does_not_give_up_a_preference_eligible_on_whose_absence_a_selection_rests() {
        scenario.is(pool, "A-04", "preference", "TP");
        var hire = reviewing();
        hire.cannotElect("A-01").by("L14");
        var other = scenario.opensCase(scenario.manager, pool, "Customer Experience Analyst")
                .until(REVIEWING);
        var first = other.elects("A-04").until("extend-tentative-offer");
        scenario.onDay(scenario.today().plusDays(1));
        var resting = hire.elects("A-01").until("extend-tentative-offer");

        cannotSayAlone(other, first)
                .by("L14")
                .at("documents")
                .because("in your agency\u2019s case " + hire.caseNumber(), "Attach what Candidate A-04 wrote");
        scenario.hr
                .cannotPost(other, close(other), answers("reason", "BUDGET"))
                .withStatus(409)
                .by("L14")
                .because("in your agency\u2019s case " + hire.caseNumber(), "because Candidate A-04, who comes first");
        saysOnPaper(other, first);
        resting.untilTheEnd();
        scenario.hr.posts(close(other), answers("reason", "BUDGET"));
    }

    @Test
    void L14_a_case_may_give_up_a_preference_eligible_once_the_selection_that_rested_on_the_absence_has_ended() {
        scenario.is(pool, "A-04", "preference", "TP");
        var hire = reviewing();
        var other = scenario.opensCase(scenario.manager, pool, "Customer Experience Analyst")
                .until(REVIEWING);
        other.elects("A-04").until("extend-tentative-offer");
        scenario.onDay(scenario.today().plusDays(1));
        hire.elects("A-01").until("extend-tentative-offer");
        scenario.hr.cannotPost(other, close(other), answers("reason", "BUDGET")).by("L14");

        hire.withdraws("A-01", "THIS_AGENCY", "Stays where she is.");
        scenario.hr.posts(close(other), answers("reason", "BUDGET"));
        other.isClosedBecause(ClosingReason.CANCELLED);
        hire.cannotElect("A-02").by("L14").because("Candidate A-04");
    }

    // Another agency is bound by what is its own: it reads nothing of this one, and this one nothing of it.
    @Test
    void L14_what_another_agency_selected_meanwhile_keeps_no_case_open() {
        scenario.is(pool, "A-04", "preference", "TP");
        var hire = reviewing();
        hire.elects("A-04").until("extend-tentative-offer");
        var theirs = scenario.asOtherAgency(
                () -> scenario.opensCase(scenario.otherManager, pool).until(REVIEWING));
        scenario.asOtherAgency(() -> theirs.elects("A-01").until("extend-tentative-offer"));

        hire.withdraws("A-04", "THIS_AGENCY");
        scenario.hr.posts(close(hire), answers("reason", "BUDGET"));
        assertThat(theirs.openTasks()).contains(REVIEWING);
    }
}
