package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.SearchWords;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases by what people remember of them. */
@Service
public class CaseSearch {

    private final CaseIndex index;

    CaseSearch(CaseIndex index) {
        this.index = index;
    }

    /**
     * The cases the reader may know of with the words in their number or title, and {@code others} besides; open ones first, newest first.
     *
     * @param words something to look for
     * @param most how many at most
     */
    @Transactional(readOnly = true)
    public List<CaseFound> find(SearchWords words, Collection<CaseNumber> others, int most, Actor reader) {
        return index.about(
                words,
                others.stream().map(CaseNumber::value).toList(),
                CaseConditions.visibleTo(reader),
                CaseIndex.Order.OPEN_FIRST,
                most);
    }
}
