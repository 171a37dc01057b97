package io.crossgov.hiring.selection;

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
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The live list behind the workbench. */
@Service
@Transactional(readOnly = true)
class CandidateBoard {

    private final ReviewAccess access;
    private final CaseCandidates caseCandidates;
    private final LeavingOut leavingOut;
    private final Documents documents;
    private final ListMark mark;
    private final OfficeClock office;

    CandidateBoard(
            ReviewAccess access,
            CaseCandidates caseCandidates,
            LeavingOut leavingOut,
            Documents documents,
            ListMark mark,
            OfficeClock office) {
        this.access = access;
        this.caseCandidates = caseCandidates;
        this.leavingOut = leavingOut;
        this.documents = documents;
        this.mark = mark;
        this.office = office;
    }

    /**
     * A page of the candidates of a case who are looked for. When the pool's window is over, an agency sees only those it holds a selection
     * of (L18); when the case is closed, only those it hired, without their papers and alternates.
     *
     * @param from how many of them to leave out; where there are no more, the last page is shown
     * @param has whether the reader has the answer of that mark
     * @throws io.crossgov.hiring.common.Refusal as {@link ReviewAccess#toSee}
     */
    Marked<CandidateList> of(CaseNumber number, Sought sought, int from, Predicate<String> has, Actor actor) {
        var now = mark.of(number, actor, sought, from);
        var hiring = access.toSee(number, actor);
        return unless(has.test(now), now, () -> list(hiring, sought, from, actor));
    }

    private CandidateList list(HiringCase hiring, Sought sought, int from, Actor actor) {
        var shown = shownTo(actor, hiring);
        var known = shown.known();
        var found = shown.found(sought);
        var start = pageOf(from, found.size());
        var page = found.subList(start, Math.min(start + CandidateList.PAGE, found.size()));
        return new CandidateList(
                hiring.number(),
                hiring.agency(),
                hiring.positionTitle(),
                hiring.announcement(),
                known.pool().label(),
                hiring.vacancies(),
                known.vacanciesTaken(),
                shown.vacanciesHeld(),
                hiring.dutyLocations(),
                known.pool().window().lastDay(),
                office.today(),
                ReviewAccess.mayReview(hiring, actor),
                ReviewAccess.mayElect(hiring, actor),
                shown.closedToReader() ? closed(hiring, shown.people()) : null,
                electingRefused(known, shown.situation()),
                shown.closedToReader()
                        ? CandidateList.Referral.NONE
                        : CandidateList.Referral.of(known, shown.situation(), office),
                OrderOfSelection.checkCase(shown.situation()) instanceof Ruling.Refused || !hiring.isOpen()
                        ? List.of()
                        : CandidateList.NextAlternate.of(known),
                WorkbenchWords.in(office.zone()),
                shown.people().size(),
                found.size(),
                start,
                CandidateList.PAGE,
                shown.lately(),
                new CandidateLines(shown).of(page, files(shown, page)));
    }

    /**
     * All that is known about one candidate of the list.
     *
     * @param sought among whom the reader goes from one to the next
     * @param has whether the reader has the answer of that mark
     * @throws io.crossgov.hiring.common.Refusal as {@link ReviewAccess#toSee}, 404 for whoever does not stand on the reader's list
     */
    Marked<CandidateDetails> of(
            CaseNumber number, UUID candidateId, Sought sought, Predicate<String> has, Actor actor) {
        var now = mark.of(number, actor, candidateId, sought);
        var hiring = access.toSee(number, actor);
        return unless(has.test(now), now, () -> details(hiring, candidateId, sought, actor));
    }

    private CandidateDetails details(HiringCase hiring, UUID candidateId, Sought sought, Actor actor) {
        var shown = shownTo(actor, hiring);
        var candidate = shown.person(candidateId).orElseThrow(CaseCandidates::unknown);
        var obstacles = new Obstacles();
        var row = shown.row(candidate, files(shown, List.of(candidate)), obstacles);
        return CandidateDetails.of(row, obstacles, sought, shown);
    }

    /** Only an answer that was given has a mark: whoever has it might see the same now. */
    private static <T> Marked<T> unless(boolean had, String mark, Supplier<T> answer) {
        return new Marked<>(mark, had ? null : answer.get());
    }

    private ShownCandidates shownTo(Actor reader, HiringCase hiring) {
        var closedToReader = !hiring.isOpen() && !reader.isOpmStaff();
        var known = caseCandidates.of(hiring);
        var people = known.people().stream()
                .filter(candidate -> reader.isOpmStaff()
                        || (closedToReader
                                ? known.heldSelection(candidate.id()).isPresent()
                                : isShown(known, candidate.id())))
                .toList();
        return ShownCandidates.of(
                known, caseCandidates.today(known), people, leavingOut.applies(), closedToReader, reader);
    }

    private Map<UUID, List<StoredDocument>> files(ShownCandidates shown, List<Candidate> candidates) {
        return shown.closedToReader()
                ? Map.of()
                : documents.ofCandidates(candidates.stream()
                        .flatMap(candidate -> shown.known().recordsOf(candidate.id()))
                        .toList());
    }

    /** Where the page begins in which somebody stands after that many others. */
    private static int pageOf(int before, int found) {
        var last = Math.max(0, found - 1);
        var page = CandidateList.PAGE;
        return Math.min(Math.max(0, before), last) / page * page;
    }

    /** Whether the agency may see the candidate today. */
    boolean isShown(CaseCandidates.Known known, UUID candidateId) {
        return !known.pool().window().isOverOn(office.today())
                || known.heldSelection(candidateId).isPresent();
    }

    private static String closed(HiringCase hiring, List<Candidate> hired) {
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
}
