package io.crossgov.hiring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.intake.LikelyDouble.Sign;
import io.crossgov.hiring.intake.WhoIsWho.Someone;
import io.crossgov.hiring.pool.CandidateKeys;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is likely the same person, and which person a row is about. */
class WhoIsWhoTest {

    private static final AnnouncementNumber POOL = new AnnouncementNumber("CGA-DE-1");

    @ParameterizedTest
    @CsvSource({
        "123,zero.lead@other.example,Somebody Else,,000123,NUMBER",
        "cx-1001,x@other.example,Somebody Else,,CX-1001,NUMBER",
        "CX-1,x@other.example,Somebody Else,,CX-0001,NUMBER",
        "DU-2,dana.upton@MAIL.example,Somebody Else,,DU-1,EMAIL",
        "DU-2,dana@b\u00FCcher.example,Somebody Else,,DU-3,EMAIL",
        "Z-9,x@other.example,Zoe\u0308 O\u2019Brien,+1 (202) 555-0111,Z-1,NAME_AND_PHONE"
    })
    void a_row_that_is_likely_about_somebody_in_the_pool_is_asked_about(
            String number, String email, String name, String phone, String like, Sign sign) {
        var row = someone(number, email, name, phone, 2L, null);
        var who = new WhoIsWho(
                POOL,
                new DoubleRows.OfPool(List.of()),
                List.of(
                        row,
                        someone("000123", "zl@mail.example", "Zero Lead", null, null, "zl@mail.example"),
                        someone("CX-1001", "ab@mail.example", "Alicia", null, null, "ab@mail.example"),
                        someone("CX-0001", "cd@mail.example", "Cy", null, null, "cd@mail.example"),
                        someone("DU-1", "Dana.Upton@mail.example", "Dana", null, null, "dana.upton@mail.example"),
                        someone("DU-3", "dana@xn--bcher-kva.example", "Dana", null, null, "dana@xn--bcher-kva.example"),
                        someone("Z-1", "zoe@mail.example", "zoë o'brien", "202.555.0111", null, "zoe@mail.example")));
        who.identify(number, null);

        assertThat(who.undecided()).singleElement().satisfies(asked -> {
            assertThat(asked.line()).isEqualTo(2);
            assertThat(asked.otherApplicantNumber()).isEqualTo(like);
            assertThat(asked.otherLine()).isNull();
            assertThat(asked.signs()).containsExactly(sign);
            assertThat(asked.sentence())
                    .startsWith("Line 2, " + number + ", looks like " + like + " of this pool: the same ");
        });
    }

    @Test
    void two_rows_of_one_file_are_asked_about_once_on_the_later_line() {
        var who = new WhoIsWho(
                POOL,
                new DoubleRows.OfPool(List.of()),
                List.of(
                        someone("DU-1", "dana@mail.example", "Dana Upton", null, 2L, null),
                        someone("DU-2", "DANA@mail.example", "D. Upton", null, 3L, null)));
        who.identify("DU-1", null);
        who.identify("DU-2", null);

        assertThat(who.undecided()).hasSize(1);
    }

    @Test
    void the_same_name_alone_and_too_short_a_phone_number_say_nothing() {
        var who = new WhoIsWho(
                POOL,
                new DoubleRows.OfPool(List.of()),
                List.of(
                        someone("A-1", "a@mail.example", "John Smith", "12345", 2L, null),
                        someone("A-2", "b@mail.example", "John Smith", "12345", 3L, null),
                        someone("A-3", "c@mail.example", "Jane Smith", "202-555-0101", 4L, null),
                        someone("A-4", "d@mail.example", "John Smith", "202-555-0101", 5L, null)));
        var persons = List.of("A-1", "A-2", "A-3", "A-4").stream()
                .map(number -> who.identify(number, null))
                .toList();

        assertThat(who.undecided()).isEmpty();
        assertThat(persons).doesNotHaveDuplicates();
    }

    @Test
    void OPMs_word_makes_two_numbers_one_person_or_two_and_nobody_is_asked_again() {
        var pool = someone("000123", "zl@mail.example", "Zero Lead", null, null, "zl@mail.example");
        var row = someone("123", "zero@other.example", "Zero Lead", null, 2L, null);
        var one = new WhoIsWho(POOL, decided("123", "000123", true), List.of(row, pool));
        assertThat(one.identify("123", null)).isEqualTo("zl@mail.example");
        assertThat(one.undecided()).isEmpty();

        var couple = someone("J-2", "smiths@mail.example", "Jane Smith", null, 2L, null);
        var husband = someone("J-1", "smiths@mail.example", "John Smith", null, null, "smiths@mail.example");
        var two = new WhoIsWho(POOL, decided("J-1", "J-2", false), List.of(couple, husband));
        var jane = two.identify("J-2", null);
        assertThat(jane).isNotEqualTo("smiths@mail.example");
        assertThat(two.undecided()).isEmpty();

        // In the next pool she is known by address and name.
        var next = new WhoIsWho(
                POOL,
                new DoubleRows.OfPool(List.of()),
                List.of(
                        someone("K-7", "Smiths@mail.example", "JANE SMITH", null, 2L, null),
                        elsewhere("J-1", "smiths@mail.example", "John Smith", "smiths@mail.example"),
                        elsewhere("J-2", "smiths@mail.example", "Jane Smith", jane)));
        assertThat(next.identify("K-7", null)).isEqualTo(jane);
        assertThat(next.undecided()).isEmpty();
    }

    @Test
    void persons_known_apart_become_one_when_OPM_says_so() {
        var who = new WhoIsWho(
                POOL,
                decided("A-1", "A-2", true),
                List.of(
                        someone("A-1", "new@mail.example", "Ada Ames", null, 2L, "old@mail.example"),
                        someone("A-2", "ada@mail.example", "Ada Ames", null, null, "ada@mail.example")));

        assertThat(who.identify("A-1", "old@mail.example")).isEqualTo("ada@mail.example");
        assertThat(who.merged()).containsOnly(java.util.Map.entry("old@mail.example", "ada@mail.example"));
    }

    @Test
    void a_changed_address_makes_the_record_the_person_who_has_it() {
        var who = new WhoIsWho(
                POOL,
                new DoubleRows.OfPool(List.of()),
                List.of(
                        someone("T-1", "tia@mail.example", "Tia", null, 2L, "tia@typo.example"),
                        elsewhere("X-1", "tia@mail.example", "Tia", "tia@mail.example"),
                        elsewhere("Y-1", "tia@typo.example", "Tio", "tia@typo.example")));

        assertThat(who.identify("T-1", "tia@typo.example")).isEqualTo("tia@mail.example");
        assertThat(who.undecided()).isEmpty();
    }

    @Property
    void zeros_in_front_and_capitals_never_tell_numbers_apart_and_anything_else_does(
            @ForAll @IntRange(min = 1, max = 99_999) int one, @ForAll @IntRange(min = 1, max = 99_999) int other) {
        assertThat(CandidateKeys.number("CX-%d".formatted(one)))
                .isEqualTo(CandidateKeys.number("cx-%09d".formatted(one)));
        assertThat(CandidateKeys.number("CX-" + one).equals(CandidateKeys.number("CX-" + other)))
                .isEqualTo(one == other);
        assertThat(CandidateKeys.number("C" + one)).isNotEqualTo(CandidateKeys.number("C-" + one));
    }

    private static DoubleRows.OfPool decided(String one, String other, boolean same) {
        return new DoubleRows.OfPool(List.of(new DoubleDecision(one, other, same)));
    }

    private static Someone someone(String number, String email, String name, String phone, Long line, String person) {
        return new Someone(POOL.value(), number, name, CandidateKeys.of(number, email, name, phone), line, person);
    }

    private static Someone elsewhere(String number, String email, String name, String person) {
        return new Someone("CGA-DE-2", number, name, CandidateKeys.of(number, email, name, null), null, person);
    }
}
