package io.crossgov.hiring.workflow.history;

import io.crossgov.hiring.common.StartRefused;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what the engine keeps of a case that has been closed for a while, with that of all its selections and requests: the record of the
 * case is in the features' tables and stays. Of a case that is open everything stays, however long ago one of its selections ended, which
 * the engine's own clean-up would not see.
 */
@Component
public class ClosedCases implements SmartLifecycle {

    /** Of one transaction, so that nothing else waits for it. */
    private static final int CASES_AT_ONCE = 50;

    private static final Logger LOG = LoggerFactory.getLogger(ClosedCases.class);

    private final HistoryService historyService;
    private final EngineAccess engine;
    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration kept;
    private volatile ScheduledExecutorService thread;

    /** @param kept how long, from the end of a case */
    ClosedCases(
            HistoryService historyService,
            EngineAccess engine,
            NamedParameterJdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${crossgov.engine-history}") Duration kept) {
        if (kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new StartRefused("crossgov.engine-history is at least 1d.");
        }
        this.historyService = historyService;
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.kept = kept;
    }

    /** Removes all that is to go by now. */
    public void leave() {
        while (Boolean.TRUE.equals(transaction.execute(some -> someLeave()))) {
            // Until nothing is left.
        }
    }

    /** Whether there may be more. Cases that another server has in hand are passed over. */
    private boolean someLeave() {
        var closed = jdbc.queryForList(
                "select ID_ from ACT_HI_PROCINST where SUPER_PROCESS_INSTANCE_ID_ is null and END_TIME_ < :before"
                        + " order by END_TIME_ limit " + CASES_AT_ONCE + " for update skip locked",
                Map.of("before", Timestamp.from(clock.instant().minus(kept))),
                String.class);
        if (!closed.isEmpty()) {
            remove(jdbc.queryForList(
                    "select ID_ from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ in (:closed)",
                    Map.of("closed", closed),
                    String.class));
        }
        return closed.size() == CASES_AT_ONCE;
    }

    private void remove(List<String> processes) {
        engine.asItself(() -> {
            historyService.deleteHistoricProcessInstances(processes);
            return null;
        });
    }

    private void round() {
        try {
            leave();
        } catch (RuntimeException failure) {
            // Letting it out would end the schedule; the next round tries again.
            LOG.warn("The engine's history of closed cases could not be removed.", failure);
        }
    }

    /** The first round is an hour after the start, when there is less to do. */
    @Override
    public void start() {
        var scheduled = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "engine-history"));
        scheduled.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.HOURS);
        thread = scheduled;
    }

    /** Never interrupts: an interrupted thread would close the demo's database under everybody. */
    @Override
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.debug("The engine's history of closed cases goes on leaving after the next start.");
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
