package io.crossgov.hiring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What a machine can find of WCAG 2.2, levels A and AA. */
public final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    private static final int NARROW = 400;
    private static final int NARROW_HEIGHT = 800;

    /** As {@link #assertReadable}, in the window as it is and in a narrow one, as a telephone or a large zoom has: nothing is cut off there. */
    public static void assertReadableInAnyWindow(Page page) {
        assertReadable(page);
        var size = page.viewportSize();
        page.setViewportSize(NARROW, NARROW_HEIGHT);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of " + page.url() + " in a narrow window")
                .isEqualTo(NARROW);
        assertReadable(page);
        page.setViewportSize(size.width, size.height);
    }

    /** Nothing is wrong with the page, all of it: what stands around a form is used with it. */
    public static void assertReadable(Page page) {
        var found = new AxeBuilder(page).withTags(RULES).analyze();
        assertThat(found.getPasses()).as("rules that hold").isNotEmpty();
        assertThat(found.getViolations().stream()
                        .map(violation -> violation.getId() + ": " + violation.getHelp() + " "
                                + violation.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                        .toList())
                        .toList())
                .isEmpty();
    }
}
