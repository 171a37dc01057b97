package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.ui.Accessibility;
import io.crossgov.hiring.ui.Chromium;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody sits before a white page: when Tasklist or Cockpit cannot start, the page says so and offers to load it again. */
@HiringTest
class WebAppDoesNotStartIT {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    private Chromium chromium;

    @BeforeEach
    void open_browser() {
        chromium = new Chromium();
    }

    @AfterEach
    void close_browser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/tasklist/default/, **/tasklist-deps.js*",
        "/camunda/app/tasklist/default/, **/runtime.js*",
        "/camunda/app/tasklist/default/, **/plugin/**",
        "/camunda/app/cockpit/default/,  **/camunda-cockpit-bootstrap.js*"
    })
    void a_script_that_does_not_come_is_told_at_once(String app, String script) {
        var page = signIn(chromium.person());
        page.route(script, Route::abort);

        page.navigate(origin() + app);

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("the page could not start");
        assertThat(page.getByText("Back to the start page")).hasAttribute("href", "/");
        Accessibility.assertReadable(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/"})
    void where_no_script_runs_the_page_says_so_by_itself(String app) {
        var page = signIn(chromium.personWithoutScripts());

        page.navigate(origin() + app);
        assertThat(page.locator(".xg-not-started")).isHidden();
        page.evaluate("() => document.getAnimations().forEach(each => each.finish())");

        assertThat(page.locator(".xg-not-started")).containsText("keep scripts from running");
        assertThat(page.locator(".xg-not-started")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/tasklist/default/, **/plugin.js*",
        "/camunda/app/tasklist/default/, **/ngDefine.js*",
        "/camunda/app/cockpit/default/,  **/ngDefine.js*"
    })
    void a_script_that_takes_a_minute_to_come_is_waited_for(String app, String script) {
        var page = signIn(chromium.person());
        page.clock().install();
        page.route(script, route -> {
            page.clock().fastForward(60_000);
            route.resume();
        });

        page.navigate(origin() + app);

        assertThat(page.locator(".xg-not-started")).hasCount(0);
        assertThat(page.locator(".xg-failed")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**/tasklist-deps.js*"})
    void loading_again_comes_back_to_the_same_task(String script) {
        var page = signIn(chromium.person());
        page.route(script, Route::abort);
        page.navigate(origin() + TASKLIST + "#/?task=11111111-1111-1111-1111-111111111111");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();

        page.unroute(script);
        page.getByText("Load the page again").click();

        assertThat(page.locator(".task-filters .task-filter").first()).isVisible();
        assertThat(page).hasURL(Pattern.compile("task=11111111"));
        assertThat(page.locator(".xg-not-started")).hasCount(0);
    }

    private Page signIn(BrowserContext browser) {
        var page = browser.newPage();
        page.navigate(origin() + "/sign-in");
        page.getByLabel("User name").fill("opm-1");
        page.getByLabel("Password").fill(password);
        page.locator("main").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".site-header__person")).isVisible();
        return page;
    }

    private String origin() {
        return "http://localhost:" + port;
    }
}
