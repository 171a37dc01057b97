package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * What roles may do, answered without asking the database: it stands in {@link EngineSetUp} and, for a task, in its model. The engine would
 * read its table of rights with every command, several times.
 *
 * <p>The same rights are in that table, for what the engine lists by joining with it. Rights that come with a person or a task list (one's
 * own profile, the ready-made lists) are looked up there.
 */
public final class RightsOfRoles implements SessionFactory {

    /** What a role may do with a task that is offered to it. To assign is to give it back, so that a colleague can take it. */
    private static final Set<Permission> WITH_ITS_TASKS =
            Set.of(Permissions.READ, TaskPermissions.READ_VARIABLE, Permissions.TASK_WORK, Permissions.TASK_ASSIGN);

    /** Of these, nobody but a role holds a right. */
    private static final Set<Resource> ROLES_ONLY = Set.of(
            Resources.APPLICATION,
            Resources.DEPLOYMENT,
            Resources.PROCESS_DEFINITION,
            Resources.PROCESS_INSTANCE,
            Resources.TASK);

    private final OfferedSteps steps;

    public RightsOfRoles(OfferedSteps steps) {
        this.steps = steps;
    }

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new InMemory(steps);
    }

    /** The roles among an engine user's groups. */
    static List<Role> roles(Collection<String> groups) {
        return groups == null
                ? List.of()
                : groups.stream().map(Role::ofGroup).flatMap(Optional::stream).toList();
    }

    /** Whether one of the roles may do this with one or with all of such things. */
    static boolean grants(Collection<Role> roles, Permission permission, Resource resource, String id) {
        return granted(roles, permission, resource)
                .anyMatch(Predicate.<String>isEqual(Authorization.ANY).or(Predicate.isEqual(id)));
    }

    /** Whether somebody in these groups of the engine may read whatever process runs. */
    public static boolean readAllProcesses(Collection<String> groups) {
        var roles = roles(groups);
        return grants(roles, Permissions.READ, Resources.PROCESS_INSTANCE, Authorization.ANY)
                || grants(roles, Permissions.READ_INSTANCE, Resources.PROCESS_DEFINITION, Authorization.ANY);
    }

    /** Ids of what the roles may use in that way. */
    static Stream<String> granted(Collection<Role> roles, Permission permission, Resource resource) {
        return EngineSetUp.RIGHTS.stream()
                .filter(right -> right.resource() == resource)
                .filter(right -> right.includes(permission))
                .filter(right -> right.roles().stream().anyMatch(roles::contains))
                .map(EngineSetUp.Right::id);
    }

    private static final class InMemory extends AuthorizationManager {

        private final OfferedSteps steps;

        InMemory(OfferedSteps steps) {
            this.steps = steps;
        }

        @Override
        public boolean isAuthorized(String userId, List<String> groups, PermissionCheck check) {
            return isOfRoles(check) && isAuthorizationEnabled()
                    ? grants(roles(groups), check)
                    : super.isAuthorized(userId, groups, check);
        }

        @Override
        public boolean isAuthorized(String userId, List<String> groups, CompositePermissionCheck checks) {
            return checks.getAllPermissionChecks().stream().allMatch(InMemory::isOfRoles)
                    ? grants(roles(groups), checks)
                    : super.isAuthorized(userId, groups, checks);
        }

        private static boolean isOfRoles(PermissionCheck check) {
            return ROLES_ONLY.contains(check.getResource()) && check.getResourceIdQueryParam() == null;
        }

        private boolean grants(List<Role> roles, CompositePermissionCheck checks) {
            var parts = Stream.concat(
                    checks.getAtomicChecks().stream().map(check -> (Predicate<List<Role>>) who -> grants(who, check)),
                    checks.getCompositeChecks().stream().map(part -> who -> grants(who, part)));
            return checks.isDisjunctive()
                    ? parts.anyMatch(part -> part.test(roles))
                    : parts.allMatch(part -> part.test(roles));
        }

        private boolean grants(List<Role> roles, PermissionCheck check) {
            return RightsOfRoles.grants(roles, check.getPermission(), check.getResource(), check.getResourceId())
                    || check.getResource() == Resources.TASK
                            && EngineSetUp.Right.includes(WITH_ITS_TASKS, check.getPermission())
                            && isOfferedTo(roles, check.getResourceId());
        }

        private boolean isOfferedTo(List<Role> roles, String taskId) {
            if (taskId == null || roles.isEmpty()) {
                return false;
            }
            // Mostly the very task that the command is about, which has been read.
            var task = getDbEntityManager().selectById(TaskEntity.class, taskId);
            return task != null
                    && steps.rolesOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey()).stream()
                            .anyMatch(roles::contains);
        }

        /** For whoever may read all processes, no right is looked up with each. */
        @Override
        @SuppressWarnings("rawtypes")
        public void configureExecutionQuery(AbstractQuery query) {
            super.configureExecutionQuery(query);
            var check = query.getAuthCheck();
            if (readAllProcesses(check.getAuthGroupIds())) {
                check.setAuthorizationCheckEnabled(false);
            }
        }

        /** Groups without any right would do no harm; to leave them out, the engine reads the whole table several times a request. */
        @Override
        public List<String> filterAuthenticatedGroupIds(List<String> groups) {
            return groups == null ? List.of() : groups;
        }

        /** There are none of a single task or process. */
        @Override
        public void deleteAuthorizationsByResourceId(Resource resource, String id) {
            if (resource != Resources.TASK && resource != Resources.PROCESS_INSTANCE) {
                super.deleteAuthorizationsByResourceId(resource, id);
            }
        }
    }
}
