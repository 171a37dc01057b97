package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** L13, L14, L16: whose election, or absence, lets a choice be lawful (5 U.S.C. 3318(c), 3319(c); 5 CFR 330.607, 330.705). */
class RestingOnTest {

    private final Applicant avery = called("Avery");
    private final Applicant taylor = called("Taylor").with(TP);
    private final Applicant ines = called("Ines").displaced(ICTAP, DENVER, "EPA");
    private final Applicant lee = called("Lee").rated(WELL_QUALIFIED);

    @Test
    void L13_L14_L16_a_choice_rests_on_the_election_of_whoever_comes_first_by_each_of_the_three() {
        var hiring = Hiring.from(avery, taylor, ines, lee)
                .asked()
                .referredDownTo(WELL_QUALIFIED)
                .vacancies(4)
                .elected(avery)
                .elected(taylor)
                .elected(ines);

        assertThat(OrderOfSelection.restsOnElectionOf(hiring.situation(), choice(avery), ines.id()))
                .containsExactly(Rule.L16);
        assertThat(OrderOfSelection.restsOnElectionOf(hiring.situation(), choice(avery), taylor.id()))
                .containsExactly(Rule.L14);
        assertThat(OrderOfSelection.restsOnElectionOf(hiring.situation(), choice(lee), avery.id()))
                .containsExactly(Rule.L13);
        assertThat(OrderOfSelection.restsOnElectionOf(hiring.situation(), choice(ines), taylor.id()))
                .as("by an own right")
                .isEmpty();
        assertThat(OrderOfSelection.restsOnElectionOf(hiring.situation(), choice(avery), lee.id()))
                .isEmpty();
    }

    @Test
    void L13_L14_L16_a_choice_rests_on_the_absence_of_whom_another_case_of_the_agency_has() {
        var away = called("Taylor").with(TP).nowIs(Availability.COMMITTED);
        var hiring = Hiring.from(avery, away);

        assertThat(OrderOfSelection.restsOnAbsenceOf(hiring.situation(), choice(avery), away.id()))
                .containsExactly(Rule.L14);
        assertThat(OrderOfSelection.restsOnAbsenceOf(
                        hiring.record(away, CaseStanding::asDeclinedOrSilent).situation(), choice(avery), away.id()))
                .isEmpty();
    }

    /** Whose election the law does not ask for, on that nothing rests; and whose it does ask for, on that it does. */
    @Property
    void L13_L14_L16_what_is_lawful_and_rests_on_nobody_s_election_is_lawful_without_it(
            @ForAll("cases") Circumstances any) {
        for (var entry : any.list().entries()) {
            var rests = OrderOfSelection.restsOnElectionOf(elected(any, entry).situation(), any.choice(), entry.id());
            var without = OrderOfSelection.precedence(notElected(any, entry).situation(), any.choice());
            var named = without instanceof Ruling.Refused refused
                    && refused.exits().stream()
                            .anyMatch(exit -> exit.way() == Exit.Way.RECORD_ANSWER
                                    && entry.id().equals(exit.candidateId()));
            assertThat(!rests.isEmpty())
                    .as("%s, %s", entry, without)
                    .isEqualTo(named || isNamedUnplaced(without, rests));
        }
    }

    /** Who stands nowhere comes after everybody there; the refusal then asks nothing of each of them. */
    private static boolean isNamedUnplaced(Ruling without, List<Rule> rests) {
        return !rests.isEmpty()
                && without instanceof Ruling.Refused refused
                && refused.exits().stream().allMatch(exit -> exit.way() == Exit.Way.CHOOSE_FROM_LIST);
    }

    @Provide
    Arbitrary<Circumstances> cases() {
        return Circumstances.any();
    }

    private static Circumstances elected(Circumstances any, ReferralList.Entry entry) {
        return standing(
                any,
                entry,
                any.situation().standing(entry.id()).withoutVacancyKept().asElected());
    }

    private static Circumstances notElected(Circumstances any, ReferralList.Entry entry) {
        return standing(any, entry, any.situation().standing(entry.id()).withoutVacancyKept());
    }

    private static Circumstances standing(Circumstances any, ReferralList.Entry entry, CaseStanding standing) {
        var now = any.situation();
        var standings = new HashMap<>(now.standings());
        standings.put(entry.id(), standing);
        return any.with(new Situation(
                now.window(),
                now.ownEmployeesFirst(),
                now.ownEmployeesApplyUntil(),
                now.ownEmployeesToReview(),
                now.shortAppointment(),
                now.electedOn(),
                now.toldOpmOn(),
                now.caseLocations(),
                now.list(),
                standings,
                now.vacancies(),
                now.vacanciesTaken()));
    }

    private static Choice choice(Applicant applicant) {
        return new Choice(applicant.id(), DENVER);
    }
}
