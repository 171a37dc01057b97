package io.crossgov.hiring.notice;

import java.time.LocalDate;

/** A message as its recipient reads it, plain text. */
record Message(String subject, String body) {

    /** With the last day to answer, as it leaves on that day. @param days to answer, null when no answer is awaited */
    Message asOf(LocalDate day, Integer days) {
        return new Message(Awaited.asOf(day, days, subject), Awaited.asOf(day, days, body));
    }

    /** With words in place of the last day to answer, which nobody knows yet. @param days as above */
    Message waiting(Integer days) {
        return new Message(Awaited.waiting(days, subject), Awaited.waiting(days, body));
    }
}
