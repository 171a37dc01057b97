package io.crossgov.hiring.agency;

import static io.crossgov.hiring.access.PageToken.csrf;
import static io.crossgov.hiring.access.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.law.MergePolicy;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** OPM keeps on a page what each agency decides for itself. */
@OnBothDatabases
class AgencyPagesTest {

    private static final String PAGE = "/agencies/LAMPS";

    @Autowired
    private MockMvc http;

    @Autowired
    private Agencies agencies;

    @Autowired
    private DecisionLog decisions;

    @BeforeEach
    void anAgencyIsThere() {
        agencies.save(
                Actor.SYSTEM, new AgencyDetails("LAMPS", "Bureau of Lamps", "BL 7", LocalDate.of(2024, 5, 6), null));
    }

    @Test
    void OPM_changes_what_an_agency_decides_and_it_is_on_record_with_the_name() throws Exception {
        http.perform(get("/agencies").with(signedInAs("opm-1")))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Bureau of Lamps"), containsString("LAMPS"))));
        http.perform(get(PAGE).with(signedInAs("opm-1")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("05/06/2024")));

        save(Map.of(
                        "mergePolicy", "ASK",
                        "daysToRespond", "7",
                        "subAgencies", "Office of Wicks\r\n\r\n Office of Oil ",
                        "delegatedExamining", "true"))
                .andExpect(redirectedUrl(PAGE));

        var agency = agencies.byCode("LAMPS");
        assertThat(agency.mergePolicy()).isEqualTo(MergePolicy.ASK);
        assertThat(agency.daysToRespond()).isEqualTo(7);
        assertThat(agency.subAgencies()).containsExactly("Office of Wicks", "Office of Oil");
        assertThat(agency.isDelegatedExaminer()).isTrue();
        assertThat(agency.ratingPolicyDate()).hasValue(LocalDate.of(2024, 5, 6));
        assertThat(decisions.of(DecisionLog.SET_UP)).last().satisfies(decision -> assertThat(decision.userId())
                .isEqualTo("opm-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daysToRespond       | soon       | Enter a whole number of days.",
                "daysToRespond       | 31         | The business days to answer an inquiry are 1 to 30.",
                "mergePolicy         | NEVER      | Say when the highest category is merged with the next one.",
                "ratingPolicyDate    | last May   | is not a date",
                "decidesOwnPassOvers | true       | Only an agency with delegated examining authority decides itself about"
            })
    void what_is_wrong_stands_at_its_field_and_nothing_is_changed(String field, String typed, String sentence)
            throws Exception {
        var before = agencies.byCode("LAMPS").details();
        save(Map.of(field, typed))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(containsString(sentence), containsString("id=\"" + field + "-refusal\""))));
        assertThat(agencies.byCode("LAMPS").details()).isEqualTo(before);
    }

    @Test
    void of_two_people_who_save_an_agency_at_once_the_second_is_warned_and_loses_nothing() throws Exception {
        var shown = version();
        save(Map.of("daysToRespond", "7")).andExpect(redirectedUrl(PAGE));

        save(Map.of("version", shown, "name", "Bureau of Lanterns"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Somebody else saved this agency while you worked on it"),
                                containsString("days to answer an inquiry: 7"),
                                containsString("value=\"Bureau of Lanterns\""),
                                containsString("name=\"version\" value=\"" + version() + "\""))));
        assertThat(agencies.byCode("LAMPS").daysToRespond()).isEqualTo(7);
        assertThat(agencies.byCode("LAMPS").name()).isEqualTo("Bureau of Lamps");

        save(Map.of("name", "Bureau of Lanterns", "daysToRespond", "7")).andExpect(redirectedUrl(PAGE));
        assertThat(agencies.byCode("LAMPS").name()).isEqualTo("Bureau of Lanterns");
    }

    private String version() {
        return String.valueOf(agencies.byCode("LAMPS").version());
    }

    /** As the form sends it, with these answers in place of what it shows. */
    private ResultActions save(Map<String, String> changed) throws Exception {
        var form = post(PAGE).with(signedInAs("opm-1")).with(csrf());
        Map.of(
                        "name", "Bureau of Lamps",
                        "ratingPolicyReference", "BL 7",
                        "ratingPolicyDate", "05/06/2024",
                        "daysToAnswerOffer", "5",
                        "daysToRespond", "5",
                        "mergePolicy", "ALWAYS",
                        "rplClearanceDays", "30",
                        "subAgencies", "")
                .forEach((field, value) -> form.param(field, changed.getOrDefault(field, value)));
        form.param("version", changed.getOrDefault("version", version()));
        changed.forEach((field, value) -> {
            if (field.startsWith("de")) {
                form.param(field, value);
            }
        });
        return http.perform(form);
    }
}
