package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
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
 * What opens the way to somebody further down the list, as people meet it in Tasklist: silence that the clock has shown (L14), an objection
 * that OPM has sustained (L22), and categories that the hiring manager has merged (L13). Nobody's word alone does.
 */
@HiringTest
class OrderOfSelectionInTasklistIT {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String REVIEW = "4 Review and Interview Candidates";

    private static final String VETERAN = "Candidate A-04";
    private static final String WANTED = "Candidate A-01";

    private final Pictures pictures = new Pictures("order");

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private HireScenario scenario;
    private Hire hire;
    private Tasklist manager;
    private Workbench workbench;

    @BeforeEach
    void a_pool_with_one_veteran(@Autowired ApplicationContext application) {
        chromium = new Chromium();
        scenario = HireScenario.in(application);
        scenario.is(scenario.crossGovernmentPool(), "A-04", "preference", "TP");
    }

    @AfterEach
    void nothing_is_left_behind() {
        chromium.close();
        scenario.close();
    }

    @Test
    void L14_silence_counts_when_the_days_to_answer_are_over_and_OPM_reads_since_when() {
        hire = scenario.opensCase().until(REVIEWING);
        reviews();
        workbench.open(WANTED).cannotElect(WANTED);
        workbench.begin("Open " + VETERAN).isOpen(VETERAN);
        workbench.begin("Record contact").begin("Save").said("Contact recorded.");
        assertThat(manager.form()).containsText("The candidate may answer until ");
        workbench.begin("Record answer");
        manager.answer("Is the candidate interested?", "Failed to respond");
        manager.fill("How the candidate was asked", "By e-mail; nothing came back.");
        workbench.begin("Save").refused("“Failed to respond” can be recorded from the next day on.");
        assertThat(manager.field("How the candidate was asked")).hasValue("By e-mail; nothing came back.");
        manager.readsWell("4 silence too early");

        scenario.onDay(scenario.today().plusDays(14));
        // No session lasts that long; what was half typed is still there.
        reviews();
        workbench.open(VETERAN);
        assertThat(manager.field("How the candidate was asked")).hasValue("By e-mail; nothing came back.");
        manager.fill("Answered on", scenario.today());
        workbench.begin("Save").said("Answer recorded.");
        manager.readsWell("4 silence recorded");
        workbench.backToAll().open(WANTED).elects(WANTED);

        hire.selectee("A-01").until("verify-selection");
        var opm = signIn(scenario.opm).takes(hire.caseNumber(), "7 Verify Selection");
        assertThat(opm.form()).containsText("Every finding holds");
        assertThat(opm.form()).containsText("asked by a message that left on Mar 2, 2026");
        opm.readsWell("7 verify after silence");
    }

    @Test
    void L22_an_objection_that_OPM_sustains_takes_the_candidate_off_the_list() {
        hire = scenario.opensCase().until(REVIEWING);
        reviews();
        workbench.open(VETERAN).begin("Object to this candidate");
        manager.readsWell("4 object");
        workbench.begin("Object").said("Asked.");
        manager.list("All for my role")
                .task(hire.caseNumber(), "4 File Pass-over or Objection")
                .take();
        manager.check("Made a false statement").fill("Reasons why", "The degree named in the resume was never given.");
        manager.attach("SF-62", "sf-62.pdf").readsWell("4 file objection").complete();

        workbench.isOpen(VETERAN).backToAll().open(WANTED).cannotElect(WANTED);
        assertThat(workbench.order()).containsText("not decided yet");
        manager.readsWell("4 objection waits");

        var opm = signIn(scenario.opm).takes(hire.caseNumber(), "4 Decide Pass-over or Objection");
        assertThat(opm.form()).containsText("The degree named in the resume was never given.");
        opm.answer("Decision", "Sustain").fill("Reason for the decision", "The college confirms it in writing.");
        opm.readsWell("4 decide objection").complete();

        manager.page().reload();
        workbench.isOpen(WANTED);
        workbench.backToAll().open(VETERAN);
        assertThat(workbench.order()).containsText("Sustained by OPM.");
        workbench.cannotElect(VETERAN);
        assertThat(workbench.button("Open " + VETERAN)).hasCount(0);
        manager.readsWell("4 objection sustained");
        workbench.backToAll().open(WANTED).elects(WANTED);
        hire.waitsAt(REVIEWING, "notify-opm-of-selection");
    }

    @Test
    void
            L13_two_of_the_highest_category_can_be_elected_until_the_manager_merges_it_and_a_veteran_of_the_next_comes_first() {
        scenario.withMergingAsked();
        for (var applicant : new String[] {"A-03", "A-04", "A-05", "A-06"}) {
            scenario.is(scenario.lastPool(), applicant, "rating", "WELL_QUALIFIED");
        }
        hire = scenario.opensCase().until(REVIEWING);
        reviews();
        workbench.open(WANTED);
        assertThat(workbench.button("Elect " + WANTED)).isVisible();
        assertThat(manager.form()).containsText("Best qualified has 2 candidates left, fewer than 3.");
        manager.readsWell("4 may merge");

        // What is asked twice is not answered by the second press of a double click.
        workbench.button("Merge with Well qualified").dblclick();
        assertThat(workbench.button("Merge Best qualified with Well qualified now"))
                .isEnabled();
        manager.readsWell("4 merge asked");
        workbench.begin("Not now").begin("Merge with Well qualified");
        workbench
                .begin("Merge Best qualified with Well qualified now")
                .said("Best qualified is merged with Well qualified.");
        assertThat(manager.form())
                .containsText("when " + scenario.manager.name() + " merged it with Well qualified on Mar 2, 2026");
        workbench.cannotElect(WANTED);
        assertThat(workbench.order()).containsText(VETERAN + " is a preference eligible and comes first");
        manager.readsWell("4 merged");

        workbench.begin("Open " + VETERAN).isOpen(VETERAN).elects(VETERAN);
        hire.selectee("A-04").until("verify-selection");
        var opm = signIn(scenario.opm).takes(hire.caseNumber(), "7 Verify Selection");
        assertThat(opm.form()).containsText("Every finding holds");
        assertThat(opm.form()).containsText("merged");
        opm.readsWell("7 verify after merging");
    }

    private void reviews() {
        manager = signIn(scenario.manager);
        manager.list("All for my role").task(hire.caseNumber(), REVIEW);
        workbench = new Workbench(manager);
    }

    private Tasklist signIn(Colleague who) {
        return Tasklist.signIn(
                chromium.person(), "http://localhost:" + port, who.actor().userId(), HireScenario.PASSWORD, pictures);
    }
}
