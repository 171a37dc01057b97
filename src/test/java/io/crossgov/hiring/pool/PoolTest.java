package io.crossgov.hiring.pool;

import static io.crossgov.hiring.access.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** OPM sets up pools over HTTP; everybody reads them. */
@OnBothDatabases
@RecordApplicationEvents
class PoolTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Pools pools;

    @Autowired
    private DecisionLog decisions;

    @Autowired
    private OfficeClock clock;

    @Autowired
    private ApplicationEvents events;

    @Test
    void OPM_adds_a_pool_and_every_signed_in_person_reads_it() throws Exception {
        var pool = SamplePools.json(
                "CGA-DE-POOL-1",
                "CGA",
                "OPM",
                "issuedOn",
                clock.today().minusDays(5).toString());
        send(post("/api/pools"), "opm-1", pool)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.announcement").value("CGA-DE-POOL-1"))
                .andExpect(jsonPath("$.open").value(true));
        send(post("/api/pools"), "opm-2", pool).andExpect(status().isOk());

        for (var reader : List.of("gsa-manager", "va-hr", "ssa-coordinator", "gsa-expert", "opm-designer")) {
            http.perform(get("/api/pools/CGA-DE-POOL-1").with(signedInAs(reader)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.title").value("Customer Experience Strategist"))
                    .andExpect(jsonPath("$.dutyLocations", contains("Washington, DC", "Denver, CO", "Remote")))
                    .andExpect(jsonPath(
                            "$.statements[*].kind", contains("SPECIALIZED_EXPERIENCE", "TECHNICAL_COMPETENCY")))
                    .andExpect(jsonPath("$.equivalentGrades['GS-13']", contains("NH-03")));
        }
        http.perform(get("/api/pools").param("words", "cga-de-pool-1").with(signedInAs("gsa-manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].announcement", hasItem("CGA-DE-POOL-1")));
        assertThat(decisions.of("CGA-DE-POOL-1")).extracting("kind").containsExactly("save-pool");
    }

    @Test
    void L1_a_pool_tells_nothing_of_its_candidates() throws Exception {
        http.perform(get("/api/pools/CGA-DE-12339419-24-MS").with(signedInAs("gsa-manager")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Bergstrom"))))
                .andExpect(content().string(not(containsString("CX-1"))));
        for (var reader : List.of("gsa-manager", "gsa-hr", "gsa-coordinator", "gsa-expert", "opm-designer")) {
            http.perform(get("/api/pools/CGA-DE-12339419-24-MS/candidates").with(signedInAs(reader)))
                    .andExpect(status().isForbidden());
            http.perform(get("/api/pools/CGA-DE-12339419-24-MS/candidates/CX-1001/documents")
                            .with(signedInAs(reader)))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void L20_what_a_pool_was_before_a_change_stays_on_record() throws Exception {
        send(put("/api/pools/CGA-DE-POOL-2"), "opm-1", SamplePools.json("CGA-DE-POOL-2", "CGA", "OPM"))
                .andExpect(status().isCreated());
        var changed = SamplePools.json("CGA-DE-POOL-2", "CGA", "OPM", "title", "Service Designer");
        send(post("/api/pools"), "opm-1", changed)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("Pool CGA-DE-POOL-2 exists already. PUT changes it."));
        send(put("/api/pools/CGA-DE-POOL-2"), "opm-1", changed)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("version"));
        for (var none : List.of(NullNode.getInstance(), TextNode.valueOf("title"), IntNode.valueOf(1))) {
            send(put("/api/pools/CGA-DE-POOL-2"), "opm-1", none)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.detail").value("The body is no JSON object."));
        }
        changed.put("version", read("CGA-DE-POOL-2").path("version").asLong());
        send(put("/api/pools/CGA-DE-POOL-2"), "opm-1", changed).andExpect(status().isOk());
        send(put("/api/pools/CGA-DE-POOL-2"), "opm-1", changed).andExpect(status().isOk());

        assertThat(decisions.of("CGA-DE-POOL-2")).hasSize(2).last().satisfies(decision -> {
            assertThat(decision.before()).contains("Customer Experience Strategist");
            assertThat(decision.after()).contains("Service Designer");
        });
    }

    @Test
    void D1_OPM_extends_a_pool_by_a_recorded_decision_never_past_one_year() throws Exception {
        var number = new AnnouncementNumber("CGA-DE-POOL-3");
        var issued = clock.today().minusDays(100);
        pools.save(
                Actor.SYSTEM,
                SamplePools.crossGovernment(
                        number.value(),
                        "issuedOn",
                        issued.toString(),
                        "openUntil",
                        clock.today().minusDays(1).toString()));
        assertThat(pools.byAnnouncement(number).window().isOpenOn(clock.today()))
                .isFalse();

        var later = clock.today().plusDays(30);
        send(post("/api/pools/CGA-DE-POOL-3/extension"), "opm-1", Map.of("lastDay", later, "reason", "More vacancies"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lastDay").value(later.toString()))
                .andExpect(jsonPath("$.open").value(true));
        send(
                        post("/api/pools/CGA-DE-POOL-3/extension"),
                        "opm-1",
                        Map.of("lastDay", issued.plusYears(1).plusDays(1), "reason", "Too long"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.rule").value("D1"));
        send(post("/api/pools/CGA-DE-POOL-3/extension"), "opm-1", Map.of("lastDay", later.plusDays(1)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("An extension needs a reason."));
        send(post("/api/pools/CGA-DE-POOL-3/extension"), "gsa-hr", Map.of("lastDay", later.plusDays(1), "reason", "x"))
                .andExpect(status().isForbidden());

        assertThat(events.stream(PoolSaved.class)).contains(new PoolSaved(number, later));
        assertThat(decisions.of(number.value()))
                .extracting("sentence")
                .containsExactly("Pool added.", "Pool extended until " + Dates.inWords(later) + ": More vacancies");
    }

    @Test
    void a_shared_certificate_of_an_agency_is_open_for_240_days() throws Exception {
        var issued = clock.today().minusDays(239);
        send(
                        post("/api/pools"),
                        "opm-1",
                        SamplePools.json("GSA-DE-POOL-4", "CSA", "GSA", "issuedOn", issued.toString()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.lastDay").value(clock.today().toString()))
                .andExpect(jsonPath("$.open").value(true));
    }

    @Test
    void wrong_details_are_named_in_one_sentence() throws Exception {
        refused("series", "A series has four digits, for example 0301.", "series", "CX");
        refused("grade", "A grade is a pay plan and two digits, for example GS-13.", "grade", "thirteen");
        refused("dutyLocations", "A pool needs at least one duty location.", "dutyLocations", List.of());
        refused(
                "rankingMethod",
                "\"rankingMethod\" must be one of CATEGORY, NUMERIC, UNRANKED.",
                "rankingMethod",
                "BEST");
        refused("issuedOn", "\"issuedOn\" must be a date, for example 2025-03-31.", "issuedOn", "soon");
        refused(
                "sharingNotice",
                "Say whether the announcement gave notice of sharing: true or false.",
                "sharingNotice",
                null);
        refused(
                "statements",
                "A pool needs at least one qualification statement: Form B is made of them.",
                "statements",
                List.of());
        refused(
                "announcement",
                "An announcement number has capital letters, digits and hyphens, for example CGA-DE-12339419-24-MS.",
                "announcement",
                "not a number");
        refused(
                "openUntil",
                "A pool is never open for more than one year from issue: Mar 2, 2026 at the latest.",
                "openUntil",
                "2027-01-01");
        send(
                        post("/api/pools"),
                        "opm-1",
                        SamplePools.json("CGA-DE-POOL-5", "CGA", "OPM", "priorityAgencies", List.of("NONE")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is no agency NONE."));
        assertThat(pools.find(new AnnouncementNumber("CGA-DE-POOL-5"))).isEmpty();
    }

    @Test
    void a_pool_is_taken_back_as_it_was_read() throws Exception {
        send(post("/api/pools"), "opm-1", SamplePools.json("CGA-DE-POOL-7", "CGA", "OPM"))
                .andExpect(status().isCreated());
        send(
                        post("/api/pools/CGA-DE-POOL-7/referral"),
                        "opm-1",
                        Map.of("downTo", "QUALIFIED", "reason", "The first category is exhausted."))
                .andExpect(status().is2xxSuccessful());
        var read = read("CGA-DE-POOL-7");

        send(put("/api/pools/CGA-DE-POOL-7"), "opm-1", read).andExpect(status().isOk());
        send(put("/api/pools/CGA-DE-POOL-7"), "opm-1", read.put("title", "Service Designer"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Service Designer"))
                .andExpect(jsonPath("$.referredDownTo").value("QUALIFIED"));
        assertThat(decisions.of("CGA-DE-POOL-7"))
                .extracting("kind")
                .containsExactly("save-pool", "refer-lower-category", "save-pool");
    }

    @Test
    void of_two_people_who_change_a_pool_at_once_the_second_learns_it_and_overwrites_nothing() throws Exception {
        send(post("/api/pools"), "opm-1", SamplePools.json("CGA-DE-POOL-10", "CGA", "OPM"))
                .andExpect(status().isCreated());
        var one = read("CGA-DE-POOL-10");
        var other = one.deepCopy();
        send(put("/api/pools/CGA-DE-POOL-10"), "opm-1", one.put("title", "Service Designer"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(one.path("version").asLong() + 1));

        send(put("/api/pools/CGA-DE-POOL-10"), "opm-1", other.put("ictapCleared", false))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("Somebody changed pool CGA-DE-POOL-10")));

        assertThat(read("CGA-DE-POOL-10").path("title").asText()).isEqualTo("Service Designer");
        assertThat(read("CGA-DE-POOL-10").path("ictapCleared").asBoolean()).isTrue();
    }

    @Test
    void what_a_pool_shows_and_nobody_sets_is_refused_by_name_when_it_is_changed() throws Exception {
        send(post("/api/pools"), "opm-1", SamplePools.json("CGA-DE-POOL-8", "CGA", "OPM"))
                .andExpect(status().isCreated());
        var read = read("CGA-DE-POOL-8");

        send(
                        put("/api/pools/CGA-DE-POOL-8"),
                        "opm-1",
                        read.deepCopy()
                                .put("lastDay", "2035-01-01")
                                .put("referredDownTo", "QUALIFIED")
                                .put("openFor", "all"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("lastDay", "referredDownTo", "openFor")))
                .andExpect(content().string(containsString("a decision of its own")));
        // Nothing is shown of a pool that is not there yet.
        send(put("/api/pools/CGA-DE-POOL-9"), "opm-1", read.deepCopy().put("announcement", "CGA-DE-POOL-9"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder("lastDay", "open", "service")));
        for (var nothing : List.of("[]", "\"\"", "3")) {
            http.perform(put("/api/pools/CGA-DE-POOL-8")
                            .with(signedInAs("opm-1"))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(nothing))
                    .andExpect(status().isBadRequest());
        }
    }

    private ObjectNode read(String announcement) throws Exception {
        return (ObjectNode)
                json.readTree(http.perform(get("/api/pools/" + announcement).with(signedInAs("opm-1")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gsa-manager", "gsa-hr", "gsa-coordinator", "gsa-expert", "opm-designer"})
    void only_OPM_staff_set_up_pools(String other) throws Exception {
        var pool = SamplePools.json("CGA-DE-POOL-6", "CGA", "OPM");
        send(post("/api/pools"), other, pool).andExpect(status().isForbidden());
        send(put("/api/pools/CGA-DE-POOL-6"), other, pool).andExpect(status().isForbidden());
        send(
                        post("/api/pools/CGA-DE-12339419-24-MS/referral"),
                        other,
                        Map.of("downTo", "QUALIFIED", "reason", "I want to see them"))
                .andExpect(status().isForbidden());
        assertThat(pools.find(new AnnouncementNumber("CGA-DE-POOL-6"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CGA-DE-0-00-NO", "no such pool", "x"})
    void an_unknown_pool_is_not_found(String announcement) throws Exception {
        for (var request : List.of(
                get("/api/pools/{announcement}", announcement),
                get("/api/pools/{announcement}/candidates", announcement),
                post("/api/pools/{announcement}/candidates", announcement)
                        .contentType("text/csv")
                        .content("applicant_number\n"))) {
            http.perform(request.with(signedInAs("opm-1")))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.detail").value("There is no pool " + announcement + "."));
        }
    }

    private void refused(String field, String sentence, Object... changes) throws Exception {
        send(post("/api/pools"), "opm-1", SamplePools.json("CGA-DE-POOL-5", "CGA", "OPM", changes))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(sentence));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String user, Object body) throws Exception {
        return http.perform(request.with(signedInAs(user))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }
}
