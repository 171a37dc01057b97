package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

class LostRaceTest {

    private static final SQLException TAKEN = new SQLException("duplicate key", "23505");
    private static final SQLException MISSING = new SQLException("null value", "23502");

    @Test
    void whoever_comes_second_to_a_key_or_a_revision_has_lost_a_race_whichever_library_says_so() {
        assertThat(LostRace.in(new DataIntegrityViolationException("key", TAKEN)))
                .isPresent();
        assertThat(LostRace.in(new ConstraintViolationException("key", TAKEN, "uq_signed_form_version")))
                .isPresent();
        assertThat(LostRace.in(new OptimisticLockingFailureException("revision")))
                .isPresent();
    }

    @Test
    void what_would_have_failed_alone_is_no_lost_race() {
        assertThat(LostRace.in(new DataIntegrityViolationException("null", MISSING)))
                .isEmpty();
        assertThat(LostRace.in(new ConstraintViolationException("null", MISSING, "not_null")))
                .isEmpty();
        assertThat(LostRace.in(new IllegalStateException("anything else"))).isEmpty();
    }
}
