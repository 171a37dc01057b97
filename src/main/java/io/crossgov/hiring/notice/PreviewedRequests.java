package io.crossgov.hiring.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.SignedInPerson;
import io.crossgov.hiring.casefile.MessagePreviews;
import io.crossgov.hiring.common.Refusal;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Every change of a case or a pool can be asked which messages it would send, by the header {@value #HEADER}: it is done, undone, and
 * answered with its messages instead of its result. What it refuses is refused here with the same words.
 */
@Configuration(proxyBeanMethods = false)
class PreviewedRequests implements WebMvcConfigurer {

    static final String HEADER = "X-XG-Preview";

    private static final String PREVIEWED = PreviewedRequests.class.getName();
    private static final List<String> PLACES = List.of("/api/cases", "/api/pools");

    @Bean
    FilterRegistrationBean<Previewing> previewing(MessagePreviews previews, ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new Previewing(previews, json));
        PLACES.forEach(place -> filter.addUrlPatterns(place + "/*"));
        return filter;
    }

    /** Describes the header at each operation that takes it. */
    @Bean
    OpenApiCustomizer describingPreviews() {
        return description -> description
                .getPaths()
                .forEach((path, operations) -> operations.readOperationsMap().forEach((method, operation) -> {
                    if (PLACES.stream().anyMatch(path::startsWith)
                            && method != PathItem.HttpMethod.GET
                            && takesJson(operation)) {
                        operation.addParametersItem(new HeaderParameter()
                                .name(HEADER)
                                .description(
                                        "Sent with the value \"messages\", nothing is done: the answer is 200 with the messages"
                                                + " that the change would send, or what refuses it.")
                                .schema(new StringSchema().addEnumItem("messages")));
                    }
                }));
    }

    private static boolean takesJson(Operation operation) {
        return operation.getRequestBody() == null
                || operation.getRequestBody().getContent().containsKey(MediaType.APPLICATION_JSON_VALUE);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NothingElse());
    }

    /** Whoever wants to look only must not find it done. */
    private static final class NothingElse implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getHeader(HEADER) != null && request.getAttribute(PREVIEWED) == null) {
                throw Refusal.invalid(
                        null,
                        HEADER
                                + " is for changes of cases and pools that are sent as JSON. Nothing was done; leave it out here.");
            }
            return true;
        }
    }

    /** Asks instead of doing. */
    static final class Previewing extends OncePerRequestFilter {

        private final MessagePreviews previews;
        private final ObjectMapper json;

        Previewing(MessagePreviews previews, ObjectMapper json) {
            this.previews = previews;
            this.json = json;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getHeader(HEADER) == null
                    || request.getMethod().equals("GET")
                    || request.getContentType() != null
                            && !request.getContentType().startsWith(MediaType.APPLICATION_JSON_VALUE);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var actor = SignedInPerson.now().map(SignedInPerson::actor);
            if (actor.isEmpty()) {
                chain.doFilter(request, response);
                return;
            }
            request.setAttribute(PREVIEWED, true);
            var result = new ContentCachingResponseWrapper(response);
            var messages = previews.of(actor.get(), () -> done(request, result, chain));
            if (result.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                result.copyBodyToResponse();
                return;
            }
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), messages);
        }

        private static void done(HttpServletRequest request, HttpServletResponse result, FilterChain chain) {
            try {
                chain.doFilter(request, result);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (ServletException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
