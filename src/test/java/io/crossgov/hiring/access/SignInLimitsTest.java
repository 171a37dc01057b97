package io.crossgov.hiring.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Guessing is slow from everywhere, and nobody keeps out anybody else. */
@OnBothDatabases
class SignInLimitsTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Autowired
    private JdbcTemplate jdbc;

    private SignInLimits limits;
    private String person;
    private String desk;
    private String stranger;

    @BeforeEach
    void a_person_at_a_desk() {
        var number = NEXT.incrementAndGet();
        person = "limited-" + number;
        desk = "10.0.%d.1".formatted(number);
        stranger = "10.1.%d.".formatted(number);
        limits = at(NOON);
    }

    private SignInLimits at(Instant now) {
        return new SignInLimits(jdbc, Clock.fixed(now, ZoneOffset.UTC), new SignInLimits.Settings(5, 20, 12, QUARTER));
    }

    private boolean looksAt(String name, String address) {
        return limits.reserve(name, address).isEmpty();
    }

    @Test
    void the_sixth_wrong_password_from_an_address_is_not_looked_at_for_a_quarter_of_an_hour() {
        IntStream.range(0, 5).forEach(slip -> assertThat(looksAt(person, desk)).isTrue());

        assertThat(limits.isUsedUp(person, desk)).isTrue();
        assertThat(limits.reserve(person, desk)).contains(QUARTER);
        limits = at(NOON.plus(QUARTER).minusSeconds(60));
        assertThat(limits.reserve(person, desk)).contains(Duration.ofMinutes(1));
        limits = at(NOON.plus(QUARTER));
        assertThat(looksAt(person, desk)).isTrue();
    }

    @Test
    void a_right_one_forgives_the_wrong_ones_before_it() {
        IntStream.range(0, 4).forEach(slip -> looksAt(person, desk));
        assertThat(looksAt(person, desk)).isTrue();
        limits.right(person, desk);

        IntStream.range(0, 5).forEach(slip -> assertThat(looksAt(person, desk)).isTrue());
    }

    @Test
    void nobody_is_kept_out_by_what_a_stranger_tries_elsewhere() {
        IntStream.range(0, 9).forEach(slip -> looksAt(person, stranger + 1));
        assertThat(looksAt(person, stranger + 1)).isFalse();
        assertThat(looksAt(person, desk)).isTrue();
        limits.right(person, desk);

        // From as many addresses as the stranger has, and each has one try in the end.
        IntStream.range(2, 40).forEach(other -> looksAt(person, stranger + other));
        assertThat(looksAt(person, stranger + 50)).isTrue();
        assertThat(looksAt(person, stranger + 50)).isFalse();
        IntStream.range(0, 5).forEach(slip -> assertThat(looksAt(person, desk)).isTrue());
        assertThat(looksAt(person, "10.2.0." + NEXT.get()))
                .as("even from a new desk")
                .isTrue();
    }

    @Test
    void an_address_that_tries_many_names_is_closed_except_to_who_is_known_there() {
        assertThat(looksAt(person, desk)).isTrue();
        limits.right(person, desk);
        IntStream.range(0, 20).forEach(name -> looksAt(person + "-" + name, desk));

        assertThat(looksAt(person + "-new", desk)).isFalse();
        assertThat(limits.reserve(person + "-new", desk)).contains(QUARTER);
        assertThat(looksAt(person, desk)).isTrue();
    }

    @Test
    void of_many_at_once_as_many_are_looked_at_as_one_after_the_other() throws Exception {
        var tries = Executors.newFixedThreadPool(16);
        try {
            var all = tries.invokeAll(IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(each -> () -> looksAt(person, desk))
                    .toList());
            var looked = 0;
            for (var one : all) {
                looked += one.get() ? 1 : 0;
            }
            assertThat(looked).isEqualTo(5);
        } finally {
            tries.shutdownNow();
        }
    }

    @Test
    void a_name_that_cannot_be_is_not_kept() {
        looksAt("My-Secret-Password-26!\u0000", desk);

        assertThat(jdbc.queryForList("select user_id from sign_in_try where address = ?", String.class, desk))
                .containsExactly("?");
    }
}
