package io.crossgov.hiring.law;

import java.util.Arrays;

/** Where the rule is written that a record names by its id: our own ids, such as L14, are for programs and mean nothing to who reads it. */
public final class LegalGround {

    private LegalGround() {}

    /** The citation, or that the rule is one of how OPM and agencies hire together and of no law. */
    public static String of(String id) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.id().equals(id))
                .map(Rule::citation)
                .findFirst()
                .orElse(Rule.PROCEDURE);
    }
}
