package io.crossgov.hiring.workflow;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Time that the application needed for what people asked of it, without what a test does in between. Used by one thread at a time. */
public final class Effort {

    private long elapsed;
    private long computed;

    /** What {@code work} takes counts. */
    public void during(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var start = System.nanoTime();
        var computedBefore = threads.getCurrentThreadCpuTime();
        try {
            work.run();
        } finally {
            elapsed += System.nanoTime() - start;
            computed += threads.getCurrentThreadCpuTime() - computedBefore;
        }
    }

    public Duration elapsed() {
        return Duration.ofNanos(elapsed);
    }

    /** Of it, what the thread computed: neither waiting for the database nor for a processor. */
    public Duration computed() {
        return Duration.ofNanos(computed);
    }
}
