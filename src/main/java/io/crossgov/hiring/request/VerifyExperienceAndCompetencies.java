package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.PhoneNumber;
import io.crossgov.hiring.pool.QualificationStatement;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Step 3: Form B, certified by the hiring manager or a subject-matter expert (L2). */
@FormOf(VerifyExperienceAndCompetencies.TASK)
class VerifyExperienceAndCompetencies implements TaskForm<VerifyExperienceAndCompetencies.Answers> {

    static final String TASK = "verify-experience-and-competencies";

    private final CaseDesk desk;
    private final SignedForms forms;

    VerifyExperienceAndCompetencies(CaseDesk desk, SignedForms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    /** What the certifier decides. */
    enum Decision {
        CERTIFY,
        /** Not now: this version goes on file, and a new one may be signed. */
        CANNOT_CERTIFY,
        /** Not at all: this version goes on file, and the case closes. */
        CANNOT_CERTIFY_AND_CLOSE
    }

    /**
     * @param experience answers to the specialized-experience statements
     * @param competencies answers to the technical competencies
     */
    record Answers(
            List<FormB.Answer> experience,
            List<FormB.Answer> competencies,
            @NotNull(message = "Choose whether you certify the form or cannot certify it.") Decision decision,
            @NotBlank(message = "Enter your phone number.")
                    @Size(max = 40, message = "A phone number has at most 40 characters.")
                    @Pattern(regexp = PhoneNumber.PATTERN, message = PhoneNumber.NONE)
                    String certifierPhone) {

        List<FormB.Answer> all() {
            return lists().values().stream().flatMap(List::stream).toList();
        }

        /** In their order, by their names. */
        Map<String, List<FormB.Answer>> lists() {
            var lists = new LinkedHashMap<String, List<FormB.Answer>>();
            lists.put("experience", experience == null ? List.of() : experience);
            lists.put("competencies", competencies == null ? List.of() : competencies);
            return lists;
        }
    }

    /** Form B as it goes on file. */
    record Signed(List<FormB.AnsweredStatement> statements) {}

    /**
     * @param returned whether OPM sent the request back
     * @param accessComment what OPM wrote then
     * @param lastNotCertified whether the last version on file holds a No
     */
    record View(
            @JsonUnwrapped CaseHead head,
            List<FormB.AnsweredStatement> experience,
            List<FormB.AnsweredStatement> competencies,
            int answersNeeded,
            Decision decision,
            String certifierName,
            String certifierEmail,
            String certifierPhone,
            int versionsOnFile,
            boolean lastNotCertified,
            boolean returned,
            String accessComment) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        var pool = desk.poolOf(hiring);
        var signer = desk.signer(context.actor());
        var last = forms.latest(hiring, SignedFormVersion.Form.FORM_B);
        var known = last.map(version ->
                        forms.answers(version.answers(), Signed.class).statements())
                .orElse(List.of());
        return new View(
                desk.headOf(hiring, pool),
                prefilled(pool, QualificationStatement.Kind.SPECIALIZED_EXPERIENCE, known),
                prefilled(pool, QualificationStatement.Kind.TECHNICAL_COMPETENCY, known),
                2 * pool.statements().size(),
                null,
                signer.name(),
                signer.email(),
                signer.phone(),
                last.map(SignedFormVersion::version).orElse(0),
                last.filter(version -> version.outcome() == SignedFormVersion.Outcome.NOT_CERTIFIED)
                        .isPresent(),
                hiring.accessDecision().filter(AccessDecision.RETURNED::equals).isPresent(),
                hiring.accessComment().orElse(null));
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.worked(context, Role.HIRING_MANAGER, Role.SUBJECT_MATTER_EXPERT);
        var statements = FormB.answered(desk.poolOf(hiring).statements(), answers.all());
        FormB.mustBeAsked(desk.poolOf(hiring).statements(), answers.lists(), faults);
        FormB.mustBeComplete(statements, faults);
        if (answers.decision() == Decision.CERTIFY) {
            FormB.mustAllBeYes(statements, faults);
        } else if (answers.decision() != null) {
            FormB.mustHaveANo(statements, faults);
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HIRING_MANAGER, Role.SUBJECT_MATTER_EXPERT);
        var statements = FormB.answered(desk.poolOf(hiring).statements(), answers.all());
        var certified = answers.decision() == Decision.CERTIFY;
        var signer = desk.signer(context.actor());
        var version = forms.sign(
                hiring,
                SignedFormVersion.Form.FORM_B,
                certified ? SignedFormVersion.Outcome.CERTIFIED : SignedFormVersion.Outcome.NOT_CERTIFIED,
                new Signed(statements),
                context.actor(),
                new CaseDesk.Signer(signer.name(), signer.email(), answers.certifierPhone()),
                desk.now());
        if (certified) {
            hiring.signFormB(version.signedAt());
        } else {
            hiring.withdrawFormB();
        }
        desk.record(
                context,
                TASK,
                certified
                        ? "Certified Form B, version " + version.version() + ": every answer is Yes."
                        : "Cannot certify Form B, version " + version.version() + ": "
                                + names(statements)
                                + (answers.decision() == Decision.CANNOT_CERTIFY_AND_CLOSE
                                        ? ". The case closes."
                                        : ". A new version may be signed."),
                null,
                Map.of("version", version.version(), "outcome", version.outcome(), "statements", statements));
        return Routing.of(
                RoutingVariable.QUALIFICATIONS_MATCHED,
                switch (answers.decision()) {
                    case CERTIFY -> QualificationsMatched.YES;
                    case CANNOT_CERTIFY -> QualificationsMatched.NO;
                    case CANNOT_CERTIFY_AND_CLOSE -> QualificationsMatched.CLOSED;
                });
    }

    /** The routing variable's values. */
    private enum QualificationsMatched {
        YES,
        NO,
        CLOSED
    }

    private static String names(List<FormB.AnsweredStatement> statements) {
        return String.join(
                ", ",
                statements.stream()
                        .filter(each -> !each.allYes())
                        .map(FormB.AnsweredStatement::name)
                        .toList());
    }

    /** The pool's statements of one kind, with the answers of the last version where its wording was the same. */
    private static List<FormB.AnsweredStatement> prefilled(
            TalentPool pool, QualificationStatement.Kind kind, List<FormB.AnsweredStatement> known) {
        return pool.statements().stream()
                .filter(statement -> statement.kind() == kind)
                .map(statement -> known.stream()
                        .filter(each -> each.number() == statement.number()
                                && each.text().equals(statement.text()))
                        .findFirst()
                        .orElseGet(() -> FormB.AnsweredStatement.of(statement, null, null)))
                .toList();
    }
}
