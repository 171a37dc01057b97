package io.crossgov.hiring.intake;

import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.EmailAddress;
import io.crossgov.hiring.common.PhoneNumber;
import io.crossgov.hiring.common.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** The cells of one row; remembers whether something was wrong. */
final class CandidateCells {

    private static final Pattern SCORE = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?");

    private final CSVRecord record;
    private final long line;
    private final Map<CandidateColumn, Integer> columns;
    private final Consumer<ImportFault> faults;
    private final List<CandidateColumn> faultyColumns = new ArrayList<>();
    private boolean faulty;

    CandidateCells(CSVRecord record, long line, Map<CandidateColumn, Integer> columns, Consumer<ImportFault> faults) {
        this.record = record;
        this.line = line;
        this.columns = columns;
        this.faults = faults;
    }

    boolean areFaulty() {
        return faulty;
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
        if (!has(column)) {
            return null;
        }
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
            fault(column, "The cell has more than " + Counted.of(longest, "character") + ".");
        } else if ("=+-@".indexOf(cell.charAt(0)) >= 0) {
            fault(column, "The cell begins with \"" + cell.charAt(0) + "\", which spreadsheets take for a formula.");
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
        if (cell == null) {
            return null;
        }
        var phone = PhoneNumber.of(cell);
        if (phone.isEmpty()) {
            fault(CandidateColumn.PHONE, PhoneNumber.NONE);
        }
        return phone.orElse(null);
    }

    boolean has(CandidateColumn column) {
        return columns.containsKey(column);
    }

    BigDecimal score(CandidateColumn column) {
        var cell = text(column, 20);
        if (cell == null) {
            return null;
        }
        if (!SCORE.matcher(cell).matches()) {
            fault(column, "A score is a number from 0 to 999.99.");
            return null;
        }
        return new BigDecimal(cell.replace(',', '.')).setScale(2);
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
