package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_OPM;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.pool.SamplePools;
import io.crossgov.hiring.selection.SelectionScene.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What people do must not happen twice, however often it is pressed in one instant, by one person or by two: there is one effect, and
 * whoever was second reads one sentence. Completing tasks and verifying two selections of one candidate have tests of their own.
 */
@PostgresTest
@DirtiesContext
@Import(SelectionScene.class)
class PressedTwiceTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String SECOND_HR = "sela.hr2";

    /** Why an operation is not pressed here. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("POST /api/cases", "CaseTest"),
            Map.entry("POST /api/pools/{announcement}/candidates", "CandidateImportTest"),
            Map.entry("POST /api/tasks/{id}", "EveryTaskTest"),
            Map.entry("POST /api/tasks/search", "changes nothing"),
            Map.entry("POST /api/tasks/{id}/messages", "changes nothing"),
            Map.entry("PUT /api/tasks/{id}/draft", "the last one counts, whoever typed it"),
            Map.entry("DELETE /api/tasks/{id}/draft", "what is gone is gone"),
            Map.entry("PUT /api/processes/{id}/draft", "the last one counts, whoever typed it"),
            Map.entry("DELETE /api/processes/{id}/draft", "what is gone is gone"));

    @Autowired
    private SelectionScene scene;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping operations;

    private final Set<String> pressedOperations = ConcurrentHashMap.newKeySet();
    private ExecutorService threads;

    /** One press of the button by that person. */
    private interface Press {
        Answer by(String person);
    }

    /** @param effects how often it has happened */
    private record Prepared(Press press, LongSupplier effects) {}

    private interface Preparing {
        Prepared prepare();
    }

    /** @param one who may do it, and {@code other}, too */
    private record Action(String name, String one, String other, Preparing preparing) {}

    @TestFactory
    Stream<DynamicTest> what_is_pressed_twice_at_once_happens_once() {
        threads = Executors.newFixedThreadPool(2);
        scene.people();
        scene.person(SECOND_HR, "SELA", Role.HR_SPECIALIST);
        var pressed = Stream.of(
                        inReview(),
                        onTheOrder(),
                        ofTheCase(),
                        ofMessages(),
                        ofPools(),
                        ofCandidatesInPools(),
                        ofSetUp())
                .flatMap(List::stream)
                .flatMap(action -> Stream.of(
                        DynamicTest.dynamicTest(
                                action.name() + ", by one person", () -> happensOnce(action, action.one())),
                        DynamicTest.dynamicTest(
                                action.name() + ", by two", () -> happensOnce(action, action.other()))));
        return Stream.concat(
                        pressed,
                        Stream.of(DynamicTest.dynamicTest("no operation of the API is left out", this::nothingIsLeft)))
                .onClose(threads::shutdownNow);
    }

    /** Every operation that changes something was pressed twice here, or it is said where else. */
    private void nothingIsLeft() {
        var changing = operations.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.GET)
                        .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
                .filter(operation -> operation.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(changing).containsAll(ELSEWHERE.keySet());
        changing.removeAll(ELSEWHERE.keySet());
        assertThat(pressedOperations).containsAll(changing);
    }

    private void happensOnce(Action action, String second) throws Exception {
        var prepared = action.preparing().prepare();
        var before = prepared.effects().getAsLong();

        var answers = atOnce(prepared.press(), action.one(), second);
        answers.forEach(answer -> pressedOperations.add(String.valueOf(answer.operation())));

        assertThat(prepared.effects().getAsLong() - before)
                .as("effects of %s: %s", action.name(), answers)
                .isEqualTo(1);
        assertThat(answers).as(action.name()).noneMatch(answer -> answer.status() >= 500);
        var won = answers.stream().filter(PressedTwiceTest::won).toList();
        assertThat(won).as("%s: %s", action.name(), answers).isNotEmpty();
        answers.stream().filter(answer -> !won(answer)).forEach(answer -> assertThat(sentence(answer))
                .as("%s: %s", action.name(), answer)
                .matches("(?s)\\p{Lu}.*[.!]"));
    }

    /** Of several candidates at once it is said of each whether it was done. */
    private static boolean won(Answer answer) {
        return answer.status() < 300
                && (answer.json() == null
                        || answer.json().at("/outcomes/0/done").isMissingNode()
                        || answer.json().at("/outcomes/0/done").asBoolean());
    }

    private static String sentence(Answer answer) {
        return answer.status() < 300 ? answer.json().at("/outcomes/0/refused").asText() : answer.detail();
    }

    private List<Answer> atOnce(Press press, String one, String other) throws Exception {
        var ready = new CountDownLatch(2);
        var running = new ArrayList<Future<Answer>>();
        for (var person : List.of(one, other)) {
            running.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return press.by(person);
            }));
        }
        return List.of(running.get(0).get(), running.get(1).get());
    }

    // ---- what is counted

    private LongSupplier decisions(String stream, String kind) {
        return () -> count("select count(*) from decision where stream = ? and kind = ?", stream, kind);
    }

    private LongSupplier decisions(CaseNumber number, String kind) {
        return decisions(number.value(), kind);
    }

    private LongSupplier messages(CaseNumber number, String type) {
        return () -> count("select count(*) from notice where case_number = ? and type = ?", number.value(), type);
    }

    private long count(String query, Object... of) {
        return jdbc.queryForObject(query, Long.class, of);
    }

    // ---- step 4

    private List<Action> inReview() {
        return List.of(
                entry("contact a candidate", "contact", "M5", Map.of("sendDetails", true)),
                entry("contact a candidate without a message", "contact", null, Map.of("note", "Called.")),
                entry("set an interview", "interview", null, Map.of("on", scene.today(), "interviewers", "Pat Reader")),
                entry("set a candidate aside", "not-selected", null, Map.of()),
                entry("record that a candidate declined", "withdrawal", "M14", Map.of("scope", "THIS_AGENCY")),
                new Action("record that a candidate asks to leave the pool", MANAGER, HR, () -> {
                    var step = new Step();
                    var body = Map.of(
                            "version",
                            step.version(),
                            "scope",
                            "ALL_AGENCIES",
                            "documents",
                            List.of(scene.paper(MANAGER, step.number, "WITHDRAWAL")));
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    body,
                                    "/api/cases/{number}/candidates/{id}/withdrawal",
                                    step.number,
                                    step.jordan),
                            messages(step.number, "M30"));
                }),
                leaving("confirm that a candidate leaves the pool", "confirmation", "confirm-leaving-pool", Map.of()),
                leaving(
                        "refuse that a candidate leaves the pool",
                        "refusal",
                        "refuse-leaving-pool",
                        Map.of("reason", "It names one agency only.", "ownWord", "YES")),
                leaving(
                        "undo that a candidate left the pool",
                        "undoing",
                        "undo-leaving-pool",
                        Map.of("reason", "A mistake.", "how", "An e-mail of today.")),
                entry("record an answer", "answer", null, Map.of("answer", "INTERESTED"), this::contacted),
                entry(
                        "record the result of an interview",
                        "interview-result",
                        null,
                        Map.of("result", "RECOMMENDED"),
                        this::interviewed),
                entry("write notes", "notes", null, Map.of("notes", "Clear answers.")),
                entry("consider a candidate again", "reconsider", null, Map.of(), this::setAside),
                ofSeveral(
                        "set the same interview",
                        "interview",
                        Map.of("on", scene.today(), "interviewers", "Pat Reader")),
                ofSeveral("set several candidates aside", "not-selected", Map.of()),
                new Action("contact several candidates", MANAGER, HR, () -> {
                    var step = new Step();
                    var body = Map.of("candidates", List.of(step.chosen(), step.another()), "sendDetails", true);
                    return new Prepared(
                            who -> scene.write(who, body, "/api/cases/{number}/candidates/contact", step.number),
                            () -> messages(step.number, "M5").getAsLong() / 2);
                }),
                new Action("elect a candidate", MANAGER, SECOND_MANAGER, () -> {
                    var step = new Step();
                    return new Prepared(
                            who -> scene.elect(who, step.number, step.jordan),
                            () -> count("select count(*) from selection where case_number = ?", step.number.value()));
                }),
                new Action("elect the next alternate", MANAGER, SECOND_MANAGER, () -> {
                    var step = new Step();
                    var lost = scene.elected(MANAGER, step.number, step.jordan, step.sam);
                    must(scene.record(MANAGER, step.number, step.jordan, "withdrawal", "scope", "THIS_AGENCY"));
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of(),
                                    "/api/cases/{number}/selections/{id}/next-alternate",
                                    step.number,
                                    lost),
                            () -> count("select count(*) from selection where case_number = ?", step.number.value()));
                }));
    }

    private Action leaving(String name, String what, String kind, Map<String, ?> answers) {
        return new Action(name, OPM, SECOND_OPM, () -> {
            var step = new Step();
            must(scene.asksToLeave(MANAGER, step.number, step.jordan));
            if (what.equals("undoing")) {
                must(scene.confirmsLeaving(OPM, step.jordan));
            }
            return new Prepared(
                    who -> scene.decidesLeaving(who, step.jordan, what, answers), decisions(step.number, kind));
        });
    }

    private void contacted(Step step) {
        must(scene.record(MANAGER, step.number, step.jordan, "contact", "sendDetails", false));
    }

    private void interviewed(Step step) {
        must(scene.record(
                MANAGER, step.number, step.jordan, "interview", "on", scene.today(), "interviewers", "Pat Reader"));
    }

    private void setAside(Step step) {
        must(scene.record(MANAGER, step.number, step.jordan, "not-selected"));
    }

    private Action ofSeveral(String name, String what, Map<String, ?> entries) {
        return new Action(name, MANAGER, HR, () -> {
            var step = new Step();
            var body = new LinkedHashMap<String, Object>(entries);
            body.put("candidates", List.of(step.chosen(), step.another()));
            return new Prepared(
                    who -> scene.write(who, body, "/api/cases/{number}/candidates/" + what, step.number),
                    () -> count(
                            "select coalesce(max(version) + 1, 0) from candidate_review where case_number = ?",
                            step.number.value()));
        });
    }

    private Action entry(String name, String what, String message, Map<String, ?> entries) {
        return entry(name, what, message, entries, step -> {});
    }

    /** Something recorded about one candidate, with the version that both look at. */
    private Action entry(String name, String what, String message, Map<String, ?> entries, Consumer<Step> before) {
        return new Action(name, MANAGER, HR, () -> {
            var step = new Step();
            before.accept(step);
            var body = new LinkedHashMap<String, Object>(entries);
            body.put("version", step.version());
            return new Prepared(
                    who -> scene.write(
                            who, body, "/api/cases/{number}/candidates/{id}/" + what, step.number, step.jordan),
                    message == null
                            ? () -> count(
                                    "select coalesce(max(version) + 1, 0) from candidate_review"
                                            + " where case_number = ? and candidate_id = ?",
                                    step.number.value(),
                                    step.jordan)
                            : messages(step.number, message));
        });
    }

    private List<Action> onTheOrder() {
        return List.of(
                new Action("ask to pass over", MANAGER, HR, () -> {
                    var step = new Step();
                    scene.preference(step.jordan, "TP");
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of(),
                                    "/api/cases/{number}/candidates/{id}/pass-over",
                                    step.number,
                                    step.jordan),
                            decisions(step.number, "ask-to-pass-over"));
                }),
                new Action("object to a candidate", MANAGER, HR, () -> {
                    var step = new Step();
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of(),
                                    "/api/cases/{number}/candidates/{id}/objection",
                                    step.number,
                                    step.jordan),
                            decisions(step.number, "object-to-candidate"));
                }),
                new Action("send the reasons to pass over", MANAGER, HR, () -> {
                    var step = asked();
                    jdbc.update(
                            "update pass_over set state = 'FILED', ground = 'unqualified', reasons = 'No research.',"
                                    + " filed_by = ?, filed_on = date '2026-03-02' where case_number = ?",
                            HR,
                            step.number.value());
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of(),
                                    "/api/cases/{number}/candidates/{id}/pass-over/reasons",
                                    step.number,
                                    step.jordan),
                            decisions(step.number, "give-pass-over-reasons"));
                }),
                new Action("merge categories", MANAGER, HR, () -> {
                    jdbc.update("update agency set merge_policy = 'ASK' where code = 'SELA'");
                    var step = new Step();
                    return new Prepared(
                            who -> scene.write(who, Map.of(), "/api/cases/{number}/merge", step.number),
                            decisions(step.number, "merge-categories"));
                }),
                new Action("withdraw a request to pass over", MANAGER, HR, () -> {
                    var step = asked();
                    return new Prepared(
                            who -> scene.delete(
                                    who, "/api/cases/{number}/candidates/{id}/pass-over", step.number, step.jordan),
                            () -> count(
                                    "select count(*) from pass_over where case_number = ? and state = 'WITHDRAWN'",
                                    step.number.value()));
                }),
                new Action("find a displaced employee not well-qualified", MANAGER, HR, () -> {
                    var step = displaced();
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of("reasons", "No experience with workshops."),
                                    "/api/cases/{number}/candidates/{id}/priority-review",
                                    step.number,
                                    step.jordan),
                            decisions(step.number, "find-not-well-qualified"));
                }),
                new Action("make the second review", HR, SECOND_HR, () -> {
                    var step = displaced();
                    must(scene.write(
                            MANAGER,
                            Map.of("reasons", "No experience with workshops."),
                            "/api/cases/{number}/candidates/{id}/priority-review",
                            step.number,
                            step.jordan));
                    var paper = scene.upload(HR, step.number, "SECOND-REVIEW", "review.pdf");
                    must(paper);
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of(
                                            "finding",
                                            "NOT_WELL_QUALIFIED",
                                            "result",
                                            "No workshop is named.",
                                            "document",
                                            paper.json().path("id").asText()),
                                    "/api/cases/{number}/candidates/{id}/priority-review/second",
                                    step.number,
                                    step.jordan),
                            messages(step.number, "M28"));
                }),
                new Action("leave out after three considerations", MANAGER, SECOND_MANAGER, () -> {
                    var step = new Step();
                    for (var time = 0; time < 3; time++) {
                        scene.considered(scene.caseInReview(step.pool, MANAGER), step.sam, step.jordan);
                    }
                    var body = Map.of("version", step.version(), "reasons", "Considered three times.");
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    body,
                                    "/api/cases/{number}/candidates/{id}/considered",
                                    step.number,
                                    step.jordan),
                            decisions(step.number, "leave-out-considered"));
                }),
                new Action("give up a held vacancy", MANAGER, SECOND_MANAGER, () -> {
                    var step = asked();
                    scene.filesReasons(MANAGER, step.number);
                    must(scene.put(
                            MANAGER, "/api/cases/{number}/candidates/{id}/held-vacancy", step.number, step.jordan));
                    return new Prepared(
                            who -> scene.delete(
                                    who, "/api/cases/{number}/candidates/{id}/held-vacancy", step.number, step.jordan),
                            decisions(step.number, "release-held-vacancy"));
                }),
                new Action("hold a vacancy", MANAGER, SECOND_MANAGER, () -> {
                    var step = asked();
                    scene.filesReasons(MANAGER, step.number);
                    return new Prepared(
                            who -> scene.put(
                                    who, "/api/cases/{number}/candidates/{id}/held-vacancy", step.number, step.jordan),
                            () -> count(
                                    "select count(*) from decision where stream = ? and kind like '%hold%'",
                                    step.number.value()));
                }));
    }

    private Step asked() {
        var step = new Step();
        scene.preference(step.jordan, "TP");
        must(scene.write(MANAGER, Map.of(), "/api/cases/{number}/candidates/{id}/pass-over", step.number, step.jordan));
        return step;
    }

    private Step displaced() {
        var step = new Step();
        jdbc.update(
                "update candidate set priority_status = 'ICTAP', commuting_area = 'Washington, DC' where id = ?",
                step.jordan);
        return step;
    }

    // ---- the case

    private List<Action> ofTheCase() {
        return List.of(
                new Action("confirm an old clearance of the Reemployment Priority List", HR, SECOND_HR, () -> {
                    var step = new Step();
                    jdbc.update(
                            "update hiring_case set rpl_status = 'CLEARED', rpl_cleared_on = date '2026-01-05'"
                                    + " where number = ?",
                            step.number.value());
                    return new Prepared(
                            who -> scene.write(who, Map.of(), "/api/cases/{number}/rpl-clearance", step.number),
                            decisions(step.number, "confirm-rpl"));
                }),
                new Action("close a case", MANAGER, HR, () -> {
                    var step = new Step();
                    return new Prepared(
                            who -> scene.write(
                                    who, Map.of("reason", "BUDGET"), "/api/cases/{number}/close", step.number),
                            decisions(step.number, "close-case"));
                }),
                new Action("upload a file", HR, MANAGER, () -> {
                    var step = new Step();
                    return new Prepared(
                            who -> scene.upload(who, step.number, "WITHDRAWAL", "withdrawal.pdf"),
                            () -> count("select count(*) from document where case_number = ?", step.number.value()));
                }),
                new Action("ask for samples", HR, MANAGER, () -> {
                    var step = new Step();
                    return new Prepared(
                            who -> scene.write(
                                    who, Map.of(), "/api/cases/{number}/sample-position-descriptions", step.number),
                            messages(step.number, "M19"));
                }),
                new Action("ask for more reserved days", COORDINATOR, HR, () -> {
                    var pool = scene.pool(
                            "priorityAgencies",
                            List.of("SELA"),
                            "priorityUntil",
                            scene.today().plusDays(2).toString());
                    var number = scene.caseBeforeAccess(pool, MANAGER, 1);
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of("until", scene.today().plusDays(5), "reason", "Interviews take longer."),
                                    "/api/cases/{number}/priority-extension",
                                    number),
                            decisions(number, "ask-for-priority-extension"));
                }),
                new Action("take a task", MANAGER, SECOND_MANAGER, () -> {
                    var step = new Step();
                    var task = scene.taskOf(step.number, "review-and-interview-candidates");
                    return new Prepared(
                            who -> scene.write(who, Map.of(), "/api/tasks/{id}/take", task),
                            () -> count(
                                    "select count(*) from act_ru_task where id_ = ? and assignee_ is not null", task));
                }));
    }

    // ---- messages

    private List<Action> ofMessages() {
        return List.of(
                ofMessage(
                        "send a message again", "M5", "FAILED", "send-again", "send-notice-again", number -> Map.of()),
                ofMessage(
                        "note that a message arrived",
                        "M33",
                        "UNCERTAIN",
                        "arrived",
                        "note-notice-arrived",
                        number -> Map.of()),
                ofMessage(
                        "record another way",
                        "M5",
                        "FAILED",
                        "reached-another-way",
                        "note-reached-another-way",
                        number -> Map.of(
                                "on",
                                scene.today(),
                                "how",
                                "By telephone.",
                                "document",
                                scene.upload(MANAGER, number, "CONTACT", "receipt.pdf")
                                        .json()
                                        .path("id")
                                        .asText())));
    }

    private Action ofMessage(
            String name,
            String type,
            String state,
            String what,
            String kind,
            Function<CaseNumber, Map<String, ?>> body) {
        return new Action(name, MANAGER, HR, () -> {
            var step = new Step();
            must(scene.record(MANAGER, step.number, step.jordan, "contact", "sendDetails", true));
            jdbc.update(
                    "update notice set type = ?, state = ?, sent_at = null,"
                            + " last_error = 'The mail server refused the message (550).'"
                            + " where case_number = ? and type = 'M5'",
                    type,
                    state,
                    step.number.value());
            var id = jdbc.queryForObject(
                    "select id from notice where case_number = ? and type = ?", UUID.class, step.number.value(), type);
            var answers = body.apply(step.number);
            return new Prepared(
                    who -> scene.write(who, answers, "/api/outbox/{id}/" + what, id), decisions(step.number, kind));
        });
    }

    // ---- pools

    private List<Action> ofPools() {
        return List.of(
                new Action("extend a pool", OPM, SECOND_OPM, () -> {
                    var pool =
                            scene.pool("openUntil", scene.today().plusDays(30).toString());
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of("lastDay", scene.today().plusDays(60), "reason", "More agencies ask."),
                                    "/api/pools/{pool}/extension",
                                    pool),
                            decisions(pool.value(), "extend-pool"));
                }),
                new Action("refer a lower category", OPM, SECOND_OPM, () -> {
                    var pool = scene.pool();
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of("downTo", "QUALIFIED", "reason", "The first is exhausted."),
                                    "/api/pools/{pool}/referral",
                                    pool),
                            decisions(pool.value(), "refer-lower-category"));
                }),
                new Action("record in the pool that a candidate withdrew", OPM, SECOND_OPM, () -> {
                    var pool = scene.pool();
                    var jordan = scene.candidate(pool, "Jordan Lee");
                    var number = jdbc.queryForObject(
                            "select applicant_number from candidate where id = ?", String.class, jordan);
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of("reason", "Took another job.", "how", "E-mail of today."),
                                    "/api/pools/{pool}/candidates/{candidate}/withdrawal",
                                    pool,
                                    number),
                            decisions(pool.value(), "withdraw-candidate-from-all"));
                }));
    }

    private List<Action> ofCandidatesInPools() {
        return List.of(
                new Action("set the cut-off", OPM, SECOND_OPM, () -> {
                    var pool = scene.pool("rankingMethod", "NUMERIC");
                    for (var score : List.of(90, 91, 92, 93)) {
                        jdbc.update(
                                "update candidate set rating = null, score = ? where id = ?",
                                score,
                                scene.candidate(pool, "Scored " + score));
                    }
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of("lowest", 91, "reason", "Three names."),
                                    "/api/pools/{pool}/cut-off",
                                    pool),
                            decisions(pool.value(), "set-cut-off"));
                }),
                new Action("say that two applicant numbers are one person", OPM, SECOND_OPM, () -> {
                    var pool = scene.pool();
                    var pair = Map.of(
                            "applicantNumber",
                            numberOf(scene.candidate(pool, "Jordan Lee")),
                            "otherApplicantNumber",
                            numberOf(scene.candidate(pool, "Jordan Leigh")),
                            "same",
                            true);
                    return new Prepared(
                            who -> scene.write(
                                    who,
                                    Map.of("decisions", List.of(pair)),
                                    "/api/pools/{pool}/candidates/doubles",
                                    pool),
                            decisions(pool.value(), "decide-double"));
                }),
                new Action("put a candidate's document on file", OPM, SECOND_OPM, () -> {
                    var pool = scene.pool();
                    var jordan = scene.candidate(pool, "Jordan Lee");
                    var number = numberOf(jordan);
                    return new Prepared(
                            who -> scene.upload(
                                    who,
                                    "RESUME",
                                    "resume.pdf",
                                    "/api/pools/{pool}/candidates/{number}/documents",
                                    pool,
                                    number),
                            () -> count("select count(*) from document where candidate_id = ?", jordan)
                                    * decisions(pool.value(), "attach-candidate-document")
                                            .getAsLong());
                }));
    }

    private String numberOf(UUID candidate) {
        return jdbc.queryForObject("select applicant_number from candidate where id = ?", String.class, candidate);
    }

    // ---- set-up

    private List<Action> ofSetUp() {
        return List.of(
                new Action("give a person a password for one time", OPM, SECOND_OPM, () -> {
                    var id = newKey("sela.new");
                    must(scene.write(OPM, person(id, "Nora Pier"), "/api/people"));
                    return new Prepared(
                            who -> scene.write(who, Map.of(), "/api/people/{id}/password", id),
                            saved("reset-password", id));
                }),
                new Action("add a person", OPM, SECOND_OPM, () -> {
                    var id = newKey("sela.new");
                    return new Prepared(
                            who -> scene.write(who, person(id, "Nora Pier"), "/api/people"), saved("save-person", id));
                }),
                new Action("change a person", OPM, SECOND_OPM, () -> {
                    var id = newKey("sela.new");
                    must(scene.write(OPM, person(id, "Nora Pier"), "/api/people"));
                    return new Prepared(
                            who -> scene.change(who, person(id, "Nora Quay"), "/api/people/{id}", id),
                            saved("save-person", id));
                }),
                new Action("add an agency", OPM, SECOND_OPM, () -> {
                    var code = newKey("SELN");
                    return new Prepared(
                            who -> scene.write(who, agency(code, "New Agency"), "/api/agencies"),
                            saved("save-agency", code));
                }),
                new Action("change an agency", OPM, SECOND_OPM, () -> {
                    var code = newKey("SELN");
                    must(scene.write(OPM, agency(code, "New Agency"), "/api/agencies"));
                    return new Prepared(
                            who -> scene.change(
                                    who,
                                    Map.of("code", code, "name", "Newer Agency", "version", 0),
                                    "/api/agencies/{code}",
                                    code),
                            saved("save-agency", code));
                }),
                new Action("add a pool", OPM, SECOND_OPM, () -> {
                    var pool = newKey("CGA-NEW-");
                    return new Prepared(
                            who -> scene.write(who, SamplePools.json(pool, "CGA", "OPM"), "/api/pools"),
                            decisions(pool, "save-pool"));
                }),
                new Action("change a pool", OPM, SECOND_OPM, () -> {
                    var pool = newKey("CGA-NEW-");
                    must(scene.write(OPM, SamplePools.json(pool, "CGA", "OPM"), "/api/pools"));
                    var changed = SamplePools.json(pool, "CGA", "OPM", "title", "Service Designer");
                    changed.put(
                            "version",
                            scene.read(OPM, "/api/pools/{pool}", pool)
                                    .json()
                                    .path("version")
                                    .asLong());
                    return new Prepared(
                            who -> scene.change(who, changed, "/api/pools/{pool}", pool), decisions(pool, "save-pool"));
                }));
    }

    private LongSupplier saved(String kind, String key) {
        return () ->
                count("select count(*) from decision where kind = ? and after_json like ?", kind, "%\"" + key + "\"%");
    }

    private static Map<String, Object> person(String id, String name) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "email",
                id + "@agency.example",
                "agency",
                "SELA",
                "roles",
                List.of("subject-matter-expert"));
    }

    private static Map<String, Object> agency(String code, String name) {
        return Map.of("code", code, "name", name);
    }

    private static String newKey(String begin) {
        return begin + NEXT.incrementAndGet();
    }

    /** A case in step 4 with two vacancies and two candidates. */
    private class Step {

        private final AnnouncementNumber pool = scene.pool();
        private final UUID jordan = scene.candidate(pool, "Jordan Lee");
        private final UUID sam = scene.candidate(pool, "Sam Ortiz");
        private final CaseNumber number = scene.caseInReview(pool, MANAGER, 2);

        private long version() {
            return scene.seen(MANAGER, number, jordan).path("version").asLong();
        }

        private Map<String, Object> chosen() {
            return Map.of("id", jordan, "version", version());
        }

        private Map<String, Object> another() {
            return Map.of(
                    "id",
                    sam,
                    "version",
                    scene.seen(MANAGER, number, sam).path("version").asLong());
        }
    }
}
