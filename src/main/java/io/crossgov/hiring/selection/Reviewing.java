package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What hiring managers and HR record about a candidate (step 4). Every change names the version the person saw; whoever saw an
 * older one reads that somebody was first.
 */
@Service
@Transactional
class Reviewing {

    private final ReviewAccess access;
    private final CaseCandidates caseCandidates;
    private final CandidateBoard board;
    private final CandidateReviews reviews;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;

    Reviewing(
            ReviewAccess access,
            CaseCandidates caseCandidates,
            CandidateBoard board,
            CandidateReviews reviews,
            DecisionLog audit,
            ApplicationEventPublisher events,
            OfficeClock office) {
        this.access = access;
        this.caseCandidates = caseCandidates;
        this.board = board;
        this.reviews = reviews;
        this.audit = audit;
        this.events = events;
        this.office = office;
    }

    void contact(CaseNumber number, UUID candidateId, ReviewEntries.Contact contact, Actor actor) {
        var on = dayOf(contact.on());
        change(number, candidateId, contact.version(), actor, "contact-candidate", "Contacted a candidate.", known -> {
            mustBeAvailable(known, candidateId);
            known.review().contacted(on, actor.name(), contact.note());
        });
        if (contact.sendDetails()) {
            events.publishEvent(
                    new CandidateContacted(number, candidateId, UUID.randomUUID(), actor, contact.message()));
        }
    }

    void answer(CaseNumber number, UUID candidateId, ReviewEntries.Answer answer, Actor actor) {
        var on = dayOf(answer.on());
        change(
                number,
                candidateId,
                answer.version(),
                actor,
                "record-interest-answer",
                "Recorded a candidate's answer.",
                known -> known.review().answered(answer.answer(), on, answer.note()));
    }

    void interview(CaseNumber number, UUID candidateId, ReviewEntries.Interview interview, Actor actor) {
        change(
                number,
                candidateId,
                interview.version(),
                actor,
                "schedule-interview",
                "Set the interview of a candidate for " + interview.on() + ".",
                known -> {
                    mustBeAvailable(known, candidateId);
                    known.review().interviewScheduled(interview.on(), interview.time(), interview.interviewers());
                });
    }

    void interviewResult(CaseNumber number, UUID candidateId, ReviewEntries.Result result, Actor actor) {
        change(
                number,
                candidateId,
                result.version(),
                actor,
                "record-interview-result",
                "Recorded the result of an interview.",
                known -> known.review().interviewed(office.today(), result.result(), result.notes()));
    }

    /** Notes are a working paper of the agency, not a decision: their words stay out of the audit. */
    void notes(CaseNumber number, UUID candidateId, ReviewEntries.Notes notes, Actor actor) {
        change(
                number,
                candidateId,
                notes.version(),
                actor,
                "write-candidate-notes",
                "Changed the notes on a candidate.",
                known -> known.review().noted(notes.notes()));
    }

    void notSelected(CaseNumber number, UUID candidateId, ReviewEntries.Seen seen, Actor actor) {
        change(
                number,
                candidateId,
                seen.version(),
                actor,
                "mark-not-selected",
                "Marked a candidate as not selected.",
                known -> {
                    if (known.candidates().heldSelection(candidateId).isPresent()) {
                        throw Refusal.conflict("This candidate is elected. End that selection first:"
                                + " record that the candidate declined or withdrew.");
                    }
                    known.review().notSelected(office.today());
                });
    }

    /** Takes back "not selected", and a declination of this agency in all its cases. */
    void reconsider(CaseNumber number, UUID candidateId, ReviewEntries.Seen seen, Actor actor) {
        change(
                number,
                candidateId,
                seen.version(),
                actor,
                "reconsider-candidate",
                "Considers a candidate again.",
                known -> {
                    reviews.declinations(known.hiring().agency(), candidateId).forEach(CandidateReview::reconsidered);
                    known.review().reconsidered();
                });
    }

    /** A candidate's review, about to be changed. */
    record Opened(CaseCandidates.Known candidates, CandidateReview review) {
        HiringCase hiring() {
            return candidates.hiring();
        }
    }

    /** Opens the review of a candidate for a change. @throws Refusal when who asks may not, or saw an older version */
    Opened open(CaseNumber number, UUID candidateId, long version, Actor actor) {
        var hiring = access.toReview(number, actor);
        var known = caseCandidates.of(hiring, candidateId);
        if (!board.isShown(known, candidateId)) {
            throw Refusal.byRule(
                    "L18",
                    "The pool closed on " + Dates.inWords(known.pool().window().lastDay())
                            + ". Reviewing its candidates ended with that day.");
        }
        var review = known.reviews().get(candidateId);
        if ((review == null ? 0 : review.revision()) != version) {
            throw overtaken();
        }
        return new Opened(
                known,
                review == null
                        ? new CandidateReview(number, hiring.agency(), hiring.announcement(), candidateId)
                        : review);
    }

    /** Saves a changed review at once, so that the database says who was first. */
    void save(CandidateReview review) {
        try {
            reviews.saveAndFlush(review);
        } catch (DataIntegrityViolationException somebodyWasFirst) {
            throw overtaken();
        }
    }

    private void change(
            CaseNumber number,
            UUID candidateId,
            long version,
            Actor actor,
            String kind,
            String sentence,
            Consumer<Opened> change) {
        var opened = open(number, candidateId, version, actor);
        var before = facts(opened.review());
        change.accept(opened);
        save(opened.review());
        audit.record(DecisionLog.Entry.inCase(number, actor, kind, sentence, before, facts(opened.review())));
    }

    /** What the audit keeps of a review: ids, days and outcomes, never words about a person. */
    static Map<String, Object> facts(CandidateReview review) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("candidateId", review.candidateId());
        facts.put("status", review.progress());
        facts.put("contactedOn", review.contactedOn());
        facts.put("answeredOn", review.answeredOn());
        facts.put("interviewOn", review.interviewOn());
        facts.put("interviewResult", review.interviewResult());
        facts.put("declinedOn", review.declinedOn());
        facts.values().removeIf(Objects::isNull);
        return facts;
    }

    /** The day a person entered, today when none. */
    private LocalDate dayOf(LocalDate entered) {
        var today = office.today();
        if (entered != null && entered.isAfter(today)) {
            throw Refusal.invalid(
                    "on", "The day is in the future. Enter " + Dates.inWords(today) + " or an earlier day.");
        }
        return entered == null ? today : entered;
    }

    private static void mustBeAvailable(Opened opened, UUID candidateId) {
        var known = opened.candidates();
        var candidate = known.person(candidateId).orElseThrow();
        if (known.status(candidate) == ReviewStatus.DECLINED_THIS_AGENCY) {
            throw Refusal.conflictByRule(
                    "L9",
                    "This candidate declined your agency. Choose \u201cConsider again\u201d first if that has changed.");
        }
        if (!known.isAvailable(candidate)) {
            throw Refusal.conflictByRule("L8", "This candidate is no longer available.");
        }
    }

    static Refusal overtaken() {
        return Refusal.conflict(
                "Somebody changed this candidate's record while you worked on it. What you see now is up to date:"
                        + " check it, then save again.");
    }
}
