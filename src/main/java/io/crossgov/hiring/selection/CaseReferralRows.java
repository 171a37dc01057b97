package io.crossgov.hiring.selection;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CaseReferralRows extends JpaRepository<CaseReferral, String> {

    /** Of these cases, those that are not merged and above whose highest category somebody may come. */
    @Query(
            """
            select r from CaseReferral r
            where r.caseNumber in :cases and r.mergedWith is null and (r.highest is null or r.highest <> BEST_QUALIFIED)
            order by r.caseNumber""")
    List<CaseReferral> unsettledAmong(Collection<String> cases);
}
