package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Step 5: HR tells OPM whom the agency wants to select, with the numbers of the PD and of the SF-52 (M7). */
@FormOf("notify-opm-of-selection")
class NotifyOpmOfSelection implements TaskForm<NotifyOpmOfSelection.Answers> {

    private final SelectionDesk desk;
    private final Pools pools;

    NotifyOpmOfSelection(SelectionDesk desk, Pools pools) {
        this.desk = desk;
        this.pools = pools;
    }

    /**
     * @param pdNumber the one on record; needed when the position description is classified, else it may have none yet
     * @param sf52 id of the uploaded SF-52, or null: its number is enough
     */
    record Answers(
            @Size(max = 40, message = "The number of the position description has at most 40 characters.")
                    String pdNumber,
            @NotBlank(message = "Enter the SF-52 number (Request for Personnel Action).")
                    @Size(max = 40, message = "The SF-52 number has at most 40 characters.")
                    String sf52Number,
            UUID sf52) {}

    /** @param classification whether the PD is classified, in words (L5) */
    record View(
            @JsonUnwrapped SelectionDesk.Summary about,
            boolean pdClassified,
            String classification,
            String pdNumber,
            String sf52Number,
            UUID sf52,
            SelectionDesk.FileView sf52File) {}

    @Override
    public View open(TaskContext context) {
        var selection = desk.selection(context);
        var hiring = desk.hiring(context);
        return new View(
                desk.summary(context),
                hiring.pdClassified(),
                SelectionDesk.classification(hiring),
                hiring.positionDescription().map(PositionDescription::number).orElse(""),
                selection.sf52Number().orElse(""),
                null,
                null);
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var window = pools.byAnnouncement(
                        desk.selectionOfAgency(context, Role.HR_SPECIALIST).announcement())
                .window();
        if (!window.isOpenOn(desk.today())) {
            faults.addByRule(
                    "L18",
                    null,
                    "OPM had to be told by " + Dates.inWords(window.lastDay())
                            + ", the last day of the pool. The case has to be closed and another pool used.");
        }
        SelectionDesk.checkPdNumber(desk.hiring(context), answers.pdNumber(), faults);
        faults.check(() -> desk.sf52(context, answers.sf52()));
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = desk.selectionOfAgency(context, Role.HR_SPECIALIST);
        var before = SelectionDesk.facts(selection);
        selection.notifiedToOpm(
                answers.pdNumber(), answers.sf52Number(), desk.sf52(context, answers.sf52()), desk.now(), desk.today());
        desk.decided(context, taskId(), "Told OPM of the wish to select.", before, SelectionDesk.facts(selection));
        return Routing.onward();
    }
}
