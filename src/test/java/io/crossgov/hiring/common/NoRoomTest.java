package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.multipart.MultipartException;

/** A full disk is told as one wherever it shows: at the upload's temporary file, at PostgreSQL and at the embedded database. */
class NoRoomTest {

    static Stream<Exception> full() {
        return Stream.of(
                new UncheckedIOException(new IOException("No space left on device")),
                new UncheckedIOException(new IOException("Disk quota exceeded")),
                new MultipartException("part", new IOException("There is not enough space on the disk")),
                new DataAccessResourceFailureException(
                        "insert", new SQLException("could not extend file \"base/1/2\"", "53100")),
                new DataAccessResourceFailureException(
                        "insert",
                        new SQLException("IO Exception", "90031", 90031, new IOException("No space left on device"))));
    }

    @ParameterizedTest
    @MethodSource("full")
    void a_full_disk_is_known_by_its_cause(Exception failure) {
        assertThat(NoRoom.in(failure)).isTrue();
        assertThat(FailureAdvice.failed(failure, new MockHttpServletRequest("POST", "/api/cases")))
                .satisfies(told -> {
                    assertThat(told.getStatus()).isEqualTo(507);
                    assertThat(told.getDetail()).startsWith("The server's disk is full, so nothing was saved.");
                });
    }

    @Test
    void anything_else_is_not_taken_for_one() {
        assertThat(NoRoom.in(new DataAccessResourceFailureException(
                        "insert", new PSQLException("away", PSQLState.CONNECTION_FAILURE))))
                .isFalse();
        assertThat(NoRoom.in(new IllegalStateException("No space left on device")))
                .isFalse();
    }
}
