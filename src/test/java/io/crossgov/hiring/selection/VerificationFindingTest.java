package io.crossgov.hiring.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crossgov.hiring.law.Rule;
import io.crossgov.hiring.selection.Verification.Finding;
import io.crossgov.hiring.selection.Verification.Mended;
import org.junit.jupiter.api.Test;

/** What stays on record of a finding, and what is told of it. */
class VerificationFindingTest {

    private static final Finding LIST_CHANGED =
            new Finding(Rule.L11, false, Mended.NEVER, "This candidate is not on the list.", "");

    private static final Finding PASSED_OVER =
            new Finding(Rule.L14, false, Mended.BY_HR, "A-1 is a preference eligible and comes first.", "");

    private static final Finding NUMBER_MISSING =
            new Finding(Rule.SF_52, false, Mended.BY_HR, "The SF-52 number is missing.", "");

    @Test
    void a_finding_is_kept_by_the_names_that_records_of_old_decisions_have() throws Exception {
        assertThat(new JsonMapper().writeValueAsString(LIST_CHANGED.kept()))
                .isEqualTo(
                        "{\"rule\":\"L11\",\"what\":\"The candidate is referred to the case, and for the duty location\","
                                + "\"holds\":false,\"mended\":\"NEVER\",\"fact\":\"This candidate is not on the list.\",\"mend\":\"\","
                                + "\"binding\":false}");
        assertThat(NUMBER_MISSING.kept().rule()).isEqualTo("step 5");
    }

    @Test
    void OPM_is_bound_by_every_rule_but_the_list_that_it_keeps_itself() {
        assertThat(PASSED_OVER.isBinding()).isTrue();
        assertThat(NUMBER_MISSING.isBinding()).isTrue();
        assertThat(LIST_CHANGED.isBinding()).isFalse();
    }

    @Test
    void what_is_missing_is_told_without_who_has_preference() {
        assertThat(PASSED_OVER.asMissing())
                .isEqualTo("Does not hold: No preference eligible is passed over (5 U.S.C. 3318(c), 3319(c))."
                        + " The task \u201c7 Correct Selection\u201d says what to do.");
        assertThat(NUMBER_MISSING.asMissing()).isEqualTo("The SF-52 number is missing.");
    }

    @Test
    void the_law_forbids_a_selection_and_who_else_comes_first_does_not() {
        assertThat(LIST_CHANGED.forbids()).isTrue();
        assertThat(new Finding(Rule.L14, false, Mended.NEVER, "It cannot be said whether A-1 comes first.", "")
                        .forbids())
                .isFalse();
    }
}
