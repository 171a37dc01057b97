package io.crossgov.hiring.pool;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.BodyTooLarge;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The candidates of a pool over HTTP, for OPM staff. Agencies meet referred candidates in their cases only (L1, L11). */
@RestController
@RequestMapping("/api/pools/{announcement}/candidates")
class PoolCandidatesController {

    private static final int MOST_AT_ONCE = 500;

    private final Pools pools;
    private final Candidates candidates;
    private final CandidateImport candidateImport;
    private final CandidateDocuments documents;
    private final CandidateWithdrawals withdrawals;
    private final CandidateDoubles doubles;
    private final CandidateIntake intake;
    private final ObjectMapper json;

    PoolCandidatesController(
            Pools pools,
            Candidates candidates,
            CandidateImport candidateImport,
            CandidateDocuments documents,
            CandidateWithdrawals withdrawals,
            CandidateDoubles doubles,
            CandidateIntake intake,
            ObjectMapper json) {
        this.pools = pools;
        this.candidates = candidates;
        this.candidateImport = candidateImport;
        this.documents = documents;
        this.withdrawals = withdrawals;
        this.doubles = doubles;
        this.intake = intake;
        this.json = json;
    }

    /**
     * A candidate as OPM reads it.
     *
     * @param samePerson the other records of the same person, in this pool and in others
     */
    record CandidateView(
            UUID id,
            String applicantNumber,
            String name,
            String email,
            String phone,
            Set<String> dutyLocations,
            Rating rating,
            BigDecimal score,
            VeteransPreference preference,
            PriorityStatus priorityStatus,
            String commutingArea,
            boolean optedIn,
            String federalAgency,
            Availability availability,
            List<OtherRecord> samePerson) {

        static CandidateView of(Candidate candidate, List<OtherRecord> samePerson) {
            return new CandidateView(
                    candidate.id(),
                    candidate.applicantNumber(),
                    candidate.name(),
                    candidate.email(),
                    candidate.phone(),
                    candidate.dutyLocations(),
                    candidate.rating().orElse(null),
                    candidate.score().orElse(null),
                    candidate.preference(),
                    candidate.priorityStatus(),
                    candidate.commutingArea().orElse(null),
                    candidate.optedIn(),
                    candidate.federalAgency().orElse(null),
                    candidate.availability(),
                    samePerson);
        }
    }

    /**
     * How an import ended: the last line of the report, or the whole answer.
     *
     * @param taken whether the rows were taken: all, or none
     */
    record Outcome(boolean taken, ImportProgress counts) {}

    /** The next candidates by applicant number. */
    @GetMapping
    List<CandidateView> list(
            @PathVariable String announcement,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit,
            @CurrentActor Actor actor) {
        Pools.mustBeOpm(actor);
        if (limit < 1 || limit > MOST_AT_ONCE) {
            throw Refusal.invalid("limit", "The limit is 1 to " + MOST_AT_ONCE + ".");
        }
        var pool = pools.byAnnouncement(PoolController.named(announcement));
        var shown = candidates.next(pool.announcement(), after, limit);
        var others = candidates.otherRecords(shown);
        return shown.stream()
                .map(candidate -> CandidateView.of(candidate, others.get(candidate.id())))
                .toList();
    }

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
        var number = PoolController.named(announcement);
        var encoding = request.getContentType() == null
                ? null
                : MediaType.parseMediaType(request.getContentType()).getCharset();
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains(MediaType.APPLICATION_JSON_VALUE)) {
            var counts = candidateImport.take(actor, number, request.getInputStream(), encoding, progress -> {});
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), new Outcome(true, counts));
        } else {
            new ImportReport(json, response)
                    .of(report -> candidateImport.take(actor, number, request.getInputStream(), encoding, report));
        }
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
        return ImportView.of(intake.byId(actor, PoolController.named(announcement), id));
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
        return doubles.of(actor, PoolController.named(announcement));
    }

    /**
     * Says of pairs of applicant numbers whether they belong to one person; asked for by an import that answers 409 with its
     * {@code doubles}. Saying the other later changes it.
     */
    @PostMapping("/doubles")
    @Operation(summary = "Says whether applicant numbers belong to one person, before or after they are imported")
    List<DoubleDecision> decide(
            @PathVariable String announcement, @Valid @RequestBody Decisions decisions, @CurrentActor Actor actor) {
        return doubles.decide(actor, PoolController.named(announcement), decisions.decisions());
    }

    /** Puts a resume or another document of a candidate on file. */
    @PostMapping(path = "/{applicantNumber}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    StoredDocument attach(
            @PathVariable String announcement,
            @PathVariable String applicantNumber,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = DocumentPurpose.RESUME) String purpose,
            @CurrentActor Actor actor)
            throws IOException {
        if (file == null) {
            throw Refusal.invalid("file", "Choose a file to upload.");
        }
        try (var content = file.getInputStream()) {
            return documents.attach(
                    actor,
                    PoolController.named(announcement),
                    applicantNumber,
                    purpose,
                    file.getOriginalFilename(),
                    content);
        }
    }

    /** A candidate's documents, newest first. */
    @GetMapping("/{applicantNumber}/documents")
    List<StoredDocument> documents(
            @PathVariable String announcement, @PathVariable String applicantNumber, @CurrentActor Actor actor) {
        return documents.of(actor, PoolController.named(announcement), applicantNumber);
    }

    /**
     * What a candidate told OPM.
     *
     * @param scope may be left out; OPM records nothing but withdrawals from all agencies
     */
    record Withdrawal(
            @NotBlank(message = "A withdrawal needs a reason.")
                    @Size(max = 1000, message = "The reason has at most 1000 characters.")
                    @SeveralLines
                    String reason,
            @Pattern(
                            regexp = "ALL_AGENCIES",
                            message =
                                    "OPM records withdrawals from all agencies only: ALL_AGENCIES. That a candidate declined one"
                                            + " agency is recorded in that agency's case.")
                    String scope) {}

    /** The candidate withdraws from all agencies (L9): every open case and every running selection reacts at once. */
    @PostMapping("/{applicantNumber}/withdrawal")
    CandidateView withdraw(
            @PathVariable String announcement,
            @PathVariable String applicantNumber,
            @Valid @RequestBody Withdrawal withdrawal,
            @CurrentActor Actor actor) {
        var gone =
                withdrawals.withdraw(actor, PoolController.named(announcement), applicantNumber, withdrawal.reason());
        return CandidateView.of(gone, candidates.otherRecords(List.of(gone)).get(gone.id()));
    }
}
