package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one sign-in page in front of Tasklist, Cockpit, our pages and the API. The form's POST belongs to the security chain. */
@Controller
class SignInController {

    private static final List<String> NO_MATCH = List.of(
            DirectorySignIn.NO_MATCH, "After several wrong passwords, no more are looked at for a few minutes.");

    private static final List<String> OLD_PAGE = List.of(
            "The page was older than your last sign-in or sign-out here, so your password was not looked at.",
            "Please enter it again.");

    private final SessionLimits limits;
    private final Clock clock;

    SignInController(SessionLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What came of the last try, or how the last session ended, is told from what this browser has kept; the address only says what to
     * tell of, and nobody is told what did not happen. Which page to go on to stands in the address, too: see {@link WayBack}.
     *
     * @param error present after a try that did not succeed
     * @param signedOut present when a person has signed out
     */
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String signedOut,
            HttpServletRequest request,
            Model model) {
        if (model.getAttribute("actor") != null) {
            return "redirect:" + WayBack.orStart(request);
        }
        var back = WayBack.in(request);
        model.addAttribute("to", back.map(WayBack::address).orElse(null));
        if (error != null) {
            RefusedSignIn.until(request).map(this::refused).ifPresent(told -> model.addAttribute("refused", told));
            model.addAttribute("name", RefusedSignIn.name(request).orElse(null));
        } else {
            SessionEnd.of(request)
                    .filter(end -> end != SessionEnd.SIGNED_OUT || signedOut != null)
                    .map(end -> end.sentence(limits))
                    .or(() -> back.map(page -> "Please sign in to go on to " + page.inWords() + "."))
                    .ifPresent(why -> model.addAttribute("why", why));
        }
        return "sign-in";
    }

    /** Null when there was a pause that is over. */
    private List<String> refused(Instant until) {
        var now = clock.instant();
        if (until.equals(RefusedSignIn.OLD_PAGE)) {
            return OLD_PAGE;
        }
        if (until.equals(RefusedSignIn.LOOKED_AT)) {
            return NO_MATCH;
        }
        return until.isAfter(now) ? List.of(PasswordCheck.whenAgain(Duration.between(now, until))) : null;
    }
}
