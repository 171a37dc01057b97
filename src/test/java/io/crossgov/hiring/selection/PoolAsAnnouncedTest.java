package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a pool's announcement said reaches an election and what OPM reads of it: authority and days, who is well-qualified, the order. */
@HiringTest
@Import(SelectionScene.class)
class PoolAsAnnouncedTest {

    @Autowired
    private SelectionScene scene;

    @Autowired
    private OfficeClock office;

    @Autowired
    private JdbcTemplate jdbc;

    // 5 U.S.C. 3317, 3319: such pools could be set up before that was refused.
    @Test
    void L12_nobody_is_elected_from_an_old_pool_under_delegated_examining_that_ranks_nobody() {
        var pool = scene.pool();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        jdbc.update("update talent_pool set ranking_method = 'UNRANKED' where announcement = ?", pool.value());

        var refused = scene.elect(MANAGER, number, jordan);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.rule()).isEqualTo("L17");
        assertThat(refused.detail()).contains("ranks nobody, so that nobody\u2019s preference would count");
    }

    // 5 CFR 337.205.
    @Test
    void L17_nobody_is_elected_after_the_last_day_of_a_direct_hire_authority() {
        var pool = directHire("directHireUntil", office.today().toString());
        var jordan = scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);
        var yesterday = office.today().minusDays(1);
        jdbc.update("update talent_pool set direct_hire_until = ? where announcement = ?", yesterday, pool.value());

        var refused = scene.elect(MANAGER, number, jordan);

        assertThat(refused.rule()).isEqualTo("L17");
        assertThat(refused.detail()).contains(" until " + Dates.inWords(yesterday) + " (5 CFR 337.205).");
    }

    // 5 CFR 330.702, 330.703(a).
    @Test
    void L16_OPM_reads_which_displaced_employee_is_unrated_and_under_which_authority_somebody_is_hired_directly() {
        var pool = directHire();
        var jordan = scene.candidate(pool, "Jordan Lee");
        var unrated = displaced(scene.candidate(pool, "Una Rated", null, true, "Washington, DC"));
        var selection = atVerification(pool, jordan);

        assertThat(fact(selection, "No displaced employee has to be taken first"))
                .contains(numberOf(unrated) + ": displaced from there, too, but unrated");
        assertThat(fact(
                        selection,
                        "The pool\u2019s hiring authority holds, and its candidates are ranked as it demands"))
                .startsWith("Direct-hire authority GW-008, from ");

        jdbc.update("update candidate set rating = 'WELL_QUALIFIED' where id = ?", unrated);
        assertThat(fact(selection, "No displaced employee has to be taken first"))
                .contains("has ICTAP priority in Washington, DC and must be taken first");
    }

    // 5 CFR 302.304, 302.401.
    @Test
    void L14_in_the_excepted_service_preference_counts_where_nobody_is_ranked() {
        var pool = scene.pool("hiringAuthority", "EXCEPTED_SERVICE", "rankingMethod", "UNRANKED");
        var jordan = scene.candidate(pool, "Jordan Lee", null, true, "Washington, DC");
        var veteran = scene.candidate(pool, "Vera Teran", null, true, "Washington, DC");
        scene.preference(veteran, "TP");
        var number = scene.caseInReview(pool, MANAGER);

        assertThat(scene.elect(MANAGER, number, jordan).rule()).isEqualTo("L14");
        assertThat(scene.elect(MANAGER, number, veteran).status()).isEqualTo(201);
    }

    // 5 CFR 330.602, 330.705(b): CTAP and ICTAP are of the competitive service; 302.304, 302.401 put preference first.
    @Test
    void L16_in_the_excepted_service_a_displaced_employee_does_not_come_before_a_preference_eligible() {
        var pool =
                scene.pool("hiringAuthority", "EXCEPTED_SERVICE", "rankingMethod", "UNRANKED", "ictapCleared", false);
        var ines = displaced(scene.candidate(pool, "Ines Displaced", "BEST_QUALIFIED", true, "Washington, DC"));
        var veteran = scene.candidate(pool, "Vera Teran", "QUALIFIED", true, "Washington, DC");
        scene.preference(veteran, "TP");
        var number = scene.caseInReview(pool, MANAGER);

        assertThat(scene.elect(MANAGER, number, ines).detail())
                .contains("is a preference eligible and comes first (5 CFR 302.401)");
        var selection = atVerification(number, veteran);
        assertThat(fact(selection, "No displaced employee has to be taken first"))
                .isEqualTo(
                        "In the excepted service no displaced employee has to be taken first (5 CFR 330.602, 330.705).");
        assertThat(fact(selection, "The Reemployment Priority List allows the appointment"))
                .contains("priority reemployment list (5 CFR 302.303, 302.304)");
    }

    /** What people were referred by, and forms were signed for, does not change under them (L4, L12, L14). */
    @Test
    void L14_what_open_cases_rest_on_is_not_changed_under_them() {
        var pool = scene.pool();
        scene.candidate(pool, "Jordan Lee");
        var number = scene.caseInReview(pool, MANAGER);

        for (var change : Map.<String, Object>of(
                        "grade", "GS-14",
                        "hiringAuthority", "EXCEPTED_SERVICE",
                        "rankingMethod", "UNRANKED",
                        "wellQualifiedRating", "BEST_QUALIFIED",
                        "dutyLocations", List.of("Boise, ID"))
                .entrySet()) {
            var refused = put(pool, change.getKey(), change.getValue());
            assertThat(refused.status()).as(change.getKey()).isEqualTo(409);
            assertThat(refused.detail()).contains("1 open case of this pool rests on", number.value(), change.getKey());
        }
        assertThat(put(pool, "title", "Service Designer").status()).isEqualTo(200);

        jdbc.update("update hiring_case set status = 'CLOSED' where number = ?", number.value());
        assertThat(put(pool, "grade", "GS-14").status()).isEqualTo(200);
    }

    private SelectionScene.Answer put(AnnouncementNumber pool, String name, Object value) {
        var read = scene.read(OPM, "/api/pools/{pool}", pool).json();
        var changed = new LinkedHashMap<String, Object>();
        read.properties().forEach(field -> changed.put(field.getKey(), field.getValue()));
        changed.put(name, value);
        // It follows from the authority.
        changed.remove("service");
        return scene.change(OPM, changed, "/api/pools/{pool}", pool);
    }

    private AnnouncementNumber directHire(Object... changes) {
        var all = new Object[changes.length + 4];
        System.arraycopy(changes, 0, all, 4, changes.length);
        all[0] = "hiringAuthority";
        all[1] = "DIRECT_HIRE";
        all[2] = "rankingMethod";
        all[3] = "UNRANKED";
        return scene.pool(all);
    }

    private UUID displaced(UUID candidate) {
        jdbc.update(
                "update candidate set priority_status = 'ICTAP', commuting_area = 'Washington, DC' where id = ?",
                candidate);
        return candidate;
    }

    private UUID atVerification(AnnouncementNumber pool, UUID elected) {
        return atVerification(scene.caseInReview(pool, MANAGER), elected);
    }

    private UUID atVerification(CaseNumber number, UUID elected) {
        scene.classifyPd(number);
        var selection = scene.elected(MANAGER, number, elected);
        scene.toVerification(selection, HR, COORDINATOR);
        return selection;
    }

    private String fact(UUID selection, String what) {
        return StreamSupport.stream(
                        scene.form(OPM, selection, "verify-selection")
                                .path("findings")
                                .spliterator(),
                        false)
                .filter(finding -> finding.path("what").asText().equals(what))
                .map(finding -> finding.path("fact").asText())
                .findFirst()
                .orElseThrow();
    }

    private String numberOf(UUID candidate) {
        return jdbc.queryForObject("select applicant_number from candidate where id = ?", String.class, candidate);
    }
}
