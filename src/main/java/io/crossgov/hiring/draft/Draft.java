package io.crossgov.hiring.draft;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;

/** One person's answers to one form, or to a part of it, before they are sent. */
@Entity
class Draft {

    /** Whose it is, and what for. */
    @Embeddable
    record Id(String userId, String work, String part) implements Serializable {

        static Id of(String userId, DraftPlace place) {
            return new Id(userId, place.work(), place.part());
        }
    }

    @EmbeddedId
    private Id id;

    @Version
    private Long version;

    private Instant savedAt;
    private String answers;

    protected Draft() {}

    Draft(Id id) {
        this.id = id;
    }

    void keep(String answers, Instant now) {
        this.answers = answers;
        savedAt = now;
    }

    /** How often it was kept; the database counts from 0. */
    int revision() {
        return Math.toIntExact(version) + 1;
    }

    Instant savedAt() {
        return savedAt;
    }

    String answers() {
        return answers;
    }
}
