package io.crossgov.hiring.workflow.model;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.springframework.util.StringUtils;

/**
 * What a model will do when a case comes to it: whether its times are times, its tasks are for a role, and its messages are sent by
 * anybody. The engine takes all of them as text and fails, or waits
 * for ever, at the first case. {@link ModelRules} asks what a model shows, this class what it does.
 */
final class ModelBehaviour {

    /** What the application tells running processes, by process. A process that does not listen would miss it without a word. */
    static final Map<String, Set<String>> MESSAGES = Map.of(
            "cross-gov-hiring",
                    Set.of("candidate-elected", "pass-over-asked", "priority-extension-asked", "case-cancelled"),
            "candidate-selection", Set.of("candidate-withdrawn"),
            "pass-over", Set.of("pass-over-fell-away"));

    /** Three years, in days: how long the records rule that each process names keeps its history at least. */
    static final int SHORTEST_HISTORY = 1095;

    private static final String PLATFORM = "Camunda Platform";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final Pattern HISTORY = Pattern.compile("P(\\d{1,6})D|(\\d{1,6})");
    private static final Pattern ONE_EXPRESSION = Pattern.compile("[$#]\\{([^{}]*)}");

    private final BpmnModelInstance model;
    private final ModelFindings findings = new ModelFindings();

    private ModelBehaviour(BpmnModelInstance model) {
        this.model = model;
    }

    /** @return one finding for each place that would fail or wait for ever, empty when there is none */
    static List<ModelFinding> check(BpmnModelInstance model) {
        var behaviour = new ModelBehaviour(model);
        behaviour.platform();
        behaviour.history();
        behaviour.people();
        behaviour.retries();
        behaviour.times();
        behaviour.messages();
        return behaviour.findings.all();
    }

    private void platform() {
        var platform = model.getDefinitions().getAttributeValueNs(MODELER, "executionPlatform");
        if (platform != null && !platform.equals(PLATFORM)) {
            var definitions =
                    model.getModelElementsByType(Definitions.class).iterator().next();
            findings.add(new ModelFinding(
                    String.valueOf(definitions.getId()),
                    "The model is drawn for " + platform + "; this application runs models for " + PLATFORM + " 7."));
        }
    }

    private void history() {
        for (var process : model.getModelElementsByType(Process.class)) {
            var kept = process.getCamundaHistoryTimeToLiveString();
            if (StringUtils.hasText(kept)) {
                var days = HISTORY.matcher(kept.strip());
                if (!days.matches()) {
                    findings.find(
                            process, "keeps its history \"" + kept + "\", which is no number of days such as P1095D.");
                } else if (Integer.parseInt(days.group(1) == null ? days.group(2) : days.group(1)) < SHORTEST_HISTORY) {
                    findings.find(
                            process,
                            "keeps its history " + kept + ": the records rule asks for P" + SHORTEST_HISTORY
                                    + "D, three years, or more.");
                }
            }
        }
    }

    /** Tasks go to a role; who of it does them is the people's own choice, also after somebody has left. */
    private void people() {
        for (var task : model.getModelElementsByType(UserTask.class)) {
            Stream.of(task.getCamundaAssignee(), task.getCamundaCandidateUsers())
                    .filter(StringUtils::hasText)
                    .forEach(person -> findings.find(
                            task,
                            "is fixed to \"" + person + "\": tasks are for a role, and whoever has it takes them."));
        }
    }

    private void retries() {
        for (var retry : model.getModelElementsByType(CamundaFailedJobRetryTimeCycle.class)) {
            var cycle = retry.getTextContent().strip();
            if (Arrays.stream(cycle.split(",")).anyMatch(part -> !isTaken(part.strip(), ModelBehaviour::duration))) {
                findings.find(
                        (BaseElement) retry.getParentElement().getParentElement(),
                        "tries again \"" + cycle + "\", which is no cycle such as R3/PT10M.");
            }
        }
    }

    private void times() {
        for (var task : model.getModelElementsByType(UserTask.class)) {
            mustBeATime(task, "is due", task.getCamundaDueDate(), new DueDateBusinessCalendar()::resolveDuedate);
            mustBeATime(
                    task,
                    "is followed up",
                    task.getCamundaFollowUpDate(),
                    new DueDateBusinessCalendar()::resolveDuedate);
        }
        for (var timer : model.getModelElementsByType(TimerEventDefinition.class)) {
            var event = (BaseElement) timer.getParentElement();
            if (timer.getTimeDate() != null) {
                var date = timer.getTimeDate().getTextContent();
                mustBeATime(event, "goes off", date, new DueDateBusinessCalendar()::resolveDuedate);
            } else if (timer.getTimeDuration() != null) {
                var duration = timer.getTimeDuration().getTextContent();
                mustBeATime(event, "goes off after", duration, new DurationBusinessCalendar()::resolveDuedate);
            } else if (timer.getTimeCycle() != null) {
                var cycle = timer.getTimeCycle().getTextContent();
                mustBeATime(event, "goes off", cycle, new CycleBusinessCalendar()::resolveDuedate);
            } else {
                findings.find(event, "does not say when it goes off.");
            }
        }
    }

    /** Either what the engine itself takes for a time, or one call of a bean that answers with one. */
    private void mustBeATime(BaseElement element, String does, String text, Consumer<String> engine) {
        if (!StringUtils.hasText(text)) {
            return;
        }
        if (!text.contains("${") && !text.contains("#{")) {
            if (!isTaken(text.strip(), engine)) {
                findings.find(element, does + " \"" + text.strip() + "\", which the engine cannot read as a time.");
            }
            return;
        }
        var only = ONE_EXPRESSION.matcher(text.strip());
        if (!only.matches() || !isWellFormed(text)) {
            findings.find(element, does + " " + text.strip() + ", which is no whole expression.");
            return;
        }
        var fault = ModelCalls.fault(text);
        if (fault.isPresent()) {
            findings.find(element, does + " " + text.strip() + ", but " + fault.get());
        } else if (ModelCalls.namesOnlyBeans(text)
                && !ModelCalls.answerOf(text)
                        .filter(Date.class::isAssignableFrom)
                        .isPresent()) {
            findings.find(element, does + " " + text.strip() + ", which is no time.");
        }
    }

    private void messages() {
        var received = new TreeSet<String>();
        Stream.concat(
                        model.getModelElementsByType(MessageEventDefinition.class).stream()
                                .filter(definition -> definition.getParentElement() instanceof CatchEvent)
                                .map(definition -> new Received(
                                        (BaseElement) definition.getParentElement(),
                                        definition.getMessage() == null
                                                ? null
                                                : definition.getMessage().getName())),
                        model.getModelElementsByType(ReceiveTask.class).stream()
                                .map(task -> new Received(
                                        task,
                                        task.getMessage() == null
                                                ? null
                                                : task.getMessage().getName())))
                .forEach(event -> {
                    received.add(String.valueOf(event.message()));
                    if (MESSAGES.values().stream().noneMatch(sent -> sent.contains(String.valueOf(event.message())))) {
                        findings.find(
                                event.element(),
                                event.message() == null
                                        ? "waits for a message without saying which."
                                        : "waits for the message \"" + event.message() + "\", which nobody sends.");
                    }
                });
        for (var process : model.getModelElementsByType(Process.class)) {
            MESSAGES.getOrDefault(process.getId(), Set.of()).stream()
                    .filter(sent -> !received.contains(sent))
                    .sorted()
                    .forEach(sent -> findings.find(
                            process, "does not listen for the message \"" + sent + "\", which the application sends."));
        }
    }

    private record Received(BaseElement element, String message) {}

    static boolean isWellFormed(String expression) {
        try {
            new Builder(Builder.Feature.METHOD_INVOCATIONS).build(expression);
            return true;
        } catch (ELException malformed) {
            return false;
        }
    }

    private static boolean isTaken(String time, Consumer<String> engine) {
        try {
            engine.accept(time);
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static void duration(String cycle) {
        try {
            new DurationHelper(cycle);
        } catch (Exception unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
