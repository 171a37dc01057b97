package io.crossgov.hiring.ui;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Chromium, west of UTC, where dates go wrong first. */
public final class Chromium implements AutoCloseable {

    /** Its headless shell where that is installed: the same engine without a window to paint, which is a good deal of the work. */
    private static final Path EXECUTABLE = Stream.of("chromium-headless-shell", "chromium")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The browser tests need Chromium: see the README."));

    private final Playwright playwright;
    private final Browser browser;

    /** A slow machine is no fault of the page, in milliseconds. */
    private static final double PATIENCE = 60_000;

    public Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
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
