package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AgencyCode;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.InAddress;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.CutOffMechanism;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.Rating;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A talent pool as OPM sets it up and as everybody who signs in may read it (L1): no candidate data.
 *
 * @param series for example {@code 0301}
 * @param grade for example {@code GS-13}
 * @param equivalentGrades for a grade of the pool, the grades of other pay plans that count as the same (L4), for example
 *     {@code {"GS-13": ["NH-03"]}}
 * @param fullPerformanceLevel grade the position can be promoted to without competition, for example {@code GS-13}
 * @param dutyLocations "Remote" and "Negotiable" are locations like others
 * @param issuingAgency code of the agency whose certificate it is; OPM unless said for a type that only OPM issues
 * @param issuedOn date the certificate was first issued
 * @param openUntil last day OPM decided, where the type leaves it to OPM; null for the whole time the law gives
 * @param sharingNotice whether the announcement said that candidates may be shared
 * @param ictapCleared whether OPM has cleared ICTAP priority
 * @param ictapReason why agencies may ask although OPM has not; null while they may not, or when it has
 * @param priorityAgencies codes of the agencies for which the first days are reserved (L10)
 * @param priorityUntil last reserved day; the tenth day of the pool when agencies are named and no day
 * @param statements what Form B asks about; specialized experience is put first
 * @param generalCompetencies assessed, but not verified on Form B
 * @param categories in which candidates are rated, two or three; all three unless said, none in a pool without categories
 * @param wellQualifiedRating the lowest category in which a displaced employee is well-qualified for a priority (L16), or null where a score
 *     says it
 * @param wellQualifiedScore the lowest score with which one is, or null where a category says it
 * @param directHireAuthority under which authority OPM let agencies hire directly, for example {@code GW-008}; null for others
 * @param directHireFrom the first day on which that authority may be used
 * @param directHireUntil the last one; null where OPM set no end
 * @param opensOn day on which the announcement opened; asked for in a pool ranked by score, as are the next three
 * @param cutOffKind how it says how many are referred (L17)
 * @param cutOffValue how many, how many percent, or which score
 * @param cutOffFixedOn day on which that was fixed, before the announcement opened
 * @param longestAppointment how many days a temporary appointment in the excepted service may last; null for others
 * @param term for how long OPM runs it, where that is not the year of its type, for example {@code two-years}; else null
 * @param closedAndAuditedOn when the agency that issued a shared certificate had closed and audited it for itself, before which no other
 *     agency gets access (5 CFR 332.408); null while it has not, and for a type that no agency shares
 */
public record PoolDetails(
        @InAddress @NotNull(message = "A pool needs its announcement number.") AnnouncementNumber announcement,
        @NotBlank(message = "A pool needs the title of its positions.")
                @Size(max = 200, message = "The title has at most 200 characters.")
                String title,
        @NotNull(message = "A pool needs a series, for example 0301.")
                @Pattern(regexp = "\\d{4}", message = "A series has four digits, for example 0301.")
                String series,
        @NotNull(message = "A pool needs a grade, for example GS-13.")
                @Pattern(
                        regexp = "[A-Z]{2}-\\d{2}",
                        message = "A grade is a pay plan and two digits, for example GS-13.")
                String grade,
        Map<String, Set<String>> equivalentGrades,
        @NotNull(message = "A pool needs a full performance level, for example GS-13.")
                @Pattern(
                        regexp = "[A-Z]{2}-\\d{2}",
                        message = "A full performance level is a pay plan and two digits, for example GS-13.")
                String fullPerformanceLevel,
        @NotNull(message = "A pool needs an appointment type: PERMANENT, TERM or TEMPORARY.")
                AppointmentType appointmentType,
        @NotEmpty(message = "A pool needs at least one duty location.")
                List<
                                @NotBlank(message = "A duty location is empty.")
                                @Size(max = 100, message = "A duty location has at most 100 characters.")
                                @Pattern(regexp = "[^;]*", message = "A duty location has no semicolon.") String>
                        dutyLocations,
        @NotNull(message = "A pool needs a hiring authority: DELEGATED_EXAMINING, DIRECT_HIRE or EXCEPTED_SERVICE.")
                HiringAuthority hiringAuthority,
        @NotNull(message = "A pool needs a ranking method: CATEGORY, NUMERIC or UNRANKED.") RankingMethod rankingMethod,
        @NotNull(message = "A pool needs a type: CGA or CSA.") PoolType poolType,
        @NotNull(message = "A pool needs its issuing agency: its code.") String issuingAgency,
        @NotNull(message = "A pool needs the date its certificate was issued.") LocalDate issuedOn,
        LocalDate openUntil,
        @NotNull(message = "Say whether the announcement gave notice of sharing: true or false.") Boolean sharingNotice,
        @NotNull(message = "Say whether OPM has cleared ICTAP: true or false.") Boolean ictapCleared,
        @Size(max = 1000, message = "The reason why ICTAP is not cleared has at most 1000 characters.") @SeveralLines
                String ictapReason,
        List<String> priorityAgencies,
        LocalDate priorityUntil,
        @NotEmpty(message = "A pool needs at least one qualification statement: Form B is made of them.")
                List<@NotNull(message = "A qualification statement is empty.") @Valid Statement> statements,
        List<
                        @NotBlank(message = "A general competency is empty.")
                        @Size(max = 200, message = "A general competency has at most 200 characters.") String>
                generalCompetencies,
        List<@NotNull(message = "A category is empty.") Rating> categories,
        Rating wellQualifiedRating,
        @DecimalMin(value = "0", message = "A score is a number from 0 to 999.99.")
                @Digits(integer = 3, fraction = 2, message = "A score is a number from 0 to 999.99.")
                BigDecimal wellQualifiedScore,
        @Size(max = 200, message = "The name of a direct-hire authority has at most 200 characters.")
                String directHireAuthority,
        LocalDate directHireFrom,
        LocalDate directHireUntil,
        LocalDate opensOn,
        CutOffMechanism.Kind cutOffKind,
        @DecimalMin(value = "0", message = "The value of a cut-off is a number from 0 to 999.99.")
                @Digits(integer = 3, fraction = 2, message = "The value of a cut-off is a number from 0 to 999.99.")
                BigDecimal cutOffValue,
        LocalDate cutOffFixedOn,
        @Min(value = 1, message = "An appointment lasts 1 to 3,660 days.")
                @Max(value = 3660, message = "An appointment lasts 1 to 3,660 days.")
                Integer longestAppointment,
        @Size(max = 64, message = "A term has at most 64 characters.") String term,
        LocalDate closedAndAuditedOn) {

    /** First days that a pool reserves for named agencies when it names no end (L10). */
    static final int PRIORITY_DAYS = 10;

    /**
     * One qualification statement.
     *
     * @param name short name; for a competency its name
     * @param text the statement or the competency's definition
     */
    public record Statement(
            @NotNull(
                            message =
                                    "A qualification statement needs its kind: SPECIALIZED_EXPERIENCE or TECHNICAL_COMPETENCY.")
                    QualificationStatement.Kind kind,
            @NotBlank(message = "A qualification statement needs a name.")
                    @Size(max = 200, message = "A qualification statement's name has at most 200 characters.")
                    String name,
            @NotBlank(message = "A qualification statement needs its text.")
                    @Size(max = 4000, message = "A qualification statement's text has at most 4000 characters.")
                    @SeveralLines
                    String text) {}

    public PoolDetails {
        series = series == null ? null : Grade.canonicalSeries(series);
        grade = grade == null ? null : Grade.canonical(grade);
        fullPerformanceLevel = fullPerformanceLevel == null ? null : Grade.canonical(fullPerformanceLevel);
        equivalentGrades = canonical(equivalentGrades);
        issuingAgency = issuingAgency == null && poolType != null && poolType.isIssuedByOpm()
                ? Actor.OPM
                : AgencyCode.normal(issuingAgency);
        priorityAgencies = priorityAgencies == null
                ? List.of()
                : priorityAgencies.stream().map(AgencyCode::normal).distinct().toList();
        priorityUntil = priorityUntil == null && !priorityAgencies.isEmpty() && issuedOn != null
                ? issuedOn.plusDays(PRIORITY_DAYS - 1L)
                : priorityUntil;
        generalCompetencies = generalCompetencies == null ? List.of() : generalCompetencies;
        statements = experienceFirst(statements);
        categories = categories == null
                ? rankingMethod == RankingMethod.CATEGORY ? List.of(Rating.values()) : List.of()
                : highestFirst(categories);
        wellQualifiedScore = plain(wellQualifiedScore);
        cutOffValue = plain(cutOffValue);
    }

    /** The five keys a position must match (L4). */
    public PoolMatch.Keys keys() {
        return new PoolMatch.Keys(
                series,
                grade,
                fullPerformanceLevel,
                appointmentType,
                hiringAuthority.service(),
                Set.copyOf(dutyLocations));
    }

    PoolDetails withAnnouncement(AnnouncementNumber given) {
        return new PoolDetails(
                given,
                title,
                series,
                grade,
                equivalentGrades,
                fullPerformanceLevel,
                appointmentType,
                dutyLocations,
                hiringAuthority,
                rankingMethod,
                poolType,
                issuingAgency,
                issuedOn,
                openUntil,
                sharingNotice,
                ictapCleared,
                ictapReason,
                priorityAgencies,
                priorityUntil,
                statements,
                generalCompetencies,
                categories,
                wellQualifiedRating,
                wellQualifiedScore,
                directHireAuthority,
                directHireFrom,
                directHireUntil,
                opensOn,
                cutOffKind,
                cutOffValue,
                cutOffFixedOn,
                longestAppointment,
                term,
                closedAndAuditedOn);
    }

    private static List<Rating> highestFirst(List<Rating> categories) {
        return categories.stream().anyMatch(Objects::isNull)
                ? categories
                : categories.stream().distinct().sorted().toList();
    }

    /** Without zeros at the end, so that the same score is equal however it was written. */
    private static BigDecimal plain(BigDecimal score) {
        if (score == null) {
            return null;
        }
        var stripped = score.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static List<Statement> experienceFirst(List<Statement> statements) {
        var complete = statements != null
                && statements.stream().allMatch(statement -> statement != null && statement.kind() != null);
        return complete
                ? statements.stream()
                        .sorted(Comparator.comparing(Statement::kind))
                        .toList()
                : statements;
    }

    private static Map<String, Set<String>> canonical(Map<String, Set<String>> equivalents) {
        var result = new TreeMap<String, Set<String>>();
        if (equivalents != null) {
            equivalents.forEach((grade, others) -> {
                var same = result.computeIfAbsent(Grade.canonical(grade), any -> new TreeSet<>());
                others.stream().map(Grade::canonical).forEach(same::add);
            });
        }
        return result;
    }
}
