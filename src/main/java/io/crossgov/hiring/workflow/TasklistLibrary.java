package io.crossgov.hiring.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The libraries under Tasklist, without those it never runs here. The web apps share one file of 3.8 MB, three quarters of what a
 * person waits for on a slow line; the editors for decisions, cases and forms make most of it, and are for Cockpit or for nobody.
 */
@Controller
class TasklistLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(TasklistLibrary.class);
    private static final String CAMUNDA = "META-INF/resources/webjars/camunda/";
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    /**
     * form-js with its editor, because the server turns forms of the form editor into HTML; and the viewers of DMN and CMMN, because
     * there are no decisions and no cases of that kind (see application.yaml).
     */
    static final Set<Integer> NEVER_RUN = Set.of(57661, 79572, 64672);

    private final String script;

    TasklistLibrary() {
        script = withoutTheRest(read("lib/deps.js"), read("app/tasklist/camunda-tasklist-bootstrap.js"));
    }

    @GetMapping("/camunda/lib/tasklist-deps.js")
    @ResponseBody
    ResponseEntity<String> script() {
        return ResponseEntity.ok().contentType(SCRIPT).body(script);
    }

    /** What Tasklist cannot do without; everything, should the libraries be written in another way one day. */
    private static String withoutTheRest(String libraries, String tasklist) {
        try {
            var modules = ScriptModules.read(libraries);
            return modules.reachable(modules.askedForIn(tasklist), NEVER_RUN);
        } catch (IllegalArgumentException otherwiseWritten) {
            LOG.warn("Tasklist loads all of Camunda's libraries: {}", otherwiseWritten.getMessage());
            return libraries;
        }
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(CAMUNDA + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
