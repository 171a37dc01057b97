package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
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
        PLACES.put("/pools/", "pool %s");
        PLACES.put("/pools", "the pools");
        PLACES.put("/outbox", "the outbox");
        PLACES.put("/swagger-ui", "the description of the API");
    }

    private final SessionLimits limits;

    SignInController(SessionLimits limits) {
        this.limits = limits;
    }

    /**
     * @param error present after a wrong user name or password
     * @param wait in how many minutes a password is looked at again, after too many wrong ones
     * @param signedOut present when a person has signed out
     */
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) Integer wait,
            @RequestParam(required = false) String signedOut,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (model.getAttribute("actor") != null) {
            return "redirect:/";
        }
        model.addAttribute("failed", error != null);
        model.addAttribute("wait", wait);
        model.addAttribute("name", error == null ? null : NameTyped.of(request).orElse(null));
        if (signedOut != null) {
            model.addAttribute("why", "You signed out.");
        } else if (error == null) {
            SessionTimeFilter.why(request)
                    .map(end -> end.sentence(limits))
                    .or(() -> askedFor(request, response).map(place -> "Please sign in to go on to " + place + "."))
                    .ifPresent(why -> model.addAttribute("why", why));
        }
        return "sign-in";
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
