package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.BusinessDay;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.common.Violations;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
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
    private final Documents documents;
    private final NoticeReaders readers;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;
    private final BusinessDay calendar;
    private final Clock clock;
    private final Validator validator;

    NoticeActions(
            OutboxTable table,
            DeliveryRecords records,
            AddressBook addressBook,
            Leavings leavings,
            Cases cases,
            Documents documents,
            NoticeReaders readers,
            DecisionLog audit,
            ApplicationEventPublisher events,
            OfficeClock office,
            BusinessDay calendar,
            Clock clock,
            Validator validator) {
        this.table = table;
        this.records = records;
        this.addressBook = addressBook;
        this.leavings = leavings;
        this.cases = cases;
        this.documents = documents;
        this.readers = readers;
        this.audit = audit;
        this.events = events;
        this.office = office;
        this.calendar = calendar;
        this.clock = clock;
        this.validator = validator;
    }

    /**
     * How a recipient was reached instead.
     *
     * @param on the day on which it reached them
     * @param how by what: letter with its tracking number, telephone call with whom
     * @param document id of the paper that shows it, where the time to answer counts from that day; else it may be null
     */
    record AnotherWay(
            @NotNull(message = "Enter the day on which the recipient was reached.") LocalDate on,
            @NotBlank(message = "Write how the recipient was reached and what shows it.")
                    @Size(max = 2000, message = "What you write has at most 2,000 characters.")
                    @SeveralLines
                    String how,
            UUID document) {}

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
        if (needsProof(notice)) {
            throw Refusal.conflict(
                    "The candidate\u2019s time to answer, or the end of a priority, would count from this message, so that it arrived has to be shown."
                            + " Record how the candidate was reached, with the paper that shows it, for example what the candidate wrote back.");
        }
        var sending = records.sending(id);
        var leftAt = sending.attemptedAt() == null ? notice.writtenAt() : sending.attemptedAt();
        var lastDay = lastDay(sending, leftAt);
        if (!table.arrived(id, sending.message().until(lastDay), lastDay, leftAt)) {
            throw Refusal.conflict("Only a message that was perhaps sent can be noted as arrived.");
        }
        record(notice, actor, "note-notice-arrived", "Noted that the message " + named(notice) + " arrived.");
        leavings.publish(notice.type(), sending.about(), leftAt);
    }

    /**
     * Records that the recipient was reached otherwise, so that the message need not go out. Nobody's time to answer counts from somebody's
     * word: a paper shows it. Whoever is bound by that time does not date it back: what an agency files counts from the moment of its record
     * (L14, L15), what OPM files from the day it names.
     *
     * @throws Refusal 400 for a missing answer or paper, a day in the future or before the message was written, 409 when the message left
     *     meanwhile
     */
    void reachedAnotherWay(UUID id, AnotherWay way, Actor actor) {
        var notice = toActOn(id, actor);
        check(way, way.document() != null, notice);
        var paper = way.document() == null
                ? null
                : documents
                        .inCase(caseOfPaper(notice), way.document(), DocumentPurpose.CONTACT, "document")
                        .id();
        var sending = records.sending(id);
        var at = actor.isOpmStaff() ? office.endOf(way.on().minusDays(1)) : clock.instant();
        if (!table.reachedAnotherWay(id, way.on(), way.how().strip(), paper, lastDay(sending, at), at)) {
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

    /**
     * The case in which the paper is put on file with which these answers are recorded.
     *
     * @param paper whether there is one
     * @throws Refusal as {@link #reachedAnotherWay}
     */
    @Transactional(readOnly = true)
    public DocumentOwner mayBeRecorded(UUID id, AnotherWay way, boolean paper, Actor actor) {
        var notice = toActOn(id, actor);
        check(way, paper, notice);
        return DocumentOwner.ofCase(caseOfPaper(notice), notice.agency());
    }

    private static CaseNumber caseOfPaper(Notice notice) {
        return notice.itsCase()
                .orElseThrow(() -> Refusal.invalid(
                        "document",
                        "This message is about no case with which a paper could be filed. Write what shows it."));
    }

    private boolean needsProof(Notice notice) {
        return notice.itsCase()
                .filter(number -> NoticeRights.needsProof(notice, cases.byNumber(number)))
                .isPresent();
    }

    private LocalDate lastDay(DeliveryRecords.Sending sending, Instant from) {
        return sending.timeToAnswer() == null ? null : sending.timeToAnswer().lastDay(office.dayOf(from), calendar);
    }

    /** Everything that is wrong with the answers, at once and in their order. */
    private void check(AnotherWay way, boolean paper, Notice notice) {
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
        if (!paper && needsProof(notice)) {
            faults.add(
                    "document",
                    "The candidate\u2019s time to answer counts from that day. Attach the paper that shows it, for example the receipt of certified"
                            + " mail, or what the candidate wrote back.");
        }
        faults.refuseInOrderOf(AnotherWay.class);
    }

    /** @throws Refusal 404 when unknown, or not for this person to know; 403 when only OPM acts on it */
    private Notice toActOn(UUID id, Actor actor) {
        var notice =
                table.find(id).filter(found -> actor.maySee(found.agency())).orElseThrow(OutboxDesk::unknown);
        if (notice.itsCase().isEmpty()) {
            actor.mustHave(Role.OPM_CROSS_GOV);
            return notice;
        }
        var hiring = cases.visible(notice.itsCase().get(), actor);
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
        var recipient = AddressBook.candidateIn(records.sending(notice.id()).recipientRef());
        var after = recipient.map(id -> Map.of("candidateId", id)).orElse(null);
        // What is about no case is on record with the pool of whom it is to.
        var stream = notice.itsCase()
                .map(CaseNumber::value)
                .orElseGet(() -> addressBook.poolOf(recipient.orElseThrow()).value());
        audit.record(new DecisionLog.Entry(stream, actor, kind, sentence, before, after));
    }
}
