package io.crossgov.hiring.pool;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface PoolTable extends JpaRepository<TalentPool, String> {

    /** The pool with all that is shown of it; otherwise its statements are read when a form asks for them. */
    @Query("select p from TalentPool p left join fetch p.statements where p.announcement = :announcement")
    Optional<TalentPool> whole(String announcement);

    /** Lets one import at a time change a pool's candidates. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from TalentPool p where p.announcement = :announcement")
    Optional<TalentPool> lock(String announcement);
}
