package io.crossgov.hiring.access;

import io.crossgov.hiring.common.OurFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The last to hear of a failure that nobody answers. It is logged here once, in our words: Tomcat would write the failure's own into its
 * message, and with them whatever people had entered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FailureFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ClientAbortException gone) {
            LOG.debug("{} {}: whoever asked did not wait for the answer", request.getMethod(), request.getRequestURI());
        } catch (BadRequestException broken) {
            // The body does not come in the pieces it was announced in; Tomcat has nothing more to read or to say on
            // this connection.
            LOG.debug("{} {}: the body breaks off", request.getMethod(), request.getRequestURI());
            if (!response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        } catch (ServletException | IOException | RuntimeException failure) {
            var answer = OurFailure.of(failure);
            log(request, failure, answer);
            if (response.isCommitted()) {
                // The connection has to break off, or half an answer would look whole.
                throw new ServletException("the answer broke off");
            }
            response.resetBuffer();
            ProgramRefusals.turnedAway(request, response, answer.status().value(), answer.sentence());
        }
    }

    /** A full disk fails every request: one line each is enough to see it. */
    private static void log(HttpServletRequest request, Exception failure, OurFailure answer) {
        if (answer.isFullDisk()) {
            LOG.error("{} {} failed: the disk is full.", request.getMethod(), request.getRequestURI());
        } else {
            LOG.error("{} {} failed.", request.getMethod(), request.getRequestURI(), failure);
        }
    }
}
