package io.crossgov.hiring.intake;

import java.util.List;

/** A candidate file of which no row was taken, because OPM has to say first who is the same person. */
public final class UndecidedDoubles extends RuntimeException {

    private final transient ImportProgress progress;
    private final transient List<LikelyDouble> doubles;
    private final long count;

    UndecidedDoubles(ImportProgress progress, List<LikelyDouble> doubles, long count) {
        super(sentence(doubles, count), null, false, false);
        this.progress = progress;
        this.doubles = List.copyOf(doubles);
        this.count = count;
    }

    /** What was read until the end. */
    public ImportProgress progress() {
        return progress;
    }

    /** The first of them, at most {@value CandidateImport#DOUBLES_TOLD}, in the order of the file. */
    public List<LikelyDouble> doubles() {
        return doubles;
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    private static String sentence(List<LikelyDouble> doubles, long count) {
        return "No candidate was taken: " + (count == 1 ? "one row is" : count + " rows are")
                + " likely the same person as somebody in the pool or in the file. The first: "
                + doubles.get(0).sentence() + " Say of each whether both are one person, then send the file again.";
    }
}
