package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Directory;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.PersonDetails;
import java.util.Set;
import org.junit.jupiter.api.Test;
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

    @Test
    void a_password_kept_before_fewer_rounds_were_configured_still_opens() {
        people.save(
                Actor.SYSTEM,
                new PersonDetails(
                        "rounds-before",
                        "Otto Earlier",
                        "otto@opm.example",
                        null,
                        Actor.OPM,
                        Set.of(Role.OPM_DESIGNER),
                        null,
                        PASSWORD));
        var salt = jdbc.queryForObject("select SALT_ from ACT_ID_USER where ID_ = 'rounds-before'", String.class);
        var before = new Pbkdf2PasswordEncryptor(Pbkdf2PasswordEncryptor.ROUNDS);
        jdbc.update(
                "update ACT_ID_USER set PWD_ = ? where ID_ = 'rounds-before'",
                "{" + before.hashAlgorithmName() + "}" + before.encrypt(PASSWORD + salt));

        assertThat(directory.tryPassword("rounds-before", PASSWORD)).isEqualTo(Directory.Attempt.RIGHT);
        assertThat(directory.tryPassword("rounds-before", "Another-Word-1")).isEqualTo(Directory.Attempt.WRONG);
    }
}
