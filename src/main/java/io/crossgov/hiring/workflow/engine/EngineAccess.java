package io.crossgov.hiring.workflow.engine;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.SignedInPerson;
import io.crossgov.hiring.common.Refusal;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Uses the engine as the application itself or as a person, whoever's request it is, and puts the identity back after. */
@Component
public class EngineAccess {

    private static final Logger LOG = LoggerFactory.getLogger(EngineAccess.class);

    private final IdentityService identityService;
    /** The directory keeps passwords in the engine. */
    private final ObjectProvider<Directory> directory;

    EngineAccess(IdentityService identityService, ObjectProvider<Directory> directory) {
        this.identityService = identityService;
        this.directory = directory;
    }

    /** As the application: no authorization is checked, so the caller must have checked. */
    public <T> T asItself(Supplier<T> work) {
        var before = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return work.get();
        } finally {
            identityService.setAuthentication(before);
        }
    }

    /**
     * As this person, with that person's rights now: those at the beginning of the person's own request, or else read from the directory.
     *
     * @throws Refusal for what the engine or a form refuses, in words for the person
     */
    public <T> T as(Actor person, Supplier<T> work) {
        var before = identityService.getCurrentAuthentication();
        identityService.setAuthentication(identity(person.userId()));
        try {
            return work.get();
        } catch (RefusedFormException refused) {
            throw refused.refusal();
        } catch (AuthorizationException notAllowed) {
            throw Refusal.notYours("Your role does not include this.");
        } catch (OptimisticLockingException overtaken) {
            throw Refusal.conflict(EngineWords.OVERTAKEN);
        } catch (NullValueException | BadUserRequestException notThere) {
            LOG.debug("The engine knows nothing of what {} asked for", person.userId(), notThere);
            throw Refusal.unknown(EngineWords.NO_SUCH_TASK);
        } catch (TaskAlreadyClaimedException taken) {
            throw Refusal.conflict(EngineWords.TAKEN);
        } catch (ProcessEngineException failure) {
            // The engine wraps what a listener refuses.
            for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            if (String.valueOf(failure.getMessage()).contains(EngineWords.MOVED_ON)) {
                throw Refusal.conflict(EngineWords.OVERTAKEN);
            }
            if (String.valueOf(failure.getMessage()).contains("no authenticated tenant")) {
                throw Refusal.unknown(EngineWords.NO_SUCH_TASK);
            }
            throw failure;
        } finally {
            identityService.setAuthentication(before);
        }
    }

    private Authentication identity(String userId) {
        return SignedInPerson.now()
                .map(SignedInPerson::account)
                .filter(account -> account.actor().userId().equals(userId))
                .or(() -> directory.getObject().account(userId))
                .<Authentication>map(EngineIdentity::of)
                .orElseGet(() -> EngineIdentity.gone(userId));
    }
}
