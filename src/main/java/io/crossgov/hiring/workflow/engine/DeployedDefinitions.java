package io.crossgov.hiring.workflow.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * A model, once deployed, stays as it is: it is neither suspended nor changed here. Whoever works with a process has its model at hand, and
 * need not read from the database with each step that it is still there.
 */
public final class DeployedDefinitions implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return ProcessDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new AtHand();
    }

    private static final class AtHand extends ProcessDefinitionManager {

        @Override
        public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String definitionId) {
            var deployed = atHand(definitionId);
            return deployed == null ? super.getCachedResourceDefinitionEntity(definitionId) : deployed;
        }
    }

    /** What the engine's history says of the model is that of the model at hand, too. */
    public static final class InHistory extends CacheAwareHistoryEventProducer {

        @Override
        protected ProcessDefinitionEntity getProcessDefinitionEntity(String definitionId) {
            var deployed = atHand(definitionId);
            return deployed == null ? super.getProcessDefinitionEntity(definitionId) : deployed;
        }
    }

    private static ProcessDefinitionEntity atHand(String definitionId) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findProcessDefinitionFromCache(definitionId);
    }
}
