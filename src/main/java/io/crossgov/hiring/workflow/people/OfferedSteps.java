package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Which roles the user tasks of the models are offered to. That stands in a model, which never changes once it is deployed: to know it of an
 * open task costs no statement, and a list for a role is a list of steps.
 */
public final class OfferedSteps extends AbstractBpmnParseListener {

    /** A model that another node has deployed is known here after so long. */
    private static final long FRESH_NANOS = 10_000_000_000L;

    private final Supplier<ProcessEngineConfigurationImpl> engine;

    /** By process definition and task id. */
    private final Map<String, Map<String, Set<Role>>> roles = new ConcurrentHashMap<>();

    private volatile Definitions definitions;

    /** Which versions of which models there are, by id of the version: the model's own id. */
    private record Definitions(long readAt, Map<String, String> models) {}

    /**
     * Some steps of the models.
     *
     * @param everywhere task ids that are meant in every version of their model
     * @param inSomeVersions by task id, the only process definitions in which it is meant
     */
    public record Steps(Set<String> everywhere, Map<String, List<String>> inSomeVersions) {

        /** Whether no step is meant. */
        public boolean isEmpty() {
            return everywhere.isEmpty() && inSomeVersions.isEmpty();
        }
    }

    /** No step of any model. */
    static final Steps NONE = new Steps(Set.of(), Map.of());

    /** @param engine asked not before the first task is looked at */
    public OfferedSteps(Supplier<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** The roles that a step is offered to, in the order of {@link Role}; none for a step that the model does not have. */
    public Set<Role> rolesOf(String definitionId, String taskId) {
        return rolesOf(definitionId).getOrDefault(taskId, Set.of());
    }

    /** The steps that are offered to one of these roles. */
    Steps offeredTo(Collection<Role> any) {
        return offeredTo(any, model -> false);
    }

    /** The steps that are offered to one of these roles, and all of some models. */
    Steps offeredTo(Collection<Role> any, Predicate<String> wholeModels) {
        var meant = new HashMap<String, Set<String>>();
        var notMeant = new TreeSet<String>();
        models().forEach((definition, model) -> rolesOf(definition).forEach((task, offeredTo) -> {
            if (wholeModels.test(model) || offeredTo.stream().anyMatch(any::contains)) {
                meant.computeIfAbsent(task, first -> new TreeSet<>()).add(definition);
            } else {
                notMeant.add(task);
            }
        }));
        var everywhere = new TreeSet<>(meant.keySet());
        everywhere.removeAll(notMeant);
        var inSome = new TreeMap<String, List<String>>();
        meant.forEach((task, versions) -> {
            if (notMeant.contains(task)) {
                inSome.put(task, List.copyOf(versions));
            }
        });
        return new Steps(everywhere, inSome);
    }

    private Map<String, Set<Role>> rolesOf(String definitionId) {
        // Not computeIfAbsent: reading a model parses it, which comes back here.
        var known = roles.get(definitionId);
        if (known == null) {
            known = read(definitionId);
            roles.put(definitionId, known);
        }
        return known;
    }

    private Map<String, Set<Role>> read(String definitionId) {
        var tasks = engine.get()
                .getCommandExecutorTxRequired()
                .execute(command -> command.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(definitionId)
                        .getTaskDefinitions());
        var read = new HashMap<String, Set<Role>>();
        tasks.forEach((task, definition) -> read.put(task, roles(definition.getCandidateGroupIdExpressions())));
        return read;
    }

    /** Names of groups: that they are neither computed nor somebody else's is checked when a model is deployed. */
    private static Set<Role> roles(Collection<Expression> groups) {
        var found = EnumSet.noneOf(Role.class);
        groups.stream()
                .flatMap(group -> Arrays.stream(group.getExpressionText().split(",")))
                .flatMap(group -> Role.ofGroup(group.strip()).stream())
                .forEach(found::add);
        return found;
    }

    private Map<String, String> models() {
        var known = definitions;
        if (known == null || System.nanoTime() - known.readAt() > FRESH_NANOS) {
            var read = new HashMap<String, String>();
            engine.get()
                    .getCommandExecutorTxRequired()
                    .execute(command -> command.runWithoutAuthorization(() -> command.getProcessEngineConfiguration()
                            .getRepositoryService()
                            .createProcessDefinitionQuery()
                            .list()))
                    .forEach((ProcessDefinition each) -> read.put(each.getId(), each.getKey()));
            read.keySet().forEach(this::rolesOf);
            known = new Definitions(System.nanoTime(), Map.copyOf(read));
            definitions = known;
        }
        return known.models();
    }

    /** A model that is deployed here is known at once. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definitions = null;
    }
}
