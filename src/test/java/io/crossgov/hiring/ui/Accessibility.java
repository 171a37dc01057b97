package io.crossgov.hiring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What a machine can find of WCAG 2.1, levels A and AA. */
public final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    private Accessibility() {}

    /** Nothing is wrong with the page, or with these parts of it. */
    public static void assertReadable(Page page, String... within) {
        var axe = new AxeBuilder(page).withTags(RULES);
        if (within.length > 0) {
            axe.include(List.of(within));
        }
        var found = axe.analyze();
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
