package io.crossgov.hiring.workflow.engine;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;

/**
 * What a process waits for comes to it in the transaction in which it happens, never as a job later: whoever stops waiting need not look for
 * such a job, which the engine does for each message a case waited for.
 */
public final class EventsWithoutJobs implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return EventSubscriptionManager.class;
    }

    @Override
    public Session openSession() {
        return new AtOnce();
    }

    private static final class AtOnce extends EventSubscriptionManager {

        @Override
        public void deleteEventSubscription(EventSubscriptionEntity subscription) {
            getDbEntityManager().delete(subscription);
            createdSignalSubscriptions.remove(subscription);
        }
    }
}
