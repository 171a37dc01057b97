package io.crossgov.hiring.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The audit: nothing decided is ever lost or overwritten (L20). One chain a stream: a case (by its number), a pool (by its
 * announcement number), or {@code SET-UP}.
 */
@Service
public class DecisionLog {

    /** Stream of agencies, people and other set-up. */
    public static final String SET_UP = "SET-UP";

    private final DecisionStreams streams;
    private final Decisions decisions;
    private final EntityManager entityManager;
    private final ObjectMapper json;
    private final Clock clock;

    DecisionLog(
            DecisionStreams streams, Decisions decisions, EntityManager entityManager, ObjectMapper json, Clock clock) {
        this.streams = streams;
        this.decisions = decisions;
        this.entityManager = entityManager;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A decision to record.
     *
     * @param kind short kebab-case word for what was decided; for a task form its task id
     * @param sentence the decision in words, without personal data of candidates (use their ids in {@code before}/{@code after})
     * @param before any JSON-able value, or null
     * @param after any JSON-able value, or null
     */
    public record Entry(String stream, Actor who, String kind, String sentence, Object before, Object after) {

        /** A decision in a case. */
        public static Entry inCase(
                CaseNumber number, Actor who, String kind, String sentence, Object before, Object after) {
            return new Entry(number.value(), who, kind, sentence, before, after);
        }
    }

    /** Appends to the chain, in the caller's transaction: the decision and its record stand or fall together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        append(head(entry.stream()), entry);
    }

    /** Several decisions on one chain, in their order: the chain is held once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(List<Entry> entries) {
        if (!entries.isEmpty()) {
            var head = head(entries.get(0).stream());
            entries.forEach(entry -> append(head, entry));
        }
    }

    /** Held until the transaction ends; what it has in hand is not read again. */
    private DecisionStream head(String stream) {
        var held = entityManager.find(DecisionStream.class, stream, LockModeType.PESSIMISTIC_WRITE);
        return held == null ? streams.saveAndFlush(new DecisionStream(stream)) : held;
    }

    private void append(DecisionStream head, Entry entry) {
        if (!entry.stream().equals(head.name())) {
            throw new IllegalArgumentException("not of the chain " + head.name() + ": " + entry.stream());
        }
        // Databases keep microseconds; a hash over more could not be verified later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var decision = new Decision(head, now, entry, text(entry.before()), text(entry.after()));
        decisions.save(decision);
        head.append(decision);
    }

    /** The chain, oldest first. */
    @Transactional(readOnly = true)
    public List<RecordedDecision> of(String stream) {
        return decisions.chain(stream).stream().map(Decision::asRecorded).toList();
    }

    /** The last decisions of these kinds on the chain, newest first: for chains that are too long to be shown whole. */
    @Transactional(readOnly = true)
    public List<RecordedDecision> latest(String stream, Set<String> kinds, int atMost) {
        return decisions.latest(stream, kinds, Limit.of(atMost)).stream()
                .map(Decision::asRecorded)
                .toList();
    }

    /** User names of everybody who decided something on the chain. */
    @Transactional(readOnly = true)
    public Set<String> whoDecided(String stream) {
        return decisions.whoDecided(stream);
    }

    /** The place of the first decision that does not fit its chain: changed, inserted, or with one missing before it; empty when whole. */
    @Transactional(readOnly = true)
    public OptionalLong firstBroken(String stream) {
        var previous = DecisionStream.START;
        long expected = 1;
        for (var decision : decisions.chain(stream)) {
            if (decision.getId().sequence() != expected || !decision.hash().equals(decision.hashAfter(previous))) {
                return OptionalLong.of(expected);
            }
            previous = decision.hash();
            expected++;
        }
        var lastHash = previous;
        // A chain ends where its head says; one whose head is gone has lost its end.
        boolean whole = streams.findById(stream)
                .map(head -> head.lastHash().equals(lastHash))
                .orElse(lastHash.equals(DecisionStream.START));
        return whole ? OptionalLong.empty() : OptionalLong.of(expected);
    }

    private String text(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not JSON-able: " + value.getClass(), unwritable);
        }
    }
}
