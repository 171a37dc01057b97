package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.CaseNumber;
import java.util.UUID;

/**
 * A message before it is worded.
 *
 * @param caseNumber null for OPM's own letter to a candidate about no case
 * @param agency code of the agency whose case it is; OPM's where it is about none
 * @param selectionId null when it is not about one selection
 * @param occasion what it is written for; each recipient gets one message an occasion
 * @param replyTo where an answer goes, null for the sender
 * @param awaited the answer it asks for, null when none is awaited
 */
record NoticeDraft(
        NoticeType type,
        CaseNumber caseNumber,
        String agency,
        UUID selectionId,
        String occasion,
        Recipient to,
        String replyTo,
        Facts facts,
        Awaited awaited) {

    /** How long there is to answer it, null when no answer is awaited. */
    AnswerTime timeToAnswer() {
        return awaited == null ? null : awaited.time();
    }
}
