package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one sign-in page in front of Tasklist, Cockpit, our pages and the API. The form's POST belongs to the security chain. */
@Controller
class SignInController {

    /** How pages are called where a person is asked to sign in for them, by the beginning of their address. */
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("/camunda/app/tasklist/", "your tasks");
        PLACES.put("/camunda/app/cockpit/", "Cockpit");
        PLACES.put("/go/task", "your task");
        PLACES.put("/cases/", "case %s");
        PLACES.put("/cases", "the cases");
        PLACES.put("/pools/", "talent pool %s");
        PLACES.put("/pools", "the talent pools");
        PLACES.put("/outbox", "the outbox");
        PLACES.put("/swagger-ui", "the description of the API");
    }

    private static final List<String> NO_MATCH = List.of(
            DirectorySignIn.NO_MATCH, "After several wrong passwords, no more are looked at for a few minutes.");

    private final SessionLimits limits;
    private final Clock clock;

    SignInController(SessionLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What came of the last try, or how the last session ended, is told from what this browser has kept; the address only says what to
     * tell of, and nobody is told what did not happen.
     *
     * @param error present after a try that did not succeed
     * @param signedOut present when a person has signed out
     */
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String signedOut,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (model.getAttribute("actor") != null) {
            return "redirect:/";
        }
        if (error != null) {
            RefusedSignIn.until(request).map(this::refused).ifPresent(told -> model.addAttribute("refused", told));
            model.addAttribute("name", RefusedSignIn.name(request).orElse(null));
        } else {
            SessionEnd.of(request)
                    .filter(end -> end != SessionEnd.SIGNED_OUT || signedOut != null)
                    .map(end -> end.sentence(limits))
                    .or(() -> askedFor(request, response).map(place -> "Please sign in to go on to " + place + "."))
                    .ifPresent(why -> model.addAttribute("why", why));
        }
        return "sign-in";
    }

    /** Null when there was a pause that is over. */
    private List<String> refused(Instant until) {
        var now = clock.instant();
        if (until.equals(RefusedSignIn.LOOKED_AT)) {
            return NO_MATCH;
        }
        return until.isAfter(now) ? List.of(PasswordCheck.whenAgain(Duration.between(now, until))) : null;
    }

    private static Optional<String> askedFor(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(new HttpSessionRequestCache().getRequest(request, response))
                .map(saved -> URI.create(saved.getRedirectUrl()).getPath())
                .flatMap(path -> PLACES.entrySet().stream()
                        .filter(place -> path.startsWith(place.getKey()))
                        .findFirst()
                        .map(place -> String.format(
                                Locale.ROOT,
                                place.getValue(),
                                path.substring(place.getKey().length()).split("/")[0])));
    }
}
