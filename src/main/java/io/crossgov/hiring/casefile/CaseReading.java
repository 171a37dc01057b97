package io.crossgov.hiring.casefile;

import java.util.Optional;

/** How a case is read by its number. */
interface CaseReading {

    /** The case, with its pool and its agency at hand for who asks for them next, which nearly everybody does: one statement a transaction. */
    Optional<HiringCase> read(String number);
}
