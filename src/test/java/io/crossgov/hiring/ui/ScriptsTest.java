package io.crossgov.hiring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the browser's scripts hang together: as modules that import each other, with everything in one place. */
class ScriptsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/META-INF/resources");
    private static final Path FORMS = RESOURCES.resolve("assets/forms");
    private static final Path TASKLIST = RESOURCES.resolve("webjars/camunda/app/tasklist/index.html");

    private static final Pattern IMPORT = Pattern.compile("(?m)(?:^import .*?|^} from |\\bimport\\()\"([^\"]+)\"");
    private static final Pattern OF_FORMS_SCRIPTS = Pattern.compile("\\bwindow\\.[xX]g\\w*");
    private static final Pattern PRELOADED =
            Pattern.compile("rel=\"modulepreload\" href=\"([^\"]+)\" fetchpriority=\"low\"");

    /** More than that does more than one thing. */
    private static final int LONGEST = 300;

    @Test
    void the_token_of_the_session_is_read_in_one_place() {
        assertThat(scripts().filter(script -> script.content().contains("XG-XSRF")))
                .extracting(WhatPeopleRead.Text::file)
                .containsExactly(RESOURCES.resolve("assets/token.js"));
    }

    @Test
    void what_forms_own_scripts_call_is_set_by_the_toolkits_entry_and_called_by_no_script_of_ours() {
        assertThat(scripts().filter(script -> OF_FORMS_SCRIPTS
                        .matcher(script.withoutComments().content())
                        .find()))
                .extracting(WhatPeopleRead.Text::file)
                .containsExactly(FORMS.resolve("index.js"));
    }

    @Test
    void what_a_script_imports_is_there() {
        assertThat(scripts().flatMap(script -> IMPORT.matcher(script.content())
                        .results()
                        .map(found -> imported(script.file(), found.group(1)))))
                .hasSizeGreaterThan(50)
                .allMatch(Files::isRegularFile);
    }

    @Test
    void the_toolkits_modules_are_short() {
        assertThat(toolkit())
                .hasSizeGreaterThan(10)
                .allMatch(script -> script.content().lines().count() < LONGEST);
    }

    /** Found import by import, each would take a way to the server and back before the next. */
    @Test
    void tasklist_asks_for_the_whole_toolkit_at_once() {
        var preloaded = WhatPeopleRead.in(
                        TASKLIST.getParent(), TASKLIST.getFileName().toString())
                .flatMap(page -> PRELOADED.matcher(page.content()).results())
                .map(found -> RESOURCES.resolve(found.group(1).substring(1)))
                .toList();

        assertThat(preloaded)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(RESOURCES.resolve("assets/token.js")),
                                toolkit().stream().map(WhatPeopleRead.Text::file))
                        .toList());
    }

    private static Stream<WhatPeopleRead.Text> scripts() {
        return WhatPeopleRead.in(RESOURCES, ".js");
    }

    private static List<WhatPeopleRead.Text> toolkit() {
        return WhatPeopleRead.in(FORMS, ".js").toList();
    }

    /** Of the web apps' scripts, the folder in which they stand here is not the one in which a browser finds them. */
    private static Path imported(Path script, String name) {
        var address = "/" + RESOURCES.relativize(script).toString().replace("webjars/", "");
        return RESOURCES
                .resolve(URI.create(address)
                        .resolve(name)
                        .getPath()
                        .replaceFirst("^(/\\.\\.)*/", "")
                        .replaceFirst("^camunda/", "webjars/camunda/"))
                .normalize();
    }
}
