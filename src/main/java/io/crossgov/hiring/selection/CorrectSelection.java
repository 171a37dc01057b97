package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.FileView;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import java.util.List;
import java.util.UUID;

/** Step 7: HR puts right what OPM found missing; then OPM verifies again. */
@FormOf("correct-selection")
class CorrectSelection implements TaskForm<SelectionPapers> {

    private final CaseDesk desk;
    private final SelectionOfTask ofTask;
    private final Documents documents;
    private final Verification verification;

    CorrectSelection(CaseDesk desk, SelectionOfTask ofTask, Documents documents, Verification verification) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.documents = documents;
        this.verification = verification;
    }

    /**
     * @param missing what OPM listed as missing, with OPM's comment at the end
     * @param stillMissing what is missing as things stand now
     * @param classifyTask address of the task in which HR has the position description classified
     */
    record View(
            @JsonUnwrapped SelectionOfTask.Summary about,
            List<String> missing,
            List<String> stillMissing,
            boolean pdClassified,
            String classifyTask,
            String pdNumber,
            String sf52Number,
            UUID sf52,
            FileView sf52File) {}

    @Override
    public View open(TaskContext context) {
        var selection = ofTask.seen(context);
        var hiring = desk.seen(context);
        var decided = selection.verification();
        // First, as it reads the people whom the summary names.
        var toMend = verification.toMend(hiring, selection).stream()
                .map(Verification.Finding::forHr)
                .toList();
        return new View(
                ofTask.summary(context),
                decided.map(SelectionVerification::missing).orElse(List.of()),
                toMend,
                hiring.pdClassified(),
                "/go/task?case=" + hiring.number() + "&task=classify-position-description",
                selection
                        .pdNumber()
                        .or(() -> hiring.positionDescription().map(PositionDescription::number))
                        .orElse(""),
                selection.sf52Number().orElse(""),
                selection.sf52DocumentId().orElse(null),
                sf52File(selection));
    }

    /** The SF-52 on file; null when there is none. */
    private FileView sf52File(Selection selection) {
        return selection
                .sf52DocumentId()
                .flatMap(id -> documents.ofCase(selection.caseNumber()).stream()
                        .filter(file -> file.id().equals(id))
                        .findFirst())
                .map(FileView::of)
                .orElse(null);
    }

    @Override
    public void check(TaskContext context, SelectionPapers answers, Faults faults) {
        var selection = ofTask.worked(context, Role.HR_SPECIALIST);
        var hiring = desk.seen(context);
        answers.check(hiring, documents, faults);
        verification
                .toMendElsewhere(hiring, selection)
                .forEach(finding -> faults.addByRule(finding.rule().id(), null, "Still missing: " + finding.forHr()));
    }

    @Override
    public Routing submit(TaskContext context, SelectionPapers answers) {
        var selection = ofTask.worked(context, Role.HR_SPECIALIST);
        var before = Selections.facts(selection);
        selection.corrected(answers.pdNumber(), answers.sf52Number(), answers.sf52In(context.caseNumber(), documents));
        desk.record(context, taskId(), "Put right what OPM found missing.", before, Selections.facts(selection));
        return Routing.onward();
    }
}
