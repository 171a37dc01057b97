package io.crossgov.hiring.document;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
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
    private final CandidateDocumentAccess candidates;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Reading(
            DocumentRecords records,
            DocumentReads reads,
            CandidateDocumentAccess candidates,
            JdbcTemplate jdbc,
            Clock clock) {
        this.records = records;
        this.reads = reads;
        this.candidates = candidates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file with its content. */
    record Content(StoredDocument document, byte[] bytes) {}

    /** @throws Refusal 404 when there is no such file or the person may not read it */
    @Transactional
    public Content read(UUID id, Actor actor) {
        var document = records.findById(id)
                .filter(found -> mayRead(found, actor))
                .orElseThrow(() -> Refusal.unknown("There is no such document."));
        reads.save(new DocumentRead(id, actor, clock.instant()));
        var bytes = jdbc.queryForObject(
                "select content from document_content where document_id = ?", byte[].class, document.id());
        return new Content(document.asStored(), bytes);
    }

    private boolean mayRead(Document document, Actor actor) {
        if (document.candidateId() == null) {
            return actor.maySee(document.agency());
        }
        return actor.isOpmStaff()
                || candidates.mayRead(document.candidateId(), new AnnouncementNumber(document.announcement()), actor);
    }
}
