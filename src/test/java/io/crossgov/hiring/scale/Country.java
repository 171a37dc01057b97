package io.crossgov.hiring.scale;

import io.crossgov.hiring.scale.OriginalCases.Original;
import io.crossgov.hiring.workflow.HireScenario;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/**
 * A country at work, in a database of its own: sixty agencies with their people, and as many cases as wanted, real ones and copies of them.
 *
 * <pre>{@code Country.of(application, scenario).withOpenTasks(100_000).withClosedCases(900_000)}</pre>
 */
public final class Country {

    private final List<Original> originals;
    private final Crowd crowd;

    private Country(List<Original> originals, Crowd crowd) {
        this.originals = originals;
        this.crowd = crowd;
    }

    /** Sets up people and makes the original cases. For PostgreSQL, once a database. */
    public static Country of(ApplicationContext application, HireScenario scenario) {
        var originals = OriginalCases.madeBy(scenario);
        var crews = Staff.hired(application);
        return new Country(originals, Crowd.of(application.getBean(DataSource.class), originals, crews));
    }

    /** Adds open cases with at least so many open tasks. */
    public Country withOpenTasks(int tasks) {
        crowd.withOpenTasks(tasks);
        return this;
    }

    /** Adds closed cases, of which the engine keeps nothing any more. */
    public Country withClosedCases(int cases) {
        crowd.withClosedCases(cases);
        return this;
    }

    /** Adds pools of earlier years, without their cases. */
    public Country withClosedPools(int pools) {
        crowd.withClosedPools(pools);
        return this;
    }

    List<Original> originals() {
        return originals;
    }
}
