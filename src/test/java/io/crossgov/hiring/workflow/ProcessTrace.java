package io.crossgov.hiring.workflow;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Notices every element of every model that a process passes, tells who listens, if anybody does, and remembers what each process instance
 * has passed, which the engine's history does not keep. It asks the database nothing, so that the number of statements stays what it is in
 * production.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ProcessTrace {

    /** An element passed: a flow node begun or left, or a sequence flow taken. */
    record Passed(String processId, String elementId, String event) {}

    private static final AtomicReference<Consumer<Passed>> LISTENER = new AtomicReference<>(passed -> {});

    private static final Map<String, Set<String>> LEFT = new ConcurrentHashMap<>();
    private static final Map<String, Set<String>> PASSED = new ConcurrentHashMap<>();

    private static final ExecutionListener TELL = ProcessTrace::tell;

    static void listen(Consumer<Passed> listener) {
        LISTENER.set(listener);
    }

    static void listenNoMore() {
        LISTENER.set(passed -> {});
    }

    /** Elements that a process instance has begun and left again, also those that were taken away from it. */
    static Set<String> leftBy(String processInstance) {
        return LEFT.getOrDefault(processInstance, Set.of());
    }

    /** The same without those that were taken away from it. */
    static Set<String> passedBy(String processInstance) {
        return PASSED.getOrDefault(processInstance, Set.of());
    }

    private static void note(Map<String, Set<String>> elements, DelegateExecution execution, String element) {
        elements.computeIfAbsent(execution.getProcessInstanceId(), first -> new ConcurrentSkipListSet<>())
                .add(element);
    }

    @Bean
    BpmnParseListener passedElements() {
        return new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element process, ProcessDefinitionEntity definition) {
                watch(definition);
            }
        };
    }

    private static void watch(ScopeImpl scope) {
        for (var activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, TELL);
            activity.addListener(ExecutionListener.EVENTNAME_END, TELL);
            activity.getOutgoingTransitions()
                    .forEach(flow -> ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, TELL));
            watch(activity);
        }
    }

    private static void tell(DelegateExecution execution) {
        var process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        var element = ExecutionListener.EVENTNAME_TAKE.equals(execution.getEventName())
                ? execution.getCurrentTransitionId()
                : execution.getCurrentActivityId();
        if (ExecutionListener.EVENTNAME_END.equals(execution.getEventName())) {
            note(LEFT, execution, element);
            if (!execution.isCanceled()) {
                note(PASSED, execution, element);
            }
        }
        LISTENER.get().accept(new Passed(process, element, execution.getEventName()));
    }
}
