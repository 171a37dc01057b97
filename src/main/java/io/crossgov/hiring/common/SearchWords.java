package io.crossgov.hiring.common;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody looks for by words: they are found in their order, whatever stands between them and however they are capitalised;
 * kinds of apostrophes and dashes do not count.
 *
 * @param words as typed, without what cannot be seen
 */
public record SearchWords(String words) {

    /** Characters that are read; nobody searches by more. */
    private static final int LONGEST = 200;

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

    /** For a comparison with lower-case text by {@code like … escape '\'}. */
    public String pattern() {
        var escaped = searched(words).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        // Whoever looks for one sign means that sign.
        var pattern = words.length() == 1 ? escaped : PlainText.withAnyMark(escaped, '_');
        return "%" + String.join("%", pattern.split("\\s+")) + "%";
    }
}
