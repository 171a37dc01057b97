package io.crossgov.hiring.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A body that does not say how long it is ends where its address has its limit. */
class BodyLimitFilterTest {

    private static final long MB = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/vnd.ms-excel"})
    void a_candidates_file_sent_in_pieces_is_read_piece_by_piece_up_to_its_limit(String type) {
        var read = new AtomicLong();
        assertThatExceptionOfType(BodyTooLarge.class)
                .isThrownBy(() -> new BodyLimitFilter()
                        .doFilter(
                                endless("/api/pools/CGA-DE-1/candidates", type),
                                new MockHttpServletResponse(),
                                (request, response) -> {
                                    var body = request.getInputStream();
                                    var piece = new byte[65_536];
                                    for (int some; (some = body.read(piece)) >= 0; ) {
                                        read.addAndGet(some);
                                    }
                                }))
                .withMessage("This is more than the 25 MB that can be sent here at once. Nothing was changed.");
        assertThat(read.get()).isBetween(24 * MB, 25 * MB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/cases", "/api/pools/CGA-DE-1/candidates/doubles"})
    void any_other_is_refused_before_anything_reads_it(String path) throws Exception {
        var response = new MockHttpServletResponse();
        new BodyLimitFilter().doFilter(endless(path, "application/json"), response, (request, unused) -> {
            throw new AssertionError("nobody reads on");
        });

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getContentAsString()).contains("more than the 1 MB");
    }

    private static MockHttpServletRequest endless(String path, String type) {
        var request = new MockHttpServletRequest("POST", path) {
            @Override
            public ServletInputStream getInputStream() {
                return new Endless();
            }

            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setServletPath(path);
        request.setContentType(type);
        return request;
    }

    private static final class Endless extends ServletInputStream {

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return length;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException();
        }
    }
}
