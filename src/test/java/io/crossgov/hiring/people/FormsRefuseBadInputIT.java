package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.ui.Chromium;
import io.crossgov.hiring.workflow.Colleague;
import io.crossgov.hiring.workflow.Hire;
import io.crossgov.hiring.workflow.HireScenario;
import io.crossgov.hiring.workflow.Selectee;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Bad input in Tasklist, as people give it: they read one plain sentence that names the field or the rule, keep what they typed, and the
 * case stays as it was. Colleagues bring each case to its task behind the scenes; only what is refused goes through the browser.
 */
@HiringTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class FormsRefuseBadInputIT {

    private static final String PD = "identify-position-description";
    private static final String INTEREST = "express-interest";
    private static final String FORM_B = "verify-experience-and-competencies";
    private static final String FORM_A = "complete-talent-pool-request";
    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String VERIFICATION = "verify-selection";

    private final Pictures pictures = new Pictures("refused");
    private final Map<String, Tasklist> signedIn = new HashMap<>();

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private HireScenario scenario;

    @BeforeAll
    void open_browser() {
        chromium = new Chromium();
    }

    @AfterAll
    void close_browser() {
        chromium.close();
    }

    @BeforeEach
    void people_and_a_pool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    /** Browsers are closed before the clock is set back: what a page still sends then would end its session. */
    @AfterEach
    void nothing_is_left_behind() {
        signedIn.values().forEach(each -> each.page().context().close());
        signedIn.clear();
        scenario.close();
    }

    // --- steps 1 and 2

    @Test
    void a_case_without_a_pool_or_a_title() {
        var form = at(scenario.manager).open().beginCase();
        form.fill("Title of the position", "Strategist");
        var sentence = form.openCaseIsRefused();
        form.readsWell("open case");
        assertThat(form.page()
                        .getByRole(
                                AriaRole.DIALOG,
                                new Page.GetByRoleOptions().setName("Open a case: Hire from a shared talent pool")))
                .isVisible();
        isPlain(sentence);
        assertThat(sentence).contains("pool");
        assertThat(form.field("Title of the position").inputValue()).isEqualTo("Strategist");
    }

    @Test
    void a_position_description_of_another_grade_or_without_its_cover_sheet() {
        var hire = scenario.opensCase();
        var form = opens(scenario.manager, hire, PD).take();
        form.fill("PD number", "PD-0301-13")
                .fill("Grade", "GS-12")
                .answer("Where does the position description come from?", "A new PD")
                .check("I have compared the PD")
                .answer("Is the position description classified?", "Yes")
                .fill("Classified on", scenario.today().minusDays(40));
        refuses(form, hire, "pd grade", "The grade is GS-12, but the pool's is GS-13");
        form.fill("Grade", "GS-13");
        refuses(form, hire, "pd cover sheet", "Upload the signed cover sheet (OF-8) first.");
        form.fill("Classified on", scenario.today().plusDays(1));
        refuses(form, hire, "pd classified on", "The date of classification is in the future");
    }

    @Test
    void a_file_of_a_wrong_type_or_size(@TempDir Path directory) throws IOException {
        var hire = scenario.opensCase();
        var form = opens(scenario.manager, hire, PD).take();
        form.fill("PD number", "PD-0301-13").answer("Is the position description classified?", "Yes");
        var large = directory.resolve("cover sheet.pdf");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(25L * 1024 * 1024 + 1);
        }
        var typed = form.typed();
        hire.staysAsItIs(() -> {
            var wrongType = form.attachIsRefused(
                    "Signed cover sheet (OF-8)",
                    new FilePayload(
                            "cover sheet.pdf", "application/pdf", "just words".getBytes(StandardCharsets.UTF_8)));
            form.picture("file type");
            isPlain(wrongType);
            assertThat(wrongType)
                    .contains("The content of this file is not what its name says.", "PDF, Word (DOCX), PNG or JPEG");
            var wrongSize = form.attachIsRefused("Signed cover sheet (OF-8)", large);
            form.picture("file size");
            isPlain(wrongSize);
            assertThat(wrongSize).contains("cover sheet.pdf", "larger than 25 MB");
            // A browser that does not look at the size itself hears it from the server.
            assertThat(form.page()
                            .evaluate(
                                    """
                                    number => {
                                      const body = new FormData();
                                      body.append("file", new Blob([new Uint8Array(25 * 1024 * 1024 + 1)]), "cover sheet.pdf");
                                      body.append("purpose", "OF-8");
                                      return xg.api("POST", `/api/cases/${number}/documents`, body).then(() => "taken", error => error.message);
                                    }""",
                                    hire.caseNumber())
                            .toString())
                    .isEqualTo("The file is larger than 25 MB. Make it smaller or split it, then upload it again.");
        });
        assertThat(form.typed()).isEqualTo(typed);
    }

    @Test
    void L3_a_vacancy_without_funding_or_asked_for_already() {
        var first = scenario.opensCase().until("check-pool-match");
        var second = scenario.opensCase().until(INTEREST);
        var form = opens(scenario.hr, second, INTEREST).take();
        form.check("Washington, DC")
                .fill("Number of the funded FTE", "FTE-1042")
                .fill("Need for the position validated on", scenario.today().minusDays(10));
        refuses(form, second, "vacancy funded", "funded FTE");
        form.check("The position is a funded FTE");
        refuses(form, second, "vacancy duplicate", "already has an open request", first.caseNumber());
    }

    // --- step 3

    @Test
    void L2_form_b_with_an_answer_missing_or_no() {
        var hire = scenario.opensCase().until(FORM_B);
        var form = opens(scenario.expert, hire, FORM_B).take();
        form.answer("Do you certify this form?", "I certify");
        for (var statement : List.of("Research", "Measures", "Design")) {
            form.answer(statement + ": important", "Yes");
        }
        for (var statement : List.of("Research", "Design")) {
            form.answer(statement + ": needed", "Yes");
        }
        refuses(form, hire, "form b missing", "Answer Yes or No: is \"Measures\" needed upon entry?");
        form.answer("Measures: needed", "No");
        refuses(form, hire, "form b no", "You answered No for \"Measures\"", "every answer must be Yes");
    }

    @Test
    void form_a_with_each_thing_that_can_be_wrong() {
        var hire = scenario.opensCase().until(FORM_A, FORM_B);
        var form = opens(scenario.hr, hire, FORM_A).take();
        form.check("received the completed Form B")
                .check("verified that your agency's category rating policy")
                .check("made sure that your agency is not examining")
                .check("made sure that the position is a funded FTE")
                .check("completed all information")
                .fill("Signature", "Somebody Else");
        refuses(form, hire, "form a signature", "your own full name", scenario.hr.name());
        form.fill("Signature", scenario.hr.name());
        refuses(form, hire, "form a before form b", "Form B is not on file yet", scenario.expert.name());
        scenario.manager.completes(hire, FORM_B);

        form.unfold("Correct the position").fill("Grade", "GS-14");
        refuses(form, hire, "form a grade", "The grade is GS-14, but the pool's is GS-13");
        form.fill("Grade", "NH-03").fill("Full performance level", "GS-15");
        refuses(form, hire, "form a level", "The full performance level is GS-15, but the pool's is GS-13");
        form.fill("Full performance level", "GS-13").select("Appointment type", "TEMPORARY");
        refuses(form, hire, "form a appointment", "The appointment type is temporary, but the pool's is permanent");
        form.select("Appointment type", "PERMANENT").uncheck("Washington, DC");
        refuses(form, hire, "form a location", "Choose at least one duty location.");
        form.check("Washington, DC");
        refuses(form, hire, "form a rpl", "Reemployment Priority List");
        form.answer("Is the Reemployment Priority List", "Yes");
        refuses(form, hire, "form a confirmation", "Say personally", "I cannot confirm");
        form.answer("Do you personally confirm", "I confirm");
        refuses(form, hire, "form a ground", "Choose the ground on which the position is exempt");
        var ground = "Hiring freeze: on which ground";
        form.answer(ground, "The agency's Strategic Hiring Committee");
        refuses(form, hire, "form a approval number", "enter the approval's number");
        form.fill("Number of the approval", "SHC-12");
        refuses(form, hire, "form a approval date", "enter the approval's date");
        form.fill("Date of the approval", scenario.today().plusDays(1));
        refuses(form, hire, "form a approval in future", "approval's date is in the future");
        form.fill("Date of the approval", scenario.today());
        refuses(form, hire, "form a plan", "enter the line of the annual staffing plan");
        form.fill("Line of the annual staffing plan", "Line 14")
                .fill("Day on which your agency told OPM", scenario.today().minusDays(1));
        refuses(form, hire, "form a told before approved", "before it was given");
    }

    @Test
    void L6_a_confirmed_exemption_is_shown_and_cannot_be_changed() {
        var hire = scenario.opensCase().until("decide-pool-access");
        scenario.opm.completes(
                hire,
                "decide-pool-access",
                answers("decision", "RETURNED", "mend", "BOTH", "comment", "Name the team."));
        scenario.manager.completes(hire, FORM_B);
        var form = opens(scenario.hr, hire, FORM_A).take();
        form.picture("form a confirmed before");
        assertThat(form.form()).containsText(scenario.hr.name() + " has confirmed that the position is exempt");
        assertThat(form.form()).containsText("A confirmation cannot be changed by anyone.");
        assertThat(form.form().getByRole(AriaRole.RADIO).filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(2);
    }

    @Test
    void L6_who_cannot_confirm_sends_nothing_to_opm() {
        var hire = scenario.opensCase().until(FORM_A, FORM_B);
        scenario.manager.completes(hire, FORM_B);
        scenario.hr.completes(hire, FORM_A, answers("freezeAnswer", "CANNOT_CONFIRM"));
        hire.waitsAt("clarify-freeze-exemption").hasToldNobody("M2");
        var form = opens(scenario.hr, hire, "clarify-freeze-exemption").take();
        form.fill("What did the supervisor say?", "We serve beneficiaries.");
        refuses(form, hire, "freeze clarification", "supervisor");
        form.check("Yes: Form A can be completed again").fill("Name of the supervisor", "Frances Underhill");
        refuses(form, hire, "freeze clarification unsigned", "Upload the clarification that the supervisor has signed");
        hire.hasToldNobody("M2");
    }

    @Test
    void L7_a_reemployment_priority_list_that_is_not_cleared() {
        var hire = scenario.opensCase().until(FORM_A, FORM_B);
        scenario.manager.completes(hire, FORM_B);
        scenario.hr.completes(hire, FORM_A, answers("rplCleared", "NO"));
        hire.waitsAt("resolve-rpl").hasToldNobody("M2");
        var form = opens(scenario.hr, hire, "resolve-rpl").take();
        refuses(form, hire, "rpl resolution", "Say how the Reemployment Priority List was resolved.");
        form.check("is not cleared, but an exception applies")
                .fill("Note", "There is a ten-point preference eligible.");
        refuses(form, hire, "rpl ground", "Choose the legal ground of the exception under 5 CFR 330.211.");
        hire.hasToldNobody("M2");
    }

    @Test
    void a_decision_without_the_words_the_others_need() {
        var hire = scenario.opensCase().until("check-pool-match");
        var match = opens(scenario.coordinator, hire, "check-pool-match").take();
        match.check("No, send it back to HR");
        refuses(match, hire, "match sent back", "what HR has to change");

        hire.until("submit-talent-pool-request");
        var request =
                opens(scenario.coordinator, hire, "submit-talent-pool-request").take();
        refuses(request, hire, "request unread", "both forms");

        hire.until("decide-pool-access");
        var access = opens(scenario.opm, hire, "decide-pool-access").take();
        refuses(access, hire, "access undecided", "Approve the request");
        access.check("Deny with a reason");
        refuses(access, hire, "access denied", "why access is denied");
    }

    // --- steps 4 to 7

    @Test
    void reviewing_that_ends_without_a_reason_or_while_a_selection_runs() {
        var hire = scenario.opensCase(scenario.manager, scenario.sharedCertificate())
                .until(REVIEWING, "notify-own-employees");
        var notified = opens(scenario.hr, hire, "notify-own-employees").take();
        refuses(notified, hire, "own employees", "told");

        var other = scenario.opensCase(scenario.manager, scenario.crossGovernmentPool())
                .until(REVIEWING);
        var form = opens(scenario.manager, other, REVIEWING).take();
        refuses(form, other, "reviewing without reason", "Say why you will not select anybody else");
        other.elects("A-01");
        form.fill("Why will nobody else be selected?", "We have found our person.")
                .check("Yes, close this case for good");
        refuses(form, other, "reviewing with a selection", "A selection of this case still runs");
    }

    @Test
    void a_selection_without_sf_52_number_recipients_release_or_review(CapturedOutput log) {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01");
        var notice = opens(scenario.hr, selectee, "notify-opm-of-selection").take();
        refuses(notice, selectee.hire(), "sf-52", "Enter the SF-52 number");

        selectee.until("name-certificate-recipients");
        var recipients = opens(scenario.coordinator, selectee, "name-certificate-recipients")
                .take();
        recipients.form().getByLabel("Name").first().fill("Maria Delgado");
        recipients.form().getByLabel("E-mail").first().fill("nowhere");
        refuses(recipients, selectee.hire(), "recipients", "e-mail address");

        selectee.until("release-application-material");
        var release =
                opens(scenario.opm, selectee, "release-application-material").take();
        release.fill("Released on", scenario.today().plusDays(1));
        refuses(release, selectee.hire(), "release", "future");

        selectee.until("return-certificate-review");
        var review =
                opens(scenario.manager, selectee, "return-certificate-review").take();
        refuses(review, selectee.hire(), "review", "Give a decision on Candidate A-0");
        assertThat(log).as("the log, which names no candidate").doesNotContain("Candidate A-0");
    }

    @Test
    void L5_a_selection_whose_position_description_is_not_classified() {
        var hire = scenario.opensCase();
        scenario.manager.completes(
                hire,
                PD,
                answers(
                        "classification",
                        "REQUESTED",
                        "classificationRequestedOn",
                        scenario.today(),
                        "classifiedOn",
                        null,
                        "coverSheet",
                        null));
        var selectee = hire.until(REVIEWING).elects("A-01").until(VERIFICATION);
        var verification = opens(scenario.opm, selectee, VERIFICATION).take();
        verification.check("Verified: the agency may make the offer").fill("Comment", "All in order?");
        refuses(
                verification,
                hire,
                "verification unclassified",
                "This selection cannot be verified: the position description is not classified.");

        scenario.opm.completes(selectee, VERIFICATION, answers("decision", "PAPER_MISSING"));
        var correction = opens(scenario.hr, selectee, "correct-selection").take();
        refuses(correction, hire, "correction", "Still missing", "1 Classify Position Description");
        correction.fill("SF-52 number", "");
        refuses(correction, hire, "correction sf-52", "Enter the SF-52 number");

        var classification =
                opens(scenario.hr, hire, "classify-position-description").take();
        refuses(
                classification,
                hire,
                "classification",
                "Enter the date on which the position description was classified.");
        classification.fill("Classified on", scenario.today());
        refuses(classification, hire, "classification cover sheet", "Upload the signed cover sheet (OF-8) first.");
    }

    /** No form lets a selection come to OPM without them; what a person changes in the running process or the records might. */
    @Test
    void a_selection_that_came_to_opm_without_its_certificate_review_or_sf_52_number(@Autowired JdbcTemplate jdbc) {
        var unreviewed = scenario.opensCase()
                .until(REVIEWING)
                .elects("A-01")
                .until("return-certificate-review")
                .isMovedTo(VERIFICATION);
        var verification = opens(scenario.opm, unreviewed, VERIFICATION).take();
        verification.check("Verified: the agency may make the offer");
        refuses(
                verification,
                unreviewed.hire(),
                "verification without review",
                "This selection cannot be verified: the certificate review with the decision Selected is missing.");

        jdbc.update("update selection set sf52_number = null where id = ?", unreviewed.selectionId());
        refuses(
                verification,
                unreviewed.hire(),
                "verification without sf-52",
                "This selection cannot be verified: the SF-52 number is missing.");
    }

    @Test
    void L8_a_candidate_whom_another_agency_committed_meanwhile() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01").until(VERIFICATION);
        var verification = opens(scenario.opm, selectee, VERIFICATION).take();
        verification.check("Verified: the agency may make the offer");
        var others = otherAgencyReviews(selectee.hire());
        scenario.asOtherAgency(() -> others.elects("A-01").until("extend-tentative-offer"));
        refuses(verification, selectee.hire(), "verification committed", "This candidate is no longer available.");
    }

    @Test
    void L9_a_candidate_who_withdrew_meanwhile() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01").until(VERIFICATION);
        var verification = opens(scenario.opm, selectee, VERIFICATION).take();
        verification.check("Verified: the agency may make the offer").fill("Comment", "All in order.");
        var others = otherAgencyReviews(selectee.hire());
        scenario.asOtherAgency(() -> {
            others.leavesThePool("A-01");
            return others;
        });
        refuses(verification, selectee.hire(), "verification withdrawn", "This candidate is no longer available.");
    }

    private Hire otherAgencyReviews(Hire hire) {
        return scenario.asOtherAgency(
                () -> scenario.opensCase(scenario.otherManager, hire.pool()).until(REVIEWING));
    }

    // --- step 8

    @Test
    void an_offer_without_its_due_date_or_with_one_in_the_past() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01").until("extend-tentative-offer");
        var form = opens(scenario.hr, selectee, "extend-tentative-offer").take();
        form.fill("Message to the candidate", "We look forward to working with you.")
                .fill("Answer due on", scenario.today().minusDays(1));
        refuses(form, selectee.hire(), "offer past", "The due date Mar 1, 2026 is in the past.");
        form.clear("Answer due on");
        refuses(form, selectee.hire(), "offer without date", "Give the date by which the candidate should answer");
    }

    @Test
    void L9_a_declination_without_its_reason_or_its_scope() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01").until("record-offer-answer");
        var answer = opens(scenario.hr, selectee, "record-offer-answer").take();
        refuses(answer, selectee.hire(), "answer missing", "Say what the candidate answered.");
        answer.check("Declined");
        refuses(answer, selectee.hire(), "answer without reason", "Give the candidate's reason for declining.");
        scenario.hr.completes(
                selectee, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Moves away."));

        var scope = opens(scenario.hr, selectee, "determine-withdrawal-scope").take();
        scope.fill("Note", "She called on Monday.");
        refuses(scope, selectee.hire(), "declination without scope", "this agency only", "all agencies");
    }

    @Test
    void the_papers_before_entry_on_duty() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-02").until("record-offer-answer");
        scenario.hr.completes(selectee, "record-offer-answer");

        var pay = opens(scenario.hr, selectee, "set-pay").take();
        refuses(pay, selectee.hire(), "pay", "pay");
        var record = opens(scenario.hr, selectee, "build-new-hire-record").take();
        refuses(record, selectee.hire(), "new-hire record", "new-hire record");
        var sf75 = opens(scenario.hr, selectee, "request-sf-75").take();
        refuses(sf75, selectee.hire(), "sf-75", "SF-75");

        selectee.until("extend-final-offer");
        var offer = opens(scenario.hr, selectee, "extend-final-offer").take();
        offer.fill("Proposed start date", scenario.today());
        refuses(offer, selectee.hire(), "final offer", "start date");
        selectee.until("record-final-answer");
        var answer = opens(scenario.hr, selectee, "record-final-answer").take();
        answer.check("No answer by the due date");
        refuses(answer, selectee.hire(), "final answer too early", "may still answer until the end of");
        selectee.until("confirm-entry-on-duty");
        var entry = opens(scenario.hr, selectee, "confirm-entry-on-duty").take();
        entry.check("No");
        refuses(entry, selectee.hire(), "entry", "Say why the person did not enter on duty.");
    }

    // --- other people

    @Test
    void a_task_that_a_colleague_takes_or_completes_first() {
        var hire = scenario.opensCase();
        var late = opens(scenario.hr, hire, PD);
        scenario.manager.takes(hire, PD);
        hire.staysAsItIs(() -> {
            var taken = late.takeIsRefused();
            late.picture("taken first");
            assertThat(taken).contains("Somebody else has just taken this task.");
        });
        scenario.manager.givesBack(hire, PD);

        var form = opens(scenario.hr, hire, PD).take();
        form.fill("PD number", "PD-0301-13-B");
        scenario.hr.givesBack(hire, PD);
        scenario.manager.takes(hire, PD);
        refuses(form, hire, "being worked on", "being worked on by " + scenario.manager.name());
        scenario.manager.completes(hire, PD);
        refuses(form, hire, "completed first", "done already");
    }

    @Test
    void another_agencys_case_by_its_address() {
        var hire = scenario.opensCase();
        var task = opens(scenario.manager, hire, PD).page().url().replaceAll(".*[?&]task=([^&]*).*", "$1");
        var stranger = at(scenario.otherManager);
        hire.staysAsItIs(() -> {
            for (var address :
                    List.of("/cases/" + hire.caseNumber(), "/go/task?case=" + hire.caseNumber() + "&task=" + PD)) {
                assertThat(stranger.goTo(address).locator("h1")).hasText("There is nothing here");
                var theirs = stranger.page().locator("main").innerText();
                assertThat(stranger.goTo("/cases/XGH-2020-999999").locator("h1"))
                        .hasText("There is nothing here");
                assertThat(theirs.replace(hire.caseNumber(), "XGH-2020-999999"))
                        .isEqualTo(stranger.page().locator("main").innerText());
            }
            stranger.picture("another agency's case");
            stranger.goTo("/camunda/app/tasklist/default/#/?task=" + task);
            var notice = stranger.notice();
            stranger.picture("another agency's task");
            assertThat(notice)
                    .contains("Not found", "This task is done already, no longer needed, or not yours.")
                    .doesNotContain("<", "&");
            assertThat(stranger.page().locator("body")).not().containsText(hire.caseNumber());
        });
    }

    // --- how it goes

    private Tasklist opens(Colleague who, Hire hire, String task) {
        return at(who).follow("/go/task?case=" + hire.caseNumber() + "&task=" + task, hire.caseNumber());
    }

    private Tasklist opens(Colleague who, Selectee selectee, String task) {
        return at(who).follow(
                        "/go/task?case=" + selectee.caseNumber() + "&task=" + task + "&selection="
                                + selectee.selectionId(),
                        selectee.caseNumber());
    }

    /** In a browser of their own, signed in once a test. */
    private Tasklist at(Colleague who) {
        return signedIn.computeIfAbsent(
                who.actor().userId(),
                id -> Tasklist.signIn(
                        chromium.person(), "http://localhost:" + port, id, HireScenario.PASSWORD, pictures));
    }

    /** Complete is refused with a sentence of these words; what was typed stays, and so does the case. */
    private void refuses(Tasklist form, Hire hire, String what, String... words) {
        var typed = form.typed();
        var sentence = new AtomicReference<String>();
        hire.staysAsItIs(() -> sentence.set(form.completeIsRefused()));
        form.picture(what);
        isPlain(sentence.get());
        assertThat(sentence.get()).contains(words);
        assertThat(form.typed()).as("what was typed, after: " + sentence).isEqualTo(typed);
    }

    private static void isPlain(String sentence) {
        assertThat(sentence)
                .matches("(?s)\\p{Lu}.*[.?]")
                .doesNotContain("ENGINE-", "Exception", "Cannot ", "null", "undefined", "_");
    }
}
