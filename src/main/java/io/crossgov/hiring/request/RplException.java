package io.crossgov.hiring.request;

import io.crossgov.hiring.common.Required;

/**
 * A legal ground for an exception from placement priority of the Reemployment Priority List (L7).
 *
 * @param id never changes; stored with the case
 * @param citation for example {@code 5 CFR 330.211(b)}
 */
public record RplException(String id, String text, String citation) {

    public RplException {
        Required.id("id", id);
        Required.text("text", text);
        Required.text("citation", citation);
    }
}
