package io.crossgov.hiring.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.BodyTooLarge;
import io.crossgov.hiring.common.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Tells of an import line by line while it runs; once a line is out, the status is too, and a refusal becomes the last line. */
final class ImportReport {

    private final ObjectMapper json;
    private final HttpServletResponse response;

    ImportReport(ObjectMapper json, HttpServletResponse response) {
        this.json = json;
        this.response = response;
    }

    /** The import that is told of. */
    interface Import {
        CandidateIntakeController.Outcome run(Consumer<ImportProgress> report) throws IOException;
    }

    /** @throws RuntimeException what the import threw, as long as nothing was told; the caller answers as usual then */
    void of(Import running) throws IOException {
        try {
            line(running.run(this::line));
        } catch (FaultyCandidateFile faulty) {
            end(problem(faulty), faulty);
        } catch (UndecidedDoubles undecided) {
            end(problem(undecided), undecided);
        } catch (Refusal refusal) {
            end(
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.valueOf(refusal.kind().status()), refusal.sentence()),
                    refusal);
        } catch (BodyTooLarge tooLarge) {
            if (!response.isCommitted()) {
                throw tooLarge;
            }
            line(problem(tooLarge));
        } catch (UncheckedIOException nobodyListens) {
            throw nobodyListens.getCause();
        }
    }

    /** A faulty file as problem details: the first faults, and how many there are. */
    static ProblemDetail problem(FaultyCandidateFile faulty) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, faulty.getMessage());
        problem.setProperty("taken", false);
        problem.setProperty("counts", faulty.progress());
        problem.setProperty("faults", faulty.faults());
        return problem;
    }

    /** Likely doubles as problem details: the first ones, and how many there are. */
    static ProblemDetail problem(UndecidedDoubles undecided) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, undecided.getMessage());
        problem.setProperty("taken", false);
        problem.setProperty("counts", undecided.progress());
        problem.setProperty("doublesCount", undecided.count());
        problem.setProperty("doubles", undecided.doubles());
        return problem;
    }

    static ProblemDetail problem(BodyTooLarge tooLarge) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, tooLarge.getMessage());
        problem.setProperty("taken", false);
        return problem;
    }

    private void end(ProblemDetail problem, RuntimeException cause) {
        if (!response.isCommitted()) {
            throw cause;
        }
        line(problem);
    }

    private void line(Object value) {
        try {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            var out = response.getOutputStream();
            out.write((json.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            response.flushBuffer();
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        }
    }
}
