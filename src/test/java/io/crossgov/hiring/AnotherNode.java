package io.crossgov.hiring;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application once more, beside a test's own on the same database. */
public final class AnotherNode {

    private AnotherNode() {}

    /**
     * Starts one in this process: both share the clock, and Camunda's web apps are the first one's. Its engine has another name, because
     * a process knows its engines by theirs.
     *
     * @param database address of the PostgreSQL of a {@link PostgresTest}
     * @param settings as on a command line
     */
    public static ConfigurableApplicationContext on(String database, String... settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.main.register-shutdown-hook=false",
                "--camunda.bpm.process-engine-name=another",
                "--camunda.bpm.job-execution.enabled=false",
                "--crossgov.password-rounds=1000"));
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(CrossGovHiringApplication.class).run(all.toArray(String[]::new));
    }
}
