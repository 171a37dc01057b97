package io.crossgov.hiring.casefile;

/** Why a case ended; one a case. */
public enum ClosingReason {
    FILLED("All vacancies are filled"),
    FROZEN("The position is under the hiring freeze"),
    FILLED_FROM_RPL("The position was filled from the Reemployment Priority List"),
    QUALIFICATIONS_NOT_MATCHED("The pool's qualifications do not fit the position"),
    ACCESS_DENIED("OPM denied access to the pool"),
    CERTIFICATE_EXPIRED("The certificate expired"),
    NO_SUITABLE_CANDIDATE("Reviewing ended before every vacancy was filled"),
    CANCELLED("The agency closed the case");

    private final String title;

    ClosingReason(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
