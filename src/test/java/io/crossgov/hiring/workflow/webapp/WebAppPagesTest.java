package io.crossgov.hiring.workflow.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Visitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist's and Cockpit's pages, as several people load them at once: a browser runs what the policy's nonce names, and nothing else. */
@HiringTest
class WebAppPagesTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String PROFILE = "/camunda/api/engine/engine/default/user/%s/profile";

    private static final Pattern IN_POLICY = Pattern.compile("script-src 'nonce-([A-Za-z0-9_-]{22})' ");
    private static final Pattern IN_PAGE = Pattern.compile("<script [^>]*?nonce=\"([^\"]+)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b");

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    /** One page as it came: what its policy lets run, and what it wants to run. */
    private record Loaded(String policy, String page) {

        String allowed() {
            var nonce = IN_POLICY.matcher(policy);
            assertThat(nonce.find()).as(policy).isTrue();
            return nonce.group(1);
        }

        List<String> wanted() {
            return IN_PAGE.matcher(page).results().map(found -> found.group(1)).toList();
        }
    }

    @Test
    void every_page_runs_its_own_scripts_while_colleagues_work() throws Exception {
        var colleagues = List.of("gsa-hr", "gsa-manager", "opm-1", "opm-2");
        var work = new ArrayList<Callable<List<Loaded>>>();
        for (var who : colleagues) {
            var page = who.startsWith("opm") ? COCKPIT : TASKLIST;
            work.add(() -> loads(who, page));
            work.add(() -> loads(who, TASKLIST));
            work.add(() -> asks(who));
        }
        var threads = Executors.newFixedThreadPool(work.size());
        var loaded = new ArrayList<Loaded>();
        try {
            for (Future<List<Loaded>> done : threads.invokeAll(work)) {
                loaded.addAll(done.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(loaded).hasSize(colleagues.size() * 2 * 50).allSatisfy(each -> assertThat(each.wanted())
                .hasSize((int) SCRIPT.matcher(each.page()).results().count())
                .containsOnly(each.allowed()));
        assertThat(loaded).extracting(Loaded::allowed).doesNotHaveDuplicates();
    }

    private List<Loaded> loads(String who, String page) {
        var browser = Visitor.inABrowser(port).signedIn(who, password);
        return IntStream.range(0, 50).mapToObj(load -> loaded(browser, page)).toList();
    }

    /** What Tasklist asks the engine for by itself, page or no page. */
    private List<Loaded> asks(String who) {
        var browser = Visitor.inABrowser(port).signedIn(who, password);
        IntStream.range(0, 50)
                .forEach(ask ->
                        assertThat(browser.get(PROFILE.formatted(who)).status()).isEqualTo(200));
        return List.of();
    }

    private static Loaded loaded(Visitor browser, String page) {
        var answer = browser.opens(page);
        assertThat(answer.status()).isEqualTo(200);
        return new Loaded(answer.headers().firstValue("Content-Security-Policy").orElseThrow(), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKLIST, COCKPIT})
    void scripts_come_from_here_only_and_the_page_is_written_as_it_is_counted(String page) {
        var answer = Visitor.inABrowser(port).signedIn("opm-1", password).opens(page);

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> {
                    var allowed = directives(policy);
                    assertThat(allowed.get("script-src"))
                            .as("AngularJS compiles its expressions, hence unsafe-eval; nothing else is let in")
                            .hasSize(3)
                            .contains("'strict-dynamic'", "'unsafe-eval'")
                            .anyMatch(source -> source.matches("'nonce-[A-Za-z0-9+/_=-]{16,}'"));
                    assertThat(allowed)
                            .containsEntry("default-src", Set.of("'self'"))
                            .containsEntry("object-src", Set.of("'none'"))
                            .containsEntry("base-uri", Set.of("'self'"))
                            .containsEntry("frame-ancestors", Set.of("'none'"));
                    assertThat(allowed.keySet())
                            .as("no more special rule for scripts")
                            .doesNotContain("script-src-elem", "script-src-attr", "worker-src", "frame-src");
                    assertThat(allowed.entrySet().stream()
                                    .filter(directive -> directive.getKey().endsWith("-src"))
                                    .flatMap(directive -> directive.getValue().stream()))
                            .as("nothing from elsewhere")
                            .allMatch(source -> source.startsWith("'") || source.equals("data:"));
                });
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("Load the page again").endsWith("</html>\n");
    }

    /** What each directive of a policy lets in. */
    private static Map<String, Set<String>> directives(String policy) {
        return Arrays.stream(policy.split(";"))
                .map(directive -> directive.strip().split("\\s+"))
                .collect(Collectors.toMap(
                        words -> words[0], words -> Set.of(Arrays.copyOfRange(words, 1, words.length))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task/count",
                "/camunda/api/engine/engine/default/no-such-thing",
                "/camunda/lib/deps.js",
                "/camunda/app/admin/default/"
            })
    void what_is_no_page_of_theirs_runs_nothing(String path) {
        var answer = Visitor.inABrowser(port).signedIn("gsa-hr", password).get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'self';").doesNotContain("unsafe"));
    }
}
