package io.crossgov.hiring.pool;

/** Another record of the same person, as OPM staff read it; agencies do not learn in which pools else somebody stands. */
record OtherRecord(String announcement, String applicantNumber, String name) {

    static OtherRecord of(Candidate candidate) {
        return new OtherRecord(candidate.announcement().value(), candidate.applicantNumber(), candidate.name());
    }
}
