package io.crossgov.hiring.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import io.crossgov.hiring.TestDatabase;
import io.crossgov.hiring.casefile.MessageLeft;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.HolidaysOnly;
import io.crossgov.hiring.common.HowMany;
import io.crossgov.hiring.common.OfficeClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.assertj.core.groups.Tuple;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox on a database of its own: one message an occasion and recipient, sent once, after commit. */
@Tag("both-databases")
class OutboxTest {

    private static final CaseNumber CASE = new CaseNumber("XGH-2026-000123");
    private static final Recipient DANA = new Recipient("Dana Whitfield", "dana.whitfield@gsa.example.gov");
    private static final NoticeProperties PROPERTIES = properties(NoticeProperties.WithoutMailServer.KEEP);

    @RegisterExtension
    static final GreenMailExtension MAILBOXES =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static EmbeddedPostgres server;
    private static HikariDataSource pool;
    private static DataSource database;

    private final MovableClock clock = new MovableClock();
    private final List<Object> published = new ArrayList<>();
    private JdbcTemplate jdbc;
    private TransactionTemplate transaction;
    private OutboxTable table;
    private Outbox outbox;
    private MailOutages outages;
    private OfficeClock office;
    private final Map<String, String> addresses = new HashMap<>();

    @BeforeAll
    static void a_database_with_the_table_of_notices() throws Exception {
        switch (TestDatabase.ofThisRun()) {
            case H2 -> {
                database =
                        JdbcConnectionPool.create("jdbc:h2:mem:outbox;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
                createTables("varchar(1000000)");
            }
            case POSTGRESQL -> {
                server = EmbeddedPostgres.start();
                pool = new HikariDataSource();
                pool.setDataSource(server.getPostgresDatabase());
                database = pool;
                createTables("text");
            }
        }
    }

    /** @param textType what the main changelog makes of a long text in this database */
    private static void createTables(String textType) throws LiquibaseException {
        // A message to a candidate goes out in its agency's name.
        for (var room : List.of("agency", "notice")) {
            var schema = new SpringLiquibase();
            schema.setDataSource(database);
            schema.setResourceLoader(new DefaultResourceLoader());
            schema.setChangeLog("classpath:db/changelog/" + room + ".yaml");
            schema.setChangeLogParameters(Map.of("text", textType, "instant", "timestamp(6) with time zone"));
            schema.afterPropertiesSet();
        }
    }

    @AfterAll
    static void the_server_stops() throws IOException {
        if (server != null) {
            pool.close();
            server.close();
        }
    }

    @BeforeEach
    void the_outbox_is_empty() {
        jdbc = new JdbcTemplate(database);
        jdbc.update("delete from notice_attempt");
        jdbc.update("delete from notice");
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        table = new OutboxTable(jdbc);
        outages = new MailOutages(jdbc);
        outages.over();
        addresses.clear();
        outbox = outbox(NoticeProperties.WithoutMailServer.KEEP);
    }

    @Test
    void a_message_is_kept_with_its_words_its_case_and_its_recipient() {
        write(draft("first", DANA));

        var line = all().get(0);
        var notice = table.find(line.id()).orElseThrow();
        assertThat(notice.type()).isEqualTo(NoticeType.M16);
        assertThat(notice.caseNumber()).isEqualTo("XGH-2026-000123");
        assertThat(notice.agency()).isEqualTo("GSA");
        assertThat(notice.recipientName()).isEqualTo("Dana Whitfield");
        assertThat(notice.recipientEmail()).isEqualTo("dana.whitfield@gsa.example.gov");
        assertThat(notice.subject()).isEqualTo("<caseNumber>: a candidate is no longer available");
        assertThat(notice.body()).startsWith("Hello Dana Whitfield,");
        assertThat(notice.writtenAt()).isEqualTo(clock.instant());
        assertThat(notice.state()).isEqualTo(NoticeState.QUEUED);
        assertThat(line.body()).isNull();
        assertThat(published).hasSize(1);
    }

    @Test
    void the_same_occasion_is_told_once_to_each_recipient() {
        var sameByAnotherSpelling = new Recipient("D. Whitfield", " Dana.Whitfield@GSA.example.gov");
        var another = new Recipient("Lee Ortiz", "lee.ortiz@gsa.example.gov");
        write(draft("first", DANA), draft("first", another));
        published.clear();
        write(draft("first", DANA), draft("first", sameByAnotherSpelling), draft("first", another));

        assertThat(all()).hasSize(2);
        assertThat(published).isEmpty();
    }

    @Test
    void a_second_occasion_is_told_again() {
        write(draft("first", DANA));
        write(draft("second", DANA));
        assertThat(all()).hasSize(2);
    }

    @Test
    void a_message_that_is_there_already_does_not_harm_the_work_in_hand() {
        write(draft("first", DANA));
        transaction.executeWithoutResult(work -> {
            outbox.write(List.of(draft("first", DANA)));
            outbox.write(List.of(draft("second", DANA)));
        });
        assertThat(all()).hasSize(2);
    }

    @Test
    void many_transactions_telling_the_same_at_once_tell_it_once_and_none_fails() throws Exception {
        var together = 8;
        for (var round = 0; round < 10; round++) {
            var occasion = "round-" + round;
            var start = new CyclicBarrier(together);
            inParallel(
                    together,
                    () -> transaction.execute(work -> {
                        await(start);
                        outbox.write(List.of(draft(occasion, DANA), draft(occasion + "-too", DANA)));
                        return null;
                    }));
        }
        assertThat(all()).hasSize(20);
    }

    @Test
    void what_is_rolled_back_is_never_told() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(work -> {
                    outbox.write(List.of(draft("first", DANA)));
                    throw new IllegalStateException("the rule forbids it");
                }));
        assertThat(all()).isEmpty();
        assertThat(postman("only").round()).isZero();
        assertThat(MAILBOXES.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_message_arrives_as_it_was_written() throws Exception {
        write(new NoticeDraft(
                NoticeType.M12,
                CASE,
                "GSA",
                UUID.randomUUID(),
                "offer",
                new Recipient("Ren\u00e9e O'Neill", "renee@example.com"),
                "hr@gsa.example.gov",
                NoticeTemplatesTest.full(NoticeType.M12).with(Placeholder.FINAL, ""),
                null));
        assertThat(postman("only").round()).isEqualTo(1);

        var mail = MAILBOXES.getReceivedMessages()[0];
        var notice = all().get(0);
        assertThat(mail.getSubject()).isEqualTo(notice.subject());
        assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
                .startsWith("Dear Ren\u00e9e O'Neill,")
                .isEqualTo(table.find(notice.id()).orElseThrow().body().strip());
        var to = (InternetAddress) mail.getRecipients(RecipientType.TO)[0];
        assertThat(to.getPersonal()).isEqualTo("Ren\u00e9e O'Neill");
        assertThat(to.getAddress()).isEqualTo("renee@example.com");
        assertThat(mail.getFrom()[0]).hasToString("crossgovhiring@opm.example.gov");
        assertThat(mail.getReplyTo()[0]).hasToString("hr@gsa.example.gov");
        assertThat(mail.getMessageID()).isEqualTo("<" + notice.id() + "@opm.example.gov>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(notice.state()).isEqualTo(NoticeState.SENT);
        assertThat(notice.sentAt()).isEqualTo(clock.instant());
    }

    @Test
    void two_nodes_never_send_the_same_message_twice() throws Exception {
        var messages = 60;
        write(IntStream.range(0, messages).mapToObj(n -> draft("n" + n, DANA)).toArray(NoticeDraft[]::new));
        var start = new CyclicBarrier(2);
        var nodes = List.of(postman("node-1"), postman("node-2")).iterator();
        var sent = inParallel(2, () -> {
            var node = next(nodes);
            await(start);
            return node.round();
        });

        assertThat(sent.stream().mapToInt(Integer::intValue).sum()).isEqualTo(messages);
        assertThat(Arrays.stream(MAILBOXES.getReceivedMessages()).map(OutboxTest::messageId))
                .hasSize(messages)
                .doesNotHaveDuplicates();
        assertThat(all()).extracting(Notice::state).containsOnly(NoticeState.SENT);
    }

    @Test
    void without_a_mail_server_to_reach_messages_wait_and_are_tried_again_later() throws Exception {
        write(draft("first", DANA), draft("second", DANA));
        var unreachable = postman("only", closedPort());
        assertThat(unreachable.round()).isZero();
        assertThat(all())
                .extracting(Notice::state, Notice::attempts, Notice::problem)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(NoticeState.QUEUED, 1, "The mail server could not be reached."),
                        Tuple.tuple(NoticeState.QUEUED, 0, null));

        clock.move(Duration.ofSeconds(59));
        assertThat(postman("only").round()).isEqualTo(1);
        clock.move(Duration.ofSeconds(1));
        assertThat(postman("only").round()).isEqualTo(1);
        assertThat(all()).extracting(Notice::state).containsOnly(NoticeState.SENT);
        assertThat(MAILBOXES.getReceivedMessages()).hasSize(2);
    }

    @Test
    void a_server_that_is_away_for_long_costs_no_message() throws Exception {
        write(draft("first", DANA));
        var unreachable = postman("only", closedPort());
        for (var attempt = 0; attempt < 20; attempt++) {
            unreachable.round();
            clock.move(Duration.ofHours(1));
        }
        assertThat(all().get(0).state()).isEqualTo(NoticeState.QUEUED);
        assertThat(postman("only").round()).isEqualTo(1);
    }

    @Test
    void a_refused_address_is_not_tried_again_and_a_person_can_have_it_sent_again() throws Exception {
        write(draft("first", DANA));
        try (var server = new ScriptedMailServer(Map.of("RCPT", "550 no such user"))) {
            postman("only", server.port()).round();
        }
        var failed = all().get(0);
        assertThat(failed.state()).isEqualTo(NoticeState.FAILED);
        assertThat(failed.problem()).isEqualTo("The mail server refused the message (550).");
        clock.move(Duration.ofDays(1));
        assertThat(postman("only").round()).isZero();

        assertThat(table.sendAgain(failed.id(), clock.instant())).isTrue();
        assertThat(postman("only").round()).isEqualTo(1);
        assertThat(table.sendAgain(failed.id(), clock.instant())).isFalse();
    }

    @Test
    void a_message_that_is_put_off_is_tried_so_often_and_no_more() throws Exception {
        write(draft("first", DANA));
        try (var server = new ScriptedMailServer(Map.of(ScriptedMailServer.END_OF_TEXT, "451 later"))) {
            for (var attempt = 0; attempt < PROPERTIES.attempts() - 1; attempt++) {
                postman("only", server.port()).round();
                assertThat(all().get(0).state()).isEqualTo(NoticeState.QUEUED);
                clock.move(Duration.ofHours(1));
            }
            postman("only", server.port()).round();
        }
        assertThat(all().get(0))
                .extracting(Notice::state, Notice::problem)
                .containsExactly(NoticeState.FAILED, "The mail server could not take the message now (451).");
    }

    @Test
    void a_connection_that_breaks_after_the_text_leaves_it_open_and_nothing_is_sent_twice() throws Exception {
        write(draft("first", DANA));
        try (var server = new ScriptedMailServer(Map.of(ScriptedMailServer.END_OF_TEXT, ""))) {
            postman("only", server.port()).round();
        }
        var perhaps = all().get(0);
        assertThat(perhaps.state()).isEqualTo(NoticeState.UNCERTAIN);
        clock.move(Duration.ofDays(1));
        assertThat(postman("only").round()).isZero();
        assertThat(MAILBOXES.getReceivedMessages()).isEmpty();

        assertThat(table.arrived(perhaps.id(), new Message("Subject", "Text"), null, perhaps.writtenAt()))
                .isTrue();
        assertThat(all().get(0).state()).isEqualTo(NoticeState.SENT);
        assertThat(table.arrived(perhaps.id(), new Message("Subject", "Text"), null, perhaps.writtenAt()))
                .isFalse();
    }

    @Test
    void a_server_that_hangs_up_after_it_took_the_message_has_it() throws Exception {
        write(draft("first", DANA));
        try (var server = new ScriptedMailServer(Map.of("QUIT", ""))) {
            assertThat(postman("only", server.port()).round()).isEqualTo(1);
        }
        assertThat(all().get(0).state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void a_node_that_dies_while_sending_leaves_the_message_to_a_person() {
        write(draft("first", DANA));
        var id = all().get(0).id();
        table.claim(id, "dead-node", clock.instant(), clock.instant().plus(PROPERTIES.lease()));

        assertThat(postman("other").round()).isZero();
        assertThat(all().get(0).state()).isEqualTo(NoticeState.SENDING);
        clock.move(PROPERTIES.lease().plusSeconds(1));
        assertThat(postman("other").round()).isZero();
        assertThat(all().get(0).state()).isEqualTo(NoticeState.UNCERTAIN);
        assertThat(MAILBOXES.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_node_that_was_only_slow_still_reports_unless_a_person_has_decided() {
        write(draft("slow", DANA), draft("decided", DANA));
        var ids = all().stream().map(Notice::id).toList();
        ids.forEach(id ->
                table.claim(id, "slow-node", clock.instant(), clock.instant().plus(PROPERTIES.lease())));
        clock.move(PROPERTIES.lease().plusSeconds(1));
        table.leftBehind(clock.instant());
        table.sendAgain(ids.get(1), clock.instant());

        ids.forEach(id -> table.sent(id, "slow-node", new Message("Subject", "Text"), null, clock.instant()));
        assertThat(table.find(ids.get(0)).orElseThrow().state()).isEqualTo(NoticeState.SENT);
        assertThat(table.find(ids.get(1)).orElseThrow().state()).isEqualTo(NoticeState.QUEUED);
    }

    @Test
    void lists_show_the_newest_first_page_by_page_and_only_what_was_asked_for() {
        for (var n = 0; n < 5; n++) {
            write(draft("n" + n, DANA));
            clock.move(Duration.ofSeconds(1));
        }
        var everything = new OutboxTable.Filter(null, null, null);
        assertThat(table.list(everything, 2, new OutboxTable.From(2, null, null)))
                .extracting(Notice::writtenAt)
                .containsExactly(
                        clock.instant().minusSeconds(3), clock.instant().minusSeconds(4));
        assertThat(table.count(everything)).isEqualTo(new HowMany(5, false));
        assertThat(table.count(new OutboxTable.Filter(CASE, NoticeType.M16, NoticeState.QUEUED)))
                .isEqualTo(new HowMany(5, false));
        assertThat(table.count(new OutboxTable.Filter(CASE, NoticeType.M4, null)))
                .isEqualTo(new HowMany(0, false));
        assertThat(table.count(new OutboxTable.Filter(new CaseNumber("XGH-2026-999999"), null, null)))
                .isEqualTo(new HowMany(0, false));
    }

    @Test
    void the_next_page_begins_where_this_one_ends_though_several_were_written_in_one_moment() {
        for (var n = 0; n < 5; n++) {
            write(draft("n" + n, DANA));
        }
        var everything = new OutboxTable.Filter(null, null, NoticeState.QUEUED);
        var all = ids(table.list(everything, 10, OutboxTable.From.NEWEST));

        assertThat(all).hasSize(5);
        assertThat(ids(table.list(everything, 2, new OutboxTable.From(0, all.get(1), null))))
                .isEqualTo(all.subList(2, 4));
        assertThat(ids(table.list(everything, 2, new OutboxTable.From(0, all.get(3), null))))
                .isEqualTo(all.subList(4, 5));
        assertThat(ids(table.list(everything, 2, new OutboxTable.From(0, null, all.get(3)))))
                .isEqualTo(all.subList(1, 3));
        assertThat(table.list(everything, 2, new OutboxTable.From(0, null, all.get(0))))
                .isEmpty();
    }

    private static List<UUID> ids(List<Notice> notices) {
        return notices.stream().map(Notice::id).toList();
    }

    // ---- what counts from the day a letter leaves

    // S1: an agency's days to respond are business days; the day is fixed when the letter leaves, and the law counts
    // with it.
    @Test
    void L14_a_letter_with_business_days_names_the_day_that_is_kept_with_it() {
        var about = UUID.randomUUID();
        write(inquiry(about, "letter", DANA, new AnswerTime(5, true)));
        assertThat(table.find(all().get(0).id()).orElseThrow().body())
                .contains("by the day 5 business days after this message leaves, and say");

        clock.move(Duration.ofDays(1));
        postman("only").round();
        var left = new DeliveryRecords(jdbc).letter(about).orElseThrow();
        assertThat(left.answerUntil())
                .isEqualTo(HolidaysOnly.BUSINESS_DAY.after(office.dayOf(left.sentAt()), 5))
                .isAfter(office.dayOf(left.sentAt()).plusDays(5));
        assertThat(table.find(all().get(0).id()).orElseThrow().body())
                .contains("by " + Dates.onWeekday(left.answerUntil()) + ", Eastern Time, and say");
    }

    @Test
    void a_letter_that_leaves_late_gives_its_days_from_the_day_it_leaves() throws Exception {
        write(inquiry(UUID.randomUUID(), "letter", DANA));
        var waiting = all().get(0);
        assertThat(table.find(waiting.id()).orElseThrow().body())
                .contains("by the day 5 days after this message leaves, and say");

        clock.move(Duration.ofDays(3));
        assertThat(postman("only").round()).isEqualTo(1);
        assertThat(table.find(waiting.id()).orElseThrow().body())
                .contains("by Fri, Mar 13, 2026, Eastern Time, and say");
        assertThat(MAILBOXES.getReceivedMessages()[0].getContent().toString())
                .contains("by Fri, Mar 13, 2026, Eastern Time, and say");
    }

    @Test
    void only_a_letter_that_left_for_sure_has_a_clock_to_start() throws Exception {
        var about = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        write(inquiry(about.get(0), "left", DANA));
        postman("only").round();
        write(inquiry(about.get(1), "refused", DANA));
        try (var server = new ScriptedMailServer(Map.of("RCPT", "550 no such user"))) {
            postman("only", server.port()).round();
        }
        write(inquiry(about.get(2), "broken", DANA));
        try (var server = new ScriptedMailServer(Map.of(ScriptedMailServer.END_OF_TEXT, ""))) {
            postman("only", server.port()).round();
        }
        var records = new DeliveryRecords(jdbc);
        assertThat(records.untold())
                .extracting(DeliveryRecords.SentLetter::about)
                .containsExactly(about.get(0));
        assertThat(records.letters(CASE.value()))
                .extracting(DeliveryRecords.SentLetter::about, DeliveryRecords.SentLetter::state)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(about.get(0), NoticeState.SENT),
                        Tuple.tuple(about.get(1), NoticeState.FAILED),
                        Tuple.tuple(about.get(2), NoticeState.UNCERTAIN));
    }

    @Test
    void the_clock_of_a_letter_is_told_until_it_runs_and_then_no_more() {
        write(inquiry(UUID.randomUUID(), "letter", DANA));
        postman("only").round();
        var told = new ArrayList<Object>();
        var tries = new ArrayList<Object>();
        var records = new DeliveryRecords(jdbc);
        var leavings = new Leavings(
                records,
                event -> {
                    tries.add(event);
                    if (tries.size() == 1) {
                        throw new IllegalStateException("somebody works on the same record");
                    }
                    told.add(event);
                },
                transaction,
                office);
        leavings.tell();
        assertThat(told).isEmpty();
        assertThat(all().get(0).state()).isEqualTo(NoticeState.SENT);
        leavings.tell();
        leavings.tell();
        assertThat(told).singleElement().isInstanceOfSatisfying(MessageLeft.class, left -> assertThat(left.on())
                .isEqualTo(LocalDate.of(2026, 3, 5)));
    }

    /** Says nothing of where: it is thrown a hundred times, and logged. */
    private static final class InTheWay extends RuntimeException {

        InTheWay() {
            super("somebody works on the same record", null, false, false);
        }
    }

    @Test
    void a_hundred_clocks_that_cannot_start_yet_keep_no_other_waiting() {
        write(IntStream.range(0, 250)
                .mapToObj(number -> inquiry(UUID.randomUUID(), "letter " + number, DANA))
                .toArray(NoticeDraft[]::new));
        table.handOver(time -> LocalDate.of(2026, 3, 9), clock.instant());
        var tries = new AtomicInteger();
        var leavings = new Leavings(
                new DeliveryRecords(jdbc),
                event -> {
                    if (tries.incrementAndGet() <= 100) {
                        throw new InTheWay();
                    }
                },
                transaction,
                office);

        leavings.tell();
        assertThat(tries).hasValue(250);
        leavings.tell();
        assertThat(tries).as("those that failed, once more").hasValue(350);
        leavings.tell();
        assertThat(tries).hasValue(350);
    }

    @Test
    void in_a_demonstration_what_is_written_counts_as_handed_over_and_says_so() {
        outbox = outbox(NoticeProperties.WithoutMailServer.HAND_OVER);
        write(inquiry(UUID.randomUUID(), "letter", DANA), draft("news", DANA));
        assertThat(all()).extracting(Notice::stateTitle).containsOnly("Handed over here, not mailed");
        assertThat(published).hasSize(1).first().isInstanceOf(MessageLeft.class);
        assertThat(all())
                .map(line -> table.find(line.id()).orElseThrow().body())
                .anyMatch(body -> body.contains("by Tue, Mar 10, 2026, Eastern Time, and say"));
    }

    // ---- the address on record today

    @Test
    void what_is_sent_again_goes_to_the_address_on_record_today_and_the_old_attempt_stays_on_record() throws Exception {
        write(draft("first", new Recipient("candidate/tia", "Tia", "tia@typo.example")));
        try (var server = new ScriptedMailServer(Map.of("RCPT", "550 no such user"))) {
            postman("only", server.port()).round();
        }
        var id = all().get(0).id();
        addresses.put("candidate/tia", "tia@mail.example");
        table.sendAgain(id, clock.instant());
        assertThat(postman("only").round()).isEqualTo(1);

        assertThat(MAILBOXES.getReceivedMessages()[0].getAllRecipients()[0].toString())
                .contains("tia@mail.example");
        assertThat(all().get(0).recipientEmail()).isEqualTo("tia@mail.example");
        assertThat(new DeliveryRecords(jdbc).attempts(id))
                .extracting(DeliveryRecords.Attempt::recipientEmail, DeliveryRecords.Attempt::problem)
                .containsExactly(Tuple.tuple("tia@typo.example", "The mail server refused the message (550)."));
    }

    @Test
    void what_waits_for_the_server_goes_to_the_address_corrected_meanwhile() throws Exception {
        write(draft("first", new Recipient("person/dana", "Dana", "dana@old.example.gov")));
        postman("only", closedPort()).round();
        addresses.put("person/dana", "dana@new.example.gov");
        clock.move(Duration.ofHours(1));
        postman("only").round();
        assertThat(MAILBOXES.getReceivedMessages()[0].getAllRecipients()[0].toString())
                .contains("dana@new.example.gov");
    }

    @Test
    void an_address_that_changes_twice_counts_as_it_is_when_the_message_leaves() throws Exception {
        write(draft("first", new Recipient("candidate/tia", "Tia", "tia@typo.example")));
        try (var server = new ScriptedMailServer(Map.of("RCPT", "550 no such user"))) {
            postman("only", server.port()).round();
            addresses.put("candidate/tia", "tia@second.example");
            table.sendAgain(all().get(0).id(), clock.instant());
            postman("only", server.port()).round();
        }
        var id = all().get(0).id();
        table.sendAgain(id, clock.instant());
        addresses.put("candidate/tia", "tia@third.example");
        assertThat(postman("only").round()).isEqualTo(1);

        assertThat(MAILBOXES.getReceivedMessages()).hasSize(1);
        assertThat(all().get(0).recipientEmail()).isEqualTo("tia@third.example");
        assertThat(new DeliveryRecords(jdbc).attempts(id))
                .extracting(DeliveryRecords.Attempt::recipientEmail)
                .containsExactlyInAnyOrder("tia@typo.example", "tia@second.example");
    }

    @Test
    void nobody_is_written_to_who_is_no_longer_on_record() {
        write(draft("first", new Recipient("person/dana", "Dana", "dana@gsa.example.gov")));
        addresses.put("person/dana", null);
        assertThat(postman("only").round()).isZero();
        assertThat(MAILBOXES.getReceivedMessages()).isEmpty();
        assertThat(all())
                .singleElement()
                .extracting(Notice::state, Notice::problem)
                .containsExactly(NoticeState.FAILED, "Whom this message is for is no longer on record here.");
    }

    @Test
    void two_people_who_now_share_an_address_do_not_get_the_same_message_twice_there() {
        write(
                draft("first", new Recipient("person/dana", "Dana", "dana@old.example.gov")),
                draft("first", new Recipient("person/lee", "Lee", "shared@gsa.example.gov")));
        addresses.put("person/dana", "shared@gsa.example.gov");
        assertThat(postman("only").round()).isEqualTo(1);
        assertThat(all())
                .filteredOn(notice -> notice.state() == NoticeState.FAILED)
                .singleElement()
                .extracting(Notice::problem)
                .isEqualTo("Another recipient of this message has the address on record now.");
    }

    @Test
    void who_was_reached_in_another_way_is_not_written_to_any_more() throws Exception {
        write(inquiry(UUID.randomUUID(), "letter", DANA));
        postman("only", closedPort()).round();
        var id = all().get(0).id();
        assertThat(table.reachedAnotherWay(
                        id, LocalDate.of(2026, 3, 2), "Certified mail 7020 1810", null, null, clock.instant()))
                .isTrue();
        clock.move(Duration.ofDays(1));
        assertThat(postman("only").round()).isZero();
        assertThat(all().get(0))
                .extracting(Notice::stateTitle, Notice::reachedHow)
                .containsExactly("Reached another way", "Certified mail 7020 1810");
        assertThat(table.sendAgain(id, clock.instant())).isFalse();
    }

    // ---- the mail server is down

    @Test
    void a_server_that_is_down_is_an_incident_since_its_first_failure_and_over_by_itself() throws Exception {
        var began = clock.instant();
        write(draft("first", DANA), draft("second", DANA));
        var unreachable = postman("only", closedPort());
        unreachable.round();
        clock.move(Duration.ofHours(1));
        unreachable.round();
        assertThat(outages.current())
                .contains(new MailOutages.Outage(began, clock.instant(), "The mail server could not be reached."));
        assertThat(new DeliveryRecords(jdbc).waiting()).isEqualTo(2);

        clock.move(Duration.ofHours(1));
        assertThat(postman("only").round()).isEqualTo(2);
        assertThat(outages.current()).isEmpty();
    }

    /** Nobody asked the mail server, so nothing says that it is there again. */
    @Test
    void a_message_for_nobody_who_is_there_any_more_does_not_end_an_incident() throws Exception {
        write(draft("first", DANA));
        var unreachable = postman("only", closedPort());
        unreachable.round();
        addresses.put(DANA.ref(), null);
        write(draft("second", DANA));
        unreachable.round();

        assertThat(all()).extracting(Notice::state).contains(NoticeState.FAILED);
        assertThat(outages.current()).isPresent();
    }

    @Test
    void a_server_that_refuses_our_own_address_is_an_incident_and_costs_no_message() throws Exception {
        write(draft("first", DANA), draft("second", DANA));
        try (var server = new ScriptedMailServer(Map.of("MAIL", "550 sender unknown"))) {
            postman("only", server.port()).round();
        }
        assertThat(all()).extracting(Notice::state).containsOnly(NoticeState.QUEUED);
        assertThat(outages.current().orElseThrow().problem())
                .isEqualTo("The mail server does not take messages from our address (550).");
    }

    @Test
    void a_server_that_refuses_one_recipient_is_not_down() throws Exception {
        write(draft("first", DANA));
        try (var server = new ScriptedMailServer(Map.of("RCPT", "550 no such user"))) {
            postman("only", server.port()).round();
        }
        assertThat(outages.current()).isEmpty();
    }

    private static NoticeDraft inquiry(UUID about, String occasion, Recipient to) {
        return inquiry(about, occasion, to, new AnswerTime(5, false));
    }

    private static NoticeDraft inquiry(UUID about, String occasion, Recipient to, AnswerTime time) {
        return new NoticeDraft(
                NoticeType.M5,
                CASE,
                "GSA",
                null,
                occasion,
                to,
                null,
                NoticeTemplatesTest.full(NoticeType.M5)
                        .with(
                                Placeholder.ANSWER_DUE_DATE,
                                Awaited.lastDay(new OfficeClock(Clock.systemUTC(), ZoneId.of("America/New_York")))),
                new Awaited(about, time));
    }

    private Outbox outbox(NoticeProperties.WithoutMailServer without) {
        office = new OfficeClock(clock, ZoneId.of("America/New_York"));
        return new Outbox(
                NoticeTemplatesTest.templates(null),
                table,
                new MailServer(null, without),
                published::add,
                office,
                HolidaysOnly.BUSINESS_DAY,
                clock);
    }

    private static NoticeProperties properties(NoticeProperties.WithoutMailServer without) {
        return new NoticeProperties(
                null, null, Duration.ofSeconds(30), Duration.ofMinutes(10), 3, Duration.ofMinutes(1), without);
    }

    private void write(NoticeDraft... drafts) {
        transaction.executeWithoutResult(work -> outbox.write(List.of(drafts)));
    }

    private static NoticeDraft draft(String occasion, Recipient to) {
        return new NoticeDraft(
                NoticeType.M16, CASE, "GSA", null, occasion, to, null, NoticeTemplatesTest.full(NoticeType.M16), null);
    }

    private List<Notice> all() {
        return table.list(new OutboxTable.Filter(null, null, null), 200, OutboxTable.From.NEWEST);
    }

    private Postman postman(String worker) {
        return postman(worker, MAILBOXES.getSmtp().getPort());
    }

    private Postman postman(String worker, int port) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        mail.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "5000");
        mail.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        return new Postman(
                table,
                outages,
                (ref, written) -> addresses.getOrDefault(ref, written),
                claimed -> Optional.empty(),
                mail,
                PROPERTIES,
                "crossgovhiring@opm.example.gov",
                office,
                HolidaysOnly.BUSINESS_DAY,
                clock,
                worker);
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static <T> List<T> inParallel(int count, Callable<T> work) throws Exception {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(java.util.Collections.nCopies(count, work), 60, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (Exception brokenOff) {
            throw new IllegalStateException(brokenOff);
        }
    }

    private static synchronized <T> T next(java.util.Iterator<T> iterator) {
        return iterator.next();
    }

    private static String messageId(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-05T14:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
