package io.crossgov.hiring.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is larger than what its address takes before anything is made of it: a parsed body takes many times its size in
 * memory. Files have limits of their own where they are taken apart, the engine's API has its gate, and a candidates' file, read row by row,
 * ends where its limit is.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    private static final String ENGINE = "/camunda/api/";

    /** Ten times what the largest form of a hire sends. */
    static final DataSize ANSWERS = DataSize.ofMegabytes(1);

    /** What Cockpit may ask in one query; see the gate in front of the engine's API. */
    private static final DataSize ENGINE_API = DataSize.ofMegabytes(2);

    /** Some two hundred thousand candidates; as much as the page takes, which is an upload like any other. */
    private static final DataSize CANDIDATES_FILE = DataSize.ofMegabytes(25);

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        /** Behind the security chain, which reads no body: nobody who is not signed in has one read. */
        @Bean
        FilterRegistrationBean<BodyLimitFilter> bodyLimit() {
            var filter = new FilterRegistrationBean<>(new BodyLimitFilter());
            filter.setOrder(-99);
            return filter;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() < 0 && !isMultipart(request) && isCandidatesFile(request.getServletPath())) {
            chain.doFilter(new Counted(request, CANDIDATES_FILE.toBytes(), tooLarge(request)), response);
            return;
        }
        if (request.getContentLengthLong() >= 0 || isReadPieceByPiece(request)) {
            chain.doFilter(request, response);
            return;
        }
        // Sent in pieces, and nobody knows how many.
        var body = request.getInputStream().readNBytes((int) ANSWERS.toBytes() + 1);
        if (body.length > ANSWERS.toBytes()) {
            refuse(request, response);
        } else {
            chain.doFilter(body.length == 0 ? request : new WithBody(request, body), response);
        }
    }

    /** Whether the request says itself that it is too large. */
    static boolean saysTooLarge(HttpServletRequest request) {
        return !isMultipart(request)
                && request.getContentLengthLong() > limitOf(request).toBytes();
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProgramRefusals.turnedAway(
                request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, tooLarge(request));
    }

    private static String tooLarge(HttpServletRequest request) {
        return "This is more than the " + limitOf(request).toMegabytes()
                + " MB that can be sent here at once. Nothing was changed.";
    }

    private static DataSize limitOf(HttpServletRequest request) {
        var path = request.getServletPath();
        if (path.startsWith(ENGINE)) {
            return ENGINE_API;
        }
        return isCandidatesFile(path) ? CANDIDATES_FILE : ANSWERS;
    }

    private static boolean isReadPieceByPiece(HttpServletRequest request) {
        var path = request.getServletPath();
        return isMultipart(request) || path.startsWith(ENGINE);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    private static boolean isCandidatesFile(String path) {
        return path.startsWith("/api/pools/") && path.endsWith("/candidates");
    }

    /** The request with a body that may go on as long as it stays within its limit. */
    private static final class Counted extends HttpServletRequestWrapper {

        private final long limit;
        private final String sentence;

        Counted(HttpServletRequest request, long limit, String sentence) {
            super(request);
            this.limit = limit;
            this.sentence = sentence;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit, sentence);
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final String sentence;
        private long left;

        CountedStream(ServletInputStream body, long limit, String sentence) {
            this.body = body;
            this.left = limit;
            this.sentence = sentence;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var some = body.read(into, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int read) throws BodyTooLarge {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge(sentence);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }

    /** The request with the body that was read from it. */
    private static final class WithBody extends HttpServletRequestWrapper {

        private final byte[] body;

        WithBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public int getContentLength() {
            return body.length;
        }

        @Override
        public long getContentLengthLong() {
            return body.length;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Stream(body);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Stream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Stream(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("What is there already needs no listener.");
        }
    }
}
