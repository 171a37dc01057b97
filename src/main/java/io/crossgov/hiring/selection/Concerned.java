package io.crossgov.hiring.selection;

import java.util.UUID;

/** Whom a selection or a request is about, and in which case. */
interface Concerned {

    UUID getId();

    String getCaseNumber();

    UUID getCandidateId();
}
