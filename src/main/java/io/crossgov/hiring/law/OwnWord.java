package io.crossgov.hiring.law;

/** That somebody does not want a position is the candidate's own word, or his or her silence: never that of whom it sets free (L14, L16). */
final class OwnWord {

    /** What has to be on record about a candidate, behind the name. */
    static final String PROVEN = " declined, with what the candidate wrote, or did not answer in the days there were";

    private OwnWord() {}
}
