package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.CaseStanding.PassOver.DENIED;
import static io.crossgov.hiring.law.CaseStanding.PassOver.PENDING;
import static io.crossgov.hiring.law.CaseStanding.PassOver.SUSTAINED;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.CPS;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.Exit.Way;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** L14: no case ends with a preference eligible passed over for whom a vacancy was kept (5 U.S.C. 3318(c), 3319(c)(6); 5 CFR 332.406). */
class VacanciesKeptTest {

    private final Applicant avery = called("Avery").nowIs(Availability.HIRED);
    private final Applicant taylor = called("Taylor").with(TP);
    private final Applicant terry = called("Terry").with(CPS);

    @Test
    void L14_whoever_is_elected_too_is_not_left_behind_by_closing_the_case_after_the_other_is_appointed() {
        var hiring = Hiring.from(avery, taylor).vacancies(2).elected(avery).elected(taylor);

        var refused = ending(hiring, avery, DENVER, taylor);
        assertThat(hiring.sentence(refused))
                .isEqualTo(
                        "Somebody entered on duty while a vacancy was kept for Taylor, who comes first (5 U.S.C. 3318(c), 3319(c)). The"
                                + " case can be closed when this person has entered on duty too, or has declined or not answered.");
        assertThat(((Ruling.Refused) refused).exits()).containsExactly(Exit.to(Way.RECORD_ANSWER, taylor.id()));
        assertThat(ending(hiring.record(taylor, CaseStanding::asDeclinedOrSilent), avery, DENVER, taylor))
                .isEqualTo(ALLOWED);
    }

    @Test
    void L14_nor_when_OPM_has_verified_that_selection_and_the_person_stands_on_no_list() {
        var verified = called("Taylor").with(TP).nowIs(Availability.COMMITTED);
        var hiring = Hiring.from(avery, verified).vacancies(2).elected(avery).elected(verified);

        assertThat(((Ruling.Refused) ending(hiring, avery, DENVER, verified)).named())
                .containsOnly(verified.id());
    }

    @Test
    void L14_a_vacancy_held_until_the_other_is_appointed_does_not_go_with_the_case() {
        for (var asked : new CaseStanding.PassOver[] {PENDING, DENIED}) {
            var hiring = holdingFor(taylor).passOver(taylor, asked);

            var refused = ending(hiring, avery, DENVER, taylor);
            assertThat(hiring.sentence(refused)).endsWith(", or the request is sustained about Taylor.");
            assertThat(((Ruling.Refused) refused).exits())
                    .containsExactly(
                            Exit.to(Way.RECORD_ANSWER, taylor.id()),
                            Exit.to(Way.ELECT_FIRST, taylor.id()),
                            Exit.to(Way.AWAIT_PASS_OVER, taylor.id()));
        }
        assertThat(ending(holdingFor(taylor).passOver(taylor, SUSTAINED), avery, DENVER, taylor))
                .isEqualTo(ALLOWED);
    }

    @Test
    void L14_all_who_would_be_left_behind_are_named_at_once() {
        var hiring = holdingFor(taylor).vacancies(3).elected(terry);

        var refused = ending(hiring, avery, DENVER, taylor, terry);
        assertThat(((Ruling.Refused) refused).named()).contains(taylor.id(), terry.id());
        assertThat(hiring.sentence(refused))
                .contains("who come first", "each of them has entered on duty too")
                .endsWith(", or the request is sustained about Taylor.");
    }

    // 5 CFR 330.607, 330.705.
    @Test
    void L16_whoever_entered_on_duty_after_a_displaced_employee_was_elected_is_not_the_only_one() {
        var displaced = called("Ines").displaced(ICTAP, DENVER, "EPA");
        var hiring = Hiring.from(avery, displaced).vacancies(2).elected(avery).elected(displaced);

        var refused = ending(hiring, avery, DENVER, displaced);
        assertThat(((Ruling.Refused) refused).rule()).isEqualTo(Rule.L16);
        assertThat(hiring.sentence(refused)).contains("Ines, who comes first (5 CFR 330.607, 330.705)");
        assertThat(ending(hiring.record(displaced, CaseStanding::asDeclinedOrSilent), avery, DENVER, displaced))
                .isEqualTo(ALLOWED);
        assertThat(ending(hiring, avery, WASHINGTON, displaced))
                .as("without a right there")
                .isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3319(c)(1).
    @Test
    void
            L13_whoever_entered_on_duty_from_a_lower_category_after_the_last_of_the_highest_was_elected_is_not_the_only_one() {
        var lower = called("Lee").rated(WELL_QUALIFIED).nowIs(Availability.HIRED);
        var hiring = Hiring.from(avery, lower)
                .asked()
                .referredDownTo(WELL_QUALIFIED)
                .vacancies(2)
                .elected(avery)
                .elected(lower);

        var refused = ending(hiring, lower, DENVER, avery);
        assertThat(((Ruling.Refused) refused).rule()).isEqualTo(Rule.L13);
        assertThat(hiring.sentence(refused)).contains("Avery, who comes first (5 U.S.C. 3319(c))");
        assertThat(ending(hiring.passOver(avery, SUSTAINED), lower, DENVER, avery))
                .isEqualTo(ALLOWED);
        assertThat(ending(hiring.merged(), lower, DENVER, avery))
                .as("of one category since")
                .isEqualTo(ALLOWED);
    }

    @Test
    void L14_for_whom_somebody_else_has_or_nobody_can_elect_any_more_no_vacancy_is_held() {
        var gone = called("Taylor").with(TP).nowIs(Availability.COMMITTED);
        assertThat(ending(holdingFor(gone), avery, DENVER, gone)).isEqualTo(ALLOWED);
        assertThat(ending(holdingFor(taylor).on(Hiring.LAST_DAY.plusDays(1)), avery, DENVER, taylor))
                .isEqualTo(ALLOWED);
    }

    // L9: the candidate has some days to say that it was a mistake, and then comes first again.
    @Test
    void L9_L14_for_whom_withdrew_and_may_come_back_the_vacancy_that_is_held_is_kept() {
        var gone = called("Taylor").with(TP).nowIs(Availability.WITHDRAWN);
        for (var hiring : new Hiring[] {
            holdingFor(gone).passOver(gone, PENDING),
            holdingFor(gone).passOver(gone, DENIED).record(gone, CaseStanding::asDeclinedOrSilent)
        }) {
            assertThat(hiring.sentence(ending(hiring, avery, DENVER, gone)))
                    .contains("a vacancy was kept for Taylor")
                    .endsWith(", or the days are over in which the withdrawal can be undone of Taylor.");
        }
        assertThat(ending(holdingFor(gone).passOver(gone, SUSTAINED), avery, DENVER, gone))
                .isEqualTo(ALLOWED);
        assertThat(ending(Hiring.from(avery, gone).vacancies(2).elected(avery), avery, DENVER, gone))
                .as("nothing is held any more")
                .isEqualTo(ALLOWED);
    }

    @Test
    void L14_who_was_appointed_elsewhere_from_a_higher_category_or_by_an_own_right_leaves_nobody_behind() {
        var elsewhere = called("Remy").in(WASHINGTON).nowIs(Availability.HIRED);
        var preferred = called("Xen").with(TP).nowIs(Availability.HIRED);
        var displaced = called("Ines").displaced(ICTAP, DENVER, "EPA").nowIs(Availability.HIRED);
        var lower = called("Lee").rated(WELL_QUALIFIED).with(TP);
        var hiring = Hiring.from(
                        avery,
                        called("Blake"),
                        called("Casey"),
                        called("Drew"),
                        taylor,
                        elsewhere,
                        preferred,
                        displaced,
                        lower)
                .in(DENVER, WASHINGTON)
                .referredDownTo(WELL_QUALIFIED)
                .vacancies(9)
                .elected(taylor)
                .elected(lower);

        assertThat(ending(hiring, elsewhere, WASHINGTON, taylor)).isEqualTo(ALLOWED);
        assertThat(ending(hiring, preferred, DENVER, taylor)).isEqualTo(ALLOWED);
        assertThat(ending(hiring, displaced, DENVER, taylor)).isEqualTo(ALLOWED);
        assertThat(ending(hiring, avery, DENVER, lower)).isEqualTo(ALLOWED);
        assertThat(ending(hiring, avery, DENVER)).as("elected only afterwards").isEqualTo(ALLOWED);
    }

    /** Whom the law lets go, nobody was passed over by: also without any vacancy that was kept, the law would have allowed the choice. */
    @Property
    void L13_L14_L16_a_case_that_may_end_passed_over_nobody_who_still_stands_on_its_list(
            @ForAll("cases") Circumstances any) {
        var kept = any.situation().standings().entrySet().stream()
                .filter(standing ->
                        standing.getValue().elected() || standing.getValue().vacancyHeld())
                .map(Map.Entry::getKey)
                .collect(toSet());
        Assume.that(allowedByPrecedence(any.situation(), any.choice()));
        Assume.that(any.situation().window().isOpenOn(any.situation().electedOn()));

        var mayEnd = OrderOfSelection.mayEnd(any.situation(), Map.of(any.choice(), kept)) instanceof Ruling.Allowed;

        if (mayEnd) {
            assertThat(allowedByPrecedence(withNothingKept(any.situation()), any.choice()))
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<Circumstances> cases() {
        return Circumstances.any();
    }

    private static boolean allowedByPrecedence(Situation situation, Choice choice) {
        return OrderOfSelection.precedence(situation, situation.asListed(choice)) instanceof Ruling.Allowed;
    }

    private static Situation withNothingKept(Situation situation) {
        return new Situation(
                situation.window(),
                situation.ownEmployeesFirst(),
                situation.ownEmployeesApplyUntil(),
                situation.ownEmployeesToReview(),
                situation.shortAppointment(),
                situation.electedOn(),
                situation.toldOpmOn(),
                situation.caseLocations(),
                situation.list(),
                situation.standings().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, standing -> standing.getValue()
                                .withoutVacancyKept())),
                situation.vacancies(),
                0);
    }

    private Hiring holdingFor(Applicant eligible) {
        return Hiring.from(avery, eligible, terry)
                .vacancies(2)
                .elected(avery)
                .passOver(eligible, PENDING)
                .record(eligible, CaseStanding::withVacancyHeld);
    }

    private static Ruling ending(Hiring hiring, Applicant appointed, String place, Applicant... kept) {
        return OrderOfSelection.mayEnd(
                hiring.situation(),
                Map.of(
                        new Choice(appointed.id(), place),
                        Arrays.stream(kept).map(Applicant::id).collect(toSet())));
    }
}
