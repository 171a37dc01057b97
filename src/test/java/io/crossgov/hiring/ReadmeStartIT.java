package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the README says, on a copy of the project in an empty directory: nothing of this build's output is used. */
class ReadmeStartIT {

    /** What the application is made of. Its tests, which are compiled before a start too, have been compiled just now. */
    private static final Set<String> PROJECT = Set.of("pom.xml", "src/main", "bpmn", "forms", "docs", ".mvn");

    private static final String POOL = "CGA-DE-12339419-24-MS";

    private static final Duration START = Duration.ofMinutes(6);

    private final int port = freePort();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @TempDir
    private Path directory;

    @Test
    void mvn_spring_boot_run_starts_the_demo_and_a_restart_keeps_its_cases() throws Exception {
        copyProject();
        assertThat(Files.readString(Path.of("README.md"))).contains("mvn spring-boot:run");

        var first = start("Asia/Tokyo", "--server.port=" + port);
        String caseNumber;
        Instant due;
        try {
            assertThat(get("/").body()).contains("gsa-manager", "Talent-Pool-26");
            isNotReachableFromOtherMachines();
            caseNumber = openCase();
            due = dueAt(caseNumber);
            assertThat(LocalTime.ofInstant(due, ZoneId.of("America/New_York")))
                    .as("due until the end of a legal day, wherever the machine stands")
                    .isEqualTo(LocalTime.of(23, 59));
        } finally {
            stop(first);
        }

        var second = start("America/Los_Angeles", "--server.port=" + port);
        try {
            assertThat(get("/api/cases/" + caseNumber).statusCode()).isEqualTo(200);
            assertThat(dueAt(caseNumber)).as("read in another zone").isEqualTo(due);
        } finally {
            stop(second);
        }

        var afresh = start("Asia/Tokyo", "--server.port=" + port + " --crossgov.start-afresh=true");
        try {
            assertThat(get("/api/cases/" + caseNumber).statusCode()).isEqualTo(404);
        } finally {
            stop(afresh);
        }
    }

    private String openCase() throws Exception {
        var answer = send(request("/api/cases")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        {"announcement": "%s", "positionTitle": "Customer Experience Strategist"}
                        """
                                .formatted(POOL))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var matcher = Pattern.compile("XGH-\\d{4}-\\d{6}").matcher(answer.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    /** When the first task of the case is due. */
    private Instant dueAt(String caseNumber) throws Exception {
        var tasks = get("/api/tasks?case=" + caseNumber);
        assertThat(tasks.statusCode()).as(tasks.body()).isEqualTo(200);
        var due = Pattern.compile("\"due\":\"([^\"]+)\"").matcher(tasks.body());
        assertThat(due.find()).as(tasks.body()).isTrue();
        return Instant.parse(due.group(1));
    }

    private void isNotReachableFromOtherMachines() throws IOException {
        connect(InetAddress.getByName("127.0.0.1"));
        for (var address : addressesOnTheNetwork()) {
            assertThatThrownBy(() -> connect(address)).as("%s", address).isInstanceOf(ConnectException.class);
        }
    }

    /** Where other machines would look for this one; none on a machine without a network. */
    private static List<Inet4Address> addressesOnTheNetwork() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .filter(Inet4Address.class::isInstance)
                .map(Inet4Address.class::cast)
                .toList();
    }

    /** @throws IOException when nobody listens there */
    private void connect(InetAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5_000);
        }
    }

    /**
     * Starts the application as on a machine in that zone, whose people count in the digits of Persian: nothing that is kept or shown
     * may depend on either.
     */
    private Process start(String zone, String arguments) throws Exception {
        var log = directory.resolve("run.log").toFile();
        var command = new ProcessBuilder(List.of(
                        "mvn",
                        "--batch-mode",
                        "-q",
                        "spring-boot:run",
                        "-Dspring-boot.run.jvmArguments=-Duser.language=fa -Duser.country=IR",
                        "-Dspring-boot.run.arguments=" + arguments))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        command.environment().put("TZ", zone);
        var process = command.start();
        waits(process, log.toPath(), 100, this::isOpen);
        // Whoever gets through at all finds people and models there.
        var pools = get("/api/pools");
        assertThat(pools.statusCode())
                .as("a right password, at the first moment")
                .isEqualTo(200);
        assertThat(pools.body()).contains(POOL);
        assertThat(get("/api/tasks").statusCode()).isEqualTo(200);
        waits(process, log.toPath(), 500, this::isReady);
        return process;
    }

    private static void waits(Process process, Path log, long milliseconds, Condition over) throws Exception {
        var deadline = System.nanoTime() + START.toNanos();
        while (!over.holds()) {
            assertThat(process.isAlive()).as(() -> tail(log)).isTrue();
            assertThat(System.nanoTime()).as(() -> tail(log)).isLessThan(deadline);
            process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private boolean isOpen() {
        try {
            connect(InetAddress.getLoopbackAddress());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            // As nobody: a password takes its time to check, and the start has better things to do.
            return send(HttpRequest.newBuilder(address("/actuator/health/readiness"))
                                    .timeout(Duration.ofSeconds(30)))
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private java.net.http.HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    /** As a script does, with HTTP Basic. */
    private HttpRequest.Builder request(String path) {
        var credentials = java.util.Base64.getEncoder()
                .encodeToString("gsa-manager:Talent-Pool-26".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address(path))
                .header("Authorization", "Basic " + credentials)
                .timeout(Duration.ofSeconds(30));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private java.net.http.HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private void copyProject() throws IOException {
        for (var name : PROJECT) {
            try (var files = Files.walk(Path.of(name))) {
                files.forEach(file -> copy(file, directory.resolve(file)));
            }
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tail(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
