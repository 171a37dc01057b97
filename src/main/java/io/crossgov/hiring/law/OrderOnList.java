package io.crossgov.hiring.law;

import java.util.HashMap;
import java.util.Map;

/**
 * The order of selection for everybody on a list at once: each choice is told exactly what {@link OrderOfSelection#check} says of it, but
 * who comes before a place on the list is worked out once for all who stand there. Asked one by one, thousands of candidates would each
 * be compared with all others. For one thread.
 */
public final class OrderOnList {

    private final Situation situation;
    private final Map<Place, Ruling> before = new HashMap<>();

    public OrderOnList(Situation situation) {
        this.situation = situation;
    }

    /** Whether the choice may be made now. Choices that are refused for the same people have one and the same refusal. */
    public Ruling check(Choice made) {
        return OrderOfSelection.check(
                situation,
                made,
                choice -> before.computeIfAbsent(
                        Place.of(situation, choice), place -> OrderOfSelection.precedence(situation, choice)));
    }
}
