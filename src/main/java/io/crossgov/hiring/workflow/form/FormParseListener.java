package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.workflow.engine.ModelProperties;
import io.crossgov.hiring.workflow.process.CaseEnd;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Attaches our side to every model: features' forms behind user tasks and start events, the guards against completing around
 * them and against taking tasks for others, and the closing of the case where an end event says why it ends. A process designer only names the form.
 */
@Component
class FormParseListener extends AbstractBpmnParseListener {

    private final TaskForms forms;
    private final FormSubmission submission;
    private final CaseEnd caseEnd;
    private final DraftsEndWithTheTask draftsEnd;

    FormParseListener(TaskForms forms, FormSubmission submission, CaseEnd caseEnd, DraftsEndWithTheTask draftsEnd) {
        this.forms = forms;
        this.submission = submission;
        this.caseEnd = caseEnd;
        this.draftsEnd = draftsEnd;
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl startEvent) {
        if (scope instanceof ProcessDefinitionEntity definition && definition.getStartFormHandler() != null) {
            forms.ofProcess(definition.getKey())
                    .ifPresent(form -> definition.setStartFormHandler(
                            new DomainStartFormHandler(definition.getStartFormHandler(), form, submission)));
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        forms.ofTask(task.getKey())
                .ifPresent(form -> task.setTaskFormHandler(
                        new DomainTaskFormHandler(task.getTaskFormHandler(), form, submission)));
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, new FormGuard());
        task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, new TakenForOneself());
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, draftsEnd);
        // Also when whoever ends the case wants no listener to run.
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, draftsEnd);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl endEvent) {
        ModelProperties.of(element)
                .get(ModelProperties.CLOSING_REASON)
                .ifPresent(reason -> endEvent.addListener(ExecutionListener.EVENTNAME_START, caseEnd.because(reason)));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        if (forms.ofProcess(definition.getKey()).isPresent()) {
            definition.addListener(ExecutionListener.EVENTNAME_END, caseEnd.agreement());
        }
    }
}
