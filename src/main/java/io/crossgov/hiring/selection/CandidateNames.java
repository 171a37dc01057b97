package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.pool.Candidates;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom selections and requests to pass over are about, for people who may know (L1); nobody else is told anything. */
@Service
@Transactional(readOnly = true)
public class CandidateNames {

    private final SelectionRows selections;
    private final PassOverRows passOvers;
    private final NamesInCases inCases;
    private final Candidates candidates;
    private final Cases cases;

    CandidateNames(
            SelectionRows selections,
            PassOverRows passOvers,
            NamesInCases inCases,
            Candidates candidates,
            Cases cases) {
        this.selections = selections;
        this.passOvers = passOvers;
        this.inCases = inCases;
        this.candidates = candidates;
        this.cases = cases;
    }

    /** Names by selection; those the reader may not know are left out. */
    public Map<UUID, String> ofSelections(Collection<UUID> ids, Actor reader) {
        return ids.isEmpty() ? Map.of() : known(selections.concerned(ids), reader, SelectionsOnFile::mayKnowNames);
    }

    /** Names by request to pass over; those the reader may not know are left out. */
    public Map<UUID, String> ofPassOvers(Collection<UUID> ids, Actor reader) {
        return ids.isEmpty() ? Map.of() : known(passOvers.concerned(ids), reader, CandidateNames::mayReview);
    }

    /**
     * Open cases in which somebody of that name is elected or asked to be passed over, as far as the reader may know.
     *
     * @param most of elections, and of requests, those in so many of the newest cases: one letter may mean everybody
     */
    public Set<CaseNumber> casesAbout(SearchWords words, int most, Actor reader) {
        var numbers = new TreeSet<String>();
        var opm = reader.isOpmStaff();
        var reviews = reader.has(Role.HIRING_MANAGER) || reader.has(Role.HR_SPECIALIST);
        var agency = opm ? null : reader.agency();
        if (opm || reviews || reader.has(Role.SHARED_CERTIFICATE_COORDINATOR)) {
            numbers.addAll(inCases.newest(NamesInCases.In.ELECTIONS, words, agency, most));
        }
        if (opm || reviews) {
            numbers.addAll(inCases.newest(NamesInCases.In.REQUESTS_TO_PASS_OVER, words, agency, most));
        }
        return numbers.stream().map(CaseNumber::new).collect(Collectors.toSet());
    }

    private Map<UUID, String> known(
            List<? extends Concerned> concerned, Actor reader, BiPredicate<HiringCase, Actor> mayKnow) {
        var open = cases
                .visible(
                        concerned.stream()
                                .map(Concerned::getCaseNumber)
                                .map(CaseNumber::new)
                                .collect(Collectors.toSet()),
                        reader)
                .stream()
                .filter(hiring -> mayKnow.test(hiring, reader))
                .map(hiring -> hiring.number().value())
                .collect(Collectors.toSet());
        var shown = concerned.stream()
                .filter(each -> open.contains(each.getCaseNumber()))
                .collect(Collectors.toMap(Concerned::getId, Function.identity()));
        var names = candidates.namesOf(
                shown.values().stream().map(Concerned::getCandidateId).collect(Collectors.toSet()));
        return shown.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> names.get(each.getValue().getCandidateId())));
    }

    private static boolean mayReview(HiringCase hiring, Actor reader) {
        return reader.isOpmStaff() || hiring.accessApproved() && ReviewAccess.mayReview(hiring, reader);
    }
}
