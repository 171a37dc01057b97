package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.law.CaseStanding;
import java.time.Instant;
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
     * @param passOvers the request that counts, by candidate: this case's own, or one decided for the same position before
     * @param own all requests of the case, oldest first
     * @param held for whom a vacancy is held, and since when
     */
    record OfCase(
            Map<UUID, PassOver> passOvers,
            List<PassOver> own,
            Map<UUID, SecondReview> secondReviews,
            Map<UUID, Instant> held) {

        static final OfCase NONE = new OfCase(Map.of(), List.of(), Map.of(), Map.of());

        /** Everybody whom an exception is about. */
        Set<UUID> candidates() {
            var all = new HashSet<>(passOvers.keySet());
            all.addAll(secondReviews.keySet());
            all.addAll(held.keySet());
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
                    held.containsKey(candidateId),
                    false);
        }
    }

    /** @param persons who has several records: an exception about one of them is about the person */
    OfCase of(HiringCase hiring, Persons persons) {
        var number = hiring.number().value();
        var requests =
                passOvers.ofPositions(hiring.agency(), hiring.announcement().value(), number);
        return new OfCase(
                thatCount(requests, hiring, persons),
                requests.stream()
                        .map(PositionPassOver::passOver)
                        .filter(request -> request.isOf(hiring.number()))
                        .toList(),
                persons.all(
                        secondReviews.ofCase(number).stream()
                                .collect(toMap(SecondReview::candidateId, Function.identity())),
                        SecondReview::thatCounts),
                persons.all(
                        heldVacancies.ofCase(number).stream()
                                .collect(toMap(HeldVacancy::candidateId, HeldVacancy::heldAt)),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    /**
     * Sustained anywhere for this position stays sustained, and denied anywhere for it is not asked again with the same facts (L15); otherwise
     * the case's own request counts, the latest of them. An objection that was sustained is about one certificate, and so about one case
     * (L22, 5 CFR 332.102).
     */
    private static Map<UUID, PassOver> thatCount(
            List<PositionPassOver> oldestFirst, HiringCase hiring, Persons persons) {
        var counting = new LinkedHashMap<UUID, PassOver>();
        oldestFirst.stream()
                .filter(request -> request.countsFor(hiring))
                .map(PositionPassOver::passOver)
                .forEach(request -> persons.records(request.candidateId())
                        .forEach(record -> counting.merge(
                                record, request, (earlier, later) -> earlier.outlasts(later) ? earlier : later)));
        return counting;
    }
}
