package io.crossgov.hiring.workflow.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.CalledProcessInstanceQueryDto;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.IncidentQueryDto;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessDefinitionStatisticsQueryDto;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.camunda.bpm.engine.rest.dto.externaltask.ExternalTaskQueryDto;
import org.camunda.bpm.engine.rest.dto.history.HistoricTaskInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.management.JobDefinitionQueryDto;
import org.camunda.bpm.engine.rest.dto.repository.CaseDefinitionQueryDto;
import org.camunda.bpm.engine.rest.dto.repository.DecisionDefinitionQueryDto;
import org.camunda.bpm.engine.rest.dto.repository.DeploymentQueryDto;
import org.camunda.bpm.engine.rest.dto.repository.ProcessDefinitionQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.FilterQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.JobQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.ProcessInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.StartProcessInstanceDto;
import org.camunda.bpm.engine.rest.dto.runtime.VariableInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.task.CompleteTaskDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.rest.dto.task.UserIdDto;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;

/** The words that an open operation of the engine's API takes: all others the engine drops without a word. */
final class EngineVocabulary {

    private static final Set<String> PAGES = Set.of("firstResult", "maxResults");

    private static final ObjectMapper JSON =
            JacksonConfigurator.configureObjectMapper(new ObjectMapper()).addHandler(new Unknown());

    private static final Map<Class<?>, Set<String>> PARAMETERS = new ConcurrentHashMap<>();

    /**
     * What operations take whose address ends so.
     *
     * @param question type of what is asked after "?", or null
     * @param body type of what is sent, or null
     */
    private record Takes(String method, Pattern path, Class<?> question, Class<?> body, Set<String> more) {

        static Takes asked(String path, Class<?> question, String... more) {
            return new Takes("GET", Pattern.compile(path), question, null, Set.of(more));
        }

        static Takes sent(String path, Class<?> body, String... more) {
            return new Takes("POST", Pattern.compile(path), null, body, Set.of(more));
        }

        boolean fits(String asked, String address) {
            return method.equals(asked) && path.matcher(address).find();
        }

        boolean knows(String parameter) {
            return more.contains(parameter)
                    || PAGES.contains(parameter)
                    || question != null && parametersOf(question).contains(parameter);
        }
    }

    /** The first one that fits counts. */
    private static final List<Takes> OPERATIONS = List.of(
            Takes.asked("/form-variables$", null, "variableNames", "deserializeValues"),
            Takes.asked("/cockpit/.*/process-definition/statistics", ProcessDefinitionStatisticsQueryDto.class),
            Takes.asked("/statistics$", null, "failedJobs", "incidents", "incidentsForType", "rootIncidents"),
            Takes.asked("/filter(/count)?$", FilterQueryDto.class, "itemCount"),
            Takes.asked("/filter/[^/]+$", null, "itemCount"),
            Takes.asked("/task(/count)?$", TaskQueryDto.class),
            Takes.asked("/process-definition(/count)?$", ProcessDefinitionQueryDto.class),
            Takes.asked("/decision-definition/count$", DecisionDefinitionQueryDto.class),
            Takes.asked("/case-definition/count$", CaseDefinitionQueryDto.class),
            Takes.asked("/deployment(/count)?$", DeploymentQueryDto.class),
            Takes.asked("/process-instance(/count)?$", ProcessInstanceQueryDto.class),
            Takes.asked("/job-definition(/count)?$", JobDefinitionQueryDto.class),
            Takes.asked("/job(/count)?$", JobQueryDto.class),
            Takes.asked("/external-task/count$", ExternalTaskQueryDto.class),
            Takes.asked("", null),
            Takes.sent("/history/task/count$", HistoricTaskInstanceQueryDto.class),
            Takes.sent("(/task(/count)?|/filter/[^/]+/(list|count))$", TaskQueryDto.class),
            Takes.sent("/claim$", UserIdDto.class),
            Takes.sent("/task/[^/]+/submit-form$", CompleteTaskDto.class),
            Takes.sent("/process-definition/[^/]+/submit-form$", StartProcessInstanceDto.class),
            Takes.sent(
                    "/cockpit/.*/called-process-definitions$",
                    org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessDefinitionQueryDto.class),
            Takes.sent("/cockpit/.*/called-process-instances$", CalledProcessInstanceQueryDto.class),
            Takes.sent(
                    "/cockpit/.*/process-instance(/count)?/?$",
                    org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessInstanceQueryDto.class),
            Takes.sent("/cockpit/.*/incident(/count)?/?$", IncidentQueryDto.class),
            Takes.sent("/process-instance(/count)?$", ProcessInstanceQueryDto.class),
            Takes.sent("/variable-instance(/count)?$", VariableInstanceQueryDto.class, "deserializeValues"),
            Takes.sent("/job(/count)?$", JobQueryDto.class),
            Takes.sent("/external-task(/count)?$", ExternalTaskQueryDto.class),
            Takes.sent("", null),
            new Takes("OPTIONS", Pattern.compile(""), null, null, Set.of()));

    private EngineVocabulary() {}

    /**
     * What the engine would drop: names of parameters and of properties at any depth, in the order of the alphabet.
     *
     * @param path below the engine's API
     * @param body empty for none
     */
    static Set<String> unknown(String method, String path, Set<String> parameters, byte[] body) {
        var unknown = new TreeSet<String>();
        OPERATIONS.stream()
                .filter(takes -> takes.fits(method, path))
                .findFirst()
                .ifPresent(takes -> {
                    parameters.stream().filter(name -> !takes.knows(name)).forEach(unknown::add);
                    if (body.length > 0) {
                        unknown.addAll(unknownIn(body, takes.body()));
                    }
                });
        return unknown;
    }

    private static Set<String> unknownIn(byte[] body, Class<?> type) {
        var unknown = new TreeSet<String>();
        try {
            if (type == null) {
                JSON.readTree(body).fieldNames().forEachRemaining(unknown::add);
            } else {
                JSON.readerFor(type).withAttribute(Unknown.class, unknown).readValue(body);
            }
        } catch (IOException | RuntimeException unreadable) {
            // The engine says that itself.
            return unknown;
        }
        return unknown;
    }

    private static Set<String> parametersOf(Class<?> question) {
        return PARAMETERS.computeIfAbsent(question, type -> Arrays.stream(type.getMethods())
                .map(method -> method.getAnnotation(CamundaQueryParam.class))
                .filter(Objects::nonNull)
                .map(CamundaQueryParam::value)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Notes a property that its type has no place for. */
    private static final class Unknown extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object bean, String name)
                throws IOException {
            @SuppressWarnings("unchecked")
            var unknown = (Set<String>) context.getAttribute(Unknown.class);
            unknown.add(name);
            parser.skipChildren();
            return true;
        }
    }
}
