package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_HR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.intake.CandidateImport;
import io.crossgov.hiring.workflow.StatementCounter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** An open workbench asks every few seconds whether anything is new: whatever is new is told, and that nothing is costs next to nothing. */
@OnBothDatabases
@Import(SelectionScene.class)
class ListMarkTest {

    private static final String LIST = "/api/cases/{number}/candidates";
    private static final String CANDIDATE = LIST + "/{id}/";
    private static final String CHANGES_WITH_THE_CANDIDATE = "candidate_location";

    @Autowired
    private SelectionScene scene;

    @Autowired
    private CandidateBoard board;

    @Autowired
    private CandidateImport candidateImport;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private JdbcTemplate jdbc;

    private AnnouncementNumber pool;
    private UUID ann;
    private UUID ben;
    private UUID cat;
    private UUID dan;
    private UUID eve;
    private CaseNumber number;
    private CaseNumber sameAgencys;
    private CaseNumber otherAgencys;
    private final Map<String, String> marks = new HashMap<>();

    @BeforeEach
    void three_cases_of_two_agencies_with_the_same_candidates() {
        pool = scene.pool("openUntil", scene.today().plusDays(30).toString());
        ann = scene.candidate(pool, "Ann Adams");
        ben = scene.candidate(pool, "Ben Brown");
        cat = scene.candidate(pool, "Cat Clark");
        dan = scene.candidate(pool, "Dan Davis");
        eve = scene.candidate(pool, "Eve Evans");
        scene.candidate(pool, "Lower Category", "WELL_QUALIFIED", true, "Washington, DC");
        scene.preference(ann, "TP");
        number = scene.caseInReview(pool, MANAGER, 3);
        sameAgencys = scene.caseInReview(pool, SECOND_MANAGER, 1, "Another position");
        otherAgencys = scene.caseInReview(pool, OTHER_MANAGER);
        scene.classifyPd(otherAgencys);
        isNew("what nobody has read");
    }

    @Test
    void whatever_a_list_and_a_candidate_are_made_of_is_in_their_mark() {
        everythingHappens();
        for (var reader : List.of(MANAGER, OPM)) {
            everythingReadIsInTheMark(scene.actor(reader));
        }
        jdbc.update(
                "update hiring_case set status = 'CLOSED', closing_reason = 'FILLED', closed_at = current_timestamp,"
                        + " version = version + 1 where number = ?",
                number.value());
        for (var reader : List.of(MANAGER, OPM)) {
            everythingReadIsInTheMark(scene.actor(reader));
        }
    }

    private void everythingHappens() {
        isDisplaced(eve);
        must(scene.record(MANAGER, number, ben, "contact", "sendDetails", true));
        must(scene.write(MANAGER, Map.of(), CANDIDATE + "pass-over", number, ann));
        scene.filesReasons(MANAGER, number);
        must(scene.put(MANAGER, CANDIDATE + "held-vacancy", number, ann));
        must(scene.write(MANAGER, Map.of("reasons", "No workshops."), CANDIDATE + "priority-review", number, eve));
        must(scene.record(MANAGER, sameAgencys, cat, "withdrawal", "scope", "THIS_AGENCY", "note", "Said so"));
        must(paper(dan));
        jdbc.update(
                "insert into selection (id, version, case_number, agency, announcement, candidate_id, held_candidate_id, held_vacancy,"
                        + " state, elected_by, elected_at, elected_on, duty_location) select ?, 0, number, agency, announcement, ?, ?, 1,"
                        + " 'ONBOARDED', 'somebody', current_timestamp, current_date, 'Washington, DC' from hiring_case where number = ?",
                UUID.randomUUID(),
                dan,
                dan,
                number.value());
    }

    private void everythingReadIsInTheMark(Actor reader) {
        var questions = List.<Runnable>of(
                () -> board.of(number, Sought.EVERYBODY, 0, mark -> false, reader),
                () -> board.of(number, dan, Sought.EVERYBODY, mark -> false, reader));
        for (var question : questions) {
            var sent = StatementCounter.during(question);
            assertThat(sent.get(0)).isEqualTo("select agency, announcement from hiring_case where number = ?");
            assertThat(sent.get(1)).contains("'held_vacancy'", "'candidate'");
            var read = tables(sent.subList(2, sent.size()));
            assertThat(read.remove(CHANGES_WITH_THE_CANDIDATE)).isTrue();
            assertThat(read).contains("candidate", "candidate_review", "selection", "pass_over", "held_vacancy");
            assertThat(tables(List.of(sent.get(1)))).containsAll(read);
        }
    }

    /** It writes the candidate anew whenever it moves one, which is shown below by a candidate who is imported again. */
    @Test
    void nothing_but_the_import_writes_where_candidates_would_work() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var writers = files.filter(Files::isRegularFile)
                    .filter(file -> Pattern.compile("(into|update|delete from) " + CHANGES_WITH_THE_CANDIDATE)
                            .matcher(text(file))
                            .find())
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(writers).containsExactly("CandidateRows.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whatever may be a table there, so that none is overlooked. */
    private Set<String> tables(Collection<String> statements) {
        var all = jdbc.queryForList(
                "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'",
                String.class);
        return statements.stream()
                .flatMap(sql -> Pattern.compile("[a-z_0-9]+")
                        .matcher(sql.toLowerCase(Locale.ROOT))
                        .results())
                .map(MatchResult::group)
                .filter(all::contains)
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void what_colleagues_record_is_new() {
        must(scene.record(MANAGER, number, ben, "contact", "sendDetails", true));
        isNew("a contact");
        must(scene.record(HR, number, ben, "answer", "answer", "INTERESTED"));
        isNew("an answer");
        must(scene.record(HR, number, ben, "notes", "notes", "Calls back"));
        isNew("notes");
        must(scene.record(MANAGER, number, cat, "not-selected"));
        isNew("somebody who is set aside");
        must(scene.elect(MANAGER, number, ann, ben));
        isNew("an election");
    }

    @Test
    void a_declination_in_another_case_is_new_also_when_it_ends_while_another_begins() {
        must(scene.record(MANAGER, sameAgencys, cat, "withdrawal", "scope", "THIS_AGENCY", "note", "Said so"));
        isNew("a declination in another case of the agency");
        must(scene.record(MANAGER, sameAgencys, cat, "reconsider"));
        must(scene.record(MANAGER, sameAgencys, dan, "withdrawal", "scope", "THIS_AGENCY", "note", "Said so"));
        isNew("one that ended while another began");
        must(scene.record(MANAGER, sameAgencys, dan, "reconsider"));
        isNew("its end");
    }

    @Test
    void whatever_becomes_of_a_letter_is_new() {
        must(scene.record(MANAGER, number, ben, "contact", "sendDetails", true));
        isNew("a contact");
        var letter = jdbc.queryForObject(
                "select id from notice where case_number = ? and about_id is not null", UUID.class, number.value());
        for (int time = 0; time < 2; time++) {
            jdbc.update(
                    "update notice set state = 'FAILED', sent_at = null, last_error = 'No such address.' where id = ?",
                    letter);
            isNew("a letter that did not go out");
            must(scene.send(HR, HttpMethod.POST, Map.of(), "/api/outbox/{id}/send-again", letter));
            isNew("one that is sent again");
        }
        jdbc.update("update notice set last_error = 'Busy.' where id = ?", letter);
        isNew("why it has not gone out yet");
        jdbc.update("update notice set state = 'SENT', sent_at = current_timestamp where id = ?", letter);
        isNew("a letter that left");
    }

    @Test
    void exceptions_from_the_order_are_new() {
        isDisplaced(eve);
        isNew("somebody with priority");
        must(scene.write(MANAGER, Map.of(), CANDIDATE + "pass-over", number, ann));
        isNew("a request to pass over");
        scene.filesReasons(MANAGER, number);
        isNew("its reasons");
        must(scene.put(MANAGER, CANDIDATE + "held-vacancy", number, ann));
        isNew("a vacancy held");
        must(scene.delete(MANAGER, CANDIDATE + "held-vacancy", number, ann));
        must(scene.put(MANAGER, CANDIDATE + "held-vacancy", number, ann));
        isNew("one that was given up and held again");
        must(scene.delete(MANAGER, CANDIDATE + "held-vacancy", number, ann));
        isNew("a vacancy given up");
        must(scene.delete(MANAGER, CANDIDATE + "pass-over", number, ann));
        isNew("the request withdrawn");
        must(scene.write(MANAGER, Map.of("reasons", "No workshops."), CANDIDATE + "priority-review", number, eve));
        isNew("a first finding");
        var paper = scene.upload(HR, number, "SECOND-REVIEW", "review.pdf");
        must(paper);
        must(scene.write(
                HR,
                Map.of(
                        "finding",
                        "NOT_WELL_QUALIFIED",
                        "result",
                        "No workshop is named.",
                        "document",
                        paper.json().path("id")),
                CANDIDATE + "priority-review/second",
                number,
                eve));
        isNew("a second review");
    }

    @Test
    void a_request_of_another_case_about_the_same_position_is_new_and_so_is_what_that_case_calls_its_position() {
        var before = scene.caseInReview(pool, SECOND_MANAGER);
        must(scene.write(SECOND_MANAGER, Map.of(), CANDIDATE + "pass-over", before, ann));
        jdbc.update(
                "update pass_over set state = 'SUSTAINED', version = version + 1 where case_number = ?",
                before.value());
        isNew("a request that OPM sustained");
        jdbc.update(
                "update hiring_case set pd_number = 'PD-2', version = version + 1 where number = ?", before.value());
        isNew("that it was about another position");
    }

    @Test
    void what_others_do_with_the_candidates_is_new() {
        var elsewhere = scene.elected(OTHER_MANAGER, otherAgencys, ann);
        scene.toVerification(elsewhere, OTHER_HR, OTHER_COORDINATOR);
        must(scene.verify(OPM, elsewhere, "VERIFIED"));
        isNew("somebody who is another agency's");
        must(scene.asksToLeave(OTHER_MANAGER, otherAgencys, ben));
        must(scene.confirmsLeaving(OPM, ben));
        isNew("somebody who withdrew from all");
        must(scene.decidesLeaving(OPM, ben, "undoing", Map.of("reason", "A mistake.", "how", "An e-mail.")));
        isNew("somebody whose withdrawal was undone");
    }

    @Test
    void what_OPM_does_with_the_pool_is_new() throws Exception {
        must(paper(dan));
        isNew("a paper of a candidate");
        must(paper(dan, "OTHER"));
        isNew("one more");
        jdbc.update(
                "update talent_pool set referred_down_to = 'WELL_QUALIFIED', version = version + 1 where announcement = ?",
                pool.value());
        isNew("a lower category");
        must(scene.write(
                OPM,
                Map.of("lastDay", scene.today().plusDays(60), "reason", "More agencies ask."),
                "/api/pools/{pool}/extension",
                pool));
        isNew("another closing day");
        imported("Washington, DC");
        isNew("a candidate more");
        imported("Washington, DC; Denver, CO");
        isNew("where a candidate would work");
    }

    @Test
    void what_becomes_of_the_case_and_its_agency_is_new() {
        jdbc.update("update hiring_case set vacancies = 4, version = version + 1 where number = ?", number.value());
        isNew("another number of vacancies");
        jdbc.update("delete from case_duty_location where case_number = ? and place = 1", number.value());
        isNew("a duty location less");
        jdbc.update("update agency set name = 'Agency SELA, renamed', version = version + 1 where code = 'SELA'");
        isNew("what the agency is called");
        jdbc.update("update agency set name = 'Agency SELA', version = version + 1 where code = 'SELA'");
        isNew("that it is called as before");
        for (int time = 0; time < 2; time++) {
            jdbc.update(
                    "insert into case_referral (case_number, version, highest, available_count, decided_at)"
                            + " values (?, 0, 'BEST_QUALIFIED', 5, current_timestamp)",
                    number.value());
            isNew("a referral on record");
            jdbc.update("delete from case_referral where case_number = ?", number.value());
            isNew("none on record");
        }
    }

    @Test
    void what_changes_while_it_is_read_is_told_the_next_time() {
        var manager = scene.actor(MANAGER);
        for (var answer : List.<Function<Predicate<String>, Marked<?>>>of(
                has -> board.of(number, Sought.EVERYBODY, 0, has, manager),
                has -> board.of(number, ben, Sought.EVERYBODY, has, manager))) {
            var read = answer.apply(mark -> {
                // Everything that is asked before the answer has been asked.
                CompletableFuture.runAsync(() -> must(scene.record(HR, number, ben, "notes", "notes", "Meanwhile")))
                        .join();
                return false;
            });
            assertThat(answer.apply(read.mark()::equals).answer()).isNotNull();
            var then = answer.apply(mark -> false);
            assertThat(answer.apply(then.mark()::equals).answer()).isNull();
        }
    }

    @Test
    void what_a_reader_has_is_nothing_new_for_that_reader_and_that_question_alone() {
        var mark = scene.list(MANAGER, number).etag();
        for (var known : List.of(mark, "W/" + mark, "\"another\", W/" + mark)) {
            assertThat(scene.readIfChanged(MANAGER, known, LIST, number).status())
                    .isEqualTo(304);
        }
        for (var question :
                List.of("?words=ann", "?from=100", "?status=CONTACTED", "?location=Denver, CO", "?id=" + ann)) {
            assertThat(scene.readIfChanged(MANAGER, mark, LIST + question, number)
                            .status())
                    .as(question)
                    .isEqualTo(200);
        }
        assertThat(scene.readIfChanged(HR, mark, LIST, number).status()).isEqualTo(200);
        assertThat(scene.readIfChanged(MANAGER, mark, LIST, sameAgencys).status())
                .isEqualTo(200);
        assertThat(scene.readIfChanged(MANAGER, mark, LIST + "/" + ann, number).status())
                .isEqualTo(200);
        assertThat(scene.readIfChanged(COORDINATOR, mark, LIST, number).status())
                .isEqualTo(403);
        assertThat(scene.readIfChanged(OTHER_MANAGER, mark, LIST, number).status())
                .isEqualTo(404);
        assertThat(scene.readIfChanged(OTHER_MANAGER, "*", LIST, number).status())
                .isEqualTo(404);
    }

    @Test
    void who_may_not_see_the_case_is_refused_whatever_mark_he_has() {
        for (var stranger : List.of(COORDINATOR, OTHER_MANAGER)) {
            var actor = scene.actor(stranger);
            assertThatThrownBy(() -> board.of(number, Sought.EVERYBODY, 0, mark -> true, actor))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> board.of(number, ann, Sought.EVERYBODY, mark -> true, actor))
                    .isInstanceOf(Refusal.class);
        }
        var another = StatementCounter.during(() -> assertThatThrownBy(
                        () -> board.of(number, Sought.EVERYBODY, 0, mark -> true, scene.actor(OTHER_MANAGER)))
                .isInstanceOf(Refusal.class));
        assertThat(String.join("\n", another)).doesNotContain("held_vacancy");
    }

    @Test
    void that_nothing_is_new_is_known_without_reading_anybody() {
        var manager = scene.actor(MANAGER);
        var mark = board.of(number, Sought.EVERYBODY, 0, any -> false, manager).mark();
        var sent = StatementCounter.during(() -> assertThat(board.of(number, Sought.EVERYBODY, 0, mark::equals, manager)
                        .answer())
                .isNull());
        // Of which agency and pool the case is, the mark, and whether the reader may see the case.
        assertThat(sent).hasSize(3);
    }

    @Test
    void at_midnight_in_the_office_everything_is_asked_anew(@Autowired NamedParameterJdbcTemplate named) {
        var now = new AtomicReference<>(Instant.parse("2026-03-06T04:59:59Z"));
        var clock = new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        var mark = new ListMark(named, new OfficeClock(clock, ZoneId.of("America/New_York")), json);
        var manager = scene.actor(MANAGER);
        var before = mark.of(number, manager, Sought.EVERYBODY);
        assertThat(mark.of(number, manager, Sought.EVERYBODY)).isEqualTo(before);
        now.set(Instant.parse("2026-03-06T05:00:00Z"));
        assertThat(mark.of(number, manager, Sought.EVERYBODY)).isNotEqualTo(before);
    }

    private void isDisplaced(UUID candidate) {
        jdbc.update(
                "update candidate set priority_status = 'ICTAP', commuting_area = 'Washington, DC', version = version + 1 where id = ?",
                candidate);
    }

    private SelectionScene.Answer paper(UUID candidate) {
        return paper(candidate, "RESUME");
    }

    private SelectionScene.Answer paper(UUID candidate, String purpose) {
        return scene.upload(
                OPM,
                purpose,
                "paper.pdf",
                "/api/pools/{pool}/candidates/{applicant}/documents",
                pool,
                scene.seen(OPM, number, candidate).path("applicantNumber").asText());
    }

    private void imported(String locations) throws Exception {
        var file =
                "applicant_number,name,email,phone,duty_locations,rating,score,preference,priority_status,commuting_area,"
                        + "opted_in,federal_agency,resume_file\nFAY-1,Fay Ford,fay."
                        + pool.value().toLowerCase(Locale.ROOT)
                        + "@mail.example,,\"" + locations + "\",BEST_QUALIFIED,,NONE,,,yes,,\n";
        candidateImport.take(
                scene.actor(OPM),
                pool,
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                progress -> {});
    }

    /** The list and each candidate have changed since they were read before, for everybody; read again, they have not. */
    private void isNew(String what) {
        for (var reader : List.of(MANAGER, OPM)) {
            for (var address : List.of(LIST, LIST + "/" + eve)) {
                var key = reader + address;
                var answer = scene.readIfChanged(reader, marks.getOrDefault(key, "\"none\""), address, number);
                assertThat(answer.status()).as(what + " at " + address).isEqualTo(200);
                marks.put(key, answer.etag());
                assertThat(scene.readIfChanged(reader, answer.etag(), address, number)
                                .status())
                        .as("the same again after " + what)
                        .isEqualTo(304);
            }
        }
    }
}
