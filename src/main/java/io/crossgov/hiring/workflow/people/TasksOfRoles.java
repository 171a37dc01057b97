package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.util.ReflectionUtils;

/**
 * Lists of tasks that stay quick and true however many there are, behind the engine's own calls.
 *
 * <p>What somebody may read is a condition on the tasks themselves: on their agency and on their step, of which the models say whom it is
 * offered to. The engine would join every task with every right, and tell equal rows of the join apart by sorting the whole. So nothing has to
 * be joined here, and a page is read from an index in its order. Numbers are counted up to {@link #COUNTED}.
 *
 * <p>The order is always a whole one: most tasks are due at the end of the same few days, and what is told apart by nothing else would
 * stand on two pages or on none.
 */
public final class TasksOfRoles implements SessionFactory {

    /** To count on would cost more than anybody reads from it; one more tells that there are more. */
    public static final int COUNTED = 10_000;

    private static final String STATEMENTS = "tasks-of-roles.xml";

    /** What a query keeps of the groups that it names; the engine has no way to take that back. */
    private static final List<Field> CANDIDATE_GROUPS = Stream.of(
                    "candidateGroup", "candidateGroups", "cachedCandidateGroups", "withCandidateGroups")
            .map(name -> Objects.requireNonNull(ReflectionUtils.findField(TaskQueryImpl.class, name), name))
            .peek(ReflectionUtils::makeAccessible)
            .toList();

    private final OfferedSteps steps;

    public TasksOfRoles(OfferedSteps steps) {
        this.steps = steps;
    }

    @Override
    public Class<?> getSessionType() {
        return TaskManager.class;
    }

    @Override
    public Session openSession() {
        return new Narrowed(steps);
    }

    /** Adds our statements to the engine's, whose conditions they use. */
    public static void addStatements(Configuration statements) {
        try (var xml = TasksOfRoles.class.getResourceAsStream(STATEMENTS)) {
            new XMLMapperBuilder(xml, statements, STATEMENTS, statements.getSqlFragments()).parse();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Which of the tasks that a query finds are shown.
     *
     * @param agencies whose tasks; null for all
     * @param steps each a condition: one of these steps
     */
    public record Shown(List<String> agencies, List<OfferedSteps.Steps> steps) {

        boolean isNothing() {
            return agencies != null && agencies.isEmpty() || steps.stream().anyMatch(OfferedSteps.Steps::isEmpty);
        }

        /** How far the statements count. */
        public int counted() {
            return COUNTED + 1;
        }
    }

    private static final class Narrowed extends TaskManager {

        private final OfferedSteps steps;

        Narrowed(OfferedSteps steps) {
            this.steps = steps;
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
            if (!query.getOrderingProperties().isEmpty()) {
                query.orderByTaskId().asc();
            }
            if (!isAskedByAPerson()) {
                return super.findTasksByQueryCriteria(query);
            }
            return narrow(query)
                    ? getDbEntityManager().selectList(asksForOffers(query) ? "selectTasksOnce" : "selectTasks", query)
                    : new ArrayList<>();
        }

        @Override
        public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
            if (!isAskedByAPerson()) {
                return super.findTaskCountByQueryCriteria(query);
            }
            return narrow(query)
                    ? (Long) getDbEntityManager()
                            .selectOne(asksForOffers(query) ? "countTasksOnce" : "countTasks", query)
                    : 0;
        }

        /** A task is made by a process only, never below another task: with each that is done the engine would look. */
        @Override
        public List<Task> findTasksByParentTaskId(String task) {
            return List.of();
        }

        /** A step that a process stands at has one task: where that has just been done, there is no other one. */
        @Override
        public List<TaskEntity> findTasksByExecutionId(String execution) {
            var isDone = getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                    .anyMatch(task -> task.isDeleted() && execution.equals(task.getExecutionId()));
            return isDone ? new ArrayList<>() : super.findTasksByExecutionId(execution);
        }

        /** Whether a person asks, and not the application. */
        private boolean isAskedByAPerson() {
            return isAuthorizationEnabled()
                    && getCommandContext().isAuthorizationCheckEnabled()
                    && getCurrentAuthentication() != null;
        }

        /** @return whether anything is left of it */
        private boolean narrow(TaskQueryImpl query) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
            query.getTenantCheck().setTenantCheckEnabled(false);
            var reader = getCurrentAuthentication();
            var roles = RightsOfRoles.roles(reader.getGroupIds());
            var shown = new ArrayList<OfferedSteps.Steps>();
            var asked = takeGroups(query);
            asked.ifPresent(groups -> shown.add(steps.offeredTo(groups)));
            if (Boolean.TRUE.equals(query.isWithoutCandidateGroups())) {
                // A model with such a step is not deployed.
                shown.add(OfferedSteps.NONE);
            }
            if (!readsAll(roles) && !asked.filter(roles::containsAll).isPresent()) {
                shown.add(steps.offeredTo(roles, models(roles)::contains));
            }
            // OPM's people are members of every tenant; naming them all would cost a condition each.
            var agencies = roles.stream().anyMatch(Role::isOpm)
                    ? null
                    : Objects.requireNonNullElse(reader.getTenantIds(), List.<String>of());
            var all = new Shown(agencies, List.copyOf(shown));
            query.setParameter(all);
            return !all.isNothing();
        }

        private static boolean readsAll(List<Role> roles) {
            return RightsOfRoles.grants(roles, Permissions.READ, Resources.TASK, null)
                    || RightsOfRoles.grants(roles, Permissions.READ_TASK, Resources.PROCESS_DEFINITION, null);
        }

        /** Models all of whose tasks the roles may read. */
        private static Set<String> models(List<Role> roles) {
            return RightsOfRoles.granted(roles, Permissions.READ_TASK, Resources.PROCESS_DEFINITION)
                    .collect(Collectors.toSet());
        }

        /** Takes the groups that a query names, or any, out of it: the engine would look at the offers of each task. */
        private static Optional<List<Role>> takeGroups(TaskQueryImpl query) {
            var named = query.getCandidateGroups();
            var any = Boolean.TRUE.equals(query.isWithCandidateGroups());
            if (named == null && !any
                    || query.getCandidateUser() != null
                    || query.getCandidateGroupLike() != null
                    || Boolean.TRUE.equals(query.isWithCandidateUsers())) {
                return Optional.empty();
            }
            if (!query.isIncludeAssignedTasks()) {
                query.taskUnassigned();
            }
            CANDIDATE_GROUPS.forEach(field -> ReflectionUtils.setField(field, query, null));
            return Optional.of(named == null ? List.of(Role.values()) : RightsOfRoles.roles(named));
        }

        /** Whether the engine joins tasks with their offers, of which each may have several. */
        private static boolean asksForOffers(TaskQueryImpl query) {
            return query.getQueries().stream()
                    .anyMatch(part -> part.getCandidateGroups() != null
                            || part.getCandidateUser() != null
                            || part.getCandidateGroupLike() != null
                            || part.getInvolvedUser() != null
                            || Boolean.TRUE.equals(part.isWithCandidateGroups())
                            || Boolean.TRUE.equals(part.isWithCandidateUsers()));
        }
    }
}
