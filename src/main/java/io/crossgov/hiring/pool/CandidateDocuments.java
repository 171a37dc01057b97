package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.StoredDocument;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Resumes and other documents of candidates, as OPM puts them on file. */
@Service
public class CandidateDocuments {

    private final Pools pools;
    private final PoolTable table;
    private final CandidateNumbers candidates;
    private final Documents documents;
    private final DecisionLog decisions;

    CandidateDocuments(
            Pools pools, PoolTable table, CandidateNumbers candidates, Documents documents, DecisionLog decisions) {
        this.pools = pools;
        this.table = table;
        this.candidates = candidates;
        this.documents = documents;
        this.decisions = decisions;
    }

    /**
     * Puts a document of a candidate on file; the same that was put there last for that purpose is not put there again.
     *
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool or candidate, 400 for a file that is not taken
     */
    public StoredDocument attach(
            Actor actor,
            AnnouncementNumber announcement,
            String applicantNumber,
            DocumentPurpose purpose,
            String fileName,
            InputStream content) {
        var candidate = candidate(actor, announcement, applicantNumber);
        var owner = DocumentOwner.ofCandidate(candidate.id(), announcement);
        return documents.store(owner, purpose, fileName, content, actor, new Documents.Filing() {
            @Override
            public void hold() {
                // One at a time, so that whoever presses twice puts one document on file.
                table.lock(announcement.value());
            }

            @Override
            public void filed(StoredDocument stored) {
                decisions.record(new DecisionLog.Entry(
                        announcement.value(),
                        actor,
                        "attach-candidate-document",
                        "A candidate's document put on file.",
                        null,
                        Map.of(
                                "candidateId", candidate.id(),
                                "document", stored.id(),
                                "purpose", purpose.word(),
                                "sha256", stored.sha256())));
            }
        });
    }

    /** The documents of a candidate, newest first; refuses as {@link #attach} does. */
    @Transactional(readOnly = true)
    public List<StoredDocument> of(Actor actor, AnnouncementNumber announcement, String applicantNumber) {
        return documents.ofCandidate(
                candidate(actor, announcement, applicantNumber).id());
    }

    private Candidate candidate(Actor actor, AnnouncementNumber announcement, String applicantNumber) {
        Pools.mustBeOpm(actor);
        pools.byAnnouncement(announcement);
        return candidates.meant(announcement, applicantNumber).orElseThrow(Candidates::unknown);
    }
}
