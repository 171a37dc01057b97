package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.FileView;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.request.ReemploymentClearance;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;

/** Step 5: HR tells OPM whom the agency wants to select, with the numbers of the PD and of the SF-52 (M7). */
@FormOf("notify-opm-of-selection")
class NotifyOpmOfSelection implements TaskForm<NotifyOpmOfSelection.Answers> {

    private final CaseDesk desk;
    private final SelectionOfTask ofTask;
    private final Documents documents;
    private final Pools pools;
    private final ReemploymentClearance clearance;

    NotifyOpmOfSelection(
            CaseDesk desk, SelectionOfTask ofTask, Documents documents, Pools pools, ReemploymentClearance clearance) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.documents = documents;
        this.pools = pools;
        this.clearance = clearance;
    }

    /**
     * @param pdNumber as in {@link SelectionPapers}
     * @param rplStillCleared asked when the Reemployment Priority List was cleared long ago (L7)
     */
    record Answers(
            @Size(max = 40, message = "The number of the position description has at most 40 characters.")
                    String pdNumber,
            @NotBlank(message = "Enter the SF-52 number (Request for Personnel Action).")
                    @Size(max = 40, message = "The SF-52 number has at most 40 characters.")
                    String sf52Number,
            UUID sf52,
            YesNo rplStillCleared) {

        private SelectionPapers papers() {
            return new SelectionPapers(pdNumber, sf52Number, sf52);
        }

        /** @param toConfirm why HR has to say it again; empty when it need not */
        private void checkClearance(Optional<String> toConfirm, Faults faults) {
            if (toConfirm.isEmpty()) {
                faults.addUnlessLeftOut(
                        "rplStillCleared",
                        rplStillCleared,
                        "The Reemployment Priority List need not be confirmed again.");
            } else if (rplStillCleared == null) {
                faults.addByRule(
                        "L7",
                        "rplStillCleared",
                        "Say whether the Reemployment Priority List is still cleared for this position. "
                                + toConfirm.get());
            } else if (rplStillCleared == YesNo.NO) {
                faults.addByRule(
                        "L7",
                        "rplStillCleared",
                        "OPM cannot be told while somebody on the Reemployment Priority List comes first. Consider that"
                                + " person first: when the list is cleared again, complete this task; when the person gets"
                                + " the position, the case is closed.");
            }
        }
    }

    /**
     * @param classification whether the PD is classified, in words (L5)
     * @param rplToConfirm why HR has to say again that the Reemployment Priority List is cleared (L7); null when it need not
     */
    record View(
            @JsonUnwrapped SelectionOfTask.Summary about,
            String classification,
            String pdNumber,
            String sf52Number,
            UUID sf52,
            FileView sf52File,
            String rplToConfirm,
            YesNo rplStillCleared) {}

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
                null,
                clearance.toConfirm(hiring).orElse(null),
                null);
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var window = pools.byAnnouncement(
                        ofTask.worked(context, Role.HR_SPECIALIST).announcement())
                .window();
        if (!window.isOpenOn(desk.today())) {
            faults.addByRule(
                    "L18",
                    null,
                    "OPM had to be told by " + Dates.inWords(window.lastDay())
                            + ", the last day of the pool. The case has to be closed and another pool used.");
            // Nothing else that HR could put right would help.
            return;
        }
        var hiring = desk.seen(context);
        answers.papers().check(hiring, documents, faults);
        answers.checkClearance(clearance.toConfirm(hiring), faults);
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.worked(context, Role.HR_SPECIALIST);
        var hiring = desk.seen(context);
        if (clearance.toConfirm(hiring).isPresent()) {
            clearance.confirm(hiring, context.actor());
        }
        var before = Selections.facts(selection);
        selection.notifiedToOpm(
                answers.pdNumber(),
                answers.sf52Number(),
                answers.papers().sf52In(context.caseNumber(), documents),
                desk.now(),
                desk.today());
        desk.record(context, taskId(), "Told OPM of the wish to select.", before, Selections.facts(selection));
        return Routing.onward();
    }
}
