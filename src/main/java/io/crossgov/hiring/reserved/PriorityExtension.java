package io.crossgov.hiring.reserved;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One request of an agency to extend the days that a pool reserves for it, until OPM decides it or its case ends (L10). */
@Entity
public class PriorityExtension {

    /** Where a request stands. */
    public enum State {
        OPEN("With OPM"),
        GRANTED("Granted by OPM"),
        REFUSED("Refused by OPM"),
        /** The case ended first. */
        MOOT("No longer needed");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** What people read. */
        public String title() {
            return title;
        }
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    private String caseNumber;
    private String agency;
    private String announcement;

    /** Null once it is decided or moot: unique with the pool, so that no agency asks twice at a time. */
    private String openAgency;

    private LocalDate askedUntil;
    private String reason;
    private String askedBy;
    private String askedByName;
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private String decisionReason;
    private String decidedBy;
    private String decidedByName;
    private Instant endedAt;

    protected PriorityExtension() {}

    PriorityExtension(HiringCase hiring, LocalDate askedUntil, String reason, Actor by, Instant at) {
        id = UUID.randomUUID();
        caseNumber = hiring.number().value();
        agency = hiring.agency();
        announcement = hiring.announcement().value();
        openAgency = agency;
        this.askedUntil = askedUntil;
        this.reason = reason;
        askedBy = by.userId();
        askedByName = by.name();
        askedAt = at;
        state = State.OPEN;
    }

    public UUID id() {
        return id;
    }

    /** The case from which the agency asked. */
    public CaseNumber caseNumber() {
        return new CaseNumber(caseNumber);
    }

    /** The last reserved day the agency asked for. */
    public LocalDate askedUntil() {
        return askedUntil;
    }

    /** Why, in the agency's words. */
    public String reason() {
        return reason;
    }

    /** Full name of who asked. */
    public String askedByName() {
        return askedByName;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public State state() {
        return state;
    }

    /** OPM's reason, where it gave one. */
    public Optional<String> decisionReason() {
        return Optional.ofNullable(decisionReason);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isDecided() {
        return state == State.GRANTED || state == State.REFUSED;
    }

    void decided(PriorityDecision decision, String because, Actor by, Instant at) {
        end(decision == PriorityDecision.GRANTED ? State.GRANTED : State.REFUSED, at);
        decisionReason = because;
        decidedBy = by.userId();
        decidedByName = by.name();
    }

    void moot(Instant at) {
        end(State.MOOT, at);
    }

    private void end(State how, Instant at) {
        if (!isOpen()) {
            throw Refusal.conflictByRule(
                    "L10", "This request has moved on (it is now: " + state.title() + "). Look at the case again.");
        }
        state = how;
        openAgency = null;
        endedAt = at;
    }
}
