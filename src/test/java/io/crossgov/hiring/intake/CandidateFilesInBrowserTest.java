package io.crossgov.hiring.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.SamplePools;
import io.crossgov.hiring.ui.Accessibility;
import io.crossgov.hiring.ui.Chromium;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** OPM brings candidates in by mouse and by keyboard, in a wide window and in a narrow one. */
@HiringTest
class CandidateFilesInBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots", "candidate files");
    private static final String HEADER = "applicant_number;name;email;phone;duty_locations;rating;score;preference;"
            + "priority_status;commuting_area;opted_in;federal_agency;resume_file\n";

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    @Autowired
    private Pools pools;

    @Autowired
    private Candidates candidates;

    @Autowired
    private CandidateIntake intake;

    @Autowired
    private PlatformTransactionManager transactions;

    private Chromium chromium;
    private Page page;
    private AnnouncementNumber pool;

    @BeforeEach
    void a_pool_and_OPM_at_its_page() {
        pool = pools.save(
                        Actor.SYSTEM,
                        SamplePools.crossGovernment(
                                "CGA-BR-" + Math.abs(UUID.randomUUID().hashCode())))
                .announcement();
        chromium = new Chromium();
        page = chromium.person().newPage();
        signIn(page);
        page.navigate(at("/pools/" + pool));
        page.getByRole(AriaRole.LINK, named("0: see them, import a file")).click();
    }

    @AfterEach
    void close_browser() {
        chromium.close();
    }

    @Test
    void from_choosing_a_file_to_its_report_and_who_is_whom() {
        readsWell("empty");
        button("Import the file").click();
        assertThat(page.locator("#file-refusal")).hasText("Choose the file with the candidates.");
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        readsWell("no file");

        choose("empty.csv", "");
        button("Import the file").click();
        var file = page.getByLabel("File with the candidates");
        assertThat(file).isFocused();
        assertThat(file)
                .hasAccessibleDescription(Pattern.compile("The file is empty. Choose the file with the candidates.$"));
        assertThat(file).hasAttribute("aria-invalid", "true");
        readsWell("an empty file");

        choose("faulty.csv", HEADER + row("A-1", "ada") + row("A-2", "not an address") + row("A 3", "cy"));
        button("Import the file").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("No candidate was taken: the file has 2 faults.");
        assertThat(page.locator("tbody tr").nth(0)).containsText("This is not an e-mail address.");
        readsWell("faults");
        var download = page.waitForDownload(() ->
                page.getByRole(AriaRole.LINK, named("Download this list (CSV)")).click());
        assertThat(download.suggestedFilename()).isEqualTo("faults.csv");

        page.getByRole(AriaRole.LINK, named("import it again")).click();
        choose("doubles.csv", HEADER + row("DU-1", "dana") + row("DU-2", "Dana") + row("du-02", "du"));
        button("Import the file").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Who is the same person?")))
                .isVisible();
        readsWell("doubles");
        page.getByRole(AriaRole.RADIO, named("One person")).first().focus();
        page.keyboard().press("Space");
        button("Keep the answers and import the file").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say whether du-02 and DU-2 are one person or two.");
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        assertThat(page.getByRole(AriaRole.RADIO, named("One person")).first()).isChecked();
        readsWell("doubles, one missing");
        page.getByRole(AriaRole.RADIO, named("Two people")).nth(1).focus();
        page.keyboard().press("Space");
        button("Keep the answers and import the file").press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("All rows")))
                .containsText("3 rows read: 3 added, 0 changed, 0 unchanged.");
        readsWell("taken");

        page.getByRole(AriaRole.LINK, named("To the candidates")).click();
        assertThat(page.getByRole(AriaRole.ROW, named("DU-1 Name of DU-1"))).containsText("DU-2 here as Name of DU-2");
        readsWell("candidates");
        page.getByRole(AriaRole.LINK, named("Only people with several records")).click();
        assertThat(page.locator("#listed")).hasText("People with several records");
        assertThat(page.getByText("Name of du-02")).hasCount(0);
    }

    @Test
    void a_double_click_imports_once_and_a_workbook_is_told_to_be_one() {
        choose("march.csv", HEADER + row("A-1", "ada"));
        button("Import the file").dblclick();
        assertThat(page.locator(".usa-alert--success")).containsText("1 row read: 1 added");
        assertThat(intake.latest(opm(), pool)).hasSize(1);
        var used = page.url();

        // Also from a page that the browser kept: what it calls what is sent has been used.
        page.navigate(at("/pools/" + pool + "/candidates"));
        page.locator("[name=sending]")
                .evaluate("(field, used) => { field.value = used; }", used.substring(used.lastIndexOf('/') + 1));
        choose("april.csv", HEADER + row("A-2", "bo"));
        button("Import the file").click();
        assertThat(page.getByText("Another file was sent from this page already."))
                .isVisible();
        button("Import the file").click();
        assertThat(page.locator(".usa-alert--success")).containsText("1 row read: 1 added");

        page.navigate(at("/pools/" + pool + "/candidates"));
        choose("march.xlsx", "PK\u0003\u0004....[Content_Types].xml....xl/workbook.xml");
        button("Import the file").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This is an Excel workbook, not a CSV file.");
    }

    @Test
    void a_reload_during_the_import_shows_how_far_it_is_and_the_report_comes_by_itself() {
        new TransactionTemplate(transactions).executeWithoutResult(held -> {
            pools.held(pool);
            var rows = IntStream.range(0, 3_000)
                    .mapToObj(number -> row("A-" + number, "a" + number))
                    .collect(Collectors.joining());
            choose("many.csv", HEADER + rows);
            button("Import the file").click();
            assertThat(page.getByText("You may leave this page")).isVisible();
            readsWell("being read");
            page.reload();
            assertThat(page.getByLabel("Reading the file")).isVisible();
        });
        assertThat(page.locator(".usa-alert--success")).containsText("3,000 rows read: 3,000 added");
        assertThat(candidates.count(pool)).isEqualTo(3_000);
    }

    @Test
    void a_session_that_ends_before_the_file_is_sent_loses_nothing() {
        choose("march.csv", HEADER + row("A-1", "ada"));
        var other = page.context().newPage();
        other.navigate(at("/"));
        other.getByRole(AriaRole.BUTTON, named("Sign out")).click();
        button("Import the file").click();
        assertThat(page.getByText("You are signed out. Sign in again in another tab"))
                .isVisible();

        signIn(other);
        button("Import the file").click();
        assertThat(page.locator(".usa-alert--success")).containsText("1 row read: 1 added");
    }

    private void choose(String name, String content) {
        page.getByLabel("File with the candidates")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private String row(String number, String mailbox) {
        return number + ";Name of " + number + ";" + mailbox + "@"
                + pool.value().toLowerCase(Locale.ROOT)
                + ".example;;Anywhere in the U.S. (remote job);QUALIFIED;;NONE;;;yes;;\n";
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void signIn(Page in) {
        in.navigate(at("/sign-in"));
        in.getByLabel("User name").fill("opm-1");
        in.getByLabel("Password").fill(password);
        in.locator("main").getByRole(AriaRole.BUTTON).click();
        assertThat(in.locator(".site-header__person")).isVisible();
    }

    private static Actor opm() {
        return new Actor("opm-1", "Robin", "robin@opm.example", Actor.OPM, Set.of(Role.OPM_CROSS_GOV));
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** No violation that a machine can find, and nothing to scroll sideways for; the pictures are kept for people. */
    private void readsWell(String name) {
        Accessibility.assertReadable(page);
        Accessibility.assertFitsSmallWindows(page);
        for (var width : new int[] {400, 1440}) {
            page.setViewportSize(width, 900);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d", name, width)
                    .isLessThanOrEqualTo(width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + " " + width + ".png"))
                    .setFullPage(true));
        }
    }
}
