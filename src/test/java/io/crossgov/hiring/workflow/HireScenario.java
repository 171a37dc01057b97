package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.AgencyDetails;
import io.crossgov.hiring.agency.PersonDetails;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.pool.QualificationStatement;
import io.crossgov.hiring.task.RoutingVariable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/**
 * Hiring as it happens, on the whole application: two agencies with their people and OPM, a pool with candidates of its own for each
 * test, and a clock that stands still until somebody moves it. What people do goes through the same forms, rules and rights as in
 * Tasklist.
 */
public final class HireScenario implements AutoCloseable {

    public static final String DUTY_LOCATION = "Washington, DC";

    /** The agency whose people do the usual things. */
    public static final String AGENCY = "BFLOW";

    public static final String AGENCY_NAME = "Bureau of Flows";

    /** A Monday: the day on which every scenario begins. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    private static final ZoneId OFFICE = ZoneId.of("America/New_York");
    /** Everybody's. */
    public static final String PASSWORD = "Shared-Pool-2026";

    private static final AtomicInteger NEXT_POOL = new AtomicInteger(70_000_000);

    public final Colleague manager;
    public final Colleague hr;
    public final Colleague coordinator;
    public final Colleague expert;
    public final Colleague opm;
    public final Colleague designer;
    public final Colleague otherManager;
    public final Colleague otherHr;
    public final Colleague otherCoordinator;

    private boolean otherAgencyActs;

    private final Stage stage;
    private final List<Hire> hires = new ArrayList<>();
    private final List<Selectee> selectees = new ArrayList<>();
    private final List<Colleague> deputies = new ArrayList<>();
    private PoolDetails pool;
    private int vacancies = 1;
    private LocalDate reservedUntil;
    private List<String> reservedFor = List.of();

    private HireScenario(Stage stage, Crew crew) {
        this.stage = stage;
        manager = crew.of("manager");
        hr = crew.of("hr");
        coordinator = crew.of("scc");
        expert = crew.of("sme");
        opm = crew.of("opm");
        designer = crew.of("designer");
        otherManager = crew.of("other-manager");
        otherHr = crew.of("other-hr");
        otherCoordinator = crew.of("other-scc");
    }

    /** A fresh scenario in a running application; its people are the same for all tests there, its pools are not. */
    public static HireScenario in(ApplicationContext context) {
        BpmnAwareTests.init(context.getBean(org.camunda.bpm.engine.ProcessEngine.class));
        ClockUtil.setCurrentTime(at(FIRST_DAY));
        var stage = (Stage) context.getAutowireCapableBeanFactory()
                .autowire(Stage.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        var beans = ((ConfigurableApplicationContext) context).getBeanFactory();
        if (!beans.containsSingleton(Crew.class.getName())) {
            beans.registerSingleton(Crew.class.getName(), Crew.hired(stage));
        }
        return new HireScenario(stage, (Crew) beans.getSingleton(Crew.class.getName()));
    }

    /** People of the scenarios by the last part of their user names. */
    private record Crew(Map<String, Colleague> people) {

        static Crew hired(Stage stage) {
            stage.agencies().save(Actor.SYSTEM, new AgencyDetails(AGENCY, AGENCY_NAME, "Policy 12", FIRST_DAY, 5));
            stage.agencies()
                    .save(Actor.SYSTEM, new AgencyDetails("OFLOW", "Office of Other Flows", "Policy 7", FIRST_DAY, 5));
            var details = List.of(
                    person("manager", "Maria Delgado", AGENCY, Role.HIRING_MANAGER),
                    person("hr", "Henry Ruiz", AGENCY, Role.HR_SPECIALIST),
                    person("scc", "Carol Ossian", AGENCY, Role.SHARED_CERTIFICATE_COORDINATOR),
                    person("sme", "Emil Sander", AGENCY, Role.SUBJECT_MATTER_EXPERT),
                    person("opm", "Olive Park", Actor.OPM, Role.OPM_CROSS_GOV),
                    person("designer", "Dana Lines", Actor.OPM, Role.OPM_DESIGNER),
                    person("other-manager", "Oscar Mann", "OFLOW", Role.HIRING_MANAGER),
                    person("other-hr", "Olga Reed", "OFLOW", Role.HR_SPECIALIST),
                    person("other-scc", "Omar Cole", "OFLOW", Role.SHARED_CERTIFICATE_COORDINATOR));
            return new Crew(details.stream()
                    .collect(Collectors.toMap(
                            person -> person.id().substring("flow-".length()), person -> arrived(stage, person))));
        }

        private static PersonDetails person(String id, String name, String agency, Role role) {
            return new PersonDetails(
                    "flow-" + id,
                    name,
                    id + "@" + agency.toLowerCase(java.util.Locale.ROOT) + ".example.gov",
                    "202-555-0100",
                    agency,
                    Set.of(role),
                    role == Role.SHARED_CERTIFICATE_COORDINATOR ? FIRST_DAY.minusYears(1) : null,
                    PASSWORD);
        }

        private static Colleague arrived(Stage stage, PersonDetails details) {
            stage.people().save(Actor.SYSTEM, details);
            return signedIn(
                    stage, new Actor(details.id(), details.name(), details.email(), details.agency(), details.roles()));
        }

        static Colleague signedIn(Stage stage, Actor actor) {
            var signedIn =
                    stage.signIn().authenticate(new UsernamePasswordAuthenticationToken(actor.userId(), PASSWORD));
            return new Colleague(stage, actor, signedIn);
        }

        Colleague of(String id) {
            return people.get(id);
        }
    }

    // --- setting the scene ------------------------------------------------------------------------------------------

    public HireScenario withVacancies(int number) {
        vacancies = number;
        return this;
    }

    /** The agency has delegated examining authority and decides its own pass-overs below 30 percent, as long as this scene lasts. */
    public HireScenario withDelegatedAuthority() {
        isDelegated(true, true);
        return this;
    }

    /** The agency has delegated examining authority, and OPM decides about its preference eligibles, as long as this scene lasts. */
    public HireScenario withDelegatedAuthorityOverObjections() {
        isDelegated(true, false);
        return this;
    }

    /** The agency's policy asks the hiring manager whether to merge categories, as long as this scene lasts. */
    public HireScenario withMergingAsked() {
        mergesBy("ASK");
        return this;
    }

    private void mergesBy(String policy) {
        stage.jdbc().update("update agency set merge_policy = ? where code = ?", policy, AGENCY);
    }

    private void isDelegated(boolean delegated, boolean ownPassOvers) {
        stage.jdbc()
                .update(
                        "update agency set delegated_examining = ?, decides_own_pass_overs = ? where code = ?",
                        delegated,
                        ownPassOvers,
                        AGENCY);
    }

    /** The first days of the pools that follow are reserved for the agency of these people, until this day. */
    public HireScenario withDaysReserved(Colleague agency, LocalDate until) {
        reservedFor = List.of(agency.actor().agency());
        reservedUntil = until;
        return this;
    }

    int vacancies() {
        return vacancies;
    }

    /** Somebody who was set up elsewhere, with everybody's password. */
    public Colleague colleague(String userId) {
        var person = stage.people().byId(userId);
        return Crew.signedIn(
                stage, new Actor(person.id(), person.name(), person.email(), person.agency(), person.roles()));
    }

    /** A case that was not opened here. */
    public Hire caseOnFile(String caseNumber) {
        var process = stage.runtimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("cross-gov-hiring")
                .processInstanceBusinessKey(caseNumber)
                .singleResult();
        var announcement = stage.cases().byNumber(new CaseNumber(caseNumber)).announcement();
        return new Hire(this, stage, stage.pools().whole(announcement).details(), process);
    }

    /** Where a task of such a case has come up: in the case itself, a selection, or a request to pass over. */
    public Work whereItComesUp(Hire hire, String processInstance) {
        var variables = stage.runtimeService().getVariables(processInstance);
        var selection = variables.get(RoutingVariable.SELECTION_ID.variableName());
        if (selection != null) {
            return new Selectee(
                    this, stage, hire, applicant("selection", selection), UUID.fromString(selection.toString()));
        }
        var passOver = variables.get(RoutingVariable.PASS_OVER_ID.variableName());
        return passOver == null
                ? hire
                : new PassingOver(
                        this, stage, hire, applicant("pass_over", passOver), UUID.fromString(passOver.toString()));
    }

    private String applicant(String table, Object id) {
        return stage.jdbc()
                .queryForObject(
                        "select c.applicant_number from " + table + " t join candidate c on c.id = t.candidate_id"
                                + " where t.id = ?::uuid",
                        String.class,
                        id);
    }

    /** Somebody else with the same role in the same agency, as long as the scenario lasts. */
    Colleague deputyOf(Colleague who) {
        var id = who.actor().userId() + "-deputy";
        var deputy =
                Crew.arrived(stage, deputy(id, who.actor().agency(), who.actor().roles()));
        deputies.add(deputy);
        return deputy;
    }

    private static PersonDetails deputy(String id, String agency, Set<Role> roles) {
        return new PersonDetails(
                id,
                "Deputy " + id.split("-")[1],
                id + "@deputies.example.gov",
                "202-555-0100",
                agency,
                roles,
                FIRST_DAY.minusYears(1),
                PASSWORD);
    }

    /** Who has no role any more is written to no more. */
    void deputiesLeave() {
        deputies.forEach(deputy -> stage.people()
                .save(
                        Actor.SYSTEM,
                        deputy(deputy.actor().userId(), deputy.actor().agency(), Set.of())));
    }

    /** A pool of OPM's, open until Jan 4, 2027, with candidates A-01 to A-06; A-02 is a federal employee. */
    public PoolDetails crossGovernmentPool() {
        return pool(PoolType.CGA, LocalDate.of(2026, 1, 5), 6);
    }

    /** A certificate another agency shares, open until Sep 1, 2026. */
    public PoolDetails sharedCertificate() {
        return pool(PoolType.CSA, LocalDate.of(2026, 1, 5), 6);
    }

    /** The pool made last. */
    public PoolDetails lastPool() {
        return pool;
    }

    /** As {@link #crossGovernmentPool()}, open until this day only. */
    PoolDetails poolOpenUntil(LocalDate lastDay) {
        return pool(PoolType.CGA, LocalDate.of(2026, 1, 5), lastDay, 6);
    }

    /** A pool with candidates A-01 and so on, as many as wanted. */
    public PoolDetails pool(PoolType type, LocalDate issuedOn, int candidates) {
        return pool(type, issuedOn, null, candidates);
    }

    private PoolDetails pool(PoolType type, LocalDate issuedOn, LocalDate openUntil, int candidates) {
        var number = NEXT_POOL.incrementAndGet();
        var saved = stage.pools()
                .save(
                        Actor.SYSTEM,
                        new PoolDetails(
                                new AnnouncementNumber(type + "-DE-" + number + "-26-FL"),
                                "Customer Experience Strategist",
                                "0301",
                                "GS-13",
                                Map.of("GS-13", Set.of("NH-03")),
                                "GS-13",
                                AppointmentType.PERMANENT,
                                List.of(DUTY_LOCATION, "Denver, CO"),
                                HiringAuthority.DELEGATED_EXAMINING,
                                RankingMethod.CATEGORY,
                                type,
                                type == PoolType.CGA ? Actor.OPM : "OFLOW",
                                issuedOn,
                                openUntil,
                                true,
                                true,
                                null,
                                reservedFor,
                                reservedUntil,
                                List.of(
                                        statement(QualificationStatement.Kind.SPECIALIZED_EXPERIENCE, "Research"),
                                        statement(QualificationStatement.Kind.SPECIALIZED_EXPERIENCE, "Measures"),
                                        statement(QualificationStatement.Kind.TECHNICAL_COMPETENCY, "Design")),
                                List.of("Teamwork"),
                                null,
                                Rating.WELL_QUALIFIED,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                type == PoolType.CSA ? issuedOn : null))
                .details();
        candidatesOf(saved, candidates);
        pool = saved;
        return saved;
    }

    private static PoolDetails.Statement statement(QualificationStatement.Kind kind, String name) {
        return new PoolDetails.Statement(kind, name, name + " that changed a service for the people who use it.");
    }

    /** A candidate's address: everybody is in one pool only. */
    static String mailOf(PoolDetails pool, String applicant) {
        return (applicant + "." + pool.announcement() + "@applicants.example").toLowerCase(java.util.Locale.ROOT);
    }

    /** In a large pool a number of their own: people with one number may be one person, and each is compared with all of that number. */
    private static String phoneOf(int number, int count) {
        return count < 5_000 ? "202-555-0199" : "%03d-555-%04d".formatted(200 + number / 10_000, number % 10_000);
    }

    /** Puts candidates A-01, A-02 and so on into a pool; all are best qualified and would work in Washington. */
    private void candidatesOf(PoolDetails saved, int count) {
        var file = new StringBuilder("applicant_number,name,email,phone,duty_locations,rating,score,preference,"
                + "priority_status,commuting_area,opted_in,federal_agency,resume_file\r\n");
        for (int number = 1; number <= count; number++) {
            var applicant = "A-%02d".formatted(number);
            file.append(applicant)
                    .append(",Candidate ")
                    .append(applicant)
                    .append(',')
                    .append(mailOf(saved, applicant))
                    .append(",%s,\"".formatted(phoneOf(number, count)))
                    .append(DUTY_LOCATION)
                    .append("\",BEST_QUALIFIED,,NONE,NONE,,yes,")
                    .append(number == 2 ? "Bureau of Weights" : "")
                    .append(",\r\n");
        }
        try {
            var taken = stage.candidateImport()
                    .take(
                            Actor.SYSTEM,
                            saved.announcement(),
                            new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)),
                            progress -> {});
            assertThat(taken.inserted()).isEqualTo(count);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** OPM's records now say that the candidate would work in Denver only. */
    void movesAway(PoolDetails from, String applicantNumber) {
        stage.jdbc()
                .update(
                        "update candidate_location set location = 'Denver, CO' where candidate_id = ?",
                        candidate(from, applicantNumber));
    }

    /** What a candidate of the last pool is: preference, priority and the like. */
    public void is(PoolDetails from, String applicantNumber, String column, String value) {
        stage.jdbc()
                .update(
                        "update candidate set " + column + " = ? where id = ?",
                        value,
                        candidate(from, applicantNumber));
    }

    /** A case of the usual manager, for a position from a fresh pool of OPM's unless there is a pool already. */
    public Hire opensCase() {
        return opensCase(manager, pool == null ? crossGovernmentPool() : pool);
    }

    public Hire opensCase(Colleague who, PoolDetails from) {
        return opensCase(who, from, "Customer Experience Strategist");
    }

    public Hire opensCase(Colleague who, PoolDetails from, String positionTitle) {
        return who.opensCase(
                this,
                from,
                answers(
                        "announcement",
                        from.announcement(),
                        "positionTitle",
                        positionTitle,
                        "requestPortalAccount",
                        false));
    }

    Hire opened(Hire hire) {
        hires.add(hire);
        return hire;
    }

    Selectee elected(Selectee selectee) {
        selectees.add(selectee);
        return selectee;
    }

    public UUID candidate(PoolDetails from, String applicantNumber) {
        return stage.candidates()
                .byApplicantNumber(from.announcement(), applicantNumber)
                .orElseThrow()
                .id();
    }

    /** Who does a task in the usual hire. */
    public Colleague usual(String taskId) {
        return switch (taskId) {
            case "identify-position-description",
                    "verify-experience-and-competencies",
                    "file-pass-over",
                    "review-and-interview-candidates",
                    "return-certificate-review" -> usualManager();
            case "check-pool-match", "submit-talent-pool-request", "name-certificate-recipients" ->
                otherAgencyActs ? otherCoordinator : coordinator;
            case "decide-pool-access",
                    "release-application-material",
                    "verify-selection",
                    "decide-pass-over",
                    "decide-priority-extension" -> opm;
            default -> usualHr();
        };
    }

    /** Whatever is done meanwhile as usual is done by the people of the other agency. */
    public <T> T asOtherAgency(Supplier<T> doings) {
        otherAgencyActs = true;
        try {
            return doings.get();
        } finally {
            otherAgencyActs = false;
        }
    }

    /** Who elects now. */
    Colleague usualManager() {
        return otherAgencyActs ? otherManager : manager;
    }

    Colleague usualHr() {
        return otherAgencyActs ? otherHr : hr;
    }

    /** Answers as a browser sends them. */
    ObjectNode json(Map<String, Object> entered) {
        return stage.json().valueToTree(entered);
    }

    // --- time
    // ---------------------------------------------------------------------------------------------------------

    /** The office's date. */
    public LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), OFFICE);
    }

    /** It is ten o'clock in the morning of this day. */
    /** The clock looks which withdrawals from all agencies can no longer be undone. */
    void settlesWithdrawals() {
        stage.leavingClock().settle();
    }

    public HireScenario onDay(LocalDate day) {
        ClockUtil.setCurrentTime(at(day));
        return this;
    }

    private static Date at(LocalDate day) {
        return Date.from(day.atTime(LocalTime.of(10, 0)).atZone(OFFICE).toInstant());
    }

    /** Fires the timer of an element, which must be due. */
    void fire(String processInstance, String elementId) {
        assertThat(fireAll(processInstance, elementId))
                .as("timers waiting at " + elementId)
                .isEqualTo(1);
    }

    /** Fires every timer that waits there, each of them due. */
    int fireAll(String processInstance, String elementId) {
        var timers = stage.managementService()
                .createJobQuery()
                .processInstanceId(processInstance)
                .activityId(elementId)
                .list();
        for (var timer : timers) {
            assertThat(timer.getDuedate().toInstant())
                    .as("time of the timer " + elementId)
                    .isBeforeOrEqualTo(ClockUtil.getCurrentTime().toInstant());
            asTheExecutor(timer.getId());
        }
        return timers.size();
    }

    /** As the engine's timer executor does it and not as somebody who asks for it: the engine knows the difference. */
    private void asTheExecutor(String timer) {
        var configuration = ((ProcessEngineImpl) stage.engine()).getProcessEngineConfiguration();
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            ExecuteJobHelper.executeJob(timer, configuration.getCommandExecutorTxRequired());
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    /** When a timer will fire, as the office's date; the first moment of a day counts as that day. */
    LocalDate dayOfTimer(Hire hire, String elementId) {
        return dayOfTimer(hire.process().getId(), elementId);
    }

    LocalDate dayOfTimer(String processInstance, String elementId) {
        var timer = stage.managementService()
                .createJobQuery()
                .processInstanceId(processInstance)
                .activityId(elementId)
                .singleResult();
        return LocalDate.ofInstant(Instant.ofEpochMilli(timer.getDuedate().getTime()), OFFICE);
    }

    /** The office's date on which an open task of the case is due. */
    LocalDate dueDay(Hire hire, String taskId) {
        var task = hire.among(stage.taskService().createTaskQuery())
                .taskDefinitionKey(taskId)
                .singleResult();
        return LocalDate.ofInstant(Instant.ofEpochMilli(task.getDueDate().getTime()), OFFICE);
    }

    // --- what holds in every hire
    // -------------------------------------------------------------------------------------

    /**
     * Puts the clock back, after looking at everything that happened: processes never held anything but ids and routing answers,
     * every task that came up had a due date, the audit's chains are whole, and nothing got stuck.
     */
    @Override
    public void close() {
        deputiesLeave();
        isDelegated(false, false);
        mergesBy("ALWAYS");
        ClockUtil.reset();
        BpmnAwareTests.reset();
        for (var hire : hires) {
            heldNothingButRouting(hire);
            everyTaskHadADueDate(hire);
            assertThat(stage.decisions().firstBroken(hire.caseNumber()))
                    .as("first broken decision of " + hire.caseNumber())
                    .isEmpty();
            assertThat(stage.runtimeService()
                            .createIncidentQuery()
                            .processInstanceId(hire.process().getId())
                            .count())
                    .isZero();
        }
    }

    private void everyTaskHadADueDate(Hire hire) {
        var tasks = stage.historyService()
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(hire.caseNumber())
                .list();
        assertThat(tasks).isNotEmpty().allSatisfy(task -> assertThat(task.getDueDate())
                .as("due date of " + task.getTaskDefinitionKey())
                .isNotNull()
                .isAfter(task.getStartTime()));
    }

    private void heldNothingButRouting(Hire hire) {
        var names = Arrays.stream(RoutingVariable.values())
                .map(RoutingVariable::variableName)
                .collect(Collectors.toSet());
        var instances = stage
                .historyService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(hire.caseNumber())
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toArray(String[]::new);
        assertThat(instances).isNotEmpty();
        for (var variable : stage.historyService()
                .createHistoricVariableInstanceQuery()
                .processInstanceIdIn(instances)
                .list()) {
            assertThat(variable.getName()).isIn(names);
            assertThat(variable.getTypeName()).isIn("string", "boolean");
            assertThat(String.valueOf(variable.getValue()))
                    .as("process variable " + variable.getName())
                    .matches("XGH-\\d{4}-\\d{6}|[A-Z]{3}-DE-\\d{8}-26-FL|[0-9a-f-]{36}|[A-Z_]+|true|false");
        }
    }
}
