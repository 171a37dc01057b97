package io.crossgov.hiring.intake;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.PageFaults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * OPM's pages of a pool's candidates: who stands in it, and who is the same person as whom; files of candidates, from choosing one to the
 * report. They work without a script; with one they show how far the sending and the reading are.
 */
@Controller
@RequestMapping("/pools/{announcement}/candidates")
class CandidatePages {

    private static final int SHOWN = 50;

    private final Pools pools;
    private final Candidates candidates;
    private final CandidateIntake intake;

    CandidatePages(Pools pools, Candidates candidates, CandidateIntake intake) {
        this.pools = pools;
        this.candidates = candidates;
        this.intake = intake;
    }

    @GetMapping
    String all(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "false") boolean several,
            Model model) {
        return show(actor, Pools.named(announcement), after, several, model);
    }

    /** @param sending what the page calls what is sent: sent twice, it is one import */
    @PostMapping
    String send(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @RequestParam UUID sending,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var number = Pools.named(announcement);
        try {
            intake.begin(
                    actor,
                    number,
                    sending,
                    file == null ? null : file.getOriginalFilename(),
                    file == null ? new byte[0] : file.getBytes());
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            PageFaults.show(refusal, "import", field -> "file", model, response);
            return show(actor, number, "", false, model);
        }
        return leadTo(number, sending);
    }

    @GetMapping("/imports/{id}")
    String one(@CurrentActor Actor actor, @PathVariable String announcement, @PathVariable UUID id, Model model) {
        return show(actor, Pools.named(announcement), id, model);
    }

    /** What was decided about pairs of records, by the name of the pair. */
    @PostMapping("/imports/{id}/doubles")
    String decide(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @PathVariable UUID id,
            @RequestParam Map<String, String> answers,
            Model model,
            HttpServletResponse response) {
        var number = Pools.named(announcement);
        try {
            intake.decide(actor, number, id, answers);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_YOURS || refusal.kind() == Refusal.Kind.UNKNOWN) {
                throw refusal;
            }
            PageFaults.show(refusal, "doubles", field -> field == null ? "doubles" : field, model, response);
            model.addAttribute("typed", new HashMap<>(answers));
            return show(actor, number, id, model);
        }
        return leadTo(number, id);
    }

    /** Where the form was sent to, asked for again: back to the page that has it. */
    @GetMapping({"/imports/{id}/doubles", "/imports/{id}/again"})
    String backToImport() {
        return "redirect:/pools/{announcement}/candidates/imports/{id}";
    }

    @PostMapping("/imports/{id}/again")
    String again(@CurrentActor Actor actor, @PathVariable String announcement, @PathVariable UUID id) {
        var number = Pools.named(announcement);
        intake.again(actor, number, id);
        return leadTo(number, id);
    }

    /** The faults as a file, for whoever mends the candidates' file. */
    @GetMapping("/imports/{id}/faults.csv")
    ResponseEntity<byte[]> faults(@CurrentActor Actor actor, @PathVariable String announcement, @PathVariable UUID id) {
        var report = intake.byId(actor, Pools.named(announcement), id).report();
        var text = new StringBuilder("\uFEFF").append(line("line", "column", "what is wrong"));
        report.faults().forEach(fault -> text.append(line(fault.line(), fault.column(), fault.reason())));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("faults.csv")
                                .build()
                                .toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Object... cells) {
        return CSVFormat.RFC4180.format(cells) + "\r\n";
    }

    private String show(Actor actor, AnnouncementNumber announcement, String after, boolean several, Model model) {
        Pools.mustBeOpm(actor);
        var pool = pools.byAnnouncement(announcement);
        var shown = several
                ? candidates.nextOfSeveral(announcement, after, SHOWN + 1)
                : candidates.next(announcement, after, SHOWN + 1);
        var page = shown.size() > SHOWN ? shown.subList(0, SHOWN) : shown;
        model.addAttribute("pool", pool);
        model.addAttribute("total", candidates.count(announcement));
        model.addAttribute("candidates", page);
        model.addAttribute("others", candidates.otherRecords(page));
        model.addAttribute("next", shown.size() > SHOWN ? page.get(SHOWN - 1).applicantNumber() : null);
        model.addAttribute("isFirst", after.isEmpty());
        model.addAttribute("several", several);
        model.addAttribute("imports", intake.latest(actor, announcement));
        model.addAttribute("sending", UUID.randomUUID());
        model.addAttribute("unresolved", candidates.unresolvedPriorities(announcement));
        nothingWrong(model);
        return "candidates";
    }

    private String show(Actor actor, AnnouncementNumber announcement, UUID id, Model model) {
        model.addAttribute("intake", intake.byId(actor, announcement, id));
        model.addAttribute("pool", pools.byAnnouncement(announcement));
        model.addAttribute("unresolved", candidates.unresolvedPriorities(announcement));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        nothingWrong(model);
        return "candidate-import";
    }

    private static void nothingWrong(Model model) {
        if (!model.containsAttribute(PageFaults.WRONG)) {
            model.addAttribute(PageFaults.WRONG, Map.of());
        }
    }

    private static String leadTo(AnnouncementNumber announcement, UUID id) {
        return "redirect:/pools/" + announcement + "/candidates/imports/" + id;
    }
}
