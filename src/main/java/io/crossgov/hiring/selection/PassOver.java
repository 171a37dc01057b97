package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.CaseStanding;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.pool.Candidate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One request of an agency to pass over a preference eligible, until OPM decides it or it falls away (L15, SF-62). */
@Entity
public class PassOver {

    /** Where a request stands. */
    public enum State {
        /** The agency wants it; reasons and form are still to be given. */
        ASKED("Reasons and SF-62 are to be filed", CaseStanding.PassOver.PENDING),
        FILED("With OPM", CaseStanding.PassOver.PENDING),
        SUSTAINED("Sustained by OPM", CaseStanding.PassOver.SUSTAINED),
        DENIED("Denied by OPM", CaseStanding.PassOver.DENIED),
        /** By the agency. */
        WITHDRAWN("Withdrawn by the agency", CaseStanding.PassOver.NONE),
        /** The candidate left the pool, or the case ended. */
        MOOT("No longer needed", CaseStanding.PassOver.NONE);

        private final String title;
        private final CaseStanding.PassOver standing;

        State(String title, CaseStanding.PassOver standing) {
            this.title = title;
            this.standing = standing;
        }

        /** What people read. */
        public String title() {
            return title;
        }

        CaseStanding.PassOver standing() {
            return standing;
        }

        boolean isPending() {
            return standing == CaseStanding.PassOver.PENDING;
        }
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    private String caseNumber;
    private String agency;
    private String announcement;
    private String positionKey;
    private UUID candidateId;

    /** Null once it was withdrawn or fell away: unique with the case, so that nobody is asked about twice. */
    private UUID openCandidateId;

    @Enumerated(EnumType.STRING)
    private VeteransPreference preference;

    @Enumerated(EnumType.STRING)
    private State state;

    private String askedBy;
    private Instant askedAt;
    private String reasons;

    @Column(name = "sf62_document_id")
    private UUID sf62DocumentId;

    private String filedBy;
    private LocalDate filedOn;
    private LocalDate notifiedOn;
    private String candidateAnswer;
    private String decidedBy;
    private Instant decidedAt;
    private String decisionReason;
    private Instant endedAt;

    protected PassOver() {}

    PassOver(HiringCase hiring, Candidate candidate, String askedBy, Instant askedAt) {
        id = UUID.randomUUID();
        caseNumber = hiring.number().value();
        agency = hiring.agency();
        announcement = hiring.announcement().value();
        positionKey = hiring.positionKey();
        candidateId = candidate.id();
        openCandidateId = candidateId;
        preference = candidate.preference();
        state = State.ASKED;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    public UUID id() {
        return id;
    }

    public CaseNumber caseNumber() {
        return new CaseNumber(caseNumber);
    }

    /** Code of the asking agency. */
    public String agency() {
        return agency;
    }

    public UUID candidateId() {
        return candidateId;
    }

    public VeteransPreference preference() {
        return preference;
    }

    public State state() {
        return state;
    }

    /** The agency's written reasons, empty until they are filed. */
    public Optional<String> reasons() {
        return Optional.ofNullable(reasons);
    }

    /** The uploaded SF-62, empty until it is filed. */
    public Optional<UUID> sf62DocumentId() {
        return Optional.ofNullable(sf62DocumentId);
    }

    /** The legal day on which reasons and form were filed. */
    public Optional<LocalDate> filedOn() {
        return Optional.ofNullable(filedOn);
    }

    /** The day on which the notice to the candidate left (M18); empty while it has not, and for who need not be heard. */
    public Optional<LocalDate> notifiedOn() {
        return Optional.ofNullable(notifiedOn);
    }

    /** The last day on which a notified candidate may answer. */
    public Optional<LocalDate> lastDayToAnswer() {
        return notifiedOn().map(PassOverRequest::lastDayToAnswer);
    }

    public Optional<String> candidateAnswer() {
        return Optional.ofNullable(candidateAnswer);
    }

    public Optional<String> decisionReason() {
        return Optional.ofNullable(decisionReason);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    Instant askedAt() {
        return askedAt;
    }

    boolean isOf(CaseNumber number) {
        return caseNumber.equals(number.value());
    }

    /** Whether this person asked, or filed the reasons, whomever he or she works for now. */
    boolean wasMadeBy(String userId) {
        return userId.equals(askedBy) || userId.equals(filedBy);
    }

    /** Reasons and form go to OPM; whoever must be heard is written to, and has time from the day that leaves. */
    void filed(String written, UUID sf62, String by, LocalDate on) {
        mustBe(State.ASKED);
        state = State.FILED;
        reasons = written;
        sf62DocumentId = sf62;
        filedBy = by;
        filedOn = on;
    }

    /** The notice to the candidate left. @return whether that is news for a request that OPM still has to decide */
    boolean candidateNotified(LocalDate on) {
        if (state != State.FILED || notifiedOn != null) {
            return false;
        }
        notifiedOn = on;
        return true;
    }

    void decided(boolean sustained, String because, String answer, String by, Instant at) {
        mustBe(State.FILED);
        state = sustained ? State.SUSTAINED : State.DENIED;
        decisionReason = because;
        candidateAnswer = answer;
        decidedBy = by;
        decidedAt = at;
        endedAt = at;
    }

    void withdrawn(Instant at) {
        fallAway(State.WITHDRAWN, at);
    }

    void moot(Instant at) {
        fallAway(State.MOOT, at);
    }

    private void fallAway(State how, Instant at) {
        if (!state.isPending()) {
            throw movedOn();
        }
        state = how;
        openCandidateId = null;
        endedAt = at;
    }

    private void mustBe(State expected) {
        if (state != expected) {
            throw movedOn();
        }
    }

    private Refusal movedOn() {
        return Refusal.conflictByRule(
                "L15", "This request has moved on (it is now: " + state.title() + "). Look at the case again.");
    }
}
