package io.crossgov.hiring.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.crossgov.hiring.ui.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workbench in a real browser, west of UTC and as wide as Tasklist's form area, against a stand-in for the API. */
class WorkbenchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ASSETS = Path.of("src/main/resources/META-INF/resources/assets");
    private static final Path FORM = Path.of("forms/cross-gov-hiring/review-and-interview-candidates.html");
    private static final Path FAKE = Path.of("src/test/resources/ui/fake-cam-form.js");
    private static final String ORIGIN = "http://workbench.test";
    private static final String CASE = "XGH-2026-000001";

    private static Chromium chromium;

    /** A request that changes something. */
    private record Sent(String method, String path, JsonNode body) {}

    private Page page;
    private ObjectNode list;
    private int revision;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private String refusal;
    private int refusalStatus;

    /** Questions for the list whose answers are late; null when none is. */
    private List<Route> held;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void aCaseWithThreeCandidates() {
        list = JSON.createObjectNode()
                .put("caseNumber", CASE)
                .put("positionTitle", "Strategist")
                .put("announcement", "CGA-DE-1")
                .put("poolTitle", "Customer Experience Strategist, GS-0301-13")
                .put("vacancies", 2)
                .put("vacanciesTaken", 1)
                .put("lastDay", "2026-12-31")
                .put("today", "2026-03-02")
                .put("mayReview", true)
                .put("mayElect", true)
                .putNull("electingRefused");
        list.putArray("dutyLocations").add("Washington, DC").add("Denver, CO");
        list.putObject("referral")
                .put("categories", "Best qualified")
                .putNull("merged")
                .putNull("empty");
        list.putArray("nextAlternates");
        var candidates = list.putArray("candidates");
        candidates.add(candidate("c-1", "Jordan Lee"));
        candidates.add(candidate("c-2", "Sam <b>Ortiz</b>"));
        candidates.add(candidate("c-3", "Kim Park"));
    }

    @AfterEach
    void closePage() {
        page.context().close();
    }

    @Test
    void the_list_shows_category_locations_status_and_documents_and_text_stays_text() {
        open();

        var row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Jordan Lee"));
        assertThat(row).containsText("Best qualified");
        assertThat(row).containsText("Washington, DC; Denver, CO");
        assertThat(row).containsText("Referred");
        assertThat(row.getByRole(AriaRole.LINK)).hasAttribute("href", "/api/documents/d-c-1");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Sam <b>Ortiz</b>"))).isVisible();
        assertThat(page.locator("td b, th b")).hasCount(0);
        assertAccessible();
    }

    @Test
    void the_list_is_narrowed_by_name_status_and_location() {
        row(2).put("status", "INTERVIEWED").put("statusTitle", "Interviewed");
        open();

        page.getByLabel("Find by name or number").fill("kim");
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.getByLabel("Find by name or number").fill("");
        page.getByLabel("Status").selectOption("INTERVIEWED");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator(".xgw-count")).hasText("1 candidate");
    }

    @Test
    void a_contact_is_saved_at_once_with_the_version_the_person_saw() {
        open();
        openCandidate("Jordan Lee");
        assertThat(heading("Jordan Lee")).isFocused();
        page.getByRole(AriaRole.BUTTON, named("Record contact")).click();
        assertThat(heading("Record a contact")).isFocused();
        assertAccessible();
        assertThat(page.getByLabel("Contacted on")).hasValue("2026-03-02");
        page.getByLabel("Your words to the candidate (optional)").fill("We look for somebody like you.");
        row(0).put("version", 1).put("status", "CONTACTED").put("statusTitle", "Contacted");
        row(0).put("contactedOn", "2026-03-02").put("contactedBy", "Pat Manager");
        changed();
        page.getByRole(AriaRole.BUTTON, named("Save")).click();

        assertThat(page.locator("dd").filter(new Locator.FilterOptions().setHasText("Mar 2, 2026 by Pat Manager")))
                .isVisible();
        assertThat(heading("Jordan Lee")).isFocused();
        assertThat(page.locator("[aria-live=polite]")).hasText("Contact recorded.");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).path()).isEqualTo("/api/cases/" + CASE + "/candidates/c-1/contact");
        assertThat(sent.get(0).body().toString())
                .isEqualTo("{\"version\":0,\"on\":\"2026-03-02\",\"sendDetails\":true,"
                        + "\"message\":\"We look for somebody like you.\",\"note\":null}");
    }

    @Test
    void what_a_colleague_changed_first_is_shown_and_nothing_typed_is_lost() {
        open();
        openCandidate("Jordan Lee");
        page.getByRole(AriaRole.BUTTON, named("Write notes")).click();
        page.getByLabel("Notes on this candidate").fill("Mine");
        row(0).put("version", 4).put("notes", "Theirs");
        changed();
        refuse(409, "Somebody changed this candidate's record while you worked on it.");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();

        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("Somebody changed this candidate's record while you worked on it.");
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page.getByText("Theirs")).isVisible();
        assertThat(page.getByLabel("Notes on this candidate")).hasValue("Mine");
        refusal = null;
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).isHidden();
        assertThat(sent.get(1).body().path("version").asInt()).isEqualTo(4);
    }

    @Test
    void changes_of_others_appear_by_themselves_and_are_announced_while_typing_goes_on() {
        open();
        openCandidate("Jordan Lee");
        page.getByRole(AriaRole.BUTTON, named("Write notes")).click();
        page.getByLabel("Notes on this candidate").fill("Half a sen");
        row(0).put("version", 1).put("status", "INTERESTED").put("statusTitle", "Interested");
        changed();
        page.clock().runFor(5000);

        assertThat(page.locator(".xgw-main .xgw-status")).hasText("Interested");
        assertThat(page.locator("[aria-live=polite]")).hasText("Changed just now: Jordan Lee, Interested.");
        assertThat(page.getByLabel("Notes on this candidate")).hasValue("Half a sen");
        assertThat(page.getByLabel("Notes on this candidate")).isFocused();
        var asked = answers.size();
        page.clock().runFor(9000);
        page.waitForCondition(() -> answers.size() > asked);
        assertThat(answers.get(answers.size() - 1)).isEqualTo(304);
    }

    @Test
    void ones_own_change_is_not_announced_as_somebody_elses_however_slow_the_answer() {
        open();
        openCandidate("Jordan Lee");
        page.getByRole(AriaRole.BUTTON, named("Write notes")).click();
        page.getByLabel("Notes on this candidate").fill("Mine");
        row(0).put("version", 1).put("notes", "Mine");
        changed();
        held = new ArrayList<>();
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        page.waitForCondition(() -> !held.isEmpty());
        page.clock().runFor(9000);
        var late = held;
        held = null;
        late.forEach(this::answerList);

        assertThat(page.locator("[aria-live=polite]")).hasText("Notes saved.");
        page.clock().runFor(5000);
        page.waitForCondition(() -> answers.get(answers.size() - 1) == 304);
        assertThat(page.locator("[aria-live=polite]")).hasText("Notes saved.");
    }

    @Test
    void a_refusal_marks_the_field_it_is_about() {
        open();
        openCandidate("Jordan Lee");
        page.getByRole(AriaRole.BUTTON, named("Declined or withdrew")).click();
        assertThat(page.getByRole(AriaRole.RADIO)).hasCount(2);
        assertAccessible();
        refuse(400, "Say whether the candidate declined your agency only or withdrew from all agencies (L9).", "scope");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say whether the candidate declined");
        assertThat(page.getByRole(AriaRole.RADIO).first()).hasAttribute("aria-invalid", "true");
        assertThat(sent.get(0).body().path("scope").isNull()).isTrue();
    }

    @Test
    void a_withdrawal_carries_its_scope_and_the_uploaded_documents() {
        open();
        openCandidate("Jordan Lee");
        page.getByRole(AriaRole.BUTTON, named("Declined or withdrew")).click();
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile("Withdrew from all")))
                .check();
        page.getByLabel("Supporting documents (optional)")
                .setInputFiles(
                        new FilePayload("letter.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("letter.pdf (2 KB)")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.locator("[aria-live=polite]")).hasText("Recorded. OPM is told.");

        var body = sent.get(1).body();
        assertThat(body.path("scope").asText()).isEqualTo("ALL_AGENCIES");
        assertThat(body.path("documents").toString()).isEqualTo("[\"d-new\"]");
    }

    @Test
    void candidates_are_compared_side_by_side() {
        row(0).put("interviewResultTitle", "Recommended").put("interviewNotes", "Clear\nanswers");
        open();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Compare  side by side")))
                .isDisabled();
        page.getByLabel("Compare Jordan Lee").check();
        page.getByLabel("Compare Kim Park").check();
        page.getByRole(AriaRole.BUTTON, named("Compare 2 side by side")).click();

        assertThat(heading("Compare 2 candidates")).isFocused();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {"Jordan Lee", "Kim Park"});
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Recommended")))
                .isVisible();
        assertAccessible();
        page.getByRole(AriaRole.BUTTON, named("Back to all candidates")).click();
        assertThat(page.getByLabel("Compare Kim Park")).isChecked();
    }

    @Test
    void an_election_by_keyboard_names_ordered_alternates_and_asks_for_confirmation() {
        open();
        page.getByRole(AriaRole.BUTTON, named("Jordan Lee")).focus();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.BUTTON, named("Elect Jordan Lee")).focus();
        page.keyboard().press("Enter");
        assertThat(heading("Elect Jordan Lee")).isFocused();
        assertAccessible();
        page.getByRole(AriaRole.BUTTON, named("Continue")).click();
        assertThat(page.getByText("Choose the duty location.")).isVisible();
        page.getByLabel("Duty location").selectOption("Denver, CO");
        for (var alternate : List.of("c-2", "c-3")) {
            page.getByLabel("Add an alternate (optional)").selectOption(alternate);
            page.getByRole(AriaRole.BUTTON, named("Add alternate")).press("Enter");
        }
        page.getByRole(AriaRole.BUTTON, named("Up: Kim Park")).press("Enter");
        assertThat(page.locator(".xgw-alternates li").first()).containsText("Kim Park");
        assertThat(page.locator(".xgw-alternates li").first()).isFocused();
        page.getByRole(AriaRole.BUTTON, named("Continue")).press("Enter");
        assertThat(heading("Confirm the election")).isFocused();
        assertThat(page.getByText("1. Kim Park")).isVisible();
        assertThat(sent).isEmpty();
        row(0).put("status", "ELECTED").put("statusTitle", "Elected");
        changed();
        page.getByRole(AriaRole.BUTTON, named("Elect Jordan Lee")).press("Enter");

        assertThat(heading("Jordan Lee")).isFocused();
        assertThat(page.locator("[aria-live=polite]")).hasText("Jordan Lee is elected. Your HR specialist is told.");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).path()).isEqualTo("/api/cases/" + CASE + "/elections");
        assertThat(sent.get(0).body().toString())
                .isEqualTo(
                        "{\"candidateId\":\"c-1\",\"dutyLocation\":\"Denver, CO\",\"alternates\":[\"c-3\",\"c-2\"]}");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Elect Jordan Lee"))).hasCount(0);
    }

    @Test
    void when_nobody_can_be_elected_the_reason_stands_at_the_top() {
        list.put("electingRefused", "Your agency's own employees may apply until 2026-03-09.");
        open();
        assertThat(page.getByText("Your agency's own employees may apply until 2026-03-09."))
                .isVisible();
        openCandidate("Jordan Lee");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Record contact"))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Elect Jordan Lee"))).hasCount(0);
    }

    @Test
    void L14_who_cannot_be_elected_shows_the_rule_in_words_and_leads_to_whoever_comes_first() {
        row(0).put("why", "Best qualified. 5-point preference: before those without preference (L12).")
                .put("preferred", true)
                .put("mayAskToPassOver", true);
        forbid(1, "L14", "Jordan Lee is a preference eligible and comes first (L14). Elect Jordan Lee; or …", "c-1");
        open();
        var sam = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Sam <b>Ortiz</b>"));
        assertThat(sam).containsText("Cannot be elected now (L14)");
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Kim Park")))
                .containsText("Can be elected");

        openCandidate("Sam <b>Ortiz</b>");
        assertThat(page.getByText("Denver, CO: Jordan Lee is a preference eligible and comes first (L14)."))
                .isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Elect Sam <b>Ortiz</b>")))
                .hasCount(0);
        assertAccessible();
        page.getByRole(AriaRole.BUTTON, named("Open Jordan Lee")).click();
        assertThat(heading("Jordan Lee")).isFocused();
        assertThat(page.getByText("before those without preference (L12)")).isVisible();
    }

    @Test
    void L15_OPM_is_asked_to_pass_over_and_the_request_is_withdrawn_with_a_confirmation_each() {
        row(0).put("preferred", true).put("mayAskToPassOver", true);
        open();
        openCandidate("Jordan Lee");
        page.getByRole(AriaRole.BUTTON, named("Ask OPM to pass over")).click();
        assertAccessible();
        row(0).put("mayAskToPassOver", false)
                .putObject("passOver")
                .put("id", "p-1")
                .put("state", "ASKED")
                .put("stateTitle", "Reasons and SF-62 are to be filed");
        changed();
        page.getByRole(AriaRole.BUTTON, named("Ask OPM")).click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("4 File Pass-over")))
                .hasAttribute("href", "/go/task?case=" + CASE + "&task=file-pass-over&passOver=p-1");
        page.getByRole(AriaRole.BUTTON, named("Hold a vacancy")).click();
        page.getByRole(AriaRole.BUTTON, named("Cancel")).click();
        page.getByRole(AriaRole.BUTTON, named("Withdraw the pass-over")).click();
        page.getByRole(AriaRole.BUTTON, named("Withdraw the request")).click();
        assertThat(page.locator("[aria-live=polite]")).hasText("The request is withdrawn.");

        var base = "/api/cases/" + CASE + "/candidates/c-1/pass-over";
        assertThat(sent)
                .extracting(Sent::method, Sent::path)
                .containsExactly(tuple("POST", base), tuple("DELETE", base));
    }

    @Test
    void the_next_alternate_of_a_lost_selection_is_elected_with_one_action() {
        list.withArray("nextAlternates")
                .addObject()
                .put("selectionId", "s-1")
                .put("lostName", "Ann Gone")
                .put("alternateId", "c-3")
                .put("alternateName", "Kim Park")
                .put("dutyLocation", "Denver, CO");
        open();
        assertThat(page.getByText("The selection of Ann Gone ended. The next alternate is Kim Park."))
                .isVisible();
        assertAccessible();
        page.getByRole(AriaRole.BUTTON, named("Elect Kim Park for Denver, CO")).click();
        assertThat(heading("Kim Park")).isFocused();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).path()).isEqualTo("/api/cases/" + CASE + "/selections/s-1/next-alternate");
    }

    private void forbid(int index, String rule, String sentence, String comesFirst) {
        row(index).path("electing").forEach(one -> {
            var electing = (ObjectNode) one;
            electing.put("allowed", false).put("rule", rule).put("refused", sentence);
            electing.withArray("exits").addObject().put("way", "ELECT_FIRST").put("candidateId", comesFirst);
        });
    }

    @Test
    void who_only_looks_has_nothing_to_change() {
        list.put("mayReview", false).put("mayElect", false);
        open();
        openCandidate("Jordan Lee");
        assertThat(page.locator(".xgw-actions button")).hasCount(0);
    }

    @Test
    void before_access_is_approved_the_sentence_stands_there_and_nobody_is_shown() {
        refuse(403, "OPM has not approved your agency's access to this pool yet.");
        open();
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("OPM has not approved your agency's access to this pool yet.");
        assertThat(page.locator("table")).hasCount(0);
    }

    @Test
    void completing_the_task_sends_the_reason_alone() {
        open();
        page.getByLabel("Find by name or number").fill("kim");
        page.getByLabel("Why will nobody else be selected?").fill("Nobody fits.");
        assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("reason", "Nobody fits."));
    }

    // ---- the stand-in

    private static ObjectNode candidate(String id, String name) {
        var candidate = JSON.createObjectNode()
                .put("id", id)
                .put("applicantNumber", "A-" + id)
                .put("name", name)
                .put("email", id + "@mail.example")
                .put("phone", "")
                .put("category", "Best qualified")
                .put("status", "REFERRED")
                .put("statusTitle", "Referred")
                .put("alternateRank", 0)
                .put("available", true)
                .put("version", 0);
        candidate.putArray("locations").add("Washington, DC").add("Denver, CO");
        candidate.putArray("electLocations").add("Denver, CO").add("Washington, DC");
        candidate
                .put("place", Integer.parseInt(id.substring(2)))
                .put("why", "Best qualified.")
                .put("preferred", false)
                .put("mayAskToPassOver", false)
                .put("hasPriority", false)
                .put("vacancyHeld", false);
        var electing = candidate.putArray("electing");
        for (var location : List.of("Denver, CO", "Washington, DC")) {
            electing.addObject()
                    .put("dutyLocation", location)
                    .put("allowed", true)
                    .putArray("exits");
        }
        candidate
                .putArray("documents")
                .addObject()
                .put("id", "d-" + id)
                .put("name", "resume.pdf")
                .put("mediaType", "application/pdf")
                .put("size", 2048)
                .put("purpose", "RESUME");
        return candidate;
    }

    private ObjectNode row(int index) {
        return (ObjectNode) list.path("candidates").get(index);
    }

    private void changed() {
        revision++;
    }

    private void refuse(int status, String sentence) {
        refuse(status, sentence, null);
    }

    private void refuse(int status, String sentence, String field) {
        refusalStatus = status;
        refusal = JSON.createObjectNode()
                .put("detail", sentence)
                .put("field", field)
                .toString();
    }

    private void open() {
        page = chromium.person(800, 900).newPage();
        page.clock().install();
        page.route(ORIGIN + "/**", this::answer);
        page.navigate(ORIGIN + "/");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(ASSETS.resolve("xg-errors.js")));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(ASSETS.resolve("xg-forms.js")));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(ASSETS.resolve("workbench.js")));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(FAKE));
        page.evaluate(
                """
                () => openForm({caseNumber: '%s', agency: 'GSA', positionTitle: 'Strategist', pool: 'Strategist',
                    announcement: 'CGA-DE-1', reason: ''},
                  {onView(view, root) { xgWorkbench.mount(root.querySelector('[data-workbench]'), view.caseNumber); }})"""
                        .formatted(CASE));
        page.waitForSelector(".xgw table, .xgw [role=alert]:not([hidden])");
    }

    private void answer(Route route) {
        var path = route.request().url().substring(ORIGIN.length());
        if (path.equals("/")) {
            fulfil(
                    route,
                    200,
                    "text/html",
                    "<!DOCTYPE html><html lang='en'><title>Tasks</title><link rel='stylesheet' href='/assets/xg-forms.css'>"
                            + "<body><main><h1>Tasks</h1><h2>4 Review and Interview Candidates</h2>" + read(FORM)
                            + "</main></body></html>");
        } else if (path.startsWith("/assets/")) {
            fulfil(route, 200, "text/css", read(ASSETS.resolve(path.substring("/assets/".length()))));
        } else if (route.request().method().equals("GET") && held != null) {
            held.add(route);
        } else if (route.request().method().equals("GET")) {
            answerList(route);
        } else if (path.endsWith("/documents")) {
            sent.add(new Sent("POST", path, null));
            fulfil(route, 201, "application/json", "{\"id\":\"d-new\",\"name\":\"letter.pdf\",\"size\":2048}");
        } else {
            sent.add(new Sent(
                    route.request().method(), path, json(route.request().postData())));
            if (refusal != null) {
                fulfil(route, refusalStatus, "application/problem+json", refusal);
            } else {
                fulfil(route, 204, "text/plain", "");
            }
        }
    }

    private void answerList(Route route) {
        var etag = "\"" + revision + "\"";
        if (refusal != null && refusalStatus == 403) {
            fulfil(route, 403, "application/problem+json", refusal);
        } else if (etag.equals(route.request().headerValue("If-None-Match"))) {
            answers.add(304);
            route.fulfill(new Route.FulfillOptions().setStatus(304));
        } else {
            answers.add(200);
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setHeaders(Map.of("ETag", etag))
                    .setBody(list.toString()));
        }
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

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, named(text));
    }

    private void openCandidate(String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private void assertAccessible() {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList())
                .isEmpty();
    }
}
