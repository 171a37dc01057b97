package io.crossgov.hiring.common;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * A file of the law's data, which administrators may replace by their own: YAML, taken whole or not at all. What stands in it stays text
 * until a value takes it, so that a series 0020 and a day 2025-01-20 need no quotes.
 */
public final class LawFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final String setting;
    private final Resource file;

    private LawFile(String setting, Resource file) {
        this.setting = setting;
        this.file = file;
    }

    /**
     * What the file says, as a record that refuses with an {@link IllegalArgumentException} what cannot be.
     *
     * @param setting names the file
     * @param file null when the setting is empty
     * @throws StartRefused in a sentence with the file, the entry and the reason, whatever is wrong with it
     */
    public static <T> T read(String setting, Resource file, Class<T> type) {
        if (file == null || !file.isReadable()) {
            throw new StartRefused("The setting " + setting + " names no file that can be read"
                    + (file == null ? "" : ", but " + file.getDescription())
                    + ". Correct it and start again: a file of your own has \"file:\" before its path.");
        }
        return new LawFile(setting, file).as(type);
    }

    private <T> T as(Class<T> type) {
        var tree = tree();
        try {
            return JSON.treeToValue(tree, type);
        } catch (JsonMappingException wrong) {
            throw refused(entry(tree, wrong.getPath()) + reason(wrong));
        } catch (IOException impossible) {
            throw new IllegalStateException("a tree has nothing to parse", impossible);
        }
    }

    private StartRefused refused(String why) {
        return new StartRefused("The file of the setting " + setting + ", " + file.getFilename() + ", cannot be used: "
                + why + ". Correct it and start again.");
    }

    private JsonNode tree() {
        try (var content = file.getInputStream()) {
            var root = new Yaml(new LoaderOptions()).compose(new UnicodeReader(content));
            if (!(root instanceof MappingNode)) {
                throw refused("it does not begin with a key");
            }
            return tree(root);
        } catch (MarkedYAMLException wrong) {
            throw refused(
                    "it is no YAML in line " + (wrong.getProblemMark().getLine() + 1) + ", " + wrong.getProblem());
        } catch (YAMLException | IOException unreadable) {
            throw refused("it is no YAML in UTF-8");
        }
    }

    private JsonNode tree(Node yaml) {
        if (yaml instanceof MappingNode mapping) {
            var object = JsonNodeFactory.instance.objectNode();
            for (var entry : mapping.getValue()) {
                var key = entry.getKeyNode() instanceof ScalarNode word ? word.getValue() : "";
                if (object.has(key)) {
                    throw refused("line " + (entry.getKeyNode().getStartMark().getLine() + 1) + " says " + key
                            + " a second time");
                }
                object.set(key, tree(entry.getValueNode()));
            }
            return object;
        }
        if (yaml instanceof SequenceNode sequence) {
            var array = JsonNodeFactory.instance.arrayNode();
            sequence.getValue().forEach(each -> array.add(tree(each)));
            return array;
        }
        return yaml.getTag().equals(Tag.NULL)
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode(((ScalarNode) yaml).getValue());
    }

    /** For example "in entry 2 of grounds (memo), "; empty for what is in no entry. */
    private static String entry(JsonNode tree, List<JsonMappingException.Reference> path) {
        var here = tree;
        var list = "";
        var entry = "";
        for (var step : path) {
            if (step.getFieldName() == null) {
                here = here.path(step.getIndex());
                entry = "in entry " + (step.getIndex() + 1) + " of " + list
                        + (here.path("id").isTextual() ? " (" + here.path("id").textValue() + ")" : "") + ", ";
            } else {
                list = step.getFieldName();
                here = here.path(list);
            }
        }
        return entry;
    }

    private static String reason(JsonMappingException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return unknown.getPropertyName() + " is not known; known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (wrong.getCause() instanceof IllegalArgumentException refused) {
            return refused.getMessage();
        }
        var last = wrong.getPath().isEmpty()
                ? null
                : wrong.getPath().get(wrong.getPath().size() - 1).getFieldName();
        var part = (last == null ? "it" : last)
                + (wrong instanceof InvalidFormatException format ? " \"" + format.getValue() + "\"" : "");
        return wrong instanceof MismatchedInputException mismatch
                ? part + " is " + missed(mismatch.getTargetType())
                : part + " cannot be read";
    }

    /** What something is not. */
    private static String missed(Class<?> type) {
        if (type.isEnum()) {
            return "none of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == LocalDate.class) {
            return "no day written as 2025-01-31";
        }
        if (type == int.class) {
            return "no whole number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "no list";
        }
        return type == String.class ? "no plain text" : "no group of keys";
    }
}
