package io.crossgov.hiring.leaving;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** That somebody asks to leave the pool; one a person, whichever agencies it was told to, until OPM has decided it (L9). */
@Entity
class LeavingRequest {

    @Id
    private UUID id;

    @Version
    private Long version;

    private String announcement;
    private UUID candidateId;
    private String personKey;

    /** Null once it is decided: unique, so that one person has one open request. */
    private String openPerson;

    @Enumerated(EnumType.STRING)
    private LeavingState state;

    private Instant askedAt;
    private String decidedBy;
    private String decidedByName;
    private Instant decidedAt;
    private String decisionReason;

    /** How the candidate told OPM, with what shows it; null when the agencies' papers say it. */
    private String decisionHow;

    /** When the candidate's days to say that it was a mistake were over, so that what waited for that has ended; null before. */
    private Instant settledAt;

    private String undoneBy;
    private String undoneByName;
    private Instant undoneAt;
    private String undoneReason;
    private String undoneHow;

    protected LeavingRequest() {}

    LeavingRequest(AnnouncementNumber announcement, UUID candidateId, String personKey, Instant at) {
        id = UUID.randomUUID();
        this.announcement = announcement.value();
        this.candidateId = candidateId;
        this.personKey = personKey;
        openPerson = personKey;
        state = LeavingState.OPEN;
        askedAt = at;
    }

    UUID id() {
        return id;
    }

    /** The pool in which it was asked first. */
    AnnouncementNumber announcement() {
        return new AnnouncementNumber(announcement);
    }

    UUID candidateId() {
        return candidateId;
    }

    LeavingState state() {
        return state;
    }

    Instant askedAt() {
        return askedAt;
    }

    /** Full name of who confirmed or refused it, or null. */
    String decidedByName() {
        return decidedByName;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    /** Why it was refused, or what the candidate told OPM; null when the agencies' papers say it. */
    Optional<String> decisionReason() {
        return Optional.ofNullable(decisionReason);
    }

    String undoneByName() {
        return undoneByName;
    }

    Instant undoneAt() {
        return undoneAt;
    }

    String undoneReason() {
        return undoneReason;
    }

    /** How the candidate said that it was a mistake. */
    String undoneHow() {
        return undoneHow;
    }

    Optional<String> decisionHow() {
        return Optional.ofNullable(decisionHow);
    }

    void confirmed(Actor by, Instant at) {
        decided(LeavingState.CONFIRMED, null, by, at);
    }

    /** The candidate told OPM. @param how by what, with what shows it */
    void confirmed(String reason, String how, Actor by, Instant at) {
        decided(LeavingState.CONFIRMED, reason, by, at);
        decisionHow = how;
    }

    /** @param ownWord whether the paper is the candidate's own word, of this agency only */
    void refused(boolean ownWord, String reason, Actor by, Instant at) {
        decided(ownWord ? LeavingState.REFUSED : LeavingState.NOT_OWN_WORD, reason, by, at);
    }

    private void decided(LeavingState to, String reason, Actor by, Instant at) {
        mustBe(LeavingState.OPEN);
        state = to;
        openPerson = null;
        decisionReason = reason;
        decidedBy = by.userId();
        decidedByName = by.name();
        decidedAt = at;
    }

    /** @param how the candidate said so */
    void undone(String reason, String how, Actor by, Instant at) {
        mustBe(LeavingState.CONFIRMED);
        state = LeavingState.UNDONE;
        undoneReason = reason;
        undoneHow = how;
        undoneBy = by.userId();
        undoneByName = by.name();
        undoneAt = at;
    }

    /** It stands for good, and what waited for that can end. */
    void settled(Instant at) {
        settledAt = at;
    }

    boolean isSettled() {
        return settledAt != null;
    }

    /** @throws Refusal 409 when somebody was first, who is named: only OPM decides here */
    void mustBe(LeavingState expected) {
        if (state == expected) {
            return;
        }
        throw Refusal.conflictByRule(
                "L9",
                switch (state) {
                    case OPEN -> "OPM has not confirmed this withdrawal yet: there is nothing to undo.";
                    case CONFIRMED -> decidedByName + " has confirmed this withdrawal already.";
                    case REFUSED, NOT_OWN_WORD -> decidedByName + " has refused this withdrawal already.";
                    case UNDONE -> undoneByName + " has undone this withdrawal already.";
                });
    }
}
