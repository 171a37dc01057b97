package io.crossgov.hiring.workflow.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;

/** Acts in the engine as one person, with that person's groups and tenants as they are now. */
public final class EngineIdentity {

    private EngineIdentity() {}

    public static void assume(IdentityService identityService, String userId) {
        identityService.clearAuthentication();
        var groups = identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
        var tenants = identityService.createTenantQuery().userMember(userId).list().stream()
                .map(Tenant::getId)
                .toList();
        identityService.setAuthentication(userId, groups, tenants);
    }
}
