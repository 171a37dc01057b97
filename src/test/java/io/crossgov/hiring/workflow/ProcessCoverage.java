package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.EventSource;
import org.camunda.community.process_test_coverage.core.model.EventType;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Keeps account of what the tests of a class pass in one model, keeps a picture and a list of it below {@code target/process-coverage}, and fails when
 * something in the model was never reached. The last only when every test of the class ran. Each database has an account of its own.
 */
final class ProcessCoverage implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final String REPORTS = "target/process-coverage/on-" + TestDatabase.ofThisRun();

    private final String processId;
    private final Set<String> reached = new ConcurrentSkipListSet<>();
    private DefaultCollector picture;
    private int testsRun;

    private ProcessCoverage(String processId) {
        this.processId = processId;
    }

    /** Every flow node and every sequence flow of the model must be reached. */
    static ProcessCoverage ofWhole(String processId) {
        return new ProcessCoverage(processId);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var name = context.getRequiredTestClass().getName();
        reached.clear();
        testsRun = 0;
        picture = new DefaultCollector(key -> drawn(key));
        picture.createSuite(new Suite(name, context.getDisplayName()));
        picture.activateSuite(name);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        picture.createRun(
                new Run(context.getUniqueId(), context.getDisplayName()),
                context.getRequiredTestClass().getName());
        picture.activateRun(context.getUniqueId());
        ProcessTrace.listen(this::passed);
    }

    private void passed(ProcessTrace.Passed passed) {
        if (!processId.equals(passed.processId())) {
            return;
        }
        reached.add(passed.elementId());
        var type = EventType.valueOf(passed.event().toUpperCase(java.util.Locale.ROOT));
        picture.addEvent(new Event(
                type == EventType.TAKE ? EventSource.SEQUENCE_FLOW : EventSource.FLOW_NODE,
                type,
                passed.elementId(),
                type == EventType.TAKE ? "sequenceFlow" : "flowNode",
                processId,
                0));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ProcessTrace.listenNoMore();
        testsRun++;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        var testClass = context.getRequiredTestClass();
        var missing = new ArrayList<String>();
        var nodes = elements(FlowNode.class);
        var flows = elements(SequenceFlow.class);
        nodes.stream().filter(id -> !reached.contains(id)).forEach(missing::add);
        flows.stream().filter(id -> !reached.contains(id)).forEach(missing::add);
        var report = new ArrayList<String>();
        report.add("Process " + processId + ", tests of " + testClass.getSimpleName());
        report.add("flow nodes reached:     " + share(nodes));
        report.add("sequence flows reached: " + share(flows));
        report.add("never reached:          " + (missing.isEmpty() ? "nothing" : String.join(", ", missing)));
        var file = Path.of(REPORTS, testClass.getSimpleName() + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(file, report);
        CoverageReportUtil.createReport(picture, REPORTS);
        if (testsRun >= tests(testClass)) {
            assertThat(missing)
                    .as("elements of " + processId + " that no test of " + testClass.getSimpleName() + " reached")
                    .isEmpty();
        }
    }

    private String share(Collection<String> ids) {
        return ids.stream().filter(reached::contains).count() + " of " + ids.size();
    }

    private static int tests(Class<?> testClass) {
        return ReflectionSupport.findMethods(
                        testClass,
                        method -> AnnotationSupport.isAnnotated(method, org.junit.jupiter.api.Test.class)
                                && ModifierSupport.isNotStatic(method),
                        HierarchyTraversalMode.TOP_DOWN)
                .size();
    }

    private <T extends FlowElement> Set<String> elements(Class<T> type) {
        var ids = new TreeSet<String>();
        model(processId).getModelElementsByType(type).forEach(element -> ids.add(element.getId()));
        return ids;
    }

    private static org.camunda.bpm.model.bpmn.BpmnModelInstance model(String processId) {
        return Bpmn.readModelFromStream(ProcessCoverage.class.getResourceAsStream("/bpmn/" + processId + ".bpmn"));
    }

    private static Model drawn(String processId) {
        var model = model(processId);
        var elements = List.of(FlowNode.class, SequenceFlow.class).stream()
                .mapToInt(type -> model.getModelElementsByType(type).size())
                .sum();
        return new Model(processId, elements, "", Bpmn.convertToString(model));
    }
}
