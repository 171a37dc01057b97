package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.ToMend;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/** Step 3: OPM approves the request, returns it with a comment, or denies it with a reason (L1, L21). */
@FormOf(DecidePoolAccess.TASK)
class DecidePoolAccess implements TaskForm<DecidePoolAccess.Answers> {

    static final String TASK = "decide-pool-access";

    private final CaseDesk desk;
    private final RequestFile file;
    private final ApplicationEventPublisher events;

    DecidePoolAccess(CaseDesk desk, RequestFile file, ApplicationEventPublisher events) {
        this.desk = desk;
        this.file = file;
        this.events = events;
    }

    /**
     * @param mend what is to be mended, to return: never guessed, for each form named here loses its signature
     * @param comment what is missing, to return; why, to deny
     */
    record Answers(
            @NotNull(message = "Approve the request, return it or deny it.") AccessDecision decision,
            ToMend mend,
            @Size(max = 4000, message = "The comment has at most 4000 characters.") @SeveralLines String comment) {}

    /** @param returnedBefore what OPM wrote when it returned the request last; null when it never did */
    record View(
            @JsonUnwrapped CaseHead head,
            String returnedBefore,
            @JsonUnwrapped RequestFile.Forms forms,
            List<KeyRow> keys,
            String requestStartedOn,
            String priority,
            AccessDecision decision,
            ToMend mend,
            String comment) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        var pool = desk.poolOf(hiring);
        return new View(
                desk.headOf(hiring, pool),
                hiring.accessComment().orElse(null),
                file.of(hiring, pool),
                KeyRow.of(CaseDesk.keys(hiring), pool),
                hiring.requestStartedOn().map(Dates::inWordsIfAny).orElse(null),
                pool.priorityUntil()
                        .map(until -> "This pool is reserved until " + desk.dueDayInWords(until) + " for "
                                + String.join(", ", pool.priorityAgencies()) + ".")
                        .orElse(null),
                null,
                null,
                null);
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.decided(context);
        if (answers.decision() == AccessDecision.RETURNED && answers.mend() == null) {
            faults.add("mend", "Say what has to be mended: what you do not name stays signed.");
        } else if (answers.decision() == AccessDecision.APPROVED || answers.decision() == AccessDecision.DENIED) {
            faults.addUnlessLeftOut("mend", answers.mend(), "Nothing is mended of a request that you do not return.");
        }
        if (answers.decision() == AccessDecision.RETURNED && answers.comment() == null) {
            faults.add("comment", "Say in the comment what is missing.");
        } else if (answers.decision() == AccessDecision.DENIED && answers.comment() == null) {
            faults.add("comment", "Say in the comment why access is denied.");
        } else if (answers.decision() == AccessDecision.APPROVED) {
            var missing = file.check(hiring, desk.poolOf(hiring)).missing();
            if (!missing.isEmpty()) {
                faults.add(
                        "decision",
                        "The request cannot be approved as it is. " + String.join(" ", missing)
                                + " Return it with a comment.");
            }
            desk.poolOf(hiring).keepsOut().ifPresent(sentence -> faults.addByRule("L16", "decision", sentence));
            desk.poolOf(hiring)
                    .keepsOutOfShared(hiring.agency())
                    .ifPresent(sentence -> faults.addByRule("D1", "decision", sentence));
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.decided(context);
        var mend = answers.decision() == AccessDecision.RETURNED ? answers.mend() : null;
        var comment = mend == null ? answers.comment() : mend.sentence() + " " + answers.comment();
        hiring.decideAccess(answers.decision(), mend, comment, desk.now());
        var after = new HashMap<String, Object>();
        after.put("accessDecision", answers.decision());
        if (mend != null) {
            after.put("mend", mend);
        }
        after.put("comment", answers.comment());
        desk.record(
                context,
                TASK,
                switch (answers.decision()) {
                    case APPROVED -> "Approved access to pool " + hiring.announcement() + ".";
                    case RETURNED -> "Returned the request. " + comment;
                    case DENIED -> "Denied access to pool " + hiring.announcement() + ": " + answers.comment();
                },
                null,
                after);
        events.publishEvent(new PoolAccessDecided(hiring.number(), answers.decision()));
        var routing = Routing.of(RoutingVariable.ACCESS_DECISION, answers.decision());
        return mend == null
                ? routing
                : routing.and(Routing.of(RoutingVariable.FORM_A_TO_SIGN, mend.formA()))
                        .and(Routing.of(RoutingVariable.FORM_B_TO_SIGN, mend.formB()));
    }
}
