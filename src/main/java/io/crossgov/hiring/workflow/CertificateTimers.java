package io.crossgov.hiring.workflow;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.pool.PoolSaved;
import io.crossgov.hiring.task.RoutingVariable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the timers of running cases in step with their pool: when OPM keeps it open longer (D1), reminders and the end of the certificate
 * move with its last day (L18).
 */
@Component
class CertificateTimers {

    private static final String CLOCK = "certificateClock";

    private final RuntimeService runtimeService;
    private final ClockReaders readers;
    private final EngineAccess engine;

    CertificateTimers(RuntimeService runtimeService, ClockReaders readers, EngineAccess engine) {
        this.runtimeService = runtimeService;
        this.readers = readers;
        this.engine = engine;
    }

    @EventListener
    void on(PoolSaved pool) {
        engine.asItself(() -> {
            casesOf(pool.announcement())
                    .forEach((definition, instances) ->
                            instances.forEach(instance -> readers.readAgain(CLOCK, definition, instance)));
            return null;
        });
    }

    /** Running processes of the pool's cases, by process definition. */
    private Map<String, Set<String>> casesOf(AnnouncementNumber pool) {
        return runtimeService
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .variableValueEquals(RoutingVariable.POOL_ID.variableName(), pool.value())
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        ProcessInstance::getProcessDefinitionId,
                        Collectors.mapping(ProcessInstance::getId, Collectors.toSet())));
    }
}
