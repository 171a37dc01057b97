package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** L13: somebody considered for three appointments to the position (5 CFR 332.405; 5 U.S.C. 3317(b), 3319(c)(7)). */
class ThreeConsiderationsTest {

    private final Applicant avery = called("Avery");
    private final Applicant blake = called("Blake");
    private final Applicant casey = called("Casey");
    private final Applicant taylor = called("Taylor").with(TP);
    private final Applicant ines = called("Ines").displaced(ICTAP, DENVER, "EPA");
    private final Applicant wells = called("Wells").rated(WELL_QUALIFIED);

    private Ruling leavingOut(Applicant who, boolean applies, int times) {
        return ThreeConsiderations.mayBeLeftOut(
                Hiring.from(avery, blake, taylor, ines).situation(), who.id(), applies, times);
    }

    // 5 CFR 332.405: for three separate appointments.
    @Test
    void L13_somebody_is_left_out_after_three_considerations_and_not_before() {
        assertThat(leavingOut(avery, true, 3)).isEqualTo(ALLOWED);
        assertThat(leavingOut(avery, true, 2))
                .isInstanceOfSatisfying(Ruling.Refused.class, refused -> assertThat(refused.sentence(id -> "Avery"))
                        .contains("considered Avery for 2 appointments to this position"));
    }

    @Test
    void L13_nobody_is_left_out_where_the_text_was_not_read() {
        assertThat(leavingOut(avery, false, 9)).isInstanceOf(Ruling.Refused.class);
    }

    // 5 U.S.C. 3317(b), 3319(c)(7): a preference eligible is passed over, with reasons that OPM holds sufficient, or
    // not at all.
    @Test
    void L15_a_preference_eligible_is_never_left_out_by_being_considered() {
        assertThat(leavingOut(taylor, true, 9))
                .isInstanceOfSatisfying(Ruling.Refused.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.L15));
    }

    @Test
    void L16_a_displaced_employee_with_priority_is_never_left_out_by_being_considered() {
        assertThat(leavingOut(ines, true, 9))
                .isInstanceOfSatisfying(Ruling.Refused.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.L16));
    }

    // 5 U.S.C. 3319(c)(1): the lower category opens when nobody of the higher one is left to be considered.
    @Test
    void L13_whoever_is_left_out_keeps_no_lower_category_closed_and_can_be_elected_all_the_same() {
        var hiring = Hiring.from(avery, blake, casey, wells).referredDownTo(WELL_QUALIFIED);
        for (var considered : List.of(avery, blake)) {
            hiring = hiring.record(considered, CaseStanding::asConsideredEnough);
        }
        assertThat(hiring.refusalOf(wells).rule()).isEqualTo(Rule.L13);

        var all = hiring.record(casey, CaseStanding::asConsideredEnough);
        assertThat(all.electing(wells)).isEqualTo(ALLOWED);
        assertThat(all.electing(avery)).isEqualTo(ALLOWED);
    }

    // Preference found later is preference.
    @Test
    void L14_what_is_on_record_of_somebody_who_has_preference_leaves_nobody_out() {
        var hiring = Hiring.from(taylor, wells)
                .referredDownTo(WELL_QUALIFIED)
                .record(taylor, CaseStanding::asConsideredEnough);

        assertThat(hiring.electing(wells)).isInstanceOf(Ruling.Refused.class);
    }
}
