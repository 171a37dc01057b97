package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps one organisation from asking twice for the same pool, position and location (L3): an agency, or a sub-agency of it. */
@Component
public class DuplicateRequests {

    private final OpenRequests requests;
    private final TransactionTemplate apart;

    DuplicateRequests(OpenRequests requests, PlatformTransactionManager transactions) {
        this.requests = requests;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    /** What is to be said against this case's request: that another open case of its organisation asks for the same, if one does. */
    public Optional<Refusal> objection(HiringCase hiring) {
        return first(hiring).map(other -> duplicateOf(hiring, other));
    }

    private Optional<OpenRequest> first(HiringCase hiring) {
        if (hiring.dutyLocations().isEmpty()) {
            return Optional.empty();
        }
        return requests
                .sameAs(
                        hiring.agency(),
                        hiring.announcement().value(),
                        PositionKey.of(hiring),
                        hiring.organisation(),
                        hiring.dutyLocations(),
                        hiring.number().value())
                .stream()
                .findFirst();
    }

    /**
     * Takes position and locations for this case, and lets go what it asked for before.
     *
     * @throws Refusal 409 by L3 when another open case of the organisation has one of them, naming it
     */
    public void claim(HiringCase hiring) {
        objection(hiring).ifPresent(duplicate -> {
            throw duplicate;
        });
        var key = PositionKey.of(hiring);
        var kept = new HashMap<String, OpenRequest>();
        for (var own : requests.ofCase(hiring.number().value())) {
            if (own.isFor(key, hiring.organisation()) && hiring.dutyLocations().contains(own.location())) {
                kept.put(own.location(), own);
            } else {
                requests.delete(own);
            }
        }
        // Sorted, so that two cases never wait for each other.
        List<OpenRequest> added = hiring.dutyLocations().stream()
                .filter(location -> !kept.containsKey(location))
                .sorted()
                .map(location -> new OpenRequest(hiring, key, location))
                .toList();
        if (added.isEmpty()) {
            return;
        }
        try {
            requests.saveAllAndFlush(added);
        } catch (DataIntegrityViolationException overtaken) {
            // The other one has committed: its number is to be read in a transaction that is still whole.
            throw Optional.ofNullable(apart.execute(status -> objection(hiring).orElse(null)))
                    .orElseThrow(() -> overtaken);
        }
    }

    private static Refusal duplicateOf(HiringCase hiring, OpenRequest other) {
        return Refusal.conflictByRule(
                "L3",
                hiring.subAgency().orElse("Your agency") + " already has an open request for this position in "
                        + other.location() + ": case " + other.caseNumber()
                        + ". Work on that case, or close it first.");
    }
}
