package io.crossgov.hiring.intake;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.Refusal;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the files that were sent from pools' pages, one after the other, on a thread of its own: whoever sent one may leave the page. Rows
 * and the word that they were taken are one transaction; how far it is, is told apart, for pages to read meanwhile. Of what is running it is
 * said every now and then that it still is, so that what a stopped server leaves behind can be told.
 */
@Component
class IntakeWork implements SmartLifecycle {

    /** After which silence a running import counts as interrupted. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    /** How often a file asks for its turn. */
    private static final int TURNS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWork.class);
    private static final Duration SAY = Duration.ofSeconds(20);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);
    private static final ImportProgress NOTHING = new ImportProgress(0, 0, 0, 0, 0);

    private final IntakeRows rows;
    private final CandidateImport candidateImport;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Set<UUID> mine = ConcurrentHashMap.newKeySet();
    private volatile ExecutorService reader;
    private volatile ScheduledExecutorService sign;

    IntakeWork(IntakeRows rows, CandidateImport candidateImport, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.candidateImport = candidateImport;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Reads a file that waits; on behalf of {@code actor}, whose name stands in the record. */
    void begin(UUID id, Actor actor) {
        mine.add(id);
        try {
            reader.execute(() -> {
                try {
                    read(id, actor);
                } finally {
                    mine.remove(id);
                }
            });
        } catch (RejectedExecutionException stopping) {
            mine.remove(id);
            LOG.debug("The import waits for somebody to begin it again.");
        }
    }

    /** Comes back when everything that was begun before is done. */
    void settle() throws InterruptedException {
        try {
            reader.submit(() -> {}).get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void read(UUID id, Actor actor) {
        try {
            apart.executeWithoutResult(status -> rows.reading(id, clock.instant()));
            inItsTurn(() -> whole.executeWithoutResult(status -> take(id, actor)));
        } catch (FaultyCandidateFile faulty) {
            end(
                    id,
                    IntakeState.FAULTY,
                    faulty.progress(),
                    0,
                    new Intake.Report(faulty.getMessage(), faulty.faults(), List.of()));
        } catch (UndecidedDoubles undecided) {
            end(
                    id,
                    IntakeState.UNDECIDED,
                    undecided.progress(),
                    undecided.count(),
                    new Intake.Report(undecided.getMessage(), List.of(), undecided.doubles()));
        } catch (Refusal refusal) {
            end(id, IntakeState.STOPPED, NOTHING, 0, Intake.Report.of(refusal.sentence()));
        } catch (RuntimeException failure) {
            // Its message may hold values of rows.
            LOG.error(
                    "A candidates' file could not be imported: {}",
                    failure.getClass().getName());
            end(
                    id,
                    IntakeState.STOPPED,
                    NOTHING,
                    0,
                    Intake.Report.of("Something went wrong on our side. No candidate was taken; the file is kept."));
        }
    }

    /** Whoever else changes the pool goes first. H2 gives up waiting after some seconds; nothing was taken then, and nobody stands waiting here. */
    private static void inItsTurn(Runnable reading) {
        for (int asked = 1; ; asked++) {
            try {
                reading.run();
                return;
            } catch (PessimisticLockingFailureException stillTaken) {
                if (asked == TURNS) {
                    throw stillTaken;
                }
            }
        }
    }

    private void take(UUID id, Actor actor) {
        var intake = rows.byId(id).orElseThrow();
        try (var content = new Counted(new ByteArrayInputStream(rows.content(id)))) {
            var taken = candidateImport.take(
                    actor,
                    intake.announcement(),
                    content,
                    progress -> apart.executeWithoutResult(status -> rows.progress(id, progress, content.read)));
            rows.end(id, IntakeState.TAKEN, taken, 0, Intake.Report.NONE, clock.instant());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void end(UUID id, IntakeState state, ImportProgress counts, long doubles, Intake.Report report) {
        apart.executeWithoutResult(status -> rows.end(id, state, counts, doubles, report, clock.instant()));
    }

    private void sayStillRunning() {
        if (mine.isEmpty()) {
            return;
        }
        try {
            apart.executeWithoutResult(status -> rows.heard(Set.copyOf(mine), clock.instant()));
        } catch (RuntimeException failure) {
            // Letting it out would end the schedule.
            LOG.warn(
                    "It could not be said that imports are still running: {}",
                    failure.getClass().getName());
        }
    }

    @Override
    public void start() {
        reader = Executors.newSingleThreadExecutor(task -> new Thread(task, "candidate-files"));
        var scheduled = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "candidate-files-sign"));
        scheduled.scheduleWithFixedDelay(this::sayStillRunning, SAY.toMillis(), SAY.toMillis(), TimeUnit.MILLISECONDS);
        sign = scheduled;
    }

    /** Never interrupts: an interrupted thread would close the demo's database under everybody. */
    @Override
    public void stop() {
        sign.shutdown();
        reader.shutdown();
        try {
            if (!reader.awaitTermination(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The server stops while candidate files are being read; none of their rows are taken.");
            }
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        }
        sign = null;
    }

    @Override
    public boolean isRunning() {
        return sign != null;
    }

    /** Says how far it has been read. */
    private static final class Counted extends FilterInputStream {

        private volatile long read;

        Counted(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            read += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var some = super.read(into, offset, length);
            read += Math.max(some, 0);
            return some;
        }
    }
}
