package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.WhoseRequest;
import io.crossgov.hiring.casefile.MessageLeft;
import io.crossgov.hiring.common.BusinessDay;
import io.crossgov.hiring.common.OfficeClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Words messages and keeps them with what they tell of: both in one transaction. */
@Component
class Outbox {

    private final NoticeTemplates templates;
    private final OutboxTable table;
    private final MailServer mailServer;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;
    private final BusinessDay calendar;
    private final Clock clock;

    Outbox(
            NoticeTemplates templates,
            OutboxTable table,
            MailServer mailServer,
            ApplicationEventPublisher events,
            OfficeClock office,
            BusinessDay calendar,
            Clock clock) {
        this.templates = templates;
        this.table = table;
        this.mailServer = mailServer;
        this.events = events;
        this.office = office;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** There is something new to send, once the transaction is committed. */
    record Written() {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Collection<NoticeDraft> drafts) {
        var now = clock.instant();
        var state = mailServer.handsOver() ? NoticeState.HANDED_OVER : NoticeState.QUEUED;
        var causedBy = WhoseRequest.userId().orElse(null);
        // Always in the same order, so that two transactions with the same messages wait for each other and do not lock
        // up.
        var lines = drafts.stream()
                .sorted(Comparator.comparing(NoticeDraft::occasion)
                        .thenComparing(draft -> draft.to().email()))
                .map(draft -> line(draft, state.hasLeft() ? lastDay(draft, now) : null))
                .toList();
        var written = table.insert(lines, state, causedBy, now);
        written.forEach(UndoneMessages::note);
        if (written.isEmpty()) {
            return;
        }
        if (state.hasLeft()) {
            left(written, now);
        } else {
            events.publishEvent(new Written());
        }
    }

    private void left(List<OutboxTable.Line> written, Instant now) {
        for (var line : written) {
            var draft = line.draft();
            if (draft.awaited() != null) {
                draft.type()
                        .letter()
                        .ifPresent(letter -> events.publishEvent(
                                new MessageLeft(letter, draft.awaited().about(), office.dayOf(now))));
            }
        }
    }

    /** @param lastDay to answer it, null while it has not left, or when no answer is awaited */
    private OutboxTable.Line line(NoticeDraft draft, LocalDate lastDay) {
        var message = templates.render(
                draft.type(),
                draft.facts().with(Placeholder.RECIPIENT_NAME, draft.to().name()));
        return new OutboxTable.Line(draft, message.until(lastDay), lastDay);
    }

    private LocalDate lastDay(NoticeDraft draft, Instant leftAt) {
        return draft.timeToAnswer() == null ? null : draft.timeToAnswer().lastDay(office.dayOf(leftAt), calendar);
    }
}
