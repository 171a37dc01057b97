package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Step 7: HR puts right what OPM found missing; then OPM verifies again. */
@FormOf("correct-selection")
class CorrectSelection implements TaskForm<CorrectSelection.Answers> {

    private final SelectionDesk desk;
    private final Verification verification;

    CorrectSelection(SelectionDesk desk, Verification verification) {
        this.desk = desk;
        this.verification = verification;
    }

    /**
     * @param pdNumber the one on record; needed once the position description is classified, before that it may have none
     * @param sf52 id of the uploaded SF-52, or null
     */
    record Answers(
            @Size(max = 40, message = "The number of the position description has at most 40 characters.")
                    String pdNumber,
            @NotBlank(message = "Enter the SF-52 number (Request for Personnel Action).")
                    @Size(max = 40, message = "The SF-52 number has at most 40 characters.")
                    String sf52Number,
            UUID sf52) {}

    /**
     * @param missing what OPM listed as missing, with OPM's comment at the end
     * @param stillMissing what is missing as things stand now
     * @param classifyTask address of the task in which HR has the position description classified
     */
    record View(
            @JsonUnwrapped SelectionDesk.Summary about,
            List<String> missing,
            List<String> stillMissing,
            boolean pdClassified,
            String classification,
            String classifyTask,
            String pdNumber,
            String sf52Number,
            UUID sf52,
            SelectionDesk.FileView sf52File) {}

    @Override
    public View open(TaskContext context) {
        var selection = desk.selection(context);
        var hiring = desk.hiring(context);
        var decided = selection.verification();
        return new View(
                desk.summary(context),
                decided.map(SelectionVerification::missing).orElse(List.of()),
                verification.toMend(hiring, selection).stream()
                        .map(Verification.Finding::forHr)
                        .toList(),
                hiring.pdClassified(),
                SelectionDesk.classification(hiring),
                "/go/task?case=" + hiring.number() + "&task=classify-position-description",
                selection
                        .pdNumber()
                        .or(() -> hiring.positionDescription().map(PositionDescription::number))
                        .orElse(""),
                selection.sf52Number().orElse(""),
                selection.sf52DocumentId().orElse(null),
                desk.sf52File(selection));
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var selection = desk.selectionOfAgency(context, Role.HR_SPECIALIST);
        var hiring = desk.hiring(context);
        SelectionDesk.checkPdNumber(hiring, answers.pdNumber(), faults);
        faults.check(() -> desk.sf52(context, answers.sf52()));
        verification
                .toMendElsewhere(hiring, selection)
                .forEach(finding -> faults.addByRule(finding.rule().id(), null, "Still missing: " + finding.forHr()));
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = desk.selectionOfAgency(context, Role.HR_SPECIALIST);
        var before = SelectionDesk.facts(selection);
        selection.corrected(answers.pdNumber(), answers.sf52Number(), desk.sf52(context, answers.sf52()));
        desk.decided(context, taskId(), "Put right what OPM found missing.", before, SelectionDesk.facts(selection));
        return Routing.onward();
    }
}
