package io.crossgov.hiring.workflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.PersonDetails;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How passwords are kept may change; who has one still gets in. */
@HiringTest
class PasswordRoundsTest {

    private static final String PASSWORD = "Kept-Since-2025";

    @Autowired
    private People people;

    @Autowired
    private Directory directory;

    @Autowired
    private JdbcTemplate jdbc;

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 1_001, 10_000, 600_000})
    void a_password_kept_with_any_number_of_rounds_opens_and_is_kept_anew(int rounds) {
        var person = "rounds-" + rounds;
        hasOneKeptWith(rounds, person);

        assertThat(directory.tryPassword(person, "Another-Word-1")).isEqualTo(Directory.Attempt.WRONG);
        assertThat(stored(person)).startsWith("{PBKDF2-SHA256-" + rounds + "}");
        assertThat(directory.tryPassword(person, PASSWORD)).isEqualTo(Directory.Attempt.RIGHT);

        assertThat(stored(person)).startsWith("{PBKDF2-SHA256-1000}");
        assertThat(directory.tryPassword(person, PASSWORD)).isEqualTo(Directory.Attempt.RIGHT);
        assertThat(directory.tryPassword(person, "Another-Word-1")).isEqualTo(Directory.Attempt.WRONG);
    }

    /** From two browsers, on one node or on two. */
    @Test
    void whoever_signs_in_several_times_at_once_gets_in_each_time() throws Exception {
        hasOneKeptWith(999, "rounds-at-once");
        var browsers = Executors.newFixedThreadPool(8);
        try {
            var begin = new CyclicBarrier(8);
            Callable<Directory.Attempt> attempt = () -> {
                begin.await();
                return directory.tryPassword("rounds-at-once", PASSWORD);
            };
            for (var each : browsers.invokeAll(Collections.nCopies(8, attempt))) {
                assertThat(each.get()).isEqualTo(Directory.Attempt.RIGHT);
            }
        } finally {
            browsers.shutdownNow();
        }
        assertThat(stored("rounds-at-once")).startsWith("{PBKDF2-SHA256-1000}");
        assertThat(directory.tryPassword("rounds-at-once", PASSWORD)).isEqualTo(Directory.Attempt.RIGHT);
    }

    private void hasOneKeptWith(int rounds, String person) {
        people.save(
                Actor.SYSTEM,
                new PersonDetails(
                        person,
                        "Otto Earlier",
                        "otto@opm.example",
                        null,
                        Actor.OPM,
                        Set.of(Role.OPM_DESIGNER),
                        null,
                        PASSWORD));
        var salt = jdbc.queryForObject("select SALT_ from ACT_ID_USER where ID_ = ?", String.class, person);
        var before = new Pbkdf2PasswordEncryptor(rounds);
        jdbc.update(
                "update ACT_ID_USER set PWD_ = ? where ID_ = ?",
                "{" + before.hashAlgorithmName() + "}" + before.encrypt(PASSWORD + salt),
                person);
    }

    private String stored(String person) {
        return jdbc.queryForObject("select PWD_ from ACT_ID_USER where ID_ = ?", String.class, person);
    }
}
