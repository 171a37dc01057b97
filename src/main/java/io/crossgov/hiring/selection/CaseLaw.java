package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toSet;

import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.Agency;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.CaseStanding;
import io.crossgov.hiring.law.Eligible;
import io.crossgov.hiring.law.ReferralList;
import io.crossgov.hiring.law.ReferredCategories;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.TalentPool;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A case and its candidates, as the law looks at them. */
@Component
class CaseLaw {

    private final Rankings rankings;
    private final Agencies agencies;

    CaseLaw(Rankings rankings, Agencies agencies) {
        this.rankings = rankings;
        this.agencies = agencies;
    }

    /**
     * Who of the field is referred to the case.
     *
     * @param others of the case, and not in its field now
     */
    ReferralList list(
            HiringCase hiring,
            TalentPool pool,
            ReferredCategories categories,
            Collection<Candidate> field,
            Collection<Candidate> others) {
        return ReferralList.of(
                rankings.of(pool),
                categories,
                ownSpelling(pool, hiring),
                writings(hiring),
                field.stream().map(CaseLaw::eligible).toList(),
                others.stream().map(CaseLaw::eligible).toList());
    }

    /** Every way in which the agency may be written in a candidate's record: an agency is all its components (5 CFR 330.602). */
    private Set<String> writings(HiringCase hiring) {
        return agencies.find(hiring.agency()).map(Agency::writings).orElseGet(() -> Set.of(hiring.agency()));
    }

    /** The duty locations of the case, in the pool's writing. */
    static Set<String> ownSpelling(TalentPool pool, HiringCase hiring) {
        return hiring.dutyLocations().stream()
                .map(location -> pool.dutyLocation(location).orElse(location))
                .collect(toSet());
    }

    private static Eligible eligible(Candidate candidate) {
        return new Eligible(
                candidate.id(),
                candidate.personKey(),
                candidate.applicantNumber(),
                candidate.rating().orElse(null),
                candidate.score().orElse(null),
                candidate.points(),
                candidate.preference(),
                candidate.priorityStatus(),
                candidate.commutingArea().orElse(null),
                candidate.federalAgency().orElse(null),
                candidate.optedIn(),
                candidate.dutyLocations(),
                candidate.availability());
    }

    /**
     * @param standings what the case has on record, as far as it counts
     * @param toldOpmOn empty while electing
     */
    static Situation situation(
            CaseCandidates.Known known,
            Map<UUID, CaseStanding> standings,
            LocalDate electedOn,
            Optional<LocalDate> toldOpmOn) {
        var hiring = known.hiring();
        return new Situation(
                known.pool().window(),
                known.pool().ownEmployeesFirst(hiring.agency()),
                hiring.ownEmployeesApplyUntil(),
                hiring.ownEmployeesToReview(),
                isShort(hiring),
                electedOn,
                toldOpmOn,
                ownSpelling(known.pool(), hiring),
                known.list(),
                standings,
                hiring.vacancies(),
                known.vacanciesTaken());
    }

    private static boolean isShort(HiringCase hiring) {
        return hiring.appointmentType()
                        .filter(AppointmentType.TEMPORARY::equals)
                        .isPresent()
                && hiring.appointmentDays().isPresent()
                && Situation.isShort(hiring.appointmentDays().getAsInt());
    }
}
