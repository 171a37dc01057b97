package io.crossgov.hiring.access;

import java.io.IOException;

/** More came in than the address takes, of a body that did not say how long it would be. Its message is for whoever sent it. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(String sentence) {
        super(sentence);
    }
}
