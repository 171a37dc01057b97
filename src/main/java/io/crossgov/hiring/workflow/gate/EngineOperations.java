package io.crossgov.hiring.workflow.gate;

import io.crossgov.hiring.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The operations below {@code /camunda/api} that are open, and to which roles: what Tasklist needs for everybody, what Cockpit
 * needs for OPM, and nothing else. Found by working through both web apps as each role and watching what they ask for.
 */
public final class EngineOperations {

    /**
     * One open operation.
     *
     * @param path below {@code /camunda/api}; matched against the address as it was sent, so that other spellings are not open
     * @param list whether it answers with a list, which the engine gives to a person only up to a named length
     * @param body whether the engine fails on it without a body
     */
    public record Operation(Set<Role> roles, String method, Pattern path, boolean list, boolean body) {

        /** Whether it only asks: for a list, how long that is, or as Cockpit does. */
        boolean isQuestion() {
            return list || path.pattern().endsWith("/count") || path.pattern().startsWith(COCKPIT_PLUGIN);
        }

        /** The same, also with nothing in its body. */
        Operation alsoWithoutBody() {
            return new Operation(roles, method, path, list, false);
        }

        public boolean matches(String method, String path) {
            return this.method.equals(method) && this.path.matcher(path).matches();
        }
    }

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> COCKPIT = EnumSet.of(Role.OPM_CROSS_GOV, Role.OPM_DESIGNER);

    private static final String ENGINE = "/engine/engine/default";
    private static final String UUID = "/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String DEFINITION = "/[A-Za-z0-9_-]+:[0-9]+:[0-9a-f-]{36}";
    private static final String COCKPIT_PLUGIN = "/cockpit/plugin/base/default";

    public static final List<Operation> OPEN = List.of(
            // Who is signed in, and the web apps' own scripts and styles.
            open("GET", "/admin/auth/user/default"),
            open("GET", "/(tasklist/plugin/tasklistPlugins|cockpit/plugin/cockpitPlugins)/static/app/[a-z.-]+"),
            open("GET", "/engine/engine/"),
            open("GET", ENGINE + "/user/[A-Za-z0-9._@-]+/profile"),
            // Tasklist: the task lists.
            list("GET", ENGINE + "/filter"),
            open("GET", ENGINE + "/filter/count"),
            open("GET", ENGINE + "/filter" + UUID),
            open("OPTIONS", ENGINE + "/filter"),
            list("POST", ENGINE + "/filter" + UUID + "/list").alsoWithoutBody(),
            open("POST", ENGINE + "/filter" + UUID + "/count").alsoWithoutBody(),
            // Tasklist: one task, its form, taking it and giving it back.
            list("GET", ENGINE + "/task"),
            list("POST", ENGINE + "/task"),
            open("GET", ENGINE + "/task/count"),
            open("POST", ENGINE + "/task/count"),
            open("GET", ENGINE + "/task" + UUID + "(/(form|form-variables|deployed-form))?"),
            open("POST", ENGINE + "/task" + UUID + "/(claim|submit-form)"),
            open("POST", ENGINE + "/task" + UUID + "/unclaim").alsoWithoutBody(),
            // Tasklist: the diagram of a task, and opening a case.
            list("GET", ENGINE + "/process-definition"),
            open("GET", ENGINE + "/process-definition/count"),
            open(
                    "GET",
                    ENGINE + "/process-definition" + DEFINITION
                            + "(/(xml|startForm|deployed-start-form|form-variables))?"),
            open("POST", ENGINE + "/process-definition" + DEFINITION + "/submit-form"),
            // Cockpit: the dashboard.
            cockpit("GET", COCKPIT_PLUGIN + "/process-definition/statistics(-count)?"),
            cockpit("GET", ENGINE + "/(decision-definition|case-definition|deployment)/count"),
            cockpit("GET", ENGINE + "/process-definition/statistics"),
            cockpit("POST", ENGINE + "/history/task/count"),
            cockpit("GET", ENGINE + "/task/report/candidate-group-count"),
            cockpitList("POST", ENGINE + "/group"),
            // Cockpit: the instances of a process, its diagram with tokens, its jobs and incidents.
            cockpit(
                    "GET",
                    ENGINE + "/process-definition" + DEFINITION + "/(statistics|static-called-process-definitions)"),
            cockpit("POST", COCKPIT_PLUGIN + "/process-definition" + DEFINITION + "/called-process-definitions"),
            cockpit("POST", COCKPIT_PLUGIN + "/(process-instance|incident)/?"),
            cockpit("POST", COCKPIT_PLUGIN + "/(process-instance|incident)/count"),
            cockpit("POST", COCKPIT_PLUGIN + "/process-instance" + UUID + "/called-process-instances"),
            cockpitList("GET", ENGINE + "/(process-instance|job-definition|job)"),
            cockpitList("POST", ENGINE + "/(process-instance|variable-instance|job|external-task)"),
            cockpit("GET", ENGINE + "/(process-instance|job-definition|job|external-task)/count"),
            cockpit("POST", ENGINE + "/(process-instance|variable-instance|job|external-task)/count"),
            cockpit("GET", ENGINE + "/process-instance" + UUID + "(/activity-instances)?"),
            cockpit("GET", ENGINE + "/job-definition" + UUID),
            // Cockpit: what is deployed, for designers.
            cockpitList("GET", ENGINE + "/deployment"),
            cockpit("GET", ENGINE + "/deployment" + UUID + "(/resources(" + UUID + "(/data)?)?)?"));

    private EngineOperations() {}

    /** The open operation that a request asks for, for those who have one of the roles. */
    public static Optional<Operation> find(String method, String path) {
        return OPEN.stream()
                .filter(operation -> operation.matches(method, path))
                .findFirst();
    }

    private static Operation open(String method, String path) {
        return new Operation(EVERYBODY, method, Pattern.compile(path), false, "POST".equals(method));
    }

    private static Operation list(String method, String path) {
        return new Operation(EVERYBODY, method, Pattern.compile(path), true, "POST".equals(method));
    }

    private static Operation cockpit(String method, String path) {
        return new Operation(COCKPIT, method, Pattern.compile(path), false, "POST".equals(method));
    }

    private static Operation cockpitList(String method, String path) {
        return new Operation(COCKPIT, method, Pattern.compile(path), true, "POST".equals(method));
    }
}
