package io.crossgov.hiring.selection;

import static io.crossgov.hiring.selection.SelectionScene.COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.HR;
import static io.crossgov.hiring.selection.SelectionScene.MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.OPM;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_COORDINATOR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_HR;
import static io.crossgov.hiring.selection.SelectionScene.OTHER_MANAGER;
import static io.crossgov.hiring.selection.SelectionScene.must;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.audit.RecordedDecision;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two agencies elected one candidate, and OPM verified one selection: who learns what of it, and in which order it stands on record (L8). */
@OnBothDatabases
@Import(SelectionScene.class)
class HeldCandidateTest {

    @Autowired
    private SelectionScene scene;

    @Autowired
    private DecisionLog audit;

    @Autowired
    private JdbcTemplate jdbc;

    private AnnouncementNumber pool;
    private UUID jordan;
    private CaseNumber ours;
    private CaseNumber theirs;
    private UUID first;
    private UUID second;

    @BeforeEach
    void two_agencies_elected_one_candidate() {
        pool = scene.pool();
        jordan = scene.candidate(pool, "Jordan Lee");
        ours = scene.caseInReview(pool, MANAGER);
        theirs = scene.caseInReview(pool, OTHER_MANAGER);
        scene.classifyPd(ours);
        scene.classifyPd(theirs);
        first = scene.elected(MANAGER, ours, jordan);
        second = scene.elected(OTHER_MANAGER, theirs, jordan);
    }

    @Test
    void OPM_reads_on_the_case_that_lost_the_candidate_who_holds_the_candidate() {
        verifyTheFirst();

        var told = selection(OPM, theirs).path("heldBy");

        assertThat(told.path("caseNumber").asText()).isEqualTo(ours.value());
        assertThat(told.path("inWords").asText())
                .contains("holds the candidate in case " + ours + " since ")
                .endsWith(".");
        assertThat(selection(OPM, ours).path("heldBy").isNull())
                .as("the holder itself is held by nobody else")
                .isTrue();
    }

    @Test
    void no_agency_learns_who_holds_the_candidate() {
        verifyTheFirst();

        for (var reader : List.of(OTHER_MANAGER, OTHER_HR, OTHER_COORDINATOR)) {
            assertThat(selection(reader, theirs).path("heldBy").isNull()).isTrue();
            assertThat(scene.read(reader, "/api/cases/{number}", theirs).text())
                    .doesNotContain(ours.value(), agencyName());
        }
        assertThat(scene.list(OTHER_MANAGER, theirs).text()).doesNotContain(ours.value(), agencyName());
    }

    @Test
    void OPM_reads_at_the_verification_who_holds_the_candidate_and_the_agency_s_record_does_not_say() {
        scene.toVerification(second, OTHER_HR, OTHER_COORDINATOR);
        assertThat(scene.form(OPM, second, "verify-selection").path("heldBy").asText())
                .isEmpty();
        holdWithoutTelling(first);

        var form = scene.form(OPM, second, "verify-selection");

        assertThat(form.path("heldBy").asText()).contains("holds the candidate in case " + ours);
        assertThat(form.path("findings").toString()).doesNotContain(ours.value());
        must(scene.verify(OPM, second, "CANDIDATE_GONE"));
        assertThat(scene.read(OTHER_HR, "/api/cases/{number}", theirs).text()).doesNotContain(ours.value());
    }

    @Test
    void the_verification_stands_on_record_before_the_loss_that_it_causes() {
        verifyTheFirst();

        var verified = last(ours, "verify-selection");
        var lost = last(theirs, "selection-lost");

        assertThat(verified.at()).isBeforeOrEqualTo(lost.at());
    }

    @Test
    void a_withdrawal_stands_on_record_before_what_it_ends_in_the_same_case_and_in_others() {
        scene.leaves(MANAGER, ours, jordan);

        var withdrawn = last(ours, "record-withdrawal");

        assertThat(withdrawn.sequence()).isLessThan(last(ours, "selection-lost").sequence());
        assertThat(withdrawn.at())
                .isBeforeOrEqualTo(last(theirs, "selection-lost").at());
    }

    @Test
    void declining_the_agency_stands_on_record_before_the_selection_that_it_ends() {
        must(scene.record(HR, ours, jordan, "withdrawal", "scope", "THIS_AGENCY"));

        assertThat(last(ours, "record-withdrawal").sequence())
                .isLessThan(last(ours, "selection-lost").sequence());
    }

    @Test
    void M23_a_case_of_the_agency_that_the_candidate_declined_is_not_told_that_it_can_go_on() {
        var also = scene.caseInReview(pool, MANAGER, 1, "Another position");
        scene.elected(MANAGER, also, jordan);
        verifyTheFirst();
        must(scene.record(HR, ours, jordan, "withdrawal", "scope", "THIS_AGENCY"));

        assertThat(told("M23", theirs)).isNotEmpty();
        assertThat(told("M23", also)).isEmpty();
        assertThat(told("M23", ours)).isEmpty();
        assertThat(scene.elect(MANAGER, also, jordan).rule()).isEqualTo("L9");
        must(scene.elect(OTHER_MANAGER, theirs, jordan));
    }

    @Test
    void M23_a_case_does_not_hear_of_its_own_loss() {
        verifyTheFirst();
        must(scene.record(HR, ours, jordan, "withdrawal", "scope", "THIS_AGENCY"));
        var before = told("M23", theirs).size();
        var again = scene.elected(OTHER_MANAGER, theirs, jordan);
        scene.toVerification(again, OTHER_HR, OTHER_COORDINATOR);
        must(scene.verify(OPM, again, "VERIFIED"));
        must(scene.record(OTHER_HR, theirs, jordan, "withdrawal", "scope", "THIS_AGENCY"));

        assertThat(told("M23", theirs)).hasSize(before);
        assertThat(told("M23", ours)).isEmpty();
    }

    @Test
    void M23_a_case_without_a_vacancy_left_is_not_told_to_go_on() {
        verifyTheFirst();
        must(scene.elect(OTHER_MANAGER, theirs, scene.candidate(pool, "Sam Ortiz")));
        must(scene.record(HR, ours, jordan, "withdrawal", "scope", "THIS_AGENCY"));

        assertThat(told("M23", theirs)).isEmpty();
    }

    @Test
    void M23_a_case_that_set_the_candidate_aside_is_not_told_to_go_on() {
        verifyTheFirst();
        jdbc.update("update candidate set opted_in = false where id = ?", jordan);
        must(scene.record(HR, ours, jordan, "withdrawal", "scope", "THIS_AGENCY"));

        assertThat(told("M23", theirs)).as("not on the list any more").isEmpty();
    }

    @Test
    void M14_OPM_does_not_read_that_somebody_stays_available_whom_another_agency_holds() {
        verifyTheFirst();
        must(scene.record(OTHER_HR, theirs, jordan, "withdrawal", "scope", "THIS_AGENCY", "note", "Called us."));

        assertThat(told("M14", theirs)).isNotEmpty().allSatisfy(body -> assertThat(body)
                .contains(" only. Other agencies cannot select this candidate now, either.")
                .doesNotContain("stays available"));
    }

    @Test
    void M14_OPM_reads_that_somebody_stays_available_whom_nobody_holds() {
        must(scene.record(HR, ours, jordan, "withdrawal", "scope", "THIS_AGENCY", "note", "Called us."));

        assertThat(told("M14", ours)).isNotEmpty().allSatisfy(body -> assertThat(body)
                .contains(" only and stays available to all other agencies.")
                .doesNotContain("either"));
    }

    /** The texts of a kind of message about a case. */
    private List<String> told(String type, CaseNumber number) {
        return jdbc.queryForList(
                "select body from notice where type = ? and case_number = ?", String.class, type, number.value());
    }

    private void verifyTheFirst() {
        scene.toVerification(first, HR, COORDINATOR);
        must(scene.verify(OPM, first, "VERIFIED"));
    }

    /** As it stands for the moment in which OPM has the form open and somebody else is first. */
    private void holdWithoutTelling(UUID selection) {
        jdbc.update(
                "insert into candidate_commitment (candidate_id, person_key, selection_id, agency, committed_at)"
                        + " select c.id, c.person_key, s.id, s.agency, s.elected_at from selection s"
                        + " join candidate c on c.id = s.candidate_id where s.id = ?",
                selection);
        jdbc.update("update candidate set availability = 'COMMITTED' where id = ?", jordan);
    }

    private JsonNode selection(String reader, CaseNumber number) {
        return scene.read(reader, "/api/cases/{number}", number).json().at("/selections/0");
    }

    private String agencyName() {
        return scene.read(OPM, "/api/cases/{number}", ours)
                .json()
                .path("agencyName")
                .asText();
    }

    private RecordedDecision last(CaseNumber number, String kind) {
        return audit.of(number.value()).stream()
                .filter(decision -> decision.kind().equals(kind))
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}
