package io.crossgov.hiring.common;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people write them: "(202) 555-0100 ext. 12", "+1 202.555.0100". */
public final class PhoneNumber {

    /** What a pattern has at its end: "ext. 12", "x12", "#12", or nothing. */
    private static final String EXTENSION = "(?:[ ,;]*(?:ext(?:ension|n)?|x|#)[ .:]*[0-9]{1,6})?";

    /** One number, with any kind of dash. For Jakarta's {@code @Pattern}. */
    public static final String PATTERN = "(?i)[+(]?[0-9][0-9 ()./\\p{Pd}\u2212-]{5,37}?" + EXTENSION;

    /** Told where no words of the field's own are wanted. */
    public static final String NONE =
            "This is not a phone number. Write one number, for example (202) 555-0100 ext. 12.";

    private static final int LONGEST = 40;
    private static final int SHORTEST_TO_TELL_APART = 7;
    private static final int WITH_COUNTRY = 11;
    private static final Pattern ONE = Pattern.compile(PATTERN);
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern EXTENSION_AT_END = Pattern.compile("(?i)" + EXTENSION + "$");

    private PhoneNumber() {}

    /** The number as it is kept: of kinds of dashes one is left, for phones dial none; empty when the text is no number. */
    public static Optional<String> of(String text) {
        return text.length() <= LONGEST && ONE.matcher(text).matches()
                ? Optional.of(DASHES.matcher(text).replaceAll("-"))
                : Optional.empty();
    }

    /** The digits, without extension and the country code of the United States; null when there are too few to tell people apart. */
    public static String key(String phone) {
        var digits = phone == null
                ? ""
                : EXTENSION_AT_END.matcher(phone).replaceFirst("").replaceAll("[^0-9]", "");
        if (digits.length() < SHORTEST_TO_TELL_APART) {
            return null;
        }
        return digits.length() == WITH_COUNTRY && digits.startsWith("1") ? digits.substring(1) : digits;
    }
}
