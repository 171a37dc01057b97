package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.Required;
import io.crossgov.hiring.law.Decider;

/**
 * A ground on which an agency passes over or objects (L15, L22).
 *
 * @param id never changes; stored with the request
 * @param citation for example {@code 5 CFR 332.406}
 * @param aboutQualifications whether it is about what the candidate can do, so that a displaced employee is reviewed twice first (L16)
 * @param decidedBy OPM for a ground on which it alone decides about a preference eligible; otherwise null
 */
record ObjectionGround(String id, String text, String citation, boolean aboutQualifications, Decider decidedBy) {

    ObjectionGround {
        Required.id("id", id);
        Required.text("text", text);
        Required.text("citation", citation);
    }

    boolean isMedical() {
        return decidedBy == Decider.OPM;
    }
}
