package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import io.crossgov.hiring.casefile.MessagePreview;
import io.crossgov.hiring.casefile.MessagePreviews;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.workflow.tasklist.TaskController;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who begins a form takes the task with the first answer, and may ask for its messages in that very moment. */
class MessagesAskedAgainTest {

    private final Deque<Optional<Refusal>> answers = new ArrayDeque<>();

    @Test
    void what_changes_nothing_is_asked_again_when_somebody_was_first() {
        answers.add(Optional.of(Refusal.conflict("Somebody was first.")));
        answers.add(Optional.empty());
        assertThat(messages()).extracting(MessagePreview::subject).containsExactly("Your offer");
        assertThat(answers).isEmpty();
    }

    @Test
    void whoever_is_late_for_good_is_told() {
        answers.add(Optional.of(Refusal.conflict("Somebody was first.")));
        answers.add(Optional.of(Refusal.conflict("The task is done.")));
        assertThatThrownBy(this::messages).hasMessage("The task is done.");
    }

    @Test
    void a_wrong_answer_is_no_race() {
        answers.add(Optional.of(Refusal.invalid("dueOn", "The due date is in the past.")));
        assertThatThrownBy(this::messages).hasMessage("The due date is in the past.");
        assertThat(answers).isEmpty();
    }

    private List<MessagePreview> messages() {
        MessagePreviews previews = (actor, act) -> {
            answers.remove().ifPresent(refusal -> {
                throw refusal;
            });
            return List.of(new MessagePreview("Job offer", "Jordan Lee", "Your offer", "Dear Jordan"));
        };
        return new TaskController(null, null, null, null, null, previews, null)
                .messages(null, "7", NullNode.getInstance());
    }
}
