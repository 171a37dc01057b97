package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_HR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_OPM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * L8 and L9 as they are meant: a candidate is elected in the instant in which another agency's selection is verified, or a withdrawal
 * from all agencies is recorded. Whoever comes second waits, so that no selection runs on of somebody who is gone. Each transaction is
 * stopped midway by holding the chain of decisions that it writes to.
 */
@PostgresTest
@Import(SelectionScene.class)
class ElectedWhileGoneTest {

    @Autowired
    private SelectionScene scene;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private ExecutorService threads;
    private AnnouncementNumber pool;
    private CaseNumber ours;
    private UUID candidate;

    @BeforeEach
    void a_case_in_review() {
        threads = Executors.newCachedThreadPool();
        pool = scene.pool();
        ours = scene.caseInReview(pool, MANAGER);
        candidate = scene.candidate(pool, "Cleo Sought");
    }

    @AfterEach
    void all_is_over() {
        threads.shutdownNow();
    }

    @Test
    void L9_who_withdraws_from_all_while_being_elected_is_elected_no_more() throws Exception {
        var answers = whileStopped(ours.value(), this::elects, this::withdraws);

        assertThat(answers.first().status()).isEqualTo(201);
        assertThat(answers.second().status()).isEqualTo(200);
        assertThat(states()).containsExactly("LOST");
        assertThat(openTasks()).isZero();
    }

    @Test
    void L9_nobody_is_elected_whose_withdrawal_from_all_is_being_recorded() throws Exception {
        var answers = whileStopped(pool.value(), this::withdraws, this::elects);

        assertThat(answers.first().status()).isEqualTo(200);
        assertThat(answers.second().status()).isEqualTo(409);
        assertThat(answers.second().rule()).isEqualTo("L8");
        assertThat(states()).isEmpty();
    }

    @Test
    void L8_who_is_verified_elsewhere_while_being_elected_is_elected_no_more() throws Exception {
        var theirs = scene.caseInReview(pool, OTHER_MANAGER);
        scene.classifyPd(theirs);
        var verified = scene.elected(OTHER_MANAGER, theirs, candidate);
        scene.toVerification(verified, OTHER_HR, OTHER_COORDINATOR);

        var answers = whileStopped(ours.value(), this::elects, () -> scene.verify(OPM, verified, "VERIFIED"));

        assertThat(answers.first().status()).isEqualTo(201);
        assertThat(answers.second().status()).isEqualTo(204);
        assertThat(scene.stateOf(verified)).isEqualTo("VERIFIED");
        assertThat(states()).containsExactly("LOST");
        assertThat(openTasks()).isZero();
    }

    @Test
    void L8_nobody_is_elected_whose_verification_elsewhere_is_being_recorded() throws Exception {
        var theirs = scene.caseInReview(pool, OTHER_MANAGER);
        scene.classifyPd(theirs);
        var verified = scene.elected(OTHER_MANAGER, theirs, candidate);
        scene.toVerification(verified, OTHER_HR, OTHER_COORDINATOR);

        var answers = whileStopped(theirs.value(), () -> scene.verify(OPM, verified, "VERIFIED"), this::elects);

        assertThat(answers.first().status()).isEqualTo(204);
        assertThat(answers.second().status()).isEqualTo(409);
        assertThat(answers.second().detail()).isEqualTo("This candidate is no longer available.");
        assertThat(states()).isEmpty();
    }

    @Test
    void L8_who_verifies_what_a_colleague_is_verifying_reads_of_the_colleague() throws Exception {
        scene.classifyPd(ours);
        var selection = scene.elected(MANAGER, ours, candidate);
        scene.toVerification(selection, HR, COORDINATOR);
        var task = scene.taskOf(selection, "verify-selection");

        var answers = whileStopped(
                ours.value(),
                () -> scene.verify(OPM, selection, "VERIFIED"),
                () -> scene.write(SECOND_OPM, Map.of("decision", "VERIFIED"), "/api/tasks/{id}", task));

        assertThat(answers.first().status()).isEqualTo(204);
        assertThat(answers.second().status()).isEqualTo(409);
        assertThat(answers.second().detail()).contains("Somebody changed this case at the same moment.");
        assertThat(scene.stateOf(selection)).isEqualTo("VERIFIED");
    }

    @Test
    void L9_nobody_is_elected_who_is_recorded_at_the_same_moment_to_decline() throws Exception {
        var answers = whileStopped(ours.value(), this::declines, this::elects);

        assertThat(answers.first().status()).isEqualTo(204);
        assertThat(answers.second().status()).isEqualTo(409);
        assertThat(states()).isEmpty();
    }

    private record Answers(SelectionScene.Answer first, SelectionScene.Answer second) {}

    /** The first is stopped before it has recorded its decision in this stream; then the second begins, and is done or waits as well. */
    private Answers whileStopped(
            String stream, Supplier<SelectionScene.Answer> first, Supplier<SelectionScene.Answer> second) {
        var running = transactions.execute(stopped -> {
            assertThat(jdbc.queryForList("select stream from decision_stream where stream = ? for update", stream))
                    .hasSize(1);
            var one = threads.submit(first::get);
            await().until(() -> one.isDone() || waiting() == 1);
            var other = threads.submit(second::get);
            await().until(() -> other.isDone() || waiting() == 2);
            return List.of(one, other);
        });
        return new Answers(answer(running.get(0)), answer(running.get(1)));
    }

    private static SelectionScene.Answer answer(Future<SelectionScene.Answer> of) {
        try {
            return of.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private int waiting() {
        return jdbc.queryForObject(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
                Integer.class);
    }

    private SelectionScene.Answer elects() {
        return scene.elect(MANAGER, ours, candidate);
    }

    private SelectionScene.Answer withdraws() {
        return scene.write(
                OPM,
                Map.of("reason", "Moved abroad", "how", "A letter."),
                "/api/pools/{pool}/candidates/{number}/withdrawal",
                pool.value(),
                jdbc.queryForObject("select applicant_number from candidate where id = ?", String.class, candidate));
    }

    private SelectionScene.Answer declines() {
        return scene.record(
                MANAGER, ours, candidate, "withdrawal", "scope", "THIS_AGENCY", "note", "Said so by phone.");
    }

    private List<String> states() {
        return jdbc.queryForList(
                "select state from selection where case_number = ? and candidate_id = ?",
                String.class,
                ours.value(),
                candidate);
    }

    private int openTasks() {
        return jdbc.queryForObject(
                "select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                        + " join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where d.key_ = 'candidate-selection' and e.parent_id_ is null and e.business_key_ = ?",
                Integer.class,
                ours.value());
    }
}
