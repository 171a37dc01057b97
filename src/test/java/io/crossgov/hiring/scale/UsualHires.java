package io.crossgov.hiring.scale;

import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.workflow.Hire;
import io.crossgov.hiring.workflow.HireScenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** Hires as usual, one after the other in each thread: everybody opens each form, takes the task and submits it, to entry on duty. */
final class UsualHires implements AutoCloseable {

    private static final int CANDIDATES = 40;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<Desk> desks = new ArrayList<>();
    private final Queue<Desk> free;

    /** People who hire from one pool after the other; used by one thread at a time. */
    private static final class Desk {

        private final HireScenario scenario;
        private PoolDetails pool;
        private int elected = CANDIDATES;

        Desk(HireScenario scenario) {
            this.scenario = scenario;
        }

        Hire hire() {
            if (elected == CANDIDATES) {
                pool = scenario.pool(PoolType.CGA, LocalDate.of(2026, 1, 5), CANDIDATES);
                elected = 0;
            }
            var hire = scenario.opensCase(scenario.manager, pool, "Strategist, vacancy " + NUMBER.incrementAndGet());
            hire.until("review-and-interview-candidates")
                    .elects("A-%02d".formatted(++elected))
                    .untilTheEnd();
            if (hire.file().isOpen() || !hire.openTasks().isEmpty()) {
                throw new AssertionError("the hire " + hire.caseNumber() + " did not end");
            }
            return hire;
        }
    }

    private UsualHires(ApplicationContext application, int threads) {
        for (int thread = 0; thread < threads; thread++) {
            desks.add(new Desk(HireScenario.in(application)));
        }
        free = new ConcurrentLinkedQueue<>(desks);
    }

    static UsualHires in(ApplicationContext application, int threads) {
        return new UsualHires(application, threads);
    }

    /** One case from its opening to its end. */
    Hire hire() {
        var desk = free.remove();
        try {
            return desk.hire();
        } finally {
            free.add(desk);
        }
    }

    @Override
    public void close() {
        desks.forEach(desk -> desk.scenario.close());
    }
}
