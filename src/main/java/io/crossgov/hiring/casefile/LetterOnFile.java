package io.crossgov.hiring.casefile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a letter that somebody has to answer.
 *
 * @param messageId of the message in the case's messages
 * @param on the legal day on which it left, null while it has not
 * @param mayAnswerUntil the last day to answer, as the letter names it, null while it has not left
 * @param inWords a sentence for people
 */
public record LetterOnFile(UUID messageId, State state, LocalDate on, LocalDate mayAnswerUntil, String inWords) {

    /** Where a letter stands. */
    public enum State {
        /** Written, and kept until the mail server takes it. */
        WAITING,
        /** It left. */
        LEFT,
        /** The person was reached in another way, which is on record. */
        REACHED_ANOTHER_WAY,
        /** It did not go out and will not by itself. */
        FAILED,
        /** Nobody knows whether it went out. */
        UNCERTAIN,
        /** What it asks about was over before it left; it does not leave any more. */
        OVERTAKEN
    }

    /** The day from which the time to answer counts; empty while the letter has not left for sure. */
    public Optional<LocalDate> leftOn() {
        return Optional.ofNullable(on);
    }

    /** What a person does about it, as a sentence; null when nothing is to be done. */
    public String whatToDo() {
        return switch (state) {
            case FAILED ->
                "If the address is wrong, have OPM correct it in the pool and send the message again; or reach the candidate in another way"
                        + " and record how.";
            case UNCERTAIN -> "Ask the candidate whether it arrived; send it again only if it did not.";
            case WAITING, LEFT, REACHED_ANOTHER_WAY, OVERTAKEN -> null;
        };
    }

    /** Whether a person has to do something about it. */
    public boolean needsSomebody() {
        return state == State.FAILED || state == State.UNCERTAIN;
    }
}
