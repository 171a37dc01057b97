package io.crossgov.hiring.selection;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What stands in the way of electing somebody of a list, each told once: many candidates wait for the same people. */
final class Obstacles {

    /**
     * One of them.
     *
     * @param rule as in "L14", or null
     * @param sentence what forbids the election and the way out
     * @param comeFirst candidates who come before
     */
    record Told(String rule, String sentence, List<UUID> comeFirst) {}

    private final Map<Told, Integer> places = new LinkedHashMap<>();
    /** The same obstacle again is not compared name by name. */
    private final Map<Electable.Obstacle, Integer> known = new IdentityHashMap<>();

    /** The obstacle's place among all that are told, counted from 0. */
    int placeOf(Electable.Obstacle obstacle) {
        return known.computeIfAbsent(obstacle, this::placeAmongTold);
    }

    private int placeAmongTold(Electable.Obstacle obstacle) {
        var told = new Told(
                obstacle.refusal().rule().orElse(null), obstacle.refusal().sentence(), obstacle.comeFirst());
        return places.computeIfAbsent(told, another -> places.size());
    }

    List<Told> told() {
        return new ArrayList<>(places.keySet());
    }
}
