package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.ui.Chromium;
import io.crossgov.hiring.workflow.Colleague;
import io.crossgov.hiring.workflow.Hire;
import io.crossgov.hiring.workflow.HireScenario;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Step 4 is worked on by several people of an agency at once: the task is one person's, the candidates are everybody's. */
@HiringTest
class ReviewTogetherIT {

    private static final String TASK = "4 Review and Interview Candidates";
    private static final String HR_FOUND = "Former colleagues speak well of this candidate.";
    private static final String MANAGER_FOUND = "Has led a team of the right size.";
    private static final Pattern DRAFT = Pattern.compile("/draft\\?part=candidate-");
    private static final Pattern SEVERAL_DRAFT = Pattern.compile("/draft\\?part=several");
    private static final Pattern ELECT_DRAFT = Pattern.compile("/draft\\?part=elect-");
    private static final SelectOption ALTERNATE = new SelectOption().setLabel("Candidate A-02 (A-02), Referred");
    private static final Pattern CANDIDATE = Pattern.compile("workbench=.*candidate(?:/|%2F)([0-9a-f-]{36})");
    private static final Pattern WIDE = Pattern.compile("^1[234]\\d\\d(\\.\\d+)?px$");
    private static final Pattern SEVERAL = Pattern.compile("^Contact \\d+ candidates$");

    private final Pictures pictures = new Pictures("together");

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private HireScenario scenario;
    private Hire hire;

    @BeforeEach
    void candidates_are_open_to_the_agency(@Autowired ApplicationContext application) {
        chromium = new Chromium();
        scenario = HireScenario.in(application);
        hire = scenario.opensCase().until("review-and-interview-candidates");
    }

    @AfterEach
    void nothing_is_left_behind() {
        chromium.close();
        scenario.close();
    }

    @Test
    void candidates_are_in_sight_when_the_workbench_opens_on_a_laptop() {
        var manager = in(chromium.person(1440, 900), scenario.manager).takes(hire.caseNumber(), TASK);

        assertThat(row(manager, "Candidate A-01")).isInViewport();
        assertThat(manager.form().getByRole(AriaRole.COLUMNHEADER).first()).isInViewport();
        assertThat(manager.page().locator(".filters-column-close.list-column-close"))
                .isVisible();
        assertThat(facts(manager)).hasCSS("width", WIDE);
        manager.picture("opened on a laptop");
    }

    @Test
    void two_people_of_one_agency_review_candidates_at_once_and_see_each_others_entries() {
        var browser = chromium.person();
        var manager = in(browser, scenario.manager).takes(hire.caseNumber(), TASK);
        var hr = in(chromium.person(), scenario.hr).list("All of my agency").task(hire.caseNumber(), TASK);
        open(hr, "Candidate A-01");
        begin(hr, "Write notes");
        fill(hr, "Notes on this candidate", HR_FOUND);
        save(hr, "Notes saved.");
        cannotEndTheReview(hr);
        hr.readsWell("hr has written");
        open(manager, "Candidate A-01");
        assertThat(facts(manager)).containsText(HR_FOUND);

        // What is half written is finished, whoever has the task meanwhile.
        begin(manager, "Record contact");
        manager.giveBack();
        cannotEndTheReview(manager);
        save(manager, "Contact recorded.");
        manager.picture("manager goes on without the task");
        assertThat(facts(hr)).containsText("by " + scenario.manager.name());
        manager.take();

        backToAll(manager);
        open(manager, "Candidate A-02");
        begin(manager, "Record contact");
        save(manager, "Contact recorded.");
        begin(manager, "Record answer");
        manager.form()
                .getByLabel("Interested", new Locator.GetByLabelOptions().setExact(true))
                .check();
        save(manager, "Answer recorded.");
        backToAll(hr);
        assertThat(row(hr, "Candidate A-02")).containsText("Interested");
        hr.picture("hr sees the managers entry");
        open(hr, "Candidate A-02");
        begin(hr, "Schedule interview");
        fill(hr, "Date", scenario.today().plusDays(3).toString());
        fill(hr, "Interviewers", "Maria Delgado, Henry Ruiz");
        save(hr, "Interview saved.");
        assertThat(facts(manager)).containsText("Interviewers: Maria Delgado, Henry Ruiz");

        browser.close();
        var again = in(chromium.person(), scenario.manager).list("My tasks").task(hire.caseNumber(), TASK);
        assertThat(row(again, "Candidate A-02")).containsText("Interview scheduled");
        open(again, "Candidate A-01");
        assertThat(facts(again)).containsText(HR_FOUND);
        begin(again, "Write notes");
        fill(again, "Notes on this candidate", MANAGER_FOUND);
        save(again, "Notes saved.");
        backToAll(hr);
        open(hr, "Candidate A-01");
        assertThat(facts(hr)).containsText(MANAGER_FOUND);
        again.readsWell("manager is back");
    }

    @Test
    void what_is_half_typed_about_a_candidate_is_back_after_a_reload_for_its_author_alone() {
        var hr = in(chromium.person(), scenario.hr).list("All of my agency").task(hire.caseNumber(), TASK);
        open(hr, "Candidate A-01");
        begin(hr, "Write notes");
        hr.page().waitForResponse(DRAFT, () -> fill(hr, "Notes on this candidate", "Half a sen"));
        hr.page().reload();

        assertThat(hr.form().getByLabel("Notes on this candidate")).hasValue("Half a sen");
        hr.readsWell("half typed is back");
        var manager = in(chromium.person(), scenario.manager).takes(hire.caseNumber(), TASK);
        open(manager, "Candidate A-01");
        assertThat(manager.form().getByLabel("Notes on this candidate")).hasCount(0);
        hr.page().goBack();
        assertThat(row(hr, "Candidate A-02")).isVisible();
    }

    @Test
    void
            words_for_several_and_the_alternates_of_an_election_are_back_after_a_reload_and_after_another_tab_of_the_task() {
        var manager = in(chromium.person(), scenario.manager).takes(hire.caseNumber(), TASK);
        manager.form().getByLabel("Choose all candidates shown").check();
        begin(manager, "Contact");
        manager.page().waitForResponse(SEVERAL_DRAFT, () -> fill(manager, "Your words to the candidate", "Half a sen"));
        manager.page().reload();
        assertThat(manager.form().getByLabel("Your words to the candidate")).hasValue("Half a sen");
        manager.readsWell("words for several are back");
        for (var tab : new String[] {"Diagram", "Form"}) {
            manager.page()
                    .getByText(tab, new Page.GetByTextOptions().setExact(true))
                    .click();
        }
        assertThat(manager.form().getByLabel("Your words to the candidate")).hasValue("Half a sen");

        backToAll(manager);
        open(manager, "Candidate A-01");
        begin(manager, "Elect Candidate A-01");
        manager.page().waitForResponse(ELECT_DRAFT, () -> {
            manager.form().getByLabel("Add an alternate (optional)").selectOption(ALTERNATE);
            begin(manager, "Add alternate");
        });
        manager.page().reload();
        assertThat(manager.form().locator(".xgw-alternates li")).containsText("Candidate A-02");
        manager.readsWell("alternates are back");
    }

    @Test
    void what_is_typed_when_the_session_has_ended_stays_and_is_kept_once_the_person_has_signed_in_again() {
        var browser = chromium.person();
        var hr = in(browser, scenario.hr).list("All of my agency").task(hire.caseNumber(), TASK);
        open(hr, "Candidate A-01");
        begin(hr, "Write notes");
        browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("XGSESSION"));
        fill(hr, "Notes on this candidate", "Half a sentence");
        begin(hr, "Save");
        assertThat(hr.form().getByRole(AriaRole.ALERT))
                .containsText("You are signed out. Sign in again in another tab");
        assertThat(hr.form().getByLabel("Notes on this candidate")).hasValue("Half a sentence");

        // It is tried again by itself, too, and may be kept before the person is back in this tab.
        hr.page().waitForResponse(answer -> DRAFT.matcher(answer.url()).find() && answer.ok(), () -> {
            in(browser, scenario.hr);
            hr.page().bringToFront();
            hr.page().evaluate("() => window.dispatchEvent(new Event('focus'))");
        });
        hr.page().reload();
        assertThat(hr.form().getByLabel("Notes on this candidate")).hasValue("Half a sentence");
        save(hr, "Notes saved.");
    }

    /** By the link that is offered, and where the page itself is led to the sign-in before anybody has followed it. */
    @Test
    void the_way_to_sign_in_again_leads_there_and_costs_nothing_that_was_typed() {
        var browser = chromium.person();
        var hr = in(browser, scenario.hr).list("All of my agency").task(hire.caseNumber(), TASK);
        open(hr, "Candidate A-01");
        begin(hr, "Write notes");
        hr.page().waitForResponse(DRAFT, () -> fill(hr, "Notes on this candidate", "Half"));
        browser.clearCookies(new BrowserContext.ClearCookiesOptions().setName("XGSESSION"));
        hr.page().waitForResponse(DRAFT, () -> fill(hr, "Notes on this candidate", "Half a sentence"));
        var link = hr.form().getByRole(AriaRole.LINK, named("Sign in again (in a new tab)"));
        var elsewhere = browser.waitForPage(() -> link.click());
        assertThat(elsewhere.getByLabel("User name")).isVisible();
        elsewhere.close();

        hr.page().reload();
        assertThat(hr.page()).hasURL(Pattern.compile("/sign-in"));
        hr.page().getByLabel("User name").fill(scenario.hr.actor().userId());
        hr.page().getByLabel("Password").fill(HireScenario.PASSWORD);
        hr.page().locator("main").getByRole(AriaRole.BUTTON, named("Sign in")).click();
        assertThat(hr.form().getByLabel("Notes on this candidate")).hasValue("Half a sentence");
        save(hr, "Notes saved.");
    }

    @Test
    void a_link_leads_to_one_candidate_and_back_of_the_browser_to_the_list() {
        var hr = in(chromium.person(), scenario.hr).list("All of my agency").task(hire.caseNumber(), TASK);
        open(hr, "Candidate A-02");
        hr.page().waitForURL(CANDIDATE);
        var candidate = CANDIDATE.matcher(hr.page().url());
        candidate.find();
        hr.page().goBack();
        assertThat(row(hr, "Candidate A-02")).isVisible();
        hr.page().goForward();
        assertThat(hr.form().getByRole(AriaRole.HEADING, named("Candidate A-02")))
                .isVisible();

        var manager = in(chromium.person(), scenario.manager)
                .follow(
                        "/go/task?case=" + hire.caseNumber() + "&task=review-and-interview-candidates&candidate="
                                + candidate.group(1),
                        hire.caseNumber());
        assertThat(manager.form().getByRole(AriaRole.HEADING, named("Candidate A-02")))
                .isVisible();
        backToAll(manager);
        assertThat(manager.form().getByRole(AriaRole.BUTTON, named("Candidate A-02")))
                .isFocused();
    }

    @Test
    void the_case_is_closed_by_nobody_while_nobody_has_the_task_or_a_colleague_has_it() {
        var manager = in(chromium.person(), scenario.manager).list("To take").task(hire.caseNumber(), TASK);
        hire.staysAsItIs(() -> cannotClose(manager));

        var hr = in(chromium.person(), scenario.hr).list("All of my agency").task(hire.caseNumber(), TASK);
        scenario.manager.takes(hire, "review-and-interview-candidates");
        hr.page().reload();
        assertThat(hr.form().locator(".xg-note"))
                .containsText("has taken this task. Only whoever has taken it closes the case. Hiring managers and HR"
                        + " specialists of the agency record here about its candidates all the same.");
        hire.staysAsItIs(() -> cannotClose(hr));
        open(hr, "Candidate A-01");
        begin(hr, "Write notes");
        fill(hr, "Notes on this candidate", "Recorded all the same");
        save(hr, "Notes saved.");
    }

    /** The question is there to be read; it can neither be answered nor pressed past, by mouse or by keyboard. */
    private static void cannotClose(Tasklist reader) {
        reader.openClosing();
        assertThat(reader.form()).containsText("Only whoever has taken this task closes the case.");
        cannotEndTheReview(reader);
        assertThat(reader.field("Yes, close this case for good")).isDisabled();
        assertThat(reader.button("Close this case")).isDisabled();
        reader.button("Close this case").click(new Locator.ClickOptions().setForce(true));
        reader.button("Close this case").dispatchEvent("click");
        assertThat(reader.page().getByText("Complete", new Page.GetByTextOptions().setExact(true)))
                .isHidden();
    }

    @Test
    void several_are_contacted_at_once_and_the_case_is_closed_only_on_purpose() {
        var manager = in(chromium.person(), scenario.manager).takes(hire.caseNumber(), TASK);
        manager.form().getByLabel("Choose all candidates shown").check();
        begin(manager, "Contact");
        manager.readsWell("several at once");
        manager.form()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(SEVERAL))
                .click();
        assertThat(manager.form().locator(".xgw-said")).containsText("contacted.");
        assertThat(row(manager, "Candidate A-01")).containsText("Contacted");

        assertThat(manager.page().getByText("Complete", new Page.GetByTextOptions().setExact(true)))
                .isHidden();
        manager.openClosing();
        hire.staysAsItIs(() -> manager.completeIsRefused());
        manager.readsWell("closing asks");
        manager.fill("Why will nobody else be selected?", "Nobody fits.")
                .check("Yes, close this case for good")
                .complete();
        hire.waitsAt();
    }

    /** That stays with who took the task. */
    private static void cannotEndTheReview(Tasklist reader) {
        assertThat(reader.field("Why will nobody else be selected?")).isDisabled();
    }

    // --- the workbench

    private static void open(Tasklist at, String candidate) {
        at.form().getByRole(AriaRole.BUTTON, named(candidate)).click();
        assertThat(at.form().getByRole(AriaRole.HEADING, named(candidate))).isFocused();
    }

    private static void backToAll(Tasklist at) {
        begin(at, "Back to all candidates");
    }

    private static void begin(Tasklist at, String action) {
        at.form().getByRole(AriaRole.BUTTON, named(action)).click();
    }

    private static void fill(Tasklist at, String label, String value) {
        at.form().getByLabel(label).fill(value);
    }

    private static void save(Tasklist at, String said) {
        begin(at, "Save");
        assertThat(at.form().locator(".xgw-said")).containsText(said);
    }

    /** What is on record about the candidate in front of the person. */
    private static Locator facts(Tasklist at) {
        return at.form().locator("[data-workbench]");
    }

    private static Locator row(Tasklist at, String candidate) {
        return at.form()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHas(at.page().getByText(candidate)));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private Tasklist in(BrowserContext browser, Colleague who) {
        return Tasklist.signIn(
                browser, "http://localhost:" + port, who.actor().userId(), HireScenario.PASSWORD, pictures);
    }
}
