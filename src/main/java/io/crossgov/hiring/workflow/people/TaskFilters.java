package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The ready-made task lists of each role. Written by the application only: nobody else may create or change a filter, because a
 * stored filter may hold expressions.
 */
@Component
class TaskFilters {

    private static final Set<Role> WORKING = Set.of(
            Role.HIRING_MANAGER,
            Role.HR_SPECIALIST,
            Role.SHARED_CERTIFICATE_COORDINATOR,
            Role.SUBJECT_MATTER_EXPERT,
            Role.OPM_CROSS_GOV);

    /** @param whenEmpty says why there are no tasks in it, and where to go on */
    private record ReadyMade(
            String name, String description, String whenEmpty, Set<Role> roles, UnaryOperator<TaskQuery> query) {}

    private static final List<ReadyMade> READY_MADE = List.of(
            new ReadyMade(
                    "My tasks",
                    "Tasks you have taken",
                    "You have taken no task: choose one from “To take”.",
                    WORKING,
                    query -> query.taskAssigneeExpression("${currentUser()}")),
            new ReadyMade(
                    "To take",
                    "Tasks for your role that nobody has taken yet",
                    "Nothing waits for your role: new tasks appear here by themselves, and what you have taken stands in “My tasks”.",
                    WORKING,
                    query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")
                            .taskUnassigned()),
            new ReadyMade(
                    "Overdue",
                    "Tasks for your role whose due date has passed",
                    "Nothing is overdue: what is due next stands first in the other lists.",
                    WORKING,
                    query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")
                            .includeAssignedTasks()
                            .dueBeforeExpression("${now()}")),
            new ReadyMade(
                    "All for my role",
                    "Every open task for your role, whoever has taken it",
                    "No open task is for your role: new ones appear here when a case comes to you.",
                    Set.of(Role.HIRING_MANAGER, Role.SHARED_CERTIFICATE_COORDINATOR, Role.SUBJECT_MATTER_EXPERT),
                    query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")
                            .includeAssignedTasks()),
            new ReadyMade(
                    "All of my agency",
                    "Every open task of your agency",
                    "Your agency has no open task: what was decided stands under “Cases”, and “Open a case” begins a new one.",
                    Set.of(Role.HR_SPECIALIST),
                    query -> query),
            new ReadyMade(
                    "All agencies",
                    "Every open task of every agency",
                    "No agency has an open task: what was decided stands under “Cases”.",
                    Set.of(Role.OPM_CROSS_GOV),
                    query -> query));

    private final FilterService filterService;
    private final TaskService taskService;
    private final AuthorizationService authorizationService;

    TaskFilters(FilterService filterService, TaskService taskService, AuthorizationService authorizationService) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.authorizationService = authorizationService;
    }

    /** Creates those that are missing, and brings the others to what an earlier release did not show. */
    void create() {
        var present = filterService.createFilterQuery().list().stream()
                .collect(Collectors.toMap(Filter::getName, Function.identity()));
        for (int position = 0; position < READY_MADE.size(); position++) {
            var readyMade = READY_MADE.get(position);
            var properties = properties(readyMade, position);
            var filter = present.get(readyMade.name());
            if (filter == null) {
                create(readyMade, properties);
            } else if (!properties.equals(filter.getProperties())) {
                filterService.saveFilter(filter.setProperties(properties));
            }
        }
    }

    private static Map<String, Object> properties(ReadyMade readyMade, int position) {
        return Map.of(
                "description",
                readyMade.description(),
                "whenEmpty",
                readyMade.whenEmpty(),
                "priority",
                position,
                "color",
                "#1a4480",
                "refresh",
                true,
                "showUndefinedVariable",
                false);
    }

    private void create(ReadyMade readyMade, Map<String, Object> properties) {
        var filter = filterService
                .newTaskFilter(readyMade.name())
                .setQuery(readyMade.query().apply(taskService.createTaskQuery()))
                .setProperties(properties);
        filterService.saveFilter(filter);
        for (var role : readyMade.roles()) {
            var right = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setGroupId(role.groupId());
            right.setResource(Resources.FILTER);
            right.setResourceId(filter.getId());
            right.addPermission(Permissions.READ);
            authorizationService.saveAuthorization(right);
        }
    }
}
