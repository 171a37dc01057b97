package io.crossgov.hiring.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one of our pages has no place for is refused in a sentence: a misspelt filter must not look like one that found everything. */
@HiringTest
class UnknownParametersTest {

    private static final String POOL = "CGA-DE-12339419-24-MS";

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    private Visitor opm;

    @BeforeEach
    void somebodyIsSignedIn() {
        opm = Visitor.inABrowser(port).signedIn("opm-1", password);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/cases?staus=CLOSED             | \"staus\" is not known here. Known are: status, pool, words, at, before, after.",
                "/outbox?stat=FAILED             | \"stat\" is not known here. Known are: case, type, state, page, before, after.",
                "/pools?open=true                | \"open\" is not known here. Known are: words, at, before, after.",
                "/people?agency=GSA              | \"agency\" is not known here: this address takes no parameters.",
                "/agencies?code=GSA              | \"code\" is not known here: this address takes no parameters.",
                "/?case=XGH-2026-000001          | \"case\" is not known here",
                "/account?user=opm-2             | \"user\" is not known here"
            })
    void a_question_that_a_page_does_not_know_is_told_by_name(String address, String sentence) {
        var answer = opm.opens(address);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().replace("&quot;", "\""))
                .contains("That could not be understood", sentence.strip(), "Back to the start page");
    }

    @Test
    void two_answers_to_one_question_are_told_too() {
        var answer = opm.opens("/cases?status=OPEN&status=CLOSED");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("is sent more than once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/cases?status=OPEN&pool=&words=&at=0", "/outbox?case=&type=&state=FAILED&page=0", "/pools"})
    void what_a_page_knows_is_answered(String address) {
        assertThat(opm.opens(address).status()).isEqualTo(200);
    }

    @Test
    void signing_in_is_possible_wherever_one_comes_from() {
        assertThat(Visitor.inABrowser(port).opens("/sign-in?from=mail").status())
                .isEqualTo(200);
    }

    @Test
    void a_field_that_a_form_does_not_have_changes_nothing() {
        var manager = Visitor.inABrowser(port).signedIn("gsa-manager", password);
        var number = manager.post(
                        "/api/cases",
                        "{\"announcement\": \"" + POOL + "\", \"positionTitle\": \"Strategist for unknown fields\"}")
                .json()
                .get("number")
                .asText();
        var closing = Map.of("reason", "BUDGET", "confirmed", "true", "notes", "No money is left.");
        var refused = manager.submits("/cases/" + number + "/close", closing);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("notes", "is not known here. Known are: reason, note, confirmed.");
        assertThat(manager.get("/api/cases/" + number).json().get("status").asText())
                .isEqualTo("OPEN");
        assertThat(manager.submits("/cases/" + number + "/close", Map.of("reason", "BUDGET", "confirmed", "true"))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void nor_does_one_of_a_form_whose_fields_are_read_by_name() {
        var refused = opm.submits(
                "/pools/" + POOL + "/extension", Map.of("lastday", "12/31/2026", "reason", "More time is needed."));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("lastday", "is not known here. Known are: lastDay, reason.");
    }

    @Test
    void the_page_of_ones_account_sends_what_it_knows() {
        var page = opm.opens("/account").body();
        assertThat(page).doesNotContain("name=\"username\"");
        var refused =
                opm.submits("/account/password", Map.of("current", "x", "chosen", "y", "again", "z", "user", "opm-2"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("is not known here");
    }
}
