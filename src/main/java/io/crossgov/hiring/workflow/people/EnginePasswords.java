package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Account;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The passwords of the engine's users. The engine is used as the application itself: whoever calls has seen to that. */
@Component
class EnginePasswords {

    private static final Logger LOG = LoggerFactory.getLogger(EnginePasswords.class);

    private static final String WEAK =
            "A password has at least 10 characters, among them a capital, a small letter, a digit and a sign,"
                    + " and does not contain the user name, a name or the e-mail address. Choose another.";

    private final IdentityService identityService;
    private final PasswordFamily family;

    EnginePasswords(IdentityService identityService, PasswordFamily family) {
        this.identityService = identityService;
        this.family = family;
    }

    static Account account(Actor actor, Set<String> agencies, String stored) {
        return new Account(actor, agencies, mark(stored), PasswordFamily.isForOneTime(stored));
    }

    /** Whether that is the user's password; one that was kept with another number of rounds is kept anew. */
    boolean opens(String userId, String password) {
        var user = find(userId);
        if (user == null || stored(user) == null) {
            // As slow as when a password is looked at, so that nobody learns user names by the clock.
            family.encrypt(password);
            return false;
        }
        if (!family.check(password + user.getSalt(), stored(user))) {
            return false;
        }
        if (!family.isUpToDate(stored(user))) {
            keepAnew(user, password);
        }
        return true;
    }

    /** Unless it has been kept meanwhile, by who signs in somewhere else, too, or has just chosen another. */
    private void keepAnew(UserEntity asRead, String password) {
        asRead.setPassword(password);
        try {
            save(asRead);
        } catch (OptimisticLockingException keptMeanwhile) {
            LOG.debug("A password was kept meanwhile.");
        }
    }

    /** @throws Refusal 400 at {@code field} when it is too weak, 404 when there is no such user */
    void set(String userId, String password, boolean oneTime, String field) {
        if (oneTime) {
            existing(userId);
        } else {
            mustBeGood(userId, password, field);
        }
        keep(userId, password, oneTime);
    }

    /** @throws Refusal 400 at {@code field} when it is too weak for that user, 404 when there is no such user */
    void mustBeGood(String userId, String password, String field) {
        mustBeGood(password, existing(userId), field);
    }

    /** Asked here, because the engine's own answer is an exception of its. */
    void mustBeGood(String password, User user, String field) {
        if (!identityService.checkPasswordAgainstPolicy(password, user).isValid()) {
            throw Refusal.invalid(field, WEAK);
        }
    }

    /** Keeps it without a question. */
    void keep(String userId, String password, boolean oneTime) {
        var user = find(userId);
        if (oneTime) {
            user.setDbPassword(family.encryptForOneTime(password + user.getSalt()));
        } else {
            user.setPassword(password);
        }
        save(user);
    }

    /** Without a look at what is good: that was asked when it was chosen. */
    private void save(User user) {
        ((IdentityServiceImpl) identityService).saveUser(user, true);
    }

    private UserEntity existing(String userId) {
        var user = find(userId);
        if (user == null) {
            throw Refusal.unknown("There is nobody with the user name " + userId + ".");
        }
        return user;
    }

    private UserEntity find(String userId) {
        return (UserEntity) identityService.createUserQuery().userId(userId).singleResult();
    }

    private static String stored(User user) {
        return user.getPassword();
    }

    private static String mark(String stored) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(stored).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
