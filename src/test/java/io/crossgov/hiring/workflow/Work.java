package io.crossgov.hiring.workflow;

import java.util.Map;
import org.camunda.bpm.engine.task.TaskQuery;

/** Where tasks come up: a {@link Hire}, or one {@link Selectee} of it. */
public interface Work {

    /** Number of the case. */
    String caseNumber();

    /** Narrows a query to the tasks that come up here. */
    TaskQuery among(TaskQuery tasks);

    /** Does a step, and keeps what it costs: the statements sent to the database meanwhile, and the time. */
    void costs(String step, Runnable doing);

    /** What a person would answer in the usual hire, where nothing goes wrong. */
    Map<String, Object> usualAnswers(String taskId, Colleague who);
}
