package io.crossgov.hiring.law;

/** How the candidates of a pool stand to one another. */
public enum RankingMethod {
    /** In quality categories (5 U.S.C. 3319). */
    CATEGORY("By category"),
    /** By score. */
    NUMERIC("By score"),
    /** Not at all. */
    UNRANKED("Not ranked");

    private final String title;

    RankingMethod(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
