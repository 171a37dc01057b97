package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AgencyCode;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.Refusal;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agencies. */
@Service
@Transactional
public class Agencies {

    private final AgencyTable table;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final Validator validator;

    Agencies(AgencyTable table, DecisionLog decisions, ApplicationEventPublisher events, Validator validator) {
        this.table = table;
        this.decisions = decisions;
        this.events = events;
        this.validator = validator;
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

    /**
     * Adds an agency or changes it; saving the same again changes nothing. Publishes {@link AgencySaved}.
     *
     * @throws Refusal 403 unless {@code actor} is OPM staff
     * @throws jakarta.validation.ConstraintViolationException for wrong or missing details
     */
    public Agency save(Actor actor, AgencyDetails details) {
        SetUp.mustBeOpm(actor);
        SetUp.check(validator, details);
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

    static Refusal unknown(String code) {
        return Refusal.unknown("There is no agency " + code + ".");
    }
}
