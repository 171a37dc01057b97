package io.crossgov.hiring.law;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody on a made-up certificate. Unless a test says otherwise: best qualified, without preference or priority, agreed to be shared,
 * available, and would work in Denver. Names come in alphabetical order where the order of equals matters.
 */
final class Applicant {

    static final String DENVER = "Denver, CO";
    static final String WASHINGTON = "Washington, DC";

    private final String name;
    private String person;
    private Rating rating = Rating.BEST_QUALIFIED;
    private BigDecimal score;
    private Points points = Points.INCLUDED;
    private VeteransPreference preference = VeteransPreference.NONE;
    private PriorityStatus priority = PriorityStatus.NONE;
    private String commutingArea;
    private String federalAgency;
    private boolean optedIn = true;
    private Set<String> locations = Set.of(DENVER);
    private Availability availability = Availability.AVAILABLE;

    private Applicant(String name) {
        this.name = name;
        person = name;
    }

    static Applicant called(String name) {
        return new Applicant(name);
    }

    Applicant rated(Rating category) {
        rating = category;
        return this;
    }

    Applicant scored(String points) {
        rating = null;
        score = new BigDecimal(points);
        return this;
    }

    Applicant with(Points added) {
        points = added;
        return this;
    }

    Applicant with(VeteransPreference adjudicated) {
        preference = adjudicated;
        return this;
    }

    /** Displaced from a position in {@code area}, of {@code agency}. */
    Applicant displaced(PriorityStatus plan, String area, String agency) {
        priority = plan;
        commutingArea = area;
        federalAgency = agency;
        return this;
    }

    Applicant in(String... duty) {
        locations = Set.of(duty);
        return this;
    }

    Applicant notShared() {
        optedIn = false;
        return this;
    }

    Applicant nowIs(Availability changed) {
        availability = changed;
        return this;
    }

    /** Another record of the same person. */
    Applicant sameAs(Applicant other) {
        person = other.person;
        return this;
    }

    UUID id() {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Eligible eligible() {
        return new Eligible(
                id(),
                person,
                name,
                rating,
                score,
                points,
                preference,
                priority,
                commutingArea,
                federalAgency,
                optedIn,
                locations,
                availability);
    }

    @Override
    public String toString() {
        return name;
    }
}
