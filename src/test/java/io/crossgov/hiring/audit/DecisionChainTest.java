package io.crossgov.hiring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** L20: nothing decided is lost or overwritten without the chain showing it. */
@OnBothDatabases
class DecisionChainTest {

    private static final Actor HR = new Actor(
            "chain.hr", "Chain Tester", "chain.hr@example.gov", "GSA", Set.of(Role.HR_SPECIALIST, Role.HIRING_MANAGER));
    private static final int DECISIONS = 4;

    @Autowired
    private DecisionLog log;

    @Autowired
    private Decisions decisions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final String stream = "TEST-" + UUID.randomUUID();

    @BeforeEach
    void four_decisions_are_made() {
        for (int n = 1; n <= DECISIONS; n++) {
            decide(n);
        }
    }

    @Test
    void L20_a_decision_says_who_in_which_role_when_what_before_and_after() {
        var decision = log.of(stream).get(1);

        assertThat(decision.sequence()).isEqualTo(2);
        assertThat(decision.userId()).isEqualTo("chain.hr");
        assertThat(decision.name()).isEqualTo("Chain Tester");
        assertThat(decision.roles()).isEqualTo("HR specialist, Hiring manager");
        assertThat(decision.agency()).isEqualTo("GSA");
        assertThat(decision.kind()).isEqualTo("set-pay");
        assertThat(decision.sentence()).isEqualTo("Decision 2.");
        assertThat(decision.before()).isEqualTo("{\"n\":1}");
        assertThat(decision.after()).isEqualTo("{\"n\":2}");
        assertThat(decision.at()).isNotNull();
    }

    @Test
    void L20_an_untouched_chain_is_whole() {
        assertThat(log.firstBroken(stream)).isEmpty();
        assertThat(log.of(stream)).extracting(RecordedDecision::sequence).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void L20_a_changed_decision_shows_whatever_was_changed() {
        for (var column :
                List.of("user_id", "user_name", "roles", "agency", "kind", "sentence", "before_json", "after_json")) {
            var was = jdbc.queryForObject(
                    "select " + column + " from decision where stream = ? and sequence = 3", String.class, stream);
            set(column, "forged", 3);
            assertThat(log.firstBroken(stream)).as(column).hasValue(3);
            set(column, was, 3);
            assertThat(log.firstBroken(stream)).as(column).isEmpty();
        }
    }

    @Test
    void L20_a_decision_moved_in_time_shows() {
        jdbc.update(
                "update decision set decided_at = (select decided_at from decision where stream = ? and sequence = 1)"
                        + " - interval '1' day where stream = ? and sequence = 2",
                stream,
                stream);

        assertThat(log.firstBroken(stream)).hasValue(2);
    }

    @Test
    void L20_a_deleted_decision_shows() {
        jdbc.update("delete from decision where stream = ? and sequence = 2", stream);

        assertThat(log.firstBroken(stream)).hasValue(2);
    }

    @Test
    void L20_a_deleted_last_decision_shows() {
        jdbc.update("delete from decision where stream = ? and sequence = ?", stream, DECISIONS);

        assertThat(log.firstBroken(stream)).hasValue(DECISIONS);
    }

    @Test
    void L20_decisions_deleted_altogether_show() {
        jdbc.update("delete from decision where stream = ?", stream);

        assertThat(log.firstBroken(stream)).hasValue(1);
    }

    @Test
    void L20_a_chain_without_its_head_is_not_whole() {
        jdbc.update("delete from decision where stream = ? and sequence = ?", stream, DECISIONS);
        jdbc.update("delete from decision_stream where stream = ?", stream);

        assertThat(log.firstBroken(stream)).hasValue(DECISIONS);
    }

    @Test
    void L20_a_decision_put_in_later_shows_even_with_a_hash_that_fits_the_one_before() {
        jdbc.update(
                "insert into decision (stream, sequence, decided_at, user_id, user_name, roles, agency, kind, sentence, hash)"
                        + " select stream, 5, decided_at, user_id, user_name, roles, agency, kind, 'Slipped in.', hash"
                        + " from decision where stream = ? and sequence = 4",
                stream);

        assertThat(log.firstBroken(stream)).hasValue(5);

        var forged = transaction.execute(done ->
                decisions.findById(new Decision.Id(stream, 5)).orElseThrow().hashAfter(hashOf(4)));
        set("hash", forged, 5);
        assertThat(log.firstBroken(stream)).hasValue(6);
    }

    @Test
    void L20_a_decision_that_is_rolled_back_leaves_no_record() {
        transaction.executeWithoutResult(undone -> {
            log.record(entry(5));
            undone.setRollbackOnly();
        });

        assertThat(log.of(stream)).hasSize(DECISIONS);
        assertThat(log.firstBroken(stream)).isEmpty();
    }

    @Test
    void L20_no_decision_is_recorded_apart_from_what_it_decides() {
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> log.record(entry(5)));
    }

    @Test
    void L20_people_who_decide_at_once_make_one_chain_without_gaps() throws Exception {
        var people = Executors.newFixedThreadPool(4);
        try {
            var decisions = IntStream.rangeClosed(5, 24)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        decide(n);
                        return null;
                    })
                    .toList();
            for (var done : people.invokeAll(decisions)) {
                done.get();
            }
        } finally {
            people.shutdownNow();
        }

        assertThat(log.of(stream))
                .extracting(RecordedDecision::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 24).boxed().toList());
        assertThat(log.firstBroken(stream)).isEmpty();
    }

    private void decide(int n) {
        transaction.executeWithoutResult(done -> log.record(entry(n)));
    }

    private DecisionLog.Entry entry(int n) {
        return new DecisionLog.Entry(stream, HR, "set-pay", "Decision " + n + ".", Map.of("n", n - 1), Map.of("n", n));
    }

    private String hashOf(long sequence) {
        return jdbc.queryForObject(
                "select hash from decision where stream = ? and sequence = ?", String.class, stream, sequence);
    }

    private void set(String column, String value, long sequence) {
        jdbc.update(
                "update decision set " + column + " = ? where stream = ? and sequence = ?", value, stream, sequence);
    }
}
