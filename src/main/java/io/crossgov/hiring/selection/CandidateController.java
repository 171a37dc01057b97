package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.CaseNumber;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The candidates of a case over HTTP, as the workbench uses it: what is recorded is saved at once. */
@RestController
@RequestMapping("/api/cases/{number}")
class CandidateController {

    private final CandidateBoard board;
    private final Reviewing reviewing;
    private final ReviewingSeveral several;
    private final Withdrawals withdrawals;
    private final Elections elections;

    CandidateController(
            CandidateBoard board,
            Reviewing reviewing,
            ReviewingSeveral several,
            Withdrawals withdrawals,
            Elections elections) {
        this.board = board;
        this.reviewing = reviewing;
        this.several = several;
        this.withdrawals = withdrawals;
        this.elections = elections;
    }

    /** A page of the list with an ETag: who polls with {@code If-None-Match} gets 304 while nothing changed. */
    @GetMapping("/candidates")
    ResponseEntity<CandidateList> candidates(
            @PathVariable CaseNumber number,
            @RequestParam(required = false) String words,
            @RequestParam(required = false) ReviewStatus status,
            @RequestParam(required = false) String location,
            @RequestParam(required = false) List<UUID> id,
            @RequestParam(defaultValue = "0") int from,
            @CurrentActor Actor actor,
            WebRequest request) {
        return answer(board.of(number, Sought.of(words, status, location, id), from, has(request), actor));
    }

    /** One candidate of the list, with an ETag, among those who are looked for. */
    @GetMapping("/candidates/{candidateId}")
    ResponseEntity<CandidateDetails> candidate(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @RequestParam(required = false) String words,
            @RequestParam(required = false) ReviewStatus status,
            @RequestParam(required = false) String location,
            @CurrentActor Actor actor,
            WebRequest request) {
        return answer(
                board.of(number, candidateId, Sought.of(words, status, location, List.of()), has(request), actor));
    }

    /** Whether the reader has the answer of a mark, by what the request says; something on the way may have weakened it. */
    private static Predicate<String> has(WebRequest request) {
        var told = request.getHeaderValues(HttpHeaders.IF_NONE_MATCH);
        var marks = told == null
                ? List.<ETag>of()
                : Stream.of(told).flatMap(header -> ETag.parse(header).stream()).toList();
        return mark -> marks.stream().anyMatch(has -> mark.equals(has.tag()));
    }

    private static <T> ResponseEntity<T> answer(Marked<T> marked) {
        return ResponseEntity.status(marked.answer() == null ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .eTag(marked.mark())
                .body(marked.answer());
    }

    @PostMapping("/candidates/{candidateId}/contact")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void contact(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Contact contact,
            @CurrentActor Actor actor) {
        reviewing.contact(number, candidateId, contact, actor);
    }

    /** Records the contact of several candidates; the answer says for each whether it was recorded. */
    @PostMapping("/candidates/contact")
    SeveralEntries.Outcomes contact(
            @PathVariable CaseNumber number,
            @Valid @RequestBody SeveralEntries.Contacts contacts,
            @CurrentActor Actor actor) {
        return several.contact(number, contacts, actor);
    }

    /** Sets the same interview for several candidates; the answer says for each whether it was recorded. */
    @PostMapping("/candidates/interview")
    SeveralEntries.Outcomes interview(
            @PathVariable CaseNumber number,
            @Valid @RequestBody SeveralEntries.Interviews interviews,
            @CurrentActor Actor actor) {
        return several.interview(number, interviews, actor);
    }

    /** Marks several candidates as not selected; the answer says for each whether it was recorded. */
    @PostMapping("/candidates/not-selected")
    SeveralEntries.Outcomes notSelected(
            @PathVariable CaseNumber number,
            @Valid @RequestBody SeveralEntries.Several chosen,
            @CurrentActor Actor actor) {
        return several.notSelected(number, chosen, actor);
    }

    @PostMapping("/candidates/{candidateId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Answer answer,
            @CurrentActor Actor actor) {
        reviewing.answer(number, candidateId, answer, actor);
    }

    @PostMapping("/candidates/{candidateId}/interview")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void interview(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Interview interview,
            @CurrentActor Actor actor) {
        reviewing.interview(number, candidateId, interview, actor);
    }

    @PostMapping("/candidates/{candidateId}/interview-result")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void interviewResult(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Result result,
            @CurrentActor Actor actor) {
        reviewing.interviewResult(number, candidateId, result, actor);
    }

    @PostMapping("/candidates/{candidateId}/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void notes(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Notes notes,
            @CurrentActor Actor actor) {
        reviewing.notes(number, candidateId, notes, actor);
    }

    @PostMapping("/candidates/{candidateId}/not-selected")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void notSelected(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Seen seen,
            @CurrentActor Actor actor) {
        reviewing.notSelected(number, candidateId, seen, actor);
    }

    @PostMapping("/candidates/{candidateId}/reconsider")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reconsider(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Seen seen,
            @CurrentActor Actor actor) {
        reviewing.reconsider(number, candidateId, seen, actor);
    }

    /** Declined this agency, or withdrew from all (L9). */
    @PostMapping("/candidates/{candidateId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawal(
            @PathVariable CaseNumber number,
            @PathVariable UUID candidateId,
            @Valid @RequestBody ReviewEntries.Withdrawal withdrawal,
            @CurrentActor Actor actor) {
        withdrawals.withdraw(number, candidateId, withdrawal, actor);
    }

    /** What an election answers. */
    record Elected(UUID selectionId, SelectionState state) {}

    @PostMapping("/elections")
    @ResponseStatus(HttpStatus.CREATED)
    Elected elect(
            @PathVariable CaseNumber number,
            @Valid @RequestBody ReviewEntries.Election election,
            @CurrentActor Actor actor) {
        var selection = elections.elect(number, election, actor);
        return new Elected(selection.id(), selection.state());
    }
}
