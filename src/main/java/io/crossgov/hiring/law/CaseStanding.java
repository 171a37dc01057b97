package io.crossgov.hiring.law;

/**
 * What one case has on record about one candidate, as far as the law asks for it.
 *
 * @param elected a selection of the candidate runs or was filled in this case
 * @param declinedOrSilent the candidate declined, or did not answer an {@link Inquiry} in all the days there were; a note says how it was
 * @param passOver where the agency's request to pass over the candidate stands, for this position (L15)
 * @param notWellQualified an independent second review in writing found the candidate not well-qualified (L16)
 * @param vacancyHeld the agency holds one of its vacancies for the candidate (L14)
 */
public record CaseStanding(
        boolean elected, boolean declinedOrSilent, PassOver passOver, boolean notWellQualified, boolean vacancyHeld) {

    /** A request to pass somebody over. */
    public enum PassOver {
        NONE,
        /** Asked for and not decided. */
        PENDING,
        /** No further consideration is owed for this position. */
        SUSTAINED,
        /** The candidate cannot be passed over. */
        DENIED
    }

    /** Nothing is on record. */
    public static final CaseStanding CLEAR = new CaseStanding(false, false, PassOver.NONE, false, false);

    public CaseStanding asElected() {
        return new CaseStanding(true, declinedOrSilent, passOver, notWellQualified, vacancyHeld);
    }

    public CaseStanding asDeclinedOrSilent() {
        return new CaseStanding(elected, true, passOver, notWellQualified, vacancyHeld);
    }

    public CaseStanding with(PassOver changed) {
        return new CaseStanding(elected, declinedOrSilent, changed, notWellQualified, vacancyHeld);
    }

    public CaseStanding asNotWellQualified() {
        return new CaseStanding(elected, declinedOrSilent, passOver, true, vacancyHeld);
    }

    public CaseStanding withVacancyHeld() {
        return new CaseStanding(elected, declinedOrSilent, passOver, notWellQualified, true);
    }
}
