package io.crossgov.hiring.common;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with what a person sent.
 *
 * @param field path of the answer to mend, as the form or the JSON body names it, for example {@code recipients[1].email}; null when
 *     no single answer is to blame
 * @param rule the rule that forbids it, for example "L6", or null
 * @param sentence what the person reads, whole and plain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String field, String rule, String sentence) {

    public Fault(String field, String sentence) {
        this(field, null, sentence);
    }
}
