package io.crossgov.hiring.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Words messages and keeps them with what they tell of: both in one transaction. */
@Component
class Outbox {

    private final NoticeTemplates templates;
    private final OutboxTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(NoticeTemplates templates, OutboxTable table, ApplicationEventPublisher events, Clock clock) {
        this.templates = templates;
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    /** There is something new to send, once the transaction is committed. */
    record Written() {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Collection<Draft> drafts) {
        var now = clock.instant();
        // Always in the same order, so that two transactions with the same messages wait for each other and do not lock
        // up.
        var written = drafts.stream()
                .sorted(Comparator.comparing(Draft::occasion)
                        .thenComparing(draft -> draft.to().email()))
                .filter(draft -> table.insert(draft, word(draft), now))
                .count();
        if (written > 0) {
            events.publishEvent(new Written());
        }
    }

    private Message word(Draft draft) {
        return templates.render(
                draft.type(),
                draft.facts().with(Placeholder.RECIPIENT_NAME, draft.to().name()));
    }
}
