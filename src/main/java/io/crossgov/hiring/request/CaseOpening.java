package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * A start form that opened a case. The database holds person and key together unique: that, and no check before, keeps a form that is
 * sent twice in one instant from opening two.
 */
@Entity
class CaseOpening {

    @Id
    private UUID id;

    @Version
    private Long version;

    private String openedBy;
    private String openingKey;
    private String announcement;
    private String positionTitle;
    private String caseNumber;

    protected CaseOpening() {}

    CaseOpening(Actor actor, OpenCase answers, CaseNumber opened) {
        id = UUID.randomUUID();
        openedBy = actor.userId();
        openingKey = answers.openingKey();
        announcement = answers.announcement();
        positionTitle = answers.positionTitle();
        caseNumber = opened.value();
    }

    CaseNumber caseNumber() {
        return new CaseNumber(caseNumber);
    }

    /** Whether the same was asked for. */
    boolean isFor(OpenCase answers) {
        return announcement.equals(answers.announcement()) && positionTitle.equals(answers.positionTitle());
    }
}
