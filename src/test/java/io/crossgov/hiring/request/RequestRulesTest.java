package io.crossgov.hiring.request;

import static io.crossgov.hiring.common.HolidaysOnly.BUSINESS_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crossgov.hiring.casefile.FreezeConfirmation;
import io.crossgov.hiring.casefile.PositionKey;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.PoolMatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps a request from OPM, and other rules of steps 2 to 4 that need no database. */
class RequestRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final Freeze CONFIRMED = new Freeze.Confirmed(
            new FreezeConfirmation("memo", null, null, null, null, null, "hr-1", "Hank Rivera", Instant.EPOCH),
            "Public safety.");

    @Test
    void a_request_with_both_forms_a_confirmed_exemption_and_a_cleared_list_may_go_to_OPM() {
        assertThat(new RequestCheck(true, true, CONFIRMED, RplStatus.CLEARED, List.of()).missing())
                .isEmpty();
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        var mismatch = new PoolMatch.Mismatch("grade", "The grade is GS-12, but the pool's is GS-13.");
        assertThat(new RequestCheck(false, false, new Freeze.NotConfirmed(), null, List.of(mismatch)).missing())
                .containsExactly(
                        "Form A is not signed.",
                        "Form B is not certified with every answer Yes.",
                        "The exemption from the hiring freeze is not confirmed.",
                        "The Reemployment Priority List is not cleared.",
                        "The grade is GS-12, but the pool's is GS-13.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("componentsOfFormA")
    void what_is_on_file_of_form_A_is_what_was_answered_but_for_the_name_as_it_is_written(String answer, Object value)
            throws Exception {
        var answered = JSON.convertValue(Map.of(answer, value), CompleteTalentPoolRequest.Answers.class);
        var onFile = (ObjectNode) JSON.valueToTree(answered.signedBy("Hank Rivera"));
        assertThat(onFile.remove("signature").asText()).isEqualTo("Hank Rivera");
        var expected = (ObjectNode) JSON.valueToTree(answered);
        expected.remove("signature");
        assertThat(onFile).isEqualTo(expected);
        assertThat(onFile.get(answer)).isEqualTo(JSON.valueToTree(value));
    }

    static Stream<Arguments> componentsOfFormA() {
        return Arrays.stream(CompleteTalentPoolRequest.Answers.class.getRecordComponents())
                .filter(component -> !component.getName().equals("signature"))
                .map(component -> Arguments.of(component.getName(), sample(component.getType())));
    }

    private static Object sample(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        return type == boolean.class
                ? true
                : type == List.class
                        ? List.of("Denver, CO")
                        : type == UUID.class
                                ? "00000000-0000-0001-0000-000000000002"
                                : type == LocalDate.class ? "2026-03-02" : "said";
    }

    @Test
    void L6_without_a_freeze_no_confirmation_is_needed() {
        assertThat(new RequestCheck(
                                true,
                                true,
                                new Freeze.NotInEffect(LocalDate.of(2026, 3, 2)),
                                RplStatus.CLEARED,
                                List.of())
                        .missing())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RplStatus.class)
    void L7_a_request_goes_to_OPM_only_when_the_list_is_cleared_or_an_exception_is_recorded(RplStatus status) {
        var lets = status == RplStatus.CLEARED || status == RplStatus.EXCEPTION;
        assertThat(new RequestCheck(true, true, CONFIRMED, status, List.of())
                        .missing()
                        .isEmpty())
                .isEqualTo(lets);
    }

    @Test
    void L3_the_same_position_is_the_same_whatever_its_spelling() {
        assertThat(PositionKey.of("  Customer Experience   Strategist (CX) "))
                .isEqualTo(PositionKey.of("customer-experience strategist, cx"));
        assertThat(PositionKey.of("Customer Experience Strategist"))
                .isNotEqualTo(PositionKey.of("Customer Experience Analyst"));
    }

    @Test
    void L3_a_position_is_known_by_its_description_as_soon_as_that_has_a_number() {
        assertThat(PositionKey.of(Optional.of("PD-0301 / 77"), "Strategist"))
                .isEqualTo(PositionKey.of(Optional.of("pd 0301-77"), "Analyst"))
                .isNotEqualTo(PositionKey.of(Optional.of("PD-0301-78"), "Strategist"));
        assertThat(PositionKey.of(Optional.empty(), "Strategist"))
                .isEqualTo(PositionKey.of(Optional.of(" - "), "strategist"))
                .isNotEqualTo(PositionKey.of(Optional.of("strategist"), "Strategist"));
    }

    @Test
    void own_employees_have_at_most_ten_business_days_and_a_federal_holiday_does_not_count() {
        // Thanksgiving 2026 is November 26.
        var noticed = LocalDate.of(2026, 11, 20);
        assertThat(NotifyOwnEmployees.lastDay(noticed, BUSINESS_DAY)).isEqualTo(LocalDate.of(2026, 12, 7));
        NotifyOwnEmployees.mustFit(noticed, LocalDate.of(2026, 12, 7), noticed, BUSINESS_DAY);
        assertThatThrownBy(() -> NotifyOwnEmployees.mustFit(noticed, LocalDate.of(2026, 12, 8), noticed, BUSINESS_DAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Dec 7, 2026");
        assertThatThrownBy(() -> NotifyOwnEmployees.mustFit(noticed, noticed, noticed, BUSINESS_DAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("after the day of the notice");
    }

    /** 5 U.S.C. 3318(b)(4): they are told before somebody is selected, and can apply. */
    @Test
    void D1_the_days_to_apply_are_not_dated_back_by_recording_them_late() {
        var noticed = LocalDate.of(2026, 11, 20);
        var until = LocalDate.of(2026, 12, 7);
        NotifyOwnEmployees.mustFit(noticed, until, until, BUSINESS_DAY);
        assertThatThrownBy(() -> NotifyOwnEmployees.mustFit(noticed, until, until.plusDays(1), BUSINESS_DAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Dec 7, 2026 is over")
                .hasMessageContaining("tell them again");
    }

    @Property
    void own_employees_may_get_any_time_up_to_ten_business_days(
            @ForAll("days") LocalDate noticed, @ForAll @IntRange(min = -3, max = 30) int later) {
        var until = noticed.plusDays(later);
        var businessDays = noticed.datesUntil(until.isAfter(noticed) ? until.plusDays(1) : noticed)
                .filter(day -> day.isAfter(noticed))
                .filter(BUSINESS_DAY::is)
                .count();
        // A weekend after the tenth business day is past it, though no further business day has begun.
        var fits = later > 0 && !until.isAfter(BUSINESS_DAY.after(noticed, 10));
        assertThat(fits).isEqualTo(isAccepted(noticed, until));
        if (fits) {
            assertThat(businessDays).isLessThanOrEqualTo(10);
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 12, 31));
    }

    private static boolean isAccepted(LocalDate noticed, LocalDate until) {
        try {
            NotifyOwnEmployees.mustFit(noticed, until, noticed, BUSINESS_DAY);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
