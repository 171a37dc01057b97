package io.crossgov.hiring.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Sends an answer in each place in which the form does not ask for it: whatever is chosen in the form that hides the answer. Our renderer
 * leaves it out; whoever sends it all the same must read so, and nothing may happen.
 */
final class NotAsked {

    private static final Pattern ROW = Pattern.compile("\\[\\d+]");

    private final Colleague who;
    private final Work work;
    private final String task;
    private final String id;
    private final Class<?> record;
    private final JsonNode view;
    private final ObjectNode usual;
    private final FormOnScreen form;
    private final Set<String> tried = new TreeSet<>();
    private final List<String> taken = new ArrayList<>();

    NotAsked(Colleague who, Work work, String task, Class<?> record, Map<String, Object> changed) {
        this.who = who;
        this.work = work;
        this.task = task;
        this.record = record;
        this.id = who.find(work, task).orElseThrow().getId();
        this.view = who.opens(work, task);
        this.usual = who.filled(work, task, changed);
        this.form = FormOnScreen.of(task);
    }

    /** Answers that were refused where they are not asked, such as {@code rows.alternateRank}. */
    Set<String> tried() {
        return tried;
    }

    /** Where something else was said instead. */
    List<String> taken() {
        return taken;
    }

    /** With the usual answers, and with each other choice in its turn. */
    NotAsked tries() {
        sends(usual);
        var rows = new LinkedHashSet<String>();
        form.choices(view, usual).forEach((path, choices) -> {
            // One row of a kind is enough.
            if (rows.add(withoutRows(path)) && form.deciding().contains(name(path))) {
                choices.forEach(choice -> sendsChoosing(path, choice));
            }
        });
        return this;
    }

    private void sendsChoosing(String path, String choice) {
        var otherwise = usual.deepCopy();
        holder(otherwise, path).put(name(path), choice);
        if (!form.hidden(view, otherwise).contains(path)) {
            sends(otherwise);
        }
    }

    private void sends(ObjectNode chosen) {
        var hidden = form.hidden(view, chosen);
        var asSent = chosen.deepCopy();
        hidden.forEach(path -> holder(asSent, path).remove(name(path)));
        var places = new LinkedHashSet<String>();
        for (var path : hidden) {
            if (places.add(withoutRows(path))) {
                var sent = asSent.deepCopy();
                holder(sent, path).set(name(path), something(path, chosen));
                isRefused(path, sent);
            }
        }
    }

    private void isRefused(String path, ObjectNode sent) {
        try {
            var refused = who.refused(work, () -> who.submit(id, sent));
            if (refused.status() == 409
                    || refused.faults().stream()
                            .anyMatch(fault -> path.equals(fault.field())
                                    && fault.sentence().startsWith("Leave this answer out. "))) {
                tried.add(withoutRows(path));
            } else {
                taken.add(task + " " + path + " with " + sent + ": " + refused.faults());
            }
        } catch (AssertionError wasTaken) {
            throw new AssertionError(task + " " + path + " with " + sent, wasTaken);
        }
    }

    /** Something that would do if it were asked. */
    private JsonNode something(String path, ObjectNode chosen) {
        var choices = form.choices(view, chosen).getOrDefault(path, Set.of());
        Object value =
                choices.isEmpty() ? something(type(path)) : choices.iterator().next();
        return who.json(Map.of("value", value)).get("value");
    }

    private static Object something(Class<?> type) {
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 3, 2);
        }
        if (type == UUID.class) {
            return UUID.nameUUIDFromBytes(new byte[] {7});
        }
        if (type == Integer.class) {
            return 1;
        }
        if (type == boolean.class) {
            return true;
        }
        return "Something";
    }

    private Class<?> type(String path) {
        var in = record;
        for (var step : withoutRows(path).split("\\.")) {
            for (var component : in.getRecordComponents()) {
                if (component.getName().equals(step)) {
                    in = component.getGenericType() instanceof java.lang.reflect.ParameterizedType list
                            ? (Class<?>) list.getActualTypeArguments()[0]
                            : component.getType();
                    break;
                }
            }
        }
        return in;
    }

    private static ObjectNode holder(ObjectNode answers, String path) {
        var row = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
        return (ObjectNode)
                answers.at(row.isEmpty() ? "" : "/" + row.replace("[", "/").replace("]", ""));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String withoutRows(String path) {
        return ROW.matcher(path).replaceAll("");
    }
}
