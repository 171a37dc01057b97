package io.crossgov.hiring.casepage;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.casefile.CaseList;
import io.crossgov.hiring.casefile.CaseStatus;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.request.CaseOpenings;
import io.crossgov.hiring.request.CaseStarter;
import io.crossgov.hiring.request.OpenCase;
import io.crossgov.hiring.request.ReemploymentClearance;
import io.crossgov.hiring.request.SamplePositionDescriptions;
import io.crossgov.hiring.reserved.AskForPriorityExtension;
import io.crossgov.hiring.reserved.PriorityExtensions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CaseController {

    private static final int LONGEST_KEY = 64;

    private final CaseStarter starter;
    private final CaseOpenings openings;
    private final CaseList list;
    private final CaseFiles files;
    private final Cases cases;
    private final SamplePositionDescriptions samples;
    private final PriorityExtensions extensions;
    private final ReemploymentClearance clearance;

    CaseController(
            CaseStarter starter,
            CaseOpenings openings,
            CaseList list,
            CaseFiles files,
            Cases cases,
            SamplePositionDescriptions samples,
            PriorityExtensions extensions,
            ReemploymentClearance clearance) {
        this.starter = starter;
        this.openings = openings;
        this.list = list;
        this.files = files;
        this.cases = cases;
        this.samples = samples;
        this.extensions = extensions;
        this.clearance = clearance;
    }

    /** The number of the case that was opened. */
    record Opened(CaseNumber number) {}

    @PostMapping
    @Operation(
            summary =
                    "Open a case, as a hiring manager or HR specialist; sent twice with one Idempotency-Key, it opens one")
    ResponseEntity<Opened> open(
            @CurrentActor Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @Valid @RequestBody OpenCase body) {
        if (key != null && key.length() > LONGEST_KEY) {
            throw Refusal.invalid("Idempotency-Key", "An Idempotency-Key has at most " + LONGEST_KEY + " characters.");
        }
        var number = opened(actor, body.withKey(key));
        return ResponseEntity.created(URI.create("/api/cases/" + number)).body(new Opened(number));
    }

    private CaseNumber opened(Actor actor, OpenCase answers) {
        try {
            return starter.start(actor, answers);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            return openings.opened(actor, answers).orElseThrow(() -> refusal);
        }
    }

    @GetMapping
    @Operation(
            summary =
                    "The cases of your agency, or of all for OPM; newest first. By the number of a page, the first 10,000;"
                            + " the next page of any begins before the last case of this one")
    CaseList.Page list(
            @CurrentActor Actor actor,
            @RequestParam(required = false) CaseStatus status,
            @RequestParam(required = false) String pool,
            @RequestParam(required = false) String words,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) CaseNumber before,
            @RequestParam(required = false) CaseNumber after) {
        return list.of(
                actor,
                new CaseList.Wanted(
                        status,
                        pool == null || pool.isBlank() ? null : new AnnouncementNumber(pool),
                        new SearchWords(words),
                        page,
                        size,
                        before,
                        after));
    }

    @GetMapping("/{number}")
    @Operation(summary = "Everything decided in a case so far, with its timeline")
    CaseFile one(@CurrentActor Actor actor, @PathVariable String number) {
        return files.of(new CaseNumber(number), actor);
    }

    @PostMapping("/{number}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close a case of your agency; its candidates are free again")
    void close(@CurrentActor Actor actor, @PathVariable String number, @Valid @RequestBody CloseCase body) {
        cases.close(new CaseNumber(number), body.reason(), body.note(), actor);
    }

    @PostMapping("/{number}/sample-position-descriptions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask OPM for its sample position descriptions")
    void askForSamples(@CurrentActor Actor actor, @PathVariable String number) {
        samples.ask(new CaseNumber(number), actor);
    }

    @PostMapping("/{number}/rpl-clearance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm that the Reemployment Priority List, cleared long ago, is cleared still")
    void confirmClearance(@CurrentActor Actor actor, @PathVariable String number) {
        clearance.confirm(new CaseNumber(number), actor);
    }

    @PostMapping("/{number}/priority-extension")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask OPM to keep the pool reserved longer for the agencies that have its first days")
    void askForPriorityExtension(
            @CurrentActor Actor actor, @PathVariable String number, @Valid @RequestBody AskForPriorityExtension body) {
        extensions.ask(new CaseNumber(number), body.until(), body.reason(), actor);
    }
}
