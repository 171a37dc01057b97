package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_HR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.SECOND_OPM;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.audit.RecordedDecision;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.selection.SelectionScene.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What OPM decides about a pool reaches every agency that works with it. */
@OnBothDatabases
@Import(SelectionScene.class)
class PoolDecisionsTest {

    @Autowired
    private SelectionScene scene;

    @Autowired
    private Cases cases;

    @Autowired
    private DecisionLog audit;

    @Autowired
    private JdbcTemplate jdbc;

    // ---- the cut-off

    @Test
    void L17_nobody_of_a_numeric_pool_is_referred_before_OPM_has_set_the_cut_off() {
        var pool = scored(96, 94, 90, 85);
        var number = scene.caseInReview(pool, MANAGER);
        assertThat(scene.list(MANAGER, number).json().path("candidates")).isEmpty();

        var set = cutOff(OPM, pool, 90, "The next scores are far below");

        must(set);
        assertThat(set.json().path("cutOff").decimalValue()).isEqualByComparingTo("90");
        assertThat(scene.list(MANAGER, number).json().path("candidates")).hasSize(3);
        assertThat(decided(pool, "set-cut-off")).singleElement().satisfies(decision -> {
            assertThat(decision.userId()).isEqualTo(OPM);
            assertThat(decision.sentence())
                    .isEqualTo("Candidates referred down to the score 90: The next scores are far below");
            assertThat(decision.before()).isNull();
            assertThat(decision.after()).isEqualTo("{\"cutOff\":90}");
        });
    }

    @Test
    void L17_a_cut_off_that_leaves_fewer_than_three_names_is_refused_with_one_that_would_do() {
        var pool = scored(96, 94, 90, 90, 85);

        var refused = cutOff(OPM, pool, 94, "Only the best");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.rule()).isEqualTo("L17");
        assertThat(refused.field()).isEqualTo("lowest");
        assertThat(refused.detail())
                .isEqualTo(
                        "A cut-off must leave at least three names, or everybody where there are fewer (5 CFR 332.402): 94"
                                + " leaves 2 names. 90 or lower would do: it leaves 4 names.");
        assertThat(decided(pool, "set-cut-off")).isEmpty();
        must(cutOff(OPM, pool, 90, "Only the best"));
    }

    @Test
    void L17_who_has_withdrawn_or_was_hired_or_never_opted_in_is_no_name() {
        var pool = scored(96, 94, 90, 85, 80, 75);
        jdbc.update(
                "update candidate set availability = 'WITHDRAWN' where announcement = ? and score = 96", pool.value());
        jdbc.update("update candidate set availability = 'HIRED' where announcement = ? and score = 94", pool.value());
        jdbc.update("update candidate set opted_in = false where announcement = ? and score = 90", pool.value());
        jdbc.update(
                "update candidate set availability = 'COMMITTED' where announcement = ? and score = 85", pool.value());

        assertThat(cutOff(OPM, pool, 80, "The top").detail())
                .contains("80 leaves 2 names. 75 or lower would do: it leaves 3 names.");
        must(cutOff(OPM, pool, 75, "The top"));
    }

    @Test
    void L17_where_there_are_fewer_than_three_a_cut_off_leaves_them_all() {
        var pool = scored(92, 80);
        assertThat(cutOff(OPM, pool, 81, "x").detail())
                .contains("81 leaves one name. 80 or lower would do: it leaves 2 names.");
        must(cutOff(OPM, pool, 80, "x"));

        var empty = scene.pool("rankingMethod", "NUMERIC");
        assertThat(cutOff(OPM, empty, 50, "x").detail())
                .isEqualTo(
                        "Nobody in this pool has a score and can be referred, so no cut-off leaves three names (5 CFR 332.402)."
                                + " Import the candidates first.");
    }

    @Test
    void L17_OPM_changes_a_cut_off_by_another_decision_and_the_same_again_changes_nothing() {
        var pool = scored(96, 94, 90, 85.5);
        must(cutOff(OPM, pool, 90, "First"));
        must(cutOff(SECOND_OPM, pool, 90, "Again"));
        must(cutOff(SECOND_OPM, pool, 85.5, "Too few are interested"));

        assertThat(decided(pool, "set-cut-off"))
                .extracting(RecordedDecision::sentence)
                .containsExactly(
                        "Candidates referred down to the score 90: First",
                        "Candidates referred down to the score 85.5: Too few are interested");
        assertThat(decided(pool, "set-cut-off").get(1).before()).contains("90");
    }

    // 90 FR 43135: the mechanism is fixed before the announcement opens; what is decided otherwise later is marked.
    @Test
    void L17_a_cut_off_other_than_was_fixed_before_the_announcement_opened_is_marked_with_its_reason() {
        var pool = scored(96, 94, 90, 85.5);
        must(cutOff(OPM, pool, 90, "As announced"));
        assertThat(scene.read(MANAGER, "/api/pools/{pool}", pool)
                        .json()
                        .path("cutOffChanged")
                        .isNull())
                .isTrue();

        must(cutOff(OPM, pool, 85.5, "Too few are interested"));
        assertThat(scene.read(MANAGER, "/api/pools/{pool}", pool)
                        .json()
                        .path("cutOffChanged")
                        .asText())
                .matches("The cut-off was changed on .+ from what was fixed before the announcement opened: Too few are"
                        + " interested");
        assertThat(decided(pool, "set-cut-off").get(1).after()).contains("\"fixedBeforeOpening\":90");

        must(cutOff(OPM, pool, 90, "As announced after all"));
        assertThat(scene.read(MANAGER, "/api/pools/{pool}", pool)
                        .json()
                        .path("cutOffChanged")
                        .isNull())
                .isTrue();
    }

    @Test
    void L17_a_cut_off_is_OPMs_needs_a_score_and_a_reason_and_a_pool_ranked_by_score() {
        var pool = scored(96, 94, 90);
        for (var other : List.of(MANAGER, HR, COORDINATOR)) {
            assertThat(cutOff(other, pool, 90, "I want to see them").status()).isEqualTo(403);
        }
        assertThat(cutOff(OPM, pool, 90, " ").detail()).isEqualTo("A cut-off needs a reason.");
        assertThat(cutOff(OPM, pool, -1, "x").detail()).isEqualTo("A score is a number from 0 to 999.99.");
        assertThat(cutOff(OPM, pool, 90.001, "x").detail()).isEqualTo("A score is a number from 0 to 999.99.");
        assertThat(cutOff(OPM, pool, 1000, "x").detail()).isEqualTo("A score is a number from 0 to 999.99.");
        assertThat(scene.write(OPM, Map.of("reason", "x"), "/api/pools/{pool}/cut-off", pool)
                        .detail())
                .isEqualTo("Say down to which score candidates are referred.");
        assertThat(cutOff(OPM, scene.pool(), 90, "x").detail())
                .isEqualTo("This pool is not ranked by score, so it has no cut-off: refer a lower category instead.");
        assertThat(cutOff(OPM, scene.pool("hiringAuthority", "DIRECT_HIRE", "rankingMethod", "UNRANKED"), 90, "x")
                        .detail())
                .isEqualTo("This pool is not ranked by score, so it has no cut-off: all its candidates are referred.");
        assertThat(cutOff(OPM, new AnnouncementNumber("CGA-SEL-NONE"), 90, "x").status())
                .isEqualTo(404);
        assertThat(decided(pool, "set-cut-off")).isEmpty();
    }

    // ---- the next category

    @Test
    void L11_a_lower_category_is_seen_by_every_agency_with_access_and_each_is_told_once() {
        var pool = scene.pool();
        for (var name : List.of("Best One", "Best Two", "Best Three")) {
            scene.candidate(pool, name);
        }
        var lower = scene.candidate(pool, "Well Enough", "WELL_QUALIFIED", true, "Washington, DC");
        var ours = scene.caseInReview(pool, MANAGER);
        referredTheHighest(ours);
        var oursToo = scene.caseInReview(pool, SECOND_MANAGER);
        referredTheHighest(oursToo);
        var theirs = scene.caseInReview(pool, OTHER_MANAGER);
        referredTheHighest(theirs);
        var waiting = scene.caseBeforeAccess(pool, MANAGER, 1);
        var closed = scene.caseInReview(pool, OTHER_MANAGER);
        cases.close(closed, CancellationReason.BUDGET, null, scene.actor(OTHER_MANAGER));
        assertThat(scene.seen(MANAGER, ours, lower).isMissingNode()).isTrue();

        // Hired by others.
        jdbc.update(
                "update candidate set availability = 'HIRED' where announcement = ? and rating = 'BEST_QUALIFIED'",
                pool.value());
        must(refer(OPM, pool, "WELL_QUALIFIED", "The highest is exhausted"));
        must(refer(SECOND_OPM, pool, "WELL_QUALIFIED", "Again"));

        assertThat(scene.seen(MANAGER, ours, lower).isMissingNode()).isFalse();
        assertThat(scene.seen(OTHER_MANAGER, theirs, lower).isMissingNode()).isFalse();
        assertThat(told("M24", pool))
                .extracting(notice -> notice.get("RECIPIENT"))
                .containsExactlyInAnyOrder(
                        mailOf(MANAGER), mailOf(SECOND_MANAGER), mailOf(HR), mailOf(OTHER_MANAGER), mailOf(OTHER_HR));
        assertThat(told("M24", pool))
                .extracting(notice -> notice.get("CASE_NUMBER"))
                .contains(ours.value(), theirs.value())
                .isSubsetOf(ours.value(), oursToo.value(), theirs.value())
                .doesNotContain(waiting.value(), closed.value());
        assertThat(told("M24", pool)).allSatisfy(notice -> assertThat((String) notice.get("BODY"))
                .contains("down to the category Well qualified", pool.value())
                .doesNotContain("Enough"));
        assertThat(decided(pool, "refer-lower-category")).hasSize(1);

        assertThat(refer(OPM, pool, "QUALIFIED", "Still too few").rule()).isEqualTo("L13");
        jdbc.update(
                "update candidate set availability = 'HIRED' where announcement = ? and rating = 'WELL_QUALIFIED'",
                pool.value());
        must(refer(OPM, pool, "QUALIFIED", "Still too few"));
        assertThat(told("M24", pool)).hasSize(10);
    }

    // 5 U.S.C. 3319(c)(1).
    @Test
    void L13_a_lower_category_is_not_referred_while_somebody_of_a_higher_one_is_left_in_every_open_case() {
        var pool = scene.pool();
        var best = List.of("Best One", "Best Two", "Best Three").stream()
                .map(name -> scene.candidate(pool, name))
                .toList();
        var far = scene.candidate(pool, "Best Far", "BEST_QUALIFIED", true, "Remote");
        var lower = scene.candidate(pool, "Well Enough", "WELL_QUALIFIED", true, "Washington, DC");

        assertThat(refer(OPM, pool, "WELL_QUALIFIED", "x").detail())
                .isEqualTo(
                        "4 candidates of higher categories can be selected from this pool (5 U.S.C. 3319(c)(1)). A lower"
                                + " category is referred when nobody of those above is left in at least one open case; a hiring manager"
                                + " with fewer than three in the highest can merge it with the next.");

        var ours = scene.caseInReview(pool, MANAGER);
        referredTheHighest(ours);
        var theirs = scene.caseInReview(pool, OTHER_MANAGER);
        referredTheHighest(theirs);
        passedOver(ours, best.get(0));
        var refused = refer(OPM, pool, "WELL_QUALIFIED", "x");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.rule()).isEqualTo("L13");
        assertThat(refused.field()).isEqualTo("downTo");
        assertThat(refused.detail())
                .matches(
                        "[23] candidates of higher categories can still be selected in case \\S+, and some in each of the other"
                                + " open cases of this pool \\(5 U\\.S\\.C\\. 3319\\(c\\)\\(1\\)\\)\\..*");
        assertThat(decided(pool, "refer-lower-category")).isEmpty();

        passedOver(ours, best.get(1));
        passedOver(ours, best.get(2));
        must(refer(OPM, pool, "WELL_QUALIFIED", "Exhausted in a case"));
        assertThat(scene.seen(MANAGER, ours, lower).isMissingNode()).isFalse();
        assertThat(scene.seen(MANAGER, ours, far).isMissingNode()).isTrue();
        must(scene.elect(MANAGER, ours, lower));
        // That the list is open opens no order: in the other case three come first.
        assertThat(scene.elect(OTHER_MANAGER, theirs, lower).rule()).isEqualTo("L13");
    }

    /** OPM agreed to pass the candidate over for the case's position. */
    private void passedOver(CaseNumber number, UUID candidate) {
        var hiring = cases.byNumber(number);
        jdbc.update(
                "insert into pass_over (id, version, case_number, agency, announcement, position_key, candidate_id, open_candidate_id,"
                        + " preference, state, asked_by, asked_at) values (?, 0, ?, ?, ?, ?, ?, ?, 'TP', 'SUSTAINED', 'x', ?)",
                UUID.randomUUID(),
                number.value(),
                hiring.agency(),
                hiring.announcement().value(),
                hiring.positionKey(),
                candidate,
                candidate,
                java.sql.Timestamp.from(java.time.Instant.now()));
    }

    /** As OPM's approval puts it on record. */
    private void referredTheHighest(CaseNumber number) {
        jdbc.update(
                "insert into case_referral (case_number, version, highest, available_count, decided_at)"
                        + " values (?, 0, 'BEST_QUALIFIED', 3, ?)",
                number.value(),
                java.sql.Timestamp.from(java.time.Instant.now()));
    }

    @Test
    void L11_a_category_that_is_referred_already_is_not_referred_and_a_referral_is_not_taken_back() {
        var pool = scene.pool();
        var highest = refer(OPM, pool, "BEST_QUALIFIED", "x");
        assertThat(highest.status()).isEqualTo(400);
        assertThat(highest.rule()).isEqualTo("L11");
        assertThat(highest.field()).isEqualTo("downTo");
        assertThat(highest.detail())
                .isEqualTo(
                        "The category Best qualified is referred from the start. Choose a lower one, for example Well"
                                + " qualified.");

        must(refer(OPM, pool, "WELL_QUALIFIED", "x"));
        assertThat(refer(OPM, pool, "BEST_QUALIFIED", "x").detail())
                .isEqualTo("Candidates are referred down to Well qualified already, and a referral is not taken back."
                        + " Choose a lower category.");
        must(refer(OPM, pool, "QUALIFIED", "x"));
        assertThat(refer(OPM, pool, "WELL_QUALIFIED", "x").detail())
                .isEqualTo(
                        "Candidates are referred down to Qualified already, and a referral is not taken back. There is"
                                + " no lower category.");
        assertThat(refer(OPM, scored(90), "QUALIFIED", "x").detail())
                .isEqualTo("This pool has no categories: set its cut-off instead.");
        assertThat(refer(
                                OPM,
                                scene.pool("hiringAuthority", "DIRECT_HIRE", "rankingMethod", "UNRANKED"),
                                "QUALIFIED",
                                "x")
                        .detail())
                .isEqualTo("This pool has no categories: all its candidates are referred.");
        assertThat(decided(pool, "refer-lower-category")).hasSize(2);
    }

    // ---- withdrawals recorded by OPM

    @Test
    void L9_a_withdrawal_recorded_by_OPM_ends_every_running_selection_and_each_agency_is_told_once() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var ours = scene.caseInReview(pool, MANAGER);
        var oursToo = scene.caseInReview(pool, MANAGER);
        var theirs = scene.caseInReview(pool, OTHER_MANAGER);
        must(scene.record(MANAGER, oursToo, jordan, "contact", "sendDetails", false));
        var first = scene.elected(MANAGER, ours, jordan);
        var second = scene.elected(OTHER_MANAGER, theirs, jordan);

        var withdrawn = withdraw(OPM, pool, jordan, "Wrote to us that she stays where she is");
        must(withdrawn);
        must(withdraw(SECOND_OPM, pool, jordan, "Again"));

        assertThat(withdrawn.json().path("availability").asText()).isEqualTo("WITHDRAWN");
        for (var selection : List.of(first, second)) {
            assertThat(scene.stateOf(selection)).isEqualTo("LOST");
            assertThat(scene.taskOf(selection, "notify-opm-of-selection")).isNull();
        }
        for (var number : List.of(ours, oursToo, theirs)) {
            assertThat(scene.status(number, jordan)).isEqualTo("WITHDRAWN");
            assertThat(cases.byNumber(number).isOpen()).isTrue();
        }
        assertThat(scene.elect(OTHER_MANAGER, theirs, jordan).status()).isEqualTo(409);
        assertThat(told("M16", pool))
                .extracting(notice -> notice.get("RECIPIENT"))
                .containsExactlyInAnyOrder(mailOf(MANAGER), mailOf(HR), mailOf(OTHER_MANAGER), mailOf(OTHER_HR));
        assertThat(told("M16", pool)).allSatisfy(notice -> assertThat((String) notice.get("BODY"))
                .doesNotContain("Jordan", "stays", "Wrote"));
        assertThat(decided(pool, "withdraw-candidate-from-all")).singleElement().satisfies(decision -> {
            assertThat(decision.userId()).isEqualTo(OPM);
            assertThat(decision.sentence()).isEqualTo("A candidate withdrew from all agencies.");
            assertThat(decision.after()).contains(jordan.toString(), "Wrote to us that she stays where she is");
        });
    }

    @Test
    void L9_a_verified_selection_is_lost_too_when_OPM_records_the_withdrawal() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        scene.classifyPd(number);
        var selection = scene.elected(MANAGER, number, jordan);
        scene.toVerification(selection, HR, COORDINATOR);
        must(scene.verify(OPM, selection, "VERIFIED"));

        must(withdraw(OPM, pool, jordan, "Moves abroad"));

        assertThat(scene.stateOf(selection)).isEqualTo("LOST");
        assertThat(scene.taskOf(selection, "extend-tentative-offer")).isNull();
        assertThat(scene.availabilityOf(jordan)).isEqualTo("WITHDRAWN");
    }

    @Test
    void L9_who_was_hired_cannot_withdraw_and_only_OPM_records_a_withdrawal_here() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var hired = scene.candidate(pool, "Robin Hired");
        jdbc.update("update candidate set availability = 'HIRED' where id = ?", hired);

        var refused = withdraw(OPM, pool, hired, "x");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.rule()).isEqualTo("L9");
        assertThat(refused.detail()).isEqualTo("This candidate has entered on duty and can no longer withdraw.");
        for (var other : List.of(MANAGER, HR, COORDINATOR)) {
            assertThat(withdraw(other, pool, jordan, "x").status()).isEqualTo(403);
        }
        assertThat(withdraw(OPM, pool, jordan, "").detail()).isEqualTo("A withdrawal needs a reason.");
        var narrow = scene.write(
                OPM,
                Map.of("reason", "x", "how", "y", "scope", "THIS_AGENCY"),
                "/api/pools/{pool}/candidates/{number}/withdrawal",
                pool,
                numberOf(jordan));
        assertThat(narrow.status()).isEqualTo(400);
        assertThat(narrow.detail()).contains("is recorded in that agency's case");
        var nobody = scene.write(
                OPM,
                Map.of("reason", "x", "how", "y"),
                "/api/pools/{pool}/candidates/{number}/withdrawal",
                pool,
                "NO-1");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.detail())
                .isEqualTo("This pool has no candidate with that applicant number. Look at it again.");
        assertThat(scene.availabilityOf(jordan)).isEqualTo("AVAILABLE");
        assertThat(scene.availabilityOf(hired)).isEqualTo("HIRED");
        assertThat(decided(pool, "withdraw-candidate-from-all")).isEmpty();
    }

    // ---- words of the tests

    private AnnouncementNumber scored(double... scores) {
        var pool = scene.pool("rankingMethod", "NUMERIC");
        for (var score : scores) {
            var candidate = scene.candidate(pool, "Scored " + score, null, true, "Washington, DC");
            jdbc.update("update candidate set score = ? where id = ?", BigDecimal.valueOf(score), candidate);
        }
        return pool;
    }

    private Answer cutOff(String person, AnnouncementNumber pool, double lowest, String reason) {
        var number = lowest == Math.rint(lowest) ? (Number) (long) lowest : (Number) lowest;
        return scene.write(person, Map.of("lowest", number, "reason", reason), "/api/pools/{pool}/cut-off", pool);
    }

    private Answer refer(String person, AnnouncementNumber pool, String downTo, String reason) {
        return scene.write(person, Map.of("downTo", downTo, "reason", reason), "/api/pools/{pool}/referral", pool);
    }

    private Answer withdraw(String person, AnnouncementNumber pool, UUID candidate, String reason) {
        return scene.write(
                person,
                Map.of("reason", reason, "how", "E-mail of today."),
                "/api/pools/{pool}/candidates/{number}/withdrawal",
                pool,
                numberOf(candidate));
    }

    private String numberOf(UUID candidate) {
        return jdbc.queryForObject("select applicant_number from candidate where id = ?", String.class, candidate);
    }

    private List<RecordedDecision> decided(AnnouncementNumber pool, String kind) {
        return audit.of(pool.value()).stream()
                .filter(decision -> decision.kind().equals(kind))
                .toList();
    }

    /** The notices of one type to the cases of a pool. */
    private List<Map<String, Object>> told(String type, AnnouncementNumber pool) {
        return jdbc.queryForList(
                "select n.recipient_email as recipient, n.case_number, n.body from notice n"
                        + " join hiring_case c on c.number = n.case_number where n.type = ? and c.announcement = ?",
                type,
                pool.value());
    }

    private static String mailOf(String person) {
        return person + "@agency.example";
    }
}
