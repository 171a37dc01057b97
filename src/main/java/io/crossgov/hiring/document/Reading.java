package io.crossgov.hiring.document;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a file to a person who may read it, and remembers that. */
@Service
class Reading {

    private final DocumentRecords records;
    private final DocumentReads reads;
    private final CaseAccess cases;
    private final CandidateDocumentAccess candidates;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Reading(
            DocumentRecords records,
            DocumentReads reads,
            CaseAccess cases,
            CandidateDocumentAccess candidates,
            JdbcTemplate jdbc,
            Clock clock) {
        this.records = records;
        this.reads = reads;
        this.cases = cases;
        this.candidates = candidates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file with its content, which is read while it is handed out. */
    record Content(StoredDocument document, InputStream bytes) {}

    /** @throws Refusal 404 when there is no such file or the person may not read it */
    @Transactional
    public Content read(UUID id, Actor actor) {
        var document = records.findById(id)
                .filter(found -> mayRead(found, actor))
                .orElseThrow(() -> Refusal.unknown("There is no such document."));
        reads.save(new DocumentRead(id, actor, clock.instant()));
        var stored = document.asStored();
        return new Content(stored, new StoredContent(jdbc, id, stored.size()));
    }

    private boolean mayRead(Document document, Actor actor) {
        if (actor.isOpmStaff()) {
            return true;
        }
        if (document.candidateId() != null) {
            return candidates.mayRead(document.candidateId(), new AnnouncementNumber(document.announcement()), actor);
        }
        return actor.worksFor(document.agency())
                && PaperRules.mayRead(document.purpose(), cases.visible(document.caseNumber(), actor), actor);
    }
}
