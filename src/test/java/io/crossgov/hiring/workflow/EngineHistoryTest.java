package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.workflow.history.ClosedCases;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the engine keeps of what has happened, and that nothing of a case's record is lost with what it does not keep. */
@OnBothDatabases
class EngineHistoryTest {

    private static final String REVIEWING = "review-and-interview-candidates";

    /** Of a process, by the column that names it. */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "ACT_HI_PROCINST", "PROC_INST_ID_",
            "ACT_HI_TASKINST", "PROC_INST_ID_",
            "ACT_HI_VARINST", "PROC_INST_ID_",
            "ACT_HI_ACTINST", "PROC_INST_ID_",
            "ACT_HI_DETAIL", "PROC_INST_ID_",
            "ACT_HI_JOB_LOG", "PROCESS_INSTANCE_ID_",
            "ACT_HI_INCIDENT", "PROC_INST_ID_",
            "ACT_HI_OP_LOG", "PROC_INST_ID_"));

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private HistoryService historyService;

    @Autowired
    private ClosedCases closedCases;

    @LocalServerPort
    private int port;

    private HireScenario scenario;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void theClockIsPutBack() {
        ClockUtil.reset();
    }

    @Test
    void of_a_whole_hire_processes_tasks_and_variables_are_kept_and_no_step_in_between() {
        var hire = hired();

        assertThat(kept(hire))
                .containsEntry("ACT_HI_PROCINST", 2L)
                .containsEntry("ACT_HI_TASKINST", 21L)
                .containsEntry("ACT_HI_ACTINST", 0L)
                .containsEntry("ACT_HI_DETAIL", 0L)
                .containsEntry("ACT_HI_JOB_LOG", 0L)
                .containsEntry("ACT_HI_OP_LOG", 0L);
        assertThat(kept(hire).get("ACT_HI_VARINST")).isPositive();
        scenario.close();
    }

    @Test
    void a_task_given_back_stays_on_record_with_who_had_it() {
        var hire = scenario.opensCase().until("check-pool-match");
        scenario.coordinator.takes(hire, "check-pool-match");
        scenario.coordinator.givesBack(hire, "check-pool-match");

        assertThat(historyService
                        .createUserOperationLogQuery()
                        .processInstanceId(hire.process().getId())
                        .property("assignee")
                        .list())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.getOperationType()).isEqualTo(UserOperationLogEntry.OPERATION_TYPE_CLAIM);
                    assertThat(entry.getUserId())
                            .isEqualTo(scenario.coordinator.actor().userId());
                    assertThat(entry.getOrgValue())
                            .isEqualTo(scenario.coordinator.actor().userId());
                    assertThat(entry.getNewValue()).isNull();
                });
        scenario.close();
    }

    @Test
    void what_the_engine_kept_of_a_case_leaves_a_while_after_its_end_and_its_record_does_not() {
        var closed = hired();
        var open = scenario.withVacancies(2).opensCase(scenario.manager, closed.pool(), "Strategist, second team");
        open.until(REVIEWING).elects("A-03").untilTheEnd();
        var record = record(closed);
        var keptOfOpen = kept(open);
        scenario.onDay(HireScenario.FIRST_DAY.plusDays(60));
        var closedLater = scenario.opensCase(scenario.manager, closed.pool(), "Strategist, third team");
        closedLater.isCancelledBy(scenario.manager, CancellationReason.BUDGET, "Funds are gone.");
        var keptOfLater = kept(closedLater);
        scenario.close();

        scenario.onDay(HireScenario.FIRST_DAY.plusDays(89));
        closedCases.leave();
        assertThat(kept(closed)).containsEntry("ACT_HI_TASKINST", 21L);

        scenario.onDay(HireScenario.FIRST_DAY.plusDays(91));
        closedCases.leave();
        assertThat(kept(closed))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(kept(open)).isEqualTo(keptOfOpen);
        assertThat(kept(closedLater)).isEqualTo(keptOfLater);
        assertThat(record(closed)).isEqualTo(record);
    }

    @Test
    void Cockpit_counts_open_tasks_as_before() throws IOException {
        scenario.opensCase();
        var taken = scenario.opensCase();
        scenario.manager.takes(taken, "identify-position-description");
        var opm = Visitor.inABrowser(port).signedIn(scenario.opm.actor().userId(), HireScenario.PASSWORD);
        var designer =
                Visitor.inABrowser(port).signedIn(scenario.designer.actor().userId(), HireScenario.PASSWORD);
        var open = count("1 = 1");

        assertThat(counted(opm, Map.of("unfinished", true))).isEqualTo(open);
        assertThat(counted(opm, Map.of("unfinished", true, "assigned", true)))
                .isEqualTo(count("ASSIGNEE_ is not null"))
                .isPositive();
        assertThat(counted(opm, Map.of("unfinished", true, "unassigned", true, "withCandidateGroups", true)))
                .isEqualTo(count("ASSIGNEE_ is null"))
                .isPositive();
        assertThat(counted(opm, Map.of("unfinished", true, "unassigned", true, "withoutCandidateGroups", true)))
                .isZero();
        assertThat(counted(
                        opm,
                        Map.of("unfinished", true, "taskDefinitionKeyIn", List.of("identify-position-description"))))
                .isEqualTo(count("TASK_DEF_KEY_ = 'identify-position-description'"));
        assertThat(counted(designer, Map.of("unfinished", true))).isZero();
        scenario.close();
    }

    private Hire hired() {
        var pool = scenario.pool(PoolType.CGA, LocalDate.of(2026, 1, 5), 5);
        var hire = scenario.opensCase(scenario.manager, pool).until(REVIEWING);
        hire.elects("A-02").untilTheEnd();
        return hire;
    }

    /** How many rows the engine keeps of a case and what it called, by table. */
    private Map<String, Long> kept(Hire hire) {
        var rows = new TreeMap<String, Long>();
        TABLES.forEach((table, process) -> rows.put(
                table,
                jdbc.queryForObject(
                        "select count(*) from " + table + " where " + process + " = ? or " + process
                                + " in (select ID_ from ACT_HI_PROCINST where SUPER_PROCESS_INSTANCE_ID_ = ?)",
                        Long.class,
                        hire.process().getId(),
                        hire.process().getId())));
        return rows;
    }

    /** What people read of a case. */
    private List<Object> record(Hire hire) {
        return List.of(
                scenario.manager.gets("/api/cases/" + hire.caseNumber()),
                scenario.opm.gets("/api/cases/" + hire.caseNumber()),
                hire.decisions());
    }

    private long count(String condition) {
        return jdbc.queryForObject("select count(*) from ACT_RU_TASK where " + condition, Long.class);
    }

    private long counted(Visitor who, Map<String, Object> asked) throws IOException {
        var answer = who.post(
                "/camunda/api/engine/engine/default/history/task/count", new ObjectMapper().writeValueAsString(asked));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().get("count").asLong();
    }
}
