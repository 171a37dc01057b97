package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_OPM;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.PostgresTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** L8 as it is meant: two people at OPM verify selections of one candidate by two agencies in the same instant. */
@PostgresTest
@Import(SelectionScene.class)
class SimultaneousVerificationTest {

    private static final int ROUNDS = 50;

    @Autowired
    private SelectionScene scene;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void L8_one_of_two_simultaneous_verifications_wins_and_the_other_reads_why() throws Exception {
        var pool = scene.pool();
        var ours = scene.caseInReview(pool, MANAGER, ROUNDS);
        var theirs = scene.caseInReview(pool, OTHER_MANAGER, ROUNDS);
        scene.classifyPd(ours);
        scene.classifyPd(theirs);
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                var candidate = scene.candidate(pool, "Candidate " + round);
                var first = atVerification(scene.elected(MANAGER, ours, candidate));
                var second = atVerification(scene.elected(OTHER_MANAGER, theirs, candidate));

                var answers = atOnce(threads, first, second);

                assertThat(answers)
                        .as("round %s: %s", round, answers)
                        .extracting("status")
                        .containsExactlyInAnyOrder(204, 409);
                var won = answers.get(0).status() == 204 ? first : second;
                var lost = won.equals(first) ? second : first;
                var refusal = answers.get(won.equals(first) ? 1 : 0);
                assertThat(refusal.detail()).isEqualTo("This candidate is no longer available.");
                assertThat(refusal.rule()).isEqualTo("L8");
                assertThat(scene.stateOf(won)).isEqualTo("VERIFIED");
                assertThat(scene.stateOf(lost)).isEqualTo("LOST");
                assertThat(scene.taskOf(lost, "verify-selection")).isNull();
                assertThat(jdbc.queryForList(
                                "select selection_id from candidate_commitment where candidate_id = ?",
                                UUID.class,
                                candidate))
                        .containsExactly(won);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<SelectionScene.Answer> atOnce(ExecutorService threads, UUID first, UUID second) throws Exception {
        var barrier = new CyclicBarrier(2);
        var one = verifies(threads, barrier, OPM, first);
        var other = verifies(threads, barrier, SECOND_OPM, second);
        return List.of(one.get(), other.get());
    }

    /** The task is in front of the person before the other one is done. */
    private Future<SelectionScene.Answer> verifies(
            ExecutorService threads, CyclicBarrier barrier, String person, UUID selection) {
        var task = scene.taskOf(selection, "verify-selection");
        return threads.submit(() -> {
            barrier.await();
            return scene.write(person, Map.of("decision", "VERIFIED"), "/api/tasks/{id}", task);
        });
    }

    /** Everything between election and verification has happened. */
    private UUID atVerification(UUID selection) {
        jdbc.update(
                "update selection set state = 'REVIEW_RETURNED', pd_number = 'PD-1', sf52_number = 'SF-1',"
                        + " notified_at = elected_at, notified_on = elected_on where id = ?",
                selection);
        jdbc.update(
                "insert into certificate_decision (selection_id, candidate_id, outcome, alternate_rank)"
                        + " select id, candidate_id, 'SELECTED', 0 from selection where id = ?",
                selection);
        var instance = runtimeService
                .createProcessInstanceQuery()
                .variableValueEquals("selectionId", selection.toString())
                .singleResult();
        runtimeService
                .createProcessInstanceModification(instance.getId())
                .cancelAllForActivity("notify-opm-of-selection")
                .startBeforeActivity("verify-selection")
                .execute();
        return selection;
    }
}
