package io.crossgov.hiring.leaving;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** What one agency put on record for a request to leave the pool; never changed. */
@Entity
class LeavingAsk {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID requestId;
    private String announcement;
    private String caseNumber;
    private String agency;
    private UUID candidateId;
    private UUID selectionId;
    private String askedBy;
    private String askedByName;
    private Instant askedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "leaving_paper", joinColumns = @JoinColumn(name = "ask_id"))
    @OrderColumn(name = "place")
    @Column(name = "document_id")
    @BatchSize(size = 100)
    private List<UUID> papers = new ArrayList<>();

    protected LeavingAsk() {}

    LeavingAsk(LeavingRequest request, AskToLeave ask, Actor by, Instant at) {
        id = UUID.randomUUID();
        requestId = request.id();
        announcement = ask.announcement().value();
        caseNumber = ask.caseNumber().value();
        agency = ask.agency();
        candidateId = ask.candidateId();
        selectionId = ask.selectionId();
        askedBy = by.userId();
        askedByName = by.name();
        askedAt = at;
        papers.addAll(ask.papers());
    }

    UUID id() {
        return id;
    }

    UUID requestId() {
        return requestId;
    }

    CaseNumber caseNumber() {
        return new CaseNumber(caseNumber);
    }

    boolean isOf(AnnouncementNumber pool) {
        return announcement.equals(pool.value());
    }

    String agency() {
        return agency;
    }

    String askedByName() {
        return askedByName;
    }

    Instant askedAt() {
        return askedAt;
    }

    List<UUID> papers() {
        return List.copyOf(papers);
    }

    LeavingDecided.Ask told() {
        return new LeavingDecided.Ask(caseNumber(), candidateId, selectionId, papers());
    }
}
