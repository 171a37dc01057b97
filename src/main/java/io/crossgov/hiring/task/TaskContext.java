package io.crossgov.hiring.task;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import java.util.UUID;

/**
 * The open task a form belongs to, and who looks at it.
 *
 * @param selectionId the selectee's selection in steps 5 to 8, otherwise null
 * @param passOverId the request to pass over a preference eligible, where the task belongs to one, otherwise null
 */
public record TaskContext(CaseNumber caseNumber, UUID selectionId, UUID passOverId, Actor actor) {

    public TaskContext(CaseNumber caseNumber, UUID selectionId, Actor actor) {
        this(caseNumber, selectionId, null, actor);
    }
}
