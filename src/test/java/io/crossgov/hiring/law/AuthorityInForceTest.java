package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** L12, L17: nobody is elected without an authority in force, or where nothing says who comes first although preference counts. */
class AuthorityInForceTest {

    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 6, 30);

    private final Applicant avery = Applicant.called("Avery");

    // 5 U.S.C. 3317 to 3319: by score or by category. Such a pool could be set up before that was refused.
    @Test
    void L12_nobody_is_elected_from_a_pool_under_delegated_examining_that_ranks_nobody() {
        var cps = Applicant.called("Casey").with(VeteransPreference.CPS);
        var refused = Hiring.from(avery, cps).unranked().refusalOf(avery);

        assertThat(refused.rule()).isEqualTo(Rule.L17);
        assertThat(refused.words()).contains("ranks nobody").contains("5 U.S.C. 3317, 3319");
        assertThat(refused.exits()).containsExactly(Exit.to(Exit.Way.USE_ANOTHER_POOL));
        assertThat(Hiring.from(avery, cps).direct().electing(avery)).isEqualTo(ALLOWED);
    }

    // 5 CFR 337.205(b)(3): the authority is for a stated time.
    @Test
    void L17_direct_hire_authority_is_used_from_its_first_to_its_last_day() {
        var days = new AuthorityDays(FROM, Optional.of(UNTIL));

        assertThat(on(FROM, days)).isEqualTo(ALLOWED);
        assertThat(on(UNTIL, days)).isEqualTo(ALLOWED);
        var late = (Ruling.Refused) on(UNTIL.plusDays(1), days);
        assertThat(late.rule()).isEqualTo(Rule.L17);
        assertThat(late.words())
                .isEqualTo(
                        "The pool\u2019s direct-hire authority may be used from Apr 1, 2026 until Jun 30, 2026 (5 CFR"
                                + " 337.205). Outside these days you need another pool.");
        assertThat(late.exits()).containsExactly(Exit.to(Exit.Way.USE_ANOTHER_POOL));
        assertThat(((Ruling.Refused) on(FROM.minusDays(1), days)).exits()).containsExactly(Exit.on(FROM));
    }

    @Test
    void L17_an_authority_without_an_end_and_an_old_pool_without_dates_hold_as_long_as_the_pool_is_open() {
        assertThat(on(Hiring.LAST_DAY, new AuthorityDays(FROM, Optional.empty())))
                .isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery).direct().on(Hiring.LAST_DAY).electing(avery))
                .isEqualTo(ALLOWED);
    }

    private Ruling on(LocalDate day, AuthorityDays days) {
        return Hiring.from(avery).directHireOn(days).on(day).electing(avery);
    }
}
