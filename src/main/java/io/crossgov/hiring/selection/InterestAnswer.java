package io.crossgov.hiring.selection;

/** What a candidate answered to the interest question (M5). */
enum InterestAnswer {
    INTERESTED(ReviewStatus.INTERESTED),
    NOT_INTERESTED(ReviewStatus.NOT_INTERESTED),
    FAILED_TO_RESPOND(ReviewStatus.FAILED_TO_RESPOND);

    private final ReviewStatus status;

    InterestAnswer(ReviewStatus status) {
        this.status = status;
    }

    ReviewStatus status() {
        return status;
    }
}
