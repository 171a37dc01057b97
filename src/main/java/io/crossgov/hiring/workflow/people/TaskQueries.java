package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Lists of tasks that stay quick and true however long they are.
 *
 * <p>What somebody may read is not looked up in the table of rights, which holds one for each open task and role: the engine compares every
 * task with every right, so that lists slow down with the square of the number of open tasks. It follows from the table in {@link
 * EngineSetUp} and from the groups that a task is offered to ({@link CandidateGroupAuthorizations}); the answer is the same. What may be
 * done with one task is still asked of the engine's rights.
 *
 * <p>The order is always a whole one: most tasks are due at the end of the same few days, and what is told apart by nothing else would
 * stand on two pages or on none.
 */
public final class TaskQueries implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new ByGroup();
    }

    private static final class ByGroup extends AuthorizationManager {

        @Override
        public void configureTaskQuery(TaskQueryImpl query) {
            if (!query.getOrderingProperties().isEmpty()) {
                query.orderByTaskId().asc();
            }
            configureQuery(query);
            var check = query.getAuthCheck();
            if (!check.isAuthorizationCheckEnabled()) {
                return;
            }
            var groups = getCurrentAuthentication().getGroupIds();
            var roles = roles(groups);
            if (readsEveryTask(roles) || asksForOnesOwn(query, groups)) {
                check.setAuthorizationCheckEnabled(false);
            } else if (roles.isEmpty() || query.getQueries().stream().anyMatch(ByGroup::asksForCandidates)) {
                super.configureTaskQuery(query);
            } else {
                check.setAuthorizationCheckEnabled(false);
                narrow(query, groups, processesWhoseTasksAreReadBy(roles));
            }
        }

        private static List<Role> roles(List<String> groups) {
            return groups == null
                    ? List.of()
                    : groups.stream()
                            .map(Role::ofGroup)
                            .flatMap(Optional::stream)
                            .toList();
        }

        /** Whether only what is offered to these groups is asked for, which they may read. */
        private static boolean asksForOnesOwn(TaskQueryImpl query, List<String> groups) {
            var offeredTo = query.getCandidateGroups();
            return offeredTo != null
                    && !offeredTo.isEmpty()
                    && groups != null
                    && groups.containsAll(offeredTo)
                    && query.getCandidateUser() == null
                    && query.getCandidateGroupLike() == null;
        }

        /** The engine looks at one offer of a task at a time: what is asked of it cannot be asked of another one as well. */
        private static boolean asksForCandidates(TaskQueryImpl query) {
            return query.getCandidateGroups() != null
                    || query.getCandidateUser() != null
                    || query.getCandidateGroupLike() != null
                    || query.getInvolvedUser() != null
                    || Boolean.TRUE.equals(query.isWithCandidateGroups())
                    || Boolean.TRUE.equals(query.isWithCandidateUsers());
        }

        /** Groups without any right would do no harm; to leave them out, the engine reads the whole table several times a request. */
        @Override
        public List<String> filterAuthenticatedGroupIds(List<String> groups) {
            return groups == null ? List.of() : groups;
        }

        private static void narrow(TaskQueryImpl query, List<String> groups, List<String> processes) {
            var readable = query.or();
            if (!processes.isEmpty()) {
                readable.processDefinitionKeyIn(processes.toArray(String[]::new));
            }
            readable.taskCandidateGroupIn(groups).includeAssignedTasks().endOr();
        }

        private static boolean readsEveryTask(Collection<Role> roles) {
            return granted(roles, Resources.TASK, Permissions.READ).anyMatch(Authorization.ANY::equals)
                    || granted(roles, Resources.PROCESS_DEFINITION, Permissions.READ_TASK)
                            .anyMatch(Authorization.ANY::equals);
        }

        private static List<String> processesWhoseTasksAreReadBy(Collection<Role> roles) {
            return granted(roles, Resources.PROCESS_DEFINITION, Permissions.READ_TASK)
                    .distinct()
                    .toList();
        }

        /** Ids of what the roles may use in that way. */
        private static Stream<String> granted(Collection<Role> roles, Resource resource, Permission permission) {
            return EngineSetUp.RIGHTS.stream()
                    .filter(right -> right.resource() == resource)
                    .filter(right -> right.permissions().contains(permission))
                    .filter(right -> right.roles().stream().anyMatch(roles::contains))
                    .map(EngineSetUp.Right::id);
        }
    }
}
