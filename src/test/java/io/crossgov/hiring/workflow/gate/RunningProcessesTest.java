package io.crossgov.hiring.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.workflow.HireScenario;
import io.crossgov.hiring.workflow.StatementCounter;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.ProcessInstanceDto;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessInstanceQueryDto;
import org.camunda.bpm.cockpit.impl.plugin.resources.ProcessInstanceRestService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.persistence.entity.StatisticsManager;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which processes run, and how many, is answered as Cockpit and the engine would, for people of any roles, without looking at all of them. */
@OnBothDatabases
class RunningProcessesTest {

    private static final Instant FIRST = Instant.parse("2026-01-05T12:00:00Z");

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate jdbc;

    private final Random random = new Random(20261130);
    private HireScenario scenario;
    private List<String> cases;
    private List<ProcessDefinition> models;
    private List<String> agencies;

    @BeforeEach
    void processes_of_every_model_in_two_agencies_some_with_incidents(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        models = engine.getRepositoryService().createProcessDefinitionQuery().list();
        var hire = scenario.withVacancies(2).opensCase().until("review-and-interview-candidates");
        hire.elects("A-01");
        scenario.is(hire.pool(), "A-06", "preference", "TP");
        hire.asksToPassOver("A-06");
        var others = Stream.of(scenario.manager, scenario.manager, scenario.otherManager, scenario.otherManager)
                .map(who -> scenario.opensCase(who, hire.pool(), "Strategist " + random.nextInt())
                        .caseNumber());
        agencies = engine.getIdentityService().createTenantQuery().list().stream()
                .map(Tenant::getId)
                .toList();
        cases = Stream.concat(Stream.of(hire.caseNumber()), others).toList();
        for (var process : processes()) {
            // Some began at the same time.
            jdbc.update(
                    "update ACT_HI_PROCINST set START_TIME_ = ? where ID_ = ?",
                    Timestamp.from(FIRST.plusSeconds(random.nextInt(4))),
                    process);
            for (int incident = random.nextInt(3); incident > 0; incident--) {
                jdbc.update(
                        "insert into ACT_RU_INCIDENT (ID_, REV_, INCIDENT_TIMESTAMP_, INCIDENT_TYPE_, EXECUTION_ID_,"
                                + " PROC_INST_ID_, PROC_DEF_ID_, TENANT_ID_) select ?, 1, ?, ?, ID_, ID_, PROC_DEF_ID_, TENANT_ID_"
                                + " from ACT_RU_EXECUTION where ID_ = ?",
                        "of-the-test-" + random.nextInt(),
                        Timestamp.from(FIRST),
                        random.nextBoolean() ? "failedJob" : "mail",
                        process);
            }
        }
    }

    private List<String> processes() {
        return jdbc.queryForList("select PROC_INST_ID_ from ACT_HI_PROCINST where END_TIME_ is null", String.class);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        engine.getIdentityService().clearAuthentication();
        new CockpitQuestions().afterSingletonsInstantiated();
        jdbc.update("delete from ACT_RU_INCIDENT where ID_ like 'of-the-test-%'");
        scenario.close();
    }

    @Test
    void a_page_of_processes_is_the_one_that_Cockpit_would_have_shown() {
        var found = 0;
        for (int time = 0; time < 60; time++) {
            signIn(List.of(random.nextBoolean() ? Role.OPM_CROSS_GOV : Role.OPM_DESIGNER));
            var question = question();
            var pages = new ArrayList<ProcessInstanceDto>();
            for (int first = 0; pages.size() == first; first += 3) {
                pages.addAll(service().queryProcessInstances(question.get(), first, 3));
            }
            var count = service().queryProcessInstancesCount(question.get()).getCount();

            Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
            var theirs = service().queryProcessInstances(question.get(), 0, 1_000);
            var theirCount =
                    service().queryProcessInstancesCount(question.get()).getCount();
            new CockpitQuestions().afterSingletonsInstantiated();

            assertThat(inWords(pages)).as("time " + time).containsExactlyInAnyOrderElementsOf(inWords(theirs));
            if (question.get().getOuterOrderBy().startsWith("START_TIME_")) {
                assertThat(beginnings(pages)).as("time " + time).isEqualTo(beginnings(theirs));
            }
            assertThat(count).isEqualTo(theirCount).isEqualTo(pages.size());
            found += pages.size();
        }
        assertThat(found).as("processes found altogether").isGreaterThan(60);
    }

    @Test
    void whoever_may_not_read_all_processes_and_whoever_asks_for_those_with_incidents_gets_Cockpits_own_page() {
        for (var role : Role.values()) {
            signIn(List.of(role));
            var question = byBeginning("desc");
            question.setWithIncident(true);
            assertThat(inWords(service().queryProcessInstances(question, 0, 1_000)))
                    .as(role.name())
                    .hasSize(role.isOpm() ? withIncidents() : 0);
            assertThat(service()
                            .queryProcessInstances(byBeginning("desc"), 0, 1_000)
                            .isEmpty())
                    .as(role.name())
                    .isEqualTo(!role.isOpm());
        }
    }

    private int withIncidents() {
        return jdbc.queryForObject("select count(distinct PROC_INST_ID_) from ACT_RU_INCIDENT", Integer.class);
    }

    @Test
    void neither_rights_nor_all_that_runs_are_looked_through_for_a_page() {
        signIn(List.of(Role.OPM_CROSS_GOV));
        var statements = StatementCounter.during(() -> service().queryProcessInstances(byBeginning("desc"), 0, 50));

        assertThat(statements).hasSize(1).allSatisfy(sql -> assertThat(sql)
                .doesNotContain("ACT_RU_AUTHORIZATION", "distinct"));
    }

    @Test
    void how_many_run_by_model_is_what_the_engine_would_have_counted() {
        for (int time = 0; time < 20; time++) {
            signIn();
            var roots = random.nextBoolean();
            var ours = described(query(roots).unlimitedList());
            var theirs = described(((ProcessEngineImpl) engine)
                    .getProcessEngineConfiguration()
                    .getCommandExecutorTxRequired()
                    .execute(command -> new StatisticsManager()
                            .getStatisticsGroupedByProcessDefinitionVersion(query(roots), null)));

            assertThat(ours).isEqualTo(theirs);
        }
        signIn(List.of(Role.OPM_CROSS_GOV));
        assertThat(query(false).unlimitedList())
                .extracting(ProcessDefinitionStatistics::getInstances)
                .filteredOn(running -> running > 0)
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private ProcessDefinitionStatisticsQueryImpl query(boolean roots) {
        var query = ((ManagementServiceImpl) engine.getManagementService()).createProcessDefinitionStatisticsQuery();
        return (ProcessDefinitionStatisticsQueryImpl) (roots ? query.includeRootIncidents() : query.includeIncidents());
    }

    private static List<String> described(List<ProcessDefinitionStatistics> models) {
        return models.stream()
                .map(model -> model.getId() + " " + model.getName() + " " + model.getVersionTag() + " "
                        + model.isSuspended() + " " + model.getInstances() + " "
                        + model.getIncidentStatistics().stream()
                                .map(incidents -> incidents.getIncidentType() + " " + incidents.getIncidentCount())
                                .sorted()
                                .toList())
                .toList();
    }

    /** As somebody of any roles: an agency's, or OPM's. */
    private void signIn() {
        var ofOpm = random.nextInt(3) > 0;
        signIn(Stream.of(Role.values())
                .filter(role -> role.isOpm() == ofOpm && random.nextInt(3) > 0)
                .toList());
    }

    private void signIn(List<Role> roles) {
        var theirs = roles.stream().anyMatch(Role::isOpm)
                ? agencies
                : List.of(scenario.manager.actor().agency());
        engine.getIdentityService()
                .setAuthentication("somebody", roles.stream().map(Role::groupId).toList(), theirs);
    }

    private static ProcessInstanceRestService service() {
        return new ProcessInstanceRestService("default");
    }

    /** Any of the questions that Cockpit puts, made anew each time: it writes into what it is asked. */
    private Supplier<ProcessInstanceQueryDto> question() {
        var order = List.of("asc", "desc", "").get(random.nextInt(3));
        var model = random.nextInt(3) == 0
                ? models.get(random.nextInt(models.size())).getId()
                : null;
        var number = random.nextInt(6) == 0 ? cases.get(random.nextInt(cases.size())) : null;
        var day = random.nextInt(4) == 0 ? Date.from(FIRST.plusSeconds(random.nextInt(4))) : null;
        var before = random.nextBoolean();
        var parent = random.nextInt(6) == 0
                ? models.stream()
                        .filter(each -> each.getKey().equals("cross-gov-hiring"))
                        .map(ProcessDefinition::getId)
                        .findFirst()
                        .orElseThrow()
                : null;
        var step = random.nextInt(6) == 0 ? new String[] {"review-and-interview-candidates"} : null;
        return () -> {
            var question = byBeginning(order);
            question.setProcessDefinitionId(model);
            question.setParentProcessDefinitionId(parent);
            question.setBusinessKey(number);
            question.setActivityIdIn(step);
            if (before) {
                question.setStartedBefore(day);
            } else {
                question.setStartedAfter(day);
            }
            return question;
        };
    }

    private static ProcessInstanceQueryDto byBeginning(String order) {
        var question = new ProcessInstanceQueryDto();
        if (!order.isEmpty()) {
            question.setSortBy("startTime");
            question.setSortOrder(order);
        }
        return question;
    }

    /** Of those that began at the same time, Cockpit shows any first. */
    private static List<Date> beginnings(List<ProcessInstanceDto> processes) {
        return processes.stream().map(ProcessInstanceDto::getStartTime).toList();
    }

    private static List<String> inWords(List<ProcessInstanceDto> processes) {
        return processes.stream()
                .map(process -> process.getId() + " " + process.getBusinessKey() + " " + process.getStartTime() + " "
                        + process.isSuspended() + " "
                        + process.getIncidents().stream()
                                .map(incidents -> incidents.getIncidentType() + " " + incidents.getIncidentCount())
                                .sorted()
                                .toList())
                .toList();
    }
}
