package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.ui.Accessibility;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Tasklist as one person uses it, in a browser of that person's own. Fields are found by the words that stand beside them; a label,
 * a question or an answer may be given by how it begins.
 */
final class Tasklist {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** The form a person has in front of them: that of the dialog if one is open, that of the task otherwise. */
    private static final String FORM =
            ".modal-content [cam-tasklist-form], body:not(:has(.modal-content)) [cam-tasklist-form]";

    /** The whole of what a person works on: the task with its head, its form and its buttons, or the dialog. */
    private static final String AROUND_THE_FORM = ".task-card, .modal-content";

    private static final int TELEPHONE = 400;

    private static final Pattern ISO_DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    /** Wherever the person has scrolled to: nothing but the bar stands above the task. */
    private static final String TASK_IS_FIRST =
            """
            () => {
              const task = document.querySelector(".task-card h2.task");
              return task.checkVisibility() && task.getBoundingClientRect().top + scrollY < innerHeight;
            }""";

    /** Why a form was not taken. */
    private static final String REFUSAL = "[data-xg-alert]";

    private static final Pattern TASKS_OF_A_LIST = Pattern.compile("/filter/[^/]+/list\\b");

    /** How people type a day. */
    private static final DateTimeFormatter TYPED_DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US);

    private final Page page;
    private final String origin;
    private final String person;
    private final Pictures pictures;
    private final Diary diary;

    private Tasklist(Page page, String origin, String person, Pictures pictures) {
        this.page = page;
        this.origin = origin;
        this.person = person;
        this.pictures = pictures;
        this.diary = new Diary(page);
    }

    /**
     * Signs in and opens Tasklist.
     *
     * @param browser nobody else's
     * @param origin where the application runs, such as http://localhost:8080
     */
    static Tasklist signIn(BrowserContext browser, String origin, String person, String password, Pictures pictures) {
        return signIn(browser.newPage(), origin, person, password, pictures);
    }

    /** As {@link #signIn(BrowserContext, String, String, String, Pictures)}; what the person does by hand from then on is counted. */
    static Tasklist signIn(
            BrowserContext browser,
            String origin,
            String person,
            String password,
            Pictures pictures,
            Interactions interactions) {
        var page = browser.newPage();
        interactions.watch(page);
        var tasklist = new AtomicReference<Tasklist>();
        interactions.besides(() -> tasklist.set(signIn(page, origin, person, password, pictures)));
        return tasklist.get();
    }

    private static Tasklist signIn(Page page, String origin, String person, String password, Pictures pictures) {
        page.navigate(origin + "/sign-in");
        page.getByLabel("User name").fill(person);
        page.getByLabel("Password").fill(password);
        page.locator("main").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".site-header__person")).isVisible();
        return new Tasklist(page, origin, person, pictures).open();
    }

    /** Comes back to Tasklist from another page. */
    Tasklist open() {
        diary.begin();
        page.navigate(origin + TASKLIST);
        diary.tellIfInVain(() ->
                assertThat(page.locator(".task-filters .task-filter").first()).isVisible());
        return this;
    }

    Page page() {
        return page;
    }

    /** The same person in another tab of the same browser. */
    Tasklist inAnotherTab() {
        return new Tasklist(page.context().newPage(), origin, person, pictures).open();
    }

    /** Another page of the application, such as /cases. */
    Page goTo(String path) {
        page.navigate(origin + path);
        return page;
    }

    /** Follows a link of a mail or another page to a task of this case. */
    Tasklist follow(String link, String caseNumber) {
        diary.begin();
        page.navigate(origin + link);
        diary.tellIfInVain(() -> assertThat(form()).containsText(caseNumber));
        return this;
    }

    // --- lists and tasks

    /** Chooses a task list, such as "To take", and waits for it: a row of the list before it is let go when it comes. */
    Tasklist list(String name) {
        unfold();
        var list = page.locator(".task-filters .task-filter")
                .filter(new Locator.FilterOptions().setHasText(startsWith(name)));
        page.waitForResponse(
                TASKS_OF_A_LIST, () -> list.getByRole(AriaRole.LINK).first().click());
        assertThat(list).hasClass(Pattern.compile("\\bactive\\b"));
        return this;
    }

    /** The lists make room for the review of candidates; a button brings them back. */
    private void unfold() {
        if (page.locator("body.filters-column-close").count() > 0) {
            page.locator("button.reset-regions").click();
        }
    }

    /** The row of a case's task in the chosen list. */
    Locator row(String caseNumber, String task) {
        return page.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHasText(caseNumber))
                .filter(new Locator.FilterOptions().setHasText(task));
    }

    /** Finds a task, whatever list it stands in, opens it and waits for its form. */
    Tasklist task(String caseNumber, String task) {
        find(caseNumber);
        diary.begin();
        // What follows in a case opens by itself, and the review of candidates folds the lists when it does.
        page.waitForCondition(() -> isOpen(caseNumber, task) || choose(caseNumber, task));
        return isAt(caseNumber, task);
    }

    private boolean isOpen(String caseNumber, String task) {
        var open = page.locator(".task-card h2.task");
        return open.count() > 0
                && open.innerText().equals(task)
                && form().filter(new Locator.FilterOptions().setHasText(caseNumber))
                                .count()
                        > 0;
    }

    private boolean choose(String caseNumber, String task) {
        unfold();
        try {
            row(caseNumber, task).getByRole(AriaRole.LINK).click(new Locator.ClickOptions().setTimeout(2_000));
            return true;
        } catch (TimeoutError foldedMeanwhile) {
            return false;
        }
    }

    private Tasklist isAt(String caseNumber, String task) {
        diary.tellIfInVain(() -> {
            assertThat(page.locator(".task-card h2.task")).hasText(task);
            assertThat(form()).containsText(caseNumber);
        });
        return this;
    }

    /** Comes to a task of the case that this person looks for, and can fill it in at once: the first answer takes it. */
    Tasklist comesTo(String caseNumber, String task) {
        looksFor(caseNumber);
        diary.begin();
        row(caseNumber, task).getByRole(AriaRole.LINK).click();
        return isAt(caseNumber, task);
    }

    /** Has the case's tasks in the list. */
    Tasklist looksFor(String caseNumber) {
        unfold();
        if (!caseNumber.equals(search().inputValue())) {
            find(caseNumber);
        } else {
            looksAgain();
        }
        return this;
    }

    /** Reads in a task's row what completing it as it stands says, and to whom it writes. */
    Tasklist readsInRow(String caseNumber, String task, String says, String to) {
        var row = row(caseNumber, task);
        assertThat(row.locator(".xg-row-stands")).containsText(says);
        row.getByRole(AriaRole.BUTTON, named(startsWith("See the messages"))).click();
        assertThat(row.getByRole(AriaRole.REGION, named("Messages that are sent")))
                .containsText("To " + to);
        Accessibility.assertReadable(page);
        Accessibility.assertShowsAll(page, "section.tasks-list", () -> {
            if (page.viewportSize().width == TELEPHONE) {
                picture(task + " in its row");
            }
        });
        return this;
    }

    /** Completes a task in its row, as its form stands. */
    void completesInRow(String caseNumber, String task) {
        row(caseNumber, task)
                .getByRole(AriaRole.BUTTON, named(startsWith("Complete " + task)))
                .click();
        assertThat(done().getByRole(AriaRole.HEADING).first()).containsText("Done: " + task);
        assertThat(row(caseNumber, task)).hasCount(0);
    }

    /** Comes back to this window from another one; the list is read anew then, instead of within the minute. */
    private void looksAgain() {
        page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
    }

    /** The next task is open by itself when another is done or a case opened, and says so. */
    Tasklist goesOnTo(String task) {
        assertThat(page.locator(".task-card h2.task")).hasText(task);
        assertThat(page.locator(".xg-following")).containsText("Next for you in case");
        assertThat(form()).containsText("XGH-");
        assertThat(page.locator(".disabled-form")).hasCount(0);
        return this;
    }

    /** What is said when a task is done and nothing else in the case waits for this person. */
    Locator done() {
        return page.locator(".xg-next");
    }

    /** Types into the search above the lists. */
    Tasklist find(String words) {
        unfold();
        search().fill(words);
        return this;
    }

    private Locator search() {
        return page.getByLabel("Find a case by number");
    }

    /** Finds a task in "To take", reads it and takes it. */
    Tasklist takes(String caseNumber, String task) {
        return list("To take").task(caseNumber, task).take();
    }

    /** Takes the open task. */
    Tasklist take() {
        diary.tellIfInVain(() -> {
            button("Take this task").click();
            assertThat(button("Give back")).isVisible();
            assertThat(page.locator(".disabled-form")).hasCount(0);
        });
        return this;
    }

    /** Leaves the open task to others. */
    Tasklist giveBack() {
        button("Give back").click();
        assertThat(button("Take this task")).isVisible();
        return this;
    }

    // --- opening a case

    /** Opens the form in which a case is begun. */
    Tasklist beginCase() {
        page.locator("[cam-widget-header]")
                .getByText("Open a case", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.locator(".modal-content")
                .getByText("Hire from a shared talent pool")
                .click();
        assertThat(form().locator("form")).isVisible();
        return this;
    }

    /** Sends the form in which a case is begun. */
    void openCase() {
        page.locator(".modal-footer")
                .getByRole(AriaRole.BUTTON, named("Open the case"))
                .click();
        waitUntilTaken(page.locator(".modal-content"));
    }

    // --- filling in

    /** The form in front of the person. */
    Locator form() {
        return page.locator(FORM);
    }

    Locator field(String label) {
        return form().getByLabel(startsWith(label));
    }

    Tasklist fill(String label, String value) {
        field(label).fill(value);
        return this;
    }

    Tasklist fill(String label, LocalDate day) {
        var field = field(label);
        if ("date".equals(field.getAttribute("type"))) {
            field.fill(day.toString());
        } else {
            field.fill(TYPED_DATE.format(day));
            field.press("Enter");
        }
        return this;
    }

    /** Chooses from a list of the browser's own. */
    Tasklist select(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    /** Opens a part of the form that is folded away. */
    Tasklist unfold(String summary) {
        form().locator("summary")
                .filter(new Locator.FilterOptions().setHasText(startsWith(summary)))
                .click();
        return this;
    }

    Tasklist check(String label) {
        field(label).check();
        return this;
    }

    Tasklist uncheck(String label) {
        field(label).uncheck();
        return this;
    }

    /** Takes a date out of its field. */
    Tasklist clear(String label) {
        field(label).fill("");
        field(label).press("Enter");
        return this;
    }

    /** Answers a question that has its possible answers below it. */
    Tasklist answer(String question, String answer) {
        form().getByRole(AriaRole.GROUP, named(startsWith(question)))
                .getByLabel(startsWith(answer))
                .check();
        return this;
    }

    /** Attaches a PDF of this name and waits until the server has it. */
    Tasklist attach(String label, String fileName) {
        field(label).setInputFiles(new FilePayload(fileName, "application/pdf", SampleFiles.pdf()));
        assertThat(form().getByRole(AriaRole.LINK, named(startsWith(fileName)))).isVisible();
        return this;
    }

    /** Everything that stands in the fields of the form now, in their order. */
    List<String> typed() {
        return form().locator("input:not([type=file]), select, textarea").all().stream()
                .map(field -> (String)
                        field.evaluate("each => /radio|checkbox/.test(each.type) ? String(each.checked) : each.value"))
                .toList();
    }

    /** Attaches a file and gives back the sentence that says why it is not taken. */
    String attachIsRefused(String label, FilePayload file) {
        field(label).setInputFiles(file);
        return attachRefusal(label);
    }

    /** As {@link #attachIsRefused(String, FilePayload)}, for a file on the disk. */
    String attachIsRefused(String label, Path file) {
        field(label).setInputFiles(file);
        return attachRefusal(label);
    }

    private String attachRefusal(String label) {
        var why = form().locator("[data-upload]")
                .filter(new Locator.FilterOptions().setHas(page.getByLabel(startsWith(label))))
                .locator(".xg-error");
        assertThat(why).isVisible();
        return why.innerText();
    }

    // --- being done

    /** Presses Complete and waits until the task is gone. */
    void complete() {
        var task = page.locator(".task-card h2.task")
                .filter(new Locator.FilterOptions()
                        .setHasText(page.locator(".task-card h2.task").innerText()));
        pressComplete();
        waitUntilTaken(task);
    }

    /** Presses Complete and gives back the sentence that says why the task stays open. */
    String completeIsRefused() {
        pressComplete();
        return refusal();
    }

    /** A form that closes the case has a button of its own, with its question. */
    private void pressComplete() {
        var closing = form().locator("[data-closing]");
        if (closing.count() == 0) {
            button("Complete").click();
            return;
        }
        openClosing();
        button("Close this case").click();
    }

    /** Opens the question with which the case is closed. */
    Tasklist openClosing() {
        var closing = form().locator("[data-closing]");
        if (closing.getAttribute("open") == null) {
            closing.locator("summary").click();
        }
        return this;
    }

    /** Sends the form in which a case is begun and gives back the sentence that says why it is not. */
    String openCaseIsRefused() {
        page.locator(".modal-footer")
                .getByRole(AriaRole.BUTTON, named("Open the case"))
                .click();
        return refusal();
    }

    /** Presses "Take this task" and gives back what is said when it is not theirs to take. */
    String takeIsRefused() {
        button("Take this task").click();
        return notice();
    }

    /** What is said in the corner of the window. */
    String notice() {
        var notice = page.locator(".page-notifications").getByRole(AriaRole.ALERT);
        assertThat(notice).isVisible();
        return notice.innerText();
    }

    private String refusal() {
        var alert = page.locator(REFUSAL);
        assertThat(alert).isVisible();
        var sentences = alert.getByRole(AriaRole.LISTITEM).allInnerTexts();
        return sentences.isEmpty() ? alert.locator("p").first().innerText() : String.join(" ", sentences);
    }

    /** A refusal is said at once, instead of waiting in vain. */
    private void waitUntilTaken(Locator form) {
        try {
            page.waitForCondition(() -> {
                if (page.locator(REFUSAL).count() > 0) {
                    throw new AssertionError(
                            person + " was refused: " + page.locator(REFUSAL).innerText());
                }
                return form.count() == 0;
            });
        } catch (TimeoutError inVain) {
            throw new AssertionError(
                    person + " completed a task, and it stays: "
                            + page.locator("body").innerText(),
                    inVain);
        }
    }

    /** Keeps a picture of what the person sees now. */
    Tasklist picture(String name) {
        pictures.take(page, person + " " + name);
        return this;
    }

    /** Everybody can use the page the person sees now, in whatever window, as far as a machine can tell; the pictures are for people to judge. */
    Tasklist readsWell(String name) {
        picture(name);
        Accessibility.assertReadable(page);
        Accessibility.assertShowsAll(page, AROUND_THE_FORM, () -> {
            if (page.viewportSize().width == TELEPHONE) {
                picture(name + " on a telephone");
            }
            if (page.locator(".modal-content").count() == 0) {
                assertThat(page.locator("main").innerText())
                        .as("days as people write them")
                        .doesNotContainPattern(ISO_DAY);
                assertThat((Boolean) page.evaluate(TASK_IS_FIRST))
                        .as("the task stands first")
                        .isTrue();
            }
        });
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Read by the browser, which does not know Java's quoting. */
    private static Pattern startsWith(String words) {
        return Pattern.compile("^\\s*" + words.replaceAll("[^\\w\\s]", "\\\\$0"));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions named(Pattern name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
