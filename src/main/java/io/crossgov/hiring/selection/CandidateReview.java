package io.crossgov.hiring.selection;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Inquiry;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What one agency recorded about one candidate in one case (step 4). There is no row before the first entry: the candidate is
 * then merely referred.
 */
@Entity
class CandidateReview {

    @Id
    private UUID id;

    @Version
    private Long version;

    private String caseNumber;
    private String agency;
    private String announcement;
    private UUID candidateId;

    private LocalDate contactedOn;
    private String contactedBy;
    private String contactNote;

    /** Of the letter with the interest question (M5); null when the candidate was asked in another way, or before letters were followed. */
    private UUID contactId;

    private LocalDate contactRecordedOn;

    @Enumerated(EnumType.STRING)
    private InterestAnswer answer;

    private LocalDate answeredOn;
    private String answerNote;

    private LocalDate interviewOn;
    /** As people write it, {@code HH:mm}: a time of day which no other time zone may move. */
    private String interviewTime;
    /** Where that time is meant; null in records older than the question, which meant the office's. */
    private String interviewZone;

    private String interviewers;

    @Enumerated(EnumType.STRING)
    private InterviewResult interviewResult;

    private String interviewNotes;
    private String notes;

    private LocalDate notSelectedOn;
    private LocalDate declinedOn;
    private String declineNote;

    private String changedBy;
    private String changedById;
    private Instant changedAt;

    protected CandidateReview() {}

    CandidateReview(CaseNumber caseNumber, String agency, AnnouncementNumber announcement, UUID candidateId) {
        id = UUID.randomUUID();
        this.caseNumber = caseNumber.value();
        this.agency = agency;
        this.announcement = announcement.value();
        this.candidateId = candidateId;
    }

    UUID candidateId() {
        return candidateId;
    }

    String caseNumber() {
        return caseNumber;
    }

    /** How often the row was written: 1 after the first entry, so that 0 can mean "no row yet". */
    long revision() {
        return version == null ? 0 : version + 1;
    }

    /** Full name of who changed the record last, or null while nobody has. */
    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Of two entries of one case about one person, who had two numbers before it was known, the one written to last. */
    static CandidateReview latest(CandidateReview one, CandidateReview other) {
        return Objects.compare(one.changedAt, other.changedAt, nullsFirst(naturalOrder())) >= 0 ? one : other;
    }

    /** Whether that person changed the record last. */
    boolean isChangedBy(Actor actor) {
        return actor.userId().equals(changedById);
    }

    /** Whoever changes the record signs it: colleagues are told whose change it is. */
    void changed(Actor by, Instant at) {
        changedBy = by.name();
        changedById = by.userId();
        changedAt = at;
    }

    LocalDate contactedOn() {
        return contactedOn;
    }

    /** Full name of who contacted the candidate. */
    String contactedBy() {
        return contactedBy;
    }

    String contactNote() {
        return contactNote;
    }

    Optional<UUID> contactId() {
        return Optional.ofNullable(contactId);
    }

    /**
     * The day from which a contact without a letter counts: nobody dates a time to answer back by recording late. Empty without a note on
     * how the candidate was asked.
     */
    Optional<LocalDate> askedAnotherWayOn() {
        return contactedOn == null || contactNote == null
                ? Optional.empty()
                : Optional.of(contactRecordedOn == null ? contactedOn : contactRecordedOn);
    }

    InterestAnswer answer() {
        return answer;
    }

    LocalDate answeredOn() {
        return answeredOn;
    }

    String answerNote() {
        return answerNote;
    }

    LocalDate interviewOn() {
        return interviewOn;
    }

    LocalTime interviewTime() {
        return interviewTime == null ? null : LocalTime.parse(interviewTime);
    }

    ZoneId interviewZone() {
        return interviewZone == null ? null : ZoneId.of(interviewZone);
    }

    String interviewers() {
        return interviewers;
    }

    InterviewResult interviewResult() {
        return interviewResult;
    }

    String interviewNotes() {
        return interviewNotes;
    }

    String notes() {
        return notes;
    }

    /**
     * Whether the candidate declined, or did not answer in all the days there were, and a note says how it was: evidence for the order of
     * selection (L14, L16).
     *
     * @param asked the question that left for sure; empty when none did
     */
    boolean isDocumentedNo(Optional<Inquiry> asked) {
        return answerNote != null
                && (answer == InterestAnswer.NOT_INTERESTED
                        || answer == InterestAnswer.FAILED_TO_RESPOND
                                && asked.filter(inquiry -> inquiry.isSilenceOn(answeredOn))
                                        .isPresent());
    }

    /** Whether a note or a paper shows that the candidate declined the agency: nobody's rights end on a bare click (L9, L14, L16). */
    boolean isDocumentedDeclination() {
        return declinedOn != null && declineNote != null;
    }

    LocalDate declinedOn() {
        return declinedOn;
    }

    String declineNote() {
        return declineNote;
    }

    /** How far reviewing has come, by what was recorded here alone. */
    ReviewStatus progress() {
        if (declinedOn != null) {
            return ReviewStatus.DECLINED_THIS_AGENCY;
        } else if (notSelectedOn != null) {
            return ReviewStatus.NOT_SELECTED;
        } else if (answer == InterestAnswer.NOT_INTERESTED || answer == InterestAnswer.FAILED_TO_RESPOND) {
            return answer.status();
        } else if (interviewResult != null) {
            return ReviewStatus.INTERVIEWED;
        } else if (interviewOn != null) {
            return ReviewStatus.INTERVIEW_SCHEDULED;
        } else if (answer != null) {
            return answer.status();
        }
        return contactedOn != null ? ReviewStatus.CONTACTED : ReviewStatus.REFERRED;
    }

    /**
     * @param letter id of the letter that asks (M5), null when the candidate is asked in another way
     * @param today the day on which it is recorded
     */
    void contacted(LocalDate on, String by, String note, UUID letter, LocalDate today) {
        contactId = letter;
        contactRecordedOn = today;
        contactedOn = on;
        contactedBy = by;
        contactNote = note;
        // Writing again asks again.
        answer = null;
        answeredOn = null;
        answerNote = null;
    }

    void answered(InterestAnswer given, LocalDate on, String note) {
        if (contactedOn == null) {
            throw Refusal.conflict("Record first that you contacted this candidate, then the answer.");
        }
        if (on.isBefore(contactedOn)) {
            throw Refusal.invalid(
                    "on", "The answer cannot be older than the contact of " + Dates.inWords(contactedOn) + ".");
        }
        answer = given;
        answeredOn = on;
        answerNote = note;
    }

    void interviewScheduled(LocalDate on, LocalTime time, ZoneId zone, String by) {
        interviewOn = on;
        interviewTime =
                time == null ? null : time.truncatedTo(ChronoUnit.MINUTES).toString();
        interviewZone = time == null ? null : zone.getId();
        interviewers = by;
    }

    void interviewed(LocalDate today, InterviewResult result, String noted) {
        if (interviewOn == null) {
            throw Refusal.conflict("Record the date and the interviewers first, then the result of the interview.");
        }
        if (interviewOn.isAfter(today)) {
            throw Refusal.conflict("The interview is on " + Dates.inWords(interviewOn)
                    + ". Record its result from that day on, or change the date of the interview.");
        }
        interviewResult = result;
        interviewNotes = noted;
    }

    void noted(String text) {
        notes = text;
    }

    void notSelected(LocalDate on) {
        notSelectedOn = on;
    }

    void declinedThisAgency(LocalDate on, String note) {
        declinedOn = on;
        declineNote = note;
    }

    void reconsidered() {
        notSelectedOn = null;
        declinedOn = null;
        declineNote = null;
    }
}
