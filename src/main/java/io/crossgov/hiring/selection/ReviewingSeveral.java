package io.crossgov.hiring.selection;

import static java.util.Comparator.comparing;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same thing recorded about several candidates in one request and one transaction (step 4). Each candidate is looked at as if alone:
 * what is refused about one keeps nothing from the others, and each gets a record, a decision in the audit and a message of their own. The
 * statements do not grow with the candidates, but for the rows that are written.
 */
@Service
class ReviewingSeveral {

    private static final int ATTEMPTS = 3;

    private final ReviewAccess access;
    private final CaseCandidates caseCandidates;
    private final ReviewChanges changes;
    private final CandidateReviews reviews;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ReviewingSeveral(
            ReviewAccess access,
            CaseCandidates caseCandidates,
            ReviewChanges changes,
            CandidateReviews reviews,
            DecisionLog audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.caseCandidates = caseCandidates;
        this.changes = changes;
        this.reviews = reviews;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws Refusal for what concerns all of them: as {@link ReviewAccess#toReview}, and 400 for a day in the future */
    SeveralEntries.Outcomes contact(CaseNumber number, SeveralEntries.Contacts contacts, Actor actor) {
        var letters = contacts.sendDetails()
                ? contacts.candidates().stream()
                        .map(SeveralEntries.Chosen::id)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), id -> UUID.randomUUID()))
                : Map.<UUID, UUID>of();
        var change = changes.contacting(contacts.on(), contacts.note(), null, actor, letters);
        return record(number, contacts.candidates(), change, actor, reached -> {
            if (contacts.sendDetails() && !reached.isEmpty()) {
                var daysToRespond = changes.daysToRespond(actor.agency());
                events.publishEvent(new CandidatesContacted(
                        number,
                        actor,
                        reached.stream()
                                .map(id -> new CandidateContacted(
                                        number, id, letters.get(id), actor, contacts.message(), daysToRespond))
                                .toList()));
            }
        });
    }

    /** @throws Refusal as {@link ReviewAccess#toReview} */
    SeveralEntries.Outcomes interview(CaseNumber number, SeveralEntries.Interviews interviews, Actor actor) {
        var change =
                changes.interviewing(interviews.on(), interviews.time(), interviews.zone(), interviews.interviewers());
        return record(number, interviews.candidates(), change, actor, reached -> {});
    }

    /** @throws Refusal as {@link ReviewAccess#toReview} */
    SeveralEntries.Outcomes notSelected(CaseNumber number, SeveralEntries.Several several, Actor actor) {
        return record(number, several.candidates(), changes.notSelecting(), actor, reached -> {});
    }

    /** Somebody who writes to one of them in the same moment takes back all that was written here: then it is looked at afresh. */
    private SeveralEntries.Outcomes record(
            CaseNumber number,
            List<SeveralEntries.Chosen> chosen,
            ReviewChange change,
            Actor actor,
            Consumer<List<UUID>> then) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> attempt(number, chosen, change, actor, then));
            } catch (DataIntegrityViolationException | ConcurrencyFailureException somebodyWasFirst) {
                if (attempt == ATTEMPTS) {
                    throw Refusal.conflict(
                            "Colleagues are changing these candidates' records at this moment. Nothing was"
                                    + " recorded; look at the list and try again.");
                }
            }
        }
    }

    private SeveralEntries.Outcomes attempt(
            CaseNumber number,
            List<SeveralEntries.Chosen> chosen,
            ReviewChange change,
            Actor actor,
            Consumer<List<UUID>> then) {
        var hiring = access.toReview(number, actor);
        access.hold(number);
        var known = caseCandidates.of(hiring);
        var outcomes = new HashMap<UUID, SeveralEntries.Outcome>();
        var decisions = new ArrayList<DecisionLog.Entry>();
        // Always in the same order, so that two people with the same candidates wait for each other and do not lock up.
        for (var one :
                chosen.stream().sorted(comparing(SeveralEntries.Chosen::id)).toList()) {
            outcomes.computeIfAbsent(one.id(), id -> {
                try {
                    decisions.add(written(known, one, change, actor));
                    return SeveralEntries.Outcome.done(id);
                } catch (Refusal refused) {
                    return SeveralEntries.Outcome.refused(id, refused);
                }
            });
        }
        reviews.flush();
        audit.recordAll(decisions);
        var asSent = chosen.stream()
                .map(SeveralEntries.Chosen::id)
                .distinct()
                .map(outcomes::get)
                .toList();
        then.accept(asSent.stream()
                .filter(SeveralEntries.Outcome::done)
                .map(SeveralEntries.Outcome::candidateId)
                .toList());
        return new SeveralEntries.Outcomes(asSent);
    }

    private DecisionLog.Entry written(
            CaseCandidates.Known known, SeveralEntries.Chosen one, ReviewChange change, Actor actor) {
        if (known.person(one.id()).isEmpty()) {
            throw CaseCandidates.unknown();
        }
        var opened = changes.opened(known, one.id(), one.version(), actor);
        var before = ReviewChanges.facts(opened.review());
        change.apply().accept(opened);
        changes.signed(opened.review(), actor);
        reviews.save(opened.review());
        return ReviewChanges.decision(change, opened, before, actor);
    }
}
