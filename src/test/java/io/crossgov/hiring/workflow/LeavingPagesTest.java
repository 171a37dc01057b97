package io.crossgov.hiring.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.ui.Accessibility;
import io.crossgov.hiring.ui.Chromium;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** OPM decides on its pages about candidates who ask to leave the pool, as people do it (L9). */
@HiringTest
class LeavingPagesTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots", "leaving");

    @LocalServerPort
    private int port;

    private HireScenario scenario;
    private PoolDetails pool;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        pool = scenario.crossGovernmentPool();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 400})
    void L9_OPM_reads_what_the_candidate_wrote_decides_and_undoes_it_on_the_pages(int width) {
        var hire = scenario.opensCase().until("review-and-interview-candidates");
        for (var applicant : List.of("A-01", "A-02")) {
            hire.withdrawsOnPaper(applicant, "ALL_AGENCIES", scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL));
        }
        try (var chromium = new Chromium()) {
            var page = chromium.person(width, 900).newPage();
            signIn(page);
            readsWell(page, "/", "start", width);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Decide in " + pool.announcement()))
                    .click();
            assertThat(page.locator("h1")).hasText("Withdrawals from all agencies");
            readsWell(page, null, "asked", width);

            page.getByText("Confirm the withdrawal of Candidate A-01").click();
            presses(page, "Confirm the withdrawal");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Confirm that you read what the candidate wrote");
            assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
            readsWell(page, null, "not-confirmed", width);
            form(page).getByLabel("I read what the candidate wrote").check();
            presses(page, "See the messages");
            assertThat(form(page)).containsText("If this was a mistake");
            hire.candidateIs("A-01", Availability.AVAILABLE);
            presses(page, "Confirm the withdrawal");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("has withdrawn from all agencies");
            hire.candidateIs("A-01", Availability.WITHDRAWN);

            page.getByText("Do not confirm it: Candidate A-02").click();
            presses(page, "Do not confirm it");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say why the withdrawal is not confirmed.");
            form(page).getByLabel("Reason").fill("The letter names one agency only.");
            presses(page, "Do not confirm it");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say whether the paper shows");
            readsWell(page, null, "refusal-refused", width);
            form(page)
                    .getByLabel("The candidate\u2019s own word, of that agency only")
                    .check();
            presses(page, "See the messages");
            assertThat(form(page)).containsText("and that stays on record");
            presses(page, "Do not confirm it");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("stays available to the other agencies");
            hire.candidateIs("A-02", Availability.AVAILABLE);

            page.getByText("Undo the withdrawal of Candidate A-01").click();
            presses(page, "Undo the withdrawal");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("how and when the candidate said");
            readsWell(page, null, "undo-refused", width);
            form(page).getByLabel("Reason").fill("Meant one position only.");
            form(page).getByLabel("How the candidate said so").fill("E-mail of today.");
            presses(page, "Undo the withdrawal");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("is available to all agencies again");
            hire.candidateIs("A-01", Availability.AVAILABLE);
            readsWell(page, null, "decided", width);
            readsWell(page, "/pools/" + pool.announcement(), "pool", width);
        }
    }

    /** The one that is open. */
    private static Locator form(Page page) {
        return page.locator("main details.decision[open]");
    }

    private static void presses(Page page, String button) {
        form(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    private void signIn(Page page) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.getByLabel("User name").fill("flow-opm");
        page.getByLabel("Password").fill(HireScenario.PASSWORD);
        page.locator("main").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".site-header__person")).isVisible();
    }

    /** @param path null to look at the page as it is */
    private void readsWell(Page page, String path, String name, int width) {
        if (path != null) {
            page.navigate("http://localhost:" + port + path);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png"))
                .setFullPage(true));
        Accessibility.assertReadable(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s fits %d pixels", name, width)
                .isLessThanOrEqualTo(width);
    }
}
