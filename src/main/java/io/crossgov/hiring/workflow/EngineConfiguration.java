package io.crossgov.hiring.workflow;

import io.crossgov.hiring.workflow.engine.DeployedDefinitions;
import io.crossgov.hiring.workflow.engine.DueJobs;
import io.crossgov.hiring.workflow.engine.EngineClock;
import io.crossgov.hiring.workflow.engine.ModelBean;
import io.crossgov.hiring.workflow.engine.ModelExpressions;
import io.crossgov.hiring.workflow.engine.NeverThere;
import io.crossgov.hiring.workflow.engine.NobodyForTimers;
import io.crossgov.hiring.workflow.engine.TaskHistory;
import io.crossgov.hiring.workflow.engine.ValuesNoDatabaseKnows;
import io.crossgov.hiring.workflow.history.KeptHistory;
import io.crossgov.hiring.workflow.history.OperationsOfNote;
import io.crossgov.hiring.workflow.people.AgenciesOfPeople;
import io.crossgov.hiring.workflow.people.AgencyAsTenant;
import io.crossgov.hiring.workflow.people.CountedProcesses;
import io.crossgov.hiring.workflow.people.NoRightsByTask;
import io.crossgov.hiring.workflow.people.OfferedSteps;
import io.crossgov.hiring.workflow.people.OffersOfTasks;
import io.crossgov.hiring.workflow.people.PasswordFamily;
import io.crossgov.hiring.workflow.people.Pbkdf2PasswordEncryptor;
import io.crossgov.hiring.workflow.people.ProcessesOfModels;
import io.crossgov.hiring.workflow.people.RightsOfRoles;
import io.crossgov.hiring.workflow.people.TasksOfGroups;
import io.crossgov.hiring.workflow.people.TasksOfRoles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What our engine does differently from a fresh one; plain settings are in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Clock clock() {
        return new EngineClock();
    }

    @Bean
    PasswordFamily passwordFamily(Pbkdf2PasswordEncryptor encryptor) {
        return new PasswordFamily(encryptor);
    }

    @Bean
    OfferedSteps offeredSteps(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        return new OfferedSteps(engine::getObject);
    }

    @Bean
    AbstractCamundaConfiguration hiringEngine(
            List<BpmnParseListener> parseListeners,
            List<ModelBean> modelBeans,
            ListableBeanFactory beanFactory,
            PasswordFamily passwords,
            OfferedSteps steps) {
        return new AbstractCamundaConfiguration() {
            @Override
            public void preInit(SpringProcessEngineConfiguration configuration) {
                // No decision tables here; the other FEEL engine is a script engine in Scala, which is left out.
                configuration.setDmnFeelEnableLegacyBehavior(true);
                configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new ValuesNoDatabaseKnows()));
                configuration.setTenantIdProvider(new AgencyAsTenant());
                configuration.setResourceAuthorizationProvider(new NoRightsByTask());
                configuration.setPasswordManager(passwords);
                configuration.setIdentityService(new NobodyForTimers());
                var managers = new ArrayList<>(NeverThere.managers());
                managers.addAll(List.of(
                        new AgenciesOfPeople(),
                        new RightsOfRoles(steps),
                        new TasksOfRoles(steps),
                        new OffersOfTasks(),
                        new TasksOfGroups(),
                        new CountedProcesses(),
                        new ProcessesOfModels(),
                        new OperationsOfNote(),
                        new DeployedDefinitions()));
                configuration.setCustomSessionFactories(managers);
                configuration.setCustomHistoryLevels(List.of(new KeptHistory()));
                configuration.setHistoryEventProducer(new DeployedDefinitions.InHistory());
                configuration.setEnableDefaultDbHistoryEventHandler(false);
                configuration.getCustomHistoryEventHandlers().add(new TaskHistory());
                configuration.setCustomPostBPMNParseListeners(new ArrayList<>(parseListeners));
                // Expressions in models reach these beans by name and nothing else of the application.
                configuration.setExpressionManager(new ModelExpressions(reachable(modelBeans, beanFactory)));
            }

            @Override
            public void postInit(SpringProcessEngineConfiguration configuration) {
                TasksOfRoles.addStatements(configuration.getSqlSessionFactory().getConfiguration());
                DueJobs.areFoundOnce(configuration);
            }
        };
    }

    private static Map<Object, Object> reachable(List<ModelBean> modelBeans, ListableBeanFactory beanFactory) {
        var beans = new HashMap<Object, Object>();
        beanFactory.getBeansOfType(ModelBean.class).forEach(beans::put);
        if (beans.size() != modelBeans.size()) {
            throw new IllegalStateException("Model beans need distinct names.");
        }
        return beans;
    }
}
