package io.crossgov.hiring.common;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.http.HttpEntity;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.multipart.support.MultipartResolutionDelegate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what an operation of our API or one of our pages would drop in silence: query parameters, fields and parts that it has no place
 * for, and a body where it takes none, and of several values or files under one name all but one. A misspelt filter must not look like
 * one that found everything.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Check())
                .addPathPatterns("/api/**")
                .addPathPatterns("/", "/account/**", "/people/**", "/go/**")
                .addPathPatterns("/cases/**", "/pools/**", "/outbox/**", "/agencies/**");
    }

    /** Spring Security's own, in every form of a page. */
    private static final String CSRF = "_csrf";

    /** Collects a fault for each name that was sent and is not known. */
    static void unknown(Collection<String> sent, Collection<String> known, Faults faults) {
        for (var name : sent) {
            if (!known.contains(name) && !CSRF.equals(name)) {
                faults.add(
                        name,
                        known.isEmpty()
                                ? "\"" + name + "\" is not known here: this address takes no parameters."
                                : "\"" + name + "\" is not known here. Known are: " + String.join(", ", known) + ".");
            }
        }
    }

    static final class Check implements HandlerInterceptor {

        /** An empty JSON object says nothing that could be dropped. */
        private static final int EMPTY_BODY = 2;

        private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws HttpMediaTypeNotSupportedException {
            if (handler instanceof HandlerMethod operation) {
                // Before anything asks for parameters: to look for them, a whole upload is read and written to the
                // disk.
                if (request instanceof MultipartRequest && !takesFiles(operation)) {
                    throw new HttpMediaTypeNotSupportedException(MediaType.MULTIPART_FORM_DATA, List.of());
                }
                mustBeKnown(request, operation);
                mustTakeABody(request, operation);
            }
            return true;
        }

        private void mustBeKnown(HttpServletRequest request, HandlerMethod operation) {
            var known = known(operation);
            var faults = new Faults();
            if (!choosesItself(operation)) {
                unknown(sent(request), known, faults);
            }
            var several = takingSeveral(operation);
            for (var name : sentAgain(request)) {
                if (known.contains(name) && !several.contains(name)) {
                    faults.add(name, "\"" + name + "\" is sent more than once, and only one would count. Send one.");
                }
            }
            faults.refuse();
        }

        /** An operation that takes everything there is looks itself for what it does not know. */
        private static boolean choosesItself(HandlerMethod operation) {
            for (var parameter : operation.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(RequestParam.class)
                        && Map.class.isAssignableFrom(parameter.getParameterType())) {
                    return true;
                }
            }
            return false;
        }

        private static Set<String> sent(HttpServletRequest request) {
            var sent = new TreeSet<>(request.getParameterMap().keySet());
            if (request instanceof MultipartRequest parts) {
                sent.addAll(parts.getFileMap().keySet());
            }
            return sent;
        }

        private static Set<String> sentAgain(HttpServletRequest request) {
            var again = new TreeSet<String>();
            request.getParameterMap().forEach((name, values) -> {
                if (values.length > 1) {
                    again.add(name);
                }
            });
            if (request instanceof MultipartRequest parts) {
                parts.getMultiFileMap().forEach((name, files) -> {
                    if (files.size() > 1) {
                        again.add(name);
                    }
                });
            }
            return again;
        }

        private Set<String> takingSeveral(HandlerMethod operation) {
            var several = new LinkedHashSet<String>();
            for (var parameter : operation.getMethodParameters()) {
                var query = parameter.getParameterAnnotation(RequestParam.class);
                if (query != null && Collection.class.isAssignableFrom(parameter.getParameterType())) {
                    several.add(named(query.name(), parameter));
                }
            }
            return several;
        }

        /** A record of several query parameters stands for all of them. */
        private Set<String> known(HandlerMethod operation) {
            var known = new LinkedHashSet<String>();
            for (var parameter : operation.getMethodParameters()) {
                var query = parameter.getParameterAnnotation(RequestParam.class);
                var part = parameter.getParameterAnnotation(RequestPart.class);
                if (query != null) {
                    known.add(named(query.name(), parameter));
                } else if (part != null) {
                    known.add(named(part.name(), parameter));
                } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                    for (var component : parameter.getParameterType().getRecordComponents()) {
                        known.add(component.getName());
                    }
                }
            }
            return known;
        }

        private String named(String given, MethodParameter parameter) {
            if (!given.isEmpty()) {
                return given;
            }
            parameter.initParameterNameDiscovery(names);
            return parameter.getParameterName();
        }

        private static void mustTakeABody(HttpServletRequest request, HandlerMethod operation) {
            var isParameters = request instanceof MultipartRequest || isForm(request);
            if (request.getContentLengthLong() > EMPTY_BODY && !isParameters && !takesABody(operation)) {
                throw Refusal.invalid(null, "This address takes no body: nothing that it says would be kept.");
            }
        }

        /** What a form sends are parameters, and known as such or not. */
        private static boolean isForm(HttpServletRequest request) {
            var type = request.getContentType();
            return type != null
                    && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        }

        private static boolean takesFiles(HandlerMethod operation) {
            return Arrays.stream(operation.getMethodParameters())
                    .anyMatch(MultipartResolutionDelegate::isMultipartArgument);
        }

        private static boolean takesABody(HandlerMethod operation) {
            for (var parameter : operation.getMethodParameters()) {
                var type = parameter.getParameterType();
                if (parameter.hasParameterAnnotation(RequestBody.class)
                        || InputStream.class.isAssignableFrom(type)
                        || HttpServletRequest.class.isAssignableFrom(type)
                        || HttpEntity.class.isAssignableFrom(type)
                        || Map.class.isAssignableFrom(type)) {
                    return true;
                }
            }
            return false;
        }
    }
}
