package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.CaseStanding.PassOver.SUSTAINED;
import static io.crossgov.hiring.law.NotInTheWay.Why.BEHIND;
import static io.crossgov.hiring.law.NotInTheWay.Why.BEHIND_THE_TOP;
import static io.crossgov.hiring.law.NotInTheWay.Why.ELSEWHERE;
import static io.crossgov.hiring.law.NotInTheWay.Why.EQUAL;
import static io.crossgov.hiring.law.NotInTheWay.Why.ON_RECORD;
import static io.crossgov.hiring.law.PriorityStatus.CTAP;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.CP;
import static io.crossgov.hiring.law.VeteransPreference.CPS;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What OPM reads of the others when a choice is lawful: everybody with a right is told, and why that right does not stand in the way. */
class NotInTheWayTest {

    private final Applicant avery = called("Avery");
    private final Applicant taylor = called("Taylor").with(TP);
    private final Applicant terry = called("Terry").with(TP);
    private final Applicant morgan = called("Morgan").with(CPS);

    @Test
    void L14_of_several_preference_eligibles_one_is_elected_and_the_others_are_told_as_equal() {
        var hiring = Hiring.from(avery, taylor, terry, morgan);

        assertThat(hiring.othersWithPreference(taylor))
                .containsExactlyInAnyOrder(new NotInTheWay(terry.id(), EQUAL), new NotInTheWay(morgan.id(), EQUAL));
    }

    @Test
    void L14_who_is_passed_over_works_elsewhere_or_stands_lower_is_told_with_that_reason() {
        var lower = called("Lee").rated(WELL_QUALIFIED).with(TP);
        var far = called("Fran").with(TP).in(WASHINGTON);
        var hiring = Hiring.from(avery, taylor, far, lower)
                .in(DENVER, WASHINGTON)
                .referredDownTo(WELL_QUALIFIED)
                .passOver(taylor, SUSTAINED);

        assertThat(hiring.electing(avery)).isEqualTo(Hiring.ALLOWED);
        assertThat(hiring.othersWithPreference(avery))
                .containsExactlyInAnyOrder(
                        new NotInTheWay(taylor.id(), ON_RECORD),
                        new NotInTheWay(far.id(), ELSEWHERE),
                        new NotInTheWay(lower.id(), BEHIND));
    }

    @Test
    void L14_without_preference_eligibles_there_is_nobody_to_tell() {
        assertThat(Hiring.from(avery, called("Blake")).othersWithPreference(avery))
                .isEmpty();
    }

    @Test
    void L16_a_second_displaced_employee_is_told_beside_the_elected_one() {
        var first = called("Iris").displaced(ICTAP, DENVER, "EPA");
        var second = called("Ines").displaced(ICTAP, DENVER, "EPA");
        var hiring = Hiring.from(avery, first, second);

        assertThat(hiring.othersWithPriority(first)).containsExactly(new NotInTheWay(second.id(), EQUAL));
    }

    @Test
    void L16_who_comes_later_or_has_priority_elsewhere_is_told_with_that_reason() {
        var own = called("Carol").displaced(CTAP, DENVER, "GSA");
        var later = called("Iris").displaced(ICTAP, DENVER, "EPA");
        var hiring = Hiring.from(avery, own, later);

        assertThat(hiring.othersWithPriority(own)).containsExactly(new NotInTheWay(later.id(), BEHIND));
    }

    // 5 CFR 332.401(b): the score of those at the top decides among them only.
    @Test
    void L14_who_comes_after_those_at_the_top_of_the_scores_is_not_told_to_have_a_lower_score() {
        var top = called("Morgan").scored("75").with(CPS);
        var higher = called("Taylor").scored("95").with(TP);
        var same = called("Terry").scored("75").with(TP);
        var lowerAtTheTop = called("Uma").scored("74").with(CP);
        var hiring = Hiring.from(top, higher, same, lowerAtTheTop).byScoreDownTo("70");

        assertThat(hiring.electing(top)).isEqualTo(Hiring.ALLOWED);
        assertThat(hiring.othersWithPreference(top))
                .containsExactlyInAnyOrder(
                        new NotInTheWay(higher.id(), BEHIND_THE_TOP),
                        new NotInTheWay(same.id(), BEHIND_THE_TOP),
                        new NotInTheWay(lowerAtTheTop.id(), BEHIND));
    }

    @Test
    void L14_where_compensable_disability_lifts_nobody_a_score_is_told_as_what_it_is() {
        var disabled = called("Morgan").scored("90").with(CPS);
        var lower = called("Taylor").scored("85").with(TP);
        var hiring = Hiring.from(disabled, lower).byScoreDownTo("70").professional();

        assertThat(hiring.othersWithPreference(disabled)).containsExactly(new NotInTheWay(lower.id(), BEHIND));
    }
}
