package io.crossgov.hiring.selection;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Inquiry;
import io.crossgov.hiring.leaving.LeavingState;
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
import java.util.Collection;
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

    /** What shows how the candidate was asked in another way; null when nobody has filed it. */
    private UUID contactDocumentId;

    /** The last day to answer one who was asked in another way, with what shows it; null otherwise. */
    private LocalDate mayAnswerUntil;

    @Enumerated(EnumType.STRING)
    private InterestAnswer answer;

    private LocalDate answeredOn;
    private String answerNote;

    /** What the candidate wrote who is not interested; null when nobody has filed it. */
    private UUID answerDocumentId;

    private LocalDate interviewOn;
    /** The day on which the interview was set, or set anew; null in records older than the question. */
    private LocalDate interviewSetOn;
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

    /** What the candidate wrote who declined or withdrew; null when nobody has filed it. */
    private UUID declineDocumentId;

    /** The last day to answer an offer that left and was not answered; null when it was answered, or none was made. */
    private LocalDate offerUnansweredUntil;

    /** Where the candidate's request to leave the pool stands that this case put on record; null when there is none. */
    @Enumerated(EnumType.STRING)
    private LeavingState leavingState;

    /** Why OPM refused or undid it; null otherwise. */
    private String leavingReason;

    /** For how many appointments the candidate was considered when he or she was left out; null when not. */
    private Integer consideredTimes;

    private String consideredReasons;
    private String consideredBy;
    private LocalDate consideredOn;

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

    Optional<UUID> contactDocumentId() {
        return Optional.ofNullable(contactDocumentId);
    }

    /**
     * The day from which a contact without a letter counts: nobody dates a time to answer back by recording late. Empty without the paper
     * that shows how the candidate was asked.
     */
    Optional<LocalDate> askedAnotherWayOn() {
        return contactedOn == null || contactDocumentId == null
                ? Optional.empty()
                : Optional.of(contactRecordedOn == null ? contactedOn : contactRecordedOn);
    }

    /**
     * The last day to answer, of whom was asked in another way and what shows it is on file; of whom was written to, the day that an earlier
     * question gave; otherwise null.
     */
    LocalDate mayAnswerUntil() {
        return mayAnswerUntil;
    }

    /** This day, or a later one that the candidate was promised before: asking again takes no time away. */
    LocalDate notBeforePromised(LocalDate until) {
        return mayAnswerUntil == null || mayAnswerUntil.isBefore(until) ? until : mayAnswerUntil;
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

    Optional<UUID> answerDocumentId() {
        return Optional.ofNullable(answerDocumentId);
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
     * Whether it is proven that the candidate does not want the position (L14, L16): by what the candidate wrote, or by the clock, when the
     * question was not answered in all the days there were and a note says how it was. What the agency says without either opens nothing.
     *
     * @param asked the question that left for sure; empty when none did
     */
    boolean isDocumentedNo(Optional<Inquiry> asked) {
        return answer == InterestAnswer.NOT_INTERESTED && answerDocumentId != null
                || answer == InterestAnswer.FAILED_TO_RESPOND
                        && answerNote != null
                        && respondedOn().isEmpty()
                        && interviewAwaited(asked).isEmpty()
                        && asked.filter(inquiry -> inquiry.isSilenceOn(answeredOn))
                                .isPresent();
    }

    /**
     * Whether the candidate's own paper shows that he or she declined the agency, or an offer of that case which left was not answered in all
     * the days there were: nobody's rights end on the word of whom they bind (L9, L14, L16), and silence about one position says nothing of
     * another.
     */
    boolean isDocumentedDeclination(CaseNumber forCase) {
        return declinedOn != null
                && (declineDocumentId != null
                        || offerUnansweredUntil != null && forCase.value().equals(caseNumber));
    }

    /** The day on which the candidate answered, or was interviewed, whatever was asked since; empty while neither is on record. */
    Optional<LocalDate> respondedOn() {
        if (answer == InterestAnswer.INTERESTED || answer == InterestAnswer.NOT_INTERESTED) {
            return Optional.of(answeredOn);
        }
        return Optional.ofNullable(interviewOn).filter(on -> interviewResult != null);
    }

    /**
     * The day of an interview that is set, of which nobody has recorded what became of it: whoever agreed to come is not silent, unless asked
     * once more after that day, and after the day on which it was set. Empty when there is none.
     *
     * @param asked the question that left for sure; empty when none did
     */
    Optional<LocalDate> interviewAwaited(Optional<Inquiry> asked) {
        return Optional.ofNullable(interviewOn)
                .filter(on -> interviewResult == null)
                .filter(on -> asked.filter(inquiry -> inquiry.leftOn().isAfter(on)
                                && (interviewSetOn == null || inquiry.leftOn().isAfter(interviewSetOn)))
                        .isEmpty());
    }

    LocalDate declinedOn() {
        return declinedOn;
    }

    String declineNote() {
        return declineNote;
    }

    Optional<UUID> declineDocumentId() {
        return Optional.ofNullable(declineDocumentId);
    }

    Optional<LocalDate> offerUnansweredUntil() {
        return Optional.ofNullable(offerUnansweredUntil);
    }

    /**
     * Whether OPM has yet to read the paper with which the candidate asks to leave the pool: electing may go on by it, and nobody is verified
     * by a paper of which OPM may find that it is not the candidate's word.
     */
    boolean waitsForOpm() {
        return leavingState == LeavingState.OPEN && declineDocumentId != null;
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
     * @param paper id of what shows how the candidate is asked in another way, or null
     * @param until the last day to answer one who is asked in another way, with a paper, or the one that was promised before and has not
     *     passed; otherwise null
     * @param today the day on which it is recorded
     */
    void contacted(LocalDate on, String by, String note, UUID letter, UUID paper, LocalDate until, LocalDate today) {
        contactId = letter;
        contactDocumentId = paper;
        contactRecordedOn = today;
        mayAnswerUntil = until;
        contactedOn = on;
        contactedBy = by;
        contactNote = note;
        // Writing again asks again what the candidate has not answered.
        if (!isOwnAnswer()) {
            answer = null;
            answeredOn = null;
            answerNote = null;
            answerDocumentId = null;
        }
    }

    /** Whether the answer is the candidate's own, which no later question takes away: interest, or what he or she wrote. */
    boolean isOwnAnswer() {
        return answer == InterestAnswer.INTERESTED
                || answer == InterestAnswer.NOT_INTERESTED && answerDocumentId != null;
    }

    /** @param paper id of what the candidate wrote, or null */
    void answered(InterestAnswer given, LocalDate on, String note, UUID paper) {
        if (contactedOn == null) {
            throw Refusal.conflict("Record first that you contacted this candidate, then the answer.");
        }
        if (on.isBefore(contactedOn)) {
            throw Refusal.invalid(
                    "on", "The answer cannot be older than the contact of " + Dates.inWords(contactedOn) + ".");
        }
        if (given == InterestAnswer.NOT_INTERESTED && answer == InterestAnswer.INTERESTED && paper == null) {
            throw Refusal.byRule(
                    "L14",
                    "document",
                    "The candidate answered on " + Dates.inWords(answeredOn)
                            + " that the position is of interest. Attach what he or she wrote since; what you heard otherwise can be"
                            + " written in the notes.");
        }
        // Who only writes the note anew does not take the paper away.
        answerDocumentId = paper == null && given == answer ? answerDocumentId : paper;
        answer = given;
        answeredOn = on;
        answerNote = note;
    }

    /** @param today the day on which it is set */
    void interviewScheduled(LocalDate on, LocalTime time, ZoneId zone, String by, LocalDate today) {
        interviewOn = on;
        interviewSetOn = today;
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

    /** @param paper id of what the candidate wrote, or null: a paper that is on record stays there, whatever is said later */
    void declinedThisAgency(LocalDate on, String note, UUID paper) {
        declinedOn = on;
        declineNote = note;
        declineDocumentId = paper == null ? declineDocumentId : paper;
    }

    /** The candidate asks to leave the pool, too. */
    void asksToLeave() {
        leavingState = LeavingState.OPEN;
        leavingReason = null;
    }

    /** @param reason why OPM refused or undid it, or null */
    void leavingDecided(LeavingState state, String reason) {
        leavingState = state;
        leavingReason = reason;
    }

    /** What that paper says was a mistake, or not the candidate's word; nothing else that is on record was, and an offer's silence neither. */
    void declinedByMistake(Collection<UUID> papers) {
        if (declineDocumentId != null && papers.contains(declineDocumentId)) {
            declineDocumentId = null;
            if (offerUnansweredUntil == null) {
                declinedOn = null;
                declineNote = null;
            }
        }
    }

    /** The candidate did not answer that, or answered it by mistake: he or she is asked, and has not answered. */
    void answeredByMistake(Collection<UUID> papers) {
        if (answerDocumentId != null && papers.contains(answerDocumentId)) {
            answer = null;
            answeredOn = null;
            answerNote = null;
            answerDocumentId = null;
        }
    }

    Optional<LeavingState> leavingState() {
        return Optional.ofNullable(leavingState);
    }

    String leavingReason() {
        return leavingReason;
    }

    /** An offer was declined, or never answered. */
    void declinedOffer(LocalDate on, String note, OfferNotTaken shown) {
        declinedThisAgency(on, note, shown.paper());
        offerUnansweredUntil = shown.unansweredUntil();
    }

    /** Nobody is left out whose record does not say for how often he or she was considered, and why that is enough. */
    void consideredEnough(int times, String reasons, String by, LocalDate on) {
        consideredTimes = times;
        consideredReasons = reasons;
        consideredBy = by;
        consideredOn = on;
    }

    /** That the candidate is left out, in words for OPM; empty when he or she is not. */
    Optional<String> consideredEnough() {
        return Optional.ofNullable(consideredTimes)
                .map(times -> "considered for " + Counted.of(times, "appointment") + " to this position, left out by "
                        + consideredBy + " on " + Dates.inWords(consideredOn) + ": " + consideredReasons);
    }

    void reconsidered() {
        consideredTimes = null;
        consideredReasons = null;
        consideredBy = null;
        consideredOn = null;
        notSelectedOn = null;
        declinedOn = null;
        declineNote = null;
        declineDocumentId = null;
        offerUnansweredUntil = null;
    }
}
