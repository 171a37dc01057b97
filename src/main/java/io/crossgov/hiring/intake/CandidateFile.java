package io.crossgov.hiring.intake;

import io.crossgov.hiring.common.DutyPlace;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.law.Assessment;
import io.crossgov.hiring.law.Points;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
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
 * A CSV file of candidates, read row by row: UTF-8, or what its byte order mark says ({@link CandidateText}); separated by commas, or by
 * semicolons, tabs or vertical bars ({@link CandidateTextStart}); cells quoted with {@code "} where needed, first line the header. Lines in
 * which nothing stands but separators, and empty columns at the end, are what spreadsheets leave behind, and do not count. Columns in any
 * order, all present but where it says otherwise:
 *
 * <table>
 *   <caption>Columns</caption>
 *   <tr><td>{@code applicant_number}</td><td>required; 1 to 40 letters, digits, dots, hyphens, underscores; once in the file</td></tr>
 *   <tr><td>{@code name}</td><td>required</td></tr>
 *   <tr><td>{@code email}</td><td>required</td></tr>
 *   <tr><td>{@code phone}</td><td>may be empty; with an extension, if any: {@code ext. 12}</td></tr>
 *   <tr><td>{@code duty_locations}</td><td>required; one or more of the pool's, separated by semicolons, in any writing that
 *       {@link DutyPlace} understands</td></tr>
 *   <tr><td>{@code rating}</td><td>{@code BEST_QUALIFIED}, {@code WELL_QUALIFIED} or {@code QUALIFIED}; required in a pool ranked by
 *       category, otherwise may be empty; one of its own categories. With a priority status required also in a pool that ranks nobody,
 *       where a rating says who is well-qualified</td></tr>
 *   <tr><td>{@code score}</td><td>0 to 999.99; required in a pool ranked by score, otherwise may be empty. With a priority status
 *       required also in a pool that ranks nobody, where a score says who is well-qualified</td></tr>
 *   <tr><td>{@code points}</td><td>0, 5 or 10: how many points preference adds to that score; required with it in a pool ranked by score.
 *       The column may be left out</td></tr>
 *   <tr><td>{@code augmented_score}</td><td>in place of both, the score with the points in it. The column may be left out, or the other
 *       two</td></tr>
 *   <tr><td>{@code preference}</td><td>{@code TP}, {@code XP}, {@code CP}, {@code CPS}, {@code SSP} or {@code NONE} (also when empty)</td></tr>
 *   <tr><td>{@code priority_status}</td><td>{@code CTAP}, {@code ICTAP} or {@code NONE} (also when empty)</td></tr>
 *   <tr><td>{@code commuting_area}</td><td>required with a priority status, otherwise empty</td></tr>
 *   <tr><td>{@code opted_in}</td><td>required; {@code yes} or {@code no}</td></tr>
 *   <tr><td>{@code federal_agency}</td><td>agency of a current or former federal employee; required with CTAP, which is a priority at that
 *       agency, as it is on record; otherwise may be empty</td></tr>
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

    private final Map<String, String> locationsOfPool;
    private final Assessment assessment;
    private final Map<String, Long> lineOfApplicant = new HashMap<>();

    CandidateFile(List<String> dutyLocations, Assessment assessment) {
        this.locationsOfPool =
                dutyLocations.stream().collect(Collectors.toMap(DutyPlace::key, own -> own, (one, same) -> one));
        this.assessment = assessment;
    }

    /**
     * Reads the file to its end, or to where it cannot be read any further.
     *
     * @param said the encoding that the sender names; null when none is named
     * @param rows gets each row in which nothing is wrong
     * @param faults gets everything that is wrong
     * @throws IOException when the connection breaks
     */
    void read(InputStream content, Charset said, Consumer<CandidateLine> rows, Consumer<ImportFault> faults)
            throws IOException {
        long line = 1;
        CandidateHeader header = null;
        var separator = ',';
        try (var text = new BoundedRows(new BufferedReader(CandidateText.of(content, said)))) {
            var start = CandidateTextStart.find(text, LONGEST_ROW);
            if (start.isEmpty()) {
                faults.accept(new ImportFault(
                        1,
                        null,
                        "The file is empty. Its first line names the columns: " + CandidateColumn.allHeaders() + "."));
                return;
            }
            line = start.get().line();
            separator = start.get().separator();
            text.beginRow();
            var parser = CSVParser.builder()
                    .setReader(text)
                    .setFormat(FORMAT.builder().setDelimiter(separator).get())
                    .get();
            var records = parser.iterator();
            hasNext(records);
            var found = CandidateHeader.of(records.next(), line, faults);
            if (found.isEmpty()) {
                return;
            }
            header = found.get();
            var before = line;
            for (line = before + parser.getCurrentLineNumber();
                    hasNext(records);
                    line = before + parser.getCurrentLineNumber()) {
                text.beginRow();
                var record = records.next();
                if (!isEmpty(record)) {
                    row(record, line, header, faults).ifPresent(rows);
                }
            }
        } catch (CandidateText.NoText something) {
            faults.accept(new ImportFault(1, null, something.getMessage()));
        } catch (CandidateText.Undecodable undecodable) {
            faults.accept(undecodable(undecodable, line, header, separator));
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

    private static ImportFault undecodable(
            CandidateText.Undecodable where, long rowBegins, CandidateHeader header, char separator) {
        // A row that began on an earlier line is within quotation marks there.
        var column = header == null || where.line() != rowBegins
                ? Optional.<CandidateColumn>empty()
                : header.at(separatorsIn(where.before(), separator));
        return new ImportFault(
                where.line(),
                column.map(CandidateColumn::header).orElse(null),
                "A character here is not in " + where.encoding()
                        + ": the file was saved in another encoding. Save it again as \"CSV UTF-8\"."
                        + " Nothing is guessed, so that no name comes out wrong. The rows after it were not read.");
    }

    private static int separatorsIn(String line, char separator) {
        var found = 0;
        var quoted = false;
        for (int at = 0; at < line.length(); at++) {
            quoted ^= line.charAt(at) == '"';
            found += line.charAt(at) == separator && !quoted ? 1 : 0;
        }
        return found;
    }

    /** The iterator hides what went wrong while reading in unchecked exceptions; brings it back. */
    private static boolean hasNext(Iterator<CSVRecord> records) throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Also a row of separators only, as spreadsheets leave it of rows that were deleted. */
    private static boolean isEmpty(CSVRecord record) {
        return record.stream().allMatch(PlainText::isEmpty);
    }

    private Optional<CandidateLine> row(
            CSVRecord record, long line, CandidateHeader header, Consumer<ImportFault> faults) {
        var objection = header.objection(record);
        if (objection.isPresent()) {
            faults.accept(new ImportFault(line, null, objection.get()));
            return Optional.empty();
        }
        var cells = new CandidateCells(record, line, header.columns(), faults);
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
        if (rating == null && assessment.method() == RankingMethod.CATEGORY) {
            cells.missing(CandidateColumn.RATING, "This pool is ranked by category: each candidate needs a rating.");
        }
        if (rating != null
                && assessment.method() == RankingMethod.CATEGORY
                && !assessment.categories().contains(rating)) {
            cells.fault(
                    CandidateColumn.RATING,
                    "This pool has no category " + rating.name() + ", but "
                            + assessment.categories().stream().map(Rating::name).collect(Collectors.joining(" and "))
                            + ".");
        }
        var preference = cells.oneOf(CandidateColumn.PREFERENCE, VeteransPreference.class, VeteransPreference.NONE);
        var scored = Scored.of(cells, preference, assessment.method() == RankingMethod.NUMERIC);
        var score = scored.score();
        var priority = cells.oneOf(CandidateColumn.PRIORITY_STATUS, PriorityStatus.class, PriorityStatus.NONE);
        if (priority != null && priority != PriorityStatus.NONE) {
            mustBeRated(rating, score, cells);
        }
        var area = cells.text(CandidateColumn.COMMUTING_AREA, 200);
        if (area == null && priority != null && priority != PriorityStatus.NONE) {
            cells.missing(CandidateColumn.COMMUTING_AREA, "A priority status needs its commuting area.");
        }
        if (area != null && priority == PriorityStatus.NONE) {
            cells.fault(CandidateColumn.COMMUTING_AREA, "A commuting area needs a priority status: CTAP or ICTAP.");
        }
        var optedIn = cells.yesOrNo(CandidateColumn.OPTED_IN);
        var federalAgency = cells.text(CandidateColumn.FEDERAL_AGENCY, 200);
        if (federalAgency == null && priority == PriorityStatus.CTAP) {
            cells.missing(
                    CandidateColumn.FEDERAL_AGENCY,
                    "CTAP is a priority at the candidate\u2019s own agency only: say which that is, by its code or name.");
        }
        var resumeFile = cells.text(CandidateColumn.RESUME_FILE, 200);
        return cells.areFaulty()
                ? Optional.empty()
                : Optional.of(new CandidateLine(
                        line,
                        number,
                        name,
                        email,
                        phone,
                        locations,
                        rating,
                        score,
                        scored.points(),
                        preference,
                        priority,
                        area,
                        optedIn,
                        federalAgency,
                        resumeFile));
    }

    /** Where nobody is ranked, a displaced employee is taken first all the same, if well-qualified (L16). */
    private void mustBeRated(Rating rating, BigDecimal score, CandidateCells cells) {
        if (assessment.method() != RankingMethod.UNRANKED) {
            return;
        }
        if (assessment.wellQualified().rating() != null && rating == null) {
            cells.missing(
                    CandidateColumn.RATING,
                    "A priority status needs a rating: it says whether the candidate is well-qualified.");
        }
        if (assessment.wellQualified().score() != null && score == null) {
            cells.missing(
                    CandidateColumn.SCORE,
                    "A priority status needs a score: it says whether the candidate is well-qualified.");
        }
    }

    private void onlyOnce(String number, long line, CandidateCells cells) {
        if (number != null) {
            var before = lineOfApplicant.putIfAbsent(number, line);
            if (before != null) {
                cells.fault(
                        CandidateColumn.APPLICANT_NUMBER,
                        "The applicant number stands on line " + before + " already.");
            }
        }
    }

    private SortedSet<String> locations(CandidateCells cells) {
        var found = new TreeSet<String>();
        var text = cells.required(CandidateColumn.DUTY_LOCATIONS, 5_000);
        if (text == null) {
            return found;
        }
        for (var part : text.split("[;|]", -1)) {
            var own = locationsOfPool.get(DutyPlace.key(part));
            if (own != null) {
                found.add(own);
            } else if (!PlainText.isEmpty(part)) {
                cells.fault(CandidateColumn.DUTY_LOCATIONS, notOfPool(part));
                return found;
            }
        }
        if (found.isEmpty()) {
            cells.missing(CandidateColumn.DUTY_LOCATIONS, "The cell is empty.");
        }
        return found;
    }

    private String notOfPool(String place) {
        var pools = locationsOfPool.values().stream().sorted().collect(Collectors.joining("; "));
        return DutyPlace.isUnnamed(place)
                ? "\u201c" + PlainText.of(place) + "\u201d does not say which: name each of the pool's, " + pools
                        + ", separated by semicolons."
                : "The location \u201c" + PlainText.of(place) + "\u201d is not one of the pool's: " + pools + ".";
    }

    /** What a row says of the score, and whether preference points are in it. */
    private record Scored(BigDecimal score, Points points) {

        private static final BigDecimal HIGHEST = new BigDecimal("999.99");

        static Scored of(CandidateCells cells, VeteransPreference preference, boolean ranked) {
            var raw = cells.score(CandidateColumn.SCORE);
            var points = cells.score(CandidateColumn.POINTS);
            var augmented = cells.score(CandidateColumn.AUGMENTED_SCORE);
            if (augmented != null) {
                if (raw != null || points != null) {
                    cells.fault(
                            CandidateColumn.AUGMENTED_SCORE,
                            "Give the augmented score, which has the preference points in it, or the score and its points:"
                                    + " not both.");
                }
                return new Scored(augmented, Points.INCLUDED);
            }
            if (raw == null) {
                if (ranked) {
                    cells.missing(
                            cells.has(CandidateColumn.SCORE) ? CandidateColumn.SCORE : CandidateColumn.AUGMENTED_SCORE,
                            "This pool is ranked by score: each candidate needs a score.");
                }
                return new Scored(null, Points.NOT_SAID);
            }
            if (points == null) {
                if (ranked) {
                    cells.missing(
                            CandidateColumn.POINTS,
                            "This pool is ranked by score: say how many preference points are added to the score, 0 for"
                                    + " none, or give an augmented_score, which has them in it.");
                }
                return new Scored(raw, Points.NOT_SAID);
            }
            if (preference != null && points.compareTo(BigDecimal.valueOf(Points.of(preference))) != 0) {
                cells.fault(
                        CandidateColumn.POINTS,
                        "TP adds 5 points, XP, CP and CPS add 10, and nothing else adds any (5 U.S.C. 3309).");
            }
            if (raw.add(points).compareTo(HIGHEST) > 0) {
                cells.fault(CandidateColumn.POINTS, "Score and points together are more than 999.99.");
            }
            return new Scored(raw.add(points), Points.of(points));
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
