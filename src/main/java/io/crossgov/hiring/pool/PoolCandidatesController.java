package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    private final CandidateDocuments documents;
    private final CandidateWithdrawals withdrawals;

    PoolCandidatesController(
            Pools pools, Candidates candidates, CandidateDocuments documents, CandidateWithdrawals withdrawals) {
        this.pools = pools;
        this.candidates = candidates;
        this.documents = documents;
        this.withdrawals = withdrawals;
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
        var pool = pools.byAnnouncement(Pools.named(announcement));
        var shown = candidates.next(pool.announcement(), after, limit);
        var others = candidates.otherRecords(shown);
        return shown.stream()
                .map(candidate -> CandidateView.of(candidate, others.get(candidate.id())))
                .toList();
    }

    /** Puts a resume or another document of a candidate on file. */
    @PostMapping(path = "/{applicantNumber}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    StoredDocument attach(
            @PathVariable String announcement,
            @PathVariable String applicantNumber,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "RESUME") String purpose,
            @CurrentActor Actor actor)
            throws IOException {
        if (file == null) {
            throw Refusal.invalid("file", "Choose a file to upload.");
        }
        try (var content = file.getInputStream()) {
            return documents.attach(
                    actor,
                    Pools.named(announcement),
                    applicantNumber,
                    DocumentPurpose.of(purpose),
                    file.getOriginalFilename(),
                    content);
        }
    }

    /** A candidate's documents, newest first. */
    @GetMapping("/{applicantNumber}/documents")
    List<StoredDocument> documents(
            @PathVariable String announcement, @PathVariable String applicantNumber, @CurrentActor Actor actor) {
        return documents.of(actor, Pools.named(announcement), applicantNumber);
    }

    /**
     * What a candidate told OPM.
     *
     * @param how how and when the candidate said so, and what shows it: nobody leaves every agency on the word of somebody else
     * @param scope may be left out; OPM records nothing but withdrawals from all agencies
     */
    record Withdrawal(
            @NotBlank(message = "A withdrawal needs a reason.")
                    @Size(max = 1000, message = "The reason has at most 1000 characters.")
                    @SeveralLines
                    String reason,
            @NotBlank(message = "Write how and when the candidate said so, and what shows it.")
                    @Size(max = 1000, message = "What you write has at most 1000 characters.")
                    @SeveralLines
                    String how,
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
        var gone = withdrawals.withdraw(
                actor, Pools.named(announcement), applicantNumber, withdrawal.reason(), withdrawal.how());
        return CandidateView.of(gone, candidates.otherRecords(List.of(gone)).get(gone.id()));
    }
}
