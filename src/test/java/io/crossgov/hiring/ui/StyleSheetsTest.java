package io.crossgov.hiring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.ui.WhatPeopleRead.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All colors stand in one sheet, by names that the other sheets use. */
class StyleSheetsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path ASSETS = RESOURCES.resolve("META-INF/resources/assets");
    private static final Path TOKENS = ASSETS.resolve("tokens.css");

    /** The US Web Design System, as it was published. */
    private static final Path DESIGN_SYSTEM = ASSETS.resolve("uswds");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

    /** What a property is set to; a selector is followed by a brace. */
    private static final Pattern VALUE = Pattern.compile("[\\w-]+\\s*:\\s*([^;{}]+)(?=[;}])");

    /** Written as a number, also inside an address, where the sign of the number is escaped. */
    private static final Pattern COLOR =
            Pattern.compile("(?i)(#|%23)[0-9a-f]{3,8}\\b|\\b(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\\(");

    private static final Pattern CLASS = Pattern.compile("(?<![\\w-])(usa-[\\w-]+)");
    private static final Pattern CLASS_IN_SELECTOR = Pattern.compile("\\.([\\w-]+)");
    private static final Pattern RULE_WITH_ADDRESS = Pattern.compile("([^{}]+)\\{([^{}]*url\\([^{}]*)}");
    private static final Pattern ADDRESS = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");

    private static final Pattern USED = Pattern.compile("var\\(\\s*(--[\\w-]+)");
    private static final Pattern DECLARED = Pattern.compile("(?<![\\w(-])(--[\\w-]+)\\s*:");
    private static final Pattern SET_BY_A_SCRIPT = Pattern.compile("setProperty\\(\"(--[\\w-]+)\"");

    @Test
    void a_color_is_written_in_the_sheet_of_tokens_only() {
        var elsewhere = sheets().entrySet().stream()
                .filter(sheet -> !sheet.getKey().equals(TOKENS))
                .flatMap(sheet -> found(VALUE, sheet.getValue())
                        .map(value -> value.group(1))
                        .filter(value -> COLOR.matcher(value).find())
                        .map(value -> sheet.getKey().getFileName() + ": " + value))
                .toList();
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void what_a_sheet_uses_is_a_token_and_each_token_is_used() {
        var used = new TreeSet<String>();
        sheets().values().forEach(sheet -> used.addAll(names(USED, sheet)));
        var byScripts = texts(ASSETS, ".js").values().stream()
                .flatMap(script -> names(SET_BY_A_SCRIPT, script).stream())
                .toList();
        used.removeAll(byScripts);

        assertThat(used).containsExactlyElementsOf(names(DECLARED, sheets().get(TOKENS)));
    }

    @Test
    void a_token_is_declared_in_one_place_and_they_all_begin_alike() {
        assertThat(names(DECLARED, sheets().get(TOKENS))).isNotEmpty().allMatch(name -> name.startsWith("--xg-"));
        sheets().forEach((path, sheet) -> {
            if (!path.equals(TOKENS)) {
                assertThat(names(DECLARED, sheet))
                        .as(path.getFileName().toString())
                        .isEmpty();
            }
        });
    }

    /** Its other pictures and typefaces are not here: no page of ours asks for them. */
    @Test
    void what_the_design_system_shows_with_our_classes_is_here_and_nothing_else() throws IOException {
        var sheet = texts(DESIGN_SYSTEM, ".css").entrySet().iterator().next();
        var ours = Stream.concat(
                        texts(RESOURCES.resolve("templates"), ".html").values().stream(),
                        texts(ASSETS, ".js").values().stream())
                .flatMap(text -> names(CLASS, text).stream())
                .collect(Collectors.toSet());
        var shown = new TreeSet<Path>();
        found(RULE_WITH_ADDRESS, sheet.getValue())
                .filter(rule -> Stream.of(rule.group(1).split(","))
                        .map(selector -> names(CLASS_IN_SELECTOR, selector))
                        .anyMatch(classes -> !classes.isEmpty() && ours.containsAll(classes)))
                .flatMap(rule -> names(ADDRESS, rule.group(2)).stream())
                .forEach(address ->
                        shown.add(sheet.getKey().resolveSibling(address).normalize()));
        names(ADDRESS, sheets().get(ASSETS.resolve("crossgov.css"))).stream()
                .filter(address -> address.endsWith(".woff2"))
                .forEach(address -> shown.add(ASSETS.resolve(address)));

        try (var files = Files.walk(DESIGN_SYSTEM)) {
            assertThat(files.filter(file -> file.toString().matches(".*\\.(svg|png|jpg|woff2?|ttf)")))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    /** Browsers keep the web apps' own user-styles.css for good: what it imports today does not reach who has that of yesterday. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "templates/layout.html",
                "META-INF/resources/webjars/camunda/app/tasklist/index.html",
                "META-INF/resources/webjars/camunda/app/cockpit/index.html"
            })
    void a_page_brings_the_tokens_itself_once(String page) {
        assertThat(texts(RESOURCES, page).values()).singleElement().asString().containsOnlyOnce("/assets/tokens.css");
    }

    private static TreeSet<String> names(Pattern pattern, String text) {
        return found(pattern, text).map(each -> each.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** Ours, as they are, without what people say to each other in them. */
    private static Map<Path, String> sheets() {
        var sheets = texts(RESOURCES.resolve("META-INF/resources"), ".css");
        sheets.keySet().removeIf(path -> path.startsWith(DESIGN_SYSTEM));
        assertThat(sheets).containsKey(TOKENS).hasSizeGreaterThan(10);
        sheets.replaceAll((path, text) -> COMMENT.matcher(text).replaceAll(""));
        return sheets;
    }

    private static Map<Path, String> texts(Path root, String ending) {
        return WhatPeopleRead.in(root, ending)
                .collect(Collectors.toMap(Text::file, Text::content, (one, other) -> one, TreeMap::new));
    }
}
