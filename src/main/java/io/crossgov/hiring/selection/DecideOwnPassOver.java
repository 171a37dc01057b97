package io.crossgov.hiring.selection;

import io.crossgov.hiring.task.FormOf;

/** An agency with delegated examining authority decides itself, by somebody other than who asked (L15, L21, L22). */
@FormOf("decide-own-pass-over")
class DecideOwnPassOver extends DecidingPassOver {

    DecideOwnPassOver(PassOverOfTask ofTask, PassOverDecisions decisions) {
        super(decisions, ofTask::decidedByAgency);
    }
}
