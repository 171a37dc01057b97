package io.crossgov.hiring.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Locale;
import java.util.Set;

/** Writes a message on one line: nobody forges an entry of the log with a line break in what he or she typed. */
public final class OneLine extends MessageConverter {

    /** They speak of the program's own start, in paragraphs, before anybody can send anything. */
    private static final Set<String> AT_START =
            Set.of("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter");

    @Override
    public String convert(ILoggingEvent event) {
        var message = super.convert(event);
        return AT_START.contains(event.getLoggerName()) ? message : of(message);
    }

    /** The text with line breaks, control, direction and invisible characters written out as in Java. */
    static String of(String text) {
        if (text == null || text.codePoints().allMatch(OneLine::isPlain)) {
            return text;
        }
        var line = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (isPlain(character)) {
                        line.appendCodePoint(character);
                    } else {
                        line.append(String.format(Locale.ROOT, "\\u%04X", character));
                    }
                }
            }
        });
        return line.toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
