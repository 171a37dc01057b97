package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Actor;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Every process instance belongs to an agency: the caller's process decides, else the person who starts it. Never null: rows
 * without tenant would be seen by everybody.
 */
public final class AgencyAsTenant implements TenantIdProvider {

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution()
                instanceof org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity caller) {
            return caller.getTenantId();
        }
        var authentication = Context.getCommandContext().getAuthentication();
        if (authentication == null || authentication.getTenantIds() == null) {
            return Actor.OPM;
        }
        var tenants = authentication.getTenantIds();
        // OPM staff are members of every tenant; anyone else of exactly one.
        return tenants.size() == 1 ? tenants.get(0) : Actor.OPM;
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return Actor.OPM;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        return Actor.OPM;
    }
}
