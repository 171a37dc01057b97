package io.crossgov.hiring.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.common.CaseNumber;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole application with a mail server configured: what is committed goes out by itself, and nothing else does. */
@HiringTest
@DirtiesContext
class DeliveryTest {

    private static final long PATIENCE = 30_000;

    @RegisterExtension
    static final GreenMailExtension MAILBOXES = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withPerMethodLifecycle(false);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @DynamicPropertySource
    static void a_mail_server_is_configured(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> MAILBOXES.getSmtp().getPort());
        settings.add("crossgov.notices.from", () -> "hiring@opm.example.gov");
        // Only a commit makes it look: what arrives came by that way.
        settings.add("crossgov.notices.poll-every", () -> "10h");
        settings.add("spring.datasource.url", () -> "jdbc:h2:mem:delivery;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
    }

    @Test
    void a_notice_goes_out_once_when_it_is_committed_and_never_when_it_is_rolled_back() throws Exception {
        transaction.executeWithoutResult(work -> outbox.write(List.of(to("committed"))));
        assertThat(MAILBOXES.waitForIncomingEmail(PATIENCE, 1)).isTrue();

        transaction.executeWithoutResult(work -> {
            outbox.write(List.of(to("rolled-back")));
            work.setRollbackOnly();
        });
        // The next round sends whatever is there to send: had the other one stayed, it would go out before these.
        transaction.executeWithoutResult(work -> outbox.write(List.of(to("committed"), to("told-later"))));
        transaction.executeWithoutResult(work -> outbox.write(List.of(to("told-last"))));
        assertThat(MAILBOXES.waitForIncomingEmail(PATIENCE, 3)).isTrue();

        assertThat(Stream.of(MAILBOXES.getReceivedMessages()).map(DeliveryTest::recipient))
                .containsExactly(
                        "committed@gsa.example.gov", "told-later@gsa.example.gov", "told-last@gsa.example.gov");
        assertThat(MAILBOXES.getReceivedMessages())
                .allSatisfy(mail -> assertThat(mail.getFrom()[0]).hasToString("hiring@opm.example.gov"));
    }

    /** A message to a person of that name, who is told of one occasion. */
    private static NoticeDraft to(String person) {
        return new NoticeDraft(
                NoticeType.M16,
                new CaseNumber("XGH-2026-000123"),
                "GSA",
                null,
                person,
                new Recipient("Dana Whitfield", person + "@gsa.example.gov"),
                null,
                NoticeTemplatesTest.full(NoticeType.M16),
                null);
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString().replaceAll(".*<|>", "");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
