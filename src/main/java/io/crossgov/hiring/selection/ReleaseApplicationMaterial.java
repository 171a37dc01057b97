package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
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

    private final SelectionDesk desk;
    private final SelectionRows selections;
    private final OfficeClock office;

    ReleaseApplicationMaterial(SelectionDesk desk, SelectionRows selections, OfficeClock office) {
        this.desk = desk;
        this.selections = selections;
        this.office = office;
    }

    record Answers(@NotNull(message = "Enter the day on which the material was released.") LocalDate releasedOn) {}

    /**
     * @param pdNumber with the words that it is not classified, as long as it is not
     * @param releasedOn today to start with
     */
    record View(
            @JsonUnwrapped SelectionDesk.Summary about,
            String pdNumber,
            String sf52Number,
            LocalDate notifiedOn,
            List<CertificateRecipient> recipients,
            LocalDate releasedOn) {}

    @Override
    public View open(TaskContext context) {
        var selection = desk.selection(context);
        return new View(
                desk.summary(context),
                desk.hiring(context)
                        .positionDescription()
                        .map(description -> description.numberForOpm(selection.pdNumber()))
                        .orElse(""),
                selection.sf52Number().orElse(""),
                selection.notifiedOn().orElse(null),
                selection.recipients(),
                office.today());
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = desk.selectionForOpm(context);
        if (answers.releasedOn().isAfter(office.today())) {
            throw Refusal.invalid("releasedOn", "The release date is in the future. Enter today or an earlier day.");
        }
        selection.notifiedOn().filter(answers.releasedOn()::isBefore).ifPresent(notified -> {
            throw Refusal.invalid(
                    "releasedOn",
                    "The agency told OPM of the selection on " + Dates.inWords(notified)
                            + ". The release cannot be earlier.");
        });
        var before = SelectionDesk.facts(selection);
        selection.released(answers.releasedOn());
        desk.decided(context, taskId(), "Released the application material.", before, SelectionDesk.facts(selection));
        return Routing.onward();
    }

    @Override
    public Map<UUID, AsItStands> asTheyStand(Collection<UUID> ids) {
        var today = office.today();
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
