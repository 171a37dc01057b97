package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.casefile.MessagePreview;
import io.crossgov.hiring.casefile.MessagePreviews;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.notice.NoticeType;
import io.crossgov.hiring.selection.SelectionScene.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is about to act reads the messages that this sends, in the words in which they are sent, and nothing is done by reading. */
@OnBothDatabases
@Import(SelectionScene.class)
class MessagePreviewTest {

    private static final String CANDIDATE = "/api/cases/{number}/candidates/{id}/";

    @Autowired
    private SelectionScene scene;

    @Autowired
    private MessagePreviews previews;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private JdbcTemplate jdbc;

    private AnnouncementNumber pool;
    private UUID jordan;
    private CaseNumber ours;
    private CaseNumber theirs;

    @BeforeEach
    void two_agencies_review_one_candidate() {
        pool = scene.pool();
        jordan = scene.candidate(pool, "Jordan Lee");
        ours = scene.caseInReview(pool, MANAGER);
        theirs = scene.caseInReview(pool, OTHER_MANAGER);
        scene.classifyPd(ours);
    }

    @Test
    void the_tentative_offer_is_read_as_it_will_be_sent() {
        var selection = verified();
        var answers = Map.of("dueOn", scene.today().plusDays(7), "message", "We look forward to you.");
        var before = everything();

        var preview = preview(HR, selection, "extend-tentative-offer", answers);

        must(preview);
        assertThat(everything()).isEqualTo(before);
        assertThat(preview.json()).hasSize(1);
        var letter = preview.json().get(0);
        assertThat(letter.path("to").asText())
                .startsWith("Jordan Lee, candidate")
                .endsWith("@mail.example");
        assertThat(letter.path("text").asText()).contains("Jordan Lee", "We look forward to you.");

        must(scene.complete(HR, selection, "extend-tentative-offer", answers));
        var sent = jdbc.queryForMap(
                "select subject, body from notice where case_number = ? and type = 'M12'", ours.value());
        assertThat(letter.path("subject").asText()).isEqualTo(sent.get("subject"));
        assertThat(letter.path("text").asText()).isEqualTo(sent.get("body").toString());
    }

    @Test
    void what_would_be_refused_is_refused_with_the_same_sentences() {
        var selection = verified();
        var wrong = Map.of("dueOn", scene.today().minusDays(1));

        var preview = preview(HR, selection, "extend-tentative-offer", wrong);

        assertThat(preview.status()).isEqualTo(400);
        assertThat(preview.field()).isEqualTo("dueOn");
        assertThat(preview.detail())
                .isEqualTo(scene.complete(HR, selection, "extend-tentative-offer", wrong)
                        .detail());
        assertThat(preview(COORDINATOR, selection, "extend-tentative-offer", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_contact_is_read_before_it_is_recorded() {
        var before = everything();
        var contact = Map.of("version", 0, "sendDetails", true, "message", "Hello Jordan.");

        var one = scene.messagesOf(MANAGER, POST, contact, CANDIDATE + "contact", ours, jordan);
        var several = scene.messagesOf(
                MANAGER,
                POST,
                Map.of(
                        "candidates",
                        List.of(Map.of("id", jordan, "version", 0)),
                        "sendDetails",
                        true,
                        "message",
                        "Hello."),
                "/api/cases/{number}/candidates/contact",
                ours);
        var none = scene.messagesOf(
                MANAGER,
                POST,
                Map.of("version", 0, "sendDetails", false, "note", "Called."),
                CANDIDATE + "contact",
                ours,
                jordan);
        var stale = scene.messagesOf(
                MANAGER, POST, Map.of("version", 7, "sendDetails", true), CANDIDATE + "contact", ours, jordan);

        assertThat(one.json()).hasSize(1);
        assertThat(one.json().get(0).path("text").asText()).contains("Hello Jordan.");
        assertThat(several.json()).hasSize(1);
        assertThat(none.json()).isEmpty();
        assertThat(stale.status()).isEqualTo(409);
        assertThat(everything()).isEqualTo(before);
        must(scene.record(MANAGER, ours, jordan, "contact", "sendDetails", true));
    }

    @Test
    void OPM_reads_whom_a_verification_tells_in_every_agency() {
        var selection = toVerification();
        scene.elected(OTHER_MANAGER, theirs, jordan);
        var before = everything();

        var preview = preview(OPM, selection, "verify-selection", Map.of("decision", "VERIFIED"));

        must(preview);
        assertThat(StreamSupport.stream(preview.json().spliterator(), false)
                        .map(letter -> letter.path("to").asText()))
                .anyMatch(to -> to.contains("sela."))
                .anyMatch(to -> to.contains("selb."));
        assertThat(everything()).isEqualTo(before);
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
    }

    @Test
    void L8_an_agency_does_not_learn_from_a_preview_which_others_consider_the_candidate() {
        scene.elected(OTHER_MANAGER, theirs, jordan);
        scene.elected(MANAGER, ours, jordan);
        var version = scene.seen(HR, ours, jordan).path("version").asLong();
        var hr = scene.actor(HR);
        var letter = UUID.fromString(scene.paper(HR, ours, "WITHDRAWAL"));
        var withdrawal = new ReviewEntries.Withdrawal(version, WithdrawalScope.ALL_AGENCIES, null, List.of(letter));

        var seen = previews.of(hr, () -> withdrawals.withdraw(ours, jordan, withdrawal, hr));

        assertThat(seen).extracting(MessagePreview::to).isNotEmpty().noneMatch(to -> to.contains("selb."));
        assertThat(seen).extracting(MessagePreview::text).noneMatch(text -> text.contains(theirs.value()));
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
    }

    /** What somebody does outside of tasks that writes to others. Tasks are in EveryTaskTest. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void whatever_writes_to_others_is_read_before_and_nothing_is_done_by_reading(Act act) {
        var request = act.preparing().of(this);
        var before = everything();

        var read = scene.messagesOf(request.who(), request.method(), request.body(), request.path(), request.parts());

        must(read);
        assertThat(everything()).isEqualTo(before);
        var written = messages();
        must(scene.send(request.who(), request.method(), request.body(), request.path(), request.parts()));
        var types = messages();
        written.forEach((type, times) -> types.merge(type, -times, Long::sum));
        types.values().removeIf(times -> times == 0);
        assertThat(types).containsKey(act.message());
        assertThat(read.json())
                .hasSize(types.values().stream().mapToInt(Long::intValue).sum());
        assertThat(read.json().findValuesAsText("text"))
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    private Request leaving(String what) {
        must(scene.record(OTHER_MANAGER, theirs, jordan, "contact", "note", "Called."));
        must(scene.asksToLeave(MANAGER, ours, jordan));
        if (what.equals("undoing")) {
            must(scene.confirmsLeaving(OPM, jordan));
        }
        return new Request(
                OPM,
                POST,
                switch (what) {
                    case "undoing" -> Map.of("reason", "A mistake.", "how", "An e-mail.");
                    case "refusal" -> Map.of("reason", "It names one agency.", "ownWord", "YES");
                    default -> Map.of();
                },
                "/api/pools/{pool}/withdrawals/{id}/" + what,
                pool,
                scene.leavingOf(jordan).get("id"));
    }

    private record Request(String who, HttpMethod method, Map<String, ?> body, String path, Object... parts) {}

    private interface Preparing {
        Request of(MessagePreviewTest scenarios);
    }

    private record Act(String message, String name, Preparing preparing) {
        @Override
        public String toString() {
            return message + " " + name;
        }
    }

    static Stream<Act> acts() {
        return Stream.of(
                new Act("M5", "contacting", now -> now.about("contact", Map.of("version", 0, "sendDetails", true))),
                new Act(
                        "M14",
                        "a candidate declined",
                        now -> now.about("withdrawal", Map.of("version", 0, "scope", "THIS_AGENCY"))),
                new Act(
                        "M30",
                        "a candidate asks to leave the pool",
                        now -> now.about(
                                "withdrawal",
                                Map.of(
                                        "version",
                                        0,
                                        "scope",
                                        "ALL_AGENCIES",
                                        "documents",
                                        List.of(now.scene.paper(MANAGER, now.ours, "WITHDRAWAL"))))),
                new Act("M31", "confirming that a candidate leaves the pool", now -> now.leaving("confirmation")),
                new Act("M32", "not confirming that a candidate leaves the pool", now -> now.leaving("refusal")),
                new Act("M23", "undoing that a candidate left the pool", now -> now.leaving("undoing")),
                new Act(
                        "M6",
                        "electing",
                        now -> new Request(
                                MANAGER,
                                POST,
                                Map.of("candidateId", now.jordan, "dutyLocation", "Washington, DC"),
                                "/api/cases/{number}/elections",
                                now.ours)),
                new Act("M6", "electing the next alternate", MessagePreviewTest::nextAlternate),
                new Act("M22", "withdrawing a request to pass over", now -> now.passOverWithdrawal("TP")),
                new Act("M29", "withdrawing it when the candidate was notified", now -> now.passOverWithdrawal("CPS")),
                new Act("M28", "finding not well-qualified again", MessagePreviewTest::secondReview),
                new Act(
                        "M13",
                        "closing a case",
                        now -> new Request(
                                MANAGER, POST, Map.of("reason", "BUDGET"), "/api/cases/{number}/close", now.ours)),
                new Act(
                        "M15",
                        "opening a case and asking for an account",
                        now -> new Request(
                                MANAGER,
                                POST,
                                Map.of(
                                        "announcement",
                                        now.pool.value(),
                                        "positionTitle",
                                        "Customer Experience Analyst",
                                        "requestPortalAccount",
                                        true,
                                        "openingKey",
                                        UUID.randomUUID().toString()),
                                "/api/cases")),
                new Act(
                        "M19",
                        "asking for samples",
                        now -> new Request(
                                HR, POST, Map.of(), "/api/cases/{number}/sample-position-descriptions", now.ours)),
                new Act(
                        "M24",
                        "referring a lower category",
                        now -> new Request(
                                OPM,
                                POST,
                                Map.of("downTo", "WELL_QUALIFIED", "reason", "The first is exhausted."),
                                "/api/pools/{pool}/referral",
                                now.pool)),
                new Act(
                        "M16",
                        "recording in the pool that a candidate withdrew",
                        MessagePreviewTest::withdrawalFromThePool));
    }

    private Request about(String what, Map<String, ?> body) {
        return new Request(MANAGER, POST, body, CANDIDATE + what, ours, jordan);
    }

    private Request withdrawalFromThePool() {
        must(scene.record(OTHER_MANAGER, theirs, jordan, "contact", "sendDetails", false));
        return new Request(
                OPM,
                POST,
                Map.of("reason", "Took another job.", "how", "An e-mail."),
                "/api/pools/{pool}/candidates/{candidate}/withdrawal",
                pool,
                jdbc.queryForObject("select applicant_number from candidate where id = ?", String.class, jordan));
    }

    private Request nextAlternate() {
        var sam = scene.candidate(pool, "Sam Ortiz");
        var lost = scene.elected(MANAGER, ours, jordan, sam);
        must(scene.record(MANAGER, ours, jordan, "withdrawal", "scope", "THIS_AGENCY"));
        return new Request(MANAGER, POST, Map.of(), "/api/cases/{number}/selections/{id}/next-alternate", ours, lost);
    }

    private Request passOverWithdrawal(String preference) {
        scene.preference(jordan, preference);
        must(scene.write(MANAGER, Map.of(), CANDIDATE + "pass-over", ours, jordan));
        var paper = scene.upload(MANAGER, ours, "SF-62", "sf-62.pdf");
        must(paper);
        must(scene.write(
                MANAGER,
                Map.of(
                        "ground",
                        "unqualified",
                        "reasons",
                        "No research.",
                        "sf62",
                        paper.json().path("id").asText()),
                "/api/tasks/{id}",
                scene.taskOf(ours, "file-pass-over")));
        return new Request(MANAGER, DELETE, Map.of(), CANDIDATE + "pass-over", ours, jordan);
    }

    private Request secondReview() {
        jdbc.update(
                "update candidate set priority_status = 'ICTAP', commuting_area = 'Washington, DC' where id = ?",
                jordan);
        must(scene.write(MANAGER, Map.of("reasons", "No workshops."), CANDIDATE + "priority-review", ours, jordan));
        var paper = scene.upload(HR, ours, "SECOND-REVIEW", "review.pdf");
        must(paper);
        return new Request(
                HR,
                POST,
                Map.of(
                        "finding",
                        "NOT_WELL_QUALIFIED",
                        "result",
                        "No workshop is named.",
                        "document",
                        paper.json().path("id").asText()),
                CANDIDATE + "priority-review/second",
                ours,
                jordan);
    }

    /** Where a message is read before that nobody sends by an act above. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("M1", "the task 2 Express Interest"),
            Map.entry("M2", "the task 3 Submit Talent Pool Request"),
            Map.entry("M3", "the tasks that send a position description on"),
            Map.entry("M4", "the task 3 Decide on Pool Access"),
            Map.entry("M7", "the task 5 Notify OPM of Selection"),
            Map.entry("M8", "the task 5 Name Certificate Recipients"),
            Map.entry("M9", "the task 6 Release Application Material"),
            Map.entry("M10", "the task 6 Return Certificate Review"),
            Map.entry("M11", "the task 7 Verify Selection"),
            Map.entry("M12", "the tasks 8 Extend Tentative and Final Offer"),
            Map.entry("M17", "no person's act: a reminder of the clock"),
            Map.entry("M18", "the task 4 File Pass-over or Objection"),
            Map.entry("M20", "the task 4 File Pass-over or Objection"),
            Map.entry("M21", "the task 4 Decide Pass-over or Objection"),
            Map.entry(
                    "M23",
                    "another agency's to know (L8): the agency that gives a candidate up does not learn who is told"),
            Map.entry("M25", "the task 3 Decide on Reserved Days"),
            Map.entry("M26", "the task 3 Decide on Reserved Days"),
            Map.entry("M27", "the task 4 Decide Pass-over or Objection"),
            Map.entry("M33", "no choice of whoever sends it: the reasons on record, to whoever asked for them"),
            Map.entry("M34", "the task 8 Record Offer Answer"));

    @Test
    void no_message_is_left_out() {
        var read = Stream.concat(acts().map(Act::message), ELSEWHERE.keySet().stream());
        assertThat(read)
                .containsAll(Arrays.stream(NoticeType.values()).map(Enum::name).toList());
    }

    @Test
    void whoever_wants_to_look_only_does_not_find_it_done() {
        var before = everything();
        var task = scene.taskOf(ours, "review-and-interview-candidates");
        var taken = scene.messagesOf(MANAGER, POST, Map.of(), "/api/tasks/{id}/take", task);

        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.detail()).contains("X-XG-Preview", "Nothing was done");
        assertThat(everything()).isEqualTo(before);
    }

    /** The number that is shown would be another case's a moment later. */
    @Test
    void a_case_that_is_opened_to_look_only_has_no_number() {
        var looked = scene.messagesOf(
                MANAGER,
                POST,
                Map.of("announcement", pool.value(), "positionTitle", "To look at", "requestPortalAccount", true),
                "/api/cases");
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text()).contains("(the number your case gets)").doesNotContain("XGH-");
    }

    private Map<String, Long> messages() {
        var messages = new TreeMap<String, Long>();
        jdbc.queryForList("select type from notice", String.class).forEach(type -> messages.merge(type, 1L, Long::sum));
        return messages;
    }

    private UUID toVerification() {
        var selection = scene.elected(MANAGER, ours, jordan);
        scene.toVerification(selection, HR, COORDINATOR);
        return selection;
    }

    private UUID verified() {
        var selection = toVerification();
        must(scene.verify(OPM, selection, "VERIFIED"));
        return selection;
    }

    private Answer preview(String who, UUID selection, String task, Map<String, ?> answers) {
        return scene.write(who, answers, "/api/tasks/{id}/messages", scene.taskOf(selection, task));
    }

    /** How much there is of whatever an act could leave behind. */
    private List<Long> everything() {
        return List.of(
                        "notice",
                        "decision",
                        "selection",
                        "offer",
                        "candidate_review",
                        "act_ru_task",
                        "act_ru_job",
                        "act_hi_actinst")
                .stream()
                .map(table -> jdbc.queryForObject("select count(*) from " + table, Long.class))
                .toList();
    }
}
