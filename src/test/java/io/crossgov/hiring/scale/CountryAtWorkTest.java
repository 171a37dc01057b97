package io.crossgov.hiring.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.scale.Looks.Look;
import io.crossgov.hiring.workflow.Colleague;
import io.crossgov.hiring.workflow.HireScenario;
import io.crossgov.hiring.workflow.StatementCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * While 100,000 tasks are open, nothing that somebody looks at has the database read a table of cases or tasks as a whole, put more in order
 * than is shown, or look at more than so many of its pages. The tasks are copies of real ones: people see of a copy what they see of the
 * original, and work on it. What was looked at stands in {@code target/lists-at-scale.txt}.
 */
@PostgresTest
@Import(SentStatements.class)
@TestPropertySource(properties = "spring.application.name=country")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountryAtWorkTest {

    /** Fewer, to try something out: {@code -Dscale.tasks=10000}. */
    private static final int OPEN_TASKS = Integer.getInteger("scale.tasks", 100_000);

    private static final int CLOSED_CASES = 1_000;

    private static final int CLOSED_POOLS = 12_000;

    /** Pages of 8 KB that one question may look at. */
    private static final long MOST_PAGES = 2_000;

    /** What costs too much today, and why: whoever mends it takes it away here. */
    private static final Map<String, String> KNOWN = Map.of();

    /** Of ten thousand new messages each is looked up in the table to be counted, until a vacuum has been there: it may have been, or not. */
    private static final String UNTIL_A_VACUUM = "OPM: outbox";

    private static final List<String> PAGES = List.of(
            "/cases/%s",
            "/api/cases/%s",
            "/api/cases/%s/notices",
            "/cases/%s/notices",
            "/api/cases/%s/documents",
            "/api/cases/%s/candidates",
            "/api/tasks?case=%s");

    private static final List<Role> LOOKING =
            List.of(Role.HIRING_MANAGER, Role.HR_SPECIALIST, Role.SHARED_CERTIFICATE_COORDINATOR, Role.OPM_CROSS_GOV);

    private final Map<String, Colleague> colleagues = new HashMap<>();

    private final List<String> report = new ArrayList<>();
    private final List<String> tooMuch = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private HireScenario scenario;
    private Country country;

    @BeforeAll
    void theCountryIsAtWork(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        country = Country.of(application, scenario)
                .withOpenTasks(OPEN_TASKS)
                .withClosedCases(CLOSED_CASES)
                .withClosedPools(CLOSED_POOLS);
    }

    @AfterAll
    void everybodyGoesHome() throws IOException {
        scenario.close();
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "lists-at-scale.txt"), report);
    }

    @TestFactory
    Stream<DynamicTest> a_look_costs_no_more_the_more_there_is() {
        return Stream.concat(
                Looks.at(port).stream().map(look -> dynamicTest(look.name(), () -> costsLittle(look))),
                Stream.of(dynamicTest("what is known to cost too much does", this::isKnownStill)));
    }

    private void isKnownStill() {
        for (var known : KNOWN.keySet()) {
            assertThat(tooMuch)
                    .as("what costs too much, and what is known to; whoever mends it takes it from there")
                    .anyMatch(name -> name.matches(known));
        }
    }

    private void costsLittle(Look look) {
        var sent = SentStatements.during(look::now);
        assertThat(sent).as("questions to the database").isNotEmpty();
        var large = Plan.largeTables(jdbc);
        assertThat(large).contains("act_ru_task", "hiring_case", "notice", "talent_pool");
        var plans =
                sent.stream().map(question -> Plan.of(jdbc, large, question)).toList();
        var faults = new ArrayList<String>();
        for (var plan : plans) {
            plan.faults().forEach(fault -> faults.add(fault + ": " + plan.question()));
            if (plan.pages() > MOST_PAGES) {
                faults.add("looks at " + plan.pages() + " pages: " + plan.question());
            }
        }
        report.add("%-60s %3d questions %8d pages %8.1f ms%s"
                .formatted(
                        look.name(),
                        sent.size(),
                        plans.stream().mapToLong(Plan::pages).sum(),
                        plans.stream().mapToDouble(Plan::milliseconds).sum(),
                        faults.isEmpty() ? "" : "  too much"));
        if (!faults.isEmpty()) {
            tooMuch.add(look.name());
        }
        faults.forEach(fault -> report.add("    " + fault));
        if (!look.name().equals(UNTIL_A_VACUUM) && KNOWN.keySet().stream().noneMatch(look.name()::matches)) {
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void there_are_as_many_open_tasks_as_were_wanted_in_every_agency_and_each_is_somebodys() {
        assertThat(jdbc.queryForObject("select count(*) from act_ru_task", Integer.class))
                .isBetween(OPEN_TASKS, OPEN_TASKS * 21 / 20);
        assertThat(jdbc.queryForList(
                        "select tenant_id_ from act_ru_task group by 1 order by count(*) desc", String.class))
                .hasSize(Staff.AGENCIES + 1)
                .startsWith(Staff.agency(1));
        assertThat(jdbc.queryForList(
                        "select task_def_key_ from act_ru_task where tenant_id_ like 'AG%' group by 1", String.class))
                .containsExactlyInAnyOrderElementsOf(jdbc.queryForList(
                        "select task_def_key_ from act_ru_task where tenant_id_ not like 'AG%' group by 1",
                        String.class));
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_ru_task t where tenant_id_ like 'AG%' and assignee_ is not null and"
                                + " not exists (select 1 from person p where p.id = t.assignee_ and p.agency in (t.tenant_id_, 'OPM'))",
                        Integer.class))
                .isZero();
    }

    @Test
    void a_copy_shows_what_the_original_shows_and_asks_the_database_as_often() {
        var originals = country.originals();
        for (int number = 0; number < originals.size(); number++) {
            var original = originals.get(number);
            var copy = copyOf(original.caseNumber(), "min");
            // Every other page of each, which are all pages of each step: it is open in two originals.
            for (int place = number % 2; place < PAGES.size(); place += 2) {
                var role = LOOKING.get((place / 2 + number) % LOOKING.size());
                var page = PAGES.get(place);
                // What is read once for good, as models are, is read now.
                asked(who(original.caseNumber(), role), page.formatted(original.caseNumber()));
                assertThat(asked(who(copy, role), page.formatted(copy)))
                        .as(page + " of " + copy + " for " + role)
                        .isEqualTo(asked(who(original.caseNumber(), role), page.formatted(original.caseNumber())));
            }
        }
    }

    /** Status of the answer, and how many statements it took. */
    private record Asked(int status, int statements) {}

    private static Asked asked(Colleague who, String path) {
        var status = new AtomicInteger();
        var statements =
                StatementCounter.alwaysDuring(() -> status.set(who.asks(path).getStatus()));
        assertThat(status.get()).as(path).isLessThan(500);
        return new Asked(status.get(), statements.size());
    }

    @Test
    void every_task_of_a_copy_is_completed_through_its_form() {
        var done = new ArrayList<String>();
        for (var original : country.originals()) {
            if (!original.open()) {
                continue;
            }
            var hire = scenario.caseOnFile(copyOf(original.caseNumber(), "max"));
            jdbc.queryForList(
                            "select t.task_def_key_, t.proc_inst_id_, t.assignee_ from act_ru_task t"
                                    + " join act_hi_procinst i using (proc_inst_id_) where i.business_key_ = ?",
                            hire.caseNumber())
                    .forEach(task -> {
                        var step = task.get("task_def_key_").toString();
                        if (done.contains(step)) {
                            return;
                        }
                        done.add(step);
                        var assignee = task.get("assignee_");
                        var role =
                                scenario.usual(step).actor().roles().iterator().next();
                        var who = assignee == null ? who(hire.caseNumber(), role) : colleague(assignee.toString());
                        who.completes(
                                scenario.whereItComesUp(
                                        hire, task.get("proc_inst_id_").toString()),
                                step);
                    });
        }
        assertThat(done).hasSizeGreaterThan(25);
    }

    /** @param which "min" or "max": what is worked on is not what is looked at */
    private String copyOf(String caseNumber, String which) {
        return jdbc.queryForObject(
                "select " + which
                        + "(c.case_number) from crowd.copy c join crowd.original o using (original) where o.case_number = ?",
                String.class,
                caseNumber);
    }

    private Colleague who(String caseNumber, Role role) {
        var agency = role == Role.OPM_CROSS_GOV
                ? "OPM"
                : jdbc.queryForObject("select agency from hiring_case where number = ?", String.class, caseNumber);
        return colleague(jdbc.queryForObject(
                "select min(p.id) from person p join person_role r on r.person_id = p.id where p.agency = ? and r.role = ?"
                        + " and (p.id like 'flow-%' or p.agency like 'AG%')",
                String.class, agency, role.name()));
    }

    private Colleague colleague(String id) {
        return colleagues.computeIfAbsent(id, scenario::colleague);
    }
}
