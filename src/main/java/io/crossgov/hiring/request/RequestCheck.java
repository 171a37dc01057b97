package io.crossgov.hiring.request;

import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.pool.PoolMatch;
import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a request for pool access from going to OPM: pure, over what the case has on record. Form B (L2), the five keys (L4),
 * hiring freeze (L6) and Reemployment Priority List (L7). The reserved first days of a pool (L10) are not among them: they
 * keep a request from being submitted, and change nothing about one that was.
 */
record RequestCheck(
        boolean formACertified,
        boolean formBCertified,
        Freeze freeze,
        RplStatus rpl,
        List<PoolMatch.Mismatch> mismatches) {

    /** A sentence for everything that is missing; empty when the request may go. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (!formACertified) {
            missing.add("Form A is not signed.");
        }
        if (!formBCertified) {
            missing.add("Form B is not certified with every answer Yes.");
        }
        if (!freeze.lets()) {
            missing.add(freeze.inWords());
        }
        if (rpl == null || !rpl.lets()) {
            missing.add("The Reemployment Priority List is not cleared.");
        }
        mismatches.forEach(mismatch -> missing.add(mismatch.sentence()));
        return List.copyOf(missing);
    }
}
