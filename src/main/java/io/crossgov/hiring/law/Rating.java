package io.crossgov.hiring.law;

/** Quality category, highest first. */
public enum Rating {
    BEST_QUALIFIED("Best qualified"),
    WELL_QUALIFIED("Well qualified"),
    QUALIFIED("Qualified");

    private final String title;

    Rating(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Whether this category is {@code floor} or a higher one. */
    public boolean isAtLeast(Rating floor) {
        return compareTo(floor) <= 0;
    }
}
