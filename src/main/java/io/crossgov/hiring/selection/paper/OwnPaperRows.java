package io.crossgov.hiring.selection.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Which candidate wrote a paper: one an agency and content, so that nobody puts it on record as two people's word. */
@Component
class OwnPaperRows {

    private final JdbcTemplate jdbc;

    OwnPaperRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A paper, and as whose word its content is on record.
     *
     * @param caseNumber where it was filed first, null when it is nobody's yet
     * @param applicantNumber of the candidate who wrote it, or null
     * @param isOfCandidate whether that is the person who is asked about
     * @param takenBack why that person's word it is no longer, or null
     * @param stands whether something of that candidate in that case rests on a paper
     */
    record OnFile(
            UUID documentId,
            String agency,
            String sha256,
            String filedIn,
            String caseNumber,
            String applicantNumber,
            boolean isOfCandidate,
            boolean stands,
            TakenBack takenBack,
            LocalDate takenBackOn) {

        boolean isSomebodyElses() {
            return caseNumber != null && !isOfCandidate && stands;
        }
    }

    /** What these papers say, by their content, is taken back. */
    void takeBack(UUID candidateId, Collection<UUID> papers, TakenBack why, LocalDate on) {
        var params = Map.of("candidate", candidateId, "papers", papers, "why", why.name(), "day", on);
        new NamedParameterJdbcTemplate(jdbc)
                .update(
                        """
                        insert into taken_back_paper (agency, sha256, candidate_id, why, taken_back_on)
                        select distinct d.agency, d.sha256, cast(:candidate as uuid), cast(:why as varchar(32)), cast(:day as date)
                        from document d
                        where d.id in (:papers) and d.agency is not null and not exists (select 1 from taken_back_paper t
                          where t.agency = d.agency and t.sha256 = d.sha256 and t.candidate_id = :candidate and t.why = :why)""",
                        params);
    }

    /** Every file with the content of one of these. */
    List<UUID> same(Collection<UUID> papers) {
        return new NamedParameterJdbcTemplate(jdbc)
                .queryForList(
                        "select d.id from document d where d.sha256 in (select s.sha256 from document s where s.id in (:papers))",
                        Map.of("papers", papers),
                        UUID.class);
    }

    /** Each of the papers, for whoever says that this candidate wrote it. */
    List<OnFile> find(UUID candidateId, Collection<UUID> papers) {
        return new NamedParameterJdbcTemplate(jdbc)
                .query(
                        """
                        select d.id, d.agency, d.sha256, d.case_number filed_in, p.case_number, c.applicant_number,
                          coalesce(c.person_key = own.person_key, false) of_candidate,
                          coalesce(r.answer_document_id is not null or r.decline_document_id is not null, false) stands,
                          t.why, t.taken_back_on
                        from document d
                          join candidate own on own.id = :candidate
                          left join own_paper p on p.agency = d.agency and p.sha256 = d.sha256
                          left join candidate c on c.id = p.candidate_id
                          left join candidate_review r on r.case_number = p.case_number and r.candidate_id = p.candidate_id
                          left join (taken_back_paper t join candidate tc on tc.id = t.candidate_id)
                            on t.sha256 = d.sha256 and tc.person_key = own.person_key
                              and (t.why <> 'INTERESTED_SINCE' or t.agency = d.agency)
                        where d.id in (:papers)
                        order by t.taken_back_on desc""",
                        Map.of("candidate", candidateId, "papers", papers),
                        (row, number) -> new OnFile(
                                row.getObject("id", UUID.class),
                                row.getString("agency"),
                                row.getString("sha256"),
                                row.getString("filed_in"),
                                row.getString("case_number"),
                                row.getString("applicant_number"),
                                row.getBoolean("of_candidate"),
                                row.getBoolean("stands"),
                                row.getString("why") == null ? null : TakenBack.valueOf(row.getString("why")),
                                row.getObject("taken_back_on", LocalDate.class)));
    }

    /**
     * They are this candidate's.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when one was put on record in the same instant
     */
    void save(UUID candidateId, Collection<OnFile> papers, Instant at) {
        for (var paper : papers) {
            if (paper.caseNumber() != null) {
                jdbc.update(
                        "delete from own_paper where agency = ? and sha256 = ? and case_number = ?",
                        paper.agency(),
                        paper.sha256(),
                        paper.caseNumber());
            }
            jdbc.update(
                    "insert into own_paper (agency, sha256, document_id, case_number, candidate_id, filed_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    paper.agency(),
                    paper.sha256(),
                    paper.documentId(),
                    paper.filedIn(),
                    candidateId,
                    at.atOffset(ZoneOffset.UTC));
        }
    }
}
