package io.crossgov.hiring.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.request.FreezeRegime.Claim;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class FreezeRegimeTest {

    private static final LocalDate MEMO = LocalDate.of(2025, 1, 20);
    private static final LocalDate ORDER_14356 = LocalDate.of(2025, 10, 15);
    private static final LocalDate GUIDANCE = LocalDate.of(2025, 11, 5);
    private static final RequestLaw LAW = new RequestLaw(
            new ClassPathResource("law/freeze-regimes.yaml"), new ClassPathResource("law/rpl-exceptions.yaml"));

    private final FreezeRegime now = LAW.freezeOn(LocalDate.of(2026, 3, 2));

    @Test
    void L6_no_ground_holds_before_the_memo_and_hiring_is_not_frozen() {
        assertThat(LAW.freezeOn(MEMO.minusDays(1)).freezes()).isFalse();
    }

    @Test
    void L6_the_memo_of_January_2025_has_three_grounds() {
        assertThat(ids(MEMO))
                .containsExactly(
                        "immigration-security-safety", "social-security-medicare-veterans", "opm-director-exemption");
        assertThat(ids(ORDER_14356.minusDays(1))).hasSize(3);
    }

    @Test
    void L6_the_strategic_hiring_committee_is_a_ground_since_October_15_2025() {
        assertThat(ids(ORDER_14356)).contains("strategic-hiring-committee");
        assertThat(ids(GUIDANCE.minusDays(1))).contains("strategic-hiring-committee");
    }

    /** Executive Order 14356 took the memo's place on October 15, 2025. */
    @Test
    void L6_the_grounds_of_the_memo_ended_when_the_order_took_its_place() {
        assertThat(ids(ORDER_14356)).containsExactly("order-immigration-security-safety", "strategic-hiring-committee");
        refused(Claim.on("social-security-medicare-veterans"), "freezeGround", "does not hold for this request");
        refused(Claim.on("opm-director-exemption"), "freezeGround", "does not hold for this request");
    }

    /** Guidance of OPM and OMB of November 5, 2025: a ground with another evidence is another one, and the old one stays on record. */
    @Test
    void L6_a_committees_approval_of_the_first_weeks_keeps_the_evidence_that_was_asked_then() {
        var first = LAW.freezeOn(ORDER_14356);
        var approval = new Claim("strategic-hiring-committee", null, "SHC-25-1", ORDER_14356, null, null);
        assertThat(first.accept(approval, GUIDANCE)).isEqualTo(approval);
        assertThat(ids(GUIDANCE))
                .containsExactly("order-immigration-security-safety", "committee-approval-in-staffing-plan");
        refused(approval, "freezeGround", "does not hold for this request");
    }

    /** The source form's three grounds, whole, as the regime of their time. */
    @Test
    void L6_a_request_that_started_under_the_memo_keeps_its_grounds_and_their_evidence() {
        var memo = LAW.freezeOn(LocalDate.of(2025, 9, 1));
        var today = LocalDate.of(2026, 3, 2);
        for (var ground : List.of("immigration-security-safety", "social-security-medicare-veterans")) {
            assertThat(memo.accept(Claim.on(ground), today)).isEqualTo(Claim.on(ground));
        }
        var exemption = new Claim("opm-director-exemption", UUID.randomUUID(), null, null, null, null);
        assertThat(memo.accept(exemption, today)).isEqualTo(exemption);
        assertThatThrownBy(() -> memo.accept(Claim.on("order-immigration-security-safety"), today))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not hold for this request");
    }

    @Test
    void L6_a_request_that_started_under_the_memo_cannot_use_the_committees_approval() {
        var old = LAW.freezeOn(ORDER_14356.minusDays(1));
        var claim =
                new Claim("committee-approval-in-staffing-plan", null, "SHC-26-1", ORDER_14356, "Line 14", ORDER_14356);
        assertThatThrownBy(() -> old.accept(claim, ORDER_14356.plusDays(30)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not hold for this request");
    }

    @Test
    void L6_no_ground_is_refused() {
        refused(Claim.on(null), "freezeGround", "Choose the ground");
    }

    @Test
    void L6_an_exemption_in_writing_needs_its_document() {
        refused(
                LAW.freezeOn(MEMO),
                new Claim("opm-director-exemption", null, "17", MEMO, null, null),
                "freezeDocument",
                "upload");
    }

    @Test
    void L6_an_approval_needs_number_and_date_and_is_not_dated_in_the_future() {
        var ground = "committee-approval-in-staffing-plan";
        refused(approved(ground, " ", ORDER_14356), "freezeApprovalNumber", "number");
        refused(approved(ground, "SHC-26-1", null), "freezeApprovalDate", "date");
        refused(approved(ground, "SHC-26-1", LocalDate.of(2026, 3, 3)), "freezeApprovalDate", "future");
    }

    @Test
    void L6_a_committees_approval_stands_in_the_staffing_plan_and_OPM_was_told_of_it() {
        var ground = "committee-approval-in-staffing-plan";
        var on = LocalDate.of(2026, 2, 20);
        refused(new Claim(ground, null, "SHC-26-1", on, " ", on), "freezePlanLine", "annual staffing plan");
        refused(new Claim(ground, null, "SHC-26-1", on, "Line 14", null), "freezeOpmToldOn", "in writing");
        refused(
                new Claim(ground, null, "SHC-26-1", on, "Line 14", LocalDate.of(2026, 3, 3)),
                "freezeOpmToldOn",
                "in the future");
        refused(
                new Claim(ground, null, "SHC-26-1", on, "Line 14", on.minusDays(1)),
                "freezeOpmToldOn",
                "before it was given, on Feb 20, 2026");
        var whole = new Claim(ground, null, "SHC-26-1", on, "Line 14", on);
        assertThat(now.accept(whole, LocalDate.of(2026, 3, 2))).isEqualTo(whole);
    }

    private static Claim approved(String ground, String number, LocalDate on) {
        return new Claim(ground, null, number, on, "Line 14", LocalDate.of(2026, 3, 2));
    }

    /** The guidance of November 5, 2025 is where this ground comes from. */
    @Test
    void L6_nobody_approved_on_a_ground_before_it_was_one() {
        var ground = "committee-approval-in-staffing-plan";
        refused(
                new Claim(ground, null, "SHC-25-1", GUIDANCE.minusDays(1), "Line 14", GUIDANCE),
                "freezeApprovalDate",
                "before Nov 5, 2025");
        var first = new Claim(ground, null, "SHC-25-1", GUIDANCE, "Line 14", GUIDANCE);
        assertThat(now.accept(first, LocalDate.of(2026, 3, 2))).isEqualTo(first);
    }

    @Test
    void L6_what_a_ground_does_not_need_is_not_kept() {
        var claim = new Claim("order-immigration-security-safety", UUID.randomUUID(), "17", MEMO, "Line 14", MEMO);
        assertThat(now.accept(claim, LocalDate.of(2026, 3, 2)))
                .isEqualTo(Claim.on("order-immigration-security-safety"));
    }

    @Property
    void L6_on_every_day_exactly_the_grounds_of_that_day_hold(
            @ForAll("grounds") List<FreezeGround> grounds, @ForAll("days") LocalDate day) {
        var valid = new FreezeRegime(grounds).validOn(day).grounds();
        for (var ground : grounds) {
            var began = !day.isBefore(ground.validFrom());
            var over = ground.validTo() != null && day.isAfter(ground.validTo());
            assertThat(valid.contains(ground)).isEqualTo(began && !over);
        }
    }

    @Property
    void L6_a_claim_is_accepted_only_with_all_the_evidence_its_ground_needs(
            @ForAll("claims") Claim claim, @ForAll("days") LocalDate today) {
        try {
            var accepted = now.accept(claim, today);
            var evidence = now.ground(accepted.ground()).orElseThrow().evidence();
            assertThat(accepted.document() != null).isEqualTo(evidence == FreezeGround.Evidence.DOCUMENT);
            assertThat(accepted.approvalNumber() != null && accepted.approvalDate() != null)
                    .isEqualTo(evidence.isApproval());
            assertThat(accepted.planLine() != null && accepted.opmToldOn() != null)
                    .isEqualTo(evidence == FreezeGround.Evidence.COMMITTEE);
        } catch (Refusal refusal) {
            assertThat(refusal.rule()).contains("L6");
            assertThat(refusal.field()).isPresent();
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2024, 12, 1), LocalDate.of(2027, 12, 31));
    }

    @Provide
    Arbitrary<List<FreezeGround>> grounds() {
        var from = days();
        var length = Arbitraries.integers().between(0, 500).injectNull(0.3);
        return net.jqwik.api.Combinators.combine(from, length, Arbitraries.integers())
                .as((start, days, number) -> new FreezeGround(
                        "ground-" + number,
                        "Ground",
                        FreezeGround.Evidence.NONE,
                        "Law",
                        start,
                        days == null ? null : start.plusDays(days)))
                .list()
                .ofMaxSize(6)
                .uniqueElements(FreezeGround::id);
    }

    @Provide
    Arbitrary<Claim> claims() {
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.of(
                                        "immigration-security-safety",
                                        "social-security-medicare-veterans",
                                        "opm-director-exemption",
                                        "order-immigration-security-safety",
                                        "committee-approval-in-staffing-plan",
                                        "because-i-say-so")
                                .injectNull(0.1),
                        Arbitraries.create(UUID::randomUUID).injectNull(0.5),
                        Arbitraries.of("SHC-26-1", " ").injectNull(0.3),
                        days().injectNull(0.3),
                        Arbitraries.of("Line 14", " ").injectNull(0.3),
                        days().injectNull(0.3))
                .as(Claim::new);
    }

    private void refused(Claim claim, String field, String words) {
        refused(now, claim, field, words);
    }

    private static void refused(FreezeRegime regime, Claim claim, String field, String words) {
        assertThatThrownBy(() -> regime.accept(claim, LocalDate.of(2026, 3, 2)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).contains(field);
                    assertThat(refusal.rule()).contains("L6");
                    assertThat(refusal.sentence()).contains(words);
                });
    }

    private static List<String> ids(LocalDate day) {
        return LAW.freezeOn(day).grounds().stream().map(FreezeGround::id).toList();
    }
}
