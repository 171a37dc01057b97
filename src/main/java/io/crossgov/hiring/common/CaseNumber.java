package io.crossgov.hiring.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number people quote for one hiring case, {@code XGH-<year>-<six digits>}; also the business key of its processes.
 * How capitals, dashes and spaces around it are typed does not count.
 */
public record CaseNumber(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("XGH-\\d{4}-\\d{6}");

    /** @throws Refusal 404 when the text is not a case number: to the caller it is a case that does not exist */
    @JsonCreator
    public CaseNumber {
        value = value == null ? null : PlainText.key(value).toUpperCase(Locale.ROOT);
        if (value == null || !FORM.matcher(value).matches()) {
            throw Refusal.unknown("There is no case " + value + ".");
        }
    }

    /** The number of the {@code sequence}-th case opened in {@code year}. */
    public static CaseNumber of(int year, long sequence) {
        return new CaseNumber(String.format(Locale.ROOT, "XGH-%04d-%06d", year, sequence));
    }

    @Override
    public String toString() {
        return value;
    }
}
