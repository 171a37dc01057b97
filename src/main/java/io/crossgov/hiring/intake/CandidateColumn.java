package io.crossgov.hiring.intake;

import io.crossgov.hiring.common.PlainText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of a candidate file, by the names in its header. */
enum CandidateColumn {
    APPLICANT_NUMBER,
    NAME,
    EMAIL,
    PHONE,
    DUTY_LOCATIONS,
    RATING,
    SCORE,
    POINTS,
    AUGMENTED_SCORE,
    PREFERENCE,
    PRIORITY_STATUS,
    COMMUTING_AREA,
    OPTED_IN,
    FEDERAL_AGENCY,
    RESUME_FILE;

    /** Whether a file need not have it: a score is given with its points, or together with them, or not at all. */
    boolean mayBeLeftOut() {
        return this == SCORE || this == POINTS || this == AUGMENTED_SCORE;
    }

    /** Name in the header, for example {@code applicant_number}. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Capitals do not count, nor whether words are joined by underscores, hyphens or spaces. */
    static Optional<CandidateColumn> named(String header) {
        var name = PlainText.key(header).replaceAll("[ -]", "_");
        return Arrays.stream(values())
                .filter(column -> column.header().equals(name))
                .findFirst();
    }

    static String allHeaders() {
        return Arrays.stream(values()).map(CandidateColumn::header).collect(Collectors.joining(", "));
    }
}
