package io.crossgov.hiring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import java.util.stream.Stream;

/** What a machine can find of WCAG 2.2, levels A and AA. */
public final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** As narrow as WCAG 1.4.10 asks for, and a desktop's window at a zoom of 200 percent. */
    private static final List<ViewportSize> SMALL = List.of(new ViewportSize(320, 640), new ViewportSize(720, 450));

    private static final ViewportSize NARROW = new ViewportSize(400, 800);

    /** Finds what stands outside the window, what does not fit into what holds it, and what only scrolling sideways would show. */
    private static final String NOT_SHOWN =
            """
            (within) => {
              const room = document.documentElement.clientWidth;
              const found = [];
              if (document.documentElement.scrollWidth > room) {
                found.push(`the page is ${document.documentElement.scrollWidth} wide`);
              }
              const called = (each) => `${each.localName}.${[...each.classList].join(".")} "${each.textContent.trim().slice(0, 60)}"`;
              for (const each of document.querySelectorAll(`:is(${within}) *`)) {
                const at = each.getBoundingClientRect();
                // What only who listens to the page meets is a pixel wide.
                if (at.width <= 1 || at.height <= 1 || each.closest("option, svg") || !each.checkVisibility({ visibilityProperty: true })) {
                  continue;
                }
                if (at.left < -1 || at.right > room + 1) {
                  found.push(`${called(each)} from ${Math.round(at.left)} to ${Math.round(at.right)}`);
                }
                // A field shows the end of what is typed when one goes there.
                if (!/^(input|select)$/.test(each.localName) && each.scrollWidth > each.clientWidth + 1
                    && /auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowX)) {
                  found.push(`${called(each)} holds ${each.scrollWidth} in ${each.clientWidth}`);
                }
              }
              return found;
            }""";

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

    /**
     * In the window as it is, at a zoom of 200 percent, on a telephone and in the narrowest window: the page is as wide as the window, and
     * nothing that can be read or used stands outside of it, is cut off, or has to be scrolled to sideways within a part of the page.
     *
     * @param within what is looked at, such as the form of a task, as a CSS selector
     * @param inEach what else has to hold in each window
     */
    public static void assertShowsAll(Page page, String within, Runnable inEach) {
        var size = page.viewportSize();
        var windows =
                Stream.of(Stream.of(size), SMALL.stream(), Stream.of(NARROW)).flatMap(each -> each);
        windows.forEach(window -> {
            page.setViewportSize(window.width, window.height);
            assertThat((List<?>) page.evaluate(NOT_SHOWN, within))
                    .as("what is not to be seen in a window " + window.width + " wide at " + page.url())
                    .isEmpty();
            inEach.run();
        });
        page.setViewportSize(size.width, size.height);
        waitUntilItStandsStill(page);
    }

    /** In another window columns and bars move to their places; meanwhile they cover each other. */
    private static void waitUntilItStandsStill(Page page) {
        page.waitForFunction("() => document.getAnimations().every((each) => !(each instanceof CSSTransition))");
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
        waitUntilItStandsStill(page);
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
