package io.crossgov.hiring.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.PoolType;
import java.io.File;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

/** D1: the model asks by the type's name what {@link PoolType} says of it. */
class PoolTypeInModelTest {

    private static final Pattern TYPE = Pattern.compile("poolType == '(\\w+)'");

    @Test
    void own_employees_are_told_first_for_exactly_those_types_of_pool_that_ask_for_it() {
        SequenceFlow told =
                Bpmn.readModelFromFile(new File("bpmn/cross-gov-hiring.bpmn")).getModelElementById("csa-notice-yes");
        var condition = told.getConditionExpression().getTextContent();

        assertThat(TYPE.matcher(condition).results().map(type -> PoolType.valueOf(type.group(1))))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PoolType.values())
                        .filter(PoolType::ownEmployeesFirst)
                        .toList());
        assertThat(TYPE.matcher(condition).replaceAll("is")).matches("\\$\\{is( \\|\\| is)*}");
    }
}
