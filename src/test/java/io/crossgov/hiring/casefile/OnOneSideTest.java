package io.crossgov.hiring.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.Refusal;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may decide for OPM on what an agency asks (L21), and what everybody else reads. */
class OnOneSideTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    of  | role          | worked on it | reads
                    OPM | OPM_CROSS_GOV | somebody     |
                    OPM | OPM_DESIGNER  | somebody     | This is for the role OPM CrossGovHiring team.
                    GSA | HR_SPECIALIST | olive        | This is for the role OPM CrossGovHiring team.
                    GSA | OPM_CROSS_GOV | somebody     | Nobody decides on both sides: you belong to the agency that asks, so somebody else in the OPM CrossGovHiring team does this.
                    OPM | OPM_CROSS_GOV | olive        | Nobody decides on both sides: you worked on this for the agency that asks, so somebody else in the OPM CrossGovHiring team does this.
                    """)
    void L21_who_decides_is_of_OPMs_team_not_of_the_agency_and_did_not_work_on_it_for_the_agency(
            String of, Role role, String workedOnIt, String reads) {
        var olive = new Actor("olive", "Olive Park", "olive@example.gov", of, Set.of(role));

        if (reads == null) {
            assertThatCode(() -> CaseDesk.mustBeOnOneSide(olive, "GSA", workedOnIt::equals))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> CaseDesk.mustBeOnOneSide(olive, "GSA", workedOnIt::equals))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_YOURS))
                    .hasMessage(reads);
        }
    }
}
