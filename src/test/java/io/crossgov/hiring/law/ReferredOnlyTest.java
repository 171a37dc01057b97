package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.Availability.WITHDRAWN;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.Exit.Way;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** L11: only who is referred, and only where candidate and case meet (5 U.S.C. 3319(c), 5 CFR 332.404). */
class ReferredOnlyTest {

    private static final String REMOTE = "Remote";

    private final Applicant avery = called("Avery").in(DENVER, REMOTE);
    private final Applicant blake = called("Blake");
    private final Applicant casey = called("Casey");

    @Test
    void L11_a_referred_candidate_is_elected_for_a_location_of_both() {
        assertThat(Hiring.from(avery).in(WASHINGTON, DENVER).electing(avery)).isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3319(c)(1): from the highest category or the merged ones.
    @Test
    void L11_nobody_is_elected_from_a_category_that_is_not_referred() {
        var wells = called("Wells").rated(WELL_QUALIFIED);

        assertThat(Hiring.from(avery, blake, casey, wells).electing(wells))
                .isEqualTo(new Ruling.Refused(
                        Rule.L11,
                        "This candidate is not on the referral list of your case now. Choose somebody from the list.",
                        List.of(),
                        List.of(Exit.to(Way.CHOOSE_FROM_LIST))));
    }

    @Test
    void L11_nobody_is_elected_who_withdrew_or_whom_the_certificate_does_not_know() {
        var gone = blake.nowIs(WITHDRAWN);

        assertThat(Hiring.from(avery, gone).refusalOf(gone).rule()).isEqualTo(Rule.L11);
        assertThat(Hiring.from(avery).refusalOf(called("Stranger")).rule()).isEqualTo(Rule.L11);
    }

    @Test
    void L11_a_location_that_only_the_case_or_only_the_candidate_has_is_refused_and_the_common_ones_are_named() {
        var hiring = Hiring.from(avery).in(WASHINGTON, DENVER);

        for (var location : List.of(WASHINGTON, REMOTE, "Nowhere")) {
            var refused = hiring.refusalOf(avery, location);
            assertThat(refused.rule()).isEqualTo(Rule.L11);
            assertThat(refused.exits()).containsExactly(Exit.to(Way.CHOOSE_COMMON_LOCATION));
            assertThat(refused.words())
                    .isEqualTo("The duty location must be one of the candidate\u2019s and of your case: Denver, CO.");
        }
    }

    @Test
    void L11_where_nobody_is_left_on_the_list_the_way_out_is_another_pool() {
        var refused = Hiring.from(blake.nowIs(WITHDRAWN)).refusalOf(blake);

        assertThat(refused.rule()).isEqualTo(Rule.L11);
        assertThat(refused.exits()).containsExactly(Exit.to(Way.USE_ANOTHER_POOL));
        assertThat(refused.words()).startsWith("Nobody on the referral list of your case can be elected now.");
    }

    @Test
    void L11_common_locations_are_in_alphabetical_order() {
        assertThat(ReferredOnly.commonLocations(
                        Set.of(WASHINGTON, REMOTE, DENVER), List.of(WASHINGTON, DENVER, "Boise, ID")))
                .containsExactly(DENVER, WASHINGTON);
    }
}
