package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.NotInTheWay;
import io.crossgov.hiring.law.NotInTheWay.Why;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** L13 in words for OPM: who of the higher categories is left, and why each of the others is not, with what shows it. */
@Component
class CategoryFacts {

    private final Candidates candidates;
    private final CaseLaw law;
    private final WhyOut whyOut;
    private final OfficeClock office;

    CategoryFacts(Candidates candidates, CaseLaw law, WhyOut whyOut, OfficeClock office) {
        this.candidates = candidates;
        this.law = law;
        this.whyOut = whyOut;
        this.office = office;
    }

    String of(CaseCandidates.Known known, Situation situation, Selection selection) {
        var ranking = known.list().ranking();
        if (ranking.method() != RankingMethod.CATEGORY) {
            return "This pool has no categories.";
        }
        if (!ranking.preferenceCounts()) {
            return "Categories decide nothing in this pool (5 U.S.C. 3304(a)(3)).";
        }
        var choice = new Choice(selection.candidateId(), selection.dutyLocation());
        if (known.list().standingOf(choice.candidateId()).isEmpty()) {
            return "Nobody else is left for " + choice.dutyLocation() + ".";
        }
        return left(known, situation, choice) + out(known, situation, choice);
    }

    private String left(CaseCandidates.Known known, Situation situation, Choice choice) {
        var left = OrderOfSelection.leftInHigherCategories(situation, choice);
        return left.isEmpty()
                ? merged(known, OrderOfSelection.leftInMergedCategory(situation, choice), choice.dutyLocation())
                : "Of higher categories " + (left.size() == 1 ? "one candidate is" : left.size() + " candidates are")
                        + " left for " + choice.dutyLocation()
                        + "; the elected candidate has priority there, which comes before categories (5 CFR 330.607, 330.705).";
    }

    /** Who is left of the category with which the elected candidate's was merged is told: both are one category, and no two. */
    private String merged(CaseCandidates.Known known, List<UUID> left, String dutyLocation) {
        var categories = known.categories();
        var nobody = "Nobody of a higher category is left for " + dutyLocation + ".";
        if (!categories.isMerged()) {
            return nobody;
        }
        return (left.isEmpty()
                        ? nobody + " " + categories.highest().title()
                        : "Of " + categories.highest().title() + " are left for " + dutyLocation + ": "
                                + numbers(known, left) + ". The category")
                + " had "
                + (categories.count() == 0 ? "nobody" : "only " + Counted.of(categories.count(), "candidate"))
                + known.merge()
                        .map(merge -> " left when " + merge.by() + " merged it on "
                                + Dates.inWords(office.dayOf(merge.at())) + " with ")
                        .orElse(" when the case was referred and is merged with ")
                + categories.mergedWith().title() + " (5 U.S.C. 3319(c)(1)): neither comes before the other.";
    }

    /** Everybody else who was assigned to a higher category, by number, with the reason: OPM judges each itself. */
    private String out(CaseCandidates.Known known, Situation situation, Choice choice) {
        var others = OrderOfSelection.othersOfHigherCategories(situation, choice);
        var told = new ArrayList<String>();
        others.stream()
                .filter(other -> other.why() == Why.ON_RECORD)
                .map(NotInTheWay::candidateId)
                .forEach(id ->
                        told.add(known.number(id) + ": " + onRecord(known, id).orElse("not left")));
        group(
                told,
                others.stream()
                        .filter(other -> other.why() == Why.ELSEWHERE)
                        .map(other -> known.number(other.candidateId()))
                        .toList(),
                "would not work in " + choice.dutyLocation());
        var gone = gone(known, choice);
        gone.forEach(candidate ->
                onRecord(known, candidate.id()).ifPresent(why -> told.add(candidate.applicantNumber() + ": " + why)));
        for (var availability : List.of(Availability.WITHDRAWN, Availability.COMMITTED, Availability.HIRED)) {
            group(
                    told,
                    gone.stream()
                            .filter(candidate -> candidate.availability() == availability)
                            .filter(candidate -> onRecord(known, candidate.id()).isEmpty())
                            .map(Candidate::applicantNumber)
                            .toList(),
                    switch (availability) {
                        case WITHDRAWN -> "withdrew from all agencies";
                        case COMMITTED -> "selected for another position";
                        case HIRED -> "entered on duty in another position";
                        case AVAILABLE -> throw new IllegalStateException("whoever is available is not gone");
                    });
        }
        return told.isEmpty() ? "" : " Not left of higher categories: " + String.join("; ", told) + ".";
    }

    private static void group(List<String> told, List<String> numbers, String words) {
        if (!numbers.isEmpty()) {
            told.add(String.join(", ", numbers) + ": " + words);
        }
    }

    private Optional<String> onRecord(CaseCandidates.Known known, UUID candidateId) {
        return whyOut.of(known, candidateId)
                .or(() -> Optional.ofNullable(known.reviews().get(candidateId))
                        .flatMap(CandidateReview::consideredEnough));
    }

    /** Whoever would stand higher there and is not available any more, this case's own selectees among them. */
    private List<Candidate> gone(CaseCandidates.Known known, Choice choice) {
        var wanted = known.list().standingOf(choice.candidateId()).orElseThrow();
        if (!OrderOfSelection.isBelowAnother(known.list(), wanted)) {
            return List.of();
        }
        var gone = candidates.gone(known.hiring().announcement(), choice.dutyLocation()).stream()
                .filter(candidate -> !known.persons().same(candidate.id(), choice.candidateId()))
                .filter(candidate -> known.list().of(candidate.id()).isEmpty())
                .toList();
        var standing = law.list(known.hiring(), known.pool(), known.categories(), List.of(), gone);
        return gone.stream()
                .filter(candidate -> standing.standingOf(candidate.id())
                        .filter(entry -> OrderOfSelection.isOfHigherCategory(known.list(), entry, wanted))
                        .isPresent())
                .toList();
    }

    private static String numbers(CaseCandidates.Known known, List<UUID> candidateIds) {
        return candidateIds.stream().map(known::number).collect(Collectors.joining(", "));
    }
}
