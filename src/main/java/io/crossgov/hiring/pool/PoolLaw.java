package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.CertificateWindow;
import io.crossgov.hiring.law.CutOffMechanism;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.PoolTerm;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.Service;
import java.time.LocalDate;
import java.util.Optional;

/** What a pool's type demands of it (D1), and its hiring authority of how it ranks (L12, L17). */
final class PoolLaw {

    /** The Competitive Service Act of 2015 became law (Public Law 114-137). */
    private static final LocalDate FIRST_SHARED = LocalDate.of(2016, 3, 18);

    /** Direct hire became law (Public Law 107-296; 5 U.S.C. 3304(a)(3)). */
    private static final LocalDate FIRST_DIRECT_HIRE = LocalDate.of(2002, 11, 25);

    /** Years after its first day: who has an authority without an end leaves the end out. */
    private static final int LONGEST_AUTHORITY = 10;

    /** Years before its announcement opened: what was fixed earlier was fixed for another announcement. */
    private static final int OLDEST_CUT_OFF = 2;

    private PoolLaw() {}

    /** @throws Refusal 400 by D1, L12 or L17 when the details do not go with the pool's type or its hiring authority */
    static void check(PoolDetails pool, Optional<PoolTerm> term) {
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
                    pool.hiringAuthority() != HiringAuthority.DIRECT_HIRE,
                    "hiringAuthority",
                    "A certificate issued under direct-hire authority cannot be shared under the Competitive Service Act.");
            must(
                    pool.hiringAuthority().service() == Service.COMPETITIVE,
                    "hiringAuthority",
                    "The Competitive Service Act lets agencies share certificates of the competitive service only.");
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
            checkLastDay(type, term, pool.issuedOn(), pool.openUntil(), "openUntil");
        }
        must(term.isEmpty() || type.isExtendable(), "term", type.limit() + ", whatever OPM decides: leave term out.");
        must(
                term.isEmpty() || term.get().months() != null || pool.openUntil() != null,
                "openUntil",
                "A rolling pool needs the day until which it is open for now. You can extend it again and again.");
        must(
                pool.priorityUntil() == null || !pool.priorityUntil().isBefore(pool.issuedOn()),
                "priorityUntil",
                "The reserved days end before the certificate was issued.");
        var window = CertificateWindow.of(type, term, pool.issuedOn(), pool.openUntil());
        must(
                pool.priorityUntil() == null || !window.isOverOn(pool.priorityUntil()),
                "priorityUntil",
                "The reserved days end after the pool itself, which is open until " + Dates.inWords(window.lastDay())
                        + ".");
        if (pool.closedAndAuditedOn() != null) {
            must(
                    type.isSharedByAgency(),
                    "closedAndAuditedOn",
                    "Only a certificate that an agency shares is closed and audited before: leave closedAndAuditedOn out.");
            checkAudited(pool.issuedOn(), pool.closedAndAuditedOn());
        }
        checkRanking(pool);
        checkWellQualified(pool);
        checkDirectHire(pool, window.lastDay());
        checkCutOff(pool);
        checkLongestAppointment(pool);
        mustBy(
                "L16",
                pool.ictapReason() == null || !pool.ictapCleared(),
                "ictapReason",
                "OPM has cleared displaced employees (ICTAP) for this pool: leave ictapReason out.");
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
            // 5 CFR 302.302: ranked or unranked, and preference counts either way.
            case EXCEPTED_SERVICE -> {}
        }
    }

    /** @throws Refusal 400 by D1 for a day of issue that can be none: before certificates were shared at all, or years ahead */
    static void checkIssue(PoolDetails pool, LocalDate today) {
        must(
                !pool.issuedOn().isBefore(FIRST_SHARED),
                "issuedOn",
                "Certificates are shared since " + Dates.inWords(FIRST_SHARED)
                        + ": none that agencies hire from was issued before.");
        must(
                !pool.issuedOn().isAfter(today.plusYears(1)),
                "issuedOn",
                "The certificate is issued more than a year from now. Enter " + Dates.inWords(today.plusYears(1))
                        + " or an earlier day.");
        if (pool.closedAndAuditedOn() != null) {
            checkAuditedBy(today, pool.closedAndAuditedOn());
        }
    }

    /** @throws Refusal 400 by D1 for a certificate that no agency shares, and for a day before its issue or to come */
    static void checkClosedAndAudited(PoolType type, LocalDate issuedOn, LocalDate on, LocalDate today) {
        must(
                type.isSharedByAgency(),
                "closedAndAuditedOn",
                "Only a certificate that an agency shares is closed and audited before.");
        checkAudited(issuedOn, on);
        checkAuditedBy(today, on);
    }

    private static void checkAudited(LocalDate issuedOn, LocalDate on) {
        must(
                !on.isBefore(issuedOn),
                "closedAndAuditedOn",
                "The certificate cannot have been closed and audited before it was issued, on "
                        + Dates.inWords(issuedOn) + ".");
    }

    private static void checkAuditedBy(LocalDate today, LocalDate on) {
        must(
                !on.isAfter(today),
                "closedAndAuditedOn",
                "The day on which the certificate was closed and audited is in the future. Enter it once that is done.");
    }

    /** @throws Refusal 400 by D1 for a rolling pool that is to be open for more than a year from now: it is extended again and again */
    static void checkRolling(
            PoolType type,
            Optional<PoolTerm> term,
            LocalDate issuedOn,
            LocalDate lastDay,
            String field,
            LocalDate today) {
        if (lastDay == null || CertificateWindow.latestDay(type, term, issuedOn).isPresent()) {
            return;
        }
        var latest = (issuedOn.isAfter(today) ? issuedOn : today).plusYears(1);
        must(
                !lastDay.isAfter(latest),
                field,
                "A rolling pool is kept open for a year at a time. Enter " + Dates.inWords(latest)
                        + " or an earlier day; you can extend it again and again.");
    }

    /** @throws Refusal 400 by D1 when OPM may not extend the pool to that day */
    static void checkExtension(TalentPool pool, LocalDate lastDay, LocalDate today) {
        var type = pool.poolType();
        must(type.isExtendable(), "lastDay", type.limit() + " and cannot be extended.");
        checkLastDay(type, pool.term(), pool.issuedOn(), lastDay, "lastDay");
        checkRolling(type, pool.term(), pool.issuedOn(), lastDay, "lastDay", today);
        must(
                lastDay.isAfter(pool.window().lastDay()),
                "lastDay",
                "The pool is already open until " + Dates.inWords(pool.window().lastDay()) + ".");
        must(
                !lastDay.isBefore(today),
                "lastDay",
                "That day is over. Choose " + Dates.inWords(today) + " or a later day.");
    }

    private static void checkLastDay(
            PoolType type, Optional<PoolTerm> term, LocalDate issuedOn, LocalDate lastDay, String field) {
        must(!lastDay.isBefore(issuedOn), field, "The last day is before the certificate was issued.");
        CertificateWindow.latestDay(type, term, issuedOn)
                .ifPresent(latest -> must(
                        !lastDay.isAfter(latest),
                        field,
                        term.map(own -> "This pool is open for " + own.name()).orElseGet(type::limit) + ": "
                                + Dates.inWords(latest) + " at the latest."));
    }

    /** L12: two categories at least, of which the highest is one into which compensable disability lifts. */
    private static void checkCategories(PoolDetails pool) {
        mustBy(
                "L12",
                pool.categories().size() > 1 && pool.categories().contains(Rating.BEST_QUALIFIED),
                "categories",
                "A pool ranked by category has two categories at least, one of them BEST_QUALIFIED (5 U.S.C. 3319).");
    }

    /** L16: said in the terms in which candidates are assessed, so that it can be said of each. */
    private static void checkWellQualified(PoolDetails pool) {
        var rating = pool.wellQualifiedRating();
        var score = pool.wellQualifiedScore();
        if (pool.rankingMethod() == RankingMethod.CATEGORY) {
            checkCategories(pool);
        }
        if (pool.hiringAuthority().service() == Service.EXCEPTED && rating == null && score == null) {
            // No displaced employee has a priority there (5 CFR 330.602, 330.705).
            mustHaveNoCategories(pool);
            return;
        }
        switch (pool.rankingMethod()) {
            case CATEGORY -> {
                mustBy(
                        "L16",
                        rating != null && pool.categories().contains(rating),
                        "wellQualifiedRating",
                        "Say from which of the pool\u2019s categories on a displaced employee is well-qualified"
                                + " (5 CFR 330.702), as the announcement does.");
                mustBy(
                        "L16",
                        score == null,
                        "wellQualifiedScore",
                        "This pool is ranked by category: say it in wellQualifiedRating, and leave the score out.");
            }
            case NUMERIC -> {
                mustBy(
                        "L16",
                        score != null,
                        "wellQualifiedScore",
                        "Say from which score on a displaced employee is well-qualified (5 CFR 330.702), as the"
                                + " announcement does.");
                mustBy(
                        "L16",
                        rating == null,
                        "wellQualifiedRating",
                        "This pool is ranked by score: say it in wellQualifiedScore, and leave the category out.");
            }
            case UNRANKED ->
                mustBy(
                        "L16",
                        rating == null ^ score == null,
                        "wellQualifiedRating",
                        "Say from which category or from which score on a displaced employee is well-qualified"
                                + " (5 CFR 330.702), one of the two: nobody is ranked, but they are still taken first.");
        }
        mustHaveNoCategories(pool);
    }

    private static void mustHaveNoCategories(PoolDetails pool) {
        mustBy(
                "L12",
                pool.rankingMethod() == RankingMethod.CATEGORY
                        || pool.categories().isEmpty(),
                "categories",
                "This pool is not ranked by category: leave categories out.");
    }

    /** L17: direct-hire authority is OPM\u2019s, for stated positions and a stated time. */
    private static void checkDirectHire(PoolDetails pool, LocalDate last) {
        if (pool.hiringAuthority() != HiringAuthority.DIRECT_HIRE) {
            mustBy(
                    "L17",
                    pool.directHireAuthority() == null
                            && pool.directHireFrom() == null
                            && pool.directHireUntil() == null,
                    "directHireAuthority",
                    "This pool is not under direct-hire authority: leave the authority and its dates out.");
            return;
        }
        mustBy(
                "L17",
                pool.directHireAuthority() != null,
                "directHireAuthority",
                "Name the direct-hire authority under which agencies hire from this pool (5 CFR 337.205).");
        mustBy(
                "L17",
                pool.directHireFrom() != null,
                "directHireFrom",
                "Say from which day on the direct-hire authority may be used, and until when if OPM set an end"
                        + " (5 CFR 337.205).");
        mustBy(
                "L17",
                !pool.directHireFrom().isBefore(FIRST_DIRECT_HIRE),
                "directHireFrom",
                "There is direct-hire authority since " + Dates.inWords(FIRST_DIRECT_HIRE)
                        + ": enter that day or a later one.");
        mustBy(
                "L17",
                !pool.directHireFrom().isAfter(last),
                "directHireFrom",
                "The pool is open until " + Dates.inWords(last)
                        + ": an authority that begins later is none for it. Enter that day or an earlier one.");
        mustBy(
                "L17",
                pool.directHireUntil() == null || !pool.directHireUntil().isBefore(pool.directHireFrom()),
                "directHireUntil",
                "The direct-hire authority ends before it begins.");
        mustBy(
                "L17",
                pool.directHireUntil() == null
                        || !pool.directHireUntil().isAfter(pool.directHireFrom().plusYears(LONGEST_AUTHORITY)),
                "directHireUntil",
                "The direct-hire authority ends more than " + LONGEST_AUTHORITY
                        + " years after it began. Leave its end out if OPM set none.");
    }

    /** L17: how many are referred is fixed before anybody can apply. */
    private static void checkCutOff(PoolDetails pool) {
        if (pool.rankingMethod() != RankingMethod.NUMERIC) {
            mustBy(
                    "L17",
                    pool.cutOffKind() == null && pool.cutOffValue() == null && pool.cutOffFixedOn() == null,
                    "cutOffKind",
                    "This pool is not ranked by score, so it has no cut-off: leave cutOffKind, cutOffValue and"
                            + " cutOffFixedOn out.");
            return;
        }
        mustBy(
                "L17",
                pool.opensOn() != null && !pool.opensOn().isAfter(pool.issuedOn()),
                "opensOn",
                "Say on which day the announcement opened, before the certificate was issued.");
        mustBy(
                "L17",
                !pool.opensOn().isBefore(FIRST_SHARED),
                "opensOn",
                "No announcement gave notice of sharing before " + Dates.inWords(FIRST_SHARED)
                        + ". Enter that day or a later one.");
        mustBy(
                "L17",
                pool.cutOffKind() != null,
                "cutOffKind",
                "Say how the announcement says how many are referred (5 CFR 332.402): NUMBER, RANK, PERCENTAGE or SCORE.");
        mustBy(
                "L17",
                pool.cutOffValue() != null && new CutOffMechanism(pool.cutOffKind(), pool.cutOffValue()).isPossible(),
                "cutOffValue",
                "Say how many: a whole number of names or ranks, a percentage up to 100, or a score.");
        mustBy(
                "L17",
                pool.cutOffFixedOn() != null && pool.cutOffFixedOn().isBefore(pool.opensOn()),
                "cutOffFixedOn",
                "Say on which day that was fixed, before the announcement opened (5 CFR 332.402).");
        mustBy(
                "L17",
                !pool.cutOffFixedOn().isBefore(pool.opensOn().minusYears(OLDEST_CUT_OFF)),
                "cutOffFixedOn",
                "That was fixed more than two years before the announcement opened, and so for another one. Enter "
                        + Dates.inWords(pool.opensOn().minusYears(OLDEST_CUT_OFF)) + " or a later day.");
    }

    /** The limit of 5 CFR 316.401 is the competitive service's: an excepted pool has one of its own. */
    private static void checkLongestAppointment(PoolDetails pool) {
        var own = pool.hiringAuthority().service() == Service.EXCEPTED
                && pool.appointmentType() == AppointmentType.TEMPORARY;
        mustBy(
                "L4",
                own == (pool.longestAppointment() != null),
                "longestAppointment",
                own
                        ? "Say how many days a temporary appointment in the excepted service may last, with its extensions."
                        : "Only a pool for temporary appointments in the excepted service has a limit of its own: leave"
                                + " longestAppointment out.");
    }

    /** @throws Refusal 400 by L17 when what was fixed before the announcement opened is changed as if it had always been so */
    static void mustKeepCutOff(PoolDetails before, PoolDetails after) {
        mustBy(
                "L17",
                before.cutOffKind() == null
                        || before.cutOffKind() == after.cutOffKind()
                                && before.cutOffValue().equals(after.cutOffValue())
                                && before.cutOffFixedOn().equals(after.cutOffFixedOn()),
                "cutOffKind",
                "How many are referred was fixed before the announcement opened. Another cut-off is a decision of its own,"
                        + " with a reason.");
    }

    /** What is wrong with a pool that was set up before it was asked, as a sentence for OPM; empty when nothing is. */
    static Optional<String> faultOf(TalentPool pool) {
        try {
            check(pool.details(), pool.term());
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.sentence());
        }
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
