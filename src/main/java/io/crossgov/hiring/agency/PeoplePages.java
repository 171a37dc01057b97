package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page {@code /people}: everybody who signs in, for OPM staff, who help whoever has lost a password. */
@Controller
class PeoplePages {

    private final People people;
    private final Passwords passwords;

    PeoplePages(People people, Passwords passwords) {
        this.people = people;
        this.passwords = passwords;
    }

    @GetMapping("/people")
    String list(@CurrentActor Actor actor, Model model) {
        SetUp.mustBeOpm(actor);
        model.addAttribute(
                "people",
                people.all().stream()
                        .sorted(Comparator.comparing(Person::agency).thenComparing(Person::name))
                        .toList());
        return "people";
    }

    /** Where the form was sent to, asked for again: back to the page that has it. */
    @GetMapping("/people/{id}/password")
    String backToPeople() {
        return "redirect:/people";
    }

    /** The password stands in this answer and nowhere else. */
    @PostMapping("/people/{id}/password")
    String reset(@PathVariable String id, @CurrentActor Actor actor, Model model, HttpServletResponse response) {
        try {
            model.addAttribute("oneTimePassword", passwords.reset(id, actor));
            model.addAttribute("given", people.byId(id));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("refusal", refusal.sentence());
        }
        return list(actor, model);
    }
}
