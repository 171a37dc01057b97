package io.crossgov.hiring.intake;

import io.crossgov.hiring.common.PlainText;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Where the header of a candidate file stands and what separates its cells. Excel separates by semicolons where a comma stands in decimals,
 * by tabs when it saves text, and says so in a line "sep=;" if told to; whichever separator makes most cells of the header columns is the one.
 *
 * @param line of the header, from 1
 */
record CandidateTextStart(long line, char separator) {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final Pattern NAMED = Pattern.compile("(?i)\"?sep=([,;\t|])\"?\\s*");
    private static final Pattern NOTHING = Pattern.compile("[,;\t|\"]*");

    /**
     * Reads up to the header.
     *
     * @param text stands before the header afterwards
     * @param longest characters of a line at most
     * @return empty when nothing stands in the file
     */
    static Optional<CandidateTextStart> find(Reader text, int longest) throws IOException {
        Character named = null;
        for (long line = 1; ; line++) {
            text.mark(longest);
            var read = new StringBuilder();
            var end = readLine(text, read);
            if (end < 0 && read.isEmpty()) {
                return Optional.empty();
            }
            var separator = NAMED.matcher(read);
            if (line == 1 && separator.matches()) {
                named = separator.group(1).charAt(0);
            } else if (!isNothing(read)) {
                text.reset();
                return Optional.of(new CandidateTextStart(line, named == null ? best(read.toString()) : named));
            }
            skipLineFeed(end, text);
        }
    }

    private static boolean isNothing(CharSequence line) {
        return PlainText.isEmpty(NOTHING.matcher(line).replaceAll(""));
    }

    /** @return what ended the line: a line break, or -1 at the end of the file */
    private static int readLine(Reader text, StringBuilder into) throws IOException {
        int character;
        while ((character = text.read()) >= 0 && character != '\r' && character != '\n') {
            into.append((char) character);
        }
        return character;
    }

    private static void skipLineFeed(int end, Reader text) throws IOException {
        if (end == '\r') {
            text.mark(1);
            if (text.read() != '\n') {
                text.reset();
            }
        }
    }

    private static char best(String header) {
        var best = SEPARATORS[0];
        for (var separator : SEPARATORS) {
            if (columns(header, separator) > columns(header, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long columns(String header, char separator) {
        var format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(header))
                .setFormat(format)
                .get()) {
            return parser.stream()
                    .flatMap(names -> names.stream())
                    .filter(name -> CandidateColumn.named(name).isPresent())
                    .count();
        } catch (IOException | UncheckedIOException malformed) {
            return 0;
        }
    }
}
