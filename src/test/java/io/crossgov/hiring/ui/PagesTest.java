package io.crossgov.hiring.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.pool.SamplePools;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Our pages, the sign-in around Tasklist, and Tasklist as we change it, in a real browser west of UTC. */
@HiringTest
class PagesTest {

    private static final String POOL = "CGA-DE-12339419-24-MS";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots", "pages");

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open_browser() {
        chromium = new Chromium();
        page = chromium.person().newPage();
    }

    @AfterEach
    void close_browser() {
        chromium.close();
    }

    @Test
    void the_start_page_says_what_this_is_and_who_may_try_it() {
        page.navigate(at("/"));

        assertThat(page.locator("h1")).containsText("talent pool");
        assertThat(row("gsa-hr")).containsText("HR specialist");
        assertThat(row("opm-1")).containsText("OPM");
        assertThat(page.locator("main")).containsText(password);
        readsWell("start");
    }

    @Test
    void one_click_on_the_start_page_signs_a_demo_person_in() {
        page.navigate(at("/"));
        row("gsa-hr").getByRole(AriaRole.BUTTON).click();

        assertThat(page.locator(".site-header")).containsText("HR specialist, GSA");
        assertThat(page.getByRole(AriaRole.HEADING, named("Your work"))).isVisible();
        readsWell("start-signed-in");
    }

    @Test
    void a_double_click_sends_a_form_once_and_its_answer_is_read() {
        signInWith("opm-1", password);
        page.navigate(at("/people"));
        page.locator("form[action$='/people/ssa-expert/password'] button").dblclick();

        // What a second click would have brought is that somebody was first, and the password would be lost.
        assertThat(page.getByRole(AriaRole.STATUS).locator("code")).isVisible();
    }

    @Test
    void what_a_decision_on_a_page_would_send_is_read_there_before() {
        // Nobody of a higher category is left in it: there is nobody in it yet.
        assertThat(Visitor.script(port, "opm-1", password)
                        .post(
                                "/api/pools",
                                new ObjectMapper()
                                        .valueToTree(SamplePools.json("CGA-READ-BEFORE", "CGA", "OPM"))
                                        .toString())
                        .status())
                .isEqualTo(201);
        signInWith("opm-1", password);
        page.navigate(at("/pools/CGA-READ-BEFORE"));
        var decision = page.locator("details", new Page.LocatorOptions().setHasText("Refer candidates down to"));
        decision.locator("summary").first().click();
        var see = decision.getByText("See the messages");
        see.click();
        assertThat(decision.getByRole(AriaRole.ALERT))
                .containsText("Say down to which category candidates are referred");

        decision.getByRole(AriaRole.RADIO).first().check();
        decision.getByRole(AriaRole.TEXTBOX).fill("The first is exhausted.");
        assertThat(decision.getByRole(AriaRole.ALERT)).hasCount(0);
        see.click();
        assertThat(decision.locator("[data-xg-messages]")).isFocused();
        assertThat(decision.getByRole(AriaRole.RADIO).first()).isChecked();
        readsWell("pool-messages");
    }

    @Test
    void a_wrong_password_is_told_without_saying_which_half_was_wrong() {
        // Somebody no other test signs in: the fifth wrong password locks.
        signInWith("ssa-expert", "wrong");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("That user name and password do not match.");
        assertThat(page.getByLabel("User name")).hasValue("ssa-expert");
        assertThat(page.getByLabel("Password")).isFocused();
        readsWell("sign-in");

        signInWith("nobody-here", "wrong");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("That user name and password do not match.");
    }

    @Test
    void an_address_that_leads_nowhere_and_one_for_others_say_so_in_plain_words() {
        signIn("gsa-hr");
        page.navigate(at("/cases/XGH-2020-999999"));
        assertThat(page.locator("h1")).hasText("There is nothing here");
        readsWell("not-found");

        page.navigate(at("/assets/nothing"));
        assertThat(page.locator("h1")).hasText("There is nothing here");

        page.navigate(at("/outbox"));
        assertThat(page.locator("h1")).hasText("This is not open to you");
        readsWell("not-yours");
    }

    @Test
    void what_was_not_understood_and_what_failed_is_told_on_a_page_that_reads_well(@Autowired MockMvc server)
            throws Exception {
        signIn("gsa-hr");
        page.navigate(at("/cases?staus=CLOSED"));
        assertThat(page.locator("h1")).hasText("That could not be understood");
        readsWell("not-understood");

        // No address of ours fails: this is what the server answers if one does.
        var told = server.perform(MockMvcRequestBuilders.get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .with(request -> {
                            request.setDispatcherType(DispatcherType.ERROR);
                            return request;
                        })
                        .accept(MediaType.TEXT_HTML))
                .andReturn()
                .getResponse()
                .getContentAsString();
        page.route(
                at("/fails"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(500)
                        .setContentType(MediaType.TEXT_HTML_VALUE)
                        .setBody(told)));
        page.navigate(at("/fails"));
        assertThat(page.locator("h1")).hasText("That did not work");
        assertThat(page.locator("main")).containsText("Something went wrong on our side.");
        readsWell("failed");
    }

    @Test
    void whoever_signs_in_with_a_password_for_one_time_is_asked_for_an_own_one_on_a_page_that_reads_well() {
        var newcomer =
                """
                {"id": "new-here", "name": "Nora Pier", "email": "new.here@opm.example", "agency": "OPM",
                 "roles": ["opm-designer"], "initialPassword": "For-One-Time-26"}""";
        assertThat(Visitor.script(port, "opm-1", password)
                        .send("PUT", "/api/people/new-here", newcomer)
                        .status())
                .isEqualTo(201);

        signInWith("new-here", "For-One-Time-26");
        assertThat(page.locator("main")).containsText("Choose your own now");
        readsWell("first-password");
    }

    @Test
    void ones_own_account_is_one_click_away_and_what_is_wrong_is_marked() {
        signIn("va-expert");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your account"))
                .click();
        assertThat(page.locator("h1")).hasText("Your account");
        readsWell("account");

        page.locator("#current").fill(password);
        page.locator("#chosen").fill("All-small-letters");
        page.locator("#again").fill("All-small-letters");
        page.getByRole(AriaRole.BUTTON, named("Change the password")).click();
        assertThat(page.locator("#chosen")).hasAttribute("aria-invalid", "true");
        readsWell("account-refused");
    }

    @Test
    void only_opm_is_led_to_outbox_and_cockpit() {
        signIn("gsa-manager");
        assertThat(page.getByRole(AriaRole.NAVIGATION)).not().containsText("Cockpit");

        forgetWhoWasHere();
        signIn("opm-1");
        assertThat(page.getByRole(AriaRole.NAVIGATION)).containsText("Outbox");
        assertThat(page.getByRole(AriaRole.NAVIGATION)).containsText("Cockpit");
        page.navigate(at("/outbox"));
        readsWell("outbox");
        page.navigate(at("/cases"));
        readsWell("cases");
        page.navigate(at("/people"));
        readsWell("people");
        page.navigate(at("/agencies"));
        readsWell("agencies");
        page.navigate(at("/agencies/GSA"));
        readsWell("agency");
        page.navigate(at("/swagger-ui/index.html"));
        assertThat(page).hasURL(at("/swagger-ui.html"));
        assertThat(page.locator(".opblock").first()).isVisible();
        readsWell("api");
    }

    @Test
    void the_pools_read_well_and_a_refused_decision_is_found_with_the_keyboard_alone() {
        signIn("gsa-hr");
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Talent pools"))
                .click();
        assertThat(page.locator("h1")).hasText("Talent pools");
        readsWell("pools");
        assertReadWholeInANarrowWindow(page.getByRole(AriaRole.REGION, named("List of talent pools")));
        // Other tests have pools of their own that end later.
        page.getByLabel("Position or announcement").fill(POOL);
        page.getByRole(AriaRole.BUTTON, named("Show")).click();
        page.getByRole(AriaRole.LINK, named(POOL)).click();
        assertThat(page.locator("h1")).containsText("Customer Experience Strategist");
        assertThat(page.getByText("Decide for OPM")).hasCount(0);

        forgetWhoWasHere();
        signIn("opm-1");
        page.navigate(at("/pools/" + POOL));
        page.getByText("Record a withdrawal").focus();
        page.keyboard().press("Enter");
        page.getByLabel("Applicant number").fill("CX-0");
        page.locator("#withdrawal-reason").fill("Moves abroad");
        page.getByLabel("How the candidate said so").fill("E-mail of today");
        page.getByLabel("Yes, the candidate withdraws from all agencies").check();
        readsWell("pool");
        page.getByRole(AriaRole.BUTTON, named("Record the withdrawal")).press("Enter");

        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("This pool has no candidate with that applicant number. Look at it again.");
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page.getByLabel("Applicant number")).hasValue("CX-0");
        assertThat(page.locator("#withdrawal-reason")).hasValue("Moves abroad");
        assertThat(page.getByLabel("How the candidate said so")).hasValue("E-mail of today");
        assertThat(page.getByLabel("Yes, the candidate withdraws from all agencies"))
                .isChecked();
        assertThat(page).hasTitle(Pattern.compile("^Not done: "));
        readsWell("pool-refused");

        page.getByText("Refer a lower category").click();
        page.getByRole(AriaRole.BUTTON, named("Refer these candidates")).click();
        assertThat(page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK)).hasText(new String[] {
            "Choose the category down to which candidates are referred from now on.",
            "Referring a lower category needs a reason."
        });
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        readsWell("pool-referral-refused");
    }

    @Test
    void what_the_rules_ask_is_one_click_away_and_called_by_names_and_sources_only() {
        signIn("gsa-manager");
        page.getByRole(AriaRole.CONTENTINFO)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("The rules"))
                .click();
        assertThat(page.locator("h1")).hasText("The rules");
        assertThat(page.locator("main")).not().containsText(Pattern.compile("\\b[LDM]\\d+\\b"));

        page.getByRole(AriaRole.LINK, named("No preference eligible is passed over"))
                .click();
        var rule = page.getByRole(AriaRole.REGION, named("No preference eligible is passed over"));
        assertThat(rule).isInViewport();
        assertThat(rule).containsText("5 U.S.C. 3318(c), 3319(c)");
        assertThat(page).hasURL(at("/law#L14"));
        readsWell("law");
    }

    @Test
    void the_keyboard_reaches_the_content_without_passing_the_navigation() {
        page.navigate(at("/"));
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to main content")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void a_link_to_a_task_survives_the_sign_in() {
        page.navigate(at("/camunda/app/tasklist/default/#/?processStart=cross-gov-hiring"));
        page.getByLabel("User name").fill("gsa-hr");
        page.getByLabel("Password").fill(password);
        page.locator("main").getByRole(AriaRole.BUTTON).click();

        assertThat(page.getByRole(AriaRole.HEADING, named("Open a case"))).isVisible();
        assertThat(page).hasURL(Pattern.compile("/camunda/app/tasklist/default/#/.*processStart=cross-gov-hiring"));
    }

    @Test
    void tasklist_offers_nothing_that_people_may_not_do() {
        signIn("gsa-hr");
        page.navigate(at("/camunda/app/tasklist/default/"));

        assertThat(page.getByText("All of my agency")).isVisible();
        assertThat(page.getByText("Open a case")).isVisible();
        assertThat(page.getByText("Create task")).hasCount(0);
        assertThat(page.getByText("Create a filter")).isHidden();
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        assertThat(page.locator(".task-filter .actions").first()).isHidden();

        forgetWhoWasHere();
        signIn("gsa-coordinator");
        page.navigate(at("/camunda/app/tasklist/default/"));
        assertThat(page.getByText("Overdue")).isVisible();
        assertThat(page.getByText("Open a case")).isHidden();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** Leaves the page first: it would notice the end of its session and load itself anew, across what the test does next. */
    private void forgetWhoWasHere() {
        page.navigate("about:blank");
        page.context().clearCookies();
    }

    private void signIn(String userId) {
        signInWith(userId, password);
        assertThat(page.locator(".site-header__person")).isVisible();
    }

    private void signInWith(String userId, String password) {
        page.navigate(at("/sign-in"));
        page.getByLabel("User name").fill(userId);
        page.getByLabel("Password").fill(password);
        page.locator("main").getByRole(AriaRole.BUTTON).click();
    }

    private Locator row(String userId) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(userId));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Without moving sideways, as on a telephone. */
    private void assertReadWholeInANarrowWindow(Locator list) {
        var size = page.viewportSize();
        page.setViewportSize(400, 800);
        assertThat((boolean) list.evaluate("each => each.scrollWidth <= each.clientWidth"))
                .isTrue();
        page.setViewportSize(size.width, size.height);
    }

    /** No violation that a machine can find; the picture is kept for people. */
    private void readsWell(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        Accessibility.assertReadableInAnyWindow(page);
    }
}
