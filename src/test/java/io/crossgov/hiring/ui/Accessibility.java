package io.crossgov.hiring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;

/** What a machine can find of WCAG 2.2, levels A and AA. */
public final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** As narrow as WCAG 1.4.10 asks for, and a desktop's window at a zoom of 200 percent. */
    private static final List<ViewportSize> SMALL = List.of(new ViewportSize(320, 640), new ViewportSize(720, 450));

    private static final ViewportSize NARROW = new ViewportSize(400, 800);

    /** As {@link #assertReadable}, in the window as it is and in a narrow one, as a telephone or a large zoom has: nothing is cut off there. */
    public static void assertReadableInAnyWindow(Page page) {
        assertReadable(page);
        assertFitsSmallWindows(page);
        var size = page.viewportSize();
        assertFits(page, NARROW);
        assertReadable(page);
        page.setViewportSize(size.width, size.height);
    }

    /** Nothing has to be scrolled sideways in the smallest window and at the largest zoom that WCAG asks for. */
    public static void assertFitsSmallWindows(Page page) {
        var size = page.viewportSize();
        SMALL.forEach(small -> assertFits(page, small));
        page.setViewportSize(size.width, size.height);
    }

    /** The page needs no scrolling sideways, and neither does a table of it whose rows can be cards. */
    private static void assertFits(Page page, ViewportSize window) {
        page.setViewportSize(window.width, window.height);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of " + page.url() + " in a window " + window.width + " wide")
                .isEqualTo(window.width);
        assertThat(page.evaluate(
                        "() => [...document.querySelectorAll('.table-scroll')].filter(each => each.scrollWidth > each.clientWidth)"
                                + ".map(each => each.textContent.trim().slice(0, 80))"))
                .as("tables of " + page.url() + " that scroll in a window " + window.width + " wide")
                .isEqualTo(List.of());
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
