package io.crossgov.hiring;

import io.crossgov.hiring.workflow.ProcessTrace;
import io.crossgov.hiring.workflow.StatementCounter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * As {@link HiringTest}, on a real PostgreSQL 17 started from embedded binaries. Write the tests of a feature once in an abstract
 * class and run them under both annotations.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({ProcessTrace.class, StatementCounter.class})
@ContextConfiguration(initializers = EmbeddedPostgresServer.class)
@TestPropertySource(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            // All tests come from one address.
            "crossgov.sign-in.wrong-from-address=100000",
            "crossgov.password-rounds=1000",
            // The database stops with the JVM; a context that closed at the same time would wait for it in vain.
            "spring.main.register-shutdown-hook=false"
        })
public @interface PostgresTest {}
