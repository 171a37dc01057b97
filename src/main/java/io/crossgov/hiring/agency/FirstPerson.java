package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.BeforeOpening;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.StartRefused;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the first of OPM's people in where there is nobody yet, as configured; that person sets up everybody else. Does nothing as soon as
 * there is anybody.
 */
@Component
@Order(6)
class FirstPerson implements BeforeOpening {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPerson.class);

    private final Agencies agencies;
    private final People people;
    private final Details first;

    /**
     * The first person.
     *
     * @param id user name; without one nobody is let in
     * @param password first password
     */
    @ConfigurationProperties("crossgov.first-person")
    record Details(String id, String name, String email, String password) {

        boolean areGiven() {
            return id != null && !id.isBlank();
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Details[id=" + id + "]";
        }
    }

    FirstPerson(Agencies agencies, People people, Details first) {
        this.agencies = agencies;
        this.people = people;
        this.first = first;
    }

    @Override
    @Transactional
    public void prepare() {
        if (!people.isEmpty()) {
            return;
        }
        if (!first.areGiven()) {
            LOG.warn(
                    "Nobody can sign in yet. Configure crossgov.first-person (id, name, email, password) and start again.");
            return;
        }
        try {
            letIn();
        } catch (Refusal refusal) {
            throw refused(refusal.sentence());
        } catch (ConstraintViolationException wrong) {
            throw refused(wrong.getConstraintViolations().stream()
                    .map(ConstraintViolation::getMessage)
                    .sorted()
                    .collect(Collectors.joining(" ")));
        }
        LOG.info("{} of OPM is let in as the first person.", first.id());
    }

    private static StartRefused refused(String why) {
        return new StartRefused("The first person cannot be let in. " + why
                + " Correct crossgov.first-person (id, name, email, password) and start again.");
    }

    private void letIn() {
        if (agencies.find(Actor.OPM).isEmpty()) {
            agencies.save(
                    Actor.SYSTEM, new AgencyDetails(Actor.OPM, "Office of Personnel Management", null, null, null));
        }
        people.save(
                Actor.SYSTEM,
                new PersonDetails(
                        first.id(),
                        first.name(),
                        first.email(),
                        null,
                        Actor.OPM,
                        Set.of(Role.OPM_CROSS_GOV),
                        null,
                        first.password()));
    }
}
