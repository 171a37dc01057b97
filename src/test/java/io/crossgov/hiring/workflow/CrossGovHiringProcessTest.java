package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.casefile.ClosingReason.ACCESS_DENIED;
import static io.crossgov.hiring.casefile.ClosingReason.CANCELLED;
import static io.crossgov.hiring.casefile.ClosingReason.CERTIFICATE_EXPIRED;
import static io.crossgov.hiring.casefile.ClosingReason.FILLED;
import static io.crossgov.hiring.casefile.ClosingReason.FILLED_FROM_RPL;
import static io.crossgov.hiring.casefile.ClosingReason.FROZEN;
import static io.crossgov.hiring.casefile.ClosingReason.NO_SUITABLE_CANDIDATE;
import static io.crossgov.hiring.casefile.ClosingReason.QUALIFICATIONS_NOT_MATCHED;
import static io.crossgov.hiring.law.Availability.AVAILABLE;
import static io.crossgov.hiring.law.Availability.COMMITTED;
import static io.crossgov.hiring.law.Availability.HIRED;
import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Fault;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.pool.QualificationStatement.Kind;
import io.crossgov.hiring.selection.SelectionState;
import io.crossgov.hiring.task.RoutingVariable;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A hiring case on every way it can take, from opening it to every end it can have. */
@OnBothDatabases
class CrossGovHiringProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.ofWhole("cross-gov-hiring");

    private static final String REVIEWING = "review-and-interview-candidates";

    /** The first day on which nothing can be elected any more from a pool of {@link HireScenario#crossGovernmentPool()}. */
    private static final LocalDate AFTER_LAST_DAY = LocalDate.of(2027, 1, 5);

    private HireScenario scenario;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    // --- the usual hire ---------------------------------------------------------------------------------------------

    @Test
    void a_position_is_filled_when_the_selectee_enters_on_duty() {
        var hire = scenario.opensCase().until(REVIEWING);
        assertThat(hire.file().accessApproved()).isTrue();
        hire.elects("A-01").untilTheEnd().endedAs(SelectionState.ONBOARDED);

        hire.isClosedBecause(FILLED)
                .hasPassed(
                        "open-case",
                        "identify-position-description",
                        "express-interest",
                        "coordinator-told",
                        "check-pool-match",
                        "verify-experience-and-competencies",
                        "complete-talent-pool-request",
                        "submit-talent-pool-request",
                        "opm-has-request",
                        "decide-pool-access",
                        "agency-told-decision",
                        "candidate-elected",
                        "select-candidate",
                        "count-vacancies",
                        "case-filled")
                .hasNotPassed(
                        "classify-position-description",
                        "clarify-freeze-exemption",
                        "resolve-rpl",
                        "notify-own-employees",
                        "no-suitable-candidate",
                        "reviewing-goes-on")
                .candidateIs("A-01", HIRED)
                .candidateIs("A-02", AVAILABLE)
                .hasTold("M1", scenario.coordinator)
                .hasToldOpm("M2", 1)
                .hasToldOpm("M3", 1)
                .hasTold("M4", scenario.coordinator, scenario.hr, scenario.manager)
                .hasTold("M6", scenario.hr)
                .hasToldNobody("M14")
                .hasToldNobody("M16");
    }

    @Test
    void several_vacancies_are_filled_beside_each_other_while_reviewing_goes_on() {
        var hire = scenario.withVacancies(2).opensCase().until(REVIEWING);
        var first = hire.elects("A-01");
        var second = hire.elects("A-02");
        hire.cannotElect("A-03").because("All 2 vacancies are taken").withStatus(409);
        hire.waitsAt(REVIEWING, "notify-opm-of-selection", "notify-opm-of-selection");

        first.untilTheEnd().endedAs(SelectionState.ONBOARDED);
        hire.isOpen()
                .hasPassed("reviewing-goes-on")
                .hasNotPassed("case-filled")
                .waitsAt(REVIEWING, "notify-opm-of-selection")
                .candidateIs("A-01", HIRED)
                .candidateIs("A-02", AVAILABLE);
        assertThat(hire.routed(RoutingVariable.VACANCIES_LEFT)).isEqualTo("YES");
        second.runs();

        second.untilTheEnd().endedAs(SelectionState.ONBOARDED);
        hire.isClosedBecause(FILLED).hasPassed("case-filled").candidateIs("A-02", HIRED);
    }

    @Test
    void who_opens_a_case_and_needs_a_portal_account_gets_it_asked_for_once() {
        var pool = scenario.crossGovernmentPool();
        var hire = scenario.manager.opensCase(
                scenario,
                pool,
                answers(
                        "announcement",
                        pool.announcement(),
                        "positionTitle",
                        "Customer Experience Strategist",
                        "requestPortalAccount",
                        true));
        assertThat(hire.recipientsOf("M15")).containsExactly("recruiter-help@usajobs.gov");
        hire.until("check-pool-match");
        assertThat(hire.recipientsOf("M15")).hasSize(1);
        scenario.opensCase().hasToldNobody("M15");
    }

    // --- step 1: the position description
    // -----------------------------------------------------------------------------

    @Test
    void L5_an_unclassified_position_description_blocks_neither_access_nor_interviews_but_verification() {
        var hire = scenario.opensCase();
        scenario.manager.completes(
                hire,
                "identify-position-description",
                answers(
                        "classification",
                        "REQUESTED",
                        "classificationRequestedOn",
                        scenario.today(),
                        "classifiedOn",
                        null,
                        "coverSheet",
                        null,
                        "pdNumber",
                        null,
                        "series",
                        "GS-301",
                        "grade",
                        "gs 13"));
        hire.waitsAt("express-interest", "classify-position-description");
        // However it was typed, forms and letters have it in the pool's writing.
        assertThat(scenario.hr.opens(hire, "express-interest").toString())
                .contains("GS-13")
                .doesNotContain("gs 13", "GS-301");
        hire.until(REVIEWING).hasToldNobody("M3");
        var selectee = hire.elects("A-01").until("verify-selection");
        scenario.opm
                .cannotComplete(selectee, "verify-selection", answers("decision", "VERIFIED"))
                .by("L5")
                .because("not classified");
        scenario.opm.completes(selectee, "verify-selection", answers("decision", "PAPER_MISSING"));
        // There is no number to ask for: only the classification is missing.
        scenario.hr
                .cannotComplete(selectee, "correct-selection", answers("pdNumber", null))
                .because("Still missing: The position description is not classified.");

        scenario.hr.completes(hire, "classify-position-description", answers("pdNumber", "PD-0301-13"));
        hire.hasPassed("opm-has-pd", "pd-on-file").hasToldOpm("M3", 1).waitsAt(REVIEWING, "correct-selection");
        scenario.hr
                .cannotComplete(selectee, "correct-selection", answers("pdNumber", null))
                .at("pdNumber")
                .because("Enter the number of the classified position description.");
        scenario.hr.completes(selectee, "correct-selection");
        scenario.opm.completes(selectee, "verify-selection");
        selectee.candidateIs(COMMITTED);
    }

    @Test
    void OPM_is_asked_for_its_samples_and_what_it_puts_into_the_case_stands_in_the_task() {
        var task = "identify-position-description";
        var hire = scenario.opensCase();
        scenario.manager.posts("/api/cases/" + hire.caseNumber() + "/sample-position-descriptions", answers());
        hire.hasToldOpm("M19", 1);
        assertThat(scenario.manager.opens(hire, task).get("samples")).isEmpty();
        scenario.opm.uploads(hire, DocumentPurpose.SAMPLE_PD);
        var samples = scenario.manager.opens(hire, task).get("samples");
        assertThat(samples).hasSize(1);
        assertThat(samples.get(0).get("name").asText()).isEqualTo("sample-pd.pdf");
        assertThat(samples.get(0).get("address").asText()).matches("/api/documents/[0-9a-f-]{36}");
        scenario.manager.completes(hire, task, answers("source", "OPM_SAMPLE"));
        assertThat(hire.decisions()).contains("ask-for-sample-position-descriptions", "store-document");
    }

    // --- step 2: interest
    // -----------------------------------------------------------------------------------------------

    @Test
    void a_vacancy_that_the_coordinator_sends_back_returns_to_hr_with_the_comment() {
        var hire = scenario.opensCase().until("check-pool-match");
        scenario.coordinator
                .cannotComplete(hire, "check-pool-match", answers("decision", "SENT_BACK"))
                .because("what HR has to change");
        scenario.coordinator.completes(
                hire, "check-pool-match", answers("decision", "SENT_BACK", "comment", "Two positions, not one."));
        hire.waitsAt("express-interest").hasNotPassed("request-forms");
        assertThat(scenario.hr.opens(hire, "express-interest").get("comment").asText())
                .isEqualTo("Two positions, not one.");

        hire.until("verify-experience-and-competencies", "complete-talent-pool-request");
        hire.hasPassed("request-forms");
        assertThat(hire.recipientsOf("M1")).hasSize(2);
    }

    // --- step 3: Form B
    // -------------------------------------------------------------------------------------------------

    @Test
    void L2_a_no_on_form_b_holds_the_request_until_a_new_version_says_yes() {
        var hire = scenario.opensCase().until("verify-experience-and-competencies");
        var competencies = hire.yes(Kind.TECHNICAL_COMPETENCY);
        competencies.get(0).put("neededUponEntry", "NO");
        scenario.expert
                .cannotComplete(hire, "verify-experience-and-competencies", answers("competencies", competencies))
                .by("L2")
                .because("Design", "every answer must be Yes");
        scenario.expert.completes(
                hire,
                "verify-experience-and-competencies",
                answers("decision", "CANNOT_CERTIFY", "competencies", competencies));
        hire.isOpen()
                .waitsAt("verify-experience-and-competencies", "complete-talent-pool-request")
                .hasNotPassed("qualifications-not-matched", "submit-talent-pool-request");

        scenario.manager.completes(hire, "verify-experience-and-competencies");
        hire.until("submit-talent-pool-request");
    }

    @Test
    void L2_a_form_b_that_can_never_be_certified_closes_the_case() {
        var hire = scenario.opensCase().until("verify-experience-and-competencies");
        var experience = hire.yes(Kind.SPECIALIZED_EXPERIENCE);
        experience.get(1).put("important", "NO");
        scenario.manager.completes(
                hire,
                "verify-experience-and-competencies",
                answers("decision", "CANNOT_CERTIFY_AND_CLOSE", "experience", experience));
        hire.isClosedBecause(QUALIFICATIONS_NOT_MATCHED)
                .hasPassed("opm-told-qualifications-not-matched", "qualifications-not-matched")
                .hasNotPassed("complete-talent-pool-request", "submit-talent-pool-request")
                .hasToldNobody("M2")
                .hasReported("case closed: the pool's qualifications do not fit the position");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "DRAFT-7")
    void L5_a_position_description_has_no_number_or_a_drafts_until_it_is_classified_and_nobody_is_asked_for_a_guess(
            String draft) {
        var hire = scenario.opensCase();
        scenario.manager.completes(
                hire,
                "identify-position-description",
                answers(
                        "pdNumber",
                        draft,
                        "classification",
                        "REQUESTED",
                        "classificationRequestedOn",
                        scenario.today(),
                        "classifiedOn",
                        null,
                        "coverSheet",
                        null,
                        "positionDescription",
                        null));
        hire.until(REVIEWING);
        var selectee = hire.elects("A-01").until("notify-opm-of-selection");
        if (draft != null) {
            scenario.hr
                    .cannotComplete(selectee, "notify-opm-of-selection", answers("pdNumber", "DRAFT-8"))
                    .at("pdNumber")
                    .because("has the number DRAFT-7, not DRAFT-8");
        }
        selectee.until("release-application-material");
        var called = draft == null ? "no number yet, it is not classified" : "DRAFT-7, not classified yet";
        assertThat(hire.lettersOf("M7"))
                .isNotEmpty()
                .allMatch(body -> body.contains("Position description: " + called));
        assertThat(scenario.opm
                        .opens(selectee, "release-application-material")
                        .get("pdNumber")
                        .asText())
                .isEqualTo(called);
        selectee.until("verify-selection");
        scenario.hr
                .cannotComplete(hire, "classify-position-description", answers("pdNumber", " "))
                .at("pdNumber");
        scenario.hr.completes(hire, "classify-position-description", answers("pdNumber", "PD-0301-77"));
        assertThat(hire.file().positionDescription().orElseThrow().number()).isEqualTo("PD-0301-77");
        assertThat(hire.lettersOf("M3")).anyMatch(body -> body.contains("PD-0301-77"));
        scenario.opm.completes(selectee, "verify-selection");
        selectee.candidateIs(COMMITTED);
    }

    @Test
    void L4_letters_call_an_equivalent_grade_the_position_s_and_not_the_pool_s() {
        var hire = scenario.opensCase();
        scenario.manager.completes(
                hire, "identify-position-description", answers("grade", "NH-03", "fullPerformanceLevel", "NH-03"));
        hire.until(REVIEWING);
        hire.contacts("A-01", null);

        assertThat(Stream.of("M1", "M2").flatMap(type -> hire.lettersOf(type).stream()))
                .hasSizeGreaterThan(1)
                .allSatisfy(letter -> assertThat(letter)
                        .containsPattern("Pool: [^\n]+, GS-0301-13 \\(")
                        .containsPattern("Position: [^\n]+, NH-0301-03\n"));
        assertThat(hire.lettersOf("M5")).singleElement().asString().contains("Series and grade: NH-0301-03");
    }

    @Test
    void L5_a_classification_after_form_A_is_not_told_as_if_its_signer_had_known_of_it() {
        var hire = scenario.opensCase();
        scenario.manager.completes(
                hire,
                "identify-position-description",
                answers(
                        "classification",
                        "REQUESTED",
                        "classificationRequestedOn",
                        scenario.today(),
                        "classifiedOn",
                        null,
                        "coverSheet",
                        null,
                        "positionDescription",
                        null));
        hire.until("submit-talent-pool-request");
        scenario.onDay(scenario.today().plusDays(3));
        scenario.hr.completes(hire, "classify-position-description", answers("pdNumber", "PD-0301-77"));
        scenario.coordinator.completes(hire, "submit-talent-pool-request");

        assertThat(hire.lettersOf("M2"))
                .singleElement()
                .asString()
                .contains("PD classified: Yes, on " + Dates.inWords(scenario.today()) + ", after this form was signed");
    }

    @Test
    void L5_a_number_told_before_any_was_on_record_gives_way_to_the_classified_one() {
        var hire = scenario.opensCase();
        scenario.manager.completes(
                hire,
                "identify-position-description",
                answers(
                        "pdNumber",
                        null,
                        "classification",
                        "REQUESTED",
                        "classificationRequestedOn",
                        scenario.today(),
                        "classifiedOn",
                        null,
                        "coverSheet",
                        null,
                        "positionDescription",
                        null));
        hire.until(REVIEWING);
        var selectee = hire.elects("A-01").until("notify-opm-of-selection");
        scenario.hr.completes(selectee, "notify-opm-of-selection", answers("pdNumber", "DRAFT-8"));
        assertThat(hire.lettersOf("M7"))
                .isNotEmpty()
                .allMatch(body -> body.contains("Position description: DRAFT-8, not classified yet"));
        scenario.hr.completes(hire, "classify-position-description", answers("pdNumber", "PD-0301-77"));
        selectee.until("verify-selection");
        scenario.opm.completes(selectee, "verify-selection");
        selectee.candidateIs(COMMITTED);
    }

    @Test
    void what_a_form_does_not_ask_is_refused_by_name_and_not_dropped() {
        var hire = scenario.opensCase();
        scenario.manager
                .cannotSubmit(
                        hire,
                        "identify-position-description",
                        Map.of(
                                "form",
                                SpinValues.jsonValue("{\"pdNumber\": \"PD-1\", \"pdNumbr\": \"PD-2\"}")
                                        .create()))
                .because(
                        "This form does not take the answer \"pdNumbr\".",
                        "Say where the position description comes from.");
    }

    // --- step 3: hiring freeze
    // ------------------------------------------------------------------------------------------

    @Test
    void L6_who_cannot_confirm_the_freeze_exemption_clarifies_it_and_confirms_after_all() {
        var hire = cannotConfirm();
        hire.waitsAt("clarify-freeze-exemption", "verify-experience-and-competencies")
                .hasNotPassed("resolve-rpl", "submit-talent-pool-request");
        scenario.hr.completes(hire, "clarify-freeze-exemption");
        hire.waitsAt("complete-talent-pool-request", "verify-experience-and-competencies");
        hire.until("submit-talent-pool-request");
        assertThat(hire.file().freezeConfirmation()).isPresent();
        assertThat(hire.decisions())
                .filteredOn("complete-talent-pool-request"::equals)
                .hasSize(2);
    }

    @Test
    void L6_a_frozen_position_closes_the_case_and_opm_gets_no_request_but_word_of_the_end() {
        var hire = cannotConfirm();
        scenario.hr.completes(hire, "clarify-freeze-exemption", answers("result", "FROZEN"));
        hire.isClosedBecause(FROZEN)
                .hasPassed("opm-told-position-frozen", "position-frozen")
                .hasToldNobody("M2")
                .hasReported("case closed: the position is under the hiring freeze");
    }

    private Hire cannotConfirm() {
        var hire = scenario.opensCase().until("complete-talent-pool-request");
        scenario.hr.completes(hire, "complete-talent-pool-request", answers("freezeAnswer", "CANNOT_CONFIRM"));
        return hire;
    }

    // --- step 3: Reemployment Priority List
    // -----------------------------------------------------------------------------

    @Test
    void L7_a_reemployment_priority_list_that_is_cleared_after_all_lets_the_request_go_on() {
        var hire = rplNotCleared();
        scenario.hr.completes(hire, "resolve-rpl");
        hire.waitsAt("submit-talent-pool-request").hasPassed("join-rpl-cleared");
    }

    @Test
    void L7_an_exception_from_the_reemployment_priority_list_needs_its_ground_and_lets_the_request_go_on() {
        var hire = rplNotCleared();
        scenario.hr
                .cannotComplete(hire, "resolve-rpl", answers("resolution", "EXCEPTION"))
                .by("L7")
                .at("exceptionGround")
                .because("5 CFR 330.211");
        scenario.hr.completes(
                hire,
                "resolve-rpl",
                answers(
                        "resolution", "EXCEPTION",
                        "exceptionGround", "ten-point-preference-eligible",
                        "note", "The certificate has one within reach."));
        hire.waitsAt("submit-talent-pool-request")
                .hasPassed("join-rpl-exception")
                .hasNotPassed("join-rpl-cleared");
        assertThat(hire.routed(RoutingVariable.RPL_STATUS)).isEqualTo("EXCEPTION");
    }

    @Test
    void L7_the_exception_for_a_10_point_preference_eligible_covers_that_appointment_only() {
        var hire = rplNotCleared();
        scenario.is(hire.pool(), "A-04", "preference", "XP");
        scenario.is(hire.pool(), "A-05", "preference", "TP");
        scenario.hr.completes(
                hire,
                "resolve-rpl",
                answers(
                        "resolution", "EXCEPTION",
                        "exceptionGround", "ten-point-preference-eligible",
                        "note", "The certificate has one within reach."));
        hire.until("review-and-interview-candidates");

        hire.cannotElect("A-01").by("L7").because("exception for the appointment of a 10-point preference eligible");
        hire.cannotElect("A-05").by("L7").because("It covers nobody else");
        var selectee = hire.elects("A-04").until("verify-selection");
        assertThat(scenario.opm
                        .opens(selectee, "verify-selection")
                        .get("findings")
                        .toString())
                .contains(": not cleared. An exception applies, recorded on ")
                .contains(": A 10-point preference eligible is appointed. (5 CFR 330.211(b)) HR\u2019s reason: ")
                .contains(" It covers the elected candidate.");
        // The preference was adjudicated anew.
        scenario.is(hire.pool(), "A-04", "preference", "TP");
        scenario.opm
                .cannotComplete(
                        selectee, "verify-selection", answers("decision", "VERIFIED", "comment", "All the same."))
                .by("L7")
                .because("exception");
    }

    /** 5 CFR 330.211(c), (d): of the right itself only the paper tells. */
    @Test
    void L7_OPM_reads_that_the_paper_has_to_show_whose_right_to_come_back_it_is() {
        var hire = rplNotCleared();
        scenario.is(hire.pool(), "A-04", "federal_agency", "DOI");
        scenario.hr.completes(
                hire,
                "resolve-rpl",
                answers(
                        "resolution",
                        "EXCEPTION",
                        "exceptionGround",
                        "restoration-rights",
                        "note",
                        "Back from the service.",
                        "document",
                        scenario.hr.uploads(hire, DocumentPurpose.RPL_EXCEPTION)));
        hire.until("review-and-interview-candidates");
        var selectee = hire.elects("A-04").until("verify-selection");

        assertThat(scenario.opm
                        .opens(selectee, "verify-selection")
                        .get("findings")
                        .toString())
                .contains("the paper has to show")
                .doesNotContain("It covers the elected candidate");
    }

    /** 5 CFR 330.210: nobody of the list is passed by because a clearance of months ago is still on file. */
    @Test
    void L7_a_clearance_older_than_the_agencys_days_is_confirmed_again_before_OPM_is_told_of_a_selection() {
        var hire = scenario.opensCase().until("review-and-interview-candidates");
        scenario.onDay(scenario.today().plusDays(31));
        var selectee = hire.elects("A-01").until("notify-opm-of-selection");
        scenario.hr
                .cannotComplete(selectee, "notify-opm-of-selection", answers())
                .by("L7")
                .at("rplStillCleared")
                .because("more than 30 days ago");
        scenario.hr
                .cannotComplete(selectee, "notify-opm-of-selection", answers("rplStillCleared", "NO"))
                .by("L7")
                .because("comes first");
        scenario.hr.completes(selectee, "notify-opm-of-selection", answers("rplStillCleared", "YES"));

        assertThat(hire.decisions()).contains("confirm-rpl");
        selectee.until("verify-selection");
        assertThat(scenario.opm
                        .opens(selectee, "verify-selection")
                        .get("findings")
                        .toString())
                .contains("Confirmed to be cleared still on ");
    }

    @Test
    void L7_HR_may_confirm_an_old_clearance_on_the_cases_page_too_and_is_not_asked_twice() {
        var hire = scenario.opensCase().until("review-and-interview-candidates");
        var address = "/api/cases/" + hire.caseNumber() + "/rpl-clearance";
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber())).doesNotContain("still cleared?");
        scenario.onDay(scenario.today().plusDays(31));
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber()))
                .contains("still cleared?", "more than 30 days ago");
        assertThat(scenario.manager.looksAt("/cases/" + hire.caseNumber())).doesNotContain("still cleared?");
        scenario.hr.posts(address, answers());

        scenario.hr
                .cannotPost(hire, address, answers())
                .by("L7")
                .withStatus(409)
                .because("Nothing is to be confirmed");
        hire.elects("A-01").until("verify-selection");
    }

    @Test
    void L7_a_position_filled_from_the_reemployment_priority_list_closes_the_case() {
        var hire = rplNotCleared();
        scenario.hr.completes(hire, "resolve-rpl", answers("resolution", "FILLED"));
        hire.isClosedBecause(FILLED_FROM_RPL)
                .hasPassed("opm-told-filled-from-rpl", "filled-from-rpl")
                .hasToldNobody("M2")
                .hasReported("case closed: the position was filled from the Reemployment Priority List");
    }

    @Test
    void L7_opm_learns_that_a_request_it_returned_does_not_come_back() {
        var hire = scenario.opensCase().until("decide-pool-access");
        scenario.opm.completes(
                hire,
                "decide-pool-access",
                answers("decision", "RETURNED", "mend", "BOTH", "comment", "Is the RPL cleared?"));
        scenario.manager.completes(hire, "verify-experience-and-competencies");
        scenario.hr.completes(hire, "complete-talent-pool-request", answers("rplCleared", "NO"));
        scenario.hr.completes(hire, "resolve-rpl", answers("resolution", "FILLED"));
        hire.isClosedBecause(FILLED_FROM_RPL)
                .hasToldOpm("M2", 1)
                .hasReported("case closed: the position was filled from the Reemployment Priority List");
    }

    private Hire rplNotCleared() {
        var hire = scenario.opensCase().until("complete-talent-pool-request", "verify-experience-and-competencies");
        scenario.manager.completes(hire, "verify-experience-and-competencies");
        scenario.hr.completes(hire, "complete-talent-pool-request", answers("rplCleared", "NO"));
        return hire.waitsAt("resolve-rpl")
                .hasNotPassed("submit-talent-pool-request")
                .hasToldNobody("M2");
    }

    // --- step 3: the pool's reserved days
    // ---------------------------------------------------------------------------------

    private static final String SUBMITTING = "submit-talent-pool-request";
    private static final String EXTENSION = "decide-priority-extension";

    @Test
    void L10_reserved_days_are_extended_by_opm_and_every_agency_that_waits_is_told_the_new_date() {
        var pool = scenario.withDaysReserved(scenario.manager, LocalDate.of(2026, 3, 11))
                .crossGovernmentPool();
        var waiting = scenario.asOtherAgency(
                () -> scenario.opensCase(scenario.otherManager, pool).until(SUBMITTING));
        scenario.otherCoordinator
                .cannotComplete(waiting, SUBMITTING, answers())
                .by("L10")
                .because("from Mar 12, 2026 on");
        var hire = scenario.opensCase(scenario.manager, pool);
        asksForDaysUntil(hire, LocalDate.of(2026, 3, 25));
        hire.waitsAt("identify-position-description", EXTENSION);

        scenario.opm.completes(hire, EXTENSION, answers("decision", "GRANTED"));

        hire.waitsAt("identify-position-description")
                .hasPassed(
                        "extension-asked",
                        EXTENSION,
                        "agency-told-of-extension",
                        "others-told-new-date",
                        "reserved-days-longer")
                .hasNotPassed("reserved-days-stay")
                .hasTold("M25", scenario.coordinator, scenario.hr)
                .hasToldNobody("M26");
        waiting.hasTold("M26", scenario.otherCoordinator, scenario.otherHr).hasToldNobody("M25");
        scenario.onDay(LocalDate.of(2026, 3, 12));
        scenario.otherCoordinator
                .cannotComplete(waiting, SUBMITTING, answers())
                .by("L10")
                .because("until Mar 25, 2026", "from Mar 26, 2026 on");
        scenario.onDay(LocalDate.of(2026, 3, 26));
        scenario.otherCoordinator.completes(waiting, SUBMITTING);
        waiting.waitsAt("decide-pool-access");
    }

    @Test
    void L10_an_extension_that_opm_refuses_leaves_the_last_reserved_day_and_may_be_asked_for_again() {
        var pool = scenario.withDaysReserved(scenario.manager, LocalDate.of(2026, 3, 11))
                .crossGovernmentPool();
        var waiting = scenario.opensCase(scenario.otherManager, pool);
        var hire = scenario.opensCase(scenario.manager, pool);
        asksForDaysUntil(hire, LocalDate.of(2026, 6, 1));
        scenario.coordinator
                .cannotPost(
                        hire,
                        "/api/cases/" + hire.caseNumber() + "/priority-extension",
                        answers("until", "2026-03-20", "reason", "Once more."))
                .by("L10")
                .withStatus(409);
        scenario.opm
                .cannotComplete(hire, EXTENSION, answers("decision", "REFUSED"))
                .at("reason");

        scenario.opm.completes(
                hire, EXTENSION, answers("decision", "REFUSED", "reason", "Others have waited long enough."));

        hire.hasPassed("agency-told-of-extension", "reserved-days-stay")
                .hasNotPassed("others-told-new-date", "reserved-days-longer")
                .hasTold("M25", scenario.coordinator, scenario.hr);
        waiting.hasToldNobody("M26");
        asksForDaysUntil(hire, LocalDate.of(2026, 3, 13));
        hire.waitsAt("identify-position-description", EXTENSION);
    }

    @Test
    void L10_an_extension_is_granted_while_the_reserved_days_run_and_not_after() {
        var pool = scenario.withDaysReserved(scenario.manager, LocalDate.of(2026, 3, 11))
                .crossGovernmentPool();
        var hire = scenario.opensCase(scenario.manager, pool);
        asksForDaysUntil(hire, LocalDate.of(2026, 3, 25));
        scenario.onDay(LocalDate.of(2026, 3, 12));

        scenario.opm
                .cannotComplete(hire, EXTENSION, answers("decision", "GRANTED"))
                .by("L10")
                .at("decision")
                .because("ended on Mar 11, 2026", "Refuse it with this as the reason.");
        scenario.opm.completes(
                hire, EXTENSION, answers("decision", "REFUSED", "reason", "The reserved days have ended."));
        hire.hasPassed("reserved-days-stay");
    }

    @Test
    void L10_a_case_that_is_cancelled_asks_for_no_reserved_days_any_more_and_another_case_may() {
        var pool = scenario.withDaysReserved(scenario.manager, LocalDate.of(2026, 3, 11))
                .crossGovernmentPool();
        var hire = scenario.opensCase(scenario.manager, pool);
        asksForDaysUntil(hire, LocalDate.of(2026, 3, 25));
        var other = scenario.opensCase(scenario.manager, pool, "Service Designer");
        hire.isCancelledBy(scenario.hr, CancellationReason.BUDGET, null);

        hire.isClosedBecause(CANCELLED).hasToldNobody("M25");
        asksForDaysUntil(other, LocalDate.of(2026, 3, 25));
        other.waitsAt("identify-position-description", EXTENSION);
    }

    private void asksForDaysUntil(Hire hire, LocalDate until) {
        scenario.coordinator.posts(
                "/api/cases/" + hire.caseNumber() + "/priority-extension",
                answers("until", until, "reason", "Interviews are planned in two rounds."));
    }

    // --- step 3: OPM's decision
    // -------------------------------------------------------------------------------------------

    @Test
    void a_returned_request_is_completed_again_and_then_approved() {
        var hire = scenario.opensCase().until("decide-pool-access");
        scenario.opm.completes(
                hire,
                "decide-pool-access",
                answers("decision", "RETURNED", "mend", "BOTH", "comment", "Name the team."));
        hire.waitsAt("verify-experience-and-competencies", "complete-talent-pool-request")
                .hasNotPassed("csa-notice", "access-denied")
                .hasTold("M4", scenario.hr);
        assertThat(hire.file().accessApproved()).isFalse();
        assertThat(scenario.hr
                        .opens(hire, "complete-talent-pool-request")
                        .get("accessComment")
                        .asText())
                .isEqualTo("Form A and Form B are to be signed again. Name the team.");

        hire.until(REVIEWING).hasToldOpm("M2", 2);
        assertThat(hire.file().accessApproved()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FORM_A|Form A is to be signed again.|complete-talent-pool-request",
                "FORM_B|Form B is to be certified again.|verify-experience-and-competencies",
                "BOTH|Form A and Form B are to be signed again.|complete-talent-pool-request",
                "NEITHER|Both forms stay signed; the coordinator puts right the rest.|submit-talent-pool-request"
            })
    void who_hears_that_a_request_was_returned_hears_what_is_to_be_mended_and_is_led_there(
            String mend, String sentence, String task) {
        var hire = scenario.opensCase().until("decide-pool-access");
        scenario.opm.completes(
                hire, "decide-pool-access", answers("decision", "RETURNED", "mend", mend, "comment", "Name the team."));

        assertThat(hire.lettersOf("M4")).hasSize(3).allSatisfy(letter -> assertThat(letter)
                .contains(sentence + " OPM's comment on what is missing stands in the case.", "&task=" + task));
    }

    @Test
    void no_signature_is_thrown_away_because_OPM_did_not_say_what_to_mend() {
        var hire = scenario.opensCase().until("decide-pool-access");
        scenario.opm
                .cannotComplete(
                        hire,
                        "decide-pool-access",
                        answers("decision", "RETURNED", "comment", "The phone number is missing."))
                .withStatus(400)
                .at("mend")
                .because("what has to be mended");
        scenario.opm
                .cannotComplete(hire, "decide-pool-access", answers("decision", "RETURNED", "mend", "FORM_A"))
                .at("comment")
                .because("what is missing");
        var nothing = scenario.opm.cannotComplete(
                hire, "decide-pool-access", answers("decision", "RETURNED", "mend", " ", "comment", " "));
        assertThat(nothing.faults()).extracting(Fault::field).containsExactly("mend", "comment");

        hire.waitsAt("decide-pool-access");
        assertThat(scenario.opm.opens(hire, "decide-pool-access").get("missing"))
                .isEmpty();
        scenario.opm
                .cannotComplete(hire, "decide-pool-access", answers("decision", "APPROVED", "mend", "BOTH"))
                .at("mend")
                .because("Leave this answer out.");
        scenario.opm.completes(hire, "decide-pool-access", answers("decision", "APPROVED"));
        hire.waitsAt(REVIEWING);
    }

    @Test
    void only_what_OPM_wants_mended_is_opened_again() {
        var hire = scenario.opensCase().until("decide-pool-access");
        scenario.opm.completes(
                hire,
                "decide-pool-access",
                answers("decision", "RETURNED", "mend", "FORM_A", "comment", "The phone number is missing."));
        hire.waitsAt("complete-talent-pool-request");
        scenario.hr.completes(hire, "complete-talent-pool-request");
        hire.waitsAt("submit-talent-pool-request");
        scenario.coordinator.completes(hire, "submit-talent-pool-request");

        scenario.opm.completes(
                hire,
                "decide-pool-access",
                answers("decision", "RETURNED", "mend", "FORM_B", "comment", "Statement 3 again."));
        hire.waitsAt("verify-experience-and-competencies");
        scenario.manager.completes(hire, "verify-experience-and-competencies");
        hire.waitsAt("submit-talent-pool-request");
        scenario.coordinator.completes(hire, "submit-talent-pool-request");

        scenario.opm.completes(
                hire,
                "decide-pool-access",
                answers("decision", "RETURNED", "mend", "NEITHER", "comment", "Is the training on record?"));
        hire.waitsAt("submit-talent-pool-request");
        hire.until(REVIEWING).hasToldOpm("M2", 4);
    }

    @Test
    void OPM_has_the_three_business_days_of_the_configuration_to_decide_and_reviewing_gets_twelve() {
        var hire = scenario.opensCase().until("decide-pool-access");
        assertThat(scenario.dueDay(hire, "decide-pool-access")).isEqualTo(LocalDate.of(2026, 3, 5));
        // Twelve business days from Wednesday, May 20: Memorial Day, May 25, does not count.
        scenario.onDay(LocalDate.of(2026, 5, 20));
        hire.until(REVIEWING);
        assertThat(scenario.dueDay(hire, REVIEWING)).isEqualTo(LocalDate.of(2026, 6, 8));
    }

    @Test
    void a_denied_request_closes_the_case_and_opens_no_candidate_to_the_agency() {
        var hire = scenario.opensCase().until("decide-pool-access");
        scenario.opm.completes(
                hire, "decide-pool-access", answers("decision", "DENIED", "comment", "Another pool fits."));
        hire.isClosedBecause(ACCESS_DENIED)
                .hasPassed("access-denied")
                .hasNotPassed(REVIEWING, "csa-notice")
                .hasToldNobody("M13")
                .hasTold("M4", scenario.coordinator, scenario.hr, scenario.manager);
        scenario.manager.refused(hire, () -> scenario.manager.gets("/api/cases/" + hire.caseNumber() + "/candidates"));
    }

    @Test
    void D1_a_shared_certificate_gives_own_employees_ten_business_days_beside_reviewing() {
        var hire = scenario.opensCase(scenario.manager, scenario.sharedCertificate())
                .until(REVIEWING, "notify-own-employees");
        hire.cannotElect("A-01").by("D1").because("own employees must be told");
        var began = LocalDate.of(2026, 3, 2);
        scenario.hr
                .cannotComplete(
                        hire,
                        "notify-own-employees",
                        answers("notifiedOn", began.minusDays(10), "applyUntil", began.minusDays(1)))
                .at("notifiedOn")
                .because("before Mar 2, 2026, when this request began");
        scenario.hr.completes(hire, "notify-own-employees");
        hire.waitsAt(REVIEWING).hasNotPassed("own-employees-informed");
        // Monday, March 2, and ten business days without a holiday among them: through Monday, March 16.
        assertThat(scenario.dayOfTimer(hire, "own-employees-may-apply")).isEqualTo(LocalDate.of(2026, 3, 17));
        scenario.onDay(LocalDate.of(2026, 3, 16));
        hire.cannotElect("A-01").by("D1").because("until Mar 16, 2026");
        scenario.onDay(LocalDate.of(2026, 3, 17));
        hire.timerFires("own-employees-may-apply").isOpen().hasNotPassed("own-employees-informed");
        hire.cannotElect("A-01").by("D1").because("4 Review Own Employees");
        var task = "review-own-employees";
        scenario.hr
                .cannotComplete(hire, task, answers("applied", 2, "qualified", 3, "result", "Compared."))
                .at("qualified")
                .because("at most 2");
        scenario.hr
                .cannotComplete(hire, task, answers("applied", 0, "reviewedOn", LocalDate.of(2026, 3, 15)))
                .at("reviewedOn")
                .because("before Mar 16, 2026, the last day on which they could apply");
        scenario.hr.completes(
                hire,
                task,
                answers("applied", 2, "qualified", 1, "result", "One meets the qualifications; papers in HR."));
        hire.isOpen().hasPassed("own-employees-informed");
        hire.elects("A-01").runs();
    }

    @Test
    void D1_own_employees_who_have_less_time_to_apply_are_reviewed_when_it_is_over() {
        var hire = scenario.opensCase(scenario.manager, scenario.sharedCertificate())
                .until(REVIEWING, "notify-own-employees");
        scenario.hr.completes(hire, "notify-own-employees", answers("applyUntil", LocalDate.of(2026, 3, 6)));
        assertThat(scenario.dayOfTimer(hire, "own-employees-may-apply")).isEqualTo(LocalDate.of(2026, 3, 7));
    }

    // --- step 4: how reviewing ends
    // ---------------------------------------------------------------------------------------

    @Test
    void a_case_without_a_suitable_candidate_is_closed_by_its_manager() {
        var hire = scenario.opensCase().until(REVIEWING);
        var why = "The need is gone: budget cut.";
        scenario.manager.completes(hire, REVIEWING, answers("reason", why));
        hire.isClosedBecause(NO_SUITABLE_CANDIDATE)
                .hasPassed("opm-told-no-suitable-candidate", "no-suitable-candidate")
                .hasNotPassed("candidate-elected", "case-filled")
                .hasReported("case closed: reviewing ended before every vacancy was filled");
        assertThat(hire.lettersOf("M13"))
                .filteredOn(letter -> letter.contains("case closed"))
                .allSatisfy(letter -> assertThat(letter).contains("In the agency's words: " + why));
        assertThat(scenario.hr
                        .gets("/api/cases/" + hire.caseNumber())
                        .at("/closing/note")
                        .asText())
                .isEqualTo(why);
    }

    @Test
    void reviewing_goes_on_when_a_selection_ends_without_entry_on_duty() {
        var hire = scenario.opensCase().until(REVIEWING);
        var selectee = hire.elects("A-01", "A-02").until("record-offer-answer");
        hire.cannotElect("A-02").because("The vacancy is taken");
        scenario.manager
                .cannotComplete(hire, REVIEWING, answers("reason", "Enough."))
                .because("A selection of this case still runs");
        scenario.hr.completes(
                selectee, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Moves away."));
        scenario.hr.completes(selectee, "determine-withdrawal-scope");

        hire.isOpen().waitsAt(REVIEWING).hasPassed("reviewing-goes-on");
        hire.elects("A-02").untilTheEnd();
        hire.isClosedBecause(FILLED);
    }

    // --- L18: the certificate ends
    // ----------------------------------------------------------------------------------------

    @Test
    void L18_everybody_on_the_case_is_reminded_thirty_fourteen_and_three_days_before_the_certificate_ends() {
        var hire = scenario.opensCase().until(REVIEWING);
        scenario.onDay(LocalDate.of(2026, 12, 5));
        hire.timerFires("thirty-days-left");
        scenario.onDay(LocalDate.of(2026, 12, 21));
        hire.timerFires("fourteen-days-left");
        scenario.onDay(LocalDate.of(2027, 1, 1));
        hire.timerFires("three-days-left");
        hire.isOpen()
                .waitsAt(REVIEWING)
                .hasPassed("reminded-thirty", "reminded-fourteen", "reminded-three", "reminders-sent");
        assertThat(hire.recipientsOf("M17"))
                .filteredOn(scenario.manager.actor().email()::equals)
                .hasSize(3);
        hire.hasTold("M17", scenario.manager, scenario.hr, scenario.coordinator).hasToldOpm("M17", 3);
    }

    @Test
    void L18_a_case_opened_late_is_reminded_once_of_the_days_that_have_passed_already() {
        var pool = scenario.poolOpenUntil(HireScenario.FIRST_DAY.plusDays(10));
        var hire = scenario.opensCase(scenario.manager, pool);
        hire.timerFires("thirty-days-left").timerFires("fourteen-days-left");
        assertThat(hire.recipientsOf("M17"))
                .containsOnlyOnce(scenario.manager.actor().email());
    }

    @Test
    void D1_a_pool_that_opm_keeps_open_longer_keeps_its_running_cases_open_with_it() {
        var pool = scenario.poolOpenUntil(LocalDate.of(2026, 6, 30));
        var hire = scenario.opensCase(scenario.manager, pool).until(REVIEWING);
        assertThat(scenario.dayOfTimer(hire, "reviewing-stops")).isEqualTo(LocalDate.of(2026, 7, 1));
        scenario.opm.posts(
                "/api/pools/" + pool.announcement() + "/extension",
                answers("lastDay", LocalDate.of(2026, 9, 30), "reason", "Agencies still interview."));
        assertThat(scenario.dayOfTimer(hire, "reviewing-stops")).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(scenario.dayOfTimer(hire, "certificate-expires-before-review"))
                .isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(scenario.dayOfTimer(hire, "thirty-days-left")).isEqualTo(LocalDate.of(2026, 8, 31));
        scenario.onDay(LocalDate.of(2026, 7, 1));
        hire.elects("A-01").runs();
    }

    @Test
    void L18_a_case_without_access_is_closed_when_the_certificate_ends() {
        var hire = scenario.opensCase().until("decide-pool-access");
        scenario.onDay(AFTER_LAST_DAY);
        hire.timerFires("certificate-expires-before-review");
        hire.isClosedBecause(CERTIFICATE_EXPIRED)
                .hasPassed("stop-requesting", "case-expired", "opm-told-case-expired", "closed-by-expiry")
                .hasNotPassed("selections-may-finish", "decide-pool-access")
                .hasReported("case closed: the certificate expired");
    }

    @Test
    void L18_reviewing_without_a_selection_ends_with_the_certificate() {
        var hire = scenario.opensCase().until(REVIEWING);
        scenario.onDay(AFTER_LAST_DAY);
        hire.cannotElect("A-01").by("L18");
        hire.timerFires("reviewing-stops");
        hire.isClosedBecause(CERTIFICATE_EXPIRED)
                .hasPassed("count-running-selections", "opm-told-review-expired", "expired-while-reviewing")
                .hasNotPassed("selections-finish")
                .hasReported("case closed: the certificate expired");
    }

    @Test
    void L18_an_election_that_opm_was_not_told_of_in_time_ends_with_the_certificate() {
        var hire = scenario.opensCase().until(REVIEWING);
        var selectee = hire.elects("A-01");
        scenario.onDay(AFTER_LAST_DAY);
        scenario.hr
                .cannotComplete(selectee, "notify-opm-of-selection", answers())
                .by("L18");
        hire.timerFires("certificate-expires-before-review");
        hire.isClosedBecause(CERTIFICATE_EXPIRED);
        selectee.endedAs(SelectionState.LOST).candidateIs(AVAILABLE);
    }

    @Test
    void L18_a_selection_opm_was_told_of_in_time_is_still_verified_and_offered_after_the_certificate_ended() {
        var hire = scenario.opensCase().until(REVIEWING);
        var selectee = hire.elects("A-01").until("name-certificate-recipients");
        scenario.onDay(AFTER_LAST_DAY);
        hire.timerFires("reviewing-stops").timerFires("certificate-expires-before-review");
        hire.isOpen()
                .waitsAt("name-certificate-recipients")
                .hasPassed("selections-finish", "selections-may-finish")
                .hasNotPassed("expired-while-reviewing", "case-expired")
                .hasTold("M17", scenario.manager, scenario.hr, scenario.coordinator)
                .hasToldOpm("M17", 1);
        assertThat(hire.lettersOf("M17")).allSatisfy(letter -> assertThat(letter)
                .contains("and has closed", "The case closes with the last of them."));
        selectee.untilTheEnd().endedAs(SelectionState.ONBOARDED);
        hire.isClosedBecause(FILLED).candidateIs("A-01", HIRED);
    }

    @Test
    void L18_the_case_closes_when_the_last_selection_made_in_time_falls_through_after_the_certificate_ended() {
        var hire = scenario.withVacancies(2).opensCase().until(REVIEWING);
        var first = hire.elects("A-01").until("name-certificate-recipients");
        var second = hire.elects("A-02").until("name-certificate-recipients");
        scenario.onDay(AFTER_LAST_DAY);
        hire.timerFires("certificate-expires-before-review").timerFires("reviewing-stops");
        decline(first);
        hire.isOpen().hasNotPassed("window-closed");
        second.runs();
        decline(second);
        hire.isClosedBecause(CERTIFICATE_EXPIRED)
                .hasPassed("opm-told-window-closed", "window-closed")
                .hasReported(
                        "tentative offer declined on " + Dates.inWords(AFTER_LAST_DAY),
                        "tentative offer declined on " + Dates.inWords(AFTER_LAST_DAY),
                        "case closed: the certificate expired")
                .candidateIs("A-01", AVAILABLE)
                .candidateIs("A-02", AVAILABLE);
    }

    private void decline(Selectee selectee) {
        selectee.until("record-offer-answer");
        scenario.hr.completes(
                selectee, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Stays where she is."));
        scenario.hr.completes(selectee, "determine-withdrawal-scope");
        selectee.endedAs(SelectionState.DECLINED);
    }

    // --- the agency closes the case
    // ---------------------------------------------------------------------------------------

    @Test
    void a_cancelled_case_ends_its_selections_and_frees_their_candidates() {
        var hire = scenario.withVacancies(2).opensCase().until(REVIEWING);
        var verified = hire.elects("A-01").until("extend-tentative-offer").candidateIs(COMMITTED);
        var elected = hire.elects("A-02");
        hire.isCancelledBy(scenario.hr, CancellationReason.BUDGET, null);
        hire.isClosedBecause(CANCELLED)
                .hasPassed("cancellation-received", "opm-told-case-closed", "cancelled")
                .hasReported("case closed: the agency closed the case (the budget no longer allows the hire)");
        verified.endedAs(SelectionState.LOST).candidateIs(AVAILABLE);
        elected.endedAs(SelectionState.LOST).candidateIs(AVAILABLE);
    }

    @Test
    void a_case_can_be_cancelled_before_anything_was_asked_of_opm() {
        var hire = scenario.opensCase();
        hire.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, null);
        hire.isClosedBecause(CANCELLED).hasNotPassed("identify-position-description");
    }

    @Test
    void L15_OPM_is_asked_to_pass_over_somebody_while_reviewing_goes_on() {
        var pool = scenario.crossGovernmentPool();
        scenario.is(pool, "A-04", "preference", "TP");
        var hire = scenario.opensCase(scenario.manager, pool).until(REVIEWING);
        var request = hire.asksToPassOver("A-04");
        hire.waitsAt(REVIEWING, "file-pass-over");
        scenario.manager.completes(request, "file-pass-over");
        scenario.opm.completes(request, "decide-pass-over");

        hire.isOpen().waitsAt(REVIEWING).hasPassed("pass-over-candidate", "pass-over-settled");
    }
}
