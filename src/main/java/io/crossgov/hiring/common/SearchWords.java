package io.crossgov.hiring.common;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody looks for by words: each of them is to be found, in whichever order they stand and however they are capitalised; kinds of
 * apostrophes and dashes do not count.
 *
 * @param words as typed, without what cannot be seen
 */
public record SearchWords(String words) {

    /** Characters that are read; nobody searches by more. */
    private static final int LONGEST = 200;

    /** Of more words, the last are looked for in their order: each is a condition, and nobody needs so many. */
    private static final int MOST_CONDITIONS = 12;

    private static final Pattern THREE_IN_A_ROW = Pattern.compile("[\\p{L}\\p{N}]{3}");

    /** @throws Refusal 400 for more than anybody reads */
    public SearchWords {
        words = words == null ? "" : PlainText.of(words);
        if (words.length() > LONGEST) {
            throw Refusal.invalid("words", "Search for at most " + LONGEST + " characters.");
        }
    }

    /** Whether nothing is looked for. */
    public boolean isNothing() {
        return words.isEmpty();
    }

    /** Whether three letters or digits stand together anywhere: by less, no index of parts of words finds anything. */
    public boolean haveThreeInARow() {
        return THREE_IN_A_ROW.matcher(words).find();
    }

    /** Text in the lower case in which words are looked for in it. */
    public static String searched(String text) {
        return text.replace("\u0130", "i").toLowerCase(Locale.ROOT);
    }

    /** For comparisons with lower-case text by {@code like … escape '\'}, all of which are to hold: at least one. */
    public List<String> patterns() {
        var escaped = searched(words).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        // Whoever looks for one sign means that sign.
        var pattern = words.length() == 1 ? escaped : PlainText.withAnyMark(escaped, '_');
        return Arrays.stream(pattern.split("\\s+", MOST_CONDITIONS))
                .distinct()
                .map(word -> "%" + word.replaceAll("\\s+", "%") + "%")
                .toList();
    }

    /**
     * That each word stands somewhere.
     *
     * @param sql the condition
     * @param parameters values of its parameters, which are {@link SearchWords#patterns()}, by their names
     */
    public record Held(String sql, Map<String, String> parameters) {}

    /**
     * That a column of lower-case text holds every word.
     *
     * @param name what names of parameters begin with
     */
    public Held in(String column, String name) {
        var parameters = new LinkedHashMap<String, String>();
        patterns().forEach(pattern -> parameters.put(name + parameters.size(), pattern));
        return new Held(
                parameters.keySet().stream()
                        .map(each -> column + " like :" + each)
                        .collect(Collectors.joining(" and ", "(", ")")),
                parameters);
    }

    /** The same words, in which Latin letters have no accents. */
    public SearchWords withoutAccents() {
        return new SearchWords(PlainText.withoutAccents(words));
    }

    /**
     * Each word as it is found by {@link #standIn}.
     *
     * @return empty when nothing is looked for
     */
    public Set<String> keys() {
        return Arrays.stream(key(words).split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whether a text holds each of these words, however it is typed; a letter without its accent finds the letter with it. */
    public static boolean standIn(String text, Set<String> keys) {
        var key = keys.isEmpty() ? "" : key(text);
        return keys.stream().allMatch(key::contains);
    }

    private static String key(String text) {
        return PlainText.withoutAccents(PlainText.key(text));
    }
}
