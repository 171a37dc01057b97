package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.FileView;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** The agency gives its reasons in writing and the SF-62 (L15); whoever must be heard is written to with them (M18), and has 15 days from when that left. */
@FormOf("file-pass-over")
class FilePassOver implements TaskForm<FilePassOver.Answers> {

    private final CaseDesk desk;
    private final PassOverOfTask ofTask;
    private final Documents documents;

    FilePassOver(CaseDesk desk, PassOverOfTask ofTask, Documents documents) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.documents = documents;
    }

    /** @param sf62 id of the uploaded SF-62 */
    record Answers(
            @NotBlank(message = "Give the reasons for passing over this candidate.")
                    @Size(max = 10_000, message = "The reasons have at most 10,000 characters.")
                    @SeveralLines
                    String reasons,
            @NotNull(message = "Attach the SF-62 (request to pass over a preference eligible).") UUID sf62) {}

    /** @param isHeard whether the candidate is notified of the reasons and has 15 days to answer */
    record View(
            @JsonUnwrapped PassOverOfTask.Summary about,
            boolean isHeard,
            String reasons,
            UUID sf62,
            FileView sf62File) {}

    @Override
    public View open(TaskContext context) {
        return new View(
                ofTask.summary(context),
                PassOverRequest.mustBeHeard(ofTask.seen(context).preference()),
                "",
                null,
                null);
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        ofTask.worked(context);
        if (answers.sf62() != null) {
            faults.check(() -> sf62(context, answers));
        }
    }

    private StoredDocument sf62(TaskContext context, Answers answers) {
        return documents.inCase(context.caseNumber(), answers.sf62(), DocumentPurpose.SF_62, "sf62");
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var request = ofTask.worked(context);
        var before = PassOvers.facts(request);
        var sf62 = sf62(context, answers);
        request.filed(answers.reasons(), sf62.id(), context.actor().userId(), desk.today());
        desk.record(
                context,
                taskId(),
                "Filed the reasons and the SF-62 for passing over a preference eligible (5 U.S.C. 3318(c)).",
                before,
                PassOvers.facts(request));
        return Routing.of(RoutingVariable.CANDIDATE_IS_HEARD, PassOverRequest.mustBeHeard(request.preference()));
    }
}
