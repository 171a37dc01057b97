package io.crossgov.hiring.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.crossgov.hiring.selection.SampleCandidateList.CASE;
import static io.crossgov.hiring.selection.SampleCandidateList.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.crossgov.hiring.ui.Chromium;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two hundred and fifty candidates in the workbench: more than stand on a page. */
class WorkbenchPagesTest {

    private static final int MANY = 250;
    private static final String LOCATION = "#/?task=task-1&workbench=" + CASE;

    private static Chromium chromium;

    private WorkbenchInBrowser workbench;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @BeforeEach
    void aCaseWithMany() {
        workbench = new WorkbenchInBrowser(
                chromium,
                SampleCandidateList.of(IntStream.rangeClosed(1, MANY)
                        .mapToObj(WorkbenchPagesTest::named)
                        .toArray(String[]::new)));
    }

    @AfterEach
    void closePage() {
        workbench.close();
    }

    @Test
    void page_by_page_forth_and_back_and_a_reload_stays() {
        workbench.open(1440, 900, "");
        shows("250 candidates, 1 to 100 shown", 1);
        assertThat(page().locator(".xgw-pages")).containsText("Page 1 of 3");
        assertThat(workbench.button("Previous 100")).isDisabled();
        var there = workbench.button("Next 100").boundingBox();
        workbench.button("Next 100").click();
        shows("250 candidates, 101 to 200 shown", 101);
        assertThat(page().locator(".xgw-pages")).containsText("Page 2 of 3");
        assertThat(workbench.heading("Referred candidates")).isFocused();
        assertThat(workbench.button("Next 50").boundingBox())
                .extracting(box -> box.x, box -> box.y)
                .containsExactly(there.x, there.y);
        workbench.assertAccessible();
        workbench.button("Next 50").press("Enter");
        shows("250 candidates, 201 to 250 shown", 201);
        assertThat(workbench.button("Next 100")).isDisabled();
        assertThat(page().locator(".xgw-pages")).containsText("Page 3 of 3");
        page().goBack();
        shows("250 candidates, 101 to 200 shown", 101);
        page().reload();
        shows("250 candidates, 101 to 200 shown", 101);
        workbench.button("Previous 100").click();
        shows("250 candidates, 1 to 100 shown", 1);
        assertThat(workbench.button("Previous 100")).isDisabled();
    }

    @Test
    void a_link_to_a_page_that_is_no_longer_there_leads_to_the_last() {
        workbench.open(1440, 900, LOCATION + "/list/900");
        shows("250 candidates, 201 to 250 shown", 201);
        workbench.button("Previous 100").click();
        shows("250 candidates, 101 to 200 shown", 101);
    }

    @Test
    void a_sentence_that_names_hundreds_shows_its_beginning_and_the_ways_out_and_the_whole_on_demand() {
        var names = IntStream.rangeClosed(1, MANY - 1)
                .mapToObj(WorkbenchPagesTest::named)
                .collect(Collectors.joining(", "));
        var sentence = names + " are preference eligibles and come first. Elect one of them.";
        workbench.list().withArray("obstacles").add(SampleCandidateList.obstacle("L14", sentence, 1));
        workbench.row(MANY).path("electing").forEach(one -> ((ObjectNode) one)
                .put("allowed", false)
                .put("rule", "L14")
                .put("obstacle", 0));
        workbench.open(400, 800, LOCATION + "/candidate/" + id(MANY));
        assertThat(page().getByText("Denver, CO; Washington, DC: Candidate Number 1, ")
                        .first())
                .containsText("Number 249 are preference eligibles and come first. Elect one of them.");
        assertThat(page().getByText("Number 125,")).isHidden();
        page().getByText("The whole sentence").press("Enter");
        assertThat(page().getByText("Number 125,")).isVisible();
        workbench.assertAccessible();

        workbench.says(MANY, "statusTitle", "Referred again");
        page().clock().runFor(5000);
        assertThat(page().locator(".xgw-facts .xgw-status")).hasText("Referred again");
        assertThat(page().getByText("Number 125,")).isVisible();
        assertThat(page().getByText("The whole sentence")).isFocused();
    }

    @Test
    void from_a_candidate_back_to_the_page_where_he_or_she_stands() {
        workbench.open(1440, 900, LOCATION + "/candidate/" + id(200));
        workbench.button("Next: " + named(201)).click();
        assertThat(workbench.heading(named(201))).isFocused();
        workbench.button("Back to all candidates").click();
        shows("250 candidates, 201 to 250 shown", 201);
        assertThat(workbench.button(named(201))).isFocused();
        workbench.openCandidate(named(250));
        assertThat(page().getByText("Next: ")).hasCount(0);
        page().goBack();
        shows("250 candidates, 201 to 250 shown", 201);
        assertThat(workbench.button(named(250))).isFocused();
    }

    @Test
    void what_is_looked_for_is_looked_for_in_all_pages_and_the_hands_stay_where_they_type() {
        workbench.open(1440, 900, LOCATION + "/list/200");
        shows("250 candidates, 201 to 250 shown", 201);
        page().getByLabel("Find by name or number").pressSequentially("a-12");
        assertThat(page().locator(".xgw-count")).hasText("11 candidates");
        assertThat(page().getByLabel("Find by name or number")).isFocused();
        assertThat(workbench.button(named(129))).isVisible();
        assertThat(page().getByText("Previous 100")).hasCount(0);
        workbench.openCandidate(named(12));
        workbench.button("Next: " + named(120)).click();
        assertThat(workbench.heading(named(120))).isFocused();
        workbench.button("Back to all candidates").click();
        assertThat(page().getByLabel("Find by name or number")).hasValue("a-12");
        assertThat(page().locator(".xgw-count")).hasText("11 candidates");
    }

    @Test
    void what_is_looked_for_is_there_again_after_a_reload_and_what_was_looked_for_before_after_Back() {
        IntStream.rangeClosed(1, 150)
                .forEach(place -> workbench.says(place, "status", "CONTACTED", "statusTitle", "Contacted"));
        workbench.open(1440, 900, "");
        page().getByLabel("Status").selectOption("CONTACTED");
        assertThat(page().locator(".xgw-count")).hasText("150 candidates, 1 to 100 shown");
        page().getByLabel("Location").selectOption("Denver, CO");
        workbench.button("Next 50").click();
        shows("150 candidates, 101 to 150 shown", 101);
        page().reload();
        shows("150 candidates, 101 to 150 shown", 101);
        assertThat(page().getByLabel("Status")).hasValue("CONTACTED");
        assertThat(page().getByLabel("Location")).hasValue("Denver, CO");

        page().getByLabel("Find by name or number").fill("a-12");
        assertThat(page().locator(".xgw-count")).hasText("11 candidates");
        workbench.openCandidate(named(12));
        page().reload();
        assertThat(workbench.heading(named(12))).isVisible();
        workbench.button("Next: " + named(120)).click();
        assertThat(workbench.heading(named(120))).isFocused();
        assertThat(page().url()).doesNotContain("a-12");
        workbench.button("Back to all candidates").click();
        assertThat(page().locator(".xgw-count")).hasText("11 candidates");
        assertThat(page().getByLabel("Find by name or number")).hasValue("a-12");

        page().getByLabel("Find by name or number").fill("");
        assertThat(page().locator(".xgw-count")).hasText("150 candidates, 1 to 100 shown");
        page().getByLabel("Status").selectOption("");
        assertThat(page().locator(".xgw-count")).hasText("250 candidates, 1 to 100 shown");
        page().goBack();
        assertThat(workbench.heading(named(120))).isVisible();
        page().goForward();
        assertThat(page().locator(".xgw-count")).hasText("250 candidates, 1 to 100 shown");
        assertThat(page().getByLabel("Status")).hasValue("");
        page().reload();
        assertThat(page().locator(".xgw-count")).hasText("250 candidates, 1 to 100 shown");
    }

    @Test
    void who_is_chosen_on_several_pages_is_chosen_together_also_after_a_reload() {
        workbench.says(2, "version", 7).says(230, "version", 9).open(1440, 900, "");
        choose(2);
        workbench.button("Next 100").click();
        shows("250 candidates, 101 to 200 shown", 101);
        workbench.button("Next 50").click();
        shows("250 candidates, 201 to 250 shown", 201);
        choose(230);
        assertThat(page().getByText("2 chosen")).isVisible();
        page().clock().runFor(1000);
        page().waitForCondition(
                        () -> workbench.drafts().getOrDefault("several", "").contains(id(230).toString()));
        page().reload();
        assertThat(page().getByText("2 chosen")).isVisible();

        workbench.button("Not selected").click();
        assertThat(page().locator(".xgw-whom li"))
                .hasText(new String[] {whom(2) + " · Referred", whom(230) + " · Referred"});
        workbench.outcomes(SeveralEntries.Outcome.done(id(2)), SeveralEntries.Outcome.done(id(230)));
        workbench.button("Mark 2 candidates as not selected").click();
        assertThat(workbench.said())
                .hasText("2 candidates (" + whom(2) + " and " + whom(230) + ") marked as not selected.");
        var sent = workbench.sent().get(0).body().path("candidates");
        assertThat(sent.toString())
                .isEqualTo("[{\"id\":\"%s\",\"version\":7},{\"id\":\"%s\",\"version\":9}]".formatted(id(2), id(230)));
    }

    @Test
    void all_who_are_shown_are_chosen_and_nobody_of_another_page() {
        workbench.open(1440, 900, LOCATION + "/list/200");
        page().getByLabel("Choose all candidates shown").check();
        assertThat(page().getByText("50 chosen")).isVisible();
        page().getByLabel("Choose all candidates shown").uncheck();
        assertThat(page().getByText("Nobody chosen")).isVisible();
    }

    @Test
    void what_colleagues_record_about_somebody_on_another_page_is_heard() {
        workbench.open(1440, 900, "").openCandidate(named(1));
        workbench.says(
                230,
                "version",
                1,
                "changedBy",
                "Pat Manager",
                "changedAt",
                "2026-03-02T15:00:00Z",
                "status",
                "CONTACTED",
                "statusTitle",
                "Contacted");
        page().clock().runFor(5000);
        assertThat(workbench.said()).hasText("Changed just now by Pat Manager: " + named(230) + ", Contacted.");
    }

    @Test
    void an_alternate_is_looked_for_where_the_list_is_longer_than_what_can_be_picked_from() {
        workbench
                .says(230, "status", "NOT_INTERESTED", "statusTitle", "Not interested")
                .says(232, "status", "NOT_SELECTED", "statusTitle", "Not selected");
        workbench.open(400, 800, LOCATION + "/elect/" + id(1));
        page().getByLabel("Duty location").selectOption("Denver, CO");
        var leftOut = page().getByText(
                        "Only among the first 100 of 250 can be picked here. Find the others by name or number.");
        assertThat(leftOut).isVisible();
        assertThat(page().getByLabel("Add an alternate (optional)").locator("option"))
                .hasCount(100);
        page().getByLabel("Find an alternate by name or number").fill("a-23");
        assertThat(workbench.said()).hasText("11 candidates found.");
        assertThat(leftOut).isHidden();
        var offered = page().getByLabel("Add an alternate (optional)");
        assertThat(offered.locator("option")).hasCount(11);
        assertThat(offered).not().containsText("Not selected");
        workbench.assertAccessible();
        page().getByLabel("Add an alternate (optional)").selectOption(id(231).toString());
        workbench.button("Continue").click();
        assertThat(page().getByText("1. " + whom(231))).isVisible();
        page().clock().runFor(1000);
        page().waitForCondition(() ->
                workbench.drafts().getOrDefault("elect-" + id(1), "").contains(id(231).toString()));
        page().reload();
        assertThat(page().locator(".xgw-alternates li")).containsText(whom(231));
    }

    @Test
    void a_slow_answer_is_waited_for_in_sight_and_one_that_does_not_come_is_asked_for_again() {
        workbench.open(1440, 900, "");
        workbench.holdAnswers();
        workbench.button("Next 100").click();
        assertThat(page().getByText("Loading…")).isVisible();
        workbench.answerLate();
        shows("250 candidates, 101 to 200 shown", 101);
        assertThat(page().getByText("Loading…")).isHidden();

        workbench.refuse(401, "Please sign in.");
        workbench.button(named(150)).click();
        assertThat(page().locator(".xgw-connection")).containsText("Please sign in.");
        shows("250 candidates, 101 to 200 shown", 101);
        workbench.refuseNothing();
        page().clock().runFor(5000);
        assertThat(workbench.heading(named(150))).isFocused();
        assertThat(page().locator(".xgw-connection")).isHidden();
    }

    private void shows(String count, int first) {
        assertThat(page().locator(".xgw-count")).hasText(count);
        assertThat(page().locator("tbody tr").first()).containsText(named(first));
    }

    private void choose(int place) {
        page().getByLabel("Choose " + whom(place), new Page.GetByLabelOptions().setExact(true))
                .check();
    }

    private static String named(int place) {
        return "Candidate Number " + place;
    }

    private static String whom(int place) {
        return named(place) + " (A-" + place + ")";
    }

    private Page page() {
        return workbench.page();
    }
}
