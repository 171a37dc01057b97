package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A request that is not understood: an address cut off in a mail, changed by hand, or opened again where only a form is sent to. A page
 * for people in a browser, in place of Spring's problem details and its words for programmers; our API's own refusals come first.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WrongAddressAdvice {

    private final PageAdvice pages;

    WrongAddressAdvice(PageAdvice pages) {
        this.pages = pages;
    }

    /** Part of the address names nothing that can be; what stands after "?" is merely wrong. */
    @ExceptionHandler
    Object unreadable(
            MethodArgumentTypeMismatchException wrong,
            @AuthenticationPrincipal(expression = PageAdvice.ACTOR_OR_NOBODY) Actor actor,
            HttpServletRequest request) {
        return wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                ? said(HttpStatus.NOT_FOUND, "There is nothing at this address.", actor, request)
                : said(
                        HttpStatus.BAD_REQUEST,
                        "\"" + wrong.getName() + "\" in the address has a value that cannot be read.",
                        actor,
                        request);
    }

    @ExceptionHandler
    Object incomplete(
            MissingServletRequestParameterException missing,
            @AuthenticationPrincipal(expression = PageAdvice.ACTOR_OR_NOBODY) Actor actor,
            HttpServletRequest request) {
        return said(
                HttpStatus.BAD_REQUEST,
                "\"" + missing.getParameterName() + "\" is missing in the address.",
                actor,
                request);
    }

    @ExceptionHandler
    Object notThisWay(
            HttpRequestMethodNotSupportedException other,
            @AuthenticationPrincipal(expression = PageAdvice.ACTOR_OR_NOBODY) Actor actor,
            HttpServletRequest request) {
        return said(
                HttpStatus.METHOD_NOT_ALLOWED, "This address does not take " + other.getMethod() + ".", actor, request);
    }

    /** The firewall looks at names of parts and parameters when they are read. */
    @ExceptionHandler
    Object notPlain(
            RequestRejectedException rejected,
            @AuthenticationPrincipal(expression = PageAdvice.ACTOR_OR_NOBODY) Actor actor,
            HttpServletRequest request) {
        return said(HttpStatus.BAD_REQUEST, "The request has a name or a header that cannot be read.", actor, request);
    }

    /** A body that does not come in the pieces it was announced in. */
    @ExceptionHandler
    Object brokenOff(
            BadRequestException broken,
            @AuthenticationPrincipal(expression = PageAdvice.ACTOR_OR_NOBODY) Actor actor,
            HttpServletRequest request) {
        return said(HttpStatus.BAD_REQUEST, "What was sent breaks off. Nothing was changed.", actor, request);
    }

    /** A browser that leaves a page gives up what it was still loading or sending: there is nobody to tell, and nothing was done. */
    @ExceptionHandler
    void givenUp(ClientAbortException nobodyListens, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
    }

    private Object said(HttpStatus status, String sentence, Actor actor, HttpServletRequest request) {
        if (ProgramRefusals.isForPrograms(request) || !LostPageAdvice.isBrowser(request)) {
            return ProblemDetail.forStatusAndDetail(status, sentence);
        }
        return new ModelAndView("error", status)
                .addObject("actor", actor)
                .addObject("page", pages.page(request))
                .addObject("status", status.value())
                .addObject("sentence", status == HttpStatus.BAD_REQUEST ? sentence : null);
    }
}
