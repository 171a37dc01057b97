package io.crossgov.hiring.law;

/**
 * What an agency's category rating policy says of merging: with fewer than three candidates left in the highest category, it may be merged
 * with the next one, and need not be (L13, 5 U.S.C. 3319(c)(1)).
 */
public enum MergePolicy {
    /** When a case is referred its candidates; what falls below three later, the hiring manager decides. */
    ALWAYS("Always, where the highest category has fewer than three candidates when access is approved"),
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
