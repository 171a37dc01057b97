package io.crossgov.hiring.intake;

/** Where a candidate file stands that was sent from a pool's page. */
enum IntakeState {
    WAITING("Waiting to be read"),
    READING("Being read"),
    TAKEN("Taken"),
    FAULTY("Not taken: the file has faults"),
    UNDECIDED("Not taken yet: somebody has to say who is the same person"),
    STOPPED("Not taken: it was interrupted");

    private final String words;

    IntakeState(String words) {
        this.words = words;
    }

    /** For people to read. */
    public String words() {
        return words;
    }

    boolean isRunning() {
        return this == WAITING || this == READING;
    }
}
