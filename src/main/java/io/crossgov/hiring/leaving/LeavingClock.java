package io.crossgov.hiring.leaving;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Ends what waited for a candidate's days to say that withdrawing was a mistake, once they are over (L9). */
@Component
public class LeavingClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LeavingClock.class);

    private final LeavingDecisions decisions;
    private volatile ScheduledExecutorService thread;

    LeavingClock(LeavingDecisions decisions) {
        this.decisions = decisions;
    }

    /** Each in a transaction of its own: none waits for one that fails. */
    public void settle() {
        for (var request : decisions.toSettle()) {
            try {
                decisions.settle(request);
            } catch (RuntimeException failure) {
                LOG.warn("Withdrawal {} could not be settled yet; the next round tries again.", request, failure);
            }
        }
    }

    private void round() {
        try {
            settle();
        } catch (RuntimeException failure) {
            // Letting it out would end the schedule; the next round tries again.
            LOG.warn("Withdrawals whose days to be undone are over could not be looked up.", failure);
        }
    }

    @Override
    public void start() {
        var scheduled = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "withdrawals"));
        scheduled.scheduleWithFixedDelay(this::round, 1, 60, TimeUnit.MINUTES);
        thread = scheduled;
    }

    /** Never interrupts: an interrupted thread would close the demo's database under everybody. */
    @Override
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.debug("Withdrawals go on being settled after the next start.");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
