package io.crossgov.hiring.workflow;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The engine's users as people: groups are roles, the tenant is the agency. */
@Component
class EngineDirectory implements Directory {

    /** How long a sign-in stays locked after too many wrong passwords; the engine itself would never open it again. */
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final IdentityService identityService;
    private final EngineAccess engine;
    private final Clock clock;
    private final int maxAttempts;
    private final Pbkdf2PasswordEncryptor encryptor;

    EngineDirectory(
            IdentityService identityService,
            EngineAccess engine,
            Clock clock,
            Pbkdf2PasswordEncryptor encryptor,
            @Value("${camunda.bpm.generic-properties.properties.login-max-attempts}") int maxAttempts) {
        this.identityService = identityService;
        this.engine = engine;
        this.clock = clock;
        this.encryptor = encryptor;
        this.maxAttempts = maxAttempts;
    }

    @Override
    public Optional<Actor> find(String userId) {
        return engine.asItself(() -> Optional.ofNullable(
                        identityService.createUserQuery().userId(userId).singleResult())
                .flatMap(user -> {
                    var roles = identityService.createGroupQuery().groupMember(userId).list().stream()
                            .map(Group::getId)
                            .flatMap(group -> Role.ofGroup(group).stream())
                            .collect(Collectors.toSet());
                    if (roles.isEmpty()) {
                        return Optional.empty();
                    }
                    var name = user.getFirstName() + " " + user.getLastName();
                    return agencyOf(userId, roles.stream().anyMatch(Role::isOpm))
                            .map(agency -> new Actor(userId, name.strip(), user.getEmail(), agency, roles));
                }));
    }

    private Optional<String> agencyOf(String userId, boolean opm) {
        // OPM staff are members of every tenant so that they see every case; they work for OPM all the same.
        return opm
                ? Optional.of(Actor.OPM)
                : identityService.createTenantQuery().userMember(userId).list().stream()
                        .map(Tenant::getId)
                        .findFirst();
    }

    @Override
    public Attempt tryPassword(String userId, String password) {
        return engine.asItself(() -> {
            var user = (UserEntity)
                    identityService.createUserQuery().userId(userId).singleResult();
            if (user == null || isLocked(user)) {
                // As slow as when the password is looked at, so that nobody learns sign-in names by the clock.
                encryptor.encrypt(password);
                return user == null ? Attempt.WRONG : Attempt.LOCKED;
            }
            return identityService.checkPassword(userId, password) ? Attempt.RIGHT : Attempt.WRONG;
        });
    }

    private boolean isLocked(UserEntity user) {
        var until = user.getLockExpirationTime();
        if (until == null) {
            return false;
        }
        if (user.getAttempts() < maxAttempts) {
            return until.toInstant().isAfter(clock.instant());
        }
        if (until.toInstant().plus(LOCKED_FOR).isAfter(clock.instant())) {
            return true;
        }
        identityService.unlockUser(user.getId());
        return false;
    }
}
