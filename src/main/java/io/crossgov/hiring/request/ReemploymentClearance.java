package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.ReemploymentList;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The day on which a Reemployment Priority List was cleared, and whether that day is long ago by now (L7). */
@Component
public class ReemploymentClearance {

    private final Cases cases;
    private final Agencies agencies;
    private final DecisionLog decisions;
    private final OfficeClock office;

    ReemploymentClearance(Cases cases, Agencies agencies, DecisionLog decisions, OfficeClock office) {
        this.cases = cases;
        this.agencies = agencies;
        this.decisions = decisions;
        this.office = office;
    }

    /** The day that was given, or today when none was. */
    LocalDate day(LocalDate given) {
        return given == null ? office.today() : given;
    }

    /** Finds a day that cannot be: to come, or so long ago that the clearance holds no more. */
    void check(HiringCase hiring, String field, LocalDate clearedOn, Faults faults) {
        if (clearedOn == null) {
            return;
        }
        var days = daysOf(hiring);
        if (clearedOn.isAfter(office.today())) {
            faults.addByRule("L7", field, "The day on which the list was cleared is in the future.");
        } else if (ReemploymentList.isToBeConfirmed(clearedOn, days, office.today())) {
            faults.addByRule(
                    "L7",
                    field,
                    "A clearance of your agency holds for " + Counted.of(days, "day")
                            + ". This one is older: have the list cleared again and enter that day.");
        }
    }

    /**
     * Why HR has to say again that the list is cleared, in a sentence; empty when it need not. What was cleared before a day was asked for
     * is not asked about.
     */
    public Optional<String> toConfirm(HiringCase hiring) {
        return hiring.rplStatus()
                .filter(RplStatus.CLEARED::equals)
                .flatMap(cleared -> hiring.rplClearedOn())
                .filter(on -> ReemploymentList.isToBeConfirmed(on, daysOf(hiring), office.today()))
                .map(on -> "It was cleared on " + Dates.inWordsIfAny(on) + ", more than "
                        + Counted.of(daysOf(hiring), "day") + " ago.");
    }

    /**
     * As {@link #confirm(HiringCase, Actor)}, outside of a task.
     *
     * @throws Refusal 404 and 403 unless HR of the agency asks, 409 when the case is closed or the clearance holds still
     */
    @Transactional
    public void confirm(CaseNumber number, Actor actor) {
        var hiring = cases.workedOn(number, actor, Role.HR_SPECIALIST);
        if (toConfirm(hiring).isEmpty()) {
            throw Refusal.conflictByRule(
                    "L7", "Nothing is to be confirmed: the Reemployment Priority List was not cleared long ago.");
        }
        confirm(hiring, actor);
    }

    /** HR has looked, and the list is cleared still. */
    public void confirm(HiringCase hiring, Actor actor) {
        var before = hiring.rplClearedOn().map(LocalDate::toString).orElse("");
        hiring.confirmRpl(office.today(), actor.name());
        decisions.record(DecisionLog.Entry.inCase(
                hiring.number(),
                actor,
                "confirm-rpl",
                "Confirmed that the Reemployment Priority List is still cleared.",
                Map.of("rplClearedOn", before),
                Map.of("rplClearedOn", office.today().toString())));
    }

    private int daysOf(HiringCase hiring) {
        return agencies.byCode(hiring.agency()).rplClearanceDays();
    }
}
