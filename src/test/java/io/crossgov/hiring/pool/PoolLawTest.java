package io.crossgov.hiring.pool;

import static io.crossgov.hiring.pool.SamplePools.crossGovernment;
import static io.crossgov.hiring.pool.SamplePools.shared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.PoolType;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** D1: what a pool's type demands of it. */
class PoolLawTest {

    private static final String NUMBER = "CGA-DE-1-25-XX";

    private static final LocalDate TODAY = LocalDate.of(2025, 10, 10);

    @Test
    void L4_grades_and_series_are_kept_in_the_pools_own_writing() {
        var pool = new TalentPool(crossGovernment(NUMBER));

        assertThat(pool.inWriting(" gs 13 ")).isEqualTo(pool.grade());
        assertThat(pool.inWriting("13")).isEqualTo(pool.grade());
        assertThat(pool.inWriting("nh3")).isEqualTo("NH-03");
        assertThat(pool.inWriting("gs9")).isEqualTo("GS-09");
        assertThat(pool.seriesInWriting("GS-301")).isEqualTo("0301");
        assertThat(pool.seriesInWriting("343")).isEqualTo("0343");
    }

    @Test
    void D1_a_cross_government_action_and_a_shared_certificate_are_lawful_pools() {
        assertThatCode(() -> PoolLaw.check(crossGovernment(NUMBER))).doesNotThrowAnyException();
        assertThatCode(() -> PoolLaw.check(shared(NUMBER, "GSA"))).doesNotThrowAnyException();
    }

    @Test
    void D1_a_shared_certificate_needs_notice_of_sharing_and_a_lasting_appointment_and_never_direct_hire() {
        refused("sharingNotice", () -> PoolLaw.check(shared(NUMBER, "GSA", "sharingNotice", false)));
        refused("appointmentType", () -> PoolLaw.check(shared(NUMBER, "GSA", "appointmentType", "TEMPORARY")));
        refused(
                "hiringAuthority",
                () -> PoolLaw.check(
                        shared(NUMBER, "GSA", "hiringAuthority", "DIRECT_HIRE", "rankingMethod", "UNRANKED")));
        assertThatCode(() -> PoolLaw.check(shared(NUMBER, "GSA", "appointmentType", "TERM")))
                .doesNotThrowAnyException();
    }

    // S1: the announcement says that OPM shares its candidates; without that nobody agreed to be shared.
    @Test
    void D1_a_cross_government_action_needs_notice_of_sharing_too() {
        assertThat(refused("sharingNotice", () -> PoolLaw.check(crossGovernment(NUMBER, "sharingNotice", false))))
                .isEqualTo(PoolType.CGA.noun() + " needs an announcement that gave notice of sharing.");
    }

    // 5 U.S.C. 3317 to 3319: a certificate is ranked by score or by category, and preference counts within either.
    @Test
    void L12_under_delegated_examining_somebody_is_ranked() {
        for (var pool : List.of(
                crossGovernment(NUMBER, "rankingMethod", "UNRANKED"),
                shared(NUMBER, "GSA", "rankingMethod", "UNRANKED"))) {
            assertThat(refused("L12", "rankingMethod", () -> PoolLaw.check(pool)))
                    .isEqualTo("Under delegated examining candidates are ranked by category or by score (5 U.S.C. 3317,"
                            + " 3319): without a ranking nobody\u2019s preference would count.");
        }
        assertThatCode(() -> PoolLaw.check(crossGovernment(NUMBER, "rankingMethod", "NUMERIC")))
                .doesNotThrowAnyException();
    }

    // 5 U.S.C. 3304(a)(3): under direct-hire authority 3309 to 3318 do not hold.
    @Test
    void L17_under_direct_hire_authority_there_is_no_ranking_without_effect() {
        for (var ranking : List.of("CATEGORY", "NUMERIC")) {
            var pool = crossGovernment(NUMBER, "hiringAuthority", "DIRECT_HIRE", "rankingMethod", ranking);
            assertThat(refused("L17", "rankingMethod", () -> PoolLaw.check(pool)))
                    .isEqualTo("Under direct-hire authority a ranking has no effect (5 U.S.C. 3304(a)(3)): choose"
                            + " UNRANKED.");
        }
        assertThatCode(() -> PoolLaw.check(
                        crossGovernment(NUMBER, "hiringAuthority", "DIRECT_HIRE", "rankingMethod", "UNRANKED")))
                .doesNotThrowAnyException();
    }

    @Test
    void D1_a_shared_certificate_has_no_last_day_of_its_own() {
        assertThat(refused("openUntil", () -> PoolLaw.check(shared(NUMBER, "GSA", "openUntil", "2025-06-30"))))
                .isEqualTo("A shared certificate is open for 240 days from issue, until Oct 28, 2025."
                        + " Leave openUntil out.");
    }

    @Test
    void D1_a_cross_government_action_is_issued_by_OPM_for_a_year_at_most() {
        refused("issuingAgency", () -> PoolLaw.check(crossGovernment(NUMBER, "issuingAgency", "GSA")));
        refused("openUntil", () -> PoolLaw.check(crossGovernment(NUMBER, "openUntil", "2026-03-03")));
        refused("openUntil", () -> PoolLaw.check(crossGovernment(NUMBER, "openUntil", "2025-03-02")));
        assertThatCode(() -> PoolLaw.check(crossGovernment(NUMBER, "openUntil", "2026-03-02")))
                .doesNotThrowAnyException();
    }

    @Test
    void D1_a_pool_is_extended_to_a_later_day_within_the_year() {
        var pool = new TalentPool(crossGovernment(NUMBER, "openUntil", "2025-09-30"));

        assertThatCode(() -> PoolLaw.checkExtension(pool, LocalDate.of(2026, 3, 2), TODAY))
                .doesNotThrowAnyException();
        assertThat(refused("lastDay", () -> PoolLaw.checkExtension(pool, LocalDate.of(2025, 9, 30), TODAY)))
                .isEqualTo("The pool is already open until Sep 30, 2025.");
        assertThat(refused("lastDay", () -> PoolLaw.checkExtension(pool, LocalDate.of(2026, 3, 3), TODAY)))
                .isEqualTo("A pool is never open for more than one year from issue: Mar 2, 2026 at the latest.");
        refused(
                "lastDay",
                () -> PoolLaw.checkExtension(new TalentPool(shared(NUMBER, "GSA")), LocalDate.of(2025, 12, 1), TODAY));
        assertThat(refused("lastDay", () -> PoolLaw.checkExtension(pool, LocalDate.of(2025, 10, 9), TODAY)))
                .isEqualTo("That day is over. Choose Oct 10, 2025 or a later day.");
        assertThatCode(() -> PoolLaw.checkExtension(pool, TODAY, TODAY)).doesNotThrowAnyException();
    }

    @Test
    void L2_specialized_experience_comes_first_on_Form_B_and_statements_are_numbered() {
        var statements = new TalentPool(crossGovernment(NUMBER)).statements();

        assertThat(statements).extracting(QualificationStatement::number).containsExactly(1, 2);
        assertThat(statements)
                .extracting(QualificationStatement::kind)
                .containsExactly(
                        QualificationStatement.Kind.SPECIALIZED_EXPERIENCE,
                        QualificationStatement.Kind.TECHNICAL_COMPETENCY);
    }

    @Test
    void L10_a_pool_that_reserves_days_and_names_no_end_reserves_its_first_ten() {
        assertThat(crossGovernment(NUMBER, "priorityAgencies", List.of("VA")).priorityUntil())
                .isEqualTo(LocalDate.of(2025, 3, 12));
        assertThat(crossGovernment(NUMBER).priorityUntil()).isNull();
    }

    private static String refused(String field, ThrowingCallable attempt) {
        return refused("D1", field, attempt);
    }

    private static String refused(String rule, String field, ThrowingCallable attempt) {
        var sentence = new String[1];
        assertThatThrownBy(attempt).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).contains(field);
            assertThat(refusal.rule()).contains(rule);
            sentence[0] = refusal.sentence();
        });
        return sentence[0];
    }
}
