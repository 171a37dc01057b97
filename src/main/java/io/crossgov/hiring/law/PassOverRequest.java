package io.crossgov.hiring.law;

import io.crossgov.hiring.common.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * L15: passing over a preference eligible (5 U.S.C. 3318(c), 5 CFR 332.406). The agency gives its reasons in writing; who decides is a
 * {@link Decider}. Denied, it is asked again only with facts that were not known then. Who
 * has a compensable service-connected disability of 30 percent or more is notified of the reasons, and has 15 days to answer before OPM
 * may decide.
 */
public final class PassOverRequest {

    /** Days to answer, from the day after the notice. */
    public static final int DAYS_TO_ANSWER = 15;

    private PassOverRequest() {}

    /** Whether the candidate has to be notified, and heard, before OPM decides. */
    public static boolean mustBeHeard(VeteransPreference preference) {
        return preference == VeteransPreference.CPS;
    }

    /** The last day on which the candidate may answer: the fifteenth after the notice. */
    public static LocalDate lastDayToAnswer(LocalDate notifiedOn) {
        return notifiedOn.plusDays(DAYS_TO_ANSWER);
    }

    /** Whether the agency may ask to pass over the candidate, with nothing new to say about one who was denied. */
    public static Ruling mayBeAsked(Situation situation, UUID candidateId) {
        return mayBeAsked(situation, candidateId, false);
    }

    /**
     * Whether the agency may ask to pass over the candidate.
     *
     * @param newFacts whether it says what was not known when an earlier request was denied
     */
    public static Ruling mayBeAsked(Situation situation, UUID candidateId, boolean newFacts) {
        var entry = situation.list().of(candidateId);
        if (entry.isEmpty()) {
            return new Ruling.Refused(
                    Rule.L11,
                    "This candidate is not on the referral list of your case now, so nobody needs to be passed over.",
                    List.of(),
                    List.of(Exit.to(Exit.Way.CHOOSE_FROM_LIST)));
        }
        if (!entry.get().preferred()) {
            return new Ruling.Refused(
                    Rule.L15,
                    "Only a preference eligible has to be passed over. You can elect others without asking about this candidate.",
                    List.of(),
                    List.of(Exit.to(Exit.Way.CHOOSE_FROM_LIST)));
        }
        return notAskedAlready(Rule.L15, situation, candidateId, newFacts);
    }

    /** What an earlier request about the candidate says to another one, whether to pass over or to object. */
    static Ruling notAskedAlready(Rule rule, Situation situation, UUID candidateId, boolean newFacts) {
        return switch (situation.standing(candidateId).passOver()) {
            case NONE -> new Ruling.Allowed();
            case ASKED, PENDING ->
                new Ruling.Refused(
                        rule,
                        "A request about %s is under way already. Wait for the decision, or withdraw the request.",
                        List.of(candidateId),
                        List.of(Exit.to(Exit.Way.AWAIT_PASS_OVER, candidateId)));
            case OVERTAKEN ->
                new Ruling.Refused(
                        rule,
                        "Another request about %s for this position was denied, so that the one under way cannot be sustained. Withdraw it,"
                                + " or wait for the decision; then ask again with facts that were not known before.",
                        List.of(candidateId),
                        List.of(Exit.to(Exit.Way.AWAIT_PASS_OVER, candidateId)));
            case SUSTAINED ->
                new Ruling.Refused(
                        rule,
                        "Passing over %s for this position was sustained already. You can elect others.",
                        List.of(candidateId),
                        List.of(Exit.to(Exit.Way.CHOOSE_FROM_LIST)));
            case REMOVED ->
                new Ruling.Refused(
                        rule,
                        "An objection to %s was sustained already. You can elect others.",
                        List.of(candidateId),
                        List.of(Exit.to(Exit.Way.CHOOSE_FROM_LIST)));
            case DENIED ->
                newFacts
                        ? new Ruling.Allowed()
                        : new Ruling.Refused(
                                rule,
                                "The request about %s was denied for this position. Elect %s, record that %s declined or did not answer,"
                                        + " or ask again with facts that were not known then.",
                                List.of(candidateId, candidateId, candidateId),
                                List.of(
                                        Exit.to(Exit.Way.ELECT_FIRST, candidateId),
                                        Exit.to(Exit.Way.RECORD_ANSWER, candidateId)));
        };
    }

    /**
     * Whether it may be decided on {@code today}.
     *
     * @param notifiedOn day of the notice to the candidate; empty while none was sent
     */
    public static Ruling mayBeDecided(VeteransPreference preference, Optional<LocalDate> notifiedOn, LocalDate today) {
        if (!mustBeHeard(preference)) {
            return new Ruling.Allowed();
        }
        if (notifiedOn.isEmpty()) {
            return new Ruling.Refused(
                    Rule.L15,
                    "A candidate with a disability of 30 percent or more is notified first and has 15 days to answer.",
                    List.of(),
                    List.of(Exit.to(Exit.Way.NOTIFY_CANDIDATE)));
        }
        var last = lastDayToAnswer(notifiedOn.get());
        return today.isAfter(last)
                ? new Ruling.Allowed()
                : new Ruling.Refused(
                        Rule.L15,
                        "The candidate may answer until " + Dates.inWords(last)
                                + ". OPM can decide from the next day on.",
                        List.of(),
                        List.of(Exit.on(last.plusDays(1))));
    }
}
