package io.crossgov.hiring;

import io.crossgov.hiring.common.BeforeOpening;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does what has to be done {@linkplain BeforeOpening before anybody comes in}, right before the web server opens its port. */
@Component
class Opening implements SmartLifecycle {

    /** Spring Boot opens the port 2048 phases before the last one. */
    private static final int BEFORE_THE_PORT = DEFAULT_PHASE - 2049;

    private final ObjectProvider<BeforeOpening> preparations;
    private boolean prepared;

    Opening(ObjectProvider<BeforeOpening> preparations) {
        this.preparations = preparations;
    }

    @Override
    public void start() {
        preparations.orderedStream().forEach(BeforeOpening::prepare);
        prepared = true;
    }

    @Override
    public void stop() {
        prepared = false;
    }

    @Override
    public boolean isRunning() {
        return prepared;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_PORT;
    }
}
