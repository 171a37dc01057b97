package io.crossgov.hiring.law;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * L7: an exception from the agency's Reemployment Priority List lets one kind of appointment go ahead while people stand on the list, and
 * no other (5 CFR 330.211). Who is elected must be whom the exception is for.
 */
public final class ReemploymentList {

    private static final Set<VeteransPreference> TEN_POINTS =
            EnumSet.of(VeteransPreference.CPS, VeteransPreference.CP, VeteransPreference.XP);

    private ReemploymentList() {}

    /**
     * Whether somebody may be appointed.
     *
     * @param exception id of the ground, as in {@code law/rpl-exceptions.yaml}; empty where the list was cleared. A ground that is not
     *     about the person appointed lets anybody
     * @param federalAgency of a current or former federal employee
     */
    public static Ruling lets(
            Optional<String> exception, VeteransPreference preference, Optional<String> federalAgency) {
        return switch (exception.orElse("")) {
            case "ten-point-preference-eligible" ->
                TEN_POINTS.contains(preference)
                        ? new Ruling.Allowed()
                        : refused("a 10-point preference eligible (5 CFR 330.211(b))");
            case "restoration-rights", "other-reemployment-rights" ->
                federalAgency.isPresent()
                        ? new Ruling.Allowed()
                        : refused(
                                "a current or former federal employee with a right to come back (5 CFR 330.211(c), (d))");
            default -> new Ruling.Allowed();
        };
    }

    private static Ruling refused(String whom) {
        return new Ruling.Refused(
                Rule.L7,
                "The Reemployment Priority List was not cleared for this position: the request went on by an exception for the"
                        + " appointment of " + whom + ". It covers nobody else. Choose such a candidate from the list.",
                List.of(),
                List.of(Exit.to(Exit.Way.CHOOSE_FROM_LIST)));
    }
}
