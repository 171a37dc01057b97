package io.crossgov.hiring.task;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Faults;
import java.util.Optional;

/**
 * What happens behind the start form of a process that opens a case.
 *
 * @param <R> the answers, as in {@link TaskForm}
 */
public interface StartForm<R extends Record> {

    /** Process id, for example {@code cross-gov-hiring}. */
    default String processId() {
        return FormType.id(this);
    }

    default Class<R> answers() {
        return FormType.answers(this, StartForm.class);
    }

    /** What the person sees; reaches the form as the object {@code form}. */
    Object open(Actor actor);

    /** What else is wrong with the answers, as in {@link TaskForm#check}. */
    default void check(Actor actor, R answers, Faults faults) {}

    /** The case that this person has opened with this very form and these answers already: then sending it again opens no other. */
    default Optional<CaseNumber> startedAlready(Actor actor, R answers) {
        return Optional.empty();
    }

    /** Opens the case; the new process instance takes its number as business key. */
    Started submit(Actor actor, R answers);

    /** The case that was opened and what its process needs to know. */
    record Started(CaseNumber caseNumber, Routing routing) {}
}
