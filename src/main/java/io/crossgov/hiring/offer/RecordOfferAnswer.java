package io.crossgov.hiring.offer;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/** Step 8: the candidate's answer to the tentative offer; on acceptance, whether an SF-75 is needed. */
@FormOf("record-offer-answer")
class RecordOfferAnswer implements TaskForm<RecordOfferAnswer.Answers> {

    private final CaseDesk desk;
    private final OfferOfTask ofTask;
    private final Selections selections;
    private final ApplicationEventPublisher events;

    RecordOfferAnswer(CaseDesk desk, OfferOfTask ofTask, Selections selections, ApplicationEventPublisher events) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.selections = selections;
        this.events = events;
    }

    /**
     * @param answeredOn day of the answer or the question; not asked for silence
     * @param federalEmployee asked on acceptance: does or did the candidate work for the federal government
     */
    record Answers(
            @NotNull(message = "Say what the candidate answered.") OfferAnswer answer,
            LocalDate answeredOn,
            @Size(max = 2000, message = "The reason for declining has at most 2,000 characters.") @SeveralLines
                    String declineReason,
            @Size(max = 2000, message = "The candidate's questions have at most 2,000 characters.") @SeveralLines
                    String questions,
            LocalDate newDueOn,
            YesNo federalEmployee,
            @Size(max = 200, message = "The federal agency has at most 200 characters.") String federalAgency) {}

    /** @param delivery what became of the letter with the offer, and until when it can be answered */
    record View(
            Selectee selectee,
            String madeOn,
            String delivery,
            String zone,
            boolean overdue,
            String askedBefore,
            String federalAgencyInPool,
            OfferAnswer answer,
            LocalDate answeredOn,
            String declineReason,
            String questions,
            LocalDate newDueOn,
            YesNo federalEmployee,
            String federalAgency) {}

    @Override
    public View open(TaskContext context) {
        var offer = ofTask.seen(context).facts();
        var tentative = offer.tentative();
        var agency = ofTask.candidate(context).federalAgency();
        var today = desk.today();
        return new View(
                ofTask.selectee(context),
                Words.of(tentative.madeOn()),
                ofTask.delivery(offer),
                desk.zone(),
                tentative.sentOn() != null && today.isAfter(tentative.dueOn()),
                Words.orNothing(tentative.questions()),
                agency.orElse(""),
                null,
                today,
                "",
                "",
                Collections.max(List.of(
                        tentative.dueOn(), today.plusDays(ofTask.agency(context).daysToAnswerOffer()))),
                agency.isPresent() ? YesNo.YES : null,
                agency.orElse(""));
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var made = ofTask.standing(context, OfferOutcome.TENTATIVE_OFFERED).tentative();
        if (answers.answer() == null) {
            return;
        }
        mustBeAsked(answers, faults);
        var today = desk.today();
        switch (answers.answer()) {
            case ACCEPTED ->
                OfferRules.accepted(
                        made.madeOn(), answers.answeredOn(), federal(answers), answers.federalAgency(), today, faults);
            case MORE_INFORMATION -> {
                OfferRules.asked(made, answers.answeredOn(), answers.questions(), answers.newDueOn(), today, faults);
                OfferRules.enoughTime(
                        "newDueOn", answers.newDueOn(), ofTask.agency(context).daysToAnswerOffer(), today, faults);
            }
            case DECLINED ->
                OfferRules.declined(made.madeOn(), answers.answeredOn(), answers.declineReason(), today, faults);
            case NO_ANSWER -> OfferRules.unanswered(made.sentOn(), made.dueOn(), today, faults);
        }
    }

    private static void mustBeAsked(Answers answers, Faults faults) {
        OfferRules.mustBeAsked(answers.answer(), answers.answeredOn(), answers.declineReason(), faults);
        if (answers.answer() != OfferAnswer.MORE_INFORMATION) {
            var noQuestion = "The candidate does not ask for more information.";
            faults.addUnlessLeftOut("questions", answers.questions(), noQuestion);
            faults.addUnlessLeftOut("newDueOn", answers.newDueOn(), noQuestion);
        }
        if (answers.answer() != OfferAnswer.ACCEPTED) {
            var notAccepted = "It is asked when the candidate accepts.";
            faults.addUnlessLeftOut("federalEmployee", answers.federalEmployee(), notAccepted);
            faults.addUnlessLeftOut("federalAgency", answers.federalAgency(), notAccepted);
        } else if (answers.federalEmployee() == YesNo.NO) {
            faults.addUnlessLeftOut(
                    "federalAgency",
                    answers.federalAgency(),
                    "The candidate is neither a current nor a former federal employee.");
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.selectionWorkedOn(context);
        var offer = ofTask.seen(context);
        var before = offer.facts();
        var today = desk.today();
        var routing = Routing.of(RoutingVariable.OFFER_ANSWER, answers.answer().routed());
        switch (answers.answer()) {
            case ACCEPTED -> {
                var federal = federal(answers);
                offer.acceptTentative(answers.answeredOn(), federal, answers.federalAgency(), today);
                selections.tentativeOfferAccepted(selection.id());
                desk.record(context, taskId(), "The candidate accepted the tentative offer.", before, offer.facts());
                return routing.and(Routing.of(RoutingVariable.FEDERAL_EMPLOYEE, federal));
            }
            case MORE_INFORMATION -> {
                var promised = before.tentative().dueOn();
                offer.moreInformation(answers.answeredOn(), answers.questions(), answers.newDueOn(), today);
                if (answers.newDueOn().isAfter(promised)) {
                    events.publishEvent(new AnswerDayMoved(context.caseNumber(), selection.id(), answers.newDueOn()));
                }
                desk.record(
                        context,
                        taskId(),
                        "The candidate asked for more information; the offer is now open until "
                                + Words.of(answers.newDueOn()) + ".",
                        before,
                        offer.facts());
            }
            case DECLINED -> {
                offer.declineTentative(answers.answeredOn(), answers.declineReason(), today);
                desk.record(context, taskId(), "The candidate declined the tentative offer.", before, offer.facts());
            }
            case NO_ANSWER -> {
                offer.noAnswerToTentative(today);
                desk.record(
                        context,
                        taskId(),
                        "The candidate did not answer the tentative offer in time; that counts as declined.",
                        before,
                        offer.facts());
            }
        }
        return routing;
    }

    /** Null when nobody has said so. */
    private static Boolean federal(Answers answers) {
        return answers.federalEmployee() == null
                ? null
                : Boolean.valueOf(answers.federalEmployee().isYes());
    }
}
