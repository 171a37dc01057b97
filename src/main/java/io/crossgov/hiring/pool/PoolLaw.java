package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.CertificateWindow;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.PoolType;
import java.time.LocalDate;

/** What a pool's type demands of it (D1). */
final class PoolLaw {

    private PoolLaw() {}

    /** @throws Refusal 400 by D1 when the details do not go with the pool's type */
    static void check(PoolDetails pool) {
        var latest = CertificateWindow.latestDay(pool.poolType(), pool.issuedOn());
        if (pool.poolType() == PoolType.CSA) {
            must(
                    pool.sharingNotice(),
                    "sharingNotice",
                    "A shared certificate needs an announcement that gave notice of sharing.");
            must(
                    pool.appointmentType() != AppointmentType.TEMPORARY,
                    "appointmentType",
                    "A shared certificate is for permanent or term appointments only.");
            must(
                    pool.hiringAuthority() == HiringAuthority.DELEGATED_EXAMINING,
                    "hiringAuthority",
                    "A certificate issued under direct-hire authority cannot be shared under the Competitive Service Act.");
            must(
                    pool.openUntil() == null,
                    "openUntil",
                    "A shared certificate is open for 240 days from issue, until " + Dates.inWords(latest)
                            + ". Leave openUntil out.");
        } else {
            must(
                    pool.issuingAgency().equals(Actor.OPM),
                    "issuingAgency",
                    "A cross-government action (CGA) is issued by OPM. A pool of another agency is a CSA pool.");
            if (pool.openUntil() != null) {
                checkLastDay(pool.issuedOn(), latest, pool.openUntil(), "openUntil");
            }
        }
        must(
                pool.priorityUntil() == null || !pool.priorityUntil().isBefore(pool.issuedOn()),
                "priorityUntil",
                "The reserved days end before the certificate was issued.");
    }

    /** @throws Refusal 400 by D1 when OPM may not extend the pool to that day */
    static void checkExtension(TalentPool pool, LocalDate lastDay, LocalDate today) {
        must(
                pool.poolType() == PoolType.CGA,
                "lastDay",
                "A shared certificate is open for 240 days from issue and cannot be extended.");
        checkLastDay(
                pool.issuedOn(), CertificateWindow.latestDay(pool.poolType(), pool.issuedOn()), lastDay, "lastDay");
        must(
                lastDay.isAfter(pool.window().lastDay()),
                "lastDay",
                "The pool is already open until " + Dates.inWords(pool.window().lastDay()) + ".");
        must(
                !lastDay.isBefore(today),
                "lastDay",
                "That day is over. Choose " + Dates.inWords(today) + " or a later day.");
    }

    private static void checkLastDay(LocalDate issuedOn, LocalDate latest, LocalDate lastDay, String field) {
        must(!lastDay.isBefore(issuedOn), field, "The last day is before the certificate was issued.");
        must(
                !lastDay.isAfter(latest),
                field,
                "A pool is never open for more than one year from issue: " + Dates.inWords(latest) + " at the latest.");
    }

    private static void must(boolean holds, String field, String sentence) {
        if (!holds) {
            throw Refusal.byRule("D1", field, sentence);
        }
    }
}
