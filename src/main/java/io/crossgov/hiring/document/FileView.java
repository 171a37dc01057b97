package io.crossgov.hiring.document;

import java.util.UUID;

/** An uploaded file as the upload field of a form shows it. */
public record FileView(UUID id, String name, long size) {

    public static FileView of(StoredDocument file) {
        return new FileView(file.id(), file.name(), file.size());
    }
}
