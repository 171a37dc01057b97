package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.selection.paper.OwnPapers;
import io.crossgov.hiring.selection.paper.TakenBack;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final ReviewChanges changes;
    private final CandidateReviews reviews;
    private final Documents documents;
    private final OwnPapers ownPapers;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;

    Reviewing(
            ReviewAccess access,
            CaseCandidates caseCandidates,
            ReviewChanges changes,
            CandidateReviews reviews,
            Documents documents,
            OwnPapers ownPapers,
            DecisionLog audit,
            ApplicationEventPublisher events,
            OfficeClock office) {
        this.access = access;
        this.caseCandidates = caseCandidates;
        this.changes = changes;
        this.reviews = reviews;
        this.documents = documents;
        this.ownPapers = ownPapers;
        this.audit = audit;
        this.events = events;
        this.office = office;
    }

    void contact(CaseNumber number, UUID candidateId, ReviewEntries.Contact contact, Actor actor) {
        var letter = UUID.randomUUID();
        if (contact.sendDetails() && contact.document() != null) {
            throw Refusal.invalid(
                    "document", "The message itself shows how the candidate is asked. Take the paper away.");
        }
        var paper = paper(number, contact.document(), DocumentPurpose.CONTACT);
        change(
                number,
                candidateId,
                contact.version(),
                actor,
                changes.contacting(
                        contact.on(),
                        contact.note(),
                        paper,
                        actor,
                        contact.sendDetails() ? Map.of(candidateId, letter) : Map.of()));
        if (contact.sendDetails()) {
            var contacted = new CandidateContacted(
                    number, candidateId, letter, actor, contact.message(), changes.daysToRespond(actor.agency()));
            events.publishEvent(new CandidatesContacted(number, actor, List.of(contacted)));
        }
    }

    void answer(CaseNumber number, UUID candidateId, ReviewEntries.Answer answer, Actor actor) {
        var on = changes.dayOf(answer.on());
        mustBeTheCandidates(answer);
        var paper = paper(number, answer.document(), DocumentPurpose.WITHDRAWAL);
        change(
                number,
                candidateId,
                answer.version(),
                actor,
                new ReviewChange("record-interest-answer", "Recorded a candidate's answer.", known -> {
                    if (answer.answer() != InterestAnswer.INTERESTED) {
                        ReviewChanges.mustNotBeElected(known);
                    }
                    if (answer.answer() == InterestAnswer.FAILED_TO_RESPOND
                            && known.review().contactedOn() != null) {
                        known.candidates().asking().mustBeSilent(known.review(), on);
                    }
                    if (paper != null) {
                        ownPapers.file(known.candidateId(), List.of(paper), "document");
                    }
                    if (answer.answer() == InterestAnswer.INTERESTED) {
                        known.review()
                                .answerDocumentId()
                                .ifPresent(earlier -> ownPapers.takeBack(
                                        known.candidateId(), List.of(earlier), TakenBack.INTERESTED_SINCE));
                    }
                    known.review().answered(answer.answer(), on, answer.note(), paper);
                }));
    }

    private static void mustBeTheCandidates(ReviewEntries.Answer answer) {
        if (answer.document() != null && answer.answer() != InterestAnswer.NOT_INTERESTED) {
            throw Refusal.invalid(
                    "document", "A paper is asked for only when the candidate is not interested. Take it away.");
        }
    }

    private UUID paper(CaseNumber number, UUID document, DocumentPurpose purpose) {
        return document == null
                ? null
                : documents.inCase(number, document, purpose, "document").id();
    }

    void interview(CaseNumber number, UUID candidateId, ReviewEntries.Interview interview, Actor actor) {
        change(
                number,
                candidateId,
                interview.version(),
                actor,
                changes.interviewing(interview.on(), interview.time(), interview.zone(), interview.interviewers()));
    }

    void interviewResult(CaseNumber number, UUID candidateId, ReviewEntries.Result result, Actor actor) {
        change(
                number,
                candidateId,
                result.version(),
                actor,
                new ReviewChange(
                        "record-interview-result", "Recorded the result of an interview.", known -> known.review()
                                .interviewed(office.today(), result.result(), result.notes())));
    }

    /** Notes are a working paper of the agency, not a decision: their words stay out of the audit. */
    void notes(CaseNumber number, UUID candidateId, ReviewEntries.Notes notes, Actor actor) {
        change(
                number,
                candidateId,
                notes.version(),
                actor,
                new ReviewChange("write-candidate-notes", "Changed the notes on a candidate.", known -> known.review()
                        .noted(notes.notes())));
    }

    void notSelected(CaseNumber number, UUID candidateId, ReviewEntries.Seen seen, Actor actor) {
        change(number, candidateId, seen.version(), actor, changes.notSelecting());
    }

    /** Takes back "not selected", and a declination of this agency in all its cases. */
    void reconsider(CaseNumber number, UUID candidateId, ReviewEntries.Seen seen, Actor actor) {
        change(
                number,
                candidateId,
                seen.version(),
                actor,
                new ReviewChange("reconsider-candidate", "Considers a candidate again.", known -> {
                    reviews.declinations(
                                    known.hiring().agency(),
                                    known.candidates().persons().records(candidateId))
                            .forEach(declination -> {
                                declination.reconsidered();
                                changes.signed(declination, actor);
                            });
                    known.review().reconsidered();
                }));
    }

    /**
     * Opens the review of a candidate for a change; the case is held, so that nobody is elected meanwhile who says no.
     *
     * @throws Refusal when who asks may not, or saw an older version
     */
    ReviewChanges.Opened open(CaseNumber number, UUID candidateId, long version, Actor actor) {
        var hiring = access.toReview(number, actor);
        access.hold(number);
        return changes.opened(caseCandidates.of(hiring, candidateId), candidateId, version, actor);
    }

    /** Saves a changed review at once, so that the database says who was first. */
    void save(CandidateReview review, Actor actor) {
        changes.signed(review, actor);
        try {
            reviews.saveAndFlush(review);
        } catch (DataIntegrityViolationException failure) {
            throw LostRace.orFailure(failure, ReviewChanges.overtaken());
        }
    }

    private void change(CaseNumber number, UUID candidateId, long version, Actor actor, ReviewChange change) {
        var opened = open(number, candidateId, version, actor);
        var before = ReviewChanges.facts(opened.review());
        change.apply().accept(opened);
        save(opened.review(), actor);
        audit.record(ReviewChanges.decision(change, opened, before, actor));
    }
}
