package io.crossgov.hiring.law;

import io.crossgov.hiring.common.Dates;
import java.util.List;
import java.util.Optional;

/**
 * D1: before an agency elects from a certificate that another agency shares, its own employees are told of the vacancy, have up to 10
 * business days to apply, and the qualifications of those who apply are reviewed (5 U.S.C. 3318(b)).
 */
final class OwnEmployeesFirst {

    private OwnEmployeesFirst() {}

    static Optional<Ruling.Refused> check(Situation situation) {
        if (!situation.ownEmployeesFirst()) {
            return Optional.empty();
        }
        if (situation.ownEmployeesApplyUntil().isEmpty()) {
            return Optional.of(new Ruling.Refused(
                    Rule.D1,
                    "Your agency\u2019s own employees must be told of the vacancy first: HR completes the task"
                            + " \u201c4 Notify Own Employees\u201d.",
                    List.of(),
                    List.of(Exit.to(Exit.Way.TELL_OWN_EMPLOYEES))));
        }
        var until = situation.ownEmployeesApplyUntil().get();
        if (!situation.electedOn().isAfter(until)) {
            return Optional.of(new Ruling.Refused(
                    Rule.D1,
                    "Your agency\u2019s own employees may apply until " + Dates.inWords(until)
                            + ". You can elect from the next day on, once HR has reviewed who applied.",
                    List.of(),
                    List.of(Exit.on(until.plusDays(1)))));
        }
        return situation.ownEmployeesToReview()
                ? Optional.of(new Ruling.Refused(
                        Rule.D1,
                        "Your agency\u2019s own employees could apply until " + Dates.inWords(until)
                                + "; the qualifications of those who did are reviewed first: HR completes the task"
                                + " \u201c4 Review Own Employees\u201d.",
                        List.of(),
                        List.of(Exit.to(Exit.Way.REVIEW_OWN_EMPLOYEES))))
                : Optional.empty();
    }
}
