package io.crossgov.hiring.common;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a value needs when it is made. Refused is with an {@link IllegalArgumentException} in the words of who wrote the data, which name the
 * part and what is wrong with it.
 */
public final class Required {

    /** What columns hold, and what the conditions of forms leave as it is. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Required() {}

    public static <T> T value(String name, T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** A text that says something. */
    public static String text(String name, String text) {
        if (value(name, text).isBlank()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        return text;
    }

    /** A text that records point at, for ever. */
    public static String id(String name, String id) {
        if (!ID.matcher(text(name, id)).matches()) {
            throw new IllegalArgumentException(
                    name + " \"" + id
                            + "\" has more than 64 characters, or other ones than letters, digits, dots, hyphens and underscores");
        }
        return id;
    }

    /**
     * A list that may be empty, without empty entries.
     *
     * @param key what each entry is told from the others by: nothing is in the list twice
     */
    public static <T> List<T> distinct(String name, List<T> list, Function<T, String> key) {
        var known = new HashSet<String>();
        for (var entry : value(name, list)) {
            if (entry == null) {
                throw new IllegalArgumentException(name + " has an empty entry");
            }
            if (!known.add(key.apply(entry))) {
                throw new IllegalArgumentException(key.apply(entry) + " stands twice in " + name);
            }
        }
        return List.copyOf(list);
    }
}
