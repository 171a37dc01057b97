package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.CaseNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The outbox over HTTP. */
@RestController
@Tag(name = "Notices")
class NoticeController {

    private final OutboxDesk desk;
    private final NoticeActions actions;

    NoticeController(OutboxDesk desk, NoticeActions actions) {
        this.desk = desk;
        this.actions = actions;
    }

    @GetMapping("/api/outbox")
    @Operation(
            summary =
                    "All messages, newest first, without their texts; for OPM. By the number of a page, the first 10,000;"
                            + " the next page of any begins before the last message of this one")
    OutboxDesk.Page outbox(
            @RequestParam(name = "case", required = false) CaseNumber caseNumber,
            @RequestParam(required = false) NoticeType type,
            @RequestParam(required = false) NoticeState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) UUID before,
            @RequestParam(required = false) UUID after,
            @CurrentActor Actor actor) {
        return desk.page(new OutboxTable.Filter(caseNumber, type, state), page, size, before, after, actor);
    }

    @GetMapping("/api/outbox/{id}")
    @Operation(summary = "One message with its text; for OPM")
    Notice one(@PathVariable UUID id, @CurrentActor Actor actor) {
        return desk.one(id, actor);
    }

    @PostMapping("/api/outbox/{id}/send-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Send a message again that did not, or perhaps not, go out, to the address on record now; for OPM,"
                            + " and for the agency's HR and managers where it is to a candidate")
    void sendAgain(@PathVariable UUID id, @CurrentActor Actor actor) {
        actions.sendAgain(id, actor);
    }

    @PostMapping("/api/outbox/{id}/arrived")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Note that a message that was perhaps sent has arrived; for OPM")
    void arrived(@PathVariable UUID id, @CurrentActor Actor actor) {
        actions.arrived(id, actor);
    }

    @PostMapping("/api/outbox/{id}/reached-another-way")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Record how the recipient of a message that has not gone out was reached instead")
    void reachedAnotherWay(
            @PathVariable UUID id, @RequestBody NoticeActions.AnotherWay way, @CurrentActor Actor actor) {
        actions.reachedAnotherWay(id, way, actor);
    }

    @GetMapping("/api/cases/{number}/notices")
    @Operation(
            summary =
                    "The messages of a case, newest first, without their texts; at most 500. Older ones come before the last"
                            + " of these")
    List<Notice> ofCase(
            @PathVariable CaseNumber number, @RequestParam(required = false) UUID before, @CurrentActor Actor actor) {
        return desk.ofCase(number, before, actor);
    }

    @GetMapping("/api/cases/{number}/notices/{id}")
    @Operation(summary = "One message of a case with its text")
    Notice oneOfCase(@PathVariable CaseNumber number, @PathVariable UUID id, @CurrentActor Actor actor) {
        return desk.oneOfCase(number, id, actor);
    }
}
