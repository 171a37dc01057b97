package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.task.TaskContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The selection behind a task of steps 5 to 8, for whoever may see it or act on it, and what stands at the top of a form of it. */
@Component
public class SelectionOfTask {

    private final CaseDesk desk;
    private final Selections selections;
    private final Candidates candidates;

    SelectionOfTask(CaseDesk desk, Selections selections, Candidates candidates) {
        this.desk = desk;
        this.selections = selections;
        this.candidates = candidates;
    }

    /**
     * The top of every form of steps 5 to 7.
     *
     * @param alternates names in their order, none as an empty text
     */
    record Summary(
            @JsonUnwrapped CaseHead head,
            String candidateName,
            String applicantNumber,
            String dutyLocation,
            LocalDate electedOn,
            String electedOnInWords,
            String alternates) {}

    /** The selection, for people who may know of it. @throws Refusal 404 when unknown, another agency's or of another case */
    public Selection seen(TaskContext context) {
        // First of all, since the case brings its pool and its agency along.
        desk.seen(context);
        return selections
                .find(context.selectionId(), context.actor())
                .filter(selection -> selection.caseNumber().equals(context.caseNumber()))
                .orElseThrow(Selections::unknown);
    }

    /** The selection, for somebody of its agency in one of the roles. @throws Refusal 403 for anybody else */
    Selection worked(TaskContext context, Role... oneOf) {
        var selection = seen(context);
        context.actor().mustWorkFor(selection.agency(), "selecting");
        context.actor().mustHave(oneOf);
        return selection;
    }

    /** The selection, for OPM on one side (L21). @throws Refusal 403 for anybody else */
    Selection decided(TaskContext context) {
        var selection = seen(context);
        CaseDesk.mustBeOnOneSide(context.actor(), selection.agency(), selection::wasWorkedOnBy);
        return selection;
    }

    Summary summary(TaskContext context) {
        var selection = seen(context);
        var alternates = alternateNames(selection);
        var selectee = candidates.byId(selection.candidateId());
        return new Summary(
                desk.headOf(desk.seen(context)),
                selectee.name(),
                selectee.applicantNumber(),
                selection.dutyLocation(),
                selection.electedOn(),
                Dates.inWords(selection.electedOn()),
                alternates);
    }

    /** Reads the selectee with them, who is at hand then. */
    private String alternateNames(Selection selection) {
        var everybody = new ArrayList<>(selection.alternates());
        everybody.add(selection.candidateId());
        var names = new HashMap<UUID, String>();
        candidates.byIds(everybody).forEach(person -> names.put(person.id(), person.name()));
        return selection.alternates().stream()
                .map(id -> names.getOrDefault(id, ""))
                .collect(Collectors.joining(", "));
    }
}
