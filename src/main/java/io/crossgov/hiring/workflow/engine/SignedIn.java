package io.crossgov.hiring.workflow.engine;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.common.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who acts in the engine right now. */
@Component
public class SignedIn {

    private final ObjectProvider<IdentityService> identityService;
    private final ObjectProvider<Directory> directory;

    SignedIn(ObjectProvider<IdentityService> identityService, ObjectProvider<Directory> directory) {
        this.identityService = identityService;
        this.directory = directory;
    }

    /** The person whose request the engine works on. */
    public Actor person() {
        var authentication = identityService.getObject().getCurrentAuthentication();
        if (authentication == null) {
            throw Refusal.notYours("Please sign in.");
        }
        if (authentication instanceof EngineIdentity identity) {
            return identity.actor();
        }
        return directory
                .getObject()
                .find(authentication.getUserId())
                .orElseThrow(() -> Refusal.notYours("Please sign in again."));
    }

    /** The same, or the system itself when a timer has come and nobody asked. */
    public Actor personOrSystem() {
        return identityService.getObject().getCurrentAuthentication() == null ? Actor.SYSTEM : person();
    }

    /** The name of somebody who signs in here; of somebody who no longer does, the user name. */
    public String nameOf(String userId) {
        return directory.getObject().find(userId).map(Actor::name).orElse(userId);
    }
}
