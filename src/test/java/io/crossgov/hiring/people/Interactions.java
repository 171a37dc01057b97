package io.crossgov.hiring.people;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Counts what people do by hand: each press of a button, link or choice is one, and so is each field that is filled in, however many keys
 * that takes. Reading, and waiting for the page, cost nothing.
 */
final class Interactions {

    private static final String TELL = "xgCountInteraction";

    /** A press is counted when the button goes down; a field when the first thing is typed into it. */
    private static final String COUNTING =
            """
            (() => {
              let filled;
              const named = (at) => (at.getAttribute("aria-label") || at.textContent).trim().replace(/\\s+/g, " ").slice(0, 60);
              const press = (event) =>
                event.isTrusted && window.%1$s("press " + named(event.target.closest("button, a, label, summary") || event.target));
              const fill = (event) => {
                const field = event.target;
                if (field !== filled && !["checkbox", "radio"].includes(field.type)) {
                  filled = field;
                  window.%1$s("fill " + named(field.labels?.[0] || field));
                }
              };
              document.addEventListener("pointerdown", press, true);
              document.addEventListener("input", fill, true);
              document.addEventListener("focusout", () => { filled = undefined; }, true);
            })();"""
                    .formatted(TELL);

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Page> watched = new ArrayList<>();
    private boolean paused;

    /** From now on, what is done on this page counts. */
    void watch(Page page) {
        page.exposeFunction(TELL, what -> {
            if (!paused) {
                done.add(String.valueOf(what[0]));
            }
            return null;
        });
        page.addInitScript(COUNTING);
        watched.add(page);
    }

    /** What is done meanwhile belongs to no hire: looking around, or asking for help. It may be part of more such. */
    void besides(Runnable doing) {
        var within = paused;
        hearOut();
        paused = true;
        try {
            doing.run();
        } finally {
            hearOut();
            paused = within;
        }
    }

    /** What a page has told of and nobody has heard yet comes before the answer to a question. */
    private void hearOut() {
        watched.forEach(page -> page.evaluate("() => true"));
    }

    /** What was counted, in its order. */
    List<String> counted() {
        hearOut();
        return List.copyOf(done);
    }
}
