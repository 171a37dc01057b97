package io.crossgov.hiring.workflow.engine;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.Incident;

/** What the engine looks for with each step, and in this application never finds. It is not looked for: a case's end alone did so a dozen times. */
public final class NeverThere {

    /** Takes the place of one of the engine's managers. */
    private record InPlaceOf(Class<?> type, Supplier<Session> ours) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return ours.get();
        }
    }

    private NeverThere() {}

    /** For the engine's configuration. */
    public static List<SessionFactory> managers() {
        return List.of(
                new InPlaceOf(IncidentManager.class, Incidents::new),
                new InPlaceOf(EventSubscriptionManager.class, Subscriptions::new),
                new InPlaceOf(VariableInstanceManager.class, Variables::new));
    }

    /** A job that may still be tried has no incident. */
    private static final class Incidents extends IncidentManager {

        @Override
        public List<Incident> findIncidentByConfiguration(String job) {
            var atHand = getDbEntityManager().getCachedEntity(JobEntity.class, job);
            return atHand != null && atHand.getRetries() > 0 ? List.of() : super.findIncidentByConfiguration(job);
        }
    }

    /** What a process waits for comes to it at once, in the transaction in which it happens, never by a job. */
    private static final class Subscriptions extends EventSubscriptionManager {

        @Override
        public void deleteEventSubscription(EventSubscriptionEntity subscription) {
            getDbEntityManager().delete(subscription);
            createdSignalSubscriptions.remove(subscription);
        }
    }

    /** Variables are those of processes: what the form of a task shows and takes is kept by a feature. */
    private static final class Variables extends VariableInstanceManager {

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
                String task, Collection<String> names) {
            return List.of();
        }
    }
}
