package io.crossgov.hiring.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.BodyTooLarge;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the candidates of a pool come in over HTTP, for OPM staff: files, who is whom, and how far an import is. */
@RestController
@RequestMapping("/api/pools/{announcement}/candidates")
class CandidateIntakeController {

    private final CandidateImport candidateImport;
    private final CandidateDoubles doubles;
    private final CandidateIntake intake;
    private final Candidates candidates;
    private final ObjectMapper json;

    CandidateIntakeController(
            CandidateImport candidateImport,
            CandidateDoubles doubles,
            CandidateIntake intake,
            Candidates candidates,
            ObjectMapper json) {
        this.candidateImport = candidateImport;
        this.doubles = doubles;
        this.intake = intake;
        this.candidates = candidates;
        this.json = json;
    }

    /**
     * How an import ended: the last line of the report, or the whole answer.
     *
     * @param taken whether the rows were taken: all, or none
     * @param toBeResolved priorities in the pool of which nobody can say at which agency they count (L16), a sentence each
     */
    record Outcome(boolean taken, ImportProgress counts, List<String> toBeResolved) {}

    /**
     * Takes a CSV file of candidates: all rows, or none. Answers as it goes in lines of JSON (NDJSON): counts, and at the end the
     * {@link Outcome} or the problem; with {@code Accept: application/json} only the end. What browsers and programs call a CSV file
     * differs; what it is, its content says.
     */
    @Operation(
            summary = "Takes a CSV file of candidates: all rows, or none",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "text/csv")))
    @PostMapping(
            consumes = {
                "text/csv",
                "application/csv",
                "text/comma-separated-values",
                "text/tab-separated-values",
                "application/vnd.ms-excel",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            },
            produces = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
    void take(
            @PathVariable String announcement,
            @CurrentActor Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var number = Pools.named(announcement);
        var encoding = request.getContentType() == null
                ? null
                : MediaType.parseMediaType(request.getContentType()).getCharset();
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains(MediaType.APPLICATION_JSON_VALUE)) {
            var counts = candidateImport.take(actor, number, request.getInputStream(), encoding, progress -> {});
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), outcome(number, counts));
        } else {
            new ImportReport(json, response)
                    .of(report -> outcome(
                            number, candidateImport.take(actor, number, request.getInputStream(), encoding, report)));
        }
    }

    private Outcome outcome(AnnouncementNumber number, ImportProgress counts) {
        return new Outcome(
                true,
                counts,
                candidates.unresolvedPriorities(number).stream()
                        .map(Candidates.UnresolvedPriority::inWords)
                        .toList());
    }

    /**
     * How far an import is, or how it ended, that was sent from the pool's page.
     *
     * @param state {@code WAITING} or {@code READING} while it runs
     * @param bytes size of the file
     * @param inWords the same for people to read
     */
    record ImportView(
            UUID id,
            IntakeState state,
            boolean running,
            long bytes,
            long bytesRead,
            ImportProgress counts,
            String inWords) {

        static ImportView of(Intake intake) {
            return new ImportView(
                    intake.id(),
                    intake.state(),
                    intake.isRunning(),
                    intake.size(),
                    intake.bytesRead(),
                    intake.counts(),
                    intake.isRunning()
                            ? intake.progressInWords()
                            : intake.state().words() + ".");
        }
    }

    /** How far an import is that was sent from the pool's page. */
    @GetMapping("/imports/{id}")
    @Operation(summary = "How far an import is, or how it ended, that was sent from the pool's page")
    ImportView progress(@PathVariable String announcement, @PathVariable UUID id, @CurrentActor Actor actor) {
        return ImportView.of(intake.byId(actor, Pools.named(announcement), id));
    }

    @ExceptionHandler
    ProblemDetail faulty(FaultyCandidateFile faulty) {
        return ImportReport.problem(faulty);
    }

    @ExceptionHandler
    ProblemDetail tooLarge(BodyTooLarge tooLarge) {
        return ImportReport.problem(tooLarge);
    }

    @ExceptionHandler
    ProblemDetail undecided(UndecidedDoubles undecided) {
        return ImportReport.problem(undecided);
    }

    /** OPM's word on who is the same person. */
    record Decisions(
            @NotEmpty(message = "Decide about at least one pair.")
                    @Size(max = 1000, message = "Decide about at most 1000 pairs at once.")
                    List<@Valid @NotNull(message = "A pair is empty.") DoubleDecision> decisions) {}

    /** Which applicant numbers belong to one person, and which do not, as OPM has decided. */
    @GetMapping("/doubles")
    @Operation(summary = "Which applicant numbers belong to one person, and which do not, as OPM has decided")
    List<DoubleDecision> doubles(@PathVariable String announcement, @CurrentActor Actor actor) {
        return doubles.of(actor, Pools.named(announcement));
    }

    /**
     * Says of pairs of applicant numbers whether they belong to one person; asked for by an import that answers 409 with its
     * {@code doubles}. Saying the other later changes it.
     */
    @PostMapping("/doubles")
    @Operation(summary = "Says whether applicant numbers belong to one person, before or after they are imported")
    List<DoubleDecision> decide(
            @PathVariable String announcement, @Valid @RequestBody Decisions decisions, @CurrentActor Actor actor) {
        return doubles.decide(actor, Pools.named(announcement), decisions.decisions());
    }
}
