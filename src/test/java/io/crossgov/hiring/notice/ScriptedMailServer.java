package io.crossgov.hiring.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A mail server that takes everything, except that it answers some commands as told; an empty answer hangs up. */
public final class ScriptedMailServer implements AutoCloseable {

    /** What is answered to the end of a message's text. */
    public static final String END_OF_TEXT = ".";

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final Thread thread;

    public ScriptedMailServer(Map<String, String> answers) throws IOException {
        this.answers = answers;
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException hungUp) {
                // The next client, or the end of the test.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var out = client.getOutputStream();
        say(out, "220 ready");
        var inText = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (inText && !line.equals(END_OF_TEXT)) {
                continue;
            }
            var command = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            inText = command.equals("DATA");
            var answer = answers.getOrDefault(
                    command,
                    switch (command) {
                        case "DATA" -> "354 go on";
                        case "QUIT" -> "221 bye";
                        default -> "250 ok";
                    });
            if (answer.isEmpty()) {
                return;
            }
            say(out, answer);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
