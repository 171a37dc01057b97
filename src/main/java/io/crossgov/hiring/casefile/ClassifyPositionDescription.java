package io.crossgov.hiring.casefile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Step 1, beside the flow: the position description has been classified (L5). */
@Component
@Transactional
class ClassifyPositionDescription implements TaskForm<ClassifyPositionDescription.Answers> {

    static final String TASK = "classify-position-description";

    private final CaseDesk desk;
    private final Documents documents;

    ClassifyPositionDescription(CaseDesk desk, Documents documents) {
        this.desk = desk;
        this.documents = documents;
    }

    /**
     * @param coverSheet document id of the signed OF-8
     * @param positionDescription document id; not needed when the PD is in one file with its cover sheet
     */
    record Answers(
            @NotNull(message = "Enter the date on which the position description was classified.")
                    LocalDate classifiedOn,
            UUID coverSheet,
            UUID positionDescription) {}

    record View(
            @JsonUnwrapped CaseHead head,
            String pdNumber,
            String series,
            String grade,
            String fullPerformanceLevel,
            LocalDate classificationRequestedOn,
            LocalDate classifiedOn,
            LocalDate today) {}

    @Override
    public String taskId() {
        return TASK;
    }

    @Override
    public Class<Answers> answers() {
        return Answers.class;
    }

    @Override
    @Transactional(readOnly = true)
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        var description = described(hiring);
        return new View(
                desk.headOf(hiring),
                description.number(),
                description.series(),
                description.grade(),
                description.fullPerformanceLevel(),
                description.classificationRequestedOn(),
                description.classifiedOn(),
                desk.today());
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        var before = described(hiring);
        var after = classified(
                before,
                hiring,
                answers.classifiedOn(),
                answers.coverSheet(),
                answers.positionDescription(),
                desk,
                documents);
        hiring.describe(after);
        desk.record(
                hiring,
                context.actor(),
                TASK,
                "Position description " + after.number() + " was classified on " + Words.of(after.classifiedOn()) + ".",
                before,
                after);
        return Routing.of(RoutingVariable.PD_CLASSIFIED, true);
    }

    /** The description with date and papers of its classification, all checked (L5). */
    static PositionDescription classified(
            PositionDescription description,
            HiringCase hiring,
            LocalDate classifiedOn,
            UUID coverSheet,
            UUID document,
            CaseDesk desk,
            Documents documents) {
        if (classifiedOn == null) {
            throw Refusal.byRule(
                    "L5", "classifiedOn", "Enter the date on which the position description was classified.");
        }
        desk.mustNotBeInFuture("classifiedOn", "The date of classification", classifiedOn);
        documents.inCase(hiring.number(), coverSheet, DocumentPurpose.OF_8, "coverSheet");
        if (document != null) {
            documents.inCase(hiring.number(), document, DocumentPurpose.CLASSIFIED_PD, "positionDescription");
        }
        return description.classified(classifiedOn, coverSheet, document);
    }

    private static PositionDescription described(HiringCase hiring) {
        return hiring.positionDescription()
                .orElseThrow(() -> Refusal.conflict("This case has no position description yet."));
    }
}
