package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.FileView;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Step 3: what the supervisor clarified, when the HR official could not confirm the freeze exemption (L6). */
@FormOf(ClarifyFreezeExemption.TASK)
class ClarifyFreezeExemption implements TaskForm<ClarifyFreezeExemption.Answers> {

    static final String TASK = "clarify-freeze-exemption";

    private final CaseDesk desk;
    private final SignedForms forms;
    private final Documents documents;
    private final RequestLaw law;

    ClarifyFreezeExemption(CaseDesk desk, SignedForms forms, Documents documents, RequestLaw law) {
        this.desk = desk;
        this.documents = documents;
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

    /**
     * @param document the signed paper: HR does not speak for the supervisor
     * @param supervisor who has signed the paper: not who answers here
     * @param clarification what it says
     */
    record Answers(
            @NotNull(message = "Say whether the position is exempt after all.") Result result,
            UUID document,
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
            UUID document,
            FileView documentFile,
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
                null,
                null,
                null);
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        if (answers.supervisor() != null
                && PlainText.same(answers.supervisor(), context.actor().name())) {
            faults.addByRule(
                    "L6",
                    "supervisor",
                    "This is your own name. The clarification is the supervisor's: enter who has signed the paper.");
        }
        faults.check(() -> paper(hiring, answers));
    }

    /** The form of a case that began under an earlier version has no place for the paper: it may be on file already. */
    private UUID paper(HiringCase hiring, Answers answers) {
        if (answers.document() != null) {
            return documents
                    .inCase(hiring.number(), answers.document(), DocumentPurpose.FREEZE_CLARIFICATION, "document")
                    .id();
        }
        return documents.ofCase(hiring.number(), DocumentPurpose.FREEZE_CLARIFICATION).stream()
                .map(StoredDocument::id)
                .findFirst()
                .orElseThrow(() -> Refusal.byRule(
                        "L6",
                        "document",
                        "Upload the clarification that the supervisor has signed: nobody else can say it for the"
                                + " supervisor."));
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        hiring.clarifyFreeze(answers.clarification(), answers.supervisor(), paper(hiring, answers));
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
