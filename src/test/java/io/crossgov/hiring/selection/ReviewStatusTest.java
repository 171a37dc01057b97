package io.crossgov.hiring.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Inquiry;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewStatusTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void nothing_recorded_means_referred() {
        assertThat(ReviewStatus.of(null, false, false, false, false)).isEqualTo(ReviewStatus.REFERRED);
        assertThat(review().progress()).isEqualTo(ReviewStatus.REFERRED);
    }

    @Test
    void the_status_follows_what_is_recorded() {
        var review = review();
        review.contacted(TODAY, "Pat", null, null, null, null, TODAY);
        assertThat(review.progress()).isEqualTo(ReviewStatus.CONTACTED);
        review.answered(InterestAnswer.INTERESTED, TODAY, null, null);
        assertThat(review.progress()).isEqualTo(ReviewStatus.INTERESTED);
        review.interviewScheduled(TODAY, LocalTime.of(9, 30), ZoneId.of("America/Denver"), "Pat", TODAY);
        assertThat(review.progress()).isEqualTo(ReviewStatus.INTERVIEW_SCHEDULED);
        assertThat(review.interviewTime()).isEqualTo(LocalTime.of(9, 30));
        review.interviewed(TODAY, InterviewResult.RECOMMENDED, null);
        assertThat(review.progress()).isEqualTo(ReviewStatus.INTERVIEWED);
        review.notSelected(TODAY);
        assertThat(review.progress()).isEqualTo(ReviewStatus.NOT_SELECTED);
        review.reconsidered();
        assertThat(review.progress()).isEqualTo(ReviewStatus.INTERVIEWED);
        review.answered(InterestAnswer.NOT_INTERESTED, TODAY, null, UUID.randomUUID());
        assertThat(review.progress()).isEqualTo(ReviewStatus.NOT_INTERESTED);
    }

    // 5 U.S.C. 3318(c), 3319(c): nobody's rights end on the word of whom they bind.
    @Test
    void L14_interest_is_not_taken_back_by_the_agencys_word() {
        var review = review();
        review.contacted(TODAY, "Pat", null, null, null, null, TODAY);
        review.answered(InterestAnswer.INTERESTED, TODAY, null, null);
        assertThatThrownBy(() -> review.answered(InterestAnswer.NOT_INTERESTED, TODAY, "Said so.", null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Attach what he or she wrote since");
        assertThat(review.progress()).isEqualTo(ReviewStatus.INTERESTED);
    }

    @Test
    void L14_whoever_agreed_to_an_interview_is_not_silent_unless_asked_once_more_after_it() {
        var review = review();
        var shown = UUID.randomUUID();
        review.contacted(TODAY, "Pat", null, null, shown, TODAY.plusDays(7), TODAY);
        var asked = Optional.of(new Inquiry(TODAY, TODAY.plusDays(7)));
        review.answered(InterestAnswer.FAILED_TO_RESPOND, TODAY.plusDays(8), "Nothing came back.", null);
        assertThat(review.isDocumentedNo(asked)).isTrue();

        review.interviewScheduled(TODAY.plusDays(3), null, null, "Pat", TODAY.plusDays(2));
        assertThat(review.interviewAwaited(asked)).contains(TODAY.plusDays(3));
        assertThat(review.isDocumentedNo(asked)).isFalse();
        var again = Optional.of(new Inquiry(TODAY.plusDays(4), TODAY.plusDays(11)));
        assertThat(review.interviewAwaited(again)).isEmpty();
        // Nobody dates the interview back so that an earlier question comes after it.
        review.interviewScheduled(TODAY.plusDays(1), null, null, "Pat", TODAY.plusDays(9));
        assertThat(review.interviewAwaited(again)).contains(TODAY.plusDays(1));
    }

    @Test
    void writing_again_asks_again() {
        var review = review();
        review.contacted(TODAY, "Pat", null, null, null, null, TODAY);
        review.answered(InterestAnswer.FAILED_TO_RESPOND, TODAY, null, null);
        review.contacted(TODAY, "Pat", null, null, null, null, TODAY);
        assertThat(review.progress()).isEqualTo(ReviewStatus.CONTACTED);
    }

    @Test
    void an_answer_is_never_older_than_the_contact() {
        var review = review();
        review.contacted(TODAY, "Pat", null, null, null, null, TODAY);
        assertThatThrownBy(() -> review.answered(InterestAnswer.INTERESTED, TODAY.minusDays(1), null, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Mar 2, 2026");
    }

    @Test
    void withdrawn_and_declined_stand_above_an_election() {
        assertThat(ReviewStatus.of(review(), true, true, true, true)).isEqualTo(ReviewStatus.WITHDRAWN);
        assertThat(ReviewStatus.of(review(), false, true, true, true)).isEqualTo(ReviewStatus.DECLINED_THIS_AGENCY);
        assertThat(ReviewStatus.of(review(), false, false, true, true)).isEqualTo(ReviewStatus.ELECTED);
        assertThat(ReviewStatus.of(review(), false, false, false, true)).isEqualTo(ReviewStatus.ALTERNATE);
    }

    private static CandidateReview review() {
        return new CandidateReview(
                CaseNumber.of(2026, 1), "GSA", new AnnouncementNumber("CGA-DE-1"), UUID.randomUUID());
    }
}
