package io.crossgov.hiring.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.AgencyCode;
import io.crossgov.hiring.common.ReadBack;
import io.crossgov.hiring.common.Refusal;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
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
    private final ReadBack readBack;

    AgencyController(Agencies agencies, ReadBack readBack) {
        this.agencies = agencies;
        this.readBack = readBack;
    }

    @GetMapping
    List<AgencyView> list(@CurrentActor Actor actor) {
        return agencies.all().stream()
                .filter(agency -> actor.maySee(agency.code()))
                .map(AgencyView::of)
                .toList();
    }

    @GetMapping("/{code}")
    AgencyView one(@PathVariable String code, @CurrentActor Actor actor) {
        return AgencyView.of(agencies.meant(code, actor));
    }

    /** Adds an agency. Posting the same again changes nothing; a known code with other details is refused: PUT changes it. */
    @PostMapping
    ResponseEntity<AgencyView> add(@RequestBody AgencyDetails details, @CurrentActor Actor actor) {
        SetUp.mustBeOpm(actor);
        var known = details.code() == null
                ? null
                : agencies.find(details.code()).map(Agency::details).orElse(null);
        if (known != null && !known.equals(details)) {
            throw Refusal.conflict("Agency " + details.code() + " exists already. PUT changes it.");
        }
        return answer(known == null, agencies.save(actor, details));
    }

    /**
     * Adds the agency or changes it; the same again changes nothing, also as it was read here. A change names the version that was read: of
     * two people who change an agency at once, the second learns it and overwrites nothing.
     */
    @PutMapping("/{code}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = AgencyDetails.class)))
    ResponseEntity<AgencyView> put(@PathVariable String code, @RequestBody JsonNode sent, @CurrentActor Actor actor) {
        var version = sent instanceof ObjectNode properties ? properties.remove("version") : null;
        var details = readBack.settable(sent, AgencyDetails.class, null, Map.of());
        SetUp.mustBeOpm(actor);
        SetUp.sameKey("code", AgencyCode.normal(code), details.code());
        var named = details.withCode(code);
        var known = agencies.find(code);
        if (known.isEmpty() || known.get().details().equals(named)) {
            return answer(known.isEmpty(), agencies.save(actor, named));
        }
        ReadBack.mustBeRead("the agency", version, known.get().version(), Agencies.changedMeanwhile());
        return answer(false, agencies.save(actor, named, known.get().version()));
    }

    private static ResponseEntity<AgencyView> answer(boolean isNew, Agency agency) {
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(AgencyView.of(agency));
    }
}
