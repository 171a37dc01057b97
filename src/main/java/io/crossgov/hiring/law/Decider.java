package io.crossgov.hiring.law;

/**
 * Who decides a pass-over (L15) or an objection (L22). OPM does; an agency to which it has delegated examining authority decides for its own
 * positions (5 U.S.C. 3318(a), 74 FR 30459). Nobody but OPM decides about a preference eligible with a compensable disability of 30 percent
 * or more, or on medical grounds about any.
 */
public enum Decider {
    OPM,
    /** The agency that asks, by somebody other than who asked. */
    AGENCY;

    /**
     * @param medical whether the ground is a medical one
     * @param delegated whether the agency has delegated examining authority
     * @param ownPassOvers whether it also decides about preference eligibles itself: an objection to one is a pass-over in effect
     */
    public static Decider of(VeteransPreference preference, boolean medical, boolean delegated, boolean ownPassOvers) {
        if (!delegated || PassOverRequest.mustBeHeard(preference)) {
            return OPM;
        }
        var preferred = preference != VeteransPreference.NONE;
        return preferred && (medical || !ownPassOvers) ? OPM : AGENCY;
    }
}
