package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.PriorityStatus.CTAP;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.BEST_QUALIFIED;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.CP;
import static io.crossgov.hiring.law.VeteransPreference.NONE;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.CaseStanding.PassOver;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** L11, L13, L14, L16: one person who applied under two numbers has one place on the list, with all that either application gives. */
class OnePersonTest {

    private static final String REMOTE = "Remote";

    private final Applicant pat = called("Pat").with(TP).in(DENVER);
    private final Applicant again = called("Pat again").with(TP).in(REMOTE).sameAs(pat);
    private final Applicant noel = called("Noel").in(DENVER, REMOTE);
    private final Hiring hiring = Hiring.from(pat, again, noel).in(DENVER, REMOTE);

    @Test
    void L14_preference_holds_at_the_place_applied_for_under_the_other_number() {
        for (var place : List.of(DENVER, REMOTE)) {
            var refused = hiring.refusalOf(noel, place);
            assertThat(refused.rule()).isEqualTo(Rule.L14);
            assertThat(refused.named()).contains(pat.id());
            assertThat(hiring.sentence(refused)).startsWith("Pat is a preference eligible and comes first");
        }
    }

    @Test
    void L11_the_person_is_elected_for_either_place_whichever_number_is_named() {
        for (var place : List.of(DENVER, REMOTE)) {
            assertThat(hiring.electing(pat, place)).isEqualTo(ALLOWED);
            assertThat(hiring.electing(again, place)).isEqualTo(ALLOWED);
        }
        assertThat(hiring.refusalOf(again, WASHINGTON).rule()).isEqualTo(Rule.L11);
    }

    /** 5 U.S.C. 2108: preference is the person's, 3319(c): and counts where the person stands. */
    @Test
    void L14_preference_claimed_under_the_number_that_stands_lower_counts_where_the_person_stands() {
        var best = called("Pat").in(DENVER);
        for (var claimed : List.of(
                called("Pat again").with(TP).rated(WELL_QUALIFIED),
                called("Pat again").with(CP).rated(null),
                called("Pat again").with(TP).rated(null).in(WASHINGTON))) {
            var list = Hiring.from(best, claimed.sameAs(best), noel, called("Avery"), called("Blake"))
                    .in(DENVER, REMOTE);

            assertThat(list.entry(best).preferred()).isTrue();
            assertThat(list.refusalOf(noel, DENVER).rule()).isEqualTo(Rule.L14);
            assertThat(list.electing(best, DENVER)).isEqualTo(ALLOWED);
        }
    }

    /** 5 U.S.C. 3319(b): in the highest category by the disability, whichever number the rating stands with. */
    @Test
    void L12_a_disability_on_record_under_one_number_lifts_the_rating_of_the_other() {
        var low = called("Pat").rated(WELL_QUALIFIED).in(DENVER);
        var list = Hiring.from(
                        low,
                        called("Pat again").with(CP).rated(null).in(DENVER).sameAs(low),
                        noel,
                        called("Avery"),
                        called("Blake"))
                .in(DENVER, REMOTE);

        assertThat(list.entry(low).group()).isEqualTo(1);
        assertThat(list.refusalOf(noel, DENVER).rule()).isEqualTo(Rule.L14);
    }

    /** 5 CFR 330.704: the person is well-qualified by whichever application shows it. */
    @Test
    void L16_priority_claimed_under_one_number_holds_with_the_rating_of_the_other() {
        var ines = called("Ines").in(DENVER);
        var claimed = called("Ines again")
                .rated(Rating.QUALIFIED)
                .displaced(ICTAP, DENVER, "EPA")
                .in(DENVER)
                .sameAs(ines);

        assertThat(Hiring.from(ines, claimed, noel)
                        .in(DENVER, REMOTE)
                        .refusalOf(noel, DENVER)
                        .rule())
                .isEqualTo(Rule.L16);
    }

    @Test
    void L14_the_person_is_not_in_his_or_her_own_way() {
        assertThat(OrderOfSelection.othersWithPreference(hiring.situation(), new Choice(again.id(), DENVER)))
                .isEmpty();
    }

    // 5 CFR 330.705: a position that can be done from anywhere lies in every commuting area.
    @Test
    void L16_priority_by_one_number_holds_at_the_place_applied_for_under_the_other() {
        var ines = called("Ines").displaced(ICTAP, DENVER, "EPA").in(DENVER);
        var inesAgain = called("Ines again").in(REMOTE).sameAs(ines);
        var displaced = Hiring.from(noel, inesAgain, ines).in(DENVER, REMOTE);

        assertThat(displaced.refusalOf(noel, REMOTE).rule()).isEqualTo(Rule.L16);
        assertThat(displaced.electing(inesAgain, REMOTE)).isEqualTo(ALLOWED);
        assertThat(displaced.names()).containsExactly("Ines", "Noel");
    }

    // 5 CFR 330 subparts F and G: the agency's own displaced employees before those of others.
    @Test
    void L16_of_the_priorities_of_two_numbers_the_one_that_comes_first_counts() {
        var own = called("Ines").displaced(CTAP, DENVER, "GSA").in(DENVER);
        var ofOthers = called("Ines again")
                .displaced(ICTAP, WASHINGTON, "EPA")
                .in(WASHINGTON)
                .sameAs(own);

        for (var list : List.of(Hiring.from(own, ofOthers, noel), Hiring.from(ofOthers, own, noel))) {
            assertThat(list.in(DENVER, WASHINGTON).entry(own).priority()).contains(new Priority(CTAP, List.of(DENVER)));
        }
    }

    @Test
    void L16_equal_priorities_of_two_numbers_hold_wherever_either_does() {
        var ines = called("Ines").displaced(ICTAP, WASHINGTON, "EPA").in(WASHINGTON);
        var again =
                called("Ines again").displaced(ICTAP, DENVER, "EPA").in(DENVER).sameAs(ines);

        assertThat(Hiring.from(ines, again, noel)
                        .in(DENVER, WASHINGTON)
                        .entry(ines)
                        .priority())
                .contains(new Priority(ICTAP, List.of(DENVER, WASHINGTON)));
    }

    @Test
    void L16_a_number_referred_for_priority_only_does_not_take_away_what_the_other_is_referred_for() {
        var ines = called("Ines").in(REMOTE);
        var inesAgain = called("Ines again")
                .rated(WELL_QUALIFIED)
                .displaced(CTAP, DENVER, "GSA")
                .in(DENVER)
                .sameAs(ines);
        var displaced = Hiring.from(ines, inesAgain, noel, called("Avery"), called("Blake"))
                .in(DENVER, REMOTE, WASHINGTON);

        assertThat(displaced.entry(inesAgain).referred()).isTrue();
        assertThat(displaced.entry(inesAgain).priority()).isPresent();
        assertThat(displaced.electing(inesAgain, REMOTE)).isEqualTo(ALLOWED);
        assertThat(displaced.refusalOf(noel, DENVER).rule()).isEqualTo(Rule.L16);
    }

    // 5 U.S.C. 3319(c)(1): some of the highest category are left for each place.
    @Test
    void L13_the_person_is_left_in_the_higher_category_at_both_places() {
        var lower = called("Lou").rated(WELL_QUALIFIED).in(REMOTE);
        var higher = Hiring.from(
                        called("Pat").in(DENVER),
                        again.with(NONE),
                        noel,
                        called("Avery").in(REMOTE),
                        lower)
                .in(DENVER, REMOTE)
                .referred(new ReferredCategories(BEST_QUALIFIED, 3, null, null))
                .referredDownTo(WELL_QUALIFIED);

        assertThat(higher.refusalOf(lower, REMOTE).rule()).isEqualTo(Rule.L13);
    }

    static List<UnaryOperator<CaseStanding>> whatOpensTheListForOthers() {
        return List.of(
                CaseStanding::asElected,
                CaseStanding::asDeclinedOrSilent,
                standing -> standing.with(PassOver.SUSTAINED),
                standing -> standing.with(PassOver.PENDING).withVacancyHeld());
    }

    @ParameterizedTest
    @MethodSource("whatOpensTheListForOthers")
    void L14_what_is_on_record_about_one_number_holds_for_the_person(UnaryOperator<CaseStanding> record) {
        for (var number : List.of(pat, again)) {
            var onRecord = Hiring.from(pat, again, noel)
                    .in(DENVER, REMOTE)
                    .vacancies(2)
                    .record(number, record);

            assertThat(onRecord.electing(noel, DENVER)).isEqualTo(ALLOWED);
            assertThat(onRecord.electing(noel, REMOTE)).isEqualTo(ALLOWED);
        }
    }

    @Test
    void L14_one_vacancy_is_held_for_one_person_although_both_numbers_say_so() {
        var held = Hiring.from(pat, again, noel)
                .in(DENVER, REMOTE)
                .vacancies(2)
                .passOver(pat, PassOver.DENIED)
                .record(pat, CaseStanding::withVacancyHeld)
                .record(again, CaseStanding::withVacancyHeld);

        assertThat(held.situation().vacanciesFreeFor(noel.id())).isEqualTo(1);
        assertThat(held.situation().vacanciesFreeFor(again.id())).isEqualTo(2);
    }

    @Test
    void L15_what_OPM_decided_about_one_number_is_not_asked_about_the_other() {
        var denied = Hiring.from(pat, again, noel).in(DENVER, REMOTE).passOver(again, PassOver.DENIED);

        assertThat(PassOverRequest.mayBeAsked(denied.situation(), pat.id())).isInstanceOf(Ruling.Refused.class);
        assertThat(PassOverRequest.mayBeAsked(hiring.situation(), again.id())).isEqualTo(ALLOWED);
    }

    @Test
    void L16_a_second_review_of_one_number_ends_the_priority_of_the_person() {
        var ines = called("Ines").displaced(ICTAP, DENVER, "EPA").in(DENVER);
        var inesAgain = called("Ines again").displaced(ICTAP, DENVER, "EPA").sameAs(ines);
        var reviewed = Hiring.from(noel, ines, inesAgain)
                .in(DENVER, REMOTE)
                .record(inesAgain, CaseStanding::asNotWellQualified);

        assertThat(reviewed.electing(noel, DENVER)).isEqualTo(ALLOWED);
    }

    @Test
    void L11_a_number_that_is_not_shared_or_is_withdrawn_gives_no_place() {
        for (var gone : List.of(
                called("Pat again").in(REMOTE).sameAs(pat).notShared(),
                called("Pat again").in(REMOTE).sameAs(pat).nowIs(Availability.WITHDRAWN))) {
            var list = Hiring.from(pat, gone, noel).in(DENVER, REMOTE);

            assertThat(list.entry(pat).candidate().locations()).containsExactly(DENVER);
            assertThat(list.electing(noel, REMOTE)).isEqualTo(ALLOWED);
        }
    }

    // 5 U.S.C. 3319(b), (c)(1): lifted by the disability, both applications are in the highest category, and one person
    // is there.
    @Test
    void L13_a_person_lifted_into_the_category_of_the_own_other_number_counts_once() {
        var ranking = hiring.ranking();
        var records = List.of(
                new ReferredCategories.Tally(BEST_QUALIFIED, CP, 1, 1),
                new ReferredCategories.Tally(WELL_QUALIFIED, CP, 1, 1));

        assertThat(ReferredCategories.Tally.ofOnePerson(ranking, records)).isEqualTo(records.get(0));
        assertThat(ReferredCategories.Tally.ofOnePerson(
                        ranking,
                        List.of(
                                new ReferredCategories.Tally(WELL_QUALIFIED, NONE, 1, 1),
                                new ReferredCategories.Tally(null, CP, 1, 1))))
                .isEqualTo(records.get(1));
        assertThat(ReferredCategories.Tally.ofOnePerson(
                        ranking, List.of(new ReferredCategories.Tally(WELL_QUALIFIED, CP, 0, 1), records.get(1))))
                .isEqualTo(records.get(1));
        assertThat(ReferredCategories.Tally.ofOnePerson(
                        ranking,
                        List.of(
                                new ReferredCategories.Tally(null, TP, 1, 1),
                                new ReferredCategories.Tally(WELL_QUALIFIED, TP, 1, 1))))
                .isEqualTo(new ReferredCategories.Tally(WELL_QUALIFIED, TP, 1, 1));
    }
}
