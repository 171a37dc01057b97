package io.crossgov.hiring.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.StreamSupport;
import org.springframework.web.util.HtmlUtils;

/**
 * A task form as Camunda Modeler's form editor keeps it ({@code .form}), as the HTML that {@code assets/forms} shows: the same words the
 * hand-written forms use, so that all forms look, err and keep what is entered alike. What cannot be shown is told, by component, and
 * keeps the form from being built and deployed; nothing is left out silently.
 */
public final class ModelerForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What every component may have. {@code layout} puts components of one row beside each other where there is room. */
    private static final Set<String> EVERY = Set.of("type", "id", "layout", "conditional");

    private static final Set<String> ASKING = Set.of("label", "key", "description");

    /** What each kind of component may have besides. A table shows all its rows, however many {@code rowCount} puts on a page. */
    private static final Map<String, Set<String>> MORE = Map.ofEntries(
            Map.entry("text", Set.of("text")),
            Map.entry("textfield", ASKING),
            Map.entry("textarea", ASKING),
            Map.entry("number", with(ASKING, "decimalDigits")),
            Map.entry("datetime", Set.of("key", "description", "subtype", "dateLabel")),
            Map.entry("select", with(ASKING, "values", "valuesExpression")),
            Map.entry("radio", with(ASKING, "values", "valuesExpression")),
            Map.entry("checklist", with(ASKING, "values", "valuesExpression")),
            Map.entry("checkbox", ASKING),
            Map.entry("table", Set.of("label", "dataSource", "columns", "rowCount")),
            Map.entry("group", Set.of("label", "components", "showOutline")),
            Map.entry("separator", Set.of()),
            Map.entry("spacer", Set.of("height")));

    private static final Set<String> OF_THE_FORM = Set.of(
            "components", "type", "id", "schemaVersion", "exporter", "executionPlatform", "executionPlatformVersion");

    private final String file;
    private final Set<String> findings = new TreeSet<>();
    private final String html;

    private ModelerForm(String file, byte[] content) {
        this.file = file;
        this.html = read(content);
    }

    /** @param file the form's path, for findings */
    public static ModelerForm of(String file, byte[] content) {
        return new ModelerForm(file, content);
    }

    /** A sentence for each thing that cannot be shown, naming file and component; empty when all can. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /**
     * The form as HTML.
     *
     * @throws IllegalStateException when there are findings
     */
    public String html() {
        if (!findings.isEmpty()) {
            throw new IllegalStateException(String.join(" ", findings));
        }
        return html;
    }

    private static Set<String> with(Set<String> properties, String... more) {
        var all = new TreeSet<>(properties);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    private String read(byte[] content) {
        JsonNode form;
        try {
            form = JSON.readTree(content);
        } catch (IOException unreadable) {
            findings.add(file + " is no JSON.");
            return "";
        }
        for (var name : names(form)) {
            if (!OF_THE_FORM.contains(name)) {
                findings.add(file + ": the form has \"" + name + "\", which is not used here.");
            }
        }
        return String.format(
                Locale.ROOT,
                """
                <form class="xg-form" role="form" novalidate>
                <script cam-script type="text/form-script">xg.form(camForm);</script>
                %s</form>
                """,
                components(form));
    }

    // ---- components

    /** Components in their order; those that share a row stand beside each other. */
    private String components(JsonNode parent) {
        var html = new StringBuilder();
        var beside = new ArrayList<String>();
        String row = null;
        for (var component : parent.path("components")) {
            var next = component.at("/layout/row").asText(component.path("id").asText());
            if (!next.equals(row)) {
                append(html, beside);
                row = next;
            }
            beside.add(component(component));
        }
        append(html, beside);
        return html.toString();
    }

    private static void append(StringBuilder html, List<String> beside) {
        if (beside.size() > 1) {
            html.append("<div class=\"xg-grid\">\n");
        }
        beside.forEach(each -> html.append(each).append('\n'));
        if (beside.size() > 1) {
            html.append("</div>\n");
        }
        beside.clear();
    }

    private String component(JsonNode component) {
        var type = component.path("type").asText();
        if (!MORE.containsKey(type)) {
            find(component, "is of the type \"" + type + "\", which is not shown in forms.");
            return "";
        }
        for (var name : names(component)) {
            if (!EVERY.contains(name) && !MORE.get(type).contains(name)) {
                find(component, "has \"" + name + "\", which has no effect here.");
            }
        }
        return shownWhen(
                component,
                switch (type) {
                    case "text" -> text(component).blocks(component.path("text").asText());
                    case "textfield" ->
                        field(component, "<input type=\"text\" autocomplete=\"off\"" + key(component) + ">");
                    case "textarea" -> field(component, "<textarea rows=\"4\"" + key(component) + "></textarea>");
                    case "number" -> field(component, number(component));
                    case "datetime" -> date(component);
                    case "select" -> field(component, select(component));
                    case "radio" -> question(component, "radio");
                    case "checklist" -> question(component, "checkbox");
                    case "checkbox" -> checkbox(component);
                    case "table" -> table(component);
                    case "group" ->
                        "<fieldset><legend>" + label(component) + "</legend>\n" + components(component) + "</fieldset>";
                    case "separator" -> "<hr>";
                    default -> "<div class=\"xg-space\"></div>";
                });
    }

    private String shownWhen(JsonNode component, String html) {
        if (!component.has("conditional")) {
            return html;
        }
        var hide = component.at("/conditional/hide").asText();
        var show = FormCondition.shownUnless(hide);
        if (show.isEmpty()) {
            find(component, "is hidden by an expression that cannot be read here: " + hide);
        }
        var shown = " data-show=\"" + escaped(show.orElse("")) + "\"";
        return html.matches("(?s)<(label|fieldset)>.*")
                ? html.replaceFirst(">", Matcher.quoteReplacement(shown) + ">")
                : "<div" + shown + ">\n" + html + "\n</div>";
    }

    /** One answer below its label and hint. */
    private String field(JsonNode component, String input) {
        return "<label>" + label(component) + hint(component) + "\n" + input + "</label>";
    }

    private String number(JsonNode component) {
        var digits = component.path("decimalDigits");
        var step = digits.isInt() ? "1" + (digits.asInt() == 0 ? "" : "e-" + digits.asInt()) : "any";
        return "<input type=\"number\" step=\"" + step + "\"" + key(component) + ">";
    }

    private String date(JsonNode component) {
        if (!component.path("subtype").asText().equals("date")) {
            find(component, "asks for a time; a form asks for days.");
        }
        return "<label>" + words(component, "dateLabel") + hint(component) + "\n<input type=\"date\"" + key(component)
                + "></label>";
    }

    private String select(JsonNode component) {
        var html = new StringBuilder("<select" + key(component));
        if (component.has("valuesExpression")) {
            html.append(" data-options=\"")
                    .append(list(component, "valuesExpression"))
                    .append("\" data-option-value=\"value\" data-option-text=\"label\"");
        }
        html.append("><option value=\"\">Choose</option>");
        for (var choice : component.path("values")) {
            html.append("<option value=\"")
                    .append(escaped(choice.path("value").asText()))
                    .append("\">")
                    .append(escaped(choice.path("label").asText()))
                    .append("</option>");
        }
        return html.append("</select>").toString();
    }

    /** A question with its possible answers below it: one to choose, or several. */
    private String question(JsonNode component, String type) {
        var answer = type.equals("radio")
                ? " name=\"" + path(component, "key") + "\"" + key(component)
                : key(component).replace("data-field", "data-list");
        var html = new StringBuilder("<fieldset><legend>" + label(component) + "</legend>" + hint(component) + "\n");
        if (component.has("valuesExpression")) {
            html.append("<div data-each=\"" + list(component, "valuesExpression") + "\"><template><label><input type=\""
                    + type + "\"" + answer
                    + " data-value=\"value\"> <span data-text=\"label\"></span></label></template></div>\n");
        }
        for (var choice : component.path("values")) {
            html.append("<label><input type=\"" + type + "\"" + answer + " value=\""
                    + escaped(choice.path("value").asText()) + "\"> "
                    + escaped(choice.path("label").asText()) + "</label>\n");
        }
        return html.append("</fieldset>").toString();
    }

    private String checkbox(JsonNode component) {
        return "<label><input type=\"checkbox\"" + key(component) + "> " + label(component) + hint(component)
                + "</label>";
    }

    private String table(JsonNode component) {
        var head = new StringBuilder();
        var cells = new StringBuilder();
        for (var column : component.path("columns")) {
            var name = escaped(column.path("label").asText());
            head.append("<th scope=\"col\" role=\"columnheader\">").append(name).append("</th>");
            cells.append("<td role=\"cell\" data-label=\"")
                    .append(name)
                    .append("\" data-text=\"")
                    .append(escaped(column.path("key").asText()))
                    .append("\"></td>");
        }
        if (cells.isEmpty()) {
            find(component, "has no columns.");
        }
        var rows = list(component, "dataSource");
        // Its roles are named because a narrow window stacks the cells, and would take them from whoever listens.
        return String.format(
                Locale.ROOT,
                """
                <table class="table xg-stacks" role="table"><caption>%s</caption>
                <thead role="rowgroup"><tr role="row">%s</tr></thead>
                <tbody role="rowgroup" data-each="%s"><template><tr role="row">%s</tr></template></tbody></table>
                <p class="xg-hint" data-show="!%s">Nothing to show.</p>""",
                label(component),
                head,
                rows,
                cells,
                rows);
    }

    // ---- what components are made of

    private FormText text(JsonNode component) {
        return new FormText(finding -> find(component, finding));
    }

    private String label(JsonNode component) {
        return words(component, "label");
    }

    private String words(JsonNode component, String property) {
        var words = component.path(property).asText().strip();
        if (words.isEmpty()) {
            find(component, "has no " + (property.equals("label") ? "label" : "label for its date") + ".");
        }
        return text(component).line(words);
    }

    private String hint(JsonNode component) {
        var description = component.path("description").asText().strip();
        return description.isEmpty()
                ? ""
                : "\n<span class=\"xg-hint\">" + text(component).line(description) + "</span>";
    }

    private String key(JsonNode component) {
        return " data-field=\"" + path(component, "key") + "\"";
    }

    /** A list that the form is told, as {@code =form.path}. */
    private String list(JsonNode component, String property) {
        var expression = component.path(property).asText().strip();
        return text(component).path(expression.startsWith("=") ? expression.substring(1) : "\"" + expression + "\"");
    }

    private String path(JsonNode component, String property) {
        return text(component).path(component.path(property).asText());
    }

    private void find(JsonNode component, String finding) {
        findings.add(file + ": \"" + component.path("id").asText("without an id") + "\" " + finding);
    }

    private static List<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
