package io.crossgov.hiring.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes words of their own into every text that a form asks for and the usual hire leaves empty, and looks for them on record. */
final class KeptAnswers {

    private final JdbcTemplate jdbc;
    private final List<String> lost = new ArrayList<>();
    private int written;

    KeptAnswers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers that were taken and are nowhere. */
    List<String> lost() {
        return lost;
    }

    int written() {
        return written;
    }

    /** Completes the task with these answers and with words where there are none. */
    void completes(Colleague who, Work work, String task, Class<?> record, Map<String, Object> changed) {
        var view = who.opens(work, task);
        var usual = who.filled(work, task, changed);
        var words = new LinkedHashMap<String, Object>();
        for (var name : empty(record, view, usual, FormOnScreen.of(task))) {
            words.put(name, "Kept words " + ++written + ".");
        }
        var answers = new LinkedHashMap<>(changed);
        answers.putAll(words);
        who.completes(work, task, answers);
        var afterwards = words.isEmpty() ? null : Snapshot.of(jdbc);
        words.forEach((name, said) -> {
            if (!afterwards.holds(said.toString())) {
                lost.add(task + " " + name + " with " + usual);
            }
        });
    }

    private static List<String> empty(Class<?> record, JsonNode view, ObjectNode usual, FormOnScreen form) {
        var hidden = form.hidden(view, usual);
        var chosen = form.choices(view, usual).keySet();
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getType() == String.class)
                .map(component -> component.getName())
                .filter(name -> !hidden.contains(name) && !chosen.contains(name))
                .filter(name -> usual.path(name).asText("").isEmpty()
                        || usual.path(name).isNull())
                .toList();
    }
}
