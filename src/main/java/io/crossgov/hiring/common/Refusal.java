package io.crossgov.hiring.common;

import java.util.List;
import java.util.Optional;

/**
 * Something a person asked for and does not get, said in plain sentences that name the field or the rule: one sentence, or one for each
 * answer to mend. The work in hand is rolled back; nothing is half-saved.
 */
public final class Refusal extends RuntimeException {

    /** Why, as HTTP tells it. */
    public enum Kind {
        /** The answers are missing or wrong. */
        INVALID(400),
        /** Not for this person's role. */
        NOT_YOURS(403),
        /** Unknown, or another agency's: indistinguishable on purpose. */
        UNKNOWN(404),
        /** Somebody was first, or the case has moved on. */
        CONFLICT(409),
        /** The server has no room left to store it. */
        NO_ROOM(507);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** HTTP status code. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final transient List<Fault> faults;

    private Refusal(Kind kind, String field, String rule, String sentence) {
        this(kind, List.of(new Fault(field, rule, sentence)));
    }

    private Refusal(Kind kind, List<Fault> faults) {
        super(faults.get(0).sentence(), null, false, false);
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    /** Wrong or missing answer in {@code field} (the name of the answer in its form or JSON body). */
    public static Refusal invalid(String field, String sentence) {
        return new Refusal(Kind.INVALID, field, null, sentence);
    }

    /** Several missing or wrong answers, at least one, in the order in which they are said. */
    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(Kind.INVALID, faults);
    }

    /** Forbidden by a rule of the law or the flow, {@code rule} as in "L6". */
    public static Refusal byRule(String rule, String sentence) {
        return new Refusal(Kind.INVALID, null, rule, sentence);
    }

    /** Forbidden by {@code rule}, and {@code field} is where the person mends it. */
    public static Refusal byRule(String rule, String field, String sentence) {
        return new Refusal(Kind.INVALID, field, rule, sentence);
    }

    /** Not for this person's role. */
    public static Refusal notYours(String sentence) {
        return new Refusal(Kind.NOT_YOURS, null, null, sentence);
    }

    /** Unknown, or not visible to who asks. */
    public static Refusal unknown(String sentence) {
        return new Refusal(Kind.UNKNOWN, null, null, sentence);
    }

    /** Somebody was first, or things have moved on since the person looked. */
    public static Refusal conflict(String sentence) {
        return new Refusal(Kind.CONFLICT, null, null, sentence);
    }

    /** As {@link #conflict(String)}, by rule. */
    public static Refusal conflictByRule(String rule, String sentence) {
        return new Refusal(Kind.CONFLICT, null, rule, sentence);
    }

    /** The server has no room left to store it. */
    public static Refusal noRoom(String sentence) {
        return new Refusal(Kind.NO_ROOM, null, null, sentence);
    }

    public Kind kind() {
        return kind;
    }

    /** Everything that is wrong, in the order in which the person reads it; never empty. */
    public List<Fault> faults() {
        return faults;
    }

    /** The first answer to mend, if it is one. */
    public Optional<String> field() {
        return Optional.ofNullable(faults.get(0).field());
    }

    /** The rule that forbids it, if it is one. */
    public Optional<String> rule() {
        return Optional.ofNullable(faults.get(0).rule());
    }

    /** The sentence for the person; of several, the first. */
    public String sentence() {
        return getMessage();
    }
}
