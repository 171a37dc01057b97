package io.crossgov.hiring.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions by what people do, not by what their pages ask for: Tasklist reads its list every few seconds, and would keep a session
 * alive at a desk that was left hours ago. A page marks what it asks for while nobody is at it; everything else counts. Stands in front
 * of everything that reads who is signed in.
 */
class SessionTimeFilter extends OncePerRequestFilter {

    /** On requests of a page that nobody has touched for a while. */
    static final String UNATTENDED = "X-XG-Unattended";

    private static final String TIME = SessionTime.class.getName();

    private static final int ENDED_AT_MOST = 10_000;

    private final SessionLimits limits;
    private final Clock clock;
    private final boolean secureCookies;

    /** How sessions ended, by their ids: of several requests one hears of the end, and its page may be gone before the answer is there. */
    private final Map<String, SessionEnd> ended = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SessionEnd> eldest) {
            return size() > ENDED_AT_MOST;
        }
    });

    SessionTimeFilter(SessionLimits limits, Clock clock, boolean secureCookies) {
        this.limits = limits;
        this.clock = clock;
        this.secureCookies = secureCookies;
    }

    /** The time of the running session, if somebody is signed in. */
    static Optional<SessionTime> time(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .filter(SessionTimeFilter::isSignedIn)
                .map(session -> (SessionTime) session.getAttribute(TIME));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var session = request.getSession(false);
            if (session != null && isSignedIn(session)) {
                keepTime(session, request, response);
            } else {
                tellAgain(request, response);
            }
        } catch (IllegalStateException endedMeanwhile) {
            // By another request of the same page.
            tellAgain(request, response);
        }
        chain.doFilter(request, response);
    }

    private void tellAgain(HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable(request.getRequestedSessionId())
                .map(ended::get)
                .ifPresent(end -> end.keep(response, limits.longest(), secureCookies));
    }

    private void keepTime(HttpSession session, HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        var time = (SessionTime) session.getAttribute(TIME);
        if (time == null) {
            session.setAttribute(TIME, SessionTime.begin(now));
            // The container counts every request; it only clears away what nobody comes back to.
            session.setMaxInactiveInterval((int) limits.longest().toSeconds());
            // Should nobody be there later to say why.
            SessionEnd.LOST.keep(response, limits.longest(), secureCookies);
            return;
        }
        var end = time.end(limits, now);
        if (end.isPresent()) {
            ended.put(session.getId(), end.get());
            session.invalidate();
            end.get().keep(response, limits.longest(), secureCookies);
        } else if (request.getHeader(UNATTENDED) == null) {
            session.setAttribute(TIME, time.done(now));
        }
    }

    private static boolean isSignedIn(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.isOne(request);
    }
}
