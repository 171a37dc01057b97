package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.UndeliveredMessage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For who acts: messages that one's own work wrote and that did not go out. */
@Service
@Transactional(readOnly = true)
public class UndeliveredMessages {

    private final DeliveryRecords records;

    private final Cases cases;

    UndeliveredMessages(DeliveryRecords records, Cases cases) {
        this.records = records;
        this.cases = cases;
    }

    /** Newest first, of closed cases too, without names of candidates: the case's page says them to whom it may. */
    public List<UndeliveredMessage> causedBy(Actor actor) {
        var undeliveredOnes = records.undeliveredBy(actor.userId());
        var open = cases.openAmong(undeliveredOnes.stream()
                .map(undelivered -> undelivered.notice().caseNumber())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return undeliveredOnes.stream()
                .map(undelivered -> MessagesOnFile.shown(
                        undelivered,
                        actor,
                        !undelivered.notice().type().toCandidate(),
                        undelivered.notice().caseNumber() != null
                                && open.contains(undelivered.notice().caseNumber())))
                .toList();
    }

    /**
     * All messages that need somebody.
     *
     * @param failed how many did not go out
     * @param uncertain how many perhaps did not
     */
    public record Everywhere(long failed, long uncertain) {}

    /** For OPM, which alone can do something about all of them, whoever or whatever wrote them; empty when there is none, and for others. */
    public Optional<Everywhere> everywhere(Actor actor) {
        if (!actor.isOpmStaff()) {
            return Optional.empty();
        }
        var counts = records.undelivered();
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Everywhere(
                        counts.getOrDefault(NoticeState.FAILED, 0L), counts.getOrDefault(NoticeState.UNCERTAIN, 0L)));
    }
}
