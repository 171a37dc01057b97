package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.FileView;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.Decider;
import io.crossgov.hiring.law.Objection;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * The agency gives its ground, its reasons in writing and the SF-62 (L15, L22); whoever must be heard is written to with them (M18), and has 15
 * days from when that left. The ground settles who decides.
 */
@FormOf("file-pass-over")
class FilePassOver implements TaskForm<FilePassOver.Answers> {

    private final CaseDesk desk;
    private final PassOverOfTask ofTask;
    private final CaseCandidates caseCandidates;
    private final ObjectionGrounds grounds;
    private final Documents documents;

    FilePassOver(
            CaseDesk desk,
            PassOverOfTask ofTask,
            CaseCandidates caseCandidates,
            ObjectionGrounds grounds,
            Documents documents) {
        this.desk = desk;
        this.ofTask = ofTask;
        this.caseCandidates = caseCandidates;
        this.grounds = grounds;
        this.documents = documents;
    }

    /**
     * @param ground id of one of the grounds
     * @param sf62 id of the uploaded SF-62
     */
    record Answers(
            @NotNull(message = "Choose the ground of your request.") String ground,
            @NotBlank(message = "Give the reasons why this candidate is not to be considered.")
                    @Size(max = 10_000, message = "The reasons have at most 10,000 characters.")
                    @SeveralLines
                    String reasons,
            @NotNull(message = "Attach the SF-62 (request to pass over a preference eligible, or to object).")
                    UUID sf62) {}

    /** @param decides who decides a request on this ground, in words */
    record Ground(String id, String text, String citation, String decides) {}

    /**
     * @param isHeard whether the candidate is notified of the reasons and has 15 days to answer
     * @param isObjection rather than a pass-over
     * @param earlier what else was asked about the candidate for the position, and decided, or empty
     * @param newFacts what was not known when that was denied, or empty
     */
    record View(
            @JsonUnwrapped PassOverOfTask.Summary about,
            boolean isHeard,
            boolean isObjection,
            List<Ground> grounds,
            String earlier,
            String newFacts,
            String ground,
            String reasons,
            UUID sf62,
            FileView sf62File) {}

    @Override
    public View open(TaskContext context) {
        var request = ofTask.seen(context);
        var preference = ofTask.preferenceNow(request);
        return new View(
                ofTask.summary(context),
                PassOverRequest.mustBeHeard(preference),
                request.isObjection(),
                grounds.all().stream()
                        .map(ground -> new Ground(
                                ground.id(),
                                ground.text(),
                                ground.citation(),
                                ofTask.decider(request, preference, ground) == Decider.OPM
                                        ? "OPM decides"
                                        : "somebody else at your agency decides"))
                        .toList(),
                ofTask.others(context, request),
                request.newFacts().orElse(""),
                null,
                "",
                null,
                null);
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var request = ofTask.worked(context);
        if (answers.ground() != null) {
            faults.check(() -> mayBeFiled(request, ground(answers), context));
        }
        if (answers.sf62() != null) {
            faults.check(() -> sf62(context, answers));
        }
    }

    private ObjectionGround ground(Answers answers) {
        return grounds.find(answers.ground())
                .orElseThrow(() -> Refusal.invalid("ground", "There is no such ground. Choose one of the list."));
    }

    private void mayBeFiled(PassOver request, ObjectionGround ground, TaskContext context) {
        if (!request.isObjection() || !ground.aboutQualifications() || !ofTask.claimsPriority(request)) {
            return;
        }
        var known = caseCandidates.of(desk.seen(context));
        if (Objection.mayBeFiled(caseCandidates.today(known), request.candidateId(), true)
                instanceof Ruling.Refused refused) {
            throw Refusal.byRule(refused.rule().id(), "ground", refused.sentence(known::name));
        }
    }

    private StoredDocument sf62(TaskContext context, Answers answers) {
        return documents.inCase(context.caseNumber(), answers.sf62(), DocumentPurpose.SF_62, "sf62");
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var request = ofTask.worked(context);
        var before = PassOvers.facts(request);
        var sf62 = sf62(context, answers);
        var ground = ground(answers);
        var preference = ofTask.preferenceNow(request);
        var decider = ofTask.decider(request, preference, ground);
        request.filed(
                preference,
                ground.id(),
                decider,
                answers.reasons(),
                sf62.id(),
                context.actor().userId(),
                desk.today());
        var after = PassOvers.facts(request);
        after.put("groundInWords", ground.text());
        after.put("reasons", answers.reasons());
        desk.record(
                context,
                taskId(),
                request.isObjection()
                        ? "Filed the ground, the reasons and the SF-62 for objecting to a candidate (5 CFR 332.406)."
                        : "Filed the ground, the reasons and the SF-62 for passing over a preference eligible (5 U.S.C. 3318(c)).",
                before,
                after);
        return Routing.of(RoutingVariable.CANDIDATE_IS_HEARD, PassOverRequest.mustBeHeard(preference))
                .and(Routing.of(RoutingVariable.PASS_OVER_DECIDER, decider));
    }
}
