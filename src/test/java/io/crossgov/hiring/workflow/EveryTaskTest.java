package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.access.Visitor.Answer;
import io.crossgov.hiring.notice.NoticeType;
import io.crossgov.hiring.task.TaskForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every task of every process. Its messages are read before it is completed. It is completed twice in one instant, by one person who clicks
 * twice in Tasklist, and by two people with the same role, one in Tasklist and one by a script: it happens once, whoever was second reads
 * so, and the case looks as if it had been done once.
 */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTaskTest {

    private static final String MESSAGE = "message ";
    private static final String TO = " to ";

    private static final List<String> CASES_TABLES = List.of(
            "select 'decision ' || kind from decision where stream = ?",
            "select 'message ' || type || ' to ' || recipient_email from notice where case_number = ?",
            "select 'selection ' || state from selection where case_number = ?",
            "select 'form ' || form || ' ' || outcome from signed_form where case_number = ?",
            "select 'passed ' || act_id_ from act_hi_actinst where end_time_ is not null and root_proc_inst_id_ in"
                    + " (select root_proc_inst_id_ from act_hi_procinst where business_key_ = ?)");

    @LocalServerPort
    private int port;

    @Autowired
    private List<TaskForm<?>> forms;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<Colleague, Colleague> deputies = new LinkedHashMap<>();
    private final Map<Sitting, Visitor> browsers = new ConcurrentHashMap<>();
    private HireScenario scenario;
    private Stage stage;

    /** What completing each task once leaves behind, in the order in which tasks come up. */
    private List<Effects> once;

    /** Answers that a form does not ask and took all the same. */
    private final List<String> dropped = new ArrayList<>();

    /** The messages that were read before, in the same order. */
    private final List<Map<String, Long>> read = new ArrayList<>();

    /** What was new after a task, and how often; messages with who gets them. */
    private record Effects(String task, Map<String, Long> counted) {

        /** The messages that were written, by type. */
        Map<String, Long> messages() {
            var messages = new TreeMap<String, Long>();
            ofAType().counted.forEach((what, times) -> {
                if (what.startsWith(MESSAGE)) {
                    messages.put(what.substring(MESSAGE.length()), times);
                }
            });
            return messages;
        }

        /** With messages as often as one of the type was written, to whomever: a candidate has an address of the pool. */
        Effects ofAType() {
            return byType(Long::sum);
        }

        /** With messages as often as each was written to one person: whoever has worked on the case gets more of them. */
        Effects toEach() {
            return byType(Long::max);
        }

        /** Messages of one type taken together. */
        private Effects byType(BinaryOperator<Long> together) {
            var types = new TreeMap<String, Long>();
            counted.forEach((what, times) -> types.merge(
                    what.startsWith(MESSAGE) ? what.substring(0, what.indexOf(TO)) : what, times, together));
            return new Effects(task, types);
        }
    }

    @BeforeAll
    void people(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        stage = (Stage) application
                .getAutowireCapableBeanFactory()
                .autowire(Stage.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        for (var who : List.of(scenario.manager, scenario.hr, scenario.coordinator, scenario.opm)) {
            deputies.put(who, scenario.deputyOf(who));
        }
        once = walk((work, task, who, answers) -> {
            dropped.addAll(unknownAnswersTaken(taskId(work, task), task, who, answers));
            read.add(titles(who.posts("/api/tasks/" + taskId(work, task) + "/messages", answers)));
            who.submit(taskId(work, task), answers);
        });
    }

    @AfterAll
    void everybodyLeaves() {
        threads.shutdownNow();
        scenario.close();
    }

    @Test
    void no_task_is_left_out() {
        assertThat(once)
                .extracting(Effects::task)
                .containsAll(forms.stream().map(TaskForm::taskId).toList());
    }

    @Test
    void what_a_form_does_not_ask_is_refused_by_name_in_every_task_and_every_row() {
        assertThat(dropped).isEmpty();
    }

    private List<String> unknownAnswersTaken(String id, String task, Colleague who, ObjectNode answers) {
        var taken = new ArrayList<String>();
        var misspelt = new LinkedHashMap<String, ObjectNode>();
        misspelt.put("titel", answers.deepCopy().put("titel", "x"));
        answers.properties().forEach(answer -> {
            if (answer.getValue().path(0).isObject()) {
                var more = answers.deepCopy();
                ((ObjectNode) more.path(answer.getKey()).path(0)).put("titel", "x");
                misspelt.put(answer.getKey() + "[0].titel", more);
            }
        });
        misspelt.forEach((name, more) -> {
            var answer = browser(who).post("/api/tasks/" + id, more.toString());
            if (answer.status() != 400
                    || !answer.json().path("errors").findValuesAsText("field").contains(name)) {
                taken.add(task + " " + name + ": " + answer);
            }
        });
        return taken;
    }

    @Test
    void what_a_task_writes_was_read_before_it_was_completed() {
        assertThat(read).hasSameSizeAs(once);
        for (int place = 0; place < once.size(); place++) {
            var written = new TreeMap<String, Long>();
            once.get(place)
                    .messages()
                    .forEach((type, times) ->
                            written.merge(NoticeType.valueOf(type).title(), times, Long::sum));
            assertThat(read.get(place)).as(once.get(place).task()).isEqualTo(written);
        }
    }

    private static Map<String, Long> titles(JsonNode messages) {
        var titles = new TreeMap<String, Long>();
        messages.forEach(message -> titles.merge(message.path("title").asText(), 1L, Long::sum));
        return titles;
    }

    @Test
    void a_double_click_completes_a_task_once() {
        assertThat(walk((work, task, who, answers) -> {
                    var id = taskId(work, task);
                    oneWins(task, atOnce(() -> inTasklist(who, id, answers), () -> inTasklist(who, id, answers)));
                }))
                .extracting(Effects::ofAType)
                .containsExactlyElementsOf(once.stream().map(Effects::ofAType).toList());
    }

    @Test
    void of_two_people_one_completes_the_task_and_the_other_reads_that_somebody_was_first() {
        assertThat(walk((work, task, who, answers) -> {
                    var id = taskId(work, task);
                    oneWins(
                            task,
                            atOnce(() -> inTasklist(who, id, answers), () -> byScript(deputies.get(who), id, answers)));
                }))
                .extracting(Effects::toEach)
                .containsExactlyElementsOf(once.stream().map(Effects::toEach).toList());
    }

    private static void oneWins(String task, List<Answer> answers) {
        assertThat(answers).as(task).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers)
                .as(task)
                .filteredOn(answer -> answer.status() >= 300)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isIn(404, 409);
                    var said = answer.json();
                    assertThat(said.path("message").asText(said.path("detail").asText()))
                            .matches("\\p{Lu}.*\\.");
                });
    }

    private record Sitting(Colleague who, LocalDate day) {}

    /** How a task is completed. */
    private interface Completing {
        void completes(Work work, String task, Colleague who, ObjectNode answers);
    }

    private List<Effects> walk(Completing completing) {
        var effects = new ArrayList<Effects>();
        new EveryTask(scenario, stage.taskService(), (work, task, changed) -> {
                    var who = scenario.usual(task);
                    var answers = who.filled(work, task, changed);
                    var before = counted(work);
                    completing.completes(work, task, who, answers);
                    var after = counted(work);
                    before.forEach((what, times) -> after.merge(what, -times, Long::sum));
                    after.values().removeIf(times -> times == 0);
                    effects.add(new Effects(task, after));
                })
                .comesUp();
        return effects;
    }

    private Map<String, Long> counted(Work work) {
        var counted = new TreeMap<String, Long>();
        for (var query : CASES_TABLES) {
            stage.jdbc()
                    .queryForList(query, String.class, work.caseNumber())
                    .forEach(what -> counted.merge(what, 1L, Long::sum));
        }
        return counted;
    }

    private String taskId(Work work, String task) {
        return work.among(stage.taskService().createTaskQuery())
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
    }

    private Answer inTasklist(Colleague who, String task, ObjectNode answers) {
        var body = stage.json().createObjectNode();
        body.putObject("variables")
                .putObject("form")
                .put("value", answers.toString())
                .put("type", "Json");
        return browser(who).post("/camunda/api/engine/engine/default/task/" + task + "/submit-form", body.toString());
    }

    /** Nobody stays signed in until another day. */
    private Visitor browser(Colleague who) {
        return browsers.computeIfAbsent(new Sitting(who, scenario.today()), sitting -> Visitor.inABrowser(port)
                .signedIn(who.actor().userId(), HireScenario.PASSWORD));
    }

    private Answer byScript(Colleague who, String task, ObjectNode answers) {
        var own = answers.deepCopy();
        if (own.has("signature")) {
            own.put("signature", who.name());
        }
        return browser(who).post("/api/tasks/" + task, own.toString());
    }

    private interface Press {
        Answer press();
    }

    private List<Answer> atOnce(Press... presses) {
        var ready = new CountDownLatch(presses.length);
        var running = new ArrayList<Future<Answer>>();
        for (var press : presses) {
            running.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return press.press();
            }));
        }
        return running.stream().map(EveryTaskTest::answered).toList();
    }

    private static Answer answered(Future<Answer> running) {
        try {
            return running.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
