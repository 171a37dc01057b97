package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.law.CaseStanding;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The tracked exceptions from the order of selection: pass-overs (L15), second reviews (L16), held vacancies (L14). Three queries a case. */
@Component
class OrderExceptions {

    private final PassOverRows passOvers;
    private final SecondReviewRows secondReviews;
    private final HeldVacancies heldVacancies;

    OrderExceptions(PassOverRows passOvers, SecondReviewRows secondReviews, HeldVacancies heldVacancies) {
        this.passOvers = passOvers;
        this.secondReviews = secondReviews;
        this.heldVacancies = heldVacancies;
    }

    /**
     * Those of one case.
     *
     * @param passOvers the request that counts, by candidate: this case's own, or one sustained for the same position before
     */
    record OfCase(Map<UUID, PassOver> passOvers, Map<UUID, SecondReview> secondReviews, Set<UUID> held) {

        static final OfCase NONE = new OfCase(Map.of(), Map.of(), Set.of());

        /** Everybody whom an exception is about. */
        Set<UUID> candidates() {
            var all = new HashSet<>(passOvers.keySet());
            all.addAll(secondReviews.keySet());
            all.addAll(held);
            return all;
        }

        Optional<PassOver> passOver(UUID candidateId) {
            return Optional.ofNullable(passOvers.get(candidateId));
        }

        Optional<SecondReview> secondReview(UUID candidateId) {
            return Optional.ofNullable(secondReviews.get(candidateId));
        }

        CaseStanding standing(UUID candidateId) {
            return new CaseStanding(
                    false,
                    false,
                    passOver(candidateId).map(PassOver::standing).orElse(CaseStanding.PassOver.NONE),
                    secondReview(candidateId)
                            .filter(SecondReview::foundNotWellQualified)
                            .isPresent(),
                    held.contains(candidateId));
        }
    }

    /** @param persons who has several records: an exception about one of them is about the person */
    OfCase of(HiringCase hiring, Persons persons) {
        var number = hiring.number().value();
        return new OfCase(
                thatCount(
                        passOvers.titled(hiring.agency(), hiring.announcement().value(), hiring.positionKey()).stream()
                                .filter(request -> request.isAboutThePositionOf(hiring))
                                .map(TitledPassOver::passOver)
                                .toList(),
                        hiring,
                        persons),
                persons.all(
                        secondReviews.ofCase(number).stream()
                                .collect(toMap(SecondReview::candidateId, Function.identity())),
                        SecondReview::thatCounts),
                persons.all(heldVacancies.ofCase(number).stream()
                        .map(HeldVacancy::candidateId)
                        .toList()));
    }

    /**
     * Sustained anywhere for this position stays sustained (L15); otherwise the case's own request counts, the latest of them. An objection is
     * about one certificate, and so about one case (L22, 5 CFR 332.102).
     */
    private static Map<UUID, PassOver> thatCount(List<PassOver> oldestFirst, HiringCase hiring, Persons persons) {
        var counting = new LinkedHashMap<UUID, PassOver>();
        oldestFirst.stream()
                .filter(request -> request.isOf(hiring.number())
                        || request.state() == PassOver.State.SUSTAINED && !request.isObjection())
                .forEach(request -> persons.records(request.candidateId())
                        .forEach(record -> counting.merge(
                                record, request, (earlier, later) -> earlier.outlasts(later) ? earlier : later)));
        return counting;
    }
}
