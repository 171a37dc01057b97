package io.crossgov.hiring.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crossgov.hiring.common.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** The law's files as administrators replace them: what cannot be ends the start, and no hire. */
class RequestLawTest {

    private static final Resource OUR_GROUNDS = new ClassPathResource("law/freeze-regimes.yaml");
    private static final Resource OUR_EXCEPTIONS = new ClassPathResource("law/rpl-exceptions.yaml");
    private static final String WHOLE =
            """
            grounds:
              - id: memo
                text: The position serves public safety.
                evidence: NONE
                source: Memorandum
                validFrom: 2025-01-20
              - id: committee
                text: The committee has approved it.
                evidence: NUMBER_AND_DATE
                source: Order
                validFrom: 2025-10-15
                validTo: 2026-10-14
            """;

    @TempDir
    private Path folder;

    @Test
    void a_file_of_ones_own_takes_the_place_of_ours() throws IOException {
        var law = new RequestLaw(file(WHOLE), OUR_EXCEPTIONS);

        assertThat(law.freezeOn(LocalDate.of(2026, 10, 14)).grounds())
                .extracting(FreezeGround::id)
                .containsExactly("memo", "committee");
        assertThat(law.freezeOn(LocalDate.of(2026, 10, 15)).grounds())
                .extracting(FreezeGround::id)
                .containsExactly("memo");
    }

    @Test
    void without_grounds_there_is_no_freeze() throws IOException {
        assertThat(new RequestLaw(file("grounds: []"), OUR_EXCEPTIONS)
                        .freezeOn(LocalDate.of(2026, 3, 2))
                        .freezes())
                .isFalse();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                change("id: committee", "", "in entry 2 of grounds, id is missing"),
                change("id: committee", "id: memo", "memo stands twice in grounds"),
                change(
                        "id: committee",
                        "id: the committee",
                        "in entry 2 of grounds (the committee), id \"the committee\" has more than 64 characters, or other"
                                + " ones than letters, digits, dots, hyphens and underscores"),
                change(
                        "text: The committee has approved it.",
                        "text: ''",
                        "in entry 2 of grounds (committee), text is empty"),
                change(
                        "text: The committee has approved it.",
                        "text: [1]",
                        "in entry 2 of grounds (committee), text is no plain text"),
                change("source: Order", "source:", "in entry 2 of grounds (committee), source is missing"),
                change("evidence: NONE", "", "in entry 1 of grounds (memo), evidence is missing"),
                change(
                        "evidence: NONE",
                        "evidence: PAPER",
                        "in entry 1 of grounds (memo), evidence \"PAPER\" is none of NONE, DOCUMENT, NUMBER_AND_DATE, COMMITTEE"),
                change("validFrom: 2025-10-15", "", "in entry 2 of grounds (committee), validFrom is missing"),
                change(
                        "validFrom: 2025-10-15",
                        "validFrom: Oct 15, 2025",
                        "in entry 2 of grounds (committee), validFrom \"Oct 15, 2025\" is no day written as 2025-01-31"),
                change(
                        "validTo: 2026-10-14",
                        "validTo: 2025-10-14",
                        "in entry 2 of grounds (committee), validTo 2025-10-14 is before validFrom 2025-10-15"),
                change(
                        "validTo: 2026-10-14",
                        "validUntil: 2026-10-14",
                        "in entry 2 of grounds (committee), validUntil is not known; known are evidence, id, source, text,"
                                + " validFrom, validTo"),
                change("validTo: 2026-10-14", "source: Order", "line 12 says source a second time"),
                change("source: Order", "source: \"Order", "it is no YAML in line 13, found unexpected end of stream"),
                arguments("grounds:", "grounds is missing"),
                arguments("grounds: {a: b}", "grounds is no list"),
                arguments("grounds: [memo]", "in entry 1 of grounds, it is no group of keys"),
                arguments("grounds: [~]", "grounds has an empty entry"),
                arguments("{grounds: [], exceptions: []}", "exceptions is not known; known are grounds"),
                arguments("", "it does not begin with a key"),
                arguments("- memo", "it does not begin with a key"));
    }

    private static Arguments change(String from, String to, String reason) {
        assertThat(WHOLE).contains(from);
        return arguments(WHOLE.replace(from, to), reason);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_told_with_file_entry_and_reason(String content, String reason) throws IOException {
        refused(file(content), OUR_EXCEPTIONS)
                .withMessage("The file of the setting crossgov.law.freeze-regimes, our-law.yaml, cannot be used: "
                        + reason + ". Correct it and start again.");
    }

    @Test
    void letters_in_an_old_encoding_are_told() throws IOException {
        Files.write(folder.resolve("our-law.yaml"), "grounds: [] # §".getBytes(StandardCharsets.ISO_8859_1));

        refused(new FileSystemResource(folder.resolve("our-law.yaml")), OUR_EXCEPTIONS)
                .withMessageContaining("our-law.yaml, cannot be used: it is no YAML in UTF-8.");
    }

    @Test
    void an_exception_needs_its_citation_and_an_id_of_its_own() throws IOException {
        var one =
                "{id: restored, text: Is restored., citation: 5 CFR 330.211(c), service: COMPETITIVE, demands: REEMPLOYMENT_RIGHT,"
                        + " evidence: NONE, paper: The order.}";
        refused(OUR_GROUNDS, file("exceptions: [" + one + ", {id: other, text: Another.}]"))
                .withMessage("The file of the setting crossgov.law.rpl-exceptions, our-law.yaml, cannot be used:"
                        + " in entry 2 of exceptions (other), citation is missing. Correct it and start again.");
        refused(OUR_GROUNDS, file("exceptions: [" + one + ", " + one + "]"))
                .withMessageContaining("cannot be used: restored stands twice in exceptions.");
    }

    @Test
    void a_file_that_is_not_there_is_told_with_its_setting() {
        var nowhere = new FileSystemResource(folder.resolve("nowhere.yaml"));

        refused(nowhere, OUR_EXCEPTIONS)
                .withMessage("The setting crossgov.law.freeze-regimes names no file that can be read, but "
                        + nowhere.getDescription()
                        + ". Correct it and start again: a file of your own has \"file:\" before its path.");
        refused(new FileSystemResource(folder), OUR_EXCEPTIONS)
                .withMessageContaining("crossgov.law.freeze-regimes names no file that can be read");
        refused(OUR_GROUNDS, null)
                .withMessageContaining("crossgov.law.rpl-exceptions names no file that can be read. Correct it");
    }

    private static ThrowableAssertAlternative<StartRefused> refused(Resource grounds, Resource exceptions) {
        return assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> new RequestLaw(grounds, exceptions));
    }

    private Resource file(String content) throws IOException {
        return new FileSystemResource(Files.writeString(folder.resolve("our-law.yaml"), content));
    }
}
