package io.crossgov.hiring.offer;

import static io.crossgov.hiring.offer.VerifiedSelections.EXPERT;
import static io.crossgov.hiring.offer.VerifiedSelections.HR;
import static io.crossgov.hiring.offer.VerifiedSelections.MANAGER;
import static io.crossgov.hiring.offer.VerifiedSelections.OPM;
import static io.crossgov.hiring.offer.VerifiedSelections.OTHER_HR;
import static io.crossgov.hiring.task.Submission.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.audit.RecordedDecision;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.casefile.MessageLeft;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.selection.Selection;
import io.crossgov.hiring.selection.SelectionState;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.selection.WithdrawalScope;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Step 8 with its forms, the selections, the candidates' availability and the audit together. */
@OnBothDatabases
class OfferTasksTest {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Offers offers;

    @Autowired
    private Selections selections;

    @Autowired
    private Candidates candidates;

    @Autowired
    private CandidateAvailability availability;

    @Autowired
    private Cases cases;

    @Autowired
    private Documents documents;

    @Autowired
    private DecisionLog audit;

    @Autowired
    private OfficeClock office;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private MockMvc http;

    @Autowired
    private ExtendTentativeOffer extendTentativeOffer;

    @Autowired
    private RecordOfferAnswer recordOfferAnswer;

    @Autowired
    private DetermineWithdrawalScope determineWithdrawalScope;

    @Autowired
    private RequestSf75 requestSf75;

    @Autowired
    private SetPay setPay;

    @Autowired
    private BuildNewHireRecord buildNewHireRecord;

    @Autowired
    private ExtendFinalOffer extendFinalOffer;

    @Autowired
    private RecordFinalAnswer recordFinalAnswer;

    @Autowired
    private ConfirmEntryOnDuty confirmEntryOnDuty;

    private VerifiedSelections given;

    @AfterEach
    void it_is_today_again() {
        ClockUtil.reset();
    }

    @BeforeEach
    void cases_have_verified_selections(@Autowired AutowireCapableBeanFactory beans) {
        given = new VerifiedSelections();
        beans.autowireBean(given);
    }

    @Test
    void a_federal_employee_is_hired_from_the_tentative_offer_to_entry_on_duty() {
        var task = given.verified("General Services Administration");

        var offered = opened(extendTentativeOffer, task);
        assertThat(offered.at("/selectee/candidateName").asText()).isEqualTo("Casey Candidate");
        assertThat(offered.at("/selectee/grade").asText()).isEqualTo("GS-13");
        var due = LocalDate.parse(offered.get("dueOn").asText());
        assertThat(due).isEqualTo(today().plusDays(VerifiedSelections.DAYS_TO_ANSWER));
        submit(extendTentativeOffer, task, new ExtendTentativeOffer.Answers(due, "Welcome."));

        var answered = opened(recordOfferAnswer, task);
        assertThat(answered.get("federalEmployee").asText()).isEqualTo("YES");
        assertThat(answered.get("federalAgency").asText()).isEqualTo("General Services Administration");
        var routing = submit(recordOfferAnswer, task, accepted(YesNo.YES, "General Services Administration"));
        assertThat(routing)
                .isEqualTo(Routing.of(RoutingVariable.OFFER_ANSWER, OfferAnswer.ACCEPTED)
                        .and(Routing.of(RoutingVariable.FEDERAL_EMPLOYEE, true)));

        assertThat(opened(requestSf75, task).get("requestedFrom").asText())
                .isEqualTo("General Services Administration");
        submit(requestSf75, task, new RequestSf75.Answers("GSA", today(), today(), YesNo.YES));
        assertThat(opened(setPay, task).get("grade").asText()).isEqualTo("13");
        submit(setPay, task, pay("gs", "13", 3));
        opened(buildNewHireRecord, task);
        submit(buildNewHireRecord, task, new BuildNewHireRecord.Answers("NH-77", today()));

        var last = opened(extendFinalOffer, task);
        assertThat(last.get("pay").asText()).startsWith("GS-13, step 3, $110,000.00 a year from ");
        assertThat(last.get("newHireRecord").asText()).isEqualTo("NH-77");
        // Pay from today on proposes no start before the answer is due.
        assertThat(last.get("startOn").isNull()).isTrue();
        submit(
                extendFinalOffer,
                task,
                new ExtendFinalOffer.Answers(
                        today().plusDays(VerifiedSelections.DAYS_TO_ANSWER), today().plusDays(30), null));
        opened(recordFinalAnswer, task);
        assertThat(submit(recordFinalAnswer, task, finalAnswer(OfferAnswer.ACCEPTED)))
                .isEqualTo(Routing.of(RoutingVariable.FINAL_ANSWER, OfferAnswer.ACCEPTED));
        assertThat(opened(confirmEntryOnDuty, task).get("enteredOn").asText()).isEqualTo(today().toString());
        assertThat(submit(
                        confirmEntryOnDuty,
                        task,
                        new ConfirmEntryOnDuty.Answers(YesNo.YES, today(), "Agreed on.", null)))
                .isEqualTo(Routing.of(RoutingVariable.ENTERED_ON_DUTY, true));

        assertThat(offer(task).outcome()).isEqualTo(OfferOutcome.ENTERED_ON_DUTY);
        assertThat(stateOf(task)).isEqualTo(SelectionState.ONBOARDED);
        assertThat(availabilityIn(task)).isEqualTo(Availability.HIRED);
        var time = offers.timeToHire(task.selectionId());
        assertThat(time.daysToTentativeAcceptance()).isEqualTo(VerifiedSelections.DAYS_SINCE_NEED);
        assertThat(time.daysToEntryOnDuty()).isEqualTo(VerifiedSelections.DAYS_SINCE_NEED);
        assertThat(time.daysOfCertificateReview()).isEqualTo(VerifiedSelections.DAYS_SINCE_RELEASE);
        assertThat(time.certificateReviewInGoal()).isTrue();
    }

    @Test
    void L20_every_decision_of_step_8_is_recorded_without_the_candidate_s_name() {
        var task = untilTheFinalOfferIsAccepted();
        submit(confirmEntryOnDuty, task, new ConfirmEntryOnDuty.Answers(YesNo.YES, today(), null, null));

        var recorded = audit.of(task.caseNumber().value());

        assertThat(recorded)
                .extracting(RecordedDecision::kind)
                .containsExactly(
                        "extend-tentative-offer",
                        "record-offer-answer",
                        "set-pay",
                        "build-new-hire-record",
                        "extend-final-offer",
                        "record-final-answer",
                        "confirm-entry-on-duty");
        assertThat(recorded).extracting(RecordedDecision::userId).containsOnly(HR.userId());
        assertThat(recorded.get(0).before()).isNull();
        assertThat(recorded.get(1).before()).contains("TENTATIVE_OFFERED");
        assertThat(recorded.get(1).after()).contains("TENTATIVE_ACCEPTED");
        assertThat(recorded)
                .noneMatch(decision -> (decision.sentence() + decision.before() + decision.after()).contains("Casey"));
    }

    @Test
    void an_offer_before_OPM_has_verified_the_selection_is_refused() {
        var number = given.hiringCase(HR);
        var selection = given.returned(number, given.candidate(null));
        var task = new TaskContext(number, selection, HR);

        refused(
                extendTentativeOffer,
                task,
                new ExtendTentativeOffer.Answers(today().plusDays(VerifiedSelections.DAYS_TO_ANSWER), null),
                Refusal.Kind.CONFLICT,
                "An offer follows OPM's verification, once. This selection stands at: Certificate review returned.");
        assertThat(offers.of(selection)).isEmpty();
    }

    @Test
    void a_second_tentative_offer_is_refused() {
        var task = offered();

        refused(
                extendTentativeOffer,
                task,
                new ExtendTentativeOffer.Answers(today().plusDays(VerifiedSelections.DAYS_TO_ANSWER), null),
                Refusal.Kind.CONFLICT,
                "An offer follows OPM's verification, once. This selection stands at: Tentative offer made.");
    }

    @Test
    void the_answer_is_due_at_the_end_of_the_due_date_in_Washington_also_after_a_question() {
        var task = offered();
        assertThat(offers.answerDueAt(task.selectionId())).isEmpty();
        letterLeaves(task);
        assertThat(dueAt(task)).isEqualTo(today().plusDays(VerifiedSelections.DAYS_TO_ANSWER));

        var routing = submit(
                recordOfferAnswer,
                task,
                new RecordOfferAnswer.Answers(
                        OfferAnswer.MORE_INFORMATION,
                        today(),
                        null,
                        "Is telework possible?",
                        today().plusDays(9),
                        null,
                        null));

        assertThat(routing).isEqualTo(Routing.of(RoutingVariable.OFFER_ANSWER, OfferAnswer.MORE_INFORMATION));
        assertThat(dueAt(task)).isEqualTo(today().plusDays(9));
        assertThat(opened(recordOfferAnswer, task).get("askedBefore").asText()).isEqualTo("Is telework possible?");
        assertThat(stateOf(task)).isEqualTo(SelectionState.TENTATIVE_OFFERED);
    }

    @Test
    void an_acceptance_must_say_whether_the_candidate_is_a_federal_employee() {
        var task = offered();

        var refusal = refused(
                recordOfferAnswer,
                task,
                accepted(null, null),
                Refusal.Kind.INVALID,
                "Say whether the candidate is a current or former federal employee.");
        assertThat(refusal.field()).contains("federalEmployee");
    }

    @Test
    void L4_pay_is_set_at_the_grade_of_the_case_and_needs_a_step_in_the_General_Schedule() {
        var task = offered();
        submit(recordOfferAnswer, task, accepted(YesNo.NO, null));

        var refusal = refused(
                setPay,
                task,
                pay("GS", "12", 1),
                Refusal.Kind.INVALID,
                "The pay is set at GS-12, but the position of this case is GS-13.");
        assertThat(refusal.rule()).contains("L4");
        refused(setPay, task, pay("GS", "13", null), Refusal.Kind.INVALID, "Give the step, a number from 1 to 10.");
    }

    @Test
    void L9_who_declines_this_agency_is_available_to_the_others_again_and_is_freed_once() {
        var task = declined();
        var candidate = selectionOf(task).candidateId();

        assertThat(submit(determineWithdrawalScope, task, scope(WithdrawalScope.THIS_AGENCY)))
                .isEqualTo(Routing.of(RoutingVariable.WITHDRAWAL_SCOPE, WithdrawalScope.THIS_AGENCY));

        assertThat(stateOf(task)).isEqualTo(SelectionState.DECLINED);
        assertThat(availabilityIn(task)).isEqualTo(Availability.AVAILABLE);

        var other = given.hiringCase(OTHER_HR);
        var theirs = given.verified(other, candidate);
        for (var again : WithdrawalScope.values()) {
            refused(determineWithdrawalScope, task, scope(again), Refusal.Kind.CONFLICT, null);
        }
        assertThat(holderOf(candidate)).isEqualTo(theirs);
    }

    @Test
    void L9_who_asks_on_paper_to_withdraw_from_all_agencies_is_lost_to_this_one_and_to_no_other_before_OPM_confirms() {
        var task = declined();
        var candidate = selectionOf(task).candidateId();
        var other = given.hiringCase(OTHER_HR);
        var theirs = given.returned(other, candidate);

        var refusal = refused(
                determineWithdrawalScope, task, scope(WithdrawalScope.ALL_AGENCIES), Refusal.Kind.INVALID, null);
        assertThat(refusal.rule()).contains("L9");
        assertThat(refusal.sentence()).startsWith("Attach what the candidate wrote.");

        submit(
                determineWithdrawalScope,
                task,
                new DetermineWithdrawalScope.Answers(
                        WithdrawalScope.ALL_AGENCIES,
                        List.of(letterIn(selectionOf(task).caseNumber())),
                        null));

        assertThat(stateOf(task)).isEqualTo(SelectionState.DECLINED);
        assertThat(availabilityIn(task)).isEqualTo(Availability.AVAILABLE);
        assertThat(selections.byId(theirs).state()).isEqualTo(SelectionState.REVIEW_RETURNED);
        assertThat(offer(task).outcome()).isEqualTo(OfferOutcome.TENTATIVE_DECLINED);
        assertThat(offer(task).withdrawal().scope()).isEqualTo(WithdrawalScope.ALL_AGENCIES);
    }

    @Test
    void L9_without_a_scope_the_candidate_stays_held() {
        var task = declined();

        var refusal = refused(determineWithdrawalScope, task, scope(null), Refusal.Kind.INVALID, null);

        assertThat(refusal.rule()).contains("L9");
        assertThat(availabilityIn(task)).isEqualTo(Availability.COMMITTED);
        assertThat(stateOf(task)).isEqualTo(SelectionState.TENTATIVE_OFFERED);
    }

    @Test
    void L9_the_candidate_s_own_words_are_attached_and_another_case_s_are_not() {
        var task = declined();
        var own = letterIn(task.caseNumber());
        var foreign = letterIn(declined().caseNumber());

        refused(
                determineWithdrawalScope,
                task,
                new DetermineWithdrawalScope.Answers(WithdrawalScope.THIS_AGENCY, List.of(own, foreign), null),
                Refusal.Kind.INVALID,
                null);
        assertThat(availabilityIn(task)).isEqualTo(Availability.COMMITTED);

        submit(
                determineWithdrawalScope,
                task,
                new DetermineWithdrawalScope.Answers(WithdrawalScope.THIS_AGENCY, List.of(own, own), "By e-mail."));
        assertThat(offer(task).withdrawalDocuments()).containsExactly(own);
        assertThat(opened(determineWithdrawalScope, task).get("reason").asText())
                .isEqualTo("Another job.");
    }

    @Test
    void L9_who_does_not_come_on_the_first_day_is_lost_with_a_scope_too() {
        var task = untilTheFinalOfferIsAccepted();

        assertThat(submit(
                        confirmEntryOnDuty,
                        task,
                        new ConfirmEntryOnDuty.Answers(YesNo.NO, null, null, "Did not come.")))
                .isEqualTo(Routing.of(RoutingVariable.ENTERED_ON_DUTY, false));
        assertThat(availabilityIn(task)).isEqualTo(Availability.COMMITTED);
        assertThat(opened(determineWithdrawalScope, task).get("outcome").asText())
                .isEqualTo("did not enter on duty");
        submit(determineWithdrawalScope, task, scope(WithdrawalScope.THIS_AGENCY));

        assertThat(availabilityIn(task)).isEqualTo(Availability.AVAILABLE);
        assertThat(stateOf(task)).isEqualTo(SelectionState.DECLINED);
    }

    @Test
    void L9_a_running_offer_ends_when_its_candidate_withdraws_from_all_agencies_elsewhere() {
        var task = offered();
        var candidate = selectionOf(task).candidateId();

        transaction.executeWithoutResult(done -> availability.withdrawFromAll(candidate, OPM, "Wrote to us"));

        assertThat(offer(task).outcome()).isEqualTo(OfferOutcome.ENDED_BEFORE_ENTRY);
        assertThat(stateOf(task)).isEqualTo(SelectionState.LOST);
        var refusal = refused(
                recordOfferAnswer,
                task,
                accepted(YesNo.NO, null),
                Refusal.Kind.CONFLICT,
                "This candidate is no longer available: the selection has ended.");
        assertThat(refusal.rule()).contains("L8");
        assertThat(availabilityIn(task)).isEqualTo(Availability.WITHDRAWN);
    }

    @Test
    void a_case_that_ends_ends_its_offer_and_frees_the_candidate() {
        var task = offered();

        cases.closedByProcess(task.caseNumber(), ClosingReason.CERTIFICATE_EXPIRED, Actor.SYSTEM);

        assertThat(offer(task).outcome()).isEqualTo(OfferOutcome.ENDED_BEFORE_ENTRY);
        assertThat(availabilityIn(task)).isEqualTo(Availability.AVAILABLE);
        refused(recordOfferAnswer, task, accepted(YesNo.NO, null), Refusal.Kind.CONFLICT, null);
    }

    @Test
    void L21_only_the_agency_s_HR_decides_on_an_offer() {
        var task = given.verified(null);
        var answers = new ExtendTentativeOffer.Answers(today(), null);

        refused(extendTentativeOffer, as(MANAGER, task), answers, Refusal.Kind.NOT_YOURS, null);
        refused(extendTentativeOffer, as(OPM, task), answers, Refusal.Kind.NOT_YOURS, null);
        refused(extendTentativeOffer, as(OTHER_HR, task), answers, Refusal.Kind.UNKNOWN, null);
        assertThat(stateOf(task)).isEqualTo(SelectionState.VERIFIED);
    }

    @Test
    void a_selection_of_another_case_is_unknown_to_the_task() {
        var task = given.verified(null);
        var mixed = new TaskContext(given.hiringCase(HR), task.selectionId(), HR);

        refused(
                extendTentativeOffer,
                mixed,
                new ExtendTentativeOffer.Answers(today(), null),
                Refusal.Kind.UNKNOWN,
                "There is no such selection.");
    }

    @Test
    void the_offer_is_read_by_who_reads_the_case_file_and_unknown_to_everybody_else() throws Exception {
        var task = offered();

        for (var reader : List.of(HR, MANAGER, OPM)) {
            var body = read(task.caseNumber(), task.selectionId(), reader, 200);
            assertThat(body.at("/offer/outcome").asText()).isEqualTo("TENTATIVE_OFFERED");
            assertThat(body.at("/offer/tentative/dueOn").asText())
                    .isEqualTo(
                            today().plusDays(VerifiedSelections.DAYS_TO_ANSWER).toString());
            assertThat(body.at("/timeToHire/daysOfCertificateReview").isNumber())
                    .isTrue();
        }
        read(task.caseNumber(), task.selectionId(), EXPERT, 404);
        var foreign = read(task.caseNumber(), task.selectionId(), OTHER_HR, 404);
        var missing = read(CaseNumber.of(2090, 1), task.selectionId(), OTHER_HR, 404);
        assertThat(foreign.get("detail").asText().replace(task.caseNumber().value(), "X"))
                .isEqualTo(missing.get("detail")
                        .asText()
                        .replace(CaseNumber.of(2090, 1).value(), "X"));
        read(given.verified(null).caseNumber(), task.selectionId(), HR, 404);
        var without = given.verified(null);
        assertThat(read(without.caseNumber(), without.selectionId(), HR, 404)
                        .get("detail")
                        .asText())
                .isEqualTo("No offer has been made in this selection yet.");
    }

    // ---- the way there

    private TaskContext offered() {
        var task = given.verified(null);
        submit(
                extendTentativeOffer,
                task,
                new ExtendTentativeOffer.Answers(today().plusDays(VerifiedSelections.DAYS_TO_ANSWER), null));
        return task;
    }

    private TaskContext declined() {
        var task = offered();
        var routing = submit(
                recordOfferAnswer,
                task,
                new RecordOfferAnswer.Answers(OfferAnswer.DECLINED, today(), "Another job.", null, null, null, null));
        assertThat(routing).isEqualTo(Routing.of(RoutingVariable.OFFER_ANSWER, OfferAnswer.DECLINED));
        return task;
    }

    /** It is the day of the start. */
    private TaskContext untilTheFinalOfferIsAccepted() {
        var task = offered();
        submit(recordOfferAnswer, task, accepted(YesNo.NO, null));
        submit(setPay, task, pay("GS", "13", 1));
        submit(buildNewHireRecord, task, new BuildNewHireRecord.Answers("NH-1", today()));
        var start = today().plusDays(VerifiedSelections.DAYS_TO_ANSWER);
        submit(extendFinalOffer, task, new ExtendFinalOffer.Answers(start, start, null));
        submit(recordFinalAnswer, task, finalAnswer(OfferAnswer.ACCEPTED));
        ClockUtil.offset(Duration.ofDays(VerifiedSelections.DAYS_TO_ANSWER).toMillis());
        assertThat(today()).isEqualTo(start);
        return task;
    }

    private RecordOfferAnswer.Answers accepted(YesNo federal, String agency) {
        return new RecordOfferAnswer.Answers(OfferAnswer.ACCEPTED, today(), null, null, null, federal, agency);
    }

    private RecordFinalAnswer.Answers finalAnswer(OfferAnswer answer) {
        return new RecordFinalAnswer.Answers(answer, today(), null);
    }

    private SetPay.Answers pay(String plan, String grade, Integer step) {
        return new SetPay.Answers(plan, grade, step, new BigDecimal("110000"), today(), null);
    }

    private static DetermineWithdrawalScope.Answers scope(WithdrawalScope scope) {
        return new DetermineWithdrawalScope.Answers(scope, null, null);
    }

    private UUID letterIn(CaseNumber number) {
        // Each candidate writes an own one.
        var pdf = SampleFiles.pdf("Dear agency, " + UUID.randomUUID());
        return documents
                .store(
                        DocumentOwner.ofCase(number, HR.agency()),
                        DocumentPurpose.WITHDRAWAL,
                        "letter.pdf",
                        new ByteArrayInputStream(pdf),
                        HR)
                .id();
    }

    // ---- doing and looking

    private <R extends Record> Routing submit(TaskForm<R> form, TaskContext task, R answers) {
        return transaction.execute(done -> submitted(form, task, answers));
    }

    /** What the form shows, as it reaches the browser. */
    private JsonNode opened(TaskForm<?> form, TaskContext task) {
        return transaction.execute(read -> json.valueToTree(form.open(task)));
    }

    /** @param sentence null when the test is not about the words */
    private <R extends Record> Refusal refused(
            TaskForm<R> form, TaskContext task, R answers, Refusal.Kind kind, String sentence) {
        var thrown = new Refusal[1];
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> submit(form, task, answers))
                .satisfies(refusal -> thrown[0] = refusal);
        assertThat(thrown[0].kind()).isEqualTo(kind);
        if (sentence != null) {
            assertThat(thrown[0]).hasMessage(sentence);
        }
        return thrown[0];
    }

    private static TaskContext as(Actor actor, TaskContext task) {
        return new TaskContext(task.caseNumber(), task.selectionId(), actor);
    }

    private LocalDate today() {
        return office.today();
    }

    private void letterLeaves(TaskContext task) {
        transaction.executeWithoutResult(work -> events.publishEvent(
                new MessageLeft(MessageLeft.Letter.OFFER, offer(task).letterId().orElseThrow(), today())));
    }

    private LocalDate dueAt(TaskContext task) {
        var due = offers.answerDueAt(task.selectionId()).orElseThrow().atZone(ZoneId.of("America/New_York"));
        assertThat(due.toLocalTime()).isEqualTo("00:00");
        return due.toLocalDate().minusDays(1);
    }

    private OfferFacts offer(TaskContext task) {
        return offers.of(task.selectionId()).orElseThrow();
    }

    private Selection selectionOf(TaskContext task) {
        return selections.byId(task.selectionId());
    }

    private SelectionState stateOf(TaskContext task) {
        return selectionOf(task).state();
    }

    private Availability availabilityIn(TaskContext task) {
        return candidates.byId(selectionOf(task).candidateId()).availability();
    }

    private UUID holderOf(UUID candidate) {
        return transaction.execute(read -> availability.holderOf(candidate).orElse(null));
    }

    private JsonNode read(CaseNumber number, UUID selection, Actor reader, int status) throws Exception {
        var response = http.perform(get("/api/cases/{number}/selections/{id}/offer", number, selection)
                        .with(authentication(UsernamePasswordAuthenticationToken.authenticated(
                                new Reader(reader), null, List.of()))))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        return json.readTree(response.getContentAsString());
    }

    private record Reader(Actor actor) implements Principal {
        @Override
        public String getName() {
            return actor.userId();
        }
    }
}
