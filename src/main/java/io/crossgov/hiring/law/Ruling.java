package io.crossgov.hiring.law;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the law says to putting a candidate forward. */
public sealed interface Ruling {

    /** Nothing forbids it. */
    record Allowed() implements Ruling {}

    /**
     * A rule forbids it.
     *
     * @param words for the person, what forbids it and the way out; {@code %s} stands for each of {@code named}, {@code %%} for a percent
     *     sign
     * @param named candidates in the order in which the words name them
     * @param exits ways out, each of which removes this obstacle; never empty
     */
    record Refused(Rule rule, String words, List<UUID> named, List<Exit> exits) implements Ruling {

        public Refused {
            named = List.copyOf(named);
            exits = List.copyOf(exits);
        }

        /** Somebody else's text, as part of the words. */
        static String asWritten(String text) {
            return text.replace("%", "%%");
        }

        /** Both refusals as one, under this one's rule: people read at once all that stands in the way. */
        Refused and(Refused other) {
            return new Refused(
                    rule,
                    words + " " + other.words,
                    Stream.concat(named.stream(), other.named.stream()).toList(),
                    Stream.concat(exits.stream(), other.exits.stream())
                            .distinct()
                            .toList());
        }

        /** The words with every candidate called as {@code naming} says: by name to people who may know it, else by number. */
        public String sentence(Function<UUID, String> naming) {
            return String.format(Locale.ROOT, words, named.stream().map(naming).toArray());
        }
    }
}
