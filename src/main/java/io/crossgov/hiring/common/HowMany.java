package io.crossgov.hiring.common;

import java.util.Locale;

/**
 * How many there are, counted no further than anybody reads: a count of everything costs more the more there is.
 *
 * @param number as counted
 * @param more whether there are more than that
 */
public record HowMany(long number, boolean more) {

    /** Rows of a list that are counted, and reached by the number of their page. */
    public static final int COUNTED = 10_000;

    /**
     * What a count says that was to stop one above {@code most}.
     *
     * @param rows as counted, at most one more than {@code most}
     */
    public static HowMany of(long rows, int most) {
        return new HowMany(Math.min(rows, most), rows > most);
    }

    /** For example "1 message", "1,234 messages" and "More than 10,000 messages"; only for words whose plural is made with "s". */
    public String of(String one) {
        return (more ? "More than " : "") + inWords() + " " + one + (number == 1 && !more ? "" : "s");
    }

    /**
     * Which of them a page shows, for example "26–50 of 1,234" and "26–50 of more than 10,000".
     *
     * @param first counted from 1
     * @param rows on the page, at least one
     */
    public String range(long first, int rows) {
        return String.format(
                Locale.US, "%,d\u2013%,d of %s%s", first, first + rows - 1, more ? "more than " : "", inWords());
    }

    private String inWords() {
        return String.format(Locale.US, "%,d", number);
    }
}
