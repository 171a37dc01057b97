package io.crossgov.hiring.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.access.Visitor.Answer;
import io.crossgov.hiring.workflow.HireScenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What people look at over HTTP that grows with the country: their task lists, our lists and pages, Cockpit. */
final class Looks {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";

    /** As Tasklist asks. */
    private static final String BY_DUE_DATE =
            "{\"active\":true,\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"},{\"sortBy\":\"created\",\"sortOrder\":\"asc\"}]}";

    private static final String NEWEST_FIRST =
            "{\"active\":true,\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}";

    /**
     * One look.
     *
     * @param at looks, and fails unless it sees what there is: what is refused or empty is quick and tells nothing
     */
    record Look(String who, String what, Visitor browser, Function<Visitor, Answer> at) {

        String name() {
            return who + ": " + what;
        }

        Answer now() {
            return at.apply(browser);
        }
    }

    private final int port;
    private final Map<String, Visitor> browsers = new HashMap<>();
    private final List<Look> looks = new ArrayList<>();

    private Looks(int port) {
        this.port = port;
    }

    /** Of each role in a large and in a small agency, and of OPM. */
    static List<Look> at(int port) {
        var all = new Looks(port);
        for (var agency : List.of(1, Staff.AGENCIES)) {
            for (var role : List.of(
                    Role.HIRING_MANAGER,
                    Role.HR_SPECIALIST,
                    Role.SHARED_CERTIFICATE_COORDINATOR,
                    Role.SUBJECT_MATTER_EXPERT)) {
                all.ofOne(
                        role.title() + (agency == 1 ? ", large agency" : ", small agency"),
                        Staff.user(agency, role, 1));
            }
        }
        all.ofOne("OPM", Staff.opm(1));
        all.ofOpm();
        all.cockpit();
        return all.looks;
    }

    private void ofOne(String who, String userId) {
        var browser = browser(userId);
        var filters = answered(browser.get(ENGINE + "/filter?itemCount=false&resourceType=Task&maxResults=100"));
        assertThat(filters.json()).as("task lists").isNotEmpty();
        for (var filter : filters.json()) {
            var list = ENGINE + "/filter/" + filter.get("id").asText();
            var name = "“" + filter.get("name").asText() + "”";
            // In a small agency, somebody may have taken nothing.
            Function<Answer, Answer> shown = name.equals("“My tasks”") ? Looks::answered : Looks::rows;
            add(
                    who,
                    name,
                    userId,
                    page -> shown.apply(page.post(list + "/list?firstResult=0&maxResults=25", BY_DUE_DATE)));
            add(
                    who,
                    name + ", next page",
                    userId,
                    page -> answered(page.post(list + "/list?firstResult=25&maxResults=25", BY_DUE_DATE)));
            add(
                    who,
                    name + ", newest first",
                    userId,
                    page -> shown.apply(page.post(list + "/list?firstResult=0&maxResults=25", NEWEST_FIRST)));
            add(who, name + ", how many", userId, page -> answered(page.post(list + "/count", "{\"active\":true}")));
        }
        add(who, "start page", userId, page -> answered(page.opens("/")));
        add(who, "cases", userId, page -> contains("XGH-", page.opens("/cases")));
        add(who, "talent pools", userId, page -> contains("GS-0301-13", page.opens("/pools")));
        add(
                who,
                "finding a talent pool",
                userId,
                page -> contains("GS-0301-13", page.opens("/pools?words=strategist")));
        add(
                who,
                "finding a talent pool that is not there",
                userId,
                page -> contains("No talent pool", page.opens("/pools?words=xyz")));
        add(who, "API's talent pools", userId, page -> rows(page.get("/api/pools")));
        add(
                who,
                "choosing a talent pool",
                userId,
                page -> contains("GS-0301-13", page.get("/api/pools-to-choose?words=strategist")));
        add(
                who,
                "cases of a pool by its name",
                userId,
                page -> contains("Several talent pools", page.opens("/cases?pool=strategist")));
        add(who, "API's cases", userId, page -> contains("XGH-", page.get("/api/cases")));
        add(who, "API's tasks", userId, page -> contains("XGH-", page.get("/api/tasks")));
        add(
                who,
                "finding a position",
                userId,
                page -> contains("XGH-", page.post("/api/tasks/search", "{\"words\":\"strategist team\"}")));
    }

    private void ofOpm() {
        var opm = Staff.opm(1);
        add("OPM", "cases, far behind", opm, page -> contains("XGH-", page.opens("/cases?at=300")));
        add("OPM", "outbox", opm, page -> answered(page.opens("/outbox")));
        add("OPM", "people", opm, page -> contains(Staff.opm(2), page.opens("/people")));
    }

    private void cockpit() {
        var opm = Staff.opm(1);
        var openTasks = ENGINE + "/history/task/count";
        for (var which : List.of("assigned", "withCandidateGroups", "unassigned")) {
            add(
                    "Cockpit",
                    "open tasks, " + which,
                    opm,
                    page -> counted(page.post(openTasks, "{\"unfinished\":true,\"" + which + "\":true}")));
        }
        add("Cockpit", "open tasks", opm, page -> counted(page.post(openTasks, "{\"unfinished\":true}")));
        add("Cockpit", "the engine's open tasks", opm, page -> counted(page.post(ENGINE + "/task/count", "{}")));
        add("Cockpit", "tasks by group", opm, page -> rows(page.get(ENGINE + "/task/report/candidate-group-count")));
        add("Cockpit", "running cases", opm, page -> counted(page.get(ENGINE + "/process-instance/count")));
        add("Cockpit", "incidents", opm, page -> answered(page.post(COCKPIT + "/incident/count", "{}")));
        add(
                "Cockpit",
                "processes by model",
                opm,
                page -> rows(page.get(ENGINE + "/process-definition/statistics?incidents=true")));
        add(
                "Cockpit",
                "page of processes",
                opm,
                page -> rows(page.post(
                        COCKPIT + "/process-instance?firstResult=0&maxResults=50",
                        "{\"sortBy\":\"startTime\",\"sortOrder\":\"desc\"}")));
        add(
                "Cockpit",
                "how many processes",
                opm,
                page -> counted(page.post(COCKPIT + "/process-instance/count", "{}")));
        var model = mainModel(browser(opm));
        add(
                "Cockpit",
                "page of processes of a model, oldest first",
                opm,
                page -> rows(page.post(
                        COCKPIT + "/process-instance?firstResult=0&maxResults=50",
                        "{\"processDefinitionId\":\"" + model + "\",\"sortBy\":\"startTime\",\"sortOrder\":\"asc\"}")));
    }

    /** The model of most of the processes, as Cockpit shows it. */
    private static String mainModel(Visitor page) {
        return StreamSupport.stream(
                        page.get(ENGINE + "/process-definition/statistics?incidents=true")
                                .json()
                                .spliterator(),
                        false)
                .filter(model -> model.at("/definition/key").asText().equals("cross-gov-hiring"))
                .map(model -> model.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private void add(String who, String what, String userId, Function<Visitor, Answer> at) {
        looks.add(new Look(who, what, browser(userId), at));
    }

    private Visitor browser(String userId) {
        return browsers.computeIfAbsent(userId, id -> Visitor.inABrowser(port).signedIn(id, HireScenario.PASSWORD));
    }

    private static Answer answered(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static Answer rows(Answer answer) {
        assertThat(answered(answer).json()).as("rows").isNotEmpty();
        return answer;
    }

    private static Answer counted(Answer answer) {
        assertThat(answered(answer).json().path("count").asLong())
                .as(answer.body())
                .isPositive();
        return answer;
    }

    private static Answer contains(String words, Answer answer) {
        assertThat(answered(answer).body()).contains(words);
        return answer;
    }
}
