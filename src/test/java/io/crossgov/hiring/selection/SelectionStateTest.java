package io.crossgov.hiring.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SelectionStateTest {

    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** Each step that leads to a state, in the usual order. */
    private static final LinkedHashMap<SelectionState, Consumer<Selection>> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put(SelectionState.NOTIFIED, selection -> selection.notifiedToOpm("PD-1", "SF-1", null, NOW, TODAY));
        STEPS.put(SelectionState.RECIPIENTS_NAMED, selection -> selection.recipientsNamed(List.of()));
        STEPS.put(SelectionState.RELEASED, selection -> selection.released(TODAY));
        STEPS.put(SelectionState.REVIEW_RETURNED, selection -> selection.reviewReturned("hr", NOW));
        STEPS.put(SelectionState.VERIFIED, verification(SelectionVerification.Decision.VERIFIED));
        STEPS.put(SelectionState.TENTATIVE_OFFERED, Selection::tentativeOffered);
        STEPS.put(SelectionState.TENTATIVE_ACCEPTED, Selection::tentativeAccepted);
        STEPS.put(SelectionState.FINAL_OFFERED, Selection::finalOffered);
        STEPS.put(SelectionState.FINAL_ACCEPTED, Selection::finalAccepted);
        STEPS.put(SelectionState.ONBOARDED, selection -> selection.onboarded(TODAY, NOW));
    }

    private static Consumer<Selection> verification(SelectionVerification.Decision decision) {
        return selection -> selection.verificationDecided(
                new SelectionVerification(decision, List.of("The SF-52 is missing."), null, "opm", NOW));
    }

    @Test
    void a_selection_goes_its_way_from_election_to_entry_on_duty() {
        var selection = elected();
        STEPS.forEach((state, step) -> {
            assertThat(selection.isRunning()).isTrue();
            step.accept(selection);
            assertThat(selection.state()).isEqualTo(state);
        });
        assertThat(selection.isRunning()).isFalse();
        assertThat(selection.isHeld()).isTrue();
        assertThat(selection.enteredOnDuty()).contains(TODAY);
    }

    @Test
    void no_step_can_be_skipped() {
        for (var at : states()) {
            for (var step : STEPS.entrySet()) {
                var next = states().indexOf(step.getKey()) == states().indexOf(at) + 1;
                var again = at == step.getKey() && at == SelectionState.TENTATIVE_OFFERED;
                if (!next && !again) {
                    assertThatThrownBy(() -> step.getValue().accept(in(at)))
                            .as("%s after %s", step.getKey(), at)
                            .isInstanceOf(Refusal.class)
                            .hasMessageContaining(at.title());
                }
            }
        }
    }

    @Test
    void paper_missing_brings_it_back_to_verification_with_what_is_missing() {
        var selection = in(SelectionState.REVIEW_RETURNED);
        verification(SelectionVerification.Decision.PAPER_MISSING).accept(selection);
        assertThat(selection.state()).isEqualTo(SelectionState.REVIEW_RETURNED);
        assertThat(selection.verification().orElseThrow().missing()).containsExactly("The SF-52 is missing.");
        selection.corrected("PD-2", "SF-2", null);
        verification(SelectionVerification.Decision.VERIFIED).accept(selection);
        assertThat(selection.sf52Number()).contains("SF-2");
    }

    @Test
    void a_candidate_who_is_gone_or_cannot_be_selected_frees_the_vacancy_and_the_reason_is_kept() {
        for (var ending : Map.of(
                        SelectionVerification.Decision.CANDIDATE_GONE, LostReason.NO_LONGER_AVAILABLE,
                        SelectionVerification.Decision.CANNOT_BE_SELECTED, LostReason.CANNOT_BE_SELECTED)
                .entrySet()) {
            var selection = in(SelectionState.REVIEW_RETURNED);
            verification(ending.getKey()).accept(selection);
            assertThat(selection.state()).isEqualTo(SelectionState.LOST);
            assertThat(selection.isHeld()).isFalse();
            assertThat(selection.vacancy()).isEmpty();
            assertThat(selection.lostBecause()).contains(ending.getValue());
        }
    }

    @Test
    void every_running_selection_can_be_lost_and_no_ended_one() {
        for (var at : states()) {
            var selection = in(at);
            if (at.isRunning()) {
                selection.lost(LostReason.WITHDREW, NOW);
                assertThat(selection.state()).isEqualTo(SelectionState.LOST);
                assertThat(selection.endedAt()).contains(NOW);
            } else {
                assertThatThrownBy(() -> selection.lost(LostReason.WITHDREW, NOW))
                        .isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    void only_a_verified_selection_can_be_declined_and_not_after_entry_on_duty() {
        for (var at : states()) {
            var selection = in(at);
            if (at.isVerified() && at != SelectionState.ONBOARDED) {
                selection.declined(NOW);
                assertThat(selection.state()).isEqualTo(SelectionState.DECLINED);
                assertThat(selection.isHeld()).isFalse();
            } else {
                assertThatThrownBy(() -> selection.declined(NOW)).isInstanceOf(Refusal.class);
            }
        }
    }

    private static List<SelectionState> states() {
        return List.of(SelectionState.values()).subList(0, SelectionState.ONBOARDED.ordinal() + 1);
    }

    private static Selection in(SelectionState state) {
        var selection = elected();
        STEPS.entrySet().stream()
                .filter(step -> step.getKey().compareTo(state) <= 0)
                .forEach(step -> step.getValue().accept(selection));
        return selection;
    }

    private static Selection elected() {
        return new Selection(
                CaseNumber.of(2026, 1),
                "GSA",
                new AnnouncementNumber("CGA-DE-1"),
                UUID.randomUUID(),
                1,
                "Denver, CO",
                List.of(),
                "manager",
                NOW,
                TODAY);
    }
}
