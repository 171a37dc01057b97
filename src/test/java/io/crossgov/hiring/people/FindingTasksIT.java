package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.ui.Accessibility;
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

/** How people find their work in Tasklist, and how they go on when something is done: nobody stands before an empty page. */
@HiringTest
class FindingTasksIT {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String NAMING = "5 Name Certificate Recipients";
    private static final String TITLE = "Guide through the forms of government";

    private final Pictures pictures = new Pictures("finding");

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private HireScenario scenario;

    @BeforeEach
    void people(@Autowired ApplicationContext application) {
        chromium = new Chromium();
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothing_is_left_behind() {
        chromium.close();
        scenario.close();
    }

    @Test
    void a_case_is_found_by_number_position_or_selectee_and_its_rows_are_told_apart() {
        var hire = twoSelectees();
        var hr = in(chromium.person(), scenario.hr);

        hr.find(hire.caseNumber());
        assertThat(hr.row(hire.caseNumber(), "8 Set Pay")).hasCount(2);
        for (var selectee : new String[] {"Candidate A-01", "Candidate A-03"}) {
            var row = hr.row(hire.caseNumber(), "8 Set Pay").filter(having(selectee));
            assertThat(row).hasCount(1);
            assertThat(row).containsText(TITLE);
            assertThat(row.locator(".due-date")).hasText(Pattern.compile("Due \\w+, \\w+ \\d+"));
        }
        hr.picture("two selectees");
        Accessibility.assertReadable(hr.page());

        hr.find("candidate a-03");
        assertThat(said(hr)).hasText(Pattern.compile("open tasks? in all your lists for \"candidate a-03\""));
        assertThat(hr.row(hire.caseNumber(), "8 Set Pay").filter(having("Candidate A-03")))
                .isVisible();
        assertThat(hr.page().url()).doesNotContain("andidate");

        hr.find("government guide THROUGH");
        assertThat(hr.row(hire.caseNumber(), "8 Set Pay")).hasCount(2);

        hr.find("nothing of that name");
        assertThat(said(hr)).hasText("No open task in all your lists for \"nothing of that name\".");

        // What stands for any letters in a database stands for itself here.
        for (var words : new String[] {"Set_Pay", "%Pay"}) {
            hr.find(words);
            assertThat(said(hr)).hasText("No open task in all your lists for \"" + words + "\".");
        }
        hr.find("set pay");
        assertThat(hr.row(hire.caseNumber(), "8 Set Pay")).hasCount(2);

        // Who may not know a name finds nothing by it.
        var expert = in(chromium.person(), scenario.expert).find("candidate a-03");
        assertThat(said(expert)).hasText("No open task in all your lists for \"candidate a-03\".");
    }

    @Test
    void what_is_completed_in_its_row_leaves_another_task_open_and_goes_on_from_its_own() {
        var hire = scenario.withVacancies(2).opensCase().until(REVIEWING);
        hire.elects("A-01").until("name-certificate-recipients");
        hire.elects("A-03").until("name-certificate-recipients");
        var coordinator = in(chromium.person(), scenario.coordinator).find(hire.caseNumber());
        var rows = coordinator.row(hire.caseNumber(), NAMING);
        assertThat(rows).hasCount(2);
        rows.filter(having("Candidate A-03")).getByRole(AriaRole.LINK).click();
        assertThat(coordinator.form()).containsText("Candidate A-03");

        completeIn(rows.filter(having("Candidate A-01")));
        var done = coordinator.page().locator(".tasks-list .xg-following");
        assertThat(done).containsText("Done: " + NAMING + ", case " + hire.caseNumber());
        assertThat(done).isFocused();
        assertThat(coordinator.page().locator("#xg-said")).containsText("Done: " + NAMING);
        assertThat(coordinator.form()).containsText("Candidate A-03");
        assertThat(rows).hasCount(1);

        completeIn(rows);
        assertThat(coordinator.done().getByRole(AriaRole.HEADING).first())
                .hasText("Done: " + NAMING + ", Candidate A-03.");
        assertThat(rows).hasCount(0);
    }

    private static void completeIn(Locator row) {
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Complete ")))
                .click();
    }

    /** Who presses the button wants to know what there is now, also with the words that stand there already. */
    @Test
    void find_looks_again_for_the_same_words() {
        var hire = twoSelectees();
        var hr = in(chromium.person(), scenario.hr).find(hire.caseNumber());
        assertThat(hr.row(hire.caseNumber(), "8 Set Pay")).hasCount(2);

        hr.page().waitForResponse(Pattern.compile("/filter/[^/]+/list\\b"), () -> hr.page()
                .waitForResponse("**/api/tasks/search", () -> hr.page()
                        .getByRole(AriaRole.BUTTON, pageNamed("Find"))
                        .click()));
        assertThat(said(hr)).hasText(Pattern.compile("\\d open tasks in all your lists"));
    }

    @Test
    void a_case_and_its_tasks_lead_to_each_other() {
        var hire = twoSelectees();
        var hr = in(chromium.person(), scenario.hr);

        var file = hr.goTo("/cases/" + hire.caseNumber());
        var open = file.getByRole(AriaRole.REGION, pageNamed("What waits in this case"))
                .locator("tbody tr");
        var pay = open.filter(having("8 Set Pay")).filter(having("Candidate A-03"));
        assertThat(pay).containsText("HR specialist");
        assertThat(pay).containsText("Nobody yet");
        assertThat(pay).containsText(Pattern.compile("Due \\w+, \\w+ \\d+"));
        var tasksOfTheCase = open.count();
        pictures.take(file, "case with open tasks");
        Accessibility.assertReadable(file);
        pay.getByRole(AriaRole.LINK).click();
        assertThat(file.locator(".task-card h2.task")).hasText("8 Set Pay");
        assertThat(hr.form()).containsText("Candidate A-03");

        file.navigate("http://localhost:" + port + "/cases/" + hire.caseNumber());
        file.getByRole(AriaRole.LINK, pageNamed("This case's tasks in the task list"))
                .click();
        assertThat(said(hr)).containsText(hire.caseNumber());
        assertThat(rows(hr)).hasCount(tasksOfTheCase);
        file.locator(".xg-found-cases a").click();
        assertThat(file.getByRole(AriaRole.HEADING, pageNamed("Case " + hire.caseNumber())))
                .isVisible();

        // Everybody at the agency reads who has the ball; what is not theirs is no link.
        var expert = in(chromium.person(), scenario.expert).goTo("/cases/" + hire.caseNumber());
        var seen = expert.getByRole(AriaRole.REGION, pageNamed("What waits in this case"));
        assertThat(seen).containsText("8 Set Pay");
        assertThat(seen).not().containsText("Candidate A-0");
        assertThat(seen.getByRole(AriaRole.LINK)).hasCount(0);
    }

    @Test
    void the_first_answer_takes_a_task_and_what_comes_next_is_open_when_it_is_done() {
        var hire = scenario.opensCase().until(REVIEWING);
        var selectee = hire.elects("A-01").until("set-pay", "build-new-hire-record");
        var hr = in(chromium.person(), scenario.hr);

        hr.task(hire.caseNumber(), "8 Build New-hire Record");
        assertThat(hr.page().getByText("Or just begin: it becomes yours with your first answer."))
                .isVisible();
        hr.fill("Number of the new-hire record", "NH-2026-0001");
        assertThat(hr.page().getByRole(AriaRole.BUTTON, pageNamed("Give back"))).isVisible();
        assertThat(hr.field("Number of the new-hire record")).hasValue("NH-2026-0001");
        hr.complete();
        hr.goesOnTo("8 Set Pay").picture("next");
        assertThat(hr.page().locator(".xg-following")).containsText("Done: 8 Build New-hire Record, Candidate A-01.");
        assertThat(hr.page().locator(".xg-following").getByRole(AriaRole.LINK))
                .hasAttribute("href", "/cases/" + hire.caseNumber());
        Accessibility.assertReadable(hr.page());
        selectee.waitsAt("set-pay");
    }

    @Test
    void whoever_has_nothing_left_in_a_case_reads_what_was_done_and_who_has_it_now() {
        var hire = scenario.opensCase().until(REVIEWING);
        hire.elects("A-01").until("name-certificate-recipients");
        var coordinator = in(chromium.person(), scenario.coordinator);

        coordinator.find(hire.caseNumber());
        coordinator
                .row(hire.caseNumber(), "5 Name Certificate Recipients")
                .getByText("Take and open", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(coordinator.page().getByRole(AriaRole.BUTTON, pageNamed("Give back")))
                .isVisible();
        assertThat(coordinator.form()).containsText(hire.caseNumber());
        coordinator.complete();

        assertThat(coordinator.done()).containsText("Done: 5 Name Certificate Recipients");
        assertThat(coordinator.done()).containsText("OPM CrossGovHiring team: 6 Release Application Material");
        assertThat(coordinator.done().getByRole(AriaRole.LINK).first())
                .hasAttribute("href", "/cases/" + hire.caseNumber());
        coordinator.picture("nothing left");
        Accessibility.assertReadable(coordinator.page());
    }

    @Test
    void eighty_tasks_stand_in_the_order_in_which_they_are_due_and_fit_a_narrow_window() {
        var pool = scenario.crossGovernmentPool();
        for (int team = 1; team <= 80; team++) {
            if (team == 41) {
                scenario.onDay(scenario.today().plusDays(9));
            }
            scenario.opensCase(scenario.manager, pool, "Service designer, team " + (81 - team));
        }
        var wide = in(chromium.person(1440, 900), scenario.manager).list("To take");

        assertThat(rows(wide)).hasCount(25);
        assertThat(rows(wide).first().locator(".due-date")).hasText(Pattern.compile("Overdue since .+"));
        wide.picture("eighty tasks");
        var bottom = rows(wide).nth(5).boundingBox();
        assertThat(bottom.y + bottom.height).as("the sixth row is in sight").isLessThan(900);
        wide.page().getByLabel("Sorted by").selectOption("Newest first");
        assertThat(rows(wide).first().locator(".due-date")).hasText(Pattern.compile("Due .+"));
        Accessibility.assertReadable(wide.page());
        // Whose tasks are left out is the oldest cases', so somebody has to be told.
        wide.find("service designer");
        assertThat(said(wide))
                .hasText(
                        "50 open tasks in the 50 newest cases for \"service designer\". There are more cases: add a word to find"
                                + " the tasks of others.");
        wide.picture("more than are shown");
        wide.find("service designer, team 80");
        assertThat(said(wide)).hasText("One open task in all your lists for \"service designer, team 80\".");

        var narrow = in(chromium.person(400, 800), scenario.manager).list("To take");
        assertThat(rows(narrow)).hasCount(25);
        assertThat(((Number) narrow.page().evaluate("document.querySelector('.column-center').scrollWidth")).intValue())
                .isLessThanOrEqualTo(400);
        narrow.picture("eighty tasks, narrow");
    }

    /** A case with two selectees, whose pay is to be set. */
    private Hire twoSelectees() {
        var hire = scenario.withVacancies(2)
                .opensCase(scenario.manager, scenario.crossGovernmentPool(), TITLE)
                .until(REVIEWING);
        hire.elects("A-01").until("set-pay");
        hire.elects("A-03").until("set-pay");
        return hire;
    }

    private static Locator said(Tasklist at) {
        return at.page().locator(".xg-found");
    }

    private static Locator rows(Tasklist at) {
        return at.page().locator(".tasks-list li.task");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions pageNamed(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private Tasklist in(BrowserContext browser, Colleague who) {
        return Tasklist.signIn(
                browser, "http://localhost:" + port, who.actor().userId(), HireScenario.PASSWORD, pictures);
    }
}
