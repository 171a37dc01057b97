package io.crossgov.hiring.casepage;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.CaseList;
import io.crossgov.hiring.casefile.CaseStatus;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.PageFaults;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.common.TypedDay;
import io.crossgov.hiring.common.TypedWords;
import io.crossgov.hiring.pool.PoolList;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.request.ReemploymentClearance;
import io.crossgov.hiring.request.SamplePositionDescriptions;
import io.crossgov.hiring.reserved.PriorityExtensions;
import io.crossgov.hiring.task.OpenTasks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pages {@code /cases} and {@code /cases/{number}}. */
@Controller
class CasePages {

    private static final int PAGE_SIZE = 25;
    /** Decisions on the timeline: hardly a case has more, but for one in which hundreds were contacted. */
    private static final int SHOWN_DECISIONS = 200;

    /** Where on the page an answer of one of its forms is entered. */
    private static final Map<String, String> ID = Map.of(
            "samples.file", "file",
            "extension.until", "until",
            "extension.reason", "extension-reason",
            "close.reason", "close-reason",
            "close.note", "note",
            "close.confirmed", "confirmed");

    private final CaseList list;
    private final CaseFiles files;
    private final Cases cases;
    private final Pools pools;
    private final PoolList poolList;
    private final SamplePositionDescriptions samples;
    private final PriorityExtensions extensions;
    private final OpenTasks openTasks;
    private final ReemploymentClearance clearance;

    CasePages(
            CaseList list,
            CaseFiles files,
            Cases cases,
            Pools pools,
            PoolList poolList,
            SamplePositionDescriptions samples,
            PriorityExtensions extensions,
            OpenTasks openTasks,
            ReemploymentClearance clearance) {
        this.list = list;
        this.files = files;
        this.cases = cases;
        this.pools = pools;
        this.poolList = poolList;
        this.samples = samples;
        this.extensions = extensions;
        this.openTasks = openTasks;
        this.clearance = clearance;
    }

    @GetMapping("/cases")
    String cases(
            @CurrentActor Actor actor,
            @RequestParam(required = false) CaseStatus status,
            @RequestParam(required = false) String pool,
            @RequestParam(required = false) String words,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam(required = false) CaseNumber before,
            @RequestParam(required = false) CaseNumber after,
            Model model,
            HttpServletResponse response) {
        var meant = PoolMeant.by(pool, pools, poolList);
        var looked = TypedWords.of(words, model);
        model.addAttribute("status", status);
        model.addAttribute("statuses", CaseStatus.values());
        model.addAttribute("meant", meant);
        model.addAttribute("pool", meant.inField());
        if (!meant.isClear()) {
            if (meant.isUnknown()) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
            return "cases";
        }
        var found =
                list.of(actor, new CaseList.Wanted(status, meant.announcement(), looked, at, PAGE_SIZE, before, after));
        model.addAttribute("found", found);
        model.addAttribute(
                "waiting",
                openTasks.of(
                        found.cases().stream()
                                .filter(row -> row.status() == CaseStatus.OPEN)
                                .map(CaseList.Row::number)
                                .toList(),
                        actor));
        return "cases";
    }

    @GetMapping("/cases/{number}")
    String one(
            @CurrentActor Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean whole,
            Model model) {
        model.addAttribute("whole", whole);
        return show(actor, new CaseNumber(number), model);
    }

    /** Where a form was sent to, asked for again: back to the page that has it. */
    @GetMapping({
        "/cases/{number}/close",
        "/cases/{number}/sample-position-descriptions",
        "/cases/{number}/priority-extension",
        "/cases/{number}/rpl-clearance"
    })
    String backToCase() {
        return "redirect:/cases/{number}";
    }

    @PostMapping("/cases/{number}/close")
    String close(
            @CurrentActor Actor actor,
            @PathVariable String number,
            @RequestParam(required = false) CancellationReason reason,
            @SeveralLines @RequestParam(required = false) String note,
            @RequestParam(required = false) boolean confirmed,
            Model model,
            HttpServletResponse response) {
        var caseNumber = new CaseNumber(number);
        try {
            var explained = PlainText.isEmpty(note) ? null : note;
            var faults = new Faults();
            faults.check(() -> Cases.mustBeExplained(reason, explained));
            if (!confirmed) {
                faults.add("confirmed", "Confirm that you want to close this case for good.");
            }
            faults.refuse();
            cases.close(caseNumber, reason, explained, actor);
        } catch (Refusal refusal) {
            model.addAttribute("reason", reason);
            model.addAttribute("note", note);
            return refused(refusal, "close", actor, caseNumber, model, response);
        }
        return "redirect:/cases/" + caseNumber;
    }

    @PostMapping("/cases/{number}/rpl-clearance")
    String confirmClearance(
            @CurrentActor Actor actor, @PathVariable String number, Model model, HttpServletResponse response) {
        var caseNumber = new CaseNumber(number);
        try {
            clearance.confirm(caseNumber, actor);
        } catch (Refusal refusal) {
            return refused(refusal, "clearance", actor, caseNumber, model, response);
        }
        return "redirect:/cases/" + caseNumber;
    }

    @PostMapping("/cases/{number}/sample-position-descriptions")
    String putSample(
            @CurrentActor Actor actor,
            @PathVariable String number,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var caseNumber = new CaseNumber(number);
        try (var content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            samples.put(caseNumber, file == null ? null : file.getOriginalFilename(), content, actor);
        } catch (Refusal refusal) {
            return refused(refusal, "samples", actor, caseNumber, model, response);
        }
        return "redirect:/cases/" + caseNumber;
    }

    @PostMapping("/cases/{number}/priority-extension")
    String askForPriorityExtension(
            @CurrentActor Actor actor,
            @PathVariable String number,
            @RequestParam(required = false) String until,
            @SeveralLines @RequestParam(required = false) String reason,
            Model model,
            HttpServletResponse response) {
        var caseNumber = new CaseNumber(number);
        try {
            var faults = new Faults();
            var day = faults.ask(() -> TypedDay.of("until", until)).orElse(null);
            faults.check(() -> extensions.ask(caseNumber, day, reason, actor));
            faults.refuse();
        } catch (Refusal refusal) {
            model.addAttribute("until", until);
            model.addAttribute("extensionReason", reason);
            return refused(refusal, "extension", actor, caseNumber, model, response);
        }
        return "redirect:/cases/" + caseNumber;
    }

    /**
     * What is wrong, and that somebody was first, is said on the page where it was entered, with what was typed; every other refusal is a
     * page of its own.
     *
     * @param form which of the page's forms was filled, as the page calls it
     */
    private String refused(
            Refusal refusal, String form, Actor actor, CaseNumber number, Model model, HttpServletResponse response) {
        if (refusal.kind() != Refusal.Kind.INVALID && refusal.kind() != Refusal.Kind.CONFLICT) {
            throw refusal;
        }
        PageFaults.show(refusal, form, field -> ID.getOrDefault(form + "." + field, "main"), model, response);
        return show(actor, number, model);
    }

    private String show(Actor actor, CaseNumber number, Model model) {
        var file = files.of(number, actor);
        var hiring = cases.visible(number, actor);
        model.addAttribute("file", file);
        var decisions = file.timeline();
        var shown = Boolean.TRUE.equals(model.getAttribute("whole")) ? decisions.size() : SHOWN_DECISIONS;
        model.addAttribute("timeline", decisions.subList(Math.max(0, decisions.size() - shown), decisions.size()));
        if (!model.containsAttribute(PageFaults.WRONG)) {
            model.addAttribute(PageFaults.WRONG, Map.of());
        }
        model.addAttribute(
                "mayExtend", extensions.mayBeAsked(hiring, pools.byAnnouncement(hiring.announcement()), actor));
        model.addAttribute(
                "tasks",
                file.status() == CaseStatus.OPEN
                        ? openTasks.of(List.of(number), actor).get(number)
                        : List.of());
        model.addAttribute("reasons", CancellationReason.values());
        model.addAttribute(
                "mayClose",
                file.status() == CaseStatus.OPEN
                        && actor.worksFor(file.head().agency())
                        && (actor.has(Role.HIRING_MANAGER) || actor.has(Role.HR_SPECIALIST)));
        model.addAttribute(
                "clearanceToConfirm",
                hiring.isOpen() && actor.worksFor(hiring.agency()) && actor.has(Role.HR_SPECIALIST)
                        ? clearance.toConfirm(hiring).orElse(null)
                        : null);
        model.addAttribute("mayPutSamples", file.status() == CaseStatus.OPEN && actor.isOpmStaff());
        return "case";
    }
}
