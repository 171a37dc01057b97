package io.crossgov.hiring.workflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.workflow.Colleague;
import io.crossgov.hiring.workflow.HireScenario;
import io.crossgov.hiring.workflow.StatementCounter;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Lists of tasks hold what the engine's rights allow to read one by one, without looking through all rights for it, each task once. */
@OnBothDatabases
class TaskQueriesTest {

    private static final String REVIEWING = "review-and-interview-candidates";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private EngineAccess access;

    @Autowired
    private EngineSetUp setUp;

    private HireScenario scenario;

    @BeforeEach
    void tasks_of_every_role_in_two_agencies(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        var hire = scenario.withVacancies(2).opensCase().until(REVIEWING);
        scenario.is(hire.pool(), "A-06", "preference", "TP");
        hire.asksToPassOver("A-06");
        scenario.opensCase(scenario.manager, hire.pool(), "Strategist, forms")
                .until("complete-talent-pool-request", "verify-experience-and-competencies");
        scenario.opensCase(scenario.manager, hire.pool(), "Strategist, access").until("decide-pool-access");
        scenario.opensCase(scenario.otherManager, hire.pool(), "Strategist, elsewhere");
        scenario.manager.takes(hire, REVIEWING);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    private List<Colleague> everybody() {
        return List.of(
                scenario.manager,
                scenario.hr,
                scenario.coordinator,
                scenario.expert,
                scenario.opm,
                scenario.designer,
                scenario.otherManager,
                scenario.otherHr,
                scenario.otherCoordinator);
    }

    /** What lists and pages ask. */
    private static Map<String, UnaryOperator<TaskQuery>> usualQuestions(Colleague who) {
        var questions = new LinkedHashMap<String, UnaryOperator<TaskQuery>>();
        questions.put("all", query -> query);
        questions.put("those of a manager", query -> query.taskAssignee("flow-manager"));
        questions.put("those nobody has", TaskQuery::taskUnassigned);
        questions.put("those for the own roles", query -> query.taskCandidateGroupIn(groups(who))
                .includeAssignedTasks());
        questions.put("those of the own roles to take", query -> query.taskCandidateGroupIn(groups(who))
                .taskUnassigned());
        questions.put("those of a selection or a request", query -> query.or()
                .processDefinitionKey("candidate-selection")
                .processDefinitionKey("pass-over")
                .endOr());
        questions.put("those with a word", query -> query.taskNameLike("%Review%"));
        return questions;
    }

    private static Map<String, UnaryOperator<TaskQuery>> everyQuestion(Colleague who) {
        var questions = usualQuestions(who);
        questions.put("those for HR", query -> query.taskCandidateGroup("hr-specialist")
                .includeAssignedTasks());
        questions.put("those for HR or managers", query -> query.taskCandidateGroupIn(
                        List.of("hr-specialist", "hiring-manager"))
                .includeAssignedTasks());
        questions.put("those for HR or of a manager", query -> query.or()
                .taskCandidateGroup("hr-specialist")
                .taskAssignee("flow-manager")
                .endOr());
        questions.put("those for anybody", query -> query.withCandidateGroups().includeAssignedTasks());
        questions.put("those for nobody", TaskQuery::withoutCandidateGroups);
        return questions;
    }

    private static List<String> groups(Colleague who) {
        return who.actor().roles().stream().map(role -> role.groupId()).toList();
    }

    @Test
    void whoever_asks_whichever_question_the_answer_is_what_the_rights_on_each_task_say() {
        for (var who : everybody()) {
            everyQuestion(who).forEach((name, question) -> {
                var asked = question.apply(engine.getTaskService().createTaskQuery());
                var listed = access.as(
                        who.actor(),
                        () -> asked.listPage(0, 1_000).stream().map(Task::getId).collect(Collectors.toSet()));
                var counted = access.as(who.actor(), () -> question.apply(
                                engine.getTaskService().createTaskQuery())
                        .count());

                assertThat(listed).as(name + " to " + who.name()).isEqualTo(readable(who, question));
                assertThat(counted).as(name + " to " + who.name()).isEqualTo(listed.size());
            });
        }
        assertThat(readable(scenario.hr, query -> query)).isNotEmpty();
        assertThat(readable(scenario.opm, query -> query))
                .hasSizeGreaterThan(readable(scenario.hr, query -> query).size());
        assertThat(readable(scenario.designer, query -> query)).isEmpty();
    }

    /** One by one, as the engine checks a single task. */
    private TreeSet<String> readable(Colleague who, UnaryOperator<TaskQuery> question) {
        var groups = groups(who);
        var rights = engine.getAuthorizationService();
        return access
                .asItself(() -> question.apply(engine.getTaskService().createTaskQuery())
                        .list())
                .stream()
                .filter(task -> who.actor().maySee(task.getTenantId()))
                .filter(task -> rights.isUserAuthorized(
                                who.actor().userId(), groups, Permissions.READ, Resources.TASK, task.getId())
                        || rights.isUserAuthorized(
                                who.actor().userId(),
                                groups,
                                Permissions.READ_TASK,
                                Resources.PROCESS_DEFINITION,
                                task.getProcessDefinitionId().split(":")[0]))
                .map(Task::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_list_of_tasks_does_not_look_through_the_rights_on_all_tasks() {
        for (var who : everybody()) {
            var statements = StatementCounter.during(() -> access.as(who.actor(), () -> {
                usualQuestions(who).values().forEach(question -> {
                    question.apply(engine.getTaskService().createTaskQuery()).listPage(0, 15);
                    question.apply(engine.getTaskService().createTaskQuery()).count();
                });
                return null;
            }));

            assertThat(statements)
                    .anySatisfy(sql -> assertThat(sql.toUpperCase(Locale.ROOT)).contains("ACT_RU_TASK"))
                    .allSatisfy(sql -> assertThat(sql.toUpperCase(Locale.ROOT)).doesNotContain("ACT_RU_AUTHORIZATION"));
        }
    }

    @Test
    void what_is_due_on_the_same_day_stands_on_one_page_and_on_one_only() {
        var pool = scenario.crossGovernmentPool();
        for (int each = 1; each <= 12; each++) {
            scenario.opensCase(scenario.manager, pool, "Strategist, team " + each);
        }
        var pages = new ArrayList<String>();
        for (int first = 0; first < 12; first += 3) {
            var place = first;
            pages.addAll(access.as(scenario.manager.actor(), () -> engine
                    .getTaskService()
                    .createTaskQuery()
                    .taskDefinitionKey("identify-position-description")
                    .orderByDueDate()
                    .asc()
                    .listPage(place, 3)
                    .stream()
                    .map(Task::getId)
                    .toList()));
        }

        assertThat(pages).hasSize(12).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_start_does_not_read_the_rights_on_all_tasks() {
        var statements = StatementCounter.during(setUp::prepare);

        assertThat(statements)
                .filteredOn(sql -> sql.toUpperCase(Locale.ROOT).contains("ACT_RU_AUTHORIZATION"))
                .isNotEmpty()
                .allSatisfy(sql -> assertThat(sql.toUpperCase(Locale.ROOT)).contains("RESOURCE_ID_ = ?"));
    }
}
