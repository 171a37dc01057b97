package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static io.crossgov.hiring.workflow.Answers.both;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.pool.QualificationStatement;
import io.crossgov.hiring.task.RoutingVariable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;

/** One hiring case on its way, with everything a test asks of it. */
public final class Hire implements Work {

    /** Tasks beside the flow: the usual hire goes on without them. */
    private static final Set<String> BESIDE =
            Set.of("classify-position-description", "notify-own-employees", "review-own-employees");

    private final HireScenario scenario;
    private final Stage stage;
    private final PoolDetails pool;
    private final ProcessInstance process;
    private final Map<String, List<String>> costs = new LinkedHashMap<>();
    private final Effort effort;

    Hire(HireScenario scenario, Stage stage, PoolDetails pool, ProcessInstance process) {
        this(scenario, stage, pool, process, new Effort());
    }

    /** @param effort of opening the case */
    Hire(HireScenario scenario, Stage stage, PoolDetails pool, ProcessInstance process, Effort effort) {
        this.effort = effort;
        this.scenario = scenario;
        this.stage = stage;
        this.pool = pool;
        this.process = process;
    }

    @Override
    public String caseNumber() {
        return process.getBusinessKey();
    }

    CaseNumber number() {
        return new CaseNumber(caseNumber());
    }

    String agency() {
        return file().agency();
    }

    public PoolDetails pool() {
        return pool;
    }

    /** The case as it stands in the database. */
    public HiringCase file() {
        return stage.cases().byNumber(number());
    }

    public ProcessInstance process() {
        return process;
    }

    @Override
    public TaskQuery among(TaskQuery tasks) {
        return tasks.processInstanceBusinessKey(caseNumber());
    }

    @Override
    public void costs(String step, Runnable doing) {
        effort.during(() -> costs.put(step, StatementCounter.during(doing)));
    }

    /** Of all that people did in the case. */
    public Effort effort() {
        return effort;
    }

    /** Statements by step, in the order of the last time each step was done: "open …" and "complete …" and a task id. */
    public Map<String, List<String>> costs() {
        return costs;
    }

    // --- going on ---------------------------------------------------------------------------------------------------

    /** Lets everybody do the usual things until these tasks are open. */
    public Hire until(String... taskIds) {
        var wanted = Set.of(taskIds);
        while (!openTasks().containsAll(wanted)) {
            var next = ownTasks().stream()
                    .map(Task::getTaskDefinitionKey)
                    .filter(task -> !wanted.contains(task) && !BESIDE.contains(task))
                    .filter(task -> !task.equals("review-and-interview-candidates"))
                    // Form A says that Form B has been received.
                    .min((one, other) -> Boolean.compare(
                            one.equals("complete-talent-pool-request"), other.equals("complete-talent-pool-request")))
                    .orElseThrow(() -> new AssertionError(
                            "The usual hire does not come to " + wanted + "; open is " + openTasks()));
            scenario.usual(next).completes(this, next);
        }
        return this;
    }

    /** The manager elects a candidate for the usual duty location. */
    public Selectee elects(String applicantNumber, String... alternates) {
        var election = election(applicantNumber, alternates);
        var elected = new AtomicReference<JsonNode>();
        costs(
                "elect a candidate",
                () -> elected.set(
                        scenario.usualManager().posts("/api/cases/" + caseNumber() + "/elections", election)));
        return scenario.elected(new Selectee(
                scenario,
                stage,
                this,
                applicantNumber,
                UUID.fromString(elected.get().get("selectionId").asText())));
    }

    Refused cannotElect(String applicantNumber) {
        return scenario.usualManager()
                .cannotPost(this, "/api/cases/" + caseNumber() + "/elections", election(applicantNumber));
    }

    private Map<String, Object> election(String applicantNumber, String... alternates) {
        return answers(
                "candidateId",
                candidate(applicantNumber),
                "dutyLocation",
                HireScenario.DUTY_LOCATION,
                "alternates",
                Arrays.stream(alternates).map(this::candidate).toList());
    }

    /** Asks OPM to pass over a candidate. */
    public PassingOver asksToPassOver(String applicantNumber) {
        return asks(applicantNumber, "/pass-over", Map.of());
    }

    /** Asks again about a candidate after a denial. */
    /** The record of the case says that this part of the agency asks. */
    void isOfSubAgency(String name) {
        stage.jdbc().update("update hiring_case set sub_agency = ? where number = ?", name, caseNumber());
    }

    /** The record of the case says that its position description has this number. */
    void hasPdNumber(String number) {
        stage.jdbc().update("update hiring_case set pd_number = ? where number = ?", number, caseNumber());
    }

    PassingOver asksToPassOver(String applicantNumber, String newFacts) {
        return asks(applicantNumber, "/pass-over", Map.of("newFacts", newFacts));
    }

    private PassingOver asks(String applicantNumber, String path, Map<String, Object> answers) {
        var asked = scenario.usualManager().posts(candidatePath(applicantNumber) + path, answers);
        return new PassingOver(
                scenario,
                stage,
                this,
                applicantNumber,
                UUID.fromString(asked.get("passOverId").asText()));
    }

    /** The manager objects to the candidate. */
    public PassingOver objectsTo(String applicantNumber) {
        return asks(applicantNumber, "/objection", Map.of());
    }

    /** The running selection of a candidate whom somebody else has elected. */
    public Selectee selectee(String applicantNumber) {
        var id = stage.jdbc()
                .queryForObject(
                        "select id from selection where case_number = ? and candidate_id = ? and state <> 'LOST'",
                        UUID.class,
                        caseNumber(),
                        candidate(applicantNumber));
        return scenario.elected(new Selectee(scenario, stage, this, applicantNumber, id));
    }

    /** The request about a candidate that somebody else made. */
    public PassingOver passingOver(String applicantNumber) {
        var id = stage.jdbc()
                .queryForObject(
                        "select id from pass_over where case_number = ? and open_candidate_id = ?",
                        UUID.class,
                        caseNumber(),
                        candidate(applicantNumber));
        return new PassingOver(scenario, stage, this, applicantNumber, id);
    }

    /** HR records what a candidate answered who was contacted before. */
    Hire recordsThat(String applicantNumber, String answer, String note) {
        records(applicantNumber, "answer", answers("answer", answer, "note", note));
        return this;
    }

    Refused cannotRecordThat(String applicantNumber, String answer, String note) {
        return scenario.usualHr().refused(this, () -> recordsThat(applicantNumber, answer, note));
    }

    /** HR records that a candidate was contacted, and the answer. */
    Hire recordsAnswer(String applicantNumber, String answer, String note) {
        contacts(applicantNumber, null);
        records(applicantNumber, "answer", answers("answer", answer, "note", note));
        return this;
    }

    /** HR asks a candidate, and files the paper in which he or she answers that the position is of no interest. */
    Hire declines(String applicantNumber, String note) {
        contacts(applicantNumber, null);
        var paper = scenario.usualHr().uploads(this, DocumentPurpose.WITHDRAWAL);
        records(applicantNumber, "answer", answers("answer", "NOT_INTERESTED", "note", note, "document", paper));
        return this;
    }

    /** The candidate as the workbench shows him or her. */
    JsonNode row(String applicantNumber) {
        return scenario.usualHr().gets(candidatePath(applicantNumber)).get("candidate");
    }

    String candidatePath(String applicantNumber) {
        return "/api/cases/" + caseNumber() + "/candidates/" + candidate(applicantNumber);
    }

    /** HR records that a candidate asks to withdraw from all agencies, with what the candidate wrote, and OPM confirms it. */
    public void leavesThePool(String applicantNumber) {
        withdrawsOnPaper(applicantNumber, "ALL_AGENCIES", scenario.usualHr().uploads(this, DocumentPurpose.WITHDRAWAL));
        scenario.opm.posts(leaving(applicantNumber) + "/confirmation", Map.of());
    }

    /** Where OPM decides about the newest request of the candidate to leave the pool. */
    String leaving(String applicantNumber) {
        var id = stage.jdbc()
                .queryForList(
                        "select id from leaving_request where candidate_id = ? order by asked_at desc",
                        UUID.class,
                        candidate(applicantNumber))
                .get(0);
        return "/api/pools/" + pool.announcement() + "/withdrawals/" + id;
    }

    /** HR or the manager records that a candidate declined the agency. */
    public void withdraws(String applicantNumber, String withdrawalScope) {
        records(applicantNumber, "withdrawal", answers("scope", withdrawalScope));
    }

    /** The same, with a note and what the candidate wrote. */
    void withdraws(String applicantNumber, String withdrawalScope, String note) {
        var paper = scenario.usualHr().uploads(this, DocumentPurpose.WITHDRAWAL);
        records(
                applicantNumber,
                "withdrawal",
                answers("scope", withdrawalScope, "note", note, "documents", List.of(paper)));
    }

    /** The same, with what the candidate wrote. @param paper id of the uploaded document */
    void withdrawsOnPaper(String applicantNumber, String withdrawalScope, Object paper) {
        records(applicantNumber, "withdrawal", answers("scope", withdrawalScope, "documents", List.of(paper)));
    }

    /** The same, with several papers. @param papers ids of uploaded documents */
    void withdraws(String applicantNumber, String withdrawalScope, List<?> papers) {
        records(applicantNumber, "withdrawal", answers("scope", withdrawalScope, "documents", papers));
    }

    /** What was said of the candidate before counts no more. */
    void isConsideredAgain(String applicantNumber) {
        records(applicantNumber, "reconsider", Map.of());
    }

    /** HR or the manager writes the position's details to a candidate. */
    Hire contacts(String applicantNumber, String message) {
        records(applicantNumber, "contact", answers("sendDetails", true, "message", message));
        return this;
    }

    private void records(String applicantNumber, String what, Map<String, Object> entries) {
        var version = row(applicantNumber).get("version").asLong();
        scenario.usualHr()
                .posts(candidatePath(applicantNumber) + "/" + what, both(entries, answers("version", version)));
    }

    /** Somebody closes the case before its end. */
    public Hire isCancelledBy(Colleague who, CancellationReason reason, String note) {
        stage.access().as(who.actor(), () -> {
            stage.cases().close(number(), reason, note, who.actor());
            return null;
        });
        return this;
    }

    /** A timer of the case's own process fires: its time has come. */
    Hire timerFires(String elementId) {
        scenario.fire(process.getId(), elementId);
        return this;
    }

    /** The candidate's address. */
    public String mailOf(String applicantNumber) {
        return HireScenario.mailOf(pool, applicantNumber);
    }

    UUID candidate(String applicantNumber) {
        return scenario.candidate(pool, applicantNumber);
    }

    /** Whatever is done meanwhile leaves the case exactly as it was. */
    public void staysAsItIs(Runnable meanwhile) {
        var before = Standing.of(stage, caseNumber());
        meanwhile.run();
        assertThat(Standing.of(stage, caseNumber())).isEqualTo(before);
    }

    // --- what is the case now
    // ------------------------------------------------------------------------------------------

    /** Every open task of the case and its selections, by task id. */
    public Set<String> openTasks() {
        return among(stage.taskService().createTaskQuery()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Task> ownTasks() {
        return stage.taskService()
                .createTaskQuery()
                .processInstanceId(process.getId())
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** Exactly these tasks are open. */
    public Hire waitsAt(String... taskIds) {
        assertThat(among(stage.taskService().createTaskQuery()).list())
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder(taskIds);
        return this;
    }

    Hire hasPassed(String... elementIds) {
        assertThat(ProcessTrace.leftBy(process.getId())).contains(elementIds);
        return this;
    }

    Hire hasNotPassed(String... elementIds) {
        assertThat(ProcessTrace.passedBy(process.getId())).doesNotContain(elementIds);
        return this;
    }

    Hire isOpen() {
        BpmnAwareTests.assertThat(process).isNotEnded();
        assertThat(file().isOpen()).as("case is open").isTrue();
        return this;
    }

    /** Case and process ended together, nothing is left to do, and nobody is held any longer. */
    Hire isClosedBecause(ClosingReason reason) {
        BpmnAwareTests.assertThat(process).isEnded();
        assertThat(file().closingReason()).contains(reason);
        assertThat(openTasks()).isEmpty();
        assertThat(stage.runtimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber())
                        .count())
                .as("running processes of the case")
                .isZero();
        assertThat(stage.selections().ofCase(number())).noneMatch(selection -> selection.isRunning());
        return this;
    }

    /** What the process holds of this variable now; null when it holds nothing. */
    Object routed(RoutingVariable variable) {
        return stage.runtimeService().getVariable(process.getId(), variable.variableName());
    }

    Hire candidateIs(String applicantNumber, Availability availability) {
        assertThat(stage.candidates().byId(candidate(applicantNumber)).availability())
                .as("availability of " + applicantNumber)
                .isEqualTo(availability);
        return this;
    }

    /** How often messages of this type were written in the case, one line a recipient. */
    List<String> recipientsOf(String noticeType) {
        return stage.jdbc()
                .queryForList(
                        "select recipient_email from notice where case_number = ? and type = ? order by recipient_email",
                        String.class,
                        caseNumber(),
                        noticeType);
    }

    /** The texts of the messages of this type. */
    List<String> lettersOf(String noticeType) {
        return stage.jdbc()
                .queryForList(
                        "select body from notice where case_number = ? and type = ?",
                        String.class,
                        caseNumber(),
                        noticeType);
    }

    Hire hasTold(String noticeType, Colleague... recipients) {
        assertThat(recipientsOf(noticeType))
                .as("recipients of " + noticeType)
                .contains(Arrays.stream(recipients)
                        .map(who -> who.actor().email())
                        .toArray(String[]::new));
        return this;
    }

    /** OPM's mailbox got this many messages of this type. */
    Hire hasToldOpm(String noticeType, int times) {
        assertThat(recipientsOf(noticeType))
                .as(noticeType + " to OPM")
                .filteredOn(stage.addresses().crossGovHiring()::equalsIgnoreCase)
                .hasSize(times);
        return this;
    }

    /** OPM was told of exactly these outcomes (M13). */
    Hire hasReported(String... outcomes) {
        assertThat(stage.jdbc()
                        .queryForList(
                                "select subject from notice where case_number = ? and type = 'M13' and recipient_email = lower(?)",
                                String.class,
                                caseNumber(),
                                stage.addresses().crossGovHiring()))
                .as("outcomes reported to OPM")
                .containsExactlyInAnyOrder(Arrays.stream(outcomes)
                        .map(outcome -> caseNumber() + ": " + outcome)
                        .toArray(String[]::new));
        return this;
    }

    public Hire hasToldNobody(String noticeType) {
        assertThat(recipientsOf(noticeType)).as("recipients of " + noticeType).isEmpty();
        return this;
    }

    /** What was decided, in the words of the audit. */
    List<String> decisions() {
        return stage.decisions().of(caseNumber()).stream()
                .map(decision -> decision.kind())
                .toList();
    }

    /** The last decision of a kind with what the audit keeps of it. */
    String decision(String kind) {
        return stage.decisions().of(caseNumber()).stream()
                .filter(decision -> decision.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .map(decision -> decision.sentence() + " " + decision.after())
                .orElseThrow();
    }

    // --- the usual answers ------------------------------------------------------------------------------------------

    @Override
    public Map<String, Object> usualAnswers(String taskId, Colleague who) {
        var today = scenario.today();
        return switch (taskId) {
            case "identify-position-description" ->
                answers(
                        "pdNumber",
                        pdNumber(),
                        "source",
                        "EXISTING",
                        "qualificationsVerified",
                        true,
                        "classification",
                        "CLASSIFIED",
                        "classifiedOn",
                        today.minusDays(40),
                        "coverSheet",
                        who.uploads(this, DocumentPurpose.OF_8),
                        "positionDescription",
                        who.uploads(this, DocumentPurpose.CLASSIFIED_PD));
            case "classify-position-description" ->
                answers(
                        "classifiedOn", today,
                        "coverSheet", who.uploads(this, DocumentPurpose.OF_8),
                        "positionDescription", who.uploads(this, DocumentPurpose.CLASSIFIED_PD));
            case "express-interest" ->
                answers(
                        "fundedFte", true,
                        "fteNumber", "FTE-1042",
                        "vacancies", scenario.vacancies(),
                        "dutyLocations", List.of(HireScenario.DUTY_LOCATION),
                        "needValidatedOn", today.minusDays(10));
            case "check-pool-match" -> answers("decision", "CONFIRMED");
            case "verify-experience-and-competencies" ->
                answers(
                        "decision",
                        "CERTIFY",
                        "experience",
                        yes(QualificationStatement.Kind.SPECIALIZED_EXPERIENCE),
                        "competencies",
                        yes(QualificationStatement.Kind.TECHNICAL_COMPETENCY),
                        "certifierPhone",
                        "202-555-0104");
            case "complete-talent-pool-request" ->
                answers(
                        "formBReceived",
                        true,
                        "ratingPolicyInPlace",
                        true,
                        "informationComplete",
                        true,
                        "noDuplicateExamining",
                        true,
                        "fundedFte",
                        true,
                        "rplCleared",
                        "YES",
                        "freezeGround",
                        "order-immigration-security-safety",
                        "freezeAnswer",
                        "CONFIRM",
                        "officialPhone",
                        "202-555-0105",
                        "signature",
                        who.name());
            case "clarify-freeze-exemption" ->
                answers(
                        "result", "EXEMPT",
                        "supervisor", "Frances Underhill",
                        "document", who.uploads(this, DocumentPurpose.FREEZE_CLARIFICATION),
                        "clarification", "The office serves beneficiaries directly.");
            case "resolve-rpl" -> answers("resolution", "CLEARED");
            case "submit-talent-pool-request" -> answers("formsChecked", true);
            case "decide-pool-access" -> answers("decision", "APPROVED");
            case "decide-priority-extension" -> answers("decision", "GRANTED");
            case "notify-own-employees" -> answers("how", "On the agency's intranet");
            case "review-own-employees" -> answers("applied", 0);
            case "review-and-interview-candidates" ->
                answers("reason", "Nobody fits the team's needs.", "confirmed", true);
            default -> throw new AssertionError("no usual answers to " + taskId);
        };
    }

    /** A position of another name has another description. */
    private String pdNumber() {
        var title = file().positionTitle();
        return title.equals("Customer Experience Strategist")
                ? "PD-0301-13"
                : title.substring(Math.max(0, title.length() - 40));
    }

    /** Names of the pool's statements of one kind. */
    List<String> statements(QualificationStatement.Kind kind) {
        return statementsOf(kind).map(QualificationStatement::name).toList();
    }

    /** Form B's answers of one kind, all Yes. */
    List<Map<String, Object>> yes(QualificationStatement.Kind kind) {
        return statementsOf(kind)
                .map(statement -> answers("number", statement.number(), "important", "YES", "neededUponEntry", "YES"))
                .toList();
    }

    private Stream<QualificationStatement> statementsOf(QualificationStatement.Kind kind) {
        return stage.pools().whole(pool.announcement()).statements().stream()
                .filter(statement -> statement.kind() == kind);
    }
}
