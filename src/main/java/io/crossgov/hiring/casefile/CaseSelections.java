package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The selections of a case as its file shows them. The package that keeps them tells; a case's file knows no more of steps 5 to 8. */
public interface CaseSelections {

    /**
     * In the order of their election; empty for a person who may not know the candidates' names (L1). When the case is closed, so are the
     * pool's candidates for its agency: it goes on reading about those it hired, and about nobody else.
     */
    List<SelectionOnFile> of(HiringCase hiring, Actor actor);

    /**
     * Requests to pass over and objections, whole, in their order: for OPM, and for hiring manager and HR of the agency while the case is open
     * to them; nobody else is told anything.
     */
    List<PassOverOnFile> passOversOf(HiringCase hiring, Actor actor);

    /**
     * Names of candidates whom the case has decisions about, in one query; only of those whom the person may know: all for OPM, for
     * hiring manager and HR while the case is open, nobody for others.
     */
    Map<UUID, String> namesOf(HiringCase hiring, Set<UUID> candidates, Actor actor);
}
