package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** L11, L13, L14, L16: who of the returned certificate was within reach (5 U.S.C. 3319(c); 5 CFR 330.607). */
class ReachTest {

    private final Applicant avery = called("Avery");
    private final Applicant taylor = called("Taylor").with(TP);
    private final Applicant wells = called("Wells").rated(WELL_QUALIFIED);

    @Test
    void L14_whoever_comes_after_as_many_preference_eligibles_as_there_are_vacancies_was_not_within_reach() {
        var terry = called("Terry").with(TP);

        assertThat(isWithin(Hiring.from(avery, taylor), avery)).isFalse();
        assertThat(isWithin(Hiring.from(avery, taylor), taylor)).isTrue();
        assertThat(isWithin(Hiring.from(avery, taylor).vacancies(2), avery)).isTrue();
        assertThat(isWithin(Hiring.from(avery, taylor, terry).vacancies(2), avery))
                .isFalse();
        assertThat(isWithin(Hiring.from(avery, taylor).record(taylor, CaseStanding::asDeclinedOrSilent), avery))
                .isTrue();
    }

    @Test
    void L14_who_was_elected_came_first_when_that_was_done() {
        assertThat(isWithin(Hiring.from(avery, taylor).elected(taylor), avery)).isFalse();
        assertThat(isWithin(Hiring.from(avery, taylor).vacancies(2).elected(taylor), avery))
                .isTrue();
        // Verified, and off the list: the vacancy is that person's.
        var gone = called("Terry").with(TP).nowIs(Availability.COMMITTED);
        assertThat(isWithin(
                        Hiring.from(avery, taylor, gone)
                                .vacancies(2)
                                .elected(gone)
                                .elected(taylor),
                        avery))
                .isFalse();
    }

    @Test
    void L13_a_lower_category_is_within_reach_when_those_above_leave_a_vacancy() {
        var hiring = Hiring.from(avery, called("Blake"), called("Casey"), wells).referredDownTo(WELL_QUALIFIED);

        assertThat(isWithin(hiring, wells)).isFalse();
        assertThat(isWithin(hiring.vacancies(4), wells)).isTrue();
        assertThat(isWithin(Hiring.from(avery, called("Blake"), called("Casey"), wells), wells))
                .isFalse();
    }

    @Test
    void L16_a_displaced_employee_comes_first_where_the_priority_holds_and_nowhere_else() {
        var ines = called("Ines").displaced(ICTAP, DENVER, "EPA");

        assertThat(isWithin(Hiring.from(avery, ines), avery)).isFalse();
        var both = called("Both").in(DENVER, WASHINGTON);
        assertThat(isWithin(Hiring.from(both, ines).in(DENVER, WASHINGTON), both))
                .isTrue();
    }

    private static boolean isWithin(Hiring hiring, Applicant applicant) {
        return new Reach(hiring.situation()).includes(applicant.id());
    }
}
