package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in, with agency, roles and how to reach them. */
@Service
@Transactional
public class People {

    /** The Competitive Service Act of 2015 became law (Public Law 114-137). */
    private static final LocalDate FIRST_SHARED = LocalDate.of(2016, 3, 18);

    private final PersonTable table;
    private final Agencies agencies;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final Validator validator;
    private final OfficeClock clock;

    People(
            PersonTable table,
            Agencies agencies,
            DecisionLog decisions,
            ApplicationEventPublisher events,
            Validator validator,
            OfficeClock clock) {
        this.table = table;
        this.agencies = agencies;
        this.decisions = decisions;
        this.events = events;
        this.validator = validator;
        this.clock = clock;
    }

    /** @throws Refusal 404 when nobody has that user name */
    @Transactional(readOnly = true)
    public Person byId(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** The person with that user name. */
    @Transactional(readOnly = true)
    public Optional<Person> find(String id) {
        return table.findById(id);
    }

    /** The people of an agency who have one of the roles, by user name. */
    @Transactional(readOnly = true)
    public List<Person> withRole(String agencyCode, Role... oneOf) {
        return table.ofAgencyWithRole(agencyCode, List.of(oneOf));
    }

    /** OPM's CrossGovHiring team. */
    @Transactional(readOnly = true)
    public List<Person> ofOpm() {
        return withRole(Actor.OPM, Role.OPM_CROSS_GOV);
    }

    /** Everybody at an agency, by user name. */
    @Transactional(readOnly = true)
    public List<Person> ofAgency(String agencyCode) {
        return table.ofAgency(agencyCode);
    }

    /** Full names by user name, of those who exist: one query. */
    @Transactional(readOnly = true)
    public Map<String, String> namesOf(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : table.named(ids).stream()
                        .collect(Collectors.toMap(PersonTable.Named::getId, PersonTable.Named::getName));
    }

    /** Everybody, by user name. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return table.everybody();
    }

    /** Whether nobody has been set up yet. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return table.count() == 0;
    }

    /**
     * Adds a person or changes one; saving the same again changes nothing. Publishes {@link PersonSaved}.
     *
     * @throws Refusal 403 unless {@code actor} is OPM staff; 404 for an unknown agency; 400 for roles that do not go with the
     *     agency or a coordinator without training date (L21), and for taking OPM's role from the last who has it
     * @throws jakarta.validation.ConstraintViolationException for wrong or missing details
     */
    public Person save(Actor actor, PersonDetails details) {
        SetUp.mustBeOpm(actor);
        SetUp.check(validator, details);
        agencies.byCode(details.agency());
        checkRoles(details);
        var known = table.findById(details.id());
        var before = known.map(Person::details).orElse(null);
        var after = details.withoutPassword();
        if (after.equals(before)) {
            return known.orElseThrow();
        }
        if (before != null && isOfTheTeam(before.roles()) && !isOfTheTeam(details.roles())) {
            mustLeaveSomebody(details.id());
        }
        var person = known.orElseGet(() -> new Person(details));
        person.change(details);
        person = saved(person);
        decisions.record(new DecisionLog.Entry(
                DecisionLog.SET_UP,
                actor,
                "save-person",
                (before == null ? "Person added: " : "Person changed: ") + details.id() + " of " + details.agency()
                        + ".",
                before,
                after));
        events.publishEvent(new PersonSaved(
                person.id(),
                person.name(),
                person.email(),
                person.agency(),
                person.roles(),
                Optional.ofNullable(before == null ? details.initialPassword() : null),
                !actor.equals(Actor.SYSTEM)));
        return person;
    }

    private static boolean isOfTheTeam(Set<Role> roles) {
        return roles.contains(Role.OPM_CROSS_GOV);
    }

    /** Two who take the role from each other at once wait for each other. */
    private void mustLeaveSomebody(String leaving) {
        table.held(Actor.OPM);
        if (ofOpm().stream().allMatch(person -> person.id().equals(leaving))) {
            throw Refusal.invalid(
                    "roles",
                    "Nobody would be left who decides for OPM and sets up people. Give the role to somebody else first.");
        }
    }

    private void checkRoles(PersonDetails details) {
        if (details.id().equals(Actor.SYSTEM.userId())) {
            throw Refusal.invalid("id", "The user name \"system\" is the product's own. Choose another.");
        }
        var ofOpm = details.agency().equals(Actor.OPM);
        if (details.roles().stream().anyMatch(role -> role.isOpm() != ofOpm)) {
            throw Refusal.byRule(
                    "L21",
                    "roles",
                    ofOpm
                            ? "OPM's people have OPM's roles only: opm-cross-gov or opm-designer."
                            : "OPM's roles are for OPM's people only. Nobody decides on both sides.");
        }
        if (details.roles().contains(Role.SHARED_CERTIFICATE_COORDINATOR)) {
            if (details.trainedOn() == null) {
                throw Refusal.byRule(
                        "L21",
                        "trainedOn",
                        "A Shared Certificate Coordinator must have completed the training: give its date as trainedOn.");
            }
            if (details.trainedOn().isAfter(clock.today())) {
                throw Refusal.byRule("L21", "trainedOn", "The coordinator's training date is in the future.");
            }
            if (details.trainedOn().isBefore(FIRST_SHARED)) {
                throw Refusal.byRule(
                        "L21",
                        "trainedOn",
                        "Certificates are shared since " + Dates.inWords(FIRST_SHARED)
                                + ": nobody was trained for it before.");
            }
        }
    }

    private Person saved(Person person) {
        try {
            return table.saveAndFlush(person);
        } catch (DataIntegrityViolationException failure) {
            throw LostRace.orFailure(
                    failure,
                    Refusal.conflict("Somebody added " + person.id() + " at the same moment. Look at it first."));
        }
    }

    static Refusal unknown(String id) {
        return Refusal.unknown("There is nobody with the user name " + id + ".");
    }
}
