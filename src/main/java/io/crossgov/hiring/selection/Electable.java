package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.OrderOnList;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.Situation;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether somebody can be elected now, by the case's record and by the law. The list shows it and an election asks it: one answer. Many
 * wait for the same people, who are told in words once.
 */
final class Electable {

    private final CaseCandidates.Known known;
    private final OrderOnList order;
    private final Map<Ruling.Refused, Obstacle> told = new IdentityHashMap<>();

    Electable(CaseCandidates.Known known, Situation situation) {
        this.known = known;
        this.order = new OrderOnList(situation);
    }

    /**
     * Why not.
     *
     * @param refusal as an election is refused
     * @param comeFirst candidates who come before the choice, in the order of the sentence
     */
    record Obstacle(Refusal refusal, List<UUID> comeFirst) {}

    /** What stands in the way of the choice now; empty when nothing does. */
    Optional<Obstacle> obstacle(Choice choice) {
        return byRecord(choice.candidateId())
                .map(refusal -> new Obstacle(refusal, List.of()))
                .or(() -> byLaw(choice));
    }

    private Optional<Refusal> byRecord(UUID candidateId) {
        if (!known.hiring().isOpen()) {
            return Optional.of(Refusal.conflict("The case is closed."));
        }
        if (known.heldSelection(candidateId).isPresent()) {
            return Optional.of(Refusal.conflict("This candidate is already elected in this case."));
        }
        var person = known.person(candidateId);
        var status = person.map(known::status).orElse(ReviewStatus.REFERRED);
        if (status == ReviewStatus.DECLINED_THIS_AGENCY) {
            return Optional.of(
                    Refusal.conflictByRule(
                            "L9",
                            "This candidate declined your agency. Choose \u201cConsider again\u201d first if that has changed."));
        }
        if (status == ReviewStatus.NOT_SELECTED) {
            return Optional.of(Refusal.conflict(
                    "This candidate is marked as not selected. Choose \u201cConsider again\u201d first."));
        }
        if (known.isNotInterested(candidateId)) {
            return Optional.of(
                    Refusal.conflictByRule(
                            "L9",
                            "This candidate is not interested in the position, as recorded. Record the new answer first if that has changed."));
        }
        if (person.filter(candidate -> !known.isAvailable(candidate)).isPresent()) {
            return Optional.of(Refusal.conflictByRule("L8", "This candidate is no longer available."));
        }
        return Optional.empty();
    }

    private Optional<Obstacle> byLaw(Choice choice) {
        if (known.mayBeAppointed(choice.candidateId()) instanceof Ruling.Refused refused) {
            return Optional.of(new Obstacle(Rulings.asRefusal(refused, known), List.of()));
        }
        return order.check(choice) instanceof Ruling.Refused refused
                ? Optional.of(told.computeIfAbsent(refused, this::told))
                : Optional.empty();
    }

    private Obstacle told(Ruling.Refused refused) {
        return new Obstacle(
                Rulings.asRefusal(refused, known),
                refused.named().stream().distinct().toList());
    }
}
