package io.crossgov.hiring.workflow.people;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/**
 * Rights on a task come from the role it is offered to, and only from there: a task's candidate group may read and work it.
 * Nobody gains a right by being assigned, so nobody keeps one when taken off. Which agency's members of the group are meant is the
 * tenant's business.
 */
public final class CandidateGroupAuthorizations extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity[] NONE = {};

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        return NONE;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        if (!IdentityLinkType.CANDIDATE.equals(type)) {
            return NONE;
        }
        var grant = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(groupId);
        grant.setResource(Resources.TASK);
        grant.setResourceId(task.getId());
        grant.addPermission(Permissions.READ);
        grant.addPermission(TaskPermissions.READ_VARIABLE);
        grant.addPermission(Permissions.TASK_WORK);
        // To give a task back, so that a colleague can take it.
        grant.addPermission(Permissions.TASK_ASSIGN);
        return new AuthorizationEntity[] {grant};
    }
}
