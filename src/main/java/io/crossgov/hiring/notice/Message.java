package io.crossgov.hiring.notice;

import java.time.LocalDate;

/** A message as its recipient reads it, plain text. */
record Message(String subject, String body) {

    /** With the last day to answer, as it leaves. @param lastDay null when no answer is awaited */
    Message until(LocalDate lastDay) {
        return new Message(Awaited.until(lastDay, subject), Awaited.until(lastDay, body));
    }

    /** With words in place of the last day to answer, which nobody knows yet. @param time to answer, null when no answer is awaited */
    Message waiting(AnswerTime time) {
        return new Message(Awaited.waiting(time, subject), Awaited.waiting(time, body));
    }
}
