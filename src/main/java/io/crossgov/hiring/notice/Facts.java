package io.crossgov.hiring.notice;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What one message tells of, in words; immutable. Values are put in as they are and never read as a template. */
record Facts(Map<Placeholder, String> values) {

    static final Facts NONE = new Facts(Map.of());

    Facts {
        values = Map.copyOf(values);
    }

    /** With one more; null counts as empty. */
    Facts with(Placeholder placeholder, Object value) {
        var more = new EnumMap<Placeholder, String>(Placeholder.class);
        more.putAll(values);
        more.put(placeholder, value == null ? "" : value.toString());
        return new Facts(more);
    }

    /** With one more, one item a line. */
    Facts withLines(Placeholder placeholder, Collection<?> items) {
        return with(
                placeholder,
                items.stream()
                        .map(item -> "- " + item)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(""));
    }

    /** With a yes or no for a section. */
    Facts when(Placeholder placeholder, boolean holds) {
        return with(placeholder, holds ? "yes" : "");
    }

    Facts and(Facts other) {
        var both = new EnumMap<Placeholder, String>(Placeholder.class);
        both.putAll(values);
        both.putAll(other.values);
        return new Facts(both);
    }

    /** By name, for a template that may use {@code names} and nothing else. */
    Map<String, Object> named(Set<Placeholder> names) {
        return names.stream()
                .collect(toUnmodifiableMap(Placeholder::inTemplates, name -> values.getOrDefault(name, "")));
    }
}
