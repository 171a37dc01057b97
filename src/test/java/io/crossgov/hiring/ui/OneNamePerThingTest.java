package io.crossgov.hiring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read calls a thing by one name: README, models, forms, pages, messages and refusals alike. */
class OneNamePerThingTest {

    /** A thing's name, and those that other systems use for it. */
    enum Name {
        POSITION("\\b[Jj]obs?\\b(?! (offers?|announcements?|vacancy case files)\\b)"),
        CANDIDATE("\\b([Aa]n|[Tt]he|[Tt]his) applicant\\b(?! number)"),
        USER_NAME("(?i)\\b(sign-in|login|account) name\\b"),
        DUE_DATE("(?i)\\bdue day\\b"),
        SHARED_CERTIFICATE_COORDINATOR("\\bSCCs?\\b"),
        E_MAIL("(?<![\"-])\\b[Ee]mails?\\b(?! *[\",`<:])"),
        /** Standing alone, as a link, a heading or a label; in a sentence "the pool" is clear once the talent pool was named. */
        TALENT_POOL("[>\"*]Pools?[<\"*]"),
        WHAT_HAPPENS_NEXT("After Complete:");

        private final Pattern others;

        Name(String others) {
            this.others = Pattern.compile(others);
        }
    }

    private static final Pattern TITLE = Pattern.compile("<title.*</title>");

    @ParameterizedTest
    @EnumSource
    void a_thing_has_one_name_wherever_people_read_of_it(Name name) {
        var otherwise = WhatPeopleRead.texts()
                .map(WhatPeopleRead.Text::withoutMarkup)
                .flatMap(text -> text.linesWith(name.others))
                .toList();
        assertThat(otherwise).as("another name for " + name).isEmpty();
    }

    @Test
    void the_title_of_each_page_ends_with_the_name_of_the_application_behind_one_sign() {
        assertThat(WhatPeopleRead.in(Path.of("src/main/resources/templates"), ".html")
                        .flatMap(page -> page.only(TITLE).content().lines()))
                .isNotEmpty()
                .allMatch(title -> title.matches(".*(^|>| · )Cross-government hiring.*"));
    }
}
