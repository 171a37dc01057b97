package io.crossgov.hiring.offer;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Step 8: the SF-75 (Request for Preliminary Employment Data) of a current or former federal employee. */
@FormOf("request-sf-75")
class RequestSf75 implements TaskForm<RequestSf75.Answers> {

    private final CaseDesk desk;
    private final OfferOfTask ofTask;

    RequestSf75(CaseDesk desk, OfferOfTask ofTask) {
        this.desk = desk;
        this.ofTask = ofTask;
    }

    record Answers(
            @NotBlank(message = "Name the agency that was asked for the SF-75.")
                    @Size(max = 200, message = "The agency asked has at most 200 characters.")
                    String requestedFrom,
            @NotNull(message = "Give the day on which the SF-75 was requested.") LocalDate requestedOn,
            @NotNull(message = "Give the day on which the SF-75 was received. Complete this task when it has come.")
                    LocalDate receivedOn,
            @NotNull(message = "Say whether the SF-75 confirms the federal employment.") YesNo employmentConfirmed) {}

    record View(
            Selectee selectee,
            String requestedFrom,
            LocalDate requestedOn,
            LocalDate receivedOn,
            YesNo employmentConfirmed) {}

    @Override
    public View open(TaskContext context) {
        var federal = ofTask.seen(context).facts().federal();
        return new View(
                ofTask.selectee(context),
                federal == null ? "" : Words.orNothing(federal.agency()),
                desk.today(),
                null,
                null);
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        ofTask.standing(context, OfferOutcome.TENTATIVE_ACCEPTED);
        var offeredOn = ofTask.seen(context).facts().tentative().madeOn();
        OfferRules.sf75(offeredOn, answers.requestedOn(), answers.receivedOn(), desk.today(), faults);
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        ofTask.selectionWorkedOn(context);
        var offer = ofTask.seen(context);
        var before = offer.facts();
        offer.sf75(
                answers.requestedFrom(),
                answers.requestedOn(),
                answers.receivedOn(),
                answers.employmentConfirmed().isYes(),
                desk.today());
        desk.record(context, taskId(), "The SF-75 was requested and received.", before, offer.facts());
        return Routing.onward();
    }
}
