package io.crossgov.hiring.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A file on record, without its content.
 *
 * @param purpose what it is on file as
 * @param name file name, made safe for any file system
 * @param mediaType what the content is, not what the name says
 * @param size in bytes
 * @param sha256 of the content, hexadecimal
 * @param storedBy full name of who uploaded it
 */
public record StoredDocument(
        UUID id,
        DocumentPurpose purpose,
        String name,
        String mediaType,
        long size,
        @JsonIgnore String sha256,
        Instant storedAt,
        String storedBy) {

    /** What it is on file as, in words. */
    public String purposeInWords() {
        return purpose.label();
    }
}
