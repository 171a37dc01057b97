package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that leads nowhere: a page for people in a browser. Programs get problem details (RFC 9457) as for everything else. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LostPageAdvice {

    private final PageAdvice pages;

    LostPageAdvice(PageAdvice pages) {
        this.pages = pages;
    }

    @ExceptionHandler(NoResourceFoundException.class)
    Object lost(
            @AuthenticationPrincipal(expression = PageAdvice.ACTOR_OR_NOBODY) Actor actor, HttpServletRequest request) {
        if (!isBrowser(request)) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
        var page = new ModelAndView("error", HttpStatus.NOT_FOUND);
        return page.addObject("actor", actor)
                .addObject("page", pages.page(request))
                .addObject("status", HttpStatus.NOT_FOUND.value());
    }

    /** Whether a page is asked for by name: a script that takes anything is better served with problem details. */
    static boolean isBrowser(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
