package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.CaseHeads;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.task.TaskContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the task forms of a pass-over share: the request behind a task, who may decide, and what stands at a form's top. */
@Component
class PassOverDesk {

    private final PassOvers passOvers;
    private final Cases cases;
    private final CaseHeads heads;
    private final Candidates candidates;
    private final DecisionLog audit;
    private final OfficeClock office;
    private final Clock clock;

    PassOverDesk(
            PassOvers passOvers,
            Cases cases,
            CaseHeads heads,
            Candidates candidates,
            DecisionLog audit,
            OfficeClock office,
            Clock clock) {
        this.passOvers = passOvers;
        this.cases = cases;
        this.heads = heads;
        this.candidates = candidates;
        this.audit = audit;
        this.office = office;
        this.clock = clock;
    }

    /** The top of both forms. */
    record Summary(
            @JsonUnwrapped CaseHead head,
            String candidateName,
            String applicantNumber,
            String category,
            String preference) {}

    /** @throws Refusal 404 when unknown or another agency's */
    PassOver request(TaskContext context) {
        var request = passOvers.byId(context.passOverId());
        if (!request.isOf(context.caseNumber()) || !context.actor().maySee(request.agency())) {
            throw PassOvers.unknown();
        }
        return request;
    }

    /** The request, for a manager or HR of the asking agency. @throws Refusal 403 for anybody else */
    PassOver requestOfAgency(TaskContext context) {
        var request = request(context);
        if (!context.actor().worksFor(request.agency())) {
            throw Refusal.notYours("Only people of the asking agency can do this.");
        }
        context.actor().mustHave(Role.HIRING_MANAGER, Role.HR_SPECIALIST);
        return request;
    }

    /** The request, for OPM staff who do not work for the agency that asks (L21). @throws Refusal 403 for anybody else */
    PassOver requestForOpm(TaskContext context) {
        var request = request(context);
        context.actor().mustHave(Role.OPM_CROSS_GOV);
        if (context.actor().worksFor(request.agency())) {
            throw Refusal.notYours("Nobody decides on both sides: somebody outside the asking agency does this.");
        }
        if (request.wasMadeBy(context.actor().userId())) {
            throw Refusal.notYours("Nobody decides on both sides: you made this request for the agency,"
                    + " so somebody else at OPM decides.");
        }
        return request;
    }

    Summary summary(TaskContext context) {
        var request = request(context);
        HiringCase hiring = cases.visible(context.caseNumber(), context.actor());
        var candidate = candidates.byId(request.candidateId());
        return new Summary(
                heads.of(hiring),
                candidate.name(),
                candidate.applicantNumber(),
                CandidateRow.category(candidate),
                request.preference().title());
    }

    /** Whether the candidate is on record now with what he or she was not heard about: the agency asked before that was known (L15). */
    boolean hasToBeHeardSince(PassOver request) {
        return !PassOverRequest.mustBeHeard(request.preference())
                && PassOverRequest.mustBeHeard(
                        candidates.byId(request.candidateId()).preference());
    }

    /** As {@link OfficeClock#dueDayInWords}. */
    String dueDayInWords(LocalDate day) {
        return office.dueDayInWords(day);
    }

    LocalDate today() {
        return office.today();
    }

    Instant now() {
        return clock.instant();
    }

    void decided(TaskContext context, String taskId, String sentence, Object before, Object after) {
        audit.record(DecisionLog.Entry.inCase(context.caseNumber(), context.actor(), taskId, sentence, before, after));
    }
}
