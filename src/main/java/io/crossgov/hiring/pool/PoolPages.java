package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.PageFaults;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.TypedDay;
import io.crossgov.hiring.common.TypedWords;
import io.crossgov.hiring.common.Violations;
import io.crossgov.hiring.law.Rating;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages {@code /pools} and {@code /pools/{announcement}}: everybody reads them (L1), OPM staff decide there. */
@Controller
class PoolPages {

    /** What OPM decides about a pool, by the name of its form, and the fields of the form; a refusal that names none stands at the first. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "extension", List.of("lastDay", "reason"),
            "referral", List.of("downTo", "reason"),
            "cut-off", List.of("lowest", "reason"),
            "audit", List.of("closedAndAuditedOn"),
            "displaced", List.of("cleared", "reason"),
            "withdrawal", List.of("applicantNumber", "reason", "how", "confirmed"));

    /** A pool's chain holds a row for each file that was taken, too: only what OPM decided about the pool is shown. */
    private static final Set<String> DECISIONS = Set.of(
            "save-pool",
            "extend-pool",
            "extend-reserved-days",
            "refer-lower-category",
            "set-cut-off",
            "close-and-audit",
            "clear-displaced-employees",
            "withdraw-candidate-from-all",
            "confirm-leaving-pool",
            "refuse-leaving-pool",
            "undo-leaving-pool");

    private static final int LONG = 1000;
    private static final int PAGE_SIZE = 25;
    private static final int MOST_SHOWN = 100;

    private static final Pattern SCORE = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");

    private final Pools pools;
    private final PoolList list;
    private final Candidates candidates;
    private final CandidateWithdrawals withdrawals;
    private final DecisionLog decisions;
    private final Validator validator;
    private final OfficeClock clock;

    PoolPages(
            Pools pools,
            PoolList list,
            Candidates candidates,
            CandidateWithdrawals withdrawals,
            DecisionLog decisions,
            Validator validator,
            OfficeClock clock) {
        this.pools = pools;
        this.list = list;
        this.candidates = candidates;
        this.withdrawals = withdrawals;
        this.decisions = decisions;
        this.validator = validator;
        this.clock = clock;
    }

    @GetMapping("/pools")
    String all(
            @RequestParam(required = false) String words,
            @RequestParam(defaultValue = "0") int at,
            @RequestParam(required = false) String before,
            @RequestParam(required = false) String after,
            Model model) {
        var found = list.of(new PoolList.Wanted(TypedWords.of(words, model), at, PAGE_SIZE, pool(before), pool(after)));
        model.addAttribute("found", found);
        model.addAttribute(
                "pools",
                found.pools().stream()
                        .map(pool -> new PoolOnPage(pool, clock.today()))
                        .toList());
        return "pools";
    }

    private static AnnouncementNumber pool(String announcement) {
        return text(announcement).isEmpty() ? null : Pools.named(announcement);
    }

    @GetMapping("/pools/{announcement}")
    String one(@CurrentActor Actor actor, @PathVariable String announcement, Model model) {
        return show(actor, Pools.named(announcement), model);
    }

    /** Where a form was sent to, asked for again: back to the page that has it. */
    @GetMapping({
        "/pools/{announcement}/extension",
        "/pools/{announcement}/referral",
        "/pools/{announcement}/cut-off",
        "/pools/{announcement}/audit",
        "/pools/{announcement}/displaced",
        "/pools/{announcement}/withdrawal"
    })
    String backToPool() {
        return "redirect:/pools/{announcement}";
    }

    @PostMapping("/pools/{announcement}/extension")
    String extend(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decide("extension", actor, announcement, entered, model, response, next, pool -> {
            var faults = new Faults();
            var lastDay = faults.ask(() -> TypedDay.of("lastDay", entered.get("lastDay")))
                    .orElse(null);
            var extension = complete(new PoolController.Extension(lastDay, reason(entered)), faults);
            var extended = pools.extend(actor, pool, extension.lastDay(), extension.reason());
            return "Selections can now be made until "
                    + Dates.inWords(extended.window().lastDay()) + ".";
        });
    }

    @PostMapping("/pools/{announcement}/referral")
    String refer(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decide("referral", actor, announcement, entered, model, response, next, pool -> {
            var faults = new Faults();
            var downTo = faults.ask(() -> category(entered.get("downTo"))).orElse(null);
            var lower = complete(new PoolController.LowerCategory(downTo, reason(entered)), faults);
            pools.referDownTo(actor, pool, lower.downTo(), lower.reason());
            return "Candidates are now referred down to " + lower.downTo().title()
                    + ". Every agency with access to this pool is told.";
        });
    }

    @PostMapping("/pools/{announcement}/cut-off")
    String cutOff(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decide("cut-off", actor, announcement, entered, model, response, next, pool -> {
            var faults = new Faults();
            var lowest = faults.ask(() -> score(entered.get("lowest"))).orElse(null);
            var cutOff = complete(new PoolController.CutOff(lowest, reason(entered)), faults);
            pools.cutOff(actor, pool, cutOff.lowest(), cutOff.reason());
            return "Candidates are now referred down to the score " + PoolOnPage.inWords(cutOff.lowest()) + ".";
        });
    }

    @PostMapping("/pools/{announcement}/audit")
    String closedAndAudited(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decide("audit", actor, announcement, entered, model, response, next, pool -> {
            var on = TypedDay.of("closedAndAuditedOn", entered.get("closedAndAuditedOn"));
            if (on == null) {
                throw Refusal.invalid(
                        "closedAndAuditedOn", "Enter the day on which the certificate was closed and audited.");
            }
            pools.closedAndAudited(actor, pool, on);
            return "Other agencies can get access to this certificate now.";
        });
    }

    @PostMapping("/pools/{announcement}/displaced")
    String displaced(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decide("displaced", actor, announcement, entered, model, response, next, pool -> {
            pools.displacedEmployees(actor, pool, whyNotCleared(entered));
            return "Agencies can get access to this pool now.";
        });
    }

    /** Null when they are cleared. */
    private static String whyNotCleared(Map<String, String> entered) {
        var cleared = "YES".equals(entered.get("cleared"));
        if (!cleared && !"NO".equals(entered.get("cleared"))) {
            throw Refusal.invalid("cleared", "Choose whether displaced employees are cleared.");
        }
        var reason = reason(entered);
        if (cleared) {
            return null;
        }
        if (reason.isEmpty()) {
            throw Refusal.invalid(
                    "reason", "Say why agencies get access although displaced employees are not cleared.");
        }
        if (reason.length() > LONG) {
            throw Refusal.invalid("reason", "The reason has at most 1000 characters.");
        }
        return reason;
    }

    @PostMapping("/pools/{announcement}/withdrawal")
    String withdraw(
            @CurrentActor Actor actor,
            @PathVariable String announcement,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decide("withdrawal", actor, announcement, entered, model, response, next, pool -> {
            var applicantNumber = text(entered.get("applicantNumber"));
            var withdrawal = new PoolCandidatesController.Withdrawal(reason(entered), lines("how", entered), null);
            var faults = new Faults();
            if (applicantNumber.isEmpty()) {
                faults.add("applicantNumber", "Enter the applicant number of the candidate who withdraws.");
            }
            faults.addAll(Violations.faults(validator.validate(withdrawal)));
            if (!"true".equals(entered.get("confirmed"))) {
                faults.addByRule(
                        "L9",
                        "confirmed",
                        "Confirm that the candidate withdraws from all agencies. One who declined one agency only is"
                                + " recorded in that agency's case.");
            }
            faults.refuse();
            var candidate = withdrawals.withdraw(actor, pool, applicantNumber, withdrawal.reason(), withdrawal.how());
            return "The candidate with applicant number " + candidate.applicantNumber()
                    + " has withdrawn from all agencies. The candidate and those that were in touch with the candidate are told.";
        });
    }

    /**
     * Does what a form asks for and goes back to the page, or shows the page with what was typed and why nothing was done.
     *
     * @param decision answers with what is true now, in words
     */
    private String decide(
            String form,
            Actor actor,
            String announcement,
            Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Function<AnnouncementNumber, String> decision) {
        Pools.mustBeOpm(actor);
        var number = pools.byAnnouncement(Pools.named(announcement)).announcement();
        try {
            PageFaults.mustBeFieldsOf(FIELDS.get(form), entered.keySet());
            next.addFlashAttribute("done", decision.apply(number));
            return "redirect:/pools/" + number;
        } catch (Refusal refusal) {
            refuse(form, refusal, model, response);
        } catch (ConcurrencyFailureException | DataIntegrityViolationException failure) {
            refuse(form, LostRace.in(failure).orElseThrow(() -> failure), model, response);
        }
        var typed = new HashMap<String, String>();
        FIELDS.get(form).forEach(field -> typed.put(form + "-" + field, entered.get(field)));
        model.addAttribute("typed", typed);
        return show(actor, number, model);
    }

    private static void refuse(String form, Refusal refusal, Model model, HttpServletResponse response) {
        var fields = FIELDS.get(form);
        PageFaults.show(
                refusal,
                form,
                field -> form + "-" + (field != null && fields.contains(field) ? field : fields.get(0)),
                model,
                response);
    }

    private String show(Actor actor, AnnouncementNumber announcement, Model model) {
        var shown = new PoolOnPage(pools.whole(announcement), clock.today());
        model.addAttribute("shown", shown);
        if (!model.containsAttribute(PageFaults.WRONG)) {
            model.addAttribute(PageFaults.WRONG, Map.of());
        }
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        if (actor.isOpmStaff()) {
            model.addAttribute("candidates", candidates.count(announcement));
            model.addAttribute(
                    "faultOfCutOff", pools.faultOfCutOff(shown.pool()).orElse(null));
            model.addAttribute(
                    "fixedCutOff",
                    pools.fixedCutOff(shown.pool()).map(PoolOnPage::inWords).orElse(null));
            model.addAttribute("decisions", decisions.latest(announcement.value(), DECISIONS, MOST_SHOWN));
        }
        return "pool";
    }

    /** The same demands as over the API, with what could not be read before. */
    private <T> T complete(T decision, Faults unreadable) {
        unreadable.addAll(Violations.faults(validator.validate(decision)).stream()
                .filter(fault -> !unreadable.isAt(fault.field()))
                .toList());
        unreadable.refuseInOrderOf(decision.getClass());
        return decision;
    }

    private static String text(String entered) {
        return entered == null ? "" : PlainText.of(entered);
    }

    private static String reason(Map<String, String> entered) {
        return lines("reason", entered);
    }

    private static String lines(String field, Map<String, String> entered) {
        var text = entered.get(field);
        return text == null ? "" : PlainText.lines(field, text);
    }

    private static Rating category(String entered) {
        return Arrays.stream(Rating.values())
                .filter(category -> category.name().equals(entered))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "downTo", "Choose the category down to which candidates are referred from now on."));
    }

    private static BigDecimal score(String entered) {
        var score = text(entered);
        if (score.isEmpty()) {
            return null;
        }
        if (!SCORE.matcher(score).matches()) {
            throw Refusal.invalid("lowest", "A score is a number from 0 to 999.99.");
        }
        return new BigDecimal(score);
    }
}
