package io.crossgov.hiring.law;

import java.util.stream.Stream;

/**
 * What one case has on record about one person, as far as the law asks for it.
 *
 * @param elected a selection of the candidate runs or was filled in this case
 * @param declinedOrSilent it is proven that the candidate declined, by his or her own paper, or did not answer an {@link Inquiry} in all the
 *     days there were, by the clock; what an agency says without either is not told here
 * @param passOver where the agency's request to pass over the candidate stands, for this position (L15), or its objection (L22)
 * @param notWellQualified an independent second review in writing found the candidate not well-qualified, and the result left for him or her (L16)
 * @param vacancyHeld the agency holds one of its vacancies for the candidate (L14)
 * @param consideredEnough the agency considered the candidate for three appointments to the position and leaves him or her out (L13)
 */
public record CaseStanding(
        boolean elected,
        boolean declinedOrSilent,
        PassOver passOver,
        boolean notWellQualified,
        boolean vacancyHeld,
        boolean consideredEnough) {

    /** A request to pass somebody over, or an objection to somebody, which a pass-over is, too (5 CFR 332.102). */
    public enum PassOver {
        NONE,
        /** The agency wants it; whoever decides has neither reasons nor form yet, so that nothing rests on it. */
        ASKED,
        /** Filed and not decided. */
        PENDING,
        /** No further consideration is owed for this position. */
        SUSTAINED,
        /** The candidate cannot be passed over, or stays on the certificate. */
        DENIED,
        /** Asked for and not decided, while another request for the position was denied that this one says nothing new about. */
        OVERTAKEN,
        /** An objection was sustained: the candidate is removed from consideration on the case's certificate (L22). */
        REMOVED;

        /** Whether it is asked for and not decided, filed or not. */
        public boolean isUnderWay() {
            return this == ASKED || this == PENDING;
        }

        /** Whether the denial of a request for the position binds now. */
        public boolean isDenied() {
            return this == DENIED || this == OVERTAKEN;
        }

        /** Of two requests about one person: what was sustained stays so; what was denied is not asked again. */
        private PassOver and(PassOver other) {
            return Stream.of(REMOVED, SUSTAINED, OVERTAKEN, DENIED, PENDING, ASKED)
                    .filter(where -> this == where || other == where)
                    .findFirst()
                    .orElse(NONE);
        }
    }

    /** Nothing is on record. */
    public static final CaseStanding CLEAR = new CaseStanding(false, false, PassOver.NONE, false, false, false);

    /** What is on record about one person in two of his or her records. */
    CaseStanding and(CaseStanding other) {
        return new CaseStanding(
                elected || other.elected,
                declinedOrSilent || other.declinedOrSilent,
                passOver.and(other.passOver),
                notWellQualified || other.notWellQualified,
                vacancyHeld || other.vacancyHeld,
                consideredEnough || other.consideredEnough);
    }

    public CaseStanding asElected() {
        return new CaseStanding(true, declinedOrSilent, passOver, notWellQualified, vacancyHeld, consideredEnough);
    }

    public CaseStanding asDeclinedOrSilent() {
        return new CaseStanding(elected, true, passOver, notWellQualified, vacancyHeld, consideredEnough);
    }

    public CaseStanding with(PassOver changed) {
        return new CaseStanding(elected, declinedOrSilent, changed, notWellQualified, vacancyHeld, consideredEnough);
    }

    public CaseStanding asNotWellQualified() {
        return new CaseStanding(elected, declinedOrSilent, passOver, true, vacancyHeld, consideredEnough);
    }

    public CaseStanding withVacancyHeld() {
        return new CaseStanding(elected, declinedOrSilent, passOver, notWellQualified, true, consideredEnough);
    }

    public CaseStanding asConsideredEnough() {
        return new CaseStanding(elected, declinedOrSilent, passOver, notWellQualified, vacancyHeld, true);
    }

    /** Whether the vacancy that is held is nobody else's: it was not filled by electing the candidate, and OPM did not sustain the pass-over. */
    public boolean keepsVacancy() {
        return vacancyHeld && !elected && !isLeftOut();
    }

    /** Whether the request was sustained: nothing is owed to the candidate by preference or category, whether passed over or removed. */
    boolean isLeftOut() {
        return passOver == PassOver.SUSTAINED || passOver == PassOver.REMOVED;
    }

    /** The same, were no vacancy kept for the person: neither by an election nor by holding one. */
    CaseStanding withoutVacancyKept() {
        return new CaseStanding(false, declinedOrSilent, passOver, notWellQualified, false, consideredEnough);
    }

    /** The same, were it not on record that the person declined or did not answer. */
    CaseStanding withoutAnswer() {
        return new CaseStanding(elected, false, passOver, notWellQualified, vacancyHeld, consideredEnough);
    }

    CaseStanding withoutVacancyHeld() {
        return new CaseStanding(elected, declinedOrSilent, passOver, notWellQualified, false, consideredEnough);
    }
}
