package io.crossgov.hiring.access;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request byte by byte, as no client library would send it. */
public final class RawRequest {

    /** What came back. */
    public record Answer(int status, List<String> headerLines, String body) {

        public Optional<String> header(String name) {
            return headerLines.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    /** Writes the body of a request as far as the server lets it. */
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private RawRequest() {}

    /**
     * @param head request line and headers, lines ending in \n; Host and Connection are added
     * @param body sent after the head; may be cut off by an early answer
     */
    public static Answer send(int port, String head, Body body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            var lines = head.strip().split("\n", 2);
            var host = head.contains("\nHost:") ? "" : "Host: 127.0.0.1:" + port + "\n";
            var whole = lines[0] + "\n" + host + (lines.length > 1 ? lines[1] + "\n" : "") + "Connection: close\n\n";
            var out = socket.getOutputStream();
            out.write(whole.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            try {
                body.writeTo(out);
                out.flush();
            } catch (IOException answeredBefore) {
                // What the server has to say is read below.
            }
            return read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    public static Answer send(int port, String head) throws IOException {
        return send(port, head, out -> {});
    }

    public static Answer send(int port, String head, byte[] body) throws IOException {
        return send(port, head + "\nContent-Length: " + body.length, out -> out.write(body));
    }

    private static Answer read(InputStream in) throws IOException {
        var status = line(in);
        var headers = new ArrayList<String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        var body = new ByteArrayOutputStream();
        try {
            // An early answer is there while the server still waits for the rest of the request.
            var length = headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                    .map(line -> Integer.parseInt(
                            line.substring("content-length:".length()).strip()))
                    .findFirst();
            if (length.isPresent()) {
                body.write(in.readNBytes(length.get()));
            } else if (headers.stream().anyMatch("Transfer-Encoding: chunked"::equalsIgnoreCase)) {
                readChunks(in, body);
            } else {
                in.transferTo(body);
            }
        } catch (IOException brokenOff) {
            // The connection ends as the server likes; what was said counts.
        }
        return new Answer(
                status.isEmpty() ? 0 : Integer.parseInt(status.split(" ")[1]),
                headers,
                body.toString(StandardCharsets.UTF_8));
    }

    private static void readChunks(InputStream in, ByteArrayOutputStream body) throws IOException {
        for (var size = line(in); !size.isEmpty() && !size.equals("0"); size = line(in)) {
            body.write(in.readNBytes(Integer.parseInt(size, 16)));
            line(in);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
