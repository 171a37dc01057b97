package io.crossgov.hiring.law;

/**
 * L12: the order of a list of the excepted service on which nobody is ranked (5 CFR 302.304): by preference alone. Who has none is elected
 * only when no preference eligible is left whom the agency may not pass over (5 CFR 302.401), which is L14's to say.
 */
final class ExceptedOrder {

    private ExceptedOrder() {}

    /** 1 for those who are considered first. */
    static int place(VeteransPreference preference) {
        return switch (preference) {
            case CPS, CP -> 1;
            case XP -> 2;
            case TP -> 3;
            case SSP -> 4;
            case NONE -> 5;
        };
    }
}
