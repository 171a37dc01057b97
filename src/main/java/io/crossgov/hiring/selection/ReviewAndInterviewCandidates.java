package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Step 4: the workbench works through the API; completing the task closes the case without a further selection, so it is confirmed. */
@FormOf("review-and-interview-candidates")
class ReviewAndInterviewCandidates implements TaskForm<ReviewAndInterviewCandidates.Answers> {

    private final CaseDesk desk;
    private final ReviewAccess access;
    private final Selections selections;
    private final KeptVacancies keptVacancies;
    private final Cases cases;

    ReviewAndInterviewCandidates(
            CaseDesk desk, ReviewAccess access, Selections selections, KeptVacancies keptVacancies, Cases cases) {
        this.desk = desk;
        this.access = access;
        this.selections = selections;
        this.keptVacancies = keptVacancies;
        this.cases = cases;
    }

    record Answers(
            @NotBlank(message = "Say why you will not select anybody else from this pool.")
                    @Size(max = 4000, message = "The reason has at most 4,000 characters.")
                    @SeveralLines
                    String reason,
            @AssertTrue(message = "Check \u201cYes, close this case for good\u201d if that is what you want.")
                    boolean confirmed) {}

    /** No candidate is in here: the workbench reads them from the API, for the person who looks. */
    record View(@JsonUnwrapped CaseHead head, long filled, String reason) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        return new View(
                desk.headOf(hiring),
                selections.ofCase(hiring.number()).stream()
                        .filter(selection -> selection.state() == SelectionState.ONBOARDED)
                        .count(),
                "");
    }

    /** Said besides what else is wrong: whoever cannot close the case at all need not say first why it should be. */
    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        if (!faults.isEmpty()) {
            stillRunning(selections.ofCase(context.caseNumber())).ifPresent(sentence -> faults.add(null, sentence));
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = access.toDecide(context.caseNumber(), context.actor());
        var ofCase = selections.ofCase(hiring.number());
        stillRunning(ofCase).ifPresent(sentence -> {
            throw Refusal.conflict(sentence);
        });
        keptVacancies.refusal(hiring, ofCase).ifPresent(refused -> {
            throw refused;
        });
        cases.explainEnd(hiring, answers.reason());
        desk.record(
                context,
                taskId(),
                "Ended reviewing: nobody else is selected from this pool.",
                null,
                Map.of("reason", answers.reason()));
        return Routing.onward();
    }

    /** Why the case cannot be closed here, as long as a selection runs. */
    private static Optional<String> stillRunning(List<Selection> ofCase) {
        var running = ofCase.stream().filter(Selection::isRunning).count();
        return running == 0
                ? Optional.empty()
                : Optional.of(
                        (running == 1
                                        ? "A selection of this case still runs."
                                        : running + " selections of this case still run.")
                                + " Wait until it ends, or record here that the candidate declined or withdrew; then close the case.");
    }
}
