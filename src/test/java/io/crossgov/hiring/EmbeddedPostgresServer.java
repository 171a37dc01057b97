package io.crossgov.hiring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts a PostgreSQL for one application context; it stops after everything else in it, so that nothing waits for a lost connection. */
record EmbeddedPostgresServer(boolean asInProduction)
        implements ApplicationContextInitializer<ConfigurableApplicationContext>, ContextCustomizer {

    EmbeddedPostgresServer() {
        this(false);
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration unused) {
        initialize(context);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var builder = EmbeddedPostgres.builder().setRegisterShutdownHook(false);
            if (asInProduction) {
                builder.setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "8GB")
                        .setServerConfig("max_connections", "100");
            } else {
                // What the database plans is not to depend on when it last looked at its tables: a test that needs that
                // says so.
                builder.setServerConfig("max_connections", "60").setServerConfig("autovacuum", "off");
            }
            var server = builder.start();
            // What is registered first is destroyed last.
            ((DefaultListableBeanFactory) context.getBeanFactory())
                    .registerDisposableBean("embeddedPostgresServer", server::close);
            TestPropertyValues.of(
                            "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres")
                    .applyTo(context);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }
}
