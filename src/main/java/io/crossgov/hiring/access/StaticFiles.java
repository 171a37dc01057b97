package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Scripts, styles, pictures and fonts: the same for everybody, kept by browsers, and no reason to ask the directory. */
final class StaticFiles {

    private static final Pattern PATHS = Pattern.compile(
            "/(assets|camunda/lib|camunda/assets)/.+|/(camunda/app|swagger-ui)/.+\\.(js|css|woff2?|svg|png|ico)"
                    + "|/(camunda/)?favicon\\.ico");

    private StaticFiles() {}

    static boolean isOne(HttpServletRequest request) {
        return PATHS.matcher(request.getServletPath()).matches();
    }
}
