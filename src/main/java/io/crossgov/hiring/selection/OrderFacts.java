package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.law.CaseStanding.PassOver;
import io.crossgov.hiring.law.ReferralList;
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

    String of(String rule, CaseCandidates.Known known, Selection selection) {
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
            case "L16" ->
                others(known, selection, known.list().withPriority(), "No displaced employee has priority here.");
            case "L14" ->
                others(
                        known,
                        selection,
                        known.list().preferred(),
                        known.list().ranking().preferenceCounts()
                                ? "No other preference eligible is available."
                                : "Veterans\u2019 preference decides nothing in this pool (L17).");
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

    private String others(
            CaseCandidates.Known known, Selection selection, List<ReferralList.Entry> first, String nobody) {
        var words = first.stream()
                .filter(entry -> !entry.id().equals(selection.candidateId()))
                .flatMap(entry -> exception(known, entry).stream())
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? nobody : words + ".";
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
