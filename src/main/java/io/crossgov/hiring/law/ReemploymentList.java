package io.crossgov.hiring.law;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * L7: an exception from the agency's Reemployment Priority List lets one kind of appointment go ahead while people stand on the list, and
 * no other (5 CFR 330.211). Who is elected must be whom the exception is for. That a list is cleared is true of a day, and is said again
 * when that day is long ago.
 */
public final class ReemploymentList {

    private static final Set<VeteransPreference> TEN_POINTS =
            EnumSet.of(VeteransPreference.CPS, VeteransPreference.CP, VeteransPreference.XP);

    private ReemploymentList() {}

    /** What an exception demands of who is appointed. */
    public enum Demand {
        /** Nothing: it is about the people on the list, or about the position. */
        ANYBODY("anybody"),
        /** 5 CFR 330.211(b). */
        TEN_POINT_PREFERENCE("a 10-point preference eligible (5 CFR 330.211(b))"),
        /** 5 CFR 330.211(c), (d). */
        REEMPLOYMENT_RIGHT("a current or former federal employee with a right to come back (5 CFR 330.211(c), (d))");

        private final String whom;

        Demand(String whom) {
            this.whom = whom;
        }

        /** Whom it covers, to stand in a sentence. */
        public String whom() {
            return whom;
        }
    }

    /**
     * Whether somebody may be appointed.
     *
     * @param demand of the exception by which the request went on; empty where the list was cleared
     * @param federalAgency of a current or former federal employee
     */
    public static Ruling lets(Optional<Demand> demand, VeteransPreference preference, Optional<String> federalAgency) {
        return switch (demand.orElse(Demand.ANYBODY)) {
            case TEN_POINT_PREFERENCE -> letsOnly(TEN_POINTS.contains(preference), Demand.TEN_POINT_PREFERENCE);
            case REEMPLOYMENT_RIGHT -> letsOnly(federalAgency.isPresent(), Demand.REEMPLOYMENT_RIGHT);
            case ANYBODY -> new Ruling.Allowed();
        };
    }

    /**
     * Whether that the list is cleared has to be said again.
     *
     * @param days for which it holds after the day on which it was cleared, by the agency's setting
     */
    public static boolean isToBeConfirmed(LocalDate clearedOn, int days, LocalDate today) {
        return today.isAfter(clearedOn.plusDays(days));
    }

    private static Ruling letsOnly(boolean isCovered, Demand demand) {
        return isCovered
                ? new Ruling.Allowed()
                : new Ruling.Refused(
                        Rule.L7,
                        "The Reemployment Priority List was not cleared for this position: the request went on by an exception"
                                + " for the appointment of " + demand.whom()
                                + ". It covers nobody else. Choose such a candidate from the list.",
                        List.of(),
                        List.of(Exit.to(Exit.Way.CHOOSE_FROM_LIST)));
    }
}
