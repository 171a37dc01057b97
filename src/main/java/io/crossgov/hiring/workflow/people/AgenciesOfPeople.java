package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Role;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;

/** OPM's people are members of every tenant (see {@link DirectorySync}): the engine need not name each in every question of theirs. */
public final class AgenciesOfPeople implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return TenantManager.class;
    }

    @Override
    public Session openSession() {
        return new TenantManager() {
            @Override
            public boolean isTenantCheckEnabled() {
                return super.isTenantCheckEnabled()
                        && RightsOfRoles.roles(getCurrentAuthentication().getGroupIds()).stream()
                                .noneMatch(Role::isOpm);
            }
        };
    }
}
