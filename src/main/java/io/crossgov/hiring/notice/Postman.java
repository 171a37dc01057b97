package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.BusinessDay;
import io.crossgov.hiring.common.EmailAddress;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.notice.OutboxTable.Claimed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * One worker that sends what is due. A message is marked as being sent before the mail server hears of it: whatever breaks
 * afterwards, nobody gets it twice by itself.
 */
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 50;

    /** What an outbox says of a message to somebody who has gone. */
    static final String NOBODY_THERE = "Whom this message is for is no longer on record here.";

    private final OutboxTable table;
    private final MailOutages outages;
    private final BinaryOperator<String> addressToday;
    private final Function<Claimed, Optional<String>> overtaken;
    private final JavaMailSender mail;
    private final NoticeProperties properties;
    private final String from;
    private final OfficeClock office;
    private final BusinessDay calendar;
    private final Clock clock;
    private final String worker;

    /**
     * @param addressToday the address on record now, for a recipient's reference and the address the message was written to; null when
     *     there is nobody any more whom it is for
     * @param overtaken why a message is not to leave any more, as a sentence; empty when it is
     */
    Postman(
            OutboxTable table,
            MailOutages outages,
            BinaryOperator<String> addressToday,
            Function<Claimed, Optional<String>> overtaken,
            JavaMailSender mail,
            NoticeProperties properties,
            String from,
            OfficeClock office,
            BusinessDay calendar,
            Clock clock,
            String worker) {
        this.table = table;
        this.outages = outages;
        this.addressToday = addressToday;
        this.overtaken = overtaken;
        this.mail = mail;
        this.properties = properties;
        this.from = from;
        this.office = office;
        this.calendar = calendar;
        this.clock = clock;
        this.worker = worker;
    }

    /** Sends everything that is due, until the mail server cannot be reached. @return how many messages went out */
    int round() {
        var left = table.leftBehind(clock.instant());
        if (left > 0) {
            LOG.warn("{} notices were left behind while being sent; somebody has to look at them in the outbox.", left);
        }
        var sent = 0;
        for (var due = table.due(clock.instant(), AT_ONCE); !due.isEmpty(); due = table.due(clock.instant(), AT_ONCE)) {
            var answers = false;
            for (var id : due) {
                var now = clock.instant();
                var claimed = table.claim(id, worker, now, now.plus(properties.lease()));
                if (claimed.isEmpty() || isOvertaken(claimed.get())) {
                    continue;
                }
                var outcome = send(claimed.get());
                if (outcome == SendingFailure.Next.UNREACHABLE) {
                    return sent;
                }
                if (outcome != SendingFailure.Next.WITHHELD && !answers) {
                    outages.over();
                    answers = true;
                }
                if (outcome == SendingFailure.Next.NONE) {
                    sent++;
                }
            }
        }
        return sent;
    }

    /** What was true when a letter was written may be over when it leaves, days later: nobody is asked to answer an offer that has ended. */
    private boolean isOvertaken(Claimed notice) {
        var why = overtaken.apply(notice);
        why.ifPresent(sentence -> table.giveUp(notice.id(), worker, NoticeState.OVERTAKEN, sentence));
        return why.isPresent();
    }

    private SendingFailure.Next send(Claimed notice) {
        var address = addressToday.apply(notice.recipientRef(), notice.recipientEmail());
        if (address == null) {
            return put(notice, new SendingFailure(SendingFailure.Next.WITHHELD, NOBODY_THERE));
        }
        if (!address.equals(notice.recipientEmail()) && !table.readdress(notice.id(), worker, address)) {
            return put(
                    notice,
                    new SendingFailure(
                            SendingFailure.Next.WITHHELD,
                            "Another recipient of this message has the address on record now."));
        }
        var lastDay = notice.timeToAnswer() == null
                ? null
                : notice.timeToAnswer().lastDay(office.dayOf(clock.instant()), calendar);
        var leaving = notice.message().until(lastDay);
        try {
            mail.send(message ->
                    compose(notice, address, leaving, new MimeMessageHelper(message, StandardCharsets.UTF_8.name())));
        } catch (MailException thrown) {
            var failure = SendingFailure.of(thrown);
            if (failure.next() != SendingFailure.Next.NONE) {
                LOG.warn(
                        "Notice {} ({}), attempt {}: {}",
                        notice.id(),
                        notice.type(),
                        notice.attempts(),
                        failure.problem());
                return put(notice, failure);
            }
        }
        table.sent(notice.id(), worker, leaving, lastDay, clock.instant());
        return SendingFailure.Next.NONE;
    }

    private SendingFailure.Next put(Claimed notice, SendingFailure failure) {
        var nextAttempt = clock.instant().plus(properties.waitAfter(notice.attempts()));
        switch (failure.next()) {
            case UNREACHABLE -> {
                table.retry(notice.id(), worker, nextAttempt, failure.problem());
                outages.down(failure.problem(), clock.instant());
            }
            case RETRY -> {
                if (notice.attempts() < properties.attempts()) {
                    table.retry(notice.id(), worker, nextAttempt, failure.problem());
                } else {
                    table.giveUp(notice.id(), worker, NoticeState.FAILED, failure.problem());
                }
            }
            case GIVE_UP, WITHHELD -> table.giveUp(notice.id(), worker, NoticeState.FAILED, failure.problem());
            case UNCERTAIN -> table.giveUp(notice.id(), worker, NoticeState.UNCERTAIN, failure.problem());
            case NONE -> throw new IllegalArgumentException("nothing failed");
        }
        return failure.next();
    }

    private void compose(Claimed notice, String address, Message leaving, MimeMessageHelper message)
            throws MessagingException {
        message.setValidateAddresses(true);
        message.setFrom(sender(notice));
        message.setTo(EmailAddress.forMailer(address, notice.recipientName()));
        if (notice.replyTo() != null) {
            message.setReplyTo(EmailAddress.forMailer(notice.replyTo(), null));
        }
        message.setSubject(leaving.subject());
        message.setText(leaving.body());
        message.setSentDate(Date.from(notice.writtenAt()));
        // The same message has the same id whoever sends it, so that a mailbox can tell one that was sent again by
        // hand.
        message.getMimeMessage().setHeader("Message-ID", "<" + notice.id() + "@" + domain(from) + ">");
        message.getMimeMessage().setHeader("Auto-Submitted", "auto-generated");
    }

    /** What a candidate gets is the agency's message, or OPM's, from the mailbox that sends for all. */
    private InternetAddress sender(Claimed notice) throws AddressException {
        var agency = notice.type().fromAgency() ? notice.agencyName() : null;
        return agency == null ? new InternetAddress(from, true) : EmailAddress.forMailer(from, agency);
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }
}
