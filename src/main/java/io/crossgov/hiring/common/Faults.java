package io.crossgov.hiring.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Collects everything that is wrong with a person's answers, so that all of it is said at once. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** Something is wrong with the answer {@code field}. */
    public void add(String field, String sentence) {
        found.add(new Fault(field, sentence));
    }

    /** The answer {@code field} is forbidden by {@code rule}. */
    public void addByRule(String rule, String field, String sentence) {
        found.add(new Fault(field, rule, sentence));
    }

    /**
     * An answer to a question that is not asked must not be there: left aside in silence, it would look as if it had been taken.
     *
     * @param answer null, an unchecked box or an empty list when there is none
     * @param because why it is not asked, as a sentence
     */
    public void addUnlessLeftOut(String field, Object answer, String because) {
        if (isGiven(answer) && !isAt(field)) {
            add(field, "Leave this answer out. " + because);
        }
    }

    /** Whether there is an answer: neither nothing, nor an unchecked box, nor an empty list or text. */
    static boolean isGiven(Object answer) {
        return !(answer == null
                || Boolean.FALSE.equals(answer)
                || answer instanceof Collection<?> several && several.isEmpty()
                || answer instanceof String text && text.isBlank());
    }

    public void add(Fault fault) {
        found.add(fault);
    }

    public void addAll(Collection<Fault> more) {
        found.addAll(more);
    }

    /**
     * Does a check that refuses wrong answers by itself, and collects what it says of answers nothing was said of before. Refusals that
     * no other answer would turn, such as 403 and 409, are not collected.
     */
    public void check(Runnable check) {
        ask(() -> {
            check.run();
            return null;
        });
    }

    /** As {@link #check}, for what has an outcome: empty when it was refused. */
    public <T> Optional<T> ask(Supplier<T> work) {
        var known = found.stream().map(Fault::field).filter(Objects::nonNull).collect(Collectors.toSet());
        try {
            return Optional.ofNullable(work.get());
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            refusal.faults().stream()
                    .filter(fault -> !known.contains(fault.field()))
                    .forEach(found::add);
            return Optional.empty();
        }
    }

    /** Whether something is wrong with that answer already: then whatever else depends on it need not be said. */
    public boolean isAt(String field) {
        return found.stream().anyMatch(fault -> field.equals(fault.field()));
    }

    List<Fault> all() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws Refusal 400 with everything collected, in the order in which it was found, if there is anything */
    public void refuse() {
        if (!found.isEmpty()) {
            throw Refusal.invalid(found.stream().distinct().toList());
        }
    }

    /** @throws Refusal 400 with everything collected, in the order in which the record declares its answers, if there is anything */
    public void refuseInOrderOf(Class<?> answers) {
        if (!found.isEmpty()) {
            throw refusalInOrderOf(answers);
        }
    }

    /** The refusal that says everything collected, in the order in which the record declares its answers; something must have been. */
    Refusal refusalInOrderOf(Class<?> answers) {
        return Refusal.invalid(
                found.stream().distinct().sorted(PathOrder.of(answers)).toList());
    }
}
