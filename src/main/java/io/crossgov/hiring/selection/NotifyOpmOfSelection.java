package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.FileView;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import java.util.UUID;

/** Step 5: HR tells OPM whom the agency wants to select, with the numbers of the PD and of the SF-52 (M7). */
@FormOf("notify-opm-of-selection")
class NotifyOpmOfSelection implements TaskForm<SelectionPapers> {

    private final CaseDesk desk;
    private final SelectionOfTask ofTask;
    private final Documents documents;
    private final Pools pools;

    NotifyOpmOfSelection(CaseDesk desk, SelectionOfTask ofTask, Documents documents, Pools pools) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.documents = documents;
        this.pools = pools;
    }

    /** @param classification whether the PD is classified, in words (L5) */
    record View(
            @JsonUnwrapped SelectionOfTask.Summary about,
            String classification,
            String pdNumber,
            String sf52Number,
            UUID sf52,
            FileView sf52File) {}

    @Override
    public View open(TaskContext context) {
        var selection = ofTask.seen(context);
        var hiring = desk.seen(context);
        return new View(
                ofTask.summary(context),
                SelectionPapers.classification(hiring),
                hiring.positionDescription().map(PositionDescription::number).orElse(""),
                selection.sf52Number().orElse(""),
                null,
                null);
    }

    @Override
    public void check(TaskContext context, SelectionPapers answers, Faults faults) {
        var window = pools.byAnnouncement(
                        ofTask.worked(context, Role.HR_SPECIALIST).announcement())
                .window();
        if (!window.isOpenOn(desk.today())) {
            faults.addByRule(
                    "L18",
                    null,
                    "OPM had to be told by " + Dates.inWords(window.lastDay())
                            + ", the last day of the pool. The case has to be closed and another pool used.");
        }
        answers.check(desk.seen(context), documents, faults);
    }

    @Override
    public Routing submit(TaskContext context, SelectionPapers answers) {
        var selection = ofTask.worked(context, Role.HR_SPECIALIST);
        var before = Selections.facts(selection);
        selection.notifiedToOpm(
                answers.pdNumber(),
                answers.sf52Number(),
                answers.sf52In(context.caseNumber(), documents),
                desk.now(),
                desk.today());
        desk.record(context, taskId(), "Told OPM of the wish to select.", before, Selections.facts(selection));
        return Routing.onward();
    }
}
