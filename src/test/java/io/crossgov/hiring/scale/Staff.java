package io.crossgov.hiring.scale;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.AgencyDetails;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.PersonDetails;
import io.crossgov.hiring.workflow.HireScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sixty agencies of very different size with one to three people of each role, and twenty people of OPM's, all set up as OPM does. */
final class Staff {

    static final int AGENCIES = 60;
    private static final int OPM_PEOPLE = 20;

    /** Who works on a case. */
    record Crew(
            String agency,
            String agencyName,
            Person manager,
            Person hr,
            Person coordinator,
            Person expert,
            Person opm) {}

    /** Somebody who signs in. */
    record Person(String id, String name, String email) {}

    private Staff() {}

    /** Code of an agency; the first is the largest. */
    static String agency(int place) {
        return "AG%02d".formatted(place);
    }

    /** User name. @param number from 1 on */
    static String user(int agency, Role role, int number) {
        return (agency(agency) + "-" + role.groupId() + "-" + number).toLowerCase(java.util.Locale.ROOT);
    }

    static String opm(int number) {
        return "opm-of-sixty-" + number;
    }

    /** Sets everybody up. @return crews as often as their agency's share of the cases */
    static List<Crew> hired(ApplicationContext application) {
        var agencies = application.getBean(Agencies.class);
        var people = application.getBean(People.class);
        var opm = new ArrayList<Person>();
        for (int number = 1; number <= OPM_PEOPLE; number++) {
            opm.add(arrived(people, opm(number), Actor.OPM, Role.OPM_CROSS_GOV));
        }
        var crews = new ArrayList<Crew>();
        for (int place = 1; place <= AGENCIES; place++) {
            var code = agency(place);
            var name = "Agency number " + place;
            agencies.save(Actor.SYSTEM, new AgencyDetails(code, name, "Policy 12", HireScenario.FIRST_DAY, 5));
            var teams = place <= 10 ? 3 : place <= 30 ? 2 : 1;
            var share = Math.max(1, 240 / place / teams);
            for (int team = 1; team <= teams; team++) {
                var crew = new Crew(
                        code,
                        name,
                        arrived(people, user(place, Role.HIRING_MANAGER, team), code, Role.HIRING_MANAGER),
                        arrived(people, user(place, Role.HR_SPECIALIST, team), code, Role.HR_SPECIALIST),
                        arrived(
                                people,
                                user(place, Role.SHARED_CERTIFICATE_COORDINATOR, team),
                                code,
                                Role.SHARED_CERTIFICATE_COORDINATOR),
                        arrived(
                                people,
                                user(place, Role.SUBJECT_MATTER_EXPERT, team),
                                code,
                                Role.SUBJECT_MATTER_EXPERT),
                        opm.get(crews.size() % OPM_PEOPLE));
                for (int times = 0; times < share; times++) {
                    crews.add(crew);
                }
            }
        }
        return crews;
    }

    private static Person arrived(People people, String id, String agency, Role role) {
        var name = "Person " + id;
        var email = id + "@agencies.example.gov";
        people.save(
                Actor.SYSTEM,
                new PersonDetails(
                        id,
                        name,
                        email,
                        "202-555-0100",
                        agency,
                        Set.of(role),
                        role == Role.SHARED_CERTIFICATE_COORDINATOR ? HireScenario.FIRST_DAY.minusYears(1) : null,
                        HireScenario.PASSWORD));
        return new Person(id, name, email);
    }

    /** Keeps the crews where the copies' statements find them. */
    static void write(JdbcTemplate jdbc, List<Crew> crews) {
        jdbc.execute("create table crowd.crew (crew int primary key, agency text, agency_name text, manager text,"
                + " manager_name text, manager_email text, hr text, hr_name text, hr_email text, coordinator text,"
                + " coordinator_name text, coordinator_email text, expert text, expert_name text, expert_email text,"
                + " opm text, opm_name text, opm_email text)");
        var rows = new ArrayList<Object[]>();
        for (int number = 0; number < crews.size(); number++) {
            var crew = crews.get(number);
            var row = new ArrayList<Object>(List.of(number, crew.agency(), crew.agencyName()));
            for (var person : List.of(crew.manager(), crew.hr(), crew.coordinator(), crew.expert(), crew.opm())) {
                row.addAll(List.of(person.id(), person.name(), person.email()));
            }
            rows.add(row.toArray());
        }
        jdbc.batchUpdate("insert into crowd.crew values (" + "?, ".repeat(17) + "?)", rows);
    }
}
