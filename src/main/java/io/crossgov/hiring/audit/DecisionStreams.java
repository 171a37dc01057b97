package io.crossgov.hiring.audit;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface DecisionStreams extends JpaRepository<DecisionStream, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from DecisionStream s where s.stream = :stream")
    Optional<DecisionStream> lock(String stream);
}
