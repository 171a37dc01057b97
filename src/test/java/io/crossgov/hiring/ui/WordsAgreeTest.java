package io.crossgov.hiring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reads "1 vacancies" or "a appointment": articles fit their word, and words their number, also where a text is put together. */
class WordsAgreeTest {

    /** Form A is one; and "a user", "a European", "a one-time password" begin with another sound. */
    private static final Pattern ARTICLE =
            Pattern.compile("(?<!\\b[Ff]orms? )\\b[Aa] (?!(uni|us[aei]|eu|onc?e|and\\b)\\w*)[aeiou]\\w*"
                    + "|\\b[Aa]n (?!hour|honest|heir)[bcdfghjklmnpqrstvwxyz]\\w*");

    /** What follows is not known when the article is written. */
    private static final Pattern ARTICLE_OF_WHATEVER =
            Pattern.compile("\\b[Aa]n?(?: (\\{\\{|\\$\\{|<span)| [\"'`] ?\\+)");

    private static final String SEVERAL =
            "(days|vacancies|candidates|messages|tasks|cases|hires|people|selections|rows|lines"
                    + "|copies|characters|applicants|statements|locations|minutes|hours|agencies|pools|files)\\b";

    /** A number and the plural, whatever the number is; a constant is known. */
    private static final Pattern NUMBER_OF_WHATEVER = Pattern.compile("(?<![A-Z_]{3})(?<=[\\w)\\]]) ?\\+\\s*[\"'] ?"
            + SEVERAL + "|}}? " + SEVERAL + "|%d " + SEVERAL + "|</(span|strong|td|b)> " + SEVERAL);

    /** Where one is told from several just before. */
    private static final Pattern CHOSEN = Pattern.compile("(==|===) 1\\b|case 1\\b|\\.ENOUGH\\b");

    private static final int JUST_BEFORE = 250;

    @Test
    void an_article_fits_its_word() {
        assertThat(WhatPeopleRead.texts()
                        .map(WhatPeopleRead.Text::withoutMarkup)
                        .flatMap(text -> text.linesWith(ARTICLE)))
                .isEmpty();
        assertThat(WhatPeopleRead.sources().flatMap(text -> text.linesWith(ARTICLE_OF_WHATEVER)))
                .isEmpty();
    }

    @Test
    void a_word_agrees_with_a_number_that_is_known_only_when_it_is_read() {
        assertThat(WhatPeopleRead.sources().flatMap(WordsAgreeTest::numbersOfWhatever))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"count + \" vacancies\"", "`${rows.length} rows`", "{{form.left}} days", "%d cases"})
    void what_does_not_agree_is_found(String text) {
        assertThat(NUMBER_OF_WHATEVER.matcher(text).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a appointment", "a offer", "an case", "An talent pool"})
    void an_article_that_does_not_fit_is_found(String text) {
        assertThat(ARTICLE.matcher(text).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a user",
                "an hour",
                "Forms A and B",
                "Form A is not signed",
                "a one-time password",
                "a unit",
                "an HR specialist"
            })
    void what_fits_is_let_be(String text) {
        assertThat(ARTICLE.matcher(text).find()).isFalse();
    }

    private static Stream<String> numbersOfWhatever(WhatPeopleRead.Text source) {
        var text = source.withoutComments();
        return NUMBER_OF_WHATEVER
                .matcher(text.content())
                .results()
                .filter(found -> !CHOSEN.matcher(
                                text.content().substring(Math.max(0, found.start() - JUST_BEFORE), found.start()))
                        .find())
                .map(found -> text.file() + ": "
                        + text.content()
                                .substring(Math.max(0, found.start() - 30), found.end())
                                .replaceAll("\\s+", " "));
    }
}
