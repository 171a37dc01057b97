package io.crossgov.hiring.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** Head of one chain. */
@Entity
class DecisionStream implements Persistable<String> {

    /** What the first decision of a chain follows. */
    static final String START = "0".repeat(64);

    @Id
    private String stream;

    private long lastSequence;
    private String lastHash;

    @Transient
    private boolean isNew;

    protected DecisionStream() {}

    DecisionStream(String stream) {
        this.stream = stream;
        this.lastHash = START;
        this.isNew = true;
    }

    String name() {
        return stream;
    }

    long lastSequence() {
        return lastSequence;
    }

    String lastHash() {
        return lastHash;
    }

    void append(Decision decision) {
        lastSequence = decision.getId().sequence();
        lastHash = decision.hash();
    }

    @Override
    public String getId() {
        return stream;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }
}
