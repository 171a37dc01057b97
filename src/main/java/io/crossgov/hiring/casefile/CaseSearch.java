package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.SearchWords;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases by what people remember of them. */
@Service
public class CaseSearch {

    /** Stands for no case where a list must not be empty. */
    private static final List<String> NONE = List.of("");

    private final HiringCases cases;

    CaseSearch(HiringCases cases) {
        this.cases = cases;
    }

    /**
     * The cases the reader may know of with the words in their number or title, and {@code others} besides; open ones first, newest first.
     *
     * @param most how many at most
     */
    @Transactional(readOnly = true)
    public List<CaseFound> find(SearchWords words, Collection<CaseNumber> others, int most, Actor reader) {
        return cases
                .found(
                        words.pattern(),
                        others.isEmpty()
                                ? NONE
                                : others.stream().map(CaseNumber::value).toList(),
                        reader.isOpmStaff(),
                        reader.agency(),
                        Limit.of(most))
                .stream()
                .map(row -> new CaseFound(
                        new CaseNumber(row.getNumber()),
                        row.getPositionTitle(),
                        row.getAgency(),
                        row.getStatus() == CaseStatus.OPEN))
                .toList();
    }
}
