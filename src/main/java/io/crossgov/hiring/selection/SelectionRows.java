package io.crossgov.hiring.selection;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SelectionRows extends JpaRepository<Selection, UUID> {

    @Query("select s from Selection s where s.caseNumber = :caseNumber order by s.electedAt, s.id")
    List<Selection> ofCase(String caseNumber);

    @Query("select s from Selection s where s.candidateId = :candidateId and s.state in :states order by s.electedAt")
    List<Selection> ofCandidate(UUID candidateId, Collection<SelectionState> states);

    @Query("select distinct s.caseNumber from Selection s"
            + " where s.candidateId = :candidateId and s.lostBecause = NO_LONGER_AVAILABLE")
    Set<String> casesThatLost(UUID candidateId);

    @Query("select distinct s.caseNumber from Selection s where s.candidateId = :candidateId")
    Set<String> casesElecting(UUID candidateId);
}
