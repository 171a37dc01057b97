package io.crossgov.hiring.common;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;

/** The last answer of our API, when it fails by a fault of its own: problem details like all others, with a plain sentence. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class FailureAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAdvice.class);

    private static final int FRAMES = 12;

    @ExceptionHandler(Exception.class)
    static ProblemDetail failed(Exception failure, HttpServletRequest request) {
        var answer = OurFailure.of(failure);
        if (answer.isFullDisk()) {
            LOG.error("The disk is full: nothing can be written until there is room on it.");
        } else {
            // Messages of failures hold values of rows, and addresses hold what people typed: neither belongs in a log.
            LOG.error(
                    "{} {} failed: {}",
                    request.getMethod(),
                    request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    withoutValues(failure));
        }
        return ProblemDetail.forStatusAndDetail(answer.status(), answer.sentence());
    }

    /** The kinds of failure from the outermost to its cause, and where that came from; one line, as all of the log. */
    private static String withoutValues(Throwable failure) {
        var chain = Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(FRAMES)
                .toList();
        var root = chain.get(chain.size() - 1);
        return chain.stream().map(each -> each.getClass().getName()).collect(Collectors.joining(" caused by "))
                + Arrays.stream(root.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> " at " + frame)
                        .collect(Collectors.joining());
    }
}
