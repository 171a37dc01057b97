package io.crossgov.hiring.request;

import io.crossgov.hiring.common.Required;
import io.crossgov.hiring.law.ReemploymentList;
import io.crossgov.hiring.law.Service;

/**
 * A legal ground for an exception from placement priority of the Reemployment Priority List (L7).
 *
 * @param id never changes; stored with the case
 * @param citation for example {@code 5 CFR 330.211(b)}
 * @param service whose list it is an exception from
 * @param demands whom it covers
 * @param evidence whether it is recorded without a file
 * @param paper what its file is
 */
public record RplException(
        String id,
        String text,
        String citation,
        Service service,
        ReemploymentList.Demand demands,
        Evidence evidence,
        String paper) {

    public RplException {
        Required.id("id", id);
        Required.text("text", text);
        Required.text("citation", citation);
        Required.value("service", service);
        Required.value("demands", demands);
        Required.value("evidence", evidence);
        Required.text("paper", paper);
    }

    /** What proves it. */
    enum Evidence {
        /** What stands in the pool, or HR's word. */
        NONE,
        /** A file. */
        DOCUMENT
    }

    boolean needsDocument() {
        return evidence == Evidence.DOCUMENT;
    }

    /** As it stands in a sentence. */
    String inWords() {
        return text + " (" + citation + ")";
    }
}
