package io.crossgov.hiring.casepage;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.PoolShare;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The log of whom a pool's candidates were shared with, on the page {@code /pools/{announcement}/shares} and as a file: OPM reads it, and the
 * agency that issued the certificate, which has to keep it.
 */
@Controller
class PoolSharePages {

    private final Pools pools;
    private final Cases cases;
    private final OfficeClock office;

    PoolSharePages(Pools pools, Cases cases, OfficeClock office) {
        this.pools = pools;
        this.cases = cases;
        this.office = office;
    }

    @GetMapping("/pools/{announcement}/shares")
    String shares(@CurrentActor Actor actor, @PathVariable String announcement, Model model) {
        var pool = readable(announcement, actor);
        model.addAttribute("pool", pool);
        model.addAttribute("shares", cases.shares(pool.announcement()));
        return "pool-shares";
    }

    @GetMapping("/pools/{announcement}/shares.csv")
    ResponseEntity<byte[]> file(@CurrentActor Actor actor, @PathVariable String announcement) {
        var pool = readable(announcement, actor);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("shares-" + pool.announcement() + ".csv")
                                .build()
                                .toString())
                .body(text(cases.shares(pool.announcement())).getBytes(StandardCharsets.UTF_8));
    }

    private String text(List<PoolShare> shares) {
        var text = new StringBuilder("\uFEFF").append(line("agency", "person", "case", "shared on"));
        shares.forEach(share ->
                text.append(line(share.agency(), share.person(), share.caseNumber(), office.dayOf(share.sharedAt()))));
        return text.toString();
    }

    private static String line(Object... cells) {
        return CSVFormat.RFC4180.format(cells) + "\r\n";
    }

    private TalentPool readable(String announcement, Actor actor) {
        var pool = pools.byAnnouncement(Pools.named(announcement));
        if (!actor.maySee(pool.issuingAgency())) {
            throw Refusal.notYours("Whom a pool is shared with is read by OPM and by the agency that issued it.");
        }
        return pool;
    }
}
