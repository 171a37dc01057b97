package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.ui.Accessibility;
import io.crossgov.hiring.ui.Chromium;
import io.crossgov.hiring.workflow.Colleague;
import io.crossgov.hiring.workflow.Hire;
import io.crossgov.hiring.workflow.HireScenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Passing over a preference eligible as people meet it in Tasklist (L14, L15; 5 CFR 332.406): Candidate A-04 is the only preference
 * eligible of the list, a veteran with a disability of 30 percent or more.
 */
@HiringTest
class PassOverInTasklistIT {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String REVIEW = "4 Review and Interview Candidates";
    private static final String FILING = "4 File Pass-over or Objection";
    private static final String DECIDING = "4 Decide Pass-over or Objection";

    private static final String VETERAN = "Candidate A-04";
    private static final String WANTED = "Candidate A-01";

    private static final String REASONS =
            "The resume shows no work with several research methods, which the position needs at entry.";
    private static final String DECISION = "The reasons are proper and adequate, and the answer does not change them.";

    private final Pictures pictures = new Pictures("pass-over");

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private HireScenario scenario;
    private Hire hire;
    private Tasklist manager;
    private Workbench workbench;

    @BeforeEach
    void a_30_percent_disabled_veteran_is_on_the_list(@Autowired ApplicationContext application) {
        chromium = new Chromium();
        scenario = HireScenario.in(application);
        scenario.is(scenario.crossGovernmentPool(), "A-04", "preference", "CPS");
        hire = scenario.opensCase().until(REVIEWING);
    }

    @AfterEach
    void nothing_is_left_behind() {
        chromium.close();
        scenario.close();
    }

    @Test
    void L15_a_30_percent_disabled_veteran_is_heard_and_passed_over_and_the_selection_goes_on() {
        reviews();
        var lastDay = scenario.today().plusDays(15);

        seesThatTheVeteranComesFirst();
        asksOpm();
        filesReasonsAndForm();
        waitsWhileTheVeteranMayAnswer();
        var opm = signIn(scenario.opm);
        readsWhatTheVeteranWasTold(opm);
        hasNothingToDecideYet(opm);

        scenario.onDay(lastDay.plusDays(1));
        hire.passingOver("A-04").timerFires("time-to-answer").waitsAt("decide-pass-over");
        // No session lasts that long: everybody has signed in again.
        sustains(signIn(scenario.opm));
        reviews();
        electsTheOther();
        assertThat(signIn(scenario.hr)
                        .list("To take")
                        .picture("5 list")
                        .row(hire.caseNumber(), "5 Notify OPM of Selection"))
                .isVisible();
        hire.waitsAt(REVIEWING, "notify-opm-of-selection");
    }

    // --- the agency

    private void seesThatTheVeteranComesFirst() {
        manager.takes(hire.caseNumber(), REVIEW);
        assertThat(workbench.row(VETERAN)).containsText("30 percent or more");
        assertThat(workbench.row(VETERAN)).containsText("Can be elected");
        assertThat(manager.form().locator("tbody").getByRole(AriaRole.ROW).first())
                .containsText(VETERAN);
        assertThat(workbench.row(WANTED)).containsText("Cannot be elected now");
        manager.readsWell("4 list");

        workbench.open(WANTED);
        assertThat(workbench.order())
                .containsText(VETERAN + " is a preference eligible and comes first (5 U.S.C. 3318(c), 3319(c)).");
        assertThat(workbench.order()).containsText("ask OPM to pass over " + VETERAN);
        workbench.cannotElect(WANTED);
        manager.readsWell("4 cannot elect and why");
    }

    private void asksOpm() {
        workbench.begin("Open " + VETERAN);
        workbench.isOpen(VETERAN);
        assertThat(workbench.order()).containsText("Number 1");
        manager.readsWell("4 who comes first");
        workbench.begin("Ask to pass over");
        manager.readsWell("4 ask opm");
        workbench.begin("Ask");
        workbench.said(
                VETERAN
                        + ": Asked. The task “4 File Pass-over or Objection” is waiting for the ground, the reasons and the SF-62.");
        manager.readsWell("4 asked");
    }

    private void filesReasonsAndForm() {
        manager.form()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(FILING))
                .click();
        assertThat(manager.page().locator(".task-card h2.task")).hasText(FILING);
        assertThat(manager.form()).containsText(VETERAN);
        manager.take().readsWell("4 file pass-over");
        manager.fill("Reasons why", REASONS);
        refuses(manager, "4 without ground", "Choose the ground of your request.");
        manager.check("Does not have the qualifications").fill("Reasons why", "");
        refuses(manager, "4 without reasons", "Give the reasons why this candidate is not to be considered.");
        manager.fill("Reasons why", REASONS);
        refuses(manager, "4 without sf-62", "Attach the SF-62");
        assertThat(manager.field("Reasons why").inputValue()).isEqualTo(REASONS);
        manager.attach("SF-62", "sf-62.pdf").readsWell("4 reasons and sf-62").complete();
    }

    private void waitsWhileTheVeteranMayAnswer() {
        manager.list("My tasks").task(hire.caseNumber(), REVIEW);
        workbench.open(WANTED);
        assertThat(workbench.order()).containsText("It is not decided yet whether to pass over " + VETERAN);
        workbench.cannotElect(WANTED);
        manager.readsWell("4 waits for opm");
        workbench.begin("Open " + VETERAN);
        assertThat(workbench.order())
                .containsText("The candidate may answer until Tue, Mar 17, 2026, Eastern Time; then OPM decides.");
        manager.readsWell("4 veteran may answer");
    }

    private void electsTheOther() {
        manager.list("My tasks").task(hire.caseNumber(), REVIEW);
        workbench.open(VETERAN);
        assertThat(workbench.order()).containsText("Sustained by OPM.");
        assertThat(workbench.order()).containsText(DECISION);
        manager.readsWell("5 sustained");
        workbench.backToAll();
        assertThat(workbench.row(WANTED)).containsText("Can be elected");
        workbench.open(WANTED);
        workbench.begin("Elect " + WANTED);
        manager.readsWell("5 elect");
        workbench.begin("Continue");
        workbench.begin("Elect " + WANTED);
        workbench.said(WANTED + " is elected. Your HR specialist is told.");
        manager.readsWell("5 elected");
    }

    // --- OPM

    private void readsWhatTheVeteranWasTold(Tasklist opm) {
        var messages = opm.goTo("/outbox?case=" + hire.caseNumber());
        Accessibility.assertReadable(messages);
        opm.picture("outbox");
        messages.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("M18 "))
                .getByRole(AriaRole.LINK)
                .last()
                .click();
        assertThat(messages.locator("main")).containsText(VETERAN + ", " + hire.mailOf("A-04"));
        assertThat(messages.locator(".letter")).containsText(REASONS);
        assertThat(messages.locator(".letter")).containsText("by Tue, Mar 17, 2026, Eastern Time");
        Accessibility.assertReadable(messages);
        opm.picture("M18");
    }

    /** The link to the task leads to the case's page as long as there is no such task. */
    private void hasNothingToDecideYet(Tasklist opm) {
        hire.passingOver("A-04").waitsAt();
        var page = opm.goTo("/go/task?case=" + hire.caseNumber() + "&task=decide-pass-over");
        assertThat(page.locator("h1")).containsText(hire.caseNumber());
        assertThat(page.locator("main")).containsText("Filed the ground, the reasons and the SF-62");
        Accessibility.assertReadable(page);
        opm.picture("case while the veteran may answer");
    }

    private void sustains(Tasklist opm) {
        opm.takes(hire.caseNumber(), DECIDING);
        assertThat(opm.form()).containsText(REASONS);
        assertThat(opm.form()).containsText("last day to answer: Tue, Mar 17, 2026, Eastern Time");
        opm.readsWell("4 decide pass-over");
        var paper = opm.page().waitForDownload(() -> opm.form()
                .getByRole(AriaRole.LINK, named("Open the SF-62"))
                .click());
        assertThat(paper.suggestedFilename()).isEqualTo("sf-62.pdf");
        opm.fill("What the candidate answered", "I led three studies in one agency.")
                .answer("Decision", "Sustain");
        refuses(opm, "4 decision without reason", "Give the reason for your decision");
        opm.fill("Reason for the decision", DECISION).readsWell("4 decided").complete();
    }

    // --- how it goes

    /** Complete is refused, with a sentence for each thing that is missing, and the case stays as it was. */
    private void refuses(Tasklist form, String what, String words) {
        hire.staysAsItIs(
                () -> assertThat(form.completeIsRefused()).contains(words).matches("([^.]+\\.\\s?){1,2}"));
        form.readsWell(what);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private void reviews() {
        manager = signIn(scenario.manager);
        workbench = new Workbench(manager);
    }

    private Tasklist signIn(Colleague who) {
        return Tasklist.signIn(
                chromium.person(), "http://localhost:" + port, who.actor().userId(), HireScenario.PASSWORD, pictures);
    }
}
