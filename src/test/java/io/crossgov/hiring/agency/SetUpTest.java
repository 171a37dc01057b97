package io.crossgov.hiring.agency;

import static io.crossgov.hiring.access.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.audit.RecordedDecision;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.MergePolicy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** OPM staff set up agencies and people over HTTP. */
@OnBothDatabases
class SetUpTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    @Autowired
    private Directory directory;

    @Autowired
    private DecisionLog decisions;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void OPM_adds_an_agency_and_its_people_and_they_sign_in() throws Exception {
        json(put("/api/agencies/DOF"), "opm-1", "{'name':'Department of Ferries','daysToAnswerOffer':7}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.code").value("DOF"));
        json(
                        post("/api/people"),
                        "opm-1",
                        """
                {'id':'dof-hr','name':'Nora Field','email':'nora.field@dof.example','agency':'DOF',
                 'roles':['hr-specialist','hiring-manager'],'initialPassword':'Over-The-Sea-77'}""")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.roles", containsInAnyOrder("hr-specialist", "hiring-manager")))
                .andExpect(jsonPath("$.initialPassword").doesNotExist());

        assertThat(agencies.byCode("DOF").daysToAnswerOffer()).isEqualTo(7);
        assertThat(directory.tryPassword("dof-hr", "Over-The-Sea-77")).isEqualTo(Directory.Attempt.RIGHT);
        assertThat(directory.find("dof-hr")).hasValueSatisfying(actor -> {
            assertThat(actor.agency()).isEqualTo("DOF");
            assertThat(actor.roles()).containsExactlyInAnyOrder(Role.HR_SPECIALIST, Role.HIRING_MANAGER);
        });
        assertThat(people.withRole("DOF", Role.HR_SPECIALIST))
                .extracting(Person::name)
                .containsExactly("Nora Field");
        http.perform(get("/api/people").with(httpBasic("dof-hr", "Over-The-Sea-77")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("Choose your own first")));
        directory.setPassword("dof-hr", "Over-The-Lake-78", false, "chosen");
        http.perform(get("/api/people").with(httpBasic("dof-hr", "Over-The-Lake-78")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].id", containsInAnyOrder("dof-hr")));
    }

    @Test
    void what_an_agency_decides_for_itself_is_set_up_and_stands_for_what_is_usual_when_nothing_is_said()
            throws Exception {
        json(put("/api/agencies/USUAL"), "opm-1", "{'name':'Bureau of the Usual'}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.daysToRespond").value(5))
                .andExpect(jsonPath("$.mergePolicy").value("ALWAYS"))
                .andExpect(jsonPath("$.rplClearanceDays").value(30))
                .andExpect(jsonPath("$.subAgencies").isEmpty())
                .andExpect(jsonPath("$.delegatedExamining").value(false))
                .andExpect(jsonPath("$.decidesOwnPassOvers").value(false));

        json(
                        put("/api/agencies/USUAL"),
                        "opm-1",
                        """
                {'version':0,'name':'Bureau of the Usual','daysToRespond':7,'mergePolicy':'ASK','rplClearanceDays':45,
                 'subAgencies':['Office of Lamps','Office of Doors, Interior','Office of Lamps'],
                 'delegatedExamining':true,'decidesOwnPassOvers':true}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.subAgencies", contains("Office of Lamps", "Office of Doors, Interior")));

        var agency = agencies.byCode("USUAL");
        assertThat(agency.daysToRespond()).isEqualTo(7);
        assertThat(agency.mergePolicy()).isEqualTo(MergePolicy.ASK);
        assertThat(agency.rplClearanceDays()).isEqualTo(45);
        assertThat(agency.subAgencies()).containsExactly("Office of Lamps", "Office of Doors, Interior");
        assertThat(agency.isDelegatedExaminer()).isTrue();
        assertThat(agency.decidesOwnPassOvers()).isTrue();
    }

    @Test
    void of_two_who_change_an_agency_at_once_the_second_learns_it_and_overwrites_nothing() throws Exception {
        json(put("/api/agencies/TWICE"), "opm-1", "{'name':'Bureau of Twice'}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(0));
        json(put("/api/agencies/TWICE"), "opm-1", "{'name':'Bureau of Twice','daysToRespond':7}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("version"));
        json(put("/api/agencies/TWICE"), "opm-1", "{'version':0,'name':'Bureau of Twice','daysToRespond':7}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        json(put("/api/agencies/TWICE"), "opm-2", "{'version':0,'name':'Bureau of Twice','daysToRespond':9}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("Somebody else saved this agency")));
        assertThat(agencies.byCode("TWICE").daysToRespond()).isEqualTo(7);
        http.perform(get("/api/agencies/TWICE").with(signedInAs("opm-2")))
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.name").value("Bureau of Twice"));
    }

    @Test
    void L20_the_same_again_changes_nothing_and_each_change_is_on_record_without_the_password() throws Exception {
        var agency = "{'name':'Bureau of Bridges','ratingPolicyReference':'BB 12','ratingPolicyDate':'2024-05-06'}";
        var person =
                """
                {'name':'Ole Bridge','email':'ole.bridge@bb.example','phone':'202-555-0190','agency':'BB',
                 'roles':['shared-certificate-coordinator'],'trainedOn':'2025-01-15','initialPassword':'Long-Span-2025'}""";
        json(put("/api/agencies/BB"), "opm-1", agency).andExpect(status().isCreated());
        json(put("/api/people/bb-scc"), "opm-1", person).andExpect(status().isCreated());
        var recorded = decisions.of(DecisionLog.SET_UP).size();

        json(put("/api/agencies/BB"), "opm-2", agency).andExpect(status().isOk());
        json(put("/api/people/bb-scc"), "opm-2", person)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("initialPassword"));
        var known = person.replace(",'initialPassword':'Long-Span-2025'", "");
        json(put("/api/people/bb-scc"), "opm-2", known).andExpect(status().isOk());
        assertThat(decisions.of(DecisionLog.SET_UP)).hasSize(recorded);

        json(put("/api/people/bb-scc"), "opm-2", known.replace("2025-01-15", "2025-02-15"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.trainedOn").value("2025-02-15"));
        assertThat(decisions.of(DecisionLog.SET_UP))
                .hasSize(recorded + 1)
                .last()
                .satisfies(decision -> {
                    assertThat(decision.userId()).isEqualTo("opm-2");
                    assertThat(decision.sentence()).isEqualTo("Person changed: bb-scc of BB.");
                    assertThat(decision.before()).contains("2025-01-15");
                    assertThat(decision.after()).contains("2025-02-15");
                });
        assertThat(decisions.of(DecisionLog.SET_UP))
                .extracting(RecordedDecision::after)
                .noneMatch(after -> after.contains("Long-Span-2025") || after.contains("assword"));
    }

    @Test
    void a_first_password_that_is_easily_guessed_is_refused_and_the_person_is_not_there() throws Exception {
        for (var guessed :
                List.of("short-1A", "no-capital-2026", "WITHOUT-SMALL-1", "No-Digit-At-All", "Ina-Has-It-2026")) {
            json(
                            put("/api/people/nf-weak"),
                            "opm-1",
                            """
                    {'name':'Ina Field','email':'ina@gsa.example','agency':'GSA','roles':[],'initialPassword':'%s'}"""
                                    .formatted(guessed))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.field").value("initialPassword"))
                    .andExpect(jsonPath("$.detail").value(startsWith("A password has at least 10 characters")));
        }
        assertThat(people.find("nf-weak")).isEmpty();
    }

    @Test
    void a_known_code_or_name_with_other_details_is_not_overwritten_by_adding() throws Exception {
        json(post("/api/agencies"), "opm-1", "{'code':'DOT1','name':'Department of Tests'}")
                .andExpect(status().isCreated());
        json(post("/api/agencies"), "opm-1", "{'code':'DOT1','name':'Department of Tests'}")
                .andExpect(status().isOk());
        json(post("/api/agencies"), "opm-1", "{'code':'DOT1','name':'Another'}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value("Agency DOT1 exists already. PUT changes it."));
        json(
                        post("/api/people"),
                        "opm-1",
                        """
                {'id':'gsa-hr','name':'Somebody Else','email':'else@gsa.example','agency':'GSA','roles':[]}""")
                .andExpect(status().isConflict())
                .andExpect(
                        jsonPath("$.detail").value("Somebody has the user name gsa-hr already. PUT changes a person."));
        assertThat(people.byId("gsa-hr").name()).isEqualTo("Thomas Whitfield");
    }

    @Test
    void a_person_without_roles_can_do_nothing_any_more() throws Exception {
        var person =
                """
                {'name':'Kim Leaving','email':'kim@va.example','agency':'VA','roles':[%s],'initialPassword':'Fare-Well-2026'}""";
        json(put("/api/people/va-leaving"), "opm-1", person.formatted("'hr-specialist'"))
                .andExpect(status().isCreated());
        json(
                        put("/api/people/va-leaving"),
                        "opm-1",
                        person.formatted("").replace(",'initialPassword':'Fare-Well-2026'", ""))
                .andExpect(status().isOk());

        assertThat(directory.find("va-leaving"))
                .as("nobody signs in without a role")
                .isEmpty();
        assertThat(people.withRole("VA", Role.HR_SPECIALIST))
                .extracting(Person::id)
                .doesNotContain("va-leaving");
    }

    @Test
    void the_last_of_OPMs_team_cannot_be_taken_from_it() {
        new TransactionTemplate(transactions).executeWithoutResult(tried -> {
            tried.setRollbackOnly();
            var team = people.ofOpm();
            assertThat(team).hasSizeGreaterThan(1);
            team.stream().skip(1).forEach(person -> people.save(Actor.SYSTEM, asDesigner(person)));

            assertThatThrownBy(() -> people.save(Actor.SYSTEM, asDesigner(team.get(0))))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("Nobody would be left who decides for OPM");
        });
        assertThat(people.ofOpm()).hasSizeGreaterThan(1);
    }

    private static PersonDetails asDesigner(Person person) {
        return new PersonDetails(
                person.id(),
                person.name(),
                person.email(),
                person.phone(),
                person.agency(),
                Set.of(Role.OPM_DESIGNER),
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            'agency':'GSA','roles':['opm-cross-gov']                  | roles     | OPM's roles are for OPM's people only. Nobody decides on both sides.
            'agency':'OPM','roles':['hr-specialist']                  | roles     | OPM's people have OPM's roles only: opm-cross-gov or opm-designer.
            'agency':'GSA','roles':['shared-certificate-coordinator'] | trainedOn | A Shared Certificate Coordinator must have completed the training: give its date as trainedOn.
            'agency':'GSA','roles':['shared-certificate-coordinator'],'trainedOn':'2199-01-01' | trainedOn | The coordinator's training date is in the future.
            'agency':'GSA','roles':['shared-certificate-coordinator'],'trainedOn':'2016-03-17' | trainedOn | Certificates are shared since Mar 18, 2016: nobody was trained for it before.
            """)
    void L21_nobody_decides_on_both_sides_and_coordinators_are_trained(String details, String field, String sentence)
            throws Exception {
        json(put("/api/people/l21"), "opm-1", "{'name':'Lee','email':'lee@mail.example'," + details + "}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.rule").value("L21"))
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(sentence));
        assertThat(people.find("l21")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            /api/agencies/1ower | {'name':'Lower'}                                | code  | An agency's code is 2 to 16 capital letters and digits and begins with a letter.
            /api/agencies/XX    | {'name':' '}                                    | name  | An agency needs a name.
            /api/agencies/XX    | {'name':'X','daysToAnswerOffer':0}              | daysToAnswerOffer | The days to answer an offer are 1 to 60.
            /api/agencies/XX    | {'name':'X','daysToRespond':31}                 | daysToRespond | The business days to answer an inquiry are 1 to 30.
            /api/agencies/XX    | {'name':'X','rplClearanceDays':0}               | rplClearanceDays | The days that a clearance of the Reemployment Priority List holds are 1 to 365.
            /api/agencies/XX    | {'name':'X','mergePolicy':'NEVER'}              | mergePolicy | "mergePolicy" must be one of ALWAYS, ASK.
            /api/agencies/XX    | {'name':'X','subAgencies':['']}                 | subAgencies[0] | A sub-agency's name is empty.
            /api/agencies/XX    | {'name':'X','decidesOwnPassOvers':true}         | decidesOwnPassOvers | Only an agency with delegated examining authority decides itself about passing over: say that it has this authority, or leave the decision to OPM.
            /api/agencies/XX    | {'name':'X','ratingPolicyDate':'2199-01-01'}    | ratingPolicyDate  | The date of the category rating policy is in the future. Enter it once it is written.
            /api/agencies/XX    | {'name':'X','ratingPolicyDate':'2002-11-24'}    | ratingPolicyDate  | Candidates are rated by category since Nov 25, 2002: no policy on it is older.
            /api/agencies/XX    | {'name':'X','ratingPolicyDate':'06/05/2024'}    | ratingPolicyDate  | "ratingPolicyDate" must be a date, for example 2025-03-31.
            /api/agencies/XX    | {'code':'YY','name':'X'}                        | code  | The address says XX, but code is YY.
            /api/people/Bad_Id! | {'name':'X','email':'x@x.example','agency':'GSA','roles':[]} | id | A user name is 2 to 63 small letters, digits, dots, hyphens, underscores or @.
            /api/people/system  | {'name':'X','email':'x@x.example','agency':'GSA','roles':[]} | id | The user name "system" is the product's own. Choose another.
            /api/people/xx      | {'name':'X','email':'nowhere','agency':'GSA','roles':[]}     | email | This is not an e-mail address.
            /api/people/xx      | {'name':'X','email':'x@x.example','agency':'GSA'}            | roles | A person needs a list of roles, which may be empty.
            /api/people/xx      | {'name':'X','email':'x@x.example','agency':'GSA','roles':['king']} | roles | "king" is not a role.
            """)
    void wrong_details_are_named_in_one_sentence(String address, String body, String field, String sentence)
            throws Exception {
        json(put(address), "opm-1", body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(sentence));
    }

    /** What cannot be read and what can be read and is wrong are told together; what the address names is not missing. */
    @Test
    void unreadable_and_wrong_details_are_told_at_once() throws Exception {
        json(put("/api/agencies/XX"), "opm-1", "{'name':' ','ratingPolicyDate':'06/05/2024','daysToAnswerOffer':0}")
                .andExpect(status().isBadRequest())
                .andExpect(
                        jsonPath("$.errors[*].field").value(contains("name", "ratingPolicyDate", "daysToAnswerOffer")));
        json(put("/api/people/xx"), "opm-1", "{'email':'nowhere','agency':'GSA','roles':[],'trainedOn':'soon'}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field").value(contains("name", "email", "trainedOn")));
    }

    @Test
    void an_unknown_agency_or_person_is_not_found() throws Exception {
        json(put("/api/people/xx"), "opm-1", "{'name':'X','email':'x@x.example','agency':'NONE','roles':[]}")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is no agency NONE."));
        http.perform(get("/api/agencies/NONE").with(signedInAs("opm-1"))).andExpect(status().isNotFound());
        http.perform(get("/api/people/nobody").with(signedInAs("opm-1")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("There is nobody with the user name nobody."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gsa-manager", "gsa-hr", "gsa-coordinator", "gsa-expert", "opm-designer"})
    void only_OPM_staff_change_set_up_data(String other) throws Exception {
        json(put("/api/agencies/GSA"), other, "{'name':'Mine'}").andExpect(status().isForbidden());
        json(post("/api/agencies"), other, "{'code':'MINE','name':'Mine'}").andExpect(status().isForbidden());
        json(
                        put("/api/people/" + other),
                        other,
                        """
                {'name':'Me','email':'me@gsa.example','agency':'OPM','roles':['opm-cross-gov']}""")
                .andExpect(status().isForbidden());
        json(
                        post("/api/people"),
                        other,
                        """
                {'id':'me2','name':'Me','email':'me@gsa.example','agency':'OPM','roles':['opm-cross-gov']}""")
                .andExpect(status().isForbidden());
        assertThat(agencies.byCode("GSA").name()).isEqualTo("General Services Administration");
        assertThat(people.find("me2")).isEmpty();
    }

    @Test
    void an_agency_reads_itself_and_its_own_people_and_no_other() throws Exception {
        http.perform(get("/api/agencies").with(signedInAs("gsa-manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].code", containsInAnyOrder("GSA")));
        http.perform(get("/api/people").with(signedInAs("gsa-manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].agency", everyItem(is("GSA"))))
                .andExpect(jsonPath("$[*].id", hasItem("gsa-hr")));
        for (var address : new String[] {"/api/agencies/VA", "/api/people/va-hr", "/api/people?agency=VA"}) {
            http.perform(get(address).with(signedInAs("gsa-manager"))).andExpect(status().isNotFound());
        }
        for (var written : new String[] {"VA", "va", " Va\u00a0"}) {
            http.perform(get("/api/people").param("agency", written).with(signedInAs("opm-1")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$[*].id", hasItems("va-hr", "va-manager")));
        }
        http.perform(get("/api/people").param("agency", "gsa").with(signedInAs("gsa-manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].id", hasItem("gsa-hr")));
        http.perform(get("/api/agencies/va").with(signedInAs("opm-1")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code", is("VA")));
        for (var unknown : new String[] {"NOWHERE", "", "VA2"}) {
            http.perform(get("/api/people").param("agency", unknown).with(signedInAs("opm-1")))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.detail", is("There is no agency " + unknown + ".")));
        }
    }

    @Test
    void without_sign_in_nothing_is_told() throws Exception {
        http.perform(get("/api/people")).andExpect(status().isUnauthorized());
        http.perform(get("/api/agencies")).andExpect(status().isUnauthorized());
        http.perform(get("/api/pools")).andExpect(status().isUnauthorized());
    }

    private ResultActions json(MockHttpServletRequestBuilder request, String user, String body) throws Exception {
        return http.perform(request.with(signedInAs(user))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"')));
    }
}
