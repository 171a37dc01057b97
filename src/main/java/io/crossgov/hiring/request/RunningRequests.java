package io.crossgov.hiring.request;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.DutyPlace;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.PoolAboutToBeChanged;
import io.crossgov.hiring.pool.PoolDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a pool was announced with does not change under the requests that run on it: forms are signed, people are referred, in an order that
 * they make (L2, L4, L12 to L17). Dates, places that are added and whatever nobody has relied on yet are OPM's to change.
 */
@Component
class RunningRequests {

    /** What cases rest on, with what people call it. */
    private static final LinkedHashMap<String, Function<PoolDetails, Object>> RESTED_ON = new LinkedHashMap<>();

    static {
        RESTED_ON.put("series", PoolDetails::series);
        RESTED_ON.put("grade", PoolDetails::grade);
        RESTED_ON.put("fullPerformanceLevel", PoolDetails::fullPerformanceLevel);
        RESTED_ON.put("appointmentType", PoolDetails::appointmentType);
        RESTED_ON.put("hiringAuthority", PoolDetails::hiringAuthority);
        RESTED_ON.put("rankingMethod", PoolDetails::rankingMethod);
        RESTED_ON.put("poolType", PoolDetails::poolType);
        RESTED_ON.put("issuingAgency", PoolDetails::issuingAgency);
        RESTED_ON.put("issuedOn", PoolDetails::issuedOn);
        RESTED_ON.put("statements", PoolDetails::statements);
        RESTED_ON.put("categories", PoolDetails::categories);
        RESTED_ON.put("wellQualifiedRating", PoolDetails::wellQualifiedRating);
        RESTED_ON.put("wellQualifiedScore", PoolDetails::wellQualifiedScore);
    }

    private final Cases cases;

    RunningRequests(Cases cases) {
        this.cases = cases;
    }

    /** @throws Refusal 409 naming the first thing that an open case rests on, and the case */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PoolAboutToBeChanged about) {
        var changed = RESTED_ON.entrySet().stream()
                .filter(thing -> !Objects.equals(
                        thing.getValue().apply(about.before()), thing.getValue().apply(about.after())))
                .map(Map.Entry::getKey)
                .findFirst();
        var places = about.before().dutyLocations().stream()
                .filter(place -> about.after().dutyLocations().stream().noneMatch(kept -> DutyPlace.same(place, kept)))
                .toList();
        if (changed.isEmpty() && places.isEmpty()) {
            return;
        }
        var open = cases.openIn(about.before().announcement());
        changed.filter(field -> !open.isEmpty()).ifPresent(field -> {
            throw refused(field, field, open);
        });
        whereSomebodyAsks(places, open).ifPresent(place -> {
            throw refused(
                    "dutyLocations",
                    place,
                    open.stream().filter(hiring -> asksFor(hiring, place)).toList());
        });
    }

    private static Optional<String> whereSomebodyAsks(List<String> places, List<HiringCase> open) {
        return places.stream()
                .filter(place -> open.stream().anyMatch(hiring -> asksFor(hiring, place)))
                .findFirst();
    }

    private static boolean asksFor(HiringCase hiring, String place) {
        return hiring.dutyLocations().stream().anyMatch(asked -> DutyPlace.same(asked, place));
    }

    private static Refusal refused(String field, String what, List<HiringCase> open) {
        return Refusal.conflict("\u201c" + what + "\u201d is what " + Counted.of(open.size(), "open case")
                + (open.size() == 1 ? " of this pool rests" : " of this pool rest") + " on, for example "
                + open.get(0).number() + ", so " + field
                + " stays as it is while they run. Set up another pool, or change it when they are closed.");
    }
}
