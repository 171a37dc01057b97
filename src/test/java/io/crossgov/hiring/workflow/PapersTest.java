package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.document.StoredDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Papers about candidates, over HTTP: lists, the case's file and page, and the files themselves (L1, L18). */
@OnBothDatabases
class PapersTest {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final byte[] PDF = SampleFiles.pdf();

    @Autowired
    private JdbcTemplate jdbc;

    private HireScenario scenario;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    @Test
    void L1_papers_about_candidates_are_for_who_may_know_the_candidates_and_their_names_stand_nowhere_else() {
        var hire = scenario.opensCase().until(REVIEWING);
        var cover = scenario.hr.uploads(hire, DocumentPurpose.OF_8);
        var papers = List.of(
                scenario.manager.uploads(hire, DocumentPurpose.SF_62),
                scenario.manager.uploads(hire, DocumentPurpose.CONTACT),
                scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL),
                scenario.manager.uploads(hire, DocumentPurpose.SECOND_REVIEW),
                scenario.hr.uploads(hire, DocumentPurpose.SF_52),
                scenario.hr.uploads(hire, DocumentPurpose.OTHER));

        for (var reader : List.of(scenario.manager, scenario.hr, scenario.opm)) {
            papers.forEach(paper -> assertThat(reader.downloads(paper)).isEqualTo(200));
            everywhere(reader, hire).forEach(shown -> assertThat(shown).contains("sf-62.pdf", "withdrawal.pdf"));
        }
        for (var reader : List.of(scenario.coordinator, scenario.expert)) {
            assertThat(reader.downloads(cover)).isEqualTo(200);
            papers.forEach(paper -> assertThat(reader.downloads(paper)).isEqualTo(404));
            everywhere(reader, hire).forEach(shown -> assertThat(shown)
                    .contains("of-8.pdf")
                    .doesNotContain(
                            "sf-62.pdf",
                            "contact.pdf",
                            "withdrawal.pdf",
                            "second-review.pdf",
                            "sf-52.pdf",
                            "other.pdf"));
        }
    }

    @Test
    void many_who_send_files_at_the_same_moment_wait_without_the_connections_that_everybody_else_needs(
            @Autowired Documents documents, @Autowired DataSource database) throws Exception {
        var hire = scenario.opensCase().until(REVIEWING);
        var number = new CaseNumber(hire.caseNumber());
        var reading = new CountDownLatch(6);
        var goOn = new CountDownLatch(1);
        var senders = Executors.newFixedThreadPool(14);
        try {
            var sent = new ArrayList<Future<StoredDocument>>();
            for (int one = 0; one < 14; one++) {
                var file = new ByteArrayInputStream(SampleFiles.pdf("Paper " + one));
                var slow = new InputStream() {
                    @Override
                    public int read() throws IOException {
                        reading.countDown();
                        try {
                            goOn.await();
                        } catch (InterruptedException impossible) {
                            throw new IOException(impossible);
                        }
                        return file.read();
                    }
                };
                sent.add(senders.submit(() -> documents.store(
                        DocumentOwner.ofCase(number, hire.agency()),
                        DocumentPurpose.OTHER,
                        "other.pdf",
                        slow,
                        scenario.hr.actor())));
            }
            assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
            var connections = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
            await().untilAsserted(
                            () -> assertThat(connections.getActiveConnections()).isLessThan(6));
            goOn.countDown();
            for (var one : sent) {
                assertThat(one.get(60, TimeUnit.SECONDS).id()).isNotNull();
            }
        } finally {
            goOn.countDown();
            senders.shutdown();
        }
    }

    @Test
    void L1_papers_about_candidates_close_with_the_case_and_nothing_is_put_on_file_any_more() {
        var hire = scenario.opensCase().until(REVIEWING);
        var cover = scenario.hr.uploads(hire, DocumentPurpose.OF_8);
        var paper = scenario.manager.uploads(hire, DocumentPurpose.SF_62);
        scenario.hr.posts("/api/cases/" + hire.caseNumber() + "/close", answers("reason", "NEED_GONE"));

        for (var reader : List.of(scenario.manager, scenario.hr, scenario.coordinator, scenario.expert)) {
            assertThat(reader.downloads(paper)).isEqualTo(404);
            assertThat(reader.downloads(cover)).isEqualTo(200);
            everywhere(reader, hire).forEach(shown -> assertThat(shown).doesNotContain("sf-62.pdf"));
        }
        assertThat(scenario.opm.downloads(paper)).isEqualTo(200);
        for (var purpose : List.of(DocumentPurpose.OF_8, DocumentPurpose.SF_62, DocumentPurpose.OTHER)) {
            scenario.hr
                    .cannotUpload(hire, purpose, "late.pdf", PDF)
                    .withStatus(409)
                    .because("is closed");
        }
        scenario.opm
                .cannotUpload(hire, DocumentPurpose.SAMPLE_PD, "late.pdf", PDF)
                .withStatus(409);
    }

    @Test
    void L18_papers_about_who_is_only_considered_close_with_the_pool() {
        var hire = scenario.opensCase(scenario.manager, scenario.poolOpenUntil(HireScenario.FIRST_DAY.plusDays(20)))
                .until(REVIEWING);
        var passOver = scenario.manager.uploads(hire, DocumentPurpose.SF_62);
        var request = scenario.hr.uploads(hire, DocumentPurpose.SF_52);
        assertThat(scenario.manager.downloads(passOver)).isEqualTo(200);

        scenario.onDay(HireScenario.FIRST_DAY.plusDays(21));

        assertThat(scenario.manager.downloads(passOver)).isEqualTo(404);
        assertThat(scenario.hr.downloads(request)).isEqualTo(200);
    }

    @Test
    void each_side_and_role_files_its_own_papers_only() {
        var hire = scenario.opensCase();
        scenario.hr
                .cannotUpload(hire, DocumentPurpose.SF_52, "early.pdf", PDF)
                .withStatus(403)
                .because("has not approved");
        hire.until(REVIEWING);

        for (var purpose : List.of(DocumentPurpose.SF_52, DocumentPurpose.SF_62, DocumentPurpose.OF_8)) {
            scenario.opm
                    .cannotUpload(hire, purpose, "x.pdf", PDF)
                    .withStatus(403)
                    .because("the agency's");
            scenario.expert.cannotUpload(hire, purpose, "x.pdf", PDF).withStatus(403);
            scenario.coordinator.cannotUpload(hire, purpose, "x.pdf", PDF).withStatus(403);
        }
        scenario.manager
                .cannotUpload(hire, DocumentPurpose.SF_52, "x.pdf", PDF)
                .withStatus(403)
                .because("HR specialist");
        scenario.hr
                .cannotUpload(hire, DocumentPurpose.SAMPLE_PD, "x.pdf", PDF)
                .withStatus(403)
                .because("OPM");
        scenario.hr
                .cannotUpload(hire, DocumentPurpose.RESUME, "x.pdf", PDF)
                .withStatus(400)
                .at("purpose");
        scenario.otherHr.cannotUpload(hire, DocumentPurpose.OF_8, "x.pdf", PDF).withStatus(404);
    }

    @Test
    void a_case_holds_so_many_files_and_no_more() {
        var hire = scenario.opensCase();
        scenario.hr.uploads(hire, DocumentPurpose.OF_8);
        jdbc.update("update document set size_bytes = 524288000 where case_number = ?", hire.caseNumber());

        scenario.hr
                .cannotUpload(hire, DocumentPurpose.OF_8, "x.pdf", PDF)
                .withStatus(409)
                .because("500 MB");
    }

    @Test
    void a_large_file_comes_back_whole_though_it_is_read_piece_by_piece() {
        var hire = scenario.opensCase();
        var padding = new byte[3 * 1024 * 1024 + 17];
        new Random(7).nextBytes(padding);
        var content = SampleFiles.pdf(new String(padding, StandardCharsets.ISO_8859_1).replaceAll("[^a-z]", "x"));

        var id = scenario.hr.uploads(hire, DocumentPurpose.OF_8, content);

        assertThat(scenario.expert.contentOf(id)).isEqualTo(content);
    }

    /** Wherever a case's papers are listed. */
    private static List<String> everywhere(Colleague reader, Hire hire) {
        var number = hire.caseNumber();
        return List.of(
                reader.gets("/api/cases/" + number + "/documents").toString(),
                reader.gets("/api/cases/" + number).toString(),
                reader.looksAt("/cases/" + number));
    }
}
