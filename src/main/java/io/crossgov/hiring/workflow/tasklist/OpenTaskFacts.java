package io.crossgov.hiring.workflow.tasklist;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.draft.FormDrafts;
import io.crossgov.hiring.selection.CandidateNames;
import io.crossgov.hiring.task.AsItStands;
import io.crossgov.hiring.task.CompleteWhenOpened;
import io.crossgov.hiring.task.OpenTask;
import io.crossgov.hiring.task.OpenTasks;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import io.crossgov.hiring.workflow.people.OfferedSteps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What people read of tasks without opening them: one query for each kind of fact, however many tasks there are. */
@Component
class OpenTaskFacts implements OpenTasks {

    private static final Comparator<OpenTask> BY_DUE_DAY = Comparator.comparing(
                    OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OpenTask::name)
            .thenComparing(OpenTask::since);

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final OfferedSteps steps;
    private final Cases cases;
    private final CandidateNames candidates;
    private final People people;
    private final OfficeClock office;
    private final FormDrafts drafts;
    private final List<CompleteWhenOpened> completeWhenOpened;
    private final EngineAccess engine;

    OpenTaskFacts(
            TaskService taskService,
            RuntimeService runtimeService,
            OfferedSteps steps,
            Cases cases,
            CandidateNames candidates,
            People people,
            OfficeClock office,
            FormDrafts drafts,
            List<CompleteWhenOpened> completeWhenOpened,
            EngineAccess engine) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.steps = steps;
        this.cases = cases;
        this.candidates = candidates;
        this.people = people;
        this.office = office;
        this.drafts = drafts;
        this.completeWhenOpened = List.copyOf(completeWhenOpened);
        this.engine = engine;
    }

    @Override
    public Map<CaseNumber, List<OpenTask>> of(Collection<CaseNumber> numbers, Actor reader) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        var keys = numbers.stream().map(CaseNumber::value).toArray(String[]::new);
        var open = engine.asItself(() -> of(
                taskService
                        .createTaskQuery()
                        .processInstanceBusinessKeyIn(keys)
                        .active()
                        .list(),
                reader));
        var byCase = open.stream().sorted(BY_DUE_DAY).collect(Collectors.groupingBy(OpenTask::caseNumber));
        return numbers.stream()
                .collect(Collectors.toMap(
                        Function.identity(), number -> byCase.getOrDefault(number, List.of()), (one, same) -> one));
    }

    /** The facts of these tasks in their order; of a case that the reader may not see there are none. */
    List<OpenTask> of(List<Task> tasks, Actor reader) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var about = about(tasks);
        var hirings =
                cases
                        .visible(about.values().stream().map(About::caseNumber).collect(Collectors.toSet()), reader)
                        .stream()
                        .collect(Collectors.toMap(HiringCase::number, Function.identity()));
        var selectees = candidates.ofSelections(ids(about, About::selectionId), reader);
        var passedOver = candidates.ofPassOvers(ids(about, About::passOverId), reader);
        var names = people.namesOf(
                tasks.stream().map(Task::getAssignee).filter(Objects::nonNull).collect(Collectors.toSet()));
        var shown = tasks.stream()
                .filter(task -> hirings.containsKey(
                        about.get(task.getProcessInstanceId()).caseNumber()))
                .toList();
        var standing = standing(shown, about, reader);
        return shown.stream()
                .map(task -> {
                    var its = about.get(task.getProcessInstanceId());
                    var candidate = its.selectionId() != null
                            ? selectees.get(its.selectionId())
                            : its.passOverId() != null ? passedOver.get(its.passOverId()) : null;
                    return fact(
                            task, hirings.get(its.caseNumber()), candidate, names, standing.get(task.getId()), reader);
                })
                .toList();
    }

    /** By task: what completing it in its row would say, of those that are free for the reader and not begun. */
    private Map<String, AsItStands> standing(List<Task> tasks, Map<String, About> about, Actor reader) {
        var standing = new HashMap<String, AsItStands>();
        for (var form : completeWhenOpened) {
            var free = tasks.stream()
                    .filter(task -> form.taskId().equals(task.getTaskDefinitionKey()) && task.getAssignee() == null)
                    .filter(task -> rolesOf(task).stream().anyMatch(reader::has))
                    .collect(Collectors.toMap(Task::getId, task -> about.get(task.getProcessInstanceId())
                            .selectionId()));
            if (!free.isEmpty()) {
                free.keySet().removeAll(drafts.begun(reader, free.keySet()));
                var bySelection = form.asTheyStand(free.values());
                free.forEach((task, selection) ->
                        Optional.ofNullable(bySelection.get(selection)).ifPresent(said -> standing.put(task, said)));
            }
        }
        return standing;
    }

    private OpenTask fact(
            Task task,
            HiringCase hiring,
            String candidate,
            Map<String, String> names,
            AsItStands asItStands,
            Actor reader) {
        var due = Optional.ofNullable(task.getDueDate())
                .map(date -> office.dayOf(date.toInstant()))
                .orElse(null);
        var overdue = due != null && due.isBefore(office.today());
        var whose = rolesOf(task);
        var forReader = whose.stream().anyMatch(reader::has);
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                hiring.number(),
                hiring.positionTitle(),
                hiring.agency(),
                candidate,
                whose.stream().map(Role::title).toList(),
                task.getAssignee() == null ? null : names.getOrDefault(task.getAssignee(), task.getAssignee()),
                reader.userId().equals(task.getAssignee()),
                Instant.ofEpochMilli(task.getCreateTime().getTime()),
                due,
                due == null ? null : inWords(due, overdue),
                overdue,
                forReader || reader.isOpmStaff() || reader.has(Role.HR_SPECIALIST),
                forReader,
                asItStands);
    }

    private Set<Role> rolesOf(Task task) {
        return steps.rolesOf(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }

    private String inWords(LocalDate due, boolean overdue) {
        var day = office.dueDayInWords(due);
        if (overdue) {
            return "Overdue since " + day;
        }
        return due.equals(office.today()) ? "Due today, " + day : "Due " + day;
    }

    /** Which case a process belongs to, and which selection or request to pass over, if any. */
    private record About(CaseNumber caseNumber, UUID selectionId, UUID passOverId) {

        private static About of(Map<RoutingVariable, String> values) {
            return new About(
                    new CaseNumber(values.get(RoutingVariable.CASE_NUMBER)),
                    id(values.get(RoutingVariable.SELECTION_ID)),
                    id(values.get(RoutingVariable.PASS_OVER_ID)));
        }

        private static UUID id(String text) {
            return text == null ? null : UUID.fromString(text);
        }
    }

    /** By process instance. */
    private Map<String, About> about(List<Task> tasks) {
        var wanted = Map.of(
                RoutingVariable.CASE_NUMBER.variableName(), RoutingVariable.CASE_NUMBER,
                RoutingVariable.SELECTION_ID.variableName(), RoutingVariable.SELECTION_ID,
                RoutingVariable.PASS_OVER_ID.variableName(), RoutingVariable.PASS_OVER_ID);
        var instances =
                tasks.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        var values = new HashMap<String, Map<RoutingVariable, String>>();
        engine.asItself(() -> runtimeService
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instances)
                        .variableNameIn(wanted.keySet().toArray(String[]::new))
                        .list())
                .forEach(each -> values.computeIfAbsent(each.getProcessInstanceId(), instance -> new HashMap<>())
                        .put(wanted.get(each.getName()), (String) each.getValue()));
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> About.of(each.getValue())));
    }

    private static List<UUID> ids(Map<String, About> about, Function<About, UUID> id) {
        return about.values().stream()
                .map(id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
