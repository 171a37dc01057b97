package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.task.StartForm;
import io.crossgov.hiring.task.TaskForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The features' forms, by task id and process id. */
@Component
public class TaskForms {

    private final Map<String, TaskForm<?>> byTask;
    private final Map<String, StartForm<?>> byProcess;

    TaskForms(List<TaskForm<?>> taskForms, List<StartForm<?>> startForms) {
        byTask = taskForms.stream().collect(Collectors.toMap(TaskForm::taskId, Function.identity()));
        byProcess = startForms.stream().collect(Collectors.toMap(StartForm::processId, Function.identity()));
    }

    public Optional<TaskForm<?>> ofTask(String taskId) {
        return Optional.ofNullable(byTask.get(taskId));
    }

    Optional<StartForm<?>> ofProcess(String processId) {
        return Optional.ofNullable(byProcess.get(processId));
    }

    /** Ids of the user tasks of a model that no feature has a form for. */
    public List<String> missingFor(BpmnModelInstance model) {
        return model.getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getId)
                .filter(task -> !byTask.containsKey(task))
                .toList();
    }
}
