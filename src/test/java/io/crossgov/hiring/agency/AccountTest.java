package io.crossgov.hiring.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.access.Visitor.Answer;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.audit.RecordedDecision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One's own password, in a browser; a lost one, by OPM; and what stays on record of both. */
@OnBothDatabases
class AccountTest {

    private static final String OLD = "Harbor-Light-26";
    private static final String NEW = "Winter-Ferry-27";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private Agencies agencies;

    @Autowired
    private People people;

    @Autowired
    private DecisionLog audit;

    private String person;
    private String opm;

    @BeforeEach
    void somebody_and_somebody_of_OPM() {
        var number = NEXT.incrementAndGet();
        agencies.save(Actor.SYSTEM, new AgencyDetails(Actor.OPM, "Office of Personnel Management", null, null, null));
        person = "account-" + number;
        opm = "account-opm-" + number;
        save(person, Role.OPM_DESIGNER);
        save(opm, Role.OPM_CROSS_GOV);
    }

    private void save(String id, Role role) {
        people.save(
                Actor.SYSTEM,
                new PersonDetails(id, "Ida Quay", id + "@doors.example", null, Actor.OPM, Set.of(role), null, OLD));
    }

    private Visitor browser() {
        return Visitor.inABrowser(port);
    }

    private static Answer chooses(Visitor visitor, String current, String chosen, String again) {
        return visitor.submits("/account/password", Map.of("current", current, "chosen", chosen, "again", again));
    }

    @Test
    void a_person_changes_the_password_and_is_signed_out_everywhere_else() {
        var here = browser().signedIn(person, OLD);
        var elsewhere = browser().signedIn(person, OLD);
        assertThat(here.opens("/account").body())
                .contains("Your account", "at least 10 characters", "Ida Quay", person);
        var session = here.cookie("XGSESSION");

        assertThat(chooses(here, OLD, NEW, NEW).leadsTo()).isEqualTo("/account");

        assertThat(here.opens("/account").body()).contains("Your password is changed.");
        assertThat(here.cookie("XGSESSION")).isNotEqualTo(session);
        assertThat(elsewhere.get("/api/cases").status()).isEqualTo(401);
        assertThat(browser().signsIn(person, OLD).leadsTo()).isEqualTo("/sign-in?error");
        browser().signedIn(person, NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "'',              Winter-Ferry-27, Winter-Ferry-27, current, Enter the password you have now.",
        "Harbor-Light-26, '',              '',              chosen,  Enter the new password.",
        "Harbor-Light-26, Winter-Ferry-27, Winter-Ferry-28, again,   This is not the same as the new password.",
        "Harbor-Light-26, Harbor-Light-26, Harbor-Light-26, chosen,  This is the password you have now.",
        "Harbor-Light-26, short-1A,        short-1A,        chosen,  at least 10 characters",
        "Harbor-Light-26, all-small-letters-1, all-small-letters-1, chosen, a capital",
        "Wrong-Guess-26,  Winter-Ferry-27, Winter-Ferry-27, current, This is not the password you have now."
    })
    void what_is_wrong_is_said_at_its_field_and_no_password_comes_back(
            String current, String chosen, String again, String field, String sentence) {
        var visitor = browser().signedIn(person, OLD);

        var answer = chooses(visitor, current, chosen, again);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains(sentence, "href=\"#" + field + "\"", "id=\"" + field + "-refusal\"")
                .doesNotContain("Winter-Ferry", "short-1A", "Wrong-Guess", "all-small-letters-1");
        browser().signedIn(person, OLD);
    }

    @ParameterizedTest
    @CsvSource({
        "'',             '',              '',              current chosen",
        "Wrong-Guess-26, short-1A,        short-1B,        current chosen again",
        "Wrong-Guess-26, Winter-Ferry-27, '',              current again",
        "'',             Ida-Quay-26,     Ida-Quay-27,     current chosen again"
    })
    void all_that_is_wrong_is_said_at_once_in_the_order_of_the_form(
            String current, String chosen, String again, String fields) {
        var answer = chooses(browser().signedIn(person, OLD), current, chosen, again);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Pattern.compile("<a [^>]*href=\"#(current|chosen|again)\"")
                        .matcher(answer.body())
                        .results()
                        .map(link -> link.group(1)))
                .containsExactly(fields.split(" "));
        assertThat(answer.body()).contains("<title>Error: Your account").doesNotContain("Wrong-Guess", "Ida-Quay-2");
    }

    @Test
    void guessing_the_current_password_of_a_session_left_open_is_guessing() {
        var visitor = browser().signedIn(person, OLD);
        IntStream.range(0, 5).forEach(guess -> chooses(visitor, "Guess-Number-" + guess, NEW, NEW));

        var answer = chooses(visitor, OLD, NEW, NEW);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("Too many wrong passwords", "Try again in");
    }

    @Test
    void of_two_changes_at_once_the_second_reads_that_its_password_is_another_one_now() throws Exception {
        var tabs = List.of(browser().signedIn(person, OLD), browser().signedIn(person, OLD));
        var chosen = List.of(NEW, NEW + "-too");
        var together = Executors.newFixedThreadPool(2);
        try {
            var answers = together.invokeAll(IntStream.range(0, 2)
                    .<Callable<Integer>>mapToObj(
                            tab -> () -> chooses(tabs.get(tab), OLD, chosen.get(tab), chosen.get(tab))
                                    .status())
                    .toList());
            for (int tab = 0; tab < 2; tab++) {
                var isDone = answers.get(tab).get() == 302;
                assertThat(browser().signsIn(person, chosen.get(tab)).leadsTo())
                        .as("who was told that the password is changed gets in with it, and nobody else")
                        .isEqualTo(isDone ? "/" : "/sign-in?error");
            }
            assertThat(answers.get(0).get() == 302).isNotEqualTo(answers.get(1).get() == 302);
        } finally {
            together.shutdownNow();
        }
    }

    @Test
    void OPM_gives_a_password_for_one_time_which_lets_in_to_choose_ones_own_and_to_nothing_else() {
        var before = browser().signedIn(person, OLD);
        var reset = browser().signedIn(opm, OLD).post("/api/people/" + person + "/password", "");
        assertThat(reset.status()).isEqualTo(200);
        var oneTime = reset.json().get("oneTimePassword").asText();
        assertThat(before.get("/api/cases").status()).isEqualTo(401);
        assertThat(browser().signsIn(person, OLD).leadsTo()).isEqualTo("/sign-in?error");

        var visitor = browser();
        visitor.signsIn(person, oneTime);
        for (var page : List.of("/", "/cases", "/camunda/app/cockpit/default/")) {
            assertThat(visitor.opens(page).leadsTo()).as(page).isEqualTo("/account");
        }
        var refused = visitor.get("/api/cases");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asText()).contains("Choose your own first");
        assertThat(visitor.opens("/account").body()).contains("Choose your own now");

        chooses(visitor, oneTime, NEW, NEW);

        assertThat(visitor.get("/api/cases").status()).isEqualTo(200);
        assertThat(browser().signsIn(person, oneTime).leadsTo()).isEqualTo("/sign-in?error");
        browser().signedIn(person, NEW);
    }

    @Test
    void OPM_does_the_same_on_the_page_of_people() {
        var visitor = browser().signedIn(opm, OLD);
        assertThat(visitor.opens("/people").body()).contains(person, "a password for one time");

        var shown = visitor.submits("/people/" + person + "/password", Map.of());

        // Asked for again, the address the form was sent to leads back to the page.
        assertThat(visitor.opens("/people/" + person + "/password").leadsTo()).isEqualTo("/people");
        assertThat(visitor.opens("/account/password").leadsTo()).isEqualTo("/account");
        assertThat(shown.body()).contains("aria-current=\"page\">People</a>");
        // In one line: whoever reads it out does not take a hyphen of its own for one of the line.
        var oneTime =
                Pattern.compile("<code class=\"text-no-wrap\">([^<]+)</code>").matcher(shown.body());
        assertThat(oneTime.find()).isTrue();
        var newcomer = browser();
        newcomer.signsIn(person, oneTime.group(1));
        assertThat(newcomer.opens("/cases").leadsTo()).isEqualTo("/account");
        assertThat(visitor.opens("/people").body()).doesNotContain(oneTime.group(1));
        assertThat(newcomer.opens("/people").leadsTo()).isEqualTo("/account");
    }

    @Test
    void only_OPM_resets_and_nobody_resets_the_own() {
        var own = browser().signedIn(opm, OLD);
        assertThat(own.post("/api/people/" + opm + "/password", "").status()).isEqualTo(400);
        assertThat(own.post("/api/people/nobody-there/password", "").status()).isEqualTo(404);
        assertThat(browser()
                        .signedIn(person, OLD)
                        .post("/api/people/" + opm + "/password", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_first_password_from_OPM_is_for_one_time_and_a_later_one_is_never_dropped_in_silence() {
        var visitor = browser().signedIn(opm, OLD);
        var body =
                """
                {"id": "%s", "name": "Nora Pier", "email": "nora@doors.example", "agency": "OPM",
                 "roles": ["opm-designer"], "initialPassword": "%s"}""";
        var id = person + "-new";
        assertThat(visitor.send("PUT", "/api/people/" + id, body.formatted(id, OLD))
                        .status())
                .isEqualTo(201);
        var newcomer = browser();
        newcomer.signsIn(id, OLD);
        assertThat(newcomer.opens("/cases").leadsTo()).isEqualTo("/account");

        var again = visitor.send("PUT", "/api/people/" + id, body.formatted(id, NEW));

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().get("field").asText()).isEqualTo("initialPassword");
        assertThat(again.json().get("detail").asText()).contains("/api/people/" + id + "/password");
    }

    @Test
    void L20_sign_ins_wrong_passwords_closings_and_changes_stay_on_record_without_any_password() {
        IntStream.range(0, 2).forEach(slip -> browser().signsIn(person, "Wrong-Guess-26"));
        var visitor = browser().signedIn(person, OLD);
        chooses(visitor, OLD, NEW, NEW);
        browser().signedIn(opm, OLD).post("/api/people/" + person + "/password", "");
        IntStream.range(0, 6).forEach(slip -> browser().signsIn(person, "Wrong-Guess-26"));
        browser().signsIn("Typed-My-Password-26", "x");

        var chain = audit.of("SIGN-IN").stream()
                .filter(decision -> decision.userId().equals(person)
                        || String.valueOf(decision.after()).contains("\"" + person + "\""))
                .toList();

        assertThat(chain)
                .extracting(RecordedDecision::kind)
                .containsExactly(
                        "sign-in-refused",
                        "sign-in-refused",
                        "sign-in",
                        "change-password",
                        "reset-password",
                        "sign-in-refused",
                        "sign-in-refused",
                        "sign-in-refused",
                        "sign-in-refused",
                        "sign-in-refused");
        assertThat(chain.get(9).sentence()).contains("too often");
        assertThat(chain.get(2).after()).contains("127.0.0.1");
        assertThat(audit.of("SIGN-IN").toString()).doesNotContain("Wrong-Guess-26", OLD, NEW, "Typed-My-Password-26");
        assertThat(audit.firstBroken("SIGN-IN")).isEmpty();
    }
}
