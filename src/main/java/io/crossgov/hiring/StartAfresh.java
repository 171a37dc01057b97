package io.crossgov.hiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Profiles;

/**
 * {@code --crossgov.start-afresh=true} deletes the demo's database file before anything opens it. Only ever a file of the
 * embedded database, and never in production: no other database is touched.
 */
class StartAfresh implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String FILE_DATABASE = "jdbc:h2:file:";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        var url = environment.getProperty("spring.datasource.url", "");
        if (!environment.getProperty("crossgov.start-afresh", Boolean.class, false)
                || !url.startsWith(FILE_DATABASE)
                || environment.acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        var file = url.substring(FILE_DATABASE.length()).split(";", 2)[0];
        try {
            Files.deleteIfExists(Path.of(file + ".mv.db"));
            Files.deleteIfExists(Path.of(file + ".trace.db"));
        } catch (IOException inUse) {
            throw new UncheckedIOException(
                    "The database file " + file + " cannot be deleted; is the application still running?", inUse);
        }
    }
}
