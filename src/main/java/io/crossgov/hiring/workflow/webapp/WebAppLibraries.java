package io.crossgov.hiring.workflow.webapp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The libraries under Tasklist and Cockpit, without those they never run here. The web apps share one file of 3.8 MB, three quarters of
 * what a person waits for on a slow line; the editors for decisions, cases and forms make most of it, and are for nobody.
 */
@Controller
class WebAppLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(WebAppLibraries.class);
    private static final String CAMUNDA = "META-INF/resources/webjars/camunda/";
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    /**
     * form-js with its editor, because the server turns forms of the form editor into HTML; and the viewers of DMN and CMMN, because
     * there are no decisions and no cases of that kind (see application.yaml).
     */
    static final Set<Integer> NEVER_RUN = Set.of(57661, 79572, 64672);

    /** The scripts of each app that ask the libraries for something: its own, and that of its plugins, which carries none. */
    private static final List<String> TASKLIST =
            List.of("app/tasklist/camunda-tasklist-bootstrap.js", "../../plugin/tasklist/app/plugin.js");

    private static final List<String> COCKPIT =
            List.of("app/cockpit/camunda-cockpit-bootstrap.js", "../../plugin/cockpit/app/plugin.js");

    /** Put together when the first person opens the app, not at every start. */
    private final Supplier<String> tasklist = SingletonSupplier.of(() -> withoutTheRest(TASKLIST));

    private final Supplier<String> cockpit = SingletonSupplier.of(() -> withoutTheRest(COCKPIT));
    private final Supplier<byte[]> cockpitWords =
            SingletonSupplier.of(() -> read("app/cockpit/locales/en.json").getBytes(StandardCharsets.UTF_8));
    private final Supplier<byte[]> cockpitWordsCompressed = SingletonSupplier.of(() -> compressed(cockpitWords.get()));

    @GetMapping("/camunda/lib/tasklist-deps.js")
    @ResponseBody
    ResponseEntity<String> tasklist() {
        return ResponseEntity.ok().contentType(SCRIPT).body(tasklist.get());
    }

    @GetMapping("/camunda/lib/cockpit-deps.js")
    @ResponseBody
    ResponseEntity<String> cockpit() {
        return ResponseEntity.ok().contentType(SCRIPT).body(cockpit.get());
    }

    /**
     * Cockpit's words, compressed. JSON is sent as it is elsewhere, because an answer about a person that is compressed together with
     * what somebody else chose tells of itself by its length; these words are the same for everybody.
     */
    @GetMapping("/camunda/app/cockpit/locales/en.json")
    @ResponseBody
    ResponseEntity<byte[]> words(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        var answer = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(cockpitWordsCompressed.get())
                : answer.body(cockpitWords.get());
    }

    /** What an app cannot do without; everything, should the libraries be written in another way one day. */
    private static String withoutTheRest(List<String> app) {
        var libraries = read("lib/deps.js");
        try {
            var modules = ScriptModules.read(libraries);
            var asked = new HashSet<Integer>();
            app.forEach(script -> asked.addAll(modules.askedForIn(read(script))));
            return modules.reachable(asked, NEVER_RUN);
        } catch (IllegalArgumentException otherwiseWritten) {
            LOG.warn("A web app loads all of Camunda's libraries: {}", otherwiseWritten.getMessage());
            return libraries;
        }
    }

    private static byte[] compressed(byte[] text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(CAMUNDA + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
