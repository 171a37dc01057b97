package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Account;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;

/** The engine's users as people: groups are roles, the tenant is the agency. */
@Component
class EngineDirectory implements Directory {

    private final IdentityService identityService;
    private final EngineAccess engine;
    private final EnginePasswords passwords;

    EngineDirectory(IdentityService identityService, EngineAccess engine, EnginePasswords passwords) {
        this.identityService = identityService;
        this.engine = engine;
        this.passwords = passwords;
    }

    @Override
    public Optional<Account> account(String userId) {
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
                            .map(agency -> passwords.account(
                                    new Actor(userId, name.strip(), user.getEmail(), agency, roles), user));
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
        return engine.asItself(() -> passwords.opens(userId, password) ? Attempt.RIGHT : Attempt.WRONG);
    }

    @Override
    public void mustBeGood(String userId, String password, String field) {
        engine.asItself(() -> {
            passwords.mustBeGood(userId, password, field);
            return null;
        });
    }

    @Override
    public void setPassword(String userId, String password, boolean oneTime, String field) {
        engine.asItself(() -> {
            passwords.set(userId, password, oneTime, field);
            return null;
        });
    }
}
