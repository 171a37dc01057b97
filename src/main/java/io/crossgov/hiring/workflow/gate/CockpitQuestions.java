package io.crossgov.hiring.workflow.gate;

import io.crossgov.hiring.workflow.engine.ValuesNoDatabaseKnows;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.db.CommandExecutor;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Cockpit asks the database itself, past the engine and what stands around its commands. What is asked with a value that no database
 * knows is refused here as it is there (see {@link ValuesNoDatabaseKnows}).
 */
@Component
public class CockpitQuestions implements SmartInitializingSingleton {

    /** Once Cockpit has set itself up, which it does as the server starts. */
    @Override
    public void afterSingletonsInstantiated() {
        Cockpit.setCockpitRuntimeDelegate(new Delegate());
    }

    private static final class Delegate extends DefaultCockpitRuntimeDelegate {

        @Override
        protected CommandExecutor createCommandExecutor(String engine) {
            var cockpits = super.createCommandExecutor(engine);
            return new CommandExecutor() {
                @Override
                public <T> T executeCommand(Command<T> question) {
                    try {
                        return cockpits.executeCommand(question);
                    } catch (ProcessEngineException failure) {
                        throw ValuesNoDatabaseKnows.refusalOr(failure);
                    }
                }
            };
        }
    }
}
