package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.DutyPlace;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether a position may be filled from a pool (L4): series, grade or an equivalent one, full performance level, appointment type with its
 * service, and every duty location must match, and each mismatch is named. Spelling does not count: {@code GS-9} is {@code GS-09},
 * {@code 301} is {@code 0301}, and locations are compared as {@link DutyPlace} does.
 */
public final class PoolMatch {

    private PoolMatch() {}

    /**
     * The five keys, of a position or of a pool.
     *
     * @param series for example {@code 0301}
     * @param grade for example {@code GS-13}
     * @param fullPerformanceLevel grade, for example {@code GS-13}
     * @param service of the appointment; null where that was not asked yet
     * @param dutyLocations "Remote" and "Negotiable" are locations like others
     */
    public record Keys(
            String series,
            String grade,
            String fullPerformanceLevel,
            AppointmentType appointmentType,
            Service service,
            Set<String> dutyLocations) {

        public Keys {
            dutyLocations = Set.copyOf(dutyLocations);
        }
    }

    /**
     * One key that does not match.
     *
     * @param key its name in forms and JSON, for example {@code grade}
     * @param sentence what is wrong, for a person to read
     */
    public record Mismatch(String key, String sentence) {}

    /**
     * Every key of {@code position} that does not match {@code pool}, in the order of the keys; empty when the position may be filled.
     *
     * @param equivalentGrades for a grade of the pool, the grades that count as the same
     */
    public static List<Mismatch> mismatches(Keys position, Keys pool, Map<String, Set<String>> equivalentGrades) {
        var found = new ArrayList<Mismatch>();
        if (!Grade.canonicalSeries(position.series()).equals(Grade.canonicalSeries(pool.series()))) {
            found.add(new Mismatch(
                    "series",
                    "The series is " + said(position.series()) + ", but the pool's is " + pool.series() + "."));
        }
        if (!sameGrade(position.grade(), pool.grade(), equivalentGrades)) {
            found.add(new Mismatch(
                    "grade",
                    "The grade is " + said(position.grade()) + ", but the pool's is "
                            + orEquivalent(pool.grade(), equivalentGrades) + "."));
        }
        if (!sameGrade(position.fullPerformanceLevel(), pool.fullPerformanceLevel(), equivalentGrades)) {
            found.add(new Mismatch(
                    "fullPerformanceLevel",
                    "The full performance level is " + said(position.fullPerformanceLevel()) + ", but the pool's is "
                            + orEquivalent(pool.fullPerformanceLevel(), equivalentGrades) + "."));
        }
        if (position.appointmentType() != pool.appointmentType()) {
            found.add(new Mismatch(
                    "appointmentType",
                    "The appointment type is "
                            + (position.appointmentType() == null
                                    ? "missing"
                                    : position.appointmentType().word())
                            + ", but the pool's is " + pool.appointmentType().word() + "."));
        }
        // Asked since pools of the excepted service can be set up: an older vacancy was of the competitive service.
        var service = position.service() == null ? Service.COMPETITIVE : position.service();
        if (service != pool.service()) {
            found.add(new Mismatch(
                    "service",
                    "The appointment is in the " + word(service) + ", but the pool is for appointments in the "
                            + word(pool.service()) + "."));
        }
        locations(position, pool, found);
        return List.copyOf(found);
    }

    /** @throws Refusal 400 by L4, naming every key that does not match */
    public static void mustMatch(Keys position, Keys pool, Map<String, Set<String>> equivalentGrades) {
        var mismatches = mismatches(position, pool, equivalentGrades);
        if (!mismatches.isEmpty()) {
            throw Refusal.byRule(
                    "L4",
                    mismatches.get(0).key(),
                    String.join(" ", mismatches.stream().map(Mismatch::sentence).toList()));
        }
    }

    private static void locations(Keys position, Keys pool, List<Mismatch> found) {
        if (position.dutyLocations().isEmpty()) {
            found.add(new Mismatch("dutyLocations", "The position has no duty location."));
        }
        position.dutyLocations().stream()
                .filter(wanted -> pool.dutyLocations().stream().noneMatch(offered -> DutyPlace.same(wanted, offered)))
                .sorted()
                .map(wanted ->
                        new Mismatch("dutyLocations", "The duty location " + wanted + " is not one of the pool's."))
                .forEach(found::add);
    }

    private static boolean sameGrade(String position, String pool, Map<String, Set<String>> equivalents) {
        var wanted = Grade.canonical(position);
        var offered = Grade.canonical(pool);
        return wanted.equals(offered)
                || equivalents.entrySet().stream()
                        .filter(entry -> Grade.canonical(entry.getKey()).equals(offered))
                        .flatMap(entry -> entry.getValue().stream())
                        .map(Grade::canonical)
                        .anyMatch(wanted::equals);
    }

    private static String orEquivalent(String grade, Map<String, Set<String>> equivalents) {
        var others = equivalents.entrySet().stream()
                .filter(entry -> Grade.canonical(entry.getKey()).equals(Grade.canonical(grade)))
                .flatMap(entry -> entry.getValue().stream())
                .sorted()
                .toList();
        return others.isEmpty() ? grade : grade + " (or " + String.join(", ", others) + ")";
    }

    private static String word(Service service) {
        return service.title().toLowerCase(Locale.ROOT);
    }

    private static String said(String text) {
        return PlainText.isEmpty(text) ? "missing" : PlainText.of(text);
    }
}
