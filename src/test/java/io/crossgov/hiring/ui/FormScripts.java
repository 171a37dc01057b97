package io.crossgov.hiring.ui;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;

/** What Tasklist loads before it shows a form, for a page without Tasklist; and a stand-in for Tasklist's form object. */
public final class FormScripts {

    private static final Path ASSETS = Path.of("src/main/resources/META-INF/resources/assets");
    private static final Path FAKE = Path.of("src/test/resources/ui/fake-cam-form.js");

    private FormScripts() {}

    /** Adds the runtime of forms, which the page finds below {@code /assets} as everywhere, and the stand-in. */
    public static void addTo(Page page) {
        page.route("**/assets/**", FormScripts::answer);
        page.addScriptTag(
                new Page.AddScriptTagOptions().setUrl("/assets/forms/index.js").setType("module"));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(FAKE));
    }

    private static void answer(Route route) {
        var path = URI.create(route.request().url()).getPath().substring("/assets/".length());
        route.fulfill(new Route.FulfillOptions().setPath(ASSETS.resolve(path)));
    }
}
