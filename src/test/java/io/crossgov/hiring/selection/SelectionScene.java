package io.crossgov.hiring.selection;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.AgencyDetails;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.PersonDetails;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.leaving.LeavingClock;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.SamplePools;
import io.crossgov.hiring.request.CaseStarter;
import io.crossgov.hiring.request.OpenCase;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.HandlerMapping;

/** Two agencies, OPM, pools with candidates, and cases that have come to step 4: each test makes its own. */
@TestComponent
class SelectionScene {

    static final String MANAGER = "sela.manager";
    static final String SECOND_MANAGER = "sela.manager2";
    static final String HR = "sela.hr";
    static final String COORDINATOR = "sela.scc";
    static final String EXPERT = "sela.sme";
    static final String OTHER_MANAGER = "selb.manager";
    static final String OTHER_HR = "selb.hr";
    static final String OTHER_COORDINATOR = "selb.scc";
    static final String OPM = "sel.opm.one";
    static final String SECOND_OPM = "sel.opm.two";

    private static final String POSITION = "Strategist";
    private static final String PASSWORD = "Long-enough-1!";
    /** All of one length, so that a list in the order of applicant numbers is in the order in which they were made. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    @Autowired
    private Pools pools;

    @Autowired
    private CaseStarter caseStarter;

    @Autowired
    private Directory directory;

    @Autowired
    private LeavingClock leavingClock;

    @Autowired
    private OfficeClock office;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ObjectMapper json;

    private boolean peopled;

    /**
     * What the server answered.
     *
     * @param operation method and address that answered, as the API names it; null where none did
     */
    record Answer(int status, String text, JsonNode json, String etag, String operation) {
        String detail() {
            return json == null ? "" : json.path("detail").asText();
        }

        String rule() {
            return json == null ? "" : json.path("rule").asText();
        }

        String field() {
            return json == null ? "" : json.path("field").asText();
        }
    }

    /** Agencies and people, once a context: saving the same again changes nothing. */
    synchronized void people() {
        if (peopled) {
            return;
        }
        for (var code : List.of(Actor.OPM, "SELA", "SELB")) {
            agencies.save(
                    Actor.SYSTEM,
                    new AgencyDetails(code, "Agency " + code, "Category rating policy", LocalDate.of(2020, 1, 1), 5));
        }
        person(MANAGER, "SELA", Role.HIRING_MANAGER);
        person(SECOND_MANAGER, "SELA", Role.HIRING_MANAGER);
        person(HR, "SELA", Role.HR_SPECIALIST);
        person(COORDINATOR, "SELA", Role.SHARED_CERTIFICATE_COORDINATOR);
        person(EXPERT, "SELA", Role.SUBJECT_MATTER_EXPERT);
        person(OTHER_MANAGER, "SELB", Role.HIRING_MANAGER);
        person(OTHER_HR, "SELB", Role.HR_SPECIALIST);
        person(OTHER_COORDINATOR, "SELB", Role.SHARED_CERTIFICATE_COORDINATOR);
        person(OPM, Actor.OPM, Role.OPM_CROSS_GOV);
        person(SECOND_OPM, Actor.OPM, Role.OPM_CROSS_GOV);
        peopled = true;
    }

    void person(String id, String agency, Role role) {
        people.save(
                Actor.SYSTEM,
                new PersonDetails(
                        id,
                        "Person " + id,
                        id + "@agency.example",
                        null,
                        agency,
                        Set.of(role),
                        role == Role.SHARED_CERTIFICATE_COORDINATOR ? LocalDate.of(2020, 1, 1) : null,
                        PASSWORD));
    }

    Actor actor(String userId) {
        return directory.find(userId).orElseThrow();
    }

    LocalDate today() {
        return office.today();
    }

    /** A pool of OPM's, open since ten days. */
    AnnouncementNumber pool(Object... changes) {
        people();
        var announcement = "CGA-SEL-" + NUMBERS.incrementAndGet();
        pools.save(Actor.SYSTEM, SamplePools.crossGovernment(announcement, withIssueDate(changes)));
        return new AnnouncementNumber(announcement);
    }

    /** A certificate the second agency shares, open since ten days. */
    AnnouncementNumber sharedPool() {
        people();
        var announcement = "CSA-SEL-" + NUMBERS.incrementAndGet();
        pools.save(Actor.SYSTEM, SamplePools.shared(announcement, "SELB", withIssueDate()));
        return new AnnouncementNumber(announcement);
    }

    private Object[] withIssueDate(Object... changes) {
        var all =
                new ArrayList<Object>(List.of("issuedOn", today().minusDays(10).toString()));
        all.addAll(Arrays.asList(changes));
        return all.toArray();
    }

    /** A best-qualified candidate who would work in Washington. */
    UUID candidate(AnnouncementNumber pool, String name) {
        return candidate(pool, name, "BEST_QUALIFIED", true, "Washington, DC");
    }

    UUID candidate(AnnouncementNumber pool, String name, String rating, boolean optedIn, String... locations) {
        var id = UUID.randomUUID();
        var number = "A-" + NUMBERS.incrementAndGet();
        var email = "candidate" + NUMBERS.incrementAndGet() + "@mail.example";
        jdbc.update(
                "insert into candidate (id, announcement, applicant_number, name, email, rating, preference, priority_status,"
                        + " opted_in, availability, number_key, email_key, name_key, person_key, version)"
                        + " values (?, ?, ?, ?, ?, ?, 'NONE', 'NONE', ?, 'AVAILABLE', ?, ?, ?, ?, 0)",
                id,
                pool.value(),
                number,
                name,
                email,
                rating,
                optedIn,
                number.toLowerCase(java.util.Locale.ROOT),
                email,
                name.toLowerCase(java.util.Locale.ROOT),
                email);
        for (var location : locations) {
            jdbc.update("insert into candidate_location (candidate_id, location) values (?, ?)", id, location);
        }
        return id;
    }

    /** What OPM found about the candidate's veterans' preference. */
    void preference(UUID candidate, String preference) {
        jdbc.update("update candidate set preference = ? where id = ?", preference, candidate);
    }

    /** A case of the manager's agency in step 4, access approved, one vacancy in Washington and Denver. */
    CaseNumber caseInReview(AnnouncementNumber pool, String manager) {
        return caseInReview(pool, manager, 1);
    }

    CaseNumber caseInReview(AnnouncementNumber pool, String manager, int vacancies) {
        return caseInReview(pool, manager, vacancies, POSITION);
    }

    CaseNumber caseInReview(AnnouncementNumber pool, String manager, int vacancies, String position) {
        var number = caseBeforeAccess(pool, manager, vacancies, position);
        jdbc.update(
                "update hiring_case set access_decision = 'APPROVED', access_decided_at = ? where number = ?",
                Timestamp.from(Instant.now()),
                number.value());
        var instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
        runtimeService
                .createProcessInstanceModification(instance.getId())
                .cancelAllForActivity("identify-position-description")
                .startBeforeActivity("review-and-interview-candidates")
                .execute();
        return number;
    }

    CaseNumber caseBeforeAccess(AnnouncementNumber pool, String manager, int vacancies) {
        return caseBeforeAccess(pool, manager, vacancies, POSITION);
    }

    private CaseNumber caseBeforeAccess(AnnouncementNumber pool, String manager, int vacancies, String position) {
        var number = caseStarter.start(actor(manager), new OpenCase(pool.value(), position, false));
        jdbc.update(
                "update hiring_case set vacancies = ?, pd_number = 'PD-1', pd_series = '0301', pd_grade = 'GS-13',"
                        + " rpl_status = 'CLEARED', request_started_on = ? where number = ?",
                vacancies,
                Date.valueOf(today()),
                number.value());
        var locations = List.of("Washington, DC", "Denver, CO");
        for (int place = 0; place < locations.size(); place++) {
            jdbc.update(
                    "insert into case_duty_location (case_number, place, duty_location) values (?, ?, ?)",
                    number.value(),
                    place,
                    locations.get(place));
        }
        return number;
    }

    void classifyPd(CaseNumber number) {
        var coverSheet = UUID.randomUUID();
        jdbc.update(
                "insert into document (id, version, case_number, agency, purpose, file_name, media_type, size_bytes, sha256,"
                        + " stored_at, stored_by, stored_by_name) select ?, 0, number, agency, 'OF-8', 'of-8.pdf',"
                        + " 'application/pdf', 0, 'none', opened_at, opened_by, opened_by_name from hiring_case where number = ?",
                coverSheet,
                number.value());
        jdbc.update(
                "update hiring_case set pd_classified_on = ?, pd_cover_sheet = ? where number = ?",
                Date.valueOf(today()),
                coverSheet,
                number.value());
    }

    Answer read(String person, String path, Object... parts) {
        return send(person, get(path, parts));
    }

    Answer readIfChanged(String person, String etag, String path, Object... parts) {
        return send(person, get(path, parts).header("If-None-Match", etag));
    }

    Answer write(String person, Map<String, ?> body, String path, Object... parts) {
        try {
            return send(
                    person,
                    post(path, parts).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsBytes(body)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** The messages that a change would send. */
    Answer messagesOf(String person, HttpMethod method, Map<String, ?> body, String path, Object... parts) {
        return send(
                person,
                MockMvcRequestBuilders.request(method, path, parts)
                        .header("X-XG-Preview", "messages")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.valueToTree(body).toString()));
    }

    /** As {@link #messagesOf}, and does it. */
    Answer send(String person, HttpMethod method, Map<String, ?> body, String path, Object... parts) {
        var request = MockMvcRequestBuilders.request(method, path, parts);
        return send(
                person,
                body.isEmpty() && method != HttpMethod.POST
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON)
                                .content(json.valueToTree(body).toString()));
    }

    Answer put(String person, String path, Object... parts) {
        return send(person, MockMvcRequestBuilders.put(path, parts));
    }

    Answer delete(String person, String path, Object... parts) {
        return send(person, MockMvcRequestBuilders.delete(path, parts));
    }

    Answer change(String person, Map<String, ?> body, String path, Object... parts) {
        return send(
                person,
                MockMvcRequestBuilders.put(path, parts)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.valueToTree(body).toString()));
    }

    Answer upload(String person, CaseNumber number, String purpose, String fileName) {
        return upload(person, purpose, fileName, "/api/cases/{number}/documents", number);
    }

    Answer upload(String person, String purpose, String fileName, String path, Object... parts) {
        return upload(person, purpose, fileName, SampleFiles.pdf(), path, parts);
    }

    Answer upload(String person, String purpose, String fileName, byte[] content, String path, Object... parts) {
        return send(
                person,
                MockMvcRequestBuilders.multipart(path, parts)
                        .file(new MockMultipartFile("file", fileName, "application/pdf", content))
                        .param("purpose", purpose)
                        .contentType(MediaType.parseMediaType("multipart/form-data; boundary=between-parts")));
    }

    /** A document as the browser gets it. */
    MockHttpServletResponse download(String person, UUID document) {
        return respond(person, get("/api/documents/{id}", document)).getResponse();
    }

    private MvcResult respond(String person, AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return mvc.perform(request.with(httpBasic(person, PASSWORD))).andReturn();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Answer send(String person, AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            var result = respond(person, request);
            var response = result.getResponse();
            var pattern = result.getRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            var text = response.getContentAsString();
            var isJson = String.valueOf(response.getContentType()).contains("json");
            return new Answer(
                    response.getStatus(),
                    text,
                    isJson ? json.readTree(text) : null,
                    response.getHeader("ETag"),
                    pattern == null ? null : result.getRequest().getMethod() + " " + pattern);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    Answer list(String person, CaseNumber number) {
        return read(person, "/api/cases/{number}/candidates", number);
    }

    /** All that the person sees of a candidate of the list; a missing node when the candidate does not stand on it. */
    JsonNode seen(String person, CaseNumber number, UUID candidate) {
        return details(person, number, candidate).json().path("candidate");
    }

    Answer details(String person, CaseNumber number, UUID candidate) {
        return read(person, "/api/cases/{number}/candidates/{id}", number, candidate);
    }

    String status(CaseNumber number, UUID candidate) {
        return seen(OPM, number, candidate).path("status").asText();
    }

    /** Records something with the version the person sees now. */
    Answer record(String person, CaseNumber number, UUID candidate, String what, Object... entries) {
        var body = new LinkedHashMap<String, Object>();
        body.put("version", seen(person, number, candidate).path("version").asLong());
        for (int at = 0; at < entries.length; at += 2) {
            body.put((String) entries[at], entries[at + 1]);
        }
        return write(person, body, "/api/cases/{number}/candidates/{id}/" + what, number, candidate);
    }

    /** Asks a candidate in another way than by mail, with the paper that shows it. */
    Answer asks(String person, CaseNumber number, UUID candidate) {
        return record(
                person,
                number,
                candidate,
                "contact",
                "note",
                "Called and left a message.",
                "document",
                paper(person, number, "CONTACT"));
    }

    /** A paper of the case, filed now; its id. */
    String paper(String person, CaseNumber number, String purpose) {
        return upload(
                        person,
                        purpose,
                        purpose.toLowerCase(Locale.ROOT) + ".pdf",
                        SampleFiles.pdf(purpose + " " + UUID.randomUUID()),
                        "/api/cases/{number}/documents",
                        number)
                .json()
                .path("id")
                .asText();
    }

    /** Records that a candidate declined the agency, with what he or she wrote. */
    Answer declines(String person, CaseNumber number, UUID candidate) {
        return record(
                person,
                number,
                candidate,
                "withdrawal",
                "scope",
                "THIS_AGENCY",
                "documents",
                List.of(paper(person, number, "WITHDRAWAL")));
    }

    /** Records that a candidate asks to withdraw from all agencies, with what he or she wrote. */
    Answer asksToLeave(String person, CaseNumber number, UUID candidate) {
        return record(
                person,
                number,
                candidate,
                "withdrawal",
                "scope",
                "ALL_AGENCIES",
                "documents",
                List.of(paper(person, number, "WITHDRAWAL")));
    }

    /** The same, and OPM confirms it: the candidate has left the pool. */
    void leaves(String person, CaseNumber number, UUID candidate) {
        must(asksToLeave(person, number, candidate));
        must(confirmsLeaving(SelectionScene.OPM, candidate));
    }

    Answer confirmsLeaving(String opm, UUID candidate) {
        return decidesLeaving(opm, candidate, "confirmation", Map.of());
    }

    /** OPM decides about the newest request of the candidate to leave the pool. */
    Answer decidesLeaving(String opm, UUID candidate, String what, Map<String, ?> answers) {
        var request = leavingOf(candidate);
        return write(
                opm,
                answers,
                "/api/pools/{pool}/withdrawals/{id}/" + what,
                request.get("announcement"),
                request.get("id"));
    }

    /** The days in which the candidate could say that it was a mistake are over. @return the page that says so */
    Answer daysToUndoAreOver(String opm, UUID candidate) {
        var request = leavingOf(candidate);
        jdbc.update(
                "update notice set answer_until = ? where type = 'M31' and about_id = ?",
                java.sql.Date.valueOf(today().minusDays(1)),
                request.get("id"));
        leavingClock.settle();
        return read(opm, "/api/pools/{pool}/withdrawals", request.get("announcement"));
    }

    /** The newest request of the candidate to leave the pool, as it stands in its row. */
    Map<String, Object> leavingOf(UUID candidate) {
        return jdbc.queryForList(
                        "select r.* from leaving_request r join candidate c on c.person_key = r.person_key"
                                + " where c.id = ? order by r.asked_at desc",
                        candidate)
                .get(0);
    }

    /** Gives ground, reasons and SF-62 of the request that waits for them in the case. */
    void filesReasons(String person, CaseNumber number) {
        must(write(
                person,
                Map.of(
                        "ground",
                        "unqualified",
                        "reasons",
                        "No work with research methods.",
                        "sf62",
                        paper(person, number, "SF-62")),
                "/api/tasks/{id}",
                taskOf(number, "file-pass-over")));
    }

    /** The case had somebody else verified: the others were considered for that appointment, and not selected. */
    void considered(CaseNumber number, UUID selected, UUID... others) {
        considered(number, MANAGER, selected, others);
    }

    void considered(CaseNumber number, String manager, UUID selected, UUID... others) {
        var selection = elected(manager, number, selected);
        jdbc.update("update selection set state = 'VERIFIED', version = version + 1 where id = ?", selection);
        for (var other : others) {
            jdbc.update(
                    "insert into certificate_decision (selection_id, candidate_id, outcome, alternate_rank)"
                            + " values (?, ?, 'NOT_SELECTED', 0)",
                    selection,
                    other);
        }
    }

    /** The contact on record was long ago. */
    void daysToAnswerAreOver(CaseNumber number, UUID candidate) {
        jdbc.update(
                "update candidate_review set contacted_on = ?, contact_recorded_on = ?, may_answer_until = ?"
                        + " where case_number = ? and candidate_id = ?",
                Date.valueOf(today().minusDays(8)),
                Date.valueOf(today().minusDays(8)),
                Date.valueOf(today().minusDays(1)),
                number.value(),
                candidate);
    }

    Answer elect(String person, CaseNumber number, UUID candidate, UUID... alternates) {
        return write(
                person,
                Map.of("candidateId", candidate, "dutyLocation", "Washington, DC", "alternates", alternates),
                "/api/cases/{number}/elections",
                number);
    }

    /** Elects and answers with the selection. */
    UUID elected(String person, CaseNumber number, UUID candidate, UUID... alternates) {
        return UUID.fromString(elect(person, number, candidate, alternates)
                .json()
                .path("selectionId")
                .asText());
    }

    /** Id of the open task of a selection, or null. */
    String taskOf(UUID selection, String task) {
        var found = taskService
                .createTaskQuery()
                .processVariableValueEquals("selectionId", selection.toString())
                .taskDefinitionKey(task)
                .singleResult();
        return found == null ? null : found.getId();
    }

    String taskOf(CaseNumber number, String task) {
        var found = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey(task)
                .singleResult();
        return found == null ? null : found.getId();
    }

    JsonNode form(String person, UUID selection, String task) {
        var answer = read(person, "/api/tasks/{id}", taskOf(selection, task));
        must(answer);
        return answer.json().path("form");
    }

    Answer complete(String person, UUID selection, String task, Map<String, ?> answers) {
        return write(person, answers, "/api/tasks/{id}", taskOf(selection, task));
    }

    /** Brings a selection to OPM's desk for verification. */
    void toVerification(UUID selection, String hr, String coordinator) {
        must(complete(hr, selection, "notify-opm-of-selection", Map.of("pdNumber", "PD-1", "sf52Number", "SF-1")));
        must(complete(
                coordinator,
                selection,
                "name-certificate-recipients",
                Map.of("recipients", List.of(Map.of("name", "Pat Reader", "email", "pat@agency.example")))));
        must(complete(OPM, selection, "release-application-material", Map.of("releasedOn", today())));
        must(complete(hr, selection, "return-certificate-review", Map.of("rows", review(hr, selection))));
    }

    /** The rows of the certificate review with Not Selected wherever a person has to decide. */
    List<Map<String, Object>> review(String person, UUID selection) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var row : form(person, selection, "return-certificate-review").path("rows")) {
            var filled = new LinkedHashMap<String, Object>();
            filled.put("candidateId", row.path("candidateId").asText());
            filled.put("outcome", row.path("outcome").asText("NOT_SELECTED"));
            filled.put(
                    "alternateRank",
                    row.path("alternateRank").isNull()
                            ? null
                            : row.path("alternateRank").asInt());
            rows.add(filled);
        }
        return rows;
    }

    Answer verify(String person, UUID selection, String decision) {
        return complete(person, selection, "verify-selection", Map.of("decision", decision));
    }

    String stateOf(UUID selection) {
        return jdbc.queryForObject("select state from selection where id = ?", String.class, selection);
    }

    String availabilityOf(UUID candidate) {
        return jdbc.queryForObject("select availability from candidate where id = ?", String.class, candidate);
    }

    static void must(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }
}
