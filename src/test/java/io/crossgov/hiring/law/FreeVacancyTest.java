package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.Exit.Way;
import org.junit.jupiter.api.Test;

/** Step 5, L14: nobody is elected for more vacancies than there are, or into one that is held (5 CFR 332.406). */
class FreeVacancyTest {

    private final Applicant avery = called("Avery");
    private final Applicant blake = called("Blake");
    private final Applicant taylor = called("Taylor").with(TP);

    @Test
    void with_one_vacancy_a_second_election_waits_for_the_first_selection_to_end() {
        var hiring = Hiring.from(avery, blake).elected(blake);

        assertThat(hiring.refusalOf(avery).rule()).isEqualTo(Rule.FREE_VACANCY);
        assertThat(hiring.refusalOf(avery).exits()).containsExactly(Exit.to(Way.FREE_VACANCY));
        assertThat(hiring.sentence(hiring.electing(avery)))
                .isEqualTo(
                        "The vacancy is taken: a selection for it is under way, or it is filled. You can elect again when that selection ends"
                                + " without entry on duty.");
    }

    @Test
    void with_two_vacancies_two_are_elected_and_a_third_is_not() {
        var hiring = Hiring.from(avery, blake, taylor).vacancies(2).elected(taylor);

        assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
        var full = hiring.elected(blake);
        assertThat(full.sentence(full.electing(avery)))
                .startsWith("All 2 vacancies are taken: their selections run or were filled.");
    }

    @Test
    void that_no_vacancy_is_left_is_known_before_anybody_is_chosen_and_a_held_one_is_left() {
        var hiring = Hiring.from(avery, blake, taylor).vacancies(2).elected(blake);

        assertThat(OrderOfSelection.checkCase(hiring.situation())).isEqualTo(ALLOWED);
        assertThat(OrderOfSelection.checkCase(
                        hiring.record(taylor, CaseStanding::withVacancyHeld).situation()))
                .isEqualTo(ALLOWED);
        var full = (Ruling.Refused)
                OrderOfSelection.checkCase(hiring.elected(taylor).situation());
        assertThat(full.rule()).isEqualTo(Rule.FREE_VACANCY);
        assertThat(full.exits()).containsExactly(Exit.to(Way.FREE_VACANCY));
    }

    // 5 CFR 332.406.
    @Test
    void L14_a_vacancy_held_for_a_preference_eligible_is_open_to_that_person_alone() {
        var hiring = Hiring.from(avery, taylor)
                .passOver(taylor, CaseStanding.PassOver.PENDING)
                .record(taylor, CaseStanding::withVacancyHeld);

        assertThat(hiring.refusalOf(avery).exits()).containsExactly(Exit.to(Way.FREE_VACANCY));
        assertThat(hiring.electing(taylor)).isEqualTo(ALLOWED);
    }

    @Test
    void L14_a_held_vacancy_is_not_counted_twice_once_its_holder_is_elected() {
        var hiring = Hiring.from(avery, taylor)
                .vacancies(2)
                .record(taylor, CaseStanding::withVacancyHeld)
                .elected(taylor);

        assertThat(hiring.situation().vacanciesFreeFor(avery.id())).isEqualTo(1);
        assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
    }

    // 5 CFR 332.406: a vacancy is held until OPM has decided; sustained, nothing is owed any more.
    @Test
    void L14_a_held_vacancy_is_free_again_once_OPM_sustained_the_pass_over() {
        var hiring = Hiring.from(avery, taylor)
                .passOver(taylor, CaseStanding.PassOver.PENDING)
                .record(taylor, CaseStanding::withVacancyHeld);
        assertThat(hiring.refusalOf(avery).rule()).isEqualTo(Rule.L14);

        assertThat(hiring.passOver(taylor, CaseStanding.PassOver.SUSTAINED).electing(avery))
                .isEqualTo(ALLOWED);
        assertThat(hiring.situation().vacanciesFreeFor(avery.id())).isEqualTo(1);
    }

    @Test
    void the_order_of_selection_is_named_before_the_number_of_vacancies() {
        assertThat(Hiring.from(avery, blake, taylor)
                        .elected(blake)
                        .refusalOf(avery)
                        .rule())
                .isEqualTo(Rule.L14);
    }
}
