package io.crossgov.hiring.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Says in the log when people sign in through a server that does not tell their addresses. All of them come from one address then, and
 * {@link SignInLimits} would count anybody's wrong passwords against everybody: five for one name from anywhere would keep its owner out.
 */
@Component
@ConditionalOnProperty(name = "server.forward-headers-strategy", havingValue = "native")
class AddressBehindProxy implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(AddressBehindProxy.class);

    /** Engine valves run in the order they are added: Spring Boot adds the one that reads the forwarded headers before this. */
    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new OnSignIn());
    }

    private static final class OnSignIn extends ValveBase {

        private final AtomicBoolean told = new AtomicBoolean();

        OnSignIn() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (isSignIn(request) && isAddressOfBelievedServer(request) && told.compareAndSet(false, true)) {
                LOG.warn(
                        "Sign-ins come from {} without X-Forwarded-For. If the server that ends TLS has that address, let it"
                                + " send X-Forwarded-For: until then all people share one address, and a few wrong passwords"
                                + " of anybody keep out whoever owns the name.",
                        request.getRemoteAddr());
            }
            getNext().invoke(request, response);
        }

        private static boolean isSignIn(Request request) {
            return "POST".equals(request.getMethod()) && "/sign-in".equals(request.getDecodedRequestURI())
                    || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        }

        /** A server whose forwarded headers are believed, and that put no other address in the place of its own. */
        private static boolean isAddressOfBelievedServer(Request request) {
            return Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE))
                    && request.getPeerAddr().equals(request.getRemoteAddr());
        }
    }
}
