package io.crossgov.hiring.workflow;

import io.crossgov.hiring.workflow.gate.CockpitQuestions;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Gives Camunda's web apps the engine of the application a test runs in. They look for it by its name in two places of the JVM, where
 * each application a test starts puts its own: without this the people of one application would be looked for in the database of another.
 * What they keep of it for the whole JVM is made anew: an application that ends takes it away from all.
 */
final class OwnEngine extends AbstractTestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        test.getApplicationContext().getBeanProvider(ProcessEngine.class).ifAvailable(OwnEngine::use);
    }

    private static void use(ProcessEngine engine) {
        new CockpitQuestions().afterSingletonsInstantiated();
        Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
        Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
        Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
        ProcessEngines.registerProcessEngine(engine);
        var platform = RuntimeContainerDelegate.INSTANCE.get();
        var known = platform.getProcessEngineService();
        if (!known.getProcessEngineNames().contains(engine.getName())) {
            platform.registerProcessEngine(engine);
        } else if (known.getProcessEngine(engine.getName()) != engine) {
            platform.unregisterProcessEngine(engine);
            platform.registerProcessEngine(engine);
        }
    }
}
