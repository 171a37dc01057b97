package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.law.CaseStanding.PassOver;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.NotInTheWay;
import io.crossgov.hiring.law.NotInTheWay.Why;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.ReferralList;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.RankingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The facts behind a rule of the order of selection that holds, for OPM who verifies; candidates by number. */
@Component
class OrderFacts {

    private final OfficeClock office;

    OrderFacts(OfficeClock office) {
        this.office = office;
    }

    String of(String rule, CaseCandidates.Known known, Situation situation, Selection selection) {
        return switch (rule) {
            case "L18" -> days(known, selection);
            case "D1" ->
                known.hiring()
                        .ownEmployeesApplyUntil()
                        .map(until -> "Own employees could apply until " + Dates.inWords(until) + ".")
                        .orElse("Not a shared certificate of another agency.");
            case "L11" ->
                known.list()
                        .of(selection.candidateId())
                        .map(entry -> "Number " + known.list().placeOf(entry.id()) + " of "
                                + known.list().entries().size() + " referred. " + entry.why())
                        .orElse("");
            case "L16" -> priority(known, situation, selection);
            case "L14" -> preference(known, situation, selection);
            case "L13" -> category(known, situation, selection);
            default -> throw new IllegalArgumentException("no facts about " + rule);
        };
    }

    /** What the candidate answered and when; of silence also when the question left and how long it could be answered. */
    private static String answered(CaseCandidates.Known known, CandidateReview review) {
        if (review == null || review.answeredOn() == null) {
            return "declined the agency";
        }
        var recorded = review.answer().status().title().toLowerCase(Locale.ROOT) + ", recorded on "
                + Dates.inWords(review.answeredOn());
        return review.answer() != InterestAnswer.FAILED_TO_RESPOND
                ? recorded
                : known.asking()
                        .inquiry(review)
                        .map(asked -> recorded
                                + (review.contactId().isPresent()
                                        ? ", asked by a message that left on "
                                        : ", asked by the agency in another way on ")
                                + Dates.inWords(asked.leftOn()) + ", days to answer over on "
                                + Dates.inWords(asked.lastDayToAnswer()))
                        .orElse(recorded);
    }

    private static String days(CaseCandidates.Known known, Selection selection) {
        return "Elected on " + Dates.inWords(selection.electedOn())
                + selection
                        .notifiedOn()
                        .map(told -> " and told to OPM on " + Dates.inWords(told))
                        .orElse("")
                + "; the pool is open until "
                + Dates.inWords(known.pool().window().lastDay()) + ".";
    }

    private String preference(CaseCandidates.Known known, Situation situation, Selection selection) {
        if (!known.list().ranking().preferenceCounts()) {
            return "Veterans\u2019 preference decides nothing in this pool (5 U.S.C. 3304(a)(3)).";
        }
        var choice = new Choice(selection.candidateId(), selection.dutyLocation());
        var others = OrderOfSelection.othersWithPreference(situation, choice);
        var score = known.list().ranking().method() == RankingMethod.NUMERIC;
        return told(
                count(others, "other preference eligible is", "other preference eligibles are") + " on the list",
                List.of(
                        group(known, others, Why.EQUAL, equal(known, selection)),
                        group(known, others, Why.BEHIND, score ? "with a lower score" : "in a lower category"),
                        group(known, others, Why.ELSEWHERE, "would not work in " + selection.dutyLocation()),
                        exceptions(known, others)));
    }

    private static String category(CaseCandidates.Known known, Situation situation, Selection selection) {
        var ranking = known.list().ranking();
        if (ranking.method() != RankingMethod.CATEGORY || !ranking.preferenceCounts()) {
            return "Categories decide nothing in this pool (L17).";
        }
        var left = OrderOfSelection.leftInHigherCategories(
                situation, new Choice(selection.candidateId(), selection.dutyLocation()));
        return left.isEmpty()
                ? "Nobody of a higher category is left for " + selection.dutyLocation()
                        + " before the elected candidate."
                : "Of higher categories there " + (left.size() == 1 ? "is" : "are") + " left for "
                        + selection.dutyLocation() + ", fewer than three: "
                        + left.stream().map(known::number).collect(Collectors.joining(", ")) + ".";
    }

    /** Who does not come before the elected person although nothing else is in the way: that person has preference or priority, too. */
    private static String equal(CaseCandidates.Known known, Selection selection) {
        return known.list()
                        .of(selection.candidateId())
                        .filter(ReferralList.Entry::preferred)
                        .isPresent()
                ? "the elected candidate is a preference eligible, too"
                : "the elected candidate has priority in " + selection.dutyLocation()
                        + ", which comes before preference (5 CFR 330.607, 330.705)";
    }

    private String priority(CaseCandidates.Known known, Situation situation, Selection selection) {
        if (situation.shortAppointment()) {
            return "The appointment is for less than 121 days, which no priority reaches.";
        }
        var choice = new Choice(selection.candidateId(), selection.dutyLocation());
        var others = OrderOfSelection.othersWithPriority(situation, choice);
        return told(
                count(
                                others,
                                "other displaced employee with priority is",
                                "other displaced employees with priority are")
                        + " on the list",
                List.of(
                        group(known, others, Why.EQUAL, "the elected candidate has the same priority"),
                        group(
                                known,
                                others,
                                Why.BEHIND,
                                "whose priority does not come before the elected candidate\u2019s right"),
                        group(known, others, Why.ELSEWHERE, "have no priority in " + selection.dutyLocation()),
                        exceptions(known, others)));
    }

    private static String count(List<NotInTheWay> others, String one, String several) {
        return switch (others.size()) {
            case 0 -> "No " + one;
            case 1 -> "1 " + one;
            default -> others.size() + " " + several;
        };
    }

    private static String told(String count, List<String> groups) {
        var words = groups.stream().filter(group -> !group.isEmpty()).collect(Collectors.joining("; "));
        return words.isEmpty() ? count + "." : count + ". " + words + ".";
    }

    private static String group(CaseCandidates.Known known, List<NotInTheWay> others, Why why, String words) {
        var numbers = others.stream()
                .filter(other -> other.why() == why)
                .map(other -> known.number(other.candidateId()))
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "" : numbers + ": " + words;
    }

    private String exceptions(CaseCandidates.Known known, List<NotInTheWay> others) {
        return others.stream()
                .filter(other -> other.why() == Why.ON_RECORD)
                .flatMap(other -> known.list().of(other.candidateId()).stream())
                .flatMap(entry -> exception(known, entry).stream())
                .collect(Collectors.joining("; "));
    }

    /** Why somebody who comes first does not stand in the way. */
    private Optional<String> exception(CaseCandidates.Known known, ReferralList.Entry entry) {
        var standing = known.standing(entry.id());
        var ways = new ArrayList<String>();
        if (standing.elected()) {
            ways.add("elected, too");
        }
        if (standing.declinedOrSilent()) {
            ways.add(answered(known, known.reviews().get(entry.id())));
        }
        if (standing.passOver() == PassOver.SUSTAINED) {
            ways.add("pass-over sustained"
                    + known.exceptions()
                            .passOver(entry.id())
                            .flatMap(io.crossgov.hiring.selection.PassOver::decidedAt)
                            .map(at -> " on " + Dates.inWords(office.dayOf(at)))
                            .orElse(""));
        }
        if (standing.vacancyHeld()) {
            ways.add("a vacancy is held");
        }
        if (standing.notWellQualified()) {
            ways.add("second review: not well-qualified");
        }
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(entry.candidate().applicantNumber() + ": " + String.join(", ", ways));
    }
}
