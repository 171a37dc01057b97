package io.crossgov.hiring.start;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page {@code /law}: what the rules ask of people. A refusal that a rule explains leads to {@code /law#L14}. */
@Controller
class LawController {

    private final RuleBook book;

    LawController(RuleBook book) {
        this.book = book;
    }

    @GetMapping("/law")
    String rules(Model model) {
        model.addAttribute("rules", book.rules());
        return "law";
    }
}
