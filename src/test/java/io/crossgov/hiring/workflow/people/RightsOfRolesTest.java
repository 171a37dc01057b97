package io.crossgov.hiring.workflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.workflow.StatementCounter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What roles may do is answered from memory as the engine would answer it from its table of rights. */
@HiringTest
class RightsOfRolesTest {

    private static final Set<Resource> IN_MEMORY = Set.of(
            Resources.APPLICATION,
            Resources.DEPLOYMENT,
            Resources.PROCESS_DEFINITION,
            Resources.PROCESS_INSTANCE,
            Resources.TASK);

    private static final List<String> IDS = List.of(
            "*",
            "tasklist",
            "cockpit",
            "admin",
            "cross-gov-hiring",
            "candidate-selection",
            "pass-over",
            "0a0a0a0a-0000-0000-0000-000000000000");

    @Autowired
    private ProcessEngine engine;

    @Test
    void every_right_of_every_role_is_what_the_table_says() {
        var differences = new ArrayList<String>();
        var granted = new LinkedHashMap<String, Integer>();
        everybody().forEach(groups -> {
            for (var resource : IN_MEMORY) {
                for (var permission : permissions(resource)) {
                    for (var id : IDS) {
                        var ours = engine.getAuthorizationService()
                                .isUserAuthorized("somebody", groups, permission, resource, id);
                        if (ours != engines(groups, permission, resource, id)) {
                            differences.add(
                                    "%s: %s of %s %s, we say %s".formatted(groups, permission, resource, id, ours));
                        }
                        if (ours) {
                            granted.merge(groups.toString(), 1, Integer::sum);
                        }
                    }
                }
            }
        });

        assertThat(differences).isEmpty();
        assertThat(granted).doesNotContainKey("[]").hasSize(Role.values().length + 1);
    }

    /** Each role, none, one that is not ours, and several at once. */
    private static Stream<List<String>> everybody() {
        return Stream.concat(
                Stream.of(Role.values()).map(role -> List.of(role.groupId())),
                Stream.of(List.of(), List.of("camunda-admin"), List.of("hiring-manager", "hr-specialist")));
    }

    private static List<Permission> permissions(Resource resource) {
        return Stream.<Permission[]>of(
                        Permissions.values(),
                        TaskPermissions.values(),
                        ProcessDefinitionPermissions.values(),
                        ProcessInstancePermissions.values())
                .flatMap(Stream::of)
                .filter(permission -> Stream.of(permission.getTypes()).anyMatch(resource::equals))
                .filter(permission -> permission != Permissions.NONE && permission != Permissions.ALL)
                .filter(permission -> !permission.getName().equals("NONE")
                        && !permission.getName().equals("ALL"))
                .toList();
    }

    private boolean engines(List<String> groups, Permission permission, Resource resource, String id) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command ->
                        new AuthorizationManager().isAuthorized("somebody", groups, permission, resource, id));
    }

    @Test
    void nobody_asks_the_database_for_them() {
        var statements = StatementCounter.during(() -> {
            everybody().forEach(groups -> engine.getAuthorizationService()
                    .isUserAuthorized("somebody", groups, Permissions.ACCESS, Resources.APPLICATION, "tasklist"));
            everybody().forEach(groups -> engine.getAuthorizationService()
                    .isUserAuthorized(
                            "somebody", groups, Permissions.READ, Resources.PROCESS_DEFINITION, "cross-gov-hiring"));
        });

        assertThat(statements).isEmpty();
    }

    /** To read a model is not to start it. */
    @Test
    void a_case_is_opened_by_hiring_managers_and_HR_alone() {
        var open = new ArrayList<Role>();
        for (var role : Role.values()) {
            engine.getIdentityService().setAuthentication("somebody", List.of(role.groupId()), List.of("GSA"));
            try {
                var startable = engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .startablePermissionCheck()
                        .latestVersion()
                        .listPage(0, 10);
                if (!startable.isEmpty()) {
                    assertThat(startable).extracting(ProcessDefinition::getKey).containsExactly("cross-gov-hiring");
                    open.add(role);
                }
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }

        assertThat(open).containsExactly(Role.HIRING_MANAGER, Role.HR_SPECIALIST);
    }
}
