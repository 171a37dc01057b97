package io.crossgov.hiring.offer;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.selection.SelectionState;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Step 8: the tentative offer, with the day by which the candidate should answer. */
@FormOf("extend-tentative-offer")
class ExtendTentativeOffer implements TaskForm<ExtendTentativeOffer.Answers> {

    private final CaseDesk desk;
    private final OfferOfTask ofTask;
    private final Selections selections;
    private final OfferRows offers;

    ExtendTentativeOffer(CaseDesk desk, OfferOfTask ofTask, Selections selections, OfferRows offers) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.selections = selections;
        this.offers = offers;
    }

    /** @param message goes to the candidate with the offer */
    record Answers(
            @NotNull(message = "Give the date by which the candidate should answer the offer.") LocalDate dueOn,
            @Size(max = 2000, message = "The message to the candidate has at most 2,000 characters.") @SeveralLines
                    String message) {}

    /** @param zone where the last day to answer ends */
    record View(Selectee selectee, String daysToAnswer, String zone, LocalDate dueOn, String message) {}

    @Override
    public View open(TaskContext context) {
        var days = ofTask.agency(context).daysToAnswerOffer();
        return new View(
                ofTask.selectee(context),
                Counted.of(days, "day"),
                desk.zone(),
                desk.today().plusDays(days),
                "");
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        ofTask.selectionWorkedOn(context);
        OfferRules.tentative(answers.dueOn(), desk.today(), faults);
        OfferRules.enoughTime(
                "dueOn", answers.dueOn(), ofTask.agency(context).daysToAnswerOffer(), desk.today(), faults);
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.selectionWorkedOn(context);
        if (selection.state() != SelectionState.VERIFIED) {
            throw Refusal.conflict("An offer follows OPM's verification, once. This selection stands at: "
                    + selection.state().title() + ".");
        }
        var offer = new Offer(selection.id(), context.caseNumber(), answers.dueOn(), answers.message(), desk.today());
        selections.tentativeOfferMade(selection.id());
        offers.saveAndFlush(offer);
        desk.record(
                context,
                taskId(),
                "Made the tentative offer, to be answered by " + Words.of(answers.dueOn()) + ".",
                null,
                offer.facts());
        return Routing.onward();
    }
}
