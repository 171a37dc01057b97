package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.Pools;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as people read it: OPM all of it, an agency what was written in its own cases. */
@Service
class OutboxDesk {

    private static final int LARGEST_PAGE = 200;
    private static final int OF_ONE_CASE = 500;

    private final OutboxTable table;
    private final ApplicationEventPublisher events;
    private final Cases cases;
    private final Pools pools;
    private final DecisionLog audit;
    private final OfficeClock office;
    private final Clock clock;

    OutboxDesk(
            OutboxTable table,
            ApplicationEventPublisher events,
            Cases cases,
            Pools pools,
            DecisionLog audit,
            OfficeClock office,
            Clock clock) {
        this.table = table;
        this.events = events;
        this.cases = cases;
        this.pools = pools;
        this.audit = audit;
        this.office = office;
        this.clock = clock;
    }

    /**
     * A page of the outbox, newest first.
     *
     * @param page from 0
     * @param total messages on all pages
     */
    record Page(List<Notice> notices, int page, int size, long total) {

        public boolean hasOlder() {
            return (page + 1L) * size < total;
        }
    }

    /** @throws Refusal 403 unless the person is OPM staff, 400 for a page that cannot be */
    @Transactional(readOnly = true)
    public Page page(OutboxTable.Filter filter, int page, int size, Actor actor) {
        actor.mustHave(Role.OPM_CROSS_GOV);
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw Refusal.invalid("page", "Pages begin with 0 and have 1 to " + LARGEST_PAGE + " messages.");
        }
        return new Page(table.list(filter, size, (long) page * size), page, size, table.count(filter));
    }

    /** @throws Refusal 403 unless the person is OPM staff, 404 when there is no such message */
    @Transactional(readOnly = true)
    public Notice one(UUID id, Actor actor) {
        actor.mustHave(Role.OPM_CROSS_GOV);
        return table.find(id).orElseThrow(OutboxDesk::unknown);
    }

    /** What was written in a case, newest first, without texts. @throws Refusal 404 for an unknown case or another agency's */
    @Transactional(readOnly = true)
    public List<Notice> ofCase(CaseNumber number, Actor actor) {
        var hiring = cases.visible(number, actor);
        var candidatesShown = showsCandidates(hiring, actor);
        var poolOpen = pools.byAnnouncement(hiring.announcement()).window().isOpenOn(office.today());
        return table.list(new OutboxTable.Filter(number, null, null), OF_ONE_CASE, 0).stream()
                .map(notice ->
                        isReadable(notice, candidatesShown, poolOpen, actor) ? notice : notice.withoutCandidate())
                .toList();
    }

    /** One message of a case. @throws Refusal 404 when unknown or not for this person */
    @Transactional(readOnly = true)
    public Notice oneOfCase(CaseNumber number, UUID id, Actor actor) {
        var hiring = cases.visible(number, actor);
        var poolOpen = pools.byAnnouncement(hiring.announcement()).window().isOpenOn(office.today());
        return table.find(id)
                .filter(notice -> notice.caseNumber().equals(number.value()))
                .filter(notice -> isReadable(notice, showsCandidates(hiring, actor), poolOpen, actor))
                .orElseThrow(OutboxDesk::unknown);
    }

    /** Puts a message that was not, or perhaps not, sent back into the queue. */
    @Transactional
    public void sendAgain(UUID id, Actor actor) {
        var notice = one(id, actor);
        if (!table.sendAgain(id, clock.instant())) {
            throw Refusal.conflict("This message needs no sending again. Look at the outbox again.");
        }
        record(notice, actor, "send-notice-again", "Had message " + notice.type() + " sent again.");
        events.publishEvent(new Outbox.Written());
    }

    /** Notes that a message that was perhaps sent has arrived. */
    @Transactional
    public void arrived(UUID id, Actor actor) {
        var notice = one(id, actor);
        if (!table.arrived(id, clock.instant())) {
            throw Refusal.conflict("Only a message that was perhaps sent can be noted as arrived.");
        }
        record(notice, actor, "note-notice-arrived", "Noted that message " + notice.type() + " arrived.");
    }

    private void record(Notice notice, Actor actor, String kind, String sentence) {
        audit.record(DecisionLog.Entry.inCase(
                new CaseNumber(notice.caseNumber()),
                actor,
                kind,
                sentence,
                Map.of("notice", notice.id(), "state", notice.state()),
                null));
    }

    /** A letter to a candidate is candidate data: it closes to the agency when candidates do (L1, L18). */
    private static boolean isReadable(Notice notice, boolean candidatesShown, boolean poolOpen, Actor actor) {
        if (!notice.type().toCandidate() || actor.isOpmStaff()) {
            return true;
        }
        // Writing to candidates ends with the pool; an offer goes on until its case ends.
        return candidatesShown && (notice.type() != NoticeType.M5 || poolOpen);
    }

    private static boolean showsCandidates(HiringCase hiring, Actor actor) {
        return hiring.accessApproved() && (actor.has(Role.HIRING_MANAGER) || actor.has(Role.HR_SPECIALIST));
    }

    private static Refusal unknown() {
        return Refusal.unknown("There is no such message.");
    }
}
