package io.crossgov.hiring.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

@ExtendWith(OutputCaptureExtension.class)
class WrongAddressAdviceTest {

    /** Hands out a file to a browser that leaves the page. */
    @Controller
    static class Typeface {

        @GetMapping("/assets/some.woff2")
        void load(HttpServletResponse response) throws IOException {
            response.setContentType("font/woff2");
            throw new ClientAbortException("Broken pipe");
        }
    }

    @Test
    void a_browser_that_gives_up_a_file_is_told_nothing_and_is_no_fault_of_ours(CapturedOutput log) throws Exception {
        var server = MockMvcBuilders.standaloneSetup(new Typeface())
                .setControllerAdvice(new WrongAddressAdvice(null))
                .build();

        var answer = server.perform(get("/assets/some.woff2")).andReturn().getResponse();

        assertThat(answer.getStatus())
                .as("whoever listens still is not told that it was done")
                .isEqualTo(400);
        assertThat(answer.getContentLength()).isZero();
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(log).doesNotContain("WARN");
    }
}
