package io.crossgov.hiring.agency;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.SignInTried;
import io.crossgov.hiring.access.SignedInPerson;
import io.crossgov.hiring.audit.DecisionLog;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who came in, who did not, and from where, on a chain of the audit (L20). Passwords and names that nobody has are not kept. */
@Component
class SignInRecord {

    /** Stream of sign-ins and passwords. */
    static final String STREAM = "SIGN-IN";

    private static final Actor NOBODY_KNOWN = new Actor("unknown", "Somebody unknown", "", "", Set.of());

    private final DecisionLog audit;

    SignInRecord(DecisionLog audit) {
        this.audit = audit;
    }

    @EventListener
    @Transactional
    public void on(SignInTried tried) {
        record(
                tried.person().orElse(NOBODY_KNOWN),
                "sign-in-refused",
                tried.closed()
                        ? "Gave a wrong password too often: no more are looked at from this address for a while."
                        : "Gave a wrong password or a name that nobody has.",
                tried.address());
    }

    /** By the form; a script shows its password with each request and comes in each time. */
    @EventListener
    @Transactional
    public void on(InteractiveAuthenticationSuccessEvent success) {
        var in = success.getAuthentication();
        if (in.getPrincipal() instanceof SignedInPerson person) {
            record(
                    person.actor(),
                    "sign-in",
                    "Signed in.",
                    in.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "-");
        }
    }

    private void record(Actor who, String kind, String sentence, String address) {
        audit.record(new DecisionLog.Entry(STREAM, who, kind, sentence, null, Map.of("address", address)));
    }
}
