package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.common.Violations;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about messages that did not, or perhaps did not, go out; each on the case's record. */
@Service
@Transactional
class NoticeActions {

    private final OutboxTable table;
    private final DeliveryRecords records;
    private final AddressBook addressBook;
    private final Leavings leavings;
    private final Cases cases;
    private final NoticeReaders readers;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;
    private final Clock clock;
    private final Validator validator;

    NoticeActions(
            OutboxTable table,
            DeliveryRecords records,
            AddressBook addressBook,
            Leavings leavings,
            Cases cases,
            NoticeReaders readers,
            DecisionLog audit,
            ApplicationEventPublisher events,
            OfficeClock office,
            Clock clock,
            Validator validator) {
        this.table = table;
        this.records = records;
        this.addressBook = addressBook;
        this.leavings = leavings;
        this.cases = cases;
        this.readers = readers;
        this.audit = audit;
        this.events = events;
        this.office = office;
        this.clock = clock;
        this.validator = validator;
    }

    /**
     * How a recipient was reached instead.
     *
     * @param on the day on which it reached them
     * @param how by what, and what proves it: letter with its tracking number, telephone call with whom
     */
    record AnotherWay(
            @NotNull(message = "Enter the day on which the recipient was reached.") LocalDate on,
            @NotBlank(message = "Write how the recipient was reached and what shows it.")
                    @Size(max = 2000, message = "What you write has at most 2,000 characters.")
                    @SeveralLines
                    String how) {}

    /**
     * Puts a message that was not, or perhaps not, sent back into the queue; it goes to the address on record when it leaves.
     *
     * @throws Refusal 409 when it is on its way or has gone out, or when there is nobody any more whom it is for
     */
    void sendAgain(UUID id, Actor actor) {
        var notice = toActOn(id, actor);
        if (addressBook.today(records.sending(id).recipientRef(), notice.recipientEmail()) == null) {
            throw Refusal.conflict(Postman.NOBODY_THERE
                    + " It cannot be sent again; if somebody was told in another way, record that instead.");
        }
        if (!table.sendAgain(id, clock.instant())) {
            throw Refusal.conflict("This message needs no sending again. Look at it again.");
        }
        record(notice, actor, "send-notice-again", "Had the message " + named(notice) + " sent again.");
        events.publishEvent(new Outbox.Written());
    }

    /** Notes that a message that was perhaps sent has arrived: it left when it was last tried. */
    void arrived(UUID id, Actor actor) {
        var notice = toActOn(id, actor);
        var sending = records.sending(id);
        var leftAt = sending.attemptedAt() == null ? notice.writtenAt() : sending.attemptedAt();
        var message = sending.message().asOf(office.dayOf(leftAt), sending.daysToAnswer());
        if (!table.arrived(id, message, leftAt)) {
            throw Refusal.conflict("Only a message that was perhaps sent can be noted as arrived.");
        }
        record(notice, actor, "note-notice-arrived", "Noted that the message " + named(notice) + " arrived.");
        leavings.publish(notice.type(), sending.about(), leftAt);
    }

    /**
     * Records that the recipient was reached otherwise, so that the message need not go out. Whoever is bound by the time to answer does
     * not date it back: an agency's word counts from the moment of its record (L14, L15), OPM's from the day it names.
     *
     * @throws Refusal 400 for a missing answer, a day in the future or before the message was written, 409 when the message left meanwhile
     */
    void reachedAnotherWay(UUID id, AnotherWay way, Actor actor) {
        var notice = toActOn(id, actor);
        check(way, notice);
        var sending = records.sending(id);
        var at = actor.isOpmStaff() ? office.endOf(way.on().minusDays(1)) : clock.instant();
        if (!table.reachedAnotherWay(id, way.on(), way.how().strip(), at)) {
            throw Refusal.conflict("This message has gone out meanwhile, or is being sent. Look at it again.");
        }
        record(
                notice,
                actor,
                "note-reached-another-way",
                "Recorded that the recipient of the message " + named(notice) + " was reached in another way on "
                        + Dates.inWords(way.on()) + ".");
        leavings.publish(notice.type(), sending.about(), at);
    }

    /** Everything that is wrong with the answers, at once and in their order. */
    private void check(AnotherWay way, Notice notice) {
        var faults = new Faults();
        faults.addAll(Violations.faults(validator.validate(way)));
        var writtenOn = office.dayOf(notice.writtenAt());
        if (way.on() != null && way.on().isAfter(office.today())) {
            faults.add(
                    "on", "The day is in the future. Enter " + Dates.inWords(office.today()) + " or an earlier day.");
        } else if (way.on() != null && way.on().isBefore(writtenOn)) {
            faults.add(
                    "on",
                    "The message was written on " + Dates.inWords(writtenOn)
                            + ": nobody was reached with it before that day.");
        }
        faults.refuseInOrderOf(AnotherWay.class);
    }

    /** @throws Refusal 404 when unknown, or not for this person to know; 403 when only OPM acts on it */
    private Notice toActOn(UUID id, Actor actor) {
        var notice =
                table.find(id).filter(found -> actor.maySee(found.agency())).orElseThrow(OutboxDesk::unknown);
        var hiring = cases.visible(new CaseNumber(notice.caseNumber()), actor);
        var rights = readers.of(hiring, actor);
        if (!rights.mayRead(notice)) {
            throw OutboxDesk.unknown();
        }
        if (!rights.mayAct(notice)) {
            throw Refusal.notYours("OPM sends this message again. Ask OPM\u2019s CrossGovHiring team.");
        }
        return notice;
    }

    /** By its name: its number means nothing to who reads the record. */
    private static String named(Notice notice) {
        return "\u201c" + notice.title() + "\u201d";
    }

    private void record(Notice notice, Actor actor, String kind, String sentence) {
        var before = new LinkedHashMap<String, Object>();
        before.put("notice", notice.id());
        before.put("state", notice.state());
        // Whoever may know reads on the timeline to whom.
        var after = AddressBook.candidateIn(records.sending(notice.id()).recipientRef())
                .map(id -> Map.of("candidateId", id))
                .orElse(null);
        audit.record(
                DecisionLog.Entry.inCase(new CaseNumber(notice.caseNumber()), actor, kind, sentence, before, after));
    }
}
