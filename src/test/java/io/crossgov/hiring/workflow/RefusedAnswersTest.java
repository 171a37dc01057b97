package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.pool.QualificationStatement.Kind;
import io.crossgov.hiring.selection.SelectionState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Wrong answers in tasks on their way through a hire: the person reads one sentence that names field or rule, and the case stays
 * exactly as it was.
 */
@OnBothDatabases
class RefusedAnswersTest {

    private static final String FORM_A = "complete-talent-pool-request";
    private static final String FORM_B = "verify-experience-and-competencies";
    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String VERIFICATION = "verify-selection";

    @Autowired
    private JdbcTemplate jdbc;

    private HireScenario scenario;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    @Test
    void a_position_description_needs_its_number_its_cover_sheet_and_the_pools_grade() {
        var hire = scenario.opensCase();
        var task = "identify-position-description";
        scenario.manager
                .cannotComplete(hire, task, answers("pdNumber", " "))
                .at("pdNumber")
                .withStatus(400);
        // A Cyrillic letter makes no other position of it (L3, L15).
        scenario.manager
                .cannotComplete(hire, task, answers("pdNumber", "\u0420D-0301-7"))
                .at("pdNumber")
                .because("only looks like one from A to Z");
        scenario.manager
                .cannotComplete(hire, task, answers("coverSheet", null))
                .at("coverSheet")
                .because("Upload the signed cover sheet (OF-8) first.");
        scenario.manager
                .cannotComplete(hire, task, answers("coverSheet", UUID.randomUUID()))
                .at("coverSheet");
        scenario.manager
                .cannotComplete(
                        hire,
                        task,
                        answers("coverSheet", scenario.manager.uploads(hire, DocumentPurpose.CLASSIFIED_PD)))
                .at("coverSheet");
        scenario.manager
                .cannotComplete(
                        hire, task, answers("classifiedOn", scenario.today().plusDays(1)))
                .at("classifiedOn")
                .because("in the future");
        scenario.manager
                .cannotComplete(hire, task, answers("grade", "GS-12"))
                .by("L4")
                .because("GS-12", "GS-13");
    }

    @Test
    void L4_a_vacancy_names_every_key_in_which_it_differs_from_the_pool() {
        var hire = scenario.opensCase().until("express-interest");
        scenario.hr
                .cannotComplete(
                        hire,
                        "express-interest",
                        answers("appointmentType", "TERM", "dutyLocations", List.of("Boise, ID")))
                .by("L4")
                .because("term", "Boise, ID");
        scenario.hr
                .cannotComplete(hire, "express-interest", answers("fundedFte", false))
                .at("fundedFte")
                .because("funded FTE");
        scenario.hr
                .cannotComplete(hire, "express-interest", answers("vacancies", 0))
                .at("vacancies");
    }

    @Test
    void days_of_the_request_are_neither_to_come_nor_older_than_what_they_belong_to() {
        var hire = scenario.opensCase();
        var asked = answers("classification", "REQUESTED", "classifiedOn", null, "coverSheet", null);
        asked.put("positionDescription", null);
        asked.put("classificationRequestedOn", scenario.today().minusYears(2).minusDays(1));
        scenario.manager
                .cannotComplete(hire, "identify-position-description", asked)
                .at("classificationRequestedOn")
                .because("before Mar 2, 2024, two years before this case was opened");
        scenario.manager
                .cannotComplete(
                        hire, "identify-position-description", answers("classifiedOn", LocalDate.of(1949, 10, 27)))
                .at("classifiedOn")
                .because("before Oct 28, 1949");
        asked.put("classificationRequestedOn", scenario.today());
        scenario.manager.completes(hire, "identify-position-description", asked);
        scenario.hr
                .cannotComplete(
                        hire,
                        "classify-position-description",
                        answers(
                                "pdNumber",
                                "PD-1",
                                "classifiedOn",
                                scenario.today().minusDays(1)))
                .at("classifiedOn")
                .because("before Mar 2, 2026, when the classification was requested");
        scenario.hr
                .cannotComplete(
                        hire,
                        "express-interest",
                        answers(
                                "needValidatedOn",
                                scenario.today().minusYears(2).minusDays(1)))
                .at("needValidatedOn")
                .because("before Mar 2, 2024, two years before this case was opened");
    }

    @Test
    void L3_a_second_open_request_for_the_same_position_pool_and_location_names_the_first() {
        var first = scenario.opensCase().until("check-pool-match");
        var second = scenario.opensCase().until("express-interest");
        scenario.hr
                .cannotComplete(second, "express-interest", answers())
                .by("L3")
                .withStatus(409)
                .because(first.caseNumber());
        // It is known by its description: another title makes no other position of it.
        scenario.hr
                .cannotComplete(second, "express-interest", answers("positionTitle", "Service Designer"))
                .by("L3")
                .because(first.caseNumber());
    }

    @Test
    void L2_form_b_cannot_be_submitted_with_any_answer_missing() {
        eachAnswerOfFormB((hire, answers, statement, question) -> {
            answers.remove(question);
            return List.of("is \"" + statement + "\" "
                    + (question.equals("important") ? "important for successful performance?" : "needed upon entry?"));
        });
    }

    @Test
    void L2_form_b_cannot_be_certified_with_any_answer_no() {
        eachAnswerOfFormB((hire, answers, statement, question) -> {
            answers.put(question, "NO");
            return List.of("You answered No for \"" + statement + "\"", "every answer must be Yes");
        });
    }

    /** One answer of Form B spoilt; says what the refusal names. */
    private interface Spoiling {
        List<String> spoil(Hire hire, Map<String, Object> answers, String statement, String question);
    }

    private void eachAnswerOfFormB(Spoiling spoiling) {
        var hire = scenario.opensCase().until(FORM_B);
        var parts = Map.of(
                Kind.SPECIALIZED_EXPERIENCE, "experience",
                Kind.TECHNICAL_COMPETENCY, "competencies");
        parts.forEach((kind, part) -> {
            var statements = hire.statements(kind);
            for (int row = 0; row < statements.size(); row++) {
                for (var question : List.of("important", "neededUponEntry")) {
                    var given = hire.yes(kind);
                    var named = spoiling.spoil(hire, given.get(row), statements.get(row), question);
                    scenario.expert
                            .cannotComplete(hire, FORM_B, answers(part, given))
                            .by("L2")
                            .at(part + "[" + row + "]." + question)
                            .because(named.toArray(String[]::new));
                }
            }
        });
        scenario.expert.completes(hire, FORM_B);
    }

    @Test
    void L4_form_a_with_another_grade_level_appointment_or_location_than_the_pools_is_refused() {
        var hire = formA();
        wrongKey(hire, "grade", "GS-14", "The grade is GS-14, but the pool's is GS-13");
        wrongKey(hire, "fullPerformanceLevel", "GS-14", "The full performance level is GS-14");
        wrongKey(hire, "series", "0343", "The series is 0343, but the pool's is 0301");
        wrongKey(hire, "appointmentType", "TERM", "The appointment type is term, but the pool's is permanent");
        wrongKey(hire, "dutyLocations", List.of("Boise, ID"), "Boise, ID is not one of the pool's");
    }

    private void wrongKey(Hire hire, String key, Object value, String words) {
        scenario.hr
                .cannotComplete(hire, FORM_A, answers(key, value))
                .by("L4")
                .at(key)
                .because(words);
    }

    @Test
    void L7_form_a_needs_an_answer_on_the_reemployment_priority_list() {
        scenario.hr
                .cannotComplete(formA(), FORM_A, answers("rplCleared", null))
                .by("L7")
                .at("rplCleared")
                .because("Reemployment Priority List");
    }

    @Test
    void L3_form_a_may_rename_a_position_for_its_description_says_which_one_it_is() {
        var first = scenario.opensCase().until("check-pool-match");
        var second = scenario.opensCase(scenario.manager, first.pool(), "Service Designer")
                .until(FORM_A, FORM_B);
        scenario.manager.completes(second, FORM_B);
        scenario.hr.completes(second, FORM_A, answers("positionTitle", "customer experience STRATEGIST"));
    }

    @Test
    void L6_form_a_needs_exactly_one_ground_with_its_evidence_and_a_personal_confirmation() {
        var hire = formA();
        scenario.hr
                .cannotComplete(hire, FORM_A, answers("freezeGround", null))
                .by("L6")
                .at("freezeGround")
                .because("Choose the ground");
        scenario.hr
                .cannotComplete(hire, FORM_A, answers("freezeGround", "because-we-say-so"))
                .by("L6")
                .at("freezeGround")
                .because("does not hold for this request");
        scenario.hr
                .cannotComplete(hire, FORM_A, answers("freezeGround", "opm-director-exemption"))
                .by("L6")
                .at("freezeGround")
                .because("does not hold for this request");
        scenario.hr
                .cannotComplete(
                        hire,
                        FORM_A,
                        answers(
                                "freezeGround",
                                "committee-approval-in-staffing-plan",
                                "freezeApprovalDate",
                                scenario.today()))
                .by("L6")
                .atAll("freezeApprovalNumber", "freezePlanLine", "freezeOpmToldOn");
        scenario.hr
                .cannotComplete(
                        hire,
                        FORM_A,
                        answers(
                                "freezeGround",
                                "committee-approval-in-staffing-plan",
                                "freezeApprovalNumber",
                                "SHC-12"))
                .by("L6")
                .atAll("freezeApprovalDate", "freezePlanLine", "freezeOpmToldOn");
        scenario.hr
                .cannotComplete(
                        hire,
                        FORM_A,
                        answers(
                                "freezeGround",
                                "committee-approval-in-staffing-plan",
                                "freezeApprovalNumber",
                                "SHC-12",
                                "freezeApprovalDate",
                                scenario.today(),
                                "freezePlanLine",
                                "Line 14",
                                "freezeOpmToldOn",
                                scenario.today().minusDays(1)))
                .by("L6")
                .at("freezeOpmToldOn")
                .because("before it was given");
        scenario.hr
                .cannotComplete(hire, FORM_A, answers("freezeAnswer", null))
                .by("L6")
                .at("freezeAnswer");
        scenario.hr
                .cannotComplete(hire, FORM_A, answers("signature", "Somebody Else"))
                .at("signature")
                .because("Henry Ruiz");
    }

    @Test
    void L6_a_confirmed_exemption_cannot_be_changed_when_the_request_comes_back() {
        var hire = scenario.opensCase().until("decide-pool-access");
        scenario.opm.completes(
                hire,
                "decide-pool-access",
                answers("decision", "RETURNED", "mend", "BOTH", "comment", "Name the team."));
        scenario.manager.completes(hire, FORM_B);
        scenario.hr
                .cannotComplete(
                        hire,
                        FORM_A,
                        answers(
                                "freezeGround",
                                "committee-approval-in-staffing-plan",
                                "freezeApprovalNumber",
                                "SHC-12",
                                "freezeApprovalDate",
                                scenario.today(),
                                "freezePlanLine",
                                "Line 14",
                                "freezeOpmToldOn",
                                scenario.today()))
                .by("L6")
                .withStatus(409)
                .because("cannot be changed by anyone");
        scenario.hr
                .cannotComplete(hire, FORM_A, answers("freezeAnswer", "CANNOT_CONFIRM"))
                .by("L6")
                .withStatus(409);
        scenario.hr.completes(hire, FORM_A);
    }

    @Test
    void a_selection_needs_its_sf_52_number_and_recipients_who_can_be_reached() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01");
        scenario.hr
                .cannotComplete(selectee, "notify-opm-of-selection", answers("sf52Number", null))
                .at("sf52Number")
                .because("SF-52");
        selectee.until("name-certificate-recipients");
        scenario.coordinator
                .cannotComplete(selectee, "name-certificate-recipients", answers("recipients", List.of()))
                .at("recipients");
        scenario.coordinator
                .cannotComplete(
                        selectee,
                        "name-certificate-recipients",
                        answers("recipients", List.of(Map.of("name", "Maria Delgado", "email", "nowhere"))))
                .because("e-mail address is not valid");
    }

    @Test
    void a_selection_whose_sf_52_number_is_missing_is_neither_verified_nor_corrected_without_it() {
        var selectee = verification();
        jdbc.update("update selection set sf52_number = null where id = ?", selectee.selectionId());
        scenario.opm
                .cannotComplete(selectee, VERIFICATION, answers())
                .by("step 5")
                .at("decision")
                .because("SF-52 number is missing");
        scenario.opm.completes(selectee, VERIFICATION, answers("decision", "PAPER_MISSING"));
        scenario.hr
                .cannotComplete(selectee, "correct-selection", answers("sf52Number", " "))
                .at("sf52Number")
                .because("SF-52 number");
        scenario.hr.completes(selectee, "correct-selection");
        scenario.opm.completes(selectee, VERIFICATION);
    }

    @Test
    void what_is_still_missing_elsewhere_is_told_together_with_what_is_wrong_in_the_correction() {
        var hire = scenario.opensCase();
        scenario.manager.completes(
                hire,
                "identify-position-description",
                answers("classification", "REQUESTED", "classificationRequestedOn", scenario.today()));
        var selectee = hire.until(REVIEWING, "classify-position-description")
                .elects("A-01")
                .until(VERIFICATION);
        scenario.opm.completes(selectee, VERIFICATION, answers("decision", "PAPER_MISSING"));
        scenario.hr
                .cannotComplete(selectee, "correct-selection", answers("sf52Number", " ", "sf52", UUID.randomUUID()))
                .atAll("sf52Number", "sf52", null)
                .because("Enter the SF-52 number", "Still missing: The position description is not classified.");
        scenario.hr.completes(hire, "classify-position-description", answers("pdNumber", "PD-7"));
        scenario.hr
                .cannotComplete(selectee, "correct-selection", answers("pdNumber", "PD-8", "sf52Number", null))
                .atAll("pdNumber", "sf52Number");
        scenario.hr.completes(selectee, "correct-selection", answers("pdNumber", "PD-7"));
        scenario.opm.completes(selectee, VERIFICATION);
    }

    @Test
    void a_selection_that_comes_to_opm_around_its_certificate_review_is_not_verified() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01").until("return-certificate-review");
        selectee.isMovedTo(VERIFICATION);
        scenario.opm
                .cannotComplete(selectee, VERIFICATION, answers())
                .by("step 6")
                .at("decision")
                .because("certificate review", "missing");
    }

    @Test
    void a_selection_that_comes_to_opm_around_everything_names_the_position_description_first() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01");
        selectee.isMovedTo(VERIFICATION);
        scenario.opm
                .cannotComplete(selectee, VERIFICATION, answers())
                .by("L5")
                .because("OPM was not told the number of the position description");
    }

    @Test
    void L8_between_election_and_verification_another_agency_commits_the_candidate() {
        var selectee = verification();
        var reviewing = otherAgencyReviews(selectee.hire());
        var others = scenario.asOtherAgency(() -> reviewing.elects("A-01").until(VERIFICATION));
        var task = scenario.opm.find(selectee, VERIFICATION).orElseThrow().getId();
        scenario.opm.completes(others, VERIFICATION);
        scenario.opm
                .cannotPost(selectee, "/api/tasks/" + task, answers("decision", "VERIFIED"))
                .by("L8")
                .withStatus(409)
                .because("no longer available");
    }

    @Test
    void L9_between_election_and_verification_the_candidate_withdraws_from_all_agencies() {
        var selectee = verification();
        var seen = scenario.opm.find(selectee, VERIFICATION).orElseThrow().getId();
        var others = otherAgencyReviews(selectee.hire());
        scenario.asOtherAgency(() -> {
            others.leavesThePool("A-01");
            return others;
        });
        scenario.opm
                .refused(selectee, () -> scenario.opm.submit(seen, scenario.json(answers("decision", "VERIFIED"))))
                .withStatus(404);
        selectee.endedAs(SelectionState.LOST);
    }

    private Selectee verification() {
        return scenario.opensCase().until(REVIEWING).elects("A-01").until(VERIFICATION);
    }

    private Hire otherAgencyReviews(Hire hire) {
        return scenario.asOtherAgency(
                () -> scenario.opensCase(scenario.otherManager, hire.pool()).until(REVIEWING));
    }

    @Test
    void a_file_of_another_type_or_size_is_refused_and_is_no_evidence() {
        var hire = scenario.opensCase();
        scenario.manager
                .cannotUpload(hire, DocumentPurpose.OF_8, "cover.pdf", "just words".getBytes(StandardCharsets.UTF_8))
                .at("file")
                .withStatus(400)
                .because("not what its name says", "PDF, Word (DOCX), PNG or JPEG");
        scenario.manager
                .cannotUpload(hire, DocumentPurpose.OF_8, "cover.pdf", new byte[25 * 1024 * 1024 + 1])
                .at("file")
                .because("larger than 25 MB");
        scenario.manager
                .cannotUpload(hire, DocumentPurpose.OF_8, "cover.pdf", new byte[0])
                .at("file")
                .because("empty");
        scenario.manager
                .cannotComplete(hire, "identify-position-description", answers("coverSheet", null))
                .at("coverSheet");
    }

    @Test
    void of_two_people_who_have_a_task_open_the_second_reads_that_it_is_done() {
        var hire = scenario.opensCase();
        var task = scenario.hr
                .find(hire, "identify-position-description")
                .orElseThrow()
                .getId();
        var filled = scenario.json(hire.usualAnswers("identify-position-description", scenario.hr));
        scenario.manager.completes(hire, "identify-position-description");
        scenario.hr
                .refused(hire, () -> scenario.hr.submit(task, filled))
                .withStatus(404)
                .because("done already");
        hire.waitsAt("express-interest");
    }

    @Test
    void another_agencys_case_and_an_unknown_one_read_the_same() {
        var hire = scenario.opensCase().until(REVIEWING);
        var unknown = "XGH-2026-999999";
        var theirs = scenario.otherManager
                .refused(hire, () -> scenario.otherManager.gets("/api/cases/" + hire.caseNumber()))
                .withStatus(404);
        var none = scenario.otherManager
                .refused(hire, () -> scenario.otherManager.gets("/api/cases/" + unknown))
                .withStatus(404);
        assertThat(theirs.sentence().replace(hire.caseNumber(), unknown)).isEqualTo(none.sentence());
        scenario.otherManager
                .cannotPost(
                        hire,
                        "/api/cases/" + hire.caseNumber() + "/elections",
                        answers("candidateId", hire.candidate("A-01"), "dutyLocation", HireScenario.DUTY_LOCATION))
                .withStatus(404);
    }

    private Hire formA() {
        var hire = scenario.opensCase().until(FORM_A, FORM_B);
        scenario.hr.cannotComplete(hire, FORM_A, answers()).by("L2").at("formBReceived");
        scenario.manager.completes(hire, FORM_B);
        return hire;
    }
}
