package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

    @ExceptionHandler(exception = NoResourceFoundException.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView lost(
            @AuthenticationPrincipal(expression = PageAdvice.ACTOR_OR_NOBODY) Actor actor, HttpServletRequest request) {
        var page = new ModelAndView("error", HttpStatus.NOT_FOUND);
        return page.addObject("actor", actor)
                .addObject("page", pages.page(request))
                .addObject("status", HttpStatus.NOT_FOUND.value());
    }
}
