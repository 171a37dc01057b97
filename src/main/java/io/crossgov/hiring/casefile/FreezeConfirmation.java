package io.crossgov.hiring.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * The HR official's personal confirmation that the position is exempt from the hiring freeze. Once given, nobody changes it
 * (L6).
 *
 * @param ground id of the ground in its regime
 * @param document evidence, where the ground needs one
 * @param number of the approval, where the ground needs one
 * @param date of the approval, where the ground needs one
 * @param planLine line of the agency's annual staffing plan, where the ground needs a committee's approval
 * @param opmToldOn when OPM was told of that approval in writing
 * @param by user name
 * @param byName full name
 */
@Embeddable
public record FreezeConfirmation(
        @Column(name = "freeze_ground") String ground,
        @Column(name = "freeze_document") UUID document,
        @Column(name = "freeze_approval_number") String number,
        @Column(name = "freeze_approval_date") LocalDate date,
        @Column(name = "freeze_plan_line") String planLine,
        @Column(name = "freeze_opm_told_on") LocalDate opmToldOn,
        @Column(name = "freeze_confirmed_by") String by,
        @Column(name = "freeze_confirmed_by_name") String byName,
        @Column(name = "freeze_confirmed_at") Instant at) {

    /** Whether both confirm the same thing, whoever and whenever. */
    boolean confirmsSameAs(FreezeConfirmation other) {
        return ground.equals(other.ground)
                && Objects.equals(document, other.document)
                && Objects.equals(number, other.number)
                && Objects.equals(date, other.date)
                && Objects.equals(planLine, other.planLine)
                && Objects.equals(opmToldOn, other.opmToldOn);
    }
}
