package io.crossgov.hiring.offer;

/**
 * Whom a form of step 8 is about, for its first lines.
 *
 * @param agency full name
 * @param grade pay plan and grade of the position, for example {@code GS-13}
 */
record Selectee(
        String caseNumber,
        String agency,
        String announcement,
        String position,
        String grade,
        String candidate,
        String dutyLocation) {}
