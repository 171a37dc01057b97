package io.crossgov.hiring.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.AgencyDetails;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.PersonDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One sign-in in front of everything, over real HTTP: who gets in, where to, and what nobody reaches. */
@HiringTest
class SignInTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";
    private static final String COUNT_TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final String NO_MATCH = "That user name and password do not match.";
    private static final String PASSWORD = "Open-Sesame-2026";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    private Visitor visitor;

    @BeforeEach
    void a_browser() {
        visitor = Visitor.inABrowser(port);
    }

    // --- what browsers keep
    // ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        // Camunda's pages ask by release.
        "/camunda/lib/deps.js?bust=7.24.0,      200, 'private, max-age=31536000, immutable'",
        "/camunda/lib/deps.js,                  200, no-cache",
        "/camunda/lib/missing.js?bust=7.24.0,   404, no-cache",
        "/assets/uswds/3.14.0/css/uswds.min.css, 200, 'private, max-age=31536000, immutable'",
        "/assets/uswds/3.14.0/css/missing.css,  404, no-cache",
        // What is ours in them changes with our releases.
        "/camunda/app/tasklist/scripts/tasklist.js?bust=7.24.0,    200, no-cache",
        "/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0, 200, no-cache",
        "/assets/crossgov.css,                  200, no-cache",
        "/assets/crossgov.css?bust=7.24.0,      200, no-cache",
        // Our pages and our API take only what they know.
        "/cases?bust=7.24.0,                    400, no-store",
        "/api/cases?bust=7.24.0,                400, no-store",
        "/api/cases,                            200, no-store"
    })
    void scripts_of_a_release_are_kept_and_nothing_about_people_is(String address, int status, String kept) {
        visitor.signsIn("gsa-hr", password);
        var answer = visitor.get(address);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly(kept);
    }

    @Test
    void a_script_that_asks_for_much_at_once_has_given_no_wrong_password() throws Exception {
        var script = Visitor.script(port, "gsa-coordinator", password);
        var requests = Executors.newFixedThreadPool(12);
        try {
            var all = requests.invokeAll(IntStream.range(0, 24)
                    .<Callable<Integer>>mapToObj(
                            each -> () -> script.get("/api/pools").status())
                    .toList());
            for (var one : all) {
                assertThat(one.get()).isEqualTo(200);
            }
        } finally {
            requests.shutdownNow();
        }
    }

    @Test
    void what_is_the_same_for_everybody_is_sent_compressed_and_nothing_else_is() {
        visitor.signsIn("gsa-hr", password);

        assertThat(visitor.getCompressed("/camunda/lib/deps.js").headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
        assertThat(visitor.getCompressed("/cases").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    // --- getting in
    // ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "gsa-manager,     200, 403, 403",
        "gsa-hr,          200, 403, 403",
        "gsa-coordinator, 200, 403, 403",
        "gsa-expert,      200, 403, 403",
        "opm-1,           200, 200, 200",
        "opm-designer,    200, 200, 403"
    })
    void one_sign_in_is_good_for_tasklist_cockpit_our_pages_and_the_api(
            String userId, int tasklist, int cockpit, int outbox) {
        assertThat(visitor.signsIn(userId, password).leadsTo()).isEqualTo("/");

        assertThat(visitor.opens("/").body()).contains("Your work");
        assertThat(visitor.opens(TASKLIST).status()).isEqualTo(tasklist);
        assertThat(visitor.opens(COCKPIT).status()).isEqualTo(cockpit);
        assertThat(visitor.opens("/outbox").status()).isEqualTo(outbox);
        assertThat(visitor.get("/api/tasks").status()).isEqualTo(200);
        var known = visitor.get(WHO_AM_I).json();
        assertThat(known.get("userId").asText()).isEqualTo(userId);
        assertThat(known.get("authorizedApps").toString()).contains("tasklist");
        assertThat(known.get("authorizedApps").toString().contains("cockpit")).isEqualTo(cockpit == 200);
    }

    @Test
    void after_signing_in_a_person_is_on_the_page_that_was_asked_for() {
        var signInPage = visitor.opens("/cases?status=OPEN&words=a%20b").leadsTo();

        assertThat(signInPage).isEqualTo("/sign-in?to=/cases%3Fstatus%3DOPEN%26words%3Da%2520b");
        assertThat(visitor.signsInAt(signInPage, "gsa-hr", "wrong").leadsTo())
                .isEqualTo(signInPage.replace("?", "?error&"));
        assertThat(visitor.signsInAt(signInPage, "gsa-hr", password).leadsTo())
                .isEqualTo("/cases?status=OPEN&words=a%20b");
    }

    @Test
    void each_tab_of_a_browser_goes_on_to_its_own_page() {
        var cases = visitor.opens("/cases").leadsTo();
        var pool = visitor.opens("/pools/CGA-DE-12339419-24-MS").leadsTo();

        assertThat(visitor.signsInAt(cases, "gsa-hr", password).leadsTo()).isEqualTo("/cases");
        assertThat(visitor.signsInAt(pool, "gsa-hr", password).leadsTo()).isEqualTo("/pools/CGA-DE-12339419-24-MS");
        assertThat(visitor.opens(pool).leadsTo())
                .as("loaded again by who is signed in")
                .isEqualTo("/pools/CGA-DE-12339419-24-MS");
    }

    @ParameterizedTest
    @CsvSource({
        "/account/password,                     /account",
        "/people/gsa-hr/password,               /people",
        "/cases/XGH-2026-000001/close,          /cases/XGH-2026-000001",
        "/pools/CGA-DE-12339419-24-MS/referral, /pools/CGA-DE-12339419-24-MS"
    })
    void a_form_that_meets_a_lost_session_leads_back_to_its_page(String form, String page) {
        visitor.get("/sign-in");
        var signInPage = visitor.submits(form, Map.of()).leadsTo();
        assertThat(visitor.submitsFromAnOldPage(form, Map.of()).leadsTo()).isEqualTo(signInPage);

        var on = visitor.signsInAt(signInPage, "opm-1", password).leadsTo();
        assertThat(visitor.opens(on).leadsTo()).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/XGH-2026-000001/notices",
                "/go/task?case=XGH-2026-000001&task=x",
                "/pools/CGA-DE-12339419-24-MS/candidates?after=A-1",
                "/people/dora.keyes/password",
                "/camunda/app/cockpit",
                "/swagger-ui.html",
                TASKLIST,
                COCKPIT
            })
    void the_address_of_the_sign_in_page_names_a_page_of_ours(String page) {
        visitor.signsIn("gsa-hr", password);

        assertThat(visitor.opens(signInPageTo(page)).leadsTo()).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cases",
                "//evil.example/cases",
                "https://evil.example/cases",
                "/\\evil.example",
                "javascript:alert(1)",
                "/cases/../sign-out",
                "/cases/%2e%2e/sign-out",
                "/cases//evil.example",
                "/cases#/?task=x",
                "/cases?words=a b",
                "/cases\nSet-Cookie: a=b",
                "/casesx",
                "/sign-in",
                "/sign-out",
                "/session",
                "/api/cases",
                "/api/documents/00000000-0000-0000-0000-000000000000",
                "/pools/CGA-DE-12339419-24-MS/candidates/imports/00000000-0000-0000-0000-000000000000/faults.csv",
                "/assets/crossgov.js",
                "/camunda/api/engine/engine/default/task",
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/app/admin/default/"
            })
    void what_is_no_page_of_ours_leads_to_the_start_page(String foreign) {
        var signInPage = signInPageTo(foreign);
        assertThat(visitor.opens(signInPage).body()).doesNotContain("go on to", "name=\"to\"");
        assertThat(visitor.signsInAt(signInPage, "gsa-hr", password).leadsTo()).isEqualTo("/");
        assertThat(visitor.opens(signInPage).leadsTo()).isEqualTo("/");
    }

    private static String signInPageTo(String page) {
        return "/sign-in?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    @Test
    void what_a_script_asked_for_is_not_where_a_person_lands() {
        assertThat(visitor.get("/api/cases").status()).isEqualTo(401);
        assertThat(visitor.signsIn("gsa-hr", password).leadsTo()).isEqualTo("/");
    }

    @Test
    void signing_in_begins_a_session_of_its_own() {
        visitor.opens("/cases");
        var before = visitor.cookie("XGSESSION");
        visitor.signsIn("gsa-hr", password);

        assertThat(visitor.cookie("XGSESSION")).isPresent().isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases",
                "/pools",
                "/pools/CGA-DE-12339419-24-MS",
                "/outbox",
                "/law",
                "/go/task?case=XGH-2026-000001&task=x",
                TASKLIST,
                COCKPIT,
                "/swagger-ui.html"
            })
    void a_page_asks_who_is_there_first(String page) {
        assertThat(visitor.opens(page).leadsTo()).startsWith("/sign-in?to=" + page.split("\\?")[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases",
                "/api/pools",
                "/api/no-such-thing",
                WHO_AM_I,
                "/camunda/api/engine/engine/default/task"
            })
    void a_program_is_told_to_sign_in(String address) {
        var answer = visitor.get(address);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("Please sign in.").doesNotContain("Exception");
    }

    // --- not getting in
    // -----------------------------------------------------------------------------------------------

    @Test
    void a_wrong_password_and_an_unknown_name_read_alike_and_so_does_having_to_wait() {
        var person = somebody();
        var wrong = refusedPage(person, "wrong");

        assertThat(wrong).contains(NO_MATCH);
        assertThat(refusedPage("nobody-here", PASSWORD)).isEqualTo(wrong);
        lock(person);
        lock("no-such-name");
        for (var name : List.of(person, "no-such-name")) {
            assertThat(refusedPage(name, PASSWORD))
                    .containsPattern("Too many wrong passwords were given from here. Try again in 1[56] minutes.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "99999999999", "abc", "7", "", "%3Cb%3E"})
    void nothing_that_stands_in_an_address_is_told_of_a_sign_in(String wait) {
        var page = visitor.opens("/sign-in?error&signedOut&wait=" + wait);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("minute", "role=\"alert\"", "You signed out", "<b>");
    }

    @Test
    void a_name_typed_before_a_wrong_password_is_shown_again_once_and_only_if_it_can_be_one() {
        visitor.signsIn("gsa-hr ", "wrong");
        assertThat(visitor.opens("/sign-in?error").body()).contains("value=\"gsa-hr\"");
        assertThat(visitor.opens("/sign-in").body()).doesNotContain("value=\"gsa-hr\"");

        var other = Visitor.inABrowser(port);
        other.signsIn("What is this? My password!", "wrong");
        assertThat(other.opens("/sign-in?error").body()).doesNotContain("My password!");

        visitor.signsIn("gsa-hr", password);
        assertThat(visitor.cookie("XG-NAME")).isEmpty();
    }

    @Test
    void a_slip_of_the_finger_costs_no_waiting_and_the_fifth_locks_for_form_and_scripts_alike() {
        var person = somebody();
        IntStream.range(0, 4).forEach(slip -> visitor.signsIn(person, "wrong"));
        assertThat(visitor.signsIn(person, PASSWORD).leadsTo()).isEqualTo("/");

        lock(person);

        assertThat(Visitor.inABrowser(port).signsIn(person, PASSWORD).leadsTo()).isEqualTo("/sign-in?error");
        var script = Visitor.script(port, person, PASSWORD).get("/api/tasks");
        assertThat(script.status()).isEqualTo(429);
        assertThat(script.json().get("detail").asText()).contains("Try again in");
        assertThat(script.headers().firstValue("Retry-After")).isPresent();
        assertThat(visitor.get("/api/tasks").status())
                .as("who is in already stays in")
                .isEqualTo(200);
    }

    @Test
    void a_locked_sign_in_opens_by_itself_after_a_quarter_of_an_hour() {
        var person = somebody();
        ClockUtil.reset();
        lock(person);
        try {
            ClockUtil.offset(Duration.ofMinutes(14).toMillis());
            assertThat(refusedPage(person, PASSWORD)).contains("Try again in 2 minutes.");
            ClockUtil.offset(Duration.ofMinutes(16).toMillis());
            assertThat(visitor.signsIn(person, PASSWORD).leadsTo()).isEqualTo("/");
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void nobody_signs_in_by_camundas_own_way_or_as_its_administrator() {
        var way = WHO_AM_I + "/login/tasklist";
        assertThat(visitor.submits(way, Map.of("username", "gsa-hr", "password", password))
                        .status())
                .isEqualTo(401);
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
        visitor.signedIn("gsa-hr", password);
        assertThat(visitor.post(way, "{}").status()).isEqualTo(403);
        assertThat(Visitor.inABrowser(port).signsIn("BREAK-GLASS", "").leadsTo())
                .isEqualTo("/sign-in?error");
    }

    @Test
    void a_foreign_page_cannot_sign_a_person_in_or_out_or_change_anything_with_the_persons_cookies() {
        assertThat(visitor.fromAForeignPage().signsIn("gsa-hr", password).status())
                .isEqualTo(403);
        visitor.signedIn("gsa-hr", password);
        var foreign = visitor.fromAForeignPage();

        var refused = foreign.post("/api/cases", "{}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asText())
                .isEqualTo("This page is out of date. Load it again, then repeat your step.");
        assertThat(foreign.submits("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(visitor.post(COUNT_TASKS, "{}").status()).as("from Tasklist").isEqualTo(200);
        assertThat(visitor.post("/api/cases", "{}").status())
                .as("from our page, and so read")
                .isEqualTo(400);
        assertThat(foreign.post(COUNT_TASKS, "{}").status()).isEqualTo(403);
    }

    @Test
    void a_sign_in_page_that_is_older_than_the_last_sign_in_is_no_dead_end() {
        var fields = Map.of("username", "gsa-hr", "password", password);
        visitor.get("/sign-in");
        assertThat(visitor.submitsFromAnOldPage("/sign-in?to=/cases", fields).leadsTo())
                .isEqualTo("/sign-in?error&to=/cases");
        assertThat(visitor.opens("/sign-in?error&to=/cases").body())
                .contains("your password was not looked at", "value=\"gsa-hr\"")
                .doesNotContain(NO_MATCH);
        assertThat(visitor.get("/api/cases").status()).as("nobody is signed in").isEqualTo(401);

        visitor.signsInAt("/sign-in?error&to=/cases", "gsa-hr", password);
        assertThat(visitor.submitsFromAnOldPage("/sign-in?to=/pools", fields).leadsTo())
                .as("in another tab")
                .isEqualTo("/pools");
    }

    @Test
    void any_other_form_that_is_older_than_the_last_sign_in_is_refused_for_that_and_not_for_the_role() {
        visitor.signedIn("gsa-hr", password);
        var answer = visitor.submitsFromAnOldPage("/account/password", Map.of("current", password));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .contains("older than your last sign-in", "what you entered is kept there", "Sign out")
                .doesNotContain("role does not");
        assertThat(visitor.opens("/outbox").body())
                .contains("Your role does not include this page.")
                .doesNotContain("just sent");
    }

    // --- scripts
    // ------------------------------------------------------------------------------------------------------

    @Test
    void a_script_signs_in_by_http_basic_and_needs_no_token() {
        var script = Visitor.script(port, "gsa-manager", password);

        assertThat(script.get("/api/cases").status()).isEqualTo(200);
        var unreadable = script.post("/api/cases", "{}");
        assertThat(unreadable.status()).as(unreadable.body()).isEqualTo(400);
        assertThat(unreadable.json().get("detail").asText()).contains("Choose the talent pool you want to hire from.");
        assertThat(script.post("/api/cases", "no JSON").status()).isEqualTo(400);
        assertThat(script.send("DELETE", "/api/cases", null).status()).isEqualTo(405);
        assertThat(script.post("/api/no-such-thing", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_scripts_wrong_password_is_told_in_problem_details_and_the_right_one_works_at_once() {
        var person = somebody();
        var wrong = Visitor.script(port, person, "wrong").post("/api/cases", "{}");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(wrong.json().get("detail").asText()).isEqualTo(NO_MATCH);
        assertThat(Visitor.script(port, person, PASSWORD)
                        .post("/api/cases", "{}")
                        .status())
                .isEqualTo(400);
    }

    // --- getting out
    // --------------------------------------------------------------------------------------------------

    @Test
    void signing_out_ends_everything() {
        visitor.signedIn("opm-1", password);
        var session = visitor.cookie("XGSESSION").orElseThrow();

        assertThat(visitor.submits("/sign-out", Map.of()).leadsTo()).startsWith("/sign-in");

        assertThat(visitor.cookie("XGSESSION")).isNotEqualTo(Optional.of(session));
        for (var page : List.of("/cases", TASKLIST, COCKPIT)) {
            assertThat(visitor.opens(page).leadsTo()).isEqualTo("/sign-in?to=" + page);
        }
        assertThat(visitor.get("/api/cases").status()).isEqualTo(401);
        assertThat(visitor.get(WHO_AM_I).status()).isEqualTo(401);
    }

    @Test
    void a_role_that_is_taken_away_is_gone_with_the_next_request() {
        var person = somebody(Role.OPM_CROSS_GOV, Role.OPM_DESIGNER);
        visitor.signedIn(person, PASSWORD);
        assertThat(visitor.opens("/outbox").status()).isEqualTo(200);

        save(person, Set.of(Role.OPM_DESIGNER));

        assertThat(visitor.opens("/outbox").status()).isEqualTo(403);
        assertThat(visitor.opens(COCKPIT).status()).isEqualTo(200);
    }

    // --- what nobody reaches
    // ------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/engine/default/user/create",
                "/rest/user",
                "/h2-console",
                "/h2-console/login.do",
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/actuator/health/readiness/db",
                "/camunda",
                "/camunda/",
                "/camunda/app/",
                "/camunda/app/welcome/default/",
                "/camunda/swaggerui",
                "/camunda/api",
                "/Cases",
                "/cases.json",
                "/pools.json",
                "/CAMUNDA/api/admin/setup/default/user/create",
                "/application.yaml"
            })
    void an_address_that_is_not_listed_is_closed_to_everybody(String address) {
        assertThat(visitor.opens(address))
                .matches(answer -> answer.status() == 302 && answer.leadsTo().equals("/sign-in")
                        || answer.status() == 401
                        || answer.status() == 403);
        for (var who : new String[] {"gsa-manager", "opm-1", "opm-designer"}) {
            var script = Visitor.script(port, who, password);
            assertThat(script.get(address).status()).isEqualTo(403);
            assertThat(script.post(address, "{}").status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/default/user/create?x=y",
                "/camunda/api/admin/setup/default/user/create.json",
                "/camunda/api/admin/setup/default/user/create%20",
                "/camunda/api/admin/setup/default/user/create;x=y",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda;x=y/api/admin/setup/default/user/create",
                "//camunda/api/admin/setup/default/user/create",
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/./admin/setup/default/user/create",
                "/camunda/api/%2e/admin/setup/default/user/create",
                "/camunda/api/engine/../admin/setup/default/user/create",
                "/api/../camunda/api/admin/setup/default/user/create",
                "/assets/%2e%2e/camunda/api/admin/setup/default/user/create",
                "/assets/..%2fcamunda/api/admin/setup/default/user/create",
                "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin%5csetup/default/user/create",
                "/camunda/api/admin/setup%00/default/user/create",
                "/camunda/api/admin/setup/default/user/create%0a",
                "/camunda/api/Admin/setup/default/user/create",
                "/camunda/app/admin/default/setup",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/",
                "//camunda/app/admin/default/setup",
                "/camunda/app/./admin/default/setup"
            })
    void the_engines_set_up_is_reached_by_nobody_however_its_address_is_spelled(String address) {
        var intruder =
                """
                {"profile": {"id": "intruder", "firstName": "In", "lastName": "Truder", "email": "in@truder.example"},
                 "credentials": {"password": "Open-Sesame-2026"}}""";
        var signedIn = Visitor.inABrowser(port).signedIn("opm-1", password);
        for (var who : new Visitor[] {
            visitor, signedIn, Visitor.script(port, "opm-designer", password), Visitor.script(port, "gsa-hr", password)
        }) {
            assertThat(who.post(address, intruder).status()).isBetween(400, 499);
            assertThat(who.get(address).status()).isBetween(400, 499);
            assertThat(who.opens(address).status()).isBetween(400, 499);
        }
        assertThat(visitor.signsIn("intruder", "Open-Sesame-2026").leadsTo()).startsWith("/sign-in?error");
    }

    @Test
    void the_engines_set_up_is_closed_by_the_first_door_and_not_only_by_the_gate_behind_it() {
        var answer = Visitor.script(port, "opm-1", password).post("/camunda/api/admin/setup/default/user/create", "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("message").asText()).isEqualTo("Your role does not include this.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases//", "//cases", "/cases;x=y", "/assets/../cases", "/api/%2e%2e/cases", "/%2e/"})
    void an_address_in_another_spelling_is_refused_before_anything_reads_it(String address) {
        assertThat(visitor.get(address).status()).isEqualTo(400);
        assertThat(Visitor.script(port, "opm-1", password).get(address).status())
                .isEqualTo(400);
    }

    @Test
    void whether_it_lives_is_told_to_anybody_and_nothing_more() {
        assertThat(visitor.get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(visitor.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    // --- people of one test
    // -------------------------------------------------------------------------------------------

    /** What the sign-in page says after that, as everybody reads it. */
    private String refusedPage(String userId, String password) {
        var browser = Visitor.inABrowser(port);
        assertThat(browser.signsIn(userId, password).leadsTo()).isEqualTo("/sign-in?error");
        var page = browser.opens("/sign-in?error").body();
        assertThat(page).as("the name need not be typed again").contains("value=\"" + userId + "\"");
        return page.replace("value=\"" + userId + "\"", "").replaceAll("(name=\"_csrf\" value=)\"[^\"]*\"", "$1");
    }

    private void lock(String userId) {
        IntStream.range(0, 5).forEach(slip -> Visitor.inABrowser(port).signsIn(userId, "wrong"));
    }

    /** Somebody no other test knows. */
    private String somebody(Role... roles) {
        var userId = "sign-in-" + NEXT.incrementAndGet();
        save(userId, roles.length == 0 ? Set.of(Role.HIRING_MANAGER) : Set.of(roles));
        return userId;
    }

    private void save(String userId, Set<Role> roles) {
        var isOpm = roles.stream().anyMatch(Role::isOpm);
        if (!isOpm) {
            agencies.save(
                    Actor.SYSTEM,
                    new AgencyDetails("SIGNIN", "Bureau of Doors", "Policy 1", LocalDate.of(2025, 1, 6), 5));
        }
        people.save(
                Actor.SYSTEM,
                new PersonDetails(
                        userId,
                        "Dora Keyes",
                        userId + "@doors.example.gov",
                        "202-555-0100",
                        isOpm ? Actor.OPM : "SIGNIN",
                        roles,
                        null,
                        PASSWORD));
    }
}
