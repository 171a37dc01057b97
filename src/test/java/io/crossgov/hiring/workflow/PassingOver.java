package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.selection.PassOver;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** A request to pass over one preference eligible, on its way. */
public final class PassingOver implements Work {

    private final HireScenario scenario;
    private final Stage stage;
    private final Hire hire;
    private final String applicantNumber;
    private final UUID passOverId;
    private final String processInstance;

    PassingOver(HireScenario scenario, Stage stage, Hire hire, String applicantNumber, UUID passOverId) {
        this.scenario = scenario;
        this.stage = stage;
        this.hire = hire;
        this.applicantNumber = applicantNumber;
        this.passOverId = passOverId;
        processInstance = stage.historyService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("pass-over")
                .processInstanceBusinessKey(hire.caseNumber())
                .variableValueEquals("passOverId", passOverId.toString())
                .singleResult()
                .getId();
    }

    @Override
    public String caseNumber() {
        return hire.caseNumber();
    }

    @Override
    public TaskQuery among(TaskQuery tasks) {
        return tasks.processInstanceId(processInstance);
    }

    @Override
    public void costs(String step, Runnable doing) {
        hire.costs(step, doing);
    }

    String applicantNumber() {
        return applicantNumber;
    }

    /** The engine's id of an open task of the request. */
    String taskInstance(String taskId) {
        return among(stage.taskService().createTaskQuery())
                .taskDefinitionKey(taskId)
                .singleResult()
                .getId();
    }

    PassOver file() {
        return stage.passOvers().byId(passOverId);
    }

    /** The record of the request says something else. */
    void is(String column, String value) {
        stage.jdbc().update("update pass_over set " + column + " = ? where id = ?", value, passOverId);
    }

    /** A timer of the request fires: its time has come. */
    public PassingOver timerFires(String elementId) {
        scenario.fire(processInstance, elementId);
        return this;
    }

    /** When a timer of the request will fire, as the office's date. */
    LocalDate dayOfTimer(String elementId) {
        return scenario.dayOfTimer(processInstance, elementId);
    }

    /** Somebody who may change running processes puts this one at another task. */
    PassingOver isMovedTo(String taskId) {
        stage.runtimeService()
                .createProcessInstanceModification(processInstance)
                .cancelAllForActivity("time-to-answer")
                .startBeforeActivity(taskId)
                .execute();
        return waitsAt(taskId);
    }

    /** Exactly these tasks of the request are open. */
    public PassingOver waitsAt(String... taskIds) {
        Set<String> open = among(stage.taskService().createTaskQuery()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open).containsExactlyInAnyOrder(taskIds);
        return this;
    }

    PassingOver endedAs(PassOver.State state, String endEvent) {
        assertThat(file().state()).isEqualTo(state);
        assertThat(stage.historyService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(processInstance)
                        .singleResult()
                        .getEndTime())
                .isNotNull();
        assertThat(ProcessTrace.passedBy(processInstance)).contains(endEvent);
        return this;
    }

    @Override
    public Map<String, Object> usualAnswers(String taskId, Colleague who) {
        return switch (taskId) {
            case "file-pass-over" ->
                answers(
                        "ground",
                        "unqualified",
                        "reasons",
                        "The resume shows no work with several research methods, which the position needs at entry.",
                        "sf62",
                        who.uploads(hire, DocumentPurpose.SF_62));
            case "decide-pass-over", "decide-own-pass-over" ->
                answers("decision", "SUSTAINED", "reason", "The reasons are proper and adequate.");
            default -> throw new AssertionError("no usual answers to " + taskId);
        };
    }
}
