package io.crossgov.hiring.law;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

/**
 * One candidate of a certificate, as the law looks at people.
 *
 * @param person the same for all records of one person, who stands on a list once
 * @param applicantNumber settles the order of people the law holds equal
 * @param rating quality category, or null in a pool without categories
 * @param score 0 to 100, or null in a pool without scores
 * @param points whether the points of preference are in the score
 * @param commutingArea the area in which the priority holds, or null
 * @param federalAgency code or name of the agency of a current or former federal employee, or null
 * @param locations duty locations the candidate would work at, in the pool's writing
 */
public record Eligible(
        UUID id,
        String person,
        String applicantNumber,
        Rating rating,
        BigDecimal score,
        Points points,
        VeteransPreference preference,
        PriorityStatus priority,
        String commutingArea,
        String federalAgency,
        boolean optedIn,
        Set<String> locations,
        Availability availability) {

    public Eligible {
        locations = Set.copyOf(locations);
    }

    /** The same record, of somebody who would work at all of these places and has this preference, by whichever of several records. */
    Eligible of(Set<String> everywhere, VeteransPreference strongest) {
        return new Eligible(
                id,
                person,
                applicantNumber,
                rating,
                score,
                points,
                strongest,
                priority,
                commutingArea,
                federalAgency,
                optedIn,
                everywhere,
                availability);
    }

    boolean isAvailable() {
        return availability == Availability.AVAILABLE;
    }

    /** Whether the candidate is in the field for a case at all: agreed to be shared, and would work at one of its locations (L11). */
    boolean matches(Set<String> caseLocations) {
        return optedIn && locations.stream().anyMatch(caseLocations::contains);
    }
}
