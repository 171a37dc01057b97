package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One candidate put forward for one vacancy of a case, from election to entry on duty (steps 5 to 8). */
@Entity
public class Selection {

    @Id
    private UUID id;

    @Version
    private Long version;

    private String caseNumber;
    private String agency;
    private String announcement;
    private UUID candidateId;

    /** Candidate of a running or filled selection, null once it ended otherwise: unique with the case. */
    private UUID heldCandidateId;

    /** Which of the case's vacancies it takes, counted from 1; null once it ended without filling it: unique with the case. */
    private Integer heldVacancy;

    @Enumerated(EnumType.STRING)
    private SelectionState state;

    private String electedBy;
    private Instant electedAt;
    private LocalDate electedOn;
    private String dutyLocation;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "selection_alternate", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    @Column(name = "candidate_id")
    private List<UUID> alternates = new ArrayList<>();

    private String pdNumber;

    @Column(name = "sf52_number")
    private String sf52Number;

    @Column(name = "sf52_document_id")
    private UUID sf52DocumentId;

    private Instant notifiedAt;
    private LocalDate notifiedOn;

    @ElementCollection
    @CollectionTable(name = "selection_recipient", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    private List<CertificateRecipient> recipients = new ArrayList<>();

    private LocalDate releasedOn;
    private Instant reviewReturnedAt;
    private String reviewReturnedBy;

    /** Written by {@link CertificateDecisions}, all at once. */
    @Immutable
    @ElementCollection
    @CollectionTable(name = "certificate_decision", joinColumns = @JoinColumn(name = "selection_id"))
    private List<CertificateDecision> decisions = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private SelectionVerification.Decision verificationDecision;

    /** One sentence a line. */
    private String verificationMissing;

    private String verificationComment;
    private String verifiedBy;
    private Instant verifiedAt;
    private LocalDate enteredOnDuty;
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private LostReason lostBecause;

    protected Selection() {}

    Selection(
            CaseNumber caseNumber,
            String agency,
            AnnouncementNumber announcement,
            UUID candidateId,
            int vacancy,
            String dutyLocation,
            List<UUID> alternates,
            String electedBy,
            Instant electedAt,
            LocalDate electedOn) {
        id = UUID.randomUUID();
        this.caseNumber = caseNumber.value();
        this.agency = agency;
        this.announcement = announcement.value();
        this.candidateId = candidateId;
        heldCandidateId = candidateId;
        heldVacancy = vacancy;
        this.dutyLocation = dutyLocation;
        this.alternates.addAll(alternates);
        this.electedBy = electedBy;
        this.electedAt = electedAt;
        this.electedOn = electedOn;
        state = SelectionState.ELECTED;
    }

    public UUID id() {
        return id;
    }

    public CaseNumber caseNumber() {
        return new CaseNumber(caseNumber);
    }

    /** Code of the selecting agency. */
    public String agency() {
        return agency;
    }

    public AnnouncementNumber announcement() {
        return new AnnouncementNumber(announcement);
    }

    public UUID candidateId() {
        return candidateId;
    }

    public SelectionState state() {
        return state;
    }

    public boolean isRunning() {
        return state.isRunning();
    }

    /** Whether it still holds its candidate and its vacancy: it runs, or filled it. */
    boolean isHeld() {
        return heldCandidateId != null;
    }

    Optional<Integer> vacancy() {
        return Optional.ofNullable(heldVacancy);
    }

    /** User name of the hiring manager. */
    public String electedBy() {
        return electedBy;
    }

    public Instant electedAt() {
        return electedAt;
    }

    /** The legal day of the election, which the pool's window is asked about (L18). */
    public LocalDate electedOn() {
        return electedOn;
    }

    public String dutyLocation() {
        return dutyLocation;
    }

    /** Candidates to turn to if this one is lost, best first. */
    public List<UUID> alternates() {
        return List.copyOf(alternates);
    }

    public Optional<String> pdNumber() {
        return Optional.ofNullable(pdNumber);
    }

    /** Number of the Request for Personnel Action. */
    public Optional<String> sf52Number() {
        return Optional.ofNullable(sf52Number);
    }

    /** The uploaded SF-52, if there is one. */
    public Optional<UUID> sf52DocumentId() {
        return Optional.ofNullable(sf52DocumentId);
    }

    /** When OPM was told of the wish to select. */
    public Optional<Instant> notifiedAt() {
        return Optional.ofNullable(notifiedAt);
    }

    /** The legal day on which OPM was told (L18). */
    public Optional<LocalDate> notifiedOn() {
        return Optional.ofNullable(notifiedOn);
    }

    public List<CertificateRecipient> recipients() {
        return List.copyOf(recipients);
    }

    /** When OPM released the application material. */
    public Optional<LocalDate> releasedOn() {
        return Optional.ofNullable(releasedOn);
    }

    public Optional<Instant> reviewReturnedAt() {
        return Optional.ofNullable(reviewReturnedAt);
    }

    /** User name. */
    public Optional<String> reviewReturnedBy() {
        return Optional.ofNullable(reviewReturnedBy);
    }

    /** Whether this person elected, or returned the review, whomever he or she works for now. */
    boolean wasWorkedOnBy(String userId) {
        return userId.equals(electedBy) || userId.equals(reviewReturnedBy);
    }

    /** The returned certificate review, one decision a referred candidate; empty until it is returned. */
    public List<CertificateDecision> decisions() {
        return List.copyOf(decisions);
    }

    /** OPM's last decision in step 7. */
    public Optional<SelectionVerification> verification() {
        return Optional.ofNullable(verificationDecision)
                .map(decision -> new SelectionVerification(
                        decision,
                        verificationMissing == null
                                ? List.of()
                                : verificationMissing.lines().toList(),
                        verificationComment,
                        verifiedBy,
                        verifiedAt));
    }

    public Optional<LocalDate> enteredOnDuty() {
        return Optional.ofNullable(enteredOnDuty);
    }

    /** Why it was lost, if it was. */
    public Optional<LostReason> lostBecause() {
        return Optional.ofNullable(lostBecause);
    }

    /** When it was onboarded, lost or declined. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    void notifiedToOpm(String pdNumber, String sf52Number, UUID sf52DocumentId, Instant at, LocalDate on) {
        advance(SelectionState.NOTIFIED, SelectionState.ELECTED);
        this.pdNumber = pdNumber;
        this.sf52Number = sf52Number;
        this.sf52DocumentId = sf52DocumentId;
        notifiedAt = at;
        notifiedOn = on;
    }

    void recipientsNamed(List<CertificateRecipient> named) {
        advance(SelectionState.RECIPIENTS_NAMED, SelectionState.NOTIFIED);
        recipients.clear();
        recipients.addAll(named);
    }

    void released(LocalDate on) {
        advance(SelectionState.RELEASED, SelectionState.RECIPIENTS_NAMED);
        releasedOn = on;
    }

    /** The decisions themselves go to {@link CertificateDecisions}. */
    void reviewReturned(String by, Instant at) {
        advance(SelectionState.REVIEW_RETURNED, SelectionState.RELEASED);
        reviewReturnedBy = by;
        reviewReturnedAt = at;
    }

    /** OPM learns the number of the classified position description from the message that brings it; what it was told before was a draft's. */
    void positionDescriptionClassified(String number) {
        if (notifiedAt != null) {
            pdNumber = number;
        }
    }

    /** HR put right what verification found missing. */
    void corrected(String pdNumber, String sf52Number, UUID sf52DocumentId) {
        advance(SelectionState.REVIEW_RETURNED, SelectionState.REVIEW_RETURNED);
        this.pdNumber = pdNumber;
        this.sf52Number = sf52Number;
        this.sf52DocumentId = sf52DocumentId;
    }

    void verificationDecided(SelectionVerification verification) {
        switch (verification.decision()) {
            case VERIFIED -> advance(SelectionState.VERIFIED, SelectionState.REVIEW_RETURNED);
            case PAPER_MISSING -> advance(SelectionState.REVIEW_RETURNED, SelectionState.REVIEW_RETURNED);
            case CANDIDATE_GONE -> endAtVerification(LostReason.NO_LONGER_AVAILABLE, verification.decidedAt());
            case CANNOT_BE_SELECTED -> endAtVerification(LostReason.CANNOT_BE_SELECTED, verification.decidedAt());
        }
        verificationDecision = verification.decision();
        verificationMissing = verification.missing().isEmpty() ? null : String.join("\n", verification.missing());
        verificationComment = verification.comment();
        verifiedBy = verification.decidedBy();
        verifiedAt = verification.decidedAt();
    }

    private void endAtVerification(LostReason because, Instant at) {
        advance(SelectionState.REVIEW_RETURNED, SelectionState.REVIEW_RETURNED);
        lostBecause = because;
        end(SelectionState.LOST, at);
    }

    void tentativeOffered() {
        // Offering again after "more information" is not a new state.
        advance(SelectionState.TENTATIVE_OFFERED, SelectionState.VERIFIED, SelectionState.TENTATIVE_OFFERED);
    }

    void tentativeAccepted() {
        advance(SelectionState.TENTATIVE_ACCEPTED, SelectionState.TENTATIVE_OFFERED);
    }

    void finalOffered() {
        advance(SelectionState.FINAL_OFFERED, SelectionState.TENTATIVE_ACCEPTED);
    }

    void finalAccepted() {
        advance(SelectionState.FINAL_ACCEPTED, SelectionState.FINAL_OFFERED);
    }

    void onboarded(LocalDate enteredOn, Instant at) {
        advance(SelectionState.ONBOARDED, SelectionState.FINAL_ACCEPTED);
        enteredOnDuty = enteredOn;
        endedAt = at;
    }

    void lost(LostReason because, Instant at) {
        mustBeRunning();
        lostBecause = because;
        end(SelectionState.LOST, at);
    }

    void declined(Instant at) {
        if (!state.isVerified() || state == SelectionState.ONBOARDED) {
            throw movedOn();
        }
        end(SelectionState.DECLINED, at);
    }

    private void end(SelectionState how, Instant at) {
        state = how;
        heldCandidateId = null;
        heldVacancy = null;
        endedAt = at;
    }

    private void mustBeRunning() {
        if (!state.isRunning()) {
            throw movedOn();
        }
    }

    private void advance(SelectionState next, SelectionState... from) {
        if (!List.of(from).contains(state)) {
            throw movedOn();
        }
        state = next;
    }

    private Refusal movedOn() {
        return Refusal.conflict(
                "This selection has moved on (it is now: " + state.title() + "). Look at the case again.");
    }
}
