package io.crossgov.hiring.offer;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.selection.OfferNotTaken;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.selection.WithdrawalScope;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Step 8: to whom the candidate is lost. Without a scope there is no withdrawal, and from all agencies none without a paper (L9). */
@FormOf("determine-withdrawal-scope")
class DetermineWithdrawalScope implements TaskForm<DetermineWithdrawalScope.Answers> {

    private final CaseDesk desk;
    private final OfferOfTask ofTask;
    private final Selections selections;
    private final Documents documents;

    DetermineWithdrawalScope(CaseDesk desk, OfferOfTask ofTask, Selections selections, Documents documents) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.selections = selections;
        this.documents = documents;
    }

    /** @param documents what the candidate sent, on file in the case as {@link DocumentPurpose#WITHDRAWAL}; for one agency none is fine */
    record Answers(
            WithdrawalScope scope,
            @Size(max = 10, message = "Attach at most ten documents.") List<UUID> documents,
            @Size(max = 2000, message = "The note has at most 2,000 characters.") @SeveralLines String note) {}

    /** @param caseNumber where uploads go */
    record View(
            String caseNumber,
            Selectee selectee,
            String outcome,
            String reason,
            WithdrawalScope scope,
            List<UUID> documents,
            String note) {}

    @Override
    public View open(TaskContext context) {
        var facts = ofTask.seen(context).facts();
        var selectee = ofTask.selectee(context);
        return new View(
                selectee.head().caseNumber().value(),
                selectee,
                facts.standing(),
                Words.orNothing(facts.lostBecause()),
                null,
                List.of(),
                "");
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        ofTask.selectionWorkedOn(context);
        OfferRules.withdrawal(answers.scope(), answers.documents(), faults);
        faults.check(() -> attached(context, answers));
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var selection = ofTask.selectionWorkedOn(context);
        var offer = ofTask.seen(context);
        var before = offer.facts();
        var papers = attached(context, answers);
        offer.withdraw(answers.scope(), answers.note(), papers, desk.today());
        desk.record(
                context,
                taskId(),
                answers.scope() == WithdrawalScope.ALL_AGENCIES
                        ? "The candidate asks to withdraw from all agencies; OPM decides. Until then the candidate is available to the others."
                        : "The candidate declines this agency only and is available to the others again.",
                before,
                offer.facts());
        // Last, so that everything it sets off finds this offer and its selection ended.
        selections.declined(
                selection.id(),
                answers.scope(),
                new OfferNotTaken(papers, before.unansweredUntil().orElse(null)),
                context.actor());
        return Routing.of(RoutingVariable.WITHDRAWAL_SCOPE, answers.scope());
    }

    private List<UUID> attached(TaskContext context, Answers answers) {
        return answers.documents() == null
                ? List.of()
                : answers.documents().stream()
                        .map(id -> documents
                                .inCase(context.caseNumber(), id, DocumentPurpose.WITHDRAWAL, "documents")
                                .id())
                        .distinct()
                        .toList();
    }
}
