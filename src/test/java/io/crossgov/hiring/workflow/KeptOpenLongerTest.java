package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.casefile.ClosingReason.CERTIFICATE_EXPIRED;
import static io.crossgov.hiring.casefile.ClosingReason.FILLED;
import static io.crossgov.hiring.law.Availability.AVAILABLE;
import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.selection.SelectionState;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** OPM keeps a pool open longer, also one that has ended: what its last day ended or said begins anew (D1, L18). */
@OnBothDatabases
class KeptOpenLongerTest {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate LONGER = LocalDate.of(2026, 9, 30);

    private HireScenario scenario;
    private PoolDetails pool;

    @BeforeEach
    void a_pool_that_ends_in_June(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        pool = scenario.poolOpenUntil(LAST_DAY);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    @Test
    void L18_reviewing_begins_again_and_goes_on_when_the_selection_made_in_time_falls_through() {
        var hire = scenario.opensCase(scenario.manager, pool).until(REVIEWING);
        var first = hire.elects("A-01").until("name-certificate-recipients");
        thePoolEnds(hire);
        hire.waitsAt("name-certificate-recipients");

        scenario.onDay(LocalDate.of(2026, 7, 2));
        keepOpen(LONGER);

        hire.waitsAt(REVIEWING, "name-certificate-recipients");
        assertThat(scenario.dayOfTimer(hire, "reviewing-stops")).isEqualTo(LONGER.plusDays(1));
        first.until("record-offer-answer");
        scenario.hr.completes(
                first, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Stays where she is."));
        scenario.hr.completes(first, "determine-withdrawal-scope");
        first.endedAs(SelectionState.DECLINED);
        hire.isOpen().waitsAt(REVIEWING).hasPassed("reviewing-goes-on");
        // The list was cleared four months ago (L7).
        scenario.hr.posts("/api/cases/" + hire.caseNumber() + "/rpl-clearance", answers());
        hire.elects("A-02").untilTheEnd().endedAs(SelectionState.ONBOARDED);
        hire.isClosedBecause(FILLED);
    }

    @Test
    void L18_with_a_vacancy_left_entry_on_duty_is_confirmed_and_reviewing_goes_on_until_the_new_last_day() {
        var hire = scenario.withVacancies(2).opensCase(scenario.manager, pool).until(REVIEWING);
        var first = hire.elects("A-01").until("name-certificate-recipients");
        thePoolEnds(hire);
        keepOpen(LONGER);

        first.untilTheEnd().endedAs(SelectionState.ONBOARDED);
        hire.isOpen().waitsAt(REVIEWING);
        scenario.onDay(LONGER.plusDays(1));
        hire.timerFires("reviewing-stops");
        hire.isClosedBecause(CERTIFICATE_EXPIRED).hasPassed("expired-while-reviewing");
    }

    @Test
    void L8_another_agency_s_selection_is_verified_and_the_case_that_loses_the_candidate_reviews_on() {
        var hire = scenario.opensCase(scenario.manager, pool).until(REVIEWING);
        var lost = hire.elects("A-01").until("name-certificate-recipients");
        thePoolEnds(hire);
        keepOpen(LONGER);

        var others = scenario.asOtherAgency(() -> scenario.opensCase(scenario.otherManager, pool)
                .until(REVIEWING)
                .elects("A-01")
                .until("verify-selection"));
        scenario.opm.completes(others, "verify-selection");

        lost.endedAs(SelectionState.LOST);
        hire.isOpen().waitsAt(REVIEWING);
        hire.elects("A-02").runs();
    }

    @Test
    void L9_a_withdrawal_from_all_agencies_is_recorded_although_reviewing_had_ended() {
        var hire = scenario.opensCase(scenario.manager, pool).until(REVIEWING);
        var gone = hire.elects("A-01").until("name-certificate-recipients");
        thePoolEnds(hire);
        keepOpen(LONGER);

        hire.leavesThePool("A-01");

        gone.endedAs(SelectionState.LOST);
        hire.isOpen().waitsAt(REVIEWING);
    }

    @Test
    void L18_reviewing_that_runs_does_not_begin_twice_and_a_case_that_has_ended_stays_closed() {
        var running = scenario.opensCase(scenario.manager, pool).until(REVIEWING);
        running.elects("A-01").until("name-certificate-recipients");
        var closed = scenario.asOtherAgency(
                () -> scenario.opensCase(scenario.otherManager, pool).until("decide-pool-access"));
        keepOpen(LocalDate.of(2026, 7, 31));
        running.waitsAt(REVIEWING, "name-certificate-recipients");

        scenario.onDay(LocalDate.of(2026, 8, 1));
        running.timerFires("reviewing-stops").timerFires("certificate-expires-before-review");
        closed.timerFires("certificate-expires-before-review");
        closed.isClosedBecause(CERTIFICATE_EXPIRED);
        keepOpen(LocalDate.of(2026, 8, 31));
        keepOpen(LONGER);
        running.waitsAt(REVIEWING, "name-certificate-recipients").candidateIs("A-02", AVAILABLE);
        closed.isClosedBecause(CERTIFICATE_EXPIRED);
    }

    @Test
    void L18_who_was_reminded_of_the_former_last_day_is_told_the_new_one_at_once_and_reminded_before_it() {
        var hire = scenario.opensCase(scenario.manager, pool).until(REVIEWING);
        scenario.onDay(LocalDate.of(2026, 5, 31));
        hire.timerFires("thirty-days-left");
        scenario.onDay(LocalDate.of(2026, 6, 16));
        hire.timerFires("fourteen-days-left");
        scenario.onDay(LocalDate.of(2026, 6, 27));
        hire.timerFires("three-days-left");
        assertThat(lastDaysTold(hire)).containsExactly("Jun 30", "Jun 30", "Jun 30");

        scenario.onDay(LocalDate.of(2026, 6, 28));
        keepOpen(LONGER);

        assertThat(lastDaysTold(hire)).hasSize(4).contains("Sep 30");
        assertThat(scenario.dayOfTimer(hire, "fourteen-days-left")).isEqualTo(LocalDate.of(2026, 9, 16));
        assertThat(scenario.dayOfTimer(hire, "thirty-days-left")).isEqualTo(LocalDate.of(2026, 8, 31));
        scenario.onDay(LocalDate.of(2026, 8, 31));
        hire.timerFires("thirty-days-left");
        assertThat(lastDaysTold(hire)).hasSize(5);
        scenario.onDay(LocalDate.of(2026, 9, 16));
        scenario.fireAll(hire.process().getId(), "fourteen-days-left");
        assertThat(lastDaysTold(hire)).hasSize(6);
        scenario.onDay(LocalDate.of(2026, 9, 27));
        scenario.fireAll(hire.process().getId(), "three-days-left");
        assertThat(lastDaysTold(hire)).hasSize(7);
        hire.isOpen().waitsAt(REVIEWING);
    }

    @Test
    void L18_who_was_reminded_on_the_very_day_and_waits_for_the_next_reminder_gets_each_once() {
        var hire = scenario.opensCase(scenario.manager, pool).until(REVIEWING);
        scenario.onDay(LocalDate.of(2026, 5, 31));
        hire.timerFires("thirty-days-left");

        keepOpen(LONGER);
        keepOpen(LocalDate.of(2026, 10, 31));

        assertThat(lastDaysTold(hire)).containsExactlyInAnyOrder("Jun 30", "Sep 30", "Oct 31");
        assertThat(scenario.dayOfTimer(hire, "thirty-days-left")).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(scenario.dayOfTimer(hire, "fourteen-days-left")).isEqualTo(LocalDate.of(2026, 10, 17));
    }

    @Test
    void L18_who_was_not_reminded_yet_hears_of_the_new_last_day_in_its_time() {
        var hire = scenario.opensCase(scenario.manager, pool).until(REVIEWING);

        keepOpen(LONGER);

        hire.hasToldNobody("M17");
        assertThat(scenario.dayOfTimer(hire, "thirty-days-left")).isEqualTo(LocalDate.of(2026, 8, 31));
    }

    private void thePoolEnds(Hire hire) {
        scenario.onDay(LAST_DAY.plusDays(1));
        hire.timerFires("reviewing-stops").timerFires("certificate-expires-before-review");
    }

    private void keepOpen(LocalDate until) {
        scenario.opm.posts(
                "/api/pools/" + pool.announcement() + "/extension",
                answers("lastDay", until, "reason", "Agencies still interview."));
    }

    /** The last day that each reminder of the manager names, month and day. */
    private List<String> lastDaysTold(Hire hire) {
        assertThat(hire.recipientsOf("M17")).contains(scenario.manager.actor().email());
        return hire.lettersOf("M17").stream()
                .filter(letter ->
                        letter.contains("Hello " + scenario.manager.actor().name()))
                .map(letter -> letter.replaceAll("(?s).*can be used until \\w+, (\\w+ \\d+),.*", "$1"))
                .toList();
    }
}
