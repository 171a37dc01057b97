package io.crossgov.hiring.request;

import static io.crossgov.hiring.task.Submission.submitted;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.AgencyDetails;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.PersonDetails;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.CaseList;
import io.crossgov.hiring.casefile.CaseStatus;
import io.crossgov.hiring.casefile.CaseStep;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.casefile.PdSource;
import io.crossgov.hiring.casefile.PositionKey;
import io.crossgov.hiring.casefile.ToMend;
import io.crossgov.hiring.casepage.CaseFile;
import io.crossgov.hiring.casepage.CaseFiles;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Fault;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.Service;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.SamplePools;
import io.crossgov.hiring.reserved.DecidePriorityExtension;
import io.crossgov.hiring.reserved.PriorityDecision;
import io.crossgov.hiring.reserved.PriorityExtension;
import io.crossgov.hiring.reserved.PriorityExtensions;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Steps 1 to 3 and the end of a case on a real database. */
@OnBothDatabases
class CaseTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final SearchWords ALL = new SearchWords("");

    @Autowired
    private OpenCaseForm openCase;

    @Autowired
    private CaseOpenings openings;

    @Autowired
    private IdentifyPositionDescription identify;

    @Autowired
    private ClassifyPositionDescription classify;

    @Autowired
    private ExpressInterest express;

    @Autowired
    private CheckPoolMatch check;

    @Autowired
    private VerifyExperienceAndCompetencies formB;

    @Autowired
    private CompleteTalentPoolRequest formA;

    @Autowired
    private ClarifyFreezeExemption clarify;

    @Autowired
    private ResolveRpl resolveRpl;

    @Autowired
    private ReemploymentAnswers reemployment;

    @Autowired
    private SubmitTalentPoolRequest submit;

    @Autowired
    private DecidePoolAccess decide;

    @Autowired
    private PriorityExtensions extensions;

    @Autowired
    private DecidePriorityExtension decideExtension;

    @Autowired
    private CaseFiles files;

    @Autowired
    private CaseList list;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseStarter starter;

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    @Autowired
    private Pools pools;

    @Autowired
    private PoolChoice choice;

    @Autowired
    private Documents documents;

    @Autowired
    private DecisionLog audit;

    @Autowired
    private OfficeClock days;

    @Autowired
    private JdbcTemplate jdbc;

    private final Actor opm = actor("cf-opm", "Olga Marsh", Actor.OPM, Role.OPM_CROSS_GOV);
    private Actor manager;
    private Actor hr;
    private Actor coordinator;
    private Actor expert;
    private Actor stranger;
    private AnnouncementNumber pool;

    @BeforeEach
    void people_and_a_pool() {
        var number = NEXT.incrementAndGet();
        var agency = "CF" + number;
        agencies.save(Actor.SYSTEM, new AgencyDetails(agency, "Agency " + agency, "HR Manual 7", null, null));
        agencies.save(Actor.SYSTEM, new AgencyDetails("CFX", "Another agency", null, null, null));
        manager = person("hm-" + number, "Mary Ann Hill", agency, Role.HIRING_MANAGER);
        hr = person("hr-" + number, "Hank Rivera", agency, Role.HR_SPECIALIST);
        coordinator = person("scc-" + number, "Cora Diaz", agency, Role.SHARED_CERTIFICATE_COORDINATOR);
        expert = person("sme-" + number, "Sam Poe", agency, Role.SUBJECT_MATTER_EXPERT);
        stranger = person("hr-x", "Xenia Roe", "CFX", Role.HR_SPECIALIST);
        pool = new AnnouncementNumber("CGA-CF-" + number);
        pools.save(
                Actor.SYSTEM,
                SamplePools.crossGovernment(
                        pool.value(), "issuedOn", days.today().minusDays(40).toString()));
    }

    // ---- opening

    @Test
    void a_case_gets_a_number_of_the_year_and_belongs_to_the_agency_of_who_opened_it() {
        var number = open(manager, "Customer Experience Strategist");

        assertThat(number.value()).matches("XGH-" + days.today().getYear() + "-\\d{6}");
        var hiring = cases.visible(number, hr);
        assertThat(hiring.agency()).isEqualTo(manager.agency());
        assertThat(hiring.step()).isEqualTo(CaseStep.POSITION_DESCRIPTION);
        assertThat(audit.of(number.value())).extracting("kind").containsExactly("open-case");
    }

    @Test
    void case_numbers_are_unique_when_many_people_open_cases_at_once() throws Exception {
        var numbers = atOnce(8, () -> {
            var opened = new ArrayList<CaseNumber>();
            for (int i = 0; i < 5; i++) {
                opened.add(open(manager, "Position"));
            }
            return opened;
        });
        assertThat(numbers.stream().flatMap(List::stream).toList()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void L18_a_pool_that_is_not_open_today_cannot_be_chosen() {
        var closed = pool.value() + "-OLD";
        pools.save(Actor.SYSTEM, SamplePools.crossGovernment(closed, "issuedOn", "2024-01-15"));

        refused(
                () -> openCase.submit(hr, new OpenCase(closed, "Position", false)),
                Refusal.Kind.INVALID,
                "L18",
                "not open today");
        assertThat(choice.about(new SearchWords(pool.value()), hr).options())
                .extracting(Option::value)
                .containsExactly(pool.value());
        assertThat(openCase.open(hr).pools()).extracting(Option::value).doesNotContain(closed);
    }

    @Test
    void L21_OPM_and_coordinators_open_no_cases() {
        refused(
                () -> openCase.submit(opm, new OpenCase(pool.value(), "Position", false)),
                Refusal.Kind.NOT_YOURS,
                null,
                "Hiring manager");
        refused(
                () -> openCase.submit(coordinator, new OpenCase(pool.value(), "Position", false)),
                Refusal.Kind.NOT_YOURS,
                null,
                "HR specialist");
    }

    @Test
    void another_agencys_case_is_refused_in_the_same_words_as_one_that_does_not_exist() {
        var number = open(hr, "Position");
        var unknown = CaseNumber.of(2020, 1);

        assertThatThrownBy(() -> cases.visible(number, stranger)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN);
            assertThatThrownBy(() -> cases.visible(unknown, stranger))
                    .hasMessage(refusal.sentence().replace(number.value(), unknown.value()));
        });
        assertThatThrownBy(() -> files.of(number, stranger)).hasMessage("There is no case " + number + ".");
        assertThat(cases.visible(number, opm).number()).isEqualTo(number);
    }

    // ---- step 1

    @Test
    void L5_a_position_description_waiting_for_classification_lets_the_case_go_on() {
        var number = open(manager, "Position");
        var routing = submitted(identify, at(number, manager), pd("GS-13", null, null));

        assertThat(value(routing, RoutingVariable.PD_CLASSIFIED)).isEqualTo(false);
        var cover = upload(number, DocumentPurpose.OF_8);
        var classified = submitted(
                classify, at(number, hr), new ClassifyPositionDescription.Answers("PD-9", days.today(), cover, null));
        assertThat(value(classified, RoutingVariable.PD_CLASSIFIED)).isEqualTo(true);
        assertThat(cases.byNumber(number).pdClassified()).isTrue();
    }

    @Test
    void L5_classified_needs_its_date_and_the_signed_cover_sheet_of_this_case() {
        var number = open(manager, "Position");
        var other = open(manager, "Other position");
        var foreign = upload(other, DocumentPurpose.OF_8);

        refused(
                () -> submitted(identify, at(number, manager), pd("GS-13", days.today(), null)),
                Refusal.Kind.INVALID,
                null,
                "cover sheet");
        refused(
                () -> submitted(identify, at(number, manager), pd("GS-13", days.today(), foreign)),
                Refusal.Kind.INVALID,
                null,
                "cover sheet");
        refused(
                () -> submitted(
                        identify,
                        at(number, manager),
                        pd("GS-13", days.today().plusDays(1), upload(number, DocumentPurpose.OF_8))),
                Refusal.Kind.INVALID,
                null,
                "in the future");
    }

    @Test
    void L4_a_position_description_of_another_grade_is_refused_and_an_equivalent_grade_is_not() {
        var number = open(manager, "Position");
        refused(
                () -> submitted(identify, at(number, manager), pd("GS-12", null, null)),
                Refusal.Kind.INVALID,
                "L4",
                "The grade is GS-12, but the pool's is GS-13");
        assertThat(submitted(identify, at(number, manager), pd("NH-03", null, null)))
                .isNotNull();
    }

    // ---- step 2

    @Test
    void L4_a_vacancy_that_does_not_match_is_refused_with_every_mismatch_named() {
        var number = withPd("Position");
        assertThatThrownBy(() -> submitted(
                        express, at(number, hr), vacancy("Position", AppointmentType.TERM, "Denver, CO", "Boise, ID")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.rule()).contains("L4");
                    assertThat(refusal.faults())
                            .containsExactly(
                                    new Fault(
                                            "appointmentType",
                                            "L4",
                                            "The appointment type is term, but the pool's is permanent."),
                                    new Fault(
                                            "dutyLocations",
                                            "L4",
                                            "The duty location Boise, ID is not one of the pool's."));
                });
        assertThat(cases.byNumber(number).vacancies()).isZero();
    }

    @Test
    void L16_a_temporary_appointment_says_how_many_days_it_lasts_with_its_extensions() {
        poolIs("appointmentType", "TEMPORARY");
        var number = withPd("Position");
        for (var length : Arrays.asList(null, 0, 731)) {
            refused(
                    () -> submitted(
                            express, at(number, hr), vacancy("Position", AppointmentType.TEMPORARY, length, "Remote")),
                    Refusal.Kind.INVALID,
                    null,
                    "with its extensions: 1 to 730.");
        }
        submitted(express, at(number, hr), vacancy("Position", AppointmentType.TEMPORARY, 120, "Remote"));

        assertThat(cases.byNumber(number).appointmentDays()).hasValue(120);
        assertThat(express.open(at(number, hr)).appointmentDays()).isEqualTo(120);
        assertThat(files.of(number, opm).vacancy().appointmentDays()).isEqualTo(120);
        assertThat(audit.of(number.value()).get(2).after()).contains("\"appointmentDays\":120");
    }

    @Test
    void L16_no_length_is_taken_of_an_appointment_that_is_not_temporary() {
        var number = withPd("Position");
        refused(
                () -> submitted(express, at(number, hr), vacancy("Position", AppointmentType.PERMANENT, 90, "Remote")),
                Refusal.Kind.INVALID,
                null,
                "Leave this answer out. Only a temporary appointment has a number of days.");
        submitted(express, at(number, hr), vacancy("Position", AppointmentType.PERMANENT, "Remote"));

        assertThat(cases.byNumber(number).appointmentDays()).isEmpty();
    }

    @Test
    void L3_the_second_open_request_for_the_same_position_and_place_names_the_first_case() {
        var first = withPd("Customer Experience Strategist");
        submitted(express, at(first, hr), vacancy("Customer Experience Strategist", "Denver, CO", "Remote"));
        var second = withPd("Customer-Experience Strategist");

        refused(
                () -> submitted(express, at(second, hr), vacancy("Customer-Experience  strategist", "Remote")),
                Refusal.Kind.CONFLICT,
                "L3",
                "case " + first);
        submitted(express, at(second, hr), vacancy("Customer-Experience Strategist", "Washington, DC"));
    }

    /** Not the title: one position has one description, and one title may stand for many positions. */
    @Test
    void L3_the_position_description_says_which_position_it_is_and_not_the_title() {
        var first = withPd("Program Analyst");
        submitted(express, at(first, hr), vacancy("Program Analyst", "Remote"));
        var renamed = open(hr, "Management Analyst");
        submitted(identify, at(renamed, hr), pd(pdOf("Program Analyst"), "GS-13", null, null));
        refused(
                () -> submitted(express, at(renamed, hr), vacancy("Management Analyst", "Remote")),
                Refusal.Kind.CONFLICT,
                "L3",
                "case " + first);

        var another = open(hr, "Program Analyst");
        submitted(identify, at(another, hr), pd("PD-0343-2", "GS-13", null, null));
        submitted(express, at(another, hr), vacancy("Program Analyst", "Remote"));
    }

    /** Two offices of one department with the same title and city may both ask. */
    @Test
    void L3_two_sub_agencies_may_both_ask_for_one_position_and_each_only_once() {
        var agency = agencies.byCode(hr.agency()).details();
        agencies.save(
                Actor.SYSTEM,
                new AgencyDetails(
                        agency.code(),
                        agency.name(),
                        agency.ratingPolicyReference(),
                        agency.ratingPolicyDate(),
                        agency.daysToAnswerOffer(),
                        agency.daysToRespond(),
                        agency.mergePolicy(),
                        agency.rplClearanceDays(),
                        List.of("Bureau of Lamps", "Bureau of Doors"),
                        agency.delegatedExamining(),
                        agency.decidesOwnPassOvers()));
        var lamps = withPd("Program Analyst");
        assertThat(express.open(at(lamps, hr)).hasSubAgencies()).isTrue();
        refused(
                () -> submitted(express, at(lamps, hr), vacancyOf("Bureau of Stairs", "Program Analyst", "Remote")),
                Refusal.Kind.INVALID,
                null,
                "Bureau of Stairs is not one of your agency's sub-agencies");
        submitted(express, at(lamps, hr), vacancyOf("bureau of lamps", "Program Analyst", "Remote"));
        assertThat(cases.byNumber(lamps).subAgency()).contains("Bureau of Lamps");
        submitted(
                express, at(withPd("Program Analyst"), hr), vacancyOf("Bureau of Doors", "Program Analyst", "Remote"));
        submitted(express, at(withPd("Program Analyst"), hr), vacancy("Program Analyst", "Remote"));
        refused(
                () -> submitted(
                        express,
                        at(withPd("Program Analyst"), hr),
                        vacancyOf("Bureau of Lamps", "Program Analyst", "Remote")),
                Refusal.Kind.CONFLICT,
                "L3",
                "Bureau of Lamps already has an open request for this position in Remote: case " + lamps);
    }

    @Test
    void L3_a_position_without_a_number_is_known_by_its_title_until_it_is_classified() {
        var first = withPd("Program Analyst");
        submitted(express, at(first, hr), vacancy("Program Analyst", "Remote"));
        var unnumbered = open(hr, "Program Analyst");
        submitted(identify, at(unnumbered, hr), pd(null, "GS-13", null, null));
        submitted(express, at(unnumbered, hr), vacancy("Program Analyst", "Remote"));
        var cover = upload(unnumbered, DocumentPurpose.OF_8);

        refused(
                () -> submitted(
                        classify,
                        at(unnumbered, hr),
                        new ClassifyPositionDescription.Answers(pdOf("Program Analyst"), days.today(), cover, null)),
                Refusal.Kind.CONFLICT,
                "L3",
                "case " + first);
        submitted(
                classify,
                at(unnumbered, hr),
                new ClassifyPositionDescription.Answers("PD-0343-9", days.today(), cover, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Résumé Reviewer,Re\u0301sume\u0301 Reviewer",
        "Chief\u00A0Data Officer,Chief Data Officer",
        "Straßen Planner,STRASSEN planner",
        "Human\u2013Resources Chief,Human-Resources Chi\u00ADef"
    })
    void L3_a_title_written_differently_is_the_same_position(String one, String other) {
        var first = withPd(one);
        express.submit(at(first, hr), vacancy(one, "Remote"));
        var second = withPd(other);

        refused(
                () -> express.submit(at(second, hr), vacancy(other, "Remote")),
                Refusal.Kind.CONFLICT,
                "L3",
                "case " + first);
    }

    @Test
    void a_start_form_sent_twice_at_once_opens_one_case() throws Exception {
        var answers = new OpenCase(
                false, pool.value(), "Pressed twice", UUID.randomUUID().toString());
        var outcomes = atOnce(2, () -> {
            try {
                return starter.start(hr, answers).toString();
            } catch (Refusal refusal) {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                return "second";
            }
        });
        assertThat(outcomes).containsOnlyOnce("second");
        var opened = outcomes.stream()
                .filter(outcome -> !outcome.equals("second"))
                .findFirst()
                .orElseThrow();
        assertThat(openings.opened(hr, answers)).contains(new CaseNumber(opened));
        assertThat(list.of(hr, new CaseList.Wanted(CaseStatus.OPEN, pool, ALL, 0, 100))
                        .cases())
                .filteredOn(row -> row.positionTitle().equals("Pressed twice"))
                .hasSize(1);
        var other = new OpenCase(false, pool.value(), "Another title", answers.openingKey());
        refused(() -> starter.start(hr, other), Refusal.Kind.CONFLICT, null, opened);
        assertThat(openings.opened(hr, other)).isEmpty();
        assertThat(openings.opened(manager, answers)).isEmpty();
    }

    @Test
    void of_two_people_who_close_one_case_at_once_the_second_reads_that_it_is_closed() throws Exception {
        var number = starter.start(hr, new OpenCase(pool.value(), "Closed twice", false));
        var outcomes = atOnce(2, () -> {
            try {
                cases.close(number, CancellationReason.BUDGET, null, hr);
                return "closed";
            } catch (Refusal refusal) {
                return refusal.kind() + ": " + refusal.sentence();
            }
        });
        assertThat(outcomes).containsOnlyOnce("closed");
        assertThat(outcomes).anyMatch(outcome -> outcome.startsWith("CONFLICT: "));
        assertThat(cases.byNumber(number).isOpen()).isFalse();
    }

    @Test
    void L3_a_case_may_change_its_own_request_and_lets_go_what_it_no_longer_asks_for() {
        var first = withPd("Position");
        submitted(express, at(first, hr), vacancy("Position", "Denver, CO", "Remote"));
        submitted(express, at(first, hr), vacancy("Position", "Remote"));
        var second = withPd("Position");

        submitted(express, at(second, hr), vacancy("Position", "Denver, CO"));
        assertThat(cases.byNumber(first).dutyLocations()).containsExactly("Remote");
    }

    @Test
    void L3_of_two_requests_in_the_same_instant_one_wins_and_the_other_reads_which() throws Exception {
        for (int round = 0; round < 5; round++) {
            var title = "Position " + round;
            var cases = List.of(withPd(title), withPd(title));
            var turn = new AtomicInteger();
            var outcomes = atOnce(2, () -> {
                var mine = cases.get(turn.getAndIncrement());
                try {
                    submitted(express, at(mine, hr), vacancy(title, "Denver, CO", "Remote"));
                    return "won " + mine;
                } catch (Refusal refusal) {
                    assertThat(refusal.rule()).contains("L3");
                    return refusal.sentence();
                }
            });
            var winner = outcomes.stream()
                    .filter(outcome -> outcome.startsWith("won "))
                    .toList();
            assertThat(winner).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.startsWith("won "))
                    .singleElement()
                    .asString()
                    .contains("case " + winner.get(0).substring(4));
        }
    }

    @Test
    void L21_an_untrained_coordinator_confirms_nothing() {
        var number = withVacancy("Position");
        var untrained =
                actor("cf-untrained-" + NEXT.get(), "Una Try", manager.agency(), Role.SHARED_CERTIFICATE_COORDINATOR);

        refused(
                () -> submitted(
                        check,
                        at(number, untrained),
                        new CheckPoolMatch.Answers(CheckPoolMatch.Decision.CONFIRMED, null)),
                Refusal.Kind.NOT_YOURS,
                null,
                "training");
    }

    @Test
    void a_vacancy_goes_back_to_HR_with_what_is_to_be_changed() {
        var number = withVacancy("Position");
        refused(
                () -> submitted(
                        check,
                        at(number, coordinator),
                        new CheckPoolMatch.Answers(CheckPoolMatch.Decision.SENT_BACK, null)),
                Refusal.Kind.INVALID,
                null,
                "what HR has to change");
        var routing = submitted(
                check,
                at(number, coordinator),
                new CheckPoolMatch.Answers(CheckPoolMatch.Decision.SENT_BACK, "Use the budget's FTE number."));

        assertThat(value(routing, RoutingVariable.POOL_MATCHED)).isEqualTo(false);
        assertThat(express.open(at(number, hr)).comment()).isEqualTo("Use the budget's FTE number.");
    }

    @Test
    void the_coordinator_sees_the_five_keys_side_by_side() {
        var number = withVacancy("Position");
        var view = check.open(at(number, coordinator));
        assertThat(view.keys()).hasSize(5).allMatch(row -> row.result().equals("Matches"));
        assertThat(view.trained()).isTrue();
        assertThat(view.duplicate()).isNull();
    }

    // ---- step 3, Form B

    @Test
    void L2_each_version_of_form_B_stays_on_file_with_who_signed_it() {
        var number = withRequest("Position");
        var no = submitted(
                formB,
                at(number, manager),
                formBAnswers(VerifyExperienceAndCompetencies.Decision.CANNOT_CERTIFY, YesNo.NO));
        var yes = submitted(
                formB, at(number, expert), formBAnswers(VerifyExperienceAndCompetencies.Decision.CERTIFY, YesNo.YES));

        assertThat(value(no, RoutingVariable.QUALIFICATIONS_MATCHED)).isEqualTo("NO");
        assertThat(value(yes, RoutingVariable.QUALIFICATIONS_MATCHED)).isEqualTo("YES");
        assertThat(files.of(number, hr).forms())
                .extracting(
                        SignedFormVersion::version,
                        SignedFormVersion::outcome,
                        SignedFormVersion::signedByName,
                        SignedFormVersion::signedByPhone)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                2, SignedFormVersion.Outcome.CERTIFIED, "Sam Poe", "202-555-0100"),
                        org.assertj.core.groups.Tuple.tuple(
                                1, SignedFormVersion.Outcome.NOT_CERTIFIED, "Mary Ann Hill", "202-555-0100"));
        assertThat(cases.byNumber(number).formBSignedAt()).isPresent();
    }

    @Test
    void L2_certifying_with_a_no_is_refused_and_nothing_goes_on_file() {
        var number = withRequest("Position");
        refused(
                () -> submitted(
                        formB,
                        at(number, manager),
                        formBAnswers(VerifyExperienceAndCompetencies.Decision.CERTIFY, YesNo.NO)),
                Refusal.Kind.INVALID,
                "L2",
                "Leading projects");
        assertThat(files.of(number, hr).forms()).isEmpty();
    }

    @Test
    void L2_a_certifier_can_say_that_the_pool_does_not_fit_at_all() {
        var number = withRequest("Position");
        var routing = submitted(
                formB,
                at(number, manager),
                formBAnswers(VerifyExperienceAndCompetencies.Decision.CANNOT_CERTIFY_AND_CLOSE, YesNo.NO));
        assertThat(value(routing, RoutingVariable.QUALIFICATIONS_MATCHED)).isEqualTo("CLOSED");
    }

    // ---- step 3, Form A

    @Test
    void form_A_knows_pool_vacancy_and_official_and_waits_for_form_B() {
        var number = withRequest("Position");
        var view = formA.open(at(number, hr));

        assertThat(view.position().grade()).isEqualTo("GS-13");
        assertThat(view.position().dutyLocations()).containsExactly("Denver, CO", "Remote");
        assertThat(view.official().officialName()).isEqualTo("Hank Rivera");
        assertThat(view.policy().ratingPolicy()).isEqualTo("HR Manual 7");
        assertThat(view.formB().formBOnFile()).isFalse();
        refused(
                () -> submitted(formA, at(number, hr), new FormA().answers()),
                Refusal.Kind.INVALID,
                "L2",
                "Mary Ann Hill");
    }

    @Test
    void a_complete_form_A_confirms_the_exemption_and_clears_the_list() {
        var number = withFormB("Position");
        var routing = submitted(formA, at(number, hr), new FormA().answers());

        assertThat(value(routing, RoutingVariable.FREEZE_EXEMPT)).isEqualTo(true);
        assertThat(value(routing, RoutingVariable.RPL_STATUS)).isEqualTo("CLEARED");
        assertThat(cases.byNumber(number).formASignedAt()).isPresent();
    }

    @Test
    void form_A_is_refused_with_each_thing_that_is_missing_or_wrong() {
        var number = withFormB("Position");
        refusedA(number, form -> form.ratingPolicy = false, "category rating policy");
        refusedA(number, form -> form.duplicate = false, "same position, grade and location");
        refusedA(number, form -> form.complete = false, "information on this form is complete");
        refusedA(number, form -> form.fte = false, "funded FTE");
        refusedA(number, form -> form.grade = "GS-12", "The grade is GS-12");
        refusedA(number, form -> form.level = "GS-14", "The full performance level is GS-14");
        refusedA(number, form -> form.appointment = AppointmentType.TEMPORARY, "The appointment type is temporary");
        refusedA(number, form -> form.locations = List.of("Boise, ID"), "Boise, ID is not one of the pool's");
        refusedA(number, form -> form.rpl = null, "Reemployment Priority List");
        refusedA(number, form -> form.ground = null, "Choose the ground");
        refusedA(number, form -> form.ground = "opm-director-exemption", "That ground does not hold for this request");
        refusedA(number, form -> form.ground = "committee-approval-in-staffing-plan", "enter the approval's number");
        refusedA(number, form -> form.freeze = null, "I confirm");
        refusedA(number, form -> form.signature = "Somebody Else", "Hank Rivera");
        assertThat(files.of(number, hr).forms())
                .extracting(SignedFormVersion::form)
                .containsOnly(SignedFormVersion.Form.FORM_B);
        assertThat(cases.byNumber(number).freezeConfirmation()).isEmpty();
    }

    @Test
    void direct_hire_does_not_ask_for_the_category_rating_policy() {
        pool = new AnnouncementNumber(pool.value() + "-DH");
        pools.save(
                Actor.SYSTEM,
                SamplePools.crossGovernment(
                        pool.value(),
                        "issuedOn",
                        days.today().minusDays(40).toString(),
                        "hiringAuthority",
                        "DIRECT_HIRE",
                        "rankingMethod",
                        "UNRANKED"));
        var number = withFormB("Position");
        var form = new FormA();
        form.ratingPolicy = false;

        assertThat(formA.open(at(number, hr)).policy().ratingPolicyAsked()).isFalse();
        assertThat(submitted(formA, at(number, hr), form.answers())).isNotNull();
    }

    @Test
    void L6_a_confirmation_cannot_be_changed_by_anyone() {
        var number = withFormA("Position");
        decideAfterSubmitting(number, AccessDecision.RETURNED, "Please sign again.");
        submitted(
                formB, at(number, manager), formBAnswers(VerifyExperienceAndCompetencies.Decision.CERTIFY, YesNo.YES));
        var other = person("hr-other-" + NEXT.get(), "Opal Hart", manager.agency(), Role.HR_SPECIALIST);
        var form = new FormA();
        form.signature = "Opal Hart";
        form.ground = "committee-approval-in-staffing-plan";
        form.approvalNumber = "SHC-26-1";
        form.approvedOn = days.today();
        refused(() -> submitted(formA, at(number, other), form.answers()), Refusal.Kind.CONFLICT, "L6", "Hank Rivera");
        form.freeze = CompleteTalentPoolRequest.FreezeAnswer.CANNOT_CONFIRM;
        refused(
                () -> submitted(formA, at(number, other), form.answers()),
                Refusal.Kind.CONFLICT,
                "L6",
                "cannot be changed");

        var confirmed = "Hank Rivera has confirmed that the position is exempt from the hiring freeze: The position";
        assertThat(formA.open(at(number, other)).freeze().freezeInWords()).startsWith(confirmed);
        form.freeze = null;
        form.ground = null;
        form.approvalNumber = null;
        form.approvedOn = null;
        submitted(formA, at(number, other), form.answers());
        assertThat(files.of(number, other).timeline())
                .extracting(CaseFile.Event::sentence)
                .last()
                .asString()
                .startsWith("Signed Form A, version 2. " + confirmed);
        assertThat(cases.byNumber(number).freezeConfirmation().orElseThrow().byName())
                .isEqualTo("Hank Rivera");
    }

    @Test
    void L6_who_cannot_confirm_sends_nothing_to_OPM_and_it_stays_in_the_history() {
        var number = withRequest("Position");
        var form = new FormA();
        form.freeze = CompleteTalentPoolRequest.FreezeAnswer.CANNOT_CONFIRM;
        var routing = submitted(formA, at(number, hr), form.answers());

        assertThat(value(routing, RoutingVariable.FREEZE_EXEMPT)).isEqualTo(false);
        assertThat(cases.byNumber(number).formASignedAt()).isEmpty();
        assertThat(files.of(number, hr).forms())
                .extracting(SignedFormVersion::outcome)
                .containsExactly(SignedFormVersion.Outcome.FREEZE_NOT_CONFIRMED);
        refused(() -> clarifies(number, "Sue Visor", null), Refusal.Kind.INVALID, "L6", "nobody else can say it");
        var paper = upload(number, DocumentPurpose.FREEZE_CLARIFICATION);
        refused(() -> clarifies(number, "hank rivera", paper), Refusal.Kind.INVALID, "L6", "your own name");
        var clarified = clarifies(number, "Sue Visor", paper);
        assertThat(value(clarified, RoutingVariable.FREEZE_EXEMPT)).isEqualTo(true);
        assertThat(formA.open(at(number, hr)).freeze().freezeClarification()).isEqualTo("Serves veterans' benefits.");
        assertThat(files.of(number, hr).timeline())
                .extracting(CaseFile.Event::kind)
                .contains("complete-talent-pool-request", "clarify-freeze-exemption");
    }

    private Routing clarifies(CaseNumber number, String supervisor, UUID paper) {
        return submitted(
                clarify,
                at(number, hr),
                new ClarifyFreezeExemption.Answers(
                        ClarifyFreezeExemption.Result.EXEMPT, paper, supervisor, "Serves veterans' benefits."));
    }

    @Test
    void L6_a_document_of_another_case_is_no_evidence() {
        var number = withFormB("Position");
        // Under the memo of January 2025, whose third ground needed a document.
        jdbc.update("update hiring_case set request_started_on = date '2025-09-02' where number = ?", number.value());
        var foreign = upload(open(hr, "Other"), DocumentPurpose.FREEZE_EVIDENCE);
        var form = new FormA();
        form.ground = "opm-director-exemption";
        form.document = foreign;
        refused(() -> submitted(formA, at(number, hr), form.answers()), Refusal.Kind.INVALID, null, "evidence");
        form.document = upload(number, DocumentPurpose.FREEZE_EVIDENCE);
        submitted(formA, at(number, hr), form.answers());
        assertThat(cases.byNumber(number).freezeConfirmation().orElseThrow().document())
                .isEqualTo(form.document);
    }

    @Test
    void L7_a_list_that_is_not_cleared_keeps_the_request_until_an_exception_has_its_ground() {
        var number = withFormB("Position");
        var form = new FormA();
        form.rpl = YesNo.NO;
        var routing = submitted(formA, at(number, hr), form.answers());
        assertThat(value(routing, RoutingVariable.RPL_STATUS)).isEqualTo("NOT_CLEARED");
        refused(
                () -> submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true)),
                Refusal.Kind.INVALID,
                null,
                "Reemployment Priority List is not cleared");
        refused(() -> resolve(number, null, "note"), Refusal.Kind.INVALID, "L7", "legal ground");
        refused(() -> resolve(number, "my-own-ground", "note"), Refusal.Kind.INVALID, "L7", "5 CFR 330.211");
        refused(() -> resolve(number, "ten-point-preference-eligible", null), Refusal.Kind.INVALID, "L7", "why");
        var resolved = resolve(number, "ten-point-preference-eligible", "Certificate lists a CP eligible.");

        assertThat(value(resolved, RoutingVariable.RPL_STATUS)).isEqualTo("EXCEPTION");
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        assertThat(cases.byNumber(number).step()).isEqualTo(CaseStep.DECISION);
    }

    /** 5 CFR part 330 subpart B is about competitive service positions; 302.303 and 302.304 know another list. */
    @Test
    void L7_in_the_excepted_service_no_exception_of_the_competitive_one_is_shown_or_taken() {
        var number = withFormB("Position");
        var form = new FormA();
        form.rpl = YesNo.NO;
        submitted(formA, at(number, hr), form.answers());
        jdbc.update("update hiring_case set service = 'EXCEPTED' where number = ?", number.value());

        var view = resolveRpl.open(at(number, hr));
        assertThat(view.exceptions()).isEmpty();
        assertThat(view.exceptedService()).isTrue();
        refused(
                () -> resolve(number, "ten-point-preference-eligible", "A CP eligible."),
                Refusal.Kind.INVALID,
                "L7",
                "do not apply");
        var cleared = submitted(
                resolveRpl,
                at(number, hr),
                new ResolveRpl.Answers(ResolveRpl.Resolution.CLEARED, null, null, null, null));
        assertThat(value(cleared, RoutingVariable.RPL_STATUS)).isEqualTo("CLEARED");
    }

    /** 5 CFR 330.211(e): that everybody on the list was asked in writing is shown, not said. */
    @Test
    void L7_an_exception_that_rests_on_papers_is_not_recorded_without_them() {
        var number = withFormB("Position");
        var form = new FormA();
        form.rpl = YesNo.NO;
        submitted(formA, at(number, hr), form.answers());
        refused(
                () -> resolve(number, "all-declined", "All four declined."),
                Refusal.Kind.INVALID,
                "L7",
                "Attach the written inquiries");
        var foreign = upload(open(hr, "Other"), DocumentPurpose.RPL_EXCEPTION);
        refused(
                () -> resolve(number, "all-declined", foreign, "All four declined."),
                Refusal.Kind.INVALID,
                null,
                "evidence for the RPL exception");
        var paper = upload(number, DocumentPurpose.RPL_EXCEPTION);
        resolve(number, "all-declined", paper, "All four declined.");

        assertThat(cases.byNumber(number).rplDocument()).contains(paper);
        assertThat(reemployment.inWords(cases.byNumber(number))).endsWith("Its evidence is on file.");
    }

    @Test
    void L7_a_clearance_has_a_day_which_is_neither_to_come_nor_long_ago() {
        var number = withFormB("Position");
        refusedA(number, form -> form.clearedOn = days.today().plusDays(1), "in the future");
        refusedA(number, form -> form.clearedOn = days.today().minusDays(31), "holds for 30 days");
        refusedA(
                number,
                form -> {
                    form.rpl = YesNo.NO;
                    form.clearedOn = days.today();
                },
                "The list is not cleared");
        var form = new FormA();
        form.clearedOn = days.today().minusDays(30);
        submitted(formA, at(number, hr), form.answers());

        assertThat(cases.byNumber(number).rplClearedOn()).contains(form.clearedOn);
        assertThat(formALines(number))
                .containsEntry("Reemployment Priority List", "Cleared on " + Dates.inWordsIfAny(form.clearedOn));
    }

    @Test
    void L7_form_A_is_quoted_with_what_it_holds_and_a_later_clearance_with_its_own_day_and_person() {
        var number = withFormB("Position");
        var form = new FormA();
        form.rpl = YesNo.NO;
        submitted(formA, at(number, hr), form.answers());
        var colleague = person(hr.userId() + "-2", "Pat Hall", hr.agency(), Role.HR_SPECIALIST);
        submitted(
                resolveRpl,
                at(number, colleague),
                new ResolveRpl.Answers(
                        ResolveRpl.Resolution.CLEARED, null, null, null, "Nobody on the list is qualified."));

        var today = Dates.inWords(days.today());
        assertThat(formALines(number))
                .containsEntry("Reemployment Priority List", "Not cleared")
                .containsEntry(
                        "Reemployment Priority List, recorded apart from Form A",
                        "Cleared after all, recorded on " + today + " by Pat Hall.");
        assertThat(reemployment.inWords(cases.byNumber(number)))
                .isEqualTo("Form A, signed on " + today
                        + " by Hank Rivera: not cleared. Cleared after all, recorded on " + today + " by Pat Hall.");
    }

    @Test
    void L7_an_exception_is_told_beside_the_form_that_says_not_cleared() {
        var number = withFormB("Position");
        var form = new FormA();
        form.rpl = YesNo.NO;
        submitted(formA, at(number, hr), form.answers());
        resolve(number, "ten-point-preference-eligible", "Certificate lists a CP eligible.");

        assertThat(reemployment.inWords(cases.byNumber(number)))
                .startsWith("Form A, signed on ")
                .contains("by Hank Rivera: not cleared. An exception applies, recorded on ")
                .endsWith(
                        "by Hank Rivera: A 10-point preference eligible is appointed. (5 CFR 330.211(b)) HR\u2019s reason:"
                                + " Certificate lists a CP eligible.");
    }

    @Test
    void L7_a_form_A_that_says_cleared_is_quoted_alone_also_after_an_exception_before_it() {
        var number = withFormB("Position");
        var form = new FormA();
        form.rpl = YesNo.NO;
        submitted(formA, at(number, hr), form.answers());
        resolve(number, "ten-point-preference-eligible", "Certificate lists a CP eligible.");
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        submitted(
                decide,
                at(number, opm),
                new DecidePoolAccess.Answers(AccessDecision.RETURNED, ToMend.FORM_A, "Ask again."));
        submitted(formA, at(number, hr), new FormA().answers());

        assertThat(formALines(number))
                .containsEntry("Reemployment Priority List", "Cleared")
                .doesNotContainKey("Reemployment Priority List, recorded apart from Form A");
        assertThat(reemployment.inWords(cases.byNumber(number))).endsWith("by Hank Rivera: cleared.");
    }

    @Test
    void that_form_B_was_received_and_is_appropriate_is_told_of_the_version_it_was_said_of() {
        var number = withFormA("Position");
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        assertThat(formALines(number)).containsEntry("Form B received and appropriate", "Yes");
        submitted(
                decide,
                at(number, opm),
                new DecidePoolAccess.Answers(AccessDecision.RETURNED, ToMend.FORM_B, "Which competency?"));
        submitted(formB, at(number, expert), formBAnswers(VerifyExperienceAndCompetencies.Decision.CERTIFY, YesNo.YES));

        assertThat(formALines(number))
                .containsEntry(
                        "Form B received and appropriate",
                        "Yes, of version 1. Version 2 was signed afterwards, on " + Dates.inWords(days.today()) + ".");
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        submitted(
                decide,
                at(number, opm),
                new DecidePoolAccess.Answers(AccessDecision.RETURNED, ToMend.FORM_A, "Read Form B again."));
        submitted(formA, at(number, hr), new FormA().answers());
        assertThat(formALines(number)).containsEntry("Form B received and appropriate", "Yes");
    }

    private Map<String, String> formALines(CaseNumber number) {
        return decide.open(at(number, opm)).forms().formA().stream()
                .collect(toMap(RequestFile.Line::item, RequestFile.Line::answer));
    }

    // ---- the pool's reserved days

    @Test
    void L10_an_agency_without_reserved_days_prepares_everything_and_asks_on_the_day_after_the_last_one() {
        poolIs("priorityAgencies", List.of("CFX"), "priorityUntil", days.today().toString());
        var from = Dates.inWordsIfAny(days.today().plusDays(1));
        var number = withVacancy("Position");
        assertThat(check.open(at(number, coordinator)).reserved()).contains(from);
        submitted(check, at(number, coordinator), new CheckPoolMatch.Answers(CheckPoolMatch.Decision.CONFIRMED, null));
        submitted(
                formB, at(number, manager), formBAnswers(VerifyExperienceAndCompetencies.Decision.CERTIFY, YesNo.YES));
        submitted(formA, at(number, hr), new FormA().answers());

        assertThat(submit.open(at(number, coordinator)).reserved())
                .isEqualTo("The pool is reserved for other agencies until " + Dates.inWordsIfAny(days.today())
                        + ". Your agency may ask for access from " + from + " on.");
        refused(
                () -> submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true)),
                Refusal.Kind.INVALID,
                "L10",
                "may ask for access from " + from + " on.");
        assertThat(cases.byNumber(number).step()).isEqualTo(CaseStep.REQUEST);

        poolIs(
                "priorityAgencies",
                List.of("CFX"),
                "priorityUntil",
                days.today().minusDays(1).toString());
        assertThat(submit.open(at(number, coordinator)).reserved()).isNull();
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        assertThat(cases.byNumber(number).step()).isEqualTo(CaseStep.DECISION);
    }

    // 5 CFR 330.705: displaced employees are cleared before anybody else is taken.
    @Test
    void L16_nobody_gets_access_to_a_pool_whose_displaced_employees_OPM_has_not_cleared_until_it_says_why_not() {
        poolIs("ictapCleared", false);
        var number = withVacancy("Position");
        assertThat(check.open(at(number, coordinator)).keptOut())
                .isEqualTo(
                        "OPM has not cleared displaced employees (ICTAP) for this pool. Agencies get access to it once"
                                + " OPM has, or has said on the pool why not.");
        submitted(check, at(number, coordinator), new CheckPoolMatch.Answers(CheckPoolMatch.Decision.CONFIRMED, null));
        submitted(
                formB, at(number, manager), formBAnswers(VerifyExperienceAndCompetencies.Decision.CERTIFY, YesNo.YES));
        submitted(formA, at(number, hr), new FormA().answers());
        assertThatThrownBy(() -> submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has not cleared displaced employees");

        poolIs("ictapCleared", false, "ictapReason", "No ICTAP eligible applied, and the certificate is ending.");
        assertThat(check.open(at(number, coordinator)).keptOut()).isNull();
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));

        poolIs("ictapCleared", false);
        assertThatThrownBy(() -> submitted(
                        decide, at(number, opm), new DecidePoolAccess.Answers(AccessDecision.APPROVED, null, null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has not cleared displaced employees");
        poolIs("ictapCleared", true);
        submitted(decide, at(number, opm), new DecidePoolAccess.Answers(AccessDecision.APPROVED, null, null));
    }

    @Test
    void L10_an_agency_with_reserved_days_asks_while_they_run() {
        poolIs(
                "priorityAgencies",
                List.of(manager.agency()),
                "priorityUntil",
                days.today().toString());
        var number = withFormA("Position");

        assertThat(check.open(at(number, coordinator)).reserved()).isNull();
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        assertThat(cases.byNumber(number).step()).isEqualTo(CaseStep.DECISION);
    }

    @Test
    void L10_who_opens_a_case_reads_beside_the_pool_from_which_day_their_agency_may_ask() {
        poolIs(
                "priorityAgencies",
                List.of(manager.agency()),
                "priorityUntil",
                days.today().plusDays(3).toString());
        var from = "yours may ask for access from "
                + days.dueDayInWords(days.today().plusDays(4));

        assertThat(choiceOfPool(stranger)).contains(from);
        assertThat(choiceOfPool(manager)).doesNotContain("may ask for access");
    }

    @Test
    void L10_reserved_days_that_come_after_a_request_do_not_undo_it() {
        var number = withFormA("Position");
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        poolIs("priorityAgencies", List.of("CFX"), "priorityUntil", days.today().toString());

        submitted(decide, at(number, opm), new DecidePoolAccess.Answers(AccessDecision.APPROVED, null, null));
        assertThat(cases.byNumber(number).accessApproved()).isTrue();
    }

    @Test
    void L10_only_the_coordinator_or_HR_of_an_agency_with_reserved_days_asks_for_more_while_they_run() {
        var number = starter.start(hr, new OpenCase(pool.value(), "Position", false));
        var later = days.today().plusDays(20);
        refused(() -> extensions.ask(number, later, "Two rounds.", hr), Refusal.Kind.INVALID, "L10", "none to extend");
        reservedForUsUntil(days.today());

        refused(() -> extensions.ask(number, later, "Two rounds.", manager), Refusal.Kind.NOT_YOURS, null, "");
        refused(() -> extensions.ask(number, later, "Two rounds.", stranger), Refusal.Kind.UNKNOWN, null, "");
        refused(() -> extensions.ask(number, null, "Two rounds.", hr), Refusal.Kind.INVALID, null, "Choose the day");
        refused(() -> extensions.ask(number, later, " ", hr), Refusal.Kind.INVALID, null, "Say why");
        refused(
                () -> extensions.ask(number, days.today(), "Two rounds.", hr),
                Refusal.Kind.INVALID,
                "L10",
                "Choose a later day");
        refused(
                () -> extensions.ask(number, days.today().plusYears(1), "Two rounds.", hr),
                Refusal.Kind.INVALID,
                "L10",
                "The pool is open until");
        assertThat(extensions.ofCase(number)).isEmpty();

        extensions.ask(number, later, "Two rounds.", coordinator);
        assertThat(extensions.ofCase(number))
                .singleElement()
                .extracting(PriorityExtension::state)
                .isEqualTo(PriorityExtension.State.OPEN);
        var other = starter.start(hr, new OpenCase(pool.value(), "Other position", false));
        refused(
                () -> extensions.ask(other, later, "Two rounds.", hr),
                Refusal.Kind.CONFLICT,
                "L10",
                "in case " + number + ". Wait for OPM's decision.");
        var view = files.of(number, hr).priority();
        assertThat(view.agencies()).containsExactly(hr.agency());
        assertThat(view.opensOn()).isNull();
        assertThat(view.extensions())
                .extracting(CaseFile.ExtensionPart::stateTitle)
                .containsExactly("With OPM");
    }

    @Test
    void L10_of_two_requests_for_more_days_in_the_same_instant_one_is_made() throws Exception {
        reservedForUsUntil(days.today());
        var numbers = List.of(
                starter.start(hr, new OpenCase(pool.value(), "One", false)),
                starter.start(hr, new OpenCase(pool.value(), "Two", false)));
        var turn = new AtomicInteger();
        var outcomes = atOnce(2, () -> {
            try {
                extensions.ask(numbers.get(turn.getAndIncrement()), days.today().plusDays(5), "Two rounds.", hr);
                return "asked";
            } catch (Refusal refusal) {
                return refusal.rule().orElseThrow() + " " + refusal.kind();
            }
        });
        assertThat(outcomes).containsExactlyInAnyOrder("asked", "L10 CONFLICT");
    }

    @Test
    void L10_L21_OPM_moves_the_last_reserved_day_on_the_pools_own_record_and_nobody_of_the_asking_agency_does() {
        reservedForUsUntil(days.today());
        var later = days.today().plusDays(20);
        var number = starter.start(hr, new OpenCase(pool.value(), "Position", false));
        extensions.ask(number, later, "Two rounds.", hr);
        var grant = new DecidePriorityExtension.Answers(PriorityDecision.GRANTED, null);
        var ours = actor("cf-ours", "Una Sided", hr.agency(), Role.OPM_CROSS_GOV);
        for (var person : List.of(hr, coordinator, manager)) {
            refused(() -> submitted(decideExtension, at(number, person), grant), Refusal.Kind.NOT_YOURS, null, "OPM");
        }
        refused(
                () -> submitted(decideExtension, at(number, ours), grant),
                Refusal.Kind.NOT_YOURS,
                null,
                "both sides: you belong to the agency that asks");
        assertThat(pools.byAnnouncement(pool).priorityUntil()).contains(days.today());

        var routing = submitted(decideExtension, at(number, opm), grant);

        assertThat(value(routing, RoutingVariable.PRIORITY_DECISION)).isEqualTo("GRANTED");
        assertThat(pools.byAnnouncement(pool).priorityUntil()).contains(later);
        assertThat(audit.of(pool.value())).extracting("kind").endsWith("extend-reserved-days");
        assertThat(audit.of(number.value())).extracting("kind").endsWith("decide-priority-extension");
        refused(() -> submitted(decideExtension, at(number, opm), grant), Refusal.Kind.CONFLICT, "L10", "any more");
    }

    private void reservedForUsUntil(LocalDate until) {
        poolIs("priorityAgencies", List.of(hr.agency()), "priorityUntil", until.toString());
    }

    private String choiceOfPool(Actor actor) {
        return choice.about(new SearchWords(pool.value()), actor).options().stream()
                .filter(option -> option.value().equals(pool.value()))
                .map(Option::label)
                .findFirst()
                .orElseThrow();
    }

    /** Changes the pool: name, value, name, value … */
    private void poolIs(Object... changes) {
        var all = new ArrayList<Object>(
                List.of("issuedOn", days.today().minusDays(40).toString()));
        all.addAll(List.of(changes));
        pools.save(Actor.SYSTEM, SamplePools.crossGovernment(pool.value(), all.toArray()));
    }

    // ---- step 3, OPM

    @Test
    void OPM_reads_both_forms_and_approves() {
        var number = withFormA("Position");
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        var view = decide.open(at(number, opm));
        assertThat(view.forms().complete()).isTrue();
        assertThat(view.forms().formB())
                .extracting(RequestFile.StatementLine::statement)
                .containsExactly("Leading projects", "Stakeholder Engagement");
        var routing =
                submitted(decide, at(number, opm), new DecidePoolAccess.Answers(AccessDecision.APPROVED, null, null));

        assertThat(value(routing, RoutingVariable.ACCESS_DECISION)).isEqualTo("APPROVED");
        assertThat(cases.byNumber(number).accessApproved()).isTrue();
        assertThat(cases.byNumber(number).step()).isEqualTo(CaseStep.REVIEW);
    }

    @Test
    void a_returned_request_needs_both_forms_again_and_shows_OPMs_comment() {
        var number = withFormA("Position");
        refused(
                () -> decideAfterSubmitting(number, AccessDecision.RETURNED, null),
                Refusal.Kind.INVALID,
                null,
                "what is missing");
        submitted(
                decide,
                at(number, opm),
                new DecidePoolAccess.Answers(AccessDecision.RETURNED, ToMend.BOTH, "Name the unit."));

        assertThat(formA.open(at(number, hr)).back().accessComment())
                .isEqualTo("Form A and Form B are to be signed again. Name the unit.");
        refused(
                () -> submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true)),
                Refusal.Kind.INVALID,
                null,
                "Form A is not signed. Form B is not certified");
    }

    @Test
    void what_OPM_does_not_want_mended_stays_signed() {
        var number = withFormA("Position");
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        submitted(
                decide,
                at(number, opm),
                new DecidePoolAccess.Answers(AccessDecision.RETURNED, ToMend.FORM_A, "The phone number is missing."));

        assertThat(formB.open(at(number, manager)).accessComment())
                .isEqualTo("Form A is to be signed again. The phone number is missing.");
        refused(
                () -> submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true)),
                Refusal.Kind.INVALID,
                null,
                "Form A is not signed.");
        submitted(formA, at(number, hr), new FormA().answers());
        assertThat(submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true)))
                .isNotNull();
        // Whoever of OPM decides now need not be who returned it.
        assertThat(decide.open(at(number, opm)).returnedBefore())
                .isEqualTo("Form A is to be signed again. The phone number is missing.");
    }

    @Test
    void a_request_that_was_never_returned_says_nothing_of_it() {
        var number = withFormA("Position");
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        assertThat(decide.open(at(number, opm)).returnedBefore()).isNull();
    }

    @Test
    void L21_only_OPM_decides_on_access() {
        var number = withFormA("Position");
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        for (var person : List.of(manager, hr, coordinator)) {
            refused(
                    () -> submitted(
                            decide,
                            at(number, person),
                            new DecidePoolAccess.Answers(AccessDecision.APPROVED, null, null)),
                    Refusal.Kind.NOT_YOURS,
                    null,
                    "OPM");
        }
    }

    // ---- the end

    @Test
    void a_closed_case_frees_its_request_keeps_its_reason_and_takes_nothing_more() {
        var number = starter.start(hr, new OpenCase(pool.value(), "Position", false));
        submitted(identify, at(number, manager), pd("GS-13", null, null));
        submitted(express, at(number, hr), vacancy("Position", "Denver, CO"));
        refused(() -> cases.close(number, CancellationReason.OTHER, " ", hr), Refusal.Kind.INVALID, null, "note");
        refused(
                () -> cases.close(number, CancellationReason.BUDGET, null, coordinator),
                Refusal.Kind.NOT_YOURS,
                null,
                "");
        refused(() -> cases.close(number, CancellationReason.BUDGET, null, stranger), Refusal.Kind.UNKNOWN, null, "");

        cases.close(number, CancellationReason.BUDGET, "Cut in the spring.", manager);

        var closing = files.of(number, hr).closing();
        assertThat(closing.reason()).isEqualTo(ClosingReason.CANCELLED);
        assertThat(closing.because()).isEqualTo(CancellationReason.BUDGET);
        assertThat(closing.by()).isEqualTo("Mary Ann Hill");
        var again = withPd("Position");
        submitted(express, at(again, hr), vacancy("Position", "Denver, CO"));
        refused(
                () -> submitted(express, at(number, hr), vacancy("Position", "Remote")),
                Refusal.Kind.CONFLICT,
                null,
                "is closed");
        refused(
                () -> cases.close(number, CancellationReason.BUDGET, null, hr),
                Refusal.Kind.CONFLICT,
                null,
                "is closed");
    }

    @Test
    void a_process_closes_its_case_once_and_changes_nothing_afterwards() {
        var number = open(hr, "Position");
        cases.closedByProcess(number, ClosingReason.FROZEN, Actor.SYSTEM);
        cases.closedByProcess(number, ClosingReason.FILLED, Actor.SYSTEM);

        var hiring = cases.byNumber(number);
        assertThat(hiring.closingReason()).contains(ClosingReason.FROZEN);
        assertThat(hiring.accessApproved()).isFalse();
        assertThat(audit.of(number.value())).extracting("kind").containsExactly("open-case", "close-case");
    }

    // ---- lists

    @Test
    void people_list_their_own_agencys_cases_only_and_OPM_all() {
        var mine = open(hr, "Position");
        var theirs = open(stranger, "Position");

        assertThat(numbers(hr, null)).contains(mine).doesNotContain(theirs);
        assertThat(numbers(opm, null)).contains(mine, theirs);
        cases.closedByProcess(mine, ClosingReason.FROZEN, Actor.SYSTEM);
        assertThat(numbers(hr, CaseStatus.OPEN)).doesNotContain(mine);
        assertThat(numbers(hr, CaseStatus.CLOSED)).containsExactly(mine);
    }

    @Test
    void a_long_list_comes_in_pages_newest_first() {
        var opened = List.of(open(hr, "A"), open(hr, "B"), open(hr, "C"));
        var first = list.of(hr, new CaseList.Wanted(null, pool, ALL, 0, 2));
        var second = list.of(hr, new CaseList.Wanted(null, pool, ALL, 1, 2));

        assertThat(first.total()).isEqualTo(3);
        assertThat(first.cases()).extracting(CaseList.Row::number).containsExactly(opened.get(2), opened.get(1));
        assertThat(second.cases()).extracting(CaseList.Row::number).containsExactly(opened.get(0));
    }

    @Test
    void the_page_after_one_begins_where_that_one_ends_and_leads_back() {
        var opened = List.of(open(hr, "A"), open(hr, "B"), open(hr, "C"), open(hr, "D"), open(hr, "E"));
        var older = list.of(hr, new CaseList.Wanted(null, pool, ALL, 1, 2, opened.get(3), null));
        var oldest = list.of(hr, new CaseList.Wanted(null, pool, ALL, 2, 2, opened.get(1), null));
        var newer = list.of(hr, new CaseList.Wanted(null, pool, ALL, 1, 2, null, opened.get(0)));
        var newest = list.of(hr, new CaseList.Wanted(null, pool, ALL, 0, 3, null, opened.get(1)));

        assertThat(older.cases()).extracting(CaseList.Row::number).containsExactly(opened.get(2), opened.get(1));
        assertThat(List.of(older.newer(), older.older())).containsExactly(true, true);
        assertThat(older.range()).isEqualTo("3\u20134 of 5");
        assertThat(oldest.cases()).extracting(CaseList.Row::number).containsExactly(opened.get(0));
        assertThat(List.of(oldest.newer(), oldest.older())).containsExactly(true, false);
        assertThat(newer.cases()).extracting(CaseList.Row::number).containsExactly(opened.get(2), opened.get(1));
        assertThat(List.of(newer.newer(), newer.older())).containsExactly(true, true);
        assertThat(newest.cases())
                .extracting(CaseList.Row::number)
                .containsExactly(opened.get(4), opened.get(3), opened.get(2));
        assertThat(List.of(newest.newer(), newest.older())).containsExactly(false, true);
    }

    // ---- how far a case has come

    private CaseNumber open(Actor actor, String title) {
        return openCase.submit(actor, new OpenCase(pool.value(), title, false)).caseNumber();
    }

    private CaseNumber withPd(String title) {
        var number = open(hr, title);
        submitted(identify, at(number, hr), pd(pdOf(title), "GS-13", null, null));
        return number;
    }

    /** A position that is called the same, however it is written, has one description. */
    private static String pdOf(String title) {
        return "PD " + PositionKey.of(title);
    }

    private CaseNumber withVacancy(String title) {
        var number = withPd(title);
        submitted(express, at(number, hr), vacancy(title, "Denver, CO", "Remote"));
        return number;
    }

    private CaseNumber withRequest(String title) {
        var number = withVacancy(title);
        submitted(check, at(number, coordinator), new CheckPoolMatch.Answers(CheckPoolMatch.Decision.CONFIRMED, null));
        return number;
    }

    private CaseNumber withFormB(String title) {
        var number = withRequest(title);
        submitted(
                formB, at(number, manager), formBAnswers(VerifyExperienceAndCompetencies.Decision.CERTIFY, YesNo.YES));
        return number;
    }

    private CaseNumber withFormA(String title) {
        var number = withFormB(title);
        submitted(formA, at(number, hr), new FormA().answers());
        return number;
    }

    private void decideAfterSubmitting(CaseNumber number, AccessDecision decision, String comment) {
        submitted(submit, at(number, coordinator), new SubmitTalentPoolRequest.Answers(true));
        var mend = decision == AccessDecision.RETURNED ? ToMend.BOTH : null;
        submitted(decide, at(number, opm), new DecidePoolAccess.Answers(decision, mend, comment));
    }

    private Routing resolve(CaseNumber number, String ground, String note) {
        return resolve(number, ground, null, note);
    }

    private Routing resolve(CaseNumber number, String ground, UUID document, String note) {
        return submitted(
                resolveRpl,
                at(number, hr),
                new ResolveRpl.Answers(ResolveRpl.Resolution.EXCEPTION, null, ground, document, note));
    }

    // ---- answers

    private IdentifyPositionDescription.Answers pd(String grade, LocalDate classifiedOn, UUID coverSheet) {
        return pd("PD-0301-77", grade, classifiedOn, coverSheet);
    }

    private IdentifyPositionDescription.Answers pd(
            String pdNumber, String grade, LocalDate classifiedOn, UUID coverSheet) {
        return new IdentifyPositionDescription.Answers(
                pdNumber,
                "0301",
                grade,
                "GS-13",
                PdSource.EXISTING,
                true,
                classifiedOn == null
                        ? IdentifyPositionDescription.Classification.REQUESTED
                        : IdentifyPositionDescription.Classification.CLASSIFIED,
                classifiedOn,
                coverSheet,
                null,
                classifiedOn == null ? days.today() : null);
    }

    private ExpressInterest.Answers vacancyOf(String subAgency, String title, String... locations) {
        var answers = vacancy(title, locations);
        return new ExpressInterest.Answers(
                answers.positionTitle(),
                subAgency,
                answers.appointmentType(),
                answers.service(),
                answers.appointmentDays(),
                answers.dutyLocations(),
                answers.fundedFte(),
                answers.fteNumber(),
                answers.vacancies(),
                answers.needValidatedOn());
    }

    private ExpressInterest.Answers vacancy(String title, String... locations) {
        return vacancy(title, AppointmentType.PERMANENT, locations);
    }

    private ExpressInterest.Answers vacancy(String title, AppointmentType type, String... locations) {
        return vacancy(title, type, null, locations);
    }

    private ExpressInterest.Answers vacancy(String title, AppointmentType type, Integer length, String... locations) {
        return new ExpressInterest.Answers(
                title,
                null,
                type,
                Service.COMPETITIVE,
                length,
                List.of(locations),
                true,
                "FTE-1",
                2,
                days.today().minusDays(10));
    }

    /** The sample pool has one statement of each kind; the answer is that of the first. */
    private static VerifyExperienceAndCompetencies.Answers formBAnswers(
            VerifyExperienceAndCompetencies.Decision decision, YesNo answer) {
        return new VerifyExperienceAndCompetencies.Answers(
                List.of(new FormB.Answer(1, answer, YesNo.YES)),
                List.of(new FormB.Answer(2, YesNo.YES, YesNo.YES)),
                decision,
                "202-555-0100");
    }

    /** A complete Form A, to be spoilt. */
    private static final class FormA {

        private boolean ratingPolicy = true;
        private boolean duplicate = true;
        private boolean complete = true;
        private boolean fte = true;
        private String grade = "GS-13";
        private String level = "GS-13";
        private AppointmentType appointment = AppointmentType.PERMANENT;
        private List<String> locations = List.of("Denver, CO", "Remote");
        private YesNo rpl = YesNo.YES;
        private LocalDate clearedOn;
        private String ground = "order-immigration-security-safety";
        private UUID document;
        private String approvalNumber;
        private LocalDate approvedOn;
        private CompleteTalentPoolRequest.FreezeAnswer freeze = CompleteTalentPoolRequest.FreezeAnswer.CONFIRM;
        private String signature = "hank  rivera";

        private CompleteTalentPoolRequest.Answers answers() {
            return new CompleteTalentPoolRequest.Answers(
                    true,
                    ratingPolicy,
                    duplicate,
                    fte,
                    complete,
                    "Position",
                    "0301",
                    grade,
                    level,
                    appointment,
                    locations,
                    rpl,
                    clearedOn,
                    ground,
                    document,
                    approvalNumber,
                    approvedOn,
                    approvalNumber == null ? null : "Line 14",
                    approvedOn,
                    freeze,
                    "202-555-0101",
                    signature);
        }
    }

    private void refusedA(CaseNumber number, Consumer<FormA> spoilt, String words) {
        var form = new FormA();
        spoilt.accept(form);
        refused(() -> submitted(formA, at(number, hr), form.answers()), Refusal.Kind.INVALID, null, words);
    }

    // ---- people, files, time

    private static TaskContext at(CaseNumber number, Actor actor) {
        return new TaskContext(number, null, actor);
    }

    private Actor person(String id, String name, String agency, Role role) {
        people.save(
                Actor.SYSTEM,
                new PersonDetails(
                        id,
                        name,
                        id + "@agency.example",
                        "202-555-0199",
                        agency,
                        Set.of(role),
                        role == Role.SHARED_CERTIFICATE_COORDINATOR ? LocalDate.of(2024, 5, 1) : null,
                        null));
        return actor(id, name, agency, role);
    }

    private static Actor actor(String id, String name, String agency, Role role) {
        return new Actor(id, name, id + "@agency.example", agency, new HashSet<>(List.of(role)));
    }

    private UUID upload(CaseNumber number, DocumentPurpose purpose) {
        var content = new ByteArrayInputStream(SampleFiles.pdf());
        return documents
                .store(DocumentOwner.ofCase(number, manager.agency()), purpose, "paper.pdf", content, hr)
                .id();
    }

    private List<CaseNumber> numbers(Actor actor, CaseStatus status) {
        return list.of(actor, new CaseList.Wanted(status, pool, ALL, 0, 100)).cases().stream()
                .map(CaseList.Row::number)
                .toList();
    }

    private static Object value(Routing routing, RoutingVariable variable) {
        return routing.values().get(variable);
    }

    private static void refused(ThrowingCallable work, Refusal.Kind kind, String rule, String words) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.sentence()).contains(words);
            if (rule != null) {
                assertThat(refusal.rule()).contains(rule);
            }
        });
    }

    private static <T> List<T> atOnce(int people, Callable<T> work) throws Exception {
        var barrier = new CyclicBarrier(people);
        var pool = Executors.newFixedThreadPool(people);
        try {
            var running = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < people; i++) {
                running.add(pool.submit(() -> {
                    barrier.await();
                    return work.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
