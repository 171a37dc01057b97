package io.crossgov.hiring.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cockpit's dashboard asks the history how many tasks are open, and who has them or for whom they are. The open tasks know both themselves:
 * the history would look at every task there ever was, and does not keep for whom one was. Whatever else is asked goes on to it.
 */
public class OpenTaskCounts extends OncePerRequestFilter {

    private static final String OPEN = "unfinished";

    private static final Map<String, UnaryOperator<TaskQuery>> OF_OPEN_ONES = Map.of(
            OPEN,
            tasks -> tasks,
            "assigned",
            TaskQuery::taskAssigned,
            "unassigned",
            TaskQuery::taskUnassigned,
            "withCandidateGroups",
            TaskQuery::withCandidateGroups,
            "withoutCandidateGroups",
            TaskQuery::withoutCandidateGroups);

    private final TaskService taskService;
    private final ObjectMapper json;

    public OpenTaskCounts(TaskService taskService, ObjectMapper json) {
        this.taskService = taskService;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = json.readTree(request.getInputStream());
        if (!isOfOpenOnes(asked)) {
            chain.doFilter(request, response);
            return;
        }
        var open = taskService.createTaskQuery();
        for (var condition : asked.properties()) {
            OF_OPEN_ONES.get(condition.getKey()).apply(open);
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Map.of("count", open.count()));
    }

    private static boolean isOfOpenOnes(JsonNode asked) {
        return asked.isObject()
                && asked.has(OPEN)
                && asked.properties().stream()
                        .allMatch(condition -> OF_OPEN_ONES.containsKey(condition.getKey())
                                && condition.getValue().booleanValue());
    }
}
