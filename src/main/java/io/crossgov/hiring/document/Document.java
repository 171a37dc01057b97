package io.crossgov.hiring.document;

import io.crossgov.hiring.common.CaseNumber;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A file's record; its bytes live in {@code document_content} so that no list ever loads them. */
@Entity
class Document {

    @Id
    private UUID id;

    @Version
    private Long version;

    private String caseNumber;
    private String agency;
    private UUID candidateId;
    private String announcement;

    @Convert(converter = PurposeColumn.class)
    private DocumentPurpose purpose;

    private String fileName;
    private String mediaType;
    private long sizeBytes;
    private String sha256;
    private Instant storedAt;
    private String storedBy;
    private String storedByName;

    protected Document() {}

    Document(
            DocumentOwner owner,
            DocumentPurpose purpose,
            CheckedFile file,
            Instant storedAt,
            String userId,
            String userName) {
        id = UUID.randomUUID();
        if (owner instanceof DocumentOwner.OfCase hiring) {
            caseNumber = hiring.number().value();
            agency = hiring.agencyCode();
        } else if (owner instanceof DocumentOwner.OfCandidate candidate) {
            candidateId = candidate.candidateId();
            announcement = candidate.announcement().value();
        }
        this.purpose = purpose;
        fileName = file.name();
        mediaType = file.type().mediaType();
        sizeBytes = file.size();
        sha256 = file.sha256();
        this.storedAt = storedAt;
        storedBy = userId;
        storedByName = userName;
    }

    UUID id() {
        return id;
    }

    UUID candidateId() {
        return candidateId;
    }

    String agency() {
        return agency;
    }

    CaseNumber caseNumber() {
        return new CaseNumber(caseNumber);
    }

    DocumentPurpose purpose() {
        return purpose;
    }

    String announcement() {
        return announcement;
    }

    /** Whether that file is this one, under the same name. */
    boolean holds(CheckedFile file) {
        return sha256.equals(file.sha256()) && fileName.equals(file.name());
    }

    StoredDocument asStored() {
        return new StoredDocument(id, purpose, fileName, mediaType, sizeBytes, sha256, storedAt, storedByName);
    }
}
