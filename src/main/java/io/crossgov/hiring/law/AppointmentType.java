package io.crossgov.hiring.law;

/** How long the appointment lasts. */
public enum AppointmentType {
    PERMANENT("permanent"),
    TERM("term"),
    TEMPORARY("temporary");

    private final String word;

    AppointmentType(String word) {
        this.word = word;
    }

    /** As it stands in a sentence. */
    public String word() {
        return word;
    }
}
