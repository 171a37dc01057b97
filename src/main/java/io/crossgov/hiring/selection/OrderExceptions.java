package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.law.CaseStanding;
import io.crossgov.hiring.law.RequestsAboutOne;
import io.crossgov.hiring.law.SamePosition;
import java.time.Instant;
import java.util.ArrayList;
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

    /** The request that counts about one person, where it stands for the case, and whether it is about its position. */
    record Counting(PassOver passOver, CaseStanding.PassOver standing, SamePosition position) {}

    /**
     * Those of one case.
     *
     * @param passOvers the request that counts, by candidate: this case's own, or one decided for the same position, with where it stands
     * @param own all requests of the case, oldest first
     * @param held for whom a vacancy is held, and since when
     */
    record OfCase(
            Map<UUID, Counting> passOvers,
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
            return Optional.ofNullable(passOvers.get(candidateId)).map(Counting::passOver);
        }

        /** Whether it is not sure that the request that counts is about the position of the case. */
        boolean isUnsure(UUID candidateId) {
            return Optional.ofNullable(passOvers.get(candidateId))
                    .filter(counting -> counting.position() == SamePosition.UNSURE)
                    .isPresent();
        }

        Optional<SecondReview> secondReview(UUID candidateId) {
            return Optional.ofNullable(secondReviews.get(candidateId));
        }

        CaseStanding standing(UUID candidateId) {
            return new CaseStanding(
                    false,
                    false,
                    Optional.ofNullable(passOvers.get(candidateId))
                            .map(Counting::standing)
                            .orElse(CaseStanding.PassOver.NONE),
                    secondReview(candidateId).filter(SecondReview::endsPriority).isPresent(),
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

    private static Map<UUID, Counting> thatCount(
            List<PositionPassOver> oldestFirst, HiringCase hiring, Persons persons) {
        var byPerson = new LinkedHashMap<Set<UUID>, List<PositionPassOver>>();
        oldestFirst.forEach(request -> byPerson.computeIfAbsent(
                        persons.records(request.passOver().candidateId()), person -> new ArrayList<>())
                .add(request));
        var counting = new LinkedHashMap<UUID, Counting>();
        byPerson.forEach((person, requests) ->
                counting(requests, hiring).ifPresent(counts -> person.forEach(record -> counting.put(record, counts))));
        return counting;
    }

    private static Optional<Counting> counting(List<PositionPassOver> ofOnePerson, HiringCase hiring) {
        return RequestsAboutOne.thatCounts(ofOnePerson.stream()
                        .map(request -> request.seenFrom(hiring))
                        .toList())
                .map(counts -> new Counting(
                        ofOnePerson.stream()
                                .map(PositionPassOver::passOver)
                                .filter(request ->
                                        request.id().equals(counts.request().id()))
                                .findFirst()
                                .orElseThrow(),
                        counts.standing(),
                        counts.request().position()));
    }
}
