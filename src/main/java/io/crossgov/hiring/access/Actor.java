package io.crossgov.hiring.access;

import io.crossgov.hiring.common.Refusal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks. Every query and every decision starts from an actor.
 *
 * @param userId user name
 * @param name full name, as it stands under a signature
 * @param agency agency code; {@code OPM} for OPM staff
 */
public record Actor(String userId, String name, String email, String agency, Set<Role> roles) {

    /** Agency code of OPM itself. */
    public static final String OPM = "OPM";

    /** The product itself, when a clock and not a person acts. */
    public static final Actor SYSTEM = new Actor("system", "The system", "", OPM, Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** OPM's CrossGovHiring team: sees all agencies, decides for OPM. */
    public boolean isOpmStaff() {
        return has(Role.OPM_CROSS_GOV);
    }

    /** Whether this person only draws processes: models and where instances stand, no cases and nobody in them. */
    public boolean isDesignerOnly() {
        return roles.equals(Set.of(Role.OPM_DESIGNER));
    }

    /** Whether this person works for that agency (OPM staff work for none but OPM). */
    public boolean worksFor(String agencyCode) {
        return agency.equals(agencyCode);
    }

    /** Whether this person may know of that agency's cases: own agency, or OPM staff. */
    public boolean maySee(String agencyCode) {
        return isOpmStaff() || worksFor(agencyCode);
    }

    /** @param which agency that is, in a word @throws Refusal 403 unless the person works for that agency */
    public void mustWorkFor(String agencyCode, String which) {
        if (!worksFor(agencyCode)) {
            throw Refusal.notYours("Only people of the " + which + " agency can do this.");
        }
    }

    /** @throws Refusal 403 unless the person has one of the roles */
    public void mustHave(Role... oneOf) {
        if (Arrays.stream(oneOf).noneMatch(this::has)) {
            throw Refusal.notYours("This is for the role "
                    + Arrays.stream(oneOf).map(Role::title).collect(Collectors.joining(" or ")) + ".");
        }
    }

    /** Role titles, for the audit. */
    public String roleTitles() {
        return roles.stream().map(Role::title).sorted().collect(Collectors.joining(", "));
    }
}
