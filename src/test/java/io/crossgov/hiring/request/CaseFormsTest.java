package io.crossgov.hiring.request;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.pool.QualificationStatement;
import io.crossgov.hiring.pool.QualificationStatement.Kind;
import io.crossgov.hiring.ui.Chromium;
import io.crossgov.hiring.ui.FormScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The HTML forms of steps 1 to 3 in a real browser west of UTC, without a server: what they show, ask and send. */
class CaseFormsTest {

    private static final Path FORMS = Path.of("forms/cross-gov-hiring");
    private static final String ORIGIN = "http://forms.test";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final RequestLaw LAW = new RequestLaw(
            new ClassPathResource("law/freeze-regimes.yaml"), new ClassPathResource("law/rpl-exceptions.yaml"));

    /** Of two regimes, so that every kind of evidence is asked for. */
    private static final List<FreezeGround> GROUNDS = Stream.of(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 3, 2))
            .flatMap(day -> LAW.freezeOn(day).grounds().stream())
            .toList();

    private static Chromium chromium;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @AfterEach
    void closePage() {
        page.context().close();
    }

    @Test
    void form_A_asks_for_the_evidence_its_ground_needs_and_for_no_other() throws Exception {
        open("complete-talent-pool-request", formA());
        var upload = page.locator("[data-upload=freezeDocument]");
        var number = page.getByLabel("Number of the approval");
        assertThat(upload).isHidden();
        assertThat(number).isHidden();

        page.getByLabel("OPM's Director").check();
        assertThat(upload).isVisible();
        assertThat(number).isHidden();

        page.getByLabel("Strategic Hiring Committee").check();
        assertThat(upload).isHidden();
        number.fill("SHC-26-1");
        page.getByLabel("Date of the approval").fill("2026-02-20");
        page.getByLabel("Line of the annual staffing plan").fill("Line 14");
        page.getByLabel("told OPM of the approval").fill("2026-02-23");
        page.getByLabel("I confirm").check();
        page.getByLabel("Signature").fill("Hank Rivera");

        var answers = answers(CompleteTalentPoolRequest.Answers.class);
        assertThat(answers.freezeGround()).isEqualTo("committee-approval-in-staffing-plan");
        assertThat(answers.freezeApprovalNumber()).isEqualTo("SHC-26-1");
        assertThat(answers.freezeApprovalDate()).isEqualTo("2026-02-20");
        assertThat(answers.freezePlanLine()).isEqualTo("Line 14");
        assertThat(answers.freezeOpmToldOn()).isEqualTo("2026-02-23");
        assertThat(answers.freezeDocument()).isNull();
        assertThat(answers.freezeAnswer()).isEqualTo(CompleteTalentPoolRequest.FreezeAnswer.CONFIRM);
        assertThat(answers.dutyLocations()).containsExactly("Denver, CO", "Remote");
        assertThat(answers.grade()).isEqualTo("GS-13");
        assertThat(answers.signature()).isEqualTo("Hank Rivera");
    }

    @Test
    void form_A_shows_a_confirmed_exemption_and_does_not_ask_again() throws Exception {
        var view = formA();
        view.put("freezeConfirmed", true);
        view.put("freezeInWords", "Hank Rivera has confirmed it.");
        view.put("freezeAnswer", "CONFIRM");
        view.put("freezeGround", "immigration-security-safety");
        open("complete-talent-pool-request", view);

        assertThat(shown("Hank Rivera has confirmed it.")).hasCount(1);
        assertThat(page.getByText("A confirmation cannot be changed by anyone."))
                .isVisible();
        assertThat(page.getByLabel("I confirm")).isHidden();
        assertThat(answers(CompleteTalentPoolRequest.Answers.class).freezeAnswer())
                .isNull();
    }

    @Test
    void form_A_says_that_there_is_no_freeze_and_asks_nothing_about_it() throws Exception {
        var view = formA();
        view.put("freezeInWords", "No hiring freeze was in effect.");
        view.put("freezeInEffect", false);
        view.put("grounds", List.of());
        open("complete-talent-pool-request", view);

        assertThat(shown("No hiring freeze was in effect.")).hasCount(1);
        assertThat(page.getByText("A confirmation cannot be changed by anyone."))
                .isHidden();
        assertThat(page.getByLabel("I confirm")).isHidden();
    }

    @Test
    void form_B_asks_fourteen_questions_and_keeps_each_answer_with_its_statement() throws Exception {
        open("verify-experience-and-competencies", formB());
        var yes = page.locator("input[value=YES]");
        assertThat(yes).hasCount(14);
        for (int i = 0; i < 14; i++) {
            yes.nth(i).check();
        }
        page.locator("input[value=NO]").nth(9).check();
        page.getByLabel("I certify").check();

        var answers = answers(VerifyExperienceAndCompetencies.Answers.class);
        assertThat(answers.decision()).isEqualTo(VerifyExperienceAndCompetencies.Decision.CERTIFY);
        assertThat(answers.all()).hasSize(7);
        assertThat(answers.all().stream().filter(FormB.Answer::allYes)).hasSize(6);
        assertThat(answers.competencies().get(0)).isEqualTo(new FormB.Answer(5, YesNo.YES, YesNo.NO));
    }

    @Test
    void a_position_description_asks_for_its_cover_sheet_only_when_it_is_classified() throws Exception {
        open("identify-position-description", identify());
        assertThat(page.locator("[data-upload=coverSheet]")).isHidden();
        page.getByLabel("Yes, it is classified").check();
        assertThat(page.locator("[data-upload=coverSheet]")).isVisible();
        page.getByLabel("Not yet").check();
        page.getByLabel("PD number").fill("PD-7");
        page.getByLabel("Classification requested on").fill("2026-03-01");

        var answers = answers(IdentifyPositionDescription.Answers.class);
        assertThat(answers.classification()).isEqualTo(IdentifyPositionDescription.Classification.REQUESTED);
        assertThat(answers.classificationRequestedOn()).isEqualTo("2026-03-01");
        assertThat(answers.classifiedOn()).isNull();
        assertThat(answers.series()).isEqualTo("0301");
    }

    @Test
    void OPMs_samples_are_asked_for_without_leaving_the_form() throws Exception {
        open("identify-position-description", identify());
        var asked = new ArrayList<String>();
        page.route("**/api/**", route -> {
            asked.add(route.request().method() + " " + route.request().url().substring(ORIGIN.length()));
            route.fulfill(new Route.FulfillOptions().setStatus(202));
        });
        page.getByText("Ask OPM for its sample PDs").click();

        assertThat(page.getByText("OPM has your request")).isVisible();
        assertThat(asked).containsExactly("POST /api/cases/XGH-2026-000001/sample-position-descriptions");
    }

    @Test
    void OPMs_samples_stand_in_the_form_once_OPM_has_put_them_into_the_case() throws Exception {
        open("identify-position-description", identify());
        assertThat(page.getByText("OPM's sample PDs in this case:")).isHidden();
        page.context().close();

        var view = identify();
        view.put("samples", List.of(new IdentifyPositionDescription.Sample("gs-0301-13.pdf", "/api/documents/d-1")));
        open("identify-position-description", view);
        assertThat(page.getByText("OPM's sample PDs in this case:")).isVisible();
        assertThat(page.getByText("gs-0301-13.pdf")).hasAttribute("href", "/api/documents/d-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identify-position-description",
                "classify-position-description",
                "verify-experience-and-competencies",
                "complete-talent-pool-request"
            })
    void a_form_is_accessible(String form) throws Exception {
        open(
                form,
                switch (form) {
                    case "complete-talent-pool-request" -> formA();
                    case "verify-experience-and-competencies" -> formB();
                    default -> identify();
                });
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations()).isEmpty();
    }

    // ---- what the server would show

    private static Map<String, Object> head() {
        var view = new LinkedHashMap<String, Object>();
        view.put("caseNumber", "XGH-2026-000001");
        view.put("agencyName", "General Services Administration");
        view.put("positionTitle", "Customer Experience Strategist");
        view.put("pool", Map.of("label", "Customer Experience Strategist, GS-0301-13", "lastDay", "2027-03-01"));
        view.put("series", "0301");
        view.put("grade", "GS-13");
        view.put("fullPerformanceLevel", "GS-13");
        return view;
    }

    private static Map<String, Object> identify() {
        var view = head();
        view.put("samples", List.of());
        view.put(
                "statements", List.of(new QualificationStatement(1, Kind.SPECIALIZED_EXPERIENCE, "Leading", "Leads.")));
        return view;
    }

    private static Map<String, Object> formA() {
        var view = head();
        view.put("appointmentType", "PERMANENT");
        view.put("appointmentOptions", List.of(new Option("PERMANENT", "permanent"), new Option("TERM", "term")));
        view.put("dutyLocations", List.of("Denver, CO", "Remote"));
        view.put("locationOptions", Option.of(List.of("Washington, DC", "Denver, CO", "Remote")));
        view.put("freezeInEffect", true);
        view.put("freezeConfirmed", false);
        view.put("grounds", GROUNDS);
        view.put("requestStartedOn", "2026-03-02");
        view.put("officialName", "Hank Rivera");
        return view;
    }

    private static Map<String, Object> formB() {
        var view = head();
        view.put("experience", statements(1, 4, Kind.SPECIALIZED_EXPERIENCE));
        view.put("competencies", statements(5, 7, Kind.TECHNICAL_COMPETENCY));
        view.put("answersNeeded", 14);
        return view;
    }

    private static List<FormB.AnsweredStatement> statements(int from, int to, Kind kind) {
        var statements = new ArrayList<FormB.AnsweredStatement>();
        for (int number = from; number <= to; number++) {
            statements.add(
                    new FormB.AnsweredStatement(number, kind, "Statement " + number, "What it means", null, null));
        }
        return statements;
    }

    // ---- the browser

    private Locator shown(String text) {
        return page.getByText(text).filter(new Locator.FilterOptions().setVisible(true));
    }

    private void open(String form, Map<String, Object> view) throws IOException {
        page = chromium.person().newPage();
        var html = Files.readString(FORMS.resolve(form + ".html"));
        page.route(
                ORIGIN + "/",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(
                                "<!DOCTYPE html><html lang='en'><head><title>Form</title></head><body><main><h1>Form</h1>"
                                        + html + "</main></body></html>")));
        page.navigate(ORIGIN + "/");
        FormScripts.addTo(page);
        // The form's own script tells which options it binds with, as it does in Tasklist.
        page.evaluate(
                """
                view => {
                  let options = {};
                  const script = document.querySelector('script[cam-script]').textContent;
                  new Function('camForm', 'xg', script)({}, { ...xg, form: (camForm, given) => { options = given || {}; } });
                  return openForm(view, options);
                }""",
                JSON.convertValue(view, Map.class));
    }

    private <T> T answers(Class<T> type) throws JsonProcessingException {
        return JSON.readValue((String) page.evaluate("() => JSON.stringify(answers())"), type);
    }
}
