package io.crossgov.hiring.offer;

/** How far an offer has come; each change is what OPM is told in M13. */
public enum OfferOutcome {
    TENTATIVE_OFFERED("tentative offer made"),
    TENTATIVE_ACCEPTED("tentative offer accepted"),
    TENTATIVE_DECLINED("tentative offer declined"),
    FINAL_OFFERED("final offer made"),
    FINAL_ACCEPTED("final offer accepted"),
    FINAL_DECLINED("final offer declined"),
    ENTERED_ON_DUTY("entered on duty"),
    DID_NOT_ENTER_ON_DUTY("did not enter on duty"),
    /** The candidate withdrew from all agencies through another case, or the case ended, while the offer was running. */
    ENDED_BEFORE_ENTRY("offer ended before entry on duty");

    private final String words;

    OfferOutcome(String words) {
        this.words = words;
    }

    /** For a sentence: "Outcome: final offer accepted". */
    public String words() {
        return words;
    }

    /** Whether nothing more is expected of this offer, or only the scope of the withdrawal (L9). */
    public boolean isEnded() {
        return this == ENTERED_ON_DUTY || this == ENDED_BEFORE_ENTRY || needsWithdrawalScope();
    }

    /** Whether the candidate is lost to this agency, and it must be asked whether to all others too (L9). */
    boolean needsWithdrawalScope() {
        return this == TENTATIVE_DECLINED || this == FINAL_DECLINED || this == DID_NOT_ENTER_ON_DUTY;
    }
}
