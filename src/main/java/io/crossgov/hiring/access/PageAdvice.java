package io.crossgov.hiring.access;

import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What the layout of every page needs to know, and refusals said on a page instead of as problem details. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageAdvice {

    /** An anonymous visitor's principal is a text; only a signed-in person has an actor behind it. */
    static final String ACTOR_OR_NOBODY = "#root instanceof T(String) ? null : actor";

    @ModelAttribute("actor")
    Actor actor(@AuthenticationPrincipal(expression = ACTOR_OR_NOBODY) Actor actor) {
        return actor;
    }

    /** Path of the page, for the navigation to mark where the person is. */
    @ModelAttribute("page")
    String page(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    @ExceptionHandler
    ModelAndView refused(
            Refusal refusal,
            @AuthenticationPrincipal(expression = ACTOR_OR_NOBODY) Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(refusal, actor, request, response);
    }

    /** A page that does not take the second one's answers back itself says at least that somebody was first. */
    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ModelAndView overtaken(
            DataAccessException failure,
            @AuthenticationPrincipal(expression = ACTOR_OR_NOBODY) Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        return page(LostRace.in(failure).orElseThrow(() -> failure), actor, request, response);
    }

    private ModelAndView page(Refusal refusal, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        return new ModelAndView("error")
                .addObject("actor", actor)
                .addObject("page", page(request))
                .addObject("status", refusal.kind().status())
                .addObject("sentence", refusal.sentence());
    }
}
