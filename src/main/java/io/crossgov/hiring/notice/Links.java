package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.document.StoredDocument;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses of this system as they stand in messages; none holds anything about a person. */
@Component
class Links {

    private final String base;

    Links(@Value("${crossgov.base-url}") String baseUrl) {
        base = baseUrl.replaceAll("/+$", "");
    }

    /** Where OPM decides about candidates of the pool who ask to leave it. */
    String toWithdrawals(AnnouncementNumber announcement) {
        return base + "/pools/" + announcement + "/withdrawals";
    }

    String toCase(CaseNumber number) {
        return base + "/cases/" + number;
    }

    /**
     * The open task with that id in the model, wherever it is by then.
     *
     * @param selectionId the selection whose task it is, otherwise null
     * @param passOverId the request to pass over somebody whose task it is, otherwise null
     */
    String toTask(CaseNumber number, String taskId, UUID selectionId, UUID passOverId) {
        return base + "/go/task?case=" + number + "&task=" + taskId
                + (selectionId == null ? "" : "&selection=" + selectionId)
                + (passOverId == null ? "" : "&passOver=" + passOverId);
    }

    /** What the file is called and where an authorised person reads it. */
    String toDocument(StoredDocument document) {
        return document.purposeInWords() + ": " + base + "/api/documents/" + document.id();
    }
}
