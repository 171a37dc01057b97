package io.crossgov.hiring.people;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What people saw, kept for people to look at: one numbered file a picture, below target/screenshots. */
final class Pictures {

    /** How much of the page is out of sight: Tasklist scrolls its columns, not itself. */
    private static final String OUT_OF_SIGHT =
            """
            () => Math.max(0, ...[document.scrollingElement, ...document.querySelectorAll('*')]
              .filter((each) => each === document.scrollingElement || /auto|scroll/.test(getComputedStyle(each).overflowY))
              .map((each) => each.scrollHeight - each.clientHeight))""";

    private final Path directory;
    private final AtomicInteger taken = new AtomicInteger();

    Pictures(String name) {
        directory = Path.of("target", "screenshots", name);
    }

    /** The whole page, however long its form is. */
    void take(Page page, String name) {
        var hidden = ((Number) page.evaluate(OUT_OF_SIGHT)).intValue();
        var size = page.viewportSize();
        page.setViewportSize(size.width, size.height + hidden);
        page.screenshot(new Page.ScreenshotOptions().setPath(directory.resolve(fileName(name))));
        page.setViewportSize(size.width, size.height);
    }

    private String fileName(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "%02d-%s.png".formatted(taken.incrementAndGet(), plain);
    }
}
