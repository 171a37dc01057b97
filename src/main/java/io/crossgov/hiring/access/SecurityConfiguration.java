package io.crossgov.hiring.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
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

    /** The API's description brings styles in its text. */
    private static final String API_DESCRIPTION_CONTENT =
            SecurityHeaders.OWN_CONTENT_ONLY + "; style-src 'self' 'unsafe-inline'";

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
            OldPage oldPage,
            @Value("${crossgov.basic-sign-in}") boolean basicSignIn,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secureCookies)
            throws Exception {
        http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/",
                                "/sign-in",
                                "/assets/**",
                                "/favicon.ico",
                                "/actuator/health/liveness",
                                "/actuator/health/messages",
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
                        .requestMatchers(
                                "/api/**",
                                "/session",
                                "/cases",
                                "/cases/**",
                                "/pools",
                                "/pools/**",
                                "/law",
                                "/go/**",
                                "/account",
                                "/account/**")
                        .authenticated()
                        .requestMatchers("/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs", "/v3/api-docs/**")
                        .authenticated()
                        .requestMatchers("/outbox", "/outbox/**", "/people", "/people/**", "/agencies", "/agencies/**")
                        .hasRole(Role.OPM_CROSS_GOV.groupId())
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/sign-in")
                        .successHandler((request, response, person) -> {
                            RefusedSignIn.forget(response, secureCookies);
                            response.sendRedirect(WayBack.orStart(request));
                        })
                        .failureHandler((request, response, wrong) -> {
                            var pause =
                                    wrong instanceof DirectorySignIn.TooManyTries later ? later.pause() : Duration.ZERO;
                            RefusedSignIn.keep(
                                    request.getParameter("username"), clock.instant(), pause, response, secureCookies);
                            // Why stands in no address: it would be believed from anybody's.
                            response.sendRedirect(WayBack.signIn("error", WayBack.in(request)));
                        })
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?signedOut")
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(ClearSiteDataHeaderWriter.Directive.STORAGE)))
                        .deleteCookies(SESSION_COOKIE)
                        .addLogoutHandler((request, response, person) ->
                                SessionEnd.SIGNED_OUT.keep(response, sessionLimits.longest(), secureCookies))
                        .addLogoutHandler(new CookieClearingLogoutHandler(webAppToken())))
                // A session has one place for all tabs: what is asked for stands in the sign-in page's address.
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(secureCookies))
                        .csrfTokenRequestHandler(csrfHandler())
                        // The web apps bring their own token.
                        .ignoringRequestMatchers(request -> isBelow(request, "/camunda/"))
                        .ignoringRequestMatchers(request -> basicSignIn && BASIC.matches(request)))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                ProgramRefusals::signInFirst, ProgramRefusals::isForPrograms)
                        .defaultAuthenticationEntryPointFor(new Http403ForbiddenEntryPoint(), FOR_NOBODY)
                        .defaultAuthenticationEntryPointFor(
                                (request, response, nobody) ->
                                        response.sendRedirect(WayBack.signIn("", WayBack.askedBy(request))),
                                request -> true)
                        .defaultAccessDeniedHandlerFor(ProgramRefusals::notAllowed, ProgramRefusals::isForPrograms)
                        .defaultAccessDeniedHandlerFor(oldPage, request -> true))
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter((request, response) -> response.setHeader(
                                HttpHeaders.CACHE_CONTROL, StaticFiles.cacheControl(request, response)))
                        .addHeaderWriter((request, response) -> {
                            if (isBelow(request, "/swagger-ui")) {
                                response.setHeader(SecurityHeaders.CONTENT_POLICY, API_DESCRIPTION_CONTENT);
                            }
                        }))
                .addFilterAfter(new OwnPagesOnly(), HeaderWriterFilter.class)
                .addFilterAfter(new PlainTextFilter(), OwnPagesOnly.class)
                .addFilterBefore(
                        new SessionTimeFilter(sessionLimits, clock, secureCookies), SecurityContextHolderFilter.class)
                .addFilterBefore(new FreshActorFilter(directory), AuthorizationFilter.class)
                .addFilterBefore(new OwnPasswordFirst(), AuthorizationFilter.class);
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

    /** The token of Camunda's web apps ends with the session it belongs to. */
    private static Cookie webAppToken() {
        var token = new Cookie("XSRF-TOKEN", null);
        token.setPath("/camunda");
        token.setMaxAge(0);
        return token;
    }

    private static CookieCsrfTokenRepository csrfTokens(boolean secureCookies) {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("XG-XSRF");
        tokens.setHeaderName("X-XG-XSRF");
        tokens.setCookieCustomizer(cookie -> cookie.secure(secureCookies).sameSite("Lax"));
        return tokens;
    }

    private static CsrfTokenRequestAttributeHandler csrfHandler() {
        var handler = new CsrfTokenRequestAttributeHandler() {
            /** To look for the token among the parts of an upload is to write all of it to the disk: for nobody who has not signed in. */
            @Override
            public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
                return PlainTextFilter.isUpload(request)
                                && SecurityContextHolder.getContext().getAuthentication() == null
                        ? request.getHeader(token.getHeaderName())
                        : super.resolveCsrfTokenValue(request, token);
            }
        };
        // Read on every request, so that the cookie is there for a form's script before its first change.
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }
}
