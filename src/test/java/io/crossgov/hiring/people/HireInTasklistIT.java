package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.common.BusinessDay;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.ui.Accessibility;
import io.crossgov.hiring.ui.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One hire as the README tells it, by people in browsers of their own, west of UTC. */
@HiringTest
class HireInTasklistIT {

    private static final String POOL = "CGA-DE-12339419-24-MS";
    private static final String TITLE = "Strategist for the front door of government";

    private static final String ELECTED = "Rashid Karimi";
    private static final String ALTERNATE = "Keisha Monroe";

    /** What a hire may cost at most, in presses and filled fields of all people together, with everything optional left out. */
    private static final int INTERACTIONS = 100;

    private final Pictures pictures = new Pictures("hire");
    private final Interactions interactions = new Interactions();

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    @Autowired
    private OfficeClock office;

    @Autowired
    private BusinessDay businessDay;

    private Chromium chromium;
    private LocalDate today;
    private Tasklist manager;
    private Tasklist hr;
    private Tasklist coordinator;
    private Tasklist opm;
    private String number;

    @BeforeEach
    void open_browser() {
        chromium = new Chromium();
        today = office.today();
    }

    @AfterEach
    void close_browser() {
        chromium.close();
    }

    @Test
    void four_people_hire_somebody_from_the_first_step_to_entry_on_duty() throws IOException {
        manager = signIn("gsa-manager");
        hr = signIn("gsa-hr");
        coordinator = signIn("gsa-coordinator");
        opm = signIn("opm-1");

        opensCase();
        identifiesPositionDescription();
        expressesInterest();
        checksPoolMatch();
        certifiesFormB();
        completesFormA();
        submitsRequest();
        approvesAccess();
        reviewsAndInterviews();
        elects();
        notifiesOpm();
        namesRecipients();
        releasesMaterial();
        returnsReview();
        watchesInCockpit();
        verifies();
        extendsTentativeOffer();
        recordsOfferAnswer();
        doesPreEmployment();
        extendsFinalOffer();
        recordsFinalAnswer();
        confirmsEntryOnDuty();

        var counted = interactions.counted();

        findsTheCaseClosed();
        readsWhatWasSent();
        assertThat(counted).hasSizeLessThanOrEqualTo(INTERACTIONS);
        assertThat(counted).as("what the README counts").hasSize(saidInTheReadme());
    }

    private static int saidInTheReadme() throws IOException {
        var said = Pattern.compile("takes (\\d+) presses").matcher(Files.readString(Path.of("README.md")));
        assertThat(said.find()).isTrue();
        return Integer.parseInt(said.group(1));
    }

    // --- steps 1 to 3: the request

    private void opensCase() {
        manager.beginCase().select("Talent pool", POOL).fill("Title of the position", TITLE);
        interactions.besides(() -> manager.check("I need a portal account"));
        manager.readsWell("open case").openCase();
        manager.goesOnTo("1 Identify Position Description");
        assertThat(manager.page().locator(":focus")).hasText("1 Identify Position Description");
        assertThat(manager.page().locator("#xg-said"))
                .hasText("The case is open. 1 Identify Position Description is open.");
        assertThat(manager.page()).hasTitle("1 Identify Position Description · Tasks · Cross-government hiring");
        number = manager.page().locator(".xg-following a").innerText().replace("case ", "");
    }

    private void identifiesPositionDescription() {
        interactions.besides(() -> {
            asksForSamples();
            looksAtTheList();
        });
        manager.fill("PD number", "PD-0301-13")
                .answer("Where does the position description come from?", "Written from OPM's sample")
                .check("I have compared the PD")
                .answer("Is the position description classified?", "Yes")
                .fill("Classified on", today.minusDays(40))
                .attach("Signed cover sheet (OF-8)", "of-8.pdf")
                .readsWell("1 identify position description")
                .complete();
    }

    /** A row tells the work without opening it: step, position, case and agency, until when, and who has it. */
    private void looksAtTheList() {
        manager.find(number);
        var row = manager.row(number, "1 Identify Position Description");
        assertThat(row).containsText(TITLE);
        assertThat(row).containsText("GSA");
        assertThat(row.locator(".due-date"))
                .hasText("Due " + Dates.onWeekday(businessDay.after(today, 5)) + ", " + office.zoneInWords());
        assertThat(row.getByRole(AriaRole.BUTTON)).hasText("Take and open");
        assertThat(manager.page().locator(".tasks-list li.task")).hasCount(1);
        manager.picture("found");
        manager.task(number, "1 Identify Position Description");
    }

    /** The manager asks from the form, OPM puts its sample into the case, and it stands in the form when that is opened again. */
    private void asksForSamples() {
        var form = manager.form();
        form.getByRole(AriaRole.BUTTON, named("Ask OPM for its sample PDs")).click();
        assertThat(form.locator("[data-samples-status]")).containsText("OPM has your request");
        var page = opm.goTo("/cases/" + number);
        page.getByLabel("Sample position description for the agency")
                .setInputFiles(new FilePayload("opm-gs-0301-13.pdf", "application/pdf", SampleFiles.pdf()));
        Accessibility.assertReadable(page);
        page.getByRole(AriaRole.BUTTON, pageNamed("Put the sample into this case"))
                .click();
        assertThat(page.getByRole(AriaRole.LINK, pageNamed("opm-gs-0301-13.pdf")))
                .isVisible();
        pictures.take(page, "opm-1 sample in the case");
        opm.open().find(number);
        manager.open().comesTo(number, "1 Identify Position Description");
        assertThat(manager.form().getByRole(AriaRole.LINK, named("opm-gs-0301-13.pdf")))
                .isVisible();
    }

    private void expressesInterest() {
        hr.comesTo(number, "2 Express Interest")
                .check("Washington, DC")
                .check("Remote")
                .check("The position is a funded FTE")
                .fill("Number of the funded FTE", "FTE-1042")
                .fill("Need for the position validated on", today.minusDays(10))
                .readsWell("2 express interest")
                .complete();
    }

    private void checksPoolMatch() {
        coordinator
                .follow(linkToTheTask("M1 Interest in a talent pool"), number)
                .readsWell("2 check pool match")
                .complete();
    }

    private void certifiesFormB() {
        manager.comesTo(number, "3 Verify Experience and Competencies");
        manager.form().getByRole(AriaRole.BUTTON, named("Answer Yes to all")).click();
        for (var yes : manager.form().getByLabel("Yes", exactly()).all()) {
            assertThat(yes).isChecked();
        }
        manager.answer("Do you certify this form?", "I certify")
                .readsWell("3 form b")
                .complete();
    }

    private void completesFormA() {
        hr.comesTo(number, "3 Complete Talent Pool Request")
                .check("received the completed Form B")
                .check("verified that your agency's category rating policy")
                .check("made sure that your agency is not examining separately")
                .check("made sure that the position is a funded FTE")
                .check("completed all information")
                .answer("Is the Reemployment Priority List", "Yes")
                .answer("Hiring freeze", "The agency's Strategic Hiring Committee")
                .fill("Number of the approval", "SHC-2026-118")
                .fill("Date of the approval", today.minusDays(20))
                .fill("Line of the annual staffing plan", "Line 14, CX strategists")
                .fill("Day on which your agency told OPM", today.minusDays(18))
                .answer("Do you personally confirm", "I confirm")
                .fill("Signature", "Thomas Whitfield")
                .readsWell("3 form a")
                .complete();
    }

    private void submitsRequest() {
        coordinator
                .comesTo(number, "3 Submit Talent Pool Request")
                .check("I have read both forms")
                .readsWell("3 submit talent pool request")
                .complete();
    }

    private void approvesAccess() {
        opm.comesTo(number, "3 Decide Pool Access")
                .answer("May the agency use the pool?", "Approve")
                .readsWell("3 decide pool access")
                .complete();
    }

    // --- steps 4 and 5: review, interview, elect

    private void reviewsAndInterviews() {
        manager.comesTo(number, "4 Review and Interview Candidates").readsWell("4 workbench");
        interview(ELECTED, "Recommended");
        manager.picture("4 interviewed");
        // The hire counted here is of the only candidate interviewed, who is elected where the result was recorded.
        interactions.besides(this::interviewsAnotherAndCompares);
    }

    private void interviewsAnotherAndCompares() {
        backToAll();
        interview(ALTERNATE, "Recommended with reservations");
        backToAll();

        var form = manager.form();
        form.getByLabel("Choose " + ELECTED).check();
        form.getByLabel("Choose " + ALTERNATE).check();
        form.getByRole(AriaRole.BUTTON, named("Compare side by side")).click();
        assertThat(form.getByRole(AriaRole.ROW).filter(having("Interview notes")))
                .containsText("Clear answers");
        manager.readsWell("4 compare");
        backToAll();
        open(ELECTED);
    }

    /** Contacts a candidate, records the answer, the interview and its result. */
    private void interview(String candidate, String result) {
        open(candidate);
        var form = manager.form();
        begin("Record contact");
        interactions.besides(
                () -> form.getByLabel("Your words to the candidate").fill("We look for somebody who listens."));
        interactions.besides(() -> readsWhatIsSent(manager, "To " + candidate));
        manager.readsWell("4 record contact");
        save(candidate, "Contact recorded.");
        begin("Record answer");
        form.getByLabel("Interested", exactly()).check();
        save(candidate, "Answer recorded.");
        begin("Schedule interview");
        form.getByLabel("Date").fill(today.toString());
        interactions.besides(() -> form.getByLabel("Time (optional)").fill("10:30"));
        form.getByLabel("Interviewers").fill("Maria Delgado, Andre Holloway");
        save(candidate, "Interview saved.");
        begin("Record interview result");
        form.getByLabel(result, exactly()).check();
        form.getByLabel("Interview notes").fill("Clear answers.");
        save(candidate, "Interview result recorded.");
    }

    private void elects() {
        var form = manager.form();
        form.getByRole(AriaRole.BUTTON, named("Elect " + ELECTED)).click();
        form.getByLabel("Duty location").selectOption("Remote");
        addsAlternate(ALTERNATE);
        interactions.besides(() -> addsAlternate("Yuki Tanabe"));
        manager.readsWell("5 elect");
        form.getByRole(AriaRole.BUTTON, named("Continue")).click();
        manager.readsWell("5 confirm election");
        form.getByRole(AriaRole.BUTTON, named("Elect " + ELECTED)).click();
        assertThat(form.locator(".xgw-said")).hasText(ELECTED + " is elected. Your HR specialist is told.");
        manager.readsWell("5 elected");
    }

    private void addsAlternate(String candidate) {
        var form = manager.form();
        var choice = form.getByLabel("Add an alternate");
        choice.selectOption(choice.locator("option").filter(having(candidate)).getAttribute("value"));
        form.getByRole(AriaRole.BUTTON, named("Add alternate")).click();
    }

    private void notifiesOpm() {
        hr.comesTo(number, "5 Notify OPM of Selection").fill("SF-52 number", "SF52-2026-0017");
        interactions.besides(() -> hr.attach("SF-52 (optional)", "sf-52.pdf"));
        hr.readsWell("5 notify opm of selection").complete();
    }

    private void namesRecipients() {
        completesInRow(
                coordinator,
                "5 Name Certificate Recipients",
                "The certificate and the application material go to Maria Delgado",
                "CrossGovHiring team");
    }

    /** What needs nothing but to be completed says so in its row, and is completed there; its form is looked at besides. */
    private void completesInRow(Tasklist who, String task, String says, String to) {
        who.looksFor(number);
        interactions.besides(() ->
                who.readsInRow(number, task, says, to).comesTo(number, task).readsWell(task));
        who.completesInRow(number, task);
    }

    // --- steps 6 and 7: application material, review, verification

    private void releasesMaterial() {
        completesInRow(
                opm, "6 Release Application Material", "Released today, " + Dates.inWords(today), "Maria Delgado");
    }

    private void returnsReview() {
        manager.comesTo(number, "6 Return Certificate Review");
        manager.form()
                .getByText("Decide Not Selected for all without a decision")
                .click();
        manager.readsWell("6 return certificate review").complete();
    }

    private void verifies() {
        opm.comesTo(number, "7 Verify Selection")
                .answer("Decision", "Verified")
                .readsWell("7 verify selection")
                .complete();
    }

    // --- step 8: offers and entry on duty

    private void extendsTentativeOffer() {
        hr.comesTo(number, "8 Extend Tentative Offer").readsWell("8 extend tentative offer");
        interactions.besides(() -> readsWhatIsSent(hr, "To " + ELECTED));
        hr.readsWell("8 tentative offer before it is sent").complete();
    }

    /** Before it is: to whom, and in which words. */
    private static void readsWhatIsSent(Tasklist who, String to) {
        who.form().getByRole(AriaRole.BUTTON, named("See the messages")).click();
        assertThat(who.form().getByRole(AriaRole.REGION, named("Messages that are sent")))
                .containsText(to);
    }

    private void recordsOfferAnswer() {
        hr.goesOnTo("8 Record Offer Answer")
                .answer("What did the candidate answer?", "Accepted")
                .answer("Is the candidate a current or former federal employee?", "Yes")
                .readsWell("8 record offer answer")
                .complete();
    }

    private void doesPreEmployment() {
        hr.goesOnTo("8 Build New-hire Record")
                .fill("Number of the new-hire record", "NH-2026-0311")
                .readsWell("8 build new-hire record")
                .complete();
        hr.goesOnTo("8 Request SF-75")
                .fill("Received on", today)
                .answer("Does the SF-75 confirm the federal employment?", "Yes")
                .readsWell("8 request sf-75")
                .complete();
        hr.goesOnTo("8 Set Pay")
                .fill("Step", "1")
                .fill("Pay in dollars a year", "117962")
                .fill("Takes effect on", today.plusDays(14))
                .readsWell("8 set pay")
                .complete();
    }

    private void extendsFinalOffer() {
        hr.goesOnTo("8 Extend Final Offer").readsWell("8 extend final offer").complete();
    }

    private void recordsFinalAnswer() {
        hr.goesOnTo("8 Record Final Answer")
                .answer("What did the candidate answer?", "Accepted")
                .readsWell("8 record final answer")
                .complete();
    }

    private void confirmsEntryOnDuty() {
        hr.goesOnTo("8 Confirm Entry on Duty")
                .answer("Did the person enter on duty?", "Yes")
                .fill("Entered on duty on", today)
                .fill("Why before the start in the offer?", "The whole hire is tried on one day.")
                .readsWell("8 confirm entry on duty")
                .complete();
    }

    // --- around the tasks

    private void watchesInCockpit() {
        interactions.besides(this::looksAtTheDrawnCase);
    }

    private void looksAtTheDrawnCase() {
        var cockpit = opm.goTo("/camunda/app/cockpit/default/#/processes");
        cockpit.getByRole(AriaRole.LINK, pageNamed("Hire from a shared talent pool"))
                .click();
        var running = cockpit.getByRole(AriaRole.ROW).filter(having(number));
        running.getByRole(AriaRole.LINK).first().click();
        assertThat(cockpit.locator("[data-container-id=review-and-interview-candidates] .badge")
                        .first())
                .isVisible();
        pictures.take(cockpit, "opm-1 cockpit");
        opm.open().find(number);
    }

    private void findsTheCaseClosed() {
        var file = manager.goTo("/cases/" + number);
        assertThat(file.locator("main")).containsText("Closed: All vacancies are filled");
        assertThat(file.getByRole(AriaRole.REGION, pageNamed("Signed forms"))
                        .locator("tbody")
                        .getByRole(AriaRole.ROW))
                .containsText(new String[] {"Thomas Whitfield", "Maria Delgado"});
        assertThat(file.locator(".timeline li")).containsText(new String[] {
            "Opened a case for " + TITLE,
            "Named position description PD-0301-13",
            "Told the coordinator of the interest",
            "Confirmed that the vacancy matches",
            "Certified Form B, version 1",
            "Signed Form A, version 1",
            "Submitted Forms A and B to OPM",
            "Approved access to pool",
            "Contacted a candidate",
            "Elected a candidate for a vacancy",
            "Told OPM of the wish to select",
            "Named who gets the certificate",
            "Released the application material",
            "Returned the certificate review",
            "Verified the selection",
            "The candidate accepted the tentative offer",
            "The candidate accepted the final offer",
            "The person entered on duty",
            "Closed the case: All vacancies are filled"
        });
        assertThat(file.locator("main"))
                .containsText("Form A, signed on " + Dates.inWords(today) + " by Thomas Whitfield: cleared.");
        pictures.take(file, "gsa-manager case");
        Accessibility.assertReadable(file);
    }

    private void readsWhatWasSent() {
        var outbox = opm.goTo("/outbox");
        outbox.getByLabel("Case number").fill(number);
        outbox.getByRole(AriaRole.BUTTON, pageNamed("Show")).click();
        pictures.take(outbox, "opm-1 outbox");
        Accessibility.assertReadable(outbox);
        assertThat(outbox.locator("tbody tr").all().stream()
                        .map(message -> message.locator("td").nth(1).innerText().split(" ")[0] + " to "
                                + message.locator("td")
                                        .nth(3)
                                        .locator("span")
                                        .first()
                                        .innerText()))
                .containsExactlyInAnyOrder(
                        "M15 to Agency Talent Portal help",
                        "M19 to CrossGovHiring team",
                        "M1 to Renee Castellano",
                        "M2 to CrossGovHiring team",
                        "M3 to CrossGovHiring team",
                        "M4 to Maria Delgado",
                        "M4 to Thomas Whitfield",
                        "M4 to Renee Castellano",
                        "M5 to " + ELECTED,
                        "M5 to " + ALTERNATE,
                        "M6 to Thomas Whitfield",
                        "M7 to CrossGovHiring team",
                        "M8 to CrossGovHiring team",
                        "M9 to Maria Delgado",
                        "M9 to Thomas Whitfield",
                        "M10 to CrossGovHiring team",
                        "M11 to Renee Castellano",
                        "M11 to Thomas Whitfield",
                        "M12 to " + ELECTED,
                        "M13 to CrossGovHiring team",
                        "M12 to " + ELECTED,
                        "M13 to CrossGovHiring team",
                        "M13 to CrossGovHiring team");
    }

    /** Where the link of a message leads, as the coordinator reads it among the messages of the case. */
    private String linkToTheTask(String message) {
        var link = new AtomicReference<String>();
        interactions.besides(() -> link.set(readsTheLink(message)));
        return link.get();
    }

    private String readsTheLink(String message) {
        var messages = coordinator.goTo("/cases/" + number + "/notices");
        Accessibility.assertReadable(messages);
        messages.getByRole(AriaRole.ROW)
                .filter(having(message))
                .getByRole(AriaRole.LINK)
                .last()
                .click();
        var letter = messages.locator(".letter").innerText();
        pictures.take(messages, "gsa-coordinator " + message);
        // It names the public address of this system, which is another one here.
        return letter.replaceFirst("(?s).*Open the task: https?://[^/]+(/\\S+).*", "$1");
    }

    // --- the workbench

    private void open(String candidate) {
        manager.form().getByRole(AriaRole.BUTTON, named(candidate)).click();
        assertThat(manager.form().getByRole(AriaRole.HEADING, named(candidate))).isFocused();
    }

    private void backToAll() {
        manager.form()
                .getByRole(AriaRole.BUTTON, named("Back to all candidates"))
                .click();
    }

    private void begin(String action) {
        manager.form().getByRole(AriaRole.BUTTON, named(action)).click();
    }

    private void save(String candidate, String said) {
        manager.form().getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(manager.form().locator(".xgw-said")).hasText(candidate + ": " + said);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions pageNamed(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private Tasklist signIn(String person) {
        return Tasklist.signIn(chromium.person(), "http://localhost:" + port, person, password, pictures, interactions);
    }
}
