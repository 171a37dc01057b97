package io.crossgov.hiring.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.common.StartRefused;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Production never runs with people whose password everybody knows. */
class NoDemoInProductionTest {

    private final People people = mock(People.class);
    private final NoDemoInProduction check = new NoDemoInProduction(people, new ObjectMapper());

    @Test
    void production_refuses_to_start_with_the_demonstrations_people() {
        var demo = mock(Person.class);
        when(demo.id()).thenReturn("opm-1");
        when(demo.email()).thenReturn("priya.raman@opm.example");
        when(people.find(any())).thenReturn(Optional.empty());
        when(people.find("opm-1")).thenReturn(Optional.of(demo));

        assertThatThrownBy(() -> check.afterSingletonsInstantiated())
                .isInstanceOf(StartRefused.class)
                .hasMessage("This database holds the demonstration's people, for example opm-1."
                        + " Production starts on a database of its own.");
    }

    @Test
    void production_starts_with_real_people_even_of_the_same_sign_in_name() {
        var real = mock(Person.class);
        when(real.email()).thenReturn("somebody@agency.example");
        when(people.find(any())).thenReturn(Optional.of(real));

        assertThatCode(() -> check.afterSingletonsInstantiated()).doesNotThrowAnyException();
    }
}
