package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** L10: the first days of a pool are for the agencies named (programme policy of the cross-government actions). */
class ReservedDaysTest {

    private static final Optional<LocalDate> UNTIL = Optional.of(LocalDate.of(2026, 3, 11));
    private static final List<String> AGENCIES = List.of("GSA", "EPA");

    @Test
    void L10_others_may_ask_from_the_day_after_the_last_reserved_day_and_read_which_it_is() {
        var ruling = ReservedDays.mayAsk(AGENCIES, UNTIL, "DOL", LocalDate.of(2026, 3, 11));

        assertThat(ruling)
                .isEqualTo(new Ruling.Refused(
                        Rule.L10,
                        "The pool is reserved for other agencies until Mar 11, 2026. Your agency may ask for access from"
                                + " Mar 12, 2026 on.",
                        List.of(),
                        List.of(Exit.on(LocalDate.of(2026, 3, 12)))));
        assertThat(ReservedDays.mayAsk(AGENCIES, UNTIL, "DOL", LocalDate.of(2026, 3, 12)))
                .isEqualTo(Hiring.ALLOWED);
    }

    @Test
    void L10_an_agency_named_may_ask_on_the_first_day() {
        assertThat(ReservedDays.mayAsk(AGENCIES, UNTIL, "EPA", LocalDate.of(2026, 3, 2)))
                .isEqualTo(Hiring.ALLOWED);
    }

    @Test
    void L10_an_extension_moves_the_day_for_the_others() {
        var extended = UNTIL.map(until -> until.plusDays(5));

        assertThat(((Ruling.Refused) ReservedDays.mayAsk(AGENCIES, extended, "DOL", LocalDate.of(2026, 3, 12))).exits())
                .containsExactly(Exit.on(LocalDate.of(2026, 3, 17)));
    }

    @Test
    void L10_a_pool_that_reserves_no_days_or_names_nobody_is_open_to_all() {
        assertThat(ReservedDays.mayAsk(AGENCIES, Optional.empty(), "DOL", LocalDate.of(2026, 3, 2)))
                .isEqualTo(Hiring.ALLOWED);
        assertThat(ReservedDays.mayAsk(List.of(), UNTIL, "DOL", LocalDate.of(2026, 3, 2)))
                .isEqualTo(Hiring.ALLOWED);
    }

    // ---- extension

    private static final LocalDate LAST_DAY_OF_POOL = LocalDate.of(2027, 3, 1);

    @Test
    void L10_an_agency_named_may_ask_until_the_last_reserved_day_for_any_later_day_of_the_pool() {
        var lastReserved = UNTIL.orElseThrow();

        assertThat(extension("GSA", lastReserved.plusDays(1), lastReserved)).isEqualTo(Hiring.ALLOWED);
        assertThat(extension("EPA", LAST_DAY_OF_POOL, LocalDate.of(2026, 3, 2))).isEqualTo(Hiring.ALLOWED);
    }

    @Test
    void L10_who_asks_when_the_days_of_others_are_over_reads_that_it_may_ask_for_access_today() {
        var after = UNTIL.orElseThrow().plusDays(9);

        assertThat(refused(extension("DOL", after.plusDays(5), after)))
                .endsWith("The agency may ask for access from Mar 20, 2026 on.");
        assertThat(refused(extension("DOL", after.plusDays(5), UNTIL.orElseThrow())))
                .endsWith("The agency may ask for access from Mar 12, 2026 on.");
    }

    @Test
    void L10_an_agency_without_reserved_days_extends_none_and_reads_from_when_it_may_ask_for_access() {
        assertThat(refused(extension("DOL", LocalDate.of(2026, 3, 20), LocalDate.of(2026, 3, 2))))
                .isEqualTo(
                        "The pool has no days reserved for DOL, so there are none to extend. The agency may ask for access from"
                                + " Mar 12, 2026 on.");
        assertThat(refused(ReservedDays.mayExtend(
                        AGENCIES,
                        Optional.empty(),
                        "GSA",
                        LocalDate.of(2026, 3, 20),
                        LAST_DAY_OF_POOL,
                        LocalDate.of(2026, 3, 2))))
                .contains("from Mar 2, 2026 on");
    }

    @Test
    void L10_days_that_have_ended_are_not_extended_since_the_others_may_ask_by_then() {
        assertThat(refused(extension("GSA", LocalDate.of(2026, 3, 20), LocalDate.of(2026, 3, 12))))
                .isEqualTo(
                        "The reserved days ended on Mar 11, 2026 and cannot be extended any more. Every agency may ask for"
                                + " access now.");
    }

    @Test
    void L10_the_new_day_is_later_than_the_old_one_and_not_past_the_pool() {
        var today = LocalDate.of(2026, 3, 5);

        var notLater = extension("GSA", UNTIL.orElseThrow(), today);
        assertThat(refused(notLater)).contains("already. Choose a later day, until Mar 1, 2027.");
        var tooLate = extension("GSA", LAST_DAY_OF_POOL.plusDays(1), today);
        assertThat(refused(tooLate)).isEqualTo("The pool is open until Mar 1, 2027. Choose a day until then.");
        for (var ruling : List.of(notLater, tooLate)) {
            var named = ((Ruling.Refused) ruling).exits().get(0).day();
            assertThat(extension("GSA", named, today)).isEqualTo(Hiring.ALLOWED);
        }
    }

    @Test
    void L10_a_pool_reserved_until_its_own_last_day_has_no_more_days_to_reserve() {
        assertThat(refused(ReservedDays.mayExtend(
                        AGENCIES,
                        Optional.of(LAST_DAY_OF_POOL),
                        "GSA",
                        LAST_DAY_OF_POOL.plusDays(1),
                        LAST_DAY_OF_POOL,
                        LocalDate.of(2026, 3, 5))))
                .contains("Ask OPM to keep the pool open longer first.");
    }

    private static Ruling extension(String agency, LocalDate wanted, LocalDate today) {
        return ReservedDays.mayExtend(AGENCIES, UNTIL, agency, wanted, LAST_DAY_OF_POOL, today);
    }

    private static String refused(Ruling ruling) {
        return ((Ruling.Refused) ruling).sentence(UUID::toString);
    }
}
