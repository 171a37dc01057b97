package io.crossgov.hiring.offer;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.AgencyDetails;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.PersonDetails;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.SamplePools;
import io.crossgov.hiring.request.SampleCases;
import io.crossgov.hiring.selection.SampleSelections;
import io.crossgov.hiring.task.TaskContext;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Two agencies with cases on one pool, and selections as steps 5 to 7 leave them. */
class VerifiedSelections {

    static final int DAYS_TO_ANSWER = 7;
    static final int DAYS_SINCE_NEED = 40;
    static final int DAYS_SINCE_RELEASE = 10;

    static final Actor OPM = new Actor("offer.opm", "Olive Opm", "o@example.gov", "OPM", Set.of(Role.OPM_CROSS_GOV));
    static final Actor HR = hr("OFA");
    static final Actor OTHER_HR = hr("OFB");
    static final Actor MANAGER =
            new Actor("offer.hm", "Mona Manager", "m@example.gov", "OFA", Set.of(Role.HIRING_MANAGER));
    static final Actor EXPERT =
            new Actor("offer.sme", "Ellis Expert", "e@example.gov", "OFA", Set.of(Role.SUBJECT_MATTER_EXPERT));

    private static final AnnouncementNumber POOL = new AnnouncementNumber("CGA-OFFER-26-TEST");

    /** No case of any other test has numbers of this year. */
    private static final int YEAR = 2091;

    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    @Autowired
    private Pools pools;

    @Autowired
    private Cases cases;

    @Autowired
    private CandidateAvailability availability;

    @Autowired
    private EntityManager database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private OfficeClock office;

    @Autowired
    private Clock clock;

    private static Actor hr(String agency) {
        return new Actor("offer.hr." + agency, "Hank Hr", "h@example.gov", agency, Set.of(Role.HR_SPECIALIST));
    }

    /** An open case of that person's agency with one vacancy for a GS-13. */
    CaseNumber hiringCase(Actor person) {
        return transaction.execute(done -> {
            for (var code : Set.of("OPM", HR.agency(), OTHER_HR.agency())) {
                if (agencies.find(code).isEmpty()) {
                    agencies.save(OPM, new AgencyDetails(code, "Agency " + code, null, null, DAYS_TO_ANSWER));
                }
            }
            people.save(
                    Actor.SYSTEM,
                    new PersonDetails(
                            "offer.hr.ofa",
                            HR.name(),
                            HR.email(),
                            null,
                            HR.agency(),
                            Set.of(Role.HR_SPECIALIST),
                            null,
                            null));
            pools.save(OPM, SamplePools.crossGovernment(POOL.value()));
            var number = CaseNumber.of(YEAR, LAST.incrementAndGet());
            database.persist(SampleCases.approved(
                    number, POOL, person, office.today().minusDays(DAYS_SINCE_NEED), clock.instant()));
            return number;
        });
    }

    /** @param federalAgency as the pool knows it; null for who is no federal employee */
    UUID candidate(String federalAgency) {
        var id = UUID.randomUUID();
        jdbc.update(
                "insert into candidate (id, announcement, applicant_number, name, email, preference, priority_status, rating,"
                        + " opted_in, federal_agency, availability, number_key, email_key, name_key, person_key, version)"
                        + " values (?, ?, ?, 'Casey Candidate', ?, 'NONE', 'NONE', 'BEST_QUALIFIED', true, ?,"
                        + " 'AVAILABLE', ?, ?, 'casey candidate', ?, 0)",
                id,
                POOL.value(),
                id.toString(),
                id + "@example.com",
                federalAgency,
                id.toString(),
                id + "@example.com",
                id + "@example.com");
        return id;
    }

    /** A selection that OPM has not verified yet. */
    UUID returned(CaseNumber number, UUID candidate) {
        return transaction.execute(done -> {
            var selection = SampleSelections.returned(
                    cases.byNumber(number), candidate, office.today().minusDays(DAYS_SINCE_RELEASE), clock.instant());
            database.persist(selection);
            return selection.id();
        });
    }

    /** A selection that OPM has verified; it holds its candidate. */
    UUID verified(CaseNumber number, UUID candidate) {
        return transaction.execute(done -> {
            var selection = SampleSelections.verified(
                    cases.byNumber(number), candidate, office.today().minusDays(DAYS_SINCE_RELEASE), clock.instant());
            database.persist(selection);
            availability.commit(candidate, selection.id(), selection.agency(), () -> {});
            return selection.id();
        });
    }

    /** A verified selection of a candidate of its own in a case of its own, as HR of the first agency opens its tasks. */
    TaskContext verified(String federalAgency) {
        var number = hiringCase(HR);
        return new TaskContext(number, verified(number, candidate(federalAgency)), HR);
    }
}
