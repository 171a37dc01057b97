package io.crossgov.hiring.agency;

import static java.util.stream.Collectors.toSet;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AgencyCode;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agencies. */
@Service
@Transactional
public class Agencies {

    /** The Homeland Security Act of 2002 (Public Law 107-296), which lets agencies rate by category, became law. */
    private static final LocalDate FIRST_CATEGORY_RATING = LocalDate.of(2002, 11, 25);

    private final AgencyTable table;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final Validator validator;
    private final OfficeClock clock;

    Agencies(
            AgencyTable table,
            DecisionLog decisions,
            ApplicationEventPublisher events,
            Validator validator,
            OfficeClock clock) {
        this.table = table;
        this.decisions = decisions;
        this.events = events;
        this.validator = validator;
        this.clock = clock;
    }

    /** @throws Refusal 404 when there is none with that code */
    @Transactional(readOnly = true)
    public Agency byCode(String code) {
        return find(code).orElseThrow(() -> unknown(code));
    }

    /** The agency with that code, however it is typed. */
    @Transactional(readOnly = true)
    public Optional<Agency> find(String code) {
        return table.findById(AgencyCode.normal(code));
    }

    /**
     * The agency that somebody means by a code.
     *
     * @throws Refusal 404 when there is none with that code, and in the same words when it is not the person's to see
     */
    @Transactional(readOnly = true)
    public Agency meant(String code, Actor actor) {
        return find(code).filter(agency -> actor.maySee(agency.code())).orElseThrow(() -> unknown(code));
    }

    /** All agencies, OPM among them, by code. */
    @Transactional(readOnly = true)
    public List<Agency> all() {
        return table.findAllByOrderByCode();
    }

    /** Which of these names are no agency's on record, nor a sub-agency's, by code or name. */
    @Transactional(readOnly = true)
    public Set<String> unknown(Collection<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        var known = all().stream()
                .flatMap(agency -> agency.writings().stream())
                .map(PlainText::key)
                .collect(toSet());
        return names.stream()
                .filter(name -> !known.contains(PlainText.key(name)))
                .collect(toSet());
    }

    /**
     * Adds an agency or changes it; saving the same again changes nothing. Publishes {@link AgencySaved}.
     *
     * @throws Refusal 403 unless {@code actor} is OPM staff
     * @throws jakarta.validation.ConstraintViolationException for wrong or missing details
     */
    public Agency save(Actor actor, AgencyDetails details) {
        return save(actor, details, Optional.empty());
    }

    /** The same, by somebody who read the agency before. @throws Refusal 409, too, when somebody changed it since */
    Agency save(Actor actor, AgencyDetails details, long seen) {
        return save(actor, details, Optional.of(seen));
    }

    private Agency save(Actor actor, AgencyDetails details, Optional<Long> seen) {
        SetUp.mustBeOpm(actor);
        SetUp.check(validator, details);
        mustBeWritten(details.ratingPolicyDate());
        if (details.decidesOwnPassOvers() && !details.delegatedExamining()) {
            throw Refusal.invalid(
                    "decidesOwnPassOvers",
                    "Only an agency with delegated examining authority decides itself about passing over: say that it has"
                            + " this authority, or leave the decision to OPM.");
        }
        var known = table.findById(details.code());
        var before = known.map(Agency::details).orElse(null);
        if (details.equals(before)) {
            return known.orElseThrow();
        }
        if (known.isPresent()
                && seen.filter(version -> version != known.get().version()).isPresent()) {
            throw changedMeanwhile();
        }
        var agency = known.orElseGet(() -> new Agency(details));
        agency.change(details);
        agency = saved(agency);
        decisions.record(new DecisionLog.Entry(
                DecisionLog.SET_UP,
                actor,
                "save-agency",
                (before == null ? "Agency added: " : "Agency changed: ") + details.code() + ".",
                before,
                details));
        events.publishEvent(new AgencySaved(agency.code(), agency.name()));
        return agency;
    }

    private void mustBeWritten(LocalDate policy) {
        if (policy == null) {
            return;
        }
        if (policy.isAfter(clock.today())) {
            throw Refusal.invalid(
                    "ratingPolicyDate",
                    "The date of the category rating policy is in the future. Enter it once it is written.");
        }
        if (policy.isBefore(FIRST_CATEGORY_RATING)) {
            throw Refusal.invalid(
                    "ratingPolicyDate",
                    "Candidates are rated by category since " + Dates.inWords(FIRST_CATEGORY_RATING)
                            + ": no policy on it is older.");
        }
    }

    private Agency saved(Agency agency) {
        try {
            return table.saveAndFlush(agency);
        } catch (DataIntegrityViolationException failure) {
            throw LostRace.orFailure(
                    failure,
                    Refusal.conflict(
                            "Somebody added agency " + agency.code() + " at the same moment. Look at it first."));
        }
    }

    static Refusal changedMeanwhile() {
        return Refusal.conflict("Somebody else saved this agency while you worked on it. Look at it again.");
    }

    static Refusal unknown(String code) {
        return Refusal.unknown("There is no agency " + code + ".");
    }
}
