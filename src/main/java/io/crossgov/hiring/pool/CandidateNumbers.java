package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which candidate of a pool somebody means by an applicant number, however it is written. */
@Component
class CandidateNumbers {

    /** Enough to tell which ones are meant. */
    private static final int SHOWN = 5;

    private final CandidateTable candidates;
    private final JdbcTemplate jdbc;

    CandidateNumbers(CandidateTable candidates, JdbcTemplate jdbc) {
        this.candidates = candidates;
        this.jdbc = jdbc;
    }

    /**
     * The candidate with exactly that number, or else the only one whose number differs in nothing but capitals, spaces around it and
     * zeros in front.
     *
     * @return empty when there is none
     * @throws Refusal 400 when several candidates have a number like it: of two people, neither is guessed
     */
    Optional<Candidate> meant(AnnouncementNumber announcement, String applicantNumber) {
        var exactly = candidates.byApplicantNumber(announcement.value(), applicantNumber);
        if (exactly.isPresent()) {
            return exactly;
        }
        var alike = jdbc.queryForList(
                "select applicant_number from candidate where announcement = ? and number_key = ?"
                        + " order by applicant_number limit ?",
                String.class,
                announcement.value(),
                CandidateKeys.number(applicantNumber),
                SHOWN);
        if (alike.size() > 1) {
            throw Refusal.invalid(
                    "applicantNumber",
                    "Several candidates of this pool have a number like that: " + String.join(", ", alike)
                            + ". Enter one of them exactly as it stands here.");
        }
        return alike.stream().findFirst().flatMap(number -> candidates.byApplicantNumber(announcement.value(), number));
    }
}
