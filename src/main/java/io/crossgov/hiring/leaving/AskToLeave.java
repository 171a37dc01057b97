package io.crossgov.hiring.leaving;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Faults;
import java.util.List;
import java.util.UUID;

/**
 * What an agency puts on record when a candidate asks to withdraw from all agencies.
 *
 * @param selectionId whose offer the candidate did not take up; null while the agency reviews
 * @param papers ids of what the candidate wrote, on file in the case
 */
public record AskToLeave(
        CaseNumber caseNumber,
        String agency,
        AnnouncementNumber announcement,
        UUID candidateId,
        UUID selectionId,
        List<UUID> papers) {

    public AskToLeave {
        papers = List.copyOf(papers);
    }

    /** Nobody leaves every agency on the word of one of them (L9). */
    public static void mustBeOnPaper(List<UUID> papers, Faults faults) {
        if (papers == null || papers.isEmpty()) {
            faults.addByRule(
                    "L9",
                    "documents",
                    "Attach what the candidate wrote. OPM reads it before the candidate leaves the pool; without it, record"
                            + " that the candidate declined your agency only.");
        }
    }
}
