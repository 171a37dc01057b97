package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.crossgov.hiring.common.CaseNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** About whom a case, or its agency, has something on record. */
final class OnRecord {

    private OnRecord() {}

    /** Of whom the case has something on record, and these besides. */
    static Set<UUID> concerned(List<Selection> elected, Set<UUID> reviewed, Set<UUID> exceptions, Set<UUID> besides) {
        return Stream.of(
                        besides.stream(),
                        reviewed.stream(),
                        exceptions.stream(),
                        elected.stream().map(Selection::candidateId),
                        elected.stream().flatMap(selection -> selection.alternates().stream()))
                .flatMap(Function.identity())
                .collect(toSet());
    }

    static boolean isHeld(List<Selection> elected, UUID candidateId) {
        return elected.stream()
                .anyMatch(selection ->
                        selection.isHeld() && selection.candidateId().equals(candidateId));
    }

    static Map<UUID, CandidateReview> byCandidate(Collection<CandidateReview> ofOneCase) {
        return ofOneCase.stream().collect(toMap(CandidateReview::candidateId, Function.identity()));
    }

    static boolean isNamed(UUID candidateId, Map<UUID, CandidateReview> reviewed, List<Selection> elected) {
        return reviewed.containsKey(candidateId)
                || elected.stream()
                        .anyMatch(selection -> selection.candidateId().equals(candidateId)
                                || selection.alternates().contains(candidateId));
    }

    static Map<UUID, CandidateReview> declinations(Collection<CandidateReview> recorded, CaseNumber number) {
        return recorded.stream()
                .collect(toMap(CandidateReview::candidateId, Function.identity(), documentedFor(number)));
    }

    /** Of two, one that counts for the case, if there is any; first one of which OPM has yet to decide. */
    static BinaryOperator<CandidateReview> documentedFor(CaseNumber number) {
        return (one, other) ->
                one.waitsForOpm() || one.isDocumentedDeclination(number) && !other.waitsForOpm() ? one : other;
    }
}
