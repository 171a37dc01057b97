package io.crossgov.hiring.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/**
 * When a timer has come, nobody asked: the engine works on it as the system, wherever it fires. The engine's timer executor would make the
 * process's agency somebody without a name, who has no rights and is no person; a timer that is fired by hand has no such company.
 */
public final class NobodyForTimers extends IdentityServiceImpl {

    @Override
    public void setAuthentication(String userId, List<String> groups, List<String> tenantIds) {
        if (userId == null) {
            clearAuthentication();
        } else {
            super.setAuthentication(userId, groups, tenantIds);
        }
    }
}
