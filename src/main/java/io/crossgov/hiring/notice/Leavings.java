package io.crossgov.hiring.notice;

import io.crossgov.hiring.casefile.MessageLeft;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.notice.DeliveryRecords.SentLetter;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the clocks of letters that left. That they left is committed first: whatever a clock makes of it, the message counts as sent,
 * and is told again in the next round until the clock runs.
 */
@Component
class Leavings {

    private static final Logger LOG = LoggerFactory.getLogger(Leavings.class);

    private final DeliveryRecords records;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final OfficeClock office;

    Leavings(
            DeliveryRecords records,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            OfficeClock office) {
        this.records = records;
        this.events = events;
        this.transaction = transaction;
        this.office = office;
    }

    /** Tells of every letter whose clock does not know yet, each in a transaction of its own: none waits for one that fails. */
    void tell() {
        for (var letters = records.untold();
                !letters.isEmpty();
                letters = records.untoldAfter(letters.get(letters.size() - 1))) {
            letters.forEach(this::tellOrWarn);
        }
    }

    private void tellOrWarn(SentLetter letter) {
        try {
            transaction.executeWithoutResult(work -> tell(letter));
        } catch (RuntimeException somebodyIsInTheWay) {
            LOG.warn(
                    "Notice {} ({}) left, but its clock could not be started yet.",
                    letter.id(),
                    letter.type(),
                    somebodyIsInTheWay);
        }
    }

    private void tell(SentLetter letter) {
        if (records.told(letter.id())) {
            publish(letter.type(), letter.about(), letter.sentAt());
        }
    }

    /** Starts the clock in the transaction in hand. @param about null when no answer is awaited */
    void publish(NoticeType type, UUID about, Instant leftAt) {
        if (about != null) {
            type.letter()
                    .ifPresent(letter -> events.publishEvent(new MessageLeft(letter, about, office.dayOf(leftAt))));
        }
    }
}
