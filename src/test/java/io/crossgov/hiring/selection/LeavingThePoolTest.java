package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_HR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_OPM;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.audit.RecordedDecision;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.selection.SelectionScene.Answer;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * L9, the cross-government hiring procedure: OPM needs to know before a candidate is withdrawn from all agencies. Jordan is considered by two
 * agencies; the first of them hears that Jordan leaves.
 */
@OnBothDatabases
@Import(SelectionScene.class)
class LeavingThePoolTest {

    private static final Map<String, String> REFUSING =
            Map.of("reason", "The letter names your agency only.", "ownWord", "YES");
    private static final Map<String, String> UNDOING =
            Map.of("reason", "Meant one position.", "how", "E-mail to our mailbox of today.");

    @Autowired
    private SelectionScene scene;

    @Autowired
    private DecisionLog audit;

    @Autowired
    private JdbcTemplate jdbc;

    private AnnouncementNumber pool;
    private UUID jordan;
    private UUID sam;
    private CaseNumber ours;
    private CaseNumber theirs;

    @BeforeEach
    void two_agencies_consider_jordan() {
        pool = scene.pool();
        jordan = scene.candidate(pool, "Jordan Lee");
        sam = scene.candidate(pool, "Sam Ortiz");
        ours = scene.caseInReview(pool, MANAGER);
        theirs = scene.caseInReview(pool, OTHER_MANAGER);
    }

    // ---- asking

    @Test
    void L9_nobody_asks_to_leave_the_pool_on_an_agencys_word() {
        for (var documents : List.of(List.of(), List.of(scene.paper(MANAGER, ours, "CONTACT")))) {
            var refused = scene.record(
                    MANAGER,
                    ours,
                    jordan,
                    "withdrawal",
                    "scope",
                    "ALL_AGENCIES",
                    "note",
                    "Said so.",
                    "documents",
                    documents);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.field()).isEqualTo("documents");
        }
        assertThat(scene.record(MANAGER, ours, jordan, "withdrawal", "scope", "ALL_AGENCIES")
                        .rule())
                .isEqualTo("L9");

        assertThat(scene.status(ours, jordan)).isEqualTo("REFERRED");
        assertThat(requests()).isZero();
        assertThat(told("M30")).isEmpty();
    }

    @Test
    void L9_asking_counts_for_the_agency_and_changes_nothing_for_the_others_and_OPM_is_told() {
        var first = scene.elected(MANAGER, ours, jordan);
        var second = scene.elected(OTHER_MANAGER, theirs, jordan);

        must(scene.asksToLeave(HR, ours, jordan));

        assertThat(scene.stateOf(first)).isEqualTo("LOST");
        assertThat(scene.status(ours, jordan)).isEqualTo("DECLINED_THIS_AGENCY");
        assertThat(scene.seen(MANAGER, ours, jordan).path("leaving").asText())
                .contains("OPM reads the paper and decides");
        assertThat(scene.stateOf(second)).isEqualTo("ELECTED");
        assertThat(scene.status(theirs, jordan)).isEqualTo("ELECTED");
        assertThat(scene.seen(OTHER_MANAGER, theirs, jordan).path("leaving").isNull())
                .isTrue();
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
        assertThat(told("M16")).extracting(letter -> letter.get("case_number")).containsOnly(ours.value());
        assertThat(told("M14")).isEmpty();
        assertThat(told("M30")).singleElement().satisfies(letter -> assertThat((String) letter.get("body"))
                .contains("asks to withdraw from all agencies", "/pools/" + pool + "/withdrawals", "/api/documents/")
                .doesNotContain("Jordan"));
    }

    @Test
    void L9_asked_by_two_agencies_it_is_one_request_and_neither_learns_of_the_other() {
        must(scene.asksToLeave(MANAGER, ours, jordan));
        must(scene.asksToLeave(OTHER_MANAGER, theirs, jordan));

        assertThat(requests()).isOne();
        var request = waiting().get(0);
        assertThat(request.path("asks").findValuesAsText("caseNumber")).containsExactly(ours.value(), theirs.value());
        assertThat(request.path("asks").findValuesAsText("name")).hasSize(2);
        must(scene.confirmsLeaving(OPM, jordan));
        for (var number : List.of(ours, theirs)) {
            assertThat(scene.seen(OPM, number, jordan).path("leaving").asText()).startsWith("OPM confirmed");
            assertThat(decided(number.value(), "confirm-leaving-pool")).hasSize(1);
        }
        var other = scene.read(OTHER_HR, "/api/cases/{number}", theirs).text()
                + scene.list(OTHER_MANAGER, theirs).text()
                + scene.details(OTHER_MANAGER, theirs, jordan).text()
                + scene.read(OTHER_HR, "/api/cases/{number}/notices", theirs).text();
        assertThat(other).doesNotContain(ours.value(), "SELA");
        assertThat(told("M31")).hasSize(1);
    }

    @Test
    void L9_only_OPM_reads_and_decides_and_only_in_the_pool_it_is_of() {
        must(scene.asksToLeave(MANAGER, ours, jordan));
        for (var person : List.of(MANAGER, HR, COORDINATOR, OTHER_MANAGER)) {
            assertThat(scene.read(person, "/api/pools/{pool}/withdrawals", pool).status())
                    .isEqualTo(403);
            assertThat(scene.read(person, "/pools/{pool}/withdrawals", pool).status())
                    .isEqualTo(403);
            assertThat(scene.confirmsLeaving(person, jordan).status()).isEqualTo(403);
            assertThat(scene.decidesLeaving(person, jordan, "refusal", REFUSING).status())
                    .isEqualTo(403);
            assertThat(scene.decidesLeaving(person, jordan, "undoing", UNDOING).status())
                    .isEqualTo(403);
        }
        var id = scene.leavingOf(jordan).get("id");
        assertThat(scene.write(OPM, Map.of(), "/api/pools/{pool}/withdrawals/{id}/confirmation", scene.pool(), id)
                        .status())
                .isEqualTo(404);
        assertThat(scene.decidesLeaving(OPM, jordan, "refusal", Map.of("reason", " ", "ownWord", "YES"))
                        .field())
                .isEqualTo("reason");
        assertThat(scene.decidesLeaving(OPM, jordan, "undoing", Map.of()).status())
                .isEqualTo(400);
        assertThat(waiting()).hasSize(1);
    }

    // ---- deciding

    @Test
    void L9_an_agency_whose_alternate_leaves_is_told() {
        scene.elected(OTHER_MANAGER, theirs, scene.candidate(pool, "Robin Vale"), jordan);
        must(scene.asksToLeave(MANAGER, ours, jordan));

        must(scene.confirmsLeaving(OPM, jordan));

        assertThat(told("M16")).extracting(letter -> letter.get("case_number")).contains(theirs.value());
    }

    @Test
    void L9_confirmed_it_takes_effect_in_every_case_and_the_candidate_reads_until_when_it_can_be_undone() {
        var second = scene.elected(OTHER_MANAGER, theirs, jordan);
        must(scene.asksToLeave(MANAGER, ours, jordan));

        must(scene.confirmsLeaving(OPM, jordan));

        assertThat(scene.availabilityOf(jordan)).isEqualTo("WITHDRAWN");
        assertThat(scene.stateOf(second)).isEqualTo("LOST");
        assertThat(scene.status(ours, jordan)).isEqualTo("WITHDRAWN");
        assertThat(scene.status(theirs, jordan)).isEqualTo("WITHDRAWN");
        assertThat(told("M16")).extracting(letter -> letter.get("case_number")).contains(theirs.value());
        var until = scene.today().plusDays(7);
        assertThat(told("M31")).singleElement().satisfies(letter -> {
            assertThat(letter.get("case_number")).isEqualTo(ours.value());
            assertThat((String) letter.get("body"))
                    .contains("If this was a mistake", "by " + Dates.onWeekday(until) + ", Eastern Time");
        });
        assertThat(decided(pool.value(), "confirm-leaving-pool"))
                .singleElement()
                .satisfies(decision -> assertThat(decision.userId()).isEqualTo(OPM));
    }

    @Test
    void L9_refused_the_candidate_stays_with_the_others_and_the_agency_reads_why() {
        var second = scene.elected(OTHER_MANAGER, theirs, jordan);
        must(scene.asksToLeave(MANAGER, ours, jordan));

        must(scene.decidesLeaving(OPM, jordan, "refusal", REFUSING));

        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
        assertThat(scene.stateOf(second)).isEqualTo("ELECTED");
        assertThat(scene.status(ours, jordan)).isEqualTo("DECLINED_THIS_AGENCY");
        assertThat(scene.seen(MANAGER, ours, jordan).path("leaving").asText()).endsWith("names your agency only.");
        assertThat(told("M31")).isEmpty();
        // Asking anew, with another paper, is another request.
        must(scene.asksToLeave(MANAGER, ours, jordan));
        assertThat(waiting()).hasSize(1);
        must(scene.confirmsLeaving(OPM, jordan));
        assertThat(scene.availabilityOf(jordan)).isEqualTo("WITHDRAWN");
    }

    // L14: nobody's rights end on the word of whom they bind, and a paper that is not the candidate's is no other.
    @Test
    void L9_L14_a_paper_that_is_not_the_candidates_word_shows_no_declination_and_the_agency_is_told() {
        scene.preference(jordan, "TP");
        must(scene.asksToLeave(MANAGER, ours, jordan));
        assertThat(scene.decidesLeaving(OPM, jordan, "refusal", Map.of("reason", "The writing is another one."))
                        .field())
                .isEqualTo("ownWord");

        must(scene.decidesLeaving(
                OPM, jordan, "refusal", Map.of("reason", "The writing is another one.", "ownWord", "NO")));

        assertThat(scene.status(ours, jordan)).isEqualTo("REFERRED");
        assertThat(scene.seen(MANAGER, ours, jordan).path("leaving").asText())
                .contains("not the candidate\u2019s own word", "The writing is another one.");
        assertThat(scene.elect(MANAGER, ours, sam).rule()).isEqualTo("L14");
        assertThat(decided(ours.value(), "refuse-leaving-pool"))
                .singleElement()
                .satisfies(decision -> assertThat(decision.sentence()).contains("not the candidate\u2019s own word"));
        assertThat(told("M32")).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.get("case_number")).isEqualTo(ours.value());
            assertThat((String) letter.get("body"))
                    .contains("stands on your list again as before", "The writing is another one.")
                    .doesNotContain("Jordan");
        });
        assertThat(told("M31")).isEmpty();
    }

    // The same bytes are the same paper, under another id, in another case, and as an answer.
    @Test
    void
            L9_L14_a_paper_that_was_found_not_to_be_the_candidates_word_or_a_mistake_shows_nothing_however_it_is_filed_again() {
        scene.preference(jordan, "TP");
        var another = scene.caseInReview(pool, MANAGER);
        must(scene.record(MANAGER, another, jordan, "contact", "note", "Called."));
        must(scene.record(MANAGER, ours, jordan, "contact", "note", "Called."));
        must(scene.record(MANAGER, another, jordan, "answer", "answer", "NOT_INTERESTED", "document", same(another)));
        must(asksBy(same(ours)));

        must(scene.decidesLeaving(
                OPM, jordan, "refusal", Map.of("reason", "The writing is another one.", "ownWord", "NO")));

        assertThat(scene.status(another, jordan)).isEqualTo("CONTACTED");
        var found = "OPM found on " + Dates.inWords(scene.today())
                + " that this paper is not the candidate\u2019s word. Attach what the candidate wrote.";
        for (var again : List.of(
                asksBy(same(ours)),
                scene.record(MANAGER, another, jordan, "answer", "answer", "NOT_INTERESTED", "document", same(another)),
                scene.record(
                        MANAGER,
                        another,
                        jordan,
                        "withdrawal",
                        "scope",
                        "THIS_AGENCY",
                        "documents",
                        List.of(same(another))))) {
            assertThat(again.rule()).isEqualTo("L14");
            assertThat(again.detail()).isEqualTo(found);
        }
        assertThat(scene.elect(MANAGER, another, sam).rule()).isEqualTo("L14");

        var paper = scene.paper(MANAGER, ours, "WITHDRAWAL");
        must(asksBy(paper));
        must(scene.confirmsLeaving(OPM, jordan));
        must(scene.decidesLeaving(OPM, jordan, "undoing", UNDOING));
        assertThat(asksBy(paper).detail())
                .isEqualTo("The candidate said on " + Dates.inWords(scene.today())
                        + " that this was a mistake: attach what he or she wrote since.");
    }

    @Test
    void L14_what_a_candidate_wrote_before_he_or_she_was_interested_shows_nothing_any_more() {
        scene.preference(jordan, "TP");
        var paper = scene.paper(MANAGER, ours, "WITHDRAWAL");
        must(scene.record(MANAGER, ours, jordan, "contact", "note", "Called."));
        must(scene.record(MANAGER, ours, jordan, "answer", "answer", "NOT_INTERESTED", "document", paper));
        must(scene.record(MANAGER, ours, jordan, "contact", "note", "Called again."));
        must(scene.record(MANAGER, ours, jordan, "answer", "answer", "INTERESTED"));

        var again = scene.record(MANAGER, ours, jordan, "answer", "answer", "NOT_INTERESTED", "document", paper);
        assertThat(again.rule()).isEqualTo("L14");
        assertThat(again.detail()).contains("that the position is of interest: attach what he or she wrote since");
        assertThat(scene.elect(MANAGER, ours, sam).rule()).isEqualTo("L14");
    }

    /** One letter, uploaded once more. */
    private String same(CaseNumber number) {
        return scene.upload(
                        MANAGER,
                        "WITHDRAWAL",
                        "letter.pdf",
                        SampleFiles.pdf("Letter of " + jordan),
                        "/api/cases/{number}/documents",
                        number)
                .json()
                .path("id")
                .asText();
    }

    private Answer asksBy(String paper) {
        return scene.record(MANAGER, ours, jordan, "withdrawal", "scope", "ALL_AGENCIES", "documents", List.of(paper));
    }

    @Test
    void L9_L14_a_paper_that_names_one_agency_only_shows_the_declination_there() {
        scene.preference(jordan, "TP");
        must(scene.asksToLeave(MANAGER, ours, jordan));

        must(scene.decidesLeaving(OPM, jordan, "refusal", REFUSING));

        must(scene.elect(MANAGER, ours, sam));
        assertThat(scene.elect(OTHER_MANAGER, theirs, sam).rule()).isEqualTo("L14");
        assertThat(told("M32")).isNotEmpty().allSatisfy(letter -> assertThat((String) letter.get("body"))
                .contains("and that stays on record", "names your agency only"));
    }

    @Test
    void L9_each_is_decided_once_and_who_comes_second_reads_who_was_first() {
        must(scene.asksToLeave(MANAGER, ours, jordan));
        assertThat(scene.decidesLeaving(OPM, jordan, "undoing", UNDOING).detail())
                .isEqualTo("OPM has not confirmed this withdrawal yet: there is nothing to undo.");
        must(scene.confirmsLeaving(OPM, jordan));
        for (var again : List.of(
                scene.confirmsLeaving(SECOND_OPM, jordan),
                scene.decidesLeaving(SECOND_OPM, jordan, "refusal", REFUSING))) {
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.detail()).endsWith(" has confirmed this withdrawal already.");
        }
        must(scene.decidesLeaving(OPM, jordan, "undoing", UNDOING));
        var again = scene.decidesLeaving(SECOND_OPM, jordan, "undoing", UNDOING);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.detail()).endsWith(" has undone this withdrawal already.");
    }

    // ---- undoing

    @Test
    void L9_undone_in_time_the_candidate_is_in_every_case_again_and_nothing_that_ended_begins_again() {
        var second = scene.elected(OTHER_MANAGER, theirs, jordan);
        scene.leaves(MANAGER, ours, jordan);
        assertThat(scene.elect(OTHER_MANAGER, theirs, jordan).status()).isEqualTo(409);

        must(scene.decidesLeaving(SECOND_OPM, jordan, "undoing", UNDOING));

        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
        assertThat(scene.status(ours, jordan)).isEqualTo("REFERRED");
        assertThat(scene.status(theirs, jordan)).isEqualTo("REFERRED");
        assertThat(scene.stateOf(second)).isEqualTo("LOST");
        assertThat(scene.seen(MANAGER, ours, jordan).path("leaving").asText()).contains("stay ended");
        assertThat(told("M23")).extracting(letter -> letter.get("case_number")).contains(ours.value(), theirs.value());
        assertThat(told("M23")).allSatisfy(letter -> assertThat((String) letter.get("body"))
                .contains("is available again", "A selection that ended stays ended.")
                .doesNotContain("Jordan", "withdr", "mistake"));
        must(scene.elect(OTHER_MANAGER, theirs, jordan));
        assertThat(decided(pool.value(), "undo-leaving-pool")).singleElement().satisfies(decision -> assertThat(
                        decision.after())
                .contains("Meant one position.", "E-mail to our mailbox of today."));
    }

    @Test
    void L9_L14_what_was_said_by_mistake_opens_nothing_any_more() {
        scene.preference(jordan, "TP");
        assertThat(scene.elect(MANAGER, ours, sam).rule()).isEqualTo("L14");
        scene.leaves(MANAGER, ours, jordan);
        must(scene.decidesLeaving(OPM, jordan, "undoing", UNDOING));

        assertThat(scene.elect(MANAGER, ours, sam).rule()).isEqualTo("L14");
        assertThat(scene.elect(OTHER_MANAGER, theirs, sam).rule()).isEqualTo("L14");
    }

    @Test
    void L9_after_the_days_to_say_so_nothing_is_undone_and_the_day_is_named() {
        scene.leaves(MANAGER, ours, jordan);
        var last = scene.today().minusDays(1);
        jdbc.update(
                "update notice set answer_until = ? where type = 'M31' and case_number = ?",
                Date.valueOf(last),
                ours.value());

        var late = scene.decidesLeaving(OPM, jordan, "undoing", UNDOING);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.rule()).isEqualTo("L9");
        assertThat(late.detail())
                .contains(Dates.onWeekday(last) + ", Eastern Time")
                .endsWith("the withdrawal stands.");
        assertThat(scene.availabilityOf(jordan)).isEqualTo("WITHDRAWN");
        assertThat(scene.read(OPM, "/pools/{pool}/withdrawals", pool).text())
                .contains("It could be undone until " + Dates.onWeekday(last));
    }

    @Test
    void L9_the_days_do_not_begin_before_the_candidate_is_told() {
        scene.leaves(MANAGER, ours, jordan);
        jdbc.update(
                "update notice set state = 'FAILED', sent_at = null, answer_until = null, last_error = 'Bounced.'"
                        + " where type = 'M31' and case_number = ?",
                ours.value());
        jdbc.update(
                "update leaving_request set decided_at = decided_at - interval '30' day where candidate_id = ?",
                jordan);

        assertThat(scene.read(OPM, "/pools/{pool}/withdrawals", pool).text())
                .contains("The message to the candidate has not left");
        must(scene.decidesLeaving(OPM, jordan, "undoing", UNDOING));
    }

    @Test
    void L9_who_told_OPM_alone_is_brought_back_in_the_same_days() {
        var number = jdbc.queryForObject("select applicant_number from candidate where id = ?", String.class, jordan);
        must(scene.write(
                OPM,
                Map.of("reason", "Moves abroad", "how", "Letter of Nov 3, in our mailbox"),
                "/api/pools/{pool}/candidates/{number}/withdrawal",
                pool,
                number));
        assertThat(scene.availabilityOf(jordan)).isEqualTo("WITHDRAWN");
        // The candidate is told as whoever told an agency is, and has as many days from then.
        var letter = jdbc.queryForMap(
                "select n.case_number, n.agency, n.body, n.answer_until from notice n where n.type = 'M31' and n.about_id = ?",
                scene.leavingOf(jordan).get("id"));
        assertThat(letter.get("case_number")).isNull();
        assertThat(letter.get("agency")).isEqualTo("OPM");
        assertThat((String) letter.get("body"))
                .contains("by " + Dates.onWeekday(scene.today().plusDays(7)))
                .contains("\nReference: " + pool)
                .doesNotContain("XGH-");
        assertThat(letter.get("answer_until"))
                .isEqualTo(Date.valueOf(scene.today().plusDays(7)));
        var page = scene.read(OPM, "/pools/{pool}/withdrawals", pool).text();
        assertThat(page).contains("Letter of Nov 3, in our mailbox", "Can be undone until");
        assertThat(scene.read(OPM, "/outbox?type=M31").text()).contains("None");
        must(scene.decidesLeaving(OPM, jordan, "undoing", UNDOING));
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");

        // An open request is decided with it.
        must(scene.asksToLeave(MANAGER, ours, jordan));
        must(scene.write(
                OPM,
                Map.of("reason", "Moves abroad", "how", "Letter of Nov 4, in our mailbox"),
                "/api/pools/{pool}/candidates/{number}/withdrawal",
                pool,
                number));
        assertThat(waiting()).isEmpty();
        assertThat(told("M31")).hasSize(1);
    }

    @Test
    void L9_who_came_back_and_withdraws_once_more_is_told_of_once_more() {
        must(scene.record(OTHER_MANAGER, theirs, jordan, "contact", "note", "Called."));
        scene.leaves(MANAGER, ours, jordan);
        must(scene.decidesLeaving(OPM, jordan, "undoing", UNDOING));
        var once = told("M16").size();

        scene.leaves(MANAGER, ours, jordan);

        assertThat(told("M16")).hasSize(2 * once);
        assertThat(told("M31")).hasSize(2);
    }

    @Test
    void L9_who_entered_on_duty_meanwhile_cannot_leave_any_more() {
        must(scene.asksToLeave(MANAGER, ours, jordan));
        jdbc.update("update candidate set availability = 'HIRED', version = version + 1 where id = ?", jordan);

        assertThat(scene.confirmsLeaving(OPM, jordan).detail())
                .isEqualTo("This candidate has entered on duty and can no longer withdraw.");
        assertThat(waiting()).hasSize(1);
        assertThat(told("M31")).isEmpty();
        must(scene.decidesLeaving(OPM, jordan, "refusal", REFUSING));
    }

    // ---- in the same instant

    @Test
    void L9_of_two_who_decide_in_the_same_instant_one_decides() throws Exception {
        for (int round = 0; round < 10; round++) {
            var candidate = scene.candidate(pool, "Candidate " + round);
            must(scene.asksToLeave(MANAGER, ours, candidate));

            var answers = atOnce(
                    () -> scene.confirmsLeaving(OPM, candidate),
                    () -> scene.decidesLeaving(SECOND_OPM, candidate, "refusal", REFUSING));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
            assertThat(scene.availabilityOf(candidate))
                    .isEqualTo(answers.get(0).status() == 204 ? "WITHDRAWN" : "AVAILABLE");
        }
    }

    @Test
    void L9_two_agencies_that_ask_in_the_same_instant_ask_once() throws Exception {
        for (int round = 0; round < 10; round++) {
            var candidate = scene.candidate(pool, "Candidate " + round);

            var answers = atOnce(
                    () -> scene.asksToLeave(MANAGER, ours, candidate),
                    () -> scene.asksToLeave(OTHER_MANAGER, theirs, candidate));

            assertThat(answers).allSatisfy(SelectionScene::must);
            assertThat(jdbc.queryForObject(
                            "select count(*) from leaving_request where candidate_id = ?", Long.class, candidate))
                    .isOne();
            assertThat(jdbc.queryForObject(
                            "select count(*) from leaving_ask where candidate_id = ?", Long.class, candidate))
                    .isEqualTo(2);
        }
    }

    // ---- words of the tests

    private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        var start = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        try {
            var running = new ArrayList<Callable<Answer>>();
            for (var act : List.of(one, other)) {
                running.add(() -> {
                    start.await();
                    return act.call();
                });
            }
            var answers = new ArrayList<Answer>();
            for (var answer : people.invokeAll(running)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }

    private List<JsonNode> waiting() {
        var waiting = new ArrayList<JsonNode>();
        for (var request :
                scene.read(OPM, "/api/pools/{pool}/withdrawals", pool).json()) {
            if (request.path("state").asText().equals("OPEN")) {
                waiting.add(request);
            }
        }
        return waiting;
    }

    private long requests() {
        return jdbc.queryForObject(
                "select count(*) from leaving_request where announcement = ?", Long.class, pool.value());
    }

    private List<RecordedDecision> decided(String stream, String kind) {
        return audit.of(stream).stream()
                .filter(decision -> decision.kind().equals(kind))
                .toList();
    }

    private List<Map<String, Object>> told(String type) {
        return jdbc.queryForList(
                "select n.recipient_email, n.case_number, n.body from notice n join hiring_case c on c.number = n.case_number"
                        + " where n.type = ? and c.announcement = ?",
                type,
                pool.value());
    }
}
