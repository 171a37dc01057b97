package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;

/** Scripts, styles, pictures and fonts: the same for everybody, kept by browsers, and no reason to ask the directory. */
final class StaticFiles {

    private static final Pattern PATHS = Pattern.compile(
            "/(assets|camunda/lib|camunda/assets)/.+|/(camunda/app|swagger-ui)/.+\\.(js|css|woff2?|svg|png|ico)"
                    + "|/(camunda/)?favicon\\.ico");

    /** Camunda's pages ask for their scripts and styles by release, for example {@code deps.js?bust=7.24.0}. */
    private static final String RELEASE = "bust";

    /** Our part of those pages, which is another one with each release of ours. */
    private static final Pattern OURS = Pattern.compile("/camunda/app/\\w+/(scripts|styles)/.+");

    /** What comes from elsewhere stands in a folder of its release. */
    private static final Pattern OF_A_RELEASE = Pattern.compile("/assets/\\w+/\\d+\\.\\d+\\.\\d+/.+");

    /** A year. Such an address never means anything else, and browsers keep what they compiled of it. */
    private static final String FOR_GOOD = "private, max-age=31536000, immutable";

    private StaticFiles() {}

    /** How long browsers keep an answer: what is no static file, never; a refusal of one is asked again. */
    static String cacheControl(HttpServletRequest request, HttpServletResponse response) {
        if (!isOne(request)) {
            return "no-store";
        }
        var found = response.getStatus() == HttpServletResponse.SC_OK;
        return found && isOfARelease(request) ? FOR_GOOD : "no-cache";
    }

    private static boolean isOfARelease(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/camunda/") && !OURS.matcher(path).matches() && request.getParameter(RELEASE) != null
                || OF_A_RELEASE.matcher(path).matches();
    }

    static boolean isOne(HttpServletRequest request) {
        return PATHS.matcher(request.getServletPath()).matches();
    }
}
