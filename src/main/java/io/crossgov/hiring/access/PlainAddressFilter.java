package io.crossgov.hiring.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no program of good will sends, before anything reads it: an address in any spelling but the plain one (doubled slashes,
 * dots, parameters, encoded slashes, encoded letters), a header with control characters, a body of no particular type, and one that is too large. The security chain has the same firewall, but
 * behind a filter that fails on such an address below Camunda's own servlets, and letters written as %61 pass it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PlainAddressFilter extends OncePerRequestFilter {

    /** Letters, digits, hyphen, dot, underscore and tilde: RFC 3986 has nobody write them encoded. */
    private static final Pattern NEEDLESSLY_ENCODED =
            Pattern.compile("%(2[dDeE]|3[0-9]|4[1-9a-fA-F]|5[0-9aA]|5[fF]|6[1-9a-fA-F]|7[0-9aA]|7[eE])");

    private static final Pattern ENCODING = Pattern.compile(";\\s*charset=[^;]*", Pattern.CASE_INSENSITIVE);

    private static final String SIGN_IN = "/sign-in";

    private final HttpFirewall firewall = new StrictHttpFirewall();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isPlain(request)) {
            ProgramRefusals.turnedAway(
                    request, response, HttpServletResponse.SC_BAD_REQUEST, "Write the address plainly.");
        } else if (!hasPlainHeaders(request)) {
            ProgramRefusals.turnedAway(
                    request, response, HttpServletResponse.SC_BAD_REQUEST, "Write the headers plainly.");
        } else if (!hasClearType(request)) {
            ProgramRefusals.turnedAway(
                    request,
                    response,
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    namesEncoding(request)
                            ? "This encoding (charset in Content-Type) is not known here. UTF-8 always is."
                            : "Say of which type the content is (Content-Type), for example application/json.");
        } else if (SIGN_IN.equals(request.getServletPath()) && PlainTextFilter.isUpload(request)) {
            // Asked for the name, Tomcat would write all that is sent to the disk, for anybody.
            ProgramRefusals.turnedAway(
                    request,
                    response,
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "Signing in takes a name and a password, and no files.");
        } else if (BodyLimitFilter.saysTooLarge(request)) {
            BodyLimitFilter.refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isPlain(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
            return !NEEDLESSLY_ENCODED.matcher(request.getRequestURI()).find();
        } catch (RequestRejectedException notPlain) {
            return false;
        }
    }

    /** The firewall of the security chain looks at a header when somebody reads it, which is too late for a good answer. */
    private static boolean hasPlainHeaders(HttpServletRequest request) {
        for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
            for (var values = request.getHeaders(names.nextElement()); values.hasMoreElements(); ) {
                if (values.nextElement().chars().anyMatch(each -> Character.isISOControl(each) && each != '\t')) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether all is clear but for the encoding. */
    private static boolean namesEncoding(HttpServletRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var encoding = ENCODING.matcher(type);
        try {
            return encoding.find()
                    && MimeTypeUtils.parseMimeType(encoding.replaceFirst("")).isConcrete();
        } catch (InvalidMimeTypeException unreadable) {
            return false;
        }
    }

    /** One type without wildcards; for parts of a form, with the boundary between them. */
    private static boolean hasClearType(HttpServletRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || type.isBlank()) {
            return true;
        }
        try {
            var media = MediaType.parseMediaType(type);
            return media.isConcrete()
                    && (!"multipart".equals(media.getType()) || media.getParameter("boundary") != null);
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
