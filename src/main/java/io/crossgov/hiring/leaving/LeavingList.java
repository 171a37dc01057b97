package io.crossgov.hiring.leaving;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests to leave a pool, for OPM. */
@Component
@Transactional(readOnly = true)
class LeavingList {

    private static final int MOST = 200;

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
     * Those in one of these states, the one asked first first.
     *
     * @throws io.crossgov.hiring.common.Refusal 403 unless {@code actor} is OPM staff
     */
    List<LeavingView> of(AnnouncementNumber announcement, List<LeavingState> states, Actor actor) {
        Pools.mustBeOpm(actor);
        var requests = rows.ofPool(announcement.value(), states, Limit.of(MOST));
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
        return requests.stream()
                .map(request -> view(
                        request, about.get(request.candidateId()), byRequest.getOrDefault(request.id(), List.of())))
                .toList();
    }

    private LeavingView view(LeavingRequest request, Candidate candidate, List<LeavingAsk> told) {
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
                told.stream().map(this::view).toList(),
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

    private LeavingView.Ask view(LeavingAsk ask) {
        return new LeavingView.Ask(
                ask.agency(),
                ask.caseNumber().value(),
                ask.askedByName(),
                ask.askedAt(),
                ask.papers().stream()
                        .map(id -> documents.inCase(ask.caseNumber(), id, DocumentPurpose.WITHDRAWAL))
                        .toList());
    }
}
