package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.ui.Accessibility;
import io.crossgov.hiring.ui.Chromium;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person who leaves a page alone, and comes back in time or too late. Time is moved in the browser and on the server alike. */
@HiringTest
class SessionIT {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String POOL = "CGA-DE-12339419-24-MS";
    /** In milliseconds, on a busy machine. */
    private static final int MOST_ANSWERS = 10_000;

    /** Longer than a page believes that somebody is still there. */
    private static final Duration UNTOUCHED = Duration.ofSeconds(61);

    private static final String IDLE = "You were signed out after 30 minutes without activity.";

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    private Chromium chromium;
    private BrowserContext browser;
    private Page page;
    private Duration passed = Duration.ZERO;

    /** What the page has asked for and has no answer to yet. */
    private final Set<Request> asked = new HashSet<>();

    @BeforeEach
    void somebody_is_signed_in() {
        chromium = new Chromium();
        browser = chromium.person();
        page = browser.newPage();
        page.onRequest(asked::add);
        page.onRequestFinished(asked::remove);
        page.onRequestFailed(asked::remove);
        page.navigate(origin() + "/sign-in");
        signIn("gsa-hr");
        assertThat(page.locator(".site-header__person")).isVisible();
        page.clock().install();
    }

    @AfterEach
    void the_clocks_are_right_again() {
        ClockUtil.reset();
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKLIST, "/cases", "/"})
    void before_the_end_the_page_asks_and_one_can_stay(String path) {
        open(path);

        leaveFor(Duration.ofMinutes(28).plusSeconds(5));
        assertThat(warning()).containsText("You will be signed out at");
        assertThat(stay()).isFocused();
        Accessibility.assertReadable(page);

        stay().click();
        assertThat(warning()).hasCount(0);
        leaveFor(Duration.ofMinutes(20));
        page.navigate(origin() + "/cases");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(Pattern.compile("Cases"));
    }

    @ParameterizedTest
    @CsvSource({TASKLIST + ", #/?xg=1", "/cases?status=OPEN, ''", "/, ''"})
    void after_the_end_the_sign_in_page_says_why_and_leads_back(String path, String fragment) {
        open(path + fragment);

        leaveFor(Duration.ofMinutes(28).plusSeconds(5));
        assertThat(warning()).isVisible();
        leaveFor(Duration.ofMinutes(2));

        assertThat(page.getByRole(AriaRole.STATUS)).containsText(IDLE);
        Accessibility.assertReadable(page);
        signIn("gsa-hr");
        assertThat(page).hasURL(Pattern.compile(path.replace("?", "\\?")));
    }

    @Test
    void each_tab_goes_back_to_its_own_place_however_often_one_signs_in() {
        var places = List.of("/cases?status=OPEN", "/pools/" + POOL, TASKLIST + "#/?xg=1", TASKLIST + "#/?xg=2");
        var tabs = places.stream().map(this::tab).toList();
        endSession();
        // Tasklist may be on its way already: it asks by itself.
        tabs.forEach(tab -> tab.evaluate("() => window.location.reload()"));
        for (var tab : tabs) {
            assertThat(tab).hasURL(Pattern.compile("/sign-in\\?to="));
        }

        for (int each = 0; each < places.size(); each++) {
            var tab = tabs.get(each);
            assertThat(tab.getByRole(AriaRole.STATUS)).containsText("Your session has ended.");
            signIn(tab, "gsa-hr");
            // Tasklist adds its own to what stands behind the "#".
            var place =
                    places.get(each).replace("?", "\\?").replace("#/", "#/.*").replace(".*\\?", ".*");
            assertThat(tab).hasURL(Pattern.compile(place));
        }
    }

    @Test
    void what_was_open_before_one_signed_in_again_in_another_tab_can_be_sent() {
        var number = aCase();
        open("/cases/" + number);
        var other = tab("/cases");
        endSession();
        other.reload();
        signIn(other, "gsa-hr");
        assertThat(other.locator(".site-header__person")).isVisible();

        note().fill("The need is gone since the reorganization.");
        page.getByLabel("Yes, close this case for good").check();
        close().click();
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("Why?")))
                .hasAccessibleDescription("Say why the case is closed.");
        Accessibility.assertReadable(page);
        page.getByLabel("Budget").check();
        page.getByLabel("Yes, close this case for good").check();
        close().click();
        assertThat(page).hasURL(Pattern.compile("/cases/" + number + "$"));
        assertThat(page.getByText("The need is gone since the reorganization.").first())
                .isVisible();
    }

    @Test
    void a_change_of_the_password_that_meets_a_lost_session_leads_back_to_its_page() {
        open("/account");
        page.getByLabel("Password you have now").fill(password);
        endSession();
        page.getByText("Change the password").click();
        signIn("gsa-hr");

        assertThat(page).hasURL(Pattern.compile("/account$"));
    }

    @Test
    void who_works_without_sending_anything_stays_signed_in() {
        open("/cases");
        for (int minute = 0; minute < 60; minute += 10) {
            leaveFor(Duration.ofMinutes(10));
            page.waitForResponse("**/session", () -> page.keyboard().press("Shift"));
        }

        assertThat(warning()).hasCount(0);
        page.reload();
        assertThat(page.locator(".site-header__person")).isVisible();
    }

    @Test
    void what_was_typed_on_a_page_and_not_sent_is_back_for_the_same_person() {
        var number = aCase();
        open("/cases/" + number);
        var note = page.locator("main textarea").first();
        note.evaluate("field => field.closest('details')?.setAttribute('open', '')");
        note.fill("The need is gone since the reorganization.");

        leaveFor(Duration.ofMinutes(28).plusSeconds(5));
        assertThat(warning()).isVisible();
        leaveFor(Duration.ofMinutes(2));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(IDLE);
        signIn("gsa-hr");

        assertThat(page.getByText("What you entered here and did not send yet is back."))
                .isVisible();
        assertThat(page.locator("main textarea").first()).hasValue("The need is gone since the reorganization.");
    }

    /** The page does not know yet that the session is over, as after a restart of the application. */
    @Test
    void what_was_sent_after_the_session_had_ended_is_back_where_it_was_typed() {
        var number = aCase();
        open("/cases/" + number);
        note().fill("The need is gone since the reorganization.");
        page.getByLabel("Budget").check();
        endSession();
        close().click();
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        signIn("gsa-hr");

        assertThat(page).hasURL(Pattern.compile("/cases/" + number + "$"));
        assertThat(page.getByText("What you entered here and did not send yet is back."))
                .isVisible();
        assertThat(note()).hasValue("The need is gone since the reorganization.");
        assertThat(page.getByLabel("Budget")).isChecked();
        new Pictures("session").take(page, "sent too late and back");
        Accessibility.assertReadable(page);

        // Refused for want of the confirmation, then taken: nothing of it is left to come back.
        close().click();
        assertThat(page.getByText("Confirm that you want to close this case for good.")
                        .first())
                .isVisible();
        page.getByLabel("Yes, close this case for good").check();
        close().click();
        assertThat(page).hasURL(Pattern.compile("/cases/" + number + "$"));
        assertThat(page.getByText("Close the case before it is filled")).hasCount(0);
        page.waitForFunction("() => sessionStorage.getItem('xg:kept') === '[]'");
    }

    @Test
    void what_was_typed_on_a_page_that_refused_is_back_where_the_form_stands() {
        var number = aCase();
        open("/cases/" + number);
        note();
        close().click();
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        note().fill("The need is gone since the reorganization.");
        endSession();
        close().click();
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        signIn("gsa-hr");

        assertThat(page).hasURL(Pattern.compile("/cases/" + number + "$"));
        assertThat(note()).hasValue("The need is gone since the reorganization.");
    }

    @Test
    void what_was_saved_on_a_page_that_stays_is_not_back_and_what_is_back_undoes_nothing_that_a_colleague_saved() {
        endSession();
        page.navigate(origin() + "/sign-in");
        signIn("opm-1");
        assertThat(page.locator(".site-header__person")).isVisible();
        open("/agencies/SSA");
        var before = daysToRespond(page).inputValue();
        daysToRespond(page).fill("7");
        save(page);
        assertThat(page.getByText("did not send yet")).hasCount(0);

        daysToRespond(page).fill("8");
        open("/agencies");
        var colleague = chromium.person().newPage();
        colleague.navigate(origin() + "/sign-in?to=/agencies/SSA");
        signIn(colleague, "opm-2");
        daysToRespond(colleague).fill("9");
        save(colleague);
        open("/agencies/SSA");
        assertThat(daysToRespond(page)).hasValue("8");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("days to answer an inquiry: 9");
        assertThat(daysToRespond(page)).hasValue("8");
        new Pictures("session").take(page, "a colleague saved meanwhile");

        daysToRespond(page).fill(before);
        save(page);
        open("/agencies/SSA");
        assertThat(page.getByText("did not send yet")).hasCount(0);
    }

    private static Locator daysToRespond(Page agency) {
        return agency.getByLabel("Business days to answer an inquiry");
    }

    private static void save(Page agency) {
        agency.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(agency.getByText("Saved.")).isVisible();
    }

    @Test
    void what_somebody_typed_is_not_shown_to_who_signs_in_after() {
        var number = aCase();
        open("/cases/" + number);
        note().fill("Said in confidence.");
        endSession();
        close().click();
        signIn("gsa-manager");
        assertThat(page.locator(".site-header__person")).isVisible();
        open("/cases/" + number);

        assertThat(note()).hasValue("");
        assertThat(page.getByText("did not send yet")).hasCount(0);
    }

    @Test
    void what_was_typed_on_a_page_is_back_after_a_reload_until_it_is_discarded() {
        var number = aCase();
        open("/cases/" + number);
        note().fill("Half a sen");
        page.reload();
        assertThat(note()).hasValue("Half a sen");
        page.navigate(origin() + "/cases");
        page.navigate(origin() + "/cases/" + number);
        assertThat(note()).hasValue("Half a sen");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Discard it"))
                .click();
        assertThat(note()).hasValue("");
        page.reload();
        assertThat(page.locator("body[data-xg-roles]")).isVisible();
        assertThat(page.getByText("did not send yet")).hasCount(0);
    }

    private Locator note() {
        var note = page.getByLabel("Note", new Page.GetByLabelOptions().setExact(true));
        note.evaluate("field => field.closest('details').setAttribute('open', '')");
        return note;
    }

    private Locator close() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close this case"));
    }

    /** Number of a case of one's own agency. */
    private String aCase() {
        return Visitor.script(port, "gsa-manager", password)
                .post(
                        "/api/cases",
                        "{\"announcement\": \"" + POOL + "\", \"positionTitle\": \"Strategist\","
                                + " \"requestPortalAccount\": false}")
                .json()
                .get("number")
                .asText();
    }

    /**
     * Nobody touches the page, and time goes by. First so much of it for the page alone that all it asks for from then on says that nobody
     * is there, however slowly it opens: what came after the server's clock had gone on would count as done then.
     */
    private void leaveFor(Duration time) {
        page.clock().fastForward(UNTOUCHED.toMillis());
        try {
            page.waitForCondition(asked::isEmpty, new Page.WaitForConditionOptions().setTimeout(MOST_ANSWERS));
        } catch (TimeoutError notTold) {
            // The browser does not tell the end of every request; what it asked for has been answered by now.
            asked.clear();
        }
        passed = passed.plus(time);
        ClockUtil.offset(passed.toMillis());
        page.clock().fastForward(time.toMillis());
    }

    private void open(String path) {
        page.navigate(origin() + path);
        // The page has read how long the session lasts, and its clock is set.
        page.locator("body[data-xg-roles]").waitFor();
    }

    /** One more of the same browser. */
    private Page tab(String place) {
        var tab = browser.newPage();
        tab.navigate(origin() + place);
        tab.waitForLoadState(LoadState.NETWORKIDLE);
        return tab;
    }

    /** As after a restart of the application. */
    private void endSession() {
        browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("XGSESSION"));
    }

    private void signIn(String person) {
        signIn(page, person);
    }

    private void signIn(Page tab, String person) {
        tab.getByLabel("User name").fill(person);
        tab.getByLabel("Password").fill(password);
        tab.locator("main").getByRole(AriaRole.BUTTON).click();
    }

    private Locator warning() {
        return page.getByRole(AriaRole.ALERTDIALOG);
    }

    private Locator stay() {
        return page.getByText("Stay signed in");
    }

    private String origin() {
        return "http://localhost:" + port;
    }
}
