package io.crossgov.hiring.law;

import static java.util.stream.Collectors.toSet;

import io.crossgov.hiring.law.CaseStanding.PassOver;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * L11, L12, L14 and L16 read once more from their texts, without asking the law's own classes: who is referred, and who stands in the way
 * of a choice.
 */
final class PlainReading {

    /** From the highest to the lowest; what is not among them is at -1. */
    private static final List<Rating> CATEGORIES =
            Arrays.asList(Rating.BEST_QUALIFIED, Rating.WELL_QUALIFIED, Rating.QUALIFIED);

    private static final Set<String> AGENCY = Set.of("gsa", "general services administration");

    private static final int CTAP = 1;
    private static final int ICTAP = 2;
    private static final int NO_PRIORITY = 3;

    private final Circumstances given;

    PlainReading(Circumstances given) {
        this.given = given;
    }

    /** Everybody who is available, shared, and would work at a location of the case. */
    boolean isInReach(Eligible candidate) {
        return candidate.availability() == Availability.AVAILABLE
                && candidate.optedIn()
                && given.situation().caseLocations().stream().anyMatch(candidate.locations()::contains);
    }

    /** L11, L13, L17: referred for what the assessment found, not for a priority. */
    boolean isReferredByRank(Eligible candidate) {
        return isInReach(candidate)
                && switch (given.ranking().method()) {
                    case UNRANKED -> true;
                    case NUMERIC ->
                        candidate.score() != null
                                && given.ranking()
                                        .cutOff()
                                        .filter(lowest ->
                                                isLifted(candidate) || lowest.compareTo(candidate.score()) <= 0)
                                        .isPresent();
                    case CATEGORY ->
                        candidate.rating() != null
                                && given.categories().highest() != null
                                && place(candidate) <= lowestReferred();
                };
    }

    /** L16: has a priority at this location at all. */
    boolean isDisplacedFrom(Eligible candidate, String location) {
        var wellQualified = isWellQualified(candidate);
        var fromHere = candidate.federalAgency() != null
                && AGENCY.contains(candidate.federalAgency().toLowerCase(Locale.ROOT));
        return given.ranking().authority() != HiringAuthority.EXCEPTED_SERVICE
                && isInReach(candidate)
                && wellQualified
                && candidate.commutingArea() != null
                && (candidate.commutingArea().equalsIgnoreCase(location) || location.equals("Remote"))
                && candidate.locations().contains(location)
                && given.situation().caseLocations().contains(location)
                && (candidate.priority() == PriorityStatus.ICTAP
                        || candidate.priority() == PriorityStatus.CTAP && fromHere);
    }

    /** As the announcement said; in a pool that does not say it, and with a rating, anything but the lowest category. */
    private boolean isWellQualified(Eligible candidate) {
        var from = given.ranking().assessment().wellQualified();
        if (from.rating() != null) {
            return candidate.rating() != null
                    && CATEGORIES.indexOf(candidate.rating()) <= CATEGORIES.indexOf(from.rating());
        }
        if (from.score() != null) {
            return candidate.score() != null && candidate.score().compareTo(from.score()) >= 0;
        }
        return candidate.rating() == null ? candidate.score() != null : candidate.rating() != Rating.QUALIFIED;
    }

    /** L12, L17: whether anybody can be elected at all, by authority and ranking. */
    boolean authorityHolds() {
        var ranking = given.ranking();
        if (ranking.authority() == HiringAuthority.DELEGATED_EXAMINING && ranking.method() == RankingMethod.UNRANKED) {
            return false;
        }
        var day = given.situation().electedOn();
        return ranking.authorityDays().isEmpty()
                || !day.isBefore(ranking.authorityDays().get().from())
                        && (ranking.authorityDays().get().until().isEmpty()
                                || !day.isAfter(
                                        ranking.authorityDays().get().until().get()));
    }

    /** L14: the preference eligibles who are owed the position before the choice. */
    Set<UUID> owedPreference() {
        var wanted = given.wanted();
        if (!preferenceCounts()
                || wanted.isEmpty()
                || wanted.get().preference() != VeteransPreference.NONE
                || order(wanted.get()) < NO_PRIORITY) {
            return Set.of();
        }
        return given.field().stream()
                .filter(this::isReferredByRank)
                .filter(candidate -> candidate.preference() != VeteransPreference.NONE)
                .filter(candidate ->
                        candidate.locations().contains(given.choice().dutyLocation()))
                .filter(candidate -> isNotLower(candidate, wanted.get()))
                .filter(candidate -> !given.standing(candidate).elected()
                        && !given.standing(candidate).declinedOrSilent()
                        && !(given.standing(candidate).vacancyHeld()
                                && given.standing(candidate).passOver() == PassOver.PENDING)
                        && !isLeftOut(candidate))
                .map(Eligible::id)
                .collect(toSet());
    }

    /** L13: those of higher categories whom nothing on record takes out of consideration. */
    Set<UUID> leftInHigherCategories() {
        var wanted = given.wanted();
        if (given.ranking().authority() == HiringAuthority.DIRECT_HIRE
                || given.ranking().method() != RankingMethod.CATEGORY
                || wanted.isEmpty()
                || order(wanted.get()) < NO_PRIORITY) {
            return Set.of();
        }
        return given.field().stream()
                .filter(this::isReferredByRank)
                .filter(candidate ->
                        candidate.locations().contains(given.choice().dutyLocation()))
                .filter(candidate -> merged(candidate) < merged(wanted.get()))
                .filter(candidate -> !given.standing(candidate).elected()
                        && !given.standing(candidate).declinedOrSilent()
                        && !isLeftOut(candidate)
                        && !isConsideredEnough(candidate))
                .map(Eligible::id)
                .collect(toSet());
    }

    /** 5 CFR 332.405: for three appointments, and neither preference (5 U.S.C. 3317(b), 3319(c)(7)) nor priority is the candidate's. */
    private boolean isConsideredEnough(Eligible candidate) {
        return given.standing(candidate).consideredEnough()
                && candidate.preference() == VeteransPreference.NONE
                && given.situation().caseLocations().stream().allMatch(place -> order(candidate, place) == NO_PRIORITY);
    }

    /** L16: the displaced employees who are owed the position before the choice. */
    Set<UUID> owedPriority() {
        var own = given.wanted().map(this::order).orElse(NO_PRIORITY);
        // 5 CFR 330.707: an ICTAP candidate does not come before a 10-point preference eligible.
        var tenPoints = given.wanted()
                .filter(wanted -> Set.of(VeteransPreference.CPS, VeteransPreference.CP, VeteransPreference.XP)
                        .contains(wanted.preference()))
                .isPresent();
        return given.field().stream()
                .filter(candidate -> order(candidate) < (tenPoints ? Math.min(own, ICTAP) : own))
                .filter(candidate -> !given.standing(candidate).elected()
                        && !given.standing(candidate).declinedOrSilent()
                        && given.standing(candidate).passOver() != PassOver.REMOVED)
                .map(Eligible::id)
                .collect(toSet());
    }

    /** L15, L22: passed over with consent, or removed by a sustained objection. */
    private boolean isLeftOut(Eligible candidate) {
        return Set.of(PassOver.SUSTAINED, PassOver.REMOVED)
                .contains(given.standing(candidate).passOver());
    }

    /** The candidate's priority where the choice is to work. */
    private int order(Eligible candidate) {
        return order(candidate, given.choice().dutyLocation());
    }

    private int order(Eligible candidate, String place) {
        if (given.situation().shortAppointment()
                || given.standing(candidate).notWellQualified()
                || !isDisplacedFrom(candidate, place)) {
            return NO_PRIORITY;
        }
        return candidate.priority() == PriorityStatus.CTAP ? CTAP : ICTAP;
    }

    /** Not under direct hire; and where nobody is ranked, in the excepted service only (5 CFR 302.304). */
    private boolean preferenceCounts() {
        return switch (given.ranking().authority()) {
            case DELEGATED_EXAMINING -> given.ranking().method() != RankingMethod.UNRANKED;
            case DIRECT_HIRE -> false;
            case EXCEPTED_SERVICE -> true;
        };
    }

    private boolean isNotLower(Eligible candidate, Eligible wanted) {
        if (given.ranking().method() == RankingMethod.UNRANKED) {
            return true;
        }
        return given.ranking().method() == RankingMethod.NUMERIC
                ? isLifted(candidate)
                        || wanted.score() == null
                        || candidate.score().compareTo(wanted.score()) >= 0
                : merged(candidate) <= merged(wanted);
    }

    private boolean isLifted(Eligible candidate) {
        var disabled =
                candidate.preference() == VeteransPreference.CP || candidate.preference() == VeteransPreference.CPS;
        return disabled
                && !given.ranking().professionalOrScientific()
                && given.ranking().authority() != HiringAuthority.DIRECT_HIRE;
    }

    /** The category, 0 for the highest: where L12 puts the candidate. */
    private int place(Eligible candidate) {
        return isLifted(candidate) ? 0 : CATEGORIES.indexOf(candidate.rating());
    }

    /** The same, with merged categories as one. */
    private int merged(Eligible candidate) {
        var place = place(candidate);
        var highest = CATEGORIES.indexOf(given.categories().highest());
        return place < highest ? place : Math.max(place, lowestOfOwn());
    }

    private int lowestOfOwn() {
        var categories = given.categories();
        return CATEGORIES.indexOf(categories.mergedWith() == null ? categories.highest() : categories.mergedWith());
    }

    private int lowestReferred() {
        return Math.max(lowestOfOwn(), CATEGORIES.indexOf(given.categories().referredDownTo()));
    }
}
