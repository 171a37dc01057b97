package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.HiringCase;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people at a case's agency, as the letters of one story need them: who has a role and who has worked on the case is read once. */
final class CaseStaff {

    private final HiringCase hiring;
    private final People people;
    private final DecisionLog audit;
    private final Map<Role, List<Person>> byRole = new EnumMap<>(Role.class);
    private Set<String> worked;

    CaseStaff(HiringCase hiring, People people, DecisionLog audit) {
        this.hiring = hiring;
        this.people = people;
        this.audit = audit;
    }

    /** The people of each role who have worked on the case; where none of a role has, everybody at the agency who has it. */
    List<Person> of(Role... roles) {
        var missing = EnumSet.noneOf(Role.class);
        missing.addAll(Arrays.asList(roles));
        missing.removeAll(byRole.keySet());
        if (!missing.isEmpty()) {
            read(missing);
        }
        return Arrays.stream(roles).flatMap(role -> byRole.get(role).stream()).toList();
    }

    private void read(Set<Role> roles) {
        if (worked == null) {
            worked = audit.whoDecided(hiring.number().value());
        }
        var all = people.withRole(hiring.agency(), roles.toArray(Role[]::new));
        for (var role : roles) {
            var having = all.stream().filter(person -> person.has(role)).toList();
            var involved = having.stream()
                    .filter(person -> worked.contains(person.id()))
                    .toList();
            byRole.put(role, involved.isEmpty() ? having : involved);
        }
    }
}
