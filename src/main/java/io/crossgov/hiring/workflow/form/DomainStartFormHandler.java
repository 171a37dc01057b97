package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.task.StartForm;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.StartFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/** Puts a feature's {@link StartForm} behind a process's start event; the instance takes the case number as business key. */
final class DomainStartFormHandler implements StartFormHandler {

    private final StartFormHandler modelled;
    private final StartForm<?> form;
    private final FormSubmission submission;

    DomainStartFormHandler(StartFormHandler modelled, StartForm<?> form, FormSubmission submission) {
        this.modelled = modelled;
        this.form = form;
        this.submission = submission;
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
        var data = (StartFormDataImpl) modelled.createStartFormData(definition);
        data.setFormKey(FormPageController.startShownAs(data.getFormKey(), definition.getId()));
        data.getFormFields().add(new LiveFormField(() -> submission.view(form)));
        return data;
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope instance) {
        submission.submit(form, (ExecutionEntity) instance, submitted);
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        // Nothing of its own: the modelled handler has been configured already.
    }
}
