package io.crossgov.hiring.workflow;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * A test class that moves the engine's clock puts it back. The clock is one for the whole JVM: left standing, it fails the tests of other
 * classes, and which ones depends on the order in which they run. The class that leaves it is the one that fails.
 */
final class ClockPutBack extends AbstractTestExecutionListener {

    private static final Duration WHILE_THIS_LOOKS = Duration.ofSeconds(10);

    @Override
    public void afterTestClass(TestContext test) {
        var left = Duration.between(ClockUtil.getCurrentTime().toInstant(), Instant.now());
        if (left.abs().compareTo(WHILE_THIS_LOOKS) > 0) {
            ClockUtil.reset();
            throw new AssertionError(test.getTestClass().getSimpleName() + " leaves the engine's clock wrong by " + left
                    + ". Put it back after each test, with HireScenario.close() or ClockUtil.reset().");
        }
    }
}
