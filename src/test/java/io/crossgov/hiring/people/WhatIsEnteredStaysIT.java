package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.ui.Chromium;
import io.crossgov.hiring.workflow.Colleague;
import io.crossgov.hiring.workflow.Hire;
import io.crossgov.hiring.workflow.HireScenario;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * What a person enters into a form, written in HTML or by the form editor, is there again wherever the person comes back to it, and is what
 * the person entered.
 */
@HiringTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIsEnteredStaysIT {

    private static final String PD = "identify-position-description";
    private static final String INTEREST = "express-interest";
    private static final String PD_NUMBER = "PD number";
    private static final String FTE_NUMBER = "Number of the funded FTE";
    private static final String VALIDATED_ON = "Need for the position validated on";

    private final Pictures pictures = new Pictures("entered");

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private HireScenario scenario;

    @BeforeAll
    void open_browser() {
        chromium = new Chromium();
    }

    @AfterAll
    void close_browser() {
        chromium.close();
    }

    @BeforeEach
    void people_and_a_pool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothing_is_left_behind() {
        scenario.close();
    }

    @Test
    void it_is_back_after_another_task_the_diagram_a_reload_a_new_session_and_in_another_browser() {
        var written = scenario.opensCase();
        var edited = scenario.opensCase().until(INTEREST);
        var browser = chromium.person();
        var hr = at(browser, scenario.hr);

        to(hr, written, PD).take().fill(PD_NUMBER, "PD-77").check("I have compared the PD");
        kept(hr);
        to(hr, edited, INTEREST)
                .take()
                .check("Washington, DC")
                .fill(FTE_NUMBER, "FTE-77")
                .fill(VALIDATED_ON, scenario.today());
        hr.picture("kept");
        // Back at once, before anything can have been sent by itself.
        hr.fill(FTE_NUMBER, "FTE-78");
        isBack(to(hr, written, PD), PD_NUMBER, "PD-77");
        assertThat(hr.field("I have compared the PD")).isChecked();
        isBack(to(hr, edited, INTEREST), FTE_NUMBER, "FTE-78");

        hr.page().getByText("Diagram", exactly()).click();
        assertThat(hr.form()).hasCount(0);
        hr.page().getByText("Form", exactly()).click();
        isBack(hr, FTE_NUMBER, "FTE-78");
        assertThat(hr.form()).containsText(edited.caseNumber());
        assertThat(hr.field("Washington, DC")).isChecked();

        hr.page().reload();
        isBack(hr, FTE_NUMBER, "FTE-78");
        hr.picture("back after a reload");

        hr.fill(FTE_NUMBER, "FTE-79");
        kept(hr);
        browser.clearCookies();
        hr.page().reload();
        signIn(hr.page(), scenario.hr);
        isBack(hr, FTE_NUMBER, "FTE-79");
        assertThat(hr.field(VALIDATED_ON)).hasValue("03/02/2026");

        var elsewhere = at(chromium.person(), scenario.hr);
        isBack(to(elsewhere, edited, INTEREST), FTE_NUMBER, "FTE-79");
        isBack(to(elsewhere, written, PD), PD_NUMBER, "PD-77");
        var opm = at(chromium.person(), scenario.opm);
        assertThat(to(opm, edited, INTEREST).field(FTE_NUMBER)).hasValue("");

        to(elsewhere, edited, INTEREST)
                .check("The position is a funded FTE")
                .fill("Number of vacancies", "1")
                .complete();
        edited.waitsAt("check-pool-match");
        assertThat(edited.file().needValidatedOn()).hasValue(scenario.today());
    }

    @Test
    void it_can_be_discarded_and_the_start_of_a_case_is_kept_too() {
        var manager = at(chromium.person(), scenario.manager);
        manager.beginCase().fill("Title of the position", "Strategist, third team");
        kept(manager);
        // The dialog stands in the address, and comes back with the page.
        manager.page().reload();
        isBack(manager, "Title of the position", "Strategist, third team");
        manager.page().getByText("Discard it").click();
        assertThat(manager.field("Title of the position")).hasValue("");
        manager.page().waitForResponse("**/draft", () -> manager.page().reload());
        assertThat(manager.field("Title of the position")).hasValue("");
        assertThat(manager.form().getByText("is back")).hasCount(0);
    }

    @Test
    void a_second_tab_is_told_and_overwrites_nothing_unseen() {
        var hire = scenario.opensCase();
        var first = to(at(chromium.person(), scenario.hr), hire, PD).take();
        var second = to(first.inAnotherTab(), hire, PD);
        first.fill(PD_NUMBER, "first tab");
        kept(first);
        second.fill(PD_NUMBER, "second tab");
        var told = second.form().locator(".xg-note");
        assertThat(told).containsText("You entered something else here");
        second.picture("told of the other tab");
        assertThat(second.field(PD_NUMBER)).hasValue("second tab");
        told.getByText("Show what I entered there").click();
        assertThat(second.field(PD_NUMBER)).hasValue("first tab");
        second.fill(PD_NUMBER, "second tab again");
        kept(second);
        first.fill(PD_NUMBER, "first tab again");
        first.form().getByText("Keep what stands here").click();
        kept(first);
        first.page().reload();
        isBack(first, PD_NUMBER, "first tab again");
    }

    @Test
    void without_a_network_it_stays_in_the_tab_and_is_kept_later() {
        var hire = scenario.opensCase();
        var browser = chromium.person();
        var hr = to(at(browser, scenario.hr), hire, PD).take();
        browser.setOffline(true);
        hr.fill(PD_NUMBER, "PD-offline");
        assertThat(hr.form().locator(".xg-kept--failed")).containsText("There is no connection");
        hr.picture("no connection");
        assertThat(hr.field(PD_NUMBER)).hasValue("PD-offline");
        browser.setOffline(false);
        kept(hr);
        hr.page().reload();
        isBack(hr, PD_NUMBER, "PD-offline");
    }

    @Test
    void a_date_is_the_day_that_was_typed_or_none() {
        var hire = scenario.opensCase().until(INTEREST);
        var hr = to(at(chromium.person(), scenario.hr), hire, INTEREST).take();
        hr.check("Washington, DC")
                .check("The position is a funded FTE")
                .fill(FTE_NUMBER, "FTE-1")
                .fill("Number of vacancies", "1");
        var day = hr.field(VALIDATED_ON);
        for (var wrong : List.of(
                "18/11/2025",
                "2/30/2025",
                "13/45/2026",
                "18.11.2025",
                "11182025",
                "2025-02-30",
                "11/18/25",
                "0",
                "someday")) {
            type(day, wrong);
            assertThat(day).hasValue(wrong);
            assertThat(day).hasAttribute("aria-invalid", "true");
            assertThat(hr.form().locator(".xg-error")).containsText("“" + wrong + "” is not a date.");
        }
        hr.picture("no date");
        hire.staysAsItIs(() -> assertThat(hr.completeIsRefused()).contains("“someday” is not a date."));
        assertThat(day).hasValue("someday");
        assertThat(hr.page().locator(".page-notifications [role=alert]")).hasCount(0);

        for (var right : List.of("2025-11-18", "11/18/2025", "11-18-2025", "Nov 18, 2025", "November 18 2025")) {
            type(day, right);
            assertThat(day).hasValue("11/18/2025");
            assertThat(hr.form().locator(".xg-error")).hasCount(0);
        }
        hr.complete();
        assertThat(hire.file().needValidatedOn()).hasValue(java.time.LocalDate.of(2025, 11, 18));
    }

    // --- how it goes

    private static void type(Locator field, String text) {
        field.fill("");
        field.pressSequentially(text);
        field.press("Tab");
    }

    private static void kept(Tasklist person) {
        assertThat(person.form().locator(".xg-kept:not(.xg-kept--failed)")).containsText("Kept at");
    }

    private static void isBack(Tasklist person, String label, String value) {
        assertThat(person.field(label)).hasValue(value);
        assertThat(person.form().locator(".xg-note")).containsText("is back.");
    }

    private static Tasklist to(Tasklist person, Hire hire, String task) {
        return person.follow("/go/task?case=" + hire.caseNumber() + "&task=" + task, hire.caseNumber());
    }

    private Tasklist at(BrowserContext browser, Colleague who) {
        return Tasklist.signIn(
                browser, "http://localhost:" + port, who.actor().userId(), HireScenario.PASSWORD, pictures);
    }

    private static void signIn(Page page, Colleague who) {
        page.getByLabel("User name").fill(who.actor().userId());
        page.getByLabel("Password").fill(HireScenario.PASSWORD);
        page.locator("main").getByRole(AriaRole.BUTTON).click();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
