package io.crossgov.hiring.notice;

import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.CaseMessages;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.LetterOnFile;
import io.crossgov.hiring.casefile.UndeliveredMessage;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.notice.DeliveryRecords.SentLetter;
import io.crossgov.hiring.notice.DeliveryRecords.Undelivered;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the features what became of their messages. */
@Component
@Transactional(readOnly = true)
class MessagesOnFile implements CaseMessages {

    private final DeliveryRecords records;
    private final NoticeReaders readers;
    private final OfficeClock office;

    MessagesOnFile(DeliveryRecords records, NoticeReaders readers, OfficeClock office) {
        this.records = records;
        this.readers = readers;
        this.office = office;
    }

    @Override
    public Map<UUID, LetterOnFile> letters(CaseNumber number) {
        return records.letters(number.value()).stream()
                .collect(toMap(SentLetter::about, this::onFile, (one, other) -> one));
    }

    @Override
    public Optional<LetterOnFile> letter(UUID about) {
        return records.letter(about).map(this::onFile);
    }

    @Override
    public List<UndeliveredMessage> undelivered(HiringCase hiring, Actor actor) {
        var undelivered = records.undeliveredOf(hiring.number().value());
        if (undelivered.isEmpty()) {
            return List.of();
        }
        var rights = readers.of(hiring, actor);
        return undelivered.stream()
                .map(one -> shown(one, actor, rights.mayRead(one.notice()), hiring.isOpen()))
                .toList();
    }

    /**
     * @param readable whether the person may read the message and know its recipient
     * @param caseOpen whether its case is open; in a closed one only OPM writes to candidates
     */
    static UndeliveredMessage shown(Undelivered undelivered, Actor actor, boolean readable, boolean caseOpen) {
        var notice = readable ? undelivered.notice() : undelivered.notice().withoutCandidate();
        return new UndeliveredMessage(
                notice.id(),
                notice.caseNumber(),
                notice.type() + " " + notice.title(),
                notice.recipientName(),
                notice.problem() == null ? notice.stateTitle() + "." : notice.problem(),
                whatToDo(notice, actor, caseOpen),
                actor.userId().equals(undelivered.causedBy()),
                readable);
    }

    private static String whatToDo(Notice notice, Actor actor, boolean caseOpen) {
        var isAgencysToo = notice.type().fromAgency() && caseOpen;
        if (notice.state() == NoticeState.UNCERTAIN) {
            return actor.isOpmStaff() || isAgencysToo
                    ? "Ask the recipient whether it arrived; send it again only if it did not."
                    : "OPM asks the recipient whether it arrived, and sends it again if it did not.";
        }
        if (isAgencysToo || notice.type().toCandidate() && actor.isOpmStaff()) {
            return "If the address is wrong, " + (actor.isOpmStaff() ? "correct" : "have OPM correct")
                    + " it in the pool and send the message again; or reach the candidate in another way and record how.";
        }
        return actor.isOpmStaff()
                ? "If the address is wrong, correct it where the person is set up; then send the message again."
                : "OPM corrects the address and sends it again. Tell the recipient yourself if it is urgent.";
    }

    private static String reached(SentLetter letter, LocalDate recordedOn) {
        var reachedOn = letter.reachedOn() == null ? recordedOn : letter.reachedOn();
        return "Reached in another way on " + Dates.inWords(reachedOn)
                + (reachedOn.equals(recordedOn) ? "" : ", as recorded on " + Dates.inWords(recordedOn))
                + ": " + letter.reachedHow()
                + (letter.reachedDocument() == null ? " No paper on file shows it." : "");
    }

    /** One that left before its last day was kept had calendar days. */
    private static LocalDate lastDay(SentLetter letter, LocalDate on) {
        return letter.answerUntil() == null && letter.timeToAnswer() != null
                ? on.plusDays(letter.timeToAnswer().days())
                : letter.answerUntil();
    }

    private LetterOnFile onFile(SentLetter letter) {
        var on = letter.hasLeft() ? office.dayOf(letter.sentAt()) : null;
        return new LetterOnFile(
                letter.id(),
                switch (letter.state()) {
                    case QUEUED, SENDING -> LetterOnFile.State.WAITING;
                    case SENT, HANDED_OVER -> LetterOnFile.State.LEFT;
                    case REACHED -> LetterOnFile.State.REACHED_ANOTHER_WAY;
                    case FAILED -> LetterOnFile.State.FAILED;
                    case UNCERTAIN -> LetterOnFile.State.UNCERTAIN;
                    case OVERTAKEN -> LetterOnFile.State.OVERTAKEN;
                },
                on,
                on == null ? null : lastDay(letter, on),
                switch (letter.state()) {
                    case QUEUED, SENDING ->
                        "The message has not gone out yet; it waits in the outbox."
                                + (letter.problem() == null ? "" : " " + letter.problem());
                    case SENT -> "The message left on " + Dates.inWords(on) + ".";
                    case HANDED_OVER ->
                        "The message was handed over on " + Dates.inWords(on)
                                + " (nothing is mailed in this demonstration).";
                    case REACHED -> reached(letter, office.dayOf(letter.sentAt()));
                    case FAILED -> "The message did not go out. " + letter.problem();
                    case UNCERTAIN -> "The message perhaps did not go out. " + letter.problem();
                    case OVERTAKEN -> "The message did not go out and does not any more. " + letter.problem();
                });
    }
}
