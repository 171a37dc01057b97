package io.crossgov.hiring.workflow.people;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.BeforeOpening;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups and what each may do in the engine. What is not listed here is denied; rights on single tasks follow from their steps ({@link RightsOfRoles}). */
@Component
@Order(0)
public class EngineSetUp implements BeforeOpening {

    /** One line of the table of rights. */
    record Right(Set<Role> roles, Resource resource, String id, List<Permission> permissions) {
        static Right of(Set<Role> roles, Resource resource, String id, Permission... permissions) {
            return new Right(roles, resource, id, List.of(permissions));
        }

        /** Whether it includes this, under whichever of the engine's names: READ of anything and READ of a process are the same. */
        boolean includes(Permission permission) {
            return includes(permissions, permission);
        }

        static boolean includes(Collection<Permission> permissions, Permission one) {
            return permissions.stream().anyMatch(each -> each.getValue() == one.getValue());
        }

        /** Whether this is the role's authorization for it, with whatever permissions. */
        boolean is(Authorization authorization, Role role) {
            return role.groupId().equals(authorization.getGroupId())
                    && resource.resourceType() == authorization.getResourceType()
                    && id.equals(authorization.getResourceId());
        }
    }

    private static final Set<Role> EVERYBODY = Set.of(Role.values());
    private static final String HIRING = "cross-gov-hiring";
    private static final String SELECTION = "candidate-selection";

    static final List<Right> RIGHTS = List.of(
            Right.of(EVERYBODY, Resources.APPLICATION, "tasklist", ACCESS),
            Right.of(Set.of(Role.OPM_CROSS_GOV, Role.OPM_DESIGNER), Resources.APPLICATION, "cockpit", ACCESS),
            // The names of roles, for "this task is for".
            Right.of(EVERYBODY, Resources.GROUP, Authorization.ANY, READ),
            // Variables are ids and routing answers only; task rows show the case number and the pool.
            Right.of(EVERYBODY, Resources.PROCESS_DEFINITION, HIRING, READ, READ_INSTANCE_VARIABLE),
            Right.of(EVERYBODY, Resources.PROCESS_DEFINITION, SELECTION, READ, READ_INSTANCE_VARIABLE),
            Right.of(
                    Set.of(Role.HIRING_MANAGER, Role.HR_SPECIALIST),
                    Resources.PROCESS_DEFINITION,
                    HIRING,
                    READ,
                    READ_INSTANCE_VARIABLE,
                    CREATE_INSTANCE),
            Right.of(
                    Set.of(Role.HIRING_MANAGER, Role.HR_SPECIALIST),
                    Resources.PROCESS_INSTANCE,
                    Authorization.ANY,
                    CREATE),
            // HR reads all tasks of its agency; the tenant keeps it to the agency.
            Right.of(
                    Set.of(Role.HR_SPECIALIST),
                    Resources.PROCESS_DEFINITION,
                    HIRING,
                    READ,
                    READ_INSTANCE_VARIABLE,
                    CREATE_INSTANCE,
                    READ_TASK,
                    READ_TASK_VARIABLE),
            Right.of(
                    Set.of(Role.HR_SPECIALIST),
                    Resources.PROCESS_DEFINITION,
                    SELECTION,
                    READ,
                    READ_INSTANCE_VARIABLE,
                    READ_TASK,
                    READ_TASK_VARIABLE),
            // OPM watches every open case in Cockpit and works only its own tasks.
            Right.of(
                    Set.of(Role.OPM_CROSS_GOV),
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    READ,
                    READ_INSTANCE,
                    READ_INSTANCE_VARIABLE,
                    READ_TASK,
                    READ_TASK_VARIABLE,
                    READ_HISTORY),
            Right.of(Set.of(Role.OPM_CROSS_GOV), Resources.PROCESS_INSTANCE, Authorization.ANY, READ),
            // Cockpit counts tasks by role only for those who may read any.
            Right.of(Set.of(Role.OPM_CROSS_GOV), Resources.TASK, Authorization.ANY, READ),
            // Designers look at models and where instances stand in them; tasks and their forms speak of candidates.
            Right.of(Set.of(Role.OPM_DESIGNER), Resources.PROCESS_DEFINITION, Authorization.ANY, READ, READ_INSTANCE),
            Right.of(Set.of(Role.OPM_CROSS_GOV, Role.OPM_DESIGNER), Resources.DEPLOYMENT, Authorization.ANY, READ));

    /** The web apps that people of these roles may use, by their names there. */
    public static Set<String> applicationsOf(Set<Role> roles) {
        return RIGHTS.stream()
                .filter(right -> right.resource() == Resources.APPLICATION
                        && right.permissions().contains(ACCESS))
                .filter(right -> right.roles().stream().anyMatch(roles::contains))
                .map(Right::id)
                .collect(Collectors.toSet());
    }

    /** What earlier releases granted. */
    private static final Right NO_LONGER = Right.of(Set.of(Role.OPM_DESIGNER), Resources.TASK, Authorization.ANY, READ);

    /**
     * The one member of the engine's administrators. While that group is empty the engine offers everybody to create the first
     * administrator (CVE-2026-77226), and the web apps lead to nothing else. Nobody signs in as this user: it has no agency, no role
     * and no known password, and its name cannot be a person's, because theirs have no capitals.
     */
    static final String BREAK_GLASS = "BREAK-GLASS";

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final TaskFilters filters;
    private final DirectorySync directory;

    EngineSetUp(
            IdentityService identityService,
            AuthorizationService authorizationService,
            TaskFilters filters,
            DirectorySync directory) {
        this.directory = directory;
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.filters = filters;
    }

    @Override
    @Transactional
    public void prepare() {
        var present = identityService.createGroupQuery().list().stream()
                .map(Group::getId)
                .toList();
        Arrays.stream(Role.values())
                .filter(role -> !present.contains(role.groupId()))
                .forEach(role -> createGroup(role.groupId(), role.title()));
        if (!present.contains(Groups.CAMUNDA_ADMIN)) {
            createGroup(Groups.CAMUNDA_ADMIN, "Engine administrators");
        }
        keepAdministratorsFromBeingEmpty();
        var granted = granted();
        granted.removeIf(this::takeBackWhatIsNoLongerTheirs);
        RIGHTS.forEach(right -> right.roles().forEach(role -> grant(granted, role, right)));
        filters.create();
        directory.letOpmIntoEveryTenant();
    }

    private void createGroup(String id, String name) {
        var group = identityService.newGroup(id);
        group.setName(name);
        group.setType("WORKFLOW");
        identityService.saveGroup(group);
    }

    private void keepAdministratorsFromBeingEmpty() {
        if (identityService.createUserQuery().userId(BREAK_GLASS).count() == 0) {
            var user = identityService.newUser(BREAK_GLASS);
            user.setFirstName("Break");
            user.setLastName("Glass");
            user.setPassword(UnguessablePassword.make());
            identityService.saveUser(user);
        }
        if (identityService
                        .createUserQuery()
                        .userId(BREAK_GLASS)
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .count()
                == 0) {
            identityService.createMembership(BREAK_GLASS, Groups.CAMUNDA_ADMIN);
        }
    }

    /** What was granted before of this table. */
    private List<Authorization> granted() {
        return Stream.concat(RIGHTS.stream(), Stream.of(NO_LONGER))
                .map(Right::id)
                .distinct()
                .flatMap(id -> authorizationService.createAuthorizationQuery().resourceId(id).list().stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private boolean takeBackWhatIsNoLongerTheirs(Authorization authorization) {
        var isOne = NO_LONGER.roles().stream().anyMatch(role -> NO_LONGER.is(authorization, role));
        if (isOne) {
            authorizationService.deleteAuthorization(authorization.getId());
        }
        return isOne;
    }

    private void grant(List<Authorization> granted, Role role, Right right) {
        var authorization = granted.stream()
                .filter(present -> right.is(present, role))
                .findFirst()
                .orElseGet(() -> {
                    var fresh = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                    fresh.setGroupId(role.groupId());
                    fresh.setResource(right.resource());
                    fresh.setResourceId(right.id());
                    granted.add(fresh);
                    return fresh;
                });
        var missing = new ArrayList<>(right.permissions());
        missing.removeIf(authorization::isPermissionGranted);
        if (!missing.isEmpty()) {
            missing.forEach(authorization::addPermission);
            authorizationService.saveAuthorization(authorization);
        }
    }
}
