package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.Addresses;
import io.crossgov.hiring.common.BusinessDay;
import io.crossgov.hiring.common.OfficeClock;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends the outbox on a thread of its own, right after each commit and every now and then, and starts the clocks of what left. Without a
 * mail server ({@code spring.mail.host}) messages stay in the outbox, or in a demonstration count as handed over. Whether they leave is
 * told in every round.
 */
@Component
class Delivery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final OutboxTable table;
    private final MailServer mailServer;
    private final Leavings leavings;
    private final MailIncidentReport report;
    private final OfficeClock office;
    private final BusinessDay calendar;
    private final Clock clock;
    private final Postman postman;
    private final NoticeProperties properties;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile ScheduledExecutorService thread;

    Delivery(
            OutboxTable table,
            MailOutages outages,
            AddressBook addressBook,
            OvertakenLetters overtaken,
            MailServer mailServer,
            Leavings leavings,
            MailIncidentReport report,
            NoticeProperties properties,
            Addresses addresses,
            OfficeClock office,
            BusinessDay calendar,
            Clock clock) {
        this.table = table;
        this.mailServer = mailServer;
        this.leavings = leavings;
        this.report = report;
        this.office = office;
        this.calendar = calendar;
        this.clock = clock;
        this.properties = properties;
        var from = properties.from() == null ? addresses.crossGovHiring() : properties.from();
        postman = mailServer
                .sender()
                .map(sender -> new Postman(
                        table,
                        outages,
                        addressBook::today,
                        overtaken::why,
                        sender,
                        properties,
                        from,
                        office,
                        calendar,
                        clock,
                        UUID.randomUUID().toString()))
                .orElse(null);
    }

    @TransactionalEventListener
    void written(Outbox.Written written) {
        wake();
    }

    /** Looks through the outbox now; asking many times before it happens is asking once. */
    void wake() {
        var running = thread;
        if (running != null && woken.compareAndSet(false, true)) {
            try {
                running.execute(() -> {
                    woken.set(false);
                    round();
                });
            } catch (RejectedExecutionException stopping) {
                LOG.debug("The outbox waits for the next start.");
            }
        }
    }

    private void round() {
        try {
            if (postman != null) {
                postman.round();
                leavings.tell();
            }
        } catch (RuntimeException failure) {
            // Letting it out would end the schedule; the next round tries again.
            LOG.error("The outbox could not be looked through.", failure);
        }
        try {
            report.tell();
        } catch (RuntimeException failure) {
            LOG.warn("Whether messages leave could not be told; the next round does.", failure);
        }
    }

    @Override
    public void start() {
        if (mailServer.handsOver()) {
            LOG.info("No mail server is configured: notices count as handed over here and are not mailed.");
            // Written while there was a mail server, or by a version that kept them.
            var now = clock.instant();
            table.handOver(time -> time.lastDay(office.dayOf(now), calendar), now);
            leavings.tell();
            report.tell();
            return;
        }
        if (postman == null) {
            LOG.warn("No mail server is configured: notices wait in the outbox, and no time to answer counts.");
        }
        var scheduled = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "notices"));
        scheduled.scheduleWithFixedDelay(this::round, 0, properties.pollEvery().toMillis(), TimeUnit.MILLISECONDS);
        thread = scheduled;
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(20, TimeUnit.SECONDS)) {
                    LOG.warn("A notice was still being sent at the stop; it may show as perhaps sent.");
                }
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
