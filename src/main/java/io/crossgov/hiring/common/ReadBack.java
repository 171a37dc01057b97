package io.crossgov.hiring.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Bodies with what a resource shows besides what can be set: somebody who reads it, changes one thing and sends all of it back is taken at
 * the word. What cannot be set may come back as it is, and is refused by name when it is another, since it would be dropped otherwise.
 */
@Component
public class ReadBack {

    private final AnswersConverter bodies;
    private final ObjectMapper json;

    ReadBack(AnswersConverter bodies, ObjectMapper json) {
        this.bodies = bodies;
        this.json = json;
    }

    /**
     * What can be set, of what was sent.
     *
     * @param shown the resource as it is read now, null when there is none yet
     * @param notSet each property that is shown and cannot be set, with a sentence on what decides it
     * @throws Refusal 400 with everything that cannot be read, is not known or cannot be set
     */
    public <R> R settable(JsonNode sent, Class<R> type, Object shown, Map<String, String> notSet) {
        if (!sent.isObject()) {
            throw noObject();
        }
        var faults = new Faults();
        JsonNode now = json.valueToTree(shown);
        if (sent instanceof ObjectNode properties) {
            notSet.forEach((name, decided) -> {
                var given = properties.remove(name);
                if (given != null && !same(given, now.path(name))) {
                    faults.add(
                            name,
                            "\"" + name + "\" cannot be set here. " + decided
                                    + " Leave it out, or send it as it is read.");
                }
            });
        }
        try {
            return bodies.read(sent, type, faults);
        } catch (JsonProcessingException unreadable) {
            throw noObject();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Whoever changes something names the version of it that he or she read, so that nobody overwrites what somebody else saved meanwhile.
     *
     * @param what is changed, in words: the pool
     * @param version as it was sent, or null
     * @param now the version there is
     * @param changedMeanwhile when it is another one
     * @throws Refusal 400 when none is named, or {@code changedMeanwhile}
     */
    public static void mustBeRead(String what, JsonNode version, long now, Refusal changedMeanwhile) {
        if (version == null || !version.canConvertToExactIntegral()) {
            throw Refusal.invalid(
                    "version",
                    "Send the version of " + what + " that you read, now " + now
                            + ": then nobody overwrites what somebody else has changed meanwhile.");
        }
        if (version.longValue() != now) {
            throw changedMeanwhile;
        }
    }

    private static Refusal noObject() {
        return Refusal.invalid(null, "The body is no JSON object.");
    }

    /** 87.5 is 87.50, and what is not there is null. */
    private static boolean same(JsonNode given, JsonNode now) {
        if (given.isNumber() && now.isNumber()) {
            return given.decimalValue().compareTo(now.decimalValue()) == 0;
        }
        return given.equals(now) || given.isNull() && now.isMissingNode();
    }
}
