package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.selection.PassOver.State;
import io.crossgov.hiring.selection.SelectionState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Two vacancies, and a preference eligible, A-04, about whom the agency asks while another vacancy is filled (L14; 5 U.S.C. 3318(c), 5 CFR
 * 332.406): ways round that person which an agency could try.
 */
@OnBothDatabases
class HeldVacancyProcessTest {

    private static final String REVIEWING = "review-and-interview-candidates";

    private HireScenario scenario;
    private PoolDetails pool;
    private Hire hire;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application).withVacancies(2);
        pool = scenario.crossGovernmentPool();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    private void reviewing(String preference) {
        scenario.is(pool, "A-04", "preference", preference);
        hire = scenario.opensCase().until(REVIEWING);
    }

    private PassingOver filed() {
        var request = hire.asksToPassOver("A-04");
        scenario.manager.completes(request, "file-pass-over");
        return request;
    }

    private String held() {
        return hire.candidatePath("A-04") + "/held-vacancy";
    }

    private boolean isHeld() {
        return hire.row("A-04").get("vacancyHeld").asBoolean();
    }

    private Refused closing() {
        return scenario.hr.cannotPost(hire, "/api/cases/" + hire.caseNumber() + "/close", answers("reason", "BUDGET"));
    }

    private void denies(PassingOver request) {
        scenario.opm.completes(request, "decide-pass-over", answers("decision", "DENIED", "reason", "Not proper."));
    }

    // 5 U.S.C. 3318(c), 5 CFR 332.406: asked about is asked about until somebody else than the agency says otherwise.
    @Test
    void L14_a_request_and_a_vacancy_held_do_not_fall_away_because_the_agency_says_that_the_candidate_declined() {
        reviewing("CPS");
        var request = filed();
        scenario.manager.puts(held());
        hire.elects("A-01").until("extend-tentative-offer");

        hire.withdraws("A-04", "THIS_AGENCY");
        assertThat(request.file().state()).isEqualTo(State.FILED);
        assertThat(isHeld()).isTrue();
        hire.cannotElect("A-02").by("L14").because("is held for Candidate A-04");
        scenario.manager.refused(hire, () -> scenario.manager.deletes(held())).by("L14");

        // The candidate's own paper ends both.
        hire.withdraws("A-04", "THIS_AGENCY", "Took another position.");
        request.endedAs(State.MOOT, "no-decision-needed");
        assertThat(isHeld()).isFalse();
        hire.elects("A-02");
    }

    // L9: as long as leaving all agencies can be undone, nothing ends that cannot begin again.
    @Test
    void L9_L14_a_request_and_a_vacancy_held_end_when_the_days_to_undo_leaving_are_over_and_not_before() {
        reviewing("TP");
        var request = filed();
        scenario.manager.puts(held());
        hire.elects("A-01").until("extend-tentative-offer");

        for (var end : List.of("undoing", "days")) {
            hire.withdrawsOnPaper("A-04", "ALL_AGENCIES", scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL));
            assertThat(request.file().state()).as("OPM has not read it").isEqualTo(State.FILED);
            scenario.opm.posts(hire.leaving("A-04") + "/confirmation", answers());
            assertThat(request.file().state()).as("it can be undone").isEqualTo(State.FILED);
            assertThat(isHeld()).isTrue();
            scenario.settlesWithdrawals();
            assertThat(isHeld()).as("the days are not over").isTrue();
            if (end.equals("undoing")) {
                scenario.opm.posts(
                        hire.leaving("A-04") + "/undoing", answers("reason", "Meant one position.", "how", "E-mail."));
                assertThat(isHeld()).isTrue();
                hire.cannotElect("A-02").by("L14").because("is held for Candidate A-04");
                scenario.manager
                        .refused(hire, () -> scenario.manager.deletes(held()))
                        .by("L14");
                scenario.onDay(scenario.today().plusDays(1));
            }
        }
        scenario.onDay(scenario.today().plusDays(8));
        scenario.settlesWithdrawals();
        request.endedAs(State.MOOT, "no-decision-needed");
        assertThat(isHeld()).isFalse();
        scenario.opm
                .refused(
                        hire,
                        () -> scenario.opm.posts(
                                hire.leaving("A-04") + "/undoing", answers("reason", "Late.", "how", "E-mail.")))
                .by("L9")
                .because("the withdrawal stands");
    }

    // A paper behind an offer that was not taken is a paper like any other: by mistake it shows nothing.
    @Test
    void L9_L14_what_was_written_by_mistake_after_an_offer_is_no_declination_any_more() {
        scenario.withVacancies(1);
        reviewing("TP");
        var first = hire.elects("A-04").until("record-offer-answer");
        scenario.hr.completes(first, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Pay."));
        var paper = scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL);
        scenario.hr.completes(
                first, "determine-withdrawal-scope", answers("scope", "ALL_AGENCIES", "documents", List.of(paper)));
        scenario.opm.posts(hire.leaving("A-04") + "/confirmation", answers());
        hire.elects("A-01");
        hire.withdraws("A-01", "THIS_AGENCY", "Stays where he is.");

        scenario.opm.posts(
                hire.leaving("A-04") + "/undoing", answers("reason", "Meant one position.", "how", "E-mail."));

        assertThat(hire.row("A-04").get("status").asText()).isEqualTo("REFERRED");
        hire.cannotElect("A-02").by("L14").because("Candidate A-04");
    }

    @Test
    void L14_nobody_on_whose_election_another_selection_rests_declines_by_the_agency_s_word_alone() {
        reviewing("CPS");
        var first = hire.elects("A-04").until("name-certificate-recipients");
        hire.elects("A-01").until("extend-tentative-offer");

        scenario.hr
                .refused(hire, () -> hire.withdraws("A-04", "THIS_AGENCY"))
                .by("L14")
                .at("documents")
                .because("Attach what Candidate A-04 wrote");
        first.is(SelectionState.NOTIFIED);

        hire.withdraws("A-04", "THIS_AGENCY", "Stays where she is.");
        first.endedAs(SelectionState.LOST);
    }

    @Test
    void L14_nobody_on_whose_election_another_selection_rests_declines_an_offer_by_the_agency_s_word_alone() {
        reviewing("TP");
        var first = hire.elects("A-04").until("name-certificate-recipients");
        hire.elects("A-01").until("extend-tentative-offer");
        first.until("record-offer-answer");
        scenario.hr.completes(first, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Pay."));

        scenario.hr
                .cannotComplete(first, "determine-withdrawal-scope", answers("scope", "THIS_AGENCY"))
                .by("L14")
                .at("documents")
                .because("Attach what Candidate A-04 wrote");
        var paper = scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL);
        scenario.hr.completes(
                first, "determine-withdrawal-scope", answers("scope", "THIS_AGENCY", "documents", List.of(paper)));
        first.endedAs(SelectionState.DECLINED);
    }

    // 5 CFR 332.406: held while OPM decides, and OPM decides what was filed.
    @Test
    void L14_a_vacancy_is_held_only_while_who_decides_has_reasons_and_form() {
        reviewing("TP");
        var request = hire.asksToPassOver("A-04");
        assertThat(hire.row("A-04").get("mayHoldVacancy").asBoolean()).isFalse();
        scenario.manager
                .refused(hire, () -> scenario.manager.puts(held()))
                .by("L14")
                .because("File the reasons and the SF-62 first");
        hire.cannotElect("A-01").by("L14").because("not decided yet").not("hold another vacancy");

        scenario.manager.completes(request, "file-pass-over");
        scenario.manager.puts(held());
        hire.elects("A-01");
    }

    // 5 U.S.C. 3318(c)(1): the appointing authority complies with what OPM finds.
    @Test
    void L14_after_a_denial_the_candidate_comes_first_again_and_no_vacancy_that_is_held_changes_that() {
        scenario.withVacancies(3);
        reviewing("TP");
        var request = filed();
        scenario.manager.puts(held());
        hire.elects("A-01").until("extend-tentative-offer");
        var waiting = hire.elects("A-02").until("verify-selection");
        denies(request);

        hire.cannotElect("A-03").by("L14").because("was denied");
        scenario.opm
                .cannotComplete(
                        waiting, "verify-selection", answers("decision", "VERIFIED", "comment", "All the same."))
                .by("L14")
                .because("A-04", "was denied");
        scenario.manager.refused(hire, () -> scenario.manager.deletes(held())).by("L14");
        assertThat(isHeld()).isTrue();

        // Of that election OPM has not been told in step 5.
        var first = hire.elects("A-04");
        scenario.opm
                .cannotComplete(
                        waiting, "verify-selection", answers("decision", "VERIFIED", "comment", "All the same."))
                .by("L14")
                .because("rests on another election, of which OPM has not been told: A-04");
        scenario.hr.completes(first, "notify-opm-of-selection");
        scenario.opm.completes(waiting, "verify-selection");
    }

    @Test
    void L14_no_vacancy_is_held_for_somebody_about_whom_the_request_was_denied() {
        reviewing("TP");
        denies(filed());

        assertThat(hire.row("A-04").get("mayHoldVacancy").asBoolean()).isFalse();
        scenario.manager
                .refused(hire, () -> scenario.manager.puts(held()))
                .by("L14")
                .because("was denied", "Elect Candidate A-04");
        hire.cannotElect("A-01").by("L14");
        // New facts are a request like the first one: nothing is held before they are filed.
        var again = hire.asksToPassOver("A-04", "The diploma turned out to be forged.");
        scenario.manager.refused(hire, () -> scenario.manager.puts(held())).by("L14");
        scenario.manager.completes(again, "file-pass-over");
        scenario.manager.puts(held());
        hire.elects("A-01");
    }

    // L9: undone as a mistake, the candidate comes first again.
    @Test
    void L9_L14_a_case_is_not_closed_in_the_days_in_which_whoever_a_vacancy_is_held_for_may_come_back() {
        reviewing("TP");
        var request = filed();
        scenario.manager.puts(held());
        hire.elects("A-01").untilTheEnd();
        hire.leavesThePool("A-04");
        closing().by("L14").because("a vacancy was kept for Candidate A-04", "withdrawal can be undone");
        scenario.onDay(scenario.today().plusDays(1));
        closing().by("L14");
        scenario.opm.posts(
                hire.leaving("A-04") + "/undoing", answers("reason", "Meant one position.", "how", "E-mail."));
        closing().by("L14").because("a vacancy was kept for Candidate A-04");

        denies(request);
        var paper = scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL, SampleFiles.pdf("I do mean all. A-04"));
        hire.withdrawsOnPaper("A-04", "ALL_AGENCIES", paper);
        scenario.opm.posts(hire.leaving("A-04") + "/confirmation", answers());
        closing().by("L14");
        scenario.onDay(scenario.today().plusDays(9));
        scenario.settlesWithdrawals();
        assertThat(isHeld()).isFalse();
        scenario.hr.posts("/api/cases/" + hire.caseNumber() + "/close", answers("reason", "BUDGET"));
    }

    // 5 U.S.C. 3318(c)(1): asking again does not undo what the first answer left owing.
    @Test
    void L14_asking_again_does_not_let_a_case_be_closed_that_keeps_a_vacancy_for_who_was_denied() {
        reviewing("TP");
        var request = filed();
        scenario.manager.puts(held());
        hire.elects("A-01").untilTheEnd();
        scenario.onDay(scenario.today().plusDays(1));
        denies(request);
        closing().by("L14").because("a vacancy was kept for Candidate A-04");

        hire.asksToPassOver("A-04", "The diploma turned out to be forged.");
        closing().by("L14").because("a vacancy was kept for Candidate A-04");
        scenario.manager
                .cannotComplete(hire, REVIEWING, answers("reason", "Nobody else fits.", "confirmed", true))
                .by("L14");
        hire.elects("A-04").untilTheEnd();
    }

    // 5 U.S.C. 3318(c)(1): what a certificate that ends leaves undone stands on record, for OPM.
    @Test
    void L14_a_certificate_that_ends_while_a_vacancy_is_kept_says_for_whom_and_that_nobody_was_selected_for_it() {
        reviewing("TP");
        var request = filed();
        scenario.manager.puts(held());
        hire.elects("A-01").untilTheEnd();
        denies(request);
        scenario.onDay(scenario.today().plusDays(400));
        hire.timerFires("reviewing-stops");

        assertThat(hire.decision("closed-with-kept-vacancy"))
                .contains(
                        "a vacancy was kept for somebody who comes first and was not selected for it",
                        "A-04",
                        "Denied by OPM");
    }

    // 74 FR 30459: an agency that decides itself is bound by what it found, too.
    @Test
    void L14_a_denial_by_the_agency_s_own_examiner_binds_as_that_of_OPM_does() {
        scenario.withDelegatedAuthority();
        reviewing("TP");
        var request = filed();
        scenario.manager.puts(held());
        var waiting = hire.elects("A-01").until("verify-selection");
        request.is("filed_by", scenario.manager.actor().userId());
        scenario.hr.completes(
                request, "decide-own-pass-over", answers("decision", "DENIED", "reason", "The papers are there."));

        scenario.opm
                .cannotComplete(
                        waiting, "verify-selection", answers("decision", "VERIFIED", "comment", "All the same."))
                .by("L14")
                .because("A-04", "was denied");
        scenario.hr.completes(hire.elects("A-04"), "notify-opm-of-selection");
        scenario.opm.completes(waiting, "verify-selection");
    }

    @Test
    void L14_of_two_vacancies_held_neither_is_given_up_while_a_selection_rests_on_both() {
        scenario.withVacancies(3);
        scenario.is(pool, "A-05", "preference", "TP");
        reviewing("TP");
        filed();
        scenario.manager.completes(hire.asksToPassOver("A-05"), "file-pass-over");
        var other = hire.candidatePath("A-05") + "/held-vacancy";
        scenario.manager.puts(held());
        hire.cannotElect("A-01").by("L14").because("Candidate A-05");
        scenario.manager.puts(other);
        hire.elects("A-01").until("extend-tentative-offer");

        for (var one : List.of(held(), other)) {
            scenario.manager.refused(hire, () -> scenario.manager.deletes(one)).by("L14");
        }
        hire.withdraws("A-05", "THIS_AGENCY");
        scenario.manager.refused(hire, () -> scenario.manager.deletes(other)).by("L14");
        hire.cannotElect("A-02").by("L14");
        hire.withdraws("A-05", "THIS_AGENCY", "Stays in Denver.");
        hire.elects("A-02");
    }

    // 5 CFR 332.406: an objection is a request, too, and what was filed is what waits.
    @Test
    void L14_a_vacancy_held_while_an_objection_waits_is_bound_by_its_denial_as_well() {
        reviewing("TP");
        var objection = hire.objectsTo("A-04");
        scenario.manager.refused(hire, () -> scenario.manager.puts(held())).by("L14");
        scenario.manager.completes(objection, "file-pass-over", answers("ground", "false-statement"));
        scenario.manager.puts(held());
        hire.elects("A-01");
        denies(objection);

        scenario.manager.refused(hire, () -> scenario.manager.deletes(held())).by("L14");
        hire.cannotElect("A-02").by("L14");
        hire.elects("A-04");
    }
}
