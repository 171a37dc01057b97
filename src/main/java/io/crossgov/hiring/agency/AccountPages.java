package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Account;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.OwnSession;
import io.crossgov.hiring.common.PageFaults;
import io.crossgov.hiring.common.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page {@code /account}: who one is here, and one's own password. */
@Controller
class AccountPages {

    private final Passwords passwords;
    private final Directory directory;
    private final OwnSession session;

    AccountPages(Passwords passwords, Directory directory, OwnSession session) {
        this.passwords = passwords;
        this.directory = directory;
        this.session = session;
    }

    @GetMapping("/account")
    String account(@CurrentActor Actor actor, Model model) {
        if (!model.containsAttribute(PageFaults.WRONG)) {
            model.addAttribute(PageFaults.WRONG, Map.of());
        }
        model.addAttribute("rules", Passwords.RULES);
        model.addAttribute(
                "mustChoose",
                directory.account(actor.userId()).map(Account::oneTimePassword).orElse(false));
        return "account";
    }

    /** Where the form was sent to, asked for again: back to the page that has it. */
    @GetMapping("/account/password")
    String backToAccount() {
        return "redirect:/account";
    }

    /** What was entered is not shown again: it is passwords. */
    @PostMapping("/account/password")
    String choose(
            @CurrentActor Actor actor,
            @RequestParam(required = false) String current,
            @RequestParam(required = false) String chosen,
            @RequestParam(required = false) String again,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            passwords.choose(actor, current, chosen, again, request.getRemoteAddr());
        } catch (Refusal refusal) {
            PageFaults.show(refusal, "password", field -> field == null ? "current" : field, model, response);
            return account(actor, model);
        }
        session.goesOn(request, response);
        next.addFlashAttribute(
                "done", "Your password is changed. Wherever else you were signed in, you are signed out.");
        return "redirect:/account";
    }
}
