package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.CaseStanding.PassOver;
import io.crossgov.hiring.law.Reach;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.selection.CertificateDecision.Outcome;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the facts say of each candidate on the returned certificate, which is OPM's record of what became of them: it is proposed, and an
 * outcome against the facts is refused with the fact named.
 */
final class CertificateOutcomes {

    private static final String TASK = "\u201c4 Review and Interview Candidates\u201d";

    /** What nobody says of somebody who is to be elected next. */
    private static final Set<Outcome> NOT_WANTED =
            EnumSet.of(Outcome.NOT_SELECTED, Outcome.NOT_WITHIN_REACH, Outcome.NOT_WELL_QUALIFIED);

    private final CaseCandidates.Known known;
    private final Reach reach;

    CertificateOutcomes(CaseCandidates.Known known, Situation situation) {
        this.known = known;
        reach = new Reach(situation);
    }

    /** The outcome that the facts give; null where a person has to decide. */
    Outcome suggested(Candidate person) {
        return settled(person).orElseGet(() -> {
            var status = known.status(person);
            if (isAlternate(person)) {
                return Outcome.ALTERNATE;
            } else if (known.standing(person.id()).notWellQualified()) {
                return Outcome.NOT_WELL_QUALIFIED;
            } else if (known.isAvailable(person) && !reach.includes(person.id())) {
                return Outcome.NOT_WITHIN_REACH;
            }
            // Who is said to have declined, while nothing shows it, was not selected in any case.
            return recorded(person) == ReviewStatus.NOT_SELECTED
                            || saidNo(status)
                            || saidNo(recorded(person))
                            || !known.isAvailable(person)
                    ? Outcome.NOT_SELECTED
                    : null;
        });
    }

    /** @throws Refusal naming the fact, when the outcome is against it */
    void mustFit(Candidate person, Outcome outcome, String field) {
        var settled = settled(person);
        if (settled.isPresent()) {
            if (settled.get() != outcome) {
                throw refused(
                        settled.get(),
                        field,
                        fact(person, settled.get()) + ": the decision is "
                                + settled.get().title() + "."
                                + (settled.get() == Outcome.SELECTED
                                        ? " If " + person.name()
                                                + " is no longer wanted or available, record that in the task " + TASK
                                                + "."
                                        : ""));
            }
            return;
        }
        if (isAlternate(person) && NOT_WANTED.contains(outcome)) {
            throw refused(
                    Outcome.ALTERNATE,
                    field,
                    person.name() + " is alternate " + known.alternateRank(person.id())
                            + " in this case: the decision is " + Outcome.ALTERNATE.title() + ". If " + person.name()
                            + " is no longer wanted, mark that in the task " + TASK + " first.");
        }
        lack(person, outcome).ifPresent(sentence -> {
            throw refused(outcome, field, sentence);
        });
    }

    /** Whether the agency named the candidate an alternate and has not said otherwise since. */
    private boolean isAlternate(Candidate person) {
        return known.status(person) == ReviewStatus.ALTERNATE
                && known.isAvailable(person)
                && recorded(person) != ReviewStatus.NOT_SELECTED
                && !saidNo(recorded(person));
    }

    /** What reviewing itself says, whoever was named an alternate. */
    private ReviewStatus recorded(Candidate person) {
        var review = known.reviews().get(person.id());
        return review == null ? ReviewStatus.REFERRED : review.progress();
    }

    /** What is so, whatever anybody decides; empty where a person has to. */
    private Optional<Outcome> settled(Candidate person) {
        var standing = known.standing(person.id());
        if (person.availability() == Availability.WITHDRAWN) {
            return Optional.of(Outcome.WITHDRAWN);
        } else if (standing.elected()) {
            return Optional.of(Outcome.SELECTED);
        } else if (isSilent(person)) {
            return Optional.of(Outcome.FAILED_TO_RESPOND);
        } else if (standing.declinedOrSilent()) {
            return Optional.of(Outcome.DECLINED);
        } else if (standing.passOver() == PassOver.SUSTAINED) {
            return Optional.of(Outcome.PASSED_OVER);
        } else if (standing.passOver() == PassOver.REMOVED) {
            return Optional.of(Outcome.OBJECTION_SUSTAINED);
        } else if (standing.consideredEnough()) {
            return Optional.of(Outcome.CONSIDERED);
        }
        return Optional.empty();
    }

    /** That the days were over in full was asked when it was recorded. */
    private boolean isSilent(Candidate person) {
        var review = known.reviews().get(person.id());
        return review != null
                && review.answer() == InterestAnswer.FAILED_TO_RESPOND
                && known.declination(person.id()).isEmpty();
    }

    private static boolean saidNo(ReviewStatus status) {
        return status == ReviewStatus.NOT_INTERESTED || status == ReviewStatus.DECLINED_THIS_AGENCY;
    }

    private String fact(Candidate person, Outcome settled) {
        var name = person.name();
        return switch (settled) {
            case WITHDRAWN -> name + " withdrew from all agencies";
            case SELECTED -> name + " is elected in this case";
            case FAILED_TO_RESPOND ->
                name + " did not respond by "
                        + Dates.inWords(known.reviews().get(person.id()).answeredOn());
            case DECLINED ->
                name + " declined"
                        + known.declination(person.id())
                                .map(declined -> " your agency on " + Dates.inWords(declined.declinedOn()))
                                .orElseGet(() -> " on "
                                        + Dates.inWords(
                                                known.reviews().get(person.id()).answeredOn()));
            case PASSED_OVER -> "Passing over " + name + " was sustained";
            case OBJECTION_SUSTAINED -> "An objection to " + name + " was sustained";
            case CONSIDERED -> name + " was considered for three appointments to this position and is left out";
            case ALTERNATE, NOT_SELECTED, NOT_WELL_QUALIFIED, NOT_WITHIN_REACH ->
                throw new IllegalArgumentException(settled + " is somebody's decision");
        };
    }

    /** What the outcome says and is not so; empty when nothing is against it. */
    private Optional<String> lack(Candidate person, Outcome outcome) {
        var name = person.name();
        var status = known.status(person);
        return Optional.ofNullable(
                switch (outcome) {
                    case SELECTED ->
                        name + " is not elected in this case. Elect " + name + " first, or decide otherwise.";
                    case DECLINED ->
                        saidNo(status)
                                ? "It is recorded that " + name
                                        + " declined, but nothing shows it. Record with it what shows it, in"
                                        + " the task " + TASK + ", or decide Not Selected."
                                : notOnRecord(name + " declined", status);
                    case FAILED_TO_RESPOND -> notOnRecord(name + " did not respond", status);
                    case WITHDRAWN -> notOnRecord(name + " withdrew", status);
                    case PASSED_OVER -> notSustained(person);
                    case OBJECTION_SUSTAINED -> "No objection to " + name + " was sustained in this case.";
                    case NOT_WELL_QUALIFIED -> notFound(person);
                    case NOT_WITHIN_REACH ->
                        reach.includes(person.id())
                                ? name
                                        + " was within reach: fewer people had to be taken first than there are vacancies."
                                : null;
                    case ALTERNATE ->
                        known.isAvailable(person) ? null : name + " is no longer available and cannot be an alternate.";
                    case CONSIDERED ->
                        "It is not on record that " + name + " was considered for three appointments to this position.";
                    case NOT_SELECTED -> null;
                });
    }

    private static String notOnRecord(String said, ReviewStatus status) {
        return "It is not on record that " + said + ": the status in your list is \u201c" + status.title()
                + "\u201d. Record it in the task " + TASK + ", or decide otherwise.";
    }

    private String notFound(Candidate person) {
        if (known.standing(person.id()).notWellQualified()) {
            return null;
        }
        var found = known.exceptions()
                .secondReview(person.id())
                .filter(SecondReview::foundNotWellQualified)
                .isPresent();
        return found
                ? "The result of the second review has not left for " + person.name()
                        + ", so that the priority stands (5 CFR 330.605, 330.703)."
                : "No second review in writing found that " + person.name()
                        + " is not well-qualified (5 CFR 330.605, 330.703).";
    }

    private String notSustained(Candidate person) {
        return switch (known.standing(person.id()).passOver()) {
            case NONE -> "Nobody asked to pass over " + person.name() + ".";
            case ASKED, PENDING -> "It is not decided yet whether to pass over " + person.name() + ".";
            case DENIED, OVERTAKEN -> "The request about " + person.name() + " was denied.";
            case REMOVED -> "What was sustained about " + person.name() + " is an objection.";
            case SUSTAINED -> null;
        };
    }

    private static Refusal refused(Outcome about, String field, String sentence) {
        return switch (about) {
            case SELECTED, ALTERNATE, NOT_SELECTED -> Refusal.invalid(field, sentence);
            case DECLINED, WITHDRAWN -> Refusal.byRule("L9", field, sentence);
            case FAILED_TO_RESPOND -> Refusal.byRule("L14", field, sentence);
            case PASSED_OVER -> Refusal.byRule("L15", field, sentence);
            case OBJECTION_SUSTAINED -> Refusal.byRule("L22", field, sentence);
            case NOT_WELL_QUALIFIED -> Refusal.byRule("L16", field, sentence);
            case NOT_WITHIN_REACH, CONSIDERED -> Refusal.byRule("L13", field, sentence);
        };
    }
}
