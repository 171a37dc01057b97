package io.crossgov.hiring.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.workflow.HireScenario;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Text that nobody can keep, or that is written in some other way, at every door: pages, our API, the engine's API, sign-in. */
@OnBothDatabases
class PlainTextAtTheDoorTest {

    @LocalServerPort
    private int port;

    private Visitor manager;
    private Visitor opm;
    private HireScenario scenario;

    @BeforeEach
    void people(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        manager = Visitor.inABrowser(port).signedIn(scenario.manager.actor().userId(), HireScenario.PASSWORD);
        opm = Visitor.inABrowser(port).signedIn(scenario.opm.actor().userId(), HireScenario.PASSWORD);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    @Test
    void a_sign_in_name_that_nobody_can_have_lets_nobody_in() {
        var nobody = Visitor.inABrowser(port);
        assertThat(nobody.signsIn("ro\u0000bin", "x").status()).isEqualTo(400);
        assertThat(nobody.signsIn("ro\u0085bin", "x").status()).isEqualTo(400);
        assertThat(Visitor.script(port, "ro\u0000bin", "x").get("/api/pools").status())
                .isEqualTo(401);
        assertThat(Visitor.inABrowser(port)
                        .signsIn("\u00A0" + scenario.hr.actor().userId() + " ", HireScenario.PASSWORD)
                        .leadsTo())
                .as("a space that came along")
                .isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tasks?case=%00",
                "/api/people?agency=%00",
                "/api/pools/CGA-DE-1/candidates?after=%00",
                "/api/outbox?size=1&case=XGH%00",
                "/api/cases?pool=a%07",
                "/camunda/api/engine/engine/default/task?nameLike=%00",
                "/camunda/api/engine/engine/default/task/count?owner=%00",
                "/camunda/api/engine/engine/default/filter?name=%00",
                "/camunda/api/engine/engine/default/process-definition?key=a%C2%85"
            })
    void a_query_that_no_database_can_be_asked_is_refused_in_a_sentence(String address) {
        var answer = opm.get(address);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.body()).contains("cannot be kept (U+00");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases?pool=%00",
                "/outbox?case=%00",
                "/go/task?case=XGH-2026-000001&task=%00",
                "/cases?at=0&x=%00"
            })
    void a_page_is_asked_in_characters_that_can_be_kept(String address) {
        assertThat(opm.opens(address).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"owner\":\"\\u0000\"}",
                "{\"nameLike\":\"a\\u0000\"}",
                "{\"taskIdIn\":[\"\\u0000\"]}",
                "{\"candidateGroups\":[\"x\\ud800\"]}",
                "{\"processVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":\"\\u0000\"}]}"
            })
    void the_engine_is_asked_in_characters_that_can_be_kept(String query) {
        var answer = manager.post("/camunda/api/engine/engine/default/task", query);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.body()).contains("cannot be kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\u2028", "\\u001b[31m", "\\r\\nBcc: x"})
    void our_api_names_the_field_that_cannot_be_kept(String character) {
        var pool = scenario.crossGovernmentPool().announcement();
        var opened = manager.post(
                "/api/cases",
                "{\"announcement\":\"%s\",\"positionTitle\":\"Title%s\"}".formatted(pool, character + "x"));
        assertThat(opened.status()).as("%s", opened).isEqualTo(400);
        assertThat(opened.json().path("field").asText()).isEqualTo("positionTitle");
        assertThat(opened.json().path("detail").asText()).startsWith("\"position title\" has a ");

        var person = opm.post(
                "/api/people",
                ("{\"id\":\"odd-one\",\"name\":\"Odd%s One\",\"email\":\"odd@x.example\",\"agency\":\"GSA\","
                                + "\"roles\":[\"hr-specialist\"]}")
                        .formatted(character));
        assertThat(person.status()).as("%s", person).isEqualTo(400);
        assertThat(person.json().path("field").asText()).isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u00a0", "\\u200b", "\\ufeff\\u2060", "\\u3164", "\\u0301"})
    void nobody_is_called_by_what_cannot_be_seen(String invisible) {
        var person = opm.post(
                "/api/people",
                ("{\"id\":\"nobody-seen\",\"name\":\"%s\",\"email\":\"seen@x.example\",\"agency\":\"GSA\","
                                + "\"roles\":[\"hr-specialist\"]}")
                        .formatted(invisible));
        assertThat(person.status()).as("%s", person).isEqualTo(400);
        assertThat(person.json().path("detail").asText()).isEqualTo("A person needs a name.");
        var agency = opm.send("PUT", "/api/agencies/UNSEEN", "{\"name\":\"%s\"}".formatted(invisible));
        assertThat(agency.status()).as("%s", agency).isEqualTo(400);
    }

    /** Whoever sets up an agency, its people or its pool under a code typed in another way sets up the same. */
    @Test
    void an_agency_is_one_however_its_code_is_typed_and_its_name_is_kept_plain() {
        var code = "ODD" + UUID.randomUUID().toString().substring(0, 4).toUpperCase(Locale.ROOT);
        var first = opm.post(
                "/api/agencies", "{\"code\":\"%s\",\"name\":\"Office\\u00a0of\\u200b Cafe\\u0301s \"}".formatted(code));
        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(first.json().path("name").asText()).isEqualTo("Office of Caf\u00e9s");
        var again = opm.post(
                "/api/agencies",
                "{\"code\":\"\\u00a0%s\\ufeff\",\"name\":\"Office of Caf\u00e9s\"}"
                        .formatted(code.toLowerCase(Locale.ROOT)));
        assertThat(again.status()).as("%s", again).isEqualTo(200);
        var changed = opm.send(
                "PUT",
                "/api/agencies/%C2%A0" + code.toLowerCase(Locale.ROOT),
                "{\"version\":0,\"code\":\"%s\",\"name\":\"Office of Tea\"}".formatted(code));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        assertThat(opm.get("/api/agencies").json().findValuesAsText("code"))
                .filteredOn(each -> each.equalsIgnoreCase(code))
                .containsExactly(code);
        assertThat(opm.get("/api/agencies/" + code.toLowerCase(Locale.ROOT))
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Office of Tea");

        var person = opm.post(
                "/api/people",
                ("{\"id\":\"%s\",\"name\":\"Odd One\",\"email\":\"odd@B\u00dcCHER.example\",\"agency\":\"\\u200b%s\","
                                + "\"roles\":[\"hr-specialist\"]}")
                        .formatted(code.toLowerCase(Locale.ROOT), code.toLowerCase(Locale.ROOT)));
        assertThat(person.status()).as("%s", person).isEqualTo(201);
        assertThat(person.json().path("agency").asText()).isEqualTo(code);
        assertThat(person.json().path("email").asText()).isEqualTo("odd@xn--bcher-kva.example");
        assertThat(opm.get("/api/people?agency=%E2%80%8B" + code.toLowerCase(Locale.ROOT))
                        .json()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_pool_is_one_however_its_number_and_the_agencies_it_is_reserved_for_are_typed() {
        var pool = scenario.crossGovernmentPool().announcement().value();
        var shown = (ObjectNode)
                opm.get("/api/pools/" + pool.toLowerCase(Locale.ROOT)).json();
        shown.put("announcement", "\u200B" + pool.replace('-', '\u2011').toLowerCase(Locale.ROOT) + "\u00A0");
        shown.putArray("priorityAgencies").add("bflow").add("\u00A0BFLOW").add("oflow\uFEFF");
        shown.put("issuingAgency", "opm ");
        var changed = opm.send("PUT", "/api/pools/" + pool, shown.toString());
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        assertThat(changed.json().path("announcement").asText()).isEqualTo(pool);
        assertThat(changed.json().path("issuingAgency").asText()).isEqualTo("OPM");
        assertThat(changed.json().path("priorityAgencies"))
                .extracting(JsonNode::asText)
                .containsExactly("BFLOW", "OFLOW");
    }

    @Test
    void a_note_keeps_its_lines_and_a_name_its_apostrophe() {
        var id = "zoe-" + UUID.randomUUID().toString().substring(0, 8);
        var person = opm.post(
                "/api/people",
                ("{\"id\":\"%s\",\"name\":\"\\u200bZoe\\u0308\\u00a0O\\u2019Brien \",\"email\":\"zoe@bflow.example.gov\","
                                + "\"agency\":\"BFLOW\",\"roles\":[\"hr-specialist\"],\"initialPassword\":\" Two  spaces 26!\"}")
                        .formatted(id));
        assertThat(person.status()).as("%s", person).isEqualTo(201);
        assertThat(person.json().path("name").asText()).isEqualTo("Zoë O\u2019Brien");
        assertThat(Visitor.inABrowser(port).signsIn(id, " Two  spaces 26!").leadsTo())
                .as("a password counts as it was typed")
                .isEqualTo("/");

        var opened = manager.post(
                "/api/cases",
                "{\"announcement\":\"%s\",\"positionTitle\":\"Re\\u0301sume\\u0301\\u00a0Reviewer\"}"
                        .formatted(scenario.crossGovernmentPool()
                                .announcement()
                                .value()
                                .toLowerCase()));
        assertThat(opened.status()).as("%s", opened).isEqualTo(201);
        var number = opened.json().path("number").asText();
        assertThat(manager.get("/api/cases/" + number).body()).contains("Résumé Reviewer");

        var refused = manager.submits(
                "/cases/" + number + "/close", Map.of("reason", "OTHER", "note", "\u200B", "confirmed", "true"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(manager.submits(
                                "/cases/" + number + "/close",
                                Map.of("reason", "OTHER", "note", "first\r\nsecond\u00A0line", "confirmed", "true"))
                        .status())
                .isEqualTo(302);
        assertThat(manager.get("/api/cases/" + number).body()).contains("first\\nsecond line");
    }

    @Test
    void a_case_is_not_closed_with_a_note_that_nobody_can_keep() {
        var hire = scenario.opensCase(scenario.manager, scenario.crossGovernmentPool());
        var closed = manager.post(
                "/api/cases/" + hire.caseNumber() + "/close",
                "{\"reason\":\"OTHER\",\"note\":\"Canary\\r\\nFORGED\\u0000\"}");
        assertThat(closed.status()).as("%s", closed).isEqualTo(400);
        assertThat(closed.json().path("field").asText()).isEqualTo("note");
        assertThat(manager.get("/api/cases/" + hire.caseNumber())
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("OPEN");
    }
}
