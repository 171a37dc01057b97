package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.MessagePreview;
import io.crossgov.hiring.casefile.MessagePreviews;
import io.crossgov.hiring.request.CaseOpened;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Previews messages by writing them and undoing all of it: whatever decides to whom and in which words is asked as when they are sent, and
 * nothing is left of it.
 */
@Component
class UndoneMessages implements MessagePreviews {

    private final TransactionTemplate undone;

    UndoneMessages(PlatformTransactionManager transactions) {
        undone = new TransactionTemplate(transactions);
        undone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Written(NoticeDraft draft, Message message) {}

    /** A case that is opened to look at its messages gives its number back; the one that will be opened has another. */
    private static final String NUMBER_TO_COME = "(the number your case gets)";

    private static final class Look {

        private final List<Written> written = new ArrayList<>();
        private String opened;

        String without(String text) {
            return opened == null ? text : text.replace(opened, NUMBER_TO_COME);
        }
    }

    @Override
    public List<MessagePreview> of(Actor actor, Runnable act) {
        var look = new Look();
        undone.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            TransactionSynchronizationManager.bindResource(UndoneMessages.class, look);
            try {
                act.run();
            } finally {
                TransactionSynchronizationManager.unbindResource(UndoneMessages.class);
            }
        });
        return look.written.stream()
                .filter(each -> mayRead(each.draft(), actor))
                .map(each -> new MessagePreview(
                        each.draft().type().title(),
                        each.draft().to().name() + ", " + each.draft().to().email(),
                        look.without(each.message().subject()),
                        look.without(each.message().body())))
                .toList();
    }

    /** Tells whoever previews messages here of one that was written. */
    static void note(OutboxTable.Line line) {
        var draft = line.draft();
        here().ifPresent(look ->
                look.written.add(new Written(draft, line.message().waiting(draft.timeToAnswer()))));
    }

    @EventListener
    void note(CaseOpened event) {
        here().ifPresent(look -> look.opened = event.caseNumber().value());
    }

    private static Optional<Look> here() {
        return Optional.ofNullable((Look) TransactionSynchronizationManager.getResource(UndoneMessages.class));
    }

    /** Which other agencies are told of a candidate is not for an agency to know (L8). */
    private static boolean mayRead(NoticeDraft draft, Actor actor) {
        return actor.isOpmStaff()
                || actor.worksFor(draft.agency())
                        && (!draft.type().toCandidate()
                                || actor.has(Role.HIRING_MANAGER)
                                || actor.has(Role.HR_SPECIALIST));
    }
}
