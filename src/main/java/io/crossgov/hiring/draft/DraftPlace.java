package io.crossgov.hiring.draft;

import io.crossgov.hiring.common.Refusal;
import java.util.regex.Pattern;

/**
 * What something was entered for: a form, or one part of it that is kept apart, such as the note on one candidate.
 *
 * @param work the id of a task, or what stands for a start form
 * @param part small letters, digits and hyphens; empty for the form itself
 */
public record DraftPlace(String work, String part) {

    private static final Pattern PART = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final String START = "start of ";

    /** @throws Refusal 400 when the part has another form */
    public DraftPlace {
        if (!part.isEmpty() && !PART.matcher(part).matches()) {
            throw Refusal.invalid("part", "A part has a name of small letters, digits and hyphens, up to 64 of them.");
        }
    }

    /** @param part null for the form itself */
    public static DraftPlace ofTask(String taskId, String part) {
        return new DraftPlace(taskId, part == null ? "" : part);
    }

    /** The form that starts a process, before there is a task. */
    public static DraftPlace ofStart(String processId) {
        return new DraftPlace(START + processId, "");
    }
}
