package io.crossgov.hiring.document;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.NoRoom;
import io.crossgov.hiring.common.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of cases and candidates. What is stored is never changed or deleted (L20). Who files and reads a case's papers is said by
 * {@link PaperRules}; who may see a candidate is the caller's to check.
 */
@Service
public class Documents {

    /** Of 25 MB at most; a PDF is looked at in memory. A third of the connections to the database stays the most that files take. */
    private static final int FILES_AT_ONCE = 6;

    private final DocumentRecords records;
    private final CaseAccess cases;
    private final JdbcTemplate jdbc;
    private final DecisionLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Semaphore atOnce = new Semaphore(FILES_AT_ONCE, true);

    Documents(
            DocumentRecords records,
            CaseAccess cases,
            JdbcTemplate jdbc,
            DecisionLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.records = records;
        this.cases = cases;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is done around a file that is put on record, in the transaction that does so. */
    public interface Filing {

        /** Nothing. */
        Filing ALONE = new Filing() {
            @Override
            public void hold() {}

            @Override
            public void filed(StoredDocument document) {}
        };

        /** Keeps others from the owner's files until the transaction ends. */
        void hold();

        /** The file is on record now, and was not before. */
        void filed(StoredDocument document);
    }

    /** As {@link #store(DocumentOwner, DocumentPurpose, String, InputStream, Actor, Filing)}, and nothing else with it. */
    public StoredDocument store(
            DocumentOwner owner, DocumentPurpose purpose, String fileName, InputStream content, Actor actor) {
        return store(owner, purpose, fileName, content, actor, Filing.ALONE);
    }

    /**
     * Checks a file and puts it on record. What was put on file last for that purpose is not put there again: who presses twice has one
     * paper, and the same answer twice. However many people send files at the same moment, a few are looked at and written at a time: the
     * others wait without a connection to the database, which everybody else needs.
     *
     * @param content read to its end; the caller closes it
     * @throws Refusal 400 when the file is empty, larger than 25 MB or neither PDF, DOCX, PNG nor JPEG by content; for a case also
     *     as {@link PaperRules#mustFile} says, and 409 when it holds too much already; 507 when the server's disk is full
     */
    public StoredDocument store(
            DocumentOwner owner,
            DocumentPurpose purpose,
            String fileName,
            InputStream content,
            Actor actor,
            Filing filing) {
        if (owner instanceof DocumentOwner.OfCase hiring) {
            PaperRules.mustFile(purpose, cases.visible(hiring.number(), actor), actor);
        } else {
            PaperRules.mustBeOfACandidate(purpose);
        }
        atOnce.acquireUninterruptibly();
        try (var file = CheckedFile.of(fileName, content)) {
            return transaction.execute(status -> put(owner, purpose, file, actor, filing));
        } catch (UncheckedIOException | DataAccessException failure) {
            throw NoRoom.in(failure) ? NoRoom.forFiles() : failure;
        } finally {
            atOnce.release();
        }
    }

    private StoredDocument put(
            DocumentOwner owner, DocumentPurpose purpose, CheckedFile file, Actor actor, Filing filing) {
        if (owner instanceof DocumentOwner.OfCase hiring) {
            // Again, now that nobody can close the case or put in another file meanwhile.
            PaperRules.mustFile(purpose, cases.held(hiring.number(), actor), actor);
        }
        filing.hold();
        var last = last(owner, purpose);
        if (last.filter(document -> document.holds(file)).isPresent()) {
            return last.get().asStored();
        }
        if (owner instanceof DocumentOwner.OfCase hiring) {
            records.folder(hiring.number().value()).mustTake(file.size());
        }
        var document =
                records.saveAndFlush(new Document(owner, purpose, file, clock.instant(), actor.userId(), actor.name()));
        try (var bytes = Files.newInputStream(file.path())) {
            jdbc.update("insert into document_content (document_id, content) values (?, ?)", insert -> {
                insert.setObject(1, document.id());
                insert.setBinaryStream(2, bytes, file.size());
            });
        } catch (IOException failure) {
            throw new UncheckedIOException("an uploaded file could not be read back", failure);
        }
        var stored = document.asStored();
        if (owner instanceof DocumentOwner.OfCase hiring) {
            audit.record(DecisionLog.Entry.inCase(
                    hiring.number(),
                    actor,
                    "store-document",
                    "Put " + purpose.title() + " on file.",
                    null,
                    Map.of("document", stored.id(), "purpose", purpose.word(), "sha256", stored.sha256())));
        }
        filing.filed(stored);
        return stored;
    }

    private Optional<Document> last(DocumentOwner owner, DocumentPurpose purpose) {
        return owner instanceof DocumentOwner.OfCase hiring
                ? records.lastOfCase(hiring.number().value(), purpose)
                : records.findFirstByCandidateIdAndPurposeOrderByStoredAtDescIdAsc(
                        ((DocumentOwner.OfCandidate) owner).candidateId(), purpose);
    }

    /** The files of a case that this person may read now, newest first. */
    @Transactional(readOnly = true)
    public List<StoredDocument> readable(PaperCase hiring, Actor actor) {
        return stored(records.ofCase(hiring.number().value(), PaperRules.readable(hiring, actor)));
    }

    /** All files of a case, newest first, for the product itself: no person asks. */
    @Transactional(readOnly = true)
    public List<StoredDocument> ofCase(CaseNumber number) {
        return stored(records.ofCase(number.value()));
    }

    /** The files of a case that are on record as {@code purpose}, newest first. */
    @Transactional(readOnly = true)
    public List<StoredDocument> ofCase(CaseNumber number, DocumentPurpose purpose) {
        return stored(records.ofCase(number.value(), purpose));
    }

    /**
     * The file that an answer of a form refers to.
     *
     * @param id as answered, null when nothing was answered
     * @throws Refusal 400 when this case holds no such file for that purpose, naming what is missing
     */
    @Transactional(readOnly = true, noRollbackFor = Refusal.class)
    public StoredDocument inCase(CaseNumber number, UUID id, DocumentPurpose purpose) {
        return inCase(number, id, purpose, "document");
    }

    /** As {@link #inCase(CaseNumber, UUID, DocumentPurpose)}; {@code field} is the answer that is marked when the file is missing. */
    @Transactional(readOnly = true, noRollbackFor = Refusal.class)
    public StoredDocument inCase(CaseNumber number, UUID id, DocumentPurpose purpose, String field) {
        var found = id == null ? List.<Document>of() : records.inCase(id, number.value(), purpose);
        return stored(found).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "Upload " + purpose.title() + " first."));
    }

    /** Files that are on record somewhere, by id, in one query; for the product itself: no person asks. */
    @Transactional(readOnly = true)
    public Map<UUID, StoredDocument> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : records.findAllById(ids).stream().collect(toMap(Document::id, Document::asStored));
    }

    /** The files of one candidate, newest first. */
    @Transactional(readOnly = true)
    public List<StoredDocument> ofCandidate(UUID candidateId) {
        return ofCandidates(List.of(candidateId)).getOrDefault(candidateId, List.of());
    }

    /** The files of many candidates by candidate, newest first, in one query; candidates without files are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, List<StoredDocument>> ofCandidates(Collection<UUID> candidateIds) {
        return candidateIds.isEmpty()
                ? Map.of()
                : records.findByCandidateIdInOrderByStoredAtDescIdAsc(candidateIds).stream()
                        .collect(groupingBy(Document::candidateId, mapping(Document::asStored, toList())));
    }

    private static List<StoredDocument> stored(List<Document> documents) {
        return documents.stream().map(Document::asStored).toList();
    }
}
