package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.CaseStanding.PassOver.DENIED;
import static io.crossgov.hiring.law.CaseStanding.PassOver.PENDING;
import static io.crossgov.hiring.law.CaseStanding.PassOver.REMOVED;
import static io.crossgov.hiring.law.CaseStanding.PassOver.SUSTAINED;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.VeteransPreference.CPS;
import static io.crossgov.hiring.law.VeteransPreference.NONE;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.Exit.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** L22: objecting to somebody who was certified (5 U.S.C. 3318(a), 5 CFR 332.102, 332.406). */
class ObjectionTest {

    private final Applicant avery = called("Avery");
    private final Applicant blake = called("Blake");
    private final Applicant taylor = called("Taylor").with(TP);
    private final Applicant ines = called("Ines").displaced(ICTAP, DENVER, "EPA");

    // 5 CFR 332.102: removed from consideration on this certificate.
    @Test
    void L22_whoever_was_objected_to_is_elected_by_nobody_and_the_way_out_is_somebody_else() {
        var hiring = Hiring.from(avery, blake).passOver(blake, REMOVED);

        assertThat(hiring.refusalOf(blake).rule()).isEqualTo(Rule.L22);
        assertThat(hiring.refusalOf(blake).exits()).containsExactly(Exit.to(Way.CHOOSE_FROM_LIST));
        assertThat(hiring.sentence(hiring.electing(blake)))
                .isEqualTo(
                        "An objection to Blake was sustained: this candidate is removed from your certificate (5 CFR 332.406)."
                                + " Choose somebody else from the list.");
        assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
        assertThat(Hiring.from(blake).passOver(blake, REMOVED).refusalOf(blake).exits())
                .containsExactly(Exit.to(Way.USE_ANOTHER_POOL));
    }

    // 5 CFR 332.406(a), (c): the appointing officer need not consider that person; pending, nobody is within reach.
    @Test
    void L22_sustained_nothing_is_owed_by_preference_or_priority_and_until_then_all_of_it_is() {
        for (var first : new Applicant[] {taylor, ines}) {
            assertThat(Hiring.from(avery, first).passOver(first, REMOVED).electing(avery))
                    .isEqualTo(ALLOWED);
            for (var undecided : new CaseStanding.PassOver[] {PENDING, DENIED}) {
                assertThat(Hiring.from(avery, first).passOver(first, undecided).electing(avery))
                        .isNotEqualTo(ALLOWED);
            }
        }
    }

    // 5 CFR 330.605, 330.703: two findings in writing, and the result given to the displaced employee.
    @Test
    void L16_qualifications_of_a_displaced_employee_are_found_wanting_by_two_people_and_by_no_objection() {
        var hiring = Hiring.from(avery, taylor, ines);

        assertThat(Objection.mayBeFiled(hiring.situation(), ines.id(), false)).isEqualTo(ALLOWED);
        for (var other : new Applicant[] {avery, taylor}) {
            assertThat(Objection.mayBeFiled(hiring.situation(), other.id(), true))
                    .isEqualTo(ALLOWED);
        }
        assertThat(Objection.mayBeFiled(hiring.situation(), ines.id(), true))
                .isInstanceOfSatisfying(Ruling.Refused.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(Rule.L16);
                    assertThat(refused.exits()).containsExactly(Exit.to(Way.SECOND_REVIEW, ines.id()));
                });
        assertThat(Objection.mayBeFiled(
                        hiring.record(ines, CaseStanding::asNotWellQualified).situation(), ines.id(), true))
                .isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3319(c)(1): who is removed is no longer one of the three.
    @Test
    void L22_whoever_was_removed_is_not_counted_in_a_higher_category() {
        var casey = called("Casey");
        var lower = called("Lee").rated(Rating.WELL_QUALIFIED);
        var hiring = Hiring.from(avery, blake, casey, lower).referredDownTo(Rating.WELL_QUALIFIED);
        var choice = new Choice(lower.id(), DENVER);

        assertThat(OrderOfSelection.leftInHigherCategories(hiring.situation(), choice))
                .contains(blake.id());
        assertThat(OrderOfSelection.leftInHigherCategories(
                        hiring.passOver(blake, REMOVED).situation(), choice))
                .containsExactlyInAnyOrder(avery.id(), casey.id());
    }

    // 5 U.S.C. 3318(a): to one or more of the individuals certified, whoever they are.
    @Test
    void L22_an_agency_may_object_to_anybody_on_the_list_and_again_only_with_new_facts() {
        var hiring = Hiring.from(avery, taylor, ines);
        for (var anybody : new Applicant[] {avery, taylor, ines}) {
            assertThat(Objection.mayBeMade(hiring.situation(), anybody.id(), false))
                    .isEqualTo(ALLOWED);
        }
        assertThat(Objection.mayBeMade(hiring.situation(), blake.id(), false)).isNotEqualTo(ALLOWED);
        for (var where : new CaseStanding.PassOver[] {PENDING, SUSTAINED, REMOVED, DENIED}) {
            var asked = hiring.passOver(avery, where).situation();
            assertThat(Objection.mayBeMade(asked, avery.id(), false)).isNotEqualTo(ALLOWED);
            assertThat(Objection.mayBeMade(asked, avery.id(), true) instanceof Ruling.Allowed)
                    .isEqualTo(where == DENIED);
        }
    }

    // 74 FR 30459: OPM alone about 30 percent or more, and medically about any preference eligible.
    @ParameterizedTest
    @EnumSource(VeteransPreference.class)
    void L22_an_agency_with_delegated_examining_authority_decides_all_that_is_not_OPMs_alone(
            VeteransPreference preference) {
        for (var medical : new boolean[] {false, true}) {
            for (var own : new boolean[] {false, true}) {
                assertThat(Decider.of(preference, medical, false, own)).isEqualTo(Decider.OPM);
                assertThat(Decider.of(preference, medical, true, own) == Decider.AGENCY)
                        .isEqualTo(preference == NONE || preference != CPS && own && !medical);
            }
        }
    }
}
