package io.crossgov.hiring.workflow.engine;

import io.crossgov.hiring.access.Account;
import io.crossgov.hiring.access.Actor;
import java.util.List;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Somebody who acts in the engine, with groups and tenants as they were when the request came, and with whom our side knows. */
public final class EngineIdentity extends Authentication {

    private final Actor actor;

    private EngineIdentity(Account account) {
        super(
                account.actor().userId(),
                account.actor().roles().stream()
                        .map(role -> role.groupId())
                        .sorted()
                        .toList(),
                account.agencies().stream().sorted().toList());
        this.actor = account.actor();
    }

    public static EngineIdentity of(Account account) {
        return new EngineIdentity(account);
    }

    /** Somebody who is no longer there: no group, no tenant. */
    static Authentication gone(String userId) {
        return new Authentication(userId, List.of(), List.of());
    }

    public Actor actor() {
        return actor;
    }
}
