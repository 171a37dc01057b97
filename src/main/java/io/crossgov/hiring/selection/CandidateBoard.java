package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.Candidate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The live list behind the workbench. */
@Service
@Transactional(readOnly = true)
class CandidateBoard {

    private final ReviewAccess access;
    private final CaseCandidates caseCandidates;
    private final Documents documents;
    private final OfficeClock office;

    CandidateBoard(ReviewAccess access, CaseCandidates caseCandidates, Documents documents, OfficeClock office) {
        this.access = access;
        this.caseCandidates = caseCandidates;
        this.documents = documents;
        this.office = office;
    }

    /**
     * The candidates of a case. When the pool's window is over, an agency sees only those it holds a selection of (L18); when the case is
     * closed, only those it hired, without their papers and alternates.
     *
     * @throws io.crossgov.hiring.common.Refusal as {@link ReviewAccess#toSee}
     */
    CandidateList of(CaseNumber number, Actor actor) {
        var hiring = access.toSee(number, actor);
        var closedToReader = !hiring.isOpen() && !actor.isOpmStaff();
        var known = caseCandidates.of(hiring);
        var shown = known.people().stream()
                .filter(candidate -> actor.isOpmStaff()
                        || (closedToReader
                                ? known.heldSelection(candidate.id()).isPresent()
                                : isShown(known, candidate.id())))
                .toList();
        var files = closedToReader
                ? Map.<UUID, List<StoredDocument>>of()
                : documents.ofCandidates(shown.stream()
                        .flatMap(candidate -> known.recordsOf(candidate.id()))
                        .toList());
        var situation = caseCandidates.today(known);
        var names = known.people().stream().collect(toMap(Candidate::id, Candidate::name));
        var electable = new Electable(known, situation);
        var obstacles = new Obstacles();
        var rows = shown.stream()
                .map(candidate -> CandidateRow.of(
                        known,
                        situation,
                        electable,
                        candidate,
                        closedToReader ? List.of() : alternateNames(known, candidate.id(), names),
                        known.recordsOf(candidate.id())
                                .flatMap(record -> files.getOrDefault(record, List.of()).stream())
                                .toList(),
                        obstacles,
                        actor))
                .toList();
        return new CandidateList(
                number,
                hiring.agency(),
                hiring.positionTitle(),
                hiring.announcement(),
                known.pool().label(),
                hiring.vacancies(),
                known.vacanciesTaken(),
                hiring.dutyLocations(),
                known.pool().window().lastDay(),
                office.today(),
                ReviewAccess.mayReview(hiring, actor),
                ReviewAccess.mayElect(hiring, actor),
                closedToReader ? closed(hiring, rows) : null,
                electingRefused(known, situation),
                closedToReader ? CandidateList.Referral.NONE : CandidateList.Referral.of(known),
                OrderOfSelection.checkCase(situation) instanceof Ruling.Refused || !hiring.isOpen()
                        ? List.of()
                        : CandidateList.NextAlternate.of(known),
                WorkbenchWords.in(office.zone()),
                obstacles.told(),
                rows);
    }

    /** Whether the agency may see the candidate today. */
    boolean isShown(CaseCandidates.Known known, UUID candidateId) {
        return !known.pool().window().isOverOn(office.today())
                || known.heldSelection(candidateId).isPresent();
    }

    private static String closed(HiringCase hiring, List<CandidateRow> hired) {
        return hiring.closedInWords() + " With it, its candidates are closed to your agency: "
                + (hired.isEmpty() ? "it hired nobody." : "you read here about those it hired.");
    }

    private static String electingRefused(CaseCandidates.Known known, Situation situation) {
        if (!known.hiring().isOpen()) {
            return "The case is closed.";
        }
        return OrderOfSelection.checkCase(situation) instanceof Ruling.Refused refused
                ? refused.sentence(known::name)
                : null;
    }

    private static List<String> alternateNames(CaseCandidates.Known known, UUID candidateId, Map<UUID, String> names) {
        return known.heldSelection(candidateId)
                .map(selection -> selection.alternates().stream()
                        .map(alternate -> names.getOrDefault(alternate, ""))
                        .toList())
                .orElse(List.of());
    }
}
