package io.crossgov.hiring.notice;

import java.util.Collection;

/**
 * What one message says, and to whom.
 *
 * @param task id of the task that comes next for the recipients, null when there is none
 * @param replyTo where an answer goes, null for the sender
 * @param awaited the answer it asks for, null when none is awaited
 */
record Letter(Collection<Recipient> to, Facts facts, String task, String replyTo, Awaited awaited) {

    Letter(Collection<Recipient> to, Facts facts, String task) {
        this(to, facts, task, null, null);
    }

    Letter(Collection<Recipient> to, Facts facts, String task, String replyTo) {
        this(to, facts, task, replyTo, null);
    }
}
