package io.crossgov.hiring.common;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Brings answers into the order in which their record names them: its components as they are declared, rows by their number, records
 * inside records alike. That is the order of the form. What the record does not have, and what names no answer, comes last.
 */
final class PathOrder implements Comparator<Fault> {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private final Class<?> answers;

    private PathOrder(Class<?> answers) {
        this.answers = answers;
    }

    static PathOrder of(Class<?> answers) {
        return new PathOrder(answers);
    }

    @Override
    public int compare(Fault one, Fault other) {
        var first = places(one.field());
        var second = places(other.field());
        for (int at = 0; at < Math.min(first.size(), second.size()); at++) {
            var difference = Integer.compare(first.get(at), second.get(at));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(first.size(), second.size());
    }

    /** Place of each step of a path: among the components of its record, or of its row. */
    private List<Integer> places(String path) {
        if (path == null) {
            return List.of(Integer.MAX_VALUE);
        }
        var places = new ArrayList<Integer>();
        Type within = answers;
        for (var step = STEP.matcher(path); step.find(); ) {
            if (step.group(2) != null) {
                places.add(Integer.parseInt(step.group(2)));
                continue;
            }
            var components = componentsOf(within);
            var place =
                    components.stream().map(RecordComponent::getName).toList().indexOf(step.group(1));
            places.add(place < 0 ? Integer.MAX_VALUE : place);
            within = place < 0 ? null : elementOf(components.get(place).getGenericType());
        }
        return places;
    }

    private static List<RecordComponent> componentsOf(Type type) {
        return type instanceof Class<?> record && record.isRecord()
                ? Arrays.asList(record.getRecordComponents())
                : List.of();
    }

    /** What a list holds; anything else is itself. */
    private static Type elementOf(Type type) {
        return type instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]
                : type;
    }
}
