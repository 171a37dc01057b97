package io.crossgov.hiring.workflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.workflow.Colleague;
import io.crossgov.hiring.workflow.HireScenario;
import io.crossgov.hiring.workflow.StatementCounter;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of tasks hold what the engine's rights allow to read one by one, without looking through all rights for it, each task once. */
@OnBothDatabases
class TasksOfRolesTest {

    private static final String REVIEWING = "review-and-interview-candidates";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private EngineAccess access;

    @Autowired
    private EngineSetUp setUp;

    @Autowired
    private PlatformTransactionManager transactions;

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
                    .as(who.name())
                    .allSatisfy(sql -> assertThat(sql.toUpperCase(Locale.ROOT)).doesNotContain("ACT_RU_AUTHORIZATION"))
                    .filteredOn(sql -> sql.contains("ACT_RU_TASK"))
                    .as(who.name())
                    .allSatisfy(sql -> assertThat(sql).doesNotContain("ACT_RU_IDENTITYLINK", "distinct"))
                    .hasSize(
                            who == scenario.designer
                                    ? 0
                                    : 2 * usualQuestions(who).size());
        }
    }

    /**
     * Beside the engine's own answer, from a right for each open task and each role that it is offered to, as the engine would keep them:
     * people of any roles, asking anything, in any order, page by page.
     */
    @Test
    void whatever_somebody_asks_the_engine_would_have_answered_the_same_from_rights_on_each_task() {
        var random = new Random(20261130);
        new TransactionTemplate(transactions).executeWithoutResult(work -> {
            work.setRollbackOnly();
            writeARightForEachOffer();
            var found = 0;
            for (int time = 0; time < 400; time++) {
                var question = randomQuestion(random);
                found += compare(randomReader(random), question);
            }
            assertThat(found).as("tasks found altogether").isGreaterThan(400);
        });
    }

    private void writeARightForEachOffer() {
        access.asItself(() -> {
            for (var task : engine.getTaskService().createTaskQuery().list()) {
                for (var link : engine.getTaskService().getIdentityLinksForTask(task.getId())) {
                    if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                        var right =
                                engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                        right.setGroupId(link.getGroupId());
                        right.setResource(Resources.TASK);
                        right.setResourceId(task.getId());
                        right.addPermission(Permissions.READ);
                        engine.getAuthorizationService().saveAuthorization(right);
                    }
                }
            }
            return null;
        });
    }

    private record Reader(List<String> groups, List<String> agencies) {}

    private Reader randomReader(Random random) {
        var ofOpm = random.nextInt(4) == 0;
        var groups = Stream.of(Role.values())
                .filter(role -> role.isOpm() == ofOpm && random.nextBoolean())
                .map(Role::groupId)
                .toList();
        return new Reader(
                groups,
                ofOpm
                        ? engine.getIdentityService().createTenantQuery().list().stream()
                                .map(Tenant::getId)
                                .toList()
                        : List.of((random.nextBoolean() ? scenario.manager : scenario.otherManager)
                                .actor()
                                .agency()));
    }

    /** @param conditions in words, and as they are put */
    private record Question(String order, Map<String, UnaryOperator<TaskQuery>> conditions) {

        @Override
        public String toString() {
            return conditions.keySet() + " by " + order;
        }
    }

    private static Question randomQuestion(Random random) {
        var conditions = new LinkedHashMap<String, UnaryOperator<TaskQuery>>();
        // Of two questions about offers the engine answers what one and the same offer fulfils.
        var offers = random.nextInt(4);
        for (int part = random.nextInt(3); part > 0; part--) {
            switch (random.nextInt(6)) {
                case 0 -> conditions.put("nobody's", TaskQuery::taskUnassigned);
                case 1 -> conditions.put("a manager's", query -> query.taskAssignee("flow-manager"));
                case 2 -> conditions.put("with an e", query -> query.taskNameLike("%e%"));
                case 3 ->
                    conditions.put("of two steps", query -> query.taskDefinitionKeyIn(REVIEWING, "decide-pool-access"));
                case 4 -> conditions.put("active", TaskQuery::active);
                default -> aboutOffers(offers, random, conditions);
            }
        }
        return new Question(random.nextBoolean() ? "due date" : "age", conditions);
    }

    private static void aboutOffers(int which, Random random, Map<String, UnaryOperator<TaskQuery>> conditions) {
        var groups = Stream.of(Role.values())
                .filter(role -> random.nextInt(3) == 0)
                .map(Role::groupId)
                .toList();
        switch (which) {
            case 0 ->
                conditions.put("to pass over or a manager's", query -> query.or()
                        .processDefinitionKey("pass-over")
                        .taskCandidateGroup("hiring-manager")
                        .includeAssignedTasks()
                        .endOr());
            case 1 ->
                conditions.put(
                        "for any group", query -> query.withCandidateGroups().includeAssignedTasks());
            case 2 ->
                conditions.put(
                        "to take of " + groups, query -> groups.isEmpty() ? query : query.taskCandidateGroupIn(groups));
            default ->
                conditions.put(
                        "of " + groups,
                        query -> groups.isEmpty()
                                ? query
                                : query.taskCandidateGroupIn(groups).includeAssignedTasks());
        }
    }

    private TaskQueryImpl put(Question question) {
        var query = engine.getTaskService().createTaskQuery();
        question.conditions().values().forEach(condition -> condition.apply(query));
        return (TaskQueryImpl)
                ("age".equals(question.order())
                        ? query.orderByTaskCreateTime().desc()
                        : query.orderByDueDate().asc());
    }

    /** @return how many tasks were found */
    private int compare(Reader reader, Question question) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var identity = engine.getIdentityService();
        identity.setAuthentication("somebody", reader.groups(), reader.agencies());
        try {
            var theirs = configuration.getCommandExecutorTxRequired().execute(command -> {
                var query = put(question);
                query.orderByTaskId().asc();
                new AuthorizationManager().configureTaskQuery(query);
                command.getTenantManager().configureQuery(query);
                query.setMaxResults(1_000);
                @SuppressWarnings("unchecked")
                var found = (List<Task>) command.getDbEntityManager().selectList("selectTaskByQueryCriteria", query);
                return found.stream().map(Task::getId).toList();
            });
            var ours = new ArrayList<String>();
            for (int first = 0; ours.size() == first; first += 4) {
                put(question).listPage(first, 4).forEach(task -> ours.add(task.getId()));
            }
            assertThat(ours).as(question + ", " + reader).isEqualTo(theirs);
            assertThat(put(question).count()).as(question + ", " + reader).isEqualTo(theirs.size());
            return theirs.size();
        } finally {
            identity.clearAuthentication();
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
