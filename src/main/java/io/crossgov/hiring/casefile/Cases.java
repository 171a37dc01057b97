package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The hiring cases, for who may know of them, and their end. */
@Service
@Transactional(readOnly = true)
public class Cases {

    /** Characters of a note with which a case is closed. */
    public static final int LONGEST_NOTE = 4000;

    public static final String NOTE_TOO_LONG = "The note has at most 4000 characters.";

    private final HiringCases cases;
    private final OpenRequests openRequests;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(
            HiringCases cases,
            OpenRequests openRequests,
            DecisionLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.openRequests = openRequests;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps a case that is opened now. */
    public HiringCase add(HiringCase opened) {
        return cases.save(opened);
    }

    /** Whether there is a case of that number. */
    public boolean isThere(CaseNumber number) {
        return cases.existsById(number.value());
    }

    /** Ends a case that ended before it could be worked on here, on the day it did; nobody is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endedBefore(CaseNumber number, ClosingReason reason, String note, Actor by, Instant at) {
        byNumber(number).close(reason, null, note, by, at);
        audit.record(DecisionLog.Entry.inCase(
                number,
                Actor.SYSTEM,
                "bring-in-case",
                "Brought in as it stands on file: this case ended before it could be worked on here.",
                null,
                Map.of("status", CaseStatus.CLOSED, "reason", reason)));
    }

    /**
     * The case, for the product itself: no person asks.
     *
     * @throws Refusal 404 when there is no such case
     */
    public HiringCase byNumber(CaseNumber number) {
        return cases.read(number.value()).orElseThrow(() -> unknown(number));
    }

    /**
     * The case, for a person of its agency or of OPM.
     *
     * @throws Refusal 404 when there is no such case, and in the same words when it is another agency's
     */
    public HiringCase visible(CaseNumber number, Actor actor) {
        return cases.read(number.value())
                .filter(hiring -> actor.maySee(hiring.agency()))
                .orElseThrow(() -> unknown(number));
    }

    /** Those of the cases that the person may see, in no particular order; in a bounded number of queries. */
    public List<HiringCase> visible(Collection<CaseNumber> numbers, Actor actor) {
        return numbers.isEmpty()
                ? List.of()
                : cases.findAllById(numbers.stream().map(CaseNumber::value).toList()).stream()
                        .filter(hiring -> actor.maySee(hiring.agency()))
                        .toList();
    }

    /**
     * The open case, for a person of its agency who has one of the roles and works on it.
     *
     * @throws Refusal 404 as {@link #visible}, 403 for another role, 409 when the case is closed
     */
    public HiringCase workedOn(CaseNumber number, Actor actor, Role... oneOf) {
        var hiring = visible(number, actor);
        actor.mustWorkFor(hiring.agency(), "hiring");
        actor.mustHave(oneOf);
        hiring.mustBeOpen();
        return hiring;
    }

    /**
     * The case, held until the transaction ends: whoever decides in it next waits, and then sees what was decided. For decisions that must
     * not cross, such as two elections.
     *
     * @throws Refusal 404 when there is no such case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CaseNumber number) {
        cases.locked(number.value()).orElseThrow(() -> unknown(number));
    }

    /** The agency's open cases through which it may see that pool's candidates (L1), by number. */
    public List<HiringCase> withApprovedAccess(String agency, AnnouncementNumber announcement) {
        return cases.withApprovedAccess(agency, announcement.value());
    }

    /** Which of these cases are open. */
    @Transactional(readOnly = true)
    public Set<String> openAmong(Collection<String> numbers) {
        return numbers.isEmpty() ? Set.of() : cases.openAmong(numbers);
    }

    /** Every agency's open cases through which it may see that pool's candidates (L1), by number. */
    public List<HiringCase> withApprovedAccess(AnnouncementNumber announcement) {
        return cases.withApprovedAccess(announcement.value());
    }

    /** With whom that pool was shared, first to last; the cases may be closed by now. */
    @Transactional(readOnly = true)
    public List<PoolShare> shares(AnnouncementNumber announcement) {
        return cases.shares(announcement.value());
    }

    /** The open cases of all agencies for that pool, by number. */
    public List<HiringCase> openIn(AnnouncementNumber announcement) {
        return cases.openIn(announcement.value());
    }

    /** The open cases of all agencies whose request for that pool is not with OPM or approved, by number. */
    public List<HiringCase> yetToAsk(AnnouncementNumber announcement) {
        return cases.openIn(announcement.value()).stream()
                .filter(hiring -> hiring.step().compareTo(CaseStep.DECISION) < 0)
                .toList();
    }

    /**
     * A hiring manager or HR specialist closes the case of their agency; everything it holds is free again.
     *
     * @param note in the person's words, needed for {@link CancellationReason#OTHER}
     * @throws Refusal as {@link #workedOn}, 400 when the reason is missing, 409 while somebody would be passed over by it (L14)
     */
    @Transactional
    public void close(CaseNumber number, CancellationReason reason, String note, Actor actor) {
        hold(number);
        var hiring = workedOn(number, actor, Role.HIRING_MANAGER, Role.HR_SPECIALIST);
        mustBeExplained(reason, note);
        events.publishEvent(new CaseAboutToClose(hiring));
        end(hiring, ClosingReason.CANCELLED, reason, note, actor);
        events.publishEvent(new CaseClosed(hiring.number(), ClosingReason.CANCELLED, true));
    }

    /** Keeps why a case is about to end, in the person's words: it stands with the reason once the process has closed the case. */
    public void explainEnd(HiringCase hiring, String note) {
        hiring.explainEnd(note);
    }

    /** @throws Refusal 400 when the reason is missing, or the note that one of the reasons needs, or the note is too long */
    public static void mustBeExplained(CancellationReason reason, String note) {
        var faults = new Faults();
        if (reason == null) {
            faults.add("reason", "Say why the case is closed.");
        }
        if (reason == CancellationReason.OTHER && (note == null || note.isBlank())) {
            faults.add("note", "Say in a note why the case is closed.");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            faults.add("note", NOTE_TOO_LONG);
        }
        faults.refuse();
    }

    /**
     * The process of the case came to an end that says why. A case that is closed already stays as it was closed.
     *
     * @param actor whose act brought it there; {@link Actor#SYSTEM} when a deadline did
     */
    @Transactional
    public void closedByProcess(CaseNumber number, ClosingReason reason, Actor actor) {
        var hiring = byNumber(number);
        if (hiring.isOpen()) {
            end(hiring, reason, null, hiring.closingNote().orElse(null), actor);
            events.publishEvent(new CaseClosed(hiring.number(), reason, false));
        }
    }

    private void end(
            HiringCase hiring, ClosingReason reason, CancellationReason cancelledBecause, String note, Actor by) {
        hiring.close(reason, cancelledBecause, note, by, clock.instant());
        openRequests.deleteOfCase(hiring.number().value());
        var why = cancelledBecause == null ? reason.title() : cancelledBecause.title();
        var after = new LinkedHashMap<String, Object>();
        after.put("status", CaseStatus.CLOSED);
        after.put("reason", reason);
        after.put("because", cancelledBecause);
        after.put("note", note);
        after.values().removeIf(Objects::isNull);
        audit.record(DecisionLog.Entry.inCase(
                hiring.number(),
                by,
                "close-case",
                "Closed the case: " + why + ".",
                Map.of("status", CaseStatus.OPEN),
                after));
    }

    private static Refusal unknown(CaseNumber number) {
        return Refusal.unknown("There is no case " + number + ".");
    }
}
