package io.crossgov.hiring.request;

import java.util.List;

/** One choice in a list of a form. */
record Option(String value, String label) {

    /** Choices whose value people read as it is. */
    static List<Option> of(List<String> values) {
        return values.stream().map(value -> new Option(value, value)).toList();
    }
}
