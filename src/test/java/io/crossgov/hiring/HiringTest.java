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
import org.springframework.test.context.TestPropertySource;

/**
 * A test with the whole application on an in-memory H2 database, over real HTTP on a free port. All such tests share one context:
 * each makes the cases and pools it needs, under numbers of its own. The job executor is off; timers are fired by hand.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({ProcessTrace.class, StatementCounter.class})
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:hiring;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            // All tests come from one address.
            "crossgov.sign-in.wrong-from-address=100000",
            "crossgov.password-rounds=1000",
            "crossgov.law.considerations=classpath:law/considered-three-times.yaml"
        })
public @interface HiringTest {}
