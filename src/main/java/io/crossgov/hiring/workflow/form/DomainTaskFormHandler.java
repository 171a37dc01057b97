package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.task.TaskForm;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.TaskFormDataImpl;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/** Puts a feature's {@link TaskForm} behind a user task: live view when opened, domain change when submitted. */
final class DomainTaskFormHandler implements TaskFormHandler {

    private final TaskFormHandler modelled;
    private final TaskForm<?> form;
    private final FormSubmission submission;

    DomainTaskFormHandler(TaskFormHandler modelled, TaskForm<?> form, FormSubmission submission) {
        this.modelled = modelled;
        this.form = form;
        this.submission = submission;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        var data = (TaskFormDataImpl) modelled.createTaskForm(task);
        data.setFormKey(FormPageController.shownAs(data.getFormKey(), task.getId()));
        data.getFormFields().add(new LiveFormField(() -> submission.view(form, task)));
        return data;
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope task) {
        submission.submit(form, (TaskEntity) task, submitted);
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        // Nothing of its own: the modelled handler has been configured already.
    }
}
