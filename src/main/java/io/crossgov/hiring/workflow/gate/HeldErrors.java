package io.crossgov.hiring.workflow.gate;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Passes a good answer through as it is written, and holds back a bad one. */
final class HeldErrors extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream();
    private ServletOutputStream stream;
    private PrintWriter writer;

    HeldErrors(HttpServletResponse response) {
        super(response);
    }

    boolean isError() {
        return getStatus() >= 400;
    }

    String body() {
        finish();
        return heldBack.toString(StandardCharsets.UTF_8);
    }

    void finish() {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
        if (message != null) {
            heldBack.writeBytes(message.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isError()) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int length) {
        if (!isError()) {
            super.setContentLength(length);
        }
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8), true);
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            var passedOn = super.getOutputStream();
            stream = new ServletOutputStream() {
                @Override
                public void write(int b) throws IOException {
                    if (isError()) {
                        heldBack.write(b);
                    } else {
                        passedOn.write(b);
                    }
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    if (isError()) {
                        heldBack.write(bytes, offset, length);
                    } else {
                        passedOn.write(bytes, offset, length);
                    }
                }

                @Override
                public void flush() throws IOException {
                    if (!isError()) {
                        passedOn.flush();
                    }
                }

                @Override
                public void close() {
                    // The container closes its own stream.
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new IllegalStateException("The engine's API writes synchronously.");
                }
            };
        }
        return stream;
    }
}
