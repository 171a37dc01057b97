package io.crossgov.hiring.selection;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The words for what the workbench offers to choose from: they stand where the choices are, and the browser repeats none of them.
 *
 * @param statuses where a candidate can stand in a case
 * @param answers to the interest question (M5)
 * @param results of an interview
 * @param findings of a second review (L16)
 * @param scopes of a declination or withdrawal (L9)
 * @param zones in which an interview can be meant, the office's first
 */
record WorkbenchWords(
        List<Word> statuses,
        List<Word> answers,
        List<Word> results,
        List<Word> findings,
        List<Word> scopes,
        List<Word> zones) {

    /** @param key as it is sent, @param title as people read it */
    record Word(String key, String title) {}

    /** Where federal offices are, from east to west. */
    private static final List<Word> ZONES = List.of(
            new Word("America/Puerto_Rico", "Atlantic Time (Puerto Rico)"),
            new Word("America/New_York", "Eastern Time"),
            new Word("America/Chicago", "Central Time"),
            new Word("America/Denver", "Mountain Time"),
            new Word("America/Phoenix", "Mountain Standard Time (Arizona)"),
            new Word("America/Los_Angeles", "Pacific Time"),
            new Word("America/Anchorage", "Alaska Time"),
            new Word("Pacific/Honolulu", "Hawaii Time"),
            new Word("Pacific/Pago_Pago", "Samoa Time"),
            new Word("Pacific/Guam", "Chamorro Time (Guam)"));

    static WorkbenchWords in(ZoneId office) {
        return new WorkbenchWords(
                words(ReviewStatus.values(), ReviewStatus::title),
                words(InterestAnswer.values(), answer -> answer.status().title()),
                words(InterviewResult.values(), InterviewResult::title),
                words(SecondReview.Finding.values(), SecondReview.Finding::meaning),
                words(WithdrawalScope.values(), WithdrawalScope::meaning),
                Stream.concat(
                                Stream.of(new Word(office.getId(), titleOf(office))),
                                ZONES.stream().filter(zone -> !zone.key().equals(office.getId())))
                        .toList());
    }

    /** What people call the zone; null for none. */
    static String titleOf(ZoneId zone) {
        return zone == null
                ? null
                : ZONES.stream()
                        .filter(known -> known.key().equals(zone.getId()))
                        .map(Word::title)
                        .findFirst()
                        .orElseGet(() -> zone.getDisplayName(TextStyle.FULL, Locale.US));
    }

    private static <E extends Enum<E>> List<Word> words(E[] values, Function<E, String> title) {
        return Arrays.stream(values)
                .map(value -> new Word(value.name(), title.apply(value)))
                .toList();
    }
}
