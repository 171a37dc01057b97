package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.MessageLeft;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.law.ReferralList;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finding in writing, twice and independently, that a displaced employee is not well-qualified (L16). */
@Service
@Transactional
class PriorityReviews {

    private final SecondReviewRows rows;
    private final ReviewAccess access;
    private final CaseCandidates caseCandidates;
    private final Documents documents;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;

    PriorityReviews(
            SecondReviewRows rows,
            ReviewAccess access,
            CaseCandidates caseCandidates,
            Documents documents,
            DecisionLog audit,
            ApplicationEventPublisher events,
            OfficeClock office) {
        this.rows = rows;
        this.access = access;
        this.caseCandidates = caseCandidates;
        this.documents = documents;
        this.audit = audit;
        this.events = events;
        this.office = office;
    }

    /**
     * The first finding, with its reasons.
     *
     * @throws Refusal 400 by L16 for somebody without priority, 409 when there is a first finding already
     */
    void first(CaseNumber number, UUID candidateId, ReviewEntries.FirstFinding entry, Actor actor) {
        var hiring = access.toReview(number, actor);
        access.hold(number);
        var known = caseCandidates.of(hiring);
        known.person(candidateId).orElseThrow(CaseCandidates::unknown);
        if (known.list().of(candidateId).flatMap(ReferralList.Entry::priority).isEmpty()) {
            throw Refusal.byRule(
                    "L16",
                    "Only for a displaced employee with priority at one of your duty locations a second review is needed.");
        }
        if (known.exceptions().secondReview(candidateId).isPresent()) {
            throw Refusal.conflictByRule(
                    "L16", "A first finding is on file already. Somebody else now makes the second review.");
        }
        try {
            rows.saveAndFlush(new SecondReview(number, candidateId, actor, office.today(), entry.reasons()));
        } catch (DataIntegrityViolationException failure) {
            throw LostRace.orFailure(failure, ReviewChanges.overtaken());
        }
        audit.record(DecisionLog.Entry.inCase(
                number,
                actor,
                "find-not-well-qualified",
                "Found a displaced employee not well-qualified; a second review follows (5 CFR 330.605, 330.703).",
                null,
                Map.of("candidateId", candidateId)));
    }

    /**
     * The second review, by somebody else, with its paper. Publishes {@link FoundNotWellQualified} when it agrees with the first.
     *
     * @throws Refusal 400 by L16 when the same person reviews again, or the paper or the result is missing, 404 without a first finding
     */
    void second(CaseNumber number, UUID candidateId, ReviewEntries.SecondFinding entry, Actor actor) {
        access.toReview(number, actor);
        access.hold(number);
        var review = rows.ofPerson(number.value(), candidateId).stream()
                .reduce(SecondReview::thatCounts)
                .orElseThrow(() -> Refusal.unknown("There is no first finding about this candidate."));
        var paper = documents.inCase(number, entry.document(), DocumentPurpose.SECOND_REVIEW, "document");
        if (entry.finding() == SecondReview.Finding.NOT_WELL_QUALIFIED && entry.result() == null) {
            throw Refusal.byRule(
                    "L16",
                    "result",
                    "Write what your review found: the candidate is given the result in writing (5 CFR 330.605, 330.703).");
        }
        review.reviewedAgain(actor, office.today(), entry.finding(), entry.result(), paper.id());
        rows.saveAndFlush(review);
        audit.record(DecisionLog.Entry.inCase(
                number,
                actor,
                "review-well-qualified-again",
                review.foundNotWellQualified()
                        ? "A second review found a displaced employee not well-qualified (5 CFR 330.605, 330.703)."
                        : "A second review found a displaced employee well-qualified: the priority stands (5 CFR 330.605, 330.703).",
                null,
                Map.of("candidateId", candidateId, "finding", entry.finding(), "document", paper.id())));
        if (review.foundNotWellQualified()) {
            events.publishEvent(new FoundNotWellQualified(
                    number, candidateId, review.id(), review.firstReasons(), review.secondResult()));
        }
    }

    /** The priority ends on the day on which the result left. Being told twice changes nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MessageLeft left) {
        if (left.letter() != MessageLeft.Letter.REVIEW_RESULT) {
            return;
        }
        rows.findById(left.about()).filter(review -> review.told(left.on())).ifPresent(review -> {
            rows.saveAndFlush(review);
            audit.record(DecisionLog.Entry.inCase(
                    review.caseNumber(),
                    Actor.SYSTEM,
                    "second-review-result-left",
                    "The result of the second review left for the displaced employee, whose priority has ended (5 CFR 330.605, 330.703).",
                    null,
                    Map.of("candidateId", review.candidateId(), "toldOn", left.on())));
        });
    }
}
