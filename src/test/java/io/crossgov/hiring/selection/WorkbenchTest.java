package io.crossgov.hiring.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.crossgov.hiring.selection.SampleCandidateList.CASE;
import static io.crossgov.hiring.selection.SampleCandidateList.id;
import static io.crossgov.hiring.selection.WorkbenchInBrowser.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.crossgov.hiring.ui.Chromium;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One candidate at a time in the workbench, in a real browser west of UTC. */
class WorkbenchTest {

    private static final String SAM = "Sam <b>Ortiz</b>";

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
    void aCaseWithThreeCandidates() {
        workbench = new WorkbenchInBrowser(chromium, SampleCandidateList.of("Jordan Lee", SAM, "Kim Park"));
    }

    @AfterEach
    void closePage() {
        workbench.close();
    }

    // ---- the list

    @Test
    void the_list_shows_in_short_why_somebody_stands_there_and_text_stays_text() {
        workbench.says(
                1,
                "why",
                "Rated qualified, placed in the highest category (5 U.S.C. 3319(b)).",
                "whyInShort",
                "Qualified · CPS");
        workbench.open();

        var row = workbench.rowOf("Jordan Lee");
        assertThat(row).containsText("Qualified · CPS");
        assertThat(row).not().containsText("placed in the highest category");
        assertThat(row).containsText("Washington, DC; Denver, CO");
        assertThat(row).containsText("Referred");
        assertThat(row.getByRole(AriaRole.LINK)).hasAttribute("href", Pattern.compile("/api/documents/.+"));
        assertThat(workbench.button(SAM)).isVisible();
        assertThat(page().locator("td b, th b")).hasCount(0);
        workbench.assertAccessible();
        workbench.openCandidate("Jordan Lee");
        assertThat(page().getByText("placed in the highest category (5 U.S.C. 3319(b))"))
                .isVisible();
    }

    @Test
    void namesakes_are_told_apart_by_their_numbers_wherever_one_of_them_is_chosen() {
        workbench.says(2, "name", "Jordan Lee").says(3, "name", "Jordan Lee").open(1440, 900, "");
        assertThat(page().getByRole(AriaRole.BUTTON, WorkbenchInBrowser.named("Jordan Lee"))
                        .nth(1))
                .hasAccessibleDescription("A-2");
        page().getByLabel("Choose Jordan Lee (A-2)").check();
        page().getByLabel("Choose Jordan Lee (A-3)").check();
        workbench.assertAccessible();
        workbench.button("Contact").click();
        assertThat(page().locator(".xgw-whom li"))
                .hasText(new String[] {"Jordan Lee (A-2) · Referred", "Jordan Lee (A-3) · Referred"});
        workbench.button("Back to all candidates").click();
        workbench.button("Compare side by side").click();
        assertThat(page().getByRole(AriaRole.COLUMNHEADER))
                .hasText(new String[] {"Jordan Lee (A-2)", "Jordan Lee (A-3)"});
        workbench.button("Open Jordan Lee (A-3)").click();

        workbench.button("Elect Jordan Lee").click();
        page().getByLabel("Duty location").selectOption("Denver, CO");
        assertThat(page().getByLabel("Add an alternate (optional)").locator("option"))
                .hasText(new String[] {"Choose", "Jordan Lee (A-1), Referred", "Jordan Lee (A-2), Referred"});
        page().getByLabel("Add an alternate (optional)").selectOption(id(2).toString());
        workbench.button("Continue").click();
        assertThat(page().locator(".xgw-main dd"))
                .hasText(new String[] {"Jordan Lee (A-3)", "Denver, CO", "1. Jordan Lee (A-2)"});
    }

    @Test
    void a_button_of_the_main_act_can_be_read_under_the_pointer_and_while_it_is_refused() {
        workbench.open().openCandidate("Jordan Lee");
        var elect = workbench.button("Elect Jordan Lee");
        elect.hover();
        assertThat(contrastOf(elect)).isGreaterThan(4.5);
        elect.evaluate("button => button.disabled = true");
        assertThat(contrastOf(elect)).isGreaterThan(4.5);
    }

    /** Of the words with what is behind them (WCAG 2.2). */
    private static double contrastOf(Locator element) {
        return ((Number)
                        element.evaluate(
                                """
                        element => {
                          const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number)
                            .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
                            .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0.05);
                          const { color, backgroundColor } = getComputedStyle(element);
                          const both = [light(color), light(backgroundColor)].sort((one, other) => other - one);
                          return both[0] / both[1];
                        }"""))
                .doubleValue();
    }

    @Test
    void the_list_is_narrowed_by_name_status_and_location() {
        workbench.says(3, "status", "INTERVIEWED", "statusTitle", "Interviewed").open();

        page().getByLabel("Find by name or number").fill("kim");
        assertThat(page().locator("tbody tr")).hasCount(1);
        page().getByLabel("Find by name or number").fill("");
        page().getByLabel("Status").selectOption("INTERVIEWED");
        assertThat(page().locator("tbody tr")).hasCount(1);
        assertThat(page().locator(".xgw-count")).hasText("1 candidate");
    }

    @Test
    void who_is_looked_for_is_found_however_the_name_is_typed() {
        workbench
                .says(1, "name", "Siobhan O\u2019Brien")
                .says(2, "name", "Ren\u00E9e Saint\u2013Pierre", "applicantNumber", "CX\u2011007")
                .says(3, "name", "Ada  Lovelace");
        workbench.open();
        for (var typed : List.of("O'Brien", "siobhan  o\u02BCbrien", "Siobhan\u00A0O")) {
            finds(typed, "Siobhan O\u2019Brien");
        }
        for (var typed : List.of("Rene\u0301e", "saint-pierre", "cx-007", "\uFF23\uFF38", "Renee", "saint renee")) {
            finds(typed, "Ren\u00E9e Saint\u2013Pierre");
        }
        for (var typed : List.of("Ada ", " ada\tlovelace", "A\u200Bda\u200E")) {
            finds(typed, "Ada  Lovelace");
        }
        page().getByLabel("Find by name or number").fill("Renee O'Brien");
        assertThat(page().getByText("No candidate fits what you look for.")).isVisible();
        page().getByLabel("Find by name or number").fill("\u200B \u00A0");
        assertThat(page().locator("tbody tr")).hasCount(3);
    }

    private void finds(String typed, String name) {
        page().getByLabel("Find by name or number").fill(typed);
        assertThat(page().locator("tbody tr")).hasCount(1);
        assertThat(page().locator("tbody th")).containsText(name);
    }

    @Test
    void every_word_to_choose_from_is_the_servers() {
        ((ObjectNode) workbench.list().at("/words/statuses/0")).put("title", "On the list");
        ((ObjectNode) workbench.list().at("/words/answers/0")).put("title", "Says yes");
        ((ObjectNode) workbench.list().at("/words/scopes/1")).put("title", "Left for good");
        workbench.says(1, "contactedOn", "2026-03-01").open();

        assertThat(page().getByLabel("Status").locator("option")).hasCount(ReviewStatus.values().length + 1);
        assertThat(page().getByLabel("Status").locator("option").nth(1)).hasText("On the list");
        workbench.openCandidate("Jordan Lee");
        workbench.button("Record answer").click();
        assertThat(page().getByLabel("Says yes")).isVisible();
        workbench.button("Declined or withdrew").click();
        assertThat(page().getByLabel("Left for good")).isVisible();
    }

    // ---- written is not sent

    @Test
    void a_letter_that_did_not_go_out_is_marked_in_the_list_and_with_the_candidate_and_leads_to_what_to_do() {
        workbench.says(1, "status", "CONTACTED", "statusTitle", "Contacted", "contactedOn", "2026-03-02");
        workbench
                .row(1)
                .putObject("message")
                .put("id", "m-1")
                .put("state", "FAILED")
                .put("sentence", "The message did not go out. The mail server refused the message (550).")
                .put("needsSomebody", true)
                .put("whatToDo", "If the address is wrong, have OPM correct it.");
        workbench.open();

        var row = workbench.rowOf("Jordan Lee");
        assertThat(row).containsText("The message did not go out. The mail server refused the message (550).");
        assertThat(row.getByText("What to do")).hasAttribute("href", Pattern.compile("/cases/.+/notices/m-1"));
        workbench.assertAccessible();
        workbench.openCandidate("Jordan Lee");
        assertThat(page().locator("dd .xgw-undelivered")).containsText("did not go out");
        assertThat(page().locator("dd .xgw-undelivered")).containsText("If the address is wrong, have OPM correct it.");
        workbench.assertAccessible();
    }

    // ---- recording

    @Test
    void the_message_of_a_contact_is_read_before_it_is_sent_and_nothing_is_recorded() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Record contact").click();
        workbench.button("See the messages").click();

        var messages = page().getByRole(AriaRole.REGION, WorkbenchInBrowser.named("Messages that are sent"));
        assertThat(messages).isFocused();
        assertThat(messages).containsText("This message is sent when you are done. Nothing has been sent yet.");
        assertThat(messages).containsText("To Jordan Lee, a-1@mail.example: Position details");
        assertThat(messages).containsText("<b>a line</b>");
        workbench.assertAccessible();
        assertThat(workbench.sent()).hasSize(1);
        assertThat(workbench.sent().get(0).path()).isEqualTo(BASE + "/candidates/" + id(1) + "/contact");
        page().getByLabel("Your words to the candidate (optional)").fill("Hello.");
        assertThat(messages).hasCount(0);
        workbench.refuse(400, "The day is in the future.", "on");
        workbench.button("See the messages").click();
        assertThat(workbench.alert()).containsText("The day is in the future.");
    }

    @Test
    void the_messages_of_a_withdrawal_and_of_an_election_are_read_before_too() {
        workbench.open().openCandidate("Jordan Lee");
        var messages = page().getByRole(AriaRole.REGION, WorkbenchInBrowser.named("Messages that are sent"));
        workbench.button("Declined or withdrew").click();
        workbench.button("See the messages").click();
        assertThat(messages).isFocused();
        workbench.assertAccessible();
        workbench.button("Cancel").click();

        workbench.button("Elect Jordan Lee").click();
        page().getByLabel("Duty location").selectOption("Denver, CO");
        workbench.button("Continue").click();
        workbench.button("See the messages").click();
        assertThat(messages).isFocused();
        workbench.assertAccessible();
        assertThat(workbench.sent())
                .extracting(sent -> sent.path())
                .containsExactly(BASE + "/candidates/" + id(1) + "/withdrawal", BASE + "/elections");
        assertThat(workbench.heading("Confirm the election")).isVisible();
    }

    @Test
    void a_contact_is_saved_at_once_with_the_version_the_person_saw() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Record contact").click();
        assertThat(workbench.heading("Record a contact")).isFocused();
        workbench.assertAccessible();
        var day = page().getByLabel("Contacted on");
        assertThat(day).hasValue("03/02/2026");
        day.fill("18/11/2025");
        day.press("Tab");
        assertThat(day).hasValue("18/11/2025");
        assertThat(day)
                .hasAccessibleDescription(
                        "“18/11/2025” is not a date. Enter month, day and year, for example 11/18/2026.");
        workbench.assertAccessible();
        day.fill("Mar 2, 2026");
        day.press("Tab");
        assertThat(day).hasValue("03/02/2026");
        assertThat(day).hasAccessibleDescription("");
        page().getByLabel("Your words to the candidate (optional)").fill("We look for somebody like you.");
        workbench.says(
                1,
                "version",
                1,
                "status",
                "CONTACTED",
                "statusTitle",
                "Contacted",
                "contactedOn",
                "2026-03-02",
                "contactedBy",
                "Pat Manager");
        workbench.button("Save").click();

        assertThat(page().locator("dd").filter(new Locator.FilterOptions().setHasText("Mar 2, 2026 by Pat Manager")))
                .isVisible();
        assertThat(workbench.heading("Jordan Lee")).isFocused();
        assertThat(workbench.said()).hasText("Jordan Lee: Contact recorded.");
        assertThat(workbench.said()).isVisible();
        assertThat(workbench.sent()).hasSize(1);
        assertThat(workbench.sent().get(0).path()).isEqualTo(BASE + "/candidates/" + id(1) + "/contact");
        assertThat(workbench.sent().get(0).body().toString())
                .isEqualTo("{\"version\":0,\"on\":\"2026-03-02\",\"sendDetails\":true,"
                        + "\"message\":\"We look for somebody like you.\",\"document\":null,\"note\":null}");
    }

    @Test
    void a_day_is_typed_as_everywhere_and_what_is_none_stays_as_it_was_typed() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Schedule interview").click();
        var day = page().getByLabel("Date");
        for (var wrong : List.of("2/30/2027", "18/11/2026", "31.12.2026")) {
            day.fill(wrong);
            day.press("Tab");
            assertThat(page().locator(".xg-error"))
                    .hasText("“" + wrong + "” is not a date. Enter month, day and year, for example 11/18/2026.");
            assertThat(day).hasValue(wrong);
        }
        workbench.assertAccessible();

        // The server's sentence names the property; the person reads what was said at the field.
        workbench.refuse(400, "\"on\" must be a date, for example 2025-03-31.", "on");
        workbench.button("Save").click();
        assertThat(workbench.alert()).containsText("“31.12.2026” is not a date.");
        assertThat(workbench.alert()).not().containsText("2025-03-31");

        day.fill("Nov 18, 2026");
        day.press("Tab");
        assertThat(day).hasValue("11/18/2026");
        assertThat(page().locator(".xg-error")).hasCount(0);
    }

    @Test
    void an_interviews_time_says_its_zone_and_what_it_is_where_the_reader_is() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Schedule interview").click();
        assertThat(page().getByLabel("Time zone")).isHidden();
        assertThat(page().getByLabel("Time zone")).hasValue("America/New_York");
        page().getByLabel("Date").fill("2026-03-08");
        page().getByLabel("Time (optional)").fill("10:30");
        assertThat(page().getByLabel("Time zone")).isVisible();
        page().getByLabel("Time zone").selectOption("Pacific/Guam");
        page().getByLabel("Interviewers").fill("Pat, Sam");
        workbench.says(
                1,
                "version",
                1,
                "interviewOn",
                "2026-03-08",
                "interviewTime",
                "10:30",
                "interviewZone",
                "Pacific/Guam",
                "interviewZoneTitle",
                "Chamorro Time (Guam)");
        workbench.button("Save").click();

        assertThat(page().locator("dd").filter(new Locator.FilterOptions().setHasText("Chamorro")))
                .hasText("Mar 8, 2026, 10:30 AM, Chamorro Time (Guam) (Mar 7, 2026, 7:30 PM where you are)");
        assertThat(workbench.sent().get(0).body().path("zone").asText()).isEqualTo("Pacific/Guam");
    }

    @Test
    void what_a_colleague_changed_first_is_shown_and_nothing_typed_is_lost() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Write notes").click();
        page().getByLabel("Notes on this candidate").fill("Mine");
        workbench.says(1, "version", 4, "notes", "Theirs");
        workbench.refuse(409, "Pat Manager changed this candidate's record while you worked on it.");
        workbench.button("Save").click();

        assertThat(workbench.alert()).hasText("Pat Manager changed this candidate's record while you worked on it.");
        assertThat(workbench.alert()).isFocused();
        assertThat(page().getByText("Theirs")).isVisible();
        assertThat(page().getByLabel("Notes on this candidate")).hasValue("Mine");
        workbench.refuseNothing();
        workbench.button("Save").click();
        assertThat(workbench.alert()).hasCount(0);
        assertThat(workbench.sent().get(1).body().path("version").asInt()).isEqualTo(4);
    }

    @Test
    void changes_of_others_appear_by_themselves_with_who_made_them_while_typing_goes_on() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Write notes").click();
        page().getByLabel("Notes on this candidate").fill("Half a sen");
        workbench.says(
                1,
                "version",
                1,
                "changedBy",
                "Pat Manager",
                "changedAt",
                "2026-03-02T15:00:00Z",
                "status",
                "INTERESTED",
                "statusTitle",
                "Interested");
        page().clock().runFor(5000);

        assertThat(page().locator(".xgw-main .xgw-status")).hasText("Interested");
        assertThat(workbench.said()).hasText("Changed just now by Pat Manager: Jordan Lee, Interested.");
        assertThat(page().getByText("Mar 2, 2026, 10:00 AM EST by Pat Manager")).isVisible();
        assertThat(page().getByLabel("Notes on this candidate")).hasValue("Half a sen");
        assertThat(page().getByLabel("Notes on this candidate")).isFocused();
        var asked = workbench.answers().size();
        page().clock().runFor(9000);
        page().waitForCondition(() -> workbench.answers().size() > asked);
        assertThat(workbench.answers().get(workbench.answers().size() - 1)).isEqualTo(304);
    }

    @Test
    void who_is_signed_out_keeps_what_was_typed_and_is_led_to_sign_in_again() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Write notes").click();
        page().getByLabel("Notes on this candidate").fill("Half a sen");
        workbench.refuse(401, "Please sign in.");
        page().clock().runFor(5000);

        var line = page().locator(".xgw-connection");
        assertThat(line).hasText("Please sign in. What you see may be out of date. Sign in again (in a new tab)");
        assertThat(line.getByRole(AriaRole.LINK)).hasAttribute("href", "/sign-in");
        workbench.assertAccessible();

        workbench.refuseNothing();
        page().clock().runFor(5000);
        assertThat(line).isHidden();
        assertThat(page().getByLabel("Notes on this candidate")).hasValue("Half a sen");
    }

    @Test
    void what_the_person_changed_in_another_window_is_not_announced_as_a_colleagues() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.says(
                1, "version", 1, "changedBy", "Pat Manager", "changedByReader", true, "statusTitle", "Contacted");
        page().clock().runFor(5000);
        assertThat(workbench.said()).hasText("Changed just now by you in another window: Jordan Lee, Contacted.");

        // What no record tells of, such as the certificate review, is nobody's: the record's last change is an older
        // one.
        workbench.says(1, "statusTitle", "Not selected");
        page().clock().runFor(5000);
        assertThat(workbench.said()).hasText("Changed just now: Jordan Lee, Not selected.");

        // A status that is as it was is not what changed.
        workbench.says(1, "version", 2, "changedBy", "Pat Manager", "changedByReader", false, "notes", "Calls back");
        page().clock().runFor(5000);
        assertThat(workbench.said()).hasText("Changed just now by Pat Manager: Jordan Lee.");
    }

    @Test
    void ones_own_change_is_not_announced_as_somebody_elses_however_slow_the_answer() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Write notes").click();
        page().getByLabel("Notes on this candidate").fill("Mine");
        workbench.says(1, "version", 1, "notes", "Mine");
        workbench.holdAnswers();
        workbench.button("Save").click();
        page().waitForCondition(workbench::isHolding);
        page().clock().runFor(9000);
        workbench.answerLate();

        assertThat(workbench.said()).hasText("Jordan Lee: Notes saved.");
        page().clock().runFor(5000);
        page().waitForCondition(
                        () -> workbench.answers().get(workbench.answers().size() - 1) == 304);
        assertThat(workbench.said()).hasText("Jordan Lee: Notes saved.");
    }

    @Test
    void a_refusal_marks_the_field_it_is_about() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Declined or withdrew").click();
        assertThat(page().getByRole(AriaRole.RADIO)).hasCount(2);
        workbench.assertAccessible();
        workbench.refuse(
                400, "Say whether the candidate declined your agency only or withdrew from all agencies.", "scope");
        workbench.button("Save").click();

        assertThat(workbench.alert()).containsText("Say whether the candidate declined");
        assertThat(page().getByRole(AriaRole.RADIO).first()).hasAttribute("aria-invalid", "true");
        assertThat(workbench.sent().get(0).body().path("scope").isNull()).isTrue();
        workbench.assertAccessible();
    }

    @Test
    void a_withdrawal_carries_its_scope_and_the_uploaded_documents() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Declined or withdrew").click();
        page().getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Asks to withdraw from all")))
                .check();
        page().getByLabel("What the candidate wrote (asked for when it is about all agencies)")
                .setInputFiles(
                        new FilePayload("letter.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        assertThat(page().getByText("letter.pdf (2 KB)")).isVisible();
        workbench.button("Save").click();
        assertThat(workbench.said()).hasText("Jordan Lee: Recorded. OPM is told.");

        var body = workbench.sent().get(1).body();
        assertThat(body.path("scope").asText()).isEqualTo("ALL_AGENCIES");
        assertThat(body.path("documents").toString()).isEqualTo("[\"d-new\"]");
    }

    // ---- electing

    @Test
    void an_election_by_keyboard_names_ordered_alternates_and_asks_for_confirmation() {
        workbench.open();
        workbench.button("Jordan Lee").focus();
        page().keyboard().press("Enter");
        workbench.button("Elect Jordan Lee").focus();
        page().keyboard().press("Enter");
        assertThat(workbench.heading("Elect Jordan Lee")).isFocused();
        workbench.assertAccessible();
        workbench.button("Continue").click();
        assertThat(page().getByText("Choose the duty location.")).isVisible();
        page().getByLabel("Duty location").selectOption("Denver, CO");
        for (var alternate : List.of(2, 3)) {
            page().getByLabel("Add an alternate (optional)")
                    .selectOption(id(alternate).toString());
            workbench.button("Add alternate").press("Enter");
        }
        workbench.button("Up: Kim Park (A-3)").press("Enter");
        assertThat(page().locator(".xgw-alternates li").first()).containsText("Kim Park (A-3)");
        assertThat(page().locator(".xgw-alternates li").first()).isFocused();
        workbench.button("Continue").press("Enter");
        assertThat(workbench.heading("Confirm the election")).isFocused();
        assertThat(page().getByText("1. Kim Park (A-3)")).isVisible();
        assertThat(workbench.sent()).isEmpty();
        workbench.says(1, "status", "ELECTED", "statusTitle", "Elected", "electing", List.of());
        workbench.button("Elect Jordan Lee").press("Enter");

        assertThat(workbench.heading("Jordan Lee")).isFocused();
        assertThat(workbench.said()).hasText("Jordan Lee is elected. Your HR specialist is told.");
        assertThat(workbench.sent()).hasSize(1);
        assertThat(workbench.sent().get(0).path()).isEqualTo(BASE + "/elections");
        assertThat(workbench.sent().get(0).body().toString())
                .isEqualTo("{\"candidateId\":\"" + id(1) + "\",\"dutyLocation\":\"Denver, CO\",\"alternates\":[\""
                        + id(3) + "\",\"" + id(2) + "\"]}");
        assertThat(workbench.button("Elect Jordan Lee")).hasCount(0);
    }

    @Test
    void who_was_picked_as_an_alternate_and_not_added_is_in_the_election_all_the_same() {
        workbench.open().openCandidate("Jordan Lee");
        workbench.button("Elect Jordan Lee").click();
        page().getByLabel("Duty location").selectOption("Denver, CO");
        page().getByLabel("Add an alternate (optional)").selectOption(id(3).toString());
        workbench.button("Continue").click();

        assertThat(workbench.heading("Confirm the election")).isFocused();
        assertThat(page().getByText("1. Kim Park (A-3)")).isVisible();
        assertThat(workbench.said()).hasText("Kim Park (A-3) is alternate 1.");
        workbench.button("Elect Jordan Lee").click();
        page().waitForCondition(() -> !workbench.sent().isEmpty());
        assertThat(workbench.sent().get(0).body().path("alternates").toString()).isEqualTo("[\"" + id(3) + "\"]");
    }

    @Test
    void when_nobody_can_be_elected_the_reason_stands_at_the_top() {
        workbench.list().put("electingRefused", "Your agency's own employees may apply until 2026-03-09.");
        workbench.open();
        assertThat(page().getByText("Your agency's own employees may apply until 2026-03-09."))
                .isVisible();
        workbench.openCandidate("Jordan Lee");
        assertThat(workbench.button("Record contact")).isVisible();
        assertThat(workbench.button("Elect Jordan Lee")).hasCount(0);
    }

    @Test
    void L14_who_cannot_be_elected_shows_the_rule_in_words_and_leads_to_whoever_comes_first() {
        workbench
                .list()
                .withArray("obstacles")
                .add(SampleCandidateList.obstacle(
                        "L14",
                        "Jordan Lee is a preference eligible and comes first (5 U.S.C. 3318(c), 3319(c)). Elect Jordan Lee; or …",
                        1));
        workbench.says(
                1, "why", "Best qualified. 5-point preference: before those without preference (5 U.S.C. 3319(b)).");
        workbench.row(2).path("electing").forEach(one -> ((ObjectNode) one)
                .put("allowed", false)
                .put("rule", "L14")
                .put("obstacle", 0));
        workbench.open();
        assertThat(workbench.rowOf(SAM)).containsText("Cannot be elected now");
        assertThat(workbench.rowOf("Kim Park")).containsText("Can be elected");

        workbench.openCandidate(SAM);
        assertThat(
                        page().getByText(
                                        "Denver, CO; Washington, DC: Jordan Lee is a preference eligible and comes first (5 U.S.C. 3318(c), 3319(c))."))
                .isVisible();
        assertThat(page().getByText("No preference eligible is passed over")).hasAttribute("href", "/law#L14");
        assertThat(workbench.button("Elect " + SAM)).hasCount(0);
        workbench.assertAccessible();
        workbench.button("Open Jordan Lee").click();
        assertThat(workbench.heading("Jordan Lee")).isFocused();
        assertThat(page().getByText("before those without preference (5 U.S.C. 3319(b))"))
                .isVisible();
    }

    @Test
    void L15_OPM_is_asked_to_pass_over_and_the_request_is_withdrawn_with_a_confirmation_each() {
        workbench.says(1, "preferred", true, "mayAskToPassOver", true).open();
        workbench.openCandidate("Jordan Lee");
        workbench.button("Ask to pass over").click();
        workbench.assertAccessible();
        workbench
                .says(1, "mayAskToPassOver", false, "passOver", SampleCandidateList.passOver())
                .says(1, "mayHoldVacancy", true);
        workbench.button("Ask").click();
        assertThat(page().getByRole(
                                AriaRole.LINK, new Page.GetByRoleOptions().setName("4 File Pass-over or Objection")))
                .hasAttribute(
                        "href",
                        "/go/task?case=" + CASE + "&task=file-pass-over&passOver="
                                + SampleCandidateList.passOver().path("id").asText());
        workbench.button("Hold a vacancy").click();
        workbench.button("Cancel").click();
        workbench.button("Withdraw the pass-over").click();
        workbench.button("Withdraw the request").click();
        assertThat(workbench.said()).hasText("Jordan Lee: The request is withdrawn.");

        var passOver = BASE + "/candidates/" + id(1) + "/pass-over";
        assertThat(workbench.sent())
                .extracting(WorkbenchInBrowser.Sent::method, WorkbenchInBrowser.Sent::path)
                .containsExactly(tuple("POST", passOver), tuple("DELETE", passOver));
    }

    @Test
    void the_next_alternate_of_a_lost_selection_is_elected_with_one_action() {
        workbench.list().withArray("nextAlternates").add(SampleCandidateList.nextAlternate(3, "Kim Park"));
        workbench.open();
        assertThat(page().getByText("The selection of Ann Gone ended. The next alternate is Kim Park."))
                .isVisible();
        workbench.assertAccessible();
        workbench.button("Elect Kim Park for Denver, CO").click();
        assertThat(workbench.heading("Kim Park")).isFocused();
        assertThat(workbench.sent()).hasSize(1);
        assertThat(workbench.sent().get(0).path()).matches(BASE + "/selections/.+/next-alternate");
    }

    // 5 U.S.C. 3319(c)(1): a permission, and not taken back.
    @Test
    void L13_categories_are_merged_by_a_decision_that_is_asked_for_twice() {
        mayMerge();
        workbench.open();
        assertThat(page().getByText("Best qualified has 2 candidates left, fewer than 3."))
                .isVisible();
        workbench.button("Merge with Well qualified").click();
        assertThat(workbench.button("Merge Best qualified with Well qualified now"))
                .isFocused();
        workbench.assertAccessible();
        workbench.button("Not now").click();
        assertThat(workbench.button("Merge with Well qualified")).isFocused();
        assertThat(workbench.sent()).isEmpty();
        page().keyboard().press("Enter");
        page().keyboard().press("Enter");
        assertThat(workbench.heading("Referred candidates")).isFocused();
        assertThat(workbench.sent())
                .extracting(WorkbenchInBrowser.Sent::method, WorkbenchInBrowser.Sent::path)
                .containsExactly(tuple("POST", BASE + "/merge"));
    }

    @Test
    void L13_who_does_not_elect_reads_that_categories_may_be_merged_and_has_no_button() {
        mayMerge();
        workbench.list().put("mayElect", false);
        workbench.open();
        assertThat(page().getByText("Best qualified has 2 candidates left, fewer than 3."))
                .isVisible();
        assertThat(workbench.button("Merge with Well qualified")).hasCount(0);
    }

    private void mayMerge() {
        ((ObjectNode) workbench.list().path("referral"))
                .putObject("mayMerge")
                .put(
                        "why",
                        "Best qualified has 2 candidates left, fewer than 3. The hiring manager can elect from it, or first merge"
                                + " it with Well qualified: both then compete as one category, and a preference eligible of either comes"
                                + " first. A merge stays on record and is not taken back (5 U.S.C. 3319(c)).")
                .put("button", "Merge with Well qualified")
                .put("confirm", "Merge Best qualified with Well qualified now")
                .put("done", "Best qualified is merged with Well qualified.");
    }

    // ---- who may what

    @Test
    void who_only_looks_has_nothing_to_change() {
        workbench.list().put("mayReview", false).put("mayElect", false);
        workbench.open();
        assertThat(page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Choose")))
                .hasCount(0);
        workbench.openCandidate("Jordan Lee");
        assertThat(page().locator(".xgw-actions button")).hasCount(0);
    }

    @Test
    void before_access_is_approved_the_sentence_stands_there_and_nobody_is_shown() {
        workbench.refuse(403, "OPM has not approved your agency's access to this pool yet.");
        workbench.open();
        assertThat(workbench.alert()).hasText("OPM has not approved your agency's access to this pool yet.");
        assertThat(page().locator("table")).hasCount(0);
    }

    // ---- closing the case

    @Test
    void the_case_is_closed_from_the_list_only_with_a_reason_and_a_confirmation() {
        workbench.open();
        var closing = page().getByText("Close the case without selecting anybody");
        workbench.openCandidate("Jordan Lee");
        assertThat(closing).isHidden();
        workbench.button("Elect Jordan Lee").click();
        assertThat(closing).isHidden();
        workbench.button("Back to all candidates").click();
        closing.click();
        workbench.assertAccessible();
        page().getByLabel("Why will nobody else be selected?").fill("Nobody fits.");
        page().getByLabel("Yes, close this case for good").check();

        assertThat(page().evaluate("() => answers()")).isEqualTo(Map.of("reason", "Nobody fits.", "confirmed", true));
    }

    private Page page() {
        return workbench.page();
    }
}
