package io.crossgov.hiring.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** L4: the five keys of a position and of its pool. */
class PoolMatchTest {

    private static final PoolMatch.Keys POOL = new PoolMatch.Keys(
            "0301",
            "GS-13",
            "GS-13",
            AppointmentType.PERMANENT,
            Service.COMPETITIVE,
            Set.of("Washington, DC", "Remote", "Negotiable"));
    private static final Map<String, Set<String>> EQUIVALENT = Map.of("GS-13", Set.of("NH-03"));

    @Test
    void L4_a_position_with_the_five_keys_of_the_pool_matches() {
        assertThat(mismatches(new PoolMatch.Keys(
                        "0301",
                        "GS-13",
                        "GS-13",
                        AppointmentType.PERMANENT,
                        Service.COMPETITIVE,
                        Set.of("Remote", "Washington, DC"))))
                .isEmpty();
    }

    @Test
    void L4_names_every_key_that_does_not_match() {
        var found = mismatches(new PoolMatch.Keys(
                "0343",
                "GS-12",
                "GS-14",
                AppointmentType.TERM,
                Service.COMPETITIVE,
                Set.of("Remote", "Denver, CO", "Boise, ID")));

        assertThat(found)
                .containsExactly(
                        new PoolMatch.Mismatch("series", "The series is 0343, but the pool's is 0301."),
                        new PoolMatch.Mismatch("grade", "The grade is GS-12, but the pool's is GS-13 (or NH-03)."),
                        new PoolMatch.Mismatch(
                                "fullPerformanceLevel",
                                "The full performance level is GS-14, but the pool's is GS-13 (or NH-03)."),
                        new PoolMatch.Mismatch(
                                "appointmentType", "The appointment type is term, but the pool's is permanent."),
                        new PoolMatch.Mismatch(
                                "dutyLocations", "The duty location Boise, ID is not one of the pool's."),
                        new PoolMatch.Mismatch(
                                "dutyLocations", "The duty location Denver, CO is not one of the pool's."));
    }

    @Test
    void L4_an_equivalent_grade_matches_and_only_as_the_data_say() {
        var equivalent = new PoolMatch.Keys(
                "0301", "NH-03", "NH-03", AppointmentType.PERMANENT, Service.COMPETITIVE, Set.of("Washington, DC"));

        assertThat(mismatches(equivalent)).isEmpty();
        assertThat(PoolMatch.mismatches(equivalent, POOL, Map.of()))
                .extracting(PoolMatch.Mismatch::key)
                .containsExactly("grade", "fullPerformanceLevel");
    }

    @Test
    void L4_spelling_does_not_count() {
        assertThat(mismatches(new PoolMatch.Keys(
                        "GS-301",
                        "gs 13",
                        "13",
                        AppointmentType.PERMANENT,
                        Service.COMPETITIVE,
                        Set.of(" washington,  dc ", "REMOTE"))))
                .isEmpty();
    }

    @Test
    void L4_a_missing_key_never_matches() {
        assertThat(mismatches(new PoolMatch.Keys(null, " ", null, null, null, Set.of())))
                .extracting(PoolMatch.Mismatch::sentence)
                .containsExactly(
                        "The series is missing, but the pool's is 0301.",
                        "The grade is missing, but the pool's is GS-13 (or NH-03).",
                        "The full performance level is missing, but the pool's is GS-13 (or NH-03).",
                        "The appointment type is missing, but the pool's is permanent.",
                        "The position has no duty location.");
    }

    @Test
    void L4_a_position_that_does_not_match_is_refused_with_every_mismatch() {
        var wrong = new PoolMatch.Keys(
                "0301", "GS-12", "GS-13", AppointmentType.PERMANENT, Service.COMPETITIVE, Set.of("Denver, CO"));

        assertThatThrownBy(() -> PoolMatch.mustMatch(wrong, POOL, EQUIVALENT))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.rule()).contains("L4");
                    assertThat(refusal.field()).contains("grade");
                    assertThat(refusal.sentence())
                            .isEqualTo("The grade is GS-12, but the pool's is GS-13 (or NH-03)."
                                    + " The duty location Denver, CO is not one of the pool's.");
                });
    }

    // 5 U.S.C. 2102, 2103: an appointment in one service is not made from a certificate of the other.
    @Test
    void L4_an_appointment_in_the_other_service_is_named_and_an_older_vacancy_was_of_the_competitive_one() {
        var places = Set.of("Remote");
        assertThat(mismatches(new PoolMatch.Keys(
                        "0301", "GS-13", "GS-13", AppointmentType.PERMANENT, Service.EXCEPTED, places)))
                .containsExactly(
                        new PoolMatch.Mismatch(
                                "service",
                                "The appointment is in the excepted service, but the pool is for appointments in the competitive service."));
        assertThat(mismatches(new PoolMatch.Keys("0301", "GS-13", "GS-13", AppointmentType.PERMANENT, null, places)))
                .isEmpty();
    }

    @Property
    void L4_a_pool_matches_itself_with_any_of_its_locations(@ForAll("keys") PoolMatch.Keys pool) {
        for (var location : pool.dutyLocations()) {
            var position = new PoolMatch.Keys(
                    pool.series(),
                    pool.grade(),
                    pool.fullPerformanceLevel(),
                    pool.appointmentType(),
                    pool.service(),
                    Set.of(location));
            assertThat(PoolMatch.mismatches(position, pool, Map.of())).isEmpty();
        }
    }

    @Property
    void L4_exactly_the_keys_that_differ_are_named(
            @ForAll("keys") PoolMatch.Keys position, @ForAll("keys") PoolMatch.Keys pool) {
        var keys = PoolMatch.mismatches(position, pool, Map.of()).stream()
                .map(PoolMatch.Mismatch::key)
                .toList();

        assertThat(keys.contains("series")).isEqualTo(!position.series().equals(pool.series()));
        assertThat(keys.contains("grade")).isEqualTo(!position.grade().equals(pool.grade()));
        assertThat(keys.contains("fullPerformanceLevel"))
                .isEqualTo(!position.fullPerformanceLevel().equals(pool.fullPerformanceLevel()));
        assertThat(keys.contains("appointmentType")).isEqualTo(position.appointmentType() != pool.appointmentType());
        assertThat(keys.contains("service")).isEqualTo(position.service() != pool.service());
        assertThat(keys.stream().filter("dutyLocations"::equals).count())
                .isEqualTo(position.dutyLocations().stream()
                        .filter(location -> !pool.dutyLocations().contains(location))
                        .count());
    }

    @Provide
    Arbitrary<PoolMatch.Keys> keys() {
        return Combinators.combine(
                        Arbitraries.of("0301", "0343", "2210"),
                        Arbitraries.of("GS-12", "GS-13"),
                        Arbitraries.of("GS-13", "GS-14"),
                        Arbitraries.of(AppointmentType.values()),
                        Arbitraries.of(Service.values()),
                        Arbitraries.of("Remote", "Negotiable", "Boise, ID", "Denver, CO")
                                .set()
                                .ofMinSize(1))
                .as(PoolMatch.Keys::new);
    }

    private static List<PoolMatch.Mismatch> mismatches(PoolMatch.Keys position) {
        return PoolMatch.mismatches(position, POOL, EQUIVALENT);
    }
}
