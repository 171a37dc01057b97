package io.crossgov.hiring.selection.paper;

import java.util.Locale;

/** Why what a candidate wrote is no longer that candidate's word (L9, L14). */
public enum TakenBack {
    NOT_OWN_WORD("OPM found on %s that this paper is not the candidate\u2019s word. Attach what the candidate wrote."),
    MISTAKE("The candidate said on %s that this was a mistake: attach what he or she wrote since."),
    /** Of one agency only: to another one the candidate may have written the same. */
    INTERESTED_SINCE(
            "The candidate answered on %s that the position is of interest: attach what he or she wrote since.");

    private final String sentence;

    TakenBack(String sentence) {
        this.sentence = sentence;
    }

    /** @param day in words */
    String sentence(String day) {
        return String.format(Locale.ROOT, sentence, day);
    }
}
