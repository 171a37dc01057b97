package io.crossgov.hiring.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.HolidaysOnly;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.notice.PostOffice;
import io.crossgov.hiring.pool.PoolDetails;
import io.crossgov.hiring.selection.PassOver.State;
import io.crossgov.hiring.ui.Accessibility;
import io.crossgov.hiring.ui.Chromium;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import io.crossgov.hiring.workflow.process.MailIncidentInCockpit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A message that is written has not left: who acts is told, the law draws nothing from it, and clocks run from the day on which it leaves
 * (L14 to L16). A-04 is the preference eligible of these scenarios; the mail server does what each of them says.
 */
@OnBothDatabases
@Import(PostOffice.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:written;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "crossgov.notices.without-mail-server=keep"
        })
@DirtiesContext
class WrittenIsNotSentTest {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String SILENT = "FAILED_TO_RESPOND";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots", "delivery");
    private static final String NOTE = "Did not answer my mail.";

    @Autowired
    private PostOffice post;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private EngineAccess engine;

    @LocalServerPort
    private int port;

    private HireScenario scenario;
    private PoolDetails pool;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        pool = scenario.crossGovernmentPool();
        post.delivers();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        post.delivers();
        scenario.close();
    }

    private Hire reviewing(String preference) {
        scenario.is(pool, "A-04", "preference", preference);
        var hire = scenario.opensCase().until(REVIEWING);
        post.delivers();
        return hire;
    }

    /** A case in which a letter to a candidate did not go out; its number. */
    private String aRefusedLetter() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.refuses();
        return hire.caseNumber();
    }

    private void aLetterThatWaits() {
        reviewing("TP").contacts("A-04", null);
        post.cannotBeReached();
    }

    private void afterDays(int days) {
        scenario.onDay(scenario.today().plusDays(days));
    }

    private static String dueDay(LocalDate day) {
        return Dates.onWeekday(day) + ", Eastern Time";
    }

    private static String days(LocalDate day) {
        return Dates.inWords(day);
    }

    private JsonNode message(Hire hire) {
        return hire.row("A-04").path("message");
    }

    /** The newest message of that type in the case, as OPM sees it. */
    private JsonNode notice(Hire hire, String type) {
        return StreamSupport.stream(
                        scenario.opm
                                .gets("/api/cases/" + hire.caseNumber() + "/notices")
                                .spliterator(),
                        false)
                .filter(notice -> notice.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** How somebody was reached, with the paper that shows it. */
    private Map<String, Object> shown(Hire hire, LocalDate on, String how) {
        return shown(scenario.hr, hire, on, how);
    }

    private static Map<String, Object> shown(Colleague by, Hire hire, LocalDate on, String how) {
        return answers("on", on.toString(), "how", how, "document", by.uploads(hire, DocumentPurpose.CONTACT));
    }

    private String path(Hire hire, String type) {
        return "/api/outbox/" + notice(hire, type).path("id").asText();
    }

    // ---- step 4: nobody has failed to answer what never left

    @Test
    void L14_a_refused_letter_is_seen_where_people_act_and_nobody_has_failed_to_answer_it() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        assertThat(message(hire).path("state").asText()).isEqualTo("WAITING");
        post.refuses();

        assertThat(message(hire).path("sentence").asText())
                .isEqualTo("The message did not go out. The mail server refused the message (550).");
        assertThat(message(hire).path("needsSomebody").asBoolean()).isTrue();
        assertThat(message(hire).path("whatToDo").asText())
                .contains("have OPM correct it in the pool", "reach the candidate in another way and record how");
        afterDays(30);
        hire.cannotRecordThat("A-04", SILENT, NOTE)
                .by("L14")
                .at("answer")
                .because("The mail server refused the message (550).", "Nobody has failed to respond before it leaves");
        hire.cannotElect("A-01").by("L14");
    }

    @Test
    void L14_a_letter_that_waits_and_one_that_perhaps_left_prove_nothing_either() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.cannotBeReached();
        afterDays(10);
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("has not gone out yet", "could not be reached");

        post.breaksOff();
        assertThat(message(hire).path("state").asText()).isEqualTo("UNCERTAIN");
        afterDays(10);
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("perhaps did not go out");

        // It did arrive, which the agency cannot just say: the candidate wrote back.
        scenario.hr.cannotPost(hire, path(hire, "M5") + "/arrived", Map.of()).because("has to be shown");
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("perhaps did not go out");
        scenario.hr.posts(path(hire, "M5") + "/reached-another-way", shown(hire, scenario.today(), "Wrote back."));
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("asked on " + days(scenario.today()));
        afterDays(8);
        hire.recordsThat("A-04", SILENT, NOTE).elects("A-01").waitsAt("notify-opm-of-selection");
    }

    @Test
    void L14_the_days_count_from_the_day_the_letter_left_however_late() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        afterDays(4);
        post.delivers();
        var left = scenario.today();
        var until = HolidaysOnly.BUSINESS_DAY.after(left, 5);
        assertThat(hire.row("A-04").path("mayAnswerUntil").asText()).isEqualTo(until.toString());
        assertThat(hire.lettersOf("M5").get(0)).contains("by " + dueDay(until));
        scenario.onDay(until);
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because(days(left), dueDay(until));
        afterDays(1);

        hire.recordsThat("A-04", SILENT, NOTE);
        var selectee = hire.elects("A-01").until("verify-selection");
        assertThat(scenario.opm
                        .opens(selectee, "verify-selection")
                        .get("findings")
                        .toString())
                .contains("asked by a message that left on " + days(left));
        scenario.opm.completes(selectee, "verify-selection");
    }

    @Test
    void L14_another_contact_counts_with_the_paper_that_shows_it_and_from_the_day_on_which_it_is_recorded() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        // Long enough after access that a contact can be said to be three weeks old.
        scenario.onDay(scenario.today().plusDays(20));
        post.refuses();
        var path = hire.candidatePath("A-04") + "/contact";
        scenario.hr.posts(
                path,
                answers(
                        "version",
                        hire.row("A-04").path("version").asLong(),
                        "sendDetails",
                        false,
                        "note",
                        "Called at 202-555-0199 and left a message."));
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("How this candidate was asked is not on record");

        scenario.hr.posts(
                path,
                answers(
                        "version",
                        hire.row("A-04").path("version").asLong(),
                        "sendDetails",
                        false,
                        "on",
                        scenario.today().minusDays(20).toString(),
                        "note",
                        "Certified mail 7020 1810.",
                        "document",
                        scenario.hr.uploads(hire, DocumentPurpose.CONTACT)));
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("asked on " + days(scenario.today()));
        afterDays(8);
        hire.recordsThat("A-04", SILENT, "Three calls, no answer.").elects("A-01");
    }

    @Test
    void L14_a_failed_letter_can_be_answered_for_by_recording_how_the_candidate_was_reached() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.refuses();
        var path = path(hire, "M5") + "/reached-another-way";
        scenario.hr
                .cannotPost(
                        hire, path, answers("on", scenario.today().plusDays(1).toString(), "how", "Letter"))
                .at("on");
        scenario.hr
                .cannotPost(
                        hire, path, answers("on", scenario.today().minusDays(1).toString(), "how", "Letter"))
                .at("on")
                .because("nobody was reached with it before that day");
        scenario.hr
                .cannotPost(hire, path, answers("on", scenario.today().toString(), "how", " "))
                .at("how");
        scenario.hr.cannotPost(hire, path, Map.of()).atAll("on", "how", "document");
        scenario.hr
                .cannotPost(
                        hire, path, answers("on", scenario.today().plusDays(1).toString(), "how", ""))
                .atAll("on", "how", "document");
        scenario.hr.posts(path, shown(hire, scenario.today(), "Certified mail 7020 1810."));

        assertThat(message(hire).path("sentence").asText()).contains("Reached in another way", "7020 1810");
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("may answer until");
        afterDays(8);
        hire.recordsThat("A-04", SILENT, NOTE).elects("A-01");
    }

    /** Issue 11: an inquiry that really left, or another dated proof attached. */
    @Test
    void L14_that_somebody_was_reached_in_another_way_is_nobodys_word_but_a_papers() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.refuses();
        var path = path(hire, "M5") + "/reached-another-way";
        var said = answers("on", scenario.today().toString(), "how", "By telephone.");
        scenario.hr.cannotPost(hire, path, said).at("document").because("Attach the paper that shows it");
        scenario.opm.cannotPost(hire, path, said).at("document");
        var other = answers("on", scenario.today().toString(), "how", "By telephone.");
        other.put("document", scenario.hr.uploads(hire, DocumentPurpose.WITHDRAWAL));
        scenario.hr.cannotPost(hire, path, other).at("document");
        other.put("document", UUID.randomUUID().toString());
        scenario.hr.cannotPost(hire, path, other).at("document");
        afterDays(30);
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14");
        hire.cannotElect("A-01").by("L14");

        // As it could be recorded before the paper was asked for.
        jdbc.update(
                "update notice set state = 'REACHED', sent_at = written_at, reached_how = 'By telephone.' where case_number = ? and type = 'M5'",
                hire.caseNumber());
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("No paper on file shows it.");
    }

    @Test
    void L14_the_page_of_a_message_asks_for_the_paper_and_puts_it_on_file() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.refuses();
        var page = "/cases/" + hire.caseNumber() + "/notices/"
                + notice(hire, "M5").path("id").asText();
        var typed = Map.of("on", scenario.today().toString(), "how", "Certified mail 7020 1810.");
        assertThat(scenario.hr.fills(page + "/reached-another-way", typed, null))
                .contains("Attach the paper that shows it", "7020 1810");
        assertThat(scenario.hr.fills(page + "/reached-another-way", typed, "no picture".getBytes()))
                .contains("document-refusal");
        scenario.hr.fills(page + "/reached-another-way", typed, SampleFiles.pdf("Receipt"));

        assertThat(scenario.hr.looksAt(page)).contains("Reached another way", "the paper on file");
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber()))
                .contains("Paper that shows how the candidate was asked");
    }

    @Test
    void L16_silence_of_a_displaced_employee_counts_by_the_same_proof() {
        scenario.is(pool, "A-05", "priority_status", "ICTAP");
        scenario.is(pool, "A-05", "commuting_area", HireScenario.DUTY_LOCATION);
        var hire = scenario.opensCase().until(REVIEWING);
        hire.contacts("A-05", null);
        post.refuses();
        afterDays(10);
        hire.cannotRecordThat("A-05", SILENT, NOTE).by("L14");
        hire.cannotElect("A-01").by("L16");
        scenario.hr.posts(path(hire, "M5") + "/send-again", Map.of());
        post.delivers();
        afterDays(8);
        hire.recordsThat("A-05", SILENT, NOTE).elects("A-01");
    }

    @Test
    void L14_an_election_that_rests_on_silence_without_proof_is_found_at_verification() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.delivers();
        afterDays(8);
        hire.recordsThat("A-04", SILENT, NOTE);
        var selectee = hire.elects("A-01").until("verify-selection");
        // The proof turns out to be none: as recorded before letters were followed, or mended in the database.
        jdbc.update(
                "update notice set state = 'FAILED', sent_at = null, last_error = 'Bounced.' where type = 'M5' and case_number = ?",
                hire.caseNumber());

        scenario.opm
                .cannotComplete(
                        selectee, "verify-selection", answers("decision", "VERIFIED", "comment", "All the same."))
                .by("L14")
                .because("A-04");
        scenario.opm.completes(selectee, "verify-selection", answers("decision", "PAPER_MISSING"));
        scenario.hr.cannotComplete(selectee, "correct-selection", Map.of()).because("Still missing");
    }

    // ---- who is told, and what can be done

    @Test
    void who_wrote_it_reads_on_the_start_page_and_on_the_case_that_it_did_not_go_out() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        assertThat(scenario.hr.looksAt("/")).doesNotContain(hire.caseNumber());
        post.refuses();

        assertThat(scenario.hr.looksAt("/"))
                .contains("of yours did not go out.", hire.caseNumber(), "The mail server refused the message (550).")
                .doesNotContain("Candidate A-04");
        assertThat(scenario.manager.looksAt("/")).doesNotContain(hire.caseNumber());
        assertThat(scenario.manager.looksAt("/cases/" + hire.caseNumber()))
                .contains("A message of this case did not go out.", "to Candidate A-04", "have OPM correct");
        assertThat(scenario.coordinator.looksAt("/cases/" + hire.caseNumber()))
                .contains("A message of this case did not go out.")
                .doesNotContain("Candidate A-04");
        scenario.hr.posts(path(hire, "M5") + "/send-again", Map.of());
        post.delivers();
        assertThat(scenario.hr.looksAt("/")).doesNotContain(hire.caseNumber());
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber()))
                .doesNotContain("did not go out")
                .contains("Had the message “Position details for a candidate” sent again. (Candidate A-04)");
        // Whoever may not know the name does not read it here either.
        assertThat(scenario.coordinator.looksAt("/cases/" + hire.caseNumber()))
                .contains("Had the message “Position details for a candidate” sent again.")
                .doesNotContain("Candidate A-04");
    }

    @Test
    void the_last_message_of_a_case_is_not_lost_with_its_end() {
        var hire = reviewing("NONE");
        var selectee = hire.elects("A-01").until("confirm-entry-on-duty");
        post.delivers();
        var before = undelivered("did not");
        scenario.hr.posts(
                "/api/tasks/"
                        + scenario.hr
                                .find(selectee, "confirm-entry-on-duty")
                                .orElseThrow()
                                .getId(),
                scenario.hr.filled(selectee, "confirm-entry-on-duty", Map.of()));
        hire.isClosedBecause(ClosingReason.FILLED);
        post.refuses();

        assertThat(scenario.hr.looksAt("/"))
                .contains("of yours did not go out.", hire.caseNumber(), "M13", "OPM corrects the address");
        assertThat(undelivered("did not")).isGreaterThan(before);
        assertThat(scenario.opm.looksAt("/outbox?state=FAILED")).contains(hire.caseNumber());

        sendsAgain(hire, "M13");
        assertThat(scenario.hr.looksAt("/")).doesNotContain(hire.caseNumber());
        assertThat(undelivered("did not")).isEqualTo(before);
    }

    @Test
    void who_closed_a_case_reads_that_OPM_perhaps_was_not_told() {
        var hire = reviewing("NONE");
        var before = undelivered("perhaps did not");
        closes(hire);
        post.breaksOff();

        assertThat(scenario.manager.looksAt("/"))
                .contains(hire.caseNumber(), "OPM asks the recipient whether it arrived");
        assertThat(undelivered("perhaps did not")).isGreaterThan(before);
        sendsAgain(hire, "M13");
        assertThat(scenario.manager.looksAt("/")).doesNotContain(hire.caseNumber());
    }

    @Test
    void a_letter_to_a_candidate_of_a_closed_case_is_OPMs_to_see_to_and_names_nobody() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.refuses();
        closes(hire);
        post.delivers();

        assertThat(scenario.hr.looksAt("/"))
                .contains(hire.caseNumber(), "M5", "OPM corrects the address and sends it again.")
                .doesNotContain("Candidate A-04", "have OPM correct");
        assertThat(scenario.opm.looksAt("/cases/" + hire.caseNumber())).contains("to Candidate A-04", "correct it in");
        scenario.opm.posts(
                path(hire, "M5") + "/reached-another-way",
                answers("on", scenario.today().toString(), "how", "By telephone."));
        assertThat(scenario.hr.looksAt("/")).doesNotContain(hire.caseNumber());
    }

    private void closes(Hire hire) {
        scenario.manager.posts(
                "/api/cases/" + hire.caseNumber() + "/close",
                answers("reason", CancellationReason.NEED_GONE, "note", "Reorganized."));
    }

    /** Every message of that type, as each of OPM's team gets one. */
    private void sendsAgain(Hire hire, String type) {
        jdbc.queryForList(
                        "select id from notice where case_number = ? and type = ? and state in ('FAILED', 'UNCERTAIN')",
                        UUID.class,
                        hire.caseNumber(),
                        type)
                .forEach(id -> scenario.opm.posts("/api/outbox/" + id + "/send-again", Map.of()));
        post.delivers();
    }

    /** How many OPM's start page says there are. */
    private int undelivered(String word) {
        var said = Pattern.compile("(\\d+) messages? " + word + " go out").matcher(scenario.opm.looksAt("/"));
        return said.find() ? Integer.parseInt(said.group(1)) : 0;
    }

    @Test
    void sending_again_takes_the_address_on_record_today_and_says_which() {
        scenario.is(pool, "A-04", "email", "tia@typo.example");
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.refuses();
        scenario.is(pool, "A-04", "email", "Tia@Mail.example");
        var page = "/cases/" + hire.caseNumber() + "/notices/"
                + notice(hire, "M5").path("id").asText();
        assertThat(scenario.manager.looksAt(page))
                .contains(
                        "It goes to tia@mail.example, the address on record today. It was written to tia@typo.example.");

        scenario.manager.posts(path(hire, "M5") + "/send-again", Map.of());
        post.delivers();
        assertThat(notice(hire, "M5").path("recipientEmail").asText()).isEqualTo("tia@mail.example");
        assertThat(scenario.manager.looksAt(page)).contains("Earlier attempt", "tia@typo.example: Did not go out.");
        scenario.manager
                .cannotPost(hire, path(hire, "M5") + "/send-again", Map.of())
                .withStatus(409);
    }

    @Test
    void what_was_for_somebody_who_no_longer_works_here_is_not_sent_to_them_again() {
        var deputy = scenario.deputyOf(scenario.hr);
        var hire = reviewing("TP");
        hire.elects("A-04");
        jdbc.update(
                "update notice set recipient_ref = ?, recipient_email = ? where case_number = ? and type = 'M6'",
                "person/" + deputy.actor().userId(),
                deputy.actor().email(),
                hire.caseNumber());
        post.refuses();
        scenario.deputiesLeave();
        var id = jdbc.queryForObject(
                "select id from notice where case_number = ? and type = 'M6'", UUID.class, hire.caseNumber());

        scenario.opm
                .cannotPost(hire, "/api/outbox/" + id + "/send-again", Map.of())
                .withStatus(409)
                .because("no longer on record here");
        assertThat(scenario.opm.looksAt("/cases/" + hire.caseNumber() + "/notices/" + id))
                .contains("no longer on record here. It cannot be sent again");
    }

    @Test
    void letters_to_candidates_are_the_agencys_to_send_again_and_all_others_OPMs() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.refuses();
        var letter = path(hire, "M5");
        scenario.coordinator.cannotPost(hire, letter + "/send-again", Map.of()).withStatus(404);
        scenario.otherHr.cannotPost(hire, letter + "/send-again", Map.of()).withStatus(404);
        scenario.opm.posts(letter + "/send-again", Map.of());
        post.delivers();

        hire.elects("A-04");
        post.refuses();
        var toStaff = path(hire, "M6");
        scenario.hr.cannotPost(hire, toStaff + "/send-again", Map.of()).withStatus(403);
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber()))
                .contains("M6 Candidate elected", "OPM corrects the address");
        scenario.opm.posts(toStaff + "/send-again", Map.of());
        post.delivers();
        assertThat(notice(hire, "M6").path("state").asText()).isEqualTo("SENT");
    }

    @Test
    void a_mail_server_that_is_down_is_told_to_OPM_and_to_who_watches_and_is_over_by_itself() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.cannotBeReached();
        assertThat(jdbc.queryForObject("select problem from mail_outage", String.class))
                .isEqualTo("The mail server could not be reached.");
        for (var page : new String[] {"/", "/outbox"}) {
            assertThat(scenario.opm.looksAt(page))
                    .contains("No message has left since Mar 2, 2026", "1 message waits.");
        }
        assertThat(scenario.hr.looksAt("/")).doesNotContain("No message has left");
        assertThat(scenario.opm.looksAt("/actuator/health/messages")).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(scenario.opm.looksAt("/actuator/health/readiness")).isEqualTo("{\"status\":\"UP\"}");

        afterDays(1);
        post.delivers();
        assertThat(jdbc.queryForList("select problem from mail_outage")).isEmpty();
        assertThat(scenario.opm.looksAt("/actuator/health/messages")).isEqualTo("{\"status\":\"UP\"}");
        assertThat(message(hire).path("state").asText()).isEqualTo("LEFT");
    }

    @Test
    void several_nodes_without_any_mail_server_show_one_incident_between_them_also_after_a_restart() throws Exception {
        reviewing("TP").contacts("A-04", null);
        atOnce(post.anotherNode(), post.anotherNode());
        assertThat(incidents()).hasSize(1);
        assertThat(seenBy(scenario.opm)).isEqualTo(1);
        var first = incidents().get(0).getId();

        atOnce(post.anotherNode(), post.anotherNode(), post.anotherNode());
        assertThat(incidents()).singleElement().extracting(Incident::getId).isEqualTo(first);

        post.delivers();
        atOnce(post.anotherNode(), post.anotherNode());
        assertThat(incidents()).isEmpty();
    }

    private static void atOnce(Runnable... nodes) throws Exception {
        var threads = Executors.newFixedThreadPool(nodes.length);
        var begin = new CyclicBarrier(nodes.length);
        try {
            var telling = Arrays.stream(nodes)
                    .map(node -> threads.submit(() -> {
                        begin.await();
                        node.run();
                        return null;
                    }))
                    .toList();
            for (var each : telling) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void while_no_message_leaves_Cockpit_shows_one_incident_of_the_process() {
        var hire = reviewing("TP");
        assertThat(incidents()).isEmpty();
        hire.contacts("A-04", null);
        post.cannotBeReached();
        hire.contacts("A-03", null);
        post.cannotBeReached();

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.getIncidentMessage())
                    .startsWith("No message has left since Mar 2, 2026")
                    .contains("No mail server is configured. Messages wait in the outbox")
                    .doesNotContain("@", "Candidate");
            assertThat(incident.getProcessInstanceId()).isNull();
            assertThat(seenBy(scenario.opm)).isEqualTo(1);
            assertThat(seenBy(scenario.hr)).isZero();
        });

        afterDays(1);
        post.delivers();
        assertThat(incidents()).isEmpty();
        post.cannotBeReached();
        assertThat(incidents()).as("nothing waits").isEmpty();
    }

    private long seenBy(Colleague who) {
        return engine.as(who.actor(), () -> runtimeService
                .createIncidentQuery()
                .incidentType(MailIncidentInCockpit.TYPE)
                .count());
    }

    private List<Incident> incidents() {
        return runtimeService
                .createIncidentQuery()
                .incidentType(MailIncidentInCockpit.TYPE)
                .list();
    }

    // ---- L16: a priority ends with the result of the second review

    // 5 CFR 330.605, 330.703: the displaced employee is given the written result.
    @Test
    void L16_a_priority_ends_on_the_day_on_which_the_result_of_the_second_review_left() {
        var hire = foundNotWellQualified();
        post.refuses();
        hire.cannotElect("A-01").by("L16").because("which counts once the candidate was sent the result");
        assertThat(hire.row("A-05").at("/secondReview/message/sentence").asText())
                .contains("did not go out");
        assertThat(hire.row("A-05").at("/secondReview/toldOn").isNull()).isTrue();
        afterDays(3);
        scenario.opm.posts(path(hire, "M28") + "/send-again", Map.of());
        hire.cannotElect("A-01").by("L16");
        post.delivers();
        assertThat(hire.row("A-05").at("/secondReview/toldOn").asText())
                .isEqualTo(scenario.today().toString());
        assertThat(hire.lettersOf("M28"))
                .last()
                .asString()
                .contains("No experience with workshops.", "The resume names no workshop.");
        hire.elects("A-01");
    }

    @Test
    void L16_a_priority_ends_also_when_the_result_reached_the_employee_in_another_way_that_a_paper_shows() {
        var hire = foundNotWellQualified();
        post.refuses();
        afterDays(2);
        scenario.hr.posts(path(hire, "M28") + "/reached-another-way", shown(hire, scenario.today(), "Certified mail."));
        hire.elects("A-01");
    }

    private Hire foundNotWellQualified() {
        scenario.is(pool, "A-05", "priority_status", "ICTAP");
        scenario.is(pool, "A-05", "commuting_area", HireScenario.DUTY_LOCATION);
        var hire = reviewing("NONE");
        var review = hire.candidatePath("A-05") + "/priority-review";
        scenario.manager.posts(review, answers("reasons", "No experience with workshops."));
        scenario.hr.posts(
                review + "/second",
                answers(
                        "finding",
                        "NOT_WELL_QUALIFIED",
                        "result",
                        "The resume names no workshop.",
                        "document",
                        scenario.hr.uploads(hire, DocumentPurpose.SECOND_REVIEW)));
        return hire;
    }

    // ---- L15: the candidate's 15 days

    @Test
    void L15_the_15_days_begin_when_the_notice_leaves_and_OPM_cannot_decide_before_they_are_over() {
        var hire = reviewing("CPS");
        var request = hire.asksToPassOver("A-04");
        scenario.manager.completes(request, "file-pass-over");
        post.refuses();
        assertThat(request.file().notifiedOn()).isEmpty();
        assertThat(hire.row("A-04").at("/passOver/message/sentence").asText()).contains("did not go out");
        afterDays(60);
        request.waitsAt();
        request.isMovedTo("decide-pass-over");
        assertThat(scenario.opm
                        .opens(request, "decide-pass-over")
                        .path("hearing")
                        .asText())
                .contains("did not go out", "The 15 days to answer begin when it leaves");
        scenario.opm
                .cannotComplete(request, "decide-pass-over", Map.of())
                .by("L15")
                .because("notified first");
        scenario.opm.posts(path(hire, "M18") + "/send-again", Map.of());
        post.delivers();
        assertThat(request.file().lastDayToAnswer()).contains(scenario.today().plusDays(15));
        scenario.opm
                .cannotComplete(request, "decide-pass-over", Map.of())
                .by("L15")
                .because("may answer until");
        afterDays(16);
        scenario.opm.completes(request, "decide-pass-over");
        request.endedAs(State.SUSTAINED, "passed-over");
    }

    @Test
    void L15_the_timer_waits_for_the_notice_and_counts_from_the_day_it_left() {
        var hire = reviewing("CPS");
        var request = hire.asksToPassOver("A-04");
        scenario.manager.completes(request, "file-pass-over");
        post.putsOff();
        afterDays(20);
        request.waitsAt();
        assertThat(request.dayOfTimer("time-to-answer")).isAfter(LocalDate.of(9000, 1, 1));
        post.delivers();
        var left = scenario.today();
        assertThat(request.dayOfTimer("time-to-answer")).isEqualTo(left.plusDays(16));
        assertThat(hire.lettersOf("M18").get(0)).contains("by " + dueDay(left.plusDays(15)));
        afterDays(16);
        request.timerFires("time-to-answer").waitsAt("decide-pass-over");
    }

    @Test
    void L15_a_notice_by_certified_mail_starts_the_15_days_when_the_agency_records_it() {
        var hire = reviewing("CPS");
        var request = hire.asksToPassOver("A-04");
        scenario.manager.completes(request, "file-pass-over");
        post.refuses();
        var day = scenario.today();
        afterDays(2);
        scenario.hr
                .cannotPost(
                        hire,
                        path(hire, "M18") + "/reached-another-way",
                        answers("on", day.plusDays(1).toString(), "how", "Certified mail."))
                .at("document");
        scenario.hr.posts(path(hire, "M18") + "/reached-another-way", shown(hire, day.plusDays(1), "Certified mail."));
        assertThat(request.file().lastDayToAnswer()).contains(day.plusDays(17));
        assertThat(request.dayOfTimer("time-to-answer")).isEqualTo(day.plusDays(18));
        afterDays(16);
        request.timerFires("time-to-answer").waitsAt("decide-pass-over");
        assertThat(scenario.opm
                        .opens(request, "decide-pass-over")
                        .path("hearing")
                        .asText())
                .contains(
                        "Reached in another way on " + days(day.plusDays(1)),
                        "as recorded on " + days(day.plusDays(2)),
                        "Certified mail.");
    }

    @Test
    void L15_OPM_which_the_15_days_do_not_bind_names_the_day_on_which_they_began() {
        var hire = reviewing("CPS");
        var request = hire.asksToPassOver("A-04");
        scenario.manager.completes(request, "file-pass-over");
        post.refuses();
        var day = scenario.today();
        afterDays(2);
        scenario.opm.posts(
                path(hire, "M18") + "/reached-another-way",
                shown(scenario.opm, hire, day.plusDays(1), "Certified mail, receipt seen."));
        assertThat(request.file().lastDayToAnswer()).contains(day.plusDays(16));
        assertThat(request.dayOfTimer("time-to-answer")).isEqualTo(day.plusDays(17));
    }

    @Test
    void L14_an_agency_does_not_date_back_how_it_reached_somebody() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.refuses();
        var day = scenario.today();
        afterDays(8);
        scenario.hr.posts(path(hire, "M5") + "/reached-another-way", shown(hire, day, "By telephone."));
        hire.cannotRecordThat("A-04", SILENT, NOTE).by("L14").because("may answer until " + dueDay(day.plusDays(15)));
        afterDays(8);
        hire.recordsThat("A-04", SILENT, NOTE);
        var selectee = hire.elects("A-01").until("verify-selection");
        assertThat(scenario.opm.opens(selectee, "verify-selection").toString())
                .contains("whom the message did not reach", "Reached in another way on " + days(day), "By telephone.")
                .doesNotContain("a message that left");
    }

    // ---- step 8: the answer to an offer

    @Test
    void an_offer_that_has_not_left_cannot_go_unanswered_and_its_reminder_waits() {
        var hire = reviewing("NONE");
        var selectee = hire.elects("A-01").until("extend-tentative-offer");
        post.delivers();
        scenario.hr.completes(selectee, "extend-tentative-offer");
        post.refuses();
        assertThat(scenario.hr
                        .opens(selectee, "record-offer-answer")
                        .path("delivery")
                        .asText())
                .contains("did not go out", "begin when it leaves");
        afterDays(10);
        scenario.hr
                .cannotComplete(selectee, "record-offer-answer", answers("answer", "NO_ANSWER"))
                .at("answer")
                .because("The offer has not gone out");
        assertThat(selectee.dayOfTimer("answer-due")).isAfter(LocalDate.of(9000, 1, 1));
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber()))
                .contains("did not go out. The mail server refused");

        scenario.hr.posts(path(hire, "M12") + "/send-again", Map.of());
        post.delivers();
        var left = scenario.today();
        assertThat(selectee.dayOfTimer("answer-due")).isEqualTo(left.plusDays(6));
        assertThat(hire.lettersOf("M12").get(0)).contains("Please answer by " + dueDay(left.plusDays(5)) + ".");
        afterDays(5);
        scenario.hr
                .cannotComplete(selectee, "record-offer-answer", answers("answer", "NO_ANSWER"))
                .because("may still answer until the end of " + days(left.plusDays(5)));
        afterDays(1);
        selectee.timerFires("answer-due").hasPassed("hr-told-answer-due");
        scenario.hr.completes(selectee, "record-offer-answer", answers("answer", "NO_ANSWER"));
    }

    // ---- what is over before its letter leaves

    @Test
    void an_offer_that_ended_while_its_letter_waited_is_made_to_nobody() {
        var hire = reviewing("NONE");
        var selectee = hire.elects("A-01").until("extend-tentative-offer");
        post.delivers();
        scenario.hr.completes(selectee, "extend-tentative-offer");
        post.cannotBeReached();
        closes(hire);
        afterDays(1);
        post.delivers();

        assertThat(notice(hire, "M12").path("state").asText()).isEqualTo("OVERTAKEN");
        assertThat(notice(hire, "M12").path("problem").asText())
                .isEqualTo("The offer stood at \u201coffer ended before entry on duty\u201d before it left.");
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber())).doesNotContain("A message of this case did not");
        assertThat(notice(hire, "M13").path("state").asText()).isEqualTo("SENT");
    }

    @Test
    void an_offer_that_was_accepted_by_telephone_while_its_letter_waited_is_not_made_again() {
        var hire = reviewing("NONE");
        var selectee = hire.elects("A-01").until("extend-tentative-offer");
        scenario.hr.completes(selectee, "extend-tentative-offer");
        post.refuses();
        scenario.hr.completes(selectee, "record-offer-answer");
        scenario.hr.posts(path(hire, "M12") + "/send-again", Map.of());
        post.delivers();

        assertThat(notice(hire, "M12").path("problem").asText())
                .isEqualTo("The offer stood at \u201ctentative offer accepted\u201d before it left.");
    }

    @Test
    void L15_who_was_not_yet_notified_of_a_request_that_was_withdrawn_is_not_any_more() {
        var hire = reviewing("CPS");
        var request = hire.asksToPassOver("A-04");
        scenario.manager.completes(request, "file-pass-over");
        post.cannotBeReached();
        scenario.manager.deletes(hire.candidatePath("A-04") + "/pass-over");
        afterDays(1);
        post.delivers();

        assertThat(notice(hire, "M18").path("problem").asText())
                .isEqualTo("The request it is about was over before it left.");
        assertThat(request.file().notifiedOn()).isEmpty();
    }

    @Test
    void nobody_is_asked_for_interest_in_a_case_that_was_closed() {
        var hire = reviewing("TP");
        hire.contacts("A-04", null);
        post.cannotBeReached();
        closes(hire);
        afterDays(1);
        post.delivers();

        assertThat(notice(hire, "M5").path("problem").asText()).isEqualTo("The case was closed before it left.");
        assertThat(notice(hire, "M5").path("stateTitle").asText()).isEqualTo("Not sent, as it was over before");
    }

    @Test
    void the_candidates_own_word_needs_no_delivered_offer() {
        var hire = reviewing("NONE");
        var selectee = hire.elects("A-01").until("extend-tentative-offer");
        scenario.hr.completes(selectee, "extend-tentative-offer");
        post.refuses();
        scenario.hr.completes(selectee, "record-offer-answer");
        assertThat(selectee.openTasks()).doesNotContain("record-offer-answer");
    }

    // ---- how it reads, which is the same on each database

    @Tag("h2")
    @ParameterizedTest
    @ValueSource(ints = {1440, 400})
    void what_did_not_go_out_reads_well_where_people_act(int width) {
        var number = aRefusedLetter();
        try (var chromium = new Chromium()) {
            var page = chromium.person(width, 900).newPage();
            signIn(page, "flow-hr");
            readsWell(page, "/", "start", width);
            assertThat(page.locator("main")).containsText(number);
            readsWell(page, "/cases/" + number, "case", width);
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("A message of this case did not go out.");
            page.getByRole(AriaRole.STATUS).getByRole(AriaRole.LINK).first().click();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send again")))
                    .isVisible();
            page.getByLabel("Day on which the recipient was reached").fill("2026-03-02");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record"))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Write how the recipient was reached");
            assertThat(page.getByLabel("Day on which the recipient was reached"))
                    .hasValue(Pattern.compile("2026-03-02|03/02/2026"));
            readsWell(page, null, "notice-refused", width);
            page.getByLabel("How, and what shows it").fill("Certified mail 7020 1810.");
            page.getByLabel("Paper that shows it")
                    .setInputFiles(new FilePayload("receipt.pdf", "application/pdf", SampleFiles.pdf("Receipt")));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record"))
                    .click();
            assertThat(page.locator("main")).containsText("Reached another way");
            readsWell(page, "/cases/" + number + "/notices", "notices", width);
        }
    }

    @Tag("h2")
    @ParameterizedTest
    @ValueSource(ints = {1440, 400})
    void that_no_message_leaves_reads_well_on_OPMs_pages(int width) {
        aLetterThatWaits();
        try (var chromium = new Chromium()) {
            var page = chromium.person(width, 900).newPage();
            signIn(page, "flow-opm");
            readsWell(page, "/", "start-incident", width);
            assertThat(page.locator("main")).containsText("No message has left since");
            readsWell(page, "/outbox", "outbox-incident", width);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("No mail server is configured.");
        }
        var watching = Visitor.inABrowser(port).get("/actuator/health/messages");
        assertThat(watching.status()).isEqualTo(503);
        assertThat(watching.body()).isEqualTo("{\"status\":\"DOWN\"}");
    }

    private void signIn(Page page, String userId) {
        page.navigate("http://localhost:" + port + "/sign-in");
        page.getByLabel("User name").fill(userId);
        page.getByLabel("Password").fill(HireScenario.PASSWORD);
        page.locator("main").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".site-header__person")).isVisible();
    }

    /** @param path null to look at the page as it is */
    private void readsWell(Page page, String path, String name, int width) {
        if (path != null) {
            page.navigate("http://localhost:" + port + path);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png"))
                .setFullPage(true));
        Accessibility.assertReadable(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s fits %d pixels", name, width)
                .isLessThanOrEqualTo(width);
    }
}
