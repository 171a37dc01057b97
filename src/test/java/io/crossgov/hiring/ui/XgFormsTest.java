package io.crossgov.hiring.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The runtime of the HTML task forms in a real browser west of UTC, without a server. */
class XgFormsTest {

    private static final String ORIGIN = "http://forms.test";

    private static Chromium chromium;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @AfterEach
    void closePage() {
        page.context().close();
    }

    @Test
    void a_form_shows_what_is_known_and_sends_it_back_as_one_json_variable() {
        open(
                """
                <p>Case <strong data-text="caseNumber"></strong>, <span data-text="pool.title"></span></p>
                <label>PD number <input data-field="pdNumber"></label>
                <label>Needed by <input data-field="neededBy" type="date"></label>
                <label>Vacancies <input data-field="vacancies" type="number"></label>
                <label><input data-field="remote" type="checkbox"> Remote</label>
                <label>Notes <textarea data-field="notes"></textarea></label>
                """,
                """
                {caseNumber: 'XGH-2026-000001', pool: {title: 'Customer Experience Strategist'}, pdNumber: 'PD-7',
                 neededBy: '2026-03-04', vacancies: 2, remote: true, notes: null}""");

        assertThat(page.locator("p").first()).hasText("Case XGH-2026-000001, Customer Experience Strategist");
        assertThat(page.getByLabel("Needed by")).hasValue("03/04/2026");
        page.getByLabel("PD number").fill("  PD-8 ");

        assertThat(page.evaluate("() => camForm.complete()"))
                .isEqualTo(
                        Map.of(
                                "form",
                                Map.of(
                                        "type",
                                        "Json",
                                        "value",
                                        "{\"pdNumber\":\"PD-8\",\"neededBy\":\"2026-03-04\",\"vacancies\":2,\"remote\":true,\"notes\":null}")));
    }

    @Test
    void a_form_nobody_changed_is_sent_all_the_same() {
        open("<label>Title <input data-field='title'></label>", "{title: 'Strategist'}");

        assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("title", "Strategist"));
    }

    @Test
    void a_form_without_a_view_starts_empty() {
        open("<label>Title <input data-field='title'></label>", "null");
        page.getByLabel("Title").fill("Strategist");

        assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("title", "Strategist"));
    }

    @Test
    void form_b_has_one_row_for_each_statement_and_answers_with_all_of_them() {
        open(
                """
                <div data-each="statements" data-into="answers" data-key="id"><template>
                  <fieldset>
                    <legend data-text="text"></legend>
                    <label><input type="radio" name="important" data-field="important" value="true"> Yes</label>
                    <label><input type="radio" name="important" data-field="important" value="false"> No</label>
                  </fieldset>
                </template></div>
                """,
                "{statements: [{id: 1, text: 'Leads research'}, {id: 2, text: 'Designs services', important: false}]}");

        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Leads research"))
                .getByLabel("Yes")
                .check();

        assertThat(page.evaluate("() => answers().answers"))
                .isEqualTo(List.of(Map.of("id", 1, "important", "true"), Map.of("id", 2, "important", "false")));
    }

    @Test
    void an_unanswered_statement_is_sent_as_unanswered() {
        open(
                """
                <div data-each="statements" data-into="answers" data-key="id"><template>
                  <label><input type="radio" name="important" data-field="important" value="true"> Yes</label>
                </template></div>
                """,
                "{statements: [{id: 1}]}");

        assertThat(page.evaluate("() => JSON.stringify(answers().answers)"))
                .isEqualTo("[{\"id\":1,\"important\":null}]");
    }

    @Test
    void a_coordinator_adds_and_removes_certificate_recipients() {
        open(
                """
                <div data-each="recipients" data-into="recipients" data-min="1"><template>
                  <div><label>Name <input data-field="name"></label><button type="button" data-remove>Remove</button></div>
                </template></div>
                <button type="button" data-add="recipients">Add a recipient</button>
                """,
                "{}");

        page.getByLabel("Name").fill("Ada");
        page.getByText("Add a recipient").click();
        assertThat(page.getByLabel("Name").nth(1)).isFocused();
        page.getByLabel("Name").nth(1).fill("Grace");
        page.getByText("Add a recipient").click();
        page.getByText("Remove").nth(2).click();
        assertThat(page.getByLabel("Name").nth(1)).isFocused();

        assertThat(page.evaluate("() => answers().recipients.map(r => r.name)")).isEqualTo(List.of("Ada", "Grace"));
    }

    @Test
    void the_messages_that_answers_would_send_are_read_before_they_are_sent() {
        open(
                """
                <label>Comment <input data-field="comment"></label>
                <p><button type="button" data-messages>See the messages</button></p>
                """,
                "{}");
        var asked = new ArrayList<String>();
        page.route("**/api/tasks/task-1/messages", route -> {
            asked.add(route.request().postData());
            route.fulfill(
                    new Route.FulfillOptions()
                            .setStatus(asked.size() == 1 ? 200 : 400)
                            .setContentType("application/json")
                            .setBody(
                                    asked.size() == 1
                                            ? "[{\"title\":\"Job offer\",\"to\":\"Ada, ada@mail.example\",\"subject\":\"S\",\"text\":\"T\"}]"
                                            : "{\"detail\":\"Say more.\",\"errors\":[{\"field\":\"comment\",\"sentence\":\"Say more.\"}]}"));
        });
        page.getByLabel("Comment").fill("Welcome");
        page.getByText("See the messages").click();
        assertThat(page.getByLabel("Messages that are sent")).containsText("To Ada, ada@mail.example: Job offer");
        assertThat(page.getByLabel("Messages that are sent")).isFocused();
        page.getByLabel("Comment").fill("W");
        assertThat(page.getByLabel("Messages that are sent")).hasCount(0);
        page.getByText("See the messages").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say more.");
        assertThat(asked).containsExactly("{\"comment\":\"Welcome\"}", "{\"comment\":\"W\"}");
    }

    @Test
    void the_form_that_starts_a_process_and_what_else_a_form_does_show_their_messages_too() {
        open(
                """
                <label><input type="checkbox" data-field="requestPortalAccount"> Ask for an account</label>
                <p><button type="button" data-messages>See the messages</button></p>
                <p><button type="button" data-other>See those of the request</button></p>
                """,
                "{}",
                """
                {onView: (view, root, form) => {
                   const see = root.querySelector('[data-other]');
                   see.addEventListener('click', () => form.messages(see, () => xg.api.messagesOf('POST', '/api/cases/X/other')));
                 }}, null""");
        var asked = new ArrayList<String>();
        page.route("**/api/cases**", route -> {
            var request = route.request();
            asked.add(request.headerValue("X-XG-Preview") + " " + request.postData());
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(200)
                    .setContentType("application/json")
                    .setBody("[{\"title\":\"Account\",\"to\":\"the help desk\",\"subject\":\"S\",\"text\":\"T\"}]"));
        });
        page.route("**/api/cases/X/other", route -> {
            asked.add("other " + route.request().headerValue("X-XG-Preview"));
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(409)
                    .setContentType("application/json")
                    .setBody("{\"detail\":\"OPM has your request already.\"}"));
        });
        page.getByLabel("Ask for an account").check();
        page.getByText("See the messages").click();
        assertThat(page.getByLabel("Messages that are sent")).containsText("To the help desk: Account");
        page.getByText("See those of the request").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("OPM has your request already.");
        assertThat(asked).containsExactly("messages {\"requestPortalAccount\":true}", "other messages");
    }

    @Test
    void chosen_duty_locations_make_one_list() {
        open(
                """
                <fieldset data-each="pool.locations"><template>
                  <label><input type="checkbox" data-list="dutyLocations" data-value="."> <span data-text="."></span></label>
                </template></fieldset>
                """,
                "{pool: {locations: ['Washington, DC', 'Remote', 'Denver, CO']}, dutyLocations: ['Remote']}");

        page.getByLabel("Washington, DC").check();

        assertThat(page.evaluate("() => answers().dutyLocations")).isEqualTo(List.of("Washington, DC", "Remote"));
    }

    @Test
    void a_freeze_ground_is_chosen_from_those_of_the_case() {
        open(
                """
                <label>Ground <select data-field="groundId" data-options="grounds" data-option-value="id" data-option-text="text">
                  <option value="">Choose a ground</option></select></label>
                """,
                "{grounds: [{id: 7, text: 'Public safety'}, {id: 8, text: 'Exempted by OPM'}], groundId: 8}");

        assertThat(page.getByLabel("Ground")).hasValue("8");
        page.getByLabel("Ground").selectOption("Public safety");

        assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("groundId", "7"));
    }

    @Test
    void what_does_not_apply_is_hidden_and_not_sent() {
        open(
                """
                <label>Source <select data-field="source"><option>EXISTING</option><option>NEW</option></select></label>
                <div data-show="source=EXISTING"><label>PD number <input data-field="pdNumber"></label></div>
                <label><input type="checkbox" data-field="classified"> Classified</label>
                <div data-show="classified"><label>Classified on <input type="date" data-field="classifiedOn"></label>
                  <p data-show="classifiedOn" id="deep">Thank you</p></div>
                <div data-show="!classified"><label>Requested on <input type="date" data-field="requestedOn"></label></div>
                """,
                "{source: 'EXISTING', pdNumber: 'PD-7'}");

        page.getByLabel("Classified", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.getByLabel("Classified on").fill("2026-03-04");
        assertThat(page.locator("#deep")).isVisible();
        assertThat(page.getByLabel("Requested on")).isHidden();
        assertThat(page.evaluate("() => answers()"))
                .isEqualTo(Map.of(
                        "source", "EXISTING", "pdNumber", "PD-7", "classified", true, "classifiedOn", "2026-03-04"));

        page.getByLabel("Source").selectOption("NEW");
        page.getByLabel("Classified", new Page.GetByLabelOptions().setExact(true))
                .uncheck();
        page.getByLabel("Requested on").fill("2026-03-05");
        assertThat(page.locator("#deep")).isHidden();
        assertThat(page.evaluate("() => answers()"))
                .isEqualTo(Map.of("source", "NEW", "classified", false, "requestedOn", "2026-03-05"));
    }

    @Test
    void a_refusal_is_said_at_the_top_with_the_focus_and_marks_its_field() {
        open("<label>PD number <input data-field='pdNumber'></label>", "{}");

        page.evaluate(
                """
                () => camForm.complete({message: 'Cannot submit task form 4711: The PD number is missing.', field: 'pdNumber'})""");

        var alert = page.getByRole(AriaRole.ALERT);
        assertThat(alert).isFocused();
        assertThat(alert).containsText("The PD number is missing.");
        assertThat(alert).not().containsText("4711");
        assertThat(page.getByLabel("PD number")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("PD number")).hasAccessibleDescription("The PD number is missing.");
        alert.getByRole(AriaRole.LINK).click();
        assertThat(page.getByLabel("PD number")).isFocused();

        page.evaluate("() => camForm.complete()");
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(page.locator("[aria-invalid]")).hasCount(0);
    }

    @Test
    void a_refusal_about_one_row_marks_that_row() {
        open(
                """
                <div data-each="recipients" data-into="recipients"><template>
                  <label>E-mail <input data-field="email"></label></template></div>
                """,
                "{recipients: [{email: 'a@gsa.gov'}, {email: 'wrong'}]}");

        page.evaluate(
                "() => camForm.complete({message: 'The e-mail address is not valid.', field: 'recipients[1].email'})");

        assertThat(page.locator("input").nth(0)).not().hasAttribute("aria-invalid", "true");
        assertThat(page.locator("input").nth(1)).hasAttribute("aria-invalid", "true");
    }

    @Test
    void everything_that_is_wrong_is_said_in_the_order_of_the_form_each_a_link_and_each_at_its_answer() {
        open(
                """
                <label>PD number <input data-field="pdNumber"></label>
                <fieldset><legend>Source</legend>
                  <label><input type="radio" name="source" data-field="source" value="NEW"> New</label></fieldset>
                <div data-each="recipients" data-into="recipients" data-min="1"><template>
                  <label>E-mail <input data-field="email"></label></template></div>
                <label>Phone <input data-field="phone"></label>
                """,
                "{}");

        page.evaluate(
                """
                () => camForm.complete({message: 'Enter your phone.', field: 'phone', errors: [
                  {field: 'phone', sentence: 'Enter your phone.'},
                  {field: 'recipients[0].email', sentence: 'Enter the address.'},
                  {field: 'nowhere', sentence: 'The pool is closed.'},
                  {field: 'source', sentence: 'Say where it comes from.'},
                  {field: 'pdNumber', sentence: 'Enter the number.'}]})""");

        var summary = page.getByRole(AriaRole.ALERT);
        assertThat(summary).isFocused();
        assertThat(summary.getByRole(AriaRole.LISTITEM)).hasText(new String[] {
            "Enter the number.",
            "Say where it comes from.",
            "Enter the address.",
            "Enter your phone.",
            "The pool is closed."
        });
        assertThat(summary.getByRole(AriaRole.LINK)).hasCount(4);
        assertThat(page.locator("[aria-invalid]")).hasCount(4);
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Source")))
                .hasAccessibleDescription("Say where it comes from.");
        summary.getByText("Say where it comes from.").click();
        assertThat(page.getByLabel("New")).isFocused();
        summary.getByText("Enter the address.").click();
        assertThat(page.getByLabel("E-mail")).isFocused();
        assertThat(page.getByLabel("E-mail")).hasAccessibleDescription("Enter the address.");
        page.getByLabel("E-mail").press("Shift+Tab");

        page.evaluate("() => camForm.complete()");
        assertThat(page.locator("[data-xg-alert], .xg-error, [aria-invalid], [aria-describedby]"))
                .hasCount(0);
    }

    @Test
    void what_a_rule_forbids_leads_to_what_the_rule_asks_each_rule_once_and_no_step() {
        open("<label>Phone <input data-field=\"phone\"></label>", "{}");

        page.evaluate(
                """
                () => camForm.complete({errors: [
                  {field: 'phone', rule: 'L6', sentence: 'Enter your phone.'},
                  {rule: 'L6', sentence: 'The position is frozen.'},
                  {rule: 'step 5', sentence: 'The SF-52 number is missing.'},
                  {rule: 'D1', sentence: 'The pool is closed.'}]})""");

        var rules = page.getByRole(AriaRole.ALERT).locator("a[target]");
        assertThat(rules).hasText(new String[] {"Exempt from the hiring freeze", "How long a certificate may be used"});
        assertThat(rules.nth(0)).hasAttribute("href", "/law#L6");
        assertThat(rules.nth(1)).hasAttribute("href", "/law#D1");

        page.evaluate("() => camForm.complete({message: 'The position is frozen.', rule: 'L6'})");
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("The position is frozen.The rule: Exempt from the hiring freeze (in a new tab)");
    }

    @Test
    void what_was_said_about_an_answer_goes_when_it_is_answered_or_not_asked_any_more() {
        open(
                """
                <fieldset><legend>Answer</legend>
                  <label><input type="radio" name="answer" data-field="answer" value="QUESTION"> Needs to know more</label>
                  <label><input type="radio" name="answer" data-field="answer" value="NO"> Declined</label></fieldset>
                <label data-show="answer=QUESTION">Question <input data-field="question"></label>
                <label>Called on <input type="date" data-field="calledOn"></label>
                <label>Phone <input data-field="phone"></label>
                """,
                "{answer: 'QUESTION'}");
        page.getByLabel("Called on").fill("31.12.2025");
        page.evaluate(
                """
                () => camForm.complete({errors: [
                  {field: 'answer', sentence: 'Say what the answer is.'},
                  {field: 'question', sentence: 'Write down the question.'},
                  {field: 'calledOn', sentence: 'The answer to "called on" must be a date.'},
                  {field: 'phone', sentence: 'Enter a phone number.'}]})""");
        var sentences = page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LISTITEM);
        assertThat(sentences).hasText(new String[] {
            "Say what the answer is.",
            "Write down the question.",
            "“31.12.2025” is not a date. Enter month, day and year, for example 11/18/2026.",
            "Enter a phone number."
        });

        // The other answer of the choice: what was said about the choice is over, and about the question that it hides.
        page.getByLabel("Declined").check();
        assertThat(sentences).hasCount(2);
        assertThat(page.getByText("There are problems with 2 answers")).isVisible();
        assertThat(page.locator(".xg-error")).hasCount(2);
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Answer")))
                .hasAccessibleDescription("");

        // Another text that is no date either is still wrong; a phone number that was entered is not.
        page.getByLabel("Called on").fill("soon");
        page.getByLabel("Phone").fill("202-555-0100");
        page.getByLabel("Phone").press("Tab");
        assertThat(page.locator(".xg-error"))
                .hasText("“soon” is not a date. Enter month, day and year, for example 11/18/2026.");
        page.getByLabel("Called on").fill("12/31/2025");
        page.getByLabel("Called on").press("Tab");
        assertThat(page.locator("[data-xg-alert], .xg-error, [aria-invalid]")).hasCount(0);
    }

    @Test
    void the_answer_at_which_it_stood_mends_a_choice_too() {
        open(
                """
                <fieldset><legend>Answer</legend>
                  <label><input type="radio" name="answer" data-field="answer" value="YES"> Accepted</label>
                  <label><input type="radio" name="answer" data-field="answer" value="NO"> Declined</label></fieldset>
                <label data-show="answer=NO">Reason <input data-field="reason"></label>
                <fieldset><legend>Locations</legend>
                  <label><input type="checkbox" data-list="locations" value="Remote"> Remote</label>
                  <label><input type="checkbox" data-list="locations" value="Boise"> Boise</label></fieldset>
                """,
                "{answer: 'NO'}");
        page.evaluate(
                """
                () => camForm.complete({errors: [
                  {field: 'answer', sentence: 'Say what the answer is.'},
                  {field: 'reason', sentence: 'Give the reason.'},
                  {field: 'locations', sentence: 'Choose one.'}]})""");
        assertThat(page.locator(".xg-error")).hasCount(3);
        var failures = new ArrayList<String>();
        page.onPageError(failures::add);

        // The first answer of a choice is where the sentence about it stands.
        page.getByLabel("Accepted").focus();
        page.keyboard().press("Space");
        assertThat(page.getByText("There is a problem with one answer")).isVisible();
        assertThat(page.locator(".xg-error")).hasText("Choose one.");
        page.getByLabel("Remote").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("[data-xg-alert], .xg-error, [aria-invalid]")).hasCount(0);
        assertThat(failures).isEmpty();
    }

    @Test
    void a_part_of_what_is_counted_in_wholes_is_said_at_the_answer_and_once() {
        open(
                """
                <label>Number of vacancies <input type="number" data-field="vacancies"></label>
                <label>Dollars a year <input type="number" step="1e-2" data-field="rate"></label>
                <label>Place <input type="number" min="1" step="1" data-field="place"></label>
                """,
                "{}");
        page.getByLabel("Number of vacancies").fill("1.5");
        page.getByLabel("Dollars a year").fill("1.5");
        assertThat(page.locator(".xg-error")).hasText("Enter a whole number.");
        page.getByLabel("Place").fill("2.50");
        page.evaluate(
                """
                () => camForm.complete({errors: [
                  {field: 'vacancies', sentence: 'The answer to "vacancies" must be a whole number.'},
                  {field: 'place', sentence: 'The answer to "place" must be a whole number.'}]})""");
        assertThat(page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LISTITEM))
                .hasText(new String[] {"Enter a whole number.", "Enter a whole number."});
        page.getByLabel("Place").fill("2");
        page.getByLabel("Number of vacancies").fill("1");
        page.getByLabel("Dollars a year").focus();
        assertThat(page.locator("[data-xg-alert], .xg-error, [aria-invalid]")).hasCount(0);
    }

    @Test
    void a_colleague_who_is_chosen_but_not_added_is_no_recipient_that_gets_lost() throws IOException {
        var form = Files.readString(Path.of("forms/candidate-selection/name-certificate-recipients.html"));
        var script = Pattern.compile("xg\\.form\\(camForm, (\\{.*\\})\\);\\s*</script>", Pattern.DOTALL)
                .matcher(form);
        assertThat(script.find()).isTrue();
        open(
                form.substring(form.indexOf("</script>") + "</script>".length(), form.indexOf("</form>")),
                """
                {recipients: [{name: 'Ada', email: 'ada@gsa.example'}],
                 colleagues: [{name: 'Grace', email: 'grace@gsa.example'}]}""",
                script.group(1));
        page.getByLabel("Colleague").selectOption("Grace");
        page.evaluate("() => camForm.complete()");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Add Grace to the recipients, or choose nobody there.");
        page.getByText("Add to the recipients").click();
        assertThat(page.evaluate("() => answers().recipients.map(r => r.name)")).isEqualTo(List.of("Ada", "Grace"));
    }

    @Test
    void two_sentences_about_one_answer_are_one_line() {
        open(
                """
                <fieldset><legend>Locations</legend>
                  <label><input type="checkbox" data-list="locations" value="Remote"> Remote</label>
                  <label><input type="checkbox" data-list="locations" value="Boise"> Boise</label></fieldset>
                """,
                "{}");

        page.evaluate(
                """
                () => camForm.complete({message: 'x', errors: [
                  {field: 'locations[0]', sentence: 'Boise is not there.'}, {field: 'locations', sentence: 'Choose one.'}]})""");

        assertThat(page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LISTITEM))
                .hasText(new String[] {"Boise is not there. Choose one."});
    }

    @Test
    void markup_in_what_people_wrote_stays_text() {
        open(
                "<p data-text='title'></p><label>T <input data-field='title'></label>",
                "{title: '<img src=x onerror=\"window.broken=1\">'}");
        page.evaluate("() => camForm.complete({message: '<img src=x onerror=\"window.broken=1\">', field: 'title'})");

        assertThat(page.locator("img")).hasCount(0);
        assertThat(page.evaluate("() => window.broken")).isNull();
    }

    @Test
    void a_link_never_leads_out_of_the_application() {
        open(
                "<a id='good' data-href='good'>good</a><a id='bad' data-href='bad'>bad</a>",
                "{good: '/cases/XGH-2026-000001', bad: 'javascript:alert(1)'}");

        assertThat(page.locator("#good")).hasAttribute("href", "/cases/XGH-2026-000001");
        assertThat(page.locator("#bad[href]")).hasCount(0);
    }

    @Test
    void what_a_person_entered_survives_leaving_the_task_and_goes_with_complete() {
        var form =
                """
                <label>PD number <input data-field="pdNumber"></label>
                <div data-each="statements" data-into="answers" data-key="id"><template>
                  <label data-text="text"></label><input data-field="note" aria-label="Note"></template></div>
                """;
        var view = "{pdNumber: 'PD-7', statements: [{id: 1, text: 'Leads research'}]}";
        open(form, view);
        page.getByLabel("PD number").fill("PD-9");
        page.getByLabel("Note").fill("as agreed");
        assertThat(page.locator(".xg-kept")).containsText("Kept at");

        reopen(form, view);
        assertThat(page.getByLabel("PD number")).hasValue("PD-9");
        assertThat(page.getByLabel("Note")).hasValue("as agreed");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("is back.");
        page.getByText("Discard it").click();
        assertThat(page.getByLabel("PD number")).hasValue("PD-7");
        assertThat(page.getByLabel("Note")).hasValue("");
        assertThat(page.getByLabel("PD number")).isFocused();
        assertThat(page.locator("[aria-live=polite]")).hasText("What you had entered is discarded.");

        page.getByLabel("PD number").fill("PD-10");
        page.evaluate("() => answers()");
        assertThat(page.evaluate("() => Object.keys(sessionStorage)")).isEqualTo(List.of());
    }

    @Test
    void without_a_connection_what_was_entered_waits_in_the_tab() {
        var form = "<label>PD number <input data-field='pdNumber'></label>";
        open(form, "{}");
        page.evaluate("() => { offline = true; }");
        page.getByLabel("PD number").fill("PD-9");
        assertThat(page.locator(".xg-kept--failed")).containsText("no connection");
        page.evaluate("() => { offline = false; window.dispatchEvent(new Event('online')); }");
        assertThat(page.locator(".xg-kept")).containsText("Kept at");

        page.evaluate("() => { offline = true; }");
        page.getByLabel("PD number").fill("PD-10");
        assertThat(page.locator(".xg-kept--failed")).isVisible();
        reopen(form, "{}");
        assertThat(page.getByLabel("PD number")).hasValue("PD-10");
        assertThat(page.locator(".xg-kept")).containsText("Kept at");
    }

    @Test
    void what_was_typed_after_the_session_ended_is_kept_as_soon_as_one_is_back_from_signing_in_elsewhere() {
        open("<label>PD number <input data-field='pdNumber'></label>", "{}");
        page.evaluate("() => { signedOut = true; }");
        page.getByLabel("PD number").fill("PD-11");
        assertThat(page.locator(".xg-kept--failed")).containsText("You are signed out.");

        page.evaluate("() => { signedOut = false; window.dispatchEvent(new Event('focus')); }");
        assertThat(page.locator(".xg-kept:not(.xg-kept--failed)")).containsText("Kept at");
    }

    /** On a slow line what is typed at once would be overwritten by what arrives. */
    @Test
    void nothing_can_be_typed_before_the_form_shows_what_was_kept() {
        var form = "<label>PD number <input data-field='pdNumber'></label>";
        open(form, "{}");
        page.getByLabel("PD number").fill("PD-12");
        assertThat(page.locator(".xg-kept")).containsText("Kept at");

        page.navigate(ORIGIN + "/");
        FormScripts.addTo(page);
        page.addStyleTag(new Page.AddStyleTagOptions()
                .setPath(Path.of("src/main/resources/META-INF/resources/assets/xg-forms.css")));
        page.evaluate("() => { slowly = new Promise((arrives) => { arrive = arrives; }); void openForm({}); }");
        assertThat(page.locator("input")).isHidden();
        page.evaluate("() => arrive()");
        assertThat(page.getByLabel("PD number")).hasValue("PD-12");
        assertThat(page.getByLabel("PD number")).isVisible();
    }

    @Test
    void a_draft_of_rows_comes_back_to_the_rows_it_was_entered_for() {
        var form =
                """
                <div data-each="rows" data-into="rows" data-key="id"><template>
                  <label><span data-text="name"></span> <input data-field="note"></label></template></div>
                """;
        open(form, "{rows: [{id: 1, name: 'Ada'}, {id: 2, name: 'Grace'}]}");
        page.getByLabel("Grace").fill("called");
        assertThat(page.locator(".xg-kept")).containsText("Kept at");

        reopen(form, "{rows: [{id: 2, name: 'Grace'}, {id: 3, name: 'Linus'}, {id: 1, name: 'Ada'}]}");
        assertThat(page.getByLabel("Grace")).hasValue("called");
        assertThat(page.getByLabel("Ada")).hasValue("");
        assertThat(page.getByLabel("Linus")).hasValue("");
    }

    @Test
    void rows_that_look_the_same_are_copies_of_one_template_and_keep_their_own_answers() {
        var form =
                """
                <div data-each="skills" data-into="skills" data-key="id"><template id="row">
                  <label><span data-text="name"></span> <input data-field="note"></label></template></div>
                <div data-each="tools" data-into="tools" data-key="id" data-template="row"></div>
                """;
        var view = "{skills: [{id: 1, name: 'Research'}], tools: [{id: 1, name: 'Figma'}]}";
        open(form, view);
        page.getByLabel("Research").fill("daily");
        page.getByLabel("Figma").fill("seldom");
        assertThat(page.locator(".xg-kept")).containsText("Kept at");

        reopen(form, view);
        assertThat(page.getByLabel("Figma")).hasValue("seldom");
        page.evaluate("() => camForm.complete({message: 'Say more.', field: 'tools[0].note'})");
        assertThat(page.getByLabel("Figma")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("Research")).not().hasAttribute("aria-invalid", "true");
        assertThat(page.evaluate("() => answers()"))
                .isEqualTo(Map.of(
                        "skills", List.of(Map.of("id", 1, "note", "daily")),
                        "tools", List.of(Map.of("id", 1, "note", "seldom"))));
    }

    /** Kept, the key of an opening would be that of a case another tab has opened meanwhile. */
    @Test
    void what_nobody_enters_is_not_kept_and_goes_back_as_the_server_says_it_now() {
        var form =
                """
                <label>Title <input data-field="title"></label> <input type="hidden" data-field="openingKey">
                """;
        open(form, "{title: null, openingKey: 'first'}");
        page.getByLabel("Title").fill("Strategist");
        assertThat(page.locator(".xg-kept")).containsText("Kept at");
        assertThat((String) page.evaluate("() => Object.values(localStorage).join()"))
                .contains("Strategist")
                .doesNotContain("openingKey");

        reopen(form, "{title: null, openingKey: 'second'}");
        assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("title", "Strategist", "openingKey", "second"));

        page.evaluate("() => localStorage.setItem('server:/api/tasks/task-1/draft', JSON.stringify("
                + "{savedAt: new Date(), revision: 1, answers: {title: 'Kept before', openingKey: 'first'}}))");
        reopen(form, "{title: null, openingKey: 'third'}");
        assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("title", "Kept before", "openingKey", "third"));
    }

    @Test
    void a_day_is_typed_as_text_and_what_is_none_stays_as_it_was_typed() {
        open("<label>Needed by <input data-field='neededBy' type='date'></label>", "{neededBy: '2026-03-04'}");
        var day = page.getByLabel("Needed by");
        assertThat(day).hasValue("03/04/2026");
        for (var wrong :
                List.of("18/11/2025", "2/30/2025", "13/45/2026", "11182025", "03.04.2026", "02/29/2026", "1/1/1899")) {
            type(wrong);
            assertThat(day).hasValue(wrong);
            assertThat(day)
                    .hasAccessibleDescription(
                            "“" + wrong + "” is not a date. Enter month, day and year, for example 11/18/2026.");
            assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("neededBy", wrong));
        }
        for (var right : List.of("2026-11-18", "11/18/2026", "11-18-2026", "Nov. 18, 2026", "november 18 2026")) {
            type(right);
            assertThat(day).hasValue("11/18/2026");
            assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("neededBy", "2026-11-18"));
        }
        type("");
        assertThat(page.locator(".xg-error")).hasCount(0);
        assertThat(page.evaluate("() => answers()")).isEqualTo(java.util.Collections.singletonMap("neededBy", null));
    }

    /** A person's press takes a while; what is said about the field that it leaves must not move the button away from under it. */
    @Test
    void a_press_that_leaves_a_wrong_answer_is_not_lost() {
        open(
                """
                <label>Needed by <input data-field="neededBy" type="date"></label>
                <label>Ends <input data-field="ends" type="date"></label>
                <label>Where <input data-field="place"></label>
                <p data-show="place">%s</p>
                <button type="button" onclick="this.textContent += '!'">Complete</button>
                """
                        .formatted("More is asked about it.<br>".repeat(5)),
                "{neededBy: null, ends: null, place: null}");
        var complete = page.locator("button[onclick]");

        page.getByLabel("Needed by").fill("13/45/2026");
        press(complete);
        assertThat(complete).hasText("Complete!");
        assertThat(page.locator(".xg-error")).hasCount(1);

        page.getByLabel("Needed by").fill("11/18/2026");
        press(complete);
        assertThat(complete).hasText("Complete!!");
        assertThat(page.locator(".xg-error")).hasCount(0);

        page.getByLabel("Where").fill("Remote");
        press(complete);
        assertThat(complete).hasText("Complete!!!");
        assertThat(page.getByText("More is asked about it.")).isVisible();
    }

    private void press(Locator button) {
        var at = button.boundingBox();
        page.mouse().move(at.x + at.width / 2, at.y + at.height / 2);
        page.mouse().down();
        // Drawn once while it is down, as it is under any finger.
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        page.mouse().up();
    }

    private void type(String day) {
        page.getByLabel("Needed by").fill("");
        page.getByLabel("Needed by").pressSequentially(day);
        page.getByLabel("Needed by").press("Tab");
    }

    @Test
    void conditions_are_joined_by_and_and_or() {
        open(
                """
                <label>A <input data-field="a"></label><label>B <input data-field="b"></label>
                <p id="both" data-show="a=X and b">both</p><p id="either" data-show="a=X or !b">either</p>
                """,
                "{}");
        assertThat(page.locator("#both")).isHidden();
        assertThat(page.locator("#either")).isVisible();
        page.getByLabel("B").fill("y");
        assertThat(page.locator("#either")).isHidden();
        page.getByLabel("A").fill("X");
        assertThat(page.locator("#both")).isVisible();
        assertThat(page.locator("#either")).isVisible();
    }

    @Test
    void a_condition_compares_two_days() {
        open(
                """
                <label>Came on <input type="date" data-field="came"></label>
                <p id="early" data-show="came<offered">early</p><p id="not" data-show="!came<offered">not early</p>
                """,
                "{came: null, offered: '2026-11-30'}");
        assertThat(page.locator("#early")).isHidden();
        assertThat(page.locator("#not")).isVisible();
        page.getByLabel("Came on").fill("2026-11-29");
        assertThat(page.locator("#early")).isVisible();
        assertThat(page.locator("#not")).isHidden();
        page.getByLabel("Came on").fill("2026-11-30");
        assertThat(page.locator("#early")).isHidden();
    }

    private static final String LONG_CHOICE =
            """
            <label>Find a pool <input type="search" data-narrows="pool" data-asks="/api/choice"></label>
            <p role="status" data-text="inWords" data-narrowed="pool"></p>
            <label>Pool <select data-field="pool" data-options="pools" data-option-value="value" data-option-text="label">
              <option value="">Choose a pool</option>
            </select></label>
            """;

    private static final String FIRST_OF_THEM =
            "{inWords: 'The first 2 of 300 pools in the list.', pool: %s, pools: [{value: 'A', label: 'Archivist'}, {value: 'B', label: 'Baker'}]}";

    @Test
    void a_list_too_long_to_be_read_is_narrowed_by_words_and_keeps_what_was_chosen() {
        open(LONG_CHOICE, FIRST_OF_THEM.formatted("null"));
        page.route(
                "**/api/choice*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(
                                route.request().url().endsWith("?words=nurs%20e")
                                        ? "{\"options\":[{\"value\":\"N\",\"label\":\"Nurse\"}],\"inWords\":\"1 pool in the list.\"}"
                                        : "{\"options\":[],\"inWords\":\"No pool that is open today fits.\"}")));
        var options = page.locator("select option");
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("The first 2 of 300 pools in the list.");

        page.getByLabel("Find a pool").fill("nurs e");
        assertThat(options).hasText(new String[] {"Choose a pool", "Nurse"});
        assertThat(page.locator("[data-narrowed]")).hasText("1 pool in the list.");
        page.locator("select").selectOption("N");

        page.getByLabel("Find a pool").fill("xyz");
        assertThat(page.locator("[data-narrowed]")).hasText("No pool that is open today fits.");
        assertThat(options).hasText(new String[] {"Choose a pool", "Nurse"});
        assertThat(page.locator("select")).hasValue("N");
        assertThat(page.evaluate("() => camForm.complete()"))
                .isEqualTo(Map.of("form", Map.of("type", "Json", "value", "{\"pool\":\"N\"}")));
    }

    @Test
    void what_was_chosen_earlier_is_chosen_still_though_it_is_not_among_the_first() {
        page = chromium.person().newPage();
        page.route(
                "**/api/choice*",
                route -> route.fulfill(
                        new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(
                                        "{\"options\":[{\"value\":\"N-1\",\"label\":\"Another\"},{\"value\":\"N\",\"label\":\"Nurse\"}],\"inWords\":\"\"}")));
        load(LONG_CHOICE, FIRST_OF_THEM.formatted("'N'"), "{}");

        assertThat(page.locator("select")).hasValue("N");
        assertThat(page.locator("select option"))
                .hasText(new String[] {"Choose a pool", "Nurse", "Archivist", "Baker"});
    }

    @Test
    void every_form_has_the_same_head() {
        open(
                "<p>Form</p>",
                """
                {caseNumber: 'XGH-2026-000001', agencyName: 'General Services Administration', positionTitle: 'Strategist',
                 pool: {label: 'Strategist, GS-0301-13', announcement: 'CGA-1', lastDayInWords: 'Tue, Sep 28, 2027, Eastern Time'},
                 candidateName: 'Rashid Karimi', applicantNumber: 'CX-1', electedOn: '2026-11-02', alternates: ''}""");
        assertThat(page.locator("header p")).hasText(new String[] {
            "Case XGH-2026-000001 · General Services Administration · Strategist",
            "Strategist, GS-0301-13 · announcement CGA-1 · selections until Tue, Sep 28, 2027, Eastern Time",
            "Candidate: Rashid Karimi (CX-1) · elected Nov 2, 2026"
        });
        assertThat(page.getByRole(AriaRole.LINK)).hasAttribute("href", "/cases/XGH-2026-000001");
    }

    @Test
    void a_file_is_uploaded_at_once_and_the_answer_is_its_id() {
        var upload = new AtomicReference<Route>();
        open(
                "<div data-upload='coverSheet' data-purpose='OF-8' data-label='Signed cover sheet (OF-8)'></div>",
                "{caseNumber: 'XGH-2026-000001'}");
        page.context()
                .addCookies(List.of(new com.microsoft.playwright.options.Cookie("XG-XSRF", "token-1").setUrl(ORIGIN)));
        page.route("**/api/cases/XGH-2026-000001/documents", route -> {
            upload.set(route);
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(201)
                    .setContentType("application/json")
                    .setBody("{\"id\":\"d-1\",\"name\":\"of8.pdf\",\"mediaType\":\"application/pdf\",\"size\":2048}"));
        });

        choose("of8.pdf", "%PDF-1.7");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("of8.pdf")))
                .hasAttribute("href", "/api/documents/d-1");
        assertThat(upload.get().request().headerValue("x-xg-xsrf")).isEqualTo("token-1");
        assertThat(upload.get().request().postData()).contains("OF-8").contains("of8.pdf");
        assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("coverSheet", "d-1"));

        page.getByText("Remove").click();
        assertThat(page.evaluate("() => answers().coverSheet")).isNull();
    }

    @Test
    void a_refused_file_says_why_beside_it() {
        open("<div data-upload='coverSheet' data-label='Cover sheet'></div>", "{caseNumber: 'XGH-2026-000001'}");
        page.route(
                "**/api/cases/*/documents",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(400)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\":\"A text file cannot be taken. Send PDF, DOCX, PNG or JPEG.\"}")));

        choose("notes.pdf", "hello");

        assertThat(page.getByLabel("Cover sheet"))
                .hasAccessibleDescription(java.util.regex.Pattern.compile("A text file cannot be taken"));
        assertThat(page.evaluate("() => answers().coverSheet")).isNull();
    }

    @Test
    void a_file_on_record_is_shown_again() {
        open(
                "<div data-upload='coverSheet' data-label='Cover sheet'></div>",
                "{caseNumber: 'XGH-2026-000001', coverSheetFile: {id: 'd-9', name: 'signed.pdf', size: 1200}}");

        assertThat(page.getByRole(AriaRole.LINK)).hasText("signed.pdf");
        assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("coverSheet", "d-9"));
    }

    @Test
    void a_form_with_a_sentence_of_its_own_stops_complete() {
        open(
                "<label>Title <input data-field='title'></label>",
                "{}",
                "{collect(answers) { if (!answers.title) { throw Object.assign(new Error('Name the position.'), {field: 'title'}); } return {...answers, extra: 1}; }}");

        assertThat(page.evaluate("() => camForm.complete()")).isNull();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Name the position.");
        page.getByLabel("Title").fill("Strategist");
        assertThat(page.evaluate("() => answers()")).isEqualTo(Map.of("title", "Strategist", "extra", 1));
    }

    @Test
    void legal_days_read_the_same_west_of_utc() {
        open(
                "<p data-text='day' data-format='date'></p><p data-text='none' data-empty='not yet'></p>",
                "{day: '2026-03-01'}");

        assertThat(page.locator("p").nth(0)).hasText("Mar 1, 2026");
        assertThat(page.locator("p").nth(1)).hasText("not yet");
    }

    @Test
    void a_task_not_taken_can_be_read_only_but_its_workbench_goes_on() {
        open(
                """
                <label>Reason <textarea data-field="reason"></textarea></label>
                <div data-workbench><label>Notes <textarea></textarea></label><button type="button">Save</button></div>""",
                "{}");
        page.evaluate("() => document.body.classList.add('disabled-form')");
        assertThat(page.getByLabel("Reason")).isDisabled();
        assertThat(page.getByLabel("Notes")).isEnabled();
        assertThat(page.getByRole(AriaRole.BUTTON)).isEnabled();

        page.evaluate("() => document.body.classList.remove('disabled-form')");
        assertThat(page.getByLabel("Reason")).isEnabled();
    }

    /** Otherwise it would look as if the colleague had entered it. */
    @Test
    void what_one_entered_is_out_of_sight_while_a_colleague_has_the_task_and_back_when_it_is_given_back() {
        var form = "<label>PD number <input data-field='pdNumber'></label>";
        open(form, "{pdNumber: 'PD-7'}");
        page.getByLabel("PD number").fill("PD-9");
        assertThat(page.locator(".xg-kept")).containsText("Kept at");

        takenBy("Maria Delgado");
        assertThat(page.getByLabel("PD number")).hasValue("PD-7");
        assertThat(page.getByLabel("PD number")).isDisabled();
        assertThat(page.locator(".xg-note"))
                .hasText("Maria Delgado has taken this task. You can read it, and not change it."
                        + " What you entered is kept for you alone. It is back here if the task is given back.");

        takenBy("");
        assertThat(page.getByLabel("PD number")).hasValue("PD-9");
        assertThat(page.locator(".xg-note")).hasCount(0);
        page.getByLabel("PD number").fill("PD-10");
        reopen(form, "{pdNumber: 'PD-7'}");
        assertThat(page.getByLabel("PD number")).hasValue("PD-10");
    }

    /** What the form shows then is not what this person entered, and must not be kept in its place. */
    @Test
    void what_waited_in_this_tab_is_kept_though_a_colleague_has_the_task_when_it_is_opened_again() {
        var form = "<label>PD number <input data-field='pdNumber'></label>";
        open(form, "{pdNumber: 'PD-7'}");
        page.evaluate("() => { offline = true; }");
        page.getByLabel("PD number").fill("PD-9");
        assertThat(page.locator(".xg-kept--failed")).isVisible();

        page.unroute(ORIGIN + "/");
        load(form, "{pdNumber: 'PD-7'}", "{}", "class='disabled-form' data-xg-taken-by='Maria Delgado'");
        assertThat(page.locator(".xg-note")).containsText("Maria Delgado has taken this task.");
        assertThat(page.getByLabel("PD number")).hasValue("PD-7");
        assertThat(page.locator(".xg-kept")).containsText("Kept at");
        assertThat((String) page.evaluate("() => Object.values(localStorage).join()"))
                .contains("PD-9")
                .doesNotContain("PD-7");

        takenBy("");
        assertThat(page.getByLabel("PD number")).hasValue("PD-9");
    }

    @Test
    void a_task_that_a_colleague_has_says_so_and_nothing_of_what_was_never_entered() {
        open("<label>PD number <input data-field='pdNumber'></label>", "{}");
        takenBy("Thomas Whitfield");
        assertThat(page.locator(".xg-note"))
                .hasText("Thomas Whitfield has taken this task. You can read it, and not change it.");
    }

    @Test
    void a_form_in_which_others_work_all_the_same_says_who_can_do_what_while_a_colleague_has_the_task() {
        open("<div data-when-taken='Others read and write here.'></div>", "{}");
        takenBy("Thomas Whitfield");
        assertThat(page.locator(".xg-note"))
                .hasText("Thomas Whitfield has taken this task. Others read and write here.");
    }

    /** As Tasklist tells the form. */
    private void takenBy(String colleague) {
        page.evaluate(
                "name => { document.body.classList.toggle('disabled-form', name !== ''); document.body.dataset.xgTakenBy = name; }",
                colleague);
    }

    @Test
    void what_is_mended_goes_without_the_rest_being_said_again() {
        open("<label>Title <input data-field='title'></label><label>Place <input data-field='place'></label>", "{}");
        page.evaluate("async () => (await import('/assets/forms/errors.js')).tell(document.querySelector('form'),"
                + " [{field: 'title', sentence: 'Enter a title.'}, {field: 'place', sentence: 'Enter a place.'}],"
                + " name => document.querySelector(`[data-field=${name}]`))");
        var alert = page.getByRole(AriaRole.ALERT);
        assertThat(alert).hasAttribute("aria-atomic", "false");
        assertThat(alert).hasAttribute("aria-relevant", "additions");
        page.getByLabel("Title").fill("Strategist");
        page.getByLabel("Title").blur();
        assertThat(alert).not().containsText("Enter a title.");
        assertThat(alert).containsText("Enter a place.");
    }

    private void choose(String name, String content) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "application/pdf", content.getBytes(StandardCharsets.UTF_8)));
        page.waitForFunction("() => !/Uploading/.test(document.querySelector('[role=status]').textContent)");
    }

    private void open(String form, String view) {
        open(form, view, "{}");
    }

    private void open(String form, String view, String options) {
        page = chromium.person().newPage();
        load(form, view, options);
    }

    /** The same tab, the task opened once more. */
    private void reopen(String form, String view) {
        page.unroute(ORIGIN + "/");
        load(form, view, "{}");
    }

    private void load(String form, String view, String options) {
        load(form, view, options, "");
    }

    /** @param frame attributes of what Tasklist has around the form */
    private void load(String form, String view, String options, String frame) {
        page.route(
                ORIGIN + "/",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!DOCTYPE html><html lang='en'><body cam-tasklist-form " + frame + "><form>" + form
                                + "</form></body></html>")));
        page.navigate(ORIGIN + "/");
        FormScripts.addTo(page);
        page.evaluate("() => openForm(" + view + ", " + options + ")");
    }
}
