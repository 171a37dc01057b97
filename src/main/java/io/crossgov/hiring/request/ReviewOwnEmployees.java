package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.OwnEmployeesReview;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Step 4, once own employees had their time to apply to a vacancy filled from another agency's certificate: the qualifications of those who
 * applied were reviewed, before anybody of the certificate is elected (5 U.S.C. 3318(b)).
 */
@FormOf(ReviewOwnEmployees.TASK)
class ReviewOwnEmployees implements TaskForm<ReviewOwnEmployees.Answers> {

    static final String TASK = "review-own-employees";

    private static final int MOST = 100_000;
    private static final String HOW_MANY = "Enter how many of your own employees applied, 0 if nobody did.";
    private static final String TOO_MANY = "Enter a number up to 100,000.";

    private final CaseDesk desk;

    ReviewOwnEmployees(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * @param qualified asked only where somebody applied
     * @param result what was found, and where its papers are
     */
    record Answers(
            @NotNull(message = HOW_MANY) @Min(value = 0, message = HOW_MANY) @Max(value = MOST, message = TOO_MANY)
                    Integer applied,
            @Min(value = 0, message = "Enter how many of them are qualified, 0 if nobody is.")
                    @Max(value = MOST, message = TOO_MANY)
                    Integer qualified,
            @NotNull(message = "Enter the date on which the review was completed.") LocalDate reviewedOn,
            @Size(max = 4000, message = "The result of the review has at most 4000 characters.") @SeveralLines
                    String result) {}

    /** @param toldThem when own employees were told, and until when they could apply, in words */
    record View(
            @JsonUnwrapped CaseHead head,
            String toldThem,
            Integer applied,
            Integer qualified,
            LocalDate reviewedOn,
            String result) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        return new View(
                desk.headOf(hiring),
                "On " + Dates.inWordsIfAny(hiring.ownEmployeesNotifiedOn().orElse(null)) + "; they could apply until "
                        + Dates.inWordsIfAny(hiring.ownEmployeesApplyUntil().orElse(null)) + ".",
                null,
                null,
                desk.today(),
                null);
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        faults.check(() -> desk.mustBeBetween(
                "reviewedOn",
                "The date on which the review was completed",
                answers.reviewedOn(),
                hiring.ownEmployeesApplyUntil().orElse(null),
                "the last day on which they could apply"));
        if (answers.applied() == null) {
            return;
        }
        if (answers.applied() == 0) {
            var nobody = "Nobody applied.";
            faults.addUnlessLeftOut("qualified", answers.qualified(), nobody);
            faults.addUnlessLeftOut("result", answers.result(), nobody);
            return;
        }
        if (answers.qualified() == null) {
            faults.add("qualified", "Enter how many of them are qualified, 0 if nobody is.");
        } else if (answers.qualified() > answers.applied()) {
            faults.add("qualified", "More are qualified than applied. Enter at most " + answers.applied() + ".");
        }
        if (answers.result() == null) {
            faults.add("result", "Write down what the review found and where its papers are kept.");
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        var review = new OwnEmployeesReview(
                answers.reviewedOn(),
                answers.applied(),
                answers.qualified() == null ? 0 : answers.qualified(),
                answers.result());
        hiring.ownEmployeesReviewed(review);
        desk.record(
                context,
                TASK,
                "Reviewed the qualifications of the agency's own employees, completed on "
                        + Dates.inWordsIfAny(review.reviewedOn()) + ": " + review.inWords() + ".",
                null,
                answers);
        return Routing.onward();
    }
}
