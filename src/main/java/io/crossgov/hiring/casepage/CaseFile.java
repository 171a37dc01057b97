package io.crossgov.hiring.casepage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.CaseStatus;
import io.crossgov.hiring.casefile.CaseStep;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.casefile.FreezeConfirmation;
import io.crossgov.hiring.casefile.OwnEmployeesReview;
import io.crossgov.hiring.casefile.PassOverOnFile;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.casefile.SelectionOnFile;
import io.crossgov.hiring.casefile.UndeliveredMessage;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.Service;
import io.crossgov.hiring.request.RplException;
import io.crossgov.hiring.request.SignedFormVersion;
import io.crossgov.hiring.reserved.PriorityExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything decided in a case so far. Candidates are named in its selections only, for people who may know them (L1).
 *
 * @param positionDescription null until step 1 is done, as are {@code vacancy} and {@code request} until steps 2 and 3
 * @param priority null where the pool reserves no days
 * @param closing null while the case is open
 * @param undelivered messages that did not go out and need somebody
 * @param timelineLeavesOut what the timeline does not tell this person and who reads it, in a sentence; null when it tells everything
 */
public record CaseFile(
        @JsonUnwrapped CaseHead head,
        CaseStatus status,
        CaseStep step,
        String stepTitle,
        Instant openedAt,
        String openedBy,
        PositionDescription positionDescription,
        PriorityPart priority,
        VacancyPart vacancy,
        RequestPart request,
        AccessPart access,
        OwnEmployeesPart ownEmployees,
        ClosingPart closing,
        List<SelectionOnFile> selections,
        List<PassOverOnFile> passOvers,
        List<UndeliveredMessage> undelivered,
        List<SignedFormVersion> forms,
        List<StoredDocument> documents,
        List<Event> timeline,
        String timelineLeavesOut) {

    /**
     * The pool's first days, reserved for some agencies (L10).
     *
     * @param until last reserved day
     * @param opensOn day from which this agency may ask for access, null when it may ask today
     * @param extensions what the agency asked OPM for in this case
     */
    public record PriorityPart(
            List<String> agencies, LocalDate until, LocalDate opensOn, List<ExtensionPart> extensions) {}

    /** One request to extend the reserved days. */
    public record ExtensionPart(
            LocalDate until,
            String reason,
            String askedBy,
            Instant askedAt,
            PriorityExtension.State state,
            String stateTitle,
            String decisionReason) {}

    /**
     * Step 2.
     *
     * @param service null where it was not asked
     * @param appointmentDays length of a temporary appointment with its extensions, null for others
     */
    public record VacancyPart(
            String fteNumber,
            int vacancies,
            AppointmentType appointmentType,
            Service service,
            Integer appointmentDays,
            List<String> dutyLocations,
            LocalDate needValidatedOn,
            String subAgency,
            String sentBackBecause) {}

    /**
     * Step 3 at the agency.
     *
     * @param freezeInWords where the request stands with the hiring freeze
     * @param freezeGround the confirmed ground in words
     * @param rplInWords who said what about the Reemployment Priority List, and when; null before Form A is signed
     */
    public record RequestPart(
            LocalDate startedOn,
            Instant formASignedAt,
            Instant formBSignedAt,
            String freezeInWords,
            String freezeGround,
            FreezeConfirmation freezeConfirmation,
            String freezeClarification,
            RplStatus rplStatus,
            RplException rplException,
            String rplNote,
            String rplInWords,
            Instant submittedAt) {}

    /** Step 3 at OPM. */
    public record AccessPart(AccessDecision decision, String comment, Instant decidedAt) {}

    /**
     * The notice to the agency's own employees, for a certificate another agency shares.
     *
     * @param review what came of those who applied; null until it is recorded
     */
    public record OwnEmployeesPart(LocalDate notifiedOn, String how, LocalDate applyUntil, OwnEmployeesReview review) {}

    /** How the case ended. */
    public record ClosingPart(
            ClosingReason reason,
            String title,
            CancellationReason because,
            String becauseTitle,
            String note,
            String by,
            Instant at) {}

    /**
     * One decision on the timeline.
     *
     * @param candidate whom it is about, for people who may know the name; else null
     * @param changes what was before and is now, for OPM, and for the agency's HR while the case is open; else empty
     */
    public record Event(
            long sequence,
            Instant at,
            String name,
            String roles,
            String agency,
            String kind,
            String sentence,
            String candidate,
            List<Change> changes) {}

    /** One fact that a decision changed, in words; empty for what was not there. */
    public record Change(String fact, String before, String after) {}
}
