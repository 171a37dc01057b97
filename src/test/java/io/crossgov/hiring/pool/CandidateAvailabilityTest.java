package io.crossgov.hiring.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.intake.CandidateImport;
import io.crossgov.hiring.law.Availability;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** L8, L9: one candidate, one verified selection, across all agencies. */
@OnBothDatabases
@RecordApplicationEvents
class CandidateAvailabilityTest {

    private static final int ROUNDS = 50;
    private static final String HEADER = "applicant_number,name,email,phone,duty_locations,rating,score,preference,"
            + "priority_status,commuting_area,opted_in,federal_agency,resume_file\n";

    @Autowired
    private CandidateAvailability availability;

    @Autowired
    private Candidates candidates;

    @Autowired
    private CandidateImport candidateImport;

    @Autowired
    private Pools pools;

    @Autowired
    private DecisionLog decisions;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private PlatformTransactionManager transactions;

    private AnnouncementNumber pool;
    private TransactionTemplate transaction;

    @BeforeEach
    void pool_with_candidates() throws IOException {
        transaction = new TransactionTemplate(transactions);
        pool = pools.save(
                        Actor.SYSTEM,
                        SamplePools.crossGovernment(
                                "L8-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT)))
                .announcement();
        var rows = IntStream.range(0, ROUNDS)
                .mapToObj(number -> "A-%02d,Name,name.%d@%s.example,,Remote,BEST_QUALIFIED,,NONE,,,yes,,\n"
                        .formatted(number, number, pool.value().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
        candidateImport.take(
                Actor.SYSTEM,
                pool,
                new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)),
                progress -> {});
    }

    @Test
    void L8_a_committed_candidate_is_refused_to_others_who_learn_nothing_of_the_holder() {
        var candidate = candidate(0);
        var selection = UUID.randomUUID();
        commit(candidate, selection, "GSA");

        assertThat(candidates.byId(candidate).availability()).isEqualTo(Availability.COMMITTED);
        assertThat(holderOf(candidate)).contains(selection);
        refused("L8", "This candidate is no longer available.", () -> commit(candidate, UUID.randomUUID(), "VA"));
        assertThatCode(() -> commit(candidate, selection, "GSA")).doesNotThrowAnyException();
    }

    @Test
    void L8_a_candidate_whom_the_holder_loses_is_available_to_all_again() {
        var candidate = candidate(0);
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        commit(candidate, first, "GSA");
        run(() -> availability.release(first));
        run(() -> availability.release(first));

        assertThat(candidates.byId(candidate).availability()).isEqualTo(Availability.AVAILABLE);
        commit(candidate, second, "VA");
        run(() -> availability.release(first));
        assertThat(holderOf(candidate)).contains(second);
    }

    @Test
    void L8_who_entered_on_duty_is_hired_for_good() {
        var candidate = candidate(0);
        var selection = UUID.randomUUID();
        commit(candidate, selection, "GSA");
        run(() -> availability.hire(selection));
        run(() -> availability.release(selection));

        assertThat(candidates.byId(candidate).availability()).isEqualTo(Availability.HIRED);
        refused("L8", "This candidate is no longer available.", () -> commit(candidate, UUID.randomUUID(), "VA"));
        refused(
                "L9",
                "This candidate has entered on duty and can no longer withdraw.",
                () -> availability.withdrawFromAll(candidate, Actor.SYSTEM, "Wrote to us"));
        refused("L8", "This candidate is no longer available.", () -> availability.hire(UUID.randomUUID()));
    }

    @Test
    void L9_who_withdraws_from_all_agencies_is_gone_everywhere_and_every_case_hears_of_it_once() {
        var candidate = candidate(0);
        var selection = UUID.randomUUID();
        commit(candidate, selection, "GSA");
        run(() -> availability.withdrawFromAll(candidate, Actor.SYSTEM, "Wrote to us"));
        run(() -> availability.withdrawFromAll(candidate, Actor.SYSTEM, "Wrote to us"));

        assertThat(candidates.byId(candidate).availability()).isEqualTo(Availability.WITHDRAWN);
        assertThat(holderOf(candidate)).isEmpty();
        assertThat(events.stream(CandidateWithdrawnFromAll.class))
                .containsExactly(new CandidateWithdrawnFromAll(candidate, pool));
        assertThat(decisions.of(pool.value()))
                .filteredOn(decision -> decision.kind().equals("withdraw-candidate-from-all"))
                .singleElement()
                .satisfies(decision -> assertThat(decision.before()).contains(candidate.toString(), "COMMITTED"));
        refused("L8", "This candidate is no longer available.", () -> commit(candidate, UUID.randomUUID(), "VA"));
    }

    @Test
    void L8_a_candidate_who_does_not_exist_is_unknown() {
        assertThatThrownBy(() -> commit(UUID.randomUUID(), UUID.randomUUID(), "GSA"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN));
    }

    @Test
    void L8_of_several_who_commit_a_candidate_in_the_same_instant_one_wins_and_the_others_read_why() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var candidate = candidate(round);
            var selections = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            var outcomes = atOnce(selections.stream()
                    .<ThrowingCallable>map(selection -> () -> commit(candidate, selection, "GSA"))
                    .toList());

            assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.equals("won"))
                    .containsOnly("This candidate is no longer available.");
            var holder = transaction
                    .execute(status -> availability.holderOf(candidate))
                    .orElseThrow();
            assertThat(holder).isEqualTo(selections.get(outcomes.indexOf("won")));
        }
    }

    @Test
    void L8_L9_who_withdraws_in_the_instant_of_a_verification_is_never_both_committed_and_withdrawn() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var candidate = candidate(round);
            atOnce(List.of(
                    () -> commit(candidate, UUID.randomUUID(), "GSA"),
                    () -> run(() -> availability.withdrawFromAll(candidate, Actor.SYSTEM, "Wrote to us"))));

            var state = candidates.byId(candidate).availability();
            var holder = holderOf(candidate);
            assertThat(state).isIn(Availability.COMMITTED, Availability.WITHDRAWN);
            assertThat(holder.isPresent()).isEqualTo(state == Availability.COMMITTED);
        }
    }

    private List<String> atOnce(List<ThrowingCallable> attempts) throws Exception {
        var start = new CyclicBarrier(attempts.size());
        var people = Executors.newFixedThreadPool(attempts.size());
        try {
            var running = new ArrayList<Callable<String>>();
            for (var attempt : attempts) {
                running.add(() -> {
                    start.await();
                    try {
                        attempt.call();
                        return "won";
                    } catch (Refusal refusal) {
                        return refusal.sentence();
                    } catch (Throwable other) {
                        return other.toString();
                    }
                });
            }
            var outcomes = new ArrayList<String>();
            for (var outcome : people.invokeAll(running)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            people.shutdownNow();
        }
    }

    private void refused(String rule, String sentence, ThrowingCallable attempt) {
        assertThatThrownBy(() -> run(() -> {
                    try {
                        attempt.call();
                    } catch (RuntimeException refused) {
                        throw refused;
                    } catch (Throwable other) {
                        throw new IllegalStateException(other);
                    }
                }))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.rule()).contains(rule);
                    assertThat(refusal.sentence()).isEqualTo(sentence);
                });
    }

    private Optional<UUID> holderOf(UUID candidate) {
        return transaction.execute(status -> availability.holderOf(candidate));
    }

    private void commit(UUID candidate, UUID selection, String agency) {
        run(() -> availability.commit(candidate, selection, agency, () -> {}));
    }

    private void run(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    private UUID candidate(int number) {
        return candidates
                .byApplicantNumber(pool, "A-%02d".formatted(number))
                .orElseThrow()
                .id();
    }
}
