package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.ui.Accessibility;
import io.crossgov.hiring.ui.Chromium;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands around the forms in Tasklist and Cockpit, for who uses a keyboard, listens to the page, zooms or has a narrow window. */
@HiringTest
class AroundTheFormsIT {

    private static final String POOL = "CGA-DE-12339419-24-MS";
    private static final String FIRST_TASK = "1 Identify Position Description";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    private static final String CUT =
            """
            () => [...document.querySelectorAll("main :is(.ctn-view, .cam-table :is(td, th), .legend-holder, .nav-tabs, .three-cols-layout-cell.content)")]
              .filter((each) => each.checkVisibility() && each.clientWidth > 0
                && (each.scrollWidth > each.clientWidth + 1
                  || each.scrollHeight > each.clientHeight + 4))
              .map((each) => `${each.className}: ${each.scrollWidth} in ${each.clientWidth}, ${each.scrollHeight} in ${each.clientHeight}: ${each.innerText.slice(0, 40)}`)
            """;

    private final Pictures pictures = new Pictures("around the forms");

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    private Chromium chromium;
    private String number;

    @BeforeEach
    void a_case() {
        chromium = new Chromium();
        number = Visitor.script(port, "gsa-manager", password)
                .post(
                        "/api/cases",
                        "{\"announcement\": \"%s\", \"positionTitle\": \"Strategist\", \"requestPortalAccount\": false}"
                                .formatted(POOL))
                .json()
                .get("number")
                .asText();
    }

    @AfterEach
    void close_browser() {
        chromium.close();
    }

    @Test
    void the_keyboard_passes_by_the_bar_and_meets_it_in_the_order_of_reading() {
        var page = tasklist("gsa-manager", 1440, 900).page();
        page.locator("body").evaluate("body => document.activeElement.blur()");

        page.keyboard().press("Tab");
        assertThat(focused(page)).hasText("Skip to the work");
        page.keyboard().press("Enter");
        assertThat(page.locator("main:focus")).isVisible();

        assertThat(page.locator(".xg-bar").locator("a:visible, button:visible").allInnerTexts().stream()
                        .map(String::strip))
                .startsWith("Cross-government hiring · Tasks", "Start page", "Cases")
                .endsWith("Sign out");
    }

    @Test
    void what_taking_and_completing_did_is_said_and_the_focus_goes_on_from_there() {
        var tasklist = tasklist("gsa-hr", 1440, 900);
        var page = tasklist.page();

        tasklist.list("To take").task(number, FIRST_TASK);
        assertThat(voice(page)).hasText(FIRST_TASK + " is open.");
        Accessibility.assertReadable(page);

        var tabs = page.locator(".task-card .nav-tabs");
        tabs.getByText("Diagram").click();
        assertThat(page.locator(".task-card .djs-container svg").first()).isVisible();
        readsWell(page, "diagram of a task");
        tabs.getByText("Form").click();

        tasklist.take();
        assertThat(voice(page)).hasText("The task is yours now.");
        assertThat(page.locator(".task-card [cam-tasklist-form] :focus, .task-card [cam-tasklist-form]:focus"))
                .hasCount(1);

        tasklist.fill("PD number", "PD-0301-13")
                .answer("Where does the position description come from?", "Written from OPM's sample")
                .check("I have compared the PD")
                .answer("Is the position description classified?", "Not yet")
                .fill("Classification requested on", LocalDate.now().minusDays(7))
                .complete();
        assertThat(voice(page)).containsText("Done: " + FIRST_TASK + ".");
        assertThat(page.locator("main :focus")).hasCount(1);
    }

    @ParameterizedTest
    @CsvSource({"320, 640", "400, 800", "720, 450"})
    void in_a_narrow_window_one_sees_the_lists_or_the_task(int width, int height) {
        var tasklist = tasklist("gsa-hr", width, height);
        var page = tasklist.page();
        var back = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Back to the list"));

        tasklist.list("To take");
        assertThat(tasklist.row(number, FIRST_TASK)).isVisible();
        assertThat(page.locator(".task-details")).isHidden();
        assertFits(page, width);
        pictures.take(page, "lists at " + width);

        tasklist.task(number, FIRST_TASK);
        assertThat(focused(page)).hasText(FIRST_TASK);
        assertThat(focused(page)).isInViewport();
        assertThat(page.locator(".tasks-list.column")).isHidden();
        assertFits(page, width);
        pictures.take(page, "task at " + width);

        back.focus();
        page.keyboard().press("Enter");
        assertThat(tasklist.row(number, FIRST_TASK)).isVisible();
        assertThat(page.locator(".tasks-list li.task :focus")).containsText(FIRST_TASK);
        assertThat(page.locator(".task-details")).isHidden();

        page.goBack();
        assertThat(back).isVisible();
        assertThat(tasklist.form()).containsText(number);
    }

    /** Nothing is cut off at the side, nothing is left blank at the top, and a machine finds nothing wrong. */
    private void assertFits(Page page, int width) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(page.evaluate(
                        "() => document.querySelector('[cam-widget-header]').getBoundingClientRect().top + scrollY"))
                .isEqualTo(0);
        Accessibility.assertReadable(page);
    }

    @Test
    void in_a_narrow_window_one_reads_what_was_done_and_who_has_it_now() {
        var tasklist = tasklist("gsa-manager", 400, 800).list("To take").task(number, FIRST_TASK);
        var page = tasklist.page();
        tasklist.take()
                .answer("Where does the position description come from?", "Written from OPM's sample")
                .check("I have compared the PD")
                .answer("Is the position description classified?", "Not yet")
                .fill("Classification requested on", LocalDate.now().minusDays(7))
                .complete();

        assertThat(tasklist.done()).containsText("Done: " + FIRST_TASK + ".");
        assertThat(tasklist.done()).containsText("HR specialist: 2 Express Interest");
        assertThat(page.locator(".xg-next h2")).isFocused();
        assertThat(page.locator(".xg-next h2")).isInViewport();
        assertFits(page, 400);
        pictures.take(page, "done at 400");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Back to the list"))
                .click();
        assertThat(page.locator(".tasks-list.column")).isVisible();
        assertThat(page.locator(".xg-next")).hasCount(0);
        assertThat(page.locator("main :focus")).hasCount(1);
    }

    @Test
    void what_was_done_is_told_until_one_goes_to_another_list_and_stays_true_until_then() {
        var manager = tasklist("gsa-manager", 1440, 900).list("To take").task(number, FIRST_TASK);
        var page = manager.page();
        page.clock().install();
        manager.take()
                .answer("Where does the position description come from?", "Written from OPM's sample")
                .check("I have compared the PD")
                .answer("Is the position description classified?", "Not yet")
                .fill("Classification requested on", LocalDate.now().minusDays(7))
                .complete();
        page.clock().runFor(5_000);
        assertThat(manager.done()).containsText("HR specialist: 2 Express Interest");

        tasklist("gsa-hr", 1440, 900)
                .list("To take")
                .task(number, "2 Express Interest")
                .take();
        page.clock().runFor(61_000);
        assertThat(manager.done()).containsText("Thomas Whitfield: 2 Express Interest");

        manager.list("All for my role");
        assertThat(page.locator(".xg-next")).hasCount(0);
    }

    @Test
    void a_task_in_the_address_is_what_a_narrow_window_shows_first() {
        var wide = tasklist("gsa-manager", 1440, 900).list("To take").task(number, FIRST_TASK);
        var address = wide.page().url();

        var page = tasklist("gsa-hr", 400, 800).page();
        page.navigate("about:blank");
        page.navigate(address);

        assertThat(page.locator(".task-card h2.task")).isInViewport();
        assertThat(page.locator(".tasks-list.column")).isHidden();
    }

    @Test
    void an_empty_list_says_why_and_where_to_go_on_and_the_window_is_named_after_what_it_shows() {
        var tasklist = tasklist("va-expert", 1440, 900).list("My tasks");
        var page = tasklist.page();
        var empty = page.locator(".xg-empty");
        assertThat(empty).hasText("You have taken no task: choose one from “To take”.");
        assertThat(page).hasTitle("My tasks · Tasks · Cross-government hiring");
        tasklist.list("Overdue");
        assertThat(empty).hasText("Nothing is overdue: what is due next stands first in the other lists.");
        assertThat(page).hasTitle("Overdue · Tasks · Cross-government hiring");

        page.getByLabel("Find a case by number, position or candidate").fill("Nobody's case");
        assertThat(empty)
                .hasText("No open task fits: try the case's number or one word of the position."
                        + " Closed cases stand under “Cases”.");
        assertThat(page).hasTitle("Found tasks · Tasks · Cross-government hiring");
        Accessibility.assertReadable(page);

        var tooMuch = "x".repeat(201);
        page.getByLabel("Find a case by number, position or candidate").fill(tooMuch);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Search for at most 200 characters.");
        assertThat(page.getByLabel("Find a case by number, position or candidate"))
                .hasValue(tooMuch);
    }

    @Test
    void a_list_is_read_anew_once_a_minute() {
        var page = tasklist("gsa-hr", 1440, 900).page();
        page.clock().install();
        page.reload();
        assertThat(page.locator(".task-filters .task-filter").first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var asked = new AtomicInteger();
        page.onRequest(request -> {
            if (Pattern.matches(".*/filter/[^/]+/list\\b.*", request.url())) {
                asked.incrementAndGet();
            }
        });

        page.clock().runFor(55_000);
        assertThat(asked.get()).isZero();
        page.waitForRequest(
                Pattern.compile("/filter/[^/]+/list\\b"), () -> page.clock().runFor(10_000));
        assertThat(asked.get()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opm-1", "opm-designer"})
    void cockpit_can_be_read_by_everybody(String person) {
        var page = signIn(person);

        for (var place : List.of("#/dashboard", "#/processes", "#/tasks", "#/repository")) {
            page.navigate(origin() + COCKPIT + place);
            readsWell(page, person + " at " + place.substring(2));
            showsDaysAsPeopleWriteThem(page);
        }
        page.navigate(origin() + COCKPIT + "#/processes");
        page.locator("a[href*='process-definition/cross-gov-hiring']").first().click();
        var row = page.locator("tr").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(row).isVisible();
        readsWell(page, person + " at a model");
        showsDaysAsPeopleWriteThem(page);
        assertThat(row)
                .containsText(Pattern.compile("[A-Z][a-z]{2} \\d{1,2}, \\d{4}, \\d{1,2}:\\d{2}:\\d{2} [AP]M UTC[+-]"));

        row.locator("a:not([state-circle])").first().click();
        assertThat(page).hasURL(Pattern.compile("process-instance/"));
        assertThat(page.locator(".ctn-sidebar").getByText(number).first()).isVisible();
        readsWell(page, person + " at an instance");
        showsDaysAsPeopleWriteThem(page);
    }

    @Test
    void cockpit_can_be_read_with_an_incident_standing_tab_by_tab(@Autowired RuntimeService runtime) {
        var process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult();
        var execution = runtime.createExecutionQuery()
                .processInstanceId(process.getId())
                .activityId("identify-position-description")
                .singleResult();
        var incident = runtime.createIncident(
                "messagesDoNotLeave", execution.getId(), null, "The mail server has not answered since 9:15 AM.");
        try {
            var page = signIn("opm-1");
            for (var place : List.of("dashboard", "processes")) {
                page.navigate(origin() + COCKPIT + "#/" + place);
                readsOneWidth(page, "incident at " + place);
            }
            page.locator("a[href*='process-definition/cross-gov-hiring']")
                    .first()
                    .click();
            var row = page.locator("tr").filter(new Locator.FilterOptions().setHasText(number));
            assertThat(row).isVisible();
            readsEachTab(page, "definition", "Incidents", "Called Process Definitions", "Job Definitions");

            page.locator("[ng-view] .nav-tabs")
                    .getByText("Process Instances", new Locator.GetByTextOptions().setExact(true))
                    .click();
            row.locator("a:not([state-circle])").first().click();
            assertThat(page).hasURL(Pattern.compile("process-instance/"));
            readsEachTab(page, "instance", "Incidents", "Called Process Instances", "User Tasks", "Jobs");
        } finally {
            runtime.resolveIncident(incident.getId());
        }
    }

    @Test
    void a_page_of_cockpit_waits_for_its_words_when_they_come_late() {
        var page = signIn("opm-1");
        var late = new ArrayList<Route>();
        page.route("**/locales/en.json*", late::add);
        page.navigate(origin() + COCKPIT + "#/processes");
        page.waitForCondition(() -> !late.isEmpty());
        late.forEach(Route::resume);

        assertThat(page.locator("main th").first()).hasText("State");
        assertThat(page.locator("main")).not().containsText(Pattern.compile("[A-Z]+_[A-Z_]+"));
    }

    @Test
    void the_keyboard_passes_by_the_bar_of_cockpit_too() {
        var page = signIn("opm-1");
        page.navigate(origin() + COCKPIT + "#/dashboard");
        assertThat(page.locator(".stats-section").first()).isVisible();

        page.keyboard().press("Tab");
        assertThat(focused(page)).hasText("Skip to the work");
        page.keyboard().press("Enter");
        assertThat(page.locator("main:focus, main :focus")).hasCount(1);
    }

    /** Opens one tab after the other, among them these. */
    private void readsEachTab(Page page, String what, String... among) {
        var tabs = page.locator("[ng-view] .nav-tabs > [ng-repeat^='tabProvider']:visible > a");
        // The view before stays until this one is there.
        for (var name : among) {
            assertThat(tabs.getByText(name, new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
        }
        for (var name : tabs.allInnerTexts().stream().map(String::strip).toList()) {
            tabs.getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("[ng-view] .nav-tabs > [ng-repeat^='tabProvider'].active"))
                    .hasText(name);
            readsOneWidth(page, what + " " + name);
            showsDaysAsPeopleWriteThem(page);
        }
    }

    private void readsOneWidth(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        pictures.take(page, name);
        Accessibility.assertReadable(page);
        Accessibility.assertFitsSmallWindows(page);
        cutsNothing(page, name);
    }

    /** A cell, a tab or a caption has the room that its words need, and nothing lies over it. */
    private void cutsNothing(Page page, String name) {
        var before = page.viewportSize();
        for (var width : List.of(720, 400)) {
            page.setViewportSize(width, 800);
            // What is drawn anew for the width is not there at once.
            page.waitForFunction("() => document.getAnimations().length === 0");
            pictures.take(page, name + " at " + width);
            assertThat((List<?>) page.evaluate(CUT)).as(name + " at " + width).isEmpty();
        }
        page.setViewportSize(before.width, before.height);
    }

    private static void showsDaysAsPeopleWriteThem(Page page) {
        assertThat(page.locator("body").innerText()).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void a_word_of_two_hundred_letters_widens_no_page() {
        var word = "W" + "o".repeat(198) + "w";
        var open = Visitor.script(port, "gsa-manager", password)
                .post(
                        "/api/cases",
                        "{\"announcement\": \"%s\", \"positionTitle\": \"%s\", \"requestPortalAccount\": true}"
                                .formatted(POOL, word))
                .json()
                .get("number")
                .asText();
        var page = signIn("opm-1");
        for (var path : List.of("/cases?words=" + open, "/cases/" + open, "/cases/" + open + "/notices", "/outbox")) {
            page.navigate(origin() + path);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(1440);
            readsWell(page, "long word at " + path.replace(open, "a case"));
        }

        for (var width : List.of(1440, 400)) {
            var tasklist = tasklist("gsa-hr", width, 800).list("To take");
            assertThat(tasklist.row(open, FIRST_TASK)).isVisible();
            var row = tasklist.row(open, FIRST_TASK);
            assertThat(tasklist.page().evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(width);
            var button = row.locator(".xg-row-take").boundingBox();
            for (var above : List.of("h4", ".xg-row-due")) {
                var text = row.locator(above).boundingBox();
                assertThat(text.y + text.height)
                        .as("the button stands below " + above)
                        .isLessThanOrEqualTo(button.y);
            }
            for (var beside : List.of(".xg-row-about", ".xg-row-who")) {
                var text = row.locator(beside).boundingBox();
                assertThat(text.x + text.width)
                        .as("the button stands beside " + beside)
                        .isLessThanOrEqualTo(button.x);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"gsa-hr, " + TASKLIST + ", .task-filters .task-filter", "opm-1, " + COCKPIT + ", .stats-section"})
    void on_a_slow_line_little_is_waited_for_before_there_is_something_to_see(String who, String app, String first) {
        var signedIn = signIn(who).context();
        var page = chromium.person(1440, 900).newPage();
        page.context()
                .addCookies(signedIn.cookies().stream()
                        .map(cookie -> new Cookie(cookie.name, cookie.value).setUrl(origin()))
                        .toList());
        var answers = new ConcurrentLinkedQueue<Request>();
        page.onRequestFinished(answers::add);

        page.navigate(origin() + app);
        assertThat(page.locator(first).first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        var bytes = answers.stream()
                .map(Request::sizes)
                .mapToLong(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
        System.out.println(app + " with nothing kept: " + bytes / 1024 + " kB in " + answers.size() + " answers");
        // Camunda's own are 1,598 and 1,621 kB; each of ours is small.
        assertThat(bytes).isBetween(100L * 1024, 800L * 1024);
        assertThat(answers.size()).isLessThanOrEqualTo(65);
    }

    @Test
    void a_designer_reads_what_is_there_for_designers_and_is_offered_nothing_else() {
        var page = signIn("opm-designer");

        page.navigate(origin() + COCKPIT);
        assertThat(page.locator(".stats-section").first()).isVisible();
        for (var tasks : page.getByText("Human Tasks").all()) {
            assertThat(tasks).isHidden();
        }
        page.navigate(origin() + "/camunda/app/tasklist/default/");
        assertThat(page.getByText("look at models and running cases in Cockpit"))
                .isVisible();
        assertThat(page.locator("main").getByText("Choose a task from the list."))
                .isHidden();
        readsWell(page, "opm-designer in Tasklist");
    }

    private Page signIn(String person) {
        var page = chromium.person(1440, 900).newPage();
        page.navigate(origin() + "/sign-in");
        page.getByLabel("User name").fill(person);
        page.getByLabel("Password").fill(password);
        page.locator("main").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".site-header__person")).isVisible();
        return page;
    }

    private void readsWell(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        pictures.take(page, name);
        Accessibility.assertReadableInAnyWindow(page);
    }

    private Tasklist tasklist(String person, int width, int height) {
        return Tasklist.signIn(chromium.person(width, height), origin(), person, password, pictures);
    }

    private static Locator focused(Page page) {
        return page.locator(":focus");
    }

    private static Locator voice(Page page) {
        return page.locator("#xg-said");
    }

    private String origin() {
        return "http://localhost:" + port;
    }
}
