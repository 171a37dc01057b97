package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** One entry about several candidates: what becomes of each, and that nothing is half-written. */
@OnBothDatabases
@Import(SelectionScene.class)
class ReviewingSeveralTest {

    @Autowired
    private SelectionScene scene;

    @Autowired
    private DecisionLog audit;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private EntityManagerFactory entityManagerFactory;

    @Test
    void sixty_candidates_are_contacted_in_one_request_and_each_has_a_record_a_decision_and_a_message() {
        var pool = scene.pool();
        var sixty = candidates(pool, 60);
        var number = scene.caseInReview(pool, MANAGER);

        var answer = several(
                MANAGER,
                number,
                "contact",
                sixty,
                0,
                Map.of("sendDetails", true, "message", "Hello", "note", "Mailed"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(done(answer)).containsExactlyElementsOf(sixty);
        for (var row : scene.list(HR, number).json().path("candidates")) {
            assertThat(row.path("status").asText()).isEqualTo("CONTACTED");
            assertThat(row.path("version").asLong()).isEqualTo(1);
        }
        assertThat(scene.seen(HR, number, sixty.get(59)).path("contactNote").asText())
                .isEqualTo("Mailed");
        assertThat(messages(number)).isEqualTo(60);
        assertThat(audit.of(number.value()).stream()
                        .filter(decision -> decision.kind().equals("contact-candidate")))
                .hasSize(60)
                .allMatch(decision -> decision.after().contains("CONTACTED"));
        assertThat(audit.firstBroken(number.value())).isEmpty();
    }

    @Test
    void each_candidates_own_outcome_is_told_and_what_is_refused_about_one_keeps_nothing_from_the_others() {
        var pool = scene.pool();
        var fine = scene.candidate(pool, "Fine");
        var changed = scene.candidate(pool, "Changed Meanwhile");
        var declined = scene.candidate(pool, "Declined Us");
        var gone = scene.candidate(pool, "Gone");
        var number = scene.caseInReview(pool, MANAGER);
        must(scene.record(HR, number, changed, "notes", "notes", "Seen by HR"));
        must(scene.record(MANAGER, number, declined, "withdrawal", "scope", "THIS_AGENCY"));
        must(scene.record(MANAGER, number, gone, "notes", "notes", "Known"));
        jdbc.update("update candidate set availability = 'COMMITTED' where id = ?", gone);

        var answer = scene.write(
                MANAGER,
                Map.of(
                        "candidates",
                        List.of(
                                chosen(gone, 1),
                                chosen(fine, 0),
                                chosen(changed, 0),
                                chosen(declined, 1),
                                chosen(UUID.randomUUID(), 0),
                                chosen(fine, 0)),
                        "sendDetails",
                        true),
                "/api/cases/{number}/candidates/contact",
                number);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(done(answer)).containsExactly(fine);
        assertThat(sentences(answer))
                .containsExactly(
                        "This candidate is no longer available.",
                        "",
                        "Person " + HR
                                + " changed this candidate's record while you worked on it. What you see now is up to"
                                + " date: check it, then save again.",
                        "This candidate declined your agency. Choose \u201cConsider again\u201d first if that has changed.",
                        "There is no such candidate in this case.");
        assertThat(messages(number)).isEqualTo(1);
        assertThat(scene.status(number, changed)).isEqualTo("REFERRED");
        assertThat(scene.seen(MANAGER, number, changed).path("version").asLong())
                .isEqualTo(1);
    }

    @Test
    void several_have_the_same_interview_or_are_not_selected() {
        var pool = scene.pool();
        var three = candidates(pool, 3);
        var number = scene.caseInReview(pool, MANAGER);

        var interviews = several(
                HR,
                number,
                "interview",
                three,
                0,
                Map.of("on", scene.today(), "time", "09:15", "zone", "Pacific/Guam", "interviewers", "Pat, Sam"));
        assertThat(done(interviews)).hasSize(3);
        var row = scene.seen(MANAGER, number, three.get(2));
        assertThat(row.path("interviewTime").asText()).isEqualTo("09:15");
        assertThat(row.path("interviewZoneTitle").asText()).isEqualTo("Chamorro Time (Guam)");
        assertThat(row.path("changedBy").asText()).isEqualTo("Person " + HR);

        must(scene.elect(MANAGER, number, three.get(0)));
        var notSelected = several(MANAGER, number, "not-selected", three, 1, Map.of());
        assertThat(done(notSelected)).containsExactly(three.get(1), three.get(2));
        assertThat(sentences(notSelected).get(0)).startsWith("This candidate is elected.");
        assertThat(scene.status(number, three.get(1))).isEqualTo("NOT_SELECTED");
    }

    @Test
    void what_concerns_all_of_them_is_refused_at_once_and_nothing_is_recorded() {
        var pool = scene.pool();
        var two = candidates(pool, 2);
        var number = scene.caseInReview(pool, MANAGER);

        assertThat(several(OTHER_MANAGER, number, "contact", two, 0, Map.of()).status())
                .isEqualTo(404);
        assertThat(several(OTHER_MANAGER, number, "contact", two, 0, Map.of()).text())
                .doesNotContain("Candidate");
        assertThat(several(COORDINATOR, number, "not-selected", two, 0, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(several(OPM, number, "not-selected", two, 0, Map.of()).status())
                .isEqualTo(403);
        assertThat(several(MANAGER, number, "contact", List.of(), 0, Map.of()).detail())
                .isEqualTo("Choose at least one candidate, and at most 500.");
        var tomorrow = Map.of("on", scene.today().plusDays(1));
        assertThat(several(MANAGER, number, "contact", two, 0, tomorrow).field())
                .isEqualTo("on");
        assertThat(several(MANAGER, number, "interview", two, 0, Map.of("on", scene.today()))
                        .detail())
                .isEqualTo("Name the interviewers.");
        two.forEach(candidate ->
                assertThat(scene.status(number, candidate)).as("status").isEqualTo("REFERRED"));
        assertThat(messages(number)).isZero();
    }

    @Test
    void two_people_who_contact_the_same_candidates_in_the_same_moment_write_to_each_of_them_once() throws Exception {
        var pool = scene.pool();
        var candidates = candidates(pool, 12);
        var number = scene.caseInReview(pool, MANAGER);
        var backwards = new ArrayList<>(candidates);
        Collections.reverse(backwards);
        var barrier = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        var reached = new ArrayList<UUID>();
        try {
            var running = new ArrayList<Future<SelectionScene.Answer>>();
            running.add(threads.submit(() -> {
                barrier.await();
                return several(MANAGER, number, "contact", candidates, 0, Map.of("sendDetails", true));
            }));
            running.add(threads.submit(() -> {
                barrier.await();
                return several(SECOND_MANAGER, number, "contact", backwards, 0, Map.of("sendDetails", true));
            }));
            for (var each : running) {
                assertThat(each.get().status()).isEqualTo(200);
                reached.addAll(done(each.get()));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(candidates);
        assertThat(messages(number)).isEqualTo(12);
        assertThat(audit.firstBroken(number.value())).isEmpty();
    }

    @Test
    void the_statements_do_not_grow_with_the_candidates() {
        var few = scene.pool();
        var many = scene.pool();
        var three = candidates(few, 3);
        var sixty = candidates(many, 60);
        var small = scene.caseInReview(few, MANAGER);
        var large = scene.caseInReview(many, MANAGER);

        var forFew = statements(small, three);
        assertThat(statements(large, sixty)).isEqualTo(forFew);
        assertThat(forFew).isLessThan(45);
    }

    /** A batch of rows counts as one; each message is a row of the outbox. */
    private long statements(CaseNumber number, List<UUID> candidates) {
        var statistics = entityManagerFactory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        var before = statistics.getPrepareStatementCount();
        must(several(MANAGER, number, "contact", candidates, 0, Map.of("sendDetails", true)));
        return statistics.getPrepareStatementCount() - before;
    }

    // ----

    private List<UUID> candidates(AnnouncementNumber pool, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(each -> scene.candidate(pool, "Candidate " + each))
                .toList();
    }

    private static Map<String, Object> chosen(UUID id, long version) {
        return Map.of("id", id, "version", version);
    }

    private SelectionScene.Answer several(
            String person,
            CaseNumber number,
            String what,
            List<UUID> candidates,
            long version,
            Map<String, ?> entries) {
        var body = new LinkedHashMap<String, Object>(entries);
        body.put(
                "candidates", candidates.stream().map(id -> chosen(id, version)).toList());
        return scene.write(person, body, "/api/cases/{number}/candidates/" + what, number);
    }

    private static List<UUID> done(SelectionScene.Answer answer) {
        return StreamSupport.stream(answer.json().path("outcomes").spliterator(), false)
                .filter(outcome -> outcome.path("done").asBoolean())
                .map(outcome -> UUID.fromString(outcome.path("candidateId").asText()))
                .toList();
    }

    private static List<String> sentences(SelectionScene.Answer answer) {
        return StreamSupport.stream(answer.json().path("outcomes").spliterator(), false)
                .map(outcome -> outcome.path("refused"))
                .map(refused -> refused.isNull() ? "" : refused.asText())
                .toList();
    }

    private int messages(CaseNumber number) {
        return jdbc.queryForObject(
                "select count(*) from notice where case_number = ? and type = 'M5'", Integer.class, number.value());
    }
}
