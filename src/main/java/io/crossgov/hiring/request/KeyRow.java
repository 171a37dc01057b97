package io.crossgov.hiring.request;

import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.Service;
import io.crossgov.hiring.pool.PoolMatch;
import io.crossgov.hiring.pool.TalentPool;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of the five keys of a vacancy beside the pool's (L4), as whoever confirms or decides reads them.
 *
 * @param result "Matches", or what does not
 */
record KeyRow(String key, String vacancy, String pool, String result) {

    private static final String MATCHES = "Matches";

    static List<KeyRow> of(PoolMatch.Keys vacancy, TalentPool pool) {
        var mismatches = pool.mismatches(vacancy);
        return List.of(
                row("Series", "series", vacancy.series(), pool.series(), mismatches),
                row("Grade", "grade", vacancy.grade(), pool.grade(), mismatches),
                row(
                        "Full performance level",
                        "fullPerformanceLevel",
                        vacancy.fullPerformanceLevel(),
                        pool.fullPerformanceLevel(),
                        mismatches),
                row(
                        "Appointment type",
                        "appointmentType",
                        Optional.ofNullable(vacancy.appointmentType())
                                .map(type -> inWords(type, vacancy.service()))
                                .orElse(null),
                        inWords(pool.appointmentType(), pool.hiringAuthority().service()),
                        mismatches),
                row(
                        "Duty locations",
                        "dutyLocations",
                        sorted(vacancy.dutyLocations()),
                        String.join("; ", pool.dutyLocations()),
                        mismatches));
    }

    /** For example "permanent, excepted service". */
    private static String inWords(AppointmentType type, Service service) {
        return type.word() + (service == null ? "" : ", " + service.title().toLowerCase(Locale.ROOT));
    }

    boolean matches() {
        return result.equals(MATCHES);
    }

    private static KeyRow row(
            String title, String key, String vacancy, String pool, List<PoolMatch.Mismatch> mismatches) {
        var wrong = mismatches.stream()
                .filter(mismatch -> mismatch.key().equals(key)
                        || key.equals("appointmentType") && mismatch.key().equals("service"))
                .map(PoolMatch.Mismatch::sentence)
                .collect(Collectors.joining(" "));
        return new KeyRow(title, vacancy == null ? "" : vacancy, pool, wrong.isEmpty() ? MATCHES : wrong);
    }

    private static String sorted(Set<String> locations) {
        return locations.stream().sorted().collect(Collectors.joining("; "));
    }
}
