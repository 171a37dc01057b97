package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page how long its session lasts, so that it can warn before the end; asking counts only if a person is at the page. */
@RestController
class SessionController {

    /**
     * What is left of a session.
     *
     * @param seconds until it ends, if nothing more is done
     * @param canStay whether doing something makes it longer
     * @param roles of the person, by their ids, for pages that show less to some
     */
    record Left(long seconds, boolean canStay, List<String> roles) {}

    private final SessionLimits limits;
    private final Clock clock;

    SessionController(SessionLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** @return 204 for who signs in anew with each request, as scripts do */
    @GetMapping("/session")
    ResponseEntity<Left> left(HttpServletRequest request, @CurrentActor Actor actor) {
        return SessionTimeFilter.time(request)
                .map(time -> ResponseEntity.ok(new Left(
                        time.left(limits, clock.instant()).toSeconds(),
                        !time.isLastStretch(limits),
                        actor.roles().stream().sorted().map(Role::groupId).toList())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
