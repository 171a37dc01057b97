package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.PageFaults;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.TypedDay;
import io.crossgov.hiring.common.Violations;
import io.crossgov.hiring.law.MergePolicy;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages {@code /agencies} and {@code /agencies/{code}}: what each agency decides for itself, kept by OPM staff. */
@Controller
class AgencyPages {

    private static final List<String> FIELDS = List.of(
            "name",
            "ratingPolicyReference",
            "ratingPolicyDate",
            "daysToAnswerOffer",
            "daysToRespond",
            "mergePolicy",
            "rplClearanceDays",
            "subAgencies",
            "delegatedExamining",
            "decidesOwnPassOvers");

    private static final List<String> SENT =
            Stream.concat(FIELDS.stream(), Stream.of("version")).toList();

    /** What people call each of them. */
    private static final Map<String, String> WORDS = Map.of(
            "name", "name",
            "ratingPolicyReference", "category rating policy",
            "ratingPolicyDate", "date of that policy",
            "daysToAnswerOffer", "days to answer an offer",
            "daysToRespond", "days to answer an inquiry",
            "mergePolicy", "merging",
            "rplClearanceDays", "days that a clearance holds",
            "subAgencies", "sub-agencies",
            "delegatedExamining", "delegated examining",
            "decidesOwnPassOvers", "decides itself about passing over");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,4}");

    private final Agencies agencies;
    private final Validator validator;

    AgencyPages(Agencies agencies, Validator validator) {
        this.agencies = agencies;
        this.validator = validator;
    }

    @GetMapping("/agencies")
    String all(@CurrentActor Actor actor, Model model) {
        SetUp.mustBeOpm(actor);
        model.addAttribute("agencies", agencies.all());
        return "agencies";
    }

    @GetMapping("/agencies/{code}")
    String one(@CurrentActor Actor actor, @PathVariable String code, Model model) {
        SetUp.mustBeOpm(actor);
        var agency = agencies.byCode(code);
        model.addAttribute("typed", asTyped(agency.details()));
        model.addAttribute(PageFaults.WRONG, Map.of());
        return show(agency, model);
    }

    /** Saves what the form says and goes back to it, or shows it with what was typed and why nothing was saved. */
    @PostMapping("/agencies/{code}")
    String save(
            @CurrentActor Actor actor,
            @PathVariable String code,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        SetUp.mustBeOpm(actor);
        var agency = agencies.byCode(code);
        try {
            PageFaults.mustBeFieldsOf(SENT, entered.keySet());
            var details = read(agency.code(), entered);
            mustBeSeen(agency, details, entered.get("version"));
            agencies.save(actor, details, agency.version());
            next.addFlashAttribute("done", "Saved. It holds for what is decided from now on.");
            return "redirect:/agencies/" + agency.code();
        } catch (Refusal refusal) {
            refuse(refusal, model, response);
        } catch (ConcurrencyFailureException failure) {
            refuse(LostRace.in(failure).orElseThrow(() -> failure), model, response);
        }
        model.addAttribute("typed", entered);
        return show(agency, model);
    }

    /**
     * Of two people who change an agency at once, the second reads what the first has saved and keeps what he or she typed.
     *
     * @param version of the agency that the page showed
     */
    private static void mustBeSeen(Agency agency, AgencyDetails details, String version) {
        if (!String.valueOf(agency.version()).equals(version)) {
            var saved = asTyped(agency.details());
            var typed = asTyped(details);
            var others = FIELDS.stream()
                    .filter(field -> !Objects.equals(PlainText.of(saved.get(field)), PlainText.of(typed.get(field))))
                    .map(field -> WORDS.get(field) + ": "
                            + (PlainText.isEmpty(saved.get(field)) ? "empty" : PlainText.of(saved.get(field))))
                    .collect(Collectors.joining("; "));
            throw Refusal.conflict(
                    "Somebody else saved this agency while you worked on it, so nothing of yours was saved yet."
                            + (others.isEmpty()
                                    ? ""
                                    : " Where it differs from what you typed, it says now: " + others + ".")
                            + " What you typed is still here: check it, then save again.");
        }
    }

    private static String show(Agency agency, Model model) {
        model.addAttribute("agency", agency);
        model.addAttribute("policies", MergePolicy.values());
        return "agency";
    }

    private static void refuse(Refusal refusal, Model model, HttpServletResponse response) {
        PageFaults.show(refusal, "agency", AgencyPages::fieldOf, model, response);
    }

    /** A sub-agency is wrong at the field that has them all. */
    private static String fieldOf(String answer) {
        var field = answer == null ? "" : answer.replaceAll("\\[.*", "");
        return FIELDS.contains(field) ? field : FIELDS.get(0);
    }

    private AgencyDetails read(String code, Map<String, String> entered) {
        var faults = new Faults();
        var details = new AgencyDetails(
                code,
                text(entered.get("name"), "name", faults),
                emptyAsNull(text(entered.get("ratingPolicyReference"), "ratingPolicyReference", faults)),
                faults.ask(() -> TypedDay.of("ratingPolicyDate", entered.get("ratingPolicyDate")))
                        .orElse(null),
                number(entered, "daysToAnswerOffer", faults),
                number(entered, "daysToRespond", faults),
                policy(entered.get("mergePolicy"), faults),
                number(entered, "rplClearanceDays", faults),
                faults.ask(() -> PlainText.lines("subAgencies", entered.getOrDefault("subAgencies", ""))
                                .lines()
                                .map(PlainText::of)
                                .filter(name -> !name.isEmpty())
                                .toList())
                        .orElse(List.of()),
                "true".equals(entered.get("delegatedExamining")),
                "true".equals(entered.get("decidesOwnPassOvers")));
        Violations.faults(validator.validate(details)).stream()
                .filter(fault -> !faults.isAt(fault.field()))
                .forEach(faults::add);
        faults.refuseInOrderOf(AgencyDetails.class);
        return details;
    }

    private static String text(String entered, String field, Faults faults) {
        return faults.ask(() -> PlainText.line(field, entered == null ? "" : entered))
                .orElse("");
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Nothing is not "as usual" here: the form shows the number that holds. */
    private static Integer number(Map<String, String> entered, String field, Faults faults) {
        var number = PlainText.of(entered.getOrDefault(field, ""));
        if (!WHOLE_NUMBER.matcher(number).matches()) {
            faults.add(field, "Enter a whole number of days.");
            return null;
        }
        return Integer.valueOf(number);
    }

    private static MergePolicy policy(String entered, Faults faults) {
        return Arrays.stream(MergePolicy.values())
                .filter(policy -> policy.name().equals(entered))
                .findFirst()
                .orElseGet(() -> {
                    faults.add("mergePolicy", "Say when the highest category is merged with the next one.");
                    return null;
                });
    }

    private static Map<String, String> asTyped(AgencyDetails details) {
        var typed = new HashMap<String, String>();
        typed.put("name", details.name());
        typed.put("ratingPolicyReference", details.ratingPolicyReference());
        typed.put(
                "ratingPolicyDate",
                details.ratingPolicyDate() == null ? null : TypedDay.inField(details.ratingPolicyDate()));
        typed.put("daysToAnswerOffer", details.daysToAnswerOffer().toString());
        typed.put("daysToRespond", details.daysToRespond().toString());
        typed.put("mergePolicy", details.mergePolicy().name());
        typed.put("rplClearanceDays", details.rplClearanceDays().toString());
        typed.put("subAgencies", String.join("\n", details.subAgencies()));
        typed.put("delegatedExamining", details.delegatedExamining().toString());
        typed.put("decidesOwnPassOvers", details.decidesOwnPassOvers().toString());
        return typed;
    }
}
