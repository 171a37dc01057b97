package io.crossgov.hiring.ui;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Tasklist loads before it shows a form, for a page without Tasklist; and a stand-in for Tasklist's form object. */
public final class FormScripts {

    private static final Path ASSETS = Path.of("src/main/resources/META-INF/resources/assets");
    private static final Path FAKE = Path.of("src/test/resources/ui/fake-cam-form.js");

    private FormScripts() {}

    /** Adds the runtime of forms, and the stand-in. */
    public static void addTo(Page page) {
        Stream.of("words", "api", "errors", "dates", "head", "drafts", "upload", "messages", "form", "forms")
                .map("xg-%s.js"::formatted)
                .forEach(script -> page.addScriptTag(new Page.AddScriptTagOptions().setPath(ASSETS.resolve(script))));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(FAKE));
    }
}
