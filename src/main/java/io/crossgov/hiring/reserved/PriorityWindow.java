package io.crossgov.hiring.reserved;

import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.law.ReservedDays;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.pool.TalentPool;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The first days of a pool that are reserved for named agencies, as others read of them (L10). */
@Component
public class PriorityWindow {

    private final OfficeClock days;

    PriorityWindow(OfficeClock days) {
        this.days = days;
    }

    /** The sentence with the date from which the agency may ask; empty when it may ask today. */
    public Optional<String> keepsOut(TalentPool pool, String agency) {
        return refusal(pool, agency).map(refused -> refused.sentence(UUID::toString));
    }

    /** The day from which the agency may ask; empty when it may ask today. */
    public Optional<LocalDate> opensTo(TalentPool pool, String agency) {
        return refusal(pool, agency).flatMap(refused -> pool.priorityUntil()).map(until -> until.plusDays(1));
    }

    /** Whether there is any day until which the agency may ask to have the pool reserved. */
    boolean canBeExtended(TalentPool pool, String agency) {
        return keepsFromExtending(pool, agency, pool.window().lastDay()).isEmpty();
    }

    /** The sentence that says why the pool cannot stay reserved for the agency until that day; empty when it can. */
    Optional<String> keepsFromExtending(TalentPool pool, String agency, LocalDate until) {
        return ReservedDays.mayExtend(
                                pool.priorityAgencies(),
                                pool.priorityUntil(),
                                agency,
                                until,
                                pool.window().lastDay(),
                                days.today())
                        instanceof Ruling.Refused refused
                ? Optional.of(refused.sentence(UUID::toString))
                : Optional.empty();
    }

    private Optional<Ruling.Refused> refusal(TalentPool pool, String agency) {
        return ReservedDays.mayAsk(pool.priorityAgencies(), pool.priorityUntil(), agency, days.today())
                        instanceof Ruling.Refused refused
                ? Optional.of(refused)
                : Optional.empty();
    }
}
