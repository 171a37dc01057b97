package io.crossgov.hiring.workflow.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.SignedInPerson;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.workflow.engine.EngineWords;
import io.crossgov.hiring.workflow.engine.RefusedFormException;
import io.crossgov.hiring.workflow.form.StartedCases;
import io.crossgov.hiring.workflow.tasklist.VanishedTasks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the engine's errors speak to people: a feature's refusal with its own status and sentence, everything else as one plain
 * sentence. What belongs to another agency reads exactly like what does not exist.
 */
public class EngineErrorFilter extends OncePerRequestFilter {

    private static final String NOT_THERE = "This is not there, or it is not yours.";

    private static final Logger LOG = LoggerFactory.getLogger(EngineErrorFilter.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SUBMITTED_TASK = Pattern.compile("/task/([^/]+)/submit-form$");

    /** What PostgreSQL and the embedded database say to a question whose time is over. */
    private static final List<String> TOO_LONG =
            List.of("canceling statement due to", "statement was canceled or the session timed out");

    /** Which exception the engine's API tells of. */
    private static final Pattern KIND = Pattern.compile("^\\{\"type\":\"(\\w+)\"");

    /** What the engine throws over a question that it takes and then cannot make sense of. */
    private static final Set<String> QUESTIONABLE = Set.of(
            "ProcessEngineException",
            "NullPointerException",
            "IllegalArgumentException",
            "ClassCastException",
            "NumberFormatException",
            "IndexOutOfBoundsException",
            "StringIndexOutOfBoundsException",
            "ArrayIndexOutOfBoundsException",
            "UnsupportedOperationException",
            "ArithmeticException",
            "DateTimeException");

    private final VanishedTasks vanishedTasks;
    private final StartedCases startedCases;

    public EngineErrorFilter(VanishedTasks vanishedTasks, StartedCases startedCases) {
        this.vanishedTasks = vanishedTasks;
        this.startedCases = startedCases;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new HeldErrors(response);
        chain.doFilter(request, held);
        if (!held.isError()) {
            held.finish();
            return;
        }
        var refused = RefusedFormException.whyRefused(request);
        if (refused.isPresent()) {
            var refusal = refused.get();
            var before = startedCases.startedBefore(request, refusal);
            if (before.isPresent()) {
                write(response, HttpServletResponse.SC_OK, before.get());
            } else if (refusal.kind() == Refusal.Kind.INVALID && isSubmittedTooLate(request)) {
                // What is wrong with the answers is what whoever was first has changed.
                sayVanished(request, response, 404, EngineWords.NO_SUCH_TASK);
            } else {
                say(response, refusal.kind().status(), refusal);
            }
            return;
        }
        translate(request, response, held);
    }

    private void translate(HttpServletRequest request, HttpServletResponse response, HeldErrors held)
            throws IOException {
        var status = held.getStatus();
        var engineWords = held.body();
        var words = engineWords.toLowerCase(java.util.Locale.ROOT);
        if (words.contains("no authenticated tenant")
                || status == 404
                || words.contains("cannot find task")
                || words.contains("\"nullvalueexception\"")
                || words.contains("cannot get form for task")
                || isFormOfNoTask(request, words)) {
            sayVanished(
                    request,
                    response,
                    404,
                    request.getRequestURI().contains("/task/") ? EngineWords.NO_SUCH_TASK : NOT_THERE);
        } else if (words.contains("optimisticlocking")
                || words.contains("was updated by another transaction")
                || words.contains(EngineWords.MOVED_ON)) {
            say(response, 409, EngineWords.OVERTAKEN);
        } else if (words.contains("does not have") && words.contains("permission") || status == 403) {
            // A right goes with its task: in the very moment the task goes, this is all the engine finds.
            if (isSubmittedTooLate(request)) {
                sayVanished(request, response, 404, EngineWords.NO_SUCH_TASK);
            } else {
                sayVanished(request, response, 403, "Your role does not include this.");
            }
        } else if (words.contains("already claimed")) {
            say(response, 409, EngineWords.TAKEN);
        } else if (status == 401) {
            say(response, 401, "Please sign in.");
        } else if (status < 500) {
            say(response, status, EngineWords.NOT_UNDERSTOOD);
        } else if (TOO_LONG.stream().anyMatch(words::contains)) {
            LOG.warn("{} {} took too long and was given up.", request.getMethod(), request.getRequestURI());
            say(response, 503, EngineWords.TOO_LONG);
        } else if (isQuestionThatMakesNoSense(request, engineWords)) {
            LOG.warn("{} {} made no sense to the engine.", request.getMethod(), request.getRequestURI());
            say(response, 400, EngineWords.NOT_UNDERSTOOD);
        } else if (isSubmittedTooLate(request)) {
            sayVanished(request, response, 404, EngineWords.NO_SUCH_TASK);
        } else {
            LOG.error("{} {} failed: {}", request.getMethod(), request.getRequestURI(), withoutDatabase(engineWords));
            say(response, 500, "Something went wrong on our side. Nothing was changed; please try again.");
        }
    }

    /**
     * Whether the engine failed at what it was asked, and at nothing of its own: it says 500 to a list that is asked for in a way it does
     * not know, and to a header that is none. What fails in the database is never that.
     */
    private static boolean isQuestionThatMakesNoSense(HttpServletRequest request, String engineWords) {
        var kind = KIND.matcher(engineWords);
        var failed = kind.find() ? kind.group(1) : "";
        return failed.equals("HeaderValueException")
                || QUESTIONABLE.contains(failed)
                        && EngineOperations.find(
                                        request.getMethod(),
                                        request.getRequestURI().substring(EngineApiGate.API.length()))
                                .filter(EngineOperations.Operation::isQuestion)
                                .isPresent();
    }

    /** MyBatis tells what the database said after three number signs, and the database quotes rows. */
    private static String withoutDatabase(String engineWords) {
        var database = engineWords.indexOf("###");
        return database < 0 ? engineWords : engineWords.substring(0, database) + "(the database's words are left out)";
    }

    private boolean isSubmittedTooLate(HttpServletRequest request) {
        var task = SUBMITTED_TASK.matcher(request.getRequestURI());
        return task.find() && vanishedTasks.isGone(task.group(1));
    }

    /** Says why the task is gone, or where there is no more to say, this. */
    private void sayVanished(HttpServletRequest request, HttpServletResponse response, int status, String sentence)
            throws IOException {
        var vanished = vanished(request);
        if (vanished.isPresent()) {
            say(response, vanished.get().kind().status(), vanished.get());
        } else {
            say(response, status, sentence);
        }
    }

    /** Why the task is gone that somebody wanted to submit, if there is more to say than that it is gone. */
    private Optional<Refusal> vanished(HttpServletRequest request) {
        var task = SUBMITTED_TASK.matcher(request.getRequestURI());
        return task.find()
                ? SignedInPerson.now().flatMap(person -> vanishedTasks.why(task.group(1), person.actor()))
                : Optional.empty();
    }

    /** The engine takes a task's form from the task without a look whether there is one. */
    private static boolean isFormOfNoTask(HttpServletRequest request, String words) {
        return request.getRequestURI().endsWith("/deployed-form") && words.contains("nullpointerexception");
    }

    static void say(HttpServletResponse response, int status, String sentence) throws IOException {
        write(response, status, Map.of("type", "Refusal", "message", sentence));
    }

    private static void say(HttpServletResponse response, int status, Refusal refusal) throws IOException {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "Refusal");
        body.put("message", refusal.sentence());
        refusal.field().ifPresent(field -> body.put("field", field));
        refusal.rule().ifPresent(rule -> body.put("rule", rule));
        body.put("errors", refusal.faults());
        write(response, status, body);
    }

    private static void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        var bytes = JSON.writeValueAsBytes(body);
        // Whatever length was announced for the engine's own words.
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
