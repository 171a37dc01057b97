package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.AgencyCode;
import io.crossgov.hiring.common.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agencies over HTTP. OPM staff read and change all; others read their own. */
@RestController
@RequestMapping("/api/agencies")
class AgencyController {

    private final Agencies agencies;

    AgencyController(Agencies agencies) {
        this.agencies = agencies;
    }

    @GetMapping
    List<AgencyDetails> list(@CurrentActor Actor actor) {
        return agencies.all().stream()
                .filter(agency -> actor.maySee(agency.code()))
                .map(Agency::details)
                .toList();
    }

    @GetMapping("/{code}")
    AgencyDetails one(@PathVariable String code, @CurrentActor Actor actor) {
        return agencies.meant(code, actor).details();
    }

    /** Adds an agency. Posting the same again changes nothing; a known code with other details is refused: PUT changes it. */
    @PostMapping
    ResponseEntity<AgencyDetails> add(@RequestBody AgencyDetails details, @CurrentActor Actor actor) {
        SetUp.mustBeOpm(actor);
        var known = details.code() == null
                ? null
                : agencies.find(details.code()).map(Agency::details).orElse(null);
        if (known != null && !known.equals(details)) {
            throw Refusal.conflict("Agency " + details.code() + " exists already. PUT changes it.");
        }
        return saved(known == null, details, actor);
    }

    /** Adds the agency or changes it; the same again changes nothing. */
    @PutMapping("/{code}")
    ResponseEntity<AgencyDetails> put(
            @PathVariable String code, @RequestBody AgencyDetails details, @CurrentActor Actor actor) {
        SetUp.mustBeOpm(actor);
        SetUp.sameKey("code", AgencyCode.normal(code), details.code());
        return saved(agencies.find(code).isEmpty(), details.withCode(code), actor);
    }

    private ResponseEntity<AgencyDetails> saved(boolean isNew, AgencyDetails details, Actor actor) {
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .body(agencies.save(actor, details).details());
    }
}
