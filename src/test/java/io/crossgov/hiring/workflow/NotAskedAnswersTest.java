package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.common.Fault;
import io.crossgov.hiring.pool.QualificationStatement.Kind;
import java.util.ArrayList;
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
 * Answers that are known, and do not go with the other answers or with the case: refused by name, never left aside in silence. What every
 * form hides is tried in {@link EmptyFormsTest}; here are rows, circumstances that no usual hire is in, and the workbench.
 */
@OnBothDatabases
class NotAskedAnswersTest {

    private static final String FORM_A = EveryTask.FORM_A;
    private static final String FORM_B = EveryTask.FORM_B;
    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String REVIEW = "return-certificate-review";

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
    void L6_evidence_that_the_ground_of_the_exemption_does_not_need_is_not_taken_unseen() {
        var hire = formA(scenario.opensCase());
        scenario.hr
                .cannotComplete(
                        hire, FORM_A, answers("freezeApprovalNumber", "SHC-12", "freezeDocument", UUID.randomUUID()))
                .atAll("freezeDocument", "freezeApprovalNumber")
                .because("This ground does not need it.");
        scenario.hr
                .cannotComplete(
                        hire,
                        FORM_A,
                        answers("freezeGround", null, "freezeAnswer", "CANNOT_CONFIRM", "freezeApprovalNumber", "17"))
                .at("freezeApprovalNumber")
                .because("No ground is chosen");
    }

    private Hire formA(Hire hire) {
        hire.until(FORM_A, FORM_B);
        scenario.manager.completes(hire, FORM_B);
        return hire;
    }

    @Test
    void L6_without_a_freeze_nothing_is_said_about_an_exemption() {
        var hire = formA(scenario.opensCase());
        jdbc.update(
                "update hiring_case set request_started_on = date '2025-01-17' where number = ?", hire.caseNumber());
        scenario.hr
                .cannotComplete(
                        hire,
                        FORM_A,
                        answers(
                                "freezeGround",
                                "order-immigration-security-safety",
                                "freezeAnswer",
                                "CONFIRM",
                                "freezeApprovalDate",
                                scenario.today()))
                .atAll("freezeGround", "freezeApprovalDate", "freezeAnswer")
                .because("No hiring freeze was in effect");
        scenario.hr.completes(hire, FORM_A);
    }

    @Test
    void L6_once_the_exemption_is_confirmed_nothing_is_added_to_it() {
        var hire = scenario.opensCase().until("decide-pool-access");
        scenario.opm.completes(
                hire,
                "decide-pool-access",
                answers("decision", "RETURNED", "mend", "FORM_A", "comment", "The phone number."));
        scenario.hr
                .cannotComplete(hire, FORM_A, answers("freezeApprovalNumber", "SHC-12"))
                .at("freezeApprovalNumber")
                .because("is confirmed already");
        scenario.hr.completes(hire, FORM_A);
    }

    @Test
    void under_direct_hire_nobody_attests_a_rating_policy() {
        var pool = scenario.crossGovernmentPool();
        jdbc.update(
                "update talent_pool set hiring_authority = 'DIRECT_HIRE' where announcement = ?",
                pool.announcement().value());
        var hire = formA(scenario.opensCase(scenario.manager, pool));
        scenario.hr
                .cannotComplete(hire, FORM_A, answers("ratingPolicyInPlace", true))
                .at("ratingPolicyInPlace")
                .because("direct-hire authority");
        scenario.hr.completes(hire, FORM_A);
    }

    @Test
    void L2_answers_to_statements_that_the_pool_does_not_have_and_second_answers_are_told() {
        var hire = scenario.opensCase().until(FORM_B);
        var experience = List.copyOf(hire.yes(Kind.SPECIALIZED_EXPERIENCE));
        var more = new ArrayList<>(experience);
        more.add(answers("number", 99, "important", "NO", "neededUponEntry", "NO"));
        more.add(answers("number", experience.get(0).get("number"), "important", "NO", "neededUponEntry", "NO"));
        scenario.expert
                .cannotComplete(hire, FORM_B, answers("experience", more))
                .atAll("experience[2].number", "experience[3].number")
                .because("no statement number 99", "answered twice");
        scenario.expert.completes(hire, FORM_B);
    }

    @Test
    void a_certificate_review_has_one_decision_on_each_candidate_of_the_list_and_none_on_others() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01").until(REVIEW);
        var rows = (ArrayNode) selectee.usualAnswers(REVIEW, scenario.manager).get("rows");
        var more = rows.deepCopy();
        more.add(rows.get(1).deepCopy());
        more.add(((ObjectNode) rows.get(1).deepCopy())
                .put("candidateId", UUID.randomUUID().toString()));
        scenario.manager
                .cannotSubmit(selectee, REVIEW, Colleague.form(decisions(more)))
                .atAll("rows[6].outcome", "rows[7].outcome")
                .because("is there twice", "is not on your list now");
        ((ObjectNode) rows.get(1)).put("outcome", "WITHDRAWN").put("alternateRank", 3);
        assertThat(scenario.manager
                        .cannotSubmit(selectee, REVIEW, Colleague.form(decisions(rows)))
                        .faults())
                .as("the decision and its place are wrong, and both are told")
                .extracting(Fault::field)
                .containsExactly("rows[1].outcome", "rows[1].alternateRank");
        selectee.until("verify-selection");
    }

    private ObjectNode decisions(ArrayNode rows) {
        var answers = scenario.json(Map.of());
        answers.putArray("rows").addAll(rows);
        answers.get("rows").forEach(row -> ((ObjectNode) row).retain("candidateId", "outcome", "alternateRank"));
        return answers;
    }

    @Test
    void words_for_a_mail_that_is_not_sent_and_the_zone_of_no_time_are_told_with_everything_else() {
        var hire = scenario.opensCase().until(REVIEWING);
        var path = hire.candidatePath("A-02");
        scenario.manager
                .cannotPost(hire, path + "/contact", answers("sendDetails", false, "message", "Welcome."))
                .atAll("version", "message")
                .because("Leave this answer out. Without the position's details no mail goes out");
        scenario.manager
                .cannotPost(
                        hire,
                        path + "/interview",
                        answers("version", 0, "on", scenario.today(), "zone", "Pacific/Guam", "interviewers", "Pat"))
                .atAll("zone");
        var several = List.of(answers("id", hire.candidate("A-02"), "version", 0));
        scenario.manager
                .cannotPost(
                        hire,
                        "/api/cases/" + hire.caseNumber() + "/candidates/contact",
                        answers("candidates", several, "message", "Welcome."))
                .atAll("message");
        scenario.manager
                .cannotPost(
                        hire,
                        "/api/cases/" + hire.caseNumber() + "/candidates/interview",
                        answers("candidates", several, "on", scenario.today(), "zone", "Pacific/Guam"))
                .atAll("zone", "interviewers");
        scenario.manager.posts(path + "/contact", answers("version", 0, "sendDetails", true, "message", "Welcome."));
    }
}
