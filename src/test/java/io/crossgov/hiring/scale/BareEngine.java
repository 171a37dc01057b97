package io.crossgov.hiring.scale;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * The engine as it comes, to compare with: default settings, history full, its own connections, no rights, no forms, nothing kept but the
 * process. Its process has as many tasks, gateways and answers as a usual hire.
 */
final class BareEngine implements AutoCloseable {

    private static final List<String> GROUPS = List.of("manager", "hr", "coordinator", "opm");

    private final ProcessEngine engine;
    private final int tasks;

    private BareEngine(ProcessEngine engine, int tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    /** @param tasks of the process, one after the other, with a question after each third */
    static BareEngine on(DataSource database, int tasks) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(false);
        // Its script engine is not among our libraries, and nothing decides by tables here.
        configuration.setDmnEnabled(false);
        configuration.setDmnFeelEnableLegacyBehavior(true);
        var engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("bare-hire.bpmn", model(tasks))
                .deploy();
        return new BareEngine(engine, tasks);
    }

    private static BpmnModelInstance model(int tasks) {
        var flow = Bpmn.createExecutableProcess("bare-hire")
                .camundaHistoryTimeToLive(180)
                .startEvent()
                .userTask("task-1")
                .camundaCandidateGroups(GROUPS.get(0));
        for (int number = 2; number <= tasks; number++) {
            var group = GROUPS.get(number % GROUPS.size());
            if (number % 3 == 0) {
                var question = flow.exclusiveGateway("question-" + number);
                question.condition("no", "${answer == 'NO'}").endEvent();
                flow = question.condition("yes", "${answer != 'NO'}")
                        .userTask("task-" + number)
                        .camundaCandidateGroups(group);
            } else {
                flow = flow.userTask("task-" + number).camundaCandidateGroups(group);
            }
        }
        return flow.endEvent().done();
    }

    /** One process from its start to its end. */
    void hire() {
        var process = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "bare-hire",
                        UUID.randomUUID().toString(),
                        Map.of("caseNumber", "XGH-2026-000001", "agency", "BFLOW", "poolType", "CGA"))
                .getId();
        for (int number = 1; number <= tasks; number++) {
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(process)
                    .singleResult();
            engine.getTaskService().claim(task.getId(), "somebody");
            engine.getTaskService().complete(task.getId(), Map.of("answer", "YES"));
        }
        if (engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(process)
                        .count()
                != 0) {
            throw new AssertionError("the bare hire did not end");
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
