package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.Agency;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.FreezeConfirmation;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.FileView;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.law.Service;
import io.crossgov.hiring.pool.TalentPool;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Form A as it is opened: whatever is known from the steps before, and from the version signed last, stands in it already. */
@Component
class FormAToComplete {

    private final CaseDesk desk;
    private final SignedForms forms;
    private final Documents documents;
    private final Agencies agencies;
    private final People people;
    private final RequestLaw law;

    FormAToComplete(
            CaseDesk desk, SignedForms forms, Documents documents, Agencies agencies, People people, RequestLaw law) {
        this.desk = desk;
        this.forms = forms;
        this.documents = documents;
        this.agencies = agencies;
        this.people = people;
        this.law = law;
    }

    /** The form's values, side by side in JSON. */
    record View(
            @JsonUnwrapped CaseHead head,
            @JsonUnwrapped Attestations attestations,
            @JsonUnwrapped Position position,
            @JsonUnwrapped Choices choices,
            @JsonUnwrapped RatingPolicy policy,
            @JsonUnwrapped Reemployment reemployment,
            @JsonUnwrapped HiringFreeze freeze,
            @JsonUnwrapped Exemption claim,
            @JsonUnwrapped Official official,
            @JsonUnwrapped FormBOnFile formB,
            @JsonUnwrapped Returned back) {}

    /** What the HR official says of the agency and the position. What depends on this very moment is to be said anew. */
    record Attestations(
            boolean formBReceived,
            boolean ratingPolicyInPlace,
            boolean noDuplicateExamining,
            boolean fundedFte,
            boolean informationComplete) {

        private static Attestations since(Optional<CompleteTalentPoolRequest.Answers> last) {
            return last.map(said -> new Attestations(
                            false, said.ratingPolicyInPlace(), said.noDuplicateExamining(), said.fundedFte(), false))
                    .orElseGet(() -> new Attestations(false, false, false, false, false));
        }
    }

    /** The position as the case has it. */
    record Position(
            String pdNumber,
            String series,
            String grade,
            String fullPerformanceLevel,
            AppointmentType appointmentType,
            String appointmentInWords,
            List<String> dutyLocations,
            String dutyLocationsInWords,
            int vacancies,
            String fteNumber) {

        private static Position of(HiringCase hiring) {
            var description = hiring.positionDescription();
            return new Position(
                    description.map(PositionDescription::numberInWords).orElse(null),
                    description.map(PositionDescription::series).orElse(null),
                    description.map(PositionDescription::grade).orElse(null),
                    description.map(PositionDescription::fullPerformanceLevel).orElse(null),
                    hiring.appointmentType().orElse(null),
                    hiring.appointmentType().map(AppointmentType::word).orElse(null),
                    hiring.dutyLocations(),
                    String.join("; ", hiring.dutyLocations()),
                    hiring.vacancies(),
                    hiring.fteNumber().orElse(null));
        }
    }

    /** What one may choose from to correct the position. */
    record Choices(List<Option> locationOptions, List<Option> appointmentOptions) {

        private static Choices in(TalentPool pool) {
            return new Choices(
                    Option.of(pool.dutyLocations()),
                    Arrays.stream(AppointmentType.values())
                            .map(type -> new Option(type.name(), type.word()))
                            .toList());
        }
    }

    /**
     * The agency's policy on category rating.
     *
     * @param ratingPolicyAsked not asked for direct hire
     * @param ratingPolicy what is on record, or null
     */
    record RatingPolicy(boolean ratingPolicyAsked, String ratingPolicy) {

        private static RatingPolicy of(Agency agency, TalentPool pool) {
            return new RatingPolicy(
                    FormAToComplete.ratingPolicyAsked(pool),
                    agency.ratingPolicyReference()
                            .map(reference -> reference
                                    + agency.ratingPolicyDate()
                                            .map(date -> " of " + Dates.inWords(date))
                                            .orElse(""))
                            .orElse(null));
        }
    }

    /** Where the request stands with the Reemployment Priority List (L7); null and false before it was asked. */
    record Reemployment(YesNo rplCleared, LocalDate rplClearedOn, boolean rplException, boolean exceptedService) {

        private static Reemployment of(HiringCase hiring) {
            return new Reemployment(
                    hiring.rplStatus()
                            .map(status -> YesNo.of(status == RplStatus.CLEARED))
                            .orElse(null),
                    hiring.rplClearedOn().orElse(null),
                    hiring.rplStatus().filter(RplStatus.EXCEPTION::equals).isPresent(),
                    RequestLaw.serviceOf(hiring) == Service.EXCEPTED);
        }
    }

    /**
     * Where the request stands with the hiring freeze (L6).
     *
     * @param grounds those of the regime that holds for the request
     * @param freezeConfirmed whether the exemption is confirmed already; then nobody changes it
     * @param freezeGroundText read by the forms of cases that began under an earlier version only, as is {@code freezeConfirmedBy}
     * @param freezeClarification what the supervisor clarified, or null
     */
    record HiringFreeze(
            String freezeInWords,
            boolean freezeInEffect,
            LocalDate requestStartedOn,
            List<FreezeGround> grounds,
            boolean freezeConfirmed,
            String freezeConfirmedBy,
            String freezeGroundText,
            String freezeClarification) {}

    /** The ground for an exemption and its evidence: as confirmed, or as it was claimed last. */
    record Exemption(
            String freezeGround,
            FileView freezeDocumentFile,
            String freezeApprovalNumber,
            LocalDate freezeApprovalDate,
            String freezePlanLine,
            LocalDate freezeOpmToldOn,
            CompleteTalentPoolRequest.FreezeAnswer freezeAnswer) {}

    /** Who signs; the signature itself is always to be typed. */
    record Official(String officialName, String officialEmail, String officialPhone, String signature) {

        private static Official of(CaseDesk.Signer signer) {
            return new Official(signer.name(), signer.email(), signer.phone(), null);
        }
    }

    /**
     * @param formBOnFile whether Form B, all Yes, has been signed for this request
     * @param formBWith who still has it, or null
     */
    record FormBOnFile(boolean formBOnFile, String formBWith) {}

    /** Whether OPM has sent the request back, and what it said. */
    record Returned(boolean returned, String accessComment) {

        private static Returned of(HiringCase hiring) {
            return new Returned(
                    hiring.accessDecision()
                            .filter(AccessDecision.RETURNED::equals)
                            .isPresent(),
                    hiring.accessComment().orElse(null));
        }
    }

    View of(HiringCase hiring, Actor reader) {
        var pool = desk.poolOf(hiring);
        var last = forms.latestAnswers(hiring, SignedFormVersion.Form.FORM_A, CompleteTalentPoolRequest.Answers.class);
        var formBOnFile = hiring.formBSignedAt().isPresent();
        return new View(
                desk.headOf(hiring, pool),
                Attestations.since(last),
                Position.of(hiring),
                Choices.in(pool),
                RatingPolicy.of(agencies.byCode(hiring.agency()), pool),
                Reemployment.of(hiring),
                freeze(hiring),
                hiring.freezeConfirmation()
                        .map(confirmed -> confirmed(hiring, confirmed))
                        .or(() -> last.map(said -> claimed(hiring, said)))
                        .orElseGet(() -> new Exemption(null, null, null, null, null, null, null)),
                Official.of(desk.signer(reader)),
                new FormBOnFile(formBOnFile, formBOnFile ? null : formBWith(hiring)),
                Returned.of(hiring));
    }

    private HiringFreeze freeze(HiringCase hiring) {
        var freeze = law.freezeOf(hiring);
        var started = startedOn(hiring);
        var confirmed = hiring.freezeConfirmation();
        return new HiringFreeze(
                freeze.inWords(),
                freeze.isInEffect(),
                started,
                law.freezeOn(started).grounds(),
                confirmed.isPresent(),
                confirmed.map(FreezeConfirmation::byName).orElse(null),
                confirmed
                        .flatMap(known -> law.freezeGround(known.ground()))
                        .map(FreezeGround::text)
                        .orElse(null),
                hiring.freezeClarification().orElse(null));
    }

    private Exemption confirmed(HiringCase hiring, FreezeConfirmation confirmed) {
        return new Exemption(
                confirmed.ground(),
                file(hiring.number(), confirmed.document()),
                confirmed.number(),
                confirmed.date(),
                confirmed.planLine(),
                confirmed.opmToldOn(),
                CompleteTalentPoolRequest.FreezeAnswer.CONFIRM);
    }

    /** What was claimed before, to be confirmed or not once more. */
    private Exemption claimed(HiringCase hiring, CompleteTalentPoolRequest.Answers said) {
        return new Exemption(
                said.freezeGround(),
                file(hiring.number(), said.freezeDocument()),
                said.freezeApprovalNumber(),
                said.freezeApprovalDate(),
                said.freezePlanLine(),
                said.freezeOpmToldOn(),
                null);
    }

    private FileView file(CaseNumber number, UUID document) {
        return document == null
                ? null
                : documents.ofCase(number).stream()
                        .filter(known -> known.id().equals(document))
                        .map(FileView::of)
                        .findFirst()
                        .orElse(null);
    }

    /** The day whose rules hold for the request. @throws Refusal 409 before it has started */
    static LocalDate startedOn(HiringCase hiring) {
        return hiring.requestStartedOn()
                .orElseThrow(() -> Refusal.conflict(
                        "The request has not started: the coordinator has not confirmed the match yet."));
    }

    /** Nobody is rated by category for a pool under direct-hire authority. */
    static boolean ratingPolicyAsked(TalentPool pool) {
        return pool.hiringAuthority() != HiringAuthority.DIRECT_HIRE;
    }

    /** Who has Form B still, for a sentence. */
    String formBWith(HiringCase hiring) {
        var names = people.withRole(hiring.agency(), Role.HIRING_MANAGER, Role.SUBJECT_MATTER_EXPERT).stream()
                .map(Person::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return "the hiring manager or a subject-matter expert" + (names.isEmpty() ? "" : " (" + names + ")");
    }
}
