package io.crossgov.hiring.law;

/** Priority of displaced employees (5 CFR part 330, subparts F and G), within their commuting area. */
public enum PriorityStatus {
    NONE,
    /** Career transition assistance plan: displaced from the same agency. */
    CTAP,
    /** Interagency career transition assistance plan: displaced from another agency. */
    ICTAP
}
