package io.crossgov.hiring.offer;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Step 8: the final offer, with pay and the proposed start date. */
@FormOf("extend-final-offer")
class ExtendFinalOffer implements TaskForm<ExtendFinalOffer.Answers> {

    private final CaseDesk desk;
    private final OfferOfTask ofTask;
    private final Selections selections;

    ExtendFinalOffer(CaseDesk desk, OfferOfTask ofTask, Selections selections) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.selections = selections;
    }

    /**
     * @param startOn proposed day of entry on duty
     * @param message goes to the candidate with the offer
     */
    record Answers(
            @NotNull(message = "Give the date by which the candidate should answer the final offer.") LocalDate dueOn,
            @NotNull(message = "Give the proposed start date.") LocalDate startOn,
            @Size(max = 2000, message = "The message to the candidate has at most 2,000 characters.") @SeveralLines
                    String message) {}

    /**
     * @param zone where the last day to answer ends
     * @param pay in words
     */
    record View(
            Selectee selectee,
            String daysToAnswer,
            String zone,
            String pay,
            String newHireRecord,
            LocalDate dueOn,
            LocalDate startOn,
            String message) {}

    @Override
    public View open(TaskContext context) {
        var facts = ofTask.seen(context).facts();
        var days = ofTask.agency(context).daysToAnswerOffer();
        var dueOn = desk.today().plusDays(days);
        var pay = facts.pay();
        return new View(
                ofTask.selectee(context),
                Counted.of(days, "day"),
                desk.zone(),
                pay == null ? "" : pay.inWords(),
                facts.newHireRecord() == null ? "" : facts.newHireRecord().id(),
                dueOn,
                pay == null || pay.effectiveOn().isBefore(dueOn) ? null : pay.effectiveOn(),
                "");
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        ofTask.standing(context, OfferOutcome.TENTATIVE_ACCEPTED);
        OfferRules.finalOffer(answers.dueOn(), answers.startOn(), desk.today(), faults);
        OfferRules.enoughTime(
                "dueOn", answers.dueOn(), ofTask.agency(context).daysToAnswerOffer(), desk.today(), faults);
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.selectionWorkedOn(context);
        var offer = ofTask.seen(context);
        var before = offer.facts();
        offer.extendFinal(answers.dueOn(), answers.startOn(), answers.message(), desk.today());
        selections.finalOfferMade(selection.id());
        desk.record(
                context,
                taskId(),
                "Made the final offer, to be answered by " + Words.of(answers.dueOn()) + "; proposed start "
                        + Words.of(answers.startOn()) + ".",
                before,
                offer.facts());
        return Routing.onward();
    }
}
