package io.crossgov.hiring.selection;

import io.crossgov.hiring.document.StoredDocument;
import java.util.UUID;

/** An uploaded file as the upload field of a form shows it. */
record FileView(UUID id, String name, long size) {

    static FileView of(StoredDocument file) {
        return new FileView(file.id(), file.name(), file.size());
    }
}
