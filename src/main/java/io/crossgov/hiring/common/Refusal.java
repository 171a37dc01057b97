package io.crossgov.hiring.common;

import java.util.Optional;

/**
 * Something a person asked for and does not get, said in one plain sentence that names the field or the rule.
 * The work in hand is rolled back; nothing is half-saved.
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
        CONFLICT(409);

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
    private final String field;
    private final String rule;

    private Refusal(Kind kind, String field, String rule, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.field = field;
        this.rule = rule;
    }

    /** Wrong or missing answer in {@code field} (the name of the answer in its form or JSON body). */
    public static Refusal invalid(String field, String sentence) {
        return new Refusal(Kind.INVALID, field, null, sentence);
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

    public Kind kind() {
        return kind;
    }

    /** The answer to mend, if it is one. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** The rule that forbids it, if it is one. */
    public Optional<String> rule() {
        return Optional.ofNullable(rule);
    }

    /** The sentence for the person. */
    public String sentence() {
        return getMessage();
    }
}
