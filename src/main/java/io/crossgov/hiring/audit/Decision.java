package io.crossgov.hiring.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** One decision on a chain, as it was made: never changed, never deleted. */
@Entity
@Immutable
class Decision implements Persistable<Decision.Id> {

    /** Place on the chain; sequences of a stream start at 1 and have no gaps. */
    @Embeddable
    record Id(String stream, long sequence) implements Serializable {}

    @EmbeddedId
    private Id id;

    private Instant decidedAt;
    private String userId;
    private String userName;
    private String roles;
    private String agency;
    private String kind;
    private String sentence;

    @Column(name = "before_json")
    private String before;

    @Column(name = "after_json")
    private String after;

    private String hash;

    @Transient
    private boolean isNew;

    protected Decision() {}

    Decision(DecisionStream head, Instant at, DecisionLog.Entry entry, String before, String after) {
        id = new Id(head.name(), head.lastSequence() + 1);
        decidedAt = at;
        userId = entry.who().userId();
        userName = entry.who().name();
        roles = entry.who().roleTitles();
        agency = entry.who().agency();
        kind = entry.kind();
        sentence = entry.sentence();
        this.before = before;
        this.after = after;
        hash = hashAfter(head.lastHash());
        isNew = true;
    }

    /** SHA-256 over the previous hash and every field, length-prefixed so that no two contents read alike. */
    final String hashAfter(String previousHash) {
        var content = Stream.of(
                        previousHash,
                        id.stream(),
                        id.sequence(),
                        decidedAt,
                        userId,
                        userName,
                        roles,
                        agency,
                        kind,
                        sentence,
                        before,
                        after)
                .map(field -> Objects.toString(field, ""))
                .map(field -> field.length() + ":" + field)
                .collect(Collectors.joining("|"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    String hash() {
        return hash;
    }

    RecordedDecision asRecorded() {
        return new RecordedDecision(
                id.sequence(), decidedAt, userId, userName, roles, agency, kind, sentence, before, after);
    }
}
