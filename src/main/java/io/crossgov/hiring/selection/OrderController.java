package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.CaseNumber;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The exceptions from the order of selection over HTTP, as the workbench uses them (L14 to L16), and alternates. */
@RestController
@RequestMapping("/api/cases/{number}")
class OrderController {

    private final PassOvers passOvers;
    private final PriorityReviews priorityReviews;
    private final VacancyHolds vacancyHolds;
    private final Elections elections;
    private final MergingCategories merging;
    private final Considerations considerations;

    OrderController(
            PassOvers passOvers,
            PriorityReviews priorityReviews,
            VacancyHolds vacancyHolds,
            Elections elections,
            MergingCategories merging,
            Considerations considerations) {
        this.passOvers = passOvers;
        this.priorityReviews = priorityReviews;
        this.vacancyHolds = vacancyHolds;
        this.elections = elections;
        this.merging = merging;
        this.considerations = considerations;
    }

    /** What asking answers. */
    record Asked(UUID passOverId, PassOver.State state) {}

    /** Asks to pass over the candidate (L15); ground, reasons and SF-62 follow in the task "4 File Pass-over or Objection". */
    @PostMapping("/candidates/{candidateId}/pass-over")
    @ResponseStatus(HttpStatus.CREATED)
    Asked askToPassOver(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Request request,
            @CurrentActor Actor actor) {
        return asked(number, candidateId, PassOver.Kind.PASS_OVER, request, actor);
    }

    /** Objects to the candidate (L22); the same follows. */
    @PostMapping("/candidates/{candidateId}/objection")
    @ResponseStatus(HttpStatus.CREATED)
    Asked objectTo(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Request request,
            @CurrentActor Actor actor) {
        return asked(number, candidateId, PassOver.Kind.OBJECTION, request, actor);
    }

    private Asked asked(
            CaseNumber number, UUID candidateId, PassOver.Kind kind, ReviewEntries.Request request, Actor actor) {
        return new Asked(passOvers.ask(number, candidateId, kind, request.newFacts(), actor), PassOver.State.ASKED);
    }

    /** Sends a preference eligible the reasons, who asked for them (L15). */
    @PostMapping("/candidates/{candidateId}/pass-over/reasons")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveReasons(@PathVariable CaseNumber number, @PathVariable UUID candidateId, @CurrentActor Actor actor) {
        passOvers.giveReasons(number, candidateId, actor);
    }

    /** Withdraws the pending request. */
    @DeleteMapping("/candidates/{candidateId}/pass-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawPassOver(@PathVariable CaseNumber number, @PathVariable UUID candidateId, @CurrentActor Actor actor) {
        passOvers.withdraw(number, candidateId, actor);
    }

    /** The first finding that a displaced employee is not well-qualified (L16). */
    @PostMapping("/candidates/{candidateId}/priority-review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void findNotWellQualified(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.FirstFinding finding,
            @CurrentActor Actor actor) {
        priorityReviews.first(number, candidateId, finding, actor);
    }

    /** The independent second review, by somebody else (L16). */
    @PostMapping("/candidates/{candidateId}/priority-review/second")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reviewAgain(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.SecondFinding finding,
            @CurrentActor Actor actor) {
        priorityReviews.second(number, candidateId, finding, actor);
    }

    /** Leaves out somebody who was considered for three appointments (L13). */
    @PostMapping("/candidates/{candidateId}/considered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveOut(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Considered entry,
            @CurrentActor Actor actor) {
        considerations.leaveOut(number, candidateId, entry, actor);
    }

    /** Holds a vacancy for the candidate (L14). */
    @PutMapping("/candidates/{candidateId}/held-vacancy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void holdVacancy(@PathVariable CaseNumber number, @PathVariable UUID candidateId, @CurrentActor Actor actor) {
        vacancyHolds.hold(number, candidateId, actor);
    }

    @DeleteMapping("/candidates/{candidateId}/held-vacancy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void releaseVacancy(@PathVariable CaseNumber number, @PathVariable UUID candidateId, @CurrentActor Actor actor) {
        vacancyHolds.release(number, candidateId, actor);
    }

    /** Merges the highest category with the next one (L13). */
    @PostMapping("/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mergeCategories(@PathVariable CaseNumber number, @CurrentActor Actor actor) {
        merging.merge(number, actor);
    }

    /** Elects the next alternate of a selection that was lost or declined. */
    @PostMapping("/selections/{selectionId}/next-alternate")
    @ResponseStatus(HttpStatus.CREATED)
    CandidateController.Elected electNextAlternate(
            @PathVariable CaseNumber number, @PathVariable UUID selectionId, @CurrentActor Actor actor) {
        var selection = elections.electNextAlternate(number, selectionId, actor);
        return new CandidateController.Elected(selection.id(), selection.state());
    }
}
