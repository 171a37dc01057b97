package io.crossgov.hiring.task;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What waits in the cases, for their pages. The package that runs the processes tells. */
public interface OpenTasks {

    /**
     * The open tasks of each of these cases, soonest due first, in a bounded number of statements. A case with none has an empty list.
     *
     * @param numbers of cases that the reader may see; the caller has made sure
     */
    Map<CaseNumber, List<OpenTask>> of(Collection<CaseNumber> numbers, Actor reader);
}
