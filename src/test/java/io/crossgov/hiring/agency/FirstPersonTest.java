package io.crossgov.hiring.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.StartRefused;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** Where there is nobody yet, the configured first person of OPM is let in. */
class FirstPersonTest {

    private final Agencies agencies = mock(Agencies.class);
    private final People people = mock(People.class);

    @Test
    void the_first_person_belongs_to_OPMs_team_and_OPM_is_set_up_with_it() {
        when(people.isEmpty()).thenReturn(true);
        when(agencies.find(Actor.OPM)).thenReturn(Optional.empty());

        start(new FirstPerson.Details("first", "Ada Ames", "ada.ames@opm.example", "Begin-Here-2026"));

        verify(agencies).save(eq(Actor.SYSTEM), any());
        var saved = ArgumentCaptor.forClass(PersonDetails.class);
        verify(people).save(eq(Actor.SYSTEM), saved.capture());
        assertThat(saved.getValue().id()).isEqualTo("first");
        assertThat(saved.getValue().agency()).isEqualTo(Actor.OPM);
        assertThat(saved.getValue().roles()).containsExactly(Role.OPM_CROSS_GOV);
        assertThat(saved.getValue().initialPassword()).isEqualTo("Begin-Here-2026");
    }

    @Test
    void once_there_is_anybody_nobody_is_let_in_by_configuration() {
        when(people.isEmpty()).thenReturn(false);

        start(new FirstPerson.Details("first", "Ada Ames", "ada.ames@opm.example", "Begin-Here-2026"));

        verify(people, never()).save(any(), any());
    }

    @Test
    void without_a_configured_person_nobody_is_let_in() {
        when(people.isEmpty()).thenReturn(true);

        start(new FirstPerson.Details(" ", null, null, null));

        verify(people, never()).save(any(), any());
    }

    @Test
    void a_first_person_who_cannot_be_set_up_ends_the_start_with_the_reason_and_what_to_correct() {
        when(people.isEmpty()).thenReturn(true);
        when(agencies.find(Actor.OPM)).thenReturn(Optional.empty());
        when(people.save(any(), any())).thenThrow(Refusal.invalid("initialPassword", "That password is too short."));

        assertThatThrownBy(() -> start(new FirstPerson.Details("first", "Ada Ames", "ada.ames@opm.example", "short")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The first person cannot be let in. That password is too short."
                        + " Correct crossgov.first-person (id, name, email, password) and start again.");
    }

    @Test
    void a_first_person_without_name_and_address_ends_the_start_with_all_that_is_missing() {
        var incomplete = new PersonDetails("first", "", "", null, Actor.OPM, Set.of(), null, null);
        when(people.isEmpty()).thenReturn(true);
        when(agencies.find(Actor.OPM)).thenReturn(Optional.empty());
        try (var rules = Validation.buildDefaultValidatorFactory()) {
            when(people.save(any(), any()))
                    .thenThrow(new ConstraintViolationException(
                            rules.getValidator().validate(incomplete)));
        }

        assertThatThrownBy(() -> start(new FirstPerson.Details("first", "", "", null)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(
                        "The first person cannot be let in. A person needs a name. A person needs an e-mail address.");
    }

    @Test
    void the_password_never_shows() {
        assertThat(new FirstPerson.Details("first", "Ada", "ada@opm.example", "Begin-Here-2026"))
                .asString()
                .doesNotContain("Begin-Here-2026");
        assertThat(new PersonDetails("first", "Ada", "ada@opm.example", null, "OPM", null, null, "Begin-Here-2026"))
                .asString()
                .doesNotContain("Begin-Here-2026");
    }

    private void start(FirstPerson.Details details) {
        new FirstPerson(agencies, people, details).prepare();
    }
}
