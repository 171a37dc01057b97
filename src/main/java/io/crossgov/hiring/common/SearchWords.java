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

    /** That a column of lower-case text holds every word, in SQL whose parameters are {@link #parameters()}. */
    public String areIn(String column) {
        return parameters(patterns()).keySet().stream()
                .map(name -> column + " like :" + name)
                .collect(Collectors.joining(" and ", "(", ")"));
    }

    /** The {@link #patterns()} by the names that {@link #areIn} gives them. */
    public Map<String, String> parameters() {
        return parameters(patterns());
    }

    /** The same names for other patterns, as many. */
    public static Map<String, String> parameters(List<String> patterns) {
        var named = new LinkedHashMap<String, String>();
        patterns.forEach(pattern -> named.put("word" + named.size(), pattern));
        return named;
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
