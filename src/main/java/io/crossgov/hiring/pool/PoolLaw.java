package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.law.RankingMethod;
import java.time.LocalDate;

/** What a pool's type demands of it (D1), and its hiring authority of how it ranks (L12, L17). */
final class PoolLaw {

    private PoolLaw() {}

    /** @throws Refusal 400 by D1, L12 or L17 when the details do not go with the pool's type or its hiring authority */
    static void check(PoolDetails pool) {
        var type = pool.poolType();
        must(
                pool.sharingNotice(),
                "sharingNotice",
                type.noun() + " needs an announcement that gave notice of sharing.");
        if (type.isSharedByAgency()) {
            must(
                    pool.appointmentType() != AppointmentType.TEMPORARY,
                    "appointmentType",
                    type.noun() + " is for permanent or term appointments only.");
            must(
                    pool.hiringAuthority() == HiringAuthority.DELEGATED_EXAMINING,
                    "hiringAuthority",
                    "A certificate issued under direct-hire authority cannot be shared under the Competitive Service Act.");
        }
        must(
                !type.isIssuedByOpm() || pool.issuingAgency().equals(Actor.OPM),
                "issuingAgency",
                type.noun() + " is issued by OPM. A pool of another agency is a CSA pool.");
        if (pool.openUntil() != null) {
            must(
                    type.isExtendable(),
                    "openUntil",
                    type.limit() + ", until " + Dates.inWords(type.latestDay(pool.issuedOn()))
                            + ". Leave openUntil out.");
            checkLastDay(type, pool.issuedOn(), pool.openUntil(), "openUntil");
        }
        must(
                pool.priorityUntil() == null || !pool.priorityUntil().isBefore(pool.issuedOn()),
                "priorityUntil",
                "The reserved days end before the certificate was issued.");
        checkRanking(pool);
    }

    /** One wrong field would put preference out of force, or show an order that nothing follows. */
    private static void checkRanking(PoolDetails pool) {
        var ranked = pool.rankingMethod() != RankingMethod.UNRANKED;
        switch (pool.hiringAuthority()) {
            case DELEGATED_EXAMINING ->
                mustBy(
                        "L12",
                        ranked,
                        "rankingMethod",
                        "Under delegated examining candidates are ranked by category or by score (5 U.S.C. 3317, 3319):"
                                + " without a ranking nobody\u2019s preference would count.");
            case DIRECT_HIRE ->
                mustBy(
                        "L17",
                        !ranked,
                        "rankingMethod",
                        "Under direct-hire authority a ranking has no effect (5 U.S.C. 3304(a)(3)): choose UNRANKED.");
        }
    }

    /** @throws Refusal 400 by D1 when OPM may not extend the pool to that day */
    static void checkExtension(TalentPool pool, LocalDate lastDay, LocalDate today) {
        var type = pool.poolType();
        must(type.isExtendable(), "lastDay", type.limit() + " and cannot be extended.");
        checkLastDay(type, pool.issuedOn(), lastDay, "lastDay");
        must(
                lastDay.isAfter(pool.window().lastDay()),
                "lastDay",
                "The pool is already open until " + Dates.inWords(pool.window().lastDay()) + ".");
        must(
                !lastDay.isBefore(today),
                "lastDay",
                "That day is over. Choose " + Dates.inWords(today) + " or a later day.");
    }

    private static void checkLastDay(PoolType type, LocalDate issuedOn, LocalDate lastDay, String field) {
        var latest = type.latestDay(issuedOn);
        must(!lastDay.isBefore(issuedOn), field, "The last day is before the certificate was issued.");
        must(!lastDay.isAfter(latest), field, type.limit() + ": " + Dates.inWords(latest) + " at the latest.");
    }

    private static void must(boolean holds, String field, String sentence) {
        mustBy("D1", holds, field, sentence);
    }

    private static void mustBy(String rule, boolean holds, String field, String sentence) {
        if (!holds) {
            throw Refusal.byRule(rule, field, sentence);
        }
    }
}
