package io.crossgov.hiring.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How long a session lasts, by what a person does, and what is said about its end. */
@HiringTest
class SessionTest {

    private static final String COUNT_TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    private Visitor visitor;
    private Instant start;

    @BeforeEach
    void somebody_is_signed_in() {
        start = Instant.now();
        after(0);
        visitor = Visitor.inABrowser(port).signedIn("gsa-hr", password);
    }

    @AfterEach
    void the_clock_is_right_again() {
        ClockUtil.reset();
    }

    @Test
    void what_a_page_asks_for_by_itself_keeps_no_session_alive() {
        for (int minute = 5; minute < 30; minute += 5) {
            after(minute);
            assertThat(visitor.unattended(COUNT_TASKS).status())
                    .as("minute %d", minute)
                    .isEqualTo(200);
        }
        after(30);

        assertThat(visitor.unattended(COUNT_TASKS).status()).isEqualTo(401);
        var signInPage = visitor.opens(TASKLIST).leadsTo();
        assertThat(visitor.opens(signInPage).body())
                .contains(
                        "You were signed out after 30 minutes without activity. What you entered into a task is kept.");
        assertThat(visitor.signsInAt(signInPage, "gsa-hr", password).leadsTo()).isEqualTo(TASKLIST);
    }

    /** Of what a page asks for at once, one answer says why; the page may be on its way to the sign-in before it is there. */
    @Test
    void why_one_was_signed_out_is_told_though_the_answer_that_said_so_never_arrived() {
        after(30);
        var givenUp = Visitor.inABrowser(port);
        givenUp.keeps("XGSESSION", visitor.cookie("XGSESSION").orElseThrow());
        assertThat(givenUp.unattended("/session").status()).isEqualTo(401);

        var signInPage = visitor.opens("/cases").leadsTo();
        assertThat(visitor.opens(signInPage).body()).contains("You were signed out after 30 minutes without activity.");
    }

    @ParameterizedTest
    @CsvSource({COUNT_TASKS, "/cases", "/api/tasks", "/session"})
    void what_a_person_does_keeps_it_alive_wherever(String path) {
        after(29);
        assertThat((path.equals("/cases") ? visitor.opens(path) : visitor.get(path)).status())
                .isEqualTo(200);
        after(58);

        assertThat(visitor.get(COUNT_TASKS).status()).isEqualTo(200);
    }

    @Test
    void a_page_learns_what_is_left_without_making_it_more() {
        after(10);
        assertThat(visitor.unattended("/session").json().toString())
                .isEqualTo("{\"seconds\":1200,\"canStay\":true,\"roles\":[\"hr-specialist\"]}");
        after(20);
        assertThat(visitor.unattended("/session").json().get("seconds").asLong())
                .isEqualTo(600);
        assertThat(visitor.get("/session").json().get("seconds").asLong()).isEqualTo(1800);
        after(50);
        assertThat(visitor.unattended("/session").status()).isEqualTo(401);
    }

    @Test
    void no_session_lasts_longer_than_half_a_day_whatever_is_done() {
        for (int minute = 20; minute < 12 * 60; minute += 20) {
            after(minute);
            assertThat(visitor.get(COUNT_TASKS).status()).isEqualTo(200);
        }
        assertThat(visitor.get("/session").json().get("canStay").asBoolean()).isFalse();
        after(12 * 60);

        assertThat(visitor.get(COUNT_TASKS).status()).isEqualTo(401);
        assertThat(visitor.opens("/sign-in").body()).contains("You were signed out: a session lasts 12 hours at most.");
    }

    @Test
    void why_one_was_signed_out_is_forgotten_with_the_next_session() {
        after(31);
        visitor.opens("/cases");
        visitor.signedIn("gsa-hr", password);
        visitor.submits("/sign-out", Map.of());

        assertThat(visitor.opens("/sign-in?signedOut").body())
                .contains("You signed out.")
                .doesNotContain("without activity");
        assertThat(visitor.opens("/sign-in").body()).doesNotContain("role=\"status\"");
        assertThat(Visitor.inABrowser(port).opens("/sign-in?signedOut").body())
                .as("who has not signed out")
                .doesNotContain("You signed out.");
    }

    @ParameterizedTest
    @CsvSource({
        "/cases,                                Please sign in to go on to the cases.",
        "/cases/XGH-2026-000001,                Please sign in to go on to case XGH-2026-000001.",
        "/cases/XGH-2026-000001/notices,        Please sign in to go on to case XGH-2026-000001.",
        "/pools/CGA-DE-12339419-24-MS,          Please sign in to go on to talent pool CGA-DE-12339419-24-MS.",
        "/camunda/app/tasklist/default/,        Please sign in to go on to your tasks.",
        "/camunda/app/cockpit/default/,         Please sign in to go on to Cockpit.",
        "'/go/task?case=XGH-2026-000001&task=x', Please sign in to go on to your task."
    })
    void the_sign_in_page_says_what_one_signs_in_for(String page, String sentence) {
        var stranger = Visitor.inABrowser(port);

        assertThat(stranger.opens(stranger.opens(page).leadsTo()).body()).contains(sentence);
    }

    @Test
    void a_session_the_application_does_not_know_any_more_is_told_as_that() {
        // What a browser keeps over a restart of the application.
        visitor = Visitor.inABrowser(port);
        visitor.keeps("XG-ENDED", "LOST");
        visitor.keeps("XGSESSION", "0123456789ABCDEF0123456789ABCDEF");

        assertThat(visitor.opens("/cases").leadsTo()).isEqualTo("/sign-in?to=/cases");
        assertThat(visitor.opens("/sign-in?to=/cases").body()).contains("Your session has ended. What you entered");
    }

    @Test
    void who_was_never_signed_in_is_told_of_no_session() {
        var stranger = Visitor.inABrowser(port);
        stranger.keeps("XGSESSION", "0123456789ABCDEF0123456789ABCDEF");

        assertThat(stranger.opens("/sign-in").body()).doesNotContain("session has ended");
    }

    private void after(int minutes) {
        ClockUtil.setCurrentTime(Date.from(start.plus(Duration.ofMinutes(minutes))));
    }
}
