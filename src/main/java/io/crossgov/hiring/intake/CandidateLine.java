package io.crossgov.hiring.intake;

import io.crossgov.hiring.law.Points;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.pool.CandidateKeys;
import java.math.BigDecimal;
import java.util.SortedSet;

/** One candidate as a file gives it, checked against the pool. Empty cells are null; {@code line} is where the row begins. */
record CandidateLine(
        long line,
        String applicantNumber,
        String name,
        String email,
        String phone,
        SortedSet<String> dutyLocations,
        Rating rating,
        BigDecimal score,
        Points points,
        VeteransPreference preference,
        PriorityStatus priorityStatus,
        String commutingArea,
        boolean optedIn,
        String federalAgency,
        String resumeFile) {

    /** What decides about referral and selection, for the audit. */
    record Standing(
            SortedSet<String> dutyLocations,
            Rating rating,
            BigDecimal score,
            Points points,
            VeteransPreference preference,
            PriorityStatus priorityStatus,
            String commutingArea,
            boolean optedIn) {}

    /** What is left of who this is when the way of writing does not count. */
    CandidateKeys keys() {
        return CandidateKeys.of(applicantNumber, email, name, phone);
    }

    Standing standing() {
        return new Standing(dutyLocations, rating, score, points, preference, priorityStatus, commutingArea, optedIn);
    }

    CandidateLine atLine(long other) {
        return new CandidateLine(
                other,
                applicantNumber,
                name,
                email,
                phone,
                dutyLocations,
                rating,
                score,
                points,
                preference,
                priorityStatus,
                commutingArea,
                optedIn,
                federalAgency,
                resumeFile);
    }
}
