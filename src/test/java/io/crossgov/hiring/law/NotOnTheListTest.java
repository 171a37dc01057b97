package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.NotInTheWay.Why.ELSEWHERE;
import static io.crossgov.hiring.law.NotInTheWay.Why.EQUAL;
import static io.crossgov.hiring.law.NotInTheWay.Why.ON_RECORD;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.CaseStanding.PassOver;
import io.crossgov.hiring.law.Exit.Way;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;

/**
 * L13, L14, L16 about somebody who was on the list when elected and is not when OPM verifies: judged by where he or she would stand, and no
 * rule holds for want of knowledge.
 */
class NotOnTheListTest {

    private final Applicant avery = called("Avery");
    private final Applicant blake = called("Blake");
    private final Applicant casey = called("Casey");
    private final Applicant taylor = called("Taylor").with(TP);

    /** Rated well-qualified after all, a category that is not referred. */
    private final Applicant corrected = called("Corry").rated(WELL_QUALIFIED);

    /** Without a rating, after all. */
    private final Applicant unrated = called("Uri").rated(null);

    @Test
    void L13_L14_whose_category_was_corrected_is_judged_by_the_category_that_is_true() {
        var hiring = Hiring.from(avery, blake, casey, taylor, corrected).elected(corrected);

        assertThat(sentence(Rule.L14, hiring, corrected))
                .startsWith("Taylor is a preference eligible and comes first (5 U.S.C. 3318(c), 3319(c)).");
        assertThat(sentence(Rule.L13, hiring, corrected))
                .startsWith("Of higher categories 4 candidates can still be selected for Denver, CO");
        assertThat(OrderOfSelection.leftInHigherCategories(hiring.situation(), new Choice(corrected.id(), DENVER)))
                .containsExactly(taylor.id(), avery.id(), blake.id(), casey.id());
    }

    @Test
    void L13_L14_who_would_no_longer_work_at_a_location_of_the_case_is_still_of_the_own_category() {
        var moved = called("Moira").in(WASHINGTON);

        assertThat(holds(Rule.L13, Hiring.from(avery, blake, casey, moved), moved))
                .isTrue();
        assertThat(holds(Rule.L14, Hiring.from(avery, blake, casey, moved), moved))
                .isTrue();
        assertThat(sentence(Rule.L14, Hiring.from(avery, taylor, moved), moved))
                .startsWith("Taylor is a preference eligible");
    }

    @Test
    void L14_others_with_preference_are_told_beside_somebody_who_has_left_the_list() {
        var far = called("Fran").with(TP).in(WASHINGTON);
        var passedOver = called("Pat").with(TP);
        var gone = called("Gale").nowIs(Availability.COMMITTED);
        var withdrawn = called("Wes").with(TP).nowIs(Availability.WITHDRAWN);
        var hiring = Hiring.from(taylor, far, passedOver, gone, withdrawn)
                .in(DENVER, WASHINGTON)
                .record(taylor, CaseStanding::asDeclinedOrSilent)
                .passOver(passedOver, PassOver.SUSTAINED);

        for (var elected : List.of(gone, withdrawn)) {
            assertThat(holds(Rule.L14, hiring, elected)).isTrue();
            assertThat(hiring.othersWithPreference(elected))
                    .containsExactlyInAnyOrder(
                            new NotInTheWay(taylor.id(), ON_RECORD),
                            new NotInTheWay(passedOver.id(), ON_RECORD),
                            new NotInTheWay(far.id(), ELSEWHERE));
        }
        assertThat(Hiring.from(taylor, withdrawn).othersWithPreference(withdrawn))
                .containsExactly(new NotInTheWay(taylor.id(), EQUAL));
    }

    @Test
    void L16_who_has_left_the_list_is_judged_by_the_right_he_or_she_would_have() {
        var ines = called("Ines").displaced(ICTAP, DENVER, "EPA");
        var gone = called("Iris").displaced(ICTAP, DENVER, "EPA").nowIs(Availability.COMMITTED);
        var other = called("Gale").nowIs(Availability.COMMITTED);

        assertThat(holds(Rule.L16, Hiring.from(avery, ines, gone), gone)).isTrue();
        assertThat(sentence(Rule.L16, Hiring.from(avery, ines, other), other))
                .startsWith("Ines has ICTAP priority in Denver, CO and must be taken first");
    }

    @Test
    void L14_by_score_who_fell_below_the_cut_off_is_judged_by_the_score() {
        var higher = called("Taylor").scored("81").with(TP);
        var below = called("Corry").scored("79");

        assertThat(sentence(Rule.L14, Hiring.from(higher, below).byScoreDownTo("80"), below))
                .startsWith("Taylor is a preference eligible");
        assertThat(holds(Rule.L13, Hiring.from(higher, below).byScoreDownTo("80"), below))
                .isTrue();
        assertThat(holds(Rule.L14, Hiring.from(taylor, below).direct(), below)).isTrue();
    }

    @Test
    void L13_L14_L16_what_cannot_be_said_does_not_hold() {
        var ines = called("Ines").displaced(ICTAP, DENVER, "EPA");
        var hiring = Hiring.from(avery, blake, taylor, ines, unrated);

        assertThat(sentence(Rule.L14, hiring, unrated))
                .isEqualTo(
                        "The elected candidate is not on the list, so it cannot be said whether Taylor, a preference eligible,"
                                + " comes first (5 U.S.C. 3318(c), 3319(c)).");
        assertThat(sentence(Rule.L13, hiring, unrated))
                .isEqualTo(
                        "The elected candidate is not on the list, so it cannot be said how many of the 4 candidates who can still"
                                + " be selected for Denver, CO are of a higher category (5 U.S.C. 3319(c)(1)).");
        assertThat(sentence(Rule.L16, hiring, unrated))
                .isEqualTo(
                        "The elected candidate is not on the list, so it cannot be said whether Ines, who has priority in Denver,"
                                + " CO, must be taken first (5 CFR 330.607, 330.705).");
        assertThat(((Ruling.Refused) finding(Rule.L14, hiring, unrated).ruling()).exits())
                .containsExactly(Exit.to(Way.CHOOSE_FROM_LIST));
        assertThat(sentence(Rule.L14, Hiring.from(taylor, called("Terry").with(TP), unrated), unrated))
                .contains("whether Taylor and Terry, preference eligibles, come first");
    }

    @Test
    void L13_L14_L16_where_nobody_could_come_first_there_is_nothing_to_be_known() {
        var hiring = Hiring.from(taylor, unrated).record(taylor, CaseStanding::asDeclinedOrSilent);

        assertThat(OrderOfSelection.findings(hiring.situation(), new Choice(unrated.id(), DENVER)))
                .filteredOn(finding -> !finding.holds())
                .extracting(OrderOfSelection.Finding::rule)
                .containsExactly(Rule.L11);
        assertThat(hiring.othersWithPreference(unrated)).containsExactly(new NotInTheWay(taylor.id(), ON_RECORD));
    }

    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void L13_L14_hold_for_somebody_who_is_not_on_the_list_only_where_nobody_comes_first(
            @ForAll("cases") Circumstances any) {
        for (var elected : any.field()) {
            if (elected.priority() == PriorityStatus.NONE
                    && any.list().of(elected.id()).isEmpty()) {
                judgedByWhereHeOrSheWouldStand(
                        elected, any.with(new Choice(elected.id(), any.choice().dutyLocation())));
            }
        }
    }

    private static void judgedByWhereHeOrSheWouldStand(Eligible elected, Circumstances any) {
        var plain = new PlainReading(any);
        Statistics.label("a preference eligible is owed")
                .collect(!plain.owedPreference().isEmpty())
                .coverage(coverage -> coverage.check(true).count(count -> count > 10));
        if (any.ranking().method() != RankingMethod.CATEGORY || elected.rating() != null) {
            assertThat(holds(Rule.L14, any)).isEqualTo(plain.owedPreference().isEmpty());
            assertThat(holds(Rule.L13, any))
                    .isEqualTo(plain.leftInHigherCategories().isEmpty());
        } else if (holds(Rule.L14, any)) {
            assertThat(plain.owedPreference()).isEmpty();
        }
    }

    @Provide
    Arbitrary<Circumstances> cases() {
        return Circumstances.any();
    }

    private static boolean holds(Rule rule, Circumstances any) {
        return OrderOfSelection.findings(any.situation(), any.choice()).stream()
                .filter(finding -> finding.rule() == rule)
                .allMatch(OrderOfSelection.Finding::holds);
    }

    private static OrderOfSelection.Finding finding(Rule rule, Hiring hiring, Applicant elected) {
        return OrderOfSelection.findings(hiring.situation(), new Choice(elected.id(), DENVER)).stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    private static boolean holds(Rule rule, Hiring hiring, Applicant elected) {
        return finding(rule, hiring, elected).holds();
    }

    private static String sentence(Rule rule, Hiring hiring, Applicant elected) {
        return hiring.sentence(finding(rule, hiring, elected).ruling());
    }
}
