package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.request.CaseStarter;
import io.crossgov.hiring.request.OpenCase;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Opens a case through the same start form as Tasklist, as the person who asks. */
@Component
class EngineCaseStarter implements CaseStarter {

    static final String PROCESS = "cross-gov-hiring";

    private final FormService formService;
    private final RepositoryService repositoryService;
    private final EngineAccess engine;
    private final FormBinding binding;

    EngineCaseStarter(
            FormService formService, RepositoryService repositoryService, EngineAccess engine, FormBinding binding) {
        this.formService = formService;
        this.repositoryService = repositoryService;
        this.engine = engine;
        this.binding = binding;
    }

    @Override
    public CaseNumber start(Actor actor, OpenCase answers) {
        var definition = engine.asItself(() -> repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(PROCESS)
                .latestVersion()
                .singleResult());
        return engine.as(
                actor,
                () -> new CaseNumber(formService
                        .submitStartForm(definition.getId(), Map.of(FormBinding.FORM, binding.show(answers)))
                        .getBusinessKey()));
    }
}
