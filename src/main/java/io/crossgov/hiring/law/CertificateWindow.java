package io.crossgov.hiring.law;

import java.time.LocalDate;
import java.util.Optional;

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
        return of(type, Optional.empty(), issuedOn, extendedUntil);
    }

    /**
     * The window of a certificate with a term of its own.
     *
     * @param term in place of the type's time; where it has no fixed end, the last day is the one that OPM decided
     * @param extendedUntil as above
     */
    public static CertificateWindow of(
            PoolType type, Optional<PoolTerm> term, LocalDate issuedOn, LocalDate extendedUntil) {
        var latest = latestDay(type, term, issuedOn);
        var decided = type.isExtendable()
                && extendedUntil != null
                && latest.filter(day -> !extendedUntil.isBefore(day)).isEmpty();
        return new CertificateWindow(
                issuedOn, decided ? extendedUntil : latest.orElseGet(() -> type.latestDay(issuedOn)));
    }

    /** The last day that can be decided on; empty where there is no fixed end. */
    public static Optional<LocalDate> latestDay(PoolType type, Optional<PoolTerm> term, LocalDate issuedOn) {
        return term.isPresent() ? term.get().latestDay(issuedOn) : Optional.of(type.latestDay(issuedOn));
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
