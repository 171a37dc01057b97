package io.crossgov.hiring.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people enter until they send it, so that it is there again after another task, a reload, a new sign-in or on another
 * machine. A draft is its author's alone: every query names the person, and nobody's role opens anybody else's. Whether a person may
 * see the work at all is asked by the caller, each time.
 */
@Service
public class FormDrafts {

    /** Longest draft, in characters of JSON. */
    public static final int LONGEST = 200_000;

    /** So many parts of one form a person may keep; a talent pool has fewer referred candidates. */
    static final int MOST_PARTS = 1_000;

    private static final String OVERTAKEN =
            "You have entered something else here meanwhile, in another tab or browser.";

    private final DraftTable table;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    FormDrafts(DraftTable table, JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.table = table;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What the person has kept there. */
    @Transactional(readOnly = true)
    public Optional<KeptDraft> find(Actor person, DraftPlace place) {
        return table.findById(Draft.Id.of(person.userId(), place)).map(this::kept);
    }

    /** For which of these tasks the person has kept something: one query. */
    @Transactional(readOnly = true)
    public Set<String> begun(Actor person, Collection<String> taskIds) {
        return taskIds.isEmpty() ? Set.of() : table.begun(person.userId(), taskIds);
    }

    /**
     * Keeps the answers in place of what was kept there before.
     *
     * @param known the revision that the person saw last, 0 for none; null to overwrite whatever there is
     * @throws Refusal 400 when the answers are too long; 409 when another revision is there: nothing is overwritten unseen
     */
    @Transactional
    public KeptDraft keep(Actor person, DraftPlace place, ObjectNode answers, Integer known) {
        var text = answers.toString();
        if (text.length() > LONGEST) {
            throw tooLong();
        }
        var id = Draft.Id.of(person.userId(), place);
        var before = table.findById(id);
        if (known != null && known != before.map(Draft::revision).orElse(0)) {
            throw Refusal.conflict(OVERTAKEN);
        }
        if (before.isEmpty() && table.partsOf(person.userId(), place.work()) >= MOST_PARTS) {
            throw Refusal.invalid("part", "You have entered so much for this task that no more can be kept.");
        }
        var draft = before.orElseGet(() -> new Draft(id));
        draft.keep(text, clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            return kept(table.saveAndFlush(draft));
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException somebodyWasFirst) {
            throw Refusal.conflict(OVERTAKEN);
        }
    }

    /** Drops what the person has kept there, if anything. */
    @Transactional
    public void discard(Actor person, DraftPlace place) {
        table.discard(Draft.Id.of(person.userId(), place));
    }

    /** The task is done or gone: whatever anybody kept for it goes with it, in the same transaction. */
    @Transactional
    public void forget(String taskId) {
        // Not by JPA, which would look through all that the step has at hand first: with each task that is done by
        // anybody.
        jdbc.update("delete from draft where work = ?", taskId);
    }

    /** For what is too long to be read at all. */
    public static Refusal tooLong() {
        return Refusal.invalid(
                "answers",
                String.format(Locale.US, "What you entered is too long to be kept: at most %,d characters.", LONGEST));
    }

    private KeptDraft kept(Draft draft) {
        try {
            return new KeptDraft(draft.savedAt(), draft.revision(), (ObjectNode) json.readTree(draft.answers()));
        } catch (JsonProcessingException unreadable) {
            // Written by keep, and by nothing else.
            throw new IllegalStateException("A draft is not the JSON it was kept as.");
        }
    }
}
