package io.crossgov.hiring.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
            - Enforced: .+
            - Shown: (?<shown>.+)$""",
            Pattern.MULTILINE);

    /**
     * One rule.
     *
     * @param id as in "L14"; people follow it and do not read it
     * @param demand what it asks, in sentences
     * @param written where: citations, or that it is of no law
     * @param shown where people meet it
     */
    record Rule(String id, String title, String demand, String written, String shown) {}

    private final List<Rule> rules;

    RuleBook(@Value("classpath:docs/law.md") Resource page) throws IOException {
        rules = read(page.getContentAsString(StandardCharsets.UTF_8));
    }

    /** All of them, in the order of the page. */
    List<Rule> rules() {
        return rules;
    }

    private static List<Rule> read(String page) {
        var found = new ArrayList<Rule>();
        var rule = RULE.matcher(page);
        while (rule.find()) {
            found.add(new Rule(
                    rule.group("id"),
                    rule.group("title"),
                    rule.group("demand").strip().replace('\n', ' '),
                    rule.group("written"),
                    rule.group("shown")));
        }
        return List.copyOf(found);
    }
}
