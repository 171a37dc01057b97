package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.DuplicateRequests;
import io.crossgov.hiring.casefile.FreezeConfirmation;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.PhoneNumber;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.law.AppointmentType;
import io.crossgov.hiring.pool.PoolMatch;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Step 3: Form A, the Talent Pool Request, with hiring freeze (L6) and Reemployment Priority List (L7). */
@FormOf(CompleteTalentPoolRequest.TASK)
class CompleteTalentPoolRequest implements TaskForm<CompleteTalentPoolRequest.Answers> {

    static final String TASK = "complete-talent-pool-request";

    private final CaseDesk desk;
    private final DuplicateRequests duplicates;
    private final SignedForms forms;
    private final Documents documents;
    private final RequestLaw law;
    private final FormAToComplete toComplete;
    private final ReemploymentClearance clearance;

    CompleteTalentPoolRequest(
            CaseDesk desk,
            DuplicateRequests duplicates,
            SignedForms forms,
            Documents documents,
            RequestLaw law,
            FormAToComplete toComplete,
            ReemploymentClearance clearance) {
        this.desk = desk;
        this.duplicates = duplicates;
        this.forms = forms;
        this.documents = documents;
        this.law = law;
        this.toComplete = toComplete;
        this.clearance = clearance;
    }

    /** What the HR official says about the hiring freeze, personally. */
    enum FreezeAnswer {
        CONFIRM,
        CANNOT_CONFIRM
    }

    /**
     * @param rplClearedOn the day on which the Reemployment Priority List was cleared; that of the signature when it is left out
     * @param freezeGround id of exactly one ground of the regime that holds for the request
     * @param freezeDocument document id of the written exemption, where the ground needs one
     * @param freezePlanLine line of the annual staffing plan, where the ground needs a committee's approval
     * @param freezeOpmToldOn when OPM was told of that approval in writing
     * @param signature the signed-in person's full name, typed
     */
    record Answers(
            boolean formBReceived,
            boolean ratingPolicyInPlace,
            boolean noDuplicateExamining,
            boolean fundedFte,
            boolean informationComplete,
            @NotBlank(message = "Enter the title of the position.")
                    @Size(max = 200, message = "The title of the position has at most 200 characters.")
                    String positionTitle,
            @NotBlank(message = "Enter the series of the position.") String series,
            @NotBlank(message = "Enter the grade of the position.") String grade,
            @NotBlank(message = "Enter the full performance level of the position.") String fullPerformanceLevel,
            @NotNull(message = "Choose the type of appointment.") AppointmentType appointmentType,
            @NotEmpty(message = "Choose at least one duty location.")
                    List<@NotBlank(message = "A duty location is empty.") String> dutyLocations,
            YesNo rplCleared,
            LocalDate rplClearedOn,
            String freezeGround,
            UUID freezeDocument,
            @Size(max = 100, message = "The approval's number has at most 100 characters.") String freezeApprovalNumber,
            LocalDate freezeApprovalDate,
            @Size(max = 200, message = "The line of the annual staffing plan has at most 200 characters.")
                    String freezePlanLine,
            LocalDate freezeOpmToldOn,
            FreezeAnswer freezeAnswer,
            @NotBlank(message = "Enter your phone number.")
                    @Size(max = 40, message = "A phone number has at most 40 characters.")
                    @Pattern(regexp = PhoneNumber.PATTERN, message = PhoneNumber.NONE)
                    String officialPhone,
            @NotBlank(message = "Sign the form: type your full name.") String signature) {

        /** The form as it is on file, without what only the browser needs. */
        Answers signedBy(String name) {
            return new Answers(
                    formBReceived,
                    ratingPolicyInPlace,
                    noDuplicateExamining,
                    fundedFte,
                    informationComplete,
                    positionTitle,
                    series,
                    grade,
                    fullPerformanceLevel,
                    appointmentType,
                    dutyLocations,
                    rplCleared,
                    rplClearedOn,
                    freezeGround,
                    freezeDocument,
                    freezeApprovalNumber,
                    freezeApprovalDate,
                    freezePlanLine,
                    freezeOpmToldOn,
                    freezeAnswer,
                    officialPhone,
                    name);
        }
    }

    @Override
    public FormAToComplete.View open(TaskContext context) {
        return toComplete.of(desk.seen(context), context.actor());
    }

    @Override
    public void check(TaskContext context, Answers given, Faults faults) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        var regime = law.freezeOn(FormAToComplete.startedOn(hiring));
        var freeze = law.freezeOf(hiring);
        faults.check(() -> mustBeSigned(given, desk.signer(context.actor()).name()));
        mustBeAsked(given, hiring, regime, faults);
        // What is signed stays on file, also where nothing goes to OPM.
        if (given.rplCleared() == YesNo.NO) {
            faults.addUnlessLeftOut("rplClearedOn", given.rplClearedOn(), "The list is not cleared.");
        } else {
            clearance.check(hiring, "rplClearedOn", given.rplClearedOn(), faults);
        }
        if (cannotConfirm(given, freeze)) {
            if (hiring.freezeConfirmation().isPresent()) {
                throw hiring.confirmationStands();
            }
            return;
        }
        var pool = desk.poolOf(hiring);
        attested(given, hiring, pool, faults);
        faults.check(() -> CaseDesk.mustMatch(pool.mismatches(new PoolMatch.Keys(
                given.series(),
                given.grade(),
                given.fullPerformanceLevel(),
                given.appointmentType(),
                hiring.service().orElse(null),
                new LinkedHashSet<>(ExpressInterest.inPoolsWriting(given.dutyLocations(), pool))))));
        if (given.rplCleared() == null) {
            faults.addByRule(
                    "L7", "rplCleared", "Say whether the Reemployment Priority List is cleared for this position.");
        }
        if (freeze.isInEffect()) {
            confirmed(hiring, given, regime, faults);
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers given) {
        var actor = context.actor();
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        var freeze = law.freezeOf(hiring);
        if (cannotConfirm(given, freeze)) {
            return cannotConfirm(context, hiring, given);
        }
        var locations = ExpressInterest.inPoolsWriting(given.dutyLocations(), desk.poolOf(hiring));
        if (freeze.isInEffect() && !standsAlready(hiring, given)) {
            confirm(hiring, claim(given, law.freezeOn(FormAToComplete.startedOn(hiring))), actor);
        }
        hiring.place(given.positionTitle(), locations);
        duplicates.claim(hiring);
        var rpl = rpl(hiring, given.rplCleared());
        if (rpl == RplStatus.CLEARED) {
            hiring.answerRpl(rpl, clearance.day(given.rplClearedOn()));
        } else if (hiring.rplStatus().filter(rpl::equals).isEmpty()) {
            hiring.answerRpl(rpl, null);
        }
        var version = sign(hiring, given, SignedFormVersion.Outcome.CERTIFIED, actor);
        hiring.signFormA(version.signedAt());
        desk.record(
                context,
                TASK,
                "Signed Form A, version " + version.version() + ". "
                        + law.freezeOf(hiring).inWords()
                        + " Reemployment Priority List: " + rpl.title().toLowerCase(Locale.ROOT) + ".",
                null,
                given.signedBy(version.signedByName()));
        return Routing.of(RoutingVariable.FREEZE_EXEMPT, true).and(Routing.of(RoutingVariable.RPL_STATUS, rpl));
    }

    /** Nothing goes to OPM; the version stays on file, and the supervisor has to clarify (L6). */
    private Routing cannotConfirm(TaskContext context, HiringCase hiring, Answers given) {
        var version = sign(hiring, given, SignedFormVersion.Outcome.FREEZE_NOT_CONFIRMED, context.actor());
        desk.record(
                context,
                TASK,
                "Cannot confirm that the position is exempt from the hiring freeze (Form A, version "
                        + version.version() + "). Nothing goes to OPM.",
                null,
                given.signedBy(version.signedByName()));
        return Routing.of(RoutingVariable.FREEZE_EXEMPT, false);
    }

    /** What the form does not show is not answered: about a freeze that there is not, or was talked about before, or about other evidence. */
    private void mustBeAsked(Answers given, HiringCase hiring, FreezeRegime regime, Faults faults) {
        if (!FormAToComplete.ratingPolicyAsked(desk.poolOf(hiring))) {
            faults.addUnlessLeftOut(
                    "ratingPolicyInPlace",
                    given.ratingPolicyInPlace(),
                    "Nobody is rated by category for a pool under direct-hire authority.");
        }
        var freeze = law.freezeOf(hiring);
        if (!freeze.isInEffect()) {
            var none = freeze.inWords();
            faults.addUnlessLeftOut("freezeGround", given.freezeGround(), none);
            faults.addUnlessLeftOut("freezeAnswer", given.freezeAnswer(), none);
            evidence(given).leftOut(none, faults);
        } else if (standsAlready(hiring, given)) {
            evidence(given).leftOut("The exemption from the hiring freeze is confirmed already.", faults);
        } else {
            evidence(given).mustGoWith(regime, faults);
        }
    }

    private static FreezeRegime.Claim evidence(Answers given) {
        return new FreezeRegime.Claim(
                given.freezeGround(),
                given.freezeDocument(),
                given.freezeApprovalNumber(),
                given.freezeApprovalDate(),
                given.freezePlanLine(),
                given.freezeOpmToldOn());
    }

    private static boolean cannotConfirm(Answers given, Freeze freeze) {
        return freeze.isInEffect() && given.freezeAnswer() == FreezeAnswer.CANNOT_CONFIRM;
    }

    /** The form shows a confirmation that stands and does not ask again. */
    private static boolean standsAlready(HiringCase hiring, Answers given) {
        return hiring.freezeConfirmation().isPresent() && given.freezeAnswer() == null && given.freezeGround() == null;
    }

    private FreezeRegime.Claim claim(Answers given, FreezeRegime regime) {
        return regime.accept(evidence(given), desk.today());
    }

    private void confirmed(HiringCase hiring, Answers given, FreezeRegime regime, Faults faults) {
        if (standsAlready(hiring, given)) {
            return;
        }
        faults.ask(() -> claim(given, regime))
                .map(FreezeRegime.Claim::document)
                .ifPresent(document -> faults.check(() -> documents.inCase(
                        hiring.number(), document, DocumentPurpose.FREEZE_EVIDENCE, "freezeDocument")));
        if (given.freezeAnswer() == null && hiring.freezeConfirmation().isEmpty()) {
            faults.addByRule(
                    "L6",
                    "freezeAnswer",
                    "Say personally whether you confirm the exemption from the hiring freeze: \"I confirm\" or \"I cannot confirm\".");
        }
    }

    private void confirm(HiringCase hiring, FreezeRegime.Claim claim, Actor actor) {
        hiring.confirmFreezeExemption(new FreezeConfirmation(
                claim.ground(),
                claim.document(),
                claim.approvalNumber(),
                claim.approvalDate(),
                claim.planLine(),
                claim.opmToldOn(),
                actor.userId(),
                actor.name(),
                desk.now()));
    }

    private void attested(Answers given, HiringCase hiring, TalentPool pool, Faults faults) {
        if (given.formBReceived() && hiring.formBSignedAt().isEmpty()) {
            faults.addByRule(
                    "L2",
                    "formBReceived",
                    "Form B is not on file yet: it is with " + toComplete.formBWith(hiring)
                            + ". You can complete Form A when Form B is certified.");
        }
        mustCheck(
                given.formBReceived(),
                "formBReceived",
                "Check that you have received Form B and that its content is appropriate for the position.",
                faults);
        mustCheck(
                given.ratingPolicyInPlace() || !FormAToComplete.ratingPolicyAsked(pool),
                "ratingPolicyInPlace",
                "Check that your agency's category rating policy is in place.",
                faults);
        mustCheck(
                given.noDuplicateExamining(),
                "noDuplicateExamining",
                "Check that your agency is not examining for the same position, grade and location by itself.",
                faults);
        mustCheck(given.fundedFte(), "fundedFte", "Check that the position is a funded FTE.", faults);
        mustCheck(
                given.informationComplete(),
                "informationComplete",
                "Check that all information on this form is complete.",
                faults);
    }

    private static void mustCheck(boolean checked, String field, String sentence, Faults faults) {
        if (!checked) {
            faults.add(field, sentence);
        }
    }

    private static void mustBeSigned(Answers given, String name) {
        if (!PlainText.same(given.signature(), name)) {
            throw Refusal.invalid(
                    "signature", "The signature must be your own full name as you are signed in: " + name + ".");
        }
    }

    private SignedFormVersion sign(HiringCase hiring, Answers given, SignedFormVersion.Outcome outcome, Actor actor) {
        var signer = desk.signer(actor);
        return forms.sign(
                hiring,
                SignedFormVersion.Form.FORM_A,
                outcome,
                given.signedBy(signer.name()),
                actor,
                new CaseDesk.Signer(signer.name(), signer.email(), given.officialPhone()),
                desk.now());
    }

    /** An exception recorded before stands, when the request comes back and the list is still not cleared. */
    private static RplStatus rpl(HiringCase hiring, YesNo cleared) {
        if (cleared == YesNo.YES) {
            return RplStatus.CLEARED;
        }
        return hiring.rplStatus().filter(RplStatus.EXCEPTION::equals).orElse(RplStatus.NOT_CLEARED);
    }
}
