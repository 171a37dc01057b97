package io.crossgov.hiring.offer;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Step 8: the person entered on duty and is hired, or did not come. */
@FormOf("confirm-entry-on-duty")
class ConfirmEntryOnDuty implements TaskForm<ConfirmEntryOnDuty.Answers> {

    private final CaseDesk desk;
    private final OfferOfTask ofTask;
    private final Selections selections;

    ConfirmEntryOnDuty(CaseDesk desk, OfferOfTask ofTask, Selections selections) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.selections = selections;
    }

    /**
     * @param enteredOn asked when the person came
     * @param earlierReason asked for a day before the start in the final offer
     * @param reason asked when the person did not
     */
    record Answers(
            @NotNull(message = "Say whether the person entered on duty.") YesNo entered,
            LocalDate enteredOn,
            @Size(max = 2000, message = "The reason for an earlier day has at most 2,000 characters.") @SeveralLines
                    String earlierReason,
            @Size(max = 2000, message = "The reason has at most 2,000 characters.") @SeveralLines String reason) {}

    /** @param startOn the start in the final offer, in words; {@code offeredStart} is the same day */
    record View(
            Selectee selectee,
            String startOn,
            LocalDate offeredStart,
            YesNo entered,
            LocalDate enteredOn,
            String earlierReason,
            String reason) {}

    @Override
    public View open(TaskContext context) {
        var made = ofTask.withFinalOffer(context).finalOffer();
        var today = desk.today();
        return new View(
                ofTask.selectee(context),
                Words.of(made.startOn()),
                made.startOn(),
                null,
                made.startOn().isAfter(today) ? today : made.startOn(),
                "",
                "");
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var offer = ofTask.standing(context, OfferOutcome.FINAL_ACCEPTED);
        if (answers.entered() == YesNo.YES) {
            OfferRules.entered(
                    offer.finalOffer().madeOn(),
                    offer.finalOffer().startOn(),
                    answers.enteredOn(),
                    answers.earlierReason(),
                    desk.today(),
                    faults);
            faults.addUnlessLeftOut("reason", answers.reason(), "The person entered on duty.");
        } else if (answers.entered() == YesNo.NO) {
            OfferRules.didNotEnter(answers.reason(), offer.finalOffer().startOn(), desk.today(), faults);
            var didNot = "The person did not enter on duty.";
            faults.addUnlessLeftOut("enteredOn", answers.enteredOn(), didNot);
            faults.addUnlessLeftOut("earlierReason", answers.earlierReason(), didNot);
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.selectionWorkedOn(context);
        var offer = ofTask.seen(context);
        var before = offer.facts();
        var entered = answers.entered().isYes();
        if (entered) {
            offer.enteredOnDuty(answers.enteredOn(), answers.earlierReason(), desk.today());
            var offered = offer.facts().finalOffer().startOn();
            desk.record(
                    context,
                    taskId(),
                    "The person entered on duty on " + Words.of(answers.enteredOn())
                            + (answers.enteredOn().isBefore(offered)
                                    ? ", before the offered start " + Words.of(offered)
                                    : "")
                            + ".",
                    before,
                    offer.facts());
            selections.enteredOnDuty(selection.id(), answers.enteredOn());
        } else {
            offer.didNotEnterOnDuty(answers.reason(), desk.today());
            desk.record(context, taskId(), "The person did not enter on duty.", before, offer.facts());
        }
        return Routing.of(RoutingVariable.ENTERED_ON_DUTY, entered);
    }
}
