package io.crossgov.hiring.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one form in which text from people is kept, and the one way in which two texts are the same.
 *
 * <p><b>Kept</b> is NFC, with plain spaces only, nothing around it, and {@code \n} for a line break. Characters that cannot be seen (zero
 * width, soft hyphen, byte order mark) and those that turn the direction of writing are left out, not refused: people paste them without
 * knowing, with a phone number from a list of contacts for example, and cannot find them; without them a text reads as it looks. What no
 * database or mail can hold (U+0000, other control characters, halves of characters) is refused. Apostrophes and dashes stay as typed: they
 * are part of how a person writes the own name.
 *
 * <p><b>The same</b> are two texts with the same {@link #key key}, in which neither capitals, accents written in two ways, kinds of
 * apostrophes, quotation marks, dashes and spaces, nor anything invisible count.
 */
public final class PlainText {

    private static final int REPLACEMENT_FOR_NOTHING = -1;
    private static final Pattern ACCENT = Pattern.compile("(?<=\\p{IsLatin})\\p{Mn}+");
    private static final String APOSTROPHES =
            "'`\u00B4\u02B9\u02BB\u02BC\u02BD\u2018\u2019\u201A\u201B\u2032\u2035\uA78C\uFF07";
    private static final String QUOTATION_MARKS =
            "\"\u00AB\u00BB\u02BA\u201C\u201D\u201E\u201F\u2033\u2036\u2039\u203A\u301D\u301E\u301F\uFF02";

    private PlainText() {}

    /**
     * Why nobody can keep this text, if so, as the end of a sentence: "has a line break. …".
     *
     * @param text may be null
     * @param severalLines whether line breaks are allowed
     */
    public static Optional<String> flaw(String text, boolean severalLines) {
        var given = text == null ? "" : stripped(text);
        for (int at = 0; at < given.length(); at += Character.charCount(given.codePointAt(at))) {
            var character = given.codePointAt(at);
            if (!severalLines && (character == '\n' || character == '\r')) {
                return Optional.of("has a line break. Write it in one line.");
            }
            if (cannotBeKept(character)) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "has a character that cannot be kept (U+%04X). Type it again without it.",
                        character));
            }
        }
        return Optional.empty();
    }

    /**
     * One line, as it is kept; empty when there is nothing to see in it, null for null.
     *
     * @param field the answer, as the form or JSON body names it
     * @throws Refusal 400 naming the field, for a line break or what nobody can keep
     */
    public static String line(String field, String text) {
        return checked(field, text, false);
    }

    /** As {@link #line}, with line breaks. */
    public static String lines(String field, String text) {
        return checked(field, text, true);
    }

    private static String checked(String field, String text, boolean severalLines) {
        flaw(text, severalLines).ifPresent(flaw -> {
            throw Refusal.invalid(field, "\"" + inWords(field) + "\" " + flaw);
        });
        return text == null ? null : of(text);
    }

    /** The text as it is kept, whatever stands in it: also for what was stored before there was one form. Never fails. */
    public static String of(String text) {
        var kept = new StringBuilder(text.length());
        var visible = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var character = plain(text, at);
            if (character != REPLACEMENT_FOR_NOTHING) {
                kept.appendCodePoint(character);
                visible |= isVisible(character);
            }
        }
        return visible ? Normalizer.normalize(kept, Normalizer.Form.NFC).strip() : "";
    }

    /** Whether there is nothing to see in a text: null, blank, or invisible characters only. */
    public static boolean isEmpty(String text) {
        return text == null || of(text).isEmpty();
    }

    /** Whether two texts are the same to whoever reads them; nothing is the same as nothing only. */
    public static boolean same(String one, String other) {
        return one == null || other == null ? one == other : key(one).equals(key(other));
    }

    /** What is the same for all texts that are the same; for comparing and looking up, never for showing. */
    public static String key(String text) {
        var unified = new StringBuilder(text.length());
        of(text).codePoints()
                .filter(character -> !isMark(character))
                .forEach(character -> unified.appendCodePoint(unified(character)));
        var folded = folded(compatible(unified));
        var key = new StringBuilder(folded.length());
        folded.codePoints().forEach(character -> key.appendCodePoint(unified(character)));
        return key.toString().replaceAll("\\s+", " ").strip();
    }

    /** The text with Latin letters only as they are without an accent; for comparing, never for showing. */
    static String withoutAccents(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENT.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    }

    /** The text with {@code any} in place of each apostrophe, quotation mark and dash: for patterns in which their kinds do not count. */
    static String withAnyMark(String text, char any) {
        var pattern = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            var unified = unified(character);
            pattern.appendCodePoint(unified == '\'' || unified == '"' || unified == '-' ? any : character);
        });
        return pattern.toString();
    }

    /** The last part of an answer's name, in words: {@code recipients[1].eMail} is "e mail". */
    public static String inWords(String field) {
        return field.substring(field.lastIndexOf('.') + 1)
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    private static String compatible(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Without capitals, whatever script or country they are of: ẞ and ss are one, and so are the four letters i of Turkish. */
    private static String folded(String text) {
        var small = text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return compatible(small.replace("i\u0307", "i"));
    }

    /** What stands for the character at {@code at} in a text that is kept. */
    private static int plain(String text, int at) {
        var character = text.codePointAt(at);
        if (character == '\r') {
            return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? REPLACEMENT_FOR_NOTHING : '\n';
        }
        if (character == '\n') {
            return '\n';
        }
        if (isSpace(character)) {
            return ' ';
        }
        if (isJoiner(character)) {
            return joinsLetters(text, at) ? character : REPLACEMENT_FOR_NOTHING;
        }
        return cannotBeKept(character) || isInvisible(character) ? REPLACEMENT_FOR_NOTHING : character;
    }

    private static boolean isSpace(int character) {
        return character == '\t' || character == 0x2800 || Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    private static boolean cannotBeKept(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        };
    }

    /** Formats, direction marks, and letters that were made to be unseen. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x17B4
                || character == 0x17B5
                || character == 0x3164
                || character == 0xFFA0
                || character >= 0x180B && character <= 0x180F;
    }

    private static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }

    /** Joiners belong to the spelling of Persian and of many Indian languages, and to pictures of several people; never to Latin letters. */
    private static boolean joinsLetters(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && isOfOtherScript(text.codePointBefore(at))
                && isOfOtherScript(text.codePointAt(at + 1));
    }

    private static boolean isOfOtherScript(int character) {
        return character > 0x7F
                && Character.UnicodeScript.of(character) != Character.UnicodeScript.LATIN
                && !isSpace(character)
                && !isJoiner(character)
                && !isInvisible(character)
                && !cannotBeKept(character);
    }

    /** Says only how the character before it is drawn. */
    private static boolean isMark(int character) {
        return isJoiner(character)
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF;
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }

    private static int unified(int character) {
        if (APOSTROPHES.indexOf(character) >= 0) {
            return '\'';
        }
        if (QUOTATION_MARKS.indexOf(character) >= 0) {
            return '"';
        }
        return Character.getType(character) == Character.DASH_PUNCTUATION || character == 0x2212 ? '-' : character;
    }

    /** Without the spaces and line breaks around it, so that a line break at the end of a pasted line is no line break in it. */
    private static String stripped(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isAround(char character) {
        return character == '\n' || character == '\r' || isSpace(character);
    }
}
