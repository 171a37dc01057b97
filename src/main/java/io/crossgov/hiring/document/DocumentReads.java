package io.crossgov.hiring.document;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DocumentReads extends JpaRepository<DocumentRead, UUID> {}
