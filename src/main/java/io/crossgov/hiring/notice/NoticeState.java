package io.crossgov.hiring.notice;

/** What became of a message. */
public enum NoticeState {
    QUEUED("Kept in the outbox"),
    SENDING("Being sent"),
    SENT("Sent"),
    /** The mail server refused it, or could not be reached often enough. */
    FAILED("Not sent"),
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
}
