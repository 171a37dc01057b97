package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.AgencySaved;
import io.crossgov.hiring.agency.PersonSaved;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the engine's users, groups and tenants in step with agencies and people, in the transaction that changes them. */
@Component
class DirectorySync {

    private final IdentityService identityService;
    private final EngineAccess engine;
    private final EnginePasswords passwords;

    DirectorySync(IdentityService identityService, EngineAccess engine, EnginePasswords passwords) {
        this.identityService = identityService;
        this.engine = engine;
        this.passwords = passwords;
    }

    /** A tenant for the agency; OPM's people are members of every tenant, so that they see every instance. */
    @EventListener
    void on(AgencySaved agency) {
        engine.asItself(() -> {
            var tenant =
                    identityService.createTenantQuery().tenantId(agency.code()).singleResult();
            var isNew = tenant == null;
            if (isNew) {
                tenant = identityService.newTenant(agency.code());
            }
            tenant.setName(agency.name());
            identityService.saveTenant(tenant);
            if (isNew) {
                opmPeople().forEach(user -> identityService.createTenantUserMembership(agency.code(), user));
            }
            return null;
        });
    }

    /** A user with exactly the person's groups and tenants. */
    @EventListener
    void on(PersonSaved person) {
        engine.asItself(() -> {
            saveUser(person);
            syncGroups(person);
            syncTenants(person);
            return null;
        });
    }

    private void saveUser(PersonSaved person) {
        var known = identityService.createUserQuery().userId(person.id()).singleResult();
        var unguessable = known == null && person.initialPassword().isEmpty();
        var user = known == null ? identityService.newUser(person.id()) : known;
        if (known == null) {
            user.setPassword(person.initialPassword().orElseGet(UnguessablePassword::make));
        }
        var space = person.name().lastIndexOf(' ');
        user.setFirstName(space < 0 ? person.name() : person.name().substring(0, space));
        user.setLastName(space < 0 ? "" : person.name().substring(space + 1));
        user.setEmail(person.email());
        person.initialPassword().ifPresent(password -> passwords.mustBeGood(password, user, "initialPassword"));
        // The policy is for passwords that people choose: a random one may by chance hold the letters of a short name.
        ((IdentityServiceImpl) identityService).saveUser(user, unguessable);
        if (person.isForOneTime()) {
            person.initialPassword().ifPresent(password -> passwords.keep(person.id(), password, true));
        }
    }

    private void syncGroups(PersonSaved person) {
        var wanted = person.roles().stream().map(Role::groupId).collect(Collectors.toSet());
        var present = identityService.createGroupQuery().groupMember(person.id()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        Arrays.stream(Role.values())
                .map(Role::groupId)
                .filter(group -> wanted.contains(group) != present.contains(group))
                .forEach(group -> {
                    if (wanted.contains(group)) {
                        identityService.createMembership(person.id(), group);
                    } else {
                        identityService.deleteMembership(person.id(), group);
                    }
                });
    }

    private void syncTenants(PersonSaved person) {
        Set<String> wanted = person.roles().stream().anyMatch(Role::isOpm) ? allTenants() : new HashSet<>();
        wanted.add(person.agency());
        var present = identityService.createTenantQuery().userMember(person.id()).list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
        present.stream()
                .filter(tenant -> !wanted.contains(tenant))
                .forEach(tenant -> identityService.deleteTenantUserMembership(tenant, person.id()));
        wanted.stream()
                .filter(tenant -> !present.contains(tenant))
                .forEach(tenant -> identityService.createTenantUserMembership(tenant, person.id()));
    }

    /**
     * Makes OPM's people members of every tenant, where an earlier version did not: designers were none of any.
     *
     * @return how many memberships were missing
     */
    int letOpmIntoEveryTenant() {
        return engine.asItself(() -> {
            var people = opmPeople();
            var missing = 0;
            for (var tenant : allTenants()) {
                var members = identityService.createUserQuery().memberOfTenant(tenant).list().stream()
                        .map(User::getId)
                        .collect(Collectors.toSet());
                for (var person : people) {
                    if (!members.contains(person)) {
                        identityService.createTenantUserMembership(tenant, person);
                        missing++;
                    }
                }
            }
            return missing;
        });
    }

    private Set<String> allTenants() {
        var tenants = identityService.createTenantQuery().list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toCollection(HashSet::new));
        tenants.add(Actor.OPM);
        return tenants;
    }

    private Set<String> opmPeople() {
        return Arrays.stream(Role.values())
                .filter(Role::isOpm)
                .flatMap(role -> identityService.createUserQuery().memberOfGroup(role.groupId()).list().stream())
                .map(User::getId)
                .collect(Collectors.toSet());
    }
}
