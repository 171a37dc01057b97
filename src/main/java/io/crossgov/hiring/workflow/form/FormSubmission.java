package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.draft.DraftPlace;
import io.crossgov.hiring.draft.FormDrafts;
import io.crossgov.hiring.task.StartForm;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import io.crossgov.hiring.workflow.engine.RefusedFormException;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import io.crossgov.hiring.workflow.engine.SignedIn;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.stereotype.Component;

/** What happens between a form in the browser and a feature, inside the engine's transaction. */
@Component
class FormSubmission {

    private static final Logger LOG = LoggerFactory.getLogger(FormSubmission.class);

    private static final String OVERTAKEN =
            "Somebody changed this case at the same moment. Nothing was saved; please look again and repeat your step.";

    private final FormBinding binding;
    private final SignedIn signedIn;
    private final FormDrafts drafts;
    private final EntityManager entityManager;

    FormSubmission(FormBinding binding, SignedIn signedIn, FormDrafts drafts, EntityManager entityManager) {
        this.binding = binding;
        this.signedIn = signedIn;
        this.drafts = drafts;
        this.entityManager = entityManager;
    }

    TypedValue view(TaskForm<?> form, TaskEntity task) {
        return speaking(() -> binding.show(form.open(context(task, signedIn.person()))));
    }

    TypedValue view(StartForm<?> form) {
        return speaking(() -> binding.show(form.open(signedIn.person())));
    }

    <R extends Record> void submit(TaskForm<R> form, TaskEntity task, VariableMap submitted) {
        speaking(() -> {
            var person = signedIn.person();
            takenBy(task, person);
            var context = context(task, person);
            var answers =
                    binding.read(submitted, form.answers(), (given, faults) -> form.check(context, given, faults));
            var routing = form.submit(context, answers);
            entityManager.flush();
            RoutingVariables.write(task.getExecution(), routing);
            FormGuard.submitted(task);
            return null;
        });
    }

    <R extends Record> void submit(StartForm<R> form, ExecutionEntity instance, VariableMap submitted) {
        speaking(() -> {
            var person = signedIn.person();
            var answers = binding.read(submitted, form.answers(), (given, faults) -> {
                StartedCases.attempted(() -> form.startedAlready(person, given));
                form.check(person, given, faults);
            });
            var started = form.submit(person, answers);
            entityManager.flush();
            drafts.discard(person, DraftPlace.ofStart(form.processId()));
            instance.setProcessBusinessKey(started.caseNumber().value());
            RoutingVariables.write(instance, started.routing());
            return null;
        });
    }

    /** A task somebody else has taken is that person's; an untaken one becomes the submitter's. */
    private void takenBy(TaskEntity task, Actor person) {
        if (task.getAssignee() == null) {
            task.setAssignee(person.userId());
        } else if (!task.getAssignee().equals(person.userId())) {
            throw Refusal.conflict("This task is being worked on by " + signedIn.nameOf(task.getAssignee())
                    + ". You can take it once it is given back.");
        }
    }

    private static TaskContext context(TaskEntity task, Actor person) {
        return new TaskContext(
                RoutingVariables.caseNumber(task),
                RoutingVariables.selectionId(task),
                RoutingVariables.passOverId(task),
                person);
    }

    /** Runs a feature and lets its refusal through the engine as a sentence with a 4xx status. */
    private static <T> T speaking(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw new RefusedFormException(refusal);
        } catch (RuntimeException failure) {
            var translated = EntityManagerFactoryUtils.convertJpaAccessExceptionIfPossible(failure);
            if (LostRace.in(translated == null ? failure : translated).isPresent()) {
                throw new RefusedFormException(Refusal.conflict(OVERTAKEN));
            }
            // The engine's API keeps its words only.
            LOG.error("A form's feature failed.", failure);
            throw failure;
        }
    }
}
