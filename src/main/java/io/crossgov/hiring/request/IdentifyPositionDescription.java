package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PdSource;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.pool.PoolMatch;
import io.crossgov.hiring.pool.QualificationStatement;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Step 1: the position description, compared with the pool, classified or on its way there (L5). */
@FormOf(IdentifyPositionDescription.TASK)
class IdentifyPositionDescription implements TaskForm<IdentifyPositionDescription.Answers> {

    static final String TASK = "identify-position-description";

    /** Years before its case in which a classification can have been requested and not be there yet. */
    private static final int OLDEST_REQUEST = 2;

    /** What a position description says; appointment and locations come with the vacancy in step 2. */
    private static final Set<String> PD_KEYS = Set.of("series", "grade", "fullPerformanceLevel");

    private final CaseDesk desk;
    private final Documents documents;

    IdentifyPositionDescription(CaseDesk desk, Documents documents) {
        this.desk = desk;
        this.documents = documents;
    }

    /** How far classification is. */
    enum Classification {
        CLASSIFIED,
        REQUESTED
    }

    /**
     * @param pdNumber needed when the PD is classified; before that it may have none, or a draft's
     * @param coverSheet document id of the signed OF-8
     * @param positionDescription document id; not needed when the PD is in one file with its cover sheet
     */
    record Answers(
            @Size(max = 40, message = "The number of the position description has at most 40 characters.")
                    @Pattern(regexp = PositionDescription.NUMBER, message = PositionDescription.NUMBER_MISTYPED)
                    String pdNumber,
            @NotBlank(message = "Enter the series of the position description.")
                    @Size(max = 7, message = "A series has four digits, for example 0301.")
                    String series,
            @NotBlank(message = "Enter the grade of the position description.")
                    @Size(max = 20, message = "A grade is a pay plan and two digits, for example GS-13.")
                    String grade,
            @NotBlank(message = "Enter the full performance level of the position description.")
                    @Size(
                            max = 20,
                            message = "A full performance level is a pay plan and two digits, for example GS-13.")
                    String fullPerformanceLevel,
            @NotNull(message = "Say where the position description comes from.") PdSource source,
            @AssertTrue(
                            message =
                                    "Compare the position description with the pool's qualifications, then check that you have done so.")
                    boolean qualificationsVerified,
            @NotNull(message = "Say whether the position description is classified, or classification is requested.")
                    Classification classification,
            LocalDate classifiedOn,
            UUID coverSheet,
            UUID positionDescription,
            LocalDate classificationRequestedOn) {}

    /** @param samples OPM's sample position descriptions that are in the case by now, newest first */
    record View(
            @JsonUnwrapped CaseHead head,
            List<QualificationStatement> statements,
            List<Sample> samples,
            String pdNumber,
            String series,
            String grade,
            String fullPerformanceLevel,
            PdSource source,
            boolean qualificationsVerified,
            Classification classification,
            LocalDate classifiedOn,
            LocalDate classificationRequestedOn) {}

    /** @param address where it is read, inside this application */
    record Sample(String name, String address) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        var pool = desk.poolOf(hiring);
        // The pool's own keys are the best guess: a position that differs from them cannot be filled from it.
        return new View(
                desk.headOf(hiring, pool),
                pool.statements(),
                samplesIn(hiring),
                null,
                pool.series(),
                pool.grade(),
                pool.fullPerformanceLevel(),
                null,
                false,
                null,
                null,
                null);
    }

    private List<Sample> samplesIn(HiringCase hiring) {
        return documents.ofCase(hiring.number(), DocumentPurpose.SAMPLE_PD).stream()
                .map(sample -> new Sample(sample.name(), "/api/documents/" + sample.id()))
                .toList();
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.worked(context, Role.HIRING_MANAGER, Role.HR_SPECIALIST);
        faults.check(() -> mustFit(answers, desk.poolOf(hiring)));
        if (answers.classification() == Classification.CLASSIFIED) {
            if (answers.pdNumber() == null) {
                faults.add("pdNumber", ClassifyPositionDescription.NUMBER_MISSING);
            }
            ClassifyPositionDescription.check(
                    hiring,
                    answers.classifiedOn(),
                    answers.coverSheet(),
                    answers.positionDescription(),
                    desk,
                    documents,
                    faults);
            faults.addUnlessLeftOut(
                    "classificationRequestedOn",
                    answers.classificationRequestedOn(),
                    "The position description is classified already.");
        } else if (answers.classification() == Classification.REQUESTED) {
            faults.check(() -> mustBeRequested(hiring, answers.classificationRequestedOn()));
            var notYet = "The position description is not classified yet.";
            faults.addUnlessLeftOut("classifiedOn", answers.classifiedOn(), notYet);
            faults.addUnlessLeftOut("coverSheet", answers.coverSheet(), notYet);
            faults.addUnlessLeftOut("positionDescription", answers.positionDescription(), notYet);
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HIRING_MANAGER, Role.HR_SPECIALIST);
        var pool = desk.poolOf(hiring);
        var classified = answers.classification() == Classification.CLASSIFIED;
        var description = new PositionDescription(
                answers.pdNumber(),
                pool.seriesInWriting(answers.series()),
                pool.inWriting(answers.grade()),
                pool.inWriting(answers.fullPerformanceLevel()),
                answers.source(),
                answers.qualificationsVerified(),
                null,
                null,
                null,
                classified ? null : answers.classificationRequestedOn());
        if (classified) {
            description = description.classified(
                    answers.pdNumber(), answers.classifiedOn(), answers.coverSheet(), answers.positionDescription());
        }
        hiring.describe(description);
        desk.record(
                context,
                TASK,
                "Named " + description.inWords()
                        + (classified
                                ? ", classified on " + Dates.inWordsIfAny(description.classifiedOn())
                                : ", classification requested on "
                                        + Dates.inWordsIfAny(description.classificationRequestedOn()))
                        + ".",
                null,
                description);
        return Routing.of(RoutingVariable.PD_CLASSIFIED, hiring.pdClassified());
    }

    private static void mustFit(Answers answers, TalentPool pool) {
        var keys = new PoolMatch.Keys(
                answers.series(),
                answers.grade(),
                answers.fullPerformanceLevel(),
                pool.appointmentType(),
                pool.hiringAuthority().service(),
                Set.copyOf(pool.dutyLocations()));
        CaseDesk.mustMatch(pool.mismatches(keys).stream()
                .filter(mismatch -> PD_KEYS.contains(mismatch.key()))
                .toList());
    }

    private void mustBeRequested(HiringCase hiring, LocalDate requestedOn) {
        if (requestedOn == null) {
            throw Refusal.byRule(
                    "L5", "classificationRequestedOn", "Enter the date on which you requested the classification.");
        }
        desk.mustBeBetween(
                "classificationRequestedOn",
                "The date on which classification was requested",
                requestedOn,
                desk.dayOf(hiring.openedAt()).minusYears(OLDEST_REQUEST),
                "two years before this case was opened");
    }
}
