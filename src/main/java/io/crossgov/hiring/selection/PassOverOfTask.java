package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Decider;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.law.RequestsAboutOne;
import io.crossgov.hiring.law.SamePosition;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.task.TaskContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The request to pass over somebody behind a task, for whoever may see it or act on it, and what stands at the top of both forms. */
@Component
class PassOverOfTask {

    private static final String UNSURE =
            " It is not sure whether that is the same position: a number of the position description is missing, or it is another part of"
                    + " the agency.";

    private final CaseDesk desk;
    private final PassOvers passOvers;
    private final Agencies agencies;
    private final Candidates candidates;
    private final CandidateAvailability availability;
    private final OfficeClock office;

    PassOverOfTask(
            CaseDesk desk,
            PassOvers passOvers,
            Agencies agencies,
            Candidates candidates,
            CandidateAvailability availability,
            OfficeClock office) {
        this.desk = desk;
        this.passOvers = passOvers;
        this.agencies = agencies;
        this.candidates = candidates;
        this.availability = availability;
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

    /**
     * What else the agency asked about the candidate for the position, in whichever of its cases, before or at the same time: where each stands,
     * with both sides' reasons, one paragraph each; empty when nothing. Nobody decides, or gives reasons, without it (L15).
     */
    String others(TaskContext context, PassOver request) {
        var hiring = desk.seen(context);
        return passOvers.forPosition(hiring, request).stream()
                .filter(other -> !other.passOver().id().equals(request.id()))
                .map(other -> told(other, hiring, request))
                .collect(Collectors.joining("\n\n"));
    }

    private String told(PositionPassOver other, HiringCase hiring, PassOver request) {
        var told = other.passOver();
        var inCase = told.isOf(request.caseNumber()) ? "" : " in case " + told.caseNumber();
        return (told.askedAt().isAfter(request.askedAt()) || told.state().isPending() ? "Another" : "An earlier")
                + (told.isObjection() ? " objection " : " request ")
                + switch (told.state()) {
                    case ASKED -> "was made" + inCase + "; its reasons are not filed yet.";
                    case FILED ->
                        "waits for its decision" + inCase + ", filed"
                                + told.filedOn()
                                        .map(day -> " on " + Dates.inWords(day))
                                        .orElse("") + ".";
                    case SUSTAINED -> "was sustained" + on(told.decidedAt()) + inCase + ".";
                    case DENIED -> "was denied" + on(told.decidedAt()) + inCase + ".";
                    case WITHDRAWN -> "was withdrawn by the agency" + on(told.endedAt()) + inCase + ".";
                    case MOOT -> "was not needed any more" + on(told.endedAt()) + inCase + ".";
                }
                + (other.as(hiring) == SamePosition.UNSURE ? UNSURE : "")
                + said(" The agency\u2019s reasons: ", told.reasons())
                + said(" What was new then: ", told.newFacts())
                + said(" The reason of the decision: ", told.decisionReason());
    }

    private String on(Optional<Instant> at) {
        return at.map(moment -> " on " + Dates.inWords(office.dayOf(moment))).orElse("");
    }

    private static String said(String words, Optional<String> text) {
        return text.map(words::concat).orElse("");
    }

    /**
     * That nothing is decided against what was decided about the same person and position (L15; 5 U.S.C. 3318(c)(1)): read once nobody else
     * decides about the person any more.
     *
     * @throws Refusal 400 by L15 naming the decision
     */
    void mustAgree(TaskContext context, PassOver request, boolean sustained) {
        var hiring = desk.seen(context);
        var all = passOvers.forPosition(hiring, request);
        var asked = all.stream().map(other -> other.seenFrom(hiring)).toList();
        if (sustained) {
            var itself = asked.stream()
                    .filter(other -> other.id().equals(request.id()))
                    .findFirst()
                    .orElseThrow();
            RequestsAboutOne.denialAgainst(itself, asked).ifPresent(denial -> {
                throw Refusal.byRule(
                        "L15",
                        "decision",
                        "A request about this candidate was denied" + decided(all, denial)
                                + (denial.position() == SamePosition.UNSURE
                                        ? ", for a position that may be the same (nobody can say yet)"
                                        : ", for the same position")
                                + ", and this one does not say what was not known then. Deny it; the agency can then ask again with new facts.");
            });
        } else if (!request.isObjection()) {
            RequestsAboutOne.sustainedBefore(asked).ifPresent(before -> {
                throw Refusal.byRule(
                        "L15",
                        "decision",
                        "Passing over this candidate for the same position was sustained" + decided(all, before)
                                + " and stands. Sustain this request, too, or have the agency withdraw it.");
            });
        }
    }

    private String decided(List<PositionPassOver> all, RequestsAboutOne.Request which) {
        return all.stream()
                .map(PositionPassOver::passOver)
                .filter(request -> request.id().equals(which.id()))
                .map(request -> on(request.decidedAt()) + " in case " + request.caseNumber())
                .findFirst()
                .orElseThrow();
    }

    /** Whoever else is about to decide about the person waits, and then finds what this transaction leaves. */
    void keepsPerson(PassOver request) {
        availability.keepPerson(request.candidateId());
    }

    /** What is on record of the person now, and never less than before: a later import may say of somebody what nobody knew (L15, L22). */
    VeteransPreference preferenceNow(PassOver request) {
        return PassOverRequest.mustBeHeard(request.preference())
                ? request.preference()
                : request.preference().or(Persons.preference(shared(request)));
    }

    /** Who decides such a request of the agency about somebody with that preference. */
    Decider decider(PassOver request, VeteransPreference preference, ObjectionGround ground) {
        var agency = agencies.byCode(request.agency());
        return Decider.of(preference, ground.isMedical(), agency.isDelegatedExaminer(), agency.decidesOwnPassOvers());
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
