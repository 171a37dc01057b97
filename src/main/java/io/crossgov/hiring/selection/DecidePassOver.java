package io.crossgov.hiring.selection;

import io.crossgov.hiring.task.FormOf;

/** OPM decides whether the agency may pass over a preference eligible, or whether its objection is sustained (L15, L21, L22). */
@FormOf("decide-pass-over")
class DecidePassOver extends DecidingPassOver {

    DecidePassOver(PassOverOfTask ofTask, PassOverDecisions decisions) {
        super(decisions, ofTask::decided);
    }
}
