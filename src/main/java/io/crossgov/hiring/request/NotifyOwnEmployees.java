package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.common.BusinessDay;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Step 4, beside reviewing, for a certificate that another agency shares: the agency tells its own employees and gives them up to ten
 * business days to apply (5 U.S.C. 3318(b)).
 */
@FormOf(NotifyOwnEmployees.TASK)
class NotifyOwnEmployees implements TaskForm<NotifyOwnEmployees.Answers> {

    static final String TASK = "notify-own-employees";

    /** 5 U.S.C. 3318(b): business days the agency's own employees have at most. */
    static final int DAYS_TO_APPLY = 10;

    private final CaseDesk desk;
    private final BusinessDay businessDay;

    NotifyOwnEmployees(CaseDesk desk, BusinessDay businessDay) {
        this.desk = desk;
        this.businessDay = businessDay;
    }

    /**
     * @param how for example by e-mail to all employees, or on the agency's intranet
     * @param applyUntil last day to apply
     */
    record Answers(
            @NotNull(message = "Enter the date on which you told your own employees.") LocalDate notifiedOn,
            @NotBlank(message = "Say how you told your own employees.")
                    @Size(max = 4000, message = "How you told them has at most 4000 characters.")
                    @SeveralLines
                    String how,
            @NotNull(message = "Enter the last day on which they can apply.") LocalDate applyUntil) {}

    /** @param zone where the last day to apply ends */
    record View(@JsonUnwrapped CaseHead head, String zone, LocalDate notifiedOn, String how, LocalDate applyUntil) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        return new View(desk.headOf(hiring), desk.zone(), desk.today(), null, lastDay(desk.today(), businessDay));
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        faults.check(() -> desk.mustBeBetween(
                "notifiedOn",
                "The date on which you told your own employees",
                answers.notifiedOn(),
                hiring.requestStartedOn().orElse(desk.dayOf(hiring.openedAt())),
                "when this request began"));
        if (answers.notifiedOn() != null && answers.applyUntil() != null) {
            faults.check(() -> mustFit(answers.notifiedOn(), answers.applyUntil(), desk.today(), businessDay));
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        hiring.notifyOwnEmployees(answers.notifiedOn(), answers.how(), answers.applyUntil());
        desk.record(
                context,
                TASK,
                "Told the agency's own employees on " + Dates.inWordsIfAny(answers.notifiedOn())
                        + "; they can apply until " + Dates.inWordsIfAny(answers.applyUntil()) + ".",
                null,
                answers);
        return Routing.onward();
    }

    /** The tenth business day after the notice. */
    static LocalDate lastDay(LocalDate notifiedOn, BusinessDay businessDay) {
        return businessDay.after(notifiedOn, DAYS_TO_APPLY);
    }

    /**
     * Nobody dates the time to apply back by recording it late: whoever told them too long ago tells them again.
     *
     * @throws Refusal 400 unless they have some time, at most ten business days, which are not over
     */
    static void mustFit(LocalDate notifiedOn, LocalDate applyUntil, LocalDate today, BusinessDay businessDay) {
        if (!applyUntil.isAfter(notifiedOn)) {
            throw Refusal.invalid("applyUntil", "The last day to apply must be after the day of the notice.");
        }
        if (applyUntil.isBefore(today)) {
            throw Refusal.invalid(
                    "applyUntil",
                    Dates.inWordsIfAny(applyUntil)
                            + " is over, so nobody could apply any more. Enter today or a later day; if"
                            + " you told your own employees too long ago for that, tell them again.");
        }
        var last = lastDay(notifiedOn, businessDay);
        if (applyUntil.isAfter(last)) {
            throw Refusal.invalid(
                    "applyUntil",
                    "Own employees have at most 10 business days to apply: until " + Dates.inWordsIfAny(last) + ".");
        }
    }
}
