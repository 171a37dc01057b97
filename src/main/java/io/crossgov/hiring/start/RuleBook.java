package io.crossgov.hiring.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The rules in words, from the page of the project that says what they are: people and programmers read the same sentences. */
@Component
class RuleBook {

    private static final Pattern RULE = Pattern.compile(
            """
            ^## <a id="(?<id>[A-Z]\\d+)"></a>\\k<id> (?<title>.+)

            (?<demand>(?:.+\\n)+)
            - Written: (?<written>.+)
            - Enforced: (?<enforced>.+)
            - Shown: (?<shown>.+)
            - Since: (?<since>.+)$""",
            Pattern.MULTILINE);

    private static final Pattern TEST = Pattern.compile("(?<ids>(?:[DL]\\d+_)+)(?<words>\\w+)");

    /**
     * One rule.
     *
     * @param id as in "L14"; people follow it and do not read it
     * @param demand what it asks, in sentences
     * @param written where: citations, or that it is of no law
     * @param enforced by which parts of the program
     * @param shown where people meet it
     * @param since the first day of its source, or as of when its text was read
     * @param tests what is tested of it, in words
     */
    record Rule(
            String id,
            String title,
            String demand,
            String written,
            String enforced,
            String shown,
            String since,
            List<String> tests) {}

    private final List<Rule> rules;

    /** @param tests the names of tests that begin with a rule's id, one a line, as the build finds them */
    RuleBook(@Value("classpath:docs/law.md") Resource page, @Value("classpath:docs/law-tests.txt") Resource tests)
            throws IOException {
        rules = read(
                page.getContentAsString(StandardCharsets.UTF_8),
                tests.getContentAsString(StandardCharsets.UTF_8).lines().toList());
    }

    /** All of them, in the order of the page. */
    List<Rule> rules() {
        return rules;
    }

    private static List<Rule> read(String page, List<String> tests) {
        var found = new ArrayList<Rule>();
        var rule = RULE.matcher(page);
        while (rule.find()) {
            found.add(new Rule(
                    rule.group("id"),
                    rule.group("title"),
                    rule.group("demand").strip().replace('\n', ' '),
                    rule.group("written"),
                    rule.group("enforced").replace("`", ""),
                    rule.group("shown"),
                    rule.group("since"),
                    of(rule.group("id"), tests)));
        }
        return List.copyOf(found);
    }

    /** The tests of a rule, as sentences: {@code L13_L14_nobody_is_left_behind} is one of two rules. */
    private static List<String> of(String id, List<String> tests) {
        return tests.stream()
                .map(TEST::matcher)
                .filter(Matcher::matches)
                .filter(test -> List.of(test.group("ids").split("_")).contains(id))
                .map(test -> test.group("words").replace('_', ' '))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
