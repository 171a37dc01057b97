package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.HowMany;
import io.crossgov.hiring.common.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as people read it: OPM all of it, an agency what was written in its own cases. */
@Service
class OutboxDesk {

    private static final int LARGEST_PAGE = 200;
    /** Messages of a case that a program gets at once. */
    private static final int OF_ONE_CASE = 500;

    private final OutboxTable table;
    private final DeliveryRecords records;
    private final AddressBook addressBook;
    private final Cases cases;
    private final NoticeReaders readers;

    OutboxDesk(
            OutboxTable table, DeliveryRecords records, AddressBook addressBook, Cases cases, NoticeReaders readers) {
        this.table = table;
        this.records = records;
        this.addressBook = addressBook;
        this.cases = cases;
        this.readers = readers;
    }

    /**
     * How a message can be handled.
     *
     * @param attempts earlier ones that ended without the message leaving for sure, oldest first
     * @param addressToday where it would go now
     * @param mayAct whether the person may send it again or record another way
     * @param needsProof whether a paper has to show how the recipient was reached in another way
     */
    record Handling(List<DeliveryRecords.Attempt> attempts, String addressToday, boolean mayAct, boolean needsProof) {}

    /**
     * A page of the outbox, newest first.
     *
     * @param page from 0
     * @param total messages on all pages, as far as they are counted: to 10,000
     * @param more whether there are more than {@code total}
     * @param newer whether there are newer ones than these
     * @param older whether there are older ones than these
     */
    record Page(List<Notice> notices, int page, int size, long total, boolean more, boolean newer, boolean older) {

        /** For example "1,234 messages". */
        public String inWords() {
            return new HowMany(total, more).of("message");
        }
    }

    /**
     * A page by its number, of the first 10,000 messages.
     *
     * @param before a message: instead, those that are older than it
     * @param after a message: instead, those that are newer than it
     * @throws Refusal 403 unless the person is OPM staff, 404 for a case that there is not, 400 for a page that cannot be
     */
    @Transactional(readOnly = true)
    public Page page(OutboxTable.Filter filter, int page, int size, UUID before, UUID after, Actor actor) {
        actor.mustHave(Role.OPM_CROSS_GOV);
        if (filter.caseNumber() != null) {
            known(filter.caseNumber(), actor);
        }
        return page(filter, page, size, before, after);
    }

    private Page page(OutboxTable.Filter filter, int page, int size, UUID before, UUID after) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw Refusal.invalid("page", "Pages begin with 0 and have 1 to " + LARGEST_PAGE + " messages.");
        }
        var byNumber = before == null && after == null;
        var skipped = byNumber ? (long) page * size : 0;
        var found = skipped < HowMany.COUNTED
                ? table.list(filter, size + 1, new OutboxTable.From(skipped, before, after))
                : List.<Notice>of();
        var beyond = found.size() > size;
        var upwards = before == null && after != null;
        var shown = !beyond ? found : upwards ? found.subList(1, found.size()) : found.subList(0, size);
        var total = table.count(filter);
        return new Page(
                shown,
                page,
                size,
                total.number(),
                total.more(),
                upwards ? beyond : !byNumber || page > 0,
                upwards || beyond);
    }

    /** The number, of a case that there is: without messages it shows an empty outbox. @throws Refusal 403 unless OPM staff, 404 otherwise */
    @Transactional(readOnly = true)
    public CaseNumber known(CaseNumber number, Actor actor) {
        actor.mustHave(Role.OPM_CROSS_GOV);
        return cases.visible(number, actor).number();
    }

    /** @throws Refusal 403 unless the person is OPM staff, 404 when there is no such message */
    @Transactional(readOnly = true)
    public Notice one(UUID id, Actor actor) {
        actor.mustHave(Role.OPM_CROSS_GOV);
        return table.find(id).orElseThrow(OutboxDesk::unknown);
    }

    /**
     * What was written in a case, newest first, without texts; at most 500 messages.
     *
     * @param before a message: only those that are older than it; or null
     * @throws Refusal 404 for an unknown case or another agency's
     */
    @Transactional(readOnly = true)
    public List<Notice> ofCase(CaseNumber number, UUID before, Actor actor) {
        var rights = readers.of(cases.visible(number, actor), actor);
        return asRead(table.list(of(number), OF_ONE_CASE, new OutboxTable.From(0, before, null)), rights);
    }

    /** As {@link #page}, of a case. @throws Refusal 404 for an unknown case or another agency's, 400 for a page that cannot be */
    @Transactional(readOnly = true)
    public Page pageOfCase(CaseNumber number, int page, int size, UUID before, UUID after, Actor actor) {
        var rights = readers.of(cases.visible(number, actor), actor);
        var all = page(of(number), page, size, before, after);
        return new Page(
                asRead(all.notices(), rights),
                all.page(),
                all.size(),
                all.total(),
                all.more(),
                all.newer(),
                all.older());
    }

    private static OutboxTable.Filter of(CaseNumber number) {
        return new OutboxTable.Filter(number, null, null);
    }

    private static List<Notice> asRead(List<Notice> notices, NoticeRights rights) {
        return notices.stream()
                .map(notice -> rights.mayRead(notice) ? notice : notice.withoutCandidate())
                .toList();
    }

    /** One message of a case. @throws Refusal 404 when unknown or not for this person */
    @Transactional(readOnly = true)
    public Notice oneOfCase(CaseNumber number, UUID id, Actor actor) {
        var hiring = cases.visible(number, actor);
        var rights = readers.of(hiring, actor);
        return table.find(id)
                .filter(notice -> number.value().equals(notice.caseNumber()))
                .filter(rights::mayRead)
                .orElseThrow(OutboxDesk::unknown);
    }

    /** What a message's own page shows besides: what became of earlier attempts, and what can be done. */
    @Transactional(readOnly = true)
    public Handling handling(Notice notice, Actor actor) {
        var hiring = notice.itsCase().map(number -> cases.visible(number, actor));
        var sending = records.sending(notice.id());
        return new Handling(
                records.attempts(notice.id()),
                addressBook.today(sending.recipientRef(), notice.recipientEmail()),
                hiring.map(about -> readers.of(about, actor).mayAct(notice)).orElseGet(actor::isOpmStaff),
                hiring.filter(about -> NoticeRights.needsProof(notice, about)).isPresent());
    }

    static Refusal unknown() {
        return Refusal.unknown("There is no such message.");
    }
}
