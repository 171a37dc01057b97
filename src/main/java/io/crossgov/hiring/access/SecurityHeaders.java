package io.crossgov.hiring.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What every answer tells browsers, also one that is given before the security chain or in place of it: Tomcat's own refusals, those of
 * the first filters, and whatever goes wrong. The chain and the pages say something more fitting where they know better.
 */
@Component
class SecurityHeaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String CONTENT_POLICY = "Content-Security-Policy";

    /** Our pages load nothing from elsewhere, run no script of their own text and stand in no frame. */
    static final String OWN_CONTENT_ONLY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Nothing here needs a device or a payment. */
    static final String NO_DEVICES = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(),"
            + " microphone=(), payment=(), usb=()";

    private static final Map<String, String> ALWAYS = Map.of(
            CONTENT_POLICY,
            OWN_CONTENT_ONLY,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            NO_DEVICES,
            "Cross-Origin-Opener-Policy",
            "same-origin",
            HttpHeaders.CACHE_CONTROL,
            "no-store");

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new OnEveryAnswer());
    }

    private static final class OnEveryAnswer extends ValveBase {

        OnEveryAnswer() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            ALWAYS.forEach(response::setHeader);
            getNext().invoke(request, response);
        }
    }
}
