package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** L13: the agency considered two people for three appointments to the position already (5 CFR 332.405). */
@OnBothDatabases
@Import(SelectionScene.class)
class ConsideredThreeTimesTest {

    @Autowired
    private SelectionScene scene;

    private AnnouncementNumber pool;
    private UUID sam;
    private UUID jordan;
    private UUID kim;
    private UUID wells;
    private CaseNumber number;

    @BeforeEach
    void two_who_were_considered_twice() {
        pool = scene.pool();
        sam = scene.candidate(pool, "Sam Ortiz");
        jordan = scene.candidate(pool, "Jordan Lee");
        kim = scene.candidate(pool, "Kim Park");
        wells = scene.candidate(pool, "Wells Young", "WELL_QUALIFIED", true, "Washington, DC");
        scene.considered(scene.caseInReview(pool, MANAGER), sam, jordan, kim);
        scene.considered(scene.caseInReview(pool, MANAGER), sam, jordan, kim);
        number = scene.caseInReview(pool, MANAGER, 3);
        scene.classifyPd(number);
    }

    private SelectionScene.Answer leavesOut(String person, UUID candidate) {
        return scene.record(
                person, number, candidate, "considered", "reasons", "The team met this candidate each time.");
    }

    @Test
    void L13_how_often_somebody_was_considered_is_counted_and_never_said() {
        assertThat(leavesOut(MANAGER, jordan).detail()).contains("considered Jordan Lee for 2 appointments");
        scene.considered(scene.caseInReview(pool, OTHER_MANAGER), OTHER_MANAGER, sam, jordan);
        assertThat(leavesOut(MANAGER, jordan).detail())
                .as("another agency's considerations are not this one's")
                .contains("for 2 appointments");

        scene.considered(scene.caseInReview(pool, MANAGER), sam, jordan, kim);
        assertThat(leavesOut(HR, jordan).status()).isEqualTo(403);
        scene.preference(jordan, "TP");
        assertThat(leavesOut(MANAGER, jordan).rule()).isEqualTo("L15");
        scene.preference(jordan, "NONE");
        must(leavesOut(MANAGER, jordan));
    }

    @Test
    void L13_whoever_is_left_out_keeps_no_category_closed_and_OPM_reads_why_and_how_often() {
        scene.considered(scene.caseInReview(pool, MANAGER), sam, jordan, kim);
        scene.toVerification(scene.elected(MANAGER, number, sam), HR, COORDINATOR);
        must(leavesOut(MANAGER, jordan));
        must(leavesOut(MANAGER, kim));
        must(scene.write(
                OPM,
                Map.of("downTo", "WELL_QUALIFIED", "reason", "The highest is exhausted."),
                "/api/pools/{announcement}/referral",
                pool.value()));
        var selection = scene.elected(MANAGER, number, wells);
        scene.toVerification(selection, HR, COORDINATOR);

        assertThat(scene.form(OPM, selection, "verify-selection")
                        .path("findings")
                        .toString())
                .contains("considered for 3 appointments to this position, left out by Person sela.manager")
                .contains("The team met this candidate each time.");
        assertThat(scene.read(OPM, "/api/cases/{number}", number).text()).contains("Considered Three Times");

        // Nobody is left out for good.
        must(scene.record(MANAGER, number, kim, "reconsider"));
        assertThat(scene.seen(MANAGER, number, kim).path("consideredEnough").isNull())
                .isTrue();
        must(scene.elect(MANAGER, number, jordan));
    }
}
