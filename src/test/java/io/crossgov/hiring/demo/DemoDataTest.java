package io.crossgov.hiring.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.Agency;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.agency.PersonDetails;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.PoolList;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.QualificationStatement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What somebody finds who starts the product for the first time. */
@OnBothDatabases
class DemoDataTest {

    private static final AnnouncementNumber CX_STRATEGIST = new AnnouncementNumber("CGA-DE-12339419-24-MS");

    private static final AnnouncementNumber SHARED_BY_VA = new AnnouncementNumber("VA-DE-12604417-26-SC");

    @Autowired
    private PoolList list;

    @Autowired
    private DemoData demo;

    @Autowired
    private DemoRunner nextStart;

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    @Autowired
    private Directory directory;

    @Autowired
    private Pools pools;

    @Autowired
    private Candidates candidates;

    @Autowired
    private Documents documents;

    @Autowired
    private DecisionLog decisions;

    @Autowired
    private OfficeClock clock;

    @Autowired
    private Cases cases;

    @Value("${crossgov.demo.password}")
    private String password;

    @Test
    void three_agencies_and_OPM_have_one_person_for_each_role() {
        assertThat(agencies.all()).extracting(Agency::code).contains("GSA", "OPM", "SSA", "VA");
        for (var agency : List.of("GSA", "SSA", "VA")) {
            for (var role : Role.values()) {
                assertThat(people.withRole(agency, role)).hasSize(role.isOpm() ? 0 : 1);
            }
        }
        assertThat(people.ofOpm()).extracting(Person::id).contains("opm-1", "opm-2", "opm-3");
        assertThat(people.withRole(Actor.OPM, Role.OPM_DESIGNER))
                .extracting(Person::id)
                .contains("opm-designer");
    }

    @Test
    void everybody_signs_in_with_the_password_shown_and_acts_for_agency_and_roles() {
        for (var id : List.of("gsa-manager", "ssa-coordinator", "opm-1", "opm-designer")) {
            var person = people.byId(id);
            assertThat(directory.tryPassword(id, password)).isEqualTo(Directory.Attempt.RIGHT);
            assertThat(directory.find(id)).hasValueSatisfying(actor -> {
                assertThat(actor.agency()).isEqualTo(person.agency());
                assertThat(actor.roles()).isEqualTo(person.roles());
                assertThat(actor.name()).isEqualTo(person.name());
            });
        }
    }

    @Test
    void L21_every_coordinator_is_trained() {
        for (var agency : List.of("GSA", "SSA", "VA")) {
            assertThat(people.withRole(agency, Role.SHARED_CERTIFICATE_COORDINATOR))
                    .allMatch(person -> person.isTrainedCoordinatorOn(clock.today()));
        }
    }

    @Test
    void the_pool_of_the_source_documents_is_open_and_asks_fourteen_questions_on_Form_B() {
        var pool = pools.whole(CX_STRATEGIST);

        assertThat(pool.label()).isEqualTo("Customer Experience Strategist, GS-0301-13");
        assertThat(pool.window().isOpenOn(clock.today())).isTrue();
        assertThat(pool.statements()).hasSize(7);
        assertThat(pool.statements())
                .filteredOn(one -> one.kind() == QualificationStatement.Kind.SPECIALIZED_EXPERIENCE)
                .hasSize(4);
        assertThat(pool.generalCompetencies()).hasSize(9);
        assertThat(pool.equivalentGrades()).containsEntry("GS-13", Set.of("NH-03"));
    }

    @Test
    void its_forty_candidates_vary_and_some_have_a_resume() {
        assertThat(candidates.count(CX_STRATEGIST)).isEqualTo(40);
        var all = candidates.next(CX_STRATEGIST, "", 100);

        assertThat(all).extracting(Candidate::preference).contains(VeteransPreference.values());
        assertThat(all).extracting(one -> one.rating().orElseThrow()).contains(Rating.values());
        assertThat(all).extracting(Candidate::optedIn).contains(true, false);
        assertThat(all).anyMatch(candidate -> candidate.federalAgency().isPresent());
        assertThat(documents.ofCandidates(all.stream().map(Candidate::id).toList()))
                .hasSize(6);
    }

    @Test
    void one_pool_is_shared_by_an_agency_for_240_days() {
        assertThat(list.find(new SearchWords("VA-DE-"), 100))
                .filteredOn(pool ->
                        pool.poolType() == PoolType.CSA && pool.issuingAgency().equals("VA"))
                .anySatisfy(pool -> {
                    assertThat(pool.window().lastDay())
                            .isEqualTo(pool.issuedOn().plusDays(239));
                    assertThat(candidates.count(pool.announcement())).isPositive();
                });
    }

    @Test
    void one_pool_is_ranked_by_score_as_was_fixed_before_its_announcement_and_one_is_for_direct_hire() {
        assertThat(list.find(new SearchWords("Data Scientist"), 100))
                .singleElement()
                .satisfies(pool -> {
                    assertThat(pool.rankingMethod()).isEqualTo(RankingMethod.NUMERIC);
                    assertThat(pools.whole(pool.announcement()).details().cutOffFixedOn())
                            .isBefore(pools.whole(pool.announcement()).details().opensOn());
                    assertThat(candidates.count(pool.announcement())).isEqualTo(8);
                });
        assertThat(list.find(new SearchWords("Information Security"), 100))
                .singleElement()
                .satisfies(pool -> {
                    assertThat(pool.hiringAuthority()).isEqualTo(HiringAuthority.DIRECT_HIRE);
                    assertThat(candidates.count(pool.announcement())).isEqualTo(6);
                });
    }

    /** Where the README lets one try merging: nobody else is lifted into it, or has priority there. */
    @Test
    void L13_in_Denver_two_stand_in_the_highest_category() {
        assertThat(candidates.field(CX_STRATEGIST, Set.of("denver, co"), Set.of(Rating.BEST_QUALIFIED)))
                .extracting(Candidate::name)
                .containsExactlyInAnyOrder("Gavin Thornhill", "Esther Nakamura");
    }

    @Test
    void L11_a_case_in_Washington_finds_the_best_qualified_who_are_available_there() {
        var field = candidates.field(CX_STRATEGIST, Set.of("washington, dc"), Set.of(Rating.BEST_QUALIFIED));

        assertThat(field)
                .filteredOn(candidate -> candidate.rating().orElseThrow() == Rating.BEST_QUALIFIED)
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(field).allSatisfy(candidate -> {
            assertThat(candidate.isAvailable()).isTrue();
            assertThat(candidate.dutyLocations()).contains("Washington, DC");
            assertThat(candidate.optedIn()).isTrue();
        });
    }

    /** The three grounds of the memo of January 2025, whole, in cases of their time. */
    @Test
    void L6_older_cases_show_the_grounds_that_held_when_they_started() {
        var grounds = Stream.of("XGH-2025-000101", "XGH-2025-000102", "XGH-2025-000103")
                .map(number -> cases.byNumber(new CaseNumber(number)))
                .peek(older -> assertThat(older.isOpen()).isFalse())
                .map(older -> older.freezeConfirmation().orElseThrow().ground());

        assertThat(grounds)
                .containsExactly(
                        "immigration-security-safety", "social-security-medicare-veterans", "opm-director-exemption");
        assertThat(documents.ofCase(new CaseNumber("XGH-2025-000103"), DocumentPurpose.FREEZE_EVIDENCE))
                .extracting(StoredDocument::name)
                .containsExactly("opm-exemption.pdf");
    }

    @Test
    void L20_loading_the_same_files_again_changes_nothing() {
        var before = onRecord();
        var onFile = resumes();

        demo.bringIn();

        assertThat(onRecord()).isEqualTo(before);
        assertThat(resumes()).isEqualTo(onFile);
        assertThat(candidates.count(CX_STRATEGIST)).isEqualTo(40);
    }

    @Test
    void what_OPM_has_changed_since_is_not_undone_by_the_next_start() {
        var expert = people.byId("ssa-expert").details();
        var renamed = new PersonDetails(
                expert.id(),
                "Renamed Since",
                expert.email(),
                expert.phone(),
                expert.agency(),
                expert.roles(),
                expert.trainedOn(),
                null);
        people.save(Actor.SYSTEM, renamed);
        var before = onRecord();
        try {
            nextStart.prepare();

            assertThat(people.byId("ssa-expert").name()).isEqualTo("Renamed Since");
            assertThat(onRecord()).isEqualTo(before);
        } finally {
            people.save(Actor.SYSTEM, expert);
        }
    }

    @Test
    void L20_what_was_loaded_is_on_record() {
        assertThat(decisions.of(CX_STRATEGIST.value()))
                .extracting("kind")
                .contains("save-pool", "import-candidates", "attach-candidate-document");
        assertThat(decisions.firstBroken(CX_STRATEGIST.value())).isEmpty();
        assertThat(decisions.firstBroken(DecisionLog.SET_UP)).isEmpty();
    }

    /** How much is on record of the set-up and of each pool of the demonstration. */
    private List<Integer> onRecord() {
        return Stream.of(DecisionLog.SET_UP, CX_STRATEGIST.value(), SHARED_BY_VA.value())
                .map(stream -> decisions.of(stream).size())
                .toList();
    }

    private Set<UUID> resumes() {
        var everybody = candidates.next(CX_STRATEGIST, "", 100).stream()
                .map(Candidate::id)
                .toList();
        return documents.ofCandidates(everybody).values().stream()
                .flatMap(List::stream)
                .map(StoredDocument::id)
                .collect(Collectors.toSet());
    }
}
