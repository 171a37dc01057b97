package io.crossgov.hiring.people;

import com.microsoft.playwright.Page;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened in one person's browser since the last page was opened: a test that waits in vain says it, instead of only for what. */
final class Diary {

    private final Page page;
    private final List<String> entries = new CopyOnWriteArrayList<>();

    Diary(Page page) {
        this.page = page;
        page.onFrameNavigated(frame -> write("went to " + frame.url()));
        page.onResponse(answer -> write(answer.status() + " " + answer.request().method() + " " + answer.url()));
        page.onRequestFailed(request -> write("no answer to " + request.url() + ": " + request.failure()));
        page.onConsoleMessage(message -> write("console: " + message.text()));
        page.onPageError(error -> write("script error: " + error));
    }

    /** Runs what waits for the page, and tells of the page when that was in vain. */
    void tellIfInVain(Runnable wait) {
        try {
            wait.run();
        } catch (AssertionError | RuntimeException inVain) {
            throw new AssertionError(inVain.getMessage() + "\n\n" + this, inVain);
        }
    }

    void begin() {
        entries.clear();
    }

    @Override
    public String toString() {
        return "At " + page.url() + " after\n" + String.join("\n", entries) + "\nit reads:\n"
                + page.locator("body").innerText();
    }

    private void write(String what) {
        entries.add(LocalTime.now() + " " + what);
    }
}
