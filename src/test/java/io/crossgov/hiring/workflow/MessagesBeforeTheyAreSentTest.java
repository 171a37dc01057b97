package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A task that leads to a message before anybody else has to do something offers the message to be read first. */
class MessagesBeforeTheyAreSentTest {

    private record TaskOfModel(String process, String task, boolean leadsToMessages) {

        Path form() {
            return Stream.of(".form", ".html")
                    .map(ending -> Path.of("forms", process, task + ending))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return task;
        }
    }

    static Stream<TaskOfModel> tasks() {
        return Stream.of("cross-gov-hiring", "candidate-selection", "pass-over").flatMap(process -> {
            var model =
                    Bpmn.readModelFromFile(Path.of("bpmn", process + ".bpmn").toFile());
            return model.getModelElementsByType(UserTask.class).stream()
                    .map(task -> new TaskOfModel(process, task.getId(), leadsToMessages(task)));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tasks")
    void the_form_of_a_task_that_sends_messages_shows_them_before(TaskOfModel task) throws IOException {
        var form = Files.readString(task.form());
        var offers =
                form.contains(" data-messages>See the messages<") || form.contains("[See the messages](#messages)");
        if (task.leadsToMessages()) {
            assertThat(offers).as("%s offers \"See the messages\"", task.form()).isTrue();
        }
    }

    /** What a form sends though its task leads to no message: the request for an account with the opening, the one for samples at once. */
    @ParameterizedTest
    @CsvSource({
        "cross-gov-hiring/open-case.html, data-messages",
        "cross-gov-hiring/identify-position-description.html, data-samples-messages"
    })
    void what_a_form_sends_besides_is_shown_before_as_well(String form, String button) throws IOException {
        assertThat(Files.readString(Path.of("forms", form)))
                .containsPattern("<button type=\"button\"[^>]* " + button + ">See the messages[^<]*</button>");
    }

    @Test
    void most_tasks_lead_to_messages_and_some_do_not() {
        assertThat(tasks().filter(TaskOfModel::leadsToMessages).map(TaskOfModel::task))
                .contains("express-interest", "verify-selection", "review-and-interview-candidates")
                .doesNotContain("set-pay", "notify-own-employees");
    }

    private static boolean leadsToMessages(UserTask task) {
        var seen = new HashSet<FlowNode>();
        var ahead = new ArrayDeque<>(next(task));
        while (!ahead.isEmpty()) {
            var node = ahead.pop();
            if (!seen.add(node)) {
                continue;
            }
            if (isMessage(node)) {
                return true;
            }
            if (!waits(node)) {
                ahead.addAll(next(node));
            }
        }
        return false;
    }

    private static boolean isMessage(FlowNode node) {
        return node.getChildElementsByType(MessageEventDefinition.class).stream()
                .anyMatch(event -> "${sendNotice}".equals(event.getCamundaDelegateExpression()));
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask || node instanceof CallActivity || node instanceof CatchEvent;
    }

    /** Behind the end of a subprocess the flow goes on behind the subprocess. */
    private static List<FlowNode> next(FlowNode node) {
        return node instanceof EndEvent && node.getParentElement() instanceof SubProcess around
                ? around.getSucceedingNodes().list()
                : node.getSucceedingNodes().list();
    }
}
