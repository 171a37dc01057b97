package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.EmailAddress;
import io.crossgov.hiring.notice.OutboxTable.Claimed;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
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

    private final OutboxTable table;
    private final JavaMailSender mail;
    private final NoticeProperties properties;
    private final String from;
    private final Clock clock;
    private final String worker;

    Postman(
            OutboxTable table,
            JavaMailSender mail,
            NoticeProperties properties,
            String from,
            Clock clock,
            String worker) {
        this.table = table;
        this.mail = mail;
        this.properties = properties;
        this.from = from;
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
            for (var id : due) {
                var claimed = table.claim(id, worker, clock.instant().plus(properties.lease()));
                if (claimed.isEmpty()) {
                    continue;
                }
                var outcome = send(claimed.get());
                if (outcome == SendingFailure.Next.NONE) {
                    sent++;
                } else if (outcome == SendingFailure.Next.UNREACHABLE) {
                    return sent;
                }
            }
        }
        return sent;
    }

    private SendingFailure.Next send(Claimed notice) {
        try {
            mail.send(message -> compose(notice, new MimeMessageHelper(message, StandardCharsets.UTF_8.name())));
        } catch (MailException thrown) {
            var failure = SendingFailure.of(thrown);
            if (failure.next() != SendingFailure.Next.NONE) {
                LOG.warn(
                        "Notice {} ({}), attempt {}: {}",
                        notice.id(),
                        notice.type(),
                        notice.attempts(),
                        failure.problem());
                put(notice, failure);
                return failure.next();
            }
        }
        table.sent(notice.id(), worker, clock.instant());
        return SendingFailure.Next.NONE;
    }

    private void put(Claimed notice, SendingFailure failure) {
        var nextAttempt = clock.instant().plus(properties.waitAfter(notice.attempts()));
        switch (failure.next()) {
            case UNREACHABLE -> table.retry(notice.id(), worker, nextAttempt, failure.problem());
            case RETRY -> {
                if (notice.attempts() < properties.attempts()) {
                    table.retry(notice.id(), worker, nextAttempt, failure.problem());
                } else {
                    table.giveUp(notice.id(), worker, NoticeState.FAILED, failure.problem());
                }
            }
            case GIVE_UP -> table.giveUp(notice.id(), worker, NoticeState.FAILED, failure.problem());
            case UNCERTAIN -> table.giveUp(notice.id(), worker, NoticeState.UNCERTAIN, failure.problem());
            case NONE -> throw new IllegalArgumentException("nothing failed");
        }
    }

    private void compose(Claimed notice, MimeMessageHelper message) throws MessagingException {
        message.setValidateAddresses(true);
        message.setFrom(from);
        message.setTo(EmailAddress.forMailer(notice.recipientEmail(), notice.recipientName()));
        if (notice.replyTo() != null) {
            message.setReplyTo(EmailAddress.forMailer(notice.replyTo(), null));
        }
        message.setSubject(notice.subject());
        message.setText(notice.body());
        message.setSentDate(Date.from(notice.writtenAt()));
        // The same message has the same id whoever sends it, so that a mailbox can tell one that was sent again by
        // hand.
        message.getMimeMessage().setHeader("Message-ID", "<" + notice.id() + "@" + domain(from) + ">");
        message.getMimeMessage().setHeader("Auto-Submitted", "auto-generated");
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }
}
