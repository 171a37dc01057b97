package io.crossgov.hiring.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What fails before any controller is asked is answered like what fails in one. */
class FailureFilterTest {

    @Test
    void a_program_reads_a_sentence() throws Exception {
        var answer = failing("/api/cases", new IllegalStateException("select 'Olivia Marchand'"));

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains("Something went wrong on our side.")
                .doesNotContain("Olivia", "half an answer");
    }

    @Test
    void a_full_disk_is_told_as_one() throws Exception {
        var answer = failing("/api/cases", new IllegalStateException(new IOException("No space left on device")));

        assertThat(answer.getStatus()).isEqualTo(507);
        assertThat(answer.getContentAsString()).contains("The server's disk is full, so nothing was saved.");
    }

    @Test
    void a_person_in_a_browser_gets_the_page_of_errors() throws Exception {
        var answer = failing("/cases", new IllegalStateException());

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString()).isEmpty();
    }

    private static MockHttpServletResponse failing(String path, RuntimeException failure)
            throws ServletException, IOException {
        var answer = new MockHttpServletResponse();
        new FailureFilter().doFilter(new MockHttpServletRequest("GET", path), answer, (request, response) -> {
            response.getOutputStream().print("half an answer");
            throw failure;
        });
        return answer;
    }
}
