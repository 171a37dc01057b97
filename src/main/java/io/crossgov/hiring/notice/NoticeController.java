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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The outbox over HTTP. */
@RestController
@Tag(name = "Notices")
class NoticeController {

    private final OutboxDesk desk;

    NoticeController(OutboxDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/outbox")
    @Operation(summary = "All messages, newest first, without their texts; for OPM")
    OutboxDesk.Page outbox(
            @RequestParam(name = "case", required = false) CaseNumber caseNumber,
            @RequestParam(required = false) NoticeType type,
            @RequestParam(required = false) NoticeState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @CurrentActor Actor actor) {
        return desk.page(new OutboxTable.Filter(caseNumber, type, state), page, size, actor);
    }

    @GetMapping("/api/outbox/{id}")
    @Operation(summary = "One message with its text; for OPM")
    Notice one(@PathVariable UUID id, @CurrentActor Actor actor) {
        return desk.one(id, actor);
    }

    @PostMapping("/api/outbox/{id}/send-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Send a message again that was not, or perhaps not, sent; for OPM")
    void sendAgain(@PathVariable UUID id, @CurrentActor Actor actor) {
        desk.sendAgain(id, actor);
    }

    @PostMapping("/api/outbox/{id}/arrived")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Note that a message that was perhaps sent has arrived; for OPM")
    void arrived(@PathVariable UUID id, @CurrentActor Actor actor) {
        desk.arrived(id, actor);
    }

    @GetMapping("/api/cases/{number}/notices")
    @Operation(summary = "The messages of a case, newest first, without their texts")
    List<Notice> ofCase(@PathVariable CaseNumber number, @CurrentActor Actor actor) {
        return desk.ofCase(number, actor);
    }

    @GetMapping("/api/cases/{number}/notices/{id}")
    @Operation(summary = "One message of a case with its text")
    Notice oneOfCase(@PathVariable CaseNumber number, @PathVariable UUID id, @CurrentActor Actor actor) {
        return desk.oneOfCase(number, id, actor);
    }
}
