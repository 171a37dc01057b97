package io.crossgov.hiring.leaving;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.pool.Pools;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawals from all agencies over HTTP, for OPM staff (L9). */
@RestController
@RequestMapping("/api/pools/{announcement}/withdrawals")
class LeavingController {

    private final LeavingList list;
    private final LeavingDecisions decisions;

    LeavingController(LeavingList list, LeavingDecisions decisions) {
        this.list = list;
        this.decisions = decisions;
    }

    /** All of the pool, the one asked first first. */
    @GetMapping
    List<LeavingView> all(@PathVariable String announcement, @CurrentActor Actor actor) {
        return list.of(Pools.named(announcement), Arrays.asList(LeavingState.values()), actor);
    }

    /** Confirms it: every open case and every running selection reacts at once, and the candidate is told. */
    @PostMapping("/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String announcement, @PathVariable UUID id, @CurrentActor Actor actor) {
        decisions.confirm(Pools.named(announcement), id, actor);
    }

    /** Refuses it: the candidate stays available to the other agencies, and to that one, too, when the paper is not the candidate's word. */
    @PostMapping("/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(
            @PathVariable String announcement,
            @PathVariable UUID id,
            @Valid @RequestBody LeavingEntries.Refusing refusing,
            @CurrentActor Actor actor) {
        decisions.refuse(Pools.named(announcement), id, refusing, actor);
    }

    /** Undoes a confirmed one, as long as the candidate's days last: the candidate is available to all again. */
    @PostMapping("/{id}/undoing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(
            @PathVariable String announcement,
            @PathVariable UUID id,
            @Valid @RequestBody LeavingEntries.Undoing undoing,
            @CurrentActor Actor actor) {
        decisions.undo(
                Pools.named(announcement),
                id,
                undoing.reason().strip(),
                undoing.how().strip(),
                actor);
    }
}
