package io.crossgov.hiring.scale;

import static io.crossgov.hiring.workflow.Answers.answers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.access.Visitor.Answer;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.workflow.Colleague;
import io.crossgov.hiring.workflow.Effort;
import io.crossgov.hiring.workflow.Hire;
import io.crossgov.hiring.workflow.HireScenario;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/**
 * Hires as usual over HTTP, each request to the next of several nodes, by any number of threads. What is answered is made up beside them, from
 * the same database; only the requests count.
 */
final class HiresOverHttp {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String FORM_A = "complete-talent-pool-request";
    private static final int CANDIDATES = 40;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HireScenario scenario;
    private final TaskService tasks;
    private final List<Integer> ports;
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Visitor> browsers = new ConcurrentHashMap<>();
    /** Each thread hires from a pool of its own: whoever is hired leaves the list that another certificate review is about. */
    private final ThreadLocal<Queue<Vacancy>> vacancies = ThreadLocal.withInitial(ArrayDeque::new);

    HiresOverHttp(HireScenario scenario, TaskService tasks, List<Integer> ports) {
        this.scenario = scenario;
        this.tasks = tasks;
        this.ports = ports;
    }

    private record Vacancy(PoolDetails pool, String applicant) {}

    private Vacancy next() {
        var left = vacancies.get();
        if (left.isEmpty()) {
            var pool = newPool();
            for (int number = 1; number <= CANDIDATES; number++) {
                left.add(new Vacancy(pool, "A-%02d".formatted(number)));
            }
        }
        return left.remove();
    }

    private synchronized PoolDetails newPool() {
        return scenario.pool(PoolType.CGA, LocalDate.of(2026, 1, 5), CANDIDATES);
    }

    /**
     * One case from its opening to its end.
     *
     * @param done is told of each task
     * @return what the requests took
     */
    Effort hire(Runnable done) {
        var effort = new Effort();
        var vacancy = next();
        var number = granted(effort, () -> by(scenario.manager)
                        .post(
                                "/api/cases",
                                json(answers(
                                        "announcement",
                                        vacancy.pool().announcement().value(),
                                        "positionTitle",
                                        "Strategist, vacancy " + NUMBER.incrementAndGet(),
                                        "requestPortalAccount",
                                        false))))
                .json()
                .get("number")
                .asText();
        var hire = scenario.caseOnFile(number);
        var isElected = false;
        for (var open = open(number); !open.isEmpty(); open = open(number)) {
            var task = open.stream()
                    .filter(each -> !each.getTaskDefinitionKey().equals(REVIEWING))
                    // Form A says that Form B has been received.
                    .min(Comparator.comparing(
                            each -> each.getTaskDefinitionKey().equals(FORM_A)));
            if (task.isPresent()) {
                completes(hire, task.get(), effort);
                done.run();
            } else if (isElected) {
                throw new AssertionError("the hire " + number + " does not go on");
            } else {
                granted(effort, () -> by(scenario.manager)
                        .post(
                                "/api/cases/" + number + "/elections",
                                json(answers(
                                        "candidateId",
                                        scenario.candidate(vacancy.pool(), vacancy.applicant()),
                                        "dutyLocation",
                                        HireScenario.DUTY_LOCATION,
                                        "alternates",
                                        List.of()))));
                isElected = true;
            }
        }
        if (!isElected || hire.file().isOpen()) {
            throw new AssertionError("the hire " + number + " did not end");
        }
        return effort;
    }

    private void completes(Hire hire, Task task, Effort effort) {
        var step = task.getTaskDefinitionKey();
        var who = scenario.usual(step);
        var work = scenario.whereItComesUp(hire, task.getProcessInstanceId());
        var answers = who.filled(work, step, Map.of());
        granted(effort, () -> by(who).get("/api/tasks/" + task.getId()));
        granted(effort, () -> by(who).post("/api/tasks/" + task.getId(), answers.toString()));
    }

    private List<Task> open(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list();
    }

    private Visitor by(Colleague who) {
        var port = ports.get(requests.getAndIncrement() % ports.size());
        return browsers.computeIfAbsent(port + " " + who.actor().userId(), place -> Visitor.inABrowser(port)
                .signedIn(who.actor().userId(), HireScenario.PASSWORD));
    }

    private static Answer granted(Effort effort, Supplier<Answer> request) {
        var answered = new AtomicReference<Answer>();
        effort.during(() -> answered.set(request.get()));
        var answer = answered.get();
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    private static String json(Map<String, Object> answers) {
        return new ObjectMapper().valueToTree(answers).toString();
    }
}
