package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** L12, L14: a list of the excepted service on which nobody is ranked (5 CFR 302.304, 302.401). */
class ExceptedOrderTest {

    private final Applicant avery = Applicant.called("Avery");
    private final Applicant casey = Applicant.called("Casey").with(VeteransPreference.CP);
    private final Applicant morgan = Applicant.called("Morgan").with(VeteransPreference.TP);
    private final Applicant robin = Applicant.called("Robin").with(VeteransPreference.SSP);
    private final Applicant zoe = Applicant.called("Zoe").with(VeteransPreference.XP);

    // 5 CFR 302.304: a compensable disability of 10 percent or more, other 10-point, 5-point and sole survivor
    // preference, nobody's.
    @Test
    void L12_the_excepted_service_puts_preference_eligibles_first_by_their_kind_where_nobody_is_ranked() {
        assertThat(Hiring.from(avery, robin, morgan, zoe, casey).excepted().names())
                .containsExactly("Casey", "Zoe", "Morgan", "Robin", "Avery");
        assertThat(Hiring.from(avery, morgan).excepted().entry(morgan).why())
                .contains("before those without preference (5 CFR 302.304)");
    }

    // 5 CFR 302.401(a)(1), (b).
    @Test
    void L14_nobody_without_preference_is_elected_from_it_while_a_preference_eligible_is_left() {
        var hiring = Hiring.from(avery, morgan, casey).excepted();

        assertThat(hiring.refusalOf(avery).rule()).isEqualTo(Rule.L14);
        assertThat(hiring.refusalOf(avery).named()).contains(morgan.id(), casey.id());
        assertThat(hiring.passOver(morgan, CaseStanding.PassOver.SUSTAINED)
                        .passOver(casey, CaseStanding.PassOver.SUSTAINED)
                        .electing(avery))
                .isEqualTo(ALLOWED);
    }

    // 5 CFR 330.602, 330.705(b): CTAP and ICTAP are of the competitive service.
    @Test
    void L16_no_displaced_employee_comes_before_a_preference_eligible_or_anybody_else() {
        var ines = Applicant.called("Ines").displaced(PriorityStatus.ICTAP, Applicant.DENVER, "EPA");
        var hiring = Hiring.from(avery, ines, morgan).excepted();

        assertThat(hiring.names()).containsExactly("Morgan", "Avery", "Ines");
        assertThat(hiring.entry(ines).priority()).isEmpty();
        assertThat(hiring.refusalOf(ines).rule()).isEqualTo(Rule.L14);
        assertThat(hiring.sentence(hiring.refusalOf(ines))).contains("comes first (5 CFR 302.401)");
        assertThat(hiring.electing(morgan)).isEqualTo(ALLOWED);
    }

    // 5 CFR 302.401(a)(1): among the preference eligibles the agency chooses.
    @Test
    void L14_any_of_the_preference_eligibles_may_be_elected() {
        var hiring = Hiring.from(avery, robin, morgan, casey).excepted();

        assertThat(hiring.electing(robin)).isEqualTo(ALLOWED);
        assertThat(hiring.electing(casey)).isEqualTo(ALLOWED);
    }
}
