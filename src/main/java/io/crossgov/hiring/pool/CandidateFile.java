package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.EmailAddress;
import io.crossgov.hiring.common.PlainText;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of candidates, read row by row: UTF-8 (with or without byte order mark), separated by commas, cells quoted with
 * {@code "} where needed, first line the header. Columns in any order, all present:
 *
 * <table>
 *   <caption>Columns</caption>
 *   <tr><td>{@code applicant_number}</td><td>required; 1 to 40 letters, digits, dots, hyphens, underscores; once in the file</td></tr>
 *   <tr><td>{@code name}</td><td>required</td></tr>
 *   <tr><td>{@code email}</td><td>required</td></tr>
 *   <tr><td>{@code phone}</td><td>may be empty</td></tr>
 *   <tr><td>{@code duty_locations}</td><td>required; one or more of the pool's, separated by semicolons</td></tr>
 *   <tr><td>{@code rating}</td><td>{@code BEST_QUALIFIED}, {@code WELL_QUALIFIED} or {@code QUALIFIED}; required in a pool ranked by
 *       category, otherwise may be empty</td></tr>
 *   <tr><td>{@code score}</td><td>0 to 999.99; required in a pool ranked by score, otherwise may be empty</td></tr>
 *   <tr><td>{@code preference}</td><td>{@code TP}, {@code XP}, {@code CP}, {@code CPS}, {@code SSP} or {@code NONE} (also when empty)</td></tr>
 *   <tr><td>{@code priority_status}</td><td>{@code CTAP}, {@code ICTAP} or {@code NONE} (also when empty)</td></tr>
 *   <tr><td>{@code commuting_area}</td><td>required with a priority status, otherwise empty</td></tr>
 *   <tr><td>{@code opted_in}</td><td>required; {@code yes} or {@code no}</td></tr>
 *   <tr><td>{@code federal_agency}</td><td>agency of a current or former federal employee; may be empty</td></tr>
 *   <tr><td>{@code resume_file}</td><td>file name of the resume, which is sent separately; may be empty</td></tr>
 * </table>
 *
 * <p>Text that a spreadsheet would take for a formula (it begins with {@code =}, {@code +}, {@code -} or {@code @}) is refused; only a phone
 * number may begin with {@code +}. Of the rows read, only the applicant numbers stay in memory.
 */
final class CandidateFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final int LONGEST_ROW = 100_000;

    /** What an applicant number is made of. */
    static final String APPLICANT_NUMBERS = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private static final Pattern APPLICANT_NUMBER = Pattern.compile(APPLICANT_NUMBERS);
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()./x-]{5,38}");
    private static final Pattern SCORE = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");

    private final Map<String, String> locationsOfPool;
    private final RankingMethod ranking;
    private final Map<String, Long> lineOfApplicant = new HashMap<>();

    CandidateFile(List<String> dutyLocations, RankingMethod ranking) {
        this.locationsOfPool =
                dutyLocations.stream().collect(Collectors.toMap(PoolMatch::place, own -> own, (one, same) -> one));
        this.ranking = ranking;
    }

    /**
     * Reads the file to its end, or to where it cannot be read any further.
     *
     * @param rows gets each row in which nothing is wrong
     * @param faults gets everything that is wrong
     * @throws IOException when the connection breaks
     */
    void read(InputStream content, Consumer<CandidateRow> rows, Consumer<ImportFault> faults) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = new BoundedRows(new BufferedReader(new InputStreamReader(content, decoder)));
        long line = 1;
        try (var parser = CSVParser.builder()
                .setReader(withoutByteOrderMark(text))
                .setFormat(FORMAT)
                .get()) {
            var records = parser.iterator();
            var columns = header(records, faults);
            if (columns.isEmpty()) {
                return;
            }
            for (line = parser.getCurrentLineNumber() + 1; hasNext(records); line = parser.getCurrentLineNumber() + 1) {
                text.beginRow();
                var record = records.next();
                if (!isEmpty(record)) {
                    row(record, line, columns.get(), faults).ifPresent(rows);
                }
            }
        } catch (CharacterCodingException notUtf8) {
            faults.accept(new ImportFault(
                    line, null, "The file is not UTF-8 text from about here. Save it as \"CSV UTF-8\"."));
        } catch (RowTooLong tooLong) {
            faults.accept(new ImportFault(
                    line,
                    null,
                    "The row has more than " + LONGEST_ROW + " characters. Probably a quotation mark is missing."));
        } catch (CSVException malformed) {
            faults.accept(new ImportFault(
                    line, null, "The row cannot be read: check its quotation marks. The rows after it were not read."));
        }
    }

    /** The iterator hides what went wrong while reading in unchecked exceptions; brings it back. */
    private static boolean hasNext(Iterator<CSVRecord> records) throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static Reader withoutByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.size() == 1 && PlainText.isEmpty(record.get(0));
    }

    private static Optional<Map<CandidateColumn, Integer>> header(
            Iterator<CSVRecord> records, Consumer<ImportFault> faults) throws IOException {
        if (!hasNext(records)) {
            faults.accept(new ImportFault(
                    1,
                    null,
                    "The file is empty. Its first line names the columns: " + CandidateColumn.allHeaders() + "."));
            return Optional.empty();
        }
        var names = records.next();
        var columns = new EnumMap<CandidateColumn, Integer>(CandidateColumn.class);
        var wrong = false;
        for (int place = 0; place < names.size(); place++) {
            var column = CandidateColumn.named(names.get(place));
            if (column.isEmpty()) {
                faults.accept(new ImportFault(
                        1,
                        null,
                        "Column " + (place + 1) + " of the header is none of " + CandidateColumn.allHeaders() + "."));
                wrong = true;
            } else if (columns.put(column.get(), place) != null) {
                faults.accept(new ImportFault(1, column.get().header(), "The column stands twice in the header."));
                wrong = true;
            }
        }
        for (var column : CandidateColumn.values()) {
            if (!columns.containsKey(column)) {
                faults.accept(new ImportFault(1, column.header(), "The column is missing in the header."));
                wrong = true;
            }
        }
        return wrong ? Optional.empty() : Optional.of(columns);
    }

    private Optional<CandidateRow> row(
            CSVRecord record, long line, Map<CandidateColumn, Integer> columns, Consumer<ImportFault> faults) {
        if (record.size() != columns.size()) {
            faults.accept(new ImportFault(
                    line,
                    null,
                    "The header has " + columns.size() + " columns, but the row has " + record.size() + "."));
            return Optional.empty();
        }
        var cells = new Cells(record, line, columns, faults);
        var number = cells.matching(
                CandidateColumn.APPLICANT_NUMBER,
                APPLICANT_NUMBER,
                "1 to 40 letters, digits, dots, hyphens or underscores, beginning with a letter or digit");
        onlyOnce(number, line, cells);
        var name = cells.required(CandidateColumn.NAME, 200);
        var email = cells.email();
        var phone = cells.phone();
        var locations = locations(cells);
        var rating = cells.oneOf(CandidateColumn.RATING, Rating.class, null);
        if (rating == null && ranking == RankingMethod.CATEGORY) {
            cells.missing(CandidateColumn.RATING, "This pool is ranked by category: each candidate needs a rating.");
        }
        var score = cells.score();
        if (score == null && ranking == RankingMethod.NUMERIC) {
            cells.missing(CandidateColumn.SCORE, "This pool is ranked by score: each candidate needs a score.");
        }
        var preference = cells.oneOf(CandidateColumn.PREFERENCE, VeteransPreference.class, VeteransPreference.NONE);
        var priority = cells.oneOf(CandidateColumn.PRIORITY_STATUS, PriorityStatus.class, PriorityStatus.NONE);
        var area = cells.text(CandidateColumn.COMMUTING_AREA, 200);
        if (area == null && priority != null && priority != PriorityStatus.NONE) {
            cells.missing(CandidateColumn.COMMUTING_AREA, "A priority status needs its commuting area.");
        }
        if (area != null && priority == PriorityStatus.NONE) {
            cells.fault(CandidateColumn.COMMUTING_AREA, "A commuting area needs a priority status: CTAP or ICTAP.");
        }
        var optedIn = cells.yesOrNo(CandidateColumn.OPTED_IN);
        var federalAgency = cells.text(CandidateColumn.FEDERAL_AGENCY, 200);
        var resumeFile = cells.text(CandidateColumn.RESUME_FILE, 200);
        return cells.faulty
                ? Optional.empty()
                : Optional.of(new CandidateRow(
                        line,
                        number,
                        name,
                        email,
                        phone,
                        locations,
                        rating,
                        score,
                        preference,
                        priority,
                        area,
                        optedIn,
                        federalAgency,
                        resumeFile));
    }

    private void onlyOnce(String number, long line, Cells cells) {
        if (number != null) {
            var before = lineOfApplicant.putIfAbsent(number, line);
            if (before != null) {
                cells.fault(
                        CandidateColumn.APPLICANT_NUMBER,
                        "The applicant number stands on line " + before + " already.");
            }
        }
    }

    private SortedSet<String> locations(Cells cells) {
        var found = new TreeSet<String>();
        var text = cells.required(CandidateColumn.DUTY_LOCATIONS, 5_000);
        if (text == null) {
            return found;
        }
        for (var part : text.split(";", -1)) {
            var own = locationsOfPool.get(PoolMatch.place(part));
            if (own != null) {
                found.add(own);
            } else if (!PlainText.isEmpty(part)) {
                cells.fault(
                        CandidateColumn.DUTY_LOCATIONS,
                        "The location \u201c" + PlainText.of(part) + "\u201d is not one of the pool's: "
                                + locationsOfPool.values().stream().sorted().collect(Collectors.joining("; ")) + ".");
                return found;
            }
        }
        if (found.isEmpty()) {
            cells.missing(CandidateColumn.DUTY_LOCATIONS, "The cell is empty.");
        }
        return found;
    }

    /** The cells of one row; remembers whether something was wrong. */
    private static final class Cells {

        private final CSVRecord record;
        private final long line;
        private final Map<CandidateColumn, Integer> columns;
        private final Consumer<ImportFault> faults;
        private final List<CandidateColumn> faultyColumns = new ArrayList<>();
        private boolean faulty;

        Cells(CSVRecord record, long line, Map<CandidateColumn, Integer> columns, Consumer<ImportFault> faults) {
            this.record = record;
            this.line = line;
            this.columns = columns;
            this.faults = faults;
        }

        void fault(CandidateColumn column, String reason) {
            faulty = true;
            faultyColumns.add(column);
            faults.accept(new ImportFault(line, column.header(), reason));
        }

        /** A cell that is wrong already is not missing as well. */
        void missing(CandidateColumn column, String reason) {
            if (!faultyColumns.contains(column)) {
                fault(column, reason);
            }
        }

        /** The cell as text is kept; null when it is empty, or when it cannot be kept, which is told then. */
        private String raw(CandidateColumn column) {
            var cell = record.get(columns.get(column));
            if (PlainText.flaw(cell, false).isPresent()) {
                fault(column, "The cell has a line break or another control character.");
                return null;
            }
            var text = PlainText.of(cell);
            return text.isEmpty() ? null : text;
        }

        String text(CandidateColumn column, int longest) {
            var cell = raw(column);
            if (cell == null) {
                return null;
            }
            if (cell.length() > longest) {
                fault(column, "The cell has more than " + longest + " characters.");
            } else if ("=+-@".indexOf(cell.charAt(0)) >= 0) {
                fault(
                        column,
                        "The cell begins with \"" + cell.charAt(0) + "\", which spreadsheets take for a formula.");
            } else {
                return cell;
            }
            return null;
        }

        String required(CandidateColumn column, int longest) {
            var cell = text(column, longest);
            if (cell == null) {
                missing(column, "The cell is empty.");
            }
            return cell;
        }

        String matching(CandidateColumn column, Pattern pattern, String meaning) {
            var cell = required(column, 1_000);
            if (cell != null && !pattern.matcher(cell).matches()) {
                fault(column, "The cell must be " + meaning + ".");
                return null;
            }
            return cell;
        }

        String email() {
            var cell = required(CandidateColumn.EMAIL, 254);
            var objection = cell == null ? Optional.<String>empty() : EmailAddress.objection(cell);
            if (objection.isPresent()) {
                fault(CandidateColumn.EMAIL, objection.get());
                return null;
            }
            return EmailAddress.normal(cell);
        }

        String phone() {
            var cell = raw(CandidateColumn.PHONE);
            if (cell != null && !PHONE.matcher(cell).matches()) {
                fault(CandidateColumn.PHONE, "This is not a phone number.");
                return null;
            }
            return cell;
        }

        BigDecimal score() {
            var cell = text(CandidateColumn.SCORE, 20);
            if (cell == null) {
                return null;
            }
            if (!SCORE.matcher(cell).matches()) {
                fault(CandidateColumn.SCORE, "A score is a number from 0 to 999.99.");
                return null;
            }
            return new BigDecimal(cell).setScale(2);
        }

        boolean yesOrNo(CandidateColumn column) {
            var cell = required(column, 20);
            if (cell == null) {
                return false;
            }
            var word = cell.toLowerCase(Locale.ROOT);
            if (!List.of("yes", "no").contains(word)) {
                fault(column, "The cell must be yes or no.");
            }
            return word.equals("yes");
        }

        <E extends Enum<E>> E oneOf(CandidateColumn column, Class<E> type, E whenEmpty) {
            var cell = text(column, 40);
            if (cell == null) {
                return whenEmpty;
            }
            var found = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equalsIgnoreCase(cell))
                    .findFirst();
            if (found.isEmpty()) {
                fault(
                        column,
                        "The cell must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
            return found.orElse(null);
        }
    }

    /** A row longer than any candidate's. */
    private static final class RowTooLong extends IOException {}

    /** Stops reading where a missing quotation mark would make one row of the whole rest of the file. */
    private static final class BoundedRows extends FilterReader {

        private int read;

        BoundedRows(Reader text) {
            super(text);
        }

        void beginRow() {
            read = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return counted(super.read(buffer, offset, length));
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            counted(one < 0 ? -1 : 1);
            return one;
        }

        private int counted(int characters) throws IOException {
            read += Math.max(characters, 0);
            if (read > LONGEST_ROW) {
                throw new RowTooLong();
            }
            return characters;
        }
    }
}
