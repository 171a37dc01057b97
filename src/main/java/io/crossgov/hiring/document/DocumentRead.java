package io.crossgov.hiring.document;

import io.crossgov.hiring.access.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Who read which file, when. */
@Entity
class DocumentRead {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID documentId;
    private String userId;
    private String agency;
    private Instant readAt;

    protected DocumentRead() {}

    DocumentRead(UUID documentId, Actor reader, Instant readAt) {
        id = UUID.randomUUID();
        this.documentId = documentId;
        userId = reader.userId();
        agency = reader.agency();
        this.readAt = readAt;
    }
}
