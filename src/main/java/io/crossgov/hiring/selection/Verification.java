package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.LegalGround;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.ReferralList;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.selection.CertificateDecision.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What OPM has to find before it verifies a selection (step 7), computed from what is true now. */
@Component
class Verification {

    /** The agency has a way out in its own hands: pass-over, documented answer, second review. */
    private static final Set<String> AGENCY_MENDS = Set.of("L13", "L14", "L16");

    /** OPM keeps the list itself: that it changed since the election is OPM's to judge. */
    private static final Set<String> OPM_JUDGES = Set.of("L11");

    private static final String STEP_5 = "step 5";

    private final CaseCandidates caseCandidates;
    private final OrderFacts facts;

    Verification(CaseCandidates caseCandidates, OrderFacts facts) {
        this.caseCandidates = caseCandidates;
        this.facts = facts;
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
     * One thing to find.
     *
     * @param what it is about, in words
     * @param fact the sentence behind yes or no; when it does not hold, what is missing
     * @param mend what HR does about it, as a sentence; empty when it holds, or the fact says it
     * @param binding whether OPM cannot verify against it, whatever the reason
     */
    record Finding(String rule, String what, boolean holds, Mended mended, String fact, String mend, boolean binding) {

        Finding(String rule, String what, boolean holds, Mended mended, String fact, String mend) {
            this(rule, what, holds, mended, fact, mend, true);
        }

        Finding(String rule, String what, boolean holds, Mended mended, String fact) {
            this(rule, what, holds, mended, fact, "", true);
        }

        /** What HR reads in its task. */
        String forHr() {
            return (fact + " " + mend).strip();
        }

        /** The same for messages and the case's page: who comes first by preference or priority stands in HR's task only. */
        String asMissing() {
            return AGENCY_MENDS.contains(rule)
                    ? asReason() + " The task \u201c7 Correct Selection\u201d says what to do."
                    : forHr();
        }

        /** Whether the law forbids the selection itself, whoever else comes first. */
        boolean forbids() {
            return !holds && mended == Mended.NEVER && !AGENCY_MENDS.contains(rule);
        }

        /** That it does not hold, for the agency and its messages: by its name, without what it says of anybody's preference. */
        String asReason() {
            return "Does not hold: " + what + " (" + LegalGround.of(rule) + ").";
        }
    }

    List<Finding> of(HiringCase hiring, Selection selection) {
        var known = caseCandidates.of(hiring);
        var person = known.person(selection.candidateId()).orElseThrow(Selections::unknown);
        var findings = new ArrayList<Finding>();
        findings.addAll(paper(known, selection));
        findings.add(reemploymentList(known, selection));
        findings.add(notWithdrawn(known, person));
        findings.add(notCommittedElsewhere(known, person));
        findings.addAll(order(known, selection));
        return List.copyOf(findings);
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
                .filter(finding -> !finding.rule().equals(STEP_5))
                .filter(finding -> !(finding.rule().equals("L5") && hiring.pdClassified()))
                .toList();
    }

    private static List<Finding> paper(CaseCandidates.Known known, Selection selection) {
        return List.of(classifiedPd(known.hiring(), selection), sf52(selection), reviewReturned(known, selection));
    }

    private static Finding classifiedPd(HiringCase hiring, Selection selection) {
        var what = "Classified position description on file";
        var number =
                hiring.positionDescription().map(PositionDescription::number).orElse("");
        if (!hiring.pdClassified()) {
            return new Finding(
                    "L5",
                    what,
                    false,
                    Mended.BY_HR,
                    "The position description is not classified.",
                    "Complete the task \u201c1 Classify Position Description\u201d with the signed cover sheet (OF-8).");
        }
        var named = selection.pdNumber().orElse("");
        if (PlainText.same(named, number)) {
            return new Finding(
                    "L5",
                    what,
                    true,
                    Mended.BY_HR,
                    "Position description " + number + " is classified; its signed cover sheet (OF-8) is on file.");
        }
        return new Finding(
                "L5",
                what,
                false,
                Mended.BY_HR,
                named.isEmpty()
                        ? "OPM was not told the number of the position description."
                        : "The classified position description has the number " + number + ", but OPM was told " + named
                                + ".",
                "Correct the number.");
    }

    private static Finding sf52(Selection selection) {
        var number = selection.sf52Number();
        return new Finding(
                STEP_5,
                "SF-52 number",
                number.isPresent(),
                Mended.BY_HR,
                number.map(given -> "SF-52 " + given
                                + (selection.sf52DocumentId().isPresent() ? ", document on file." : "."))
                        .orElse("The SF-52 number is missing."));
    }

    private static Finding reviewReturned(CaseCandidates.Known known, Selection selection) {
        var selected = selection.decisions().stream()
                .anyMatch(decision -> known.persons().same(decision.candidateId(), selection.candidateId())
                        && decision.outcome() == Outcome.SELECTED);
        return new Finding(
                "step 6",
                "Certificate review returned",
                selected,
                Mended.BY_HR,
                selected ? decided(known, selection) : "The certificate review with the decision Selected is missing.");
    }

    /** L7: the list was cleared, or the exception from it covers who is elected. */
    private Finding reemploymentList(CaseCandidates.Known known, Selection selection) {
        var refused = known.mayBeAppointed(selection.candidateId()) instanceof Ruling.Refused words
                ? words.sentence(known::number)
                : null;
        var answered = known.hiring().rplStatus().filter(RplStatus::lets).isPresent();
        return new Finding(
                "L7",
                "The Reemployment Priority List allows the appointment",
                answered && refused == null,
                Mended.NEVER,
                refused == null ? facts.reemploymentList(known.hiring()) : refused);
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
        return "The review has a decision on " + Counted.of(decided.size(), "candidate")
                + (since.isEmpty() ? "." : ". Referred since, and not decided on: " + since + ".");
    }

    private static Finding notWithdrawn(CaseCandidates.Known known, Candidate person) {
        var withdrawn = person.availability() == Availability.WITHDRAWN;
        var declined = known.declined().containsKey(person.id());
        var notInterested = known.isNotInterested(person.id());
        return new Finding(
                "L9",
                "Candidate has not withdrawn",
                !withdrawn && !declined && !notInterested,
                Mended.CANDIDATE_GONE,
                withdrawn
                        ? "The candidate withdrew from all agencies."
                        : declined
                                ? "The candidate declined this agency."
                                : notInterested
                                        ? "The candidate answered that the position is of no interest."
                                        : "No withdrawal is recorded.");
    }

    private static Finding notCommittedElsewhere(CaseCandidates.Known known, Candidate person) {
        var free = person.availability() == Availability.WITHDRAWN || known.isAvailable(person);
        return new Finding(
                "L8",
                "Candidate is not committed elsewhere",
                free,
                Mended.CANDIDATE_GONE,
                free ? "No other verified selection holds the candidate." : "This candidate is no longer available.");
    }

    /** The order of selection, rule by rule, as the law has it now. */
    private List<Finding> order(CaseCandidates.Known known, Selection selection) {
        var choice = new Choice(selection.candidateId(), selection.dutyLocation());
        var situation = caseCandidates.atVerification(known, selection);
        return OrderOfSelection.findings(situation, choice).stream()
                .map(finding -> new Finding(
                        finding.rule(),
                        finding.about(),
                        finding.holds(),
                        mended(finding, known, selection),
                        finding.ruling() instanceof Ruling.Refused refused
                                ? refused.sentence(known::number)
                                : facts.of(finding.rule(), known, situation, selection),
                        "",
                        !OPM_JUDGES.contains(finding.rule())))
                .toList();
    }

    /** Nothing that HR can do mends what cannot be said, because it is not known where the candidate would stand. */
    private static Mended mended(OrderOfSelection.Finding finding, CaseCandidates.Known known, Selection selection) {
        return AGENCY_MENDS.contains(finding.rule())
                        && known.list().standingOf(selection.candidateId()).isPresent()
                ? Mended.BY_HR
                : Mended.NEVER;
    }
}
