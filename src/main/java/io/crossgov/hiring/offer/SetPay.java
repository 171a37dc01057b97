package io.crossgov.hiring.offer;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Step 8: the pay of the new position. */
@FormOf("set-pay")
class SetPay implements TaskForm<SetPay.Answers> {

    private final CaseDesk desk;
    private final OfferOfTask ofTask;

    SetPay(CaseDesk desk, OfferOfTask ofTask) {
        this.desk = desk;
        this.ofTask = ofTask;
    }

    /**
     * @param step 1 to 10; none in pay plans without steps
     * @param annualRate US dollars a year
     * @param ground why this rate, in words
     */
    record Answers(
            @NotNull(message = "Give the pay plan, for example GS.")
                    @Pattern(regexp = "[A-Za-z]{2}", message = "The pay plan has two letters, for example GS.")
                    String payPlan,
            @NotNull(message = "Give the grade, for example 13.")
                    @Pattern(regexp = "\\d{1,2}", message = "The grade has one or two digits, for example 13.")
                    String grade,
            @Min(value = 1, message = "The step is a number from 1 to 10.")
                    @Max(value = 10, message = "The step is a number from 1 to 10.")
                    Integer step,
            @NotNull(message = "Give the pay in dollars a year.")
                    @DecimalMin(value = "1", message = "The pay is more than nothing: give it in dollars a year.")
                    @Digits(
                            integer = 7,
                            fraction = 2,
                            message = "Give the pay in dollars a year, with at most seven digits and two decimals.")
                    BigDecimal annualRate,
            @NotNull(message = "Give the day from which the pay takes effect.") LocalDate effectiveOn,
            @Size(max = 2000, message = "The ground for the pay has at most 2,000 characters.") @SeveralLines
                    String ground) {}

    record View(
            Selectee selectee,
            String payPlan,
            String grade,
            Integer step,
            BigDecimal annualRate,
            LocalDate effectiveOn,
            String ground) {}

    @Override
    public View open(TaskContext context) {
        var selectee = ofTask.selectee(context);
        var position = PayGrade.of(selectee.grade());
        return new View(selectee, position.plan(), position.grade(), null, null, null, "");
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        ofTask.selectionWorkedOn(context);
        OfferRules.pay(answers.effectiveOn(), desk.today(), faults);
        if (faults.isAt("payPlan") || faults.isAt("grade")) {
            return;
        }
        var position = ofTask.selectee(context).grade();
        var set = new PayGrade(answers.payPlan(), answers.grade());
        if (!position.isEmpty() && !set.equals(PayGrade.of(position))) {
            faults.addByRule(
                    "L4", "grade", "The pay is set at " + set + ", but the position of this case is " + position + ".");
        }
        if (set.hasSteps() && answers.step() == null) {
            faults.add("step", "Give the step, a number from 1 to 10.");
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        ofTask.selectionWorkedOn(context);
        var set = new PayGrade(answers.payPlan(), answers.grade());
        var offer = ofTask.seen(context);
        var before = offer.facts();
        offer.payIsSet(
                new OfferFacts.Pay(
                        set.plan(),
                        set.grade(),
                        answers.step(),
                        answers.annualRate(),
                        answers.effectiveOn(),
                        answers.ground()),
                desk.today());
        desk.record(context, taskId(), "The pay was set at " + set + ".", before, offer.facts());
        return Routing.onward();
    }
}
