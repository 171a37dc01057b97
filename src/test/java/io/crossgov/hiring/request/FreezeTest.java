package io.crossgov.hiring.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.FreezeConfirmation;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** L6: where a request stands with the hiring freeze, in the words of everybody who tells it. */
class FreezeTest {

    private static final RequestLaw LAW = new RequestLaw(
            new ClassPathResource("law/freeze-regimes.yaml"), new ClassPathResource("law/rpl-exceptions.yaml"));

    private final HiringCase hiring = new HiringCase(
            new CaseNumber("XGH-2026-000001"),
            new AnnouncementNumber("CGA-DE-12339419-24-MS"),
            "Customer Experience Strategist",
            Actor.SYSTEM,
            Instant.EPOCH);

    @Test
    void before_the_memo_there_was_no_freeze_and_the_request_may_go() {
        hiring.startRequest(LocalDate.of(2025, 1, 17));

        told("No hiring freeze was in effect when this request started, on Jan 17, 2025.", true);
        assertThat(LAW.freezeOf(hiring).isInEffect()).isFalse();
    }

    @Test
    void in_a_freeze_the_request_waits_until_the_exemption_is_confirmed() {
        hiring.startRequest(LocalDate.of(2026, 3, 2));
        told("The exemption from the hiring freeze is not confirmed.", false);

        confirms("committee-approval-in-staffing-plan", "SHC-26-1", LocalDate.of(2026, 2, 20));
        told(
                "Hank Rivera has confirmed that the position is exempt from the hiring freeze: The agency's Strategic Hiring"
                        + " Committee has approved filling the position, which stands in the annual staffing plan. Approval SHC-26-1 of"
                        + " Feb 20, 2026.",
                true);
    }

    @Test
    void before_a_request_starts_nothing_is_confirmed() {
        told("The exemption from the hiring freeze is not confirmed.", false);
    }

    @Test
    void what_was_confirmed_stands_where_the_law_knows_the_ground_no_more() {
        hiring.startRequest(LocalDate.of(2025, 1, 17));
        confirms("gone", null, null);

        told(
                "Hank Rivera has confirmed that the position is exempt from the hiring freeze: Its ground, gone, is on file no"
                        + " more.",
                true);
    }

    private void confirms(String ground, String number, LocalDate date) {
        hiring.confirmFreezeExemption(
                new FreezeConfirmation(ground, null, number, date, null, null, "hr-1", "Hank Rivera", Instant.EPOCH));
    }

    private void told(String words, boolean lets) {
        assertThat(LAW.freezeOf(hiring).inWords()).isEqualTo(words);
        assertThat(LAW.freezeOf(hiring).lets()).isEqualTo(lets);
    }
}
