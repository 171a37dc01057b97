package io.crossgov.hiring.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.crossgov.hiring.AnotherNode;
import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.common.CaseNumber;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two servers on one PostgreSQL while the mail server is away, one of them started anew meanwhile: between them they show one incident, it
 * is over by itself when the mail server is back, and every message arrives once.
 */
@PostgresTest
@DirtiesContext
class TwoServersOnPostgresTest {

    private static final int PORT = freePort();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MESSAGES = 12;

    @Autowired
    private ApplicationContext first;

    @Autowired
    private JdbcTemplate jdbc;

    @Value("${spring.datasource.url}")
    private String database;

    private final List<ConfigurableApplicationContext> started = new ArrayList<>();
    private final GreenMail mailServer = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @DynamicPropertySource
    static void theMailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> PORT);
        settings.add("crossgov.notices.first-retry-after", () -> "1ms");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterEach
    void everythingStops() {
        started.forEach(ConfigurableApplicationContext::close);
        mailServer.stop();
    }

    @Test
    void a_mail_server_that_is_away_is_one_incident_over_by_itself_and_every_message_arrives_once() throws Exception {
        ClockUtil.reset();
        var second = starts();
        writes(first, "before");
        writes(second, "while");
        wake(first, second);
        await().atMost(SOON).until(() -> incidents().size() == 1);
        tellAtOnce(first, second, first, second);
        var incident = incidents();
        assertThat(incident).hasSize(1);

        second.close();
        var third = starts();
        writes(third, "after");
        tellAtOnce(third, first, third, first);
        assertThat(incidents()).as("the same as before the restart").isEqualTo(incident);
        assertThat(ended()).isZero();

        mailServer.start();
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(() -> {
            wake(first, third);
            return left() == 3 * MESSAGES;
        });
        await().atMost(SOON).until(() -> {
            wake(first, third);
            return incidents().isEmpty();
        });
        tellAtOnce(first, third, first, third);
        assertThat(incidents()).isEmpty();
        assertThat(ended()).as("one, and no other came and went").isEqualTo(1);
        assertThat(Arrays.stream(mailServer.getReceivedMessages()).map(TwoServersOnPostgresTest::to))
                .hasSize(3 * MESSAGES)
                .doesNotHaveDuplicates();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private ConfigurableApplicationContext starts() {
        var server = AnotherNode.on(
                database,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + PORT,
                "--crossgov.notices.first-retry-after=1ms");
        started.add(server);
        return server;
    }

    private static void writes(ApplicationContext server, String when) {
        var outbox = server.getBean(Outbox.class);
        server.getBean(TransactionTemplate.class)
                .executeWithoutResult(work -> outbox.write(IntStream.range(0, MESSAGES)
                        .mapToObj(number -> new NoticeDraft(
                                NoticeType.M16,
                                new CaseNumber("XGH-2026-000123"),
                                "GSA",
                                null,
                                UUID.randomUUID().toString(),
                                new Recipient("Dana Whitfield", when + number + "@gsa.example.gov"),
                                null,
                                NoticeTemplatesTest.full(NoticeType.M16),
                                null))
                        .toList()));
    }

    private static void wake(ApplicationContext... servers) {
        for (var server : servers) {
            server.getBean(Delivery.class).wake();
        }
    }

    /** As their rounds do, all in one moment. */
    private static void tellAtOnce(ApplicationContext... servers) throws Exception {
        var threads = Executors.newFixedThreadPool(servers.length);
        var begin = new CyclicBarrier(servers.length);
        try {
            for (var telling : Arrays.stream(servers)
                    .map(server -> threads.submit(() -> {
                        begin.await();
                        server.getBean(MailIncidentReport.class).tell();
                        return null;
                    }))
                    .toList()) {
                telling.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> incidents() {
        return jdbc.queryForList(
                "select id_ from act_ru_incident where incident_type_ = 'messagesDoNotLeave'", String.class);
    }

    private int ended() {
        return jdbc.queryForObject(
                "select count(*) from act_hi_incident where incident_type_ = 'messagesDoNotLeave' and end_time_ is not null",
                Integer.class);
    }

    private int left() {
        return jdbc.queryForObject("select count(*) from notice where state = 'SENT'", Integer.class);
    }
}
