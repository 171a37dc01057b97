package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.common.Fault;
import io.crossgov.hiring.common.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** What a person reads who does not get what was asked for. */
final class Refused {

    private final int status;
    private final String field;
    private final String rule;
    private final String sentence;
    private final List<Fault> faults;

    private Refused(int status, String field, String rule, List<Fault> faults) {
        this.status = status;
        this.field = field;
        this.rule = rule;
        this.sentence = faults.stream().map(Fault::sentence).collect(Collectors.joining(" "));
        this.faults = faults;
    }

    /** Whatever is refused speaks of days as people do; a script is given an example of how it writes them. */
    static Refused of(Refusal refusal) {
        assertThat(refusal.faults())
                .extracting(Fault::sentence)
                .noneMatch(sentence -> sentence.matches("(?s).*(?<!for example )\\d{4}-\\d{2}-\\d{2}.*"));
        return new Refused(
                refusal.kind().status(),
                refusal.field().orElse(null),
                refusal.rule().orElse(null),
                refusal.faults());
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

    Refused not(String partOfTheSentence) {
        assertThat(sentence).doesNotContain(partOfTheSentence);
        return this;
    }

    Refused at(String expectedField) {
        assertThat(field).as("field to mend: " + sentence).isEqualTo(expectedField);
        return this;
    }

    /** All answers to mend, in the order in which they are told. */
    Refused atAll(String... expectedFields) {
        assertThat(faults).as("answers to mend").extracting(Fault::field).containsExactly(expectedFields);
        return this;
    }

    Refused withStatus(int expectedStatus) {
        assertThat(status).as("status of: " + sentence).isEqualTo(expectedStatus);
        return this;
    }

    int status() {
        return status;
    }

    /** All that was wrong, in the order in which it is said. */
    List<Fault> faults() {
        return faults;
    }

    String sentence() {
        return sentence;
    }
}
