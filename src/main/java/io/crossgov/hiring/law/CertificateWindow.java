package io.crossgov.hiring.law;

import java.time.LocalDate;

/**
 * When selections may be made from a pool (D1, L18): the only place that knows.
 *
 * <ul>
 *   <li>{@code CSA}: 240 days beginning on the date the certificate was issued (5 U.S.C. 3318(b)); the issue date is day 1,
 *       so the last day is issue date + 239 days. Nobody can extend it.
 *   <li>{@code CGA}: at most 12 months from issue. The sources leave open whether the anniversary itself still counts; here, as for
 *       {@code CSA}, the issue date is day 1, so the last day is the one before the anniversary (issued 1 March: last day of
 *       February; issued 29 February: 28 February of the next year). OPM may close earlier and later extend, never past that day.
 * </ul>
 *
 * @param issuedOn first day
 * @param lastDay last day, itself open
 */
public record CertificateWindow(LocalDate issuedOn, LocalDate lastDay) {

    /** Length of a shared certificate's use, in days. */
    static final int CSA_DAYS = 240;

    /** Length of a cross-government action's use, in years. */
    private static final int CGA_YEARS = 1;

    /**
     * The window of a certificate.
     *
     * @param extendedUntil last day as OPM decided for a {@code CGA} pool, or null for the whole time; never reaches past the law's
     *     last day, and does not count for {@code CSA}
     */
    public static CertificateWindow of(PoolType type, LocalDate issuedOn, LocalDate extendedUntil) {
        var latest = latestDay(type, issuedOn);
        var decided = type == PoolType.CGA && extendedUntil != null && extendedUntil.isBefore(latest);
        return new CertificateWindow(issuedOn, decided ? extendedUntil : latest);
    }

    /** The last day the law allows, whatever OPM decides. */
    public static LocalDate latestDay(PoolType type, LocalDate issuedOn) {
        if (type == PoolType.CSA) {
            return issuedOn.plusDays(CSA_DAYS - 1L);
        }
        var anniversary = issuedOn.plusYears(CGA_YEARS);
        var existsThatYear = anniversary.getDayOfMonth() == issuedOn.getDayOfMonth();
        return existsThatYear ? anniversary.minusDays(1) : anniversary;
    }

    /** Whether a selection may be made on {@code date}. */
    public boolean isOpenOn(LocalDate date) {
        return !date.isBefore(issuedOn) && !date.isAfter(lastDay);
    }

    /** Whether the window is over on {@code date}. */
    public boolean isOverOn(LocalDate date) {
        return date.isAfter(lastDay);
    }
}
