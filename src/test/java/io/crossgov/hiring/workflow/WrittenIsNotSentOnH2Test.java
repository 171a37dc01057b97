package io.crossgov.hiring.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.ui.Accessibility;
import io.crossgov.hiring.ui.Chromium;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@HiringTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:written;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "crossgov.notices.without-mail-server=keep"
        })
class WrittenIsNotSentOnH2Test extends WrittenIsNotSentScenarios {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots", "delivery");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(ints = {1440, 400})
    void what_did_not_go_out_reads_well_where_people_act(int width) {
        var number = aRefusedLetter();
        try (var chromium = new Chromium()) {
            var page = chromium.person(width, 900).newPage();
            signIn(page, "flow-hr");
            readsWell(page, "/", "start", width);
            assertThat(page.locator("main")).containsText(number);
            readsWell(page, "/cases/" + number, "case", width);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("A message of this case did not go out.");
            page.getByRole(AriaRole.STATUS).getByRole(AriaRole.LINK).first().click();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send again")))
                    .isVisible();
            page.getByLabel("Day on which the recipient was reached").fill("2026-03-02");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record"))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Write how the recipient was reached");
            assertThat(page.getByLabel("Day on which the recipient was reached"))
                    .hasValue(Pattern.compile("2026-03-02|03/02/2026"));
            readsWell(page, null, "notice-refused", width);
            page.getByLabel("How, and what shows it").fill("Certified mail 7020 1810.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record"))
                    .click();
            assertThat(page.locator("main")).containsText("Reached another way");
            readsWell(page, "/cases/" + number + "/notices", "notices", width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 400})
    void that_no_message_leaves_reads_well_on_OPMs_pages(int width) {
        aLetterThatWaits();
        try (var chromium = new Chromium()) {
            var page = chromium.person(width, 900).newPage();
            signIn(page, "flow-opm");
            readsWell(page, "/", "start-incident", width);
            assertThat(page.locator("main")).containsText("No message has left since");
            readsWell(page, "/outbox", "outbox-incident", width);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("No mail server is configured.");
        }
        var watching = Visitor.inABrowser(port).get("/actuator/health/messages");
        assertThat(watching.status()).isEqualTo(503);
        assertThat(watching.body()).isEqualTo("{\"status\":\"DOWN\"}");
    }

    private void signIn(Page page, String userId) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.getByLabel("User name").fill(userId);
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
