package io.crossgov.hiring.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.crossgov.hiring.ui.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The workbench in a browser of one person's own, against a stand-in for the server that answers with real lists. */
final class WorkbenchInBrowser implements AutoCloseable {

    static final String BASE = "/api/cases/" + SampleCandidateList.CASE;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ASSETS = Path.of("src/main/resources/META-INF/resources/assets");
    private static final Path FORM = Path.of("forms/cross-gov-hiring/review-and-interview-candidates.html");
    private static final Path FAKE = Path.of("src/test/resources/ui/fake-cam-form.js");
    private static final String ORIGIN = "http://workbench.test";

    /** A request that changes something of the case. */
    record Sent(String method, String path, JsonNode body) {}

    private final Chromium chromium;
    private final ObjectNode list;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private final Map<String, String> drafts = new HashMap<>();
    private Page page;
    private int revision;
    private String refusal;
    private int refusalStatus;
    private String outcomes;

    /** Questions for the list whose answers are late; null when none is. */
    private List<Route> held;

    WorkbenchInBrowser(Chromium chromium, ObjectNode list) {
        this.chromium = chromium;
        this.list = list;
    }

    WorkbenchInBrowser open() {
        return open(800, 900, "");
    }

    /** @param hash what stands in the address after "#" */
    WorkbenchInBrowser open(int width, int height, String hash) {
        page = chromium.person(width, height).newPage();
        page.clock().install();
        page.route(ORIGIN + "/**", this::answer);
        page.navigate(ORIGIN + "/" + hash);
        return ready();
    }

    /** After the page was loaded again, too. */
    WorkbenchInBrowser ready() {
        page.waitForSelector(".xgw [data-heading], .xgw [role=alert]:not([hidden])");
        return this;
    }

    Page page() {
        return page;
    }

    // ---- what the server says

    ObjectNode list() {
        return list;
    }

    ObjectNode row(int place) {
        return (ObjectNode) list.path("candidates").get(place - 1);
    }

    /** Changes what the server says of a candidate; a name it does not use is a mistake of the test. */
    WorkbenchInBrowser says(int place, Object... entries) {
        for (int at = 0; at < entries.length; at += 2) {
            assertThat(row(place).has((String) entries[at]))
                    .as("the server's " + entries[at])
                    .isTrue();
            row(place).set((String) entries[at], JSON.valueToTree(entries[at + 1]));
        }
        revision++;
        return this;
    }

    void refuse(int status, String sentence) {
        refuse(status, sentence, null);
    }

    void refuse(int status, String sentence, String field) {
        refusalStatus = status;
        refusal = JSON.createObjectNode()
                .put("detail", sentence)
                .put("field", field)
                .toString();
    }

    void refuseNothing() {
        refusal = null;
    }

    /** What becomes of the next entry about several candidates. */
    void outcomes(SeveralEntries.Outcome... all) {
        outcomes = JSON.valueToTree(new SeveralEntries.Outcomes(List.of(all))).toString();
    }

    void holdAnswers() {
        held = new ArrayList<>();
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    void answerLate() {
        var late = held;
        held = null;
        late.forEach(this::answerList);
    }

    List<Sent> sent() {
        return sent;
    }

    List<Integer> answers() {
        return answers;
    }

    /** What is kept for this person, by its part of the task. */
    Map<String, String> drafts() {
        return drafts;
    }

    // ---- what the person does and sees

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, named(text)).first();
    }

    Locator rowOf(String name) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    Locator alert() {
        return page.locator("[role=alert]:visible");
    }

    Locator said() {
        return page.locator(".xgw-said");
    }

    WorkbenchInBrowser openCandidate(String name) {
        button(name).click();
        assertThat(heading(name)).isFocused();
        return this;
    }

    void assertAccessible() {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList())
                .isEmpty();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Override
    public void close() {
        if (page != null) {
            // What is still on its way when a test is over needs no answer any more.
            page.unrouteAll();
            page.context().close();
        }
    }

    // ---- the stand-in

    private void answer(Route route) {
        var path = route.request().url().substring(ORIGIN.length()).replaceFirst("#.*", "");
        var method = route.request().method();
        if (path.equals("/")) {
            fulfil(route, 200, "text/html", html());
        } else if (path.startsWith("/assets/")) {
            fulfil(
                    route,
                    200,
                    path.endsWith(".js") ? "text/javascript" : "text/css",
                    read(ASSETS.resolve(path.substring(8))));
        } else if (path.equals("/fake-cam-form.js")) {
            fulfil(route, 200, "text/javascript", read(FAKE));
        } else if (path.equals("/api/tasks/task-1/draft")) {
            // The form's own answers, which are not what is tried here.
            fulfil(route, method.equals("PUT") ? 200 : 204, "application/json", method.equals("PUT") ? "{}" : "");
        } else if (path.startsWith("/api/tasks/task-1/draft?part=")) {
            answerDraft(route, method, path.substring("/api/tasks/task-1/draft?part=".length()));
        } else if (method.equals("GET") && held != null) {
            held.add(route);
        } else if (method.equals("GET")) {
            answerList(route);
        } else if (path.endsWith("/documents")) {
            sent.add(new Sent("POST", path, null));
            fulfil(route, 201, "application/json", "{\"id\":\"d-new\",\"name\":\"letter.pdf\",\"size\":2048}");
        } else {
            sent.add(new Sent(method, path, json(route.request().postData())));
            answerChange(route);
        }
    }

    private void answerChange(Route route) {
        if (refusal == null && route.request().headers().containsKey("x-xg-preview")) {
            fulfil(
                    route,
                    200,
                    "application/json",
                    "[{\"title\":\"Position details\",\"to\":\"Jordan Lee, a-1@mail.example\",\"subject\":\"A position\","
                            + "\"text\":\"Dear Jordan Lee,\\n<b>a line</b>\"}]");
        } else if (refusal != null) {
            fulfil(route, refusalStatus, "application/problem+json", refusal);
        } else if (outcomes != null) {
            fulfil(route, 200, "application/json", outcomes);
        } else {
            fulfil(route, 204, "text/plain", "");
        }
    }

    private void answerDraft(Route route, String method, String part) {
        if (method.equals("PUT")) {
            drafts.put(part, route.request().postData());
            fulfil(route, 200, "application/json", "{\"savedAt\":\"2026-03-02T13:40:00Z\",\"revision\":1}");
        } else if (method.equals("DELETE") || !drafts.containsKey(part)) {
            drafts.remove(part);
            fulfil(route, 204, "text/plain", "");
        } else {
            fulfil(
                    route,
                    200,
                    "application/json",
                    "{\"savedAt\":\"2026-03-02T13:40:00Z\",\"revision\":1,\"answers\":" + drafts.get(part) + "}");
        }
    }

    private void answerList(Route route) {
        var etag = "\"" + revision + "\"";
        var address = URI.create(route.request().url());
        var query = address.getRawQuery() == null ? "" : address.getRawQuery();
        var asked = new SampleAnswers(list);
        var answer = address.getPath().endsWith("/candidates")
                ? asked.list(query)
                : asked.details(address.getPath().replaceFirst(".*/", ""), query);
        if (refusal != null && List.of(401, 403).contains(refusalStatus)) {
            fulfil(route, refusalStatus, "application/problem+json", refusal);
        } else if (answer == null) {
            fulfil(route, 404, "application/problem+json", "{\"detail\":\"There is no such candidate in this case.\"}");
        } else if (etag.equals(route.request().headerValue("If-None-Match"))) {
            answers.add(304);
            route.fulfill(new Route.FulfillOptions().setStatus(304));
        } else {
            answers.add(200);
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setHeaders(Map.of("ETag", etag))
                    .setBody(answer.toString()));
        }
    }

    private static String html() {
        return """
                <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Tasks</title>
                <link rel="stylesheet" href="/assets/tokens.css">
                <link rel="stylesheet" href="/assets/xg-forms.css">
                <link rel="stylesheet" href="/assets/dates.css">
                <script src="/fake-cam-form.js"></script>
                <script type="module" src="/assets/forms/index.js"></script>
                <script type="module">
                  openForm({caseNumber: "%s", agencyName: "General Services Administration", positionTitle: "Strategist",
                    pool: {label: "Strategist, GS-0301-13", announcement: "CGA-DE-1", lastDayInWords: "Thu, Dec 31, 2026, Eastern Time"}, filled: 0, reason: ""},
                    {onView(view, root) {
                      xgWorkbench.mount(root.querySelector("[data-workbench]"), view.caseNumber, "task-1");
                    }});
                </script>
                <body><main><h1>Tasks</h1><h2>4 Review and Interview Candidates</h2>%s</main></body></html>"""
                .formatted(SampleCandidateList.CASE, read(FORM));
    }

    private static void fulfil(Route route, int status, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType(type)
                .setBody(body));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
