package io.crossgov.hiring.workflow.form;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of a form, as the form editor writes them, as HTML: paragraphs, headings, lists, bold, italics and links of Markdown, and
 * {@code {{form.path}}} for what the form is told. Nothing else is read: HTML, code and calculations are told as findings.
 */
final class FormText {

    /** In front of every name in a form. */
    static final String PREFIX = "form.";

    /** Where a link of a form leads that shows the messages which its answers would send. */
    private static final String MESSAGES = "#messages";

    private static final Pattern PATH = Pattern.compile("form\\.([A-Za-z][\\w]*(?:\\.[A-Za-z]\\w*)*)");
    private static final Pattern OF_ROW = Pattern.compile("this(?:\\.(\\w+))?");
    private static final Pattern INLINE = Pattern.compile(
            "\\*\\*(?<bold>.+?)\\*\\*|\\*(?<italic>[^*]+)\\*|\\[(?<link>[^]]*)]\\((?<target>[^)]*)\\)|\\{\\{(?<value>.*?)}}");
    private static final Pattern LOOP = Pattern.compile(
            "\\{\\{#loop\\s+(?<list>[^}]+)}}\\s*-\\s+(?<item>[^\\n]*?)\\s*\\{\\{/loop}}", Pattern.DOTALL);
    private static final Pattern NOT_READ = Pattern.compile("<[A-Za-z/!]|`|!\\[|\\{\\{#|\\{\\{/|\\{\\{\\{");

    private final Consumer<String> findings;

    /** @param findings told what cannot be shown, in half a sentence that follows the component's name */
    FormText(Consumer<String> findings) {
        this.findings = findings;
    }

    /** The name behind {@code form.}; told as a finding when it is none. */
    String path(String expression) {
        var path = PATH.matcher(expression.strip());
        if (!path.matches()) {
            findings.accept("reads \"" + expression.strip() + "\"; only a name such as form.caseNumber can be read.");
            return "";
        }
        return path.group(1);
    }

    /** Several paragraphs. */
    String blocks(String text) {
        return Arrays.stream(text.strip().split("\\n[ \\t]*\\n"))
                .map(String::strip)
                .filter(block -> !block.isEmpty())
                .map(this::block)
                .collect(Collectors.joining("\n"));
    }

    private String block(String block) {
        var loop = LOOP.matcher(block);
        if (loop.matches()) {
            return "<ul data-each=\"" + path(loop.group("list")) + "\"><template><li>"
                    + line(loop.group("item").replaceAll("\\{\\{\\s*(this(?:\\.\\w+)?)\\s*}}", "{{$1}}"))
                    + "</li></template></ul>";
        }
        var lines = List.of(block.split("\\n"));
        if (lines.stream().allMatch(line -> line.startsWith("- ") || line.startsWith("* "))) {
            return lines.stream()
                    .map(line -> "<li>" + line(line.substring(2)) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        }
        if (block.startsWith("#") && lines.size() == 1) {
            return "<h3>" + line(block.replaceFirst("^#+\\s*", "")) + "</h3>";
        }
        return "<p>" + line(block.replaceAll("\\s*\\n\\s*", " ")) + "</p>";
    }

    /** One line, without paragraphs. */
    String line(String text) {
        var unread = NOT_READ.matcher(text);
        if (unread.find()) {
            findings.accept("uses \"" + unread.group() + "\", which is not shown in forms.");
            return "";
        }
        var html = new StringBuilder();
        var inline = INLINE.matcher(text);
        int end = 0;
        while (inline.find()) {
            html.append(escaped(text.substring(end, inline.start())));
            if (inline.group("bold") != null) {
                html.append("<strong>").append(line(inline.group("bold"))).append("</strong>");
            } else if (inline.group("italic") != null) {
                html.append("<em>").append(line(inline.group("italic"))).append("</em>");
            } else if (inline.group("link") != null) {
                html.append(link(inline.group("link"), inline.group("target").strip()));
            } else {
                html.append(value(inline.group("value").strip()));
            }
            end = inline.end();
        }
        return html.append(escaped(text.substring(end))).toString();
    }

    private String value(String expression) {
        return "<span data-text=\"" + pathInRow(expression) + "\"></span>";
    }

    /** As {@link #path}, or in a loop the row itself, {@code this}, or what it calls so, {@code this.name}. */
    private String pathInRow(String expression) {
        var ofRow = OF_ROW.matcher(expression);
        if (!ofRow.matches()) {
            return path(expression);
        }
        return ofRow.group(1) == null ? "." : ofRow.group(1);
    }

    /** A link leads to a page of this application, which the form names or is told; others are not open to it. */
    private String link(String words, String target) {
        if (target.equals(MESSAGES)) {
            return "<button type=\"button\" class=\"xg-link-button\" data-messages>" + line(words) + "</button>";
        }
        var told = INLINE.matcher(target);
        if (told.matches() && told.group("value") != null) {
            return "<a data-href=\"" + pathInRow(told.group("value").strip()) + "\">" + line(words) + "</a>";
        }
        if (!target.matches("/(?!/)[^\\s\"]*|https://[^\\s\"]+")) {
            findings.accept("leads to \"" + target
                    + "\"; a link begins with / or https://, or is #messages or a name in {{ }}.");
        }
        return "<a href=\"" + escaped(target) + "\">" + line(words) + "</a>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
