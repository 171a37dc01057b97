package io.crossgov.hiring.intake;

import io.crossgov.hiring.common.AnnouncementNumber;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A candidate file that OPM sent from a pool's page, and what became of it.
 *
 * @param size of the file, in bytes
 * @param bytesRead of it so far
 * @param endedAt null while it runs
 * @param doubles how many rows are likely about somebody who is there already
 * @param isFileKept whether it can be read again without being sent again
 */
record Intake(
        UUID id,
        AnnouncementNumber announcement,
        String fileName,
        long size,
        long bytesRead,
        IntakeState state,
        String startedByName,
        Instant startedAt,
        Instant endedAt,
        ImportProgress counts,
        long doubles,
        boolean isFileKept,
        Report report) {

    /**
     * How it ended.
     *
     * @param sentence what to tell; null when there is nothing but the counts
     * @param faults the first of them
     * @param doubles the first of them, to be decided
     */
    record Report(String sentence, List<ImportFault> faults, List<LikelyDouble> doubles) {

        static final Report NONE = new Report(null, List.of(), List.of());

        static Report of(String sentence) {
            return new Report(sentence, List.of(), List.of());
        }
    }

    public boolean isRunning() {
        return state.isRunning();
    }

    public boolean isUndecided() {
        return state == IntakeState.UNDECIDED;
    }

    public boolean isTaken() {
        return state == IntakeState.TAKEN;
    }

    public boolean isFaulty() {
        return state == IntakeState.FAULTY;
    }

    public boolean canBeReadAgain() {
        return state == IntakeState.STOPPED && isFileKept;
    }

    /** What was done with the rows, in words: "1,200 rows read: 1,150 added, 40 changed, 10 unchanged." */
    public String countsInWords() {
        return String.format(
                Locale.US,
                "%,d %s read: %,d added, %,d changed, %,d unchanged.",
                counts.read(),
                counts.read() == 1 ? "row" : "rows",
                counts.inserted(),
                counts.updated(),
                counts.unchanged());
    }

    /** How far the reading is, in words. */
    public String progressInWords() {
        return state == IntakeState.WAITING
                ? "The file is here. It waits until the imports before it are done."
                : String.format(
                        Locale.US,
                        "%,d %s read, %d %% of the file.",
                        counts.read(),
                        counts.read() == 1 ? "row" : "rows",
                        percent());
    }

    private long percent() {
        return size == 0 ? 100 : Math.min(100, 100 * bytesRead / size);
    }
}
