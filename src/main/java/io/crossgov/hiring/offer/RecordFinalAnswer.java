package io.crossgov.hiring.offer;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Step 8: the candidate's answer to the final offer. */
@FormOf("record-final-answer")
class RecordFinalAnswer implements TaskForm<RecordFinalAnswer.Answers> {

    private static final String NO_QUESTIONS =
            "The final offer is accepted or declined; questions belong to the tentative offer.";

    private final CaseDesk desk;
    private final OfferOfTask ofTask;
    private final Selections selections;

    RecordFinalAnswer(CaseDesk desk, OfferOfTask ofTask, Selections selections) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.selections = selections;
    }

    /** @param answeredOn not asked for silence */
    record Answers(
            @NotNull(message = "Say what the candidate answered.") OfferAnswer answer,
            LocalDate answeredOn,
            @Size(max = 2000, message = "The reason for declining has at most 2,000 characters.") @SeveralLines
                    String declineReason) {}

    /** @param delivery what became of the letter with the offer, and until when it can be answered */
    record View(
            Selectee selectee,
            String madeOn,
            String delivery,
            String startOn,
            boolean overdue,
            OfferAnswer answer,
            LocalDate answeredOn,
            String declineReason) {}

    @Override
    public View open(TaskContext context) {
        var facts = ofTask.withFinalOffer(context);
        var made = facts.finalOffer();
        var today = desk.today();
        return new View(
                ofTask.selectee(context),
                Words.of(made.madeOn()),
                ofTask.delivery(facts),
                Words.of(made.startOn()),
                made.sentOn() != null && today.isAfter(made.dueOn()),
                null,
                today,
                "");
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var made = ofTask.standing(context, OfferOutcome.FINAL_OFFERED).finalOffer();
        if (answers.answer() == null) {
            return;
        }
        OfferRules.mustBeAsked(answers.answer(), answers.answeredOn(), answers.declineReason(), faults);
        var today = desk.today();
        switch (answers.answer()) {
            case ACCEPTED -> OfferRules.answered(made.madeOn(), answers.answeredOn(), today, faults);
            case DECLINED ->
                OfferRules.declined(made.madeOn(), answers.answeredOn(), answers.declineReason(), today, faults);
            case NO_ANSWER -> OfferRules.unanswered(made.sentOn(), made.dueOn(), today, faults);
            case MORE_INFORMATION -> faults.add("answer", NO_QUESTIONS);
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.selectionWorkedOn(context);
        var offer = ofTask.seen(context);
        var before = offer.facts();
        var today = desk.today();
        var sentence =
                switch (answers.answer()) {
                    case ACCEPTED -> {
                        offer.acceptFinal(answers.answeredOn(), today);
                        selections.finalOfferAccepted(selection.id());
                        yield "The candidate accepted the final offer.";
                    }
                    case DECLINED -> {
                        offer.declineFinal(answers.answeredOn(), answers.declineReason(), today);
                        yield "The candidate declined the final offer.";
                    }
                    case NO_ANSWER -> {
                        offer.noAnswerToFinal(today);
                        yield "The candidate did not answer the final offer in time; that counts as declined.";
                    }
                    case MORE_INFORMATION -> throw Refusal.invalid("answer", NO_QUESTIONS);
                };
        desk.record(context, taskId(), sentence, before, offer.facts());
        return Routing.of(RoutingVariable.FINAL_ANSWER, answers.answer().routed());
    }
}
