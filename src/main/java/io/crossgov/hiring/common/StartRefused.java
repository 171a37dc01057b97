package io.crossgov.hiring.common;

/** Why the application does not start: plain sentences that say what to mend, shown in place of a stack trace. */
public final class StartRefused extends RuntimeException {

    /** @param sentences what is wrong and the way out */
    public StartRefused(String sentences) {
        super(sentences, null, false, false);
    }
}
