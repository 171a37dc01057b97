package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import java.util.List;

/** The selections of a case as its file shows them. The package that keeps them tells; a case's file knows no more of steps 5 to 8. */
public interface CaseSelections {

    /**
     * In the order of their election; empty for a person who may not know the candidates' names (L1). When the case is closed, so are the
     * pool's candidates for its agency: it goes on reading about those it hired, and about nobody else.
     */
    List<SelectionOnFile> of(HiringCase hiring, Actor actor);
}
