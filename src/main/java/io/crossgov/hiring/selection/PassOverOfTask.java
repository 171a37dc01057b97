package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Decider;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.task.TaskContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The request to pass over somebody behind a task, for whoever may see it or act on it, and what stands at the top of both forms. */
@Component
class PassOverOfTask {

    private final CaseDesk desk;
    private final PassOvers passOvers;
    private final Candidates candidates;
    private final OfficeClock office;

    PassOverOfTask(CaseDesk desk, PassOvers passOvers, Candidates candidates, OfficeClock office) {
        this.desk = desk;
        this.passOvers = passOvers;
        this.candidates = candidates;
        this.office = office;
    }

    /** The top of both forms. */
    record Summary(
            @JsonUnwrapped CaseHead head,
            String candidateName,
            String applicantNumber,
            String category,
            String preference) {}

    /** @throws Refusal 404 when unknown or another agency's */
    PassOver seen(TaskContext context) {
        var request = passOvers.byId(context.passOverId());
        if (!request.isOf(context.caseNumber()) || !context.actor().maySee(request.agency())) {
            throw PassOvers.unknown();
        }
        return request;
    }

    /** The request, for a manager or HR of the asking agency. @throws Refusal 403 for anybody else */
    PassOver worked(TaskContext context) {
        var request = seen(context);
        context.actor().mustWorkFor(request.agency(), "asking");
        context.actor().mustHave(Role.HIRING_MANAGER, Role.HR_SPECIALIST);
        return request;
    }

    /** The request, for OPM on one side (L21). @throws Refusal 403 for anybody else, 409 when the agency decides it */
    PassOver decided(TaskContext context) {
        var request = seen(context);
        CaseDesk.mustBeOnOneSide(context.actor(), request.agency(), request::wasMadeBy);
        mustBeFor(request, Decider.OPM);
        return request;
    }

    /**
     * The request, for HR of the asking agency that decides itself, and for nobody who asked or filed (L21).
     *
     * @throws Refusal 403 for anybody else, 409 when OPM decides it
     */
    PassOver decidedByAgency(TaskContext context) {
        var request = seen(context);
        context.actor().mustWorkFor(request.agency(), "asking");
        context.actor().mustHave(Role.HR_SPECIALIST);
        if (request.wasMadeBy(context.actor().userId())) {
            throw Refusal.notYours(
                    "You asked for this or gave the reasons: somebody else at your agency decides, so that nobody decides on both sides.");
        }
        mustBeFor(request, Decider.AGENCY);
        return request;
    }

    private static void mustBeFor(PassOver request, Decider decider) {
        if (request.decider() != decider) {
            throw Refusal.conflictByRule(
                    "L15",
                    decider == Decider.OPM
                            ? "The agency decides this request itself, as it has delegated examining authority."
                            : "Only OPM can decide this request.");
        }
    }

    Summary summary(TaskContext context) {
        var request = seen(context);
        var hiring = desk.seen(context);
        var candidate = candidates.byId(request.candidateId());
        return new Summary(
                desk.headOf(hiring),
                candidate.name(),
                candidate.applicantNumber(),
                CandidateRow.category(candidate),
                request.preference().title());
    }

    /** What was denied before about the candidate and the position, in this case or another one, with both sides' reasons; asked of new facts. */
    Optional<String> earlier(TaskContext context, PassOver request) {
        return request.newFacts().isEmpty()
                ? Optional.empty()
                : passOvers.deniedBefore(desk.seen(context), request).map(denied -> earlier(request, denied));
    }

    private String earlier(PassOver request, PassOver denied) {
        return "An earlier request was denied"
                + denied.decidedAt()
                        .map(at -> " on " + Dates.inWords(office.dayOf(at)))
                        .orElse("")
                + (denied.isOf(request.caseNumber()) ? "" : " in case " + denied.caseNumber())
                + "."
                + denied.reasons()
                        .map(reasons -> " The agency\u2019s reasons then: " + reasons)
                        .orElse("")
                + denied.decisionReason()
                        .map(reason -> " Why it was denied: " + reason)
                        .orElse("");
    }

    /** Whether the candidate is on record now with what he or she was not heard about: the agency asked before that was known (L15). */
    boolean hasToBeHeardSince(PassOver request) {
        if (PassOverRequest.mustBeHeard(request.preference())) {
            return false;
        }
        return PassOverRequest.mustBeHeard(Persons.preference(shared(request)));
    }

    /** Whether any of the person's records says that he or she is a displaced employee: whether that is a priority here, the list tells. */
    boolean claimsPriority(PassOver request) {
        return shared(request).anyMatch(record -> record.priorityStatus() != PriorityStatus.NONE);
    }

    /** The records of the person that the agency may know. */
    private Stream<Candidate> shared(PassOver request) {
        var candidate = candidates.byId(request.candidateId());
        return candidates.ofPerson(candidate.announcement(), candidate.id()).stream()
                .filter(record -> record.optedIn() || record.id().equals(candidate.id()));
    }
}
