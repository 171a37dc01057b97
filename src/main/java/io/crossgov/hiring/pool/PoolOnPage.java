package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A pool as its pages show it on a day, in words (L1): never a candidate. */
record PoolOnPage(TalentPool pool, LocalDate today) {

    public boolean isOpen() {
        return pool.window().isOpenOn(today);
    }

    /** How long selections may still be made, or why not. */
    public String standing() {
        var window = pool.window();
        if (window.isOverOn(today)) {
            return "Closed";
        }
        if (!window.isOpenOn(today)) {
            return "Not open yet";
        }
        var days = ChronoUnit.DAYS.between(today, window.lastDay());
        return days == 0 ? "Last day today" : days == 1 ? "1 day left" : days + " days left";
    }

    /** Whether less time is left than the first reminder leaves (L18). */
    public boolean isEnding() {
        return isOpen() && !today.plusDays(30).isBefore(pool.window().lastDay());
    }

    /** Who of the pool is referred to agencies (L11, L17). */
    public String referred() {
        return switch (pool.rankingMethod()) {
            case CATEGORY ->
                pool.referredDownTo().map(floor -> "Down to " + floor.title()).orElse("The highest category");
            case NUMERIC ->
                pool.cutOff()
                        .map(lowest -> "Down to the score " + inWords(lowest))
                        .orElse("Nobody yet: OPM has not set the cut-off");
            case UNRANKED -> "All candidates";
        };
    }

    /** The service its positions are in, and how long a temporary appointment may last there. */
    public String service() {
        var longest = pool.longestAppointment();
        return pool.hiringAuthority().service().title()
                + (longest.isPresent()
                        ? ", temporary appointments of at most " + Counted.of(longest.getAsInt(), "day")
                        : "");
    }

    /** What is wrong with a pool that was set up before OPM was asked for it, as a sentence, or null. */
    public String fault() {
        return PoolLaw.faultOf(pool).orElse(null);
    }

    /** Who is well-qualified for a priority (L16). */
    public String wellQualified() {
        var said = pool.assessment().wellQualified();
        if (said.rating() != null) {
            return "From the category " + said.rating().title() + " on";
        }
        return said.score() != null ? "From the score " + inWords(said.score()) + " on" : "Not said";
    }

    /** In which categories candidates are rated, highest first. */
    public List<String> categories() {
        return pool.categories().stream().map(Rating::title).toList();
    }

    /** Under which authority agencies hire directly, and until when (L17); null for another pool. */
    public String directHire() {
        if (pool.hiringAuthority() != HiringAuthority.DIRECT_HIRE) {
            return null;
        }
        return pool.directHireAuthority().orElse("Not said")
                + pool.authorityDays()
                        .map(days -> ", from " + Dates.inWords(days.from())
                                + days.until()
                                        .map(last -> " until " + Dates.inWords(last))
                                        .orElse(", no end set"))
                        .orElse("");
    }

    /** Whether OPM has cleared displaced employees, or why agencies may ask all the same. */
    public String displaced() {
        if (pool.hiringAuthority().service() == Service.EXCEPTED) {
            return "No priority in the excepted service (5 CFR 330.602, 330.705)";
        }
        return pool.ictapCleared()
                ? "Cleared by OPM"
                : "Not cleared by OPM"
                        + pool.ictapReason()
                                .map(reason -> ": " + reason)
                                .orElse(". No agency gets access before it is, or OPM has said why not");
    }

    /** Whether OPM can decide that now: one form each, which somebody else may have sent meanwhile. */
    public boolean offers(String form) {
        return switch (form) {
            case "extension" -> canBeExtended();
            case "referral" -> !lowerCategories().isEmpty();
            case "cut-off" -> hasCutOff();
            case "audit" ->
                pool.poolType().isSharedByAgency() && pool.closedAndAuditedOn().isEmpty();
            case "displaced" -> pool.keepsOut().isPresent();
            default -> true;
        };
    }

    /** The last day that OPM can decide on, or null in a rolling pool (D1). */
    public LocalDate latestDay() {
        return pool.latestDay().orElse(null);
    }

    /** Whether OPM can keep the pool open longer than it is now (D1). */
    public boolean canBeExtended() {
        return pool.poolType().isExtendable()
                && pool.latestDay()
                        .filter(latest -> !pool.window().lastDay().isBefore(latest))
                        .isEmpty();
    }

    /** The categories that OPM can still refer, the next one first (L11). */
    public List<Rating> lowerCategories() {
        var already = pool.referredDownTo().orElse(Rating.BEST_QUALIFIED);
        return pool.rankingMethod() == RankingMethod.CATEGORY
                ? pool.categories().stream()
                        .filter(category -> !category.isAtLeast(already))
                        .toList()
                : List.of();
    }

    /** How many are referred, as was fixed before the announcement opened; null in a pool without scores. */
    public String fixed() {
        if (!hasCutOff()) {
            return null;
        }
        return pool.cutOffMechanism()
                .map(mechanism -> "Referred are " + mechanism.inWords()
                        + pool.cutOffFixedOn()
                                .map(day -> ", fixed on " + Dates.inWords(day) + ", before the announcement opened")
                                .orElse(""))
                .orElse("Not said: the pool was set up before this was asked");
    }

    /** Whether OPM sets a cut-off (L17). */
    public boolean hasCutOff() {
        return pool.rankingMethod() == RankingMethod.NUMERIC;
    }

    static String inWords(BigDecimal score) {
        return score.stripTrailingZeros().toPlainString();
    }
}
