package io.crossgov.hiring.workflow.tasklist;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** For which roles the tasks of a model are, read from the model itself: asking the engine would cost a query a task. */
@Component
class TaskRoles {

    private final RepositoryService repositoryService;
    private final EngineAccess engine;

    /** By process definition, which never changes, and task id. */
    private final Map<String, Map<String, List<Role>>> known = new ConcurrentHashMap<>();

    TaskRoles(RepositoryService repositoryService, EngineAccess engine) {
        this.repositoryService = repositoryService;
        this.engine = engine;
    }

    List<Role> of(Task task) {
        return known.computeIfAbsent(task.getProcessDefinitionId(), this::read)
                .getOrDefault(task.getTaskDefinitionKey(), List.of());
    }

    private Map<String, List<Role>> read(String definitionId) {
        return engine
                .asItself(() -> repositoryService.getBpmnModelInstance(definitionId))
                .getModelElementsByType(UserTask.class)
                .stream()
                .collect(Collectors.toMap(UserTask::getId, task -> task.getCamundaCandidateGroupsList().stream()
                        .flatMap(group -> Role.ofGroup(group).stream())
                        .toList()));
    }
}
