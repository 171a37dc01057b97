package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import java.util.List;

/** The agency wrote to candidates of one case, to one or to several at once: each of them gets a message of their own (M5). */
public record CandidatesContacted(CaseNumber caseNumber, Actor by, List<CandidateContacted> contacts) {

    public CandidatesContacted {
        contacts = List.copyOf(contacts);
    }
}
