package io.crossgov.hiring.leaving;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests to leave a pool, for OPM. */
@Component
@Transactional(readOnly = true)
class LeavingList {

    static final int MOST = 200;

    private static final Sort ASKED_FIRST = Sort.by("askedAt", "id");
    private static final Sort DECIDED_LAST = Sort.by(Sort.Direction.DESC, "decidedAt", "id");

    private final LeavingRows rows;
    private final LeavingAsks asks;
    private final LeavingDecisions decisions;
    private final Candidates candidates;
    private final Documents documents;
    private final OfficeClock office;

    LeavingList(
            LeavingRows rows,
            LeavingAsks asks,
            LeavingDecisions decisions,
            Candidates candidates,
            Documents documents,
            OfficeClock office) {
        this.rows = rows;
        this.asks = asks;
        this.decisions = decisions;
        this.candidates = candidates;
        this.documents = documents;
        this.office = office;
    }

    /**
     * Those that wait for OPM, the one asked first first, and those that were decided, the last one first: what can still be undone is
     * among them. At most {@link #MOST} of either.
     *
     * @throws io.crossgov.hiring.common.Refusal 403 unless {@code actor} is OPM staff
     */
    List<LeavingView> of(AnnouncementNumber announcement, List<LeavingState> states, Actor actor) {
        Pools.mustBeOpm(actor);
        var requests = Stream.concat(
                        inOrder(announcement, states, LeavingState.OPEN::equals, ASKED_FIRST),
                        inOrder(announcement, states, state -> state != LeavingState.OPEN, DECIDED_LAST))
                .toList();
        var told = requests.isEmpty()
                ? List.<LeavingAsk>of()
                : asks.of(requests.stream().map(LeavingRequest::id).toList());
        var byRequest = told.stream().collect(groupingBy(LeavingAsk::requestId));
        var about = candidates
                .byIds(requests.stream()
                        .map(LeavingRequest::candidateId)
                        .distinct()
                        .toList())
                .stream()
                .collect(toMap(Candidate::id, Function.identity()));
        var papers = documents.byIds(
                told.stream().flatMap(ask -> ask.papers().stream()).collect(toSet()));
        return requests.stream()
                .map(request -> view(
                        request,
                        about.get(request.candidateId()),
                        byRequest.getOrDefault(request.id(), List.of()).stream()
                                .map(ask -> view(ask, papers))
                                .toList()))
                .toList();
    }

    private Stream<LeavingRequest> inOrder(
            AnnouncementNumber announcement, List<LeavingState> states, Predicate<LeavingState> which, Sort order) {
        var wanted = states.stream().filter(which).toList();
        return wanted.isEmpty()
                ? Stream.of()
                : rows.ofPool(announcement.value(), wanted, order, Limit.of(MOST)).stream();
    }

    private LeavingView view(LeavingRequest request, Candidate candidate, List<LeavingView.Ask> told) {
        var confirmed = request.state() == LeavingState.CONFIRMED;
        var until = confirmed ? decisions.lastDayToUndo(request).orElse(null) : null;
        return new LeavingView(
                request.id(),
                candidate.id(),
                candidate.applicantNumber(),
                candidate.name(),
                request.state(),
                request.state().title(),
                request.askedAt(),
                told,
                request.decidedByName(),
                request.decidedAt(),
                request.decisionReason().orElse(null),
                request.decisionHow().orElse(null),
                until,
                confirmed && (until == null || !office.today().isAfter(until)),
                request.undoneByName(),
                request.undoneAt(),
                request.undoneReason(),
                request.undoneHow());
    }

    private static LeavingView.Ask view(LeavingAsk ask, Map<UUID, StoredDocument> papers) {
        return new LeavingView.Ask(
                ask.agency(),
                ask.caseNumber().value(),
                ask.askedByName(),
                ask.askedAt(),
                ask.papers().stream().map(papers::get).toList());
    }
}
