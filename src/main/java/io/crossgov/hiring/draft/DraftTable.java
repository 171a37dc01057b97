package io.crossgov.hiring.draft;

import java.util.Collection;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface DraftTable extends JpaRepository<Draft, Draft.Id> {

    @Query("select count(d) from Draft d where d.id.userId = :userId and d.id.work = :work")
    long partsOf(String userId, String work);

    @Query("select distinct d.id.work from Draft d where d.id.userId = :userId and d.id.work in :works")
    Set<String> begun(String userId, Collection<String> works);

    @Modifying
    @Query("delete from Draft d where d.id = :id")
    void discard(Draft.Id id);
}
