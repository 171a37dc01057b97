package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.task.AsItStands;
import io.crossgov.hiring.task.CompleteWhenOpened;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Step 6: OPM releases the certificate and the application material to the named recipients (M9); time to review starts (L19). */
@FormOf("release-application-material")
class ReleaseApplicationMaterial implements TaskForm<ReleaseApplicationMaterial.Answers>, CompleteWhenOpened {

    private final CaseDesk desk;
    private final SelectionOfTask ofTask;
    private final SelectionRows selections;

    ReleaseApplicationMaterial(CaseDesk desk, SelectionOfTask ofTask, SelectionRows selections) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.selections = selections;
    }

    record Answers(@NotNull(message = "Enter the day on which the material was released.") LocalDate releasedOn) {}

    /**
     * @param pdNumber with the words that it is not classified, as long as it is not
     * @param releasedOn today to start with
     */
    record View(
            @JsonUnwrapped SelectionOfTask.Summary about,
            String pdNumber,
            String sf52Number,
            LocalDate notifiedOn,
            List<CertificateRecipient> recipients,
            LocalDate releasedOn) {}

    @Override
    public View open(TaskContext context) {
        var selection = ofTask.seen(context);
        return new View(
                ofTask.summary(context),
                desk.seen(context)
                        .positionDescription()
                        .map(description -> description.numberForOpm(selection.pdNumber()))
                        .orElse(""),
                selection.sf52Number().orElse(""),
                selection.notifiedOn().orElse(null),
                selection.recipients(),
                desk.today());
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.decided(context);
        if (answers.releasedOn().isAfter(desk.today())) {
            throw Refusal.invalid("releasedOn", "The release date is in the future. Enter today or an earlier day.");
        }
        selection.notifiedOn().filter(answers.releasedOn()::isBefore).ifPresent(notified -> {
            throw Refusal.invalid(
                    "releasedOn",
                    "The agency told OPM of the selection on " + Dates.inWords(notified)
                            + ". The release cannot be earlier.");
        });
        var before = Selections.facts(selection);
        selection.released(answers.releasedOn());
        desk.record(context, taskId(), "Released the application material.", before, Selections.facts(selection));
        return Routing.onward();
    }

    @Override
    public Map<UUID, AsItStands> asTheyStand(Collection<UUID> ids) {
        var today = desk.today();
        return selections.withRecipients(ids).stream()
                .filter(selection -> !selection.recipients().isEmpty())
                .collect(Collectors.toMap(
                        Selection::id,
                        selection -> new AsItStands(
                                "Released today, " + Dates.inWords(today) + ", everything together, to "
                                        + CertificateRecipient.inWords(selection.recipients()) + ".",
                                new Answers(today))));
    }
}
