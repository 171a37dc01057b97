package io.crossgov.hiring.selection;

/** What the interviewers make of a candidate. */
enum InterviewResult {
    RECOMMENDED("Recommended"),
    RECOMMENDED_WITH_RESERVATIONS("Recommended with reservations"),
    NOT_RECOMMENDED("Not recommended");

    private final String title;

    InterviewResult(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
