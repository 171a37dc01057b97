package io.crossgov.hiring.law;

import java.math.BigDecimal;

/**
 * L17: whether the points that preference adds are in a score (5 U.S.C. 3309), as OPM's file says.
 *
 * @param included whether the file says that they are; a score of an older file says nothing
 * @param number how many were added, 0 for none; null where the file gives the score with them only
 */
public record Points(boolean included, BigDecimal number) {

    public static final Points NOT_SAID = new Points(false, null);

    public static final Points INCLUDED = new Points(true, null);

    public static Points of(BigDecimal number) {
        return new Points(true, number);
    }

    /** How many a preference adds. */
    public static int of(VeteransPreference preference) {
        return switch (preference) {
            case TP -> 5;
            case XP, CP, CPS -> 10;
            case SSP, NONE -> 0;
        };
    }

    /** What is to be said of them behind a score; empty where they are in it, as they have to be. */
    String inWords() {
        if (!included) {
            return " (the file did not say whether preference points are in it)";
        }
        return number == null || number.signum() == 0
                ? ""
                : ", of which " + number.stripTrailingZeros().toPlainString() + " are preference points";
    }
}
