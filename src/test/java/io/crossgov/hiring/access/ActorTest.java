package io.crossgov.hiring.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.common.Refusal;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person's agency and roles open, and what they do not. */
class ActorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    agency | role           | may see GSA | may see VA | works for GSA | works for OPM
                    GSA    | HIRING_MANAGER | true        | false      | true          | false
                    VA     | HIRING_MANAGER | false       | true       | false         | false
                    OPM    | OPM_CROSS_GOV  | true        | true       | false         | true
                    OPM    | OPM_DESIGNER   | false       | false      | false         | true
                    """)
    void an_agency_sees_its_own_and_OPMs_team_sees_all(
            String agency, Role role, boolean seesGsa, boolean seesVa, boolean forGsa, boolean forOpm) {
        var actor = actor(agency, role);

        assertThat(actor.maySee("GSA")).isEqualTo(seesGsa);
        assertThat(actor.maySee("VA")).isEqualTo(seesVa);
        assertThat(actor.worksFor("GSA")).isEqualTo(forGsa);
        assertThat(actor.worksFor(Actor.OPM)).isEqualTo(forOpm);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_the_team_decides_for_OPM_and_only_who_is_nothing_else_just_draws(Role role) {
        assertThat(actor("OPM", role).isOpmStaff()).isEqualTo(role == Role.OPM_CROSS_GOV);
        assertThat(actor("OPM", role).isDesignerOnly()).isEqualTo(role == Role.OPM_DESIGNER);
        assertThat(actor("OPM", Role.OPM_DESIGNER, Role.OPM_CROSS_GOV).isDesignerOnly())
                .isFalse();
    }

    @Test
    void one_of_the_roles_is_enough_and_who_has_none_is_told_which() {
        var manager = actor("GSA", Role.HIRING_MANAGER);

        assertThatCode(() -> manager.mustHave(Role.HR_SPECIALIST, Role.HIRING_MANAGER))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> manager.mustHave(Role.HR_SPECIALIST, Role.OPM_CROSS_GOV))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.kind().status()).isEqualTo(403))
                .hasMessage("This is for the role HR specialist or OPM CrossGovHiring team.");
        assertThatThrownBy(() -> Actor.SYSTEM.mustHave(Role.values())).isInstanceOf(Refusal.class);
    }

    @Test
    void the_record_names_the_roles_in_one_order() {
        assertThat(actor("GSA", Role.SUBJECT_MATTER_EXPERT, Role.HIRING_MANAGER).roleTitles())
                .isEqualTo("Hiring manager, Subject-matter expert");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_is_found_by_its_group_and_is_OPMs_or_an_agencys(Role role) {
        assertThat(Role.ofGroup(role.groupId())).contains(role);
        assertThat(role.isOpm()).isEqualTo(role == Role.OPM_CROSS_GOV || role == Role.OPM_DESIGNER);
        assertThat(Role.ofGroup("camunda-admin")).isEmpty();
    }

    private static Actor actor(String agency, Role... roles) {
        return new Actor("dana", "Dana Whitfield", "dana@gsa.example", agency, Set.copyOf(Arrays.asList(roles)));
    }
}
