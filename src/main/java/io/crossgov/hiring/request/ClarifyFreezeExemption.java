package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Step 3: what the supervisor clarified, when the HR official could not confirm the freeze exemption (L6). */
@FormOf(ClarifyFreezeExemption.TASK)
class ClarifyFreezeExemption implements TaskForm<ClarifyFreezeExemption.Answers> {

    static final String TASK = "clarify-freeze-exemption";

    private final CaseDesk desk;
    private final SignedForms forms;
    private final RequestLaw law;

    ClarifyFreezeExemption(CaseDesk desk, SignedForms forms, RequestLaw law) {
        this.desk = desk;
        this.forms = forms;
        this.law = law;
    }

    /** What came out of it. */
    enum Result {
        /** The HR official can confirm now, on Form A. */
        EXEMPT,
        /** The position is frozen: the case closes. */
        FROZEN
    }

    record Answers(
            @NotNull(message = "Say whether the position is exempt after all.") Result result,
            @NotBlank(message = "Enter the name of the supervisor who clarified it.")
                    @Size(max = 200, message = "The supervisor's name has at most 200 characters.")
                    String supervisor,
            @NotBlank(message = "Write down what was clarified.")
                    @Size(max = 4000, message = "The clarification has at most 4000 characters.")
                    @SeveralLines
                    String clarification) {}

    record View(
            @JsonUnwrapped CaseHead head,
            String requestStartedOn,
            List<FreezeGround> grounds,
            String couldNotConfirm,
            Result result,
            String supervisor,
            String clarification) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        var startedOn = hiring.requestStartedOn().orElse(desk.today());
        return new View(
                desk.headOf(hiring),
                Dates.inWordsIfAny(startedOn),
                law.freezeOn(startedOn).grounds(),
                forms.latest(hiring, SignedFormVersion.Form.FORM_A)
                        .map(SignedFormVersion::signedByName)
                        .orElse(null),
                null,
                null,
                null);
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        hiring.clarifyFreeze(answers.clarification());
        var exempt = answers.result() == Result.EXEMPT;
        desk.record(
                context,
                TASK,
                exempt
                        ? "Clarified with " + answers.supervisor()
                                + " that the position is exempt from the hiring freeze; Form A is to be completed again."
                        : "Clarified with " + answers.supervisor() + " that the position is frozen. The case closes.",
                null,
                answers);
        return Routing.of(RoutingVariable.FREEZE_EXEMPT, exempt);
    }
}
