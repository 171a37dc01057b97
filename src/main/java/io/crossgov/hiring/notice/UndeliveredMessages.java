package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.UndeliveredMessage;
import java.util.List;
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

    /** Of open cases, newest first, without names of candidates: the case's page says them to whom it may. */
    public List<UndeliveredMessage> causedBy(Actor actor) {
        var undeliveredOnes = records.undeliveredBy(actor.userId());
        var open = cases.openAmong(undeliveredOnes.stream()
                .map(undelivered -> undelivered.notice().caseNumber())
                .collect(Collectors.toSet()));
        return undeliveredOnes.stream()
                .filter(undelivered -> open.contains(undelivered.notice().caseNumber()))
                .map(undelivered -> MessagesOnFile.shown(
                        undelivered, actor, !undelivered.notice().type().toCandidate()))
                .toList();
    }
}
