package io.crossgov.hiring.task;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.crossgov.hiring.common.SeveralLines;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.objenesis.SpringObjenesis;

/**
 * What a form can be bound to: the type of its answers and the type of what it shows, found among the features' beans without
 * starting anything.
 */
record FormShape(JavaType answers, JavaType view) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .build();

    /** All forms of the features, by {@code <task id>}; start forms by {@code start of <process id>}. */
    static Map<String, FormShape> all() {
        var shapes = new LinkedHashMap<String, FormShape>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(TaskForm.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(StartForm.class));
        var objenesis = new SpringObjenesis();
        for (var candidate : scanner.findCandidateComponents("io.crossgov.hiring")) {
            try {
                var type = Class.forName(candidate.getBeanClassName());
                var form = objenesis.newInstance(type);
                if (form instanceof TaskForm<?> task) {
                    shapes.put(task.taskId(), new FormShape(javaType(task.answers()), viewOf(type)));
                } else if (form instanceof StartForm<?> start) {
                    shapes.put("start of " + start.processId(), new FormShape(javaType(start.answers()), viewOf(type)));
                }
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return shapes;
    }

    private static JavaType viewOf(Class<?> form) {
        return Stream.<Class<?>>iterate(form, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals("open") && !method.isBridge())
                .map(method -> JSON.constructType(method.getGenericReturnType()))
                .findFirst()
                .orElseThrow();
    }

    private static JavaType javaType(Class<?> type) {
        return JSON.constructType(type);
    }

    /** The names of a record's JSON properties. */
    static java.util.Set<String> names(Class<?> type) {
        return names(javaType(type));
    }

    /** The names of a type's JSON properties. */
    static java.util.Set<String> names(JavaType type) {
        var names = new java.util.LinkedHashSet<String>();
        for (var property : properties(type)) {
            var unwrapped = unwrapped(property);
            if (unwrapped.isPresent()) {
                names.addAll(names(unwrapped.get()));
            } else {
                names.add(property.getName());
            }
        }
        return names;
    }

    /** The type of what stands at {@code path}, empty when there is nothing; whatever has no shape of its own has everything. */
    static Optional<JavaType> at(JavaType type, String path) {
        var current = Optional.of(type);
        for (var name : path.split("\\.")) {
            current = current.flatMap(each -> property(each, name));
        }
        return current;
    }

    /** Whether line breaks are taken in the answer of that name. */
    static boolean hasSeveralLines(JavaType answers, String name) {
        return Arrays.stream(answers.getRawClass().getRecordComponents())
                .anyMatch(component ->
                        component.getName().equals(name) && component.isAnnotationPresent(SeveralLines.class));
    }

    private static Optional<JavaType> property(JavaType type, String name) {
        if (type.isMapLikeType()) {
            return Optional.of(type.getContentType());
        }
        if (type.hasRawClass(Object.class) || type.isTypeOrSubTypeOf(JsonNode.class)) {
            return Optional.of(type);
        }
        for (var property : properties(type)) {
            var unwrapped = unwrapped(property);
            if (unwrapped.isPresent()) {
                var inside = property(unwrapped.get(), name);
                if (inside.isPresent()) {
                    return inside;
                }
            } else if (property.getName().equals(name)) {
                return Optional.of(unpacked(property.getPrimaryType()));
            }
        }
        return Optional.empty();
    }

    private static JavaType unpacked(JavaType type) {
        return type.isReferenceType() ? type.getContentType() : type;
    }

    private static Iterable<BeanPropertyDefinition> properties(JavaType type) {
        return JSON.getSerializationConfig().introspect(type).findProperties();
    }

    private static Optional<JavaType> unwrapped(BeanPropertyDefinition property) {
        var member = property.getAccessor();
        var introspector = JSON.getSerializationConfig().getAnnotationIntrospector();
        return member != null && introspector.findUnwrappingNameTransformer(member) != null
                ? Optional.of(property.getPrimaryType())
                : Optional.empty();
    }
}
