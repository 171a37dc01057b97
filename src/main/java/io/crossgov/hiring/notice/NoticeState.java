package io.crossgov.hiring.notice;

/** What became of a message. */
public enum NoticeState {
    QUEUED("Waits in the outbox"),
    SENDING("Being sent"),
    SENT("Sent"),
    /** The demonstration has no mail server: what is written counts as handed over, and the page says so. */
    HANDED_OVER("Handed over here, not mailed"),
    /** A person reached the recipient otherwise, for example by letter or telephone, and recorded how. */
    REACHED("Reached another way"),
    /** The mail server refused it, or put it off too often. */
    FAILED("Did not go out"),
    /** What it asks for an answer about was over before it left, so it does not leave any more. */
    OVERTAKEN("Not sent, as it was over before"),
    /** The connection or this program broke off in the middle: nobody here knows, and nothing is sent twice by itself. */
    UNCERTAIN("Perhaps sent");

    private final String title;

    NoticeState(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** Whether the recipient can have it for sure. */
    public boolean hasLeft() {
        return this == SENT || this == HANDED_OVER || this == REACHED;
    }

    /** Whether a person has to do something about it. */
    public boolean needsSomebody() {
        return this == FAILED || this == UNCERTAIN;
    }
}
