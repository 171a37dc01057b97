package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** A start form that is sent a second time is answered as the first time: with the process instance that it started. */
@Component
public class StartedCases {

    private static final String ATTEMPT = StartedCases.class.getName() + ".attempt";

    private final RuntimeService runtimeService;
    private final EngineAccess engine;

    StartedCases(RuntimeService runtimeService, EngineAccess engine) {
        this.runtimeService = runtimeService;
        this.engine = engine;
    }

    /** Remembers how to find out, should the running request be refused, what the same form has started before. */
    static void attempted(Supplier<Optional<CaseNumber>> startedAlready) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTEMPT, startedAlready, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** What the engine's API says of a started instance, when the refused request was a second one for it and it still runs. */
    public Optional<Map<String, Object>> startedBefore(HttpServletRequest request, Refusal refusal) {
        return refusal.kind() == Refusal.Kind.CONFLICT
                        && request.getAttribute(ATTEMPT) instanceof Supplier<?> startedAlready
                        && startedAlready.get() instanceof Optional<?> found
                ? found.map(CaseNumber.class::cast).flatMap(this::instance)
                : Optional.empty();
    }

    private Optional<Map<String, Object>> instance(CaseNumber number) {
        return engine.asItself(() -> runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value(), EngineCaseStarter.PROCESS)
                .list()
                .stream()
                .findFirst()
                .map(StartedCases::told));
    }

    private static Map<String, Object> told(ProcessInstance instance) {
        var told = new LinkedHashMap<String, Object>();
        told.put("links", List.of());
        told.put("id", instance.getId());
        told.put("definitionId", instance.getProcessDefinitionId());
        told.put("businessKey", instance.getBusinessKey());
        told.put("ended", false);
        told.put("suspended", instance.isSuspended());
        told.put("tenantId", instance.getTenantId());
        return told;
    }
}
