package io.crossgov.hiring.leaving;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LeavingAsks extends JpaRepository<LeavingAsk, UUID> {

    /** The first one first. */
    @Query("select a from LeavingAsk a where a.requestId in :requests order by a.askedAt, a.id")
    List<LeavingAsk> of(Collection<UUID> requests);
}
