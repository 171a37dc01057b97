package io.crossgov.hiring.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The task of step 4 in front of one person: the candidates, one of them, and what is recorded. */
record Workbench(Tasklist person) {

    /** Opens a candidate of the list. */
    Workbench open(String candidate) {
        begin(candidate);
        return isOpen(candidate);
    }

    Workbench isOpen(String candidate) {
        assertThat(person.form().getByRole(AriaRole.HEADING, named(candidate))).isVisible();
        return this;
    }

    Workbench backToAll() {
        return begin("Back to all candidates");
    }

    /** Presses a button. */
    Workbench begin(String action) {
        button(action).click();
        return this;
    }

    Locator button(String name) {
        return person.form().getByRole(AriaRole.BUTTON, named(name));
    }

    /** What the person reads after an entry, also with a screen reader. */
    Workbench said(String sentence) {
        assertThat(person.form().locator(".xgw-said")).containsText(sentence);
        return this;
    }

    /** An entry is refused with this sentence and is still there. */
    Workbench refused(String sentence) {
        assertThat(person.form().getByRole(AriaRole.ALERT).first()).containsText(sentence);
        return this;
    }

    Locator row(String candidate) {
        return person.form()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(person.page()
                                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(candidate))));
    }

    /** Why the candidate in front of the person stands where he or she does, and whether electing is possible. */
    Locator order() {
        return person.form().getByRole(AriaRole.REGION, named("Order of selection"));
    }

    /** Nobody can press a button that is not there. */
    Workbench cannotElect(String candidate) {
        assertThat(button("Elect " + candidate)).hasCount(0);
        return this;
    }

    /** Elects the candidate in front of the person, without alternates. */
    Workbench elects(String candidate) {
        begin("Elect " + candidate).begin("Continue").begin("Elect " + candidate);
        return said(candidate + " is elected. Your HR specialist is told.");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
