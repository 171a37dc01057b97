package io.crossgov.hiring.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Figures of one run, as a table in {@code target/bench.md}. */
final class Benchmark {

    private static final Path TABLE = Path.of("target", "bench.md");

    private final List<String> lines =
            new ArrayList<>(List.of("| what | product | bare engine | ratio |", "|---|---|---|---|"));

    void says(String what, String product) {
        says(what, product, "");
    }

    void says(String what, String product, String bare) {
        row(what, product, bare, "");
    }

    /** @param ratios product by bare, one a round */
    void compares(String what, String unit, double[] product, double[] bare) {
        var ratios = new double[product.length];
        Arrays.setAll(ratios, round -> product[round] / bare[round]);
        row(
                what,
                number(median(product)) + " " + unit,
                number(median(bare)) + " " + unit,
                number(median(ratios)) + " ("
                        + number(Arrays.stream(ratios).min().orElseThrow()) + "–"
                        + number(Arrays.stream(ratios).max().orElseThrow()) + ")");
    }

    /** @param milliseconds of each time it was done */
    void times(String what, double[] milliseconds) {
        says(
                what,
                "p50 %s ms, p95 %s ms"
                        .formatted(number(percentile(milliseconds, 50)), number(percentile(milliseconds, 95))));
    }

    private void row(String... cells) {
        var line = "| " + String.join(" | ", cells) + " |";
        lines.add(line);
        System.out.println(line);
        try {
            Files.createDirectories(TABLE.getParent());
            Files.write(TABLE, lines);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    static double median(double[] values) {
        return percentile(values, 50);
    }

    static double percentile(double[] values, int percent) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
