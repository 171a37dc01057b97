package io.crossgov.hiring.law;

import java.util.List;

/** Veterans' preference as adjudicated (5 U.S.C. 2108). */
public enum VeteransPreference {
    NONE("No preference"),
    TP("5-point preference"),
    XP("10-point preference, other"),
    CP("10-point preference, compensable disability of 10 to 29 percent"),
    CPS("10-point preference, compensable disability of 30 percent or more"),
    SSP("Sole survivor preference, 0 points");

    private static final List<VeteransPreference> STRONGEST_FIRST = List.of(CPS, CP, XP, TP, SSP, NONE);

    private final String title;

    VeteransPreference(String title) {
        this.title = title;
    }

    /** What the code stands for. */
    public String title() {
        return title;
    }

    /** Of two that one person claims, the one that gives more: preference is the person's, whichever of several records says so. */
    public VeteransPreference or(VeteransPreference other) {
        return STRONGEST_FIRST.indexOf(this) <= STRONGEST_FIRST.indexOf(other) ? this : other;
    }

    /** Whether the candidate comes before others in the same category (L12). */
    public boolean isEligible() {
        return this != NONE;
    }
}
