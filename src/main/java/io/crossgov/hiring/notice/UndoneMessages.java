package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.MessagePreview;
import io.crossgov.hiring.casefile.MessagePreviews;
import java.util.ArrayList;
import java.util.List;
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

    private record Written(Draft draft, Message message) {}

    @Override
    public List<MessagePreview> of(Actor actor, Runnable act) {
        var written = new ArrayList<Written>();
        undone.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            TransactionSynchronizationManager.bindResource(UndoneMessages.class, written);
            try {
                act.run();
            } finally {
                TransactionSynchronizationManager.unbindResource(UndoneMessages.class);
            }
        });
        return written.stream()
                .filter(each -> mayRead(each.draft(), actor))
                .map(each -> new MessagePreview(
                        each.draft().type().title(),
                        each.draft().to().name() + ", " + each.draft().to().email(),
                        each.message().subject(),
                        each.message().body()))
                .toList();
    }

    /** Tells whoever previews messages here of one that was written. */
    @SuppressWarnings("unchecked")
    static void note(Draft draft, Message message) {
        var written = (List<Written>) TransactionSynchronizationManager.getResource(UndoneMessages.class);
        if (written != null) {
            written.add(new Written(draft, message.waiting(draft.daysToAnswer())));
        }
    }

    /** Which other agencies are told of a candidate is not for an agency to know (L8). */
    private static boolean mayRead(Draft draft, Actor actor) {
        return actor.isOpmStaff()
                || actor.worksFor(draft.agency())
                        && (!draft.type().toCandidate()
                                || actor.has(Role.HIRING_MANAGER)
                                || actor.has(Role.HR_SPECIALIST));
    }
}
