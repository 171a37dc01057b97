package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.common.Fault;
import io.crossgov.hiring.common.Refusal;
import java.util.stream.Collectors;

/** What a person reads who does not get what was asked for. */
final class Refused {

    private final int status;
    private final String field;
    private final String rule;
    private final String sentence;

    Refused(int status, String field, String rule, String sentence) {
        this.status = status;
        this.field = field;
        this.rule = rule;
        this.sentence = sentence;
    }

    static Refused of(Refusal refusal) {
        return new Refused(
                refusal.kind().status(),
                refusal.field().orElse(null),
                refusal.rule().orElse(null),
                refusal.faults().stream().map(Fault::sentence).collect(Collectors.joining(" ")));
    }

    /** The sentence has these parts. */
    Refused because(String... partsOfTheSentence) {
        assertThat(sentence).contains(partsOfTheSentence);
        return this;
    }

    Refused by(String expectedRule) {
        assertThat(rule).as("rule behind: " + sentence).isEqualTo(expectedRule);
        return this;
    }

    Refused at(String expectedField) {
        assertThat(field).as("field to mend: " + sentence).isEqualTo(expectedField);
        return this;
    }

    Refused withStatus(int expectedStatus) {
        assertThat(status).as("status of: " + sentence).isEqualTo(expectedStatus);
        return this;
    }

    String sentence() {
        return sentence;
    }
}
