package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.ReemploymentList;
import io.crossgov.hiring.law.Service;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** One hiring case of one agency: a vacancy to be filled from one talent pool. */
@Entity
public class HiringCase {

    @Id
    private String number;

    @Version
    private Long version;

    private String agency;
    private String announcement;
    private String positionTitle;
    private String openedBy;
    private String openedByName;
    private Instant openedAt;

    @Embedded
    private PositionDescription positionDescription;

    private String fteNumber;
    private Integer vacancies;

    @Enumerated(EnumType.STRING)
    private AppointmentType appointmentType;

    /** Null before it was asked: such a vacancy was of the competitive service. */
    @Enumerated(EnumType.STRING)
    private Service service;

    private Integer appointmentDays;
    private LocalDate needValidatedOn;
    private String coordinatorComment;
    private String subAgency;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "case_duty_location", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "place")
    @Column(name = "duty_location")
    private List<String> dutyLocations = new ArrayList<>();

    private LocalDate requestStartedOn;

    @Embedded
    private FreezeConfirmation freezeConfirmation;

    private String freezeClarification;
    private String freezeSupervisor;
    private UUID freezeClarificationDocument;

    @Enumerated(EnumType.STRING)
    private RplStatus rplStatus;

    private String rplExceptionGround;
    private String rplNote;

    @Enumerated(EnumType.STRING)
    private ReemploymentList.Demand rplDemand;

    private UUID rplDocument;
    private LocalDate rplClearedOn;
    private String rplConfirmedByName;
    private Instant rplResolvedAt;
    private String rplResolvedByName;

    @Column(name = "form_a_signed_at")
    private Instant formASignedAt;

    @Column(name = "form_b_signed_at")
    private Instant formBSignedAt;

    private Instant requestSubmittedAt;

    @Enumerated(EnumType.STRING)
    private AccessDecision accessDecision;

    private String accessComment;
    private Instant accessDecidedAt;
    private LocalDate ownEmployeesNotifiedOn;
    private String ownEmployeesNotifiedHow;
    private LocalDate ownEmployeesApplyUntil;

    /** False in cases opened before the review was asked for: their process has no task for it. */
    private boolean ownEmployeesReviewAsked;

    private LocalDate ownEmployeesReviewedOn;
    private Integer ownEmployeesApplied;
    private Integer ownEmployeesQualified;
    private String ownEmployeesReview;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    @Enumerated(EnumType.STRING)
    private ClosingReason closingReason;

    @Enumerated(EnumType.STRING)
    private CancellationReason cancellationReason;

    private String closingNote;
    private String closedBy;
    private String closedByName;
    private Instant closedAt;

    protected HiringCase() {}

    public HiringCase(
            CaseNumber number, AnnouncementNumber announcement, String positionTitle, Actor openedBy, Instant at) {
        this.number = number.value();
        this.agency = openedBy.agency();
        this.announcement = announcement.value();
        this.positionTitle = positionTitle;
        this.openedBy = openedBy.userId();
        this.openedByName = openedBy.name();
        this.openedAt = at;
        this.status = CaseStatus.OPEN;
    }

    public CaseNumber number() {
        return new CaseNumber(number);
    }

    /** Code of the agency that hires. */
    public String agency() {
        return agency;
    }

    /** The part of the agency that asks, by its name; empty for the agency itself. */
    public Optional<String> subAgency() {
        return Optional.ofNullable(subAgency);
    }

    /** Who asks, within the agency, for a key: never null. */
    String organisation() {
        return subAgency().map(PlainText::key).orElse("");
    }

    /** The pool the agency hires from. */
    public AnnouncementNumber announcement() {
        return new AnnouncementNumber(announcement);
    }

    /** What the agency calls the position. */
    public String positionTitle() {
        return positionTitle;
    }

    /** When two cases are about the same position as it is called (L15): the same whatever the title's capitals, spaces and punctuation. */
    public String positionKey() {
        return PositionKey.of(positionTitle);
    }

    /** User name of who opened the case. */
    public String openedBy() {
        return openedBy;
    }

    /** Full name of who opened the case. */
    public String openedByName() {
        return openedByName;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Step 1, empty until it is recorded. */
    public Optional<PositionDescription> positionDescription() {
        return Optional.ofNullable(positionDescription);
    }

    /** Whether the position description is classified and its signed cover sheet on file (L5). */
    public boolean pdClassified() {
        return positionDescription != null && positionDescription.classified();
    }

    /** Number of the funded FTE, empty until step 2. */
    public Optional<String> fteNumber() {
        return Optional.ofNullable(fteNumber);
    }

    /** How many people are to be hired; 0 until step 2. */
    public int vacancies() {
        return vacancies == null ? 0 : vacancies;
    }

    /** How long the appointment lasts, empty until step 2. */
    public Optional<AppointmentType> appointmentType() {
        return Optional.ofNullable(appointmentType);
    }

    /** In which service the appointment is; empty until step 2, and where it was not asked. */
    public Optional<Service> service() {
        return Optional.ofNullable(service);
    }

    /** Length of a temporary appointment with its extensions, in days; empty for others. */
    public OptionalInt appointmentDays() {
        return appointmentDays == null ? OptionalInt.empty() : OptionalInt.of(appointmentDays);
    }

    /** Duty locations of the vacancy, in the pool's writing; none until step 2. */
    public List<String> dutyLocations() {
        return List.copyOf(dutyLocations);
    }

    /** The day on which the agency validated that it needs the position; time to hire counts from here (L19). */
    public Optional<LocalDate> needValidatedOn() {
        return Optional.ofNullable(needValidatedOn);
    }

    /** What the coordinator or OPM wrote when the vacancy was last sent back. */
    public Optional<String> coordinatorComment() {
        return Optional.ofNullable(coordinatorComment);
    }

    /** The day the coordinator confirmed the match and the request began; its freeze regime holds for the case (L6). */
    public Optional<LocalDate> requestStartedOn() {
        return Optional.ofNullable(requestStartedOn);
    }

    /** The confirmed exemption from the hiring freeze (L6). */
    public Optional<FreezeConfirmation> freezeConfirmation() {
        return Optional.ofNullable(freezeConfirmation);
    }

    /** What the supervisor clarified about the hiring freeze. */
    public Optional<String> freezeClarification() {
        return Optional.ofNullable(freezeClarification);
    }

    /** The same in a sentence for the case's page: who has signed it, and whether the paper is on file. */
    public Optional<String> freezeClarificationInWords() {
        return freezeClarification()
                .map(said -> freezeSupervisor == null
                        ? said
                        : freezeSupervisor + ": " + said
                                + (freezeClarificationDocument == null ? "" : " The signed paper is on file."));
    }

    /** Where the Reemployment Priority List stands (L7). */
    public Optional<RplStatus> rplStatus() {
        return Optional.ofNullable(rplStatus);
    }

    /** Id of the legal ground of an exception from the Reemployment Priority List (L7). */
    public Optional<String> rplExceptionGround() {
        return Optional.ofNullable(rplExceptionGround);
    }

    /** What the exception demands of who is appointed, as it was when it was recorded; empty where there is none. */
    public Optional<ReemploymentList.Demand> rplDemand() {
        return Optional.ofNullable(rplDemand);
    }

    /** The file that proves the exception. */
    public Optional<UUID> rplDocument() {
        return Optional.ofNullable(rplDocument);
    }

    /** The day on which the list was cleared, or last confirmed to be; empty where it is not, or was cleared before that was asked. */
    public Optional<LocalDate> rplClearedOn() {
        return Optional.ofNullable(rplClearedOn);
    }

    /** Full name of who confirmed on that day that it is cleared still. */
    public Optional<String> rplConfirmedByName() {
        return Optional.ofNullable(rplConfirmedByName);
    }

    public Optional<String> rplNote() {
        return Optional.ofNullable(rplNote);
    }

    /** When what Form A says of the Reemployment Priority List was resolved apart from the form (L7). */
    public Optional<Instant> rplResolvedAt() {
        return Optional.ofNullable(rplResolvedAt);
    }

    /** Full name of who resolved it. */
    public Optional<String> rplResolvedByName() {
        return Optional.ofNullable(rplResolvedByName);
    }

    /** When Form A, as it goes to OPM, was signed; empty while it is not complete. */
    public Optional<Instant> formASignedAt() {
        return Optional.ofNullable(formASignedAt);
    }

    /** When Form B with every answer Yes was signed; empty while it is not (L2). */
    public Optional<Instant> formBSignedAt() {
        return Optional.ofNullable(formBSignedAt);
    }

    /** When Forms A and B last went to OPM. */
    public Optional<Instant> requestSubmittedAt() {
        return Optional.ofNullable(requestSubmittedAt);
    }

    /** OPM's last decision on access to the pool. */
    public Optional<AccessDecision> accessDecision() {
        return Optional.ofNullable(accessDecision);
    }

    /** OPM's comment or reason. */
    public Optional<String> accessComment() {
        return Optional.ofNullable(accessComment);
    }

    public Optional<Instant> accessDecidedAt() {
        return Optional.ofNullable(accessDecidedAt);
    }

    /** Whether the agency may see the pool's candidates for this case (L1): approved, and the case is open. */
    public boolean accessApproved() {
        return accessDecision == AccessDecision.APPROVED && isOpen();
    }

    /** The last day on which the agency's own employees may apply to a vacancy filled from another agency's certificate. */
    public Optional<LocalDate> ownEmployeesApplyUntil() {
        return Optional.ofNullable(ownEmployeesApplyUntil);
    }

    /** When the agency told its own employees (5 U.S.C. 3318(b)). */
    public Optional<LocalDate> ownEmployeesNotifiedOn() {
        return Optional.ofNullable(ownEmployeesNotifiedOn);
    }

    /** How the agency told its own employees. */
    public Optional<String> ownEmployeesNotifiedHow() {
        return Optional.ofNullable(ownEmployeesNotifiedHow);
    }

    /** Whether the qualifications of own employees who apply are still to be reviewed (5 U.S.C. 3318(b)). */
    public boolean ownEmployeesToReview() {
        return ownEmployeesReviewAsked && ownEmployeesReviewedOn == null;
    }

    /** What came of reviewing the own employees who applied; empty until it is recorded. */
    public Optional<OwnEmployeesReview> ownEmployeesReview() {
        return Optional.ofNullable(ownEmployeesReviewedOn)
                .map(on -> new OwnEmployeesReview(on, ownEmployeesApplied, ownEmployeesQualified, ownEmployeesReview));
    }

    public CaseStatus status() {
        return status;
    }

    public boolean isOpen() {
        return status == CaseStatus.OPEN;
    }

    public Optional<ClosingReason> closingReason() {
        return Optional.ofNullable(closingReason);
    }

    /** Why the agency closed the case, when a person did. */
    public Optional<CancellationReason> cancellationReason() {
        return Optional.ofNullable(cancellationReason);
    }

    public Optional<String> closingNote() {
        return Optional.ofNullable(closingNote);
    }

    /** Full name of who closed the case. */
    public Optional<String> closedByName() {
        return Optional.ofNullable(closedByName);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** Where the case stands. */
    public CaseStep step() {
        if (!isOpen()) {
            return CaseStep.CLOSED;
        }
        if (positionDescription == null) {
            return CaseStep.POSITION_DESCRIPTION;
        }
        if (requestStartedOn == null) {
            return CaseStep.INTEREST;
        }
        if (accessDecision == AccessDecision.APPROVED) {
            return CaseStep.REVIEW;
        }
        return requestSubmittedAt != null && accessDecision == null ? CaseStep.DECISION : CaseStep.REQUEST;
    }

    public void describe(PositionDescription description) {
        positionDescription = description;
    }

    public void expressInterest(Vacancy vacancy) {
        positionTitle = vacancy.positionTitle();
        fteNumber = vacancy.fteNumber();
        vacancies = vacancy.vacancies();
        appointmentType = vacancy.appointmentType();
        service = vacancy.service();
        appointmentDays = vacancy.appointmentDays();
        needValidatedOn = vacancy.needValidatedOn();
        subAgency = vacancy.subAgency();
        place(vacancy.positionTitle(), vacancy.dutyLocations());
    }

    /** Form A may still correct what the position is called and where it is. */
    public void place(String title, List<String> locations) {
        positionTitle = title;
        if (!dutyLocations.equals(locations)) {
            dutyLocations.clear();
            dutyLocations.addAll(locations);
        }
    }

    public void sendBack(String comment) {
        coordinatorComment = comment;
    }

    public void startRequest(LocalDate today) {
        coordinatorComment = null;
        if (requestStartedOn == null) {
            requestStartedOn = today;
        }
    }

    /**
     * Confirms the exemption, or confirms the same again.
     *
     * @throws Refusal 409 by L6 when something else was confirmed before
     */
    public void confirmFreezeExemption(FreezeConfirmation confirmation) {
        if (freezeConfirmation == null) {
            freezeConfirmation = confirmation;
        } else if (!freezeConfirmation.confirmsSameAs(confirmation)) {
            throw confirmationStands();
        }
    }

    /** Why nobody may say anything else about the freeze any more. */
    public Refusal confirmationStands() {
        return Refusal.conflictByRule(
                "L6",
                freezeConfirmation.byName()
                        + " has confirmed the exemption from the hiring freeze. A confirmation cannot be changed by anyone.");
    }

    /** @param supervisor who has signed the paper */
    public void clarifyFreeze(String clarification, String supervisor, UUID document) {
        freezeClarification = clarification;
        freezeSupervisor = supervisor;
        freezeClarificationDocument = document;
    }

    /** What Form A says, which starts the question anew. @param clearedOn null unless it is cleared */
    public void answerRpl(RplStatus now, LocalDate clearedOn) {
        rplStatus = now;
        rplExceptionGround = null;
        rplDemand = null;
        rplDocument = null;
        rplClearedOn = clearedOn;
        rplConfirmedByName = null;
        rplNote = null;
        rplResolvedAt = null;
        rplResolvedByName = null;
    }

    /** That it is cleared after all, or fills the position. @param clearedOn null unless it is cleared */
    public void resolveRpl(RplStatus now, LocalDate clearedOn, String note, String byName, Instant at) {
        answerRpl(now, clearedOn);
        rplNote = note;
        rplResolvedAt = at;
        rplResolvedByName = byName;
    }

    /** That the position goes to somebody who is not on it, by an exception. @param document null where none is needed */
    public void exceptFromRpl(
            String ground, ReemploymentList.Demand demand, UUID document, String note, String byName, Instant at) {
        resolveRpl(RplStatus.EXCEPTION, null, note, byName, at);
        rplExceptionGround = ground;
        rplDemand = demand;
        rplDocument = document;
    }

    /** That it is cleared still. */
    public void confirmRpl(LocalDate on, String byName) {
        rplClearedOn = on;
        rplConfirmedByName = byName;
    }

    public void signFormA(Instant at) {
        formASignedAt = at;
    }

    public void signFormB(Instant at) {
        formBSignedAt = at;
    }

    public void withdrawFormB() {
        formBSignedAt = null;
    }

    public void submitRequest(Instant at) {
        requestSubmittedAt = at;
        accessDecision = null;
        accessDecidedAt = null;
    }

    /** @param mend what a returned request has to be mended in; null for other decisions */
    public void decideAccess(AccessDecision decision, ToMend mend, String comment, Instant at) {
        accessDecision = decision;
        accessComment = comment;
        accessDecidedAt = at;
        if (mend != null && mend.formA()) {
            formASignedAt = null;
        }
        if (mend != null && mend.formB()) {
            formBSignedAt = null;
        }
    }

    public void notifyOwnEmployees(LocalDate on, String how, LocalDate applyUntil) {
        ownEmployeesNotifiedOn = on;
        ownEmployeesNotifiedHow = how;
        ownEmployeesApplyUntil = applyUntil;
    }

    /** Own employees come first, and whoever of them applies is reviewed before anybody is elected. */
    public void askForReviewOfOwnEmployees() {
        ownEmployeesReviewAsked = true;
    }

    public void ownEmployeesReviewed(OwnEmployeesReview review) {
        ownEmployeesReviewedOn = review.reviewedOn();
        ownEmployeesApplied = review.applied();
        ownEmployeesQualified = review.qualified();
        ownEmployeesReview = review.result();
    }

    /** Why it will be closed, in the words of who brings it there. */
    void explainEnd(String note) {
        mustBeOpen();
        closingNote = note;
    }

    void close(ClosingReason reason, CancellationReason cancelledBecause, String note, Actor by, Instant at) {
        mustBeOpen();
        status = CaseStatus.CLOSED;
        closingReason = reason;
        cancellationReason = cancelledBecause;
        closingNote = note;
        closedBy = by.userId();
        closedByName = by.name();
        closedAt = at;
    }

    /** @throws Refusal 409 when the case is closed */
    public void mustBeOpen() {
        if (!isOpen()) {
            throw Refusal.conflict(closedInWords());
        }
    }

    /** That it is closed, and why, as a sentence. @throws NullPointerException when it is open */
    public String closedInWords() {
        return "Case " + number + " is closed: "
                + closingReason.title().substring(0, 1).toLowerCase(Locale.ROOT)
                + closingReason.title().substring(1) + ".";
    }
}
