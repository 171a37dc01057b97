package io.crossgov.hiring.scale;

import static org.awaitility.Awaitility.await;

import io.crossgov.hiring.CrossGovHiringApplication;
import io.crossgov.hiring.access.Visitor;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The application in a process of its own, beside others on one database; its clock goes on from the moment that it is given. */
final class Node implements AutoCloseable {

    private static final Pattern USED = Pattern.compile("total [^,]*, used (\\d+)K");

    private final Process process;
    private final int port;
    private final Path log;

    private Node(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** What such a process runs: the moment its clock shows, then the application's settings. */
    public static void main(String[] arguments) {
        ClockUtil.offset(Instant.parse(arguments[0]).toEpochMilli() - System.currentTimeMillis());
        CrossGovHiringApplication.main(
                List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    }

    /** @param log file for what it says */
    static Node started(Path log, Instant clock, String database, String... settings) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            int port;
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            var command = new ArrayList<>(List.of(
                    java,
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Node.class.getName(),
                    clock.toString(),
                    "--spring.datasource.url=" + database,
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres",
                    "--server.port=" + port));
            command.addAll(List.of(settings));
            return new Node(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    port,
                    log);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** As {@link #started}, once it says that it is ready. */
    static Node ready(Path log, Instant clock, String database, String... settings) {
        var node = started(log, clock, database, settings);
        var visitor = Visitor.inABrowser(node.port);
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(5))
                .until(() -> {
                    if (!node.runs()) {
                        throw new AssertionError("it does not run; see " + log);
                    }
                    return isReady(visitor);
                });
        return node;
    }

    private static boolean isReady(Visitor visitor) {
        try {
            return visitor.get("/actuator/health/readiness").status() == 200;
        } catch (RuntimeException notListening) {
            return false;
        }
    }

    int port() {
        return port;
    }

    boolean runs() {
        return process.isAlive();
    }

    /** Megabytes of its heap that are in use once what nobody needs has been collected. */
    long memoryInUse() {
        asked("GC.run");
        var used = USED.matcher(asked("GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1));
        }
        if (sum == 0) {
            throw new AssertionError("nothing known of the memory of the node with the log " + log);
        }
        return sum / 1024;
    }

    private String asked(String what) {
        try {
            var jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(process.pid()),
                            what)
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Ends as if somebody had pulled the plug. */
    void dies() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends as a server does that is told to stop. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
