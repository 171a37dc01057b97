package io.crossgov.hiring.offer;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Step 8: the new-hire record, built by hand because selectees of a shared pool cannot flow to the agency's onboarding system. */
@FormOf("build-new-hire-record")
class BuildNewHireRecord implements TaskForm<BuildNewHireRecord.Answers> {

    private final CaseDesk desk;
    private final OfferOfTask ofTask;

    BuildNewHireRecord(CaseDesk desk, OfferOfTask ofTask) {
        this.desk = desk;
        this.ofTask = ofTask;
    }

    /** @param recordId number of the record in the agency's onboarding system */
    record Answers(
            @NotBlank(message = "Give the number of the new-hire record.")
                    @Size(max = 64, message = "The number of the new-hire record has at most 64 characters.")
                    String recordId,
            @NotNull(message = "Give the day on which the new-hire record was built.") LocalDate builtOn) {}

    record View(Selectee selectee, String recordId, LocalDate builtOn) {}

    @Override
    public View open(TaskContext context) {
        return new View(ofTask.selectee(context), "", desk.today());
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        ofTask.standing(context, OfferOutcome.TENTATIVE_ACCEPTED);
        var offeredOn = ofTask.seen(context).facts().tentative().madeOn();
        OfferRules.newHireRecord(offeredOn, answers.builtOn(), desk.today(), faults);
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        ofTask.selectionWorkedOn(context);
        var offer = ofTask.seen(context);
        var before = offer.facts();
        offer.newHireRecordIsBuilt(answers.recordId(), answers.builtOn(), desk.today());
        desk.record(context, taskId(), "The new-hire record was built.", before, offer.facts());
        return Routing.onward();
    }
}
