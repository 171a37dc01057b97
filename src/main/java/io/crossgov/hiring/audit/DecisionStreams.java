package io.crossgov.hiring.audit;

import org.springframework.data.jpa.repository.JpaRepository;

interface DecisionStreams extends JpaRepository<DecisionStream, String> {}
