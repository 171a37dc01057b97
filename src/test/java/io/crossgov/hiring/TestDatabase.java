package io.crossgov.hiring;

import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** A database that tests run on. */
public enum TestDatabase {
    H2,
    POSTGRESQL;

    /** The database of a test that runs on both: the system property {@code test.database}, H2 without it. */
    public static TestDatabase ofThisRun() {
        return valueOf(System.getProperty("test.database", "h2").toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tests on one database share their contexts, whichever of the annotations they have. */
    static final class OfContext implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> unused) {
            var annotations = MergedAnnotations.from(testClass, SearchStrategy.TYPE_HIERARCHY);
            if (annotations.isPresent(PostgresTest.class)) {
                return new EmbeddedPostgresServer(
                        annotations.get(PostgresTest.class).getBoolean("asInProduction"));
            }
            var postgres = annotations.isPresent(OnBothDatabases.class) && ofThisRun() == POSTGRESQL;
            return postgres ? new EmbeddedPostgresServer(false) : null;
        }
    }
}
