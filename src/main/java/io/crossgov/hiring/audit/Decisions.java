package io.crossgov.hiring.audit;

import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Decisions extends JpaRepository<Decision, Decision.Id> {

    @Query("select d from Decision d where d.id.stream = :stream order by d.id.sequence")
    List<Decision> chain(String stream);

    @Query("select d from Decision d where d.id.stream = :stream and d.kind in :kinds order by d.id.sequence desc")
    List<Decision> latest(String stream, Set<String> kinds, Limit limit);

    @Query("select distinct d.userId from Decision d where d.id.stream = :stream")
    Set<String> whoDecided(String stream);
}
