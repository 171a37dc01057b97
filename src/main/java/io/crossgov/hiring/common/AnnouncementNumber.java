package io.crossgov.hiring.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** The job announcement number that names a talent pool, for example {@code CGA-DE-12339419-24-MS}; how capitals, dashes and spaces around it are typed does not count. */
public record AnnouncementNumber(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,62}[A-Z0-9]");

    /** @throws Refusal 400 when the text cannot be an announcement number */
    @JsonCreator
    public AnnouncementNumber {
        value = value == null ? null : PlainText.key(value).toUpperCase(Locale.ROOT);
        if (value == null || !FORM.matcher(value).matches()) {
            throw Refusal.invalid(
                    "announcement",
                    "An announcement number has capital letters, digits and hyphens, for example CGA-DE-12339419-24-MS.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
