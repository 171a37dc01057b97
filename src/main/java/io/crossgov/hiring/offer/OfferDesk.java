package io.crossgov.hiring.offer;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.Agency;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.CaseHeads;
import io.crossgov.hiring.casefile.CaseMessages;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.LetterOnFile;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.selection.Selection;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.task.TaskContext;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the forms of step 8 share: whom they are about, who may decide, and the record of each decision. */
@Component
class OfferDesk {

    private final OfferRows rows;
    private final Selections selections;
    private final Cases cases;
    private final Candidates candidates;
    private final Agencies agencies;
    private final CaseHeads heads;
    private final CaseMessages messages;
    private final DecisionLog audit;
    private final OfficeClock office;

    OfferDesk(
            OfferRows rows,
            Selections selections,
            Cases cases,
            Candidates candidates,
            Agencies agencies,
            CaseHeads heads,
            CaseMessages messages,
            DecisionLog audit,
            OfficeClock office) {
        this.rows = rows;
        this.selections = selections;
        this.cases = cases;
        this.candidates = candidates;
        this.agencies = agencies;
        this.heads = heads;
        this.messages = messages;
        this.audit = audit;
        this.office = office;
    }

    /** Where the last day to answer ends, in words. */
    String zone() {
        return office.zoneInWords();
    }

    LocalDate today() {
        return office.today();
    }

    /** @throws Refusal 404 when the person may not know of it, or it is not of this case */
    Selection selection(TaskContext context) {
        var selection = selections.visible(context.selectionId(), context.actor());
        if (!selection.caseNumber().equals(context.caseNumber())) {
            throw Refusal.unknown("There is no such selection.");
        }
        return selection;
    }

    /** The selection, for the agency's HR to decide on. @throws Refusal 403 for others, 409 when case or selection has ended */
    Selection selectionWorkedOn(TaskContext context) {
        cases.workedOn(context.caseNumber(), context.actor(), Role.HR_SPECIALIST);
        var selection = selection(context);
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
        var offer = offer(context);
        offer.mustBe(expected);
        return offer.facts();
    }

    Offer offer(TaskContext context) {
        return rows.findById(selection(context).id()).orElseThrow(Offers::noOffer);
    }

    Candidate candidate(TaskContext context) {
        return candidates.byId(selection(context).candidateId());
    }

    Agency agency(TaskContext context) {
        return agencies.byCode(selection(context).agency());
    }

    Selectee selectee(TaskContext context) {
        var selection = selection(context);
        var hiring = cases.visible(context.caseNumber(), context.actor());
        var selectee = candidates.byId(selection.candidateId());
        return new Selectee(
                heads.of(hiring),
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
                                .map(left -> "The answer is due by " + office.dueDayInWords(offer.dueOn()) + ".")
                                .orElseGet(() -> "The candidate’s "
                                        + (days == 1 ? "day" : days + " days")
                                        + " to answer begin when it leaves."))
                .strip();
    }

    /** Puts a new offer on record. */
    void open(TaskContext context, Offer offer, String taskId, String sentence) {
        rows.saveAndFlush(offer);
        decided(context, taskId, sentence, null, offer);
    }

    /** Records what was decided; {@code before} as the offer stood. */
    void decided(TaskContext context, String taskId, String sentence, OfferFacts before, Offer offer) {
        audit.record(DecisionLog.Entry.inCase(
                context.caseNumber(), context.actor(), taskId, sentence, before, offer.facts()));
    }
}
