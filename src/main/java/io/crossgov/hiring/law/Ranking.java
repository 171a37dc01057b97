package io.crossgov.hiring.law;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a certificate ranks its candidates.
 *
 * @param assessment by what, and who is well-qualified
 * @param authorityDays on which days a direct-hire authority may be used; empty for another authority, and for a pool that was set up
 *     before they were asked for
 * @param professionalOrScientific whether the position is professional or scientific at GS-9 or above: then compensable disability does
 *     not lift anybody into the highest category (L12, 5 U.S.C. 3319(b))
 * @param cutOff the lowest score that is referred in a {@link RankingMethod#NUMERIC} pool (L17); empty while OPM has not set it
 */
public record Ranking(
        Assessment assessment,
        HiringAuthority authority,
        Optional<AuthorityDays> authorityDays,
        boolean professionalOrScientific,
        Optional<BigDecimal> cutOff) {

    private static final Set<VeteransPreference> COMPENSABLE =
            EnumSet.of(VeteransPreference.CPS, VeteransPreference.CP);

    public RankingMethod method() {
        return assessment.method();
    }

    /** Whether nothing says who comes first although preference would have to count. */
    boolean lacksOrder() {
        return authority == HiringAuthority.DELEGATED_EXAMINING && method() == RankingMethod.UNRANKED;
    }

    /** Whether veterans' preference decides who comes first. Under direct-hire authority, and under delegated examining without a ranking, it does not (L17, 5 U.S.C. 3304(a)(3)). */
    public boolean preferenceCounts() {
        return switch (authority) {
            case DELEGATED_EXAMINING -> method() != RankingMethod.UNRANKED;
            case EXCEPTED_SERVICE -> true;
            case DIRECT_HIRE -> false;
        };
    }

    /** Whether nothing but preference puts people in an order: where the excepted service ranks nobody. */
    boolean isByPreferenceAlone() {
        return isExcepted() && method() == RankingMethod.UNRANKED;
    }

    /** Whether displaced employees have a priority: CTAP and ICTAP are of the competitive service (5 CFR 330.602, 330.705(b)). */
    public boolean priorityCounts() {
        return !isExcepted();
    }

    private boolean isExcepted() {
        return authority.service() == Service.EXCEPTED;
    }

    /** Where it is written that preference eligibles come before others. */
    String orderIsWritten() {
        return isExcepted() ? "5 CFR 302.304" : "5 U.S.C. 3319(b)";
    }

    /** Where it is written that nobody passes a preference eligible over. */
    String passingOverIsWritten() {
        return isExcepted() ? "5 CFR 302.401" : "5 U.S.C. 3318(c), 3319(c)";
    }

    /** Where it is written who stands at the top of a list by score. */
    public String topIsWritten() {
        return isExcepted() ? "5 CFR 302.304" : "5 CFR 332.401(b)";
    }

    /** Where it is written down to which score candidates are referred. */
    String cutOffIsWritten() {
        return isExcepted() ? "5 CFR 302.401(a)" : "5 CFR 332.402";
    }

    /** Whether this preference comes before none, here. */
    public boolean isPreferred(VeteransPreference preference) {
        return preferenceCounts() && preference.isEligible();
    }

    /**
     * Whether the candidate stands above the others of the own category or score: in the highest category whatever the rating (L12), or at
     * the top of the scores (5 CFR 332.401(b)).
     */
    boolean isLifted(VeteransPreference preference) {
        return preferenceCounts()
                && method() != RankingMethod.UNRANKED
                && !professionalOrScientific
                && COMPENSABLE.contains(preference);
    }

    /** Whether the candidate is well-qualified for a priority (L16). */
    boolean isWellQualified(Eligible candidate) {
        return assessment.wellQualified().includes(candidate.rating(), candidate.score());
    }

    /** Whether nobody can say that of the candidate, as the rating or score is missing. */
    boolean isUnrated(Eligible candidate) {
        return !assessment.wellQualified().isKnown(candidate.rating(), candidate.score());
    }

    /** The category in which the candidate stands (L12); empty without categories. */
    Optional<Rating> categoryOf(Eligible candidate) {
        return Optional.ofNullable(category(candidate.rating(), candidate.preference()));
    }

    /** The next lower one of the pool's categories; empty for the lowest. */
    Optional<Rating> below(Rating category) {
        return assessment.categories().stream()
                .filter(other -> !other.isAtLeast(category))
                .findFirst();
    }

    /** The category in which the candidate stands (L12); null without categories. */
    public Rating category(Rating rating, VeteransPreference preference) {
        return rating != null && isLifted(preference) ? Rating.BEST_QUALIFIED : rating;
    }
}
