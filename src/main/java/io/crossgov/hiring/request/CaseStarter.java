package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;

/** Opens a case the way Tasklist's start form does: its process starts with it. Package {@code workflow} implements it. */
public interface CaseStarter {

    /** @throws io.crossgov.hiring.common.Refusal when the answers or the person's role do not allow it */
    CaseNumber start(Actor actor, OpenCase answers);
}
