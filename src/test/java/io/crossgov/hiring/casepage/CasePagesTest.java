package io.crossgov.hiring.casepage;

import static io.crossgov.hiring.access.PageToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.AgencyDetails;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.PersonDetails;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.TypedDay;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.SamplePools;
import io.crossgov.hiring.request.OpenCase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases over HTTP, as scripts and as people in a browser see them. */
@OnBothDatabases
class CasePagesTest {

    private static final String PASSWORD = "Case-Pages-26";
    private static final String POOL = "CGA-CASE-PAGES";
    private static final String ASK_FOR_DAYS = "Ask OPM to keep the pool reserved longer";
    private static final byte[] PDF = SampleFiles.pdf();

    @Autowired
    private MockMvc http;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    @Autowired
    private Pools pools;

    @Autowired
    private OfficeClock days;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void people_and_a_pool() {
        agencies.save(Actor.SYSTEM, new AgencyDetails("PAGES", "Agency of Pages", null, null, null));
        agencies.save(Actor.SYSTEM, new AgencyDetails("OTHER", "Another agency", null, null, null));
        person("pages-hr", "Hank Rivera", "PAGES", Role.HR_SPECIALIST);
        person("pages-sme", "Sam Poe", "PAGES", Role.SUBJECT_MATTER_EXPERT);
        person("other-hr", "Xenia Roe", "OTHER", Role.HR_SPECIALIST);
        person("pages-opm", "Olga Marsh", "OPM", Role.OPM_CROSS_GOV);
        pools.save(
                Actor.SYSTEM,
                SamplePools.crossGovernment(
                        POOL, "issuedOn", days.today().minusDays(20).toString()));
    }

    @Test
    void a_script_opens_a_case_and_reads_its_timeline() throws Exception {
        var number = open("Strategist");

        http.perform(get("/api/cases/" + number).with(as("pages-hr")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.caseNumber").value(number))
                .andExpect(jsonPath("$.step").value("POSITION_DESCRIPTION"))
                .andExpect(jsonPath("$.pool.announcement").value(POOL))
                .andExpect(jsonPath("$.timeline[0].kind").value("open-case"))
                .andExpect(jsonPath("$.timeline[0].name").value("Hank Rivera"));
        http.perform(get("/api/cases")
                        .param("status", "OPEN")
                        .param("pool", POOL)
                        .with(as("pages-opm")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cases[*].number", hasItem(number)));
    }

    /** 5 CFR 332.408: who issued a certificate keeps a record of the agencies it is shared with. */
    @Test
    void D1_the_issuing_agency_and_OPM_read_and_take_along_whom_a_pool_is_shared_with() throws Exception {
        var shared = "CSA-SHARE-LOG";
        pools.save(
                Actor.SYSTEM,
                SamplePools.shared(shared, "OTHER", "issuedOn", days.today().toString()));
        var number = openFrom(shared, "Strategist");
        openFrom(shared, "Still asked for");
        jdbc.update(
                "update hiring_case set access_decision = 'APPROVED', access_decided_at = ? where number = ?",
                Timestamp.from(Instant.parse("2026-03-05T15:00:00Z")),
                number);

        for (var reader : List.of("other-hr", "pages-opm")) {
            http.perform(get("/pools/{pool}/shares", shared).with(as(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(number)))
                    .andExpect(content().string(containsString("Mar 5, 2026")));
            http.perform(get("/pools/{pool}/shares.csv", shared).with(as(reader)))
                    .andExpect(status().isOk())
                    .andExpect(header().string(
                                    "Content-Disposition", "attachment; filename=\"shares-" + shared + ".csv\""))
                    .andExpect(content()
                            .string("\uFEFFagency,person,case,shared on\r\nPAGES,Hank Rivera," + number
                                    + ",2026-03-05\r\n"));
        }
        http.perform(get("/pools/{pool}/shares", shared).with(as("pages-hr"))).andExpect(status().isForbidden());
        http.perform(get("/pools/{pool}/shares.csv", shared).with(as("pages-hr")))
                .andExpect(status().isForbidden());
        http.perform(get("/pools/{pool}/shares", POOL).with(as("pages-opm")))
                .andExpect(content().string(containsString("Nobody yet.")));
    }

    @Test
    void a_case_without_pool_or_title_is_refused_with_a_sentence_and_its_field() throws Exception {
        http.perform(post("/api/cases")
                        .with(as("pages-hr"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"announcement\": \"%s\", \"positionTitle\": \" \"}".formatted(POOL)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("Enter the title of the position."))
                .andExpect(jsonPath("$.field").value("positionTitle"));
        http.perform(post("/api/cases")
                        .with(as("pages-hr"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"announcement\": \"CGA-NOWHERE\", \"positionTitle\": \"Strategist\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("There is no talent pool CGA-NOWHERE")));
    }

    @Test
    void a_request_to_open_a_case_that_is_sent_again_with_its_key_is_answered_with_the_same_case() throws Exception {
        var first = openWithKey("Sent again", "key-1").andExpect(status().isCreated());
        var again = openWithKey("Sent again", "key-1").andExpect(status().isCreated());
        assertThat(again.andReturn().getResponse().getHeader("Location"))
                .isEqualTo(first.andReturn().getResponse().getHeader("Location"));
        openWithKey("Something else", "key-1")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("You have opened a case with this form already")));
        openWithKey("Sent again", "k".repeat(65))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("Idempotency-Key"));
        http.perform(post("/api/cases")
                        .with(as("pages-hr"))
                        .header("Idempotency-Key", "key-2")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(new OpenCase(false, POOL, "Sent again", "key-3"))))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("openingKey"));
    }

    private ResultActions openWithKey(String title, String key) throws Exception {
        return http.perform(post("/api/cases")
                .with(as("pages-hr"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(new OpenCase(POOL, title, false))));
    }

    @Test
    void a_subject_matter_expert_opens_no_case() throws Exception {
        http.perform(post("/api/cases")
                        .with(as("pages-sme"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"announcement\": \"%s\", \"positionTitle\": \"Strategist\"}".formatted(POOL)))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_address_that_leads_nowhere_answers_a_script_with_problem_details() throws Exception {
        for (var accepted : List.of(MediaType.ALL, MediaType.APPLICATION_JSON)) {
            http.perform(get("/api/nothing").accept(accepted).with(as("pages-hr")))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value("There is nothing at this address."));
        }
    }

    @Test
    void another_agency_gets_the_same_404_as_for_a_case_that_does_not_exist() throws Exception {
        var number = open("Strategist");
        for (var address : new String[] {"/api/cases/" + number, "/api/cases/" + number.substring(0, 9) + "999998"}) {
            http.perform(get(address).with(as("other-hr")))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.detail").value("There is no case " + address.substring(11) + "."));
        }
        http.perform(get("/cases/" + number).with(as("other-hr"))).andExpect(status().isNotFound());
        http.perform(get("/cases").with(as("other-hr")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(number))));
        http.perform(post("/api/cases/" + number + "/close")
                        .with(as("other-hr"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"BUDGET\"}"))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_script_closes_a_case_once() throws Exception {
        var number = open("Strategist");
        var close = post("/api/cases/" + number + "/close")
                .with(as("pages-hr"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\": \"NEED_GONE\", \"note\": \"The unit moves.\"}");
        http.perform(close).andExpect(status().isNoContent());
        http.perform(close)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("Case " + number + " is closed: the agency closed the case."));
        http.perform(get("/api/cases/" + number).with(as("pages-hr")))
                .andExpect(jsonPath("$.closing.because").value("NEED_GONE"));
    }

    @Test
    void L10_HR_of_an_agency_with_reserved_days_asks_for_more_on_the_cases_page() throws Exception {
        var lastDay = days.today().plusDays(2);
        pools.save(
                Actor.SYSTEM,
                SamplePools.crossGovernment(
                        POOL,
                        "issuedOn",
                        days.today().minusDays(20).toString(),
                        "priorityAgencies",
                        List.of("PAGES"),
                        "priorityUntil",
                        lastDay.toString()));
        var number = open("Strategist");
        http.perform(get("/cases/" + number).with(as("pages-hr")))
                .andExpect(content().string(containsString("Until " + days.dueDayInWords(lastDay) + " for PAGES.")))
                .andExpect(content().string(containsString(ASK_FOR_DAYS)));
        for (var other : List.of("pages-sme", "pages-opm")) {
            http.perform(get("/cases/" + number).with(as(other)))
                    .andExpect(content().string(not(containsString(ASK_FOR_DAYS))));
        }

        http.perform(askForDays(number, lastDay, "Interviews & panels."))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Choose a later day, until ")))
                .andExpect(content().string(containsString("Interviews &amp; panels.")))
                .andExpect(content().string(containsString("value=\"" + lastDay + "\" aria-invalid=\"true\"")));
        http.perform(askForDays(number, "18/11/2026", "Interviews & panels."))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(containsString(
                                "“18/11/2026” is not a date. Enter month, day and year, for example 11/18/2026.")))
                .andExpect(content().string(containsString("value=\"18/11/2026\" aria-invalid=\"true\"")))
                .andExpect(content().string(containsString("Interviews &amp; panels.")));
        http.perform(askForDays(number, TypedDay.inField(lastDay.plusDays(9)), "Interviews & panels."))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", "/cases/" + number));

        http.perform(get("/cases/" + number).with(as("pages-hr")))
                .andExpect(content().string(containsString("Interviews &amp; panels. With OPM.")))
                .andExpect(content().string(not(containsString(ASK_FOR_DAYS))));
        http.perform(get("/api/cases/" + number).with(as("pages-hr")))
                .andExpect(jsonPath("$.priority.extensions[0].state").value("OPEN"));
    }

    @Test
    void L10_another_agency_reads_on_the_cases_page_from_which_day_it_may_ask() throws Exception {
        var lastDay = days.today().plusDays(2);
        pools.save(
                Actor.SYSTEM,
                SamplePools.crossGovernment(
                        POOL,
                        "issuedOn",
                        days.today().minusDays(20).toString(),
                        "priorityAgencies",
                        List.of("OTHER"),
                        "priorityUntil",
                        lastDay.toString()));
        var number = open("Strategist");
        http.perform(get("/cases/" + number).with(as("pages-hr")))
                .andExpect(content()
                        .string(containsString(
                                "Agency of Pages may ask for access from " + days.dueDayInWords(lastDay.plusDays(1)))))
                .andExpect(content().string(not(containsString(ASK_FOR_DAYS))));
    }

    private MockHttpServletRequestBuilder askForDays(String number, LocalDate until, String reason) {
        return askForDays(number, until.toString(), reason);
    }

    private MockHttpServletRequestBuilder askForDays(String number, String until, String reason) {
        return post("/cases/" + number + "/priority-extension")
                .with(as("pages-hr"))
                .with(csrf())
                .param("until", until)
                .param("reason", reason);
    }

    @Test
    void HR_asks_OPM_for_its_sample_position_descriptions() throws Exception {
        var number = open("Strategist");
        http.perform(post("/api/cases/" + number + "/sample-position-descriptions")
                        .with(as("pages-hr")))
                .andExpect(status().isAccepted());
        http.perform(get("/api/cases/" + number).with(as("pages-hr")))
                .andExpect(jsonPath("$.timeline[1].kind").value("ask-for-sample-position-descriptions"));
        http.perform(get("/cases/" + number + "/notices").with(as("pages-hr")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("M19 Sample position descriptions requested")))
                .andExpect(content()
                        .string(containsString(number + ": Agency of Pages asks for sample position descriptions")));
    }

    @Test
    void a_message_of_the_case_is_read_word_by_word_by_its_agency_and_not_by_another() throws Exception {
        var number = open("Strategist", true);
        var page = http.perform(get("/cases/" + number + "/notices").with(as("pages-hr")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("M15 Portal account request")))
                .andExpect(content().string(containsString("Agency Talent Portal help")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var message = Pattern.compile("/cases/" + number + "/notices/[0-9a-f-]{36}")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        http.perform(get(message).with(as("pages-sme")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Full name: Hank Rivera")))
                .andExpect(content().string(containsString("Role: HR specialist")));
        http.perform(get(message).with(as("other-hr"))).andExpect(status().isNotFound());
        http.perform(get("/cases/" + number + "/notices").with(as("other-hr"))).andExpect(status().isNotFound());
    }

    @Test
    void a_case_with_more_messages_than_a_page_has_says_how_many_and_leads_to_all_of_them() throws Exception {
        var number = open("Strategist", true);
        for (int more = 1; more <= 200; more++) {
            jdbc.update(
                    """
                    insert into notice (id, type, case_number, agency, occasion, recipient_ref, recipient_name, recipient_email,
                                        subject, body, written_at, state, attempts, next_attempt_at)
                    select ?, type, case_number, agency, ?, recipient_ref, recipient_name, recipient_email,
                           subject, body, written_at, 'HANDED_OVER', 0, next_attempt_at
                    from notice where case_number = ? and type = 'M15' and occasion not like 'more-%' limit 1""",
                    UUID.randomUUID(), "more-" + number + more, number);
        }
        var all = jdbc.queryForObject("select count(*) from notice where case_number = ?", Integer.class, number);
        assertThat(all).isBetween(201, 210);

        var address = "/cases/" + number + "/notices";
        var newest = page(address);
        assertThat(newest)
                .contains(all + " messages, newest first; 200 of them on this page")
                .doesNotContain(">Newer<");
        var older = page(linkOf(newest, "Older"));
        assertThat(older)
                .contains(all + " messages, newest first; " + (all - 200) + " of them on this page")
                .contains(">Newer<")
                .doesNotContain(">Older<");
        var read = messagesOf(newest);
        assertThat(read).hasSize(200).doesNotContainAnyElementsOf(messagesOf(older));
        assertThat(messagesOf(older)).hasSize(all - 200);
        assertThat(messagesOf(page(linkOf(older, "Newer")))).isEqualTo(read);
        http.perform(get("/api" + address).with(as("pages-hr")))
                .andExpect(jsonPath("$.length()").value(all));
        http.perform(get("/api" + address + "?before=" + read.get(199)).with(as("pages-hr")))
                .andExpect(jsonPath("$.length()").value(all - 200));
        http.perform(get(address + "?page=3").with(as("other-hr"))).andExpect(status().isNotFound());
    }

    @Test
    void of_very_many_decisions_the_newest_are_shown_and_all_of_them_on_demand(
            @Autowired DecisionLog audit, @Autowired PlatformTransactionManager transactions) throws Exception {
        var number = open("Strategist");
        var hank = new Actor("pages-hr", "Hank Rivera", "hank@pages.example", "PAGES", Set.of(Role.HR_SPECIALIST));
        new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> audit.recordAll(IntStream.rangeClosed(1, 500)
                        .mapToObj(contact -> DecisionLog.Entry.inCase(
                                new CaseNumber(number),
                                hank,
                                "contact-candidate",
                                "Contact " + contact + ".",
                                null,
                                null))
                        .toList()));

        var page = page("/cases/" + number);
        assertThat(page)
                .contains("The 200 newest of 501 decisions are shown.")
                .contains("Contact 500.", "Contact 301.")
                .doesNotContain("Contact 300.");
        assertThat(page(linkOf(page, "Show all 501")))
                .contains("Contact 500.", "Contact 1.")
                .doesNotContain("decisions are shown");
        http.perform(get("/api/cases/" + number).with(as("pages-hr")))
                .andExpect(jsonPath("$.timeline.length()").value(501));
    }

    private String page(String address) throws Exception {
        return http.perform(get(URI.create(address)).with(as("pages-hr")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** Where the link with these words leads to. */
    private static String linkOf(String page, String words) {
        var link = Pattern.compile("href=\"([^\"]+)\"[^>]*>" + words + "<").matcher(page);
        assertThat(link.find()).as(words).isTrue();
        return link.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
    }

    /** Ids of the messages to which the page leads, in its order. */
    private static List<String> messagesOf(String page) {
        return Pattern.compile("/notices/([0-9a-f-]{36})")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
    }

    @Test
    void OPM_puts_a_sample_position_description_into_a_case_and_its_agency_reads_it() throws Exception {
        var number = open("Strategist");
        http.perform(get("/cases/" + number).with(as("pages-opm")))
                .andExpect(content().string(containsString("Put the sample into this case")));
        http.perform(putSample(number, "gs-0301-13.pdf", PDF)
                        .with(as("pages-opm"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", "/cases/" + number));

        http.perform(get("/cases/" + number).with(as("pages-hr")))
                .andExpect(content().string(containsString("gs-0301-13.pdf")))
                .andExpect(content().string(containsString("Put OPM&#39;s sample position description on file.")))
                .andExpect(content().string(not(containsString("Put the sample into this case"))));
        var file = http.perform(get("/api/cases/" + number).with(as("pages-hr")))
                .andExpect(jsonPath("$.documents[0].purpose").value("SAMPLE-PD"))
                .andExpect(jsonPath("$.timeline[1].kind").value("store-document"))
                .andExpect(jsonPath("$.timeline[1].name").value("Olga Marsh"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var document =
                "/api/documents/" + json.readTree(file).at("/documents/0/id").asText();
        http.perform(get(document).with(as("pages-hr")))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PDF));
        http.perform(get(document).with(as("other-hr"))).andExpect(status().isNotFound());
        assertThat(jdbc.queryForList(
                        "select user_id from document_read where document_id = ?",
                        String.class,
                        UUID.fromString(document.substring(document.lastIndexOf('/') + 1))))
                .containsExactly("pages-hr");
    }

    @Test
    void nobody_but_OPM_puts_samples_into_a_case_and_only_papers_into_an_open_one() throws Exception {
        var number = open("Strategist");
        http.perform(putSample(number, "sample.pdf", PDF).with(as("pages-hr")).with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(putSample(number, "", new byte[0]).with(as("pages-hr")).with(csrf()))
                .andExpect(status().isForbidden());
        http.perform(putSample(number, "sample.pdf", PDF).with(as("other-hr")).with(csrf()))
                .andExpect(status().isNotFound());
        http.perform(multipart("/api/cases/" + number + "/documents")
                        .file(new MockMultipartFile("file", "sample.pdf", null, PDF))
                        .contentType("multipart/form-data; boundary=x")
                        .param("purpose", "SAMPLE-PD")
                        .with(as("pages-hr")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail")
                        .value("OPM's sample position description: this is put on file by OPM CrossGovHiring team."));
        http.perform(putSample(number, "sample.pdf", "no paper".getBytes(StandardCharsets.UTF_8))
                        .with(as("pages-opm"))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("The content of this file is not what its name says.")));
        http.perform(putSample(number, "", new byte[0]).with(as("pages-opm")).with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("The file is empty. Choose a file that has content.")));
        close(number);
        http.perform(putSample(number, "sample.pdf", PDF).with(as("pages-opm")).with(csrf()))
                .andExpect(status().isConflict());
        http.perform(get("/cases/" + number).with(as("pages-opm")))
                .andExpect(content().string(not(containsString("Put the sample into this case"))));
        http.perform(get("/api/cases/" + number).with(as("pages-opm")))
                .andExpect(jsonPath("$.documents").isEmpty());
    }

    private static MockHttpServletRequestBuilder putSample(String number, String name, byte[] content) {
        return multipart("/cases/" + number + "/sample-position-descriptions")
                .file(new MockMultipartFile("file", name, null, content))
                .contentType("multipart/form-data; boundary=x");
    }

    private void close(String number) throws Exception {
        http.perform(post("/api/cases/" + number + "/close")
                        .with(as("pages-hr"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"NEED_GONE\"}"))
                .andExpect(status().isNoContent());
    }

    @Test
    void the_list_is_narrowed_to_a_pool_by_words_that_only_one_has_and_else_one_chooses() throws Exception {
        for (var name : List.of("NURSES", "PHYSICISTS")) {
            pools.save(Actor.SYSTEM, SamplePools.crossGovernment(POOL + "-" + name, "title", "Pages of " + name));
        }
        var number = open("Archivist");

        http.perform(get("/cases").param("pool", "cga\u2013case\u2013pages").with(as("pages-hr")))
                .andExpect(content().string(containsString(number)))
                .andExpect(content().string(containsString("value=\"" + POOL + "\"")));
        http.perform(get("/cases").param("pool", "pages of nurs").with(as("pages-hr")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No case fits.")))
                .andExpect(content().string(containsString("value=\"" + POOL + "-NURSES\"")));
        http.perform(get("/cases")
                        .param("pool", "pages of")
                        .param("status", "OPEN")
                        .with(as("pages-hr")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Several talent pools are called so.")))
                .andExpect(content().string(containsString("/cases?status=OPEN&amp;pool=" + POOL + "-NURSES")))
                .andExpect(content().string(not(containsString("List of cases"))));
        http.perform(get("/cases").param("pool", "pages of <nobody>").with(as("pages-hr")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is no pool pages of &lt;nobody&gt;.")))
                .andExpect(content().string(not(containsString("List of cases"))));
    }

    @Test
    void the_pages_show_the_case_and_close_it_only_when_confirmed() throws Exception {
        var number = open("Service Designer <b>");

        http.perform(get("/cases").param("pool", POOL).with(as("pages-hr")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number)));
        http.perform(get("/cases/" + number).with(as("pages-hr")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Service Designer &lt;b&gt;")))
                .andExpect(content().string(containsString("Agency of Pages")))
                .andExpect(content().string(containsString("Opened a case for")))
                .andExpect(content().string(containsString("Close this case")));
        http.perform(get("/cases/" + number).with(as("pages-opm")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Close this case"))));
        http.perform(post("/cases/" + number + "/close")
                        .with(as("pages-hr"))
                        .with(csrf())
                        .param("reason", "BUDGET"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Confirm that you want to close this case for good.")));
        var tooLong = "n".repeat(Cases.LONGEST_NOTE) + " and the end of it";
        http.perform(post("/cases/" + number + "/close")
                        .with(as("pages-hr"))
                        .with(csrf())
                        .param("reason", "BUDGET")
                        .param("note", tooLong)
                        .param("confirmed", "true"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(Cases.NOTE_TOO_LONG)))
                .andExpect(content().string(containsString(tooLong)))
                .andExpect(content().string(not(containsString("maxlength"))));
        http.perform(post("/cases/" + number + "/close")
                        .with(as("pages-hr"))
                        .with(csrf())
                        .param("reason", "BUDGET")
                        .param("note", "")
                        .param("confirmed", "true"))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", "/cases/" + number));
        http.perform(get("/cases/" + number).with(as("pages-hr")))
                .andExpect(content().string(containsString("How it ended")))
                .andExpect(content().string(not(containsString("Yes, close this case for good"))));
    }

    private String open(String title) throws Exception {
        return open(title, false);
    }

    private String open(String title, boolean needsPortalAccount) throws Exception {
        return open(new OpenCase(POOL, title, needsPortalAccount));
    }

    private String openFrom(String pool, String title) throws Exception {
        return open(new OpenCase(pool, title, false));
    }

    private String open(OpenCase wanted) throws Exception {
        var answer = http.perform(post("/api/cases")
                        .with(as("pages-hr"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(wanted)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        var number = json.readTree(answer.getContentAsString()).path("number").asText();
        assertThat(answer.getHeader("Location")).isEqualTo("/api/cases/" + number);
        return number;
    }

    private static RequestPostProcessor as(String userId) {
        return httpBasic(userId, PASSWORD);
    }

    private void person(String id, String name, String agency, Role role) {
        people.save(
                Actor.SYSTEM,
                new PersonDetails(
                        id, name, id + "@agency.example", "202-555-0199", agency, Set.of(role), null, PASSWORD));
    }
}
