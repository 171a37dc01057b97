package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.PageFaults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.common.TypedDay;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The outbox and a case's messages as pages. */
@Controller
class OutboxController {

    private static final int PAGE_SIZE = 50;
    /** Of a case, most people see all messages at once. */
    private static final int PAGE_OF_CASE = 200;

    private final OutboxDesk desk;
    private final NoticeActions actions;
    private final Documents documents;
    private final MailIncidents incidents;

    OutboxController(OutboxDesk desk, NoticeActions actions, Documents documents, MailIncidents incidents) {
        this.desk = desk;
        this.actions = actions;
        this.documents = documents;
        this.incidents = incidents;
    }

    @GetMapping("/outbox")
    String outbox(
            @RequestParam(name = "case", defaultValue = "") String caseNumber,
            @RequestParam(required = false) NoticeType type,
            @RequestParam(required = false) NoticeState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) UUID before,
            @RequestParam(required = false) UUID after,
            @CurrentActor Actor actor,
            Model model) {
        CaseNumber number = null;
        try {
            number = caseNumber.isBlank() ? null : desk.known(new CaseNumber(caseNumber), actor);
        } catch (Refusal noCase) {
            if (noCase.kind() == Refusal.Kind.NOT_YOURS) {
                throw noCase;
            }
            model.addAttribute(
                    "wrongCase", noCase.sentence() + " A case number looks like XGH-2026-000123. All cases are shown.");
        }
        model.addAttribute("caseNumber", caseNumber.strip());
        model.addAttribute("type", type);
        model.addAttribute("state", state);
        model.addAttribute("types", NoticeType.values());
        model.addAttribute("states", NoticeState.values());
        model.addAttribute(
                "outbox",
                desk.page(new OutboxTable.Filter(number, type, state), page, PAGE_SIZE, before, after, actor));
        model.addAttribute("incident", incidents.shownTo(actor).orElse(null));
        model.addAttribute("nothingIsMailed", incidents.nothingIsMailed());
        return "outbox";
    }

    @GetMapping("/outbox/{id}")
    String one(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
        return show(desk.one(id, actor), "/outbox", actor, model);
    }

    @GetMapping("/cases/{number}/notices")
    String ofCase(
            @PathVariable CaseNumber number,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) UUID before,
            @RequestParam(required = false) UUID after,
            @CurrentActor Actor actor,
            Model model) {
        model.addAttribute("messages", desk.pageOfCase(number, page, PAGE_OF_CASE, before, after, actor));
        model.addAttribute("caseNumber", number.value());
        model.addAttribute("nothingIsMailed", incidents.nothingIsMailed());
        return "case-notices";
    }

    @GetMapping("/cases/{number}/notices/{id}")
    String oneOfCase(@PathVariable CaseNumber number, @PathVariable UUID id, @CurrentActor Actor actor, Model model) {
        return show(desk.oneOfCase(number, id, actor), ofCase(number), actor, model);
    }

    /** Where a form was sent to, asked for again: back to the page that has it. */
    @GetMapping({"/outbox/{id}/send-again", "/outbox/{id}/arrived", "/outbox/{id}/reached-another-way"})
    String backToMessage() {
        return "redirect:/outbox/{id}";
    }

    /** As {@link #backToMessage()}, of a case. */
    @GetMapping({
        "/cases/{number}/notices/{id}/send-again",
        "/cases/{number}/notices/{id}/arrived",
        "/cases/{number}/notices/{id}/reached-another-way"
    })
    String backToMessageOfCase() {
        return "redirect:/cases/{number}/notices/{id}";
    }

    @PostMapping({"/outbox/{id}/send-again", "/cases/{number}/notices/{id}/send-again"})
    String sendAgain(
            @PathVariable(required = false) CaseNumber number, @PathVariable UUID id, @CurrentActor Actor actor) {
        actions.sendAgain(id, actor);
        return backTo(number, id);
    }

    @PostMapping({"/outbox/{id}/arrived", "/cases/{number}/notices/{id}/arrived"})
    String arrived(
            @PathVariable(required = false) CaseNumber number, @PathVariable UUID id, @CurrentActor Actor actor) {
        actions.arrived(id, actor);
        return backTo(number, id);
    }

    /** Everything that is wrong is said at once, each sentence at its answer, and nothing typed is lost. */
    @PostMapping({"/outbox/{id}/reached-another-way", "/cases/{number}/notices/{id}/reached-another-way"})
    String reachedAnotherWay(
            @PathVariable(required = false) CaseNumber number,
            @PathVariable UUID id,
            @RequestParam(required = false) String on,
            @SeveralLines @RequestParam(required = false) String how,
            @RequestParam(required = false) MultipartFile document,
            @CurrentActor Actor actor,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var paper = document == null || document.isEmpty() ? null : document;
        try {
            var faults = new Faults();
            var day = faults.ask(() -> TypedDay.of("on", on)).orElse(null);
            var said = new NoticeActions.AnotherWay(day, how, null);
            var owner = faults.ask(() -> actions.mayBeRecorded(id, said, paper != null, actor));
            faults.refuse();
            var filed = paper == null ? null : file(owner.orElseThrow(), paper, actor);
            actions.reachedAnotherWay(id, new NoticeActions.AnotherWay(day, how, filed), actor);
            return backTo(number, id);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            PageFaults.show(refusal, "reached-another-way", field -> field == null ? "main" : field, model, response);
            model.addAttribute("on", on);
            model.addAttribute("how", how);
            return number == null ? one(id, actor, model) : oneOfCase(number, id, actor, model);
        }
    }

    private UUID file(DocumentOwner owner, MultipartFile paper, Actor actor) throws IOException {
        try (var content = paper.getInputStream()) {
            return documents
                    .store(owner, DocumentPurpose.CONTACT, paper.getOriginalFilename(), content, actor)
                    .id();
        } catch (Refusal refusal) {
            throw refusal.kind() == Refusal.Kind.INVALID ? Refusal.invalid("document", refusal.sentence()) : refusal;
        }
    }

    private String show(Notice notice, String list, Actor actor, Model model) {
        model.addAttribute("notice", notice);
        if (!model.containsAttribute(PageFaults.WRONG)) {
            model.addAttribute(PageFaults.WRONG, Map.of());
        }
        model.addAttribute("back", list);
        model.addAttribute("handling", desk.handling(notice, actor));
        return "notice";
    }

    private static String ofCase(CaseNumber number) {
        return "/cases/" + number + "/notices";
    }

    private static String backTo(CaseNumber number, UUID id) {
        return "redirect:" + (number == null ? "/outbox" : ofCase(number)) + "/" + id;
    }
}
