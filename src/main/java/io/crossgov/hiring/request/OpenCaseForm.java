package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.StartForm;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Where a case begins: a hiring manager or HR specialist chooses a pool that is open today. */
@FormOf("cross-gov-hiring")
class OpenCaseForm implements StartForm<OpenCase> {

    private static final SearchWords ALL = new SearchWords("");

    /** As many are found by looking. */
    private static final int MOST_READ_THROUGH = 10;

    private final Cases cases;
    private final CaseNumbers numbers;
    private final Pools pools;
    private final Agencies agencies;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OfficeClock days;
    private final PoolChoice choice;
    private final CaseOpenings openings;

    OpenCaseForm(
            Cases cases,
            CaseNumbers numbers,
            Pools pools,
            Agencies agencies,
            DecisionLog audit,
            ApplicationEventPublisher events,
            Clock clock,
            OfficeClock days,
            PoolChoice choice,
            CaseOpenings openings) {
        this.cases = cases;
        this.numbers = numbers;
        this.pools = pools;
        this.agencies = agencies;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.days = days;
        this.choice = choice;
        this.openings = openings;
    }

    /**
     * @param announcement chosen already when only one pool is open
     * @param openingKey a new one each time the form is opened
     * @param pools open today, as far as they are offered at once
     * @param poolsInWords how many there are
     * @param manyPools whether there are too many to read through
     */
    record View(
            String agencyName,
            String announcement,
            String positionTitle,
            boolean requestPortalAccount,
            String openingKey,
            List<Option> pools,
            String poolsInWords,
            boolean manyPools) {}

    @Override
    public View open(Actor actor) {
        var found = choice.about(ALL, actor);
        var open = found.options();
        return new View(
                agencies.find(actor.agency()).map(agency -> agency.name()).orElse(actor.agency()),
                open.size() == 1 ? open.get(0).value() : null,
                null,
                false,
                UUID.randomUUID().toString(),
                open,
                found.inWords(),
                open.size() > MOST_READ_THROUGH);
    }

    @Override
    public void check(Actor actor, OpenCase answers, Faults faults) {
        actor.mustHave(Role.HIRING_MANAGER, Role.HR_SPECIALIST);
        openings.mustBeNew(actor, answers);
        if (answers.announcement() != null) {
            faults.check(() -> chosen(answers.announcement()));
        }
    }

    @Override
    public Optional<CaseNumber> startedAlready(Actor actor, OpenCase answers) {
        return openings.opened(actor, answers);
    }

    @Override
    public Started submit(Actor actor, OpenCase answers) {
        actor.mustHave(Role.HIRING_MANAGER, Role.HR_SPECIALIST);
        agencies.byCode(actor.agency());
        var pool = chosen(answers.announcement());
        var opened = new HiringCase(
                numbers.next(), pool.announcement(), answers.positionTitle().strip(), actor, clock.instant());
        var ownEmployeesFirst = pool.ownEmployeesFirst(opened.agency());
        if (ownEmployeesFirst) {
            opened.askForReviewOfOwnEmployees();
        }
        var hiring = cases.add(opened);
        openings.record(actor, answers, hiring.number());
        audit.record(DecisionLog.Entry.inCase(
                hiring.number(),
                actor,
                "open-case",
                "Opened a case for " + hiring.positionTitle() + " from pool " + pool.announcement() + ".",
                null,
                Map.of("announcement", pool.announcement(), "positionTitle", hiring.positionTitle())));
        events.publishEvent(new CaseOpened(hiring.number(), hiring.agency(), hiring.announcement()));
        if (answers.requestPortalAccount()) {
            events.publishEvent(new PortalAccountRequested(hiring.number(), actor.userId()));
        }
        return new Started(
                hiring.number(),
                new Routing(Map.of(
                        RoutingVariable.CASE_NUMBER,
                        hiring.number().value(),
                        RoutingVariable.AGENCY,
                        hiring.agency(),
                        RoutingVariable.POOL_ID,
                        pool.announcement().value(),
                        RoutingVariable.OWN_EMPLOYEES_FIRST,
                        ownEmployeesFirst,
                        RoutingVariable.FORM_A_TO_SIGN,
                        true,
                        RoutingVariable.FORM_B_TO_SIGN,
                        true)));
    }

    private TalentPool chosen(String announcement) {
        var pool = pools.find(new AnnouncementNumber(announcement))
                .orElseThrow(() -> Refusal.invalid(
                        "announcement", "There is no talent pool " + announcement + ". Choose one that is open."));
        var window = pool.window();
        if (!window.isOpenOn(days.today())) {
            throw Refusal.byRule(
                    "L18",
                    "announcement",
                    "Talent pool " + announcement + " is not open today: selections may be made from "
                            + Dates.inWordsIfAny(window.issuedOn()) + " to " + Dates.inWordsIfAny(window.lastDay())
                            + ". Choose one that is open.");
        }
        return pool;
    }
}
