package io.crossgov.hiring.workflow.process;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.pool.PoolKeptOpenLonger;
import io.crossgov.hiring.pool.PoolSaved;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps running cases in step with their pool: when OPM keeps it open longer (D1), reminders and the end of the certificate move with its
 * last day, and what the former last day ended or said begins anew (L18).
 */
@Component
class CertificateTimers {

    private static final String CLOCK = "certificateClock";
    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String SELECTING = "select-candidate";
    private static final String FIRST_REMINDER_DUE = "thirty-days-left";
    private static final String FIRST_REMINDER = "reminded-thirty";
    private static final List<String> LATER_REMINDERS_DUE = List.of("fourteen-days-left", "three-days-left");

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

    @EventListener
    void on(PoolKeptOpenLonger pool) {
        engine.asItself(() -> {
            casesOf(pool.announcement()).values().stream()
                    .flatMap(Set::stream)
                    .sorted()
                    .forEach(instance -> {
                        reviewAgain(instance);
                        remindAnew(instance);
                    });
            return null;
        });
    }

    /**
     * Reviewing ended with the former last day, and the case is open for its selections only: now it goes on. Without it, the case could
     * neither elect anybody nor end while the pool is open.
     */
    private void reviewAgain(String instance) {
        if (isAt(SELECTING, instance) && !isAt(REVIEWING, instance)) {
            runtimeService
                    .createProcessInstanceModification(instance)
                    .startBeforeActivity(REVIEWING)
                    .execute();
        }
    }

    /**
     * Whoever has been told the former last day is told the new one at once, and is reminded again as often before that. What comes due twice
     * on a day, because fewer days are left than a reminder has, is one message.
     */
    private void remindAnew(String instance) {
        var later =
                LATER_REMINDERS_DUE.stream().filter(due -> isAt(due, instance)).toList();
        var firstIsDue = readers.waits(FIRST_REMINDER_DUE, instance);
        if (firstIsDue && later.isEmpty()) {
            return;
        }
        var anew = runtimeService.createProcessInstanceModification(instance);
        later.forEach(anew::cancelAllForActivity);
        anew.startBeforeActivity(FIRST_REMINDER).execute();
        if (!firstIsDue) {
            readers.waitAgain(FIRST_REMINDER_DUE, instance);
        }
    }

    private boolean isAt(String activity, String instance) {
        return runtimeService
                        .createExecutionQuery()
                        .processInstanceId(instance)
                        .activityId(activity)
                        .count()
                > 0;
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
