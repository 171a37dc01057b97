package io.crossgov.hiring.request;

import io.crossgov.hiring.casefile.FreezeConfirmation;
import io.crossgov.hiring.common.Dates;
import java.time.LocalDate;

/** Where a request stands with the hiring freeze (L6), and the one wording in which forms, pages, messages and the audit tell it. */
public sealed interface Freeze {

    /** Whether there is an exemption to confirm, or confirmed. */
    default boolean isInEffect() {
        return !(this instanceof NotInEffect);
    }

    /** Whether the request may go to OPM. */
    boolean lets();

    /** One or more whole sentences. */
    String inWords();

    /**
     * Hiring was not frozen: nothing is asked, and nothing can be confirmed.
     *
     * @param startedOn the request's first day, whose grounds hold for it
     */
    record NotInEffect(LocalDate startedOn) implements Freeze {

        @Override
        public boolean lets() {
            return true;
        }

        @Override
        public String inWords() {
            return "No hiring freeze was in effect when this request started, on " + Dates.inWordsIfAny(startedOn)
                    + ".";
        }
    }

    /** Hiring is frozen, and nobody has confirmed yet that the position is exempt. */
    record NotConfirmed() implements Freeze {

        @Override
        public boolean lets() {
            return false;
        }

        @Override
        public String inWords() {
            return "The exemption from the hiring freeze is not confirmed.";
        }
    }

    /**
     * An HR official has confirmed it, for good.
     *
     * @param ground in words
     */
    record Confirmed(FreezeConfirmation confirmation, String ground) implements Freeze {

        @Override
        public boolean lets() {
            return true;
        }

        @Override
        public String inWords() {
            return confirmation.byName() + " has confirmed that the position is exempt from the hiring freeze: "
                    + ground
                    + (confirmation.number() == null
                            ? ""
                            : " Approval " + confirmation.number() + " of " + Dates.inWordsIfAny(confirmation.date())
                                    + ".")
                    + (confirmation.planLine() == null
                            ? ""
                            : " Annual staffing plan: " + confirmation.planLine() + ". OPM was told in writing on "
                                    + Dates.inWordsIfAny(confirmation.opmToldOn()) + ".");
        }
    }
}
