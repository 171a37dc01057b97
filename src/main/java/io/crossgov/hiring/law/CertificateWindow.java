package io.crossgov.hiring.law;

import java.time.LocalDate;

/**
 * When selections may be made from a pool (D1, L18): at most as long as its {@link PoolType} allows, and where that can be extended, as long
 * as OPM decided.
 *
 * @param issuedOn first day
 * @param lastDay last day, itself open
 */
public record CertificateWindow(LocalDate issuedOn, LocalDate lastDay) {

    /**
     * The window of a certificate.
     *
     * @param extendedUntil last day as OPM decided, or null for the whole time; never reaches past the law's last day, and does not count
     *     for a type that nobody extends
     */
    public static CertificateWindow of(PoolType type, LocalDate issuedOn, LocalDate extendedUntil) {
        var latest = type.latestDay(issuedOn);
        var decided = type.isExtendable() && extendedUntil != null && extendedUntil.isBefore(latest);
        return new CertificateWindow(issuedOn, decided ? extendedUntil : latest);
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
