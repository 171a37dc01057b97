package io.crossgov.hiring.common;

import java.util.Locale;

/** How the code of an agency, such as {@code GSA}, is kept and compared: however its capitals and what is around it are typed. */
public final class AgencyCode {

    private AgencyCode() {}

    /** The one form of a code; null for null. Whether it can be one, and whether there is such an agency, others ask. */
    public static String normal(String typed) {
        return typed == null ? null : PlainText.key(typed).toUpperCase(Locale.ROOT);
    }
}
