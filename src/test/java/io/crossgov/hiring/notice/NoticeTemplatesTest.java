package io.crossgov.hiring.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTemplatesTest {

    private final NoticeTemplates templates = templates(null);

    @ParameterizedTest
    @EnumSource(NoticeType.class)
    void every_message_reads_well_whatever_part_of_it_stands(NoticeType type) {
        for (var facts : variants(type)) {
            var message = templates.render(type, facts);
            assertThat(message.subject()).isNotBlank().doesNotContain("{{", "}}", "\n", "  ");
            assertThat(message.body())
                    .isNotBlank()
                    .doesNotContain("{{", "}}", "\n\n\n", "null", " ,", "()")
                    .endsWith("\n");
        }
    }

    @ParameterizedTest
    @EnumSource(NoticeType.class)
    void every_word_a_message_knows_is_explained_to_its_editors(NoticeType type) throws Exception {
        var guide = Files.readString(Path.of("src/main/resources/notices/README.txt"));
        assertThat(guide)
                .contains(type.placeholders().stream()
                        .map(Placeholder::inTemplates)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(NoticeType.class)
    void no_message_speaks_of_preference_or_disability(NoticeType type) throws Exception {
        var text = Files.readString(Path.of("src/main/resources/notices/" + type + ".txt"));
        assertThat(text.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("veteran", "preference", "disab", "cps", "10-point", "rating");
    }

    @Test
    void the_offer_names_its_due_date_in_subject_and_text() {
        var offer = templates.render(NoticeType.M12, full(NoticeType.M12).when(Placeholder.FINAL, false));
        assertThat(offer.subject()).contains("tentative job offer", "please answer by <offerDueDate>");
        assertThat(offer.body()).contains("Please answer by <offerDueDate>.", "This offer is tentative");
    }

    /** L14, L16: nobody's rights end by silence who was not told that they would. */
    @Test
    void who_is_asked_for_an_answer_reads_what_silence_leads_to() {
        assertThat(templates.render(NoticeType.M5, full(NoticeType.M5)).body())
                .contains("Without an answer by then <agency> may go on without you for this position.");
        assertThat(templates.render(NoticeType.M12, full(NoticeType.M12)).body())
                .contains("Without an answer by then the offer can be counted as declined.");
        assertThat(templates.render(NoticeType.M18, full(NoticeType.M18)).body())
                .contains("by <answerDueDate>", "OPM does not decide before that day has passed.");
    }

    @Test
    void what_people_write_is_never_read_as_a_template() {
        var message = templates.render(
                NoticeType.M5,
                full(NoticeType.M5)
                        .with(
                                Placeholder.PERSONAL_MESSAGE,
                                "{{caseLink}} ${1+1} [[${x}]] {{#agency}}a{{/agency}} <b>&"));
        assertThat(message.body()).contains("{{caseLink}} ${1+1} [[${x}]] {{#agency}}a{{/agency}} <b>&");
    }

    @Test
    void a_subject_stays_on_its_line_whatever_people_wrote() {
        var message = templates.render(
                NoticeType.M5, full(NoticeType.M5).with(Placeholder.POSITION_TITLE, "Clerk\r\nBcc: all@example.gov"));
        assertThat(message.subject()).isEqualTo("Are you interested? Clerk Bcc: all@example.gov at <agency>");
    }

    @Test
    void a_subject_that_is_too_long_ends_between_two_words_and_shows_that_it_does() {
        var title = "Customer experience strategist ".repeat(10).strip();
        var subject = templates
                .render(NoticeType.M5, full(NoticeType.M5).with(Placeholder.POSITION_TITLE, title))
                .subject();
        assertThat(subject)
                .hasSizeLessThanOrEqualTo(250)
                .startsWith("Are you interested? ")
                .endsWith("\u2026");
        assertThat(title + " ")
                .contains(subject.replace("Are you interested? ", "").replace("\u2026", " "));
        var oneWord = templates
                .render(NoticeType.M5, full(NoticeType.M5).with(Placeholder.POSITION_TITLE, "x".repeat(300)))
                .subject();
        assertThat(oneWord).hasSize(250).endsWith("x\u2026");
    }

    @Test
    void a_file_in_the_directory_takes_the_place_of_ours(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("M16.txt"), "Subject: Gone\n\nApplicant {{applicantNumber}} is gone.\n");
        var message = templates(directory).render(NoticeType.M16, full(NoticeType.M16));
        assertThat(message).isEqualTo(new Message("Gone", "Applicant <applicantNumber> is gone.\n"));
    }

    @Test
    void a_broken_file_stops_the_start_and_is_named(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("M16.txt"), "Subject: Gone\n\n{{candidateName}} is gone.\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> templates(directory))
                .withMessageContaining(file.toString())
                .withMessageContaining(
                        "it names candidateName, which M16 does not know; it knows agency, announcement");
    }

    @Test
    void a_directory_that_is_not_there_stops_the_start(@TempDir Path directory) {
        assertThatIllegalStateException().isThrownBy(() -> templates(directory.resolve("nowhere")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "No subject\n\ntext",
                "Subject:\n\ntext",
                "Subject: s",
                "Subject: s\n\n{{agency",
                "Subject: s\n\nagency}} text",
                "Subject: s {{agency\n\n text }}",
                "Subject: s\n\n{{#agency}}never closed",
                "Subject: s\n\n{{/agency}}never opened",
                "Subject: s\n\n{{#agency}}{{#poolTitle}}{{/agency}}{{/poolTitle}}",
                "Subject: s\n\n{{Agency}}",
                "Subject: s\n\n{{agency.class}}",
                "Subject: s\n\n{{.}}",
                "Subject: s\n\n{{> M2}}",
                "Subject: s\n\n{{#agency}}{{contactName}}{{/agency}}",
                "Subject: s\n\n{{^unknown}}x{{/unknown}}"
            })
    void every_kind_of_mistake_is_found_when_the_template_is_read(String text) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> NoticeTemplate.parse(NoticeType.M16, "M16.txt", text))
                .withMessageStartingWith("The notice template M16.txt is broken: ");
    }

    /** Everything filled in; then each part for itself; then every optional word empty. */
    private static List<Facts> variants(NoticeType type) {
        var variants = new ArrayList<Facts>();
        variants.add(full(type));
        EnumSet.copyOf(type.placeholders())
                .forEach(one -> variants.add(full(type).with(one, one == Placeholder.TASK_LINK ? "" : "x")));
        for (var part : PARTS) {
            if (type.placeholders().contains(part)) {
                variants.add(only(type, part));
            }
        }
        return variants;
    }

    private static final Set<Placeholder> PARTS = EnumSet.of(
            Placeholder.APPROVED,
            Placeholder.RETURNED,
            Placeholder.DENIED,
            Placeholder.VERIFIED,
            Placeholder.PAPER_MISSING,
            Placeholder.CANDIDATE_GONE,
            Placeholder.CANNOT_BE_SELECTED,
            Placeholder.TENTATIVE,
            Placeholder.FINAL,
            Placeholder.THIS_AGENCY_ONLY,
            Placeholder.ALL_AGENCIES,
            Placeholder.CERTIFICATE_EXPIRING,
            Placeholder.CERTIFICATE_CLOSED,
            Placeholder.OFFER_ANSWER_DUE);

    private static Facts only(NoticeType type, Placeholder part) {
        var facts = full(type);
        for (var other : PARTS) {
            facts = facts.when(other, other == part);
        }
        for (var optional : Set.of(Placeholder.TASK_LINK, Placeholder.CONTACT_PHONE, Placeholder.START_DATE)) {
            facts = facts.with(optional, "");
        }
        return facts;
    }

    static Facts full(NoticeType type) {
        var facts = Facts.NONE;
        for (var placeholder : type.placeholders()) {
            facts = facts.with(placeholder, "<" + placeholder.inTemplates() + ">");
        }
        return facts;
    }

    static NoticeTemplates templates(Path directory) {
        return new NoticeTemplates(new NoticeProperties(
                directory,
                null,
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                10,
                Duration.ofMinutes(1),
                NoticeProperties.WithoutMailServer.KEEP));
    }
}
