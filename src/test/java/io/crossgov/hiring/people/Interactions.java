package io.crossgov.hiring.people;

import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;

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
              const press = (event) => event.isTrusted && window.%1$s();
              const fill = (event) => {
                const field = event.target;
                if (field !== filled && !["checkbox", "radio"].includes(field.type)) {
                  filled = field;
                  window.%1$s();
                }
              };
              document.addEventListener("pointerdown", press, true);
              document.addEventListener("input", fill, true);
              document.addEventListener("focusout", () => { filled = undefined; }, true);
            })();"""
                    .formatted(TELL);

    private final AtomicInteger count = new AtomicInteger();
    private boolean paused;

    /** From now on, what is done on this page counts. */
    void watch(Page page) {
        page.exposeFunction(TELL, nothing -> {
            if (!paused) {
                count.incrementAndGet();
            }
            return null;
        });
        page.addInitScript(COUNTING);
    }

    /** What is done meanwhile belongs to no hire: looking around, or asking for help. It may be part of more such. */
    void besides(Runnable doing) {
        var within = paused;
        paused = true;
        try {
            doing.run();
        } finally {
            paused = within;
        }
    }

    int counted() {
        return count.get();
    }
}
