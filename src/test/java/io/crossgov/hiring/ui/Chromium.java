package io.crossgov.hiring.ui;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium, west of UTC, where dates go wrong first: Debian's where it is installed, else Playwright's own, which is fetched once. */
public final class Chromium implements AutoCloseable {

    /** Its headless shell where that is installed: the same engine without a window to paint, which is a good deal of the work. */
    private static final Optional<Path> INSTALLED = Stream.of("chromium-headless-shell", "chromium")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst();

    private final Playwright playwright;
    private final Browser browser;

    /** A slow machine is no fault of the page, in milliseconds. */
    private static final double PATIENCE = 60_000;

    public Chromium() {
        if (INSTALLED.isEmpty()) {
            fetch();
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        INSTALLED.ifPresent(options::setExecutablePath);
        browser = playwright.chromium().launch(options);
    }

    /** Playwright's installer ends its process, so it gets one of its own; what is there already it does not fetch again. */
    private static void fetch() {
        System.out.println(
                "No Chromium is installed in /usr/bin: Playwright's own is fetched for the browser tests, once.");
        try {
            var installer = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "com.microsoft.playwright.CLI",
                    "install",
                    "--only-shell",
                    "chromium");
            installer.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            var running = installer.redirectErrorStream(true).start();
            var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (running.waitFor() != 0) {
                throw notToBeHad(said.lines()
                        .filter(line -> line.contains("Error"))
                        .findFirst()
                        .orElse(""));
            }
        } catch (IOException failure) {
            throw notToBeHad(failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw notToBeHad("stopped");
        }
    }

    private static IllegalStateException notToBeHad(String why) {
        return new IllegalStateException(
                "The browser tests need Chromium, and Playwright's own cannot be fetched here ("
                        + why.strip()
                        + "). Install one, on Debian with: apt-get install chromium-headless-shell. Then run the tests again.");
    }

    /** A browser of its own for one person: nothing is shared with others. */
    public BrowserContext person() {
        return person(1440, 1000);
    }

    /** As {@link #person()}, in a window of this size in CSS pixels. */
    public BrowserContext person(int width, int height) {
        return open(options(width, height));
    }

    /** As {@link #person()}, in a browser that runs no scripts of pages. */
    public BrowserContext personWithoutScripts() {
        return open(options(1440, 1000).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions()
                .setTimezoneId("America/New_York")
                .setLocale("en-US")
                .setViewportSize(width, height);
    }

    private BrowserContext open(Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
