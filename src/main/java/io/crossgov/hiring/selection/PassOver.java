package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.CaseStanding;
import io.crossgov.hiring.law.Decider;
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

/**
 * One request of an agency, until it is decided or falls away: to pass over a preference eligible (L15), or to remove somebody from
 * consideration by an objection (L22). Both are made with the SF-62.
 */
@Entity
public class PassOver {

    /** What is asked for. */
    public enum Kind {
        PASS_OVER("Pass-over"),
        OBJECTION("Objection");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What people read. */
        public String title() {
            return title;
        }
    }

    /** Where a request stands. */
    public enum State {
        /** The agency wants it; reasons and form are still to be given. */
        ASKED("Reasons and SF-62 are to be filed", CaseStanding.PassOver.ASKED),
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

        boolean isPending() {
            return standing.isUnderWay();
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

    /** Of the position description when it was asked; null where it had no number then. */
    private String pdNumber;

    /** Of the position description when it was decided; null before, and where it had no number then. */
    private String decidedPdNumber;

    private UUID candidateId;

    /** Null once it was withdrawn, fell away or was asked again: unique with the case, so that nobody is asked about twice. */
    private UUID openCandidateId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    /** Id of the ground; null until it is filed, and for ever where it was filed before grounds were asked for. */
    private String ground;

    @Enumerated(EnumType.STRING)
    private Decider decider;

    /** What was not known when an earlier request was denied; null for a first request. */
    private String newFacts;

    /** The last day on which the candidate was sent the reasons on request; null while never. */
    private LocalDate reasonsGivenOn;

    @Enumerated(EnumType.STRING)
    private VeteransPreference preference;

    /** Null where it has not become another one until it was filed. */
    @Enumerated(EnumType.STRING)
    private VeteransPreference preferenceWhenAsked;

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

    /**
     * @param preference the person's, which another record than this one may give
     * @param newFacts what was not known when an earlier request was denied, or null
     */
    PassOver(
            Kind kind,
            HiringCase hiring,
            Candidate candidate,
            VeteransPreference preference,
            String newFacts,
            String askedBy,
            Instant askedAt) {
        id = UUID.randomUUID();
        this.kind = kind;
        this.newFacts = newFacts;
        decider = Decider.OPM;
        caseNumber = hiring.number().value();
        agency = hiring.agency();
        announcement = hiring.announcement().value();
        positionKey = hiring.positionKey();
        pdNumber = hiring.positionDescription().map(PositionDescription::number).orElse(null);
        candidateId = candidate.id();
        openCandidateId = candidateId;
        this.preference = preference;
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

    /** As it was on record when the reasons were filed, and before, when the agency asked. */
    public VeteransPreference preference() {
        return preference;
    }

    VeteransPreference preferenceWhenAsked() {
        return preferenceWhenAsked == null ? preference : preferenceWhenAsked;
    }

    public State state() {
        return state;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isObjection() {
        return kind == Kind.OBJECTION;
    }

    /** Who decides; settled when it is filed, and OPM before. */
    public Decider decider() {
        return decider;
    }

    /** Id of the ground it was filed on. */
    Optional<String> ground() {
        return Optional.ofNullable(ground);
    }

    Optional<String> newFacts() {
        return Optional.ofNullable(newFacts);
    }

    Optional<LocalDate> reasonsGivenOn() {
        return Optional.ofNullable(reasonsGivenOn);
    }

    /** Where it stands, in words. */
    String stateTitle() {
        return decider == Decider.OPM
                ? state.title()
                : switch (state) {
                    case FILED -> "With the agency\u2019s own examiners";
                    case SUSTAINED -> "Sustained by the agency";
                    case DENIED -> "Denied by the agency";
                    case ASKED, WITHDRAWN, MOOT -> state.title();
                };
    }

    /** What the law sees of it by itself. */
    CaseStanding.PassOver standing() {
        return state == State.SUSTAINED && isObjection() ? CaseStanding.PassOver.REMOVED : state.standing;
    }

    /** The agency's written reasons, empty until they are filed. */
    public Optional<String> reasons() {
        return Optional.ofNullable(reasons);
    }

    String askedBy() {
        return askedBy;
    }

    String filedBy() {
        return filedBy;
    }

    String decidedBy() {
        return decidedBy;
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

    /** Of the position description when it was asked, or null. */
    String pdNumber() {
        return pdNumber;
    }

    /** The same when it was decided: what whoever decided read. */
    Optional<String> decidedPdNumber() {
        return Optional.ofNullable(decidedPdNumber);
    }

    /** When it was decided, withdrawn or fell away; empty before. */
    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Whether this person asked, or filed the reasons, whomever he or she works for now. */
    boolean wasMadeBy(String userId) {
        return userId.equals(askedBy) || userId.equals(filedBy);
    }

    /** Ground, reasons and form go to who decides; whoever must be heard is written to, and has time from the day that leaves. */
    void filed(VeteransPreference now, String on, Decider by, String written, UUID sf62, String filer, LocalDate day) {
        mustBe(State.ASKED);
        if (now != preference) {
            preferenceWhenAsked = preference;
            preference = now;
        }
        state = State.FILED;
        ground = on;
        decider = by;
        reasons = written;
        sf62DocumentId = sf62;
        filedBy = filer;
        filedOn = day;
    }

    /** The notice to the candidate left. @return whether that is news for a request that OPM still has to decide */
    boolean candidateNotified(LocalDate on) {
        if (state != State.FILED || notifiedOn != null) {
            return false;
        }
        notifiedOn = on;
        return true;
    }

    void decided(boolean sustained, String because, String answer, String pdNumberNow, String by, Instant at) {
        mustBe(State.FILED);
        decidedPdNumber = pdNumberNow;
        state = sustained ? State.SUSTAINED : State.DENIED;
        decisionReason = because;
        candidateAnswer = answer;
        decidedBy = by;
        decidedAt = at;
        endedAt = at;
    }

    /** New facts are asked about in a request of their own; the one that was denied stays on file. */
    void askedAgain() {
        mustBe(State.DENIED);
        openCandidateId = null;
    }

    /** Whether a preference eligible may be sent the agency's reasons on request. */
    boolean hasReasonsToGive() {
        return preference != VeteransPreference.NONE
                && (state == State.FILED || state == State.SUSTAINED || state == State.DENIED);
    }

    /** The candidate was sent the reasons on request. */
    void reasonsGiven(LocalDate on) {
        reasonsGivenOn = on;
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
                "L15", "This request has moved on (it is now: " + stateTitle() + "). Look at the case again.");
    }
}
