package io.crossgov.hiring.offer;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.Agency;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseMessages;
import io.crossgov.hiring.casefile.LetterOnFile;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.selection.Selection;
import io.crossgov.hiring.selection.SelectionOfTask;
import io.crossgov.hiring.task.TaskContext;
import org.springframework.stereotype.Component;

/** The offer behind a task of step 8, with its selection, for whoever may see them or act on them, and whom its form is about. */
@Component
class OfferOfTask {

    private final CaseDesk desk;
    private final SelectionOfTask selections;
    private final OfferRows rows;
    private final Candidates candidates;
    private final Agencies agencies;
    private final CaseMessages messages;

    OfferOfTask(
            CaseDesk desk,
            SelectionOfTask selections,
            OfferRows rows,
            Candidates candidates,
            Agencies agencies,
            CaseMessages messages) {
        this.desk = desk;
        this.selections = selections;
        this.rows = rows;
        this.candidates = candidates;
        this.agencies = agencies;
        this.messages = messages;
    }

    /** The selection, for the agency's HR to decide on. @throws Refusal 403 for others, 409 when case or selection has ended */
    Selection selectionWorkedOn(TaskContext context) {
        desk.worked(context, Role.HR_SPECIALIST);
        var selection = selections.seen(context);
        if (!selection.isRunning()) {
            throw Refusal.conflictByRule("L8", "This candidate is no longer available: the selection has ended.");
        }
        return selection;
    }

    /**
     * The offer, for the agency's HR to take its next step.
     *
     * @throws Refusal 403 for others, 409 when case or selection has ended or the offer has moved on
     */
    OfferFacts standing(TaskContext context, OfferOutcome expected) {
        selectionWorkedOn(context);
        var offer = seen(context);
        offer.mustBe(expected);
        return offer.facts();
    }

    Offer seen(TaskContext context) {
        return rows.findById(selections.seen(context).id()).orElseThrow(Offers::noOffer);
    }

    /** The offer, with the final offer in it. @throws Refusal 409 before that is made */
    OfferFacts withFinalOffer(TaskContext context) {
        var offer = seen(context).facts();
        if (offer.finalOffer() == null) {
            throw Refusal.conflict("The final offer has not been made yet.");
        }
        return offer;
    }

    Candidate candidate(TaskContext context) {
        return candidates.byId(selections.seen(context).candidateId());
    }

    Agency agency(TaskContext context) {
        return agencies.byCode(selections.seen(context).agency());
    }

    Selectee selectee(TaskContext context) {
        var selection = selections.seen(context);
        var hiring = desk.seen(context);
        var selectee = candidates.byId(selection.candidateId());
        return new Selectee(
                desk.headOf(hiring),
                selectee.name(),
                selectee.applicantNumber(),
                selection.dutyLocation(),
                hiring.positionDescription().map(PositionDescription::grade).orElse(""));
    }

    /** What became of the letter with the open offer, and until when it can be answered, in words. */
    String delivery(OfferFacts offer) {
        var letter = offer.letterId()
                .flatMap(messages::letter)
                .map(LetterOnFile::inWords)
                .orElse("");
        var days = offer.daysToAnswer();
        return (letter + " "
                        + offer.sentOn()
                                .map(left -> "The answer is due by " + desk.dueDayInWords(offer.dueOn()) + ".")
                                .orElseGet(() -> "The candidate’s "
                                        + (days == 1 ? "day" : days + " days")
                                        + " to answer begin when it leaves."))
                .strip();
    }
}
