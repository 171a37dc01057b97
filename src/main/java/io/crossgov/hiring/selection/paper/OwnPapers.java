package io.crossgov.hiring.selection.paper;

import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * What a candidate wrote is that candidate's own word, and nobody else's (L14, L16): by its content, however often it is uploaded, of all
 * papers of a form, and in all cases of the agency. It is somebody else's only once nothing of the candidate in the case where it was filed
 * rests on a paper any more, so that a paper that was filed with the wrong candidate can be taken back.
 */
@Component
public class OwnPapers {

    private final OwnPaperRows rows;
    private final OfficeClock office;
    private final Clock clock;

    OwnPapers(OwnPaperRows rows, OfficeClock office, Clock clock) {
        this.rows = rows;
        this.office = office;
        this.clock = clock;
    }

    /**
     * Puts the papers on record as what the candidate wrote.
     *
     * @param papers ids of files of a case
     * @param field where they are attached
     * @throws Refusal 400 by L14 saying since when and why when the candidate took back what one of them says, or never said it; naming the
     *     candidate and the case when one of them is on record as what somebody else wrote, 409 when it is
     *     put on record as that in the same instant
     */
    public void file(UUID candidateId, Collection<UUID> papers, String field) {
        if (papers.isEmpty()) {
            return;
        }
        var onFile = rows.find(candidateId, papers);
        onFile.stream().filter(paper -> paper.takenBack() != null).findFirst().ifPresent(paper -> {
            throw Refusal.byRule("L14", field, paper.takenBack().sentence(Dates.inWords(paper.takenBackOn())));
        });
        onFile.stream().filter(OwnPaperRows.OnFile::isSomebodyElses).findFirst().ifPresent(paper -> {
            throw Refusal.byRule(
                    "L14",
                    field,
                    "This paper is on file as what applicant " + paper.applicantNumber() + " wrote, in case "
                            + paper.caseNumber()
                            + ". Attach what this candidate wrote; or, if it was filed with the wrong candidate, correct that record first.");
        });
        var added = onFile.stream()
                .filter(paper -> !paper.isOfCandidate())
                .collect(toMap(OwnPaperRows.OnFile::sha256, Function.identity(), (one, same) -> one))
                .values();
        try {
            rows.save(candidateId, added, clock.instant());
        } catch (DataIntegrityViolationException failure) {
            throw LostRace.orFailure(
                    failure,
                    Refusal.conflictByRule("L14", "Somebody put the same paper on record at this moment. Look again."));
        }
    }

    /**
     * What these papers say is no longer this candidate's word, however often the same is filed again.
     *
     * @return every file with that content, whatever rests on which counts no more
     */
    public Set<UUID> takeBack(UUID candidateId, Collection<UUID> papers, TakenBack why) {
        if (papers.isEmpty()) {
            return Set.of();
        }
        rows.takeBack(candidateId, papers, why, office.today());
        return Set.copyOf(rows.same(papers));
    }
}
