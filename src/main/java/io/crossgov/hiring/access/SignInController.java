package io.crossgov.hiring.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one sign-in page in front of Tasklist, Cockpit, our pages and the API. The form's POST belongs to the security chain. */
@Controller
class SignInController {

    /** @param error present after a wrong user name or password, or while too many wrong passwords keep the sign-in locked */
    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) String error, Model model) {
        if (model.getAttribute("actor") != null) {
            return "redirect:/";
        }
        model.addAttribute("failed", error != null);
        return "sign-in";
    }
}
