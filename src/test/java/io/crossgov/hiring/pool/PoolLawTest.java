package io.crossgov.hiring.pool;

import static io.crossgov.hiring.pool.SamplePools.crossGovernment;
import static io.crossgov.hiring.pool.SamplePools.shared;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.PoolTerm;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.law.Rating;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

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
        assertThatCode(() -> check(crossGovernment(NUMBER))).doesNotThrowAnyException();
        assertThatCode(() -> check(shared(NUMBER, "GSA"))).doesNotThrowAnyException();
    }

    @Test
    void D1_a_shared_certificate_needs_notice_of_sharing_and_a_lasting_appointment_and_never_direct_hire() {
        refused("sharingNotice", () -> check(shared(NUMBER, "GSA", "sharingNotice", false)));
        refused("appointmentType", () -> check(shared(NUMBER, "GSA", "appointmentType", "TEMPORARY")));
        refused(
                "hiringAuthority",
                () -> check(shared(NUMBER, "GSA", "hiringAuthority", "DIRECT_HIRE", "rankingMethod", "UNRANKED")));
        assertThatCode(() -> check(shared(NUMBER, "GSA", "appointmentType", "TERM")))
                .doesNotThrowAnyException();
    }

    // S1: the announcement says that OPM shares its candidates; without that nobody agreed to be shared.
    @Test
    void D1_a_cross_government_action_needs_notice_of_sharing_too() {
        assertThat(refused("sharingNotice", () -> check(crossGovernment(NUMBER, "sharingNotice", false))))
                .isEqualTo(PoolType.CGA.noun() + " needs an announcement that gave notice of sharing.");
    }

    // 5 U.S.C. 3317 to 3319: a certificate is ranked by score or by category, and preference counts within either.
    @Test
    void L12_under_delegated_examining_somebody_is_ranked() {
        for (var pool : List.of(
                crossGovernment(NUMBER, "rankingMethod", "UNRANKED"),
                shared(NUMBER, "GSA", "rankingMethod", "UNRANKED"))) {
            assertThat(refused("L12", "rankingMethod", () -> check(pool)))
                    .isEqualTo("Under delegated examining candidates are ranked by category or by score (5 U.S.C. 3317,"
                            + " 3319): without a ranking nobody\u2019s preference would count.");
        }
        assertThatCode(() -> check(crossGovernment(NUMBER, "rankingMethod", "NUMERIC")))
                .doesNotThrowAnyException();
    }

    // 5 U.S.C. 3304(a)(3): under direct-hire authority 3309 to 3318 do not hold.
    @Test
    void L17_under_direct_hire_authority_there_is_no_ranking_without_effect() {
        for (var ranking : List.of("CATEGORY", "NUMERIC")) {
            var pool = crossGovernment(NUMBER, "hiringAuthority", "DIRECT_HIRE", "rankingMethod", ranking);
            assertThat(refused("L17", "rankingMethod", () -> check(pool)))
                    .isEqualTo("Under direct-hire authority a ranking has no effect (5 U.S.C. 3304(a)(3)): choose"
                            + " UNRANKED.");
        }
        assertThatCode(() ->
                        check(crossGovernment(NUMBER, "hiringAuthority", "DIRECT_HIRE", "rankingMethod", "UNRANKED")))
                .doesNotThrowAnyException();
    }

    // 5 CFR 330.702, 330.703(a): the agency says for the vacancy who is well-qualified.
    @Test
    void L16_a_pool_says_in_the_terms_of_its_ranking_who_is_well_qualified() {
        refused("L16", "wellQualifiedRating", () -> check(crossGovernment(NUMBER, "wellQualifiedRating", null)));
        refused(
                "L16",
                "wellQualifiedScore",
                () -> check(crossGovernment(NUMBER, "rankingMethod", "NUMERIC", "wellQualifiedScore", null)));
        refused(
                "L16",
                "wellQualifiedRating",
                () -> check(
                        crossGovernment(NUMBER, "rankingMethod", "NUMERIC", "wellQualifiedRating", "WELL_QUALIFIED")));
        refused("L16", "wellQualifiedScore", () -> check(crossGovernment(NUMBER, "wellQualifiedScore", 85)));
        assertThat(refused("L16", "wellQualifiedRating", () -> check(directHire("wellQualifiedRating", null))))
                .isEqualTo(
                        "Say from which category or from which score on a displaced employee is well-qualified (5 CFR"
                                + " 330.702), one of the two: nobody is ranked, but they are still taken first.");
        assertThatCode(() -> check(directHire("wellQualifiedRating", null, "wellQualifiedScore", 85)))
                .doesNotThrowAnyException();
    }

    // 5 U.S.C. 3319(a): two or more quality categories.
    @Test
    void L12_a_pool_ranked_by_category_has_two_categories_or_three_and_is_well_qualified_from_one_of_them_on() {
        var two = crossGovernment(
                NUMBER, "categories", List.of("QUALIFIED", "BEST_QUALIFIED"), "wellQualifiedRating", "BEST_QUALIFIED");
        assertThatCode(() -> check(two)).doesNotThrowAnyException();
        assertThat(two.categories()).containsExactly(Rating.BEST_QUALIFIED, Rating.QUALIFIED);
        assertThat(crossGovernment(NUMBER).categories()).containsExactly(Rating.values());

        refused(
                "L16",
                "wellQualifiedRating",
                () -> check(crossGovernment(NUMBER, "categories", List.of("BEST_QUALIFIED", "QUALIFIED"))));
        for (var categories : List.of(List.of("BEST_QUALIFIED"), List.of("WELL_QUALIFIED", "QUALIFIED"))) {
            refused("L12", "categories", () -> check(crossGovernment(NUMBER, "categories", categories)));
        }
        refused("L12", "categories", () -> check(directHire("categories", List.of("BEST_QUALIFIED", "QUALIFIED"))));
    }

    // 5 CFR 337.205: for stated positions and a stated time.
    @Test
    void L17_a_direct_hire_pool_names_its_authority_and_its_dates_and_no_other_pool_does() {
        refused("L17", "directHireAuthority", () -> check(directHire("directHireAuthority", null)));
        refused("L17", "directHireFrom", () -> check(directHire("directHireFrom", null)));
        refused("L17", "directHireUntil", () -> check(directHire("directHireUntil", "2024-12-31")));
        assertThatCode(() -> check(directHire("directHireUntil", "2025-12-31"))).doesNotThrowAnyException();
        refused("L17", "directHireAuthority", () -> check(crossGovernment(NUMBER, "directHireAuthority", "GW-008")));
    }

    // 5 CFR 332.402, 90 FR 43135: the mechanism is determined before anybody is asked to apply.
    @Test
    void L17_a_pool_ranked_by_score_says_how_many_are_referred_and_that_it_was_fixed_before_the_announcement_opened() {
        for (var lacking : List.of("opensOn", "cutOffKind", "cutOffValue", "cutOffFixedOn")) {
            refused("L17", lacking, () -> check(numeric(lacking, null)));
        }
        refused("L17", "cutOffFixedOn", () -> check(numeric("cutOffFixedOn", "2024-11-04")));
        refused("L17", "opensOn", () -> check(numeric("opensOn", "2025-03-04")));
        refused("L17", "cutOffValue", () -> check(numeric("cutOffKind", "PERCENTAGE", "cutOffValue", 101)));
        refused("L17", "cutOffKind", () -> check(crossGovernment(NUMBER, "cutOffKind", "NUMBER")));
        assertThatCode(() -> check(numeric("cutOffKind", "NUMBER", "cutOffValue", 10)))
                .doesNotThrowAnyException();
    }

    @Test
    void L17_what_was_fixed_before_the_announcement_opened_is_not_changed_with_the_pools_details() {
        var before = numeric("cutOffKind", "NUMBER", "cutOffValue", 10);
        assertThat(refused(
                        "L17",
                        "cutOffKind",
                        () -> PoolLaw.mustKeepCutOff(before, numeric("cutOffKind", "NUMBER", "cutOffValue", 5))))
                .isEqualTo(
                        "How many are referred was fixed before the announcement opened. Another cut-off is a decision of"
                                + " its own, with a reason.");
        assertThatCode(() -> PoolLaw.mustKeepCutOff(before, numeric("cutOffKind", "NUMBER", "cutOffValue", "10.0")))
                .doesNotThrowAnyException();
        assertThatCode(() -> PoolLaw.mustKeepCutOff(numeric("cutOffKind", null), before))
                .doesNotThrowAnyException();
    }

    private static PoolDetails numeric(Object... changes) {
        var all = new ArrayList<Object>(List.of("rankingMethod", "NUMERIC"));
        all.addAll(Arrays.asList(changes));
        return crossGovernment(NUMBER, all.toArray());
    }

    @Test
    void D1_a_pool_of_two_years_is_extended_within_them_and_a_rolling_one_again_and_again() {
        var twoYears = Optional.of(new PoolTerm("two-years", "two years from issue", 24));
        var two = new TalentPool(crossGovernment(NUMBER, "openUntil", "2026-03-02"), twoYears);
        assertThat(two.window().lastDay()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(new TalentPool(crossGovernment(NUMBER), twoYears).window().lastDay())
                .isEqualTo(LocalDate.of(2027, 3, 2));
        assertThatCode(() -> PoolLaw.checkExtension(two, LocalDate.of(2027, 3, 2), TODAY))
                .doesNotThrowAnyException();
        assertThat(refused("lastDay", () -> PoolLaw.checkExtension(two, LocalDate.of(2027, 3, 3), TODAY)))
                .isEqualTo("This pool is open for two years from issue: Mar 2, 2027 at the latest.");

        var rolling = Optional.of(new PoolTerm("rolling", "rolling, without a fixed end", null));
        var until = TODAY.plusDays(10);
        var open = new TalentPool(crossGovernment(NUMBER, "openUntil", until.toString()), rolling);
        assertThat(open.window().lastDay()).isEqualTo(until);
        assertThatCode(() -> PoolLaw.checkExtension(open, TODAY.plusYears(1), TODAY))
                .doesNotThrowAnyException();
        assertThat(refused(
                        "lastDay",
                        () -> PoolLaw.checkExtension(open, TODAY.plusYears(1).plusDays(1), TODAY)))
                .startsWith("A rolling pool is kept open for a year at a time.");
        refused("openUntil", () -> PoolLaw.check(crossGovernment(NUMBER), rolling));
        refused("term", () -> PoolLaw.check(shared(NUMBER, "GSA"), twoYears));
    }

    @Test
    void D1_the_terms_are_those_of_the_file() {
        var terms = new PoolTerms(new ClassPathResource("law/pool-terms.yaml"));
        assertThat(terms.named(null)).isEmpty();
        assertThat(terms.named("two-years")).map(PoolTerm::months).contains(24);
        assertThat(terms.named("rolling"))
                .hasValueSatisfying(term -> assertThat(term.months()).isNull());
        assertThat(refused("term", () -> terms.named("for-ever")))
                .isEqualTo("OPM runs pools for these terms besides the year of their type: two-years, rolling.");
    }

    // 5 CFR 302.302: ranked or unranked.
    @Test
    void L12_a_pool_of_the_excepted_service_may_rank_nobody_and_is_never_shared_under_the_competitive_service_act() {
        for (var ranking : List.of("UNRANKED", "CATEGORY", "NUMERIC")) {
            assertThatCode(() -> check(
                            crossGovernment(NUMBER, "hiringAuthority", "EXCEPTED_SERVICE", "rankingMethod", ranking)))
                    .doesNotThrowAnyException();
        }
        assertThat(refused(
                        "hiringAuthority", () -> check(shared(NUMBER, "GSA", "hiringAuthority", "EXCEPTED_SERVICE"))))
                .isEqualTo(
                        "The Competitive Service Act lets agencies share certificates of the competitive service only.");
    }

    // 5 CFR 330.602, 330.705(b): nobody is well-qualified for a priority that there is not.
    @Test
    void L16_a_pool_of_the_excepted_service_need_not_say_who_is_well_qualified() {
        for (var ranking : List.of("UNRANKED", "CATEGORY", "NUMERIC")) {
            var details = crossGovernment(
                    NUMBER,
                    "hiringAuthority",
                    "EXCEPTED_SERVICE",
                    "rankingMethod",
                    ranking,
                    "wellQualifiedRating",
                    null,
                    "wellQualifiedScore",
                    null);
            assertThatCode(() -> check(details)).doesNotThrowAnyException();
            assertThat(new TalentPool(details).keepsOut()).isEmpty();
        }
    }

    // 5 CFR 316.401 is the competitive service's.
    @Test
    void L4_temporary_appointments_in_the_excepted_service_have_a_limit_of_their_own() {
        refused(
                "L4",
                "longestAppointment",
                () -> check(crossGovernment(
                        NUMBER, "hiringAuthority", "EXCEPTED_SERVICE", "appointmentType", "TEMPORARY")));
        refused("L4", "longestAppointment", () -> check(crossGovernment(NUMBER, "longestAppointment", 365)));
        assertThat(new TalentPool(crossGovernment(
                                NUMBER,
                                "hiringAuthority",
                                "EXCEPTED_SERVICE",
                                "appointmentType",
                                "TEMPORARY",
                                "longestAppointment",
                                1000))
                        .longestAppointment())
                .hasValue(1000);
    }

    @Test
    void L16_a_pool_whose_displaced_employees_are_cleared_gives_no_reason_why_they_are_not() {
        refused("L16", "ictapReason", () -> check(crossGovernment(NUMBER, "ictapReason", "None applied.")));
    }

    @Test
    void what_a_pool_lacks_that_was_set_up_before_it_was_asked_is_told_to_OPM_as_a_sentence() {
        assertThat(PoolLaw.faultOf(new TalentPool(crossGovernment(NUMBER)))).isEmpty();
        assertThat(PoolLaw.faultOf(new TalentPool(crossGovernment(NUMBER, "wellQualifiedRating", null))))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Say from which of the pool\u2019s"));
    }

    /** As of a pool whose type says how long it is open. */
    private static void check(PoolDetails pool) {
        PoolLaw.check(pool, Optional.empty());
    }

    private static PoolDetails directHire(Object... changes) {
        var all = new ArrayList<Object>(List.of("hiringAuthority", "DIRECT_HIRE", "rankingMethod", "UNRANKED"));
        all.addAll(Arrays.asList(changes));
        return crossGovernment(NUMBER, all.toArray());
    }

    @Test
    void D1_a_shared_certificate_has_no_last_day_of_its_own() {
        assertThat(refused("openUntil", () -> check(shared(NUMBER, "GSA", "openUntil", "2025-06-30"))))
                .isEqualTo("A shared certificate is open for 240 days from issue, until Oct 28, 2025."
                        + " Leave openUntil out.");
    }

    @Test
    void D1_a_cross_government_action_is_issued_by_OPM_for_a_year_at_most() {
        refused("issuingAgency", () -> check(crossGovernment(NUMBER, "issuingAgency", "GSA")));
        refused("openUntil", () -> check(crossGovernment(NUMBER, "openUntil", "2026-03-03")));
        refused("openUntil", () -> check(crossGovernment(NUMBER, "openUntil", "2025-03-02")));
        assertThatCode(() -> check(crossGovernment(NUMBER, "openUntil", "2026-03-02")))
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

    /** The Competitive Service Act of 2015, Public Law 114-137, became law on March 18, 2016. */
    @Test
    void D1_a_certificate_is_issued_neither_before_there_was_sharing_nor_years_from_now() {
        assertThat(refused(
                        "issuedOn", () -> PoolLaw.checkIssue(crossGovernment(NUMBER, "issuedOn", "2016-03-17"), TODAY)))
                .contains("since Mar 18, 2016");
        assertThat(refused(
                        "issuedOn", () -> PoolLaw.checkIssue(crossGovernment(NUMBER, "issuedOn", "2026-10-11"), TODAY)))
                .contains("Oct 10, 2026 or an earlier day");
        for (var day : List.of("2016-03-18", "2026-10-10")) {
            assertThatCode(() -> PoolLaw.checkIssue(crossGovernment(NUMBER, "issuedOn", day), TODAY))
                    .doesNotThrowAnyException();
        }
    }

    /** 5 CFR 332.408: the certificate is closed and audited by who issued it before it is shared. */
    @Test
    void D1_a_shared_certificate_is_closed_and_audited_after_its_issue_and_not_in_the_future() {
        assertThat(refused(
                        "closedAndAuditedOn", () -> check(shared(NUMBER, "GSA", "closedAndAuditedOn", "2025-03-02"))))
                .contains("before it was issued, on Mar 3, 2025");
        assertThat(refused(
                        "closedAndAuditedOn", () -> check(crossGovernment(NUMBER, "closedAndAuditedOn", "2025-03-03"))))
                .contains("leave closedAndAuditedOn out");
        assertThat(refused(
                        "closedAndAuditedOn",
                        () -> PoolLaw.checkIssue(
                                shared(
                                        NUMBER,
                                        "GSA",
                                        "closedAndAuditedOn",
                                        TODAY.plusDays(1).toString()),
                                TODAY)))
                .contains("in the future");
        var shared = new TalentPool(shared(NUMBER, "GSA"));
        assertThat(shared.keepsOutOfShared("VA")).hasValueSatisfying(why -> assertThat(why)
                .startsWith("GSA has not closed and audited this certificate"));
        assertThat(shared.keepsOutOfShared("GSA")).isEmpty();
        assertThat(new TalentPool(shared(NUMBER, "GSA", "closedAndAuditedOn", "2025-03-03")).keepsOutOfShared("VA"))
                .isEmpty();
    }

    @Test
    void L10_reserved_days_end_with_the_pool_at_the_latest() {
        assertThat(refused(
                        "priorityUntil",
                        () -> PoolLaw.check(
                                crossGovernment(
                                        NUMBER, "priorityAgencies", List.of("VA"), "priorityUntil", "2026-03-03"),
                                Optional.empty())))
                .isEqualTo("The reserved days end after the pool itself, which is open until Mar 2, 2026.");
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
