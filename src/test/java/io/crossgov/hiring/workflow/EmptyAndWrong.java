package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * For each form with more than one answer: what to answer other than usual so that at least two answers are wrong, each in its own way,
 * and which those are. Where a rule of the feature looks at an answer, one of them breaks that rule and another is missing.
 */
final class EmptyAndWrong {

    /** @param fields the answers at which something must be said */
    record Case(Map<String, Object> changed, List<String> fields) {}

    private static final String NO_SUCH_FILE =
            UUID.nameUUIDFromBytes(new byte[] {1}).toString();

    private EmptyAndWrong() {}

    /** By the id of the task. */
    static Map<String, Case> at(LocalDate today) {
        var tomorrow = today.plusDays(1);
        var yesterday = today.minusDays(1);
        return Map.ofEntries(
                Map.entry("identify-position-description", wrong(answers("source", null, "classifiedOn", tomorrow))),
                Map.entry("classify-position-description", wrong(answers("pdNumber", null, "classifiedOn", tomorrow))),
                Map.entry("express-interest", wrong(answers("fteNumber", null, "needValidatedOn", tomorrow))),
                Map.entry("check-pool-match", wrong(answers("decision", null, "comment", tooLong()))),
                Map.entry(
                        "verify-experience-and-competencies",
                        wrong(answers("decision", null, "certifierPhone", "call me maybe"))),
                Map.entry(
                        "complete-talent-pool-request",
                        wrong(answers("officialPhone", null, "signature", "Somebody Else"))),
                Map.entry("clarify-freeze-exemption", wrong(answers("supervisor", null, "clarification", tooLong()))),
                Map.entry(
                        "resolve-rpl",
                        wrong(
                                answers("resolution", "EXCEPTION", "exceptionGround", "because", "note", null),
                                "exceptionGround",
                                "note")),
                Map.entry(
                        "decide-pool-access",
                        wrong(answers("decision", "RETURNED", "mend", null, "comment", tooLong()), "mend", "comment")),
                Map.entry("decide-priority-extension", wrong(answers("decision", null, "reason", tooLong()))),
                Map.entry("notify-own-employees", wrong(answers("how", null, "notifiedOn", tomorrow))),
                Map.entry("review-own-employees", wrong(answers("applied", null, "reviewedOn", tomorrow))),
                Map.entry("review-and-interview-candidates", wrong(answers("reason", tooLong(), "confirmed", false))),
                Map.entry("notify-opm-of-selection", wrong(answers("sf52Number", null, "sf52", NO_SUCH_FILE))),
                Map.entry("correct-selection", wrong(answers("sf52Number", null, "pdNumber", "PD-1"))),
                Map.entry("verify-selection", wrong(answers("decision", null, "comment", tooLong()))),
                Map.entry("extend-tentative-offer", wrong(answers("dueOn", yesterday, "message", tooLong()))),
                Map.entry("record-offer-answer", wrong(answers("answeredOn", tomorrow, "federalEmployee", null))),
                Map.entry("set-pay", wrong(answers("annualRate", null, "effectiveOn", yesterday))),
                Map.entry("build-new-hire-record", wrong(answers("recordId", null, "builtOn", tomorrow))),
                Map.entry(
                        "request-sf-75",
                        wrong(
                                answers("requestedFrom", null, "requestedOn", today, "receivedOn", yesterday),
                                "requestedFrom",
                                "receivedOn")),
                Map.entry("extend-final-offer", wrong(answers("dueOn", yesterday, "startOn", null))),
                Map.entry(
                        "record-final-answer",
                        wrong(
                                answers("answer", "DECLINED", "answeredOn", tomorrow, "declineReason", null),
                                "answeredOn",
                                "declineReason")),
                Map.entry(
                        "confirm-entry-on-duty",
                        wrong(answers("enteredOn", LocalDate.of(2020, 1, 6), "earlierReason", null))),
                Map.entry(
                        "determine-withdrawal-scope",
                        wrong(answers("scope", null, "documents", List.of(NO_SUCH_FILE)))),
                Map.entry("file-pass-over", wrong(answers("ground", null, "reasons", null, "sf62", NO_SUCH_FILE))),
                Map.entry("decide-pass-over", wrong(answers("decision", null, "candidateAnswer", tooLong()))),
                Map.entry("decide-own-pass-over", wrong(answers("decision", null, "candidateAnswer", tooLong()))));
    }

    private static Case wrong(Map<String, Object> changed, String... fields) {
        return new Case(changed, fields.length == 0 ? List.copyOf(changed.keySet()) : List.of(fields));
    }

    private static String tooLong() {
        return "Word ".repeat(2_500);
    }
}
