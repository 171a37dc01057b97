package io.crossgov.hiring.workflow.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.workflow.Colleague;
import io.crossgov.hiring.workflow.Hire;
import io.crossgov.hiring.workflow.HireScenario;
import io.crossgov.hiring.workflow.Snapshot;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The engine itself, without the gate in front of its API: whoever calls it as a person completes no task and moves no case around its
 * forms, and changes nothing of people, rights and models. Not all is the engine's to refuse: a task's own role could end it with an
 * error, put it off or show it to another role, and anybody could comment or let a timer fail, were it not for the gate.
 */
@HiringTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineRightsTest {

    private static final String FORM_A = "complete-talent-pool-request";
    private static final String FORM_B = "verify-experience-and-competencies";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private EngineAccess access;

    @Autowired
    private ProcessEngine engine;

    private HireScenario scenario;
    private Hire hire;
    private String formA;
    private String formB;
    private String timer;
    private Snapshot seen;

    @BeforeAll
    void a_case(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        hire = scenario.opensCase(scenario.manager, scenario.crossGovernmentPool())
                .until(FORM_A, FORM_B);
        formA = scenario.hr.find(hire, FORM_A).orElseThrow().getId();
        formB = scenario.manager.find(hire, FORM_B).orElseThrow().getId();
        timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(hire.process().getId())
                .listPage(0, 1)
                .get(0)
                .getId();
        seen = Snapshot.of(jdbc);
    }

    @AfterAll
    void everybody_leaves() {
        scenario.close();
    }

    /**
     * What somebody tries on the engine.
     *
     * @param byHr whether HR is refused, too, which has the task
     */
    private record Attempt(String name, boolean byHr, Consumer<EngineRightsTest> doing) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Attempt attempt(String name, Consumer<EngineRightsTest> doing) {
        return new Attempt(name, true, doing);
    }

    private static Attempt byOthers(String name, Consumer<EngineRightsTest> doing) {
        return new Attempt(name + ", by others", false, doing);
    }

    static Stream<Attempt> attempts() {
        return Stream.of(
                attempt("complete HR's task", t -> t.engine.getTaskService().complete(t.formA)),
                attempt(
                        "complete the manager's task",
                        t -> t.engine.getTaskService().complete(t.formB)),
                attempt(
                        "set a variable of HR's task",
                        t -> t.engine.getTaskService().setVariable(t.formA, "poolMatched", false)),
                attempt(
                        "set a variable of the manager's task",
                        t -> t.engine.getTaskService().setVariable(t.formB, "poolMatched", false)),
                attempt(
                        "set a variable beside a form",
                        t -> t.engine.getTaskService().setVariableLocal(t.formA, "form", "{}")),
                attempt("remove a variable", t -> t.engine.getTaskService().removeVariable(t.formA, "poolMatched")),
                attempt("assign HR's task", t -> t.engine.getTaskService().setAssignee(t.formA, "flow-sme")),
                attempt(
                        "assign the manager's task",
                        t -> t.engine.getTaskService().setAssignee(t.formB, "flow-other-hr")),
                attempt("delegate HR's task", t -> t.engine.getTaskService().delegateTask(t.formA, "flow-sme")),
                byOthers("resolve HR's task", t -> t.engine.getTaskService().resolveTask(t.formA)),
                byOthers(
                        "make another role a candidate",
                        t -> t.engine.getTaskService().addCandidateGroup(t.formA, "subject-matter-expert")),
                byOthers("make a person a candidate", t -> t.engine
                        .getTaskService()
                        .addUserIdentityLink(t.formA, "flow-sme", IdentityLinkType.CANDIDATE)),
                byOthers(
                        "take a role off",
                        t -> t.engine.getTaskService().deleteCandidateGroup(t.formA, "hr-specialist")),
                byOthers("put a task off", t -> t.engine.getTaskService().setPriority(t.formA, 1)),
                attempt("delete a task", t -> t.engine.getTaskService().deleteTask(t.formA)),
                attempt("make a task", t -> t.engine
                        .getTaskService()
                        .saveTask(t.engine.getTaskService().newTask("of-my-own"))),
                attempt("set a variable of the case", t -> t.engine
                        .getRuntimeService()
                        .setVariable(t.hire.process().getId(), "poolMatched", false)),
                attempt("delete the case", t -> t.engine
                        .getRuntimeService()
                        .deleteProcessInstance(t.hire.process().getId(), "x")),
                attempt("suspend the case", t -> t.engine
                        .getRuntimeService()
                        .suspendProcessInstanceById(t.hire.process().getId())),
                attempt("move the case", t -> t.engine
                        .getRuntimeService()
                        .createProcessInstanceModification(t.hire.process().getId())
                        .startBeforeActivity("decide-pool-access")
                        .execute()),
                attempt("cancel the case by message", t -> t.engine
                        .getRuntimeService()
                        .createMessageCorrelation("case-cancelled")
                        .processInstanceBusinessKey(t.hire.caseNumber())
                        .correlate()),
                attempt("start a case by key", t -> t.engine
                        .getRuntimeService()
                        .startProcessInstanceByKey("cross-gov-hiring", "XGH-2026-999999")),
                attempt("start a selection by key", t -> t.engine
                        .getRuntimeService()
                        .startProcessInstanceByKey("candidate-selection", t.hire.caseNumber())),
                attempt("start a case in the middle", t -> t.engine
                        .getRuntimeService()
                        .createProcessInstanceByKey("cross-gov-hiring")
                        .businessKey("XGH-2026-999999")
                        .startBeforeActivity("decide-pool-access")
                        .execute()),
                attempt("stop a timer", t -> t.engine.getManagementService().setJobRetries(t.timer, 0)),
                attempt("delete a timer", t -> t.engine.getManagementService().deleteJob(t.timer)),
                attempt("deploy", t -> t.engine
                        .getRepositoryService()
                        .createDeployment()
                        .addString("x.form", "{}")
                        .deploy()),
                attempt("delete a deployment", t -> t.engine
                        .getRepositoryService()
                        .deleteDeployment(
                                t.engine
                                        .getRepositoryService()
                                        .getProcessDefinition(t.hire.process().getProcessDefinitionId())
                                        .getDeploymentId(),
                                true)),
                attempt(
                        "suspend the model",
                        t -> t.engine.getRepositoryService().suspendProcessDefinitionByKey("cross-gov-hiring")),
                attempt(
                        "delete the case's history",
                        t -> t.engine.getHistoryService().deleteHistoricTaskInstance(t.formA)),
                attempt("create a user", t -> t.engine
                        .getIdentityService()
                        .saveUser(t.engine.getIdentityService().newUser("intruder"))),
                attempt(
                        "join a group",
                        t -> t.engine.getIdentityService().createMembership("flow-sme", "hr-specialist")),
                attempt(
                        "join the administrators",
                        t -> t.engine.getIdentityService().createMembership("flow-sme", "camunda-admin")),
                attempt(
                        "join an agency",
                        t -> t.engine.getIdentityService().createTenantUserMembership("OFLOW", "flow-sme")),
                attempt("grant a right", t -> {
                    var right =
                            t.engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                    right.setUserId("flow-sme");
                    right.setResource(Resources.TASK);
                    right.setResourceId(Authorization.ANY);
                    right.addPermission(Permissions.ALL);
                    t.engine.getAuthorizationService().saveAuthorization(right);
                }),
                attempt("make a filter", t -> t.engine
                        .getFilterService()
                        .saveFilter(t.engine.getFilterService().newTaskFilter("Mine"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attempts")
    void nobody_can(Attempt attempt) {
        everybody().filter(who -> attempt.byHr() || who != scenario.hr).forEach(who -> assertThatThrownBy(
                        () -> access.as(who.actor(), () -> {
                            attempt.doing().accept(this);
                            return null;
                        }))
                .as(who.actor().userId())
                .isInstanceOfAny(Refusal.class, ProcessEngineException.class));
        var before = seen;
        seen = Snapshot.of(jdbc);
        assertThat(seen.changesSince(before)).isEmpty();
    }

    private Stream<Colleague> everybody() {
        return Stream.of(
                scenario.manager,
                scenario.hr,
                scenario.coordinator,
                scenario.expert,
                scenario.opm,
                scenario.designer,
                scenario.otherManager,
                scenario.otherHr);
    }
}
