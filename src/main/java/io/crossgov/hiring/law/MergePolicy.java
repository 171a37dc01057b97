package io.crossgov.hiring.law;

/**
 * What an agency's category rating policy says of merging: with fewer than three candidates left in the highest category, it may be merged
 * with the next one, and need not be (L13, 5 U.S.C. 3319(c)(1)).
 */
public enum MergePolicy {
    /** Whenever the law allows it. */
    ALWAYS("Always, as soon as fewer than three candidates are left in the highest category"),
    /** When the hiring manager decides so. */
    ASK("When the hiring manager decides so; the decision is recorded");

    private final String title;

    MergePolicy(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
