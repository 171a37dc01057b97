package io.crossgov.hiring.task;

import io.crossgov.hiring.common.CaseNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A task that waits for somebody, as one person may read of it. Told outside the engine, so that whatever names somebody stays out of
 * the processes' variables.
 *
 * @param id the task's own id
 * @param task task id in the model, for example {@code complete-talent-pool-request}
 * @param name the step and what is to be done, for example "8 Set Pay"
 * @param agency code of the agency whose case it is
 * @param candidate whom it is about, for readers who may know the name (L1); else null
 * @param roles titles of the roles it is for
 * @param takenBy full name of who has taken it, or null
 * @param since when it came up
 * @param due legal day until which it is due, or null
 * @param dueInWords for example "Due Fri, Dec 4, 2026, Eastern Time", or null
 * @param mayOpen whether the reader can open it in Tasklist
 * @param forReader whether it is for a role of the reader's, who may take it then
 * @param asItStands what completing it in its row would say; null unless nobody has taken or begun it and nothing has to be added
 */
public record OpenTask(
        String id,
        String task,
        String name,
        CaseNumber caseNumber,
        String positionTitle,
        String agency,
        String candidate,
        List<String> roles,
        String takenBy,
        boolean takenByReader,
        Instant since,
        LocalDate due,
        String dueInWords,
        boolean overdue,
        boolean mayOpen,
        boolean forReader,
        AsItStands asItStands) {

    public OpenTask {
        roles = List.copyOf(roles);
    }

    /** Who has to act: whoever has taken it, else everybody of its roles. */
    public String ball() {
        var titles = String.join(" or ", roles);
        return takenBy == null ? titles : takenBy + (titles.isEmpty() ? "" : " (" + titles + ")");
    }
}
