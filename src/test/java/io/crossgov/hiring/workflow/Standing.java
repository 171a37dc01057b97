package io.crossgov.hiring.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a case stands, in every word: what somebody who is refused must leave exactly as it was. */
record Standing(
        Set<String> tasks,
        Map<String, Map<String, Object>> routing,
        int decisions,
        long notices,
        Map<String, Set<?>> rows) {

    private static final List<String> TABLES = List.of(
            "case_duty_location", "open_request", "signed_form", "candidate_review", "selection", "offer", "document");

    static Standing of(Stage stage, String caseNumber) {
        var rows = new TreeMap<String, Set<?>>();
        rows.put("hiring_case", rows(stage, "select * from hiring_case where number = ?", caseNumber));
        for (var table : TABLES) {
            rows.put(table, rows(stage, "select * from " + table + " where case_number = ?", caseNumber));
        }
        rows.put(
                "candidate_commitment",
                rows(
                        stage,
                        "select * from candidate_commitment where selection_id in (select id from selection where case_number = ?)",
                        caseNumber));
        return new Standing(
                stage.taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .map(task -> task.getTaskDefinitionKey() + " " + task.getId() + " " + task.getAssignee())
                        .collect(Collectors.toSet()),
                stage
                        .runtimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(instance -> instance.getId(), instance -> stage.runtimeService()
                                .getVariables(instance.getId()))),
                stage.decisions().of(caseNumber).size(),
                stage.jdbc()
                        .queryForObject("select count(*) from notice where case_number = ?", Long.class, caseNumber),
                rows);
    }

    private static Set<?> rows(Stage stage, String query, String caseNumber) {
        return new HashSet<>(stage.jdbc().queryForList(query, caseNumber));
    }
}
