package io.crossgov.hiring.workflow.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The content security policy of Tasklist's and Cockpit's pages, with one nonce a request. The web apps' own filter keeps the nonce in
 * the servlet context, one for the whole server: while colleagues work, a page is written with the nonce of somebody else's request,
 * its browser runs none of its scripts, and it stays white. That filter's policy is off (see application.yaml); the page is still
 * written by the web apps, which find this request's nonce where they look for it.
 */
class WebAppPageFilter extends OncePerRequestFilter {

    private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

    /**
     * Scripts run by nonce, and what those load. AngularJS and forms compile expressions, which needs unsafe-eval, and set styles in
     * elements; popups and downloads are links to our own pages and files. A popup leaves the sandbox: a page that wants no foreign opener
     * is not shown inside one.
     */
    private static final String POLICY = "default-src 'self'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'none';"
            + " sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            + " allow-downloads allow-modals";

    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var nonce = nonce();
        response.setHeader("Content-Security-Policy", String.format(Locale.ROOT, POLICY, nonce));
        // The web apps count the page's length in UTF-8 and would write it in Latin-1.
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        chain.doFilter(new OfThisRequest(request, nonce), response);
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A request whose servlet context knows the nonce of this request, and is the shared one otherwise. */
    private static final class OfThisRequest extends HttpServletRequestWrapper {

        private final ServletContext context;

        OfThisRequest(HttpServletRequest request, String nonce) {
            super(request);
            var shared = request.getServletContext();
            context = (ServletContext) Proxy.newProxyInstance(
                    ServletContext.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (proxy, method, given) -> {
                        if (method.getName().equals("getAttribute") && NONCE.equals(given[0])) {
                            return nonce;
                        }
                        try {
                            return method.invoke(shared, given);
                        } catch (InvocationTargetException refused) {
                            throw refused.getCause();
                        }
                    });
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }
    }
}
