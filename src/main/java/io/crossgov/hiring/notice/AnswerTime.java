package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.BusinessDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * How long there is to answer a letter, from the day after it left.
 *
 * @param days as the letter's kind, or the agency, gives them; settled when the letter is written
 * @param business whether they are business days
 */
record AnswerTime(int days, boolean business) {

    /** The last day to answer a letter that left on that day. */
    LocalDate lastDay(LocalDate leftOn, BusinessDay calendar) {
        return business ? calendar.after(leftOn, days) : leftOn.plusDays(days);
    }

    /** The last day to answer, in words, while nobody knows when the letter leaves. */
    String waiting() {
        return switch (days) {
            case 0 -> "the day on which this message leaves";
            case 1 ->
                business ? "the first business day after this message leaves" : "the day after this message leaves";
            default -> "the day " + days + (business ? " business" : "") + " days after this message leaves";
        };
    }

    /** From its row; null when no answer is awaited. */
    static AnswerTime of(ResultSet row) throws SQLException {
        var days = row.getObject("answer_days", Integer.class);
        return days == null ? null : new AnswerTime(days, row.getBoolean("answer_business"));
    }
}
