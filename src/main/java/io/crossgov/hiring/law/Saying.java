package io.crossgov.hiring.law;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Words about candidates while they are put together: each name stands where it is said, whatever the candidate is called in the end. */
final class Saying {

    private final StringBuilder words = new StringBuilder();
    private final List<UUID> named = new ArrayList<>();

    /** Our own words, or somebody else's text. */
    Saying say(String text) {
        words.append(Ruling.Refused.asWritten(text));
        return this;
    }

    Saying name(UUID candidateId) {
        words.append("%s");
        named.add(candidateId);
        return this;
    }

    /** As in "A", "A and B", "A, B and C". */
    Saying names(List<UUID> candidates) {
        for (int at = 0; at < candidates.size(); at++) {
            if (at > 0) {
                say(at == candidates.size() - 1 ? " and " : ", ");
            }
            name(candidates.get(at));
        }
        return this;
    }

    Ruling.Refused asRefusal(Rule rule, List<Exit> exits) {
        return new Ruling.Refused(rule, words.toString(), named, exits);
    }
}
