package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.DuplicateRequests;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Step 1, beside the flow: the position description has been classified (L5). */
@FormOf(ClassifyPositionDescription.TASK)
class ClassifyPositionDescription implements TaskForm<ClassifyPositionDescription.Answers> {

    static final String TASK = "classify-position-description";

    private final CaseDesk desk;
    private final Documents documents;
    private final DuplicateRequests duplicates;
    private final ApplicationEventPublisher events;

    ClassifyPositionDescription(
            CaseDesk desk, Documents documents, DuplicateRequests duplicates, ApplicationEventPublisher events) {
        this.desk = desk;
        this.documents = documents;
        this.duplicates = duplicates;
        this.events = events;
    }

    /** Of the Classification Act of 1949 (63 Stat. 954), by which there is a General Schedule. */
    private static final LocalDate FIRST_CLASSIFIED = LocalDate.of(1949, 10, 28);

    static final String NUMBER_MISSING = "Enter the number of the classified position description.";

    /**
     * @param pdNumber as it is classified, whatever a draft was called
     * @param coverSheet document id of the signed OF-8
     * @param positionDescription document id; not needed when the PD is in one file with its cover sheet
     */
    record Answers(
            @NotBlank(message = NUMBER_MISSING)
                    @Size(max = 40, message = "The number of the position description has at most 40 characters.")
                    @Pattern(regexp = PositionDescription.NUMBER, message = PositionDescription.NUMBER_MISTYPED)
                    String pdNumber,
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
            LocalDate classifiedOn) {}

    @Override
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
                description.classifiedOn());
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        described(hiring);
        check(
                hiring,
                answers.classifiedOn(),
                answers.coverSheet(),
                answers.positionDescription(),
                desk,
                documents,
                faults);
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        var before = described(hiring);
        var after = before.classified(
                answers.pdNumber(), answers.classifiedOn(), answers.coverSheet(), answers.positionDescription());
        hiring.describe(after);
        if (!PlainText.same(before.number(), after.number())) {
            // By now it is known which position it is: the request may turn out to be a second one.
            duplicates.claim(hiring);
        }
        events.publishEvent(new PositionDescriptionClassified(hiring.number(), after.number()));
        desk.record(
                context,
                TASK,
                "Position description " + after.number() + " was classified on "
                        + Dates.inWordsIfAny(after.classifiedOn()) + ".",
                before,
                after);
        return Routing.of(RoutingVariable.PD_CLASSIFIED, true);
    }

    /** What is wrong with date and papers of a classification (L5). */
    static void check(
            HiringCase hiring,
            LocalDate classifiedOn,
            UUID coverSheet,
            UUID document,
            CaseDesk desk,
            Documents documents,
            Faults faults) {
        if (classifiedOn == null && !faults.isAt("classifiedOn")) {
            faults.addByRule("L5", "classifiedOn", "Enter the date on which the position description was classified.");
        }
        var requestedOn = hiring.positionDescription().map(PositionDescription::classificationRequestedOn);
        faults.check(() -> desk.mustBeBetween(
                "classifiedOn",
                "The date of classification",
                classifiedOn,
                requestedOn.orElse(FIRST_CLASSIFIED),
                requestedOn.isPresent()
                        ? "when the classification was requested"
                        : "since when positions are classified in the General Schedule"));
        faults.check(() -> documents.inCase(hiring.number(), coverSheet, DocumentPurpose.OF_8, "coverSheet"));
        if (document != null) {
            faults.check(() ->
                    documents.inCase(hiring.number(), document, DocumentPurpose.CLASSIFIED_PD, "positionDescription"));
        }
    }

    private static PositionDescription described(HiringCase hiring) {
        return hiring.positionDescription()
                .orElseThrow(() -> Refusal.conflict("This case has no position description yet."));
    }
}
