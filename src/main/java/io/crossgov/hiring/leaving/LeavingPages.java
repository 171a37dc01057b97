package io.crossgov.hiring.leaving;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.PageFaults;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.Violations;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.pool.Pools;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page {@code /pools/{announcement}/withdrawals}: who asks to leave the pool, who left, and what OPM decides of it (L9). */
@Controller
class LeavingPages {

    /** What OPM decides, by the name of its form, and the fields of the form. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "confirmation",
            List.of("confirmed"),
            "refusal",
            List.of("reason", "ownWord"),
            "undoing",
            List.of("reason", "how"));

    private final LeavingList list;
    private final LeavingDecisions decisions;
    private final Pools pools;
    private final Validator validator;

    LeavingPages(LeavingList list, LeavingDecisions decisions, Pools pools, Validator validator) {
        this.list = list;
        this.decisions = decisions;
        this.pools = pools;
        this.validator = validator;
    }

    @GetMapping("/pools/{announcement}/withdrawals")
    String all(@CurrentActor Actor actor, @PathVariable String announcement, Model model) {
        return show(actor, Pools.named(announcement), model);
    }

    /** Where a form was sent to, asked for again: back to the page that has it. */
    @GetMapping({
        "/pools/{announcement}/withdrawals/{id}/confirmation",
        "/pools/{announcement}/withdrawals/{id}/refusal",
        "/pools/{announcement}/withdrawals/{id}/undoing"
    })
    String back() {
        return "redirect:/pools/{announcement}/withdrawals";
    }

    @PostMapping("/pools/{announcement}/withdrawals/{id}/confirmation")
    String confirm(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @PathVariable UUID id,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var pool = Pools.named(announcement);
        return decide("confirmation", id, actor, pool, entered, model, response, next, () -> {
            if (!"true".equals(entered.get("confirmed"))) {
                throw Refusal.byRule(
                        "L9",
                        "confirmed",
                        "Confirm that you read what the candidate wrote, and that it says so of all agencies.");
            }
            return "The candidate with applicant number " + decisions.confirm(pool, id, actor)
                    + " has withdrawn from all agencies. The candidate is told, and so is every other agency that has written to the candidate or elected him or her.";
        });
    }

    @PostMapping("/pools/{announcement}/withdrawals/{id}/refusal")
    String refuse(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @PathVariable UUID id,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var pool = Pools.named(announcement);
        return decide("refusal", id, actor, pool, entered, model, response, next, () -> {
            var refusing = complete(new LeavingEntries.Refusing(lines("reason", entered), yesOrNo("ownWord", entered)));
            return "Not confirmed: the candidate with applicant number "
                    + decisions.refuse(pool, id, refusing, actor)
                    + (refusing.ownWord().isYes()
                            ? " stays available to the other agencies."
                            : " stays available to all agencies, and nothing shows any more that the candidate declined.");
        });
    }

    @PostMapping("/pools/{announcement}/withdrawals/{id}/undoing")
    String undo(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @PathVariable UUID id,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var pool = Pools.named(announcement);
        return decide("undoing", id, actor, pool, entered, model, response, next, () -> {
            var undoing = complete(new LeavingEntries.Undoing(lines("reason", entered), lines("how", entered)));
            return "The candidate with applicant number "
                    + decisions.undo(pool, id, undoing.reason(), undoing.how(), actor)
                    + " is available to all agencies again. Selections and offers that ended stay ended.";
        });
    }

    /** @param decision answers with what is true now, in words */
    private String decide(
            String form,
            UUID id,
            Actor actor,
            AnnouncementNumber pool,
            Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Supplier<String> decision) {
        Pools.mustBeOpm(actor);
        pools.byAnnouncement(pool);
        try {
            PageFaults.mustBeFieldsOf(FIELDS.get(form), entered.keySet());
            next.addFlashAttribute("done", decision.get());
            return "redirect:/pools/" + pool + "/withdrawals";
        } catch (Refusal refusal) {
            refuse(form, id, refusal, model, response);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException failure) {
            refuse(form, id, LostRace.in(failure).orElseThrow(() -> failure), model, response);
        }
        var typed = new HashMap<String, String>();
        FIELDS.get(form).forEach(field -> typed.put(form + "-" + field + "-" + id, entered.get(field)));
        model.addAttribute("typed", typed);
        return show(actor, pool, model);
    }

    private static void refuse(String form, UUID id, Refusal refusal, Model model, HttpServletResponse response) {
        var fields = FIELDS.get(form);
        PageFaults.show(
                refusal,
                form + "-" + id,
                field -> form + "-" + (field != null && fields.contains(field) ? field : fields.get(0)) + "-" + id,
                model,
                response);
    }

    private String show(Actor actor, AnnouncementNumber announcement, Model model) {
        Pools.mustBeOpm(actor);
        var pool = pools.byAnnouncement(announcement);
        var open = list.of(pool.announcement(), List.of(LeavingState.OPEN), actor);
        var confirmed = list.of(pool.announcement(), List.of(LeavingState.CONFIRMED), actor);
        model.addAttribute("pool", pool);
        model.addAttribute("open", open);
        model.addAttribute("moreOpen", open.size() == LeavingList.MOST);
        model.addAttribute(
                "undoable", confirmed.stream().filter(LeavingView::mayUndo).toList());
        model.addAttribute(
                "left", confirmed.stream().filter(each -> !each.mayUndo()).toList());
        model.addAttribute(
                "others",
                list.of(
                        pool.announcement(),
                        List.of(LeavingState.REFUSED, LeavingState.NOT_OWN_WORD, LeavingState.UNDONE),
                        actor));
        if (!model.containsAttribute(PageFaults.WRONG)) {
            model.addAttribute(PageFaults.WRONG, Map.of());
        }
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        return "pool-withdrawals";
    }

    /** The same demands as over the API. */
    private <T> T complete(T decision) {
        var faults = new Faults();
        faults.addAll(Violations.faults(validator.validate(decision)));
        faults.refuseInOrderOf(decision.getClass());
        return decision;
    }

    /** Null while neither is chosen. */
    private static YesNo yesOrNo(String field, Map<String, String> entered) {
        return Arrays.stream(YesNo.values())
                .filter(answer -> answer.name().equals(entered.get(field)))
                .findFirst()
                .orElse(null);
    }

    private static String lines(String field, Map<String, String> entered) {
        var text = entered.get(field);
        return text == null ? "" : PlainText.lines(field, text);
    }
}
