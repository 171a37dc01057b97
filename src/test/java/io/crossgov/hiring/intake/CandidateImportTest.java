package io.crossgov.hiring.intake;

import static io.crossgov.hiring.access.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.BodyTooLarge;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.SamplePools;
import io.crossgov.hiring.workflow.StatementCounter;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** OPM sends the candidates of a pool as a CSV file. */
@OnBothDatabases
class CandidateImportTest {

    private static final String HEADER = "applicant_number,name,email,phone,duty_locations,rating,score,preference,"
            + "priority_status,commuting_area,opted_in,federal_agency,resume_file\n";

    @Autowired
    private MockMvc http;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Pools pools;

    @Autowired
    private Candidates candidates;

    @Autowired
    private CandidateImport candidateImport;

    @Autowired
    private DecisionLog decisions;

    @Autowired
    private EntityManagerFactory entityManagerFactory;

    @Autowired
    private CandidateAvailability availability;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    @Test
    void all_rows_of_a_file_become_candidates() throws Exception {
        var pool = pool("CGA-DE-CSV-1");
        send(pool, HEADER + row("A-1", "BEST_QUALIFIED") + row("A-2", "QUALIFIED"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taken").value(true))
                .andExpect(jsonPath("$.counts.read").value(2))
                .andExpect(jsonPath("$.counts.inserted").value(2))
                .andExpect(jsonPath("$.counts.faulty").value(0));

        assertThat(candidates.byApplicantNumber(pool, "A-1")).hasValueSatisfying(candidate -> {
            assertThat(candidate.name()).isEqualTo("Name of A-1");
            assertThat(candidate.dutyLocations()).containsExactly("Denver, CO", "Remote");
            assertThat(candidate.rating()).contains(Rating.BEST_QUALIFIED);
            assertThat(candidate.availability()).isEqualTo(Availability.AVAILABLE);
            assertThat(candidate.federalAgency()).isEmpty();
        });
        http.perform(get("/api/pools/CGA-DE-CSV-1/candidates?after=A-1").with(signedInAs("opm-1")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].applicantNumber", contains("A-2")))
                .andExpect(jsonPath("$[0].dutyLocations", contains("Denver, CO", "Remote")));
    }

    @Test
    void one_bad_row_and_no_row_is_taken_and_each_fault_is_told_by_line_and_column() throws Exception {
        var pool = pool("CGA-DE-CSV-2");
        send(pool, HEADER + row("A-1", "BEST_QUALIFIED") + row("A-2", "GOOD") + row("A-1", "QUALIFIED"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail")
                        .value("No candidate was taken: the file has 2 faults. The first is on line 3, column rating:"
                                + " The cell must be one of BEST_QUALIFIED, WELL_QUALIFIED, QUALIFIED."))
                .andExpect(jsonPath("$.taken").value(false))
                .andExpect(jsonPath("$.counts.faulty").value(2))
                .andExpect(jsonPath("$.faults[*].line", contains(3, 4)))
                .andExpect(jsonPath("$.faults[1].column").value("applicant_number"))
                .andExpect(jsonPath("$.faults[1].reason").value("The applicant number stands on line 2 already."));

        assertThat(candidates.count(pool)).isZero();
        assertThat(decisions.of(pool.value())).extracting("kind").containsExactly("save-pool");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-excel",
                "text/plain",
                "application/octet-stream",
                "application/csv",
                "text/tab-separated-values",
                "text/csv; charset=utf-8"
            })
    void a_file_is_what_its_content_says_whatever_the_browser_calls_it(String type) throws Exception {
        var pool = pool("CGA-DE-CSV-17-" + Math.abs(type.hashCode()));
        send(pool, type, (HEADER + row("A-1", "QUALIFIED")).getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.counts.inserted").value(1));
    }

    // 5 CFR 330.602: an agency that nobody has on record gives nobody priority, and OPM is told at once.
    @Test
    void L16_of_a_displaced_employee_whose_agency_nobody_has_on_record_OPM_reads_when_the_file_is_taken()
            throws Exception {
        var pool = pool("CGA-DE-CSV-31");
        var displaced = row("A-1", "BEST_QUALIFIED")
                .replace(",NONE,,,yes,,", ",NONE,CTAP,\"Denver, CO\",yes,Bureau of Selectons,");
        send(pool, "text/csv", (HEADER + displaced + row("A-2", "QUALIFIED")).getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.counts.inserted").value(2))
                .andExpect(
                        jsonPath("$.toBeResolved[0]")
                                .value(
                                        org.hamcrest.Matchers.containsString(
                                                "A-1 is displaced (CTAP) from \u201cBureau of Selectons\u201d, which is no agency on record")));
    }

    @Test
    void a_file_sent_in_pieces_that_passes_the_limit_is_told_so_before_and_after_the_first_word() throws Exception {
        var pool = pool("CGA-DE-CSV-21");
        for (var rows : List.of(10, 1_500)) {
            var endless = new EndlessRows(rows) {
                @Override
                protected void atEnd() throws IOException {
                    throw new BodyTooLarge("This is more than the 25 MB.");
                }
            };
            var response = new MockHttpServletResponse();
            ProblemDetail problem;
            try {
                new ImportReport(json, response)
                        .of(report -> new CandidateIntakeController.Outcome(
                                true, candidateImport.take(Actor.SYSTEM, pool, endless, report), List.of()));
                problem = json.readValue(
                        response.getContentAsString()
                                .lines()
                                .reduce((one, next) -> next)
                                .orElseThrow(),
                        ProblemDetail.class);
            } catch (BodyTooLarge told) {
                problem = ImportReport.problem(told);
            }
            assertThat(problem.getStatus()).isEqualTo(413);
            assertThat(problem.getDetail()).isEqualTo("This is more than the 25 MB.");
            assertThat(response.isCommitted()).isEqualTo(rows == 1_500);
            assertThat(candidates.count(pool)).isZero();
        }
    }

    @Test
    void a_workbook_by_whichever_name_is_told_to_be_one() throws Exception {
        var pool = pool("CGA-DE-CSV-18");
        for (var type : List.of(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.ms-excel",
                "text/csv")) {
            send(pool, type, "PK\u0003\u0004....[Content_Types].xml".getBytes(StandardCharsets.ISO_8859_1))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail")
                            .value(startsWith("No candidate was taken: the file has a fault on line 1: This is an")))
                    .andExpect(jsonPath("$.faults[0].line").value(1))
                    .andExpect(jsonPath("$.faults[0].reason")
                            .value(
                                    "This is an Excel workbook, not a CSV file. Open it in Excel, choose File, Save As, the type"
                                            + " \"CSV UTF-8 (Comma delimited)\", and send that file."));
        }
    }

    @Test
    void places_are_understood_as_USAJOBS_writes_them_and_kept_as_the_pool_does() throws Exception {
        var pool = pool("CGA-DE-CSV-19");
        send(
                        pool,
                        HEADER
                                + row("A-1", "QUALIFIED")
                                        .replace(
                                                "Denver, CO;Remote",
                                                "Anywhere in the U.S. (remote job); Denver, Colorado;Washington, District of Columbia"))
                .andExpect(status().isOk());
        assertThat(candidates.byApplicantNumber(pool, "A-1").orElseThrow().dutyLocations())
                .containsExactly("Denver, CO", "Remote", "Washington, DC");

        send(pool, HEADER + row("A-1", "QUALIFIED"))
                .andExpect(jsonPath("$.counts.updated").value(1));
        send(pool, HEADER + row("A-1", "QUALIFIED").replace("Denver, CO", "DENVER, COLORADO, US"))
                .andExpect(jsonPath("$.counts.unchanged").value(1));
    }

    @Test
    void a_fault_after_many_good_rows_takes_all_of_them_back() throws Exception {
        var pool = pool("CGA-DE-CSV-3");
        var good = IntStream.range(0, 1_200)
                .mapToObj(number -> row("A-" + number, "QUALIFIED"))
                .collect(Collectors.joining());
        send(pool, HEADER + good + row("B-1", "")).andExpect(status().isBadRequest());

        assertThat(candidates.count(pool)).isZero();
    }

    @Test
    void of_very_many_faults_the_first_hundred_are_told_and_all_are_counted() throws Exception {
        var pool = pool("CGA-DE-CSV-4");
        var bad = IntStream.range(0, 250)
                .mapToObj(number -> row("A-" + number, "GOOD"))
                .collect(Collectors.joining());
        send(pool, HEADER + bad)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.counts.faulty").value(250))
                .andExpect(jsonPath("$.faults", hasSize(100)));
    }

    @Test
    void the_same_file_again_changes_nothing() throws Exception {
        var pool = pool("CGA-DE-CSV-5");
        var file = HEADER + row("A-1", "BEST_QUALIFIED") + row("A-2", "QUALIFIED");
        send(pool, file).andExpect(status().isOk());
        var before = candidates.byApplicantNumber(pool, "A-1").orElseThrow().id();
        var recorded = decisions.of(pool.value()).size();

        send(pool, file)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.counts.unchanged").value(2))
                .andExpect(jsonPath("$.counts.inserted").value(0))
                .andExpect(jsonPath("$.counts.updated").value(0));
        assertThat(candidates.byApplicantNumber(pool, "A-1").orElseThrow().id()).isEqualTo(before);
        assertThat(decisions.of(pool.value())).hasSize(recorded);
    }

    @Test
    void L20_a_corrected_file_changes_whom_it_names_keeps_the_rest_and_records_what_was_before() throws Exception {
        var pool = pool("CGA-DE-CSV-6");
        send(pool, HEADER + row("A-1", "BEST_QUALIFIED") + row("A-2", "QUALIFIED") + row("A-3", "QUALIFIED"));
        var id = candidates.byApplicantNumber(pool, "A-2").orElseThrow().id();

        send(
                        pool,
                        HEADER
                                + row("A-1", "BEST_QUALIFIED")
                                + row("A-2", "WELL_QUALIFIED").replace("Denver, CO;Remote", "Remote")
                                + row("A-4", "QUALIFIED"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.counts.unchanged").value(1))
                .andExpect(jsonPath("$.counts.updated").value(1))
                .andExpect(jsonPath("$.counts.inserted").value(1));

        assertThat(candidates.count(pool)).isEqualTo(4);
        assertThat(candidates.byId(id)).satisfies(changed -> {
            assertThat(changed.rating()).contains(Rating.WELL_QUALIFIED);
            assertThat(changed.dutyLocations()).containsExactly("Remote");
        });
        assertThat(decisions.of(pool.value()))
                .filteredOn(decision -> decision.kind().equals("change-candidates"))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.before()).contains(id.toString(), "\"QUALIFIED\"", "Denver, CO");
                    assertThat(decision.after()).contains(id.toString(), "WELL_QUALIFIED");
                    assertThat(decision.before() + decision.after() + decision.sentence())
                            .doesNotContain("Name of");
                });
    }

    @Test
    void an_import_never_touches_who_holds_a_candidate() throws Exception {
        var pool = pool("CGA-DE-CSV-7");
        send(pool, HEADER + row("HELD-1", "BEST_QUALIFIED"));
        var candidate = candidates.byApplicantNumber(pool, "HELD-1").orElseThrow();
        inTransaction(() -> availability.withdrawFromAll(candidate.id(), Actor.SYSTEM, "Wrote to us"));

        send(pool, HEADER + row("HELD-1", "QUALIFIED")).andExpect(status().isOk());
        assertThat(candidates.byId(candidate.id()).availability()).isEqualTo(Availability.WITHDRAWN);
    }

    @Test
    void counts_are_reported_line_by_line_as_a_long_file_comes_in() throws Exception {
        pool("CGA-DE-CSV-8");
        var rows = IntStream.range(0, 3_500)
                .mapToObj(number -> row("A-" + number, "QUALIFIED"))
                .collect(Collectors.joining());

        var lines = overHttp("CGA-DE-CSV-8", HEADER + rows, "application/x-ndjson", 200);

        assertThat(lines).hasSize(4);
        assertThat(lines).extracting(line -> line.path("read").asLong(-1)).startsWith(1_000L, 2_000L, 3_000L);
        assertThat(lines.get(3).path("taken").asBoolean()).isTrue();
        assertThat(lines.get(3).path("counts").path("inserted").asLong()).isEqualTo(3_500);
    }

    @Test
    void a_fault_found_after_counts_were_reported_is_the_last_line() throws Exception {
        var pool = pool("CGA-DE-CSV-9");
        var rows = IntStream.range(0, 1_500)
                .mapToObj(number -> row("A-" + number, "QUALIFIED"))
                .collect(Collectors.joining());

        var late = overHttp("CGA-DE-CSV-9", HEADER + rows + row("B-1", ""), "application/x-ndjson", 200);
        assertThat(late).hasSize(2);
        assertThat(late.get(1).path("taken").asBoolean(true)).isFalse();
        assertThat(late.get(1).path("status").asInt()).isEqualTo(400);
        assertThat(late.get(1).path("faults").get(0).path("line").asLong()).isEqualTo(1_502);

        var early = overHttp("CGA-DE-CSV-9", HEADER + row("B-1", ""), "application/x-ndjson", 400);
        assertThat(early).singleElement().satisfies(problem -> assertThat(
                        problem.path("faults").get(0).path("column").asText())
                .isEqualTo("rating"));
        assertThat(candidates.count(pool)).isZero();
    }

    @Test
    void a_hundred_thousand_rows_pass_through_without_staying_in_memory() {
        var pool = pool("CGA-DE-CSV-10");
        var statistics = entityManagerFactory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        var file = new EndlessRows(100_000);
        var rowsAhead = new ArrayList<Long>();
        var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        // Undone at the end, so that the other tests need not live with so many.
        new TransactionTemplate(transactions).executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            try {
                var taken = candidateImport.take(Actor.SYSTEM, pool, file, progress -> {
                    if (progress.read() % 25_000 == 0) {
                        rowsAhead.add(file.rowsAhead(progress.read()));
                    }
                });
                assertThat(taken).isEqualTo(new ImportProgress(100_000, 100_000, 0, 0, 0));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            assertThat(candidates.count(pool)).isEqualTo(100_000);
        });
        statistics.setStatisticsEnabled(false);
        var spent = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);

        // The thread's own time, about 20 seconds: how long it takes by the clock depends on who else is on the
        // machine.
        assertThat(spent).isLessThan(Duration.ofSeconds(60));

        // The file is never read far ahead of the rows already written, and no row becomes an entity.
        assertThat(rowsAhead).hasSize(4).allMatch(ahead -> ahead < 1_500);
        assertThat(statistics.getEntityInsertCount()).isLessThan(10);
        assertThat(statistics.getEntityLoadCount()).isLessThan(10);
    }

    @Test
    void L8_asking_who_is_whom_costs_no_statement_for_each_row_however_many_there_are_already() throws Exception {
        var pool = pool("CGA-DE-CSV-20");
        var few = statements(pool, 1_000);
        var many = statements(pool, 5_000);
        var again = statements(pool, 5_000);

        // Of 500 rows: who is known and where, who is alike, who is held or gone, and the rows with their locations,
        // 100 at
        // once at most.
        assertThat(few.size()).isLessThan(12 + 2 * 20);
        assertThat(many.size()).isLessThan(12 + 10 * 20);
        assertThat(again.size()).isLessThan(12 + 10 * 4);
        assertThat(many.stream().filter(sql -> sql.contains("unnest")).count()).isLessThanOrEqualTo(3 * 10);
    }

    private List<String> statements(AnnouncementNumber pool, int rows) {
        return StatementCounter.during(() -> {
            try {
                candidateImport.take(Actor.SYSTEM, pool, new EndlessRows(rows), progress -> {});
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    @Test
    void two_who_send_the_same_file_at_once_bring_in_each_candidate_once() throws Exception {
        var pool = pool("CGA-DE-CSV-14");
        var people = Executors.newFixedThreadPool(2);
        try {
            var start = new CyclicBarrier(2);
            Callable<ImportProgress> sending = () -> {
                start.await();
                return candidateImport.take(Actor.SYSTEM, pool, new EndlessRows(1_500), progress -> {});
            };
            var taken = new ArrayList<ImportProgress>();
            for (var outcome : people.invokeAll(List.of(sending, sending))) {
                taken.add(outcome.get());
            }

            assertThat(taken)
                    .containsExactlyInAnyOrder(
                            new ImportProgress(1_500, 1_500, 0, 0, 0), new ImportProgress(1_500, 0, 0, 1_500, 0));
            assertThat(candidates.count(pool)).isEqualTo(1_500);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void L11_asking_who_is_referred_takes_the_same_few_statements_however_many_there_are() throws Exception {
        var small = pool("CGA-DE-CSV-15");
        var large = pool("CGA-DE-CSV-16");
        candidateImport.take(Actor.SYSTEM, small, new EndlessRows(10), progress -> {});
        candidateImport.take(Actor.SYSTEM, large, new EndlessRows(2_000), progress -> {});
        var statistics = entityManagerFactory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            for (var pool : List.of(small, large)) {
                statistics.clear();
                var field = candidates.field(pool, Set.of("Remote"), Set.of(Rating.values()));

                assertThat(field).isNotEmpty();
                assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
            }
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void a_broken_connection_takes_everything_back() {
        var pool = pool("CGA-DE-CSV-11");
        var broken = new EndlessRows(2_000) {
            @Override
            protected void atEnd() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> candidateImport.take(Actor.SYSTEM, pool, broken, progress -> {}))
                .isInstanceOf(IOException.class);
        assertThat(candidates.count(pool)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gsa-manager", "gsa-hr", "gsa-coordinator", "gsa-expert", "opm-designer"})
    void only_OPM_staff_bring_in_candidates_and_their_documents(String other) throws Exception {
        var file = HEADER + row("Z-1", "QUALIFIED");
        http.perform(post("/api/pools/CGA-DE-12339419-24-MS/candidates")
                        .with(signedInAs(other))
                        .contentType("text/csv")
                        .content(file))
                .andExpect(status().isForbidden());
        http.perform(multipart("/api/pools/CGA-DE-12339419-24-MS/candidates/CX-1001/documents")
                        .file(resume("alicia-bergstrom.pdf"))
                        .contentType("multipart/form-data; boundary=x")
                        .with(signedInAs(other)))
                .andExpect(status().isForbidden());
        assertThat(candidates.count(new AnnouncementNumber("CGA-DE-12339419-24-MS")))
                .isEqualTo(40);
    }

    @Test
    void a_resume_is_put_on_file_and_recorded_without_naming_the_candidate() throws Exception {
        var pool = pool("CGA-DE-CSV-12");
        send(pool, HEADER + row("A-1", "BEST_QUALIFIED"));

        http.perform(multipart("/api/pools/CGA-DE-CSV-12/candidates/A-1/documents")
                        .file(resume("omar-haddad.pdf"))
                        .contentType("multipart/form-data; boundary=x")
                        .with(signedInAs("opm-1")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.mediaType").value("application/pdf"));
        http.perform(get("/api/pools/CGA-DE-CSV-12/candidates/A-1/documents").with(signedInAs("opm-1")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].name", contains("omar-haddad.pdf")));
        for (var written : List.of("a-1", "A-01", " a-001")) {
            http.perform(get("/api/pools/CGA-DE-CSV-12/candidates/{number}/documents", written)
                            .with(signedInAs("opm-1")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$[*].name", contains("omar-haddad.pdf")));
        }
        assertThat(decisions.of(pool.value())).last().satisfies(decision -> {
            assertThat(decision.kind()).isEqualTo("attach-candidate-document");
            assertThat(decision.after()).doesNotContain("Name of", "omar");
        });

        http.perform(multipart("/api/pools/CGA-DE-CSV-12/candidates/A-9/documents")
                        .file(resume("omar-haddad.pdf"))
                        .contentType("multipart/form-data; boundary=x")
                        .with(signedInAs("opm-1")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is no such candidate."));
        http.perform(multipart("/api/pools/CGA-DE-CSV-12/candidates/A-1/documents")
                        .file(new MockMultipartFile(
                                "file", "resume.pdf", "application/pdf", "not a PDF".getBytes(StandardCharsets.UTF_8)))
                        .contentType("multipart/form-data; boundary=x")
                        .with(signedInAs("opm-1")))
                .andExpect(status().isBadRequest());
        http.perform(multipart("/api/pools/CGA-DE-CSV-12/candidates/A-1/documents")
                        .contentType("multipart/form-data; boundary=x")
                        .with(signedInAs("opm-1")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("Choose a file to upload."));
    }

    @Test
    void L11_the_database_finds_whom_the_law_may_refer_and_counts_them() throws IOException {
        var pool = pool("CGA-DE-CSV-13");
        candidateImport.take(Actor.SYSTEM, pool, new EndlessRows(300), progress -> {});
        var all = candidates.next(pool, "", 500);
        inTransaction(() -> all.stream()
                .filter(candidate -> candidate.applicantNumber().endsWith("3"))
                .forEach(candidate -> availability.withdrawFromAll(candidate.id(), Actor.SYSTEM, "Wrote to us")));
        var now = candidates.next(pool, "", 500);

        for (var locations : List.of(
                Set.of("Remote"),
                Set.of("Denver, CO"),
                Set.of("Washington, DC", "remote"),
                Set.of("Nowhere"),
                Set.<String>of())) {
            var here = now.stream()
                    .filter(Candidate::optedIn)
                    .filter(candidate -> candidate.dutyLocations().stream()
                            .anyMatch(place -> locations.stream().anyMatch(place::equalsIgnoreCase)))
                    .toList();
            for (var categories : List.of(
                    Set.of(Rating.BEST_QUALIFIED),
                    Set.of(Rating.BEST_QUALIFIED, Rating.WELL_QUALIFIED),
                    Set.of(Rating.values()))) {
                assertThat(candidates.field(pool, locations, categories))
                        .extracting(Candidate::id)
                        .containsExactlyInAnyOrderElementsOf(here.stream()
                                .filter(Candidate::isAvailable)
                                .filter(candidate ->
                                        categories.contains(candidate.rating().orElseThrow())
                                                || Set.of(VeteransPreference.CPS, VeteransPreference.CP)
                                                        .contains(candidate.preference())
                                                || candidate.priorityStatus() != PriorityStatus.NONE)
                                .map(Candidate::id)
                                .toList());
            }
            assertThat(candidates.tally(pool, locations)).allSatisfy(kind -> assertThat(kind.available())
                    .isEqualTo(here.stream()
                            .filter(candidate -> candidate.rating().orElseThrow() == kind.rating()
                                    && candidate.preference() == kind.preference()
                                    && candidate.isAvailable())
                            .count()));
        }
        assertThat(candidates.field(pool, Set.of("Remote"), Set.of(Rating.values())))
                .isNotEmpty();
        assertThat(candidates.tally(pool, Set.of("Remote"))).isNotEmpty();
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private AnnouncementNumber pool(String announcement) {
        return pools.save(Actor.SYSTEM, SamplePools.crossGovernment(announcement))
                .announcement();
    }

    private ResultActions send(AnnouncementNumber pool, String file) throws Exception {
        return send(pool, "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private ResultActions send(AnnouncementNumber pool, String type, byte[] file) throws Exception {
        return http.perform(post("/api/pools/{announcement}/candidates", pool.value())
                .with(signedInAs("opm-1"))
                .accept(MediaType.APPLICATION_JSON)
                .contentType(type)
                .content(file));
    }

    private List<JsonNode> overHttp(String pool, String file, String accept, int status) throws Exception {
        var basic = Base64.getEncoder().encodeToString(("opm-1:" + password).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/pools/" + pool + "/candidates"))
                .header("Authorization", "Basic " + basic)
                .header("Accept", accept)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(status);
        var lines = new ArrayList<JsonNode>();
        for (var line : response.body().toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static MockMultipartFile resume(String name) throws IOException {
        try (var content = new ClassPathResource("demo/resumes/" + name).getInputStream()) {
            return new MockMultipartFile("file", name, "application/pdf", content);
        }
    }

    private static String row(String number, String rating) {
        return number + ",Name of " + number + "," + number + "@mail.example,,\"Denver, CO;Remote\"," + rating
                + ",,NONE,,,yes,,\n";
    }

    /** A file of many rows that exists only as far as it has been read. */
    static class EndlessRows extends InputStream {

        private static final String[] PLACES = {"\"Denver, CO\"", "Remote", "\"Washington, DC;Remote\""};

        private final int rows;
        private byte[] line = HEADER.getBytes(StandardCharsets.UTF_8);
        private int place;
        private int written;

        EndlessRows(int rows) {
            this.rows = rows;
        }

        long rowsAhead(long read) {
            return written - read;
        }

        protected void atEnd() throws IOException {}

        @Override
        public int read() throws IOException {
            if (place == line.length) {
                if (written == rows) {
                    atEnd();
                    return -1;
                }
                line = next().getBytes(StandardCharsets.UTF_8);
                place = 0;
            }
            return line[place++];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = 0;
            for (; count < length; count++) {
                var one = read();
                if (one < 0) {
                    return count == 0 ? -1 : count;
                }
                buffer[offset + count] = (byte) one;
            }
            return count;
        }

        private String next() {
            var number = "N-%06d".formatted(written);
            var rating = Rating.values()[written % 3];
            var optedIn = written % 7 == 0 ? "no" : "yes";
            var row = number + ",Name of " + number + "," + number + "@mail.example,202-%07d,".formatted(written)
                    + PLACES[written % PLACES.length] + "," + rating + ",,NONE,,," + optedIn + ",,\n";
            written++;
            return row;
        }
    }
}
