package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.selection.Selection;
import io.crossgov.hiring.selection.SelectionState;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** A candidate somebody elected: steps 5 to 8 of one selection. */
public final class Selectee implements Work {

    private final HireScenario scenario;
    private final Stage stage;
    private final Hire hire;
    private final String applicantNumber;
    private final UUID selectionId;
    private final String processInstance;

    Selectee(HireScenario scenario, Stage stage, Hire hire, String applicantNumber, UUID selectionId) {
        this.scenario = scenario;
        this.stage = stage;
        this.hire = hire;
        this.applicantNumber = applicantNumber;
        this.selectionId = selectionId;
        this.processInstance = stage.historyService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("candidate-selection")
                .processInstanceBusinessKey(hire.caseNumber())
                .variableValueEquals("selectionId", selectionId.toString())
                .singleResult()
                .getId();
    }

    public Hire hire() {
        return hire;
    }

    public UUID selectionId() {
        return selectionId;
    }

    String applicantNumber() {
        return applicantNumber;
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

    Selection file() {
        return stage.selections().byId(selectionId);
    }

    // --- going on
    // -----------------------------------------------------------------------------------------------------

    /** Lets everybody do the usual things until these tasks are open. */
    public Selectee until(String... taskIds) {
        var wanted = Set.of(taskIds);
        while (!openTasks().containsAll(wanted)) {
            step(wanted);
        }
        return this;
    }

    /** Lets everybody do the usual things to the end: entry on duty. */
    public Selectee untilTheEnd() {
        while (!openTasks().isEmpty()) {
            step(Set.of());
        }
        return this;
    }

    private void step(Set<String> wanted) {
        var next = openTasks().stream()
                .filter(task -> !wanted.contains(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "The usual selection does not come to " + wanted + "; open is " + openTasks()));
        scenario.usual(next).completes(this, next);
    }

    /** A timer of this selection fires: its time has come. */
    Selectee timerFires(String elementId) {
        scenario.fire(processInstance, elementId);
        return this;
    }

    /** When a timer of the selection will fire, as the office's date. */
    LocalDate dayOfTimer(String elementId) {
        return scenario.dayOfTimer(processInstance, elementId);
    }

    /** Somebody who may change running processes puts this one at another task. */
    public Selectee isMovedTo(String taskId) {
        var modification = stage.runtimeService().createProcessInstanceModification(processInstance);
        openTasks().forEach(modification::cancelAllForActivity);
        modification.startBeforeActivity(taskId).execute();
        return waitsAt(taskId);
    }

    // --- what is the selection now
    // ------------------------------------------------------------------------------------

    public Set<String> openTasks() {
        return among(stage.taskService().createTaskQuery()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Selectee waitsAt(String... taskIds) {
        assertThat(openTasks()).containsExactlyInAnyOrder(taskIds);
        return this;
    }

    Selectee hasPassed(String... elementIds) {
        assertThat(ProcessTrace.passedBy(processInstance)).contains(elementIds);
        return this;
    }

    Selectee hasNotPassed(String... elementIds) {
        assertThat(ProcessTrace.passedBy(processInstance)).doesNotContain(elementIds);
        return this;
    }

    /** The selection and its process ended together. */
    Selectee endedAs(SelectionState state) {
        assertThat(history().getEndTime()).as("the selection's process ended").isNotNull();
        assertThat(file().state()).isEqualTo(state);
        return this;
    }

    Selectee runs() {
        assertThat(history().getEndTime()).as("the selection's process runs").isNull();
        assertThat(file().isRunning()).isTrue();
        return this;
    }

    private HistoricProcessInstance history() {
        return stage.historyService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(processInstance)
                .singleResult();
    }

    Selectee is(SelectionState state) {
        assertThat(file().state()).isEqualTo(state);
        return this;
    }

    Selectee candidateIs(Availability availability) {
        hire.candidateIs(applicantNumber, availability);
        return this;
    }

    // --- the usual answers
    // ----------------------------------------------------------------------------------------------

    @Override
    public Map<String, Object> usualAnswers(String taskId, Colleague who) {
        var today = scenario.today();
        return switch (taskId) {
            case "notify-opm-of-selection", "correct-selection" -> answers("sf52Number", "SF52-2026-0017");
            case "name-certificate-recipients", "release-application-material", "extend-tentative-offer" -> Map.of();
            case "return-certificate-review" -> answers("rows", everybodyElseNotSelected(who));
            case "verify-selection" -> answers("decision", "VERIFIED");
            case "record-offer-answer" ->
                who.opens(this, taskId).get("federalEmployee").isNull()
                        ? answers("answer", "ACCEPTED", "federalEmployee", "NO")
                        : answers("answer", "ACCEPTED");
            case "set-pay" -> answers("step", 1, "annualRate", 117962, "effectiveOn", today.plusDays(14));
            case "build-new-hire-record" -> answers("recordId", "NH-2026-0311");
            case "request-sf-75" -> answers("receivedOn", today, "employmentConfirmed", "YES");
            case "extend-final-offer" -> Map.of();
            case "record-final-answer" -> answers("answer", "ACCEPTED");
            case "confirm-entry-on-duty" ->
                answers("entered", "YES", "enteredOn", today, "earlierReason", "Both sides were ready.");
            case "determine-withdrawal-scope" -> answers("scope", "THIS_AGENCY");
            default -> throw new AssertionError("no usual answers to " + taskId);
        };
    }

    /** The rows as the form suggests them; who has no decision yet is not selected. */
    private Object everybodyElseNotSelected(Colleague who) {
        var rows = who.opens(this, "return-certificate-review").get("rows");
        for (var row : rows) {
            if (row.get("outcome").isNull()) {
                ((ObjectNode) row).put("outcome", "NOT_SELECTED");
            }
        }
        return rows;
    }
}
