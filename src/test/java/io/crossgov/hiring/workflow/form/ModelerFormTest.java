package io.crossgov.hiring.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the form editor writes is shown like every other form, and what cannot be shown is told by file and component. */
class ModelerFormTest {

    static List<Path> forms() throws IOException {
        try (var files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_form_of_the_editor_can_be_shown(Path file) throws IOException {
        var form = ModelerForm.of(file.toString(), Files.readAllBytes(file));
        assertThat(form.findings()).isEmpty();
        assertThat(form.html()).startsWith("<form class=\"xg-form\"").contains("xg.form(camForm);");
    }

    @Test
    void answers_have_label_hint_and_field() {
        assertThat(
                        shown(
                                """
                        {"type": "textfield", "id": "a", "label": "FTE number", "key": "form.fteNumber",
                         "description": "As your agency writes it."}"""))
                .contains(
                        "<label>FTE number",
                        "<span class=\"xg-hint\">As your agency writes it.</span>",
                        "<input type=\"text\" autocomplete=\"off\" data-field=\"fteNumber\">");
        assertThat(
                        shown(
                                """
                        {"type": "number", "id": "a", "label": "Pay", "key": "form.pay", "decimalDigits": 2}"""))
                .contains("<input type=\"number\" step=\"1e-2\" data-field=\"pay\">");
        assertThat(
                        shown(
                                """
                        {"type": "datetime", "subtype": "date", "id": "a", "dateLabel": "Day of the notice", "key": "form.on"}"""))
                .contains("<label>Day of the notice", "<input type=\"date\" data-field=\"on\">");
        assertThat(
                        shown(
                                """
                        {"type": "checkbox", "id": "a", "label": "Funded", "key": "form.funded"}"""))
                .contains("<label><input type=\"checkbox\" data-field=\"funded\"> Funded</label>");
    }

    @Test
    void questions_have_their_answers_below_them_given_or_told() {
        assertThat(
                        shown(
                                """
                        {"type": "radio", "id": "a", "label": "Decision", "key": "form.decision",
                         "values": [{"value": "YES", "label": "Yes & done"}]}"""))
                .contains(
                        "<fieldset><legend>Decision</legend>",
                        "<label><input type=\"radio\" name=\"decision\" data-field=\"decision\" value=\"YES\"> Yes &amp; done</label>");
        assertThat(
                        shown(
                                """
                        {"type": "checklist", "id": "a", "label": "Places", "key": "form.places", "valuesExpression": "=form.offered"}"""))
                .contains(
                        "data-each=\"offered\"", "<input type=\"checkbox\" data-list=\"places\" data-value=\"value\">");
        assertThat(
                        shown(
                                """
                        {"type": "select", "id": "a", "label": "Type", "key": "form.type", "valuesExpression": "=form.types"}"""))
                .contains("data-options=\"types\" data-option-value=\"value\" data-option-text=\"label\"");
    }

    @Test
    void a_table_shows_each_row_and_says_when_there_is_none() {
        assertThat(
                        shown(
                                """
                        {"type": "table", "id": "a", "label": "Findings", "dataSource": "=form.findings", "rowCount": 20,
                         "columns": [{"label": "Rule", "key": "rule"}, {"label": "Holds", "key": "holds"}]}"""))
                .contains(
                        "<caption>Findings</caption>",
                        "<th scope=\"col\" role=\"columnheader\">Rule</th>",
                        "data-each=\"findings\"><template><tr role=\"row\"><td role=\"cell\" data-label=\"Rule\" data-text=\"rule\">",
                        "data-show=\"!findings\">Nothing to show.");
    }

    @Test
    void a_group_is_a_section_and_components_of_one_row_stand_beside_each_other() {
        assertThat(
                        shown(
                                """
                        {"type": "group", "id": "g", "label": "Funding", "showOutline": true, "components": [
                          {"type": "textfield", "id": "a", "label": "A", "key": "form.a", "layout": {"row": "one", "columns": 8}},
                          {"type": "textfield", "id": "b", "label": "B", "key": "form.b", "layout": {"row": "one", "columns": 8}}]}"""))
                .containsSubsequence(
                        "<fieldset><legend>Funding</legend>", "<div class=\"xg-grid\">", "A", "B", "</div>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Case **{{form.caseNumber}}**, *soon*  | <p>Case <strong><span data-text=\"caseNumber\"></span></strong>, <em>soon</em></p>",
                "[Open it]({{form.link}})              | <p><a data-href=\"link\">Open it</a></p>",
                "[Cases](/cases)                       | <p><a href=\"/cases\">Cases</a></p>",
                "# What next                           | <h3>What next</h3>",
                "- one\\n- **two**                     | <ul><li>one</li><li><strong>two</strong></li></ul>",
                "{{#loop form.missing}}\\n- {{this}}\\n{{/loop}} | <ul data-each=\"missing\"><template><li><span data-text=\".\"></span></li></template></ul>",
                "{{#loop form.rows}}\\n- [{{this.what}}]({{this.link}})\\n{{/loop}} | <ul data-each=\"rows\"><template><li><a data-href=\"link\"><span data-text=\"what\"></span></a></li></template></ul>",
                "5 > 3 & 2 \\\"quoted\\\"              | <p>5 &gt; 3 &amp; 2 &quot;quoted&quot;</p>",
            })
    void words_are_shown_as_the_editor_shows_them(String text, String html) {
        assertThat(shown("{\"type\": \"text\", \"id\": \"a\", \"text\": \"" + text.strip() + "\"}"))
                .contains(html.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=form.alternates = \"\"                                   | alternates",
                "=form.trained = true                                      | !trained",
                "=form.duplicate = null                                    | duplicate",
                "=form.decision != \"SENT_BACK\"                           | decision=SENT_BACK",
                "=if form.entered = \"NO\" then false else true            | entered=NO",
                "=if form.a = \"X\" or form.a = \"Y\" then false else true | a=X or a=Y",
                "=if form.a = \"X\" and form.b != \"\" then false else true | a=X and b",
                "=form.a = \"X\" and form.b = 3                            | a!=X or b!=3",
                "=not                                                      | ",
                "=(form.a = \"X\" or form.b = true) and form.c = null      | a!=X and !b or c",
                "=form.missing = []                                        | missing",
                "=form.came < form.offered                                 | !came<offered",
                "=if form.a = \"X\" and form.came < form.offered then false else true | a=X and came<offered",
            })
    void what_is_hidden_by_the_editor_is_shown_otherwise(String hide, String show) {
        assertThat(FormCondition.shownUnless(hide.strip()).orElse(null)).isEqualTo(show);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form.a = 1",
                "=",
                "=form.a",
                "=form.a > 3",
                "=a = 1",
                "=count(form.a) = 0",
                "=form.a = form.b",
                "=form.a < 3",
                "=form.a < \"2026-11-29\"",
                "=form.a = \"x|y\"",
                "=form.a = \"this and that\"",
                "=if form.a = 1 then true else true",
                "=form.a = 1 form.b = 2",
                "=(form.a = 1",
            })
    void a_condition_that_cannot_be_kept_is_not_guessed_at(String hide) {
        assertThat(FormCondition.shownUnless(hide)).isEmpty();
        assertThat(findings("{\"type\": \"text\", \"id\": \"a\", \"text\": \"x\", \"conditional\": {\"hide\": \""
                        + hide.replace("\"", "\\\"") + "\"}}"))
                .singleElement()
                .asString()
                .startsWith("forms/sample/x.form: \"a\" is hidden by an expression");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": \"filepicker\", \"id\": \"a\"} | is of the type \"filepicker\"",
                "{\"type\": \"textfield\", \"id\": \"a\", \"label\": \"A\", \"key\": \"form.a\", \"validate\": {\"required\": true}} | has \"validate\"",
                "{\"type\": \"textfield\", \"id\": \"a\", \"label\": \"A\", \"key\": \"a\"} | reads \"a\"",
                "{\"type\": \"textfield\", \"id\": \"a\", \"label\": \"\", \"key\": \"form.a\"} | has no label",
                "{\"type\": \"datetime\", \"subtype\": \"datetime\", \"id\": \"a\", \"dateLabel\": \"A\", \"key\": \"form.a\"} | asks for a time",
                "{\"type\": \"select\", \"id\": \"a\", \"label\": \"A\", \"key\": \"form.a\", \"valuesExpression\": \"=sort(form.a)\"} | reads \"sort(form.a)\"",
                "{\"type\": \"select\", \"id\": \"a\", \"label\": \"A\", \"key\": \"form.a\", \"valuesKey\": \"x\"} | has \"valuesKey\"",
                "{\"type\": \"table\", \"id\": \"a\", \"label\": \"A\", \"dataSource\": \"=form.a\", \"columns\": []} | has no columns",
                "{\"type\": \"text\", \"id\": \"a\", \"text\": \"<b>x</b>\"} | uses \"<b\"",
                "{\"type\": \"text\", \"id\": \"a\", \"text\": \"{{form.a + 1}}\"} | reads \"form.a + 1\"",
                "{\"type\": \"text\", \"id\": \"a\", \"text\": \"[x](javascript:alert)\"} | leads to \"javascript:alert\"",
                "{\"type\": \"text\", \"id\": \"a\", \"text\": \"[x](//elsewhere.example)\"} | leads to \"//elsewhere.example\"",
            })
    void what_cannot_be_shown_is_told_and_keeps_the_form_from_being_used(String component, String finding) {
        assertThat(findings(component)).singleElement().asString().startsWith("forms/sample/x.form: \"a\" " + finding);
        assertThatThrownBy(() -> shown(component)).hasMessageContaining(finding);
    }

    @Test
    void what_is_no_form_is_told() {
        assertThat(ModelerForm.of("x.form", "no JSON".getBytes(StandardCharsets.UTF_8))
                        .findings())
                .containsExactly("x.form is no JSON.");
        assertThat(ModelerForm.of("x.form", "{\"components\": [], \"variables\": []}".getBytes(StandardCharsets.UTF_8))
                        .findings())
                .containsExactly("x.form: the form has \"variables\", which is not used here.");
    }

    private static String shown(String component) {
        return form(component).html();
    }

    private static List<String> findings(String component) {
        return form(component).findings();
    }

    private static ModelerForm form(String component) {
        return ModelerForm.of(
                "forms/sample/x.form",
                ("{\"components\": [" + component + "], \"type\": \"default\"}").getBytes(StandardCharsets.UTF_8));
    }
}
