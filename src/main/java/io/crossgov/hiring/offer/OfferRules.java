package io.crossgov.hiring.offer;

import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.leaving.AskToLeave;
import io.crossgov.hiring.selection.WithdrawalScope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an answer about an offer must be, step by step: asked by the form, so that everything wrong is said at once, and by the
 * {@link Offer} before it changes. An answer that is missing is a fault here only where its form does not say so itself.
 */
final class OfferRules {

    private static final String STILL_TO_LEAVE =
            "The message with the offer has not gone out, and when it does, it names a day to answer of its own. Have it sent, or record"
                    + " on the case’s messages how you reached the candidate; then record the question.";

    /** Days from the offer: as many as an agency's policy can give. */
    private static final int LONGEST_TO_ANSWER = 60;

    private OfferRules() {}

    static void tentative(LocalDate dueOn, LocalDate today, Faults faults) {
        due("dueOn", dueOn, today, faults);
    }

    /**
     * Nobody has declined by silence who had less time than the agency gives everybody (L14, L16).
     *
     * @param days the agency's policy gives to answer an offer
     */
    static void enoughTime(String field, LocalDate dueOn, int days, LocalDate today, Faults faults) {
        var earliest = today.plusDays(days);
        if (dueOn != null && dueOn.isBefore(earliest) && !dueOn.isBefore(today)) {
            faults.add(
                    field,
                    "Your agency\u2019s policy gives candidates " + Counted.of(days, "day") + " to answer. Choose "
                            + Words.of(earliest) + " or a later day.");
        }
    }

    /** @param federalEmployee whether the candidate is or was a federal employee; null when nobody has said so */
    static void accepted(
            LocalDate madeOn,
            LocalDate answeredOn,
            Boolean federalEmployee,
            String agency,
            LocalDate today,
            Faults faults) {
        answered(madeOn, answeredOn, today, faults);
        if (federalEmployee == null) {
            faults.add("federalEmployee", "Say whether the candidate is a current or former federal employee.");
        } else if (federalEmployee && agency == null) {
            faults.add("federalAgency", "Name the federal agency the candidate works for or last worked for.");
        }
    }

    /** Silence has no day, and who did not decline has no reason for it. */
    static void mustBeAsked(OfferAnswer answer, LocalDate answeredOn, String declineReason, Faults faults) {
        if (answer == OfferAnswer.NO_ANSWER) {
            faults.addUnlessLeftOut("answeredOn", answeredOn, "The candidate did not answer.");
        }
        if (answer != OfferAnswer.DECLINED) {
            faults.addUnlessLeftOut("declineReason", declineReason, "The candidate did not decline.");
        }
    }

    static void declined(LocalDate madeOn, LocalDate answeredOn, String reason, LocalDate today, Faults faults) {
        answered(madeOn, answeredOn, today, faults);
        if (reason == null) {
            faults.add("declineReason", "Give the candidate's reason for declining.");
        }
    }

    /** The candidate asks something first; not while the letter is still to leave: it would name another day to answer. */
    static void asked(
            OfferFacts.Tentative offer,
            LocalDate askedOn,
            String questions,
            LocalDate newDueOn,
            LocalDate today,
            Faults faults) {
        if (offer.letterId() != null && offer.sentOn() == null) {
            faults.add("answer", STILL_TO_LEAVE);
        }
        answered(offer.madeOn(), askedOn, today, faults);
        if (questions == null) {
            faults.add("questions", "Write down what the candidate wants to know.");
        }
        if (newDueOn == null) {
            faults.add("newDueOn", "Give the new date by which the candidate should answer.");
        }
        due("newDueOn", newDueOn, today, faults);
        notBefore("newDueOn", newDueOn, offer.dueOn(), faults);
    }

    /** A day that the candidate was promised moves to a later one only: else silence would count too early. */
    private static void notBefore(String field, LocalDate newDueOn, LocalDate promised, Faults faults) {
        if (newDueOn != null && newDueOn.isBefore(promised)) {
            faults.add(
                    field,
                    "The candidate was told to answer by " + Words.of(promised) + ". Choose that day or a later one.");
        }
    }

    /** Silence counts once the offer has left and the time to answer is over. */
    static void unanswered(LocalDate sentOn, LocalDate dueOn, LocalDate today, Faults faults) {
        if (sentOn == null) {
            faults.add(
                    "answer",
                    "The offer has not gone out, so nobody has failed to answer it. Have the message sent, or record on the case’s"
                            + " messages how you reached the candidate; the time to answer counts from then.");
        } else if (!today.isAfter(dueOn)) {
            faults.add(
                    "answer",
                    "The candidate may still answer until the end of " + Words.of(dueOn)
                            + ". \"No answer\" can be recorded after that day.");
        }
    }

    static void answered(LocalDate madeOn, LocalDate answeredOn, LocalDate today, Faults faults) {
        if (answeredOn == null) {
            faults.add("answeredOn", "Give the day on which the candidate answered.");
            return;
        }
        notInTheFuture("answeredOn", "The candidate answered", answeredOn, today, faults);
        if (answeredOn.isBefore(madeOn)) {
            faults.add(
                    "answeredOn",
                    "The candidate cannot have answered before the offer was made on " + Words.of(madeOn) + ".");
        }
    }

    /** @param offeredOn who has no tentative offer yet is asked for no employment data */
    static void sf75(LocalDate offeredOn, LocalDate requestedOn, LocalDate receivedOn, LocalDate today, Faults faults) {
        notInTheFuture("requestedOn", "The SF-75 was requested", requestedOn, today, faults);
        afterTheOffer("requestedOn", "The SF-75 was requested", requestedOn, offeredOn, faults);
        notInTheFuture("receivedOn", "The SF-75 was received", receivedOn, today, faults);
        if (requestedOn != null && receivedOn != null && receivedOn.isBefore(requestedOn)) {
            faults.add("receivedOn", "The SF-75 cannot have come before it was requested.");
        }
    }

    static void pay(LocalDate effectiveOn, LocalDate today, Faults faults) {
        if (effectiveOn != null && effectiveOn.isBefore(today)) {
            faults.add("effectiveOn", "The pay cannot take effect on a day in the past.");
        }
        withinAYear("effectiveOn", "The day from which the pay takes effect", effectiveOn, today, faults);
    }

    /** @param offeredOn who has no tentative offer yet is no new hire */
    static void newHireRecord(LocalDate offeredOn, LocalDate builtOn, LocalDate today, Faults faults) {
        notInTheFuture("builtOn", "The new-hire record was built", builtOn, today, faults);
        afterTheOffer("builtOn", "The new-hire record was built", builtOn, offeredOn, faults);
    }

    static void finalOffer(LocalDate dueOn, LocalDate startOn, LocalDate today, Faults faults) {
        due("dueOn", dueOn, today, faults);
        withinAYear("startOn", "The proposed start date", startOn, today, faults);
        if (dueOn != null && startOn != null && startOn.isBefore(dueOn)) {
            faults.add("startOn", "The proposed start date must not be before the date the answer is due.");
        }
    }

    /**
     * @param finallyOfferedOn who only has a tentative offer is not appointed yet
     * @param earlierBecause why the person came before the start that was offered; asked for an earlier day only
     */
    static void entered(
            LocalDate finallyOfferedOn,
            LocalDate startOn,
            LocalDate enteredOn,
            String earlierBecause,
            LocalDate today,
            Faults faults) {
        if (enteredOn == null) {
            faults.add("enteredOn", "Give the day on which the person entered on duty.");
            return;
        }
        notInTheFuture("enteredOn", "The person entered on duty", enteredOn, today, faults);
        if (enteredOn.isBefore(finallyOfferedOn)) {
            faults.add(
                    "enteredOn",
                    "Nobody enters on duty before the final offer, which was made on " + Words.of(finallyOfferedOn)
                            + ".");
        }
        if (enteredOn.isBefore(startOn) && earlierBecause == null) {
            faults.add(
                    "earlierReason",
                    "The final offer says that the person starts on " + Words.of(startOn) + ". Say why "
                            + Words.of(enteredOn) + ", an earlier day, was agreed on.");
        } else if (!enteredOn.isBefore(startOn)) {
            faults.addUnlessLeftOut(
                    "earlierReason", earlierBecause, "That day is not before the start in the final offer.");
        }
    }

    /** @param startOn the start that the candidate was promised: nobody has stayed away before it */
    static void didNotEnter(String reason, LocalDate startOn, LocalDate today, Faults faults) {
        if (today.isBefore(startOn)) {
            faults.add(
                    "entered",
                    "The final offer says that the person starts on " + Words.of(startOn)
                            + ": nobody has stayed away before that day. Record it from then on; if the candidate declined before, record that"
                            + " among the case\u2019s candidates, with what the candidate wrote.");
        }
        if (reason == null) {
            faults.add("reason", "Say why the person did not enter on duty.");
        }
    }

    /** Without a scope there is no withdrawal, and nobody asks to leave all agencies without a paper (L9). */
    static void withdrawal(WithdrawalScope scope, List<UUID> papers, Faults faults) {
        if (scope == null) {
            faults.addByRule(
                    "L9",
                    "scope",
                    "Say whether the candidate declines this agency only or withdraws from all agencies. "
                            + "Without it nobody is withdrawn.");
        } else if (scope == WithdrawalScope.ALL_AGENCIES) {
            AskToLeave.mustBeOnPaper(papers, faults);
        }
    }

    /** A day by which the candidate answers: not in the past, and not so far away that the place stays open for nobody. */
    private static void due(String field, LocalDate dueOn, LocalDate today, Faults faults) {
        if (dueOn == null) {
            return;
        }
        var latest = today.plusDays(LONGEST_TO_ANSWER);
        if (dueOn.isBefore(today)) {
            faults.add(field, "The due date " + Words.of(dueOn) + " is in the past. Choose today or a later day.");
        } else if (dueOn.isAfter(latest)) {
            faults.add(
                    field,
                    "The due date " + Words.of(dueOn) + " is too far away: candidates have at most " + LONGEST_TO_ANSWER
                            + " days to answer, until " + Words.of(latest) + ".");
        }
    }

    private static void withinAYear(String field, String what, LocalDate day, LocalDate today, Faults faults) {
        var latest = today.plusYears(1);
        if (day != null && day.isAfter(latest)) {
            faults.add(field, what + " is more than a year away. Choose " + Words.of(latest) + " or an earlier day.");
        }
    }

    private static void afterTheOffer(String field, String what, LocalDate day, LocalDate offeredOn, Faults faults) {
        if (day != null && day.isBefore(offeredOn)) {
            faults.add(
                    field,
                    what + " on " + Words.of(day) + "? That is before the tentative offer of " + Words.of(offeredOn)
                            + ". Choose that day or a later one.");
        }
    }

    private static void notInTheFuture(String field, String what, LocalDate day, LocalDate today, Faults faults) {
        if (day != null && day.isAfter(today)) {
            faults.add(
                    field,
                    what + " on " + Words.of(day) + "? That day is in the future. Choose today or an earlier day.");
        }
    }
}
