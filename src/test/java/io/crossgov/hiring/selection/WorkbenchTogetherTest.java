package io.crossgov.hiring.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.crossgov.hiring.selection.SampleCandidateList.CASE;
import static io.crossgov.hiring.selection.SampleCandidateList.id;
import static io.crossgov.hiring.selection.WorkbenchInBrowser.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.crossgov.hiring.ui.Chromium;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sixty candidates in the workbench: several at once, the way back, what is half typed, and narrow windows. */
class WorkbenchTogetherTest {

    private static final int MANY = 60;
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
    void aCaseWithSixtyCandidates() {
        workbench = new WorkbenchInBrowser(
                chromium,
                SampleCandidateList.of(IntStream.rangeClosed(1, MANY)
                        .mapToObj(place -> "Candidate Number " + place)
                        .toArray(String[]::new)));
    }

    @AfterEach
    void closePage() {
        workbench.close();
    }

    // ---- several at once

    @Test
    void sixty_are_contacted_in_four_clicks_and_one_request() {
        workbench.open(1440, 900, "");
        page().getByLabel("Choose all candidates shown").check();
        assertThat(page().getByText("60 chosen")).isVisible();
        workbench.button("Contact").click();
        assertThat(workbench.heading("Contact 60 candidates")).isFocused();
        workbench.assertAccessible();
        workbench.outcomes(IntStream.rangeClosed(1, MANY)
                .mapToObj(place -> SeveralEntries.Outcome.done(id(place)))
                .toArray(SeveralEntries.Outcome[]::new));
        workbench.button("Contact 60 candidates").click();

        assertThat(workbench.said())
                .hasText("60 candidates (%s, %s, %s and 57 more) contacted.".formatted(whom(1), whom(2), whom(3)));
        assertThat(page().getByText("Nobody chosen")).isVisible();
        assertThat(workbench.sent()).hasSize(1);
        assertThat(workbench.sent().get(0).path()).isEqualTo(BASE + "/candidates/contact");
        assertThat(workbench.sent().get(0).body().path("candidates")).hasSize(MANY);
        assertThat(workbench.sent().get(0).body().path("sendDetails").asBoolean())
                .isTrue();
    }

    @Test
    void who_is_left_out_is_named_with_the_reason_and_stays_chosen() {
        workbench.open(1440, 900, "");
        for (var place : new int[] {2, 3, 5}) {
            page().getByLabel("Choose " + whom(place), exactly()).check();
        }
        workbench.button("Same interview").click();
        page().getByLabel("Date").fill("2026-03-09");
        page().getByLabel("Time (optional)").fill("09:00");
        page().getByLabel("Interviewers").fill("Pat");
        workbench.outcomes(
                SeveralEntries.Outcome.done(id(2)),
                new SeveralEntries.Outcome(id(3), false, "This candidate is no longer available.", null),
                SeveralEntries.Outcome.done(id(5)));
        workbench.button("Set the interview for 3 candidates").click();

        assertThat(workbench.said())
                .hasText("Interview set for 2 candidates (%s and %s). Left out: %s."
                        .formatted(whom(2), whom(5), whom(3)));
        assertThat(page().getByText(whom(3) + ": This candidate is no longer available."))
                .isVisible();
        assertThat(page().getByLabel("Choose " + whom(3), exactly())).isChecked();
        assertThat(page().getByText("1 chosen")).isVisible();
        assertThat(workbench.sent().get(0).body().path("zone").asText()).isEqualTo("America/New_York");
        workbench.assertAccessible();
    }

    @Test
    void when_all_are_left_out_the_entry_stays_open_with_what_was_typed_and_says_why_once() {
        workbench.open(1440, 900, "");
        for (var place : new int[] {2, 3}) {
            page().getByLabel("Choose " + whom(place), exactly()).check();
        }
        workbench.button("Contact").click();
        page().getByLabel("Contacted on").fill("");
        workbench.button("Contact 2 candidates").click();
        assertThat(page().getByRole(AriaRole.ALERT).getByRole(AriaRole.LISTITEM))
                .hasText(new String[] {"Enter the day of the contact."});
        assertThat(workbench.sent()).isEmpty();
        page().getByLabel("Contacted on").fill("01/01/1900");
        page().getByLabel("Note for your agency (optional)").fill("By telephone first");
        var early = "The certificate was issued on Sep 30, 2026. Enter that day or a later one.";
        workbench.outcomes(
                new SeveralEntries.Outcome(id(2), false, early, "on"),
                new SeveralEntries.Outcome(id(3), false, early, "on"));
        workbench.button("Contact 2 candidates").click();

        assertThat(page().getByRole(AriaRole.ALERT).getByRole(AriaRole.LISTITEM))
                .hasText(new String[] {early});
        assertThat(page().getByLabel("Contacted on")).hasAttribute("aria-invalid", "true");
        assertThat(page().getByLabel("Note for your agency (optional)")).hasValue("By telephone first");
        workbench.assertAccessible();

        // What is wrong with the candidates is said with their names.
        workbench.outcomes(
                new SeveralEntries.Outcome(id(2), false, "This candidate is no longer available.", null),
                new SeveralEntries.Outcome(id(3), false, "This candidate is elected.", null));
        workbench.button("Contact 2 candidates").click();
        assertThat(page().getByRole(AriaRole.ALERT)).containsText(whom(2) + ": This candidate is no longer available.");
        assertThat(page().getByRole(AriaRole.ALERT)).containsText(whom(3) + ": This candidate is elected.");

        // Whoever is left out alone can be contacted with the same words.
        workbench.outcomes(
                SeveralEntries.Outcome.done(id(2)),
                new SeveralEntries.Outcome(id(3), false, "This candidate is elected.", null));
        workbench.button("Contact 2 candidates").click();
        assertThat(workbench.said()).hasText("1 candidate (" + whom(2) + ") contacted. Left out: " + whom(3) + ".");
        workbench.button("Contact").click();
        assertThat(page().getByLabel("Note for your agency (optional)")).hasValue("By telephone first");
    }

    @Test
    void several_are_set_aside_with_the_versions_the_person_saw() {
        workbench.says(1, "version", 7).open(1440, 900, "");
        page().getByLabel("Choose " + whom(1), exactly()).check();
        workbench.button("Not selected").click();
        workbench.outcomes(SeveralEntries.Outcome.done(id(1)));
        workbench.button("Mark 1 candidate as not selected").click();

        assertThat(workbench.said()).hasText("1 candidate (" + whom(1) + ") marked as not selected.");
        assertThat(workbench.sent().get(0).body().at("/candidates/0/version").asInt())
                .isEqualTo(7);
    }

    @Test
    void two_to_four_are_compared_side_by_side() {
        workbench
                .says(2, "interviewResultTitle", "Recommended", "interviewNotes", "Clear\nanswers")
                .open(1440, 900, "");
        assertThat(workbench.button("Compare side by side")).isDisabled();
        page().getByLabel("Choose " + whom(2), exactly()).check();
        page().getByLabel("Choose " + whom(3), exactly()).check();
        workbench.button("Compare side by side").click();

        assertThat(workbench.heading("Compare 2 candidates")).isFocused();
        assertThat(page().getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {whom(2), whom(3)});
        assertThat(workbench.rowOf("Recommended")).isVisible();
        workbench.assertAccessible();
        workbench.button("Back to all candidates").click();
        assertThat(page().getByLabel("Choose " + whom(3), exactly())).isChecked();
    }

    // ---- the way back

    @Test
    void back_leads_from_a_candidate_to_the_list_and_forward_to_the_candidate_again() {
        workbench.open(1440, 900, "");
        workbench.openCandidate("Candidate Number 40");
        page().goBack();
        assertThat(workbench.heading("Referred candidates")).isVisible();
        assertThat(workbench.button("Candidate Number 40")).isFocused();
        page().goForward();
        assertThat(workbench.heading("Candidate Number 40")).isFocused();
        workbench.button("Elect Candidate Number 40").click();
        page().goBack();
        assertThat(workbench.heading("Candidate Number 40")).isFocused();
    }

    @Test
    void a_reload_stays_with_the_candidate_and_a_link_leads_there() {
        workbench.open(1440, 900, LOCATION + "/candidate/" + id(7));
        assertThat(workbench.heading("Candidate Number 7")).isVisible();
        page().reload();
        assertThat(workbench.heading("Candidate Number 7")).isVisible();
        workbench.button("Back to all candidates").click();
        assertThat(workbench.heading("Referred candidates")).isVisible();
        assertThat(workbench.button("Candidate Number 7")).isFocused();
    }

    @Test
    void a_link_to_somebody_who_is_no_longer_there_leads_to_the_list_and_says_so() {
        workbench.open(1440, 900, LOCATION + "/candidate/" + id(99));
        assertThat(workbench.heading("Referred candidates")).isVisible();
        assertThat(workbench.said()).hasText("Whom this address names is not on your list any more.");
    }

    @Test
    void a_link_to_a_candidate_of_another_case_shows_the_list() {
        workbench.open(1440, 900, "#/?task=task-1&workbench=XGH-2026-000002/candidate/" + id(7));
        assertThat(workbench.heading("Referred candidates")).isVisible();
    }

    // ---- what is half typed

    @Test
    void what_is_typed_about_a_candidate_is_back_after_a_reload_and_gone_once_saved() {
        workbench.open(1440, 900, "").openCandidate("Candidate Number 4");
        workbench.button("Write notes").click();
        page().getByLabel("Notes on this candidate").fill("Half a sen");
        page().clock().runFor(1000);
        page().waitForCondition(() -> workbench.drafts().containsKey("candidate-" + id(4)));
        page().reload();

        assertThat(page().getByLabel("Notes on this candidate")).hasValue("Half a sen");
        // The page may have gone before it heard that the server has kept it: then it is what waited in this tab.
        assertThat(page().getByText(Pattern.compile("What you entered here on .+ and did not save yet is back\\.")))
                .isVisible();
        workbench.assertAccessible();
        workbench.button("Next: Candidate Number 5").click();
        assertThat(page().getByLabel("Notes on this candidate")).hasCount(0);
        workbench.button("Previous: Candidate Number 4").click();
        assertThat(page().getByLabel("Notes on this candidate")).hasValue("Half a sen");
        workbench.button("Save").click();
        assertThat(workbench.said()).hasText("Candidate Number 4: Notes saved.");
        page().waitForCondition(() -> workbench.drafts().isEmpty());
    }

    @Test
    void what_is_back_can_be_discarded() {
        workbench.drafts().put("candidate-" + id(4), "{\"notes\": {\"notes\": \"Half a sen\"}}");
        workbench.open(1440, 900, LOCATION + "/candidate/" + id(4));
        assertThat(page().getByLabel("Notes on this candidate")).hasValue("Half a sen");
        assertThat(page().getByText("What you entered here on Mar 2, 2026, 8:40 AM EST and did not save yet is back."))
                .isVisible();
        workbench.button("Discard it").click();
        assertThat(page().getByLabel("Notes on this candidate")).hasValue("");
        page().waitForCondition(() -> workbench.drafts().isEmpty());
    }

    @Test
    void a_draft_of_what_cannot_be_recorded_any_more_is_left_alone() {
        workbench.drafts().put("candidate-" + id(4), "{\"answer\": {\"answer\": \"INTERESTED\"}}");
        workbench.open(1440, 900, LOCATION + "/candidate/" + id(4));
        assertThat(workbench.heading("Candidate Number 4")).isVisible();
        assertThat(workbench.button("Save")).hasCount(0);
    }

    @Test
    void choice_and_words_for_sixty_are_back_after_a_reload_and_gone_once_sent() {
        workbench.open(1440, 900, "");
        page().getByLabel("Choose all candidates shown").check();
        workbench.button("Contact").click();
        page().getByLabel("Your words to the candidate (optional)").fill("We would like to meet you in per");
        kept("several", "in per");
        page().reload();

        assertThat(workbench.heading("Contact 60 candidates")).isVisible();
        assertThat(page().getByLabel("Your words to the candidate (optional)"))
                .hasValue("We would like to meet you in per");
        assertThat(page().getByText(Pattern.compile("What you entered here on .+ and did not save yet is back\\.")))
                .isVisible();
        workbench.assertAccessible();
        workbench.outcomes(IntStream.rangeClosed(1, MANY)
                .mapToObj(place -> SeveralEntries.Outcome.done(id(place)))
                .toArray(SeveralEntries.Outcome[]::new));
        workbench.button("Contact 60 candidates").click();
        assertThat(workbench.said())
                .hasText("60 candidates (%s, %s, %s and 57 more) contacted.".formatted(whom(1), whom(2), whom(3)));
        assertThat(workbench.sent().get(0).body().path("message").asText())
                .isEqualTo("We would like to meet you in per");
        assertThat(workbench.sent().get(0).body().path("candidates")).hasSize(MANY);
        page().waitForCondition(() -> workbench.drafts().isEmpty());
    }

    @Test
    void a_choice_alone_is_back_without_who_has_left_the_list() {
        workbench.open(1440, 900, "");
        for (var place : new int[] {2, 60}) {
            page().getByLabel("Choose " + whom(place), exactly()).check();
        }
        kept("several", id(60).toString());
        workbench.list().withArray("candidates").remove(MANY - 1);
        page().reload();

        assertThat(page().getByText("1 chosen")).isVisible();
        assertThat(page().getByLabel("Choose " + whom(2), exactly())).isChecked();
        workbench.button("Choose nobody").click();
        page().clock().runFor(1000);
        page().waitForCondition(() -> workbench.drafts().isEmpty());
    }

    @Test
    void words_for_several_stay_on_the_way_to_the_list_and_can_be_discarded() {
        workbench.open(1440, 900, "");
        page().getByLabel("Choose " + whom(3), exactly()).check();
        workbench.button("Same interview").click();
        page().getByLabel("Interviewers").fill("Pat, Sam");
        workbench.button("Back to all candidates").click();
        page().getByLabel("Choose " + whom(4), exactly()).check();
        workbench.button("Same interview").click();
        assertThat(workbench.heading("The same interview for 2 candidates")).isFocused();
        assertThat(page().getByLabel("Interviewers")).hasValue("Pat, Sam");

        workbench.button("Discard it").click();
        assertThat(page().getByLabel("Interviewers")).hasValue("");
        assertThat(workbench.heading("The same interview for 2 candidates")).isFocused();
        page().getByLabel("Interviewers").fill("Lee");
        workbench.button("Cancel").click();
        workbench.button("Same interview").click();
        assertThat(page().getByLabel("Interviewers")).hasValue("");
        assertThat(page().getByText("did not save yet")).isHidden();
    }

    @Test
    void an_elections_place_and_the_order_of_its_alternates_are_back_after_a_reload_and_gone_once_elected() {
        workbench.open(1440, 900, LOCATION + "/elect/" + id(1));
        page().getByLabel("Duty location").selectOption("Denver, CO");
        for (var place : new int[] {2, 3, 4}) {
            page().getByLabel("Add an alternate (optional)")
                    .selectOption(id(place).toString());
            workbench.button("Add alternate").click();
        }
        workbench.button("Up: " + whom(4)).click();
        workbench.button("Remove: " + whom(2)).click();
        kept("elect-" + id(1), "[\"" + id(4) + "\",\"" + id(3) + "\"]");
        page().reload();

        assertThat(page().getByLabel("Duty location")).hasValue("Denver, CO");
        assertThat(page().locator(".xgw-alternates li")).hasCount(2);
        assertThat(page().locator(".xgw-alternates li").first()).containsText(whom(4));
        assertThat(page().getByText("did not save yet is back")).isVisible();
        workbench.assertAccessible();
        workbench.button("Continue").click();
        workbench.says(1, "status", "ELECTED", "statusTitle", "Elected", "electing", List.of());
        workbench.button("Elect Candidate Number 1").click();
        assertThat(workbench.said()).hasText("Candidate Number 1 is elected. Your HR specialist is told.");
        assertThat(workbench.sent().get(0).body().path("alternates").toString())
                .isEqualTo("[\"" + id(4) + "\",\"" + id(3) + "\"]");
        page().waitForCondition(() -> workbench.drafts().isEmpty());
    }

    @Test
    void an_alternate_who_is_gone_meanwhile_is_named_and_the_rest_can_be_discarded() {
        workbench
                .drafts()
                .put(
                        "elect-" + id(1),
                        "{\"dutyLocation\": \"Denver, CO\", \"alternates\": [\"%s\", \"%s\"]}".formatted(id(2), id(3)));
        workbench.says(2, "status", "WITHDRAWN", "statusTitle", "Withdrew", "available", false);
        workbench.open(1440, 900, LOCATION + "/elect/" + id(1));

        assertThat(page().locator(".xgw-alternates li")).hasCount(1);
        assertThat(workbench.said()).hasText(whom(2) + " cannot be an alternate any more.");
        workbench.button("Discard it").click();
        assertThat(page().locator(".xgw-alternates li")).hasCount(0);
        assertThat(page().getByLabel("Duty location")).hasValue("");
        assertThat(workbench.heading("Elect Candidate Number 1")).isFocused();
        page().waitForCondition(() -> workbench.drafts().isEmpty());
    }

    /** Waits until that is kept for the person. */
    private void kept(String part, String text) {
        page().clock().runFor(1000);
        page().waitForCondition(() -> workbench.drafts().getOrDefault(part, "").contains(text));
    }

    // ---- what fits

    @Test
    void a_desk_shows_candidates_at_once_and_keeps_head_and_filters_in_sight() {
        workbench.open(1440, 900, "");
        var list = page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Candidates"));
        assertThat(workbench.rowOf("Candidate Number 1").first()).isVisible();
        list.evaluate("region => region.scrollTo(0, region.scrollHeight)");
        var top = list.boundingBox().y;
        assertThat(page().locator(".xgw-list thead th").nth(2).boundingBox().y).isBetween(top - 2, top + 4);
        assertThat(page().getByLabel("Find by name or number").boundingBox().y).isBetween(0.0, top);
        assertThat(isCut(page().locator("body"))).isFalse();
    }

    @Test
    void at_400_pixels_each_candidate_is_a_card_and_nothing_is_cut() {
        workbench.says(1, "name", "Wolfeschlegelsteinhausenbergerdorff-".repeat(3), "whyInShort", "X".repeat(120));
        workbench.open(400, 800, "");
        assertThat(isCut(page().locator("body"))).isFalse();
        assertThat(page().locator(".xgw-list tbody tr").nth(1).boundingBox().width)
                .isLessThanOrEqualTo(400);
        workbench.assertAccessible();
        workbench.button("Candidate Number 2").click();
        assertThat(workbench.heading("Candidate Number 2")).isFocused();
        workbench.button("Record contact").click();
        assertThat(isCut(page().locator("body"))).isFalse();
        workbench.assertAccessible();
    }

    private static boolean isCut(Locator element) {
        return (boolean) element.evaluate("each => document.documentElement.scrollWidth > window.innerWidth");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static String whom(int place) {
        return "Candidate Number " + place + " (A-" + place + ")";
    }

    private Page page() {
        return workbench.page();
    }
}
