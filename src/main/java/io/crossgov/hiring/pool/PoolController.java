package io.crossgov.hiring.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.ReadBack;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.law.Rating;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pools over HTTP. Everybody who signs in reads them; OPM staff change them. */
@RestController
@RequestMapping("/api/pools")
class PoolController {

    private static final int MOST_AT_ONCE = 500;

    private final Pools pools;
    private final PoolList list;
    private final OfficeClock clock;
    private final ReadBack readBack;

    PoolController(Pools pools, PoolList list, OfficeClock clock, ReadBack readBack) {
        this.pools = pools;
        this.list = list;
        this.clock = clock;
        this.readBack = readBack;
    }

    /** The next pools, the last to end first, so that those that are open come before those that are over. */
    @GetMapping
    List<PoolView> list(
            @RequestParam(required = false) String words,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_AT_ONCE) {
            throw Refusal.invalid("limit", "The limit is 1 to " + MOST_AT_ONCE + ".");
        }
        return list
                .next(new SearchWords(words), open, after == null || after.isBlank() ? null : Pools.named(after), limit)
                .stream()
                .map(this::view)
                .toList();
    }

    @GetMapping("/{announcement}")
    PoolView one(@PathVariable String announcement) {
        return view(pools.whole(Pools.named(announcement)));
    }

    /** Adds a pool. Posting the same again changes nothing; a known announcement with other details is refused: PUT changes it. */
    @PostMapping
    ResponseEntity<PoolView> add(@RequestBody PoolDetails details, @CurrentActor Actor actor) {
        Pools.mustBeOpm(actor);
        var known = details.announcement() == null
                ? null
                : pools.findWhole(details.announcement()).orElse(null);
        if (known != null && !known.details().equals(details)) {
            throw Refusal.conflict("Pool " + details.announcement() + " exists already. PUT changes it.");
        }
        return saved(known == null, details, actor);
    }

    /**
     * Adds the pool or changes it; the same again changes nothing, also as it was read here. A change names the version that was read: of two
     * people who change a pool at once, the second learns it and overwrites nothing.
     */
    @PutMapping("/{announcement}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = PoolDetails.class)))
    ResponseEntity<PoolView> put(
            @PathVariable String announcement, @RequestBody JsonNode sent, @CurrentActor Actor actor) {
        var number = new AnnouncementNumber(announcement);
        var known = pools.findWhole(number).map(this::view);
        var version = sent instanceof ObjectNode properties ? properties.remove("version") : null;
        var details = readBack.settable(sent, PoolDetails.class, known.orElse(null), PoolView.NOT_SET);
        Pools.mustBeOpm(actor);
        if (details.announcement() != null && !details.announcement().equals(number)) {
            throw Refusal.invalid(
                    "announcement",
                    "The address says " + number + ", but announcement is " + details.announcement() + ".");
        }
        var named = details.withAnnouncement(number);
        known.filter(now -> !now.pool().equals(named))
                .ifPresent(
                        now -> ReadBack.mustBeRead("the pool", version, now.version(), Pools.changedMeanwhile(number)));
        return ResponseEntity.status(known.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(pools.save(actor, named, known.map(PoolView::version))));
    }

    /** OPM's decision to keep a pool open longer (D1). */
    record Extension(
            @NotNull(message = "An extension needs its last day.") LocalDate lastDay,
            @NotBlank(message = "An extension needs a reason.")
                    @Size(max = 1000, message = "The reason has at most 1000 characters.")
                    @SeveralLines
                    String reason) {}

    @PostMapping("/{announcement}/extension")
    PoolView extend(
            @PathVariable String announcement, @Valid @RequestBody Extension extension, @CurrentActor Actor actor) {
        return view(pools.extend(actor, Pools.named(announcement), extension.lastDay(), extension.reason()));
    }

    /** OPM's decision to refer the candidates of lower categories too (L11). */
    record LowerCategory(
            @NotNull(message = "Say down to which category candidates are referred: WELL_QUALIFIED or QUALIFIED.")
                    Rating downTo,
            @NotBlank(message = "Referring a lower category needs a reason.")
                    @Size(max = 1000, message = "The reason has at most 1000 characters.")
                    @SeveralLines
                    String reason) {}

    @PostMapping("/{announcement}/referral")
    PoolView refer(
            @PathVariable String announcement, @Valid @RequestBody LowerCategory lower, @CurrentActor Actor actor) {
        return view(pools.referDownTo(actor, Pools.named(announcement), lower.downTo(), lower.reason()));
    }

    /** OPM's decision down to which score candidates are referred (L17). */
    record CutOff(
            @NotNull(message = "Say down to which score candidates are referred.")
                    @DecimalMin(value = "0", message = "A score is a number from 0 to 999.99.")
                    @Digits(integer = 3, fraction = 2, message = "A score is a number from 0 to 999.99.")
                    BigDecimal lowest,
            @NotBlank(message = "A cut-off needs a reason.")
                    @Size(max = 1000, message = "The reason has at most 1000 characters.")
                    @SeveralLines
                    String reason) {}

    @PostMapping("/{announcement}/cut-off")
    PoolView cutOff(@PathVariable String announcement, @Valid @RequestBody CutOff cutOff, @CurrentActor Actor actor) {
        return view(pools.cutOff(actor, Pools.named(announcement), cutOff.lowest(), cutOff.reason()));
    }

    private ResponseEntity<PoolView> saved(boolean isNew, PoolDetails details, Actor actor) {
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(view(pools.save(actor, details)));
    }

    private PoolView view(TalentPool pool) {
        return PoolView.of(pool, clock.today());
    }
}
