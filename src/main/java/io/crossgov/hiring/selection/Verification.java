package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.ReferralList;
import io.crossgov.hiring.law.Rule;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.selection.CertificateDecision.Outcome;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What OPM has to find before it verifies a selection (step 7), computed from what is true now. */
@Component
class Verification {

    private final CaseCandidates caseCandidates;
    private final OrderFacts facts;
    private final CategoryFacts categories;

    Verification(CaseCandidates caseCandidates, OrderFacts facts, CategoryFacts categories) {
        this.caseCandidates = caseCandidates;
        this.facts = facts;
        this.categories = categories;
    }

    /** What mends a finding that does not hold. */
    enum Mended {
        /** HR corrects it. */
        BY_HR,
        /** Nothing does: the law does not allow the selection. */
        NEVER,
        /** Nothing does: the candidate withdrew, or another selection holds the candidate. */
        CANDIDATE_GONE
    }

    /**
     * What is found of one rule.
     *
     * @param fact the sentence behind yes or no; when it does not hold, what is missing
     * @param mend what HR does about it, as a sentence; empty when it holds, or the fact says it
     */
    record Finding(Rule rule, boolean holds, Mended mended, String fact, String mend) {

        /** What HR reads in its task. */
        String forHr() {
            return (fact + " " + mend).strip();
        }

        /** The same for messages and the case's page: who comes first by preference or priority stands in HR's task only. */
        String asMissing() {
            return rule.remedy() == Rule.Remedy.AGENCY
                    ? asReason() + " The task \u201c7 Correct Selection\u201d says what to do."
                    : forHr();
        }

        /** Whether OPM cannot verify against it, whatever the reason. */
        boolean isBinding() {
            return rule.isBinding();
        }

        /** Whether the law forbids the selection itself, whoever else comes first. */
        boolean forbids() {
            return !holds && mended == Mended.NEVER && rule.remedy() != Rule.Remedy.AGENCY;
        }

        /** That it does not hold, for the agency and its messages: by its name, without what it says of anybody's preference. */
        String asReason() {
            return "Does not hold: " + rule.about() + " (" + rule.citation() + ").";
        }

        /** As it is kept with what OPM decided. */
        Kept kept() {
            return new Kept(rule.id(), rule.about(), holds, mended, fact, mend, isBinding());
        }

        /** Its names stay: old decisions are read by them. */
        record Kept(
                String rule, String what, boolean holds, Mended mended, String fact, String mend, boolean binding) {}
    }

    /**
     * A selection, what is true of its case now, and what the order of selection says.
     *
     * @param untold other elections of which OPM has not been told
     * @param undecided who asks to leave the pool, and OPM has not decided yet
     * @param holdOnceTold which rules hold when it is told and has decided
     */
    private record Look(
            CaseCandidates.Known known,
            Candidate person,
            Situation situation,
            Selection selection,
            Map<Rule, Ruling> rulings,
            List<Selection> untold,
            List<UUID> undecided,
            Set<Rule> holdOnceTold) {

        /** Whether it is known where the candidate stands, or would stand. */
        boolean isPlaced() {
            return known.list().standingOf(selection.candidateId()).isPresent();
        }
    }

    /** Whether a rule holds, and the words for it as in {@link Finding}. */
    private record Fact(boolean holds, String fact, String mend) {

        Fact(boolean holds, String fact) {
            this(holds, fact, "");
        }
    }

    /** All that OPM verifies, one finding a rule. */
    List<Finding> of(HiringCase hiring, Selection selection) {
        var known = caseCandidates.of(hiring);
        var person = known.person(selection.candidateId()).orElseThrow(Selections::unknown);
        var situation = caseCandidates.atVerification(known, selection);
        var choice = new Choice(selection.candidateId(), selection.dutyLocation());
        var rulings = OrderOfSelection.findings(situation, choice).stream()
                .collect(toMap(OrderOfSelection.Finding::rule, OrderOfSelection.Finding::ruling));
        var untold = known.untoldAt(selection);
        var undecided = known.waitingForOpm();
        var holdOnceTold = untold.isEmpty() && undecided.isEmpty()
                ? Set.<Rule>of()
                : OrderOfSelection.findings(caseCandidates.onceAllIsTold(known, selection), choice).stream()
                        .filter(OrderOfSelection.Finding::holds)
                        .map(OrderOfSelection.Finding::rule)
                        .collect(toSet());
        var look = new Look(known, person, situation, selection, rulings, untold, undecided, holdOnceTold);
        return Arrays.stream(Rule.values())
                .flatMap(rule -> fact(rule, look)
                        .map(fact -> new Finding(rule, fact.holds(), mended(rule, look), fact.fact(), fact.mend()))
                        .stream())
                .toList();
    }

    /** Empty for a rule that is asked of something else than a selection. */
    private Optional<Fact> fact(Rule rule, Look look) {
        var known = look.known();
        var situation = look.situation();
        var selection = look.selection();
        return switch (rule) {
            case L5 -> Optional.of(classifiedPd(known.hiring(), selection));
            case SF_52 -> Optional.of(sf52(selection));
            case REVIEW_RETURNED -> Optional.of(reviewReturned(known, selection));
            case L7 -> Optional.of(reemploymentList(known, selection));
            case L9 -> Optional.of(notWithdrawn(known, look.person()));
            case L8 -> Optional.of(notCommittedElsewhere(known, look.person()));
            case L18 -> Optional.of(order(rule, look, () -> facts.days(known, selection)));
            case D1 -> Optional.of(order(rule, look, () -> facts.ownEmployees(known, situation)));
            case L11 -> Optional.of(order(rule, look, () -> facts.referral(known, selection)));
            case L22 -> Optional.of(order(rule, look, () -> facts.objection(known, selection)));
            case L16 -> Optional.of(order(rule, look, () -> facts.priority(known, situation, selection)));
            case L14 -> Optional.of(order(rule, look, () -> facts.preference(known, situation, selection)));
            case L13 -> Optional.of(order(rule, look, () -> categories.of(known, situation, selection)));
            case L17 -> facts.authority(known.pool()).map(fact -> order(rule, look, () -> fact));
            case L10, L12, L15, FREE_VACANCY -> Optional.empty();
        };
    }

    /** What the agency can still mend, of that which does not hold now. */
    List<Finding> toMend(HiringCase hiring, Selection selection) {
        return of(hiring, selection).stream()
                .filter(finding -> !finding.holds() && finding.mended() == Mended.BY_HR)
                .toList();
    }

    /**
     * As {@link #toMend}, without the two numbers that HR corrects in the very task that asks: what is said of them there is said of what
     * HR enters, not of what OPM was told before.
     */
    List<Finding> toMendElsewhere(HiringCase hiring, Selection selection) {
        return toMend(hiring, selection).stream()
                .filter(finding -> finding.rule() != Rule.SF_52)
                .filter(finding -> !(finding.rule() == Rule.L5 && hiring.pdClassified()))
                .toList();
    }

    private static Fact classifiedPd(HiringCase hiring, Selection selection) {
        var number =
                hiring.positionDescription().map(PositionDescription::number).orElse("");
        if (!hiring.pdClassified()) {
            return new Fact(
                    false,
                    "The position description is not classified.",
                    "Complete the task \u201c1 Classify Position Description\u201d with the signed cover sheet (OF-8).");
        }
        var named = selection.pdNumber().orElse("");
        if (PlainText.same(named, number)) {
            return new Fact(
                    true,
                    "Position description " + number + " is classified; its signed cover sheet (OF-8) is on file.");
        }
        return new Fact(
                false,
                named.isEmpty()
                        ? "OPM was not told the number of the position description."
                        : "The classified position description has the number " + number + ", but OPM was told " + named
                                + ".",
                "Correct the number.");
    }

    private static Fact sf52(Selection selection) {
        var number = selection.sf52Number();
        return new Fact(
                number.isPresent(),
                number.map(given -> "SF-52 " + given
                                + (selection.sf52DocumentId().isPresent() ? ", document on file." : "."))
                        .orElse("The SF-52 number is missing."));
    }

    private static Fact reviewReturned(CaseCandidates.Known known, Selection selection) {
        var selected = selection.decisions().stream()
                .anyMatch(decision -> known.persons().same(decision.candidateId(), selection.candidateId())
                        && decision.outcome() == Outcome.SELECTED);
        return new Fact(
                selected,
                selected ? decided(known, selection) : "The certificate review with the decision Selected is missing.");
    }

    /** L7: the list was cleared, or the exception from it covers who is elected. */
    private Fact reemploymentList(CaseCandidates.Known known, Selection selection) {
        var refused = known.mayBeAppointed(selection.candidateId()) instanceof Ruling.Refused words
                ? words.sentence(known::number)
                : null;
        var answered = known.hiring().rplStatus().filter(RplStatus::lets).isPresent();
        return new Fact(
                answered && refused == null,
                refused == null
                        ? facts.reemploymentList(
                                known.hiring(), known.pool().hiringAuthority().service())
                        : refused);
    }

    /** Who came to the list since the review was returned is told, not passed over in silence. */
    private static String decided(CaseCandidates.Known known, Selection selection) {
        var decided = selection.decisions().stream()
                .map(CertificateDecision::candidateId)
                .toList();
        var since = known.list().entries().stream()
                .map(ReferralList.Entry::id)
                .filter(id -> known.persons().placeAmong(decided, id) < 0)
                .map(known::number)
                .collect(Collectors.joining(", "));
        return "The review has a decision on " + Counted.of(decided.size(), "candidate") + ". " + counted(selection)
                + "." + (since.isEmpty() ? "" : " Referred since, and not decided on: " + since + ".");
    }

    /** How many have each outcome, for example "Selected: 1, Declined: 2". */
    private static String counted(Selection selection) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        selection.decisions().forEach(decision -> counts.merge(decision.outcome(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getKey().title() + ": " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Fact notWithdrawn(CaseCandidates.Known known, Candidate person) {
        var withdrawn = person.availability() == Availability.WITHDRAWN;
        var declined = known.declined().containsKey(person.id());
        var notInterested = known.isNotInterested(person.id());
        return new Fact(
                !withdrawn && !declined && !notInterested,
                withdrawn
                        ? "The candidate withdrew from all agencies."
                        : declined
                                ? "The candidate declined this agency."
                                : notInterested
                                        ? "The candidate answered that the position is of no interest."
                                        : "No withdrawal is recorded.");
    }

    private static Fact notCommittedElsewhere(CaseCandidates.Known known, Candidate person) {
        var free = person.availability() == Availability.WITHDRAWN || known.isAvailable(person);
        return new Fact(
                free,
                free ? "No other verified selection holds the candidate." : "This candidate is no longer available.");
    }

    /** @param facts asked only where the rule holds */
    private static Fact order(Rule rule, Look look, Supplier<String> facts) {
        var ruling = Objects.requireNonNull(look.rulings().get(rule), rule + " is not of the order of selection");
        if (ruling instanceof Ruling.Refused refused) {
            return look.holdOnceTold().contains(rule)
                    ? untold(look)
                    : new Fact(false, refused.sentence(look.known()::number));
        }
        return new Fact(true, facts.get());
    }

    /** That somebody who comes first is elected, too, or declined, is nothing to OPM before it is told, or has read the paper. */
    private static Fact untold(Look look) {
        if (!look.undecided().isEmpty()) {
            var who = look.undecided().stream().map(look.known()::number).collect(Collectors.joining(", "));
            return new Fact(
                    false,
                    "This selection rests on a withdrawal from all agencies of which OPM has not decided: " + who
                            + ". Until then that paper proves nothing. OPM has to decide about it first, on the page of the pool\u2019s"
                            + " withdrawals.");
        }
        var who = look.untold().stream()
                .map(selection -> look.known().number(selection.candidateId()))
                .collect(Collectors.joining(", "));
        return new Fact(
                false,
                "This selection rests on another election, of which OPM has not been told: " + who + ".",
                "Complete the task \u201c5 Notify OPM of Selection\u201d for " + who + " first.");
    }

    /** Nothing that HR can do mends what cannot be said, because it is not known where the candidate would stand. */
    private static Mended mended(Rule rule, Look look) {
        return switch (rule.remedy()) {
            case PAPER -> Mended.BY_HR;
            case AGENCY -> look.isPlaced() ? Mended.BY_HR : Mended.NEVER;
            case OPM, NONE -> Mended.NEVER;
            case CANDIDATE_GONE -> Mended.CANDIDATE_GONE;
        };
    }
}
