package io.crossgov.hiring.intake;

import io.crossgov.hiring.common.PlainText;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/**
 * The header of a candidate file.
 *
 * @param columns where each column stands, from 0
 * @param width how many columns the header names; what a spreadsheet leaves behind them is empty
 */
record CandidateHeader(Map<CandidateColumn, Integer> columns, int width) {

    /**
     * The header, if nothing is wrong with it.
     *
     * @param line on which it stands
     * @param faults gets everything that is wrong
     */
    static Optional<CandidateHeader> of(CSVRecord names, long line, Consumer<ImportFault> faults) {
        var width = filled(names);
        var columns = new EnumMap<CandidateColumn, Integer>(CandidateColumn.class);
        var wrong = false;
        if (names.stream().noneMatch(name -> CandidateColumn.named(name).isPresent())) {
            faults.accept(new ImportFault(
                    line,
                    null,
                    "This line names no column of a candidate file. The first line names the columns: "
                            + CandidateColumn.allHeaders() + "."));
            return Optional.empty();
        }
        for (int place = 0; place < width; place++) {
            var column = CandidateColumn.named(names.get(place));
            if (column.isEmpty()) {
                faults.accept(new ImportFault(line, null, unknown(names.get(place), place + 1)));
                wrong = true;
            } else if (columns.put(column.get(), place) != null) {
                faults.accept(new ImportFault(line, column.get().header(), "The column stands twice in the header."));
                wrong = true;
            }
        }
        for (var column : CandidateColumn.values()) {
            if (!columns.containsKey(column) && !column.mayBeLeftOut()) {
                faults.accept(new ImportFault(line, column.header(), "The column is missing in the header."));
                wrong = true;
            }
        }
        return wrong ? Optional.empty() : Optional.of(new CandidateHeader(columns, width));
    }

    private static String unknown(String name, int place) {
        return PlainText.isEmpty(name)
                ? "Column " + place + " of the header has no name."
                : "Column " + place + " of the header is none of " + CandidateColumn.allHeaders() + ".";
    }

    /** Why a row does not fit, if so: it has fewer cells than the header, or something stands behind the last column. */
    Optional<String> objection(CSVRecord row) {
        if (row.size() < width) {
            return Optional.of("The header has " + width + " columns, but the row has " + row.size() + ".");
        }
        return filled(row) > width
                ? Optional.of("The header has " + width + " columns, but the row has " + filled(row)
                        + ". A cell with the separator of the columns in it needs quotation marks around it.")
                : Optional.empty();
    }

    /** The column at a place of a row. */
    Optional<CandidateColumn> at(int place) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue() == place)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Cells up to the last one in which something stands. */
    private static int filled(CSVRecord row) {
        return IntStream.iterate(row.size(), size -> size > 0, size -> size - 1)
                .filter(size -> !PlainText.isEmpty(row.get(size - 1)))
                .findFirst()
                .orElse(0);
    }
}
