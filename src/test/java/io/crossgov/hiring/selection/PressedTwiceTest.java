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
import io.crossgov.hiring.selection.SelectionScene.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * What people do must not happen twice, however often it is pressed in one instant, by one person or by two: there is one effect, and
 * whoever was second reads one sentence. Opening a case and verifying two selections of one candidate have tests of their own.
 */
@PostgresTest
@DirtiesContext
@TestPropertySource(properties = "crossgov.response-days=5")
@Import(SelectionScene.class)
class PressedTwiceTest {

    private static final int ROUNDS = 2;
    private static final String SECOND_HR = "sela.hr2";
    private static final String SECOND_COORDINATOR = "sela.scc2";

    @Autowired
    private SelectionScene scene;

    @Autowired
    private JdbcTemplate jdbc;

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
        scene.person(SECOND_COORDINATOR, "SELA", Role.SHARED_CERTIFICATE_COORDINATOR);
        return Stream.of(inReview(), onTheOrder(), steps5To7(), step8(), ofTheCase(), ofMessages(), ofPools())
                .flatMap(List::stream)
                .flatMap(action -> Stream.of(
                        DynamicTest.dynamicTest(
                                action.name() + ", by one person", () -> happensOnce(action, action.one())),
                        DynamicTest.dynamicTest(action.name() + ", by two", () -> happensOnce(action, action.other()))))
                .onClose(threads::shutdownNow);
    }

    private void happensOnce(Action action, String second) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var prepared = action.preparing().prepare();
            var before = prepared.effects().getAsLong();

            var answers = atOnce(prepared.press(), action.one(), second);

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
                entry("record that a candidate withdrew", "withdrawal", "M14", Map.of("scope", "ALL_AGENCIES")),
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
                }),
                new Action("end reviewing", MANAGER, SECOND_MANAGER, () -> {
                    var step = new Step();
                    return task(
                            scene.taskOf(step.number, "review-and-interview-candidates"),
                            Map.of("reason", "Nobody fits", "confirmed", true),
                            decisions(step.number, "close-case"));
                }));
    }

    /** Something recorded about one candidate, with the version that both look at. */
    private Action entry(String name, String what, String message, Map<String, ?> entries) {
        return new Action(name, MANAGER, HR, () -> {
            var step = new Step();
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
                new Action("withdraw a request to pass over", MANAGER, HR, () -> {
                    var step = asked();
                    return new Prepared(
                            who -> scene.delete(
                                    who, "/api/cases/{number}/candidates/{id}/pass-over", step.number, step.jordan),
                            () -> count(
                                    "select count(*) from pass_over where case_number = ? and state = 'WITHDRAWN'",
                                    step.number.value()));
                }),
                new Action("hold a vacancy", MANAGER, SECOND_MANAGER, () -> {
                    var step = asked();
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

    // ---- steps 5 to 8

    private List<Action> steps5To7() {
        return List.of(
                ofSelection(
                        "notify-opm-of-selection",
                        HR,
                        SECOND_HR,
                        "M7",
                        selection -> Map.of("pdNumber", "PD-1", "sf52Number", "SF-1")),
                ofSelection(
                        "name-certificate-recipients",
                        COORDINATOR,
                        SECOND_COORDINATOR,
                        "M8",
                        selection ->
                                Map.of("recipients", List.of(Map.of("name", "Pat", "email", "pat@agency.example")))),
                ofSelection(
                        "release-application-material",
                        OPM,
                        SECOND_OPM,
                        null,
                        selection -> Map.of("releasedOn", scene.today())),
                ofSelection(
                        "return-certificate-review",
                        HR,
                        MANAGER,
                        "M10",
                        selection -> Map.of("rows", scene.review(HR, selection))),
                ofSelection("verify-selection", OPM, SECOND_OPM, null, selection -> Map.of("decision", "VERIFIED")));
    }

    private List<Action> step8() {
        return List.of(
                ofOffer("extend-tentative-offer", "M12"),
                ofOffer("record-offer-answer", null),
                ofOffer("set-pay", null),
                ofOffer("build-new-hire-record", null),
                ofOffer("extend-final-offer", "M12"),
                ofOffer("record-final-answer", null),
                ofOffer("confirm-entry-on-duty", null));
    }

    private Action ofOffer(String task, String message) {
        return ofSelection(task, HR, SECOND_HR, message, selection -> offerAnswers(task));
    }

    private Map<String, ?> offerAnswers(String task) {
        var today = scene.today();
        return switch (task) {
            case "extend-tentative-offer" -> Map.of("dueOn", today);
            case "record-offer-answer" -> Map.of("answer", "ACCEPTED", "answeredOn", today, "federalEmployee", "NO");
            case "set-pay" ->
                Map.of("payPlan", "GS", "grade", "13", "step", 1, "annualRate", 117962, "effectiveOn", today);
            case "build-new-hire-record" -> Map.of("recordId", "NH-1", "builtOn", today);
            case "extend-final-offer" -> Map.of("dueOn", today, "startOn", today);
            case "record-final-answer" -> Map.of("answer", "ACCEPTED", "answeredOn", today);
            case "confirm-entry-on-duty" -> Map.of("entered", "YES", "enteredOn", today);
            default -> throw new AssertionError(task);
        };
    }

    private interface Answers {
        Map<String, ?> about(UUID selection);
    }

    private Action ofSelection(String task, String one, String other, String message, Answers answers) {
        return new Action(task, one, other, () -> {
            var step = new Step();
            scene.classifyPd(step.number);
            var selection = scene.elected(MANAGER, step.number, step.jordan);
            until(task, selection);
            return task(
                    scene.taskOf(selection, task),
                    answers.about(selection),
                    message == null ? decisions(step.number, task) : messages(step.number, message));
        });
    }

    /** Does everything that comes before the task. */
    private void until(String task, UUID selection) {
        for (var before : Stream.concat(steps(), offerSteps()).toList()) {
            if (before.equals(task)) {
                return;
            }
            switch (before) {
                case "notify-opm-of-selection" ->
                    must(scene.complete(HR, selection, before, Map.of("pdNumber", "PD-1", "sf52Number", "SF-1")));
                case "name-certificate-recipients" ->
                    must(scene.complete(
                            COORDINATOR,
                            selection,
                            before,
                            Map.of("recipients", List.of(Map.of("name", "Pat", "email", "pat@agency.example")))));
                case "release-application-material" ->
                    must(scene.complete(OPM, selection, before, Map.of("releasedOn", scene.today())));
                case "return-certificate-review" ->
                    must(scene.complete(HR, selection, before, Map.of("rows", scene.review(HR, selection))));
                case "verify-selection" -> must(scene.verify(OPM, selection, "VERIFIED"));
                default -> must(scene.complete(HR, selection, before, offerAnswers(before)));
            }
        }
    }

    private static Stream<String> steps() {
        return Stream.of(
                "notify-opm-of-selection",
                "name-certificate-recipients",
                "release-application-material",
                "return-certificate-review",
                "verify-selection");
    }

    private static Stream<String> offerSteps() {
        return Stream.of(
                "extend-tentative-offer",
                "record-offer-answer",
                "set-pay",
                "build-new-hire-record",
                "extend-final-offer",
                "record-final-answer",
                "confirm-entry-on-duty");
    }

    private Prepared task(String id, Map<String, ?> answers, LongSupplier effects) {
        return new Prepared(who -> scene.write(who, answers, "/api/tasks/{id}", id), effects);
    }

    // ---- the case

    private List<Action> ofTheCase() {
        return List.of(
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
                ofMessage("send a message again", "FAILED", "send-again", "send-notice-again", Map.of()),
                ofMessage("note that a message arrived", "UNCERTAIN", "arrived", "note-notice-arrived", Map.of()),
                ofMessage(
                        "record another way",
                        "FAILED",
                        "reached-another-way",
                        "note-reached-another-way",
                        Map.of("on", scene.today(), "how", "By telephone.")));
    }

    private Action ofMessage(String name, String state, String what, String kind, Map<String, ?> body) {
        return new Action(name, MANAGER, HR, () -> {
            var step = new Step();
            must(scene.record(MANAGER, step.number, step.jordan, "contact", "sendDetails", true));
            jdbc.update(
                    "update notice set state = ?, sent_at = null, last_error = 'The mail server refused the message (550).'"
                            + " where case_number = ? and type = 'M5'",
                    state,
                    step.number.value());
            var id = jdbc.queryForObject(
                    "select id from notice where case_number = ? and type = 'M5'", UUID.class, step.number.value());
            return new Prepared(
                    who -> scene.write(who, body, "/api/outbox/{id}/" + what, id), decisions(step.number, kind));
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
                                    Map.of("reason", "Took another job."),
                                    "/api/pools/{pool}/candidates/{candidate}/withdrawal",
                                    pool,
                                    number),
                            decisions(pool.value(), "withdraw-candidate-from-all"));
                }));
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
