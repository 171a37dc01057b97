package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.EXPERT;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_HR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.SampleFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who reads a candidate's resume, when, how it is handed out, and that each reading is on record. */
@OnBothDatabases
@Import(SelectionScene.class)
class CandidateDocumentsTest {

    private static final List<String> EVERYBODY_AT_THE_AGENCY =
            List.of(MANAGER, SECOND_MANAGER, HR, COORDINATOR, EXPERT);

    @Autowired
    private SelectionScene scene;

    @Autowired
    private Documents documents;

    @Autowired
    private Cases cases;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void L1_before_access_is_approved_only_OPM_reads_a_resume() {
        var pool = scene.pool();
        var resume = resumeOf(pool, scene.candidate(pool, "Jordan Unseen"));
        scene.caseBeforeAccess(pool, MANAGER, 1);

        EVERYBODY_AT_THE_AGENCY.forEach(person -> cannotRead(person, resume));
        reads(OPM, resume);
        assertThat(readersOf(resume)).containsExactly(OPM);
    }

    @Test
    void L1_after_approval_managers_HR_and_OPM_read_a_referred_candidates_resume_and_nobody_else() {
        var pool = scene.pool();
        var resume = resumeOf(pool, scene.candidate(pool, "Jordan Lee"));
        scene.caseInReview(pool, MANAGER);

        for (var person : List.of(MANAGER, SECOND_MANAGER, HR, OPM)) {
            reads(person, resume);
        }
        for (var person : List.of(COORDINATOR, EXPERT, OTHER_MANAGER, OTHER_HR)) {
            cannotRead(person, resume);
        }
        assertThat(readersOf(resume)).containsExactlyInAnyOrder(MANAGER, SECOND_MANAGER, HR, OPM);
    }

    @Test
    void L11_the_resume_of_who_is_not_referred_stays_closed() {
        var pool = scene.pool();
        // Three, so that the highest category stands by itself (L13).
        List.of("Best Fit", "Second Fit", "Third Fit").forEach(name -> scene.candidate(pool, name));
        var closed = List.of(
                resumeOf(pool, scene.candidate(pool, "Lower Category", "WELL_QUALIFIED", true, "Washington, DC")),
                resumeOf(pool, scene.candidate(pool, "Not Shared", "BEST_QUALIFIED", false, "Washington, DC")),
                resumeOf(pool, scene.candidate(pool, "Works Elsewhere", "BEST_QUALIFIED", true, "Remote")));
        scene.caseInReview(pool, MANAGER);

        closed.forEach(resume -> {
            EVERYBODY_AT_THE_AGENCY.forEach(person -> cannotRead(person, resume));
            assertThat(readersOf(resume)).isEmpty();
        });
    }

    @Test
    void L1_access_to_one_pool_opens_no_resume_of_another() {
        var granted = scene.pool();
        scene.caseInReview(granted, MANAGER);
        var pool = scene.pool();
        var resume = resumeOf(pool, scene.candidate(pool, "Jordan Lee"));
        scene.caseBeforeAccess(pool, OTHER_MANAGER, 1);

        for (var person : List.of(MANAGER, HR, OTHER_MANAGER, OTHER_HR)) {
            cannotRead(person, resume);
        }
    }

    @Test
    void L1_resumes_close_with_the_case() {
        var pool = scene.pool();
        var resume = resumeOf(pool, scene.candidate(pool, "Jordan Lee"));
        var number = scene.caseInReview(pool, MANAGER);
        reads(HR, resume);
        cases.close(number, CancellationReason.NEED_GONE, null, scene.actor(HR));

        cannotRead(MANAGER, resume);
        cannotRead(HR, resume);
        assertThat(readersOf(resume)).containsExactly(HR);
    }

    private UUID resumeOf(AnnouncementNumber pool, UUID candidate) {
        return documents
                .store(
                        DocumentOwner.ofCandidate(candidate, pool),
                        DocumentPurpose.RESUME,
                        "resume.pdf",
                        new ByteArrayInputStream(SampleFiles.pdf()),
                        Actor.SYSTEM)
                .id();
    }

    /** Gets it as a file to keep, never as something a browser would show or guess at. */
    private void reads(String person, UUID resume) {
        var answer = scene.download(person, resume);
        assertThat(answer.getStatus()).as(person).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("resume.pdf");
        assertThat(answer.getHeaders("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getContentAsByteArray()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    /** Gets the same answer as for a document that does not exist. */
    private void cannotRead(String person, UUID resume) {
        var answer = scene.read(person, "/api/documents/{id}", resume);
        var unknown = scene.read(person, "/api/documents/{id}", UUID.randomUUID());
        assertThat(answer.status()).as(person).isEqualTo(404);
        assertThat(answer.detail()).isEqualTo("There is no such document.");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.detail()).isEqualTo(answer.detail());
    }

    private List<String> readersOf(UUID document) {
        return jdbc.queryForList(
                "select user_id from document_read where document_id = ? order by read_at", String.class, document);
    }
}
