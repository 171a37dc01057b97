package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.HolidaysOnly;
import io.crossgov.hiring.common.OfficeClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the application's outbox when a test says so, to a mail server that behaves as the test says. */
@TestComponent
public class PostOffice {

    private final OutboxTable table;
    private final MailOutages outages;
    private final AddressBook addressBook;
    private final OvertakenLetters overtaken;
    private final Leavings leavings;
    private final MailIncidentReport report;
    private final MailIncidents incidents;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final NoticeProperties properties;
    private final OfficeClock office;
    private final Clock clock;

    PostOffice(
            OutboxTable table,
            MailOutages outages,
            AddressBook addressBook,
            OvertakenLetters overtaken,
            Leavings leavings,
            MailIncidentReport report,
            MailIncidents incidents,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            NoticeProperties properties,
            OfficeClock office,
            Clock clock) {
        this.table = table;
        this.outages = outages;
        this.addressBook = addressBook;
        this.overtaken = overtaken;
        this.leavings = leavings;
        this.report = report;
        this.incidents = incidents;
        this.events = events;
        this.transaction = transaction;
        this.properties = properties;
        this.office = office;
        this.clock = clock;
    }

    /** The server takes everything. */
    public void delivers() {
        answers(Map.of());
    }

    /** The server knows nobody of that name. */
    public void refuses() {
        answers(Map.of("RCPT", "550 no such user"));
    }

    /** The server puts everything off. */
    public void putsOff() {
        answers(Map.of(ScriptedMailServer.END_OF_TEXT, "451 later"));
    }

    /** The connection breaks after the text. */
    public void breaksOff() {
        answers(Map.of(ScriptedMailServer.END_OF_TEXT, ""));
    }

    /** A node that was started a moment ago on the same database: running it tells whether messages leave. */
    public Runnable anotherNode() {
        return new MailIncidentReport(incidents, outages, events, transaction)::tell;
    }

    /** Nobody answers at the server's port. */
    public void cannotBeReached() {
        round(closedPort());
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void answers(Map<String, String> script) {
        try (var server = new ScriptedMailServer(script)) {
            round(server.port());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void round(int port) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        mail.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "5000");
        mail.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        new Postman(
                        table,
                        outages,
                        addressBook::today,
                        overtaken::why,
                        mail,
                        properties,
                        "crossgovhiring@opm.example.gov",
                        office,
                        HolidaysOnly.BUSINESS_DAY,
                        clock,
                        "post-office")
                .round();
        leavings.tell();
        // Here no mail server is configured: what OPM would be told in words comes from that setting, not from this
        // one.
        report.tell();
    }
}
