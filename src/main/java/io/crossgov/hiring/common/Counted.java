package io.crossgov.hiring.common;

/** How many of something, in words that agree with the number. */
public final class Counted {

    private Counted() {}

    /** For example "1 day" and "5 days"; only for words whose plural is made with "s". */
    public static String of(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
