package io.crossgov.hiring.intake;

import java.util.List;

/** A candidate file of which no row was taken, because of what is wrong with some. */
public final class FaultyCandidateFile extends RuntimeException {

    private final transient ImportProgress progress;
    private final transient List<ImportFault> faults;

    FaultyCandidateFile(ImportProgress progress, List<ImportFault> faults) {
        super(sentence(progress, faults), null, false, false);
        this.progress = progress;
        this.faults = List.copyOf(faults);
    }

    /** What was read until the end. */
    public ImportProgress progress() {
        return progress;
    }

    /** The first faults, at most {@value CandidateImport#FAULTS_TOLD}; {@link #progress()} has their number. */
    public List<ImportFault> faults() {
        return faults;
    }

    private static String sentence(ImportProgress progress, List<ImportFault> faults) {
        var first = faults.get(0);
        return "No candidate was taken: the file has "
                + (progress.faulty() == 1 ? "a fault" : progress.faulty() + " faults. The first is")
                + " on line " + first.line()
                + (first.column() == null ? "" : ", column " + first.column()) + ": " + first.reason();
    }
}
