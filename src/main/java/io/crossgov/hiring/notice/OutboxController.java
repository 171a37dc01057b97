package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The outbox and a case's messages as pages. */
@Controller
class OutboxController {

    private static final int PAGE_SIZE = 50;

    private final OutboxDesk desk;

    OutboxController(OutboxDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/outbox")
    String outbox(
            @RequestParam(name = "case", defaultValue = "") String caseNumber,
            @RequestParam(required = false) NoticeType type,
            @RequestParam(required = false) NoticeState state,
            @RequestParam(defaultValue = "0") int page,
            @CurrentActor Actor actor,
            Model model) {
        CaseNumber number = null;
        try {
            number = caseNumber.isBlank() ? null : new CaseNumber(caseNumber.strip());
        } catch (Refusal notANumber) {
            model.addAttribute("wrongCase", "A case number looks like XGH-2026-000123. All cases are shown.");
        }
        model.addAttribute("caseNumber", caseNumber.strip());
        model.addAttribute("type", type);
        model.addAttribute("state", state);
        model.addAttribute("types", NoticeType.values());
        model.addAttribute("states", NoticeState.values());
        model.addAttribute("outbox", desk.page(new OutboxTable.Filter(number, type, state), page, PAGE_SIZE, actor));
        return "outbox";
    }

    @GetMapping("/outbox/{id}")
    String one(@PathVariable UUID id, @CurrentActor Actor actor, Model model) {
        model.addAttribute("notice", desk.one(id, actor));
        model.addAttribute("back", "/outbox");
        model.addAttribute("decides", true);
        return "notice";
    }

    @PostMapping("/outbox/{id}/send-again")
    String sendAgain(@PathVariable UUID id, @CurrentActor Actor actor) {
        desk.sendAgain(id, actor);
        return "redirect:/outbox/" + id;
    }

    @PostMapping("/outbox/{id}/arrived")
    String arrived(@PathVariable UUID id, @CurrentActor Actor actor) {
        desk.arrived(id, actor);
        return "redirect:/outbox/" + id;
    }

    @GetMapping("/cases/{number}/notices")
    String ofCase(@PathVariable CaseNumber number, @CurrentActor Actor actor, Model model) {
        model.addAttribute("notices", desk.ofCase(number, actor));
        model.addAttribute("caseNumber", number.value());
        return "case-notices";
    }

    @GetMapping("/cases/{number}/notices/{id}")
    String oneOfCase(@PathVariable CaseNumber number, @PathVariable UUID id, @CurrentActor Actor actor, Model model) {
        model.addAttribute("notice", desk.oneOfCase(number, id, actor));
        model.addAttribute("back", "/cases/" + number + "/notices");
        model.addAttribute("decides", false);
        return "notice";
    }
}
