package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.Rating.BEST_QUALIFIED;
import static io.crossgov.hiring.law.Rating.QUALIFIED;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L16: who is well-qualified for a priority is set for the position with its announcement (5 CFR 330.602, 330.702, 330.703(a)). */
class WellQualifiedTest {

    private final Applicant avery = Applicant.called("Avery");
    private final Applicant ines =
            Applicant.called("Ines").displaced(PriorityStatus.ICTAP, Applicant.DENVER, "Department of Commerce");

    // 5 CFR 330.703(a): the agency says who is well-qualified for the vacancy.
    @ParameterizedTest
    @CsvSource({
        "BEST_QUALIFIED, BEST_QUALIFIED, true",
        "BEST_QUALIFIED, WELL_QUALIFIED, false",
        "WELL_QUALIFIED, WELL_QUALIFIED, true",
        "WELL_QUALIFIED, QUALIFIED, false",
        // The lower one of two categories may be it, if the announcement said so.
        "QUALIFIED, QUALIFIED, true"
    })
    void L16_a_displaced_employee_is_well_qualified_from_the_category_on_that_the_announcement_named(
            Rating from, Rating rated, boolean first) {
        var hiring = Hiring.from(avery, ines.rated(rated)).wellQualifiedFrom(new WellQualified(from, null));

        assertThat(hiring.electing(avery) instanceof Ruling.Refused).isEqualTo(first);
    }

    // Tried: a displaced employee with a score of 70 came before everybody above a cut-off of 90.
    @Test
    void L16_in_a_pool_ranked_by_score_a_displaced_employee_below_the_score_of_the_announcement_has_no_priority() {
        var hiring = Hiring.from(avery.scored("95"), ines.scored("70"))
                .byScoreDownTo("90")
                .wellQualifiedFrom(new WellQualified(null, new BigDecimal("85")));

        assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery, ines.scored("85"))
                        .byScoreDownTo("90")
                        .wellQualifiedFrom(new WellQualified(null, new BigDecimal("85")))
                        .refusalOf(avery)
                        .rule())
                .isEqualTo(Rule.L16);
    }

    @Test
    void L16_whoever_has_no_rating_is_not_well_qualified_by_default_but_named_as_unrated() {
        var hiring = Hiring.from(avery, ines.rated(null));

        assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
        assertThat(hiring.list().withPriority()).isEmpty();
        assertThat(hiring.list().unrated()).singleElement().satisfies(unrated -> {
            assertThat(unrated.applicantNumber()).isEqualTo(ines.eligible().applicantNumber());
            assertThat(unrated.isAt(Applicant.DENVER)).isTrue();
            assertThat(unrated.isAt(Applicant.WASHINGTON)).isFalse();
        });
    }

    @Test
    void L16_nobody_is_named_as_unrated_who_would_have_no_priority_anyway() {
        assertThat(Hiring.from(avery.rated(null)).list().unrated()).isEmpty();
        assertThat(Hiring.from(ines.rated(QUALIFIED)).list().unrated()).isEmpty();
        assertThat(Hiring.from(ines.rated(null).notShared()).list().unrated()).isEmpty();
        assertThat(Hiring.from(ines, Applicant.called("Ines again").sameAs(ines).rated(BEST_QUALIFIED))
                        .list()
                        .unrated())
                .isEmpty();
    }

    // Decided as before in pools that were never asked.
    @ParameterizedTest
    @CsvSource({"BEST_QUALIFIED, true", "WELL_QUALIFIED, true", "QUALIFIED, false"})
    void L16_in_a_pool_that_does_not_say_it_anything_but_the_lowest_category_is_well_qualified(
            Rating rated, boolean first) {
        var hiring = Hiring.from(avery, ines.rated(rated)).wellQualifiedFrom(WellQualified.NOT_SAID);

        assertThat(hiring.electing(avery) instanceof Ruling.Refused).isEqualTo(first);
        assertThat(WellQualified.NOT_SAID.includes(null, new BigDecimal("71"))).isTrue();
        assertThat(WellQualified.NOT_SAID.includes(null, null)).isFalse();
    }

    @Test
    void L16_under_direct_hire_displaced_employees_who_are_well_qualified_still_come_first() {
        assertThat(Hiring.from(avery, ines.rated(WELL_QUALIFIED))
                        .direct()
                        .refusalOf(avery)
                        .rule())
                .isEqualTo(Rule.L16);
    }
}
