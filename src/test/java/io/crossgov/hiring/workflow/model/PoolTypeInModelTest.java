package io.crossgov.hiring.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.PoolType;
import java.io.File;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

/** D1: the model asks for what {@link PoolType} and the issuing agency say, and names the types of which people read there. */
class PoolTypeInModelTest {

    @Test
    void own_employees_are_told_first_where_the_pool_asks_for_it_and_people_read_of_which_types() {
        SequenceFlow told =
                Bpmn.readModelFromFile(new File("bpmn/cross-gov-hiring.bpmn")).getModelElementById("csa-notice-yes");

        assertThat(told.getConditionExpression().getTextContent()).isEqualTo("${ownEmployeesFirst}");
        for (var type : PoolType.values()) {
            assertThat(told.getSource().getName().contains("(" + type.name() + ")"))
                    .as(type + " in \u201c" + told.getSource().getName() + "\u201d")
                    .isEqualTo(type.ownEmployeesFirst());
        }
    }
}
