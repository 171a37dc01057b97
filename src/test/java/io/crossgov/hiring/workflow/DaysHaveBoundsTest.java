package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.pool.SamplePools;
import io.crossgov.hiring.task.TaskForm;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every day that anybody enters anywhere has both bounds, from the facts it belongs to: no form and no operation takes the year 1900 or
 * 2100, and each names the answer. A new one is tried as soon as it is there.
 */
@HiringTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaysHaveBoundsTest {

    private static final List<LocalDate> NEVER = List.of(LocalDate.of(1900, 1, 1), LocalDate.of(2100, 1, 1));

    /** What is answered besides, where the usual answers do not ask for the day. */
    private static final Map<String, Map<String, Object>> ASKED_WITH = Map.of(
            "identify-position-description classifiedOn",
            answers("classification", "CLASSIFIED", "classificationRequestedOn", null),
            "identify-position-description classificationRequestedOn",
            answers("classification", "REQUESTED", "classifiedOn", null),
            "complete-talent-pool-request freezeApprovalDate",
            committee("freezeOpmToldOn"),
            "complete-talent-pool-request freezeOpmToldOn",
            committee("freezeApprovalDate"),
            "resolve-rpl clearedOn",
            answers("resolution", "CLEARED", "exceptionGround", null, "document", null),
            "record-offer-answer newDueOn",
            answers(
                    "answer",
                    "MORE_INFORMATION",
                    "questions",
                    "Is relocation paid?",
                    "federalEmployee",
                    null,
                    "federalAgency",
                    null));

    @Autowired
    private List<TaskForm<?>> forms;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private HireScenario scenario;
    private final Set<String> refused = new TreeSet<>();
    private final List<String> taken = new ArrayList<>();

    private static Map<String, Object> committee(String other) {
        return answers(
                "freezeGround",
                "committee-approval-in-staffing-plan",
                "freezeAnswer",
                "CONFIRM",
                "freezeApprovalNumber",
                "SHC-26-1",
                "freezePlanLine",
                "Line 4",
                other,
                "2026-02-20");
    }

    @BeforeAll
    void every_task_is_tried_with_days_that_cannot_be(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        new EveryTask(scenario, tasks, (work, task, changed) -> {
                    days(task).forEach(field -> tries(work, task, field, changed));
                    scenario.usual(task).completes(work, task, changed);
                })
                .comesUp();
    }

    @AfterAll
    void nothingIsLeftBehind() {
        scenario.close();
    }

    private void tries(Work work, String task, String field, Map<String, Object> changed) {
        for (var day : NEVER) {
            var answers = new HashMap<>(changed);
            answers.putAll(ASKED_WITH.getOrDefault(task + " " + field, Map.of()));
            answers.put(field, day.toString());
            var faults =
                    scenario.usual(task).cannotComplete(work, task, answers).faults();
            faults.stream()
                    .filter(fault -> field.equals(fault.field()))
                    .filter(fault -> !fault.sentence().contains("Leave this answer out"))
                    .findFirst()
                    .ifPresentOrElse(
                            fault -> refused.add(task + " " + field + " " + day.getYear()),
                            () -> taken.add(task + " " + field + " " + day.getYear() + ": " + faults));
        }
    }

    private List<String> days(String task) {
        return forms.stream()
                .filter(form -> form.taskId().equals(task))
                .flatMap(form -> Arrays.stream(form.answers().getRecordComponents()))
                .filter(answer -> answer.getType() == LocalDate.class)
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void no_form_takes_a_day_of_1900_or_2100() {
        var all = forms.stream()
                .flatMap(form -> days(form.taskId()).stream()
                        .flatMap(field -> NEVER.stream().map(day -> form.taskId() + " " + field + " " + day.getYear())))
                .toList();
        assertThat(all).hasSizeGreaterThan(40);
        assertThat(refused).as("tried: " + taken).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void no_operation_takes_a_day_of_1900_or_2100() {
        var hire = scenario.opensCase(scenario.manager, scenario.crossGovernmentPool())
                .until("review-and-interview-candidates");
        var asking = scenario.opensCase(
                scenario.manager,
                scenario.withDaysReserved(scenario.manager, LocalDate.of(2026, 3, 11))
                        .crossGovernmentPool());
        hire.contacts("A-03", null);
        hire.contacts("A-04", null);
        jdbc.update(
                "update notice set state = 'FAILED', sent_at = null where case_number = ? and type = 'M5' and recipient_email like '%a-04%'",
                hire.caseNumber());
        var bodies = bodies(hire, asking);

        var operations = new TreeSet<String>();
        var description = Visitor.inABrowser(port)
                .signedIn(scenario.opm.actor().userId(), HireScenario.PASSWORD)
                .get("/v3/api-docs")
                .json();
        for (var path : description.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                days(description, operation.getValue().at("/requestBody/content/application~1json/schema"))
                        .forEach(field -> operations.add(name + " " + field));
            }
        }
        assertThat(operations).hasSizeGreaterThan(15);
        assertThat(bodies.keySet()).containsExactlyInAnyOrderElementsOf(operations);
        var accepted = new ArrayList<String>();
        bodies.forEach((operation, request) -> {
            var field = operation.substring(operation.lastIndexOf(' ') + 1);
            for (var day : NEVER) {
                var body = new HashMap<>(request.body());
                body.put(field, day.toString());
                var fields = refused(operation, request, body);
                if (!fields.contains(field)) {
                    accepted.add(operation + " " + day.getYear() + ": " + fields);
                }
            }
        });
        assertThat(accepted).isEmpty();
    }

    /** The answers that are refused; about several candidates, those that are refused about the one. */
    private static Set<String> refused(String operation, Request request, Map<String, Object> body) {
        var fields = new TreeSet<String>();
        try {
            if (operation.startsWith("PUT")) {
                request.by().puts(request.path(), body);
            } else {
                request.by()
                        .posts(request.path(), body)
                        .path("outcomes")
                        .forEach(outcome -> fields.add(outcome.path("field").asText()));
            }
        } catch (Refusal refusal) {
            refusal.faults().forEach(fault -> fields.add(fault.field() == null ? refusal.sentence() : fault.field()));
        }
        return fields;
    }

    /** A request that would be taken but for the day. */
    private record Request(Colleague by, String path, Map<String, Object> body) {}

    private Map<String, Request> bodies(Hire hire, Hire asking) {
        var bodies = new HashMap<String, Request>();
        var one = "/api/cases/{number}/candidates/{candidateId}/";
        var several = "/api/cases/{number}/candidates/";
        var seen = hire.row("A-03").path("version").asLong();
        var chosen = List.of(answers("id", hire.candidate("A-03"), "version", seen));
        put(
                bodies,
                "POST " + one + "contact on",
                scenario.hr,
                hire.candidatePath("A-03") + "/contact",
                answers("version", seen, "sendDetails", false));
        put(
                bodies,
                "POST " + one + "answer on",
                scenario.hr,
                hire.candidatePath("A-03") + "/answer",
                answers("version", seen, "answer", "INTERESTED"));
        put(
                bodies,
                "POST " + one + "interview on",
                scenario.hr,
                hire.candidatePath("A-03") + "/interview",
                answers("version", seen, "interviewers", "Dana Whitfield"));
        put(
                bodies,
                "POST " + several + "contact on",
                scenario.hr,
                "/api/cases/" + hire.caseNumber() + "/candidates/contact",
                answers("candidates", chosen, "sendDetails", false));
        put(
                bodies,
                "POST " + several + "interview on",
                scenario.hr,
                "/api/cases/" + hire.caseNumber() + "/candidates/interview",
                answers("candidates", chosen, "interviewers", "Dana Whitfield"));
        var letter = jdbc.queryForObject(
                "select min(cast(id as varchar)) from notice where case_number = ? and state = 'FAILED'",
                String.class,
                hire.caseNumber());
        put(
                bodies,
                "POST /api/outbox/{id}/reached-another-way on",
                scenario.hr,
                "/api/outbox/" + letter + "/reached-another-way",
                answers("how", "Certified mail.", "document", scenario.hr.uploads(hire, DocumentPurpose.CONTACT)));
        put(
                bodies,
                "POST /api/cases/{number}/priority-extension until",
                scenario.coordinator,
                "/api/cases/" + asking.caseNumber() + "/priority-extension",
                answers("reason", "Interviews take longer."));
        put(
                bodies,
                "POST /api/pools/{announcement}/extension lastDay",
                scenario.opm,
                "/api/pools/" + hire.pool().announcement() + "/extension",
                answers("reason", "Agencies still hire."));
        ofPools(bodies, hire.agency());
        ofSetUp(bodies, hire);
        return bodies;
    }

    private void ofPools(Map<String, Request> bodies, String agency) {
        var fields = Map.<String, Object[]>of(
                "issuedOn", new Object[0],
                "openUntil", new Object[0],
                "priorityUntil", new Object[] {"priorityAgencies", List.of(agency)},
                "directHireFrom",
                        new Object[] {
                            "hiringAuthority",
                            "DIRECT_HIRE",
                            "rankingMethod",
                            "UNRANKED",
                            "directHireUntil",
                            "2026-12-31"
                        },
                "directHireUntil", new Object[] {"hiringAuthority", "DIRECT_HIRE", "rankingMethod", "UNRANKED"},
                "opensOn", new Object[] {"rankingMethod", "NUMERIC"},
                "cutOffFixedOn", new Object[] {"rankingMethod", "NUMERIC"},
                "closedAndAuditedOn", new Object[] {"CSA"});
        fields.forEach((field, more) -> {
            var shared = more.length == 1;
            var body = SamplePools.json(
                    "CGA-DAYS-1", shared ? "CSA" : "CGA", shared ? agency : "OPM", shared ? new Object[0] : more);
            put(bodies, "POST /api/pools " + field, scenario.opm, "/api/pools", body);
            put(bodies, "PUT /api/pools/{announcement} " + field, scenario.opm, "/api/pools/CGA-DAYS-1", body);
        });
    }

    private void ofSetUp(Map<String, Request> bodies, Hire hire) {
        var agency = answers("code", "DAYS", "name", "Bureau of Days", "ratingPolicyReference", "BD 1");
        put(bodies, "POST /api/agencies ratingPolicyDate", scenario.opm, "/api/agencies", agency);
        put(bodies, "PUT /api/agencies/{code} ratingPolicyDate", scenario.opm, "/api/agencies/DAYS", agency);
        var person = answers(
                "id",
                "days-coordinator",
                "name",
                "Day Coordinator",
                "email",
                "days@agency.example",
                "agency",
                hire.agency(),
                "roles",
                List.of("shared-certificate-coordinator"));
        put(bodies, "POST /api/people trainedOn", scenario.opm, "/api/people", person);
        put(bodies, "PUT /api/people/{id} trainedOn", scenario.opm, "/api/people/days-coordinator", person);
    }

    private static void put(
            Map<String, Request> bodies, String operation, Colleague by, String path, Map<String, Object> body) {
        bodies.put(operation, new Request(by, path, body));
    }

    /** The names of the days in a body, by its description. */
    private static Set<String> days(JsonNode description, JsonNode schema) {
        var found = new TreeSet<String>();
        if (schema.has("$ref")) {
            return days(description, description.at(schema.get("$ref").asText().substring(1)));
        }
        schema.path("properties").properties().forEach(property -> {
            if (property.getValue().path("format").asText().equals("date")) {
                found.add(property.getKey());
            }
        });
        return found;
    }
}
