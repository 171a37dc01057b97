package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The workbench's list among many: page by page, narrowed down by the server, in few bytes and as few statements as among three. */
@OnBothDatabases
@Import(SelectionScene.class)
class LongListTest {

    private static final int MANY = 2_000;
    private static final int WITH_PREFERENCE = 300;
    private static final String LIST = "/api/cases/{number}/candidates";

    @Autowired
    private SelectionScene scene;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private EntityManagerFactory entityManagerFactory;

    @Test
    void two_thousand_candidates_come_page_by_page_in_the_order_of_the_law_and_each_page_is_small() {
        var number = caseWithMany();

        var seen = new ArrayList<String>();
        for (int from = 0; from < MANY; from += CandidateList.PAGE) {
            var page = scene.read(MANAGER, LIST + "?from=" + from, number);
            assertThat(page.text().getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
            assertThat(page.json().path("found").asInt()).isEqualTo(MANY);
            assertThat(page.json().path("from").asInt()).isEqualTo(from);
            for (var line : page.json().path("candidates")) {
                assertThat(line.path("place").asInt()).isEqualTo(seen.size() + 1);
                // Nobody without preference stands before somebody with it, and everybody says for whom to wait.
                assertThat(line.at("/electing/after").asText())
                        .isEqualTo(
                                seen.size() < WITH_PREFERENCE ? "" : "Candidate Number 0001 and 299 others come first");
                seen.add(line.path("id").asText());
            }
        }
        assertThat(new HashSet<>(seen)).hasSize(MANY);
        assertThat(from(number, "from=99999")).isEqualTo(MANY - CandidateList.PAGE);
        assertThat(from(number, "from=-1")).isZero();
        assertThat(from(number, "from=150")).isEqualTo(100);

        var last = details(number, seen.get(MANY - 1));
        assertThat(last.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(20_000);
        assertThat(last.at("/candidate/electing/0/rule").asText()).isEqualTo("L14");
        assertThat(last.at("/obstacles/0/sentence").asText())
                .contains("Candidate Number 0001", "Candidate Number 0300 are preference eligibles");
        assertThat(last.path("comeFirst")).hasSize(20);
        assertThat(last.path("moreComeFirst").asInt()).isEqualTo(WITH_PREFERENCE - 20);
        assertThat(last.path("foundBefore").asInt()).isEqualTo(MANY - 1);
        assertThat(last.at("/previous/id").asText()).isEqualTo(seen.get(MANY - 2));
        assertThat(last.path("next").isNull()).isTrue();
    }

    @Test
    void a_page_and_a_candidate_cost_the_same_statements_among_two_thousand_as_among_three() {
        var few = scene.pool();
        for (int number = 1; number <= 3; number++) {
            scene.candidate(few, "Candidate " + number);
        }
        var small = scene.caseInReview(few, MANAGER);
        var large = caseWithMany();

        var ofSmall = statementsOf(() -> scene.list(MANAGER, small));
        assertThat(statementsOf(() -> scene.list(MANAGER, large)))
                .isEqualTo(ofSmall)
                .isLessThanOrEqualTo(11);
        var oneOfSmall = first(small);
        var oneOfLarge = first(large);
        assertThat(statementsOf(() -> scene.details(MANAGER, large, oneOfLarge)))
                .isEqualTo(statementsOf(() -> scene.details(MANAGER, small, oneOfSmall)))
                .isLessThanOrEqualTo(ofSmall);
    }

    @Test
    void who_is_looked_for_is_found_however_the_name_is_typed_and_by_status_and_location() {
        var pool = scene.pool();
        scene.candidate(pool, "Siobhan O\u2019Brien");
        var renee = scene.candidate(pool, "Ren\u00E9e Saint\u2013Pierre");
        scene.candidate(pool, "Ada  Lovelace", "BEST_QUALIFIED", true, "Denver, CO");
        var number = scene.caseInReview(pool, MANAGER);

        for (var typed : List.of("O'Brien", "siobhan  o\u02BCbrien", "Siobhan\u00A0O")) {
            assertThat(names(number, typed)).containsExactly("Siobhan O\u2019Brien");
        }
        for (var typed : List.of("Rene\u0301e", "Renee", "saint-pierre", "pierre A-")) {
            assertThat(names(number, typed)).containsExactly("Ren\u00E9e Saint\u2013Pierre");
        }
        for (var typed : List.of("Ada ", " ada\tlovelace", "A\u200Bda\u200E")) {
            assertThat(names(number, typed)).containsExactly("Ada  Lovelace");
        }
        assertThat(names(number, "\u200B \u00A0")).hasSize(3);

        must(scene.record(MANAGER, number, renee, "contact", "sendDetails", false, "note", "By telephone"));
        assertThat(found(number, "status=CONTACTED")).containsExactly("Ren\u00E9e Saint\u2013Pierre");
        assertThat(found(number, "location=Denver, CO")).containsExactly("Ada  Lovelace");
        assertThat(found(number, "id=" + renee + "," + UUID.randomUUID()))
                .containsExactly("Ren\u00E9e Saint\u2013Pierre");
        assertThat(scene.read(MANAGER, LIST + "?status=NONSENSE", number).status())
                .isEqualTo(400);
        assertThat(scene.read(MANAGER, LIST + "?words=" + "x".repeat(201), number)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void from_one_candidate_to_the_next_among_those_who_are_looked_for_whether_or_not_this_one_is() {
        var pool = scene.pool();
        var ids = new ArrayList<UUID>();
        for (var name : List.of("Ann One", "Ben Two", "Cat One", "Dan Two", "Eve One")) {
            ids.add(scene.candidate(pool, name));
        }
        var number = scene.caseInReview(pool, MANAGER);

        var among = scene.read(MANAGER, LIST + "/{id}?words=one", number, ids.get(2))
                .json();
        assertThat(among.at("/previous/name").asText()).isEqualTo("Ann One");
        assertThat(among.at("/next/name").asText()).isEqualTo("Eve One");
        assertThat(among.path("foundBefore").asInt()).isEqualTo(1);
        var besides = scene.read(MANAGER, LIST + "/{id}?words=one", number, ids.get(1))
                .json();
        assertThat(besides.at("/previous/name").asText()).isEqualTo("Ann One");
        assertThat(besides.at("/next/name").asText()).isEqualTo("Cat One");
    }

    @Test
    void whoever_the_reader_may_not_see_is_neither_counted_nor_told_nor_opened() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var hidden = List.of(
                scene.candidate(pool, "Jordan Unshared", "BEST_QUALIFIED", false, "Washington, DC"),
                scene.candidate(pool, "Jordan Elsewhere", "BEST_QUALIFIED", true, "Remote"),
                UUID.randomUUID());
        var number = scene.caseInReview(pool, MANAGER);

        var list = scene.read(MANAGER, LIST + "?words=Jordan", number);
        assertThat(list.json().path("all").asInt()).isEqualTo(1);
        assertThat(list.json().path("found").asInt()).isEqualTo(1);
        assertThat(list.text()).doesNotContain("Unshared", "Elsewhere");
        for (var id : hidden) {
            for (var reader : List.of(MANAGER, HR, OPM)) {
                assertThat(scene.details(reader, number, id).status()).isEqualTo(404);
                assertThat(scene.read(reader, LIST + "?id=" + id, number)
                                .json()
                                .path("found")
                                .asInt())
                        .isZero();
            }
        }
        assertThat(scene.details(MANAGER, number, jordan).status()).isEqualTo(200);
        assertThat(scene.details(COORDINATOR, number, jordan).status()).isEqualTo(403);
        assertThat(scene.details(OTHER_MANAGER, number, jordan).status()).isEqualTo(404);
    }

    @Test
    void what_people_recorded_last_is_told_with_every_page_and_nothing_is_sent_again() {
        var pool = scene.pool();
        var ann = scene.candidate(pool, "Ann Adams");
        var ben = scene.candidate(pool, "Ben Brown");
        var number = scene.caseInReview(pool, MANAGER);
        must(scene.record(MANAGER, number, ann, "notes", "notes", "First"));
        must(scene.record(HR, number, ben, "notes", "notes", "Then"));

        var looking = LIST + "?words=Ann";
        var page = scene.read(MANAGER, looking, number);
        assertThat(page.json().path("lately"))
                .extracting(one -> one.path("name").asText() + " by "
                        + one.path("changedBy").asText() + ", " + one.path("changedByReader"))
                .containsExactly("Ben Brown by Person " + HR + ", false", "Ann Adams by Person " + MANAGER + ", true");
        var details = scene.details(MANAGER, number, ann);
        var address = LIST + "/" + ann;
        assertThat(scene.readIfChanged(MANAGER, page.etag(), looking, number).status())
                .isEqualTo(304);
        assertThat(scene.readIfChanged(MANAGER, details.etag(), address, number).status())
                .isEqualTo(304);

        must(scene.record(HR, number, ann, "notes", "notes", "Again"));
        assertThat(scene.readIfChanged(MANAGER, page.etag(), looking, number).status())
                .isEqualTo(200);
        assertThat(scene.readIfChanged(MANAGER, details.etag(), address, number)
                        .json()
                        .at("/candidate/notes")
                        .asText())
                .isEqualTo("Again");
    }

    /** In a pool as a large one is: of three hundred with preference each comes before everybody else, and each has two papers. */
    private CaseNumber caseWithMany() {
        var pool = scene.pool();
        many(pool);
        return scene.caseInReview(pool, MANAGER);
    }

    private void many(AnnouncementNumber pool) {
        var candidates = new ArrayList<Object[]>();
        var locations = new ArrayList<Object[]>();
        var papers = new ArrayList<Object[]>();
        for (int number = 1; number <= MANY; number++) {
            var id = UUID.randomUUID();
            var applicant = String.format(Locale.ROOT, "CX-2026-%06d", number);
            var email = pool.value().toLowerCase(Locale.ROOT) + "-" + number + "@mail.example";
            candidates.add(new Object[] {
                id,
                pool.value(),
                applicant,
                String.format(Locale.ROOT, "Candidate Number %04d", number),
                email,
                number <= WITH_PREFERENCE ? "TP" : "NONE",
                applicant,
                email,
                email
            });
            locations.add(new Object[] {id, "Washington, DC"});
            locations.add(new Object[] {id, "Denver, CO"});
            for (var paper : List.of("Resume", "Transcript")) {
                papers.add(new Object[] {UUID.randomUUID(), id, pool.value(), paper + "-of-" + applicant + ".pdf"});
            }
        }
        jdbc.batchUpdate(
                "insert into candidate (id, announcement, applicant_number, name, email, rating, preference, priority_status,"
                        + " opted_in, availability, number_key, email_key, name_key, person_key, version)"
                        + " values (?, ?, ?, ?, ?, 'BEST_QUALIFIED', ?, 'NONE', true, 'AVAILABLE', ?, ?, 'candidate', ?, 0)",
                candidates);
        jdbc.batchUpdate("insert into candidate_location (candidate_id, location) values (?, ?)", locations);
        jdbc.batchUpdate(
                "insert into document (id, version, candidate_id, announcement, purpose, file_name, media_type, size_bytes, sha256,"
                        + " stored_at, stored_by, stored_by_name) values (?, 0, ?, ?, 'RESUME', ?, 'application/pdf', 204800,"
                        + " 'none', current_timestamp, 'opm', 'OPM')",
                papers);
    }

    private int from(CaseNumber number, String query) {
        return scene.read(MANAGER, LIST + "?" + query, number)
                .json()
                .path("from")
                .asInt();
    }

    private UUID first(CaseNumber number) {
        return UUID.fromString(
                scene.list(MANAGER, number).json().at("/candidates/0/id").asText());
    }

    private JsonNode details(CaseNumber number, String id) {
        return scene.details(MANAGER, number, UUID.fromString(id)).json();
    }

    private List<String> names(CaseNumber number, String words) {
        return names(scene.read(MANAGER, LIST + "?words={words}", number, words).json());
    }

    private List<String> found(CaseNumber number, String query) {
        return names(scene.read(MANAGER, LIST + "?" + query, number).json());
    }

    private static List<String> names(JsonNode list) {
        assertThat(list.path("found").asInt()).isEqualTo(list.path("candidates").size());
        var names = new ArrayList<String>();
        list.path("candidates").forEach(line -> names.add(line.path("name").asText()));
        return names;
    }

    private long statementsOf(Runnable asking) {
        var statistics = entityManagerFactory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        asking.run();
        var before = statistics.getPrepareStatementCount();
        asking.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
