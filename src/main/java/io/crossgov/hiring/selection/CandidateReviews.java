package io.crossgov.hiring.selection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CandidateReviews extends JpaRepository<CandidateReview, UUID> {

    @Query("select r from CandidateReview r where r.caseNumber = :caseNumber and r.candidateId = :candidateId")
    Optional<CandidateReview> ofCandidate(String caseNumber, UUID candidateId);

    List<CandidateReview> findByCaseNumberAndCandidateIdIn(String caseNumber, Collection<UUID> candidateIds);

    /** What the case recorded, and who declined the agency in whichever of its cases with that pool (L9). */
    @Query(
            """
            select r from CandidateReview r
            where r.caseNumber = :caseNumber
              or r.agency = :agency and r.announcement = :announcement and r.declinedOn is not null
            order by r.caseNumber""")
    List<CandidateReview> ofCaseAndWhoDeclined(String caseNumber, String agency, String announcement);

    @Query(
            """
            select r from CandidateReview r
            where r.agency = :agency and r.candidateId in :candidateIds and r.declinedOn is not null
            order by r.caseNumber""")
    List<CandidateReview> declinations(String agency, Collection<UUID> candidateIds);

    /** What rests on one of these papers. */
    @Query(
            """
            select r from CandidateReview r
            where r.candidateId in :candidateIds and (r.answerDocumentId in :papers or r.declineDocumentId in :papers)
            order by r.caseNumber""")
    List<CandidateReview> restingOn(Collection<UUID> papers, Collection<UUID> candidateIds);

    /** Cases that recorded something about the candidate, unless it is that the candidate declined them. */
    @Query(
            "select distinct r.caseNumber from CandidateReview r where r.candidateId = :candidateId and r.declinedOn is null")
    Set<String> casesReviewing(UUID candidateId);
}
