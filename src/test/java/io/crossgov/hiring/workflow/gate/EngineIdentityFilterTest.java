package io.crossgov.hiring.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A server's threads go from person to person; none may act for the one before. */
class EngineIdentityFilterTest {

    private final IdentityService engine = new IdentityServiceImpl();
    private final EngineIdentityFilter filter = new EngineIdentityFilter(engine);

    @Test
    void the_web_apps_begin_as_nobody_whoever_used_the_thread_before() throws Exception {
        engine.setAuthentication("somebody-else", List.of(), List.of());

        filter.doFilter(asked(), new MockHttpServletResponse(), new MockFilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response) {
                assertThat(engine.getCurrentAuthentication()).isNull();
            }
        });
    }

    @Test
    void whoever_the_web_apps_leave_behind_on_the_thread_is_gone() throws Exception {
        filter.doFilter(asked(), new MockHttpServletResponse(), new MockFilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response) {
                engine.setAuthentication("left-behind", List.of(), List.of());
            }
        });

        assertThat(engine.getCurrentAuthentication()).isNull();
    }

    private static MockHttpServletRequest asked() {
        var request = new MockHttpServletRequest("GET", "/camunda/app/cockpit/default/");
        request.setServletPath("/camunda/app/cockpit/default/");
        request.setUserPrincipal(() -> "gsa-hr");
        return request;
    }
}
