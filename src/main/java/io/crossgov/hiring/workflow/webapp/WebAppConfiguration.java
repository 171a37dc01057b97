package io.crossgov.hiring.workflow.webapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.workflow.form.StartedCases;
import io.crossgov.hiring.workflow.gate.EngineApiGate;
import io.crossgov.hiring.workflow.gate.EngineErrorFilter;
import io.crossgov.hiring.workflow.gate.EngineIdentityFilter;
import io.crossgov.hiring.workflow.gate.OneEngineFilter;
import io.crossgov.hiring.workflow.gate.OpenTaskCounts;
import io.crossgov.hiring.workflow.gate.StaleTokenFilter;
import io.crossgov.hiring.workflow.tasklist.VanishedTasks;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our filters around Camunda's web apps and its API, behind the security chain. */
@Configuration(proxyBeanMethods = false)
class WebAppConfiguration {

    // Spring Security's chain runs at -100; these need its principal.
    private static final int AFTER_SECURITY = 100;

    @Bean
    FilterRegistrationBean<EngineApiGate> engineApiGate(
            @Value("${camunda.bpm.generic-properties.properties.query-max-results-limit}") int longestList) {
        var filter = new FilterRegistrationBean<>(new EngineApiGate(longestList));
        filter.setOrder(AFTER_SECURITY);
        filter.addUrlPatterns("/camunda/api/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<OneEngineFilter> oneEngine() {
        var filter = new FilterRegistrationBean<>(new OneEngineFilter());
        filter.setOrder(AFTER_SECURITY);
        filter.addUrlPatterns("/camunda/app/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<StaleTokenFilter> staleTokens() {
        var filter = new FilterRegistrationBean<>(new StaleTokenFilter());
        filter.setOrder(AFTER_SECURITY);
        filter.addUrlPatterns("/camunda/api/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineErrorFilter> engineErrors(VanishedTasks vanishedTasks, StartedCases startedCases) {
        var filter = new FilterRegistrationBean<>(new EngineErrorFilter(vanishedTasks, startedCases));
        filter.setOrder(AFTER_SECURITY + 1);
        filter.addUrlPatterns("/camunda/api/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<WebAppPageFilter> webAppPages() {
        var filter = new FilterRegistrationBean<>(new WebAppPageFilter());
        filter.setOrder(AFTER_SECURITY);
        filter.addUrlPatterns("/camunda/app/tasklist/default/*", "/camunda/app/cockpit/default/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<WebAppSignIn> webAppSignIn(ProcessEngine engine) {
        var filter = new FilterRegistrationBean<>(new WebAppSignIn(engine.getName()));
        filter.setName(WebAppSignIn.NAME);
        filter.setOrder(AFTER_SECURITY + 2);
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return filter;
    }

    /** Behind the gate, and as the person who asks. */
    @Bean
    FilterRegistrationBean<OpenTaskCounts> openTaskCounts(TaskService taskService, ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new OpenTaskCounts(taskService, json));
        filter.setOrder(AFTER_SECURITY + 3);
        filter.addUrlPatterns("/camunda/api/engine/engine/default/history/task/count");
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineIdentityFilter> engineIdentity(IdentityService identityService) {
        var filter = new FilterRegistrationBean<>(new EngineIdentityFilter(identityService));
        filter.setOrder(AFTER_SECURITY);
        filter.addUrlPatterns("/*");
        return filter;
    }
}
