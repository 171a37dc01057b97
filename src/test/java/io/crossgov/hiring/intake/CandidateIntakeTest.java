package io.crossgov.hiring.intake;

import static io.crossgov.hiring.access.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.SamplePools;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** OPM imports candidates on a page, and sees who is the same person as whom. */
@OnBothDatabases
class CandidateIntakeTest {

    private static final String OPM = "opm-1";
    private static final String HEADER = "applicant_number,name,email,phone,duty_locations,rating,score,preference,"
            + "priority_status,commuting_area,opted_in,federal_agency,resume_file\n";

    @Autowired
    private MockMvc http;

    @Autowired
    private Pools pools;

    @Autowired
    private Candidates candidates;

    @Autowired
    private CandidateImport candidateImport;

    @Autowired
    private IntakeWork work;

    @Autowired
    private DecisionLog decisions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private AnnouncementNumber pool;
    private UUID sending;

    @BeforeEach
    void a_pool() {
        pool = pool();
        sending = UUID.randomUUID();
    }

    @Test
    void a_file_sent_from_the_page_is_taken_and_reported_and_not_kept() throws Exception {
        page(OPM)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("There are no candidates yet. Import a file.")))
                .andExpect(content().string(not(containsString("Imports from this page"))));
        send(OPM, "C:\\lists\\march.csv", HEADER + row("A-1", "ada") + row("A-2", "bo"))
                .andExpect(redirectedUrl("/pools/" + pool + "/candidates/imports/" + sending));
        work.settle();

        importPage(OPM)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Import of march.csv")))
                .andExpect(content().string(containsString("2 rows read: 2 added, 0 changed, 0 unchanged.")));
        progress(OPM)
                .andExpect(jsonPath("$.state").value("TAKEN"))
                .andExpect(jsonPath("$.running").value(false))
                .andExpect(jsonPath("$.counts.inserted").value(2));
        page(OPM)
                .andExpect(content().string(containsString("Taken. 2 rows read: 2 added")))
                .andExpect(content().string(containsString("Name of A-1")));
        assertThat(candidates.count(pool)).isEqualTo(2);
        assertThat(filesKept()).isZero();
        assertThat(decisions.of(pool.value()))
                .filteredOn(decision -> decision.kind().equals("import-candidates"))
                .singleElement()
                .satisfies(decision -> assertThat(decision.userId()).isEqualTo(OPM));
    }

    @Test
    void a_double_click_imports_once() throws Exception {
        var file = HEADER + row("A-1", "ada");
        send(OPM, "a.csv", file).andExpect(status().isFound());
        send(OPM, "a.csv", file).andExpect(redirectedUrl("/pools/" + pool + "/candidates/imports/" + sending));
        work.settle();
        send(OPM, "a.csv", file).andExpect(status().isFound());
        work.settle();

        assertThat(decisions.of(pool.value())).extracting("kind").containsOnlyOnce("import-candidates");
        progress(OPM).andExpect(jsonPath("$.counts.inserted").value(1));
    }

    @Test
    void another_file_from_a_page_that_the_browser_kept_is_not_taken_for_the_one_before() throws Exception {
        send(OPM, "a.csv", HEADER + row("A-1", "ada")).andExpect(status().isFound());
        send(OPM, "b.csv", HEADER + row("B-1", "bob"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Another file was sent from this page already.")))
                .andExpect(content().string(not(containsString("value=\"" + sending + "\""))));
        work.settle();
        assertThat(candidates.count(pool)).isEqualTo(1);
    }

    @Test
    void whoever_comes_back_to_the_page_while_it_runs_reads_how_far_it_is_and_others_wait_their_turn()
            throws Exception {
        var first = sending;
        new TransactionTemplate(transactions).executeWithoutResult(held -> {
            pools.held(pool);
            try {
                send(OPM, "first.csv", HEADER + row("A-1", "ada")).andExpect(status().isFound());
                importPage("opm-2")
                        .andExpect(content().string(containsString("data-import-progress")))
                        .andExpect(content().string(containsString("You may leave this page")));
                progress("opm-2").andExpect(jsonPath("$.running").value(true));
                sending = UUID.randomUUID();
                send("opm-2", "second.csv", HEADER + row("A-2", "bo")).andExpect(status().isFound());
                progress("opm-3")
                        .andExpect(jsonPath("$.state").value("WAITING"))
                        .andExpect(jsonPath("$.inWords")
                                .value("The file is here. It waits until the imports before it are done."));
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        work.settle();

        progress(OPM).andExpect(jsonPath("$.state").value("TAKEN"));
        sending = first;
        progress(OPM).andExpect(jsonPath("$.state").value("TAKEN"));
        assertThat(candidates.count(pool)).isEqualTo(2);
    }

    @Test
    void what_is_said_of_the_progress_is_there_before_anything_is_taken() throws Exception {
        var rows = IntStream.range(0, 1_000)
                .mapToObj(number -> row("A-" + number, "a" + number))
                .collect(Collectors.joining());
        send(OPM, "many.csv", HEADER + rows + row("B 1", "b")).andExpect(status().isFound());
        work.settle();

        progress(OPM)
                .andExpect(jsonPath("$.state").value("FAULTY"))
                .andExpect(jsonPath("$.counts.read").value(1_001))
                .andExpect(jsonPath("$.counts.faulty").value(1));
        assertThat(jdbc.queryForObject("select bytes_read from candidate_intake where id = ?", Long.class, sending))
                .isGreaterThan(10_000);
        assertThat(candidates.count(pool)).isZero();
    }

    @Test
    void faults_stand_in_a_table_and_in_a_file_with_line_and_column() throws Exception {
        send(
                        OPM,
                        "bad.csv",
                        HEADER
                                + row("A-1", "ada")
                                + row("A-2", "bo").replace("QUALIFIED", "GOOD")
                                + row("A-3", "cy").replace("Remote", "Multiple Locations"))
                .andExpect(status().isFound());
        work.settle();

        importPage(OPM)
                .andExpect(content().string(containsString("No candidate was taken: the file has 2 faults.")))
                .andExpect(content().string(matchesPattern("(?s).*<code[^>]*>rating</code>.*")))
                .andExpect(content().string(containsString("does not say which: name each of the pool")));
        http.perform(get("/pools/{pool}/candidates/imports/{id}/faults.csv", pool, sending)
                        .with(signedInAs(OPM)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"faults.csv\""))
                .andExpect(content()
                        .string("\uFEFFline,column,what is wrong\r\n3,rating,\"The cell must be one of BEST_QUALIFIED,"
                                + " WELL_QUALIFIED, QUALIFIED.\"\r\n4,duty_locations,\"\u201cMultiple Locations\u201d does not say"
                                + " which: name each of the pool's, Denver, CO; Remote; Washington, DC, separated by"
                                + " semicolons.\"\r\n"));
        assertThat(filesKept()).isZero();
    }

    @Test
    void L8_likely_doubles_are_decided_on_the_page_before_anything_is_taken_without_sending_the_file_again()
            throws Exception {
        send(OPM, "doubles.csv", HEADER + row("DU-1", "dana") + row("DU-2", "DANA") + row("du-02", "du"))
                .andExpect(status().isFound());
        work.settle();
        importPage(OPM)
                .andExpect(content().string(containsString("Who is the same person?")))
                .andExpect(content().string(containsString("Name of DU-2 (DU-2) and Name of DU-1 (DU-1)")));
        assertThat(candidates.count(pool)).isZero();

        decide("pair/DU-2/DU-1", "true")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Say whether du-02 and DU-2 are one person or two.")))
                .andExpect(content().string(containsString("value=\"true\" checked=\"checked\"")));
        decide("pair/DU-2/DU-1", "true", "pair/du-02/DU-2", "false")
                .andExpect(redirectedUrl("/pools/" + pool + "/candidates/imports/" + sending));
        work.settle();

        progress(OPM).andExpect(jsonPath("$.state").value("TAKEN"));
        assertThat(person("DU-1")).isEqualTo(person("DU-2")).isNotEqualTo(person("du-02"));
        assertThat(filesKept()).isZero();
        assertThat(jdbc.queryForObject("select report from candidate_intake where id = ?", String.class, sending))
                .doesNotContain("Name of");
        decide("pair/DU-2/DU-1", "false", "pair/du-02/DU-2", "false").andExpect(status().isFound());
        assertThat(person("DU-1")).isEqualTo(person("DU-2"));
    }

    @Test
    void what_a_stopped_server_left_behind_is_told_and_read_again() throws Exception {
        var row = HEADER + row("A-1", "ada");
        var long_ago = Instant.now().minus(Duration.ofMinutes(5)).atOffset(ZoneOffset.UTC);
        jdbc.update(
                "insert into candidate_intake (id, announcement, file_name, size_bytes, state, started_by,"
                        + " started_by_name, started_at, heard_at) values (?, ?, 'left.csv', 100, 'READING', 'opm-1', 'Robin', ?, ?)",
                sending,
                pool.value(),
                long_ago,
                long_ago);
        jdbc.update(
                "insert into candidate_intake_file (intake_id, content) values (?, ?)",
                sending,
                row.getBytes(StandardCharsets.UTF_8));

        importPage(OPM)
                .andExpect(content().string(containsString("The server stopped while it read the file.")))
                .andExpect(content().string(containsString("Read the file again")));
        for (int click = 0; click < 2; click++) {
            http.perform(post("/pools/{pool}/candidates/imports/{id}/again", pool, sending)
                            .with(signedInAs("opm-2")))
                    .andExpect(status().isFound());
        }
        work.settle();
        progress(OPM).andExpect(jsonPath("$.state").value("TAKEN"));
        assertThat(candidates.count(pool)).isEqualTo(1);
    }

    @Test
    void a_file_nobody_came_back_to_for_a_week_is_forgotten_with_whom_it_names() throws Exception {
        send(OPM, "doubles.csv", HEADER + row("DU-1", "dana") + row("DU-2", "DANA"))
                .andExpect(status().isFound());
        work.settle();
        jdbc.update(
                "update candidate_intake set started_at = ? where id = ?",
                Instant.now().minus(Duration.ofDays(8)).atOffset(ZoneOffset.UTC),
                sending);
        var old = sending;
        sending = UUID.randomUUID();
        send(OPM, "other.csv", HEADER + row("A-1", "ada")).andExpect(status().isFound());
        work.settle();

        sending = old;
        importPage(OPM)
                .andExpect(content().string(containsString("Nobody came back to this file for a week")))
                .andExpect(content().string(not(containsString("Name of"))))
                .andExpect(content().string(not(containsString("Read the file again"))));
        http.perform(post("/pools/{pool}/candidates/imports/{id}/again", pool, sending)
                        .with(signedInAs(OPM)))
                .andExpect(status().isConflict());
        assertThat(filesKept()).isZero();
    }

    @Test
    void without_a_file_nothing_begins_and_the_sentence_stands_at_the_field() throws Exception {
        send(OPM, "", "")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Choose the file with the candidates.")))
                .andExpect(content().string(containsString("id=\"file-refusal\"")));
        send(OPM, "empty.csv", "")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("The file is empty.")));
        assertThat(jdbc.queryForObject(
                        "select count(*) from candidate_intake where announcement = ?", Long.class, pool.value()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gsa-manager", "gsa-hr", "gsa-coordinator", "gsa-expert", "opm-designer"})
    void nobody_but_OPM_staff_sees_the_candidates_page_an_import_or_who_is_whom(String other) throws Exception {
        send(OPM, "a.csv", HEADER + row("A-1", "ada")).andExpect(status().isFound());
        work.settle();

        page(other).andExpect(status().isForbidden());
        importPage(other).andExpect(status().isForbidden());
        progress(other).andExpect(status().isForbidden());
        send(other, "a.csv", HEADER + row("A-2", "bo")).andExpect(status().isForbidden());
        http.perform(get("/pools/{pool}/candidates/imports/{id}/faults.csv", pool, sending)
                        .with(signedInAs(other)))
                .andExpect(status().isForbidden());
        for (var step : Set.of("again", "doubles")) {
            http.perform(post("/pools/{pool}/candidates/imports/{id}/{step}", pool, sending, step)
                            .with(signedInAs(other)))
                    .andExpect(status().isForbidden());
        }
        http.perform(get("/pools/{pool}", pool).with(signedInAs(other)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/candidates"))));
        http.perform(get("/pools/{pool}", pool).with(signedInAs(OPM)))
                .andExpect(content().string(containsString("1: see them, import a file")));
    }

    @Test
    void an_import_belongs_to_its_pool() throws Exception {
        send(OPM, "a.csv", HEADER + row("A-1", "ada")).andExpect(status().isFound());
        work.settle();
        pool = pool();
        importPage(OPM).andExpect(status().isNotFound());
        progress(OPM).andExpect(status().isNotFound());
        http.perform(get("/pools/{pool}/candidates/imports/nonsense", pool).with(signedInAs(OPM)))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void OPM_reads_who_is_the_same_person_as_whom_across_pools() throws Exception {
        var here = pool;
        var there = pool();
        take(here, row("A-1", "ada") + row("A-2", "bo") + row("A-3", "cy"));
        take(there, row("B-7", "ADA").replace("Name of B-7", "Ada Ames-Burr") + row("B-8", "dee"));

        page(OPM)
                .andExpect(content().string(containsString("B-7")))
                .andExpect(content().string(containsString(" as Ada Ames-Burr")))
                .andExpect(content().string(containsString("/pools/" + there + "/candidates?several=true")))
                .andExpect(content().string(not(containsString("B-8"))));
        http.perform(get("/pools/{pool}/candidates", here)
                        .param("several", "true")
                        .with(signedInAs(OPM)))
                .andExpect(content().string(containsString("Name of A-1")))
                .andExpect(content().string(not(containsString("Name of A-2"))));
        http.perform(get("/api/pools/{pool}/candidates", here).with(signedInAs(OPM)))
                .andExpect(jsonPath("$[0].samePerson.length()").value(1))
                .andExpect(jsonPath("$[0].samePerson[0].announcement").value(there.value()))
                .andExpect(jsonPath("$[0].samePerson[0].applicantNumber").value("B-7"))
                .andExpect(jsonPath("$[1].samePerson.length()").value(0));
        http.perform(get("/api/pools/{pool}/candidates", here).with(signedInAs("gsa-manager")))
                .andExpect(status().isForbidden());
    }

    @Test
    void many_candidates_are_shown_page_by_page() throws Exception {
        take(
                pool,
                IntStream.range(100, 160)
                        .mapToObj(number -> row("A-" + number, "a" + number))
                        .collect(Collectors.joining()));

        page(OPM)
                .andExpect(content().string(containsString("60 candidates")))
                .andExpect(content().string(containsString("A-149")))
                .andExpect(content().string(not(containsString("A-150"))))
                .andExpect(content().string(containsString("after=A-149")));
        http.perform(get("/pools/{pool}/candidates", pool)
                        .param("after", "A-149")
                        .with(signedInAs(OPM)))
                .andExpect(content().string(containsString("A-159")))
                .andExpect(content().string(containsString("From the beginning")))
                .andExpect(content().string(not(containsString("A-149"))));
    }

    private ResultActions page(String person) throws Exception {
        return http.perform(get("/pools/{pool}/candidates", pool).with(signedInAs(person)));
    }

    private ResultActions importPage(String person) throws Exception {
        return http.perform(
                get("/pools/{pool}/candidates/imports/{id}", pool, sending).with(signedInAs(person)));
    }

    private ResultActions progress(String person) throws Exception {
        return http.perform(
                get("/api/pools/{pool}/candidates/imports/{id}", pool, sending).with(signedInAs(person)));
    }

    private ResultActions send(String person, String name, String file) throws Exception {
        return http.perform(multipart("/pools/{pool}/candidates", pool)
                .file(new MockMultipartFile(
                        "file", name, "application/vnd.ms-excel", file.getBytes(StandardCharsets.UTF_8)))
                .param("sending", sending.toString())
                .contentType("multipart/form-data; boundary=x")
                .with(signedInAs(person)));
    }

    private ResultActions decide(String... answers) throws Exception {
        var request = post("/pools/{pool}/candidates/imports/{id}/doubles", pool, sending)
                .with(signedInAs(OPM));
        for (int at = 0; at < answers.length; at += 2) {
            request.param(answers[at], answers[at + 1]);
        }
        return http.perform(request);
    }

    private void take(AnnouncementNumber into, String rows) throws IOException {
        candidateImport.take(
                Actor.SYSTEM,
                into,
                new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)),
                progress -> {});
    }

    private String person(String number) {
        return candidates.byApplicantNumber(pool, number).orElseThrow().personKey();
    }

    private long filesKept() {
        return jdbc.queryForObject(
                "select count(*) from candidate_intake_file f join candidate_intake i on i.id = f.intake_id"
                        + " where i.announcement = ?",
                Long.class,
                pool.value());
    }

    private AnnouncementNumber pool() {
        return pools.save(
                        Actor.SYSTEM,
                        SamplePools.crossGovernment("CGA-IN-"
                                + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT)))
                .announcement();
    }

    /** Addresses of its own for each pool, so that nobody of another test is the same person. */
    private String row(String number, String mailbox) {
        return number + ",Name of " + number + "," + mailbox + "@" + domain() + ",,Remote,QUALIFIED,,NONE,,,yes,,\n";
    }

    private String domain() {
        return "intake-" + System.identityHashCode(this) + ".example";
    }
}
