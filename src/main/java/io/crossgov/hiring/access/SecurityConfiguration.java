package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One chain in front of everything: one sign-in for Tasklist, Cockpit, our pages and our API. Every path is denied unless listed.
 * OpenID Connect takes the place of the form in production with a later release; nothing behind the chain knows how a person
 * signed in.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String SESSION_COOKIE = "XGSESSION";
    private static final String POLICY = "Content-Security-Policy";

    /** Our pages load nothing from elsewhere, run no script of their own text and stand in no frame. */
    private static final String OWN_CONTENT_ONLY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** The API's description brings styles in its text. */
    private static final String API_DESCRIPTION_CONTENT = OWN_CONTENT_ONLY + "; style-src 'self' 'unsafe-inline'";

    /** The engine's set-up and administration. Signing in leads nowhere there, so nobody is asked to. */
    private static final RequestMatcher FOR_NOBODY = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/admin/setup/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/camunda/app/admin/**"));

    /** A script's Basic header is no ambient credential: a foreign page cannot make a browser send it. */
    private static final RequestMatcher BASIC = request -> {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    };

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Directory directory,
            SessionLimits sessionLimits,
            Clock clock,
            @Value("${crossgov.basic-sign-in}") boolean basicSignIn,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secureCookies)
            throws Exception {
        http.authorizeHttpRequests(paths -> paths.requestMatchers(
                                "/",
                                "/sign-in",
                                "/assets/**",
                                "/favicon.ico",
                                "/error",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers(FOR_NOBODY)
                        .denyAll()
                        .requestMatchers("/camunda/app/cockpit/**")
                        .hasAnyRole(Role.OPM_CROSS_GOV.groupId(), Role.OPM_DESIGNER.groupId())
                        .requestMatchers(
                                "/camunda/app/tasklist/**",
                                "/camunda/lib/**",
                                "/camunda/assets/**",
                                "/camunda/favicon.ico")
                        .authenticated()
                        // Which operations, and for whom, is the business of the gate in front of the engine's API.
                        .requestMatchers("/camunda/api/**")
                        .authenticated()
                        .requestMatchers("/api/**", "/session", "/cases", "/cases/**", "/pools", "/pools/**", "/go/**")
                        .authenticated()
                        .requestMatchers("/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs", "/v3/api-docs/**")
                        .authenticated()
                        .requestMatchers("/outbox", "/outbox/**")
                        .hasRole(Role.OPM_CROSS_GOV.groupId())
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/", false)
                        .failureUrl("/sign-in?error")
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?signedOut")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(ClearSiteDataHeaderWriter.Directive.STORAGE)))
                        .deleteCookies(SESSION_COOKIE, SessionTimeFilter.WHY))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(secureCookies))
                        .csrfTokenRequestHandler(csrfHandler())
                        // The web apps bring their own token.
                        .ignoringRequestMatchers(request -> isBelow(request, "/camunda/"))
                        .ignoringRequestMatchers(request -> basicSignIn && BASIC.matches(request)))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                ProgramRefusals::signInFirst, ProgramRefusals::isForPrograms)
                        .defaultAuthenticationEntryPointFor(new Http403ForbiddenEntryPoint(), FOR_NOBODY)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), request -> true)
                        .defaultAccessDeniedHandlerFor(ProgramRefusals::notAllowed, ProgramRefusals::isForPrograms)
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), request -> true))
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter((request, response) -> response.setHeader(
                                HttpHeaders.CACHE_CONTROL, StaticFiles.cacheControl(request, response)))
                        .addHeaderWriter((request, response) -> {
                            // The pages of Camunda's web apps bring one of their own, with a nonce.
                            if (!response.containsHeader(POLICY)) {
                                response.setHeader(
                                        POLICY,
                                        isBelow(request, "/swagger-ui") ? API_DESCRIPTION_CONTENT : OWN_CONTENT_ONLY);
                            }
                        }))
                .addFilterAfter(new PlainTextFilter(), HeaderWriterFilter.class)
                .addFilterBefore(
                        new SessionTimeFilter(sessionLimits, clock, secureCookies), SecurityContextHolderFilter.class)
                .addFilterBefore(new FreshActorFilter(directory), AuthorizationFilter.class);
        if (basicSignIn) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(ProgramRefusals::wrongPassword));
        } else {
            http.httpBasic(AbstractHttpConfigurer::disable);
        }
        return http.build();
    }

    private static boolean isBelow(HttpServletRequest request, String path) {
        return request.getServletPath().startsWith(path);
    }

    private static CookieCsrfTokenRepository csrfTokens(boolean secureCookies) {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("XG-XSRF");
        tokens.setHeaderName("X-XG-XSRF");
        tokens.setCookieCustomizer(cookie -> cookie.secure(secureCookies).sameSite("Lax"));
        return tokens;
    }

    private static CsrfTokenRequestAttributeHandler csrfHandler() {
        // Read on every request, so that the cookie is there for a form's script before its first change.
        var handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    /** After signing in, a person goes on to the page asked for; never to what a page of an ended session fetched last. */
    private static RequestCache pagesOnly() {
        var pages = new HttpSessionRequestCache();
        pages.setMatchingRequestParameterName(null);
        pages.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html"));
        return pages;
    }
}
