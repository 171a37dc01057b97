package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.selection.SelectionScene.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * No sequence of entries by one agency alone, without the clock moving and without a paper, opens the way past a preference eligible or a
 * displaced employee (5 U.S.C. 3318(c), 3319(c)(6); 5 CFR 330.607, 330.705), or changes what another agency has. Whatever the agency says is
 * tried at random, through the same addresses as people; after each entry it tries to elect somebody who comes after.
 *
 * <p>Other courses of events: {@code -Dhiring.alone.seed=7}.
 */
@HiringTest
@Import(SelectionScene.class)
class AgencyAloneTest {

    private static final long SEED = Long.getLong("hiring.alone.seed", 11);
    private static final int COURSES = 3;

    @Autowired
    private SelectionScene scene;

    @Autowired
    private JdbcTemplate jdbc;

    private final List<String> lately = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private Random random;
    private AnnouncementNumber pool;
    private CaseNumber ours;
    private UUID first;
    private UUID after;

    @ParameterizedTest
    @ValueSource(strings = {"TP", "XP", "CPS", "ICTAP", "CTAP"})
    void L14_L16_nothing_that_an_agency_says_alone_opens_the_way_past_somebody_or_changes_another_agencys_list(
            String who) {
        random = new Random(SEED + who.hashCode());
        for (int course = 0; course < COURSES; course++) {
            aCourse(who);
        }
        assertThat(done.keySet())
                .as("what was recorded, for a test in which nothing is shows nothing: %s", done)
                .contains("contact", "answer no", "decline", "consider again", "close");
        assertThat(done).doesNotContainKeys("answer silent", "withdraw");
    }

    private void aCourse(String who) {
        lately.clear();
        pool = scene.pool();
        first = scene.candidate(pool, "Robin First");
        after = scene.candidate(pool, "Alex After");
        if (who.endsWith("CTAP")) {
            jdbc.update(
                    "update candidate set priority_status = ?, commuting_area = 'Washington, DC', federal_agency = 'SELA' where id = ?",
                    who,
                    first);
        } else {
            scene.preference(first, who);
        }
        ours = scene.caseInReview(pool, MANAGER);
        var theirs = scene.caseInReview(pool, OTHER_MANAGER);
        stillComesFirst();
        var list = scene.list(OTHER_MANAGER, theirs).text();
        for (var entry : everyEntryTwice()) {
            make(entry);
            stillComesFirst();
            assertThat(scene.list(OTHER_MANAGER, theirs).text())
                    .as("another agency’s list after %s", lately)
                    .isEqualTo(list);
        }
        assertThat(jdbc.queryForObject("select count(*) from notice where case_number = ?", Long.class, theirs.value()))
                .as("messages to another agency after %s", lately)
                .isZero();
        // The only vacancy may be taken by the one who comes first: free again, nobody else gets it.
        scene.record(HR, ours, first, "withdrawal", "scope", "THIS_AGENCY", "note", "Said so on the phone.");
        assertThat(scene.elect(MANAGER, ours, after).rule())
                .as("electing somebody else after %s", lately)
                .isIn("L14", "L16");
    }

    /** Nobody else is elected; unless somebody has the only vacancy, the rule that forbids it is the one that protects. */
    private void stillComesFirst() {
        var answer = scene.elect(MANAGER, ours, after);
        assertThat(answer.status())
                .as("electing somebody else after %s", lately)
                .isBetween(400, 499);
        if (jdbc.queryForObject(
                        "select count(*) from selection where case_number = ? and held_vacancy is not null",
                        Long.class,
                        ours.value())
                == 0) {
            assertThat(answer.rule())
                    .as("electing somebody else after %s: %s", lately, answer.detail())
                    .isIn("L14", "L16");
        }
    }

    private enum Entry {
        CONTACT_BY_MAIL,
        CONTACT,
        CONTACT_TODAY,
        ANSWER_SILENT,
        ANSWER_NO,
        ANSWER_YES,
        DECLINE,
        WITHDRAW,
        SET_ASIDE,
        CONSIDER_AGAIN,
        ELECT,
        ASK_TO_PASS_OVER,
        OBJECT,
        HOLD,
        FIND_NOT_WELL_QUALIFIED,
        CLOSE
    }

    private List<Entry> everyEntryTwice() {
        var entries = new ArrayList<>(List.of(Entry.values()));
        entries.addAll(List.of(Entry.values()));
        Collections.shuffle(entries, random);
        return entries;
    }

    private void make(Entry entry) {
        var note = random.nextBoolean() ? "Said so on the phone." : null;
        var by = random.nextBoolean() ? MANAGER : HR;
        switch (entry) {
            case CONTACT_BY_MAIL -> tried("contact", () -> record(by, "contact", "sendDetails", true, "note", note));
            case CONTACT -> tried("contact", () -> record(by, "contact", "note", note));
            case CONTACT_TODAY -> tried("contact", () -> record(by, "contact", "on", scene.today(), "note", note));
            case ANSWER_SILENT ->
                tried("answer silent", () -> record(by, "answer", "answer", "FAILED_TO_RESPOND", "note", note));
            case ANSWER_NO -> tried("answer no", () -> record(by, "answer", "answer", "NOT_INTERESTED", "note", note));
            case ANSWER_YES -> tried("answer yes", () -> record(by, "answer", "answer", "INTERESTED", "note", note));
            case DECLINE -> tried("decline", () -> record(by, "withdrawal", "scope", "THIS_AGENCY", "note", note));
            case WITHDRAW -> tried("withdraw", () -> record(by, "withdrawal", "scope", "ALL_AGENCIES", "note", note));
            case SET_ASIDE -> tried("set aside", () -> record(by, "not-selected"));
            case CONSIDER_AGAIN -> tried("consider again", () -> record(by, "reconsider"));
            case ELECT -> tried("elect", () -> scene.elect(MANAGER, ours, first));
            case ASK_TO_PASS_OVER -> tried("ask to pass over", () -> write(by, Map.of(), "pass-over"));
            case OBJECT -> tried("object", () -> write(by, Map.of(), "objection"));
            case HOLD ->
                tried(
                        "hold",
                        () -> scene.put(MANAGER, "/api/cases/{number}/candidates/{id}/held-vacancy", ours, first));
            case FIND_NOT_WELL_QUALIFIED ->
                tried("find", () -> write(by, Map.of("reasons", "No workshops."), "priority-review"));
            case CLOSE -> {
                tried(
                        "close",
                        () -> scene.write(MANAGER, Map.of("reason", "NEED_GONE"), "/api/cases/{number}/close", ours));
                ours = scene.caseInReview(pool, MANAGER);
            }
        }
    }

    private Answer write(String by, Map<String, ?> body, String what) {
        return scene.write(by, body, "/api/cases/{number}/candidates/{id}/" + what, ours, first);
    }

    private Answer record(String by, String what, Object... entries) {
        var body = new LinkedHashMap<String, Object>();
        body.put("version", scene.seen(by, ours, first).path("version").asLong());
        for (int at = 0; at < entries.length; at += 2) {
            body.put((String) entries[at], entries[at + 1]);
        }
        return write(by, body, what);
    }

    /** Whether it is taken or refused is not the question here. */
    private void tried(String what, Supplier<Answer> entry) {
        var answer = entry.get();
        lately.add(what + " " + answer.status());
        assertThat(answer.status())
                .as("answer after %s: %s", lately, answer.text())
                .isLessThan(500);
        if (answer.status() < 300) {
            done.merge(what, 1, Integer::sum);
        }
    }
}
