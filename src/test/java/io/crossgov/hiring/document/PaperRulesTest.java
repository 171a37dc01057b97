package io.crossgov.hiring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Purpose × role × state of the case: who reads and who files. */
class PaperRulesTest {

    private static final PaperCase BEFORE_ACCESS = state(true, false, true);
    private static final PaperCase REVIEWED = state(true, true, true);
    private static final PaperCase POOL_ENDED = state(true, true, false);
    private static final PaperCase CLOSED = state(false, false, true);

    /** Letters: manager M, HR H, coordinator C, expert E; a dash for nobody of the agency. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    purpose         | before access | reviewed | pool ended | closed
                    OF-8            | MHCE          | MHCE     | MHCE       | MHCE
                    CLASSIFIED-PD   | MHCE          | MHCE     | MHCE       | MHCE
                    SAMPLE-PD       | MHCE          | MHCE     | MHCE       | MHCE
                    FREEZE-EVIDENCE | MHCE          | MHCE     | MHCE       | MHCE
                    FREEZE-CLARIFICATION | MHCE     | MHCE     | MHCE       | MHCE
                    RPL-EXCEPTION   | MH            | MH       | MH         | -
                    OTHER           | MH            | MH       | MH         | -
                    SF-52           | -             | MH       | MH         | -
                    WITHDRAWAL      | -             | MH       | MH         | -
                    SF-62           | -             | MH       | -          | -
                    SECOND-REVIEW   | -             | MH       | -          | -
                    CONTACT         | -             | MH       | -          | -
                    RESUME          | -             | MH       | -          | -
                    """)
    void who_at_the_agency_reads(
            String purpose, String beforeAccess, String reviewed, String poolEnded, String closed) {
        assertThat(readers(purpose, BEFORE_ACCESS)).isEqualTo(beforeAccess);
        assertThat(readers(purpose, REVIEWED)).isEqualTo(reviewed);
        assertThat(readers(purpose, POOL_ENDED)).isEqualTo(poolEnded);
        assertThat(readers(purpose, CLOSED)).isEqualTo(closed);
    }

    /** O is OPM's team, who must not put an agency's paper into its case. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    purpose         | before access | reviewed | closed
                    OF-8            | MH            | MH       | -
                    CLASSIFIED-PD   | MH            | MH       | -
                    SAMPLE-PD       | O             | O        | -
                    FREEZE-EVIDENCE | H             | H        | -
                    FREEZE-CLARIFICATION | MH       | MH       | -
                    RPL-EXCEPTION   | H             | H        | -
                    OTHER           | MHO           | MHO      | -
                    SF-52           | -             | H        | -
                    WITHDRAWAL      | -             | MH       | -
                    SF-62           | -             | MH       | -
                    SECOND-REVIEW   | -             | MH       | -
                    CONTACT         | -             | MHO      | -
                    RESUME          | -             | -        | -
                    """)
    void who_files(String purpose, String beforeAccess, String reviewed, String closed) {
        assertThat(filers(purpose, BEFORE_ACCESS)).isEqualTo(beforeAccess);
        assertThat(filers(purpose, REVIEWED)).isEqualTo(reviewed);
        assertThat(filers(purpose, CLOSED)).isEqualTo(closed);
    }

    @Test
    void with_a_candidate_of_a_pool_OPM_files_what_every_agency_may_read_and_no_paper_of_a_case() {
        assertThat(DocumentPurpose.values())
                .filteredOn(purpose ->
                        catchThrowableOfType(Refusal.class, () -> PaperRules.mustBeOfACandidate(purpose)) == null)
                .containsExactly(DocumentPurpose.RESUME, DocumentPurpose.OTHER);
    }

    @Test
    void OPM_reads_all_and_another_agency_and_the_designer_read_nothing() {
        var opm = new Actor("o", "O", "", Actor.OPM, Set.of(Role.OPM_CROSS_GOV));
        var designer = new Actor("d", "D", "", Actor.OPM, Set.of(Role.OPM_DESIGNER));
        var other = new Actor("x", "X", "", "VA", Set.of(Role.HIRING_MANAGER, Role.HR_SPECIALIST));
        for (var state : List.of(BEFORE_ACCESS, REVIEWED, POOL_ENDED, CLOSED)) {
            assertThat(PaperRules.readable(state, opm)).isEqualTo(Set.of(DocumentPurpose.values()));
            assertThat(PaperRules.readable(state, designer)).isEmpty();
            assertThat(PaperRules.readable(state, other)).isEmpty();
            assertThat(DocumentPurpose.values()).noneMatch(purpose -> files(purpose.word(), state, other));
            assertThat(DocumentPurpose.values()).noneMatch(purpose -> files(purpose.word(), state, designer));
        }
    }

    @Test
    void a_refusal_says_whose_work_it_is_and_what_stands_in_the_way() {
        var expert = at(Role.SUBJECT_MATTER_EXPERT);
        var hr = at(Role.HR_SPECIALIST);

        assertThat(refusal("SF-62", REVIEWED, expert).sentence())
                .isEqualTo("SF-62: this is put on file by the agency's Hiring manager or the agency's HR specialist.");
        assertThat(refusal("SF-52", CLOSED, hr).kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal("SF-52", CLOSED, hr).sentence()).contains("XGH-2026-000001 is closed");
        assertThat(refusal("SF-52", BEFORE_ACCESS, hr).sentence()).contains("has not approved");
        assertThat(refusal("RESUME", REVIEWED, hr).field()).contains("purpose");
        assertThat(refusal("RUBBISH", REVIEWED, hr).field()).contains("purpose");
    }

    private static PaperCase state(boolean open, boolean candidatesShown, boolean poolOpen) {
        return new PaperCase(new CaseNumber("XGH-2026-000001"), "GSA", open, candidatesShown, poolOpen);
    }

    private static Actor at(Role role) {
        return new Actor("p", "P", "", role.isOpm() ? Actor.OPM : "GSA", Set.of(role));
    }

    private static String readers(String purpose, PaperCase state) {
        return letters(role -> PaperRules.mayRead(DocumentPurpose.of(purpose), state, at(role)), Role.OPM_CROSS_GOV);
    }

    private static String filers(String purpose, PaperCase state) {
        return letters(role -> files(purpose, state, at(role)), Role.OPM_DESIGNER);
    }

    private static String letters(Predicate<Role> may, Role leftOut) {
        var letters = Arrays.stream(Role.values())
                .filter(role -> role != leftOut)
                .filter(may)
                .map(PaperRulesTest::letter)
                .collect(Collectors.joining());
        return letters.isEmpty() ? "-" : letters;
    }

    private static String letter(Role role) {
        return switch (role) {
            case HIRING_MANAGER -> "M";
            case HR_SPECIALIST -> "H";
            case SHARED_CERTIFICATE_COORDINATOR -> "C";
            case SUBJECT_MATTER_EXPERT -> "E";
            case OPM_CROSS_GOV -> "O";
            case OPM_DESIGNER -> "D";
        };
    }

    private static boolean files(String purpose, PaperCase state, Actor actor) {
        return refusal(purpose, state, actor) == null;
    }

    private static Refusal refusal(String purpose, PaperCase state, Actor actor) {
        return catchThrowableOfType(
                Refusal.class, () -> PaperRules.mustFile(DocumentPurpose.of(purpose), state, actor));
    }
}
