package io.crossgov.hiring.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * One duty location of an open request. The database holds agency, organisation, pool, position and location together unique: that, and no
 * check before, settles who was first (L3). The row goes when the case closes.
 */
@Entity
class OpenRequest {

    @Id
    private UUID id;

    @Version
    private Long version;

    private String caseNumber;
    private String agency;
    private String announcement;
    private String positionKey;
    private String location;

    /** The sub-agency; empty for the agency itself. */
    private String organisation;

    protected OpenRequest() {}

    OpenRequest(HiringCase hiring, String positionKey, String location) {
        this.id = UUID.randomUUID();
        this.caseNumber = hiring.number().value();
        this.agency = hiring.agency();
        this.announcement = hiring.announcement().value();
        this.positionKey = positionKey;
        this.location = location;
        this.organisation = hiring.organisation();
    }

    String caseNumber() {
        return caseNumber;
    }

    boolean isFor(String position, String asking) {
        return positionKey.equals(position) && organisation.equals(asking);
    }

    String location() {
        return location;
    }
}
