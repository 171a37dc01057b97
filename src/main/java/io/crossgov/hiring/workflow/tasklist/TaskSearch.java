package io.crossgov.hiring.workflow.tasklist;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.CaseFound;
import io.crossgov.hiring.casefile.CaseSearch;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.selection.CandidateNames;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the cases that somebody means by words, so that their tasks can be listed. */
@Component
class TaskSearch {

    /** Cases named at most; whoever means another one types more. */
    private static final int MOST = 50;

    /**
     * What was found.
     *
     * @param cases open ones first, newest first
     * @param more whether there are more than these
     */
    record Found(List<CaseFound> cases, boolean more) {}

    private final CaseSearch cases;
    private final CandidateNames candidates;

    TaskSearch(CaseSearch cases, CandidateNames candidates) {
        this.cases = cases;
        this.candidates = candidates;
    }

    Found of(String typed, Actor reader) {
        var words = new SearchWords(typed);
        if (words.isNothing()) {
            return new Found(List.of(), false);
        }
        var found = cases.find(words, candidates.casesAbout(words, MOST + 1, reader), MOST + 1, reader);
        return new Found(found.stream().limit(MOST).toList(), found.size() > MOST);
    }
}
